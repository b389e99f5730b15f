"""A person stops a take. Whoever wins, there is exactly one end: cancelled or done."""

import logging

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from accounts.models import Team
from generation import doorbell, sentences
from generation.backends import get_backend
from generation.backends.base import Ambiguous, Misconfigured, Rejected, Transient, Unsupported
from generation.failpoints import failpoint
from generation.models import Job, State, Step
from generation.moves import announce, end, end_unheld, settle
from generation.pace import GRACE, MOST_SUBMITS, retry_delay
from soraease_web.lease import from_now
from storyboards.models import Take

logger = logging.getLogger(__name__)


def cancel_take(take: Take) -> bool:
    """Stop every open job of `take`; return whether anything was stopped.

    A job that no provider can know of ends at once and its credits come back; of any other the provider is told first.
    """
    with transaction.atomic():
        team = Team.objects.lock(take.shot.scene.storyboard.team_id)
        jobs = Job.objects.with_story().open().filter(take=take).exclude(state=State.CANCELLING)
        stopped = [job for job in jobs if _stop(job)]
        for job in stopped:
            announce(job)
        settle(take, team)
    failpoint("cancel-committed")
    if stopped:
        doorbell.on_commit(doorbell.ring_dispatch)
    return bool(stopped)


def _stop(job: Job) -> bool:
    """End the job, or send it to tell the provider, if it still stands where we read it."""
    if not job.may_have_arrived or get_backend(job.backend).draws_here:
        to = State.CANCELLED
        won = int(end_unheld(job, to, code="cancelled", error=f"{sentences.cancelled()} {sentences.money(job)}"))
    else:
        to = State.CANCELLING
        # The lease stays: a worker in the middle of a submit still has the provider's id to write down.
        won = Job.objects.filter(pk=job.pk, state=job.state).update(state=to, next_due_at=Now(), crashes=0)
    if won:
        Step.objects.create(job=job, state=to, note="by a person")
    return bool(won)


def tell_provider(job: Job) -> None:
    """Tell the provider of a cancelled job, then end it; the user's credits do not wait for a provider that is away."""
    if not (job.remote_id or job.hinted_id) and _submitted_lately(job):
        job.let_go(again_in=GRACE / 3)
        return
    if try_to_stop(job) or job.attempts >= MOST_SUBMITS:
        failpoint("cancelled-remotely")
        end(job, State.CANCELLED, code="cancelled", sentence=sentences.cancelled())
    else:
        job.let_go(again_in=retry_delay(job.attempts), attempts=F("attempts") + 1)


def _submitted_lately(job: Job) -> bool:
    """Tell whether a submit may still be on its way, so that looking for it would prove nothing."""
    if not get_backend(job.backend).capabilities.find:
        return False
    return Job.objects.filter(pk=job.pk, submitted_at__gte=from_now(-GRACE)).exists()


def try_to_stop(job: Job) -> bool:
    """Tell the provider to stop `job`; return whether there is nothing left to be told."""
    backend = get_backend(job.backend)
    if backend.draws_here or not job.may_have_arrived or not backend.capabilities.cancel:
        return True
    try:
        remote_id = job.remote_id or job.hinted_id or (backend.find(str(job.key)) if backend.capabilities.find else "")
        if remote_id:
            backend.cancel(remote_id)
    except (Rejected, Unsupported) as gone:
        logger.info("Job %s had nothing to stop at %s: %s", job.pk, job.backend, gone.code)
    except (Transient, Ambiguous, Misconfigured) as busy:
        logger.warning("Job %s could not be stopped at %s: %s", job.pk, job.backend, busy.code)
        return False
    return True
