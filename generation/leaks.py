"""What a provider may bill although no take of ours gets anything for it: found, kept as a row, and told."""

import logging

from generation.models import Job, Leak

logger = logging.getLogger(__name__)


def tell(backend: str, remote_id: str, reason: Leak.Reason, job: Job | None) -> bool:
    """Keep a leak and tell the operator; return False when that has been done before.

    Of a job whose outcome nobody knew, the provider's id may be learned later: that is no other leak.
    """
    unsure = Leak.objects.filter(job=job, remote_id="") if job else Leak.objects.none()
    if unsure.update(remote_id=remote_id, reason=reason):
        return False
    known = {"reason": reason, "credits": job.credits if job else None}
    named = {"defaults": {**known, "job": job}} if remote_id else {"defaults": known, "job": job}
    leak, new = Leak.objects.get_or_create(backend=backend, remote_id=remote_id, **named)
    if new:
        cost = "an unknown amount" if leak.credits is None else f"{leak.credits} credits"
        logger.error("Leak at %s: %s may cost %s: %s", backend, remote_id or job, cost, leak.get_reason_display())
    return new
