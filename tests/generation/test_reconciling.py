"""What a provider has and we do not: taken up again where it can be, told with its cost where it cannot."""

import threading
from datetime import timedelta

import pytest
from django.core.management import call_command

from generation import doorbell, reconciling, ticking
from generation import leaks as leaks_of
from generation.cancelling import cancel_take
from generation.life import step
from generation.models import Job, Leak, Pulse, State
from generation.requesting import request_take
from soraease_web.lease import from_now
from storyboards.models import Take
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def shot(team):
    return make.shot(make.scene(make.storyboard(team, scenes=0)), frames=24)


@pytest.fixture
def running(fake, shot, alice):
    """A provider that lists, and a job that it has."""
    provider = fake(find=True, cancel=True)
    job = request_take(shot, "fake", alice).jobs.get()
    step(job.pk)
    job.refresh_from_db()
    return provider, job


def leaks() -> list[tuple]:
    return list(Leak.objects.values_list("remote_id", "reason", "credits", "job"))


def test_what_both_know_is_no_leak(running):
    assert (reconciling.reconcile(), leaks()) == (0, [])


def test_a_job_of_which_we_know_nothing_is_told_once(running, caplog):
    _provider, _job = running
    Take.objects.all().delete()

    found = [reconciling.reconcile(), reconciling.reconcile()]

    assert (found, leaks()) == ([1, 0], [("remote-1", "unknown", None, None)])
    assert caplog.text.count("Leak at fake: remote-1 may cost an unknown amount") == 1


def test_a_job_that_we_gave_up_and_that_ran_on_is_told_with_its_cost(running, later):
    provider, job = running
    provider.always("cancel", {"kind": "status", "status": 500})
    cancel_take(job.take)
    for _ in range(12):
        step(job.pk)
        later(150)
    job.refresh_from_db()

    reconciling.reconcile()

    assert (job.state, leaks()) == (State.CANCELLED, [("remote-1", "given up", 5, job.pk)])


def test_a_job_that_was_stopped_at_the_provider_costs_nothing(running, later):
    _provider, job = running
    cancel_take(job.take)
    step(job.pk)

    assert (reconciling.reconcile(), leaks()) == (0, [])


def test_a_second_job_under_one_key_is_told(running):
    _provider, job = running
    Job.objects.filter(pk=job.pk).update(remote_id="remote-0")

    reconciling.reconcile()

    assert leaks() == [("remote-1", "second", 5, job.pk)]


def test_jobs_of_other_programs_at_the_same_account_are_not_ours(running):
    provider, job = running
    provider.misbehaves("list", {})
    Job.objects.filter(pk=job.pk).update(remote_id="remote-1")

    assert reconciling.compare("fake", [reconciling.Listed("r", "somebody-elses", reconciling.RemoteState.DONE)]) == 0
    assert leaks() == []


def test_49_after_an_old_backup_came_back_nothing_is_asked_for_twice(running, later):
    """The database says queued, as an hour ago; the provider has had it since."""
    provider, job = running
    Job.objects.filter(pk=job.pk).update(state=State.QUEUED, remote_id="", submitted_at=None)

    reconciling.reconcile()
    for _ in range(10):
        step(job.pk)
        later(130)

    job.refresh_from_db()
    assert (job.state, job.remote_id, provider.counted("submit"), leaks()) == (State.DONE, "remote-1", 1, [])


def test_39_a_second_id_is_told_when_it_comes(fake, shot, alice, later):
    provider = fake(idempotent=True, cancel=True)
    take = request_take(shot, "fake", alice)
    provider.misbehaves("submit", "reset", "twice")
    job = take.jobs.get()
    step(job.pk)
    Job.objects.filter(pk=job.pk).update(remote_id="remote-1")
    later(130)

    step(job.pk)

    assert leaks() == [("remote-2", "second", 5, job.pk)]
    assert [one["status"] for one in provider.jobs] == ["running", "cancelled"]


def test_two_jobs_whose_outcome_nobody_knows_are_two_leaks_and_each_is_told_once(fake, team, alice, later):
    provider = fake()
    provider.always("submit", "reset")
    shots = make.storyboard(team, shots=2).scenes.get().shots.all()
    jobs = [request_take(shot, "fake", alice).jobs.get() for shot in shots]
    for _ in range(20):
        for job in jobs:
            step(job.pk)
        later(130)

    told = [leaks_of.tell("fake", "", Leak.Reason.UNCONFIRMED, job) for job in jobs]

    assert leaks() == [("", "unsure", 10, jobs[0].pk), ("", "unsure", 10, jobs[1].pk)]
    assert told == [False, False]


# --- when ---------------------------------------------------------------------------------------------------------


def test_a_provider_that_is_away_is_asked_again_before_a_day_is_over(running):
    provider, _job = running
    provider.misbehaves("list", {"kind": "status", "status": 503})

    reconciling.reconcile()
    before = reconciling.is_due()
    reconciling.reconcile()

    assert (before, reconciling.is_due()) == (True, False)


def test_a_day_later_it_is_due_again(running):
    reconciling.reconcile()
    Pulse.objects.filter(name=reconciling.NAME).update(at=from_now(-timedelta(hours=25)))

    assert reconciling.is_due()


def test_without_a_provider_that_lists_it_is_never_due(fake):
    fake()

    assert not reconciling.is_due()


def test_the_tick_rings_for_it_at_its_start_and_when_it_is_due(running, monkeypatch):
    rung = []
    monkeypatch.setattr(doorbell, "ring_reconcile", lambda: rung.append(1))
    monkeypatch.setattr(doorbell, "ring_sweep_files", lambda: None)
    monkeypatch.setattr(ticking.dispatching, "dispatch", lambda: 0)
    reconciling.reconcile()
    ticker = ticking.Ticker(threading.Event())
    counts = []

    for age in (0, 0, 301):
        ticker.swept_at -= age
        ticker.once()
        counts.append(len(rung))
    Pulse.objects.filter(name=reconciling.NAME).update(at=from_now(-timedelta(hours=25)))
    ticker.swept_at -= 301
    ticker.once()

    assert (counts, len(rung)) == ([1, 1, 1], 2)


def test_the_command_tells_what_leaks(running, capsys):
    Take.objects.all().delete()

    call_command("leaks", look=True)

    said = capsys.readouterr().out
    assert "Looked at: fake\nNew: 1\n" in said
    assert "fake  remote-1  ? credits  no job: no job of ours has its tag" in said
    assert said.endswith("1 in all: 0 credits, and 1 of unknown cost\n")
