"""`manage.py film`: from script to film without a browser, for real."""

import errno
import hashlib
import io
import json
import sys
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db.models.functions import Now

from accounts.billing import credits
from accounts.billing.refusals import CreditsRefused
from generation.backends.errors import Unsupported
from generation.models import Job, Pulse
from soraease_web import filming
from storyboards.models import Film, Storyboard, Take

SCRIPT = """Title: A Lamp

INT. LAMP ROOM - NIGHT

Marta lights the lamp.
"""


@pytest.fixture
def script(tmp_path):
    path = tmp_path / "lamp.fountain"
    path.write_text(SCRIPT)
    return path


def film(*arguments: object) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("film", *map(str, arguments), stdout=out, stderr=err)
    except SystemExit as end:
        return end.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


@pytest.mark.django_db(transaction=True)
def test_a_script_becomes_a_film_and_one_line_of_json(script, tmp_path):
    target = tmp_path / "lamp.mp4"

    code, printed, _errors = film(script, "--out", target, "--json")

    made = Film.objects.get()
    content = target.read_bytes()
    assert code == 0
    assert json.loads(printed) == {
        "storyboard": made.storyboard_id,
        "scenes": 1,
        "shots": Take.objects.count(),
        "frames": made.frames,
        "seconds": round(made.frames / 24, 3),
        "film": str(target),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    assert content[4:8] == b"ftyp"
    assert made.asset.sha256 == hashlib.sha256(content).hexdigest()
    assert [path.name for path in tmp_path.glob(".lamp*")] == []


@pytest.mark.django_db(transaction=True)
def test_a_script_from_standard_input_becomes_a_film_in_another_shape(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(SCRIPT.encode())))

    code, printed, _errors = film("-", "--out", tmp_path / "lamp.mp4", "--aspect", "9:16")

    board = Storyboard.objects.get()
    assert code == 0
    assert board.aspect == "9:16"
    assert printed.startswith(f"{tmp_path / 'lamp.mp4'}: 1 scenes, ")
    assert f"storyboard {board.pk}, SHA-256 " in printed


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "empty"), (b"\x00\x01\x02\xff" * 100, "")],
)
def test_a_script_that_cannot_be_read_is_misuse_and_makes_nothing(tmp_path, content, sentence):
    path = tmp_path / "bad.fountain"
    path.write_bytes(content)

    code, printed, errors = film(path, "--out", tmp_path / "film.mp4", "--json")

    assert code == 2
    assert json.loads(printed) == {"error": errors.strip()}
    assert sentence in errors
    assert not Storyboard.objects.exists()
    assert not (tmp_path / "film.mp4").exists()


@pytest.mark.django_db(transaction=True)
def test_a_script_that_is_not_there_is_misuse(tmp_path):
    code, _printed, errors = film(tmp_path / "none.fountain", "--out", tmp_path / "film.mp4")

    assert (code, errors) == (2, f"{tmp_path / 'none.fountain'} cannot be read: No such file or directory.\n")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("target", ["", "no/such/folder/film.mp4"])
def test_a_film_that_could_not_be_written_is_not_begun(script, tmp_path, target):
    code, _printed, errors = film(script, "--out", tmp_path / target)

    assert code == 2
    assert "--out must be a file in a folder that is there" in errors
    assert not Storyboard.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_folder_that_takes_no_file_is_told_before_anything_is_made(script):
    code, _printed, errors = film(script, "--out", "/proc/film.mp4")

    assert code == 2
    assert errors.startswith("The film cannot be written to /proc/film.mp4: ")
    assert not Storyboard.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_is_no_plain_file_is_not_replaced(script):
    code, _printed, errors = film(script, "--out", "/dev/null")

    assert (code, "--out must be a file" in errors) == (2, True)


