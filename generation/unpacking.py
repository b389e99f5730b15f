"""An archive file's way to a storyboard: taken in, looked at by a worker, made; begun again after a crash.

Looking at it means decoding every take and film in it, which may take minutes: no web request waits for that.
"""

import logging
import time
import uuid
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models.functions import Now
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.billing.tiers import limits
from accounts.models import Team, User
from generation import doorbell
from generation.arriving import MOST_PIXELS
from generation.cutting import probing
from generation.cutting.ffmpeg import FfmpegFailed
from generation.failpoints import failpoint
from generation.keeping import MIMES
from generation.pace import HOURS_TO_LIVE, MOST_CRASHES, RENEW_EVERY, STORAGE_AWAY, VERIFY_LEASE
from generation.rooms import make_room
from generation.storing import STORAGE_ERRORS, take_out
from soraease_web.lease import LEASE, LeaseLost
from storyboards.archive_file import NotAnArchive
from storyboards.archive_file.files import import_archive
from storyboards.archive_file.opening import ENDING, require_likeness
from storyboards.models import Storyboard, Unpacking
from storyboards.timecode import LONGEST_SHOT_SECONDS
from storyboards.uploads import stored_bytes

logger = logging.getLogger(__name__)

LONGEST_FILM_SECONDS = 6 * 3600
SPARE_SECONDS = 2.0
MOST_AT_ONCE = 3


def take_in(file: UploadedFile, team: Team, by: User) -> Unpacking:
    """Keep an archive file until a worker has looked at it, and return its row; raise NotAnArchive."""
    require_likeness(file)
    size = file.size or 0
    _require_place(team, size)
    wanted = f"teams/{team.pk}/unpackings/{uuid.uuid4()}{ENDING}"
    file.seek(0)
    stored = default_storage.save(wanted, file)
    with transaction.atomic():
        row = Unpacking.objects.create(
            team=team, created_by=by, name=Path(file.name or "").name[:255], stored_name=stored, bytes=size
        )
        doorbell.on_commit(lambda: doorbell.ring_unpacking(row.pk))
    return row


def _require_place(team: Team, size: int) -> None:
    waiting = list(Unpacking.objects.open().filter(team=team).values_list("bytes", flat=True))
    if len(waiting) >= MOST_AT_ONCE:
        told = ngettext(
            "%d file of your team is being unpacked. Wait until it is done, then send this one.",
            "%d files of your team are being unpacked. Wait until one is done, then send this one.",
            len(waiting),
        )
        raise NotAnArchive(told % len(waiting))
    most = limits(team.tier).storage_bytes
    if stored_bytes(team) + sum(waiting) + size > most:
        raise NotAnArchive(
            _("This file has %(needed)s, and the team’s storage of %(most)s has no room for it. Nothing was imported.")
            % {"needed": filesizeformat(size), "most": filesizeformat(most)}
        )


def cancel_unpacking(row: Unpacking) -> bool:
    """Stop looking at an archive file; return whether there was anything to stop. Nothing was made of it."""
    ended = {"state": Unpacking.State.CANCELLED, "lease_until": None, "finished_at": Now()}
    stopped = Unpacking.objects.open().filter(pk=row.pk).update(**ended)
    if stopped:
        default_storage.delete(row.stored_name)
    return bool(stopped)


# --- at the worker --------------------------------------------------------------------------------------------------


def step_unpacking(unpacking_id: int) -> bool:
    """Make the storyboard, if the row is due and nobody else is at it; return whether it was ours."""
    row = Unpacking.objects.select_related("team", "created_by").claim(unpacking_id)
    if row is None:
        return False
    failpoint("unpacking-claimed")
    try:
        _unpack(row)
    except LeaseLost as lost:
        logger.info("Archive file thrown away: %s", lost)
        row.drop()
    return True


def _unpack(row: Unpacking) -> None:
    if row.crashes >= MOST_CRASHES:
        logger.error("Unpacking %s killed its worker %s times, given up", row.pk, row.crashes)
        _refuse(row, _("Unpacking stopped three times, so we gave up. Nothing was imported. Tell the operator."))
        return
    with make_room(f"unpacking-{row.pk}") as room:
        try:
            _unpack_in(row, room)
        except NotAnArchive as refused:
            _refuse(row, str(refused))
        except STORAGE_ERRORS as error:
            _wait_for_storage(row, error)


def _wait_for_storage(row: Unpacking, error: Exception) -> None:
    if row.created_at < timezone.now() - timedelta(hours=HOURS_TO_LIVE):
        logger.error("Unpacking %s found no storage for a day, given up: %s", row.pk, error)
        _refuse(row, _("For a day the studio could not read this file. Nothing was imported. Send it again."))
        return
    logger.warning("Unpacking %s waits for storage or disk: %s", row.pk, error)
    row.let_go(again_in=STORAGE_AWAY)


def _unpack_in(row: Unpacking, room: Path) -> None:
    if row.state == Unpacking.State.WAITING:
        row.write(state=Unpacking.State.LOOKING)
    hold = _holding(row)
    file = room / "handed-in.zip"
    take_out(row.stored_name, file, on_bytes=lambda _bytes: hold())
    with file.open("rb") as source:
        import_archive(
            source,
            team=row.team,
            by=row.created_by,
            verify=partial(verified, on_frames=lambda _frames: hold()),
            on_file=partial(_tell, row, hold),
            then=partial(_done, row),
        )
    failpoint("unpacking-done")
    default_storage.delete(row.stored_name)


def _holding(row: Unpacking) -> Callable[..., None]:
    """Return what to call while working: it holds the row, and writes what is told now and then."""
    last = 0.0

    def hold(**told: int) -> None:
        nonlocal last
        if time.monotonic() - last >= RENEW_EVERY:
            last = time.monotonic()
            row.renew(LEASE, **told)

    return hold


def _tell(row: Unpacking, hold: Callable[..., None], done: int, of: int) -> None:
    failpoint("unpacking-looking")
    if done < of:
        hold(looked_at=done, files=of)
    else:
        # Storing has no pauses in which to say that we are still there.
        row.renew(VERIFY_LEASE, looked_at=done, files=of)


def _done(row: Unpacking, board: Storyboard) -> None:
    row.write(state=Unpacking.State.DONE, storyboard=board, lease_until=None, finished_at=Now())


def _refuse(row: Unpacking, sentence: str) -> None:
    row.write(state=Unpacking.State.REFUSED, error=sentence, lease_until=None, finished_at=Now())
    default_storage.delete(row.stored_name)


def verified(path: Path, *, long: bool = False, on_frames: Callable[[int], None] | None = None) -> dict[str, Any]:
    """Return what is known of a film file, as the columns of its asset; raise NotAnArchive when it is not whole.

    A `long` one is a film, any other is a take. `on_frames` is told how many were decoded.
    """
    longest = LONGEST_FILM_SECONDS if long else LONGEST_SHOT_SECONDS
    try:
        probe = probing.verify(path, max_seconds=longest + SPARE_SECONDS, max_pixels=MOST_PIXELS, on_frames=on_frames)
    except (probing.BadMedia, FfmpegFailed) as bad:
        raise NotAnArchive(_("A take in it cannot be used: %s Nothing was imported.") % bad.sentence) from bad
    facts = {"codec": probe.codec, "rate": list(probe.rate), "audio": probe.has_audio}
    mime = MIMES[probe.container][1]
    return {"mime": mime, "width": probe.width, "height": probe.height, "frames": probe.frames, "facts": facts}
