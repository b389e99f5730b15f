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
from generation import sentences
from generation.backends import get_backend
from generation.backends.base import Ambiguous, Backend, Misconfigured, Rejected, ShotRequest, Transient, Unsupported
from generation.failpoints import failpoint
from generation.models import Job, State
from generation.moves import end, move, pass_on
from generation.pace import GRACE, MOST_SUBMITS, REPAIR, SLOT, SUBMIT_LEASE, poll_delay, retry_delay
from soraease_web.lease import from_now

logger = logging.getLogger(__name__)


def begin(job: Job) -> None:
    """Ask the provider for a queued job, if the team and the backend have a free place."""
    if not start(job, State.SUBMITTING, lease_until=from_now(SUBMIT_LEASE), submitted_at=Now()):
        return
    failpoint("submitting-committed")
    send(job)


def start(job: Job, to: State, **changes: Any) -> bool:
    """Move a queued job to `to` if its team and its backend have a free place; else put it back for a moment."""
    failpoint("before-submitting")
    with transaction.atomic():
        team = Team.objects.lock(job.team.pk)
        room = _has_room(job, team)
        if room:
            move(job, to, error_code="", error="", **changes)
        else:
            job.let_go(again_in=SLOT)
    return room


def _has_room(job: Job, team: Team) -> bool:
    in_flight = Job.objects.in_flight()
    return (
        in_flight.of_team(team).count() < limits(team.tier).running_jobs
        and in_flight.filter(backend=job.backend).count() < get_backend(job.backend).capabilities.running
    )


def send(job: Job) -> None:
    """Call the provider for a job whose `submitting` is committed, and write down what came of it."""
    backend = get_backend(job.backend)
    try:
        remote_id = backend.submit(ShotRequest.from_json(job.request), key=str(job.key))
    except Transient as busy:
        _again(job, busy)
    except (Rejected, Unsupported) as refusal:
        end(job, State.REFUSED, code=refusal.code, sentence=sentences.remote_refusal(refusal.sentence))
    except Misconfigured as ours:
        _pause(job, backend, ours)
    except Ambiguous as unclear:
        _unclear(job, backend, unclear)
    else:
        failpoint("submit-answered")
        accepted(job, backend, remote_id)


def accepted(job: Job, backend: Backend, remote_id: str) -> None:
    """Write the provider's id down before anything else, then go on to running."""
    if not _keep_id(job, remote_id):
        _leak(job, backend, remote_id)
    failpoint("remote-id-committed")
    pass_on(job, State.RUNNING, again_in=poll_delay(0), note=job.remote_id)
    failpoint("running")


def _keep_id(job: Job, remote_id: str) -> bool:
    """Keep the id whatever has happened to the row meanwhile: it is true. The first one wins."""
    Job.objects.filter(pk=job.pk, remote_id="").update(remote_id=remote_id)
    job.refresh_from_db(fields=["remote_id"])
    return job.remote_id == remote_id


def _leak(job: Job, backend: Backend, remote_id: str) -> None:
    """The provider has two jobs for one key: the second is stopped, and the operator is told, for it may cost."""
    logger.error("Backend %s made %s besides %s for job %s", job.backend, remote_id, job.remote_id, job.pk)
    if backend.capabilities.cancel:
        try:
            backend.cancel(remote_id)
        except (Transient, Rejected, Misconfigured, Ambiguous) as failure:
            logger.error("The second could not be stopped: %s", failure)


def _again(job: Job, busy: Transient) -> None:
    """The provider has definitely not accepted it: back to the queue. Being told to wait is not a failed attempt."""
    told_to_wait = busy.code == Transient.code
    attempts = job.attempts if told_to_wait else job.attempts + 1
    logger.warning("Job %s not accepted by %s: %s", job.pk, job.backend, busy.code)
    if attempts >= MOST_SUBMITS:
        end(job, State.FAILED, code=busy.code, sentence=sentences.unreachable())
        return
    delay = retry_delay(attempts, busy.retry_after)
    pass_on(job, State.QUEUED, again_in=delay, note=busy.code, attempts=attempts, submitted_at=None)


def _pause(job: Job, backend: Backend, ours: Misconfigured) -> None:
    """Nothing goes to this backend for a while, and no attempt is used up: only its operator can mend it."""
    logger.error("Backend %s is paused: %s", job.backend, ours.sentence)
    sentence = sentences.repairing(backend.label)
    pass_on(job, State.QUEUED, again_in=REPAIR, note=ours.code, submitted_at=None, error_code=ours.code, error=sentence)
    waiting = Job.objects.filter(backend=job.backend, state=State.QUEUED, lease_until=None)
    waiting.update(next_due_at=from_now(REPAIR), error_code=ours.code, error=sentence)


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
        end(job, State.FAILED, code="unconfirmed", sentence=sentences.unconfirmed())
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
