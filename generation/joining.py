"""A film's life: take the row, bring the pieces, join them, keep the result; begun again after a crash."""

import errno
import logging
import shutil
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from generation.arriving import LEAST_FREE, NO_ROOM
from generation.cutting.assembly import Film as Joined
from generation.cutting.assembly import Piece, assemble, poster
from generation.cutting.ffmpeg import FfmpegFailed
from generation.cutting.gif import write_gif
from generation.cutting.mezzanine import Mezzanine, hold_still, normalise
from generation.cutting.probing import BadMedia
from generation.failpoints import failpoint
from generation.films import announce
from generation.pace import MOST_CRASHES, RENEW_EVERY, STORAGE_AWAY, VERIFY_LEASE
from generation.rooms import make_room
from generation.storing import STORAGE_ERRORS, NotThere, put, record, record_picture, take_out
from soraease_web.lease import LEASE, LeaseLost, from_now
from storyboards.models import Film, Take
from storyboards.models.assets import AssetKind

logger = logging.getLogger(__name__)

BRINGING = 0.2  # the share of the work that bringing the pieces is
POSTER_WIDTH = 1280
LOST_AFTER = timedelta(hours=1)


def step_film(film_id: int) -> bool:
    """Join the film, if it is due and nobody else is at it; return whether it was ours."""
    film = Film.objects.select_related("storyboard__team").claim(film_id)
    if film is None:
        return False
    failpoint("film-claimed")
    try:
        _join(film)
    except LeaseLost as lost:
        logger.info("Film thrown away: %s", lost)
        film.drop()
    return True


def _join(film: Film) -> None:
    if film.crashes >= MOST_CRASHES:
        logger.error("Film %s killed its worker %s times, given up", film.pk, film.crashes)
        _fail(film, _("Joining stopped three times, so we gave up. Nothing was charged. Tell the operator."))
        return
    with make_room(f"film-{film.pk}") as folder:
        try:
            _join_in(film, folder)
        except (BadMedia, FfmpegFailed) as bad:
            logger.exception("Film %s could not be joined: %s", film.pk, bad.tail)
            _fail(film, _("The film could not be joined. %s Nothing was charged.") % bad.sentence)
        except STORAGE_ERRORS as error:
            _wait_for_storage(film, error)


def _wait_for_storage(film: Film, error: Exception) -> None:
    """Try again soon, and tell the page; what the storage has lost for good is waited for an hour."""
    lost = isinstance(error, NotThere) and error.lost
    if lost and Film.objects.filter(pk=film.pk, created_at__lt=from_now(-LOST_AFTER)).exists():
        logger.error("Film %s needs a file that is lost: %s", film.pk, error)
        _fail(film, _lost())
    elif isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        _wait_for_room(film)
    else:
        logger.error("Film %s waits for the storage: %s", film.pk, error)
        film.let_go(again_in=STORAGE_AWAY, error=_("The storage is away. Joining goes on by itself when it is back."))
        announce(film)


def _lost() -> str:
    return _(
        "The file of a take in this film is not in the storage any more. Nothing was charged. Ask the operator to "
        "restore it from a backup, or generate the shot again."
    )


def _wait_for_room(film: Film) -> None:
    logger.error("No room on this disk for film %s; it waits", film.pk)
    film.let_go(again_in=NO_ROOM, error=_("There is no room on the worker’s disk. Joining goes on when there is."))
    announce(film)


def _join_in(film: Film, room: Path) -> None:
    if film.state == Film.State.QUEUED:
        film.write(state=Film.State.JOINING, progress=0)
        announce(film)
    if shutil.disk_usage(room).free < _room_needed(film) + LEAST_FREE:
        _wait_for_room(film)
        return
    keep = _keeping(film)
    mezzanine = Mezzanine(film.cut["width"], film.cut["height"], tuple(film.cut["rate"]))
    pieces = _pieces(film, mezzanine, room, keep)
    failpoint("film-pieces")
    work, target = room / "work", room / "film.mp4"
    work.mkdir()

    def on_progress(share: float) -> None:
        keep(BRINGING + share * (1 - BRINGING))

    joined = assemble(pieces, target, mezzanine=mezzanine, work=work, on_progress=on_progress)
    gif = _gif(film, target, room, keep) if film.wants_gif else None
    _finish(film, joined, target, room, gif)


