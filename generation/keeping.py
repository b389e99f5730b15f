"""The end of a good job: files stored under the job's key, then rows, `done` and the money in one transaction."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from accounts.billing import credits
from accounts.models import Team
from generation import captions, chaining
from generation.backends import get_backend
from generation.backends.base import ShotRequest
from generation.cutting import probing
from generation.cutting.assembly import Piece, assemble, poster
from generation.cutting.mezzanine import Mezzanine, conforms, normalise
from generation.failpoints import failpoint
from generation.models import Job, State
from generation.moves import announce, move
from generation.pace import STORAGE_AWAY, VERIFY_LEASE
from generation.storing import STORAGE_ERRORS, put, record, record_picture, take_out
from storyboards.models import Asset, Shot, Storyboard, Take
from storyboards.models.assets import AssetKind
from storyboards.timecode import frames_of, seconds

logger = logging.getLogger(__name__)

POSTER_WIDTH = 640
MIMES = {"mov": ("mp4", "video/mp4"), "matroska": ("webm", "video/webm")}


@dataclass(frozen=True)
class Made:
    """The files of one job, still in its room, and what they are; `last` is the picture on which a part ends."""

    take: Path
    take_probe: probing.Probe
    mezzanine: Path
    mezzanine_probe: probing.Probe
    poster: Path
    last: Path | None = None


def make(job: Job, target: Path, probe: probing.Probe, room: Path, *, on_progress: Callable[[float], None]) -> Made:
    """Make the verified file at `target` ready for the cut: as long as was asked, in the storyboard's form."""
    mezzanine = mezzanine_of(job.storyboard)
    # The storyboard may have another rate by now; a take keeps its length in seconds.
    frames = frames_of(ShotRequest.from_json(job.request).seconds, mezzanine.rate)
    ready = room / "mezzanine.mp4"
    ready_probe = normalise(
        target,
        ready,
        frames=frames,
        mezzanine=mezzanine,
        on_progress=on_progress,
        keep_picture=get_backend(job.backend).draws_here,
    )
    if job.take.jobs.filter(ordinal__gt=job.ordinal).exists():
        return Made(target, probe, ready, ready_probe, ready, chaining.last_picture(job, ready, ready_probe))
    if job.ordinal > 1:
        target = ready = _joined(job, ready, room, on_progress)
        probe = ready_probe = probing.inspect(ready)
    return Made(target, probe, ready, ready_probe, _poster(ready, ready_probe, room))


def mezzanine_of(board: Storyboard) -> Mezzanine:
    """Return the form in which takes of `board` are cut."""
    return Mezzanine(*board.frame_size, board.rate_pair)


def _joined(job: Job, last: Path, room: Path, on_progress: Callable[[float], None]) -> Path:
    """Return the whole of a chained take: the parts that are stored already, and the last one."""
    mezzanine = mezzanine_of(job.storyboard)
    parts = job.take.jobs.filter(ordinal__lt=job.ordinal).order_by("ordinal")
    pieces = [_part(part, room, mezzanine, on_progress) for part in parts]
    cut = [Piece(path=path, frames=probing.inspect(path).frames) for path in [*pieces, last]]
    work = room / "joining"
    work.mkdir()
    whole = room / "whole.mp4"
    assemble(cut, whole, mezzanine=mezzanine, work=work, on_progress=on_progress, loudness=None)
    again = room / "whole-mezzanine.mp4"
    normalise(whole, again, frames=sum(piece.frames for piece in cut), mezzanine=mezzanine, on_progress=on_progress)
    return again


def _part(part: Job, room: Path, mezzanine: Mezzanine, on_progress: Callable[[float], None]) -> Path:
    """Return a part that is stored already; one from before the storyboard's settings were changed is made anew."""
    path = room / f"part-{part.ordinal}.mp4"
    take_out(part_name(part), path, on_bytes=on_progress)
    probe = probing.inspect(path)
    if conforms(probe, mezzanine):
        return path
    ready = room / f"part-{part.ordinal}-anew.mp4"
    frames = frames_of(seconds(probe.frames, probe.rate), mezzanine.rate)
    normalise(path, ready, frames=frames, mezzanine=mezzanine, on_progress=on_progress)
    return ready


