"""Empties the trash: what was deleted a month ago goes for good, but for what the ledger tells of.

Takes were paid for, and their jobs stand in the ledger: their rows stay, and with them their shots and scenes, out of
sight; only their files go. The edit log stays whole, so that the history can still tell the story.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from storyboards.editing.kept import kept_since
from storyboards.models import Asset, Element, ReferencePicture, Scene, Shot, Take


def empty_trash() -> int:
    """Drop what has been in the trash for too long; return how many rows and files went."""
    old = kept_since()
    gone = _drop_files(_files_of_takes(old)) + _drop_elements(old)
    shots = Shot.objects.filter(Q(deleted_at__lt=old) | Q(scene__deleted_at__lt=old), takes=None)
    scenes = Scene.objects.filter(deleted_at__lt=old, shots=None)
    for rows in (shots, scenes):
        keys = list(rows.order_by().values_list("pk", flat=True))
        rows.model.objects.filter(pk__in=keys).delete()
        gone += len(keys)
    return gone


def _files_of_takes(old: datetime) -> list[Asset]:
    """Return the files of takes that were thrown away, or whose shot or scene was; none of takes in the works."""
    away = Q(deleted_at__lt=old) | Q(shot__deleted_at__lt=old) | Q(shot__scene__deleted_at__lt=old)
    takes = Take.objects.filter(away).exclude(state=Take.State.WORKING).exclude(asset=None, mezzanine=None, poster=None)
    rows = takes.select_related("asset", "mezzanine", "poster").defer("request")
    return [file for take in rows for file in (take.asset, take.mezzanine, take.poster) if file]


def _drop_elements(old: datetime) -> int:
    elements = Element.objects.filter(deleted_at__lt=old)
    pictures = set(ReferencePicture.objects.filter(element__in=elements).values_list("asset", flat=True))
    count = elements.count()
    elements.delete()
    shared = ReferencePicture.objects.filter(asset__in=pictures).values_list("asset", flat=True)
    return count + _drop_files(Asset.objects.filter(pk__in=pictures - set(shared)))


def _drop_files(files: Iterable[Asset]) -> int:
    gone = 0
    for file in files:
        file.file.delete(save=False)
        file.delete()
        gone += 1
    return gone
