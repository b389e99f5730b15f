"""From queued to running: asking a provider, exactly once.

`submitting` is committed before the call. When the answer is lost, nobody may simply ask again: a provider that honours
our key is asked again under the same key, one that can look a job up by its tag is asked for it, and any other is
waited for until nobody expects an answer, and then the user gets the credits back.
"""

import logging
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from accounts.billing.tiers import limits
from accounts.models import Team
from generation import breaker, leaks, sentences, webhooks
from generation.accepting import accepted, adopt
from generation.backends import get_backend
from generation.backends.base import (
    Ambiguous,
    Backend,
    BackendError,
    Misconfigured,
    ShotRequest,
    Transient,
)
from generation.failpoints import failpoint
from generation.models import Job, Leak, State
from generation.moves import end, move, pass_on
from generation.pace import GRACE, MOST_SUBMITS, REPAIR, SLOT, SUBMIT_LEASE, poll_delay, retry_delay
from soraease_web.lease import from_now

logger = logging.getLogger(__name__)


def begin(job: Job) -> None:
    """Ask the provider for a queued job, if the team and the backend have a free place.

    One that the provider turns out to have already is not asked for again.
    """
    if adopt(job) or not start(job, State.SUBMITTING, lease_until=from_now(SUBMIT_LEASE), submitted_at=Now()):
        return
    failpoint("submitting-committed")
    send(job)


def start(job: Job, to: State, **changes: Any) -> bool:
    """Move a queued job to `to` if its team and its backend have a free place; else put it back for a moment."""
    failpoint("before-submitting")
    with transaction.atomic():
        team = Team.objects.lock(job.team.pk)
        if not _has_room(job, team):
            job.let_go(again_in=SLOT)
        elif not breaker.admits(job):
            breaker.put_off(job)
        else:
            move(job, to, error_code="", error="", **changes)
            return True
    return False


def _has_room(job: Job, team: Team) -> bool:
    in_flight = Job.objects.in_flight()
    return (
        in_flight.of_team(team).count() < limits(team.tier).running_jobs
        and in_flight.filter(backend=job.backend).count() < get_backend(job.backend).capabilities.running
    )


def send(job: Job) -> None:
    """Call the provider for a job whose `submitting` is committed, and write down what came of it."""
    backend = get_backend(job.backend)
    request = ShotRequest.from_json(job.request)
    try:
        remote_id = backend.submit(request, key=str(job.key), webhook=webhooks.address_of(job))
    except BackendError as failure:
        breaker.heard(job.backend, failure)
        _not_accepted(job, backend, failure)
    else:
        failpoint("submit-answered")
        accepted(job, backend, remote_id)
        breaker.heard(job.backend)


def _not_accepted(job: Job, backend: Backend, failure: BackendError) -> None:
    if isinstance(failure, Transient):
        _again(job, failure)
    elif isinstance(failure, Misconfigured):
        _pause(job, backend, failure)
    elif isinstance(failure, Ambiguous):
        _unclear(job, backend, failure)
    else:
        end(job, State.REFUSED, code=failure.code, sentence=sentences.remote_refusal(failure.sentence))


def _again(job: Job, busy: Transient) -> None:
    """The provider has definitely not accepted it: back to the queue.

    Being told to wait, and trying for the others whether the backend is back, are not failed attempts.
    """
    free = busy.code == Transient.code or breaker.was_probe(job)
    attempts = job.attempts if free else job.attempts + 1
    logger.warning("Job %s not accepted by %s: %s", job.pk, job.backend, busy.code)
    if attempts >= MOST_SUBMITS:
        end(job, State.FAILED, code=busy.code, sentence=sentences.unreachable())
        return
    delay = retry_delay(attempts, busy.retry_after)
    pass_on(job, State.QUEUED, again_in=delay, note=busy.code, attempts=attempts, submitted_at=None)


def _pause(job: Job, backend: Backend, ours: Misconfigured) -> None:
    """Nothing goes to this backend for a while, and no attempt is used up: only its operator can mend it."""
    sentence = sentences.repairing(backend.label)
    pass_on(job, State.QUEUED, again_in=REPAIR, note=ours.code, submitted_at=None, error_code=ours.code, error=sentence)


def _unclear(job: Job, backend: Backend, unclear: Ambiguous) -> None:
    """The provider may have it."""
    logger.warning("Job %s at %s: outcome not known: %s", job.pk, job.backend, unclear.code)
    if backend.capabilities.idempotent:
        _ask_again_under_the_same_key(job, unclear.code)
    else:
        pass_on(job, State.UNKNOWN, again_in=GRACE, note=unclear.code)


def _ask_again_under_the_same_key(job: Job, note: str) -> None:
    delay = retry_delay(job.attempts)
    pass_on(job, State.QUEUED, again_in=delay, note=note, attempts=min(job.attempts + 1, MOST_SUBMITS - 1))


def find_out(job: Job) -> None:
    """Go on with a job whose submit has no known outcome: the answer was lost, or the worker died in between."""
    backend = get_backend(job.backend)
    if job.remote_id:
        pass_on(job, State.RUNNING, again_in=poll_delay(0), note=job.remote_id)
    elif adopt(job):
        return
    elif backend.capabilities.idempotent:
        job.renew(SUBMIT_LEASE)
        send_again(job)
    elif backend.capabilities.find:
        _look_up(job, backend)
    else:
        _wait_or_give_up(job, backend)


def send_again(job: Job) -> None:
    """Ask again under the same key, which the provider honours: it is the same job."""
    if job.state == State.UNKNOWN:
        _ask_again_under_the_same_key(job, "same key")
    else:
        send(job)


def _look_up(job: Job, backend: Backend) -> None:
    if not _older_than(job, GRACE):
        _keep_waiting(job, GRACE)
        return
    try:
        with breaker.watched(job.backend):
            remote_id = backend.find(str(job.key))
    except (Transient, Ambiguous, Misconfigured) as busy:
        _keep_waiting(job, retry_delay(job.attempts, busy.retry_after))
        return
    if remote_id is None:
        pass_on(job, State.QUEUED, note="never arrived", attempts=job.attempts + 1, submitted_at=None)
    else:
        accepted(job, backend, remote_id)


def _wait_or_give_up(job: Job, backend: Backend) -> None:
    if _older_than(job, backend.capabilities.slowest):
        with transaction.atomic():
            end(job, State.FAILED, code="unconfirmed", sentence=sentences.unconfirmed())
            leaks.tell(job.backend, "", Leak.Reason.UNCONFIRMED, job)
    else:
        _keep_waiting(job, GRACE)


def _keep_waiting(job: Job, delay: timedelta) -> None:
    if job.state == State.UNKNOWN:
        job.let_go(again_in=delay)
    else:
        pass_on(job, State.UNKNOWN, again_in=delay, note="outcome not known")


def _older_than(job: Job, age: timedelta) -> bool:
    """Tell, by the database's clock, whether the submit is older than `age`."""
    return Job.objects.filter(pk=job.pk, submitted_at__lt=from_now(-age)).exists()
