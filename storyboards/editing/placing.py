"""Finds a newcomer's position among its siblings; only a used-up gap costs more than one row."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Case, Model, QuerySet, Value, When
from django.utils.translation import gettext as _

from storyboards.editing.deed import Gone
from storyboards.models import Scene, Shot, Storyboard
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


class Places:
    """Who stands where among the live rows of each parent.

    Read once and kept up to date in memory, so that a deed on many rows asks and writes no more often than on one.
    """

    def __init__(self, rows: Iterable[tuple[int, int, int]], model: type[Model]):
        self.model = model
        self.lines: dict[int, list[int]] = {}
        self.positions: dict[int, int] = {}
        self.renumbered: set[int] = set()
        for parent, pk, position in rows:
            self.lines.setdefault(parent, []).append(pk)
            self.positions[pk] = position

    def before(self, parent: int, pk: int) -> int:
        """Return the key of the neighbour behind which `pk` stands, 0 for the first."""
        line = self.lines.get(parent, [])
        index = line.index(pk) if pk in line else 0
        return line[index - 1] if index else 0

    def take_out(self, parent: int, pk: int) -> dict[str, int]:
        """Take a row out of its line and return where it stood, as the log keeps it."""
        stood = {"position": self.positions.pop(pk), "after": self.before(parent, pk)}
        self.lines[parent].remove(pk)
        return stood

    def put(self, parent: int, pk: int, after: int | None) -> dict[str, int]:
        """Put a row behind another (0: first, None: last) and return where it stands; raise Gone without that one."""
        line = self.lines.setdefault(parent, [])
        return self._insert(parent, pk, _index([(key, 0) for key in line], after))

    def put_back(self, parent: int, pk: int, place: Mapping[str, Any], *, in_turn: bool = True) -> dict[str, int]:
        """Put a row where it once stood: behind the same neighbour if that is still there, else by its position.

        Out of turn others may have come back behind that neighbour meanwhile: then its position tells more.
        """
        line, position, after = self.lines.setdefault(parent, []), place.get("position", 0), place.get("after")
        by_position = sum(self.positions[key] < position for key in line)
        index = by_position if after is None else line.index(after) + 1 if after in line else 0 if after == 0 else None
        if index is None or (not in_turn and index < by_position):
            index = by_position
        free = index == by_position and position not in (self.positions[key] for key in line)
        return self._insert(parent, pk, index, position if free else None)

    def _insert(self, parent: int, pk: int, index: int, position: int | None = None) -> dict[str, int]:
        line = self.lines[parent]
        if position is None:
            position = slot([self.positions[key] for key in line], index)
        line.insert(index, pk)
        if position is None:
            self.positions.update(zip(line, spread(len(line)), strict=True))
            self.renumbered.update(line)
        else:
            self.positions[pk] = position
        return {"position": self.positions[pk], "after": line[index - 1] if index else 0}

    def write(self) -> None:
        """Write the positions of rows that only made room, by one statement."""
        keys = sorted(self.renumbered & self.positions.keys())
        if keys:
            cases = [When(pk=pk, then=Value(self.positions[pk])) for pk in keys]
            self.model._default_manager.filter(pk__in=keys).update(position=Case(*cases))


def places_of_shots(board: Storyboard, scenes: Iterable[int] | None = None) -> Places:
    """Return who stands where in these scenes, or in all that the board ever had."""
    rows = Shot.objects.live().filter(scene__storyboard=board)
    if scenes is not None:
        rows = rows.filter(scene__in=set(scenes))
    return Places(rows.values_list("scene", "pk", "position"), Shot)


def places_of_scenes(board: Storyboard) -> Places:
    """Return the order of the board's scenes; their parent is the board."""
    return Places(board.scenes.live().values_list("storyboard", "pk", "position"), Scene)
