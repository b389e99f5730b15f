"""Opens a file that somebody sent: nothing in it is believed before it was looked at, or unpacked under its name."""

import hashlib
import re
import shutil
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from accounts.billing.tiers import limits
from accounts.models import Team
from storyboards.archive_file.checking import MOST_BYTES, PICTURES, NotAnArchive, check
from storyboards.archive_file.rows import bytes_needed
from storyboards.archive_file.writing import CHUNK, MANIFEST, entry_name
from storyboards.uploads import MOST_BYTES as MOST_PICTURE_BYTES
from storyboards.uploads import stored_bytes

MOST_ENTRIES = 100_000
LARGEST_FILE = 2 << 30
LEAST_FREE = 1 << 30
PICTURE_ENDINGS = tuple(PICTURES.values())
ENDING = ".soraease"
BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    struct.error,
)

Data = dict[str, Any]


@contextmanager
def opened(file: IO[bytes]) -> Iterator["ArchiveFile"]:
    """Open an archive file; raise NotAnArchive when it is none, or is damaged."""
    with ExitStack() as stack:
        with _reading():
            archive = ArchiveFile(stack.enter_context(zipfile.ZipFile(file)))
        yield archive


@contextmanager
def _reading() -> Iterator[None]:
    """Say in a sentence what a damaged file makes of its reader."""
    try:
        yield
    except BROKEN as broken:
        raise NotAnArchive(
            _("This file cannot be opened: it is damaged, cut off, or no storyboard. Nothing was imported.")
        ) from broken


def require_likeness(file: IO[bytes]) -> None:
    """Raise NotAnArchive for what is plainly no archive file, by the names in it alone; the rest takes longer."""
    with _reading(), zipfile.ZipFile(file) as archive:
        _entries(archive)


class ArchiveFile:
    """An open archive file: its checked `data`, and its files, each looked for by what the data calls it."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.entries = _entries(archive)
        self.data = check(self._manifest())
        self._check_entries()

    def _manifest(self) -> bytes:
        with self.archive.open(self.entries[MANIFEST]) as entry:
            return entry.read(MOST_BYTES + 1)

    def _check_entries(self) -> None:
        wanted = {entry_name(key, item["mime"]): item["bytes"] for key, item in self.data["media"].items()}
        if wanted.keys() | {MANIFEST} != self.entries.keys():
            raise NotAnArchive(_("This file holds other files than its list of contents says. Nothing was imported."))
        for name, size in wanted.items():
            most = MOST_PICTURE_BYTES if name.endswith(PICTURE_ENDINGS) else LARGEST_FILE
            if self.entries[name].file_size != size or size > most:
                raise NotAnArchive(_("A file in it is not as large as it should be. Nothing was imported."))

    @property
    def bytes(self) -> int:
        """How much its files take once they are stored."""
        return bytes_needed(self.data, {key: item["bytes"] for key, item in self.data["media"].items()})

    def require_room(self, team: Team) -> None:
        """Raise NotAnArchive when the team's storage does not hold the files."""
        most = limits(team.tier).storage_bytes
        if stored_bytes(team) + self.bytes > most:
            raise NotAnArchive(
                _(
                    "Its files need %(needed)s, and the team’s storage of %(most)s has no room for them. "
                    "Delete films or takes, or export the storyboard without media. Nothing was imported."
                )
                % {"needed": filesizeformat(self.bytes), "most": filesizeformat(most)}
            )

    def require_disk(self, folder: Path) -> None:
        """Raise NotAnArchive when there is no room to unpack it in `folder`."""
        needed = sum(item["bytes"] for item in self.data["media"].values())
        if shutil.disk_usage(folder).free < needed + LEAST_FREE:
            raise NotAnArchive(_("The studio has no room to unpack this file just now. Try again later."))

    def unpack(self, key: str, target: Path) -> None:
        """Write a file to `target`; raise NotAnArchive when it is not the one that its hash says."""
        item = self.data["media"][key]
        left, digest = item["bytes"], hashlib.sha256()
        name = entry_name(key, item["mime"])
        with _reading(), self.archive.open(self.entries[name]) as entry, target.open("wb") as copy:
            while left > 0 and (chunk := entry.read(min(CHUNK, left))):
                left -= len(chunk)
                digest.update(chunk)
                copy.write(chunk)
            rest = entry.read(1)
        if left or rest or digest.hexdigest() != key:
            raise NotAnArchive(_("A file in it is not the one that was put in: it is damaged. Nothing was imported."))


def _entries(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return the entries by name, none of them strange."""
    infos = archive.infolist()
    names = [info.filename for info in infos]
    if len(infos) > MOST_ENTRIES or len(set(names)) < len(names) or MANIFEST not in names:
        raise NotAnArchive(_("This is not a storyboard of SoraEase. Choose a file that ends with .soraease."))
    for info in infos:
        if info.filename != MANIFEST and not re.fullmatch(r"media/[0-9a-f]{64}\.[a-z0-9]{3,4}", info.filename):
            raise NotAnArchive(_("This file holds something that is no part of a storyboard. Nothing was imported."))
        if info.flag_bits & 1:
            raise NotAnArchive(
                _("This file is locked with a password. Export the storyboard again. Nothing was imported.")
            )
    return {info.filename: info for info in infos}
