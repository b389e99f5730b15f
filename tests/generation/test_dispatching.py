"""Who gets a worker now: fair by tier and age, within the places of each team and backend; and the tick around it."""

import threading
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError

from accounts.billing.tiers import Tier
from generation import dispatching, doorbell, sweeping, ticking
from generation.dispatching import dispatch, under_way, who_may_start
from generation.life import step
from generation.models import Job, Pulse, State
from generation.requesting import request_take, request_takes
from generation.submitting import start
from soraease_web.lease import from_now
from storyboards.models import Film
from tests import make
from tests.generation.conftest import QUICK

pytestmark = pytest.mark.django_db


@pytest.fixture
def rings(monkeypatch):
    rung = []
    monkeypatch.setattr(doorbell.bell, "ring", lambda task, args, queue: rung.append((task, args, queue)) or True)
    return rung


@pytest.fixture
def asked(quick):
    """Ask for `count` takes in the name of a new team at `tier`; return their jobs."""

    def ask(name: str, tier: str = Tier.FREE, count: int = 1) -> list[Job]:
        person = make.person(name)
        team = person.teams.get()
        team.tier = tier
        team.save()
        shots = list(make.storyboard(team, shots=count).scenes.get().shots.all())
        return [take.jobs.get() for take in request_takes(shots, "quick", person)]

    return ask


def older(jobs: list[Job], seconds: float) -> None:
    Job.objects.filter(pk__in=[job.pk for job in jobs]).update(created_at=from_now(-timedelta(seconds=seconds)))


def test_a_team_gets_as_many_places_as_its_tier_has(asked):
    asked("free", Tier.FREE, 5)

    assert len(who_may_start()) == 2


def test_jobs_under_way_count_as_places(asked):
    jobs = asked("free", Tier.FREE, 5)
    Job.objects.filter(pk=jobs[0].pk).update(state=State.RUNNING)

    assert [job.pk for job in who_may_start()] == [jobs[1].pk]


def test_a_backend_has_its_places_too(asked, quick):
    quick.GENERATION_BACKENDS = {"quick": {**QUICK, "OPTIONS": {"running": 3}}}
    asked("one", Tier.STUDIO, 5)

    assert len(who_may_start()) == 3


def test_46_one_paid_shot_passes_five_hundred_free_ones(asked):
    free = asked("free", Tier.FREE, 20)
    older(free, 300)
    paid = asked("paid", Tier.STUDIO, 1)

    assert who_may_start()[0].pk == paid[0].pk


def test_46_a_free_shot_that_has_waited_a_quarter_of_an_hour_passes_new_paid_ones(asked):
    free = asked("free", Tier.FREE, 1)
    older(free, 15 * 60)
    asked("paid", Tier.STUDIO, 5)

    assert who_may_start()[0].pk == free[0].pk


def test_a_step_holds_to_the_places_also_when_it_was_rung_twice(asked):
    jobs = [Job.objects.with_story().claim(job.pk) for job in asked("free", Tier.FREE, 3)]

    begun = [start(job, State.RUNNING) for job in jobs]

    assert begun == [True, True, False]
    assert Job.objects.get(pk=jobs[2].pk).lease_until is None


def test_what_is_due_is_rung_in_the_right_queue(asked, rings):
    jobs = asked("studio", Tier.STUDIO, 3)
    Job.objects.filter(pk=jobs[1].pk).update(state=State.VERIFYING)

    rung = dispatch()

    assert rung == 3
    assert rings == [
        ("generation.tasks.step", (jobs[1].pk,), "media"),
        ("generation.tasks.step", (jobs[0].pk,), "media"),
        ("generation.tasks.step", (jobs[2].pk,), "media"),
    ]


def test_short_moves_of_a_remote_job_go_to_the_short_queue(fake, alice, team, rings):
    fake()
    shot = make.storyboard(team).scenes.get().shots.get()
    job = request_take(shot, "fake", alice).jobs.get()

    queues = []
    for state in (State.QUEUED, State.RUNNING, State.FETCHING, State.VERIFYING, State.CANCELLING, State.UNKNOWN):
        job.state = state
        queues.append(doorbell.queue_of(job))

    assert queues == ["steps", "steps", "media", "media", "steps", "steps"]


def test_a_row_that_is_held_or_not_due_is_not_rung(asked, rings):
    held, later = asked("studio", Tier.STUDIO, 2)
    Job.objects.claim(held.pk)
    Job.objects.filter(pk=later.pk).update(next_due_at=from_now(timedelta(seconds=60)))

    assert (dispatch(), rings) == (0, [])


