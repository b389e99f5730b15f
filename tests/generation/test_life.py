"""From wish to take, on a backend that draws here."""

import pytest
from django.core.files.storage import default_storage

from accounts.billing.models import Line
from generation import arriving, drawing, keeping, sweeping
from generation.cancelling import cancel_take
from generation.life import step
from generation.models import Job, State
from generation.requesting import request_take
from generation.running import run_until_done
from storyboards.models import Asset, Take
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def shot(team):
    return make.storyboard(team).scenes.get().shots.get()


def test_a_take_is_done_circled_and_kept_with_all_its_files(quick, shot, alice):
    take = request_take(shot, "quick", alice)

    run_until_done([take.pk])

    take.refresh_from_db()
    shot.refresh_from_db()
    assert (take.state, shot.circled_take_id) == (Take.State.DONE, take.pk)
    assert (take.mezzanine.frames, take.mezzanine.width, take.mezzanine.height) == (48, 320, 180)
    assert [default_storage.size(name) for name in _files(take)] == [asset.bytes for asset in _assets(take)]


def test_every_move_leaves_a_step(quick, shot, alice):
    take = request_take(shot, "quick", alice)

    run_until_done([take.pk])

    assert list(take.jobs.get().steps.values_list("state", flat=True)) == ["queued", "running", "verifying", "done"]


def test_the_estimate_is_held_and_then_captured(quick, shot, alice, team):
    take = request_take(shot, "dear", alice)
    held = _moved(take)

    run_until_done([take.pk])

    take.refresh_from_db()
    assert held == {"hold": -10}
    assert _moved(take) == {"hold": -10, "release": 10, "capture": -10}
    assert (take.estimate, take.cost, team.lines.balance()) == (10, 10, 190)


def test_what_cannot_be_drawn_is_refused_and_costs_nothing(quick, shot, alice, team):
    shot.action = "Something forbidden happens."
    shot.save()
    take = request_take(shot, "dear", alice)

    run_until_done([take.pk])

    take.refresh_from_db()
    job = take.jobs.get()
    assert (take.state, job.state, job.error_code) == (Take.State.FAILED, State.REFUSED, "cannot_be_drawn")
    assert job.error == "This cannot be drawn. No credits were taken: the 10 that were held are yours again."
    assert team.lines.balance() == 200


def test_a_second_take_leaves_the_circle_where_it_is(quick, shot, alice):
    first = request_take(shot, "quick", alice)
    run_until_done([first.pk])
    second = request_take(shot, "quick", alice)

    run_until_done([second.pk])

    shot.refresh_from_db()
    assert (second.number, shot.circled_take_id) == (2, first.pk)


def test_a_step_of_a_job_that_has_ended_does_nothing(quick, shot, alice):
    take = request_take(shot, "quick", alice)
    run_until_done([take.pk])
    job = take.jobs.get()

    assert step(job.pk) is False
    assert job.steps.count() == 4


def test_a_step_delivered_five_times_has_one_effect(quick, shot, alice):
    job = request_take(shot, "dear", alice).jobs.get()

    moved = [step(job.pk) for _ in range(5)]

    assert moved == [True, False, False, False, False]
    assert Asset.objects.count() == 3


def test_a_long_shot_is_made_of_chained_jobs_and_joined(settings, shot, alice, quick):
    quick.GENERATION_BACKENDS = {
        "short": {
            "BACKEND": "tests.provider.drawing.QuickBackend",
            "OPTIONS": {"longest": "1", "credits_per_second": "5"},
        }
    }
    shot.frames = 60
    shot.save()
    take = request_take(shot, "short", alice)

    run_until_done([take.pk])

    take.refresh_from_db()
    assert [job.request["frames"] for job in take.jobs.all()] == [20, 20, 20]
    assert len({job.request["seed"] for job in take.jobs.all()}) == 3
    assert (take.state, take.mezzanine.frames, take.cost) == (Take.State.DONE, 60, take.estimate)


def test_a_job_that_nobody_claimed_is_not_moved(quick, shot, alice):
    job = request_take(shot, "quick", alice).jobs.get()
    Job.objects.claim(job.pk)

    assert step(job.pk) is False


def _assets(take):
    return [take.asset, take.mezzanine, take.poster]


def _files(take):
    return [asset.file.name for asset in _assets(take)]


def _moved(take) -> dict[str, int]:
    references = [job.reference for job in take.jobs.all()]
    return dict(Line.objects.filter(reference__in=references).values_list("kind", "credits"))


def test_41_storage_that_is_away_is_waited_for_and_nothing_is_charged(quick, shot, alice, team, monkeypatch, later):
    take = request_take(shot, "dear", alice)
    with monkeypatch.context() as broken:
        broken.setattr(keeping, "put", _no_storage)
        step(take.jobs.get().pk)
    job = take.jobs.get()
    waiting = (job.state, job.lease_until, team.lines.balance())

    later(40)
    run_until_done([take.pk])

    take.refresh_from_db()
    assert waiting == (State.VERIFYING, None, 190)
    assert (take.state, take.cost) == (Take.State.DONE, 10)


def test_40_a_full_disk_is_waited_for(quick, shot, alice, monkeypatch, later):
    take = request_take(shot, "quick", alice)
    with monkeypatch.context() as full:
        full.setattr(arriving, "LEAST_FREE", 1 << 60)
        step(take.jobs.get().pk)
    waiting = take.jobs.get().state

    later(70)
    run_until_done([take.pk])

    take.refresh_from_db()
    assert (waiting, take.state) == (State.RUNNING, Take.State.DONE)


def test_44_a_take_that_is_deleted_with_its_storyboard_leaves_no_hold(quick, shot, alice, team, monkeypatch):
    take = request_take(shot, "dear", alice)
    monkeypatch.setattr(drawing, "failpoint", lambda at: shot.scene.storyboard.delete() if at == "drawn" else None)

    step(take.jobs.get().pk)

    assert (Take.objects.count(), sweeping.open_holds(), team.lines.balance()) == (0, 1, 200)


def test_progress_is_shown_while_it_is_drawn(quick, shot, alice, monkeypatch):
    seen = []
    monkeypatch.setattr(drawing, "RENEW_EVERY", 0)
    monkeypatch.setattr(drawing, "announce", lambda job: seen.append(job.progress))
    take = request_take(shot, "quick", alice)

    run_until_done([take.pk])

    assert seen == [0.1, 1.0]


def test_a_person_who_cancels_while_it_is_drawn_stops_the_drawing(quick, shot, alice, team, monkeypatch):
    monkeypatch.setattr(drawing, "RENEW_EVERY", 0)
    take = request_take(shot, "dear", alice)
    monkeypatch.setattr(drawing, "announce", lambda _job: cancel_take(take))

    step(take.jobs.get().pk)

    take.refresh_from_db()
    assert (take.state, take.jobs.get().state, team.lines.balance()) == (Take.State.CANCELLED, State.CANCELLED, 200)


def _no_storage(*_args):
    raise OSError("no bucket")
