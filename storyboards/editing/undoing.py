"""Undo and redo, read from the edit log: each person walks back through what they did themselves on a board.

Nothing is kept beside the log. What is taken back is a deed of its own, with rows of its own, so the steps outlive
reloads and other pages, and there are as many as the person has done.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.tenancy import TeamQuerySet
from storyboards.editing.deed import Deed, Refused, deed
from storyboards.editing.inverting import invert, later_edits, shots_within, standing_against
from storyboards.editing.standing import courses
from storyboards.models import Edit, Storyboard

NOUNS = ("shot", "scene", "storyboard", "element")
# What stays: a storyboard is made once, its archive has buttons of its own, and files that were thrown away are gone.
FINAL_VERBS = ("import", "archive", "throw_away")
FINAL = Q(verb__in=FINAL_VERBS) | Q(noun="storyboard", verb="restore") | ~Q(noun__in=NOUNS)


@dataclass(frozen=True)
class Undone:
    """What was taken back or done again; without `edits` there was nothing. `parts` are those that look different."""

    edits: tuple[Edit, ...] = ()
    parts: frozenset[tuple[str, int]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.edits)


class Past(NamedTuple):
    """A deed in the log, and the deed that it takes back or does again: itself when it is one of its own."""

    deed: UUID
    way: str
    root: UUID


def undo(board: Storyboard, *, by: User | None) -> Undone:
    """Take back the last thing that this person did on the board; raise Overtaken where others changed it since."""
    with deed(board.pk, by, way=Edit.Way.UNDO) as work:
        return _go(work, last_done(past(board, by)))


def redo(board: Storyboard, *, by: User | None) -> Undone:
    """Do again what this person took back last, if they did nothing else since; raise Overtaken."""
    with deed(board.pk, by, way=Edit.Way.REDO) as work:
        return _go(work, last_undone(past(board, by)))


def take_back(board: Storyboard, key: UUID, *, by: User | None) -> Undone:
    """Take back one deed of anybody, out of turn, by a fresh deed; raise Overtaken, or Refused for what stays."""
    with deed(board.pk, by) as work:
        rows = board.edits.filter(deed=key)
        if not rows.exists() or rows.filter(FINAL).exists():
            raise Refused(_("This cannot be taken back. Nothing was changed."))
        return _go(work, Past(key, Edit.Way.FRESH, key), in_turn=False)


def reversible(board: Storyboard, by: User, edits: Iterable[Edit]) -> set[UUID]:
    """Return which of the deeds that wrote these rows of the log still stand, so that they could be taken back."""
    steps: dict[UUID, list[Edit]] = {}
    for edit in edits:
        steps.setdefault(edit.deed, []).append(edit)
    open_steps = {key: rows for key, rows in steps.items() if not any(is_final(edit) for edit in rows)}
    rows = [edit for step in open_steps.values() for edit in step]
    within = shots_within(board, rows)
    ways = courses(later_edits(board, rows, within)) if rows else {}
    return {
        key for key, step in open_steps.items() if not any(standing_against(edit, ways, within, by) for edit in step)
    }


def is_final(edit: Edit) -> bool:
    """Return whether what this row tells stays: FINAL, in memory."""
    return edit.verb in FINAL_VERBS or edit.noun not in NOUNS or (edit.noun, edit.verb) == ("storyboard", "restore")


def _go(work: Deed, step: Past | None, *, in_turn: bool = True) -> Undone:
    if step is None:
        return Undone()
    work.of = step.root
    invert(work, list(work.board.edits.filter(deed=step.deed)), in_turn=in_turn)
    return Undone(tuple(work.edits), frozenset(work.shown()))


def past(board: Storyboard, by: User | None) -> Iterator[Past]:
    """Yield what this person did on the board and can take back, newest first."""
    return steps_of(rows_of(board, by).values_list("deed", "way", "of").iterator(chunk_size=200))


def rows_of(board: Storyboard, by: User | None) -> TeamQuerySet[Edit]:
    """Return the rows of the log that tell of what this person can take back, newest first."""
    return Edit.objects.filter(storyboard=board, by=by).exclude(FINAL).order_by("-pk")


def steps_of(rows: Iterable[tuple[UUID, str, UUID | None]]) -> Iterator[Past]:
    """Yield the steps that rows of the log (deed, way, of) tell of, newest first."""
    last = None
    for key, way, of in rows:
        if key != last:
            last = key
            yield Past(key, way, of if way and of else key)


def last_done(steps: Iterable[Past]) -> Past | None:
    """Return the newest step that stands."""
    seen = set()
    for step in steps:
        if step.root not in seen and step.way != Edit.Way.UNDO:
            return step
        seen.add(step.root)
    return None


def last_undone(steps: Iterable[Past]) -> Past | None:
    """Return the step by which something was taken back last and not yet done again; anything fresh ends the search."""
    again = set()
    for step in steps:
        if step.way == Edit.Way.FRESH:
            return None
        if step.way == Edit.Way.REDO:
            again.add(step.root)
        elif step.root not in again:
            return step
        else:
            again.discard(step.root)
    return None
