"""One winner per move, by the database's clock alone."""

from datetime import timedelta

import pytest

from generation.models import Job, State
from generation.requesting import request_take
from soraease_web.lease import LeaseLost, from_now, rest
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def job(quick, team, alice):
    shot = make.storyboard(team).scenes.get().shots.get()
    return request_take(shot, "quick", alice).jobs.get()


def test_only_one_claims_a_row(job):
    claimed = [Job.objects.claim(job.pk) for _ in range(3)]

    assert [bool(row) for row in claimed] == [True, False, False]


def test_every_claim_has_its_own_fence(job, later):
    first = Job.objects.claim(job.pk)
    later(31)
    second = Job.objects.claim(job.pk)

    assert first.fence != second.fence


def test_a_row_whose_holder_never_let_go_counts_a_crash(job, later):
    counts = []
    for _ in range(3):
        counts.append(Job.objects.claim(job.pk).crashes)
        later(31)

    assert counts == [0, 1, 2]


def test_letting_go_forgets_the_crashes(job, later):
    Job.objects.claim(job.pk)
    later(31)
    Job.objects.claim(job.pk).let_go()

    assert Job.objects.claim(job.pk).crashes == 0


def test_a_row_that_was_let_go_may_be_claimed_in_the_same_moment(job):
    for _ in range(100):
        Job.objects.claim(job.pk).let_go()


def test_a_row_that_was_let_go_is_due_when_it_says(job, later):
    Job.objects.claim(job.pk).let_go(again_in=timedelta(seconds=60))
    early = Job.objects.claim(job.pk)
    later(61)

    assert early is None
    assert Job.objects.claim(job.pk) is not None


def test_a_holder_who_slept_past_the_lease_cannot_write_even_if_nobody_took_over(job, later):
    row = Job.objects.claim(job.pk)
    later(31)

    with pytest.raises(LeaseLost):
        row.write(polls=1)


def test_a_holder_who_lost_the_fence_cannot_write(job, later):
    row = Job.objects.claim(job.pk)
    later(31)
    Job.objects.claim(job.pk)

    with pytest.raises(LeaseLost):
        row.renew()


def test_a_holder_whose_row_was_moved_on_by_a_person_cannot_write(job):
    row = Job.objects.claim(job.pk)
    Job.objects.filter(pk=job.pk).update(state=State.CANCELLED)

    with pytest.raises(LeaseLost):
        row.write(progress=0.5)


def test_renewing_holds_on(job, later):
    row = Job.objects.claim(job.pk)
    later(20)
    row.renew()
    later(20)

    row.write(polls=3)

    assert Job.objects.get(pk=job.pk).polls == 3


def test_what_is_written_is_known_to_the_writer(job):
    row = Job.objects.claim(job.pk)

    row.write(state=State.RUNNING, polls=2)

    assert (row.state, row.polls) == (State.RUNNING, 2)


def test_a_row_that_has_ended_cannot_be_claimed(job):
    Job.objects.filter(pk=job.pk).update(state=State.DONE)

    assert Job.objects.claim(job.pk) is None


def test_the_abandoned_are_those_whose_lease_ran_out(job, later):
    Job.objects.claim(job.pk)
    before = Job.objects.abandoned().count()
    later(31)

    assert (before, Job.objects.abandoned().count()) == (0, 1)


def test_time_is_the_databases_and_not_ours(job, monkeypatch):
    """A worker whose clock is a day wrong changes nothing: no time of its own goes into the row."""
    monkeypatch.setattr("django.utils.timezone.now", None)
    monkeypatch.setattr("time.time", lambda: 0.0)

    row = Job.objects.claim(job.pk)
    row.let_go(again_in=timedelta(seconds=5))

    assert Job.objects.filter(pk=job.pk, next_due_at__gt=from_now(timedelta(0))).exists()


def test_resting_says_everything_that_letting_go_writes():
    assert set(rest()) == {"lease_until", "crashes", "next_due_at"}