def test_a_row_whose_worker_died_is_rung_again(asked, later):
    job = asked("studio", Tier.STUDIO, 1)[0]
    Job.objects.claim(job.pk)
    Job.objects.filter(pk=job.pk).update(state=State.RUNNING)

    later(31)

    assert [row.pk for row in under_way()] == [job.pk]


def test_films_are_rung_and_thrown_away_ones_are_not(team, rings, quick):
    board = make.storyboard(team)
    film = Film.objects.create(storyboard=board, number=1, cut={})
    Film.objects.create(storyboard=board, number=2, cut={}, deleted_at=board.created_at)

    dispatch()

    assert rings == [("generation.tasks.film", (film.pk,), "media")]


def test_when_the_broker_is_away_nobody_rings_on(asked, monkeypatch):
    asked("studio", Tier.STUDIO, 3)
    tried = []
    monkeypatch.setattr(doorbell.bell, "ring", lambda *ring: tried.append(ring) or False)

    assert (dispatch(), len(tried)) == (0, 1)


# --- the tick ---------------------------------------------------------------------------------------------------------


def test_a_tick_shows_that_it_lives(rings, quick):
    ticking.tick()
    first = Pulse.objects.get(name="tick").at

    ticking.tick()

    assert Pulse.objects.get(name="tick").at > first


def test_the_command_does_one_pass(rings, asked):
    asked("studio", Tier.STUDIO, 1)

    call_command("tick", once=True)

    assert [ring[0].rpartition(".")[2] for ring in rings] == ["step", "sweep_files"]


def test_the_tick_survives_a_dead_database(monkeypatch, caplog):
    monkeypatch.setattr(ticking, "tick", _raise(OperationalError("gone")))

    assert ticking.Ticker(threading.Event()).once() is False
    assert "The database does not answer, the tick waits: gone" in caplog.text


def test_the_tick_survives_a_dead_storage(monkeypatch, caplog, rings, quick):
    monkeypatch.setattr(ticking.sweeping, "sweep", _raise(OSError("no bucket")))

    assert ticking.Ticker(threading.Event()).once() is True
    assert "The storage does not answer, sweeping waits: no bucket" in caplog.text


def test_the_tick_sweeps_at_its_own_pace(monkeypatch, rings, quick):
    swept = []
    monkeypatch.setattr(ticking.sweeping, "sweep", lambda: swept.append(1) or {})
    ticker = ticking.Ticker(threading.Event())

    for _ in range(5):
        ticker.once()

    assert len(swept) == 1


def test_the_tick_has_the_storage_swept_at_its_start_and_once_a_day(monkeypatch, rings, quick):
    ticker = ticking.Ticker(threading.Event())
    counts = []

    for since in (0, 301, 301):
        ticker.swept_at -= since
        ticker.once()
        counts.append(len(rings))
        sweeping.sweep_files()
    Pulse.objects.filter(name=sweeping.FILES).update(at=from_now(-timedelta(hours=25)))
    ticker.swept_at -= 301
    ticker.once()

    assert (counts, len(rings)) == ([1, 1, 1], 2)


def test_the_tick_stops_when_it_is_told(monkeypatch, rings, quick):
    stop = threading.Event()
    monkeypatch.setattr(ticking, "tick", stop.set)
    monkeypatch.setattr(ticking.sweeping, "sweep", dict)
    monkeypatch.setattr(ticking, "close_old_connections", lambda: None)  # the test is inside a transaction

    ticking.Ticker(stop).run()

    assert stop.is_set()


def test_one_question_per_thing_not_per_row(asked, rings, django_assert_max_num_queries):
    asked("studio", Tier.STUDIO, 12)

    with django_assert_max_num_queries(5):
        dispatch()


def _raise(error: Exception):
    def fail(*_args):
        raise error

    return fail


def test_the_head_start_of_the_heaviest_tier_is_less_than_a_quarter_of_an_hour():
    heaviest = max(of.queue_weight for of in dispatching.LIMITS.values())
    lightest = min(of.queue_weight for of in dispatching.LIMITS.values())

    assert dispatching.HEAD_START * (heaviest - lightest) < timedelta(minutes=15)


def test_a_job_whose_backend_is_gone_ends_and_stops_nobody(asked, quick, rings):
    gone, other = asked("one", Tier.STUDIO, 1), asked("two", Tier.STUDIO, 1)
    Job.objects.filter(pk=gone[0].pk).update(backend="yesterday")

    rung = dispatch()
    step(gone[0].pk)

    job = Job.objects.get(pk=gone[0].pk)
    assert (rung, [ring[1] for ring in rings]) == (2, [(gone[0].pk,), (other[0].pk,)])
    assert (job.state, job.error_code) == (State.FAILED, "backend_gone")
