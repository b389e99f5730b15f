"""Whether what a deed did still stands: read from the log, where every row says what it changed of what.

Each part of a row (a field, its place, whether it is in the trash) is followed on its own through the deeds that
changed it. A deed that was taken back leads to where it came from, so what others undid stands against nothing.
"""

from collections.abc import Hashable, Iterable
from typing import NamedTuple

from storyboards.models import Edit

PLACE = {"scene", "position", "after"}


class Part(NamedTuple):
    """One thing about one row that a deed can change."""

    noun: str
    pk: int
    name: str


def parts_of(edit: Edit) -> set[Part]:
    """Return the parts that the edit changed; of a row that came or went, only that."""
    names = {"place" if name in PLACE else name for name in (edit.before.keys() | edit.after.keys())}
    if "deleted" in names or came_to_be(edit):
        names = {"deleted"}
    return {Part(edit.noun, edit.noun_pk, name) for name in names}


def came_to_be(edit: Edit) -> bool:
    """Return whether the row was made by this deed."""
    return edit.after.get("deleted") is False or (not edit.before and edit.verb in ("add", "duplicate"))


def went(edit: Edit) -> bool:
    """Return whether the row was put into the trash by this deed."""
    return edit.after.get("deleted") is True


class Course:
    """The way of one part through the deeds on it: which state each of them led to."""

    def __init__(self) -> None:
        self.states: list[tuple[int, Hashable, Edit | None]] = [(0, object(), None)]
        self.came_from: dict[Hashable, Hashable] = {}
        self.led_to: dict[Hashable, Hashable] = {}

    @property
    def now(self) -> Hashable:
        """The state after all of the deeds."""
        return self.states[-1][1]

    def go(self, edit: Edit) -> None:
        """Follow one more deed; several rows of one deed are one step."""
        self.states.append((edit.pk, self._next(edit), edit))

    def _next(self, edit: Edit) -> Hashable:
        if edit.way == Edit.Way.UNDO:
            self.led_to.setdefault(edit.of, self.now)
            return self.came_from.setdefault(edit.of, object())
        if edit.way == Edit.Way.REDO:
            self.came_from.setdefault(edit.of, self.now)
            return self.led_to.setdefault(edit.of, object())
        if self.now != edit.deed:
            self.came_from[edit.deed], self.led_to[edit.deed] = self.now, edit.deed
        return edit.deed

    def against(self, pk: int) -> Edit | None:
        """Return the deed by which this part is no longer as it was when row `pk` of the log was written."""
        then = next(state for at, state, _edit in reversed(self.states) if at <= pk)
        return None if then == self.now else self.states[-1][2]


def courses(edits: Iterable[Edit]) -> dict[Part, Course]:
    """Return the way of every part that the edits, oldest first, changed."""
    found: dict[Part, Course] = {}
    for edit in edits:
        for part in parts_of(edit):
            found.setdefault(part, Course()).go(edit)
    return found
