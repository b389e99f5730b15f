"""Whether a backend is to be asked now.

When half of its last calls failed, nothing new goes to it for a minute; then one job goes ahead of the others, and its
answer decides. It rests likewise while it does not accept our access. What is queued waits and uses up no attempt.
Refusals of what was asked for, and being told to wait, are answers like others: they count neither way.
"""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet, Subquery
from django.db.models.functions import Greatest, Now

from generation import doorbell, sentences
from generation.backends import get_backend
from generation.backends.base import Ambiguous, BackendError, Misconfigured, Transient, Unsupported
from generation.models import Breaker, Job, State
from generation.pace import REPAIR, REST, SLOT, SUBMIT_LEASE
from soraease_web import live
from soraease_web.lease import from_now, rest

logger = logging.getLogger(__name__)

WINDOW = 20
LEAST = 8
FAILING = "failing"
WELL, FAILED = ".", "x"


# --- what calls come to ---------------------------------------------------------------------------------------------


@contextmanager
def watched(alias: str) -> Iterator[None]:
    """Note what becomes of a call to the backend `alias` that may be repeated; what it raises goes on its way."""
    try:
        yield
    except BackendError as failure:
        heard(alias, failure)
        raise
    heard(alias)


def heard(alias: str, failure: BackendError | None = None) -> None:
    """Note that a call to the backend went well, or how it failed."""
    if failure is None:
        _note(alias, WELL)
    elif isinstance(failure, Misconfigured):
        _shut(alias, failure.code, REPAIR)
    elif isinstance(failure, Ambiguous) or (isinstance(failure, Transient) and failure.code != Transient.code):
        _note(alias, FAILED)
    elif not isinstance(failure, Unsupported):
        _open(alias)


def _note(alias: str, outcome: str) -> None:
    """Keep one outcome; when half of the last ones are bad, or a probe is, the backend rests."""
    if outcome == WELL and Breaker.objects.filter(pk=alias, shut_until=None, outcomes=WELL * WINDOW).exists():
        return
    with transaction.atomic():
        Breaker.objects.get_or_create(pk=alias)
        breaker = Breaker.objects.select_for_update().get(pk=alias)
        if breaker.shut_until is None:
            _count(breaker, outcome)
        elif outcome == WELL:
            _open(alias)
        elif Breaker.objects.half_open().filter(pk=alias).exists():
            _shut(alias, FAILING, REST)


def _count(breaker: Breaker, outcome: str) -> None:
    breaker.outcomes = (breaker.outcomes + outcome)[-WINDOW:]
    breaker.save(update_fields=["outcomes"])
    if len(breaker.outcomes) >= LEAST and breaker.outcomes.count(FAILED) * 2 >= len(breaker.outcomes):
        _shut(breaker.backend, FAILING, REST)


def _shut(alias: str, reason: str, time: timedelta) -> None:
    """Let the backend rest, and what is queued for it wait and say why."""
    logger.error("Backend %s is paused for %d seconds: %s", alias, time.total_seconds(), reason)
    changes = {"shut_until": from_now(time), "probe_until": None, "reason": reason, "outcomes": ""}
    with transaction.atomic():
        Breaker.objects.update_or_create(pk=alias, defaults=changes)
        # A later part of a chain waits for the one before it, and not for the backend.
        soon = _waiting(alias).filter(next_due_at__lt=from_now(time))
        _change(soon, next_due_at=from_now(time), error_code=reason, error=_sentence(alias, reason))


def _open(alias: str) -> None:
    """The backend has answered: if it was being tried again, everything goes on at once."""
    changes = {"shut_until": None, "probe": None, "probe_until": None, "reason": "", "outcomes": ""}
    with transaction.atomic():
        if not Breaker.objects.half_open().filter(pk=alias).update(**changes):
            return
        logger.warning("Backend %s answers again", alias)
        _change(_waiting(alias).exclude(error_code=""), next_due_at=Now(), error_code="", error="")
        doorbell.on_commit(doorbell.ring_dispatch)


def _waiting(alias: str) -> QuerySet[Job]:
    return Job.objects.filter(backend=alias, state=State.QUEUED, lease_until=None)


def _change(waiting: QuerySet[Job], **changes: object) -> None:
    """Write `changes` into those rows that nobody is at, and tell the pages of their storyboards."""
    keys = list(waiting.select_for_update(skip_locked=True).order_by("pk").values_list("pk", flat=True))
    found = Job.objects.filter(pk__in=keys)
    found.update(**changes)
    for board in found.order_by().values_list("take__shot__scene__storyboard", flat=True).distinct():
        live.announce(board, "storyboard", board)


# --- who may go there -----------------------------------------------------------------------------------------------


def admits(job: Job) -> bool:
    """Tell whether something new may go to the job's backend now; while that is tried again, one job alone may."""
    if not Breaker.objects.filter(pk=job.backend).exclude(shut_until=None).exists():
        return True
    free = Q(probe_until=None) | Q(probe_until__lt=Now())
    ahead = Breaker.objects.half_open().filter(free, pk=job.backend)
    return bool(ahead.update(probe=job.pk, probe_until=from_now(SUBMIT_LEASE)))


def was_probe(job: Job) -> bool:
    """Tell whether the job went ahead of the others and found its backend as bad as before."""
    return Breaker.objects.shut().filter(pk=job.backend, probe=job.pk).exists()


def put_off(job: Job) -> None:
    """Hand a queued job back until its backend has rested, and say why; no attempt is used up."""
    breaker = Breaker.objects.filter(pk=job.backend)
    code = breaker.values_list("reason", flat=True).first() or FAILING
    again = Greatest(Subquery(breaker.values("shut_until")), from_now(SLOT))
    job.write(**{**rest(), "next_due_at": again, "error_code": code, "error": _sentence(job.backend, code)})


def troubles(aliases: Iterable[str]) -> list[str]:
    """Return a sentence for each of these backends that nothing new goes to now."""
    remote = [alias for alias in aliases if not get_backend(alias).draws_here]
    if not remote:
        return []
    resting = Q(shut_until__gt=Now()) | Q(probe_until__gt=Now())
    found = Breaker.objects.filter(resting, pk__in=remote).exclude(shut_until=None).order_by("pk")
    return [_sentence(breaker.backend, breaker.reason) for breaker in found]


def _sentence(alias: str, code: str) -> str:
    label = get_backend(alias).label
    return sentences.failing(label) if code == FAILING else sentences.repairing(label)
