"""What a crash may leave behind, found and put right: holds without work, files without rows, rooms without workers."""

import logging
from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone

from accounts.billing import credits
from accounts.billing.models import Kind, Line
from generation import daily
from generation.filing import lost_files, orphan_files
from generation.models import Job
from generation.rooms import stale_rooms
from storyboards.editing.emptying import empty_trash
from storyboards.models import Film, Take, Unpacking

logger = logging.getLogger(__name__)

THROWN_AWAY_AGE = timedelta(hours=24)
FILES = "files"
UNPACKING_AGE = timedelta(days=30)


def sweep() -> dict[str, int]:
    """Put everything right once that our rows tell; return how many of each kind there were."""
    return {
        "holds": open_holds(),
        "thrown_away": thrown_away(),
        "trash": empty_trash(),
        "unpackings": old_unpackings(),
        "rooms": stale_rooms(),
    }


def sweep_files() -> dict[str, int]:
    """Compare the whole storage with our rows, which takes a while; return how many of each kind there were."""
    found = {"orphans": orphan_files(), "lost": lost_files()}
    daily.done(FILES)
    return found


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
    old = timezone.now() - THROWN_AWAY_AGE
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
