"""The provider has the job: its id is written down before anything else, and the first one wins."""

import logging

from generation import leaks
from generation.backends import get_backend
from generation.backends.base import Ambiguous, Backend, Misconfigured, Rejected, Transient, Unsupported
from generation.breaker import watched
from generation.failpoints import failpoint
from generation.models import Job, Leak, State
from generation.moves import pass_on
from generation.pace import poll_delay, retry_delay

logger = logging.getLogger(__name__)


def accepted(job: Job, backend: Backend, remote_id: str) -> None:
    """Write the provider's id down before anything else, then go on to running."""
    if not _keep_id(job, remote_id):
        _stop_second(job, backend, remote_id)
    failpoint("remote-id-committed")
    pass_on(job, State.RUNNING, again_in=poll_delay(0), note=job.remote_id, error_code="", error="")
    failpoint("running")


def _keep_id(job: Job, remote_id: str) -> bool:
    """Keep the id whatever has happened to the row meanwhile: it is true. The first one wins."""
    Job.objects.filter(pk=job.pk, remote_id="").update(remote_id=remote_id)
    job.refresh_from_db(fields=["remote_id"])
    return job.remote_id == remote_id


def _stop_second(job: Job, backend: Backend, remote_id: str) -> None:
    """The provider has two jobs for one key: the second is stopped, and the operator is told, for it may cost."""
    leaks.tell(job.backend, remote_id, Leak.Reason.SECOND, job)
    if backend.capabilities.cancel:
        try:
            backend.cancel(remote_id)
        except (Transient, Rejected, Misconfigured, Ambiguous) as failure:
            logger.error("The second could not be stopped: %s", failure)


def adopt(job: Job) -> bool:
    """Go on with the id that somebody named for a job that has none; return False when there is none to be believed.

    The provider is asked whether it knows the id; what it says of it is read again by the next step.
    """
    if not job.hinted_id or _of_another(job):
        return False
    backend = get_backend(job.backend)
    try:
        with watched(job.backend):
            backend.poll(job.hinted_id)
    except (Rejected, Unsupported) as unknown:
        logger.warning("Job %s: %s does not know the id that was named: %s", job.pk, job.backend, unknown.code)
        job.renew(hinted_id="")
        return False
    except (Transient, Ambiguous, Misconfigured) as busy:
        job.let_go(again_in=retry_delay(0, busy.retry_after))
    else:
        accepted(job, backend, job.hinted_id)
    return True


def _of_another(job: Job) -> bool:
    return Job.objects.filter(backend=job.backend, remote_id=job.hinted_id).exclude(pk=job.pk).exists()