def _poster(ready: Path, probe: probing.Probe, room: Path) -> Path:
    picture = room / "poster.webp"
    poster(ready, picture, at_seconds=probe.seconds / 3, width=POSTER_WIDTH)
    return picture


# --- names ----------------------------------------------------------------------------------------------------------


def name_of(job: Job, ending: str) -> str:
    """Return the stored name of one of the job's files."""
    return f"teams/{job.team.pk}/takes/{job.key}{ending}"


def part_name(job: Job) -> str:
    """Return the stored name of a part of a chained take."""
    return name_of(job, "-part.mp4")


# --- keeping --------------------------------------------------------------------------------------------------------


def keep(job: Job, made: Made) -> None:
    """Store the files and end the job; what a crash leaves in storage is written over by the next worker."""
    job.renew(VERIFY_LEASE)
    last = not job.take.jobs.filter(ordinal__gt=job.ordinal).exists()
    try:
        _store(job, made, last=last)
    except STORAGE_ERRORS as error:
        logger.error("The storage did not take the result of job %s: %s", job.pk, error)
        job.let_go(again_in=STORAGE_AWAY)
        return
    failpoint("stored")
    failpoint("before-done")
    if last:
        _done(job, made)
    else:
        _part_done(job, made)
    failpoint("done-committed")


def _store(job: Job, made: Made, *, last: bool) -> None:
    if not last:
        put(part_name(job), made.mezzanine)
        if made.last:
            put(name_of(job, chaining.ENDING), made.last)
        return
    put(name_of(job, f".{MIMES[made.take_probe.container][0]}"), made.take)
    put(name_of(job, "-mezzanine.mp4"), made.mezzanine)
    put(name_of(job, "-poster.webp"), made.poster)


def _part_done(job: Job, made: Made) -> None:
    """End this part and let the next one begin, with the picture on which this one ends where it can."""
    with transaction.atomic():
        move(job, State.DONE, lease_until=None, finished_at=Now(), progress=1.0)
        if made.last:
            chaining.hand_on(job, name_of(job, chaining.ENDING))
        job.take.jobs.filter(ordinal=job.ordinal + 1).update(next_due_at=Now())


def _done(job: Job, made: Made) -> None:
    """Rows, state and money together: a take is there and paid for, or neither."""
    with transaction.atomic():
        team = Team.objects.lock(job.team.pk)
        move(job, State.DONE, lease_until=None, finished_at=Now(), progress=1.0)
        assets = _assets(job, made)
        cost = _capture(job, team)
        Take.objects.filter(pk=job.take_id, state=Take.State.WORKING).update(state=Take.State.DONE, cost=cost, **assets)
        _circle_first(job.take)
        announce(job)


def _assets(job: Job, made: Made) -> dict[str, Asset]:
    ending, mime = MIMES[made.take_probe.container]
    team = job.team.pk
    return {
        "asset": record(team, AssetKind.TAKE, name_of(job, f".{ending}"), mime, made.take_probe, _said(made)),
        "mezzanine": record(
            team, AssetKind.MEZZANINE, name_of(job, "-mezzanine.mp4"), "video/mp4", made.mezzanine_probe
        ),
        "poster": record_picture(team, AssetKind.POSTER, name_of(job, "-poster.webp"), made.poster),
    }


def _said(made: Made) -> dict[str, Any]:
    said = captions.brought(made.take)
    return {"captions": said} if said else {}


def _capture(job: Job, team: Team) -> int:
    """Take what was held for every part of the take; return it in credits."""
    parts = list(job.take.jobs.all())
    for part in parts:
        credits.capture(team, part.credits, reference=part.reference)
    return sum(part.credits for part in parts)


def _circle_first(take: Take) -> None:
    """Circle the take if its shot has none circled; a person's choice is never touched."""
    if Take.objects.filter(pk=take.pk, deleted_at=None).exists():
        Shot.objects.filter(pk=take.shot_id, circled_take=None).update(circled_take=take.pk, version=F("version"))
