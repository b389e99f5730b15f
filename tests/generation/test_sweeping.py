"""What crashes leave behind is put right, and what is needed is left alone."""

import os
import time
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone

from accounts.billing import credits
from generation import sweeping
from generation.arriving import workplace
from generation.requesting import request_take
from generation.running import run_until_done
from storyboards.models import Asset, Film, Take
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def shot(team):
    return make.storyboard(team).scenes.get().shots.get()


def stored(name: str, *, hours: float) -> str:
    default_storage.save(name, ContentFile(b"x"))
    then = time.time() - hours * 3600
    os.utime(default_storage.path(name), (then, then))
    return name


def test_a_hold_whose_job_is_gone_is_given_back(quick, shot, alice, team):
    request_take(shot, "dear", alice)
    Take.objects.all().delete()

    assert sweeping.open_holds() == 1
    assert team.lines.balance() == 200


def test_a_hold_whose_take_has_failed_is_given_back(quick, shot, alice, team):
    take = request_take(shot, "dear", alice)
    Take.objects.filter(pk=take.pk).update(state=Take.State.FAILED)

    assert sweeping.open_holds() == 1
    assert team.lines.balance() == 200


def test_a_hold_whose_job_is_open_stays(quick, shot, alice, team):
    request_take(shot, "dear", alice)

    assert sweeping.open_holds() == 0
    assert team.lines.balance() == 190


def test_a_hold_that_was_captured_stays_so(quick, shot, alice, team):
    take = request_take(shot, "dear", alice)
    run_until_done([take.pk])

    assert sweeping.open_holds() == 0
    assert team.lines.balance() == 190


def test_holds_of_others_are_not_ours(team):
    credits.hold(team, 5, reference="order:1")

    assert sweeping.open_holds() == 0


def test_a_file_without_a_row_goes_after_a_day_and_not_before(team):
    old = stored(f"teams/{team.pk}/takes/orphan.mp4", hours=25)
    young = stored(f"teams/{team.pk}/takes/young.mp4", hours=23)

    assert sweeping.orphan_files() == 1
    assert [default_storage.exists(name) for name in (old, young)] == [False, True]


def test_a_file_with_a_row_stays(quick, shot, alice):
    take = request_take(shot, "quick", alice)
    run_until_done([take.pk])
    for asset in Asset.objects.all():
        os.utime(asset.file.path, (0, 0))

    assert sweeping.orphan_files() == 0


def test_a_part_stays_while_its_take_is_in_the_works(quick, shot, alice, team):
    take = request_take(shot, "quick", alice)
    stored(f"teams/{team.pk}/takes/{take.jobs.get().key}-part.mp4", hours=48)
    before = sweeping.orphan_files()
    Take.objects.update(state=Take.State.DONE)

    assert (before, sweeping.orphan_files()) == (0, 1)


def test_panels_and_other_files_are_not_touched(team):
    stored(f"teams/{team.pk}/panels/abc.webp", hours=48)

    assert sweeping.orphan_files() == 0


def test_without_any_file_there_is_nothing_to_sweep():
    assert sweeping.orphan_files() == 0


def test_the_file_of_a_film_goes_a_day_after_it_was_thrown_away(team):
    board = make.storyboard(team)
    name = stored(f"teams/{team.pk}/films/1.mp4", hours=48)
    asset = Asset.objects.create(team=team, kind="film", file=name, mime="video/mp4", bytes=1, sha256="0")
    film = Film.objects.create(storyboard=board, number=1, cut={}, asset=asset, deleted_at=timezone.now())
    before = sweeping.thrown_away()
    Film.objects.filter(pk=film.pk).update(deleted_at=timezone.now() - timedelta(hours=25))

    assert (before, sweeping.thrown_away(), default_storage.exists(name)) == (0, 1, False)


def test_a_room_that_nobody_wrote_into_for_an_hour_is_removed(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    old, busy = workplace() / "job-1-a", workplace() / "job-2-b"
    for room in (old, busy):
        room.mkdir()
        (room / "take.mp4").write_bytes(b"x")
        os.utime(room, (0, 0))
    os.utime(old / "take.mp4", (0, 0))

    assert sweeping.stale_rooms() == 1
    assert [room.exists() for room in (old, busy)] == [False, True]


def test_the_command_tells_what_it_found(capsys, team):
    stored(f"teams/{team.pk}/takes/orphan.mp4", hours=25)

    call_command("sweep_jobs")

    assert "orphans: 1" in capsys.readouterr().out