def _room_needed(film: Film) -> int:
    """Bytes for the pieces and for the film beside them."""
    takes = [piece["take"] for piece in film.cut["pieces"] if piece["take"]]
    sizes = Take.objects.filter(pk__in=takes).exclude(mezzanine=None).values_list("mezzanine__bytes", flat=True)
    return 3 * sum(sizes)


def _pieces(film: Film, mezzanine: Mezzanine, room: Path, keep: Callable[[float], None]) -> list[Piece]:
    """Bring every piece into the room; a piece that is used again is brought once."""
    brought: dict[tuple[str, int], Path] = {}
    cut = film.cut["pieces"]
    pieces = []
    for index, piece in enumerate(cut):
        name = (piece["name"], piece["frames"])
        if name not in brought:
            done = BRINGING * index / len(cut)
            brought[name] = _bring(piece, mezzanine, room, index, partial(_still_at, keep, done))
        pieces.append(
            Piece(
                path=brought[name],
                frames=piece["frames"],
                transition=piece["transition"],
                transition_frames=min(film.cut["transition_frames"], max(2, piece["frames"] // 2)),
                chapter=piece["chapter"],
            )
        )
    return pieces


def _still_at(keep: Callable[[float], None], share: float, _bytes: int) -> None:
    keep(share)


def _bring(piece: dict, mezzanine: Mezzanine, room: Path, index: int, on_bytes: Callable[[int], None]) -> Path:
    target = room / f"piece-{index}.mp4"
    if piece["take"]:
        take_out(piece["name"], target, on_bytes=on_bytes)
        return _anew(piece, target, mezzanine, on_bytes) if piece.get("anew") else target
    still = room / f"panel-{index}.webp"
    take_out(piece["name"], still)
    on_bytes(0)
    hold_still(still, target, frames=piece["frames"], mezzanine=mezzanine, label=piece["slate"])
    return target


def _anew(piece: dict, take: Path, mezzanine: Mezzanine, on_bytes: Callable[[int], None]) -> Path:
    """Return a take that was made at other settings in the form of this film."""
    target = take.with_name(f"{take.stem}-anew.mp4")
    normalise(take, target, frames=piece["frames"], mezzanine=mezzanine, on_progress=lambda _share: on_bytes(0))
    take.unlink()
    return target


def _keeping(film: Film) -> Callable[[float], None]:
    """Return what to call with the progress (0 to 1): it holds the row, and tells the pages now and then."""
    last = 0.0

    def keep(share: float) -> None:
        nonlocal last
        if time.monotonic() - last >= RENEW_EVERY:
            failpoint("film-joining")
            last = time.monotonic()
            film.renew(LEASE, progress=min(1.0, share))
            announce(film)

    return keep


def _finish(film: Film, joined: Joined, target: Path, room: Path, gif: Path | None) -> None:
    """Store film, poster and GIF, then write the rows and `done` in one transaction."""
    film.renew(VERIFY_LEASE, error="")
    picture = room / "poster.webp"
    poster(target, picture, at_seconds=joined.probe.seconds / 3, width=min(POSTER_WIDTH, joined.probe.width))
    team = film.storyboard.team_id
    name = f"teams/{team}/films/{film.pk}"
    put(f"{name}.mp4", target)
    put(f"{name}-poster.webp", picture)
    if gif:
        put(f"{name}.gif", gif)
    failpoint("film-stored")
    with transaction.atomic():
        film.write(
            state=Film.State.DONE,
            asset=record(team, AssetKind.FILM, f"{name}.mp4", "video/mp4", joined.probe),
            poster=record_picture(team, AssetKind.POSTER, f"{name}-poster.webp", picture),
            gif=record_picture(team, AssetKind.GIF, f"{name}.gif", gif) if gif else None,
            progress=1.0,
            frames=joined.duration_frames,
            chapters=[{"title": chapter.title, "start": chapter.start} for chapter in joined.chapters],
            error="",
            lease_until=None,
            finished_at=Now(),
        )
        announce(film)


def _gif(film: Film, joined: Path, room: Path, keep: Callable[[float], None]) -> Path:
    target = room / "film.gif"
    write_gif(joined, target, work=room, on_progress=lambda _frames: keep(1.0))
    return target


def _fail(film: Film, sentence: str) -> None:
    with transaction.atomic():
        film.write(state=Film.State.FAILED, error=sentence, lease_until=None, finished_at=Now())
        announce(film)
