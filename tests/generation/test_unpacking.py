"""An archive file is looked at by one worker at a time, and ends in one state, whatever happens meanwhile."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from generation import dispatching, doorbell, filing, sweeping, unpacking
from generation.unpacking import cancel_unpacking, step_unpacking, take_in, verified
from soraease_web.lease import LeaseLost
from storyboards.archive_file import NotAnArchive
from storyboards.models import Storyboard, Unpacking
from tests import make
from tests.generation.cutting.clips import make_clip
from tests.storyboards.archive_file.rich import believing, rich_board, zipped


@pytest.fixture
def file(team, alice):
    """The file of a board with one of everything."""
    return ContentFile(zipped(rich_board(team, alice)), "lamp.soraease")


@pytest.fixture
def believed(monkeypatch):
    """Films are believed: how they are looked at is tested elsewhere."""
    monkeypatch.setattr(unpacking, "verified", lambda path, *, long=False, on_frames: believing(path, long=long))


def test_the_worker_makes_it_and_throws_the_file_away(file, team, alice, believed):
    row = take_in(file, team, alice)

    assert step_unpacking(row.pk) is True

    row.refresh_from_db()
    assert (row.state, row.error, row.files) == (Unpacking.State.DONE, "", row.looked_at)
    assert row.files > 3
    assert zipped(row.storyboard) == file.file.getvalue()
    assert (row.storyboard.created_by, row.finished_at is not None) == (alice, True)
    assert not default_storage.exists(row.stored_name)
    assert step_unpacking(row.pk) is False


def test_a_lost_ring_loses_nothing(file, team, alice, monkeypatch):
    rung = []
    monkeypatch.setattr(doorbell, "ring_unpacking", lambda pk: rung.append(pk) or True)
    row = take_in(file, team, alice)

    dispatching.dispatch()

    assert rung == [row.pk]


def test_cancelled_meanwhile_nothing_is_made_and_nothing_stays(file, team, alice, believed, monkeypatch):
    row = take_in(file, team, alice)
    before = Storyboard.objects.count()
    make_it = unpacking.import_archive

    def cancelled_at_the_end(source, *, then, **rest):
        def late(board):
            assert cancel_unpacking(row)
            then(board)

        return make_it(source, then=late, **rest)

    monkeypatch.setattr(unpacking, "import_archive", cancelled_at_the_end)
    step_unpacking(row.pk)

    row.refresh_from_db()
    assert Storyboard.objects.count() == before
    assert row.storyboard is None


def test_cancelling_ends_the_decoding_of_a_film(tmp_path):
    clip = make_clip(tmp_path / "x.mp4", seconds=0.5)

    def lost(_frames):
        raise LeaseLost("somebody cancelled")

    with pytest.raises(LeaseLost):
        verified(clip, on_frames=lost)


def test_a_film_of_many_minutes_keeps_the_row(tmp_path):
    told = []

    verified(make_clip(tmp_path / "x.mp4", seconds=2), on_frames=told.append)

    assert told
    assert told[-1] == 48


def test_a_file_that_kills_its_worker_three_times_is_given_up(file, team, alice):
    row = take_in(file, team, alice)
    Unpacking.objects.update(crashes=2, lease_until=timezone.now() - timedelta(seconds=1))

    step_unpacking(row.pk)

    row.refresh_from_db()
    assert (row.state, row.crashes) == (Unpacking.State.REFUSED, 3)
    assert "Nothing was imported" in row.error
    assert not default_storage.exists(row.stored_name)


def test_a_storage_that_is_away_is_waited_for(file, team, alice, monkeypatch):
    row = take_in(file, team, alice)

    def away(*_args, **_options):
        raise OSError("the storage is away")

    monkeypatch.setattr(unpacking, "take_out", away)
    step_unpacking(row.pk)

    row.refresh_from_db()
    assert row.state == Unpacking.State.LOOKING
    assert row.next_due_at > timezone.now()


def test_a_storage_that_never_comes_back_is_not_waited_for_without_end(file, team, alice):
    row = take_in(file, team, alice)
    default_storage.delete(row.stored_name)
    Unpacking.objects.update(created_at=timezone.now() - timedelta(hours=25))

    step_unpacking(row.pk)

    row.refresh_from_db()
    assert row.state == Unpacking.State.REFUSED
    assert "Send it again" in row.error


def test_a_team_has_a_few_in_hand_at_once(file, team, alice):
    for _ in range(unpacking.MOST_AT_ONCE):
        take_in(file, team, alice)

    with pytest.raises(NotAnArchive, match="3 files of your team are being unpacked"):
        take_in(file, team, alice)


def test_what_waits_counts_against_the_storage(file, team, alice, monkeypatch):
    take_in(file, team, alice)
    monkeypatch.setattr(unpacking, "stored_bytes", lambda _team: 5 * 1024**3 - file.size - 1)

    with pytest.raises(NotAnArchive, match="has no room"):
        take_in(file, team, alice)


def test_files_that_wait_are_kept_and_others_are_swept(file, team, alice, monkeypatch):
    kept, ended = take_in(file, team, alice), take_in(file, team, alice)
    Unpacking.objects.filter(pk=ended.pk).update(
        state=Unpacking.State.DONE, finished_at=timezone.now() - timedelta(days=31)
    )
    monkeypatch.setattr(filing, "ORPHAN_AGE", timedelta(seconds=-60))

    found = sweeping.sweep()
    sweeping.sweep_files()

    assert found["unpackings"] == 1
    assert default_storage.exists(kept.stored_name)
    assert not default_storage.exists(ended.stored_name)
    assert list(Unpacking.objects.all()) == [kept]


def test_the_name_of_a_file_is_only_a_name(team, alice):
    row = take_in(ContentFile(zipped(make.storyboard(team)), "../../etc/lamp.soraease"), team, alice)

    assert row.name == "lamp.soraease"
    assert row.stored_name.startswith(f"teams/{team.pk}/unpackings/")
