"""Finds a newcomer's position among its siblings; only a used-up gap costs more than one row."""

from typing import Any

from django.db.models import Case, QuerySet, Value, When
from django.utils.translation import gettext as _

from storyboards.editing.deed import Gone
from storyboards.positions import slot, spread


def place(siblings: QuerySet, after: int | None, *, newcomer: int | None = None) -> int:
    """Return the position behind the sibling whose key is `after` (0: first, None: last); raise Gone without it."""
    rows = [row for row in siblings.values_list("pk", "position") if row[0] != newcomer]
    index = _index(rows, after)
    position = slot([position for _pk, position in rows], index)
    if position is not None:
        return position
    renumber(siblings, [pk for pk, _position in rows])
    room: int = slot(spread(len(rows)), index) or 0
    return room


def _index(rows: list[tuple[int, int]], after: int | None) -> int:
    if after is None:
        return len(rows)
    if after == 0:
        return 0
    keys = [pk for pk, _position in rows]
    if after not in keys:
        raise Gone(_("The place you chose is no longer there: somebody moved or deleted it. Nothing was changed."))
    return keys.index(after) + 1


def renumber(siblings: QuerySet, keys: list[Any]) -> None:
    """Give the siblings whole gaps again, in the order of `keys`, by one statement."""
    cases = [When(pk=pk, then=Value(position)) for pk, position in zip(keys, spread(len(keys)), strict=True)]
    siblings.order_by().filter(pk__in=keys).update(position=Case(*cases))
