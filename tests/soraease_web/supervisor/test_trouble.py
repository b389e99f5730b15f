import errno
from collections import namedtuple

import pytest

from soraease_web.supervisor import trouble
from soraease_web.supervisor.trouble import Trouble, check_disk, in_words

Usage = namedtuple("Usage", "total used free")


def test_a_disk_with_room_is_no_trouble(tmp_path, monkeypatch):
    monkeypatch.setattr(trouble.shutil, "disk_usage", lambda _path: Usage(0, 0, 300 * 1024 * 1024))

    check_disk(tmp_path)


def test_a_full_disk_is_told_with_what_is_needed(tmp_path, monkeypatch):
    monkeypatch.setattr(trouble.shutil, "disk_usage", lambda _path: Usage(0, 0, 12 * 1024 * 1024))

    with pytest.raises(Trouble) as told:
        check_disk(tmp_path)

    assert str(told.value) == (
        f"The disk that holds {tmp_path} is full: 12 MB are free and 300 MB are needed; "
        "free some room, or set VAR_DIR to a folder elsewhere."
    )


@pytest.mark.parametrize(
    ("number", "beginning"),
    [
        (errno.ENOSPC, "The disk that holds /data is full"),
        (errno.EACCES, "The studio may not write to /data/run"),
        (errno.EROFS, "The studio may not write to /data/run"),
        (errno.ENOTDIR, "/data cannot be made a folder, because /data/run is in its way; "),
        (errno.ENOENT, "/data cannot be made a folder, because /data/run is in its way; "),
        (errno.EIO, "The studio could not start: "),
    ],
)
def test_an_error_of_the_system_becomes_one_sentence(number, beginning):
    words = in_words(OSError(number, "as the system says it", "/data/run"), "/data")

    assert words.startswith(beginning)
    assert "\n" not in words
