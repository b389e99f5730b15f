"""Two people, one row: different fields merge, the same field is a conflict that shows both texts."""

from dataclasses import dataclass
from typing import Any

from storyboards import fields
from storyboards.models import Edit, Element, Scene, Shot, Storyboard

SHOT_FIELDS = (*fields.SHOT, "panel_id", "panel_base_id", "panel_marks", "circled_take_id")
# A copy has no takes yet.
COPIED_SHOT_FIELDS = tuple(field for field in SHOT_FIELDS if field != "circled_take_id")
SCENE_FIELDS = (*fields.SCENE, "location_id")
ELEMENT_FIELDS = fields.ELEMENT
BOARD_FIELDS = (*fields.BOARD, "logo_id", "is_template")

Values = dict[str, Any]


@dataclass(frozen=True)
class Clash:
    """The two values of one field: what this person wrote, and what another one wrote since they read it."""

    mine: Any
    theirs: Any


class Conflict(Exception):
    """Somebody else changed the same fields. Nothing was written; `clashes` holds both values of each."""

    def __init__(self, clashes: dict[str, Clash], version: int):
        super().__init__(", ".join(clashes))
        self.clashes = clashes
        self.version = version


def values_of(row: Storyboard | Scene | Shot | Element) -> Values:
    """Return what can be edited of a row, as the log keeps it; the cast is a list of elements' keys."""
    values = {field: getattr(row, field) for field in fields_of(row)}
    if isinstance(row, Shot):
        values["cast"] = sorted(element.pk for element in row.cast.all() if element.deleted_at is None)
    return values


def fields_of(row: Storyboard | Scene | Shot | Element) -> tuple[str, ...]:
    """Return the names of the columns that can be edited of a row."""
    return {Shot: SHOT_FIELDS, Scene: SCENE_FIELDS, Element: ELEMENT_FIELDS, Storyboard: BOARD_FIELDS}[type(row)]


def values_at(row: Scene | Shot, now: Values, version: int) -> Values:
    """Return the values that the row had at `version`, read back from the log."""
    noun = row._meta.model_name
    later = Edit.objects.filter(noun=noun, noun_pk=row.pk, version__gt=version).order_by("-version", "-pk")
    values = dict(now)
    for edit in later:
        values |= {field: value for field, value in edit.before.items() if field in now}
    return values


def settle(now: Values, seen: Values, wanted: Values, version: int) -> Values:
    """Return what is to be written so that the row says what this person `wanted`; raise Conflict.

    `seen` is what they saw when they began: a field that they left as they saw it stays what it is `now`.
    """
    mine = {field: value for field, value in wanted.items() if value not in (seen.get(field, now[field]), now[field])}
    clashes = {
        field: Clash(value, now[field]) for field, value in mine.items() if seen.get(field, now[field]) != now[field]
    }
    if clashes:
        raise Conflict(clashes, version)
    return mine
