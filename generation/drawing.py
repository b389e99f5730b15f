"""Backends that draw in this process: the worker holds the row while it draws, and shows how far it is."""

import time
from collections.abc import Callable
from pathlib import Path

from generation import sentences
from generation.arriving import AGAIN, accept, room_for
from generation.backends import get_backend
from generation.backends.base import Rejected, ShotRequest
from generation.failpoints import failpoint
from generation.models import Job, State
from generation.moves import announce, end, move
from generation.pace import RENEW_EVERY
from generation.submitting import start
from soraease_web.lease import LEASE, from_now

STATES = (State.QUEUED, State.RUNNING, State.VERIFYING)


def draw(job: Job) -> None:
    """Draw the job from its beginning, whatever an earlier worker had of it, and go on to its end."""
    if not _begin(job):
        return
    failpoint("running")
    with room_for(job) as room:
        if room is not None:
            _draw_in(job, room)


def _begin(job: Job) -> bool:
    if job.state == State.QUEUED:
        return start(job, State.RUNNING, lease_until=from_now(LEASE), progress=0.0)
    if job.state == State.VERIFYING:
        move(job, State.RUNNING, note=AGAIN, progress=0.0)
    return True


def _draw_in(job: Job, room: Path) -> None:
    request = ShotRequest.from_json(job.request)
    target = room / "take.mp4"
    try:
        get_backend(job.backend).draw(request, target, on_progress=keeping(job))
    except Rejected as refusal:
        end(job, State.REFUSED, code=refusal.code, sentence=sentences.remote_refusal(refusal.sentence))
        return
    failpoint("drawn")
    accept(job, target, room, expect_bytes=None)


def keeping(job: Job) -> Callable[[float], None]:
    """Return what to call with the progress (0 to 1): it holds the row for as long as there is some."""
    last = 0.0

    def keep(share: float) -> None:
        nonlocal last
        if time.monotonic() - last >= RENEW_EVERY:
            last = time.monotonic()
            job.renew(progress=min(1.0, share))
            announce(job)

    return keep
