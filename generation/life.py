"""One step of a job's life: take the row, make one short move, let it go.

    queued → submitting → running → fetching → verifying → done
Aside: unknown, cancelling; and the ends refused, failed, expired, cancelled. `generation.models.MOVES` has them all.
"""

import logging
from collections.abc import Callable

from django.db.models.functions import Now

from generation import arriving, cancelling, drawing, polling, sentences, submitting
from generation.backends import aliases, get_backend
from generation.failpoints import failpoint
from generation.models import Job, State
from generation.moves import end
from generation.pace import MOST_CRASHES
from soraease_web.lease import LeaseLost

logger = logging.getLogger(__name__)

MOVES_OUT: dict[State, Callable[[Job], None]] = {
    State.QUEUED: submitting.begin,
    State.SUBMITTING: submitting.find_out,
    State.UNKNOWN: submitting.find_out,
    State.RUNNING: polling.poll,
    State.FETCHING: arriving.fetch,
    State.VERIFYING: arriving.fetch,
    State.CANCELLING: cancelling.tell_provider,
}


def step(job_id: int) -> bool:
    """Make the next move of job `job_id`, if it is due and nobody else is at it; return whether it was ours."""
    job = Job.objects.with_story().claim(job_id)
    if job is None:
        return False
    failpoint("claimed")
    try:
        _move_on(job)
    except LeaseLost as lost:
        logger.info("Result thrown away: %s", lost)
        job.drop()
    return True


def _move_on(job: Job) -> None:
    if job.backend not in aliases():
        _end_without_backend(job)
    elif job.crashes >= MOST_CRASHES:
        _poison(job)
    elif _overdue(job):
        _expire(job)
    elif get_backend(job.backend).draws_here and job.state in drawing.STATES:
        drawing.draw(job)
    else:
        MOVES_OUT[State(job.state)](job)


def _end_without_backend(job: Job) -> None:
    logger.error("Job %s is for backend %s, which the settings do not name any more", job.pk, job.backend)
    to = State.CANCELLED if job.state == State.CANCELLING else State.FAILED
    end(job, to, code="backend_gone", sentence=sentences.backend_gone())


def _poison(job: Job) -> None:
    logger.error("Job %s of team %s killed its worker %s times, given up", job.pk, job.team.pk, job.crashes)
    cancelling.try_to_stop(job)
    to = State.CANCELLED if job.state == State.CANCELLING else State.FAILED
    end(job, to, code="poison", sentence=sentences.poison())


def _overdue(job: Job) -> bool:
    return Job.objects.filter(pk=job.pk, deadline_at__lt=Now()).exists()


def _expire(job: Job) -> None:
    logger.warning("Job %s of team %s did not end in time (it was %s)", job.pk, job.team.pk, job.state)
    cancelling.try_to_stop(job)
    if job.state == State.CANCELLING:
        end(job, State.CANCELLED, code="cancelled", sentence=sentences.cancelled())
    else:
        end(job, State.EXPIRED, code="deadline", sentence=sentences.overdue())
