"""What crashes leave behind is put right, and what is needed is left alone."""

import os
import time
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from accounts.billing import credits
from generation import filing, sweeping
from generation.requesting import request_take
from generation.rooms import make_room, workplace
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

    assert filing.orphan_files() == 1
    assert [default_storage.exists(name) for name in (old, young)] == [False, True]


def test_a_file_with_a_row_stays(quick, shot, alice):
    take = request_take(shot, "quick", alice)
    run_until_done([take.pk])
    for asset in Asset.objects.all():
        os.utime(asset.file.path, (0, 0))

    assert filing.orphan_files() == 0


def test_a_part_stays_while_its_take_is_in_the_works(quick, shot, alice, team):
    take = request_take(shot, "quick", alice)
    stored(f"teams/{team.pk}/takes/{take.jobs.get().key}-part.mp4", hours=48)
    before = filing.orphan_files()
    Take.objects.update(state=Take.State.DONE)

    assert (before, filing.orphan_files()) == (0, 1)


def test_panels_and_other_files_are_not_touched(team):
    stored(f"teams/{team.pk}/panels/abc.webp", hours=48)

    assert filing.orphan_files() == 0


def test_without_any_file_there_is_nothing_to_sweep():
    assert filing.orphan_files() == 0


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


def test_the_next_deed_on_a_machine_clears_the_rooms_of_its_dead_workers(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    old = workplace() / "film-1-a"
    old.mkdir()
    os.utime(old, (0, 0))

    with make_room("job-2") as room:
        there = [old.exists(), room.exists()]

    assert (there, list(workplace().iterdir())) == ([False, True], [])


# --- files that the storage has lost ----------------------------------------------------------------------------------


@pytest.fixture
def taken(quick, shot, alice):
    """A take whose rows are two hours old."""
    take = request_take(shot, "quick", alice)
    run_until_done([take.pk])
    Asset.objects.update(created_at=timezone.now() - timedelta(hours=2))
    take.refresh_from_db()
    return take


def missing() -> list[str]:
    return list(Asset.objects.exclude(missing_since=None).values_list("file", flat=True))


def test_what_is_stored_is_not_lost(taken):
    assert (filing.lost_files(), missing()) == (0, [])


def test_a_row_whose_file_is_lost_is_marked_once_and_told(taken, caplog):
    default_storage.delete(taken.asset.stored_name)

    found = [filing.lost_files(), filing.lost_files()]

    assert (found, missing()) == ([1, 0], [taken.asset.stored_name])
    assert caplog.text.count("The storage has lost 1 files of teams/") == 1


def test_a_file_that_was_restored_is_not_marked_any_more(taken):
    name = taken.asset.stored_name
    with default_storage.open(name) as file:
        content = file.read()
    default_storage.delete(name)
    filing.lost_files()

    default_storage.save(name, ContentFile(content))

    assert (filing.lost_files(), missing()) == (0, [])


def test_a_row_of_this_hour_is_not_judged(taken):
    Asset.objects.update(created_at=timezone.now())
    default_storage.delete(taken.asset.stored_name)

    assert filing.lost_files() == 0


def test_24_the_page_of_a_take_whose_file_is_lost_says_so(taken, client, alice):
    default_storage.delete(taken.asset.stored_name)
    filing.lost_files()
    client.force_login(alice)

    page = client.get(reverse("take", args=[taken.pk]))
    file = client.get(reverse("asset", args=[taken.asset_id]))

    assert "The storage has lost this file." in page.content.decode()
    assert (page.status_code, file.status_code) == (200, 404)


def test_known_files_cost_neither_a_question_each_nor_a_look_at_the_storage(
    taken, team, monkeypatch, django_assert_num_queries
):
    for number in range(40):
        name = stored(f"teams/{team.pk}/takes/{number}.mp4", hours=48)
        Asset.objects.create(team=team, kind="take", file=name, mime="video/mp4", bytes=1, sha256="0")
    looked = []
    monkeypatch.setattr(FileSystemStorage, "get_modified_time", lambda _storage, name: looked.append(name))

    with django_assert_num_queries(2):
        assert filing.orphan_files() == 0
    assert looked == []


def test_the_command_tells_what_it_found(capsys, team):
    stored(f"teams/{team.pk}/takes/orphan.mp4", hours=25)

    call_command("sweep_jobs")

    assert "orphans: 1\nlost: 0" in capsys.readouterr().out
