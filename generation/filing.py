"""The storage against our rows: files that no row knows are deleted, rows whose file is lost say so."""

import logging
from collections.abc import Collection, Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path

from django.core.files.storage import default_storage
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from generation import chaining
from generation.models import Job
from soraease_web.lease import from_now
from storyboards.models import Asset, Take, Unpacking

logger = logging.getLogger(__name__)

ORPHAN_AGE = timedelta(hours=24)
# What is stored at this moment may not be listed yet.
LOST_AGE = timedelta(hours=1)
FOLDERS = ("takes", "films", "pictures", "unpackings")
AT_ONCE = 500


def orphan_files() -> int:
    """Delete files that are older than a day and that no row knows; return how many."""
    old = timezone.now() - ORPHAN_AGE
    gone = 0
    for name in _unknown():
        if default_storage.get_modified_time(name) < old:
            logger.warning("File without a row deleted: %s", name)
            default_storage.delete(name)
            gone += 1
    return gone


def _unknown() -> Iterator[str]:
    for folder in _folders():
        names = _names(folder)
        while some := set(islice(names, AT_ONCE)):
            yield from sorted(some - _known(some))


def lost_files() -> int:
    """Mark the rows whose file the storage has lost, and unmark those whose file is back; return how many are new."""
    new = 0
    for folder in _folders_of_rows():
        # Rows first: a file that is stored meanwhile is not taken for a lost one.
        old = Q(created_at__lt=from_now(-LOST_AGE))
        rows = dict(Asset.objects.filter(old, file__startswith=f"{folder}/").values_list("file", "pk"))
        there = set(_names(folder))
        lost = [pk for name, pk in rows.items() if name not in there]
        found = Asset.objects.filter(pk__in=lost, missing_since=None).update(missing_since=Now())
        if found:
            logger.error("The storage has lost %d files of %s: see the assets that are missing", found, folder)
        back = Asset.objects.filter(file__startswith=f"{folder}/").exclude(missing_since=None)
        back.exclude(pk__in=lost).update(missing_since=None)
        new += found
    return new


def _folders() -> Iterator[str]:
    """Yield the folders of takes, films, pictures and archive files that the storage has."""
    if _has("teams"):
        for team in default_storage.listdir("teams")[0]:
            yield from (f"teams/{team}/{kind}" for kind in FOLDERS)


def _folders_of_rows() -> Iterator[str]:
    for team in Asset.objects.order_by("team").values_list("team", flat=True).distinct():
        yield from (f"teams/{team}/{kind}" for kind in FOLDERS)


def _names(folder: str) -> Iterator[str]:
    if _has(folder):
        yield from (f"{folder}/{name}" for name in default_storage.listdir(folder)[1])


def _has(folder: str) -> bool:
    """Tell whether the folder can be listed; in a bucket every folder can."""
    return hasattr(default_storage, "bucket") or default_storage.exists(folder)


def _known(names: Collection[str]) -> set[str]:
    """Return the names that a row needs: an asset, or what is in the works: part of a take, an archive file."""
    assets = Asset.objects.filter(file__in=names).values_list("file", flat=True)
    unpackings = Unpacking.objects.open().filter(stored_name__in=names).values_list("stored_name", flat=True)
    parts = {name: key for name in names if (key := _key_of_part(name))}
    working = Job.objects.filter(key__in=parts.values(), take__state=Take.State.WORKING)
    keys = {str(key) for key in working.values_list("key", flat=True)}
    return {*assets, *unpackings, *(name for name, key in parts.items() if key in keys)}


def _key_of_part(name: str) -> str:
    """Return the key of the job whose part the file is; nothing when it is no part."""
    plain = Path(name).name
    ending = next((one for one in ("-part.mp4", chaining.ENDING) if plain.endswith(one)), None)
    return plain.removesuffix(ending) if ending else ""