@pytest.mark.django_db(transaction=True)
def test_an_endless_script_is_refused_without_being_read_to_its_end(tmp_path):
    code, _printed, errors = film("/dev/zero", "--out", tmp_path / "film.mp4")

    assert (code, "larger than 2 MB" in errors) == (2, True)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "refusal", [CreditsRefused("Too dear."), Unsupported("Too long."), ValidationError("No room.")]
)
def test_takes_that_are_refused_leave_no_storyboard_behind(script, tmp_path, monkeypatch, refusal):
    def refuse(*_):
        raise refusal

    monkeypatch.setattr(filming, "request_takes", refuse)

    code, printed, errors = film(script, "--out", tmp_path / "film.mp4", "--json")

    assert code == 1
    assert json.loads(printed) == {"error": errors.strip()}
    assert errors.strip() in ("Too dear.", "Too long.", "No room.")
    assert not Storyboard.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_ctrl_c_half_way_cancels_what_is_open_and_says_what_is_left(script, tmp_path, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(filming, "run_until_done", interrupt)

    code, printed, errors = film(script, "--out", tmp_path / "film.mp4", "--json")

    count, board = Take.objects.count(), Storyboard.objects.get()
    assert code == 130
    assert json.loads(printed) == {"error": errors.strip()}
    assert errors.startswith(f"Stopped. 0 of {count} shots have a take")
    assert f"storyboard {board.pk}." in errors
    assert not Take.objects.exclude(state=Take.State.CANCELLED).exists()
    assert not Job.objects.open().exists()
    assert credits.account(board.team).held == 0
    assert list(tmp_path.glob("*.mp4")) == []


@pytest.mark.django_db(transaction=True)
def test_ctrl_c_while_the_film_is_joined_cancels_the_film_and_keeps_the_takes(script, tmp_path, monkeypatch):
    work = filming.run_until_done

    def interrupt_the_film(takes, film_id=None, **also):
        if film_id is not None:
            raise KeyboardInterrupt
        work(takes, **also)

    monkeypatch.setattr(filming, "run_until_done", interrupt_the_film)

    code, _printed, errors = film(script, "--out", tmp_path / "film.mp4")

    count = Take.objects.filter(state=Take.State.DONE).count()
    assert (code, Film.objects.get().state) == (130, Film.State.CANCELLED)
    assert errors.startswith(f"Stopped. {count} of {count} shots have a take")


@pytest.mark.django_db(transaction=True)
def test_a_disk_that_fills_up_at_the_end_is_told_and_the_film_is_kept(script, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(filming, "copy_out", full)

    code, _printed, errors = film(script, "--out", tmp_path / "film.mp4")

    made = Film.objects.get()
    assert (code, made.state) == (1, Film.State.DONE)
    assert "could not be written to" in errors
    assert "No space left on device. It can be downloaded in the studio: it is the film of storyboard" in errors


@pytest.mark.django_db(transaction=True)
def test_an_account_that_does_not_exist_is_misuse(script, tmp_path):
    code, _printed, errors = film(script, "--out", tmp_path / "film.mp4", "--account", "nobody@example.com")

    assert (code, errors) == (2, "There is no account nobody@example.com; --account names one.\n")


@pytest.mark.django_db(transaction=True)
def test_a_shot_without_a_take_makes_no_film_and_says_why(script, tmp_path, monkeypatch):
    def lose(take_ids, *_ignored, **_also):
        Take.objects.filter(pk__in=take_ids).update(state=Take.State.CANCELLED)

    monkeypatch.setattr(filming, "run_until_done", lose)

    code, _printed, errors = film(script, "--out", tmp_path / "film.mp4")

    assert code == 1
    assert "shots have no take. The first of them: It was cancelled." in errors
    assert not (tmp_path / "film.mp4").exists()


@pytest.mark.django_db(transaction=True)
def test_while_a_studio_works_the_command_waits_for_it(script, tmp_path, monkeypatch):
    Pulse.objects.update_or_create(name="tick", defaults={"at": Now()})
    worked = []

    def a_worker_elsewhere(_seconds):
        worked.append(Take.objects.update(state=Take.State.CANCELLED))

    monkeypatch.setattr(filming.time, "sleep", a_worker_elsewhere)
    monkeypatch.setattr(filming, "run_until_done", lambda *_, **__: pytest.fail("worked itself"))

    code, _printed, _errors = film(script, "--out", tmp_path / "film.mp4")

    assert (code, len(worked)) == (1, 1)


def test_a_copy_is_whole_or_not_there(tmp_path, monkeypatch):
    target = tmp_path / "film.mp4"
    target.write_bytes(b"the film of yesterday")
    default_storage.save("films/1.mp4", ContentFile(b"x" * 3_000_000))
    monkeypatch.setattr(filming.Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("disk full")))

    with pytest.raises(OSError, match="disk full"):
        filming.copy_out("films/1.mp4", target)

    assert target.read_bytes() == b"the film of yesterday"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".film")] == []


def test_a_copy_replaces_what_was_there(tmp_path):
    target = tmp_path / "film.mp4"
    target.write_bytes(b"the film of yesterday")
    default_storage.save("films/2.mp4", ContentFile(b"a film"))

    digest = filming.copy_out("films/2.mp4", target)

    assert (target.read_bytes(), digest) == (b"a film", hashlib.sha256(b"a film").hexdigest())
