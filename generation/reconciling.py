"""The providers' lists against our rows: what they have and we do not is taken up again, or told as a leak."""

import logging
import uuid
from collections.abc import Iterable

from generation import daily, leaks, webhooks
from generation.backends import aliases, get_backend
from generation.backends.base import BackendError, Listed, RemoteState
from generation.breaker import watched
from generation.models import Job, Leak, State

logger = logging.getLogger(__name__)

NAME = "reconcile"
# What a provider refused, gave up or stopped is not billed.
COSTS = (RemoteState.RUNNING, RemoteState.DONE)


def is_due() -> bool:
    """Tell whether any provider can list its jobs, and the last look at all of them is a day ago."""
    return bool(listing()) and daily.is_due(NAME)


def listing() -> list[str]:
    """Return the aliases whose providers can list their jobs."""
    return [alias for alias in aliases() if get_backend(alias).capabilities.lists]


def reconcile() -> int:
    """Look through every provider's list; return how many leaks are new. One that is away is asked the next time."""
    found, whole = 0, True
    for alias in listing():
        try:
            with watched(alias):
                listed = list(get_backend(alias).listed())
        except BackendError as away:
            logger.warning("Backend %s does not list its jobs now: %s", alias, away.code)
            whole = False
        else:
            found += compare(alias, listed)
    if whole:
        daily.done(NAME)
    return found


def compare(alias: str, listed: Iterable[Listed]) -> int:
    """Settle each job of a provider's list with ours; return how many leaks are new."""
    costly = [one for one in listed if one.state in COSTS and _is_tag(one.key)]
    ours = {str(job.key): job for job in Job.objects.filter(key__in=[one.key for one in costly])}
    return sum(_settle(alias, one, ours.get(str(uuid.UUID(one.key)))) for one in costly)


def _is_tag(key: str) -> bool:
    """Tell whether a tag can be one of ours; other programs may use the same account."""
    try:
        uuid.UUID(key)
    except ValueError:
        return False
    return True


def _settle(alias: str, one: Listed, job: Job | None) -> bool:
    if job is None:
        # Two aliases of one account list the same jobs.
        known = Leak.objects.filter(remote_id=one.remote_id, reason=Leak.Reason.UNKNOWN).exists()
        return not known and leaks.tell(alias, one.remote_id, Leak.Reason.UNKNOWN, None)
    if not job.remote_id:
        return webhooks.take_hint(job, one.remote_id)
    if job.remote_id != one.remote_id:
        return leaks.tell(job.backend, one.remote_id, Leak.Reason.SECOND, job)
    if job.state in (*Job.OPEN_STATES, State.DONE):
        return False
    return leaks.tell(job.backend, one.remote_id, Leak.Reason.GIVEN_UP, job)
