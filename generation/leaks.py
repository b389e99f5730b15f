"""What a provider may bill although no take of ours gets anything for it: found, kept as a row, and told."""

import logging

from generation.models import Job, Leak

logger = logging.getLogger(__name__)


def tell(backend: str, remote_id: str, reason: Leak.Reason, job: Job | None) -> bool:
    """Keep a leak and tell the operator; return False when that has been done before."""
    known = {"reason": reason, "job": job, "credits": job.credits if job else None}
    leak, new = Leak.objects.get_or_create(backend=backend, remote_id=remote_id, defaults=known)
    if new:
        cost = "an unknown amount" if leak.credits is None else f"{leak.credits} credits"
        logger.error("Leak at %s: %s may cost %s: %s", backend, remote_id, cost, leak.get_reason_display())
    return new
