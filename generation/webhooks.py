"""Webhooks are doorbells: a provider says that something has happened, and the job's next step reads the truth.

Each job has an address of its own, signed with our key, so that even a provider that signs nothing can ring for that
one job only. What a call says is never a result; the provider's id in it is kept as a hint where we have none.
"""

import logging
from collections.abc import Mapping

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse

from generation import doorbell, leaks
from generation.backends import aliases, get_backend
from generation.models import Job, Leak, State

logger = logging.getLogger(__name__)

# What is queued waits for its turn, and what is being fetched needs nobody to ring.
RINGABLE = Q(state__in=(State.SUBMITTING, State.UNKNOWN, State.RUNNING, State.CANCELLING)) | (
    Q(state=State.QUEUED) & ~Q(hinted_id="")
)


def address_of(job: Job) -> str:
    """Return the URL at which the provider may ring for `job`; nothing where providers cannot reach us, or do not."""
    if not (settings.WEBHOOK_URL and get_backend(job.backend).capabilities.webhook):
        return ""
    return settings.WEBHOOK_URL + reverse("webhook", args=[_signer().sign(str(job.key))])


def key_of(word: str) -> str | None:
    """Return the job's key that an address of ours ends with; None for one that we never gave out."""
    try:
        return _signer().unsign(word)
    except BadSignature:
        return None


def _signer() -> Signer:
    return Signer(salt="generation.webhooks", sep=".")


def hear(key: str, headers: Mapping[str, str], body: bytes) -> None:
    """Ring for the job with this `key`, once however often it is said; raise Forged when the provider did not sign it.

    A job that is gone, or whose backend is, needs nothing any more.
    """
    job = Job.objects.filter(key=key).first()
    if job is None or job.backend not in aliases():
        return
    remote_id = get_backend(job.backend).hear(headers, body)
    if remote_id and not job.remote_id:
        take_hint(job, remote_id)
    ring(job)


def take_hint(job: Job, remote_id: str) -> bool:
    """Keep what somebody calls the provider's id of a job that has none, and let its next step see whether it is.

    For a job that has ended it is a leak; return whether that is new.
    """
    if not (len(remote_id) <= 200 and remote_id.isprintable()) or _of_another(job, remote_id):
        logger.warning("Job %s: an id that cannot be its own was named at %s", job.pk, job.backend)
        return False
    if job.state not in Job.OPEN_STATES:
        return leaks.tell(job.backend, remote_id, Leak.Reason.GIVEN_UP, job)
    Job.objects.open().filter(pk=job.pk, remote_id="", hinted_id="").update(hinted_id=remote_id)
    ring(job)
    return False


def _of_another(job: Job, remote_id: str) -> bool:
    return Job.objects.filter(backend=job.backend, remote_id=remote_id).exclude(pk=job.pk).exists()


def ring(job: Job) -> None:
    """Make the next step of a job that waits for its provider due now."""
    if Job.objects.filter(RINGABLE, pk=job.pk, next_due_at__gt=Now()).update(next_due_at=Now()):
        doorbell.on_commit(doorbell.ring_dispatch)
