"""The moves of a job from state to state, and what they leave behind: a step row, and word to the open pages."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from accounts.billing import credits
from accounts.models import Team
from generation.models import MOVES, Job, State, Step
from generation.sentences import money, stopped_with_part
from soraease_web import live
from soraease_web.lease import rest
from storyboards.models import Take


def move(job: Job, to: State, *, note: str = "", **changes: Any) -> None:
    """Move the job we hold to `to`, keep the step, and tell the pages; raise LeaseLost if it is not ours any more."""
    if to not in MOVES[State(job.state)]:
        raise ValueError(f"{job} cannot go from {job.state} to {to}.")
    with transaction.atomic():
        job.write(state=to, **changes)
        Step.objects.create(job=job, state=to, note=note[:300])
        announce(job)


def pass_on(job: Job, to: State, *, again_in: timedelta = timedelta(0), note: str = "", **changes: Any) -> None:
    """Move to `to` and hand the job back, due again after `again_in`."""
    move(job, to, note=note, **rest(again_in), **changes)


def announce(job: Job) -> None:
    """Tell the open pages that the card of the job's shot has changed."""
    live.announce(job.storyboard.pk, "shot", job.take.shot_id, job.take.shot.version)


def end(job: Job, to: State, *, code: str, sentence: str, note: str = "") -> None:
    """End the job we hold without a result: its credits and those of its whole take are given back, in one transaction.

    The parts of the take that have not begun end with it.
    """
    with transaction.atomic():
        # The team's row is always locked before any job's, so that two deeds never wait for each other in a ring.
        Team.objects.lock(job.team.pk)
        error = f"{sentence} {money(job)}"
        move(job, to, note=note or code, error_code=code, error=error, lease_until=None, finished_at=Now())
        stop_others(job)
        settle(job.take, job.team)


def stop_others(job: Job) -> None:
    """End the parts of the same take that have not begun."""
    for other in job.take.jobs.filter(state=State.QUEUED).exclude(pk=job.pk):
        error = f"{stopped_with_part()} {money(other)}"
        if end_unheld(other, State.CANCELLED, code="stopped", error=error):
            Step.objects.create(job=other, state=State.CANCELLED, note="stopped")


def end_unheld(job: Job, to: State, *, code: str, error: str) -> bool:
    """End a job that we do not hold, if it still stands in the state in which we read it; tell whether we won."""
    here = Job.objects.filter(pk=job.pk, state=job.state)
    return bool(here.update(state=to, error_code=code, error=error, lease_until=None, finished_at=Now()))


def settle(take: Take, team: Team) -> None:
    """Write what became of `take`, if its last job has ended without a result, and give its credits back."""
    jobs = list(take.jobs.order_by("ordinal"))
    if any(job.state in Job.OPEN_STATES for job in jobs) or all(job.state == State.DONE for job in jobs):
        return
    worst = next((job for job in jobs if job.state not in (State.DONE, State.CANCELLED)), None)
    state = Take.State.FAILED if worst else Take.State.CANCELLED
    Take.objects.filter(pk=take.pk, state=Take.State.WORKING).update(state=state)
    for job in jobs:
        credits.release(team, reference=job.reference)
