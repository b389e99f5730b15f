"""What came back: fetched into a room of its own, checked by decoding all of it, made ready for the cut, and kept."""

import errno
import logging
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from generation import sentences
from generation.backends import get_backend
from generation.backends.base import Ambiguous, Fetched, Misconfigured, Rejected, ShotRequest, Transient
from generation.cutting import probing
from generation.cutting.ffmpeg import FfmpegFailed
from generation.failpoints import failpoint
from generation.keeping import Made, keep, make
from generation.models import Job, State
from generation.moves import end, move, pass_on
from generation.pace import MOST_FETCHES, RENEW_EVERY, REPAIR, STORAGE_AWAY, VERIFY_LEASE, retry_delay
from generation.rooms import make_room, workplace
from generation.storing import NotThere
from soraease_web.lease import LEASE, from_now

logger = logging.getLogger(__name__)

LEAST_FREE = 1 << 30
NO_ROOM = timedelta(seconds=60)
MOST_PIXELS = 4096 * 4096
SPARE_SECONDS = 2.0
AGAIN = "again"


def fetch(job: Job) -> None:
    """Fetch the result, from its beginning, and go on to the end; whatever an earlier worker had of it is lost."""
    with room_for(job) as room:
        if room is not None:
            _fetch_in(job, room)


def _fetch_in(job: Job, room: Path) -> None:
    if job.state == State.VERIFYING:
        move(job, State.FETCHING, note=AGAIN)
    target = room / "take.mp4"
    try:
        got = get_backend(job.backend).fetch(job.remote_id, target, on_bytes=_holding(job))
    except (Transient, Ambiguous) as busy:
        _later(job, busy.code, busy.retry_after)
    except Misconfigured as ours:
        logger.error("Backend %s does not give its result: %s", job.backend, ours.sentence)
        job.let_go(again_in=REPAIR)
    except Rejected as gone:
        end(job, State.FAILED, code=gone.code, sentence=sentences.remote_failure(gone.sentence))
    else:
        failpoint("fetched")
        _accept_fetched(job, target, room, got)


def _accept_fetched(job: Job, target: Path, room: Path, got: Fetched) -> None:
    accept(job, target, room, expect_bytes=got.bytes)


def _later(job: Job, code: str, wish: float | None) -> None:
    """Try to fetch again, a few times: results are often there a moment later, and they are paid for."""
    tries = _tries(job)
    if tries >= MOST_FETCHES - 1:
        end(job, State.FAILED, code=code, sentence=sentences.not_fetched())
    else:
        pass_on(job, State.RUNNING, again_in=retry_delay(tries, wish), note=code)


def accept(job: Job, target: Path, room: Path, *, expect_bytes: int | None) -> None:
    """Check what lies at `target`, make it ready, keep it, and end the job; what is bad is fetched or drawn again."""
    move(job, State.VERIFYING, progress=1.0, lease_until=from_now(VERIFY_LEASE))
    try:
        made = _made(job, target, room, expect_bytes)
    except (probing.BadMedia, FfmpegFailed) as bad:
        _refuse(job, bad.code, str(bad.sentence))
        return
    except NotThere as away:
        logger.error("The storage does not give an earlier part of job %s: %s", job.pk, away)
        job.let_go(again_in=STORAGE_AWAY)
        return
    failpoint("made")
    keep(job, made)


def _made(job: Job, target: Path, room: Path, expect_bytes: int | None) -> Made:
    backend = get_backend(job.backend)
    request = ShotRequest.from_json(job.request)
    expected = backend.capabilities.expected_frames(request)
    probe = probing.verify(
        target,
        expect_bytes=expect_bytes,
        expect_frames=expected,
        expect_size=(request.width, request.height) if backend.draws_here else None,
        max_seconds=float(backend.capabilities.asked_seconds(request)) * 1.2 + SPARE_SECONDS,
        max_pixels=MOST_PIXELS,
    )
    failpoint("verified")
    return make(job, target, probe, room, on_progress=_holding(job))


def _refuse(job: Job, code: str, sentence: str) -> None:
    """A bad file may have been broken on its way: try again, a few times, then give up."""
    logger.warning("Job %s: result of %s refused: %s", job.pk, job.backend, code)
    tries = _tries(job)
    if tries >= MOST_FETCHES - 2:
        end(job, State.FAILED, code=code, sentence=sentences.bad_result(sentence))
    else:
        pass_on(job, State.RUNNING, again_in=retry_delay(tries), note=code)


def _tries(job: Job) -> int:
    """Return how often the result was bad or did not come; waiting for our own storage or disk is not counted."""
    return job.steps.filter(state=State.RUNNING).exclude(note__in=("", AGAIN, job.remote_id)).count()


def _holding(job: Job) -> Callable[[float], None]:
    """Return what to call while something comes in: it holds the row, but not at every call."""
    last = time.monotonic()

    def hold(_much: float) -> None:
        nonlocal last
        if time.monotonic() - last >= RENEW_EVERY:
            last = time.monotonic()
            job.renew(LEASE)

    return hold


@contextmanager
def room_for(job: Job) -> Iterator[Path | None]:
    """Give a folder that is gone afterwards; None, with the job put back for a minute, when the disk is full."""
    if shutil.disk_usage(workplace()).free < LEAST_FREE:
        _no_room(job)
        yield None
        return
    with make_room(f"job-{job.pk}") as folder:
        try:
            yield folder
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise
            _no_room(job)


def _no_room(job: Job) -> None:
    logger.error("No room left on the worker's disk; job %s waits", job.pk)
    job.let_go(again_in=NO_ROOM)
