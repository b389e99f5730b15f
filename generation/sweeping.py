"""What a crash may leave behind, found and put right: holds without work, files without rows, rooms without workers."""

import logging
import shutil
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.core.files.storage import default_storage
from django.db.models import Exists, OuterRef
from django.utils import timezone

from accounts.billing import credits
from accounts.billing.models import Kind, Line
from generation import chaining
from generation.arriving import workplace
from generation.models import Job
from storyboards.editing.emptying import empty_trash
from storyboards.models import Asset, Film, Take, Unpacking

logger = logging.getLogger(__name__)

ORPHAN_AGE = timedelta(hours=24)
ROOM_AGE = timedelta(hours=1)
UNPACKING_AGE = timedelta(days=30)


def sweep() -> dict[str, int]:
    """Put everything right once; return how many of each kind there were."""
    return {
        "holds": open_holds(),
        "thrown_away": thrown_away(),
        "trash": empty_trash(),
        "unpackings": old_unpackings(),
        "orphans": orphan_files(),
        "rooms": stale_rooms(),
    }


def open_holds() -> int:
    """Give back what is held for jobs that have ended without a result, or that are gone; return how many."""
    given_back = 0
    closed = Line.objects.filter(kind=Kind.RELEASE, reference=OuterRef("reference"))
    holds = Line.objects.filter(kind=Kind.HOLD, reference__startswith="job:").exclude(Exists(closed))
    for line in holds.select_related("team").order_by("pk"):
        if not _still_needed(line.reference):
            logger.error("Hold %s of team %s had no open job; given back", line.reference, line.team_id)
            credits.release(line.team, reference=line.reference)
            given_back += 1
    return given_back


def _still_needed(reference: str) -> bool:
    pk = int(reference.removeprefix("job:"))
    return Job.objects.filter(pk=pk, take__state__in=(Take.State.WORKING, Take.State.DONE)).exists()


def thrown_away() -> int:
    """Drop the rows and files of films that were thrown away a day ago; return how many files went."""
    old = timezone.now() - ORPHAN_AGE
    gone = 0
    for film in Film.objects.filter(deleted_at__lt=old).exclude(asset=None).select_related("asset", "poster", "gif"):
        for asset in (film.asset, film.poster, film.gif):
            if asset is not None:
                asset.file.delete(save=False)
                asset.delete()
                gone += 1
    return gone


def old_unpackings() -> int:
    """Forget the archive files that came to their end a month ago; return how many."""
    ended = Unpacking.objects.filter(finished_at__lt=timezone.now() - UNPACKING_AGE)
    return ended.exclude(state__in=Unpacking.OPEN_STATES).delete()[0]


def orphan_files() -> int:
    """Delete files that are older than a day and that no row knows; return how many."""
    old = timezone.now() - ORPHAN_AGE
    gone = 0
    for name in _stored():
        if default_storage.get_modified_time(name) < old and not _known(name):
            logger.warning("File without a row deleted: %s", name)
            default_storage.delete(name)
            gone += 1
    return gone


def _stored() -> Iterator[str]:
    """Yield the names of the stored takes, films, pictures and archive files."""
    if not default_storage.exists("teams") and not hasattr(default_storage, "bucket"):
        return
    for team in default_storage.listdir("teams")[0]:
        for kind in ("takes", "films", "pictures", "unpackings"):
            folder = f"teams/{team}/{kind}"
            if hasattr(default_storage, "bucket") or default_storage.exists(folder):
                yield from (f"{folder}/{name}" for name in default_storage.listdir(folder)[1])


def _known(name: str) -> bool:
    """Tell whether a row needs the file: an asset, or what is still in the works: part of a take, an archive file."""
    if Asset.objects.filter(file=name).exists() or Unpacking.objects.open().filter(stored_name=name).exists():
        return True
    ending = next((one for one in ("-part.mp4", chaining.ENDING) if name.endswith(one)), None)
    if ending is None:
        return False
    key = Path(name).name.removesuffix(ending)
    return Job.objects.filter(key=key, take__state=Take.State.WORKING).exists()


def stale_rooms() -> int:
    """Remove work folders that nothing has been written into for an hour: their worker is dead; return how many."""
    gone = 0
    for room in workplace().iterdir():
        if room.is_dir() and _last_written(room) < time.time() - ROOM_AGE.total_seconds():
            shutil.rmtree(room, ignore_errors=True)
            gone += 1
    return gone


def _last_written(room: Path) -> float:
    return max((path.stat().st_mtime for path in [room, *room.rglob("*")]), default=0.0)
