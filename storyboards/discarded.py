"""What lies in a board's trash, for the page that shows it: in a number of queries that never grows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from django.utils.translation import gettext as _

from storyboards.editing.kept import KEPT, kept_since
from storyboards.models import Edit, Scene, Shot, Storyboard


@dataclass(frozen=True)
class Discarded:
    """One row in the trash; `way_back` is the name of the URL that restores it, empty while its scene is there, too."""

    noun: str
    pk: int
    name: str
    about: str
    by: str
    at: datetime
    gone_at: datetime
    way_back: str


def discarded(board: Storyboard) -> list[Discarded]:
    """Return the scenes and shots in the board's trash, what was deleted last first."""
    since = kept_since()
    scenes = list(board.scenes.filter(deleted_at__gte=since))
    shots = list(Shot.objects.filter(scene__storyboard=board, deleted_at__gte=since).select_related("scene"))
    who = _deleted_by(board, [*scenes, *shots])
    rows = [_scene(row, who) for row in scenes] + [_shot(row, who) for row in shots]
    return sorted(rows, key=attrgetter("at", "pk"), reverse=True)


def _deleted_by(board: Storyboard, rows: Iterable[Scene | Shot]) -> dict[tuple[str, int], str]:
    keys = [row.pk for row in rows]
    edits = board.edits.filter(noun__in=("shot", "scene"), noun_pk__in=keys, after__deleted=True)
    found: Iterable[Edit] = edits.select_related("by").order_by("pk")
    return {(edit.noun, edit.noun_pk): str(edit.by or _("Somebody who left")) for edit in found}


def _scene(row: Scene, who: dict[tuple[str, int], str]) -> Discarded:
    by = who.get(("scene", row.pk), _("Somebody who left"))
    about = _("a scene with its shots")
    assert row.deleted_at  # noqa: S101 - only such rows are asked for
    return Discarded("scene", row.pk, row.slugline, about, by, row.deleted_at, row.deleted_at + KEPT, "restore_scene")


def _shot(row: Shot, who: dict[tuple[str, int], str]) -> Discarded:
    by = who.get(("shot", row.pk), _("Somebody who left"))
    about = _("a shot of %s") % row.scene.slugline
    way_back = "" if row.scene.deleted_at else "restore_shot"
    assert row.deleted_at  # noqa: S101 - only such rows are asked for
    return Discarded("shot", row.pk, str(row), about, by, row.deleted_at, row.deleted_at + KEPT, way_back)
