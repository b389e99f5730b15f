"""While the provider works: ask how far it is, with patience."""

import logging

from generation import breaker, sentences
from generation.backends import get_backend
from generation.backends.base import Ambiguous, Misconfigured, Progress, Rejected, RemoteState, Transient
from generation.failpoints import failpoint
from generation.models import Job, State
from generation.moves import announce, end, pass_on
from generation.pace import REPAIR, poll_delay, retry_delay

logger = logging.getLogger(__name__)


def poll(job: Job) -> None:
    """Ask once, and write down what was said; whatever cannot be understood is asked again later."""
    try:
        with breaker.watched(job.backend):
            said = get_backend(job.backend).poll(job.remote_id)
    except (Transient, Ambiguous) as busy:
        job.let_go(again_in=retry_delay(0, busy.retry_after), polls=job.polls + 1)
    except Misconfigured as ours:
        logger.error("Backend %s cannot be asked: %s", job.backend, ours.sentence)
        job.let_go(again_in=REPAIR, polls=job.polls + 1)
    except Rejected as gone:
        end(job, State.FAILED, code=gone.code, sentence=sentences.remote_failure(gone.sentence))
    else:
        failpoint("polled")
        _heard(job, said)


def _heard(job: Job, said: Progress) -> None:
    if said.state is RemoteState.DONE:
        pass_on(job, State.FETCHING, progress=1.0)
    elif said.state is RemoteState.REFUSED:
        end(job, State.REFUSED, code=said.code or "refused", sentence=sentences.remote_refusal(said.sentence))
    elif said.state is RemoteState.FAILED:
        end(job, State.FAILED, code=said.code or "failed", sentence=sentences.remote_failure(said.sentence))
    else:
        _still_running(job, said)


def _still_running(job: Job, said: Progress) -> None:
    before, now = job.progress, _forward(job.progress, said.fraction)
    job.let_go(again_in=poll_delay(job.polls, said.retry_after), polls=job.polls + 1, progress=now)
    if now != before:
        announce(job)


def _forward(known: float | None, said: float | None) -> float | None:
    """Return the progress to show: between 0 and 1, and never less than we have shown."""
    if said is None:
        return known
    return max(known or 0.0, min(1.0, max(0.0, said)))
