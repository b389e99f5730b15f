"""What undo and redo would do next for a person, for the buttons: read by one query, however long the log is."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from accounts.models import User
from storyboards.editing.undoing import Past, last_done, last_undone, rows_of, steps_of
from storyboards.models import Edit, Storyboard
from storyboards.reading import Numbers
from storyboards.story import words_by_numbers

# Deeper than this nobody looks for words: the button then only says "Undo".
MOST_ROWS = 200


class Ahead(NamedTuple):
    """How the buttons are called: "Undo: moved shot 3B", "Nothing to undo", or "Undo" where nobody looked so far."""

    undo: str
    redo: str


def look_ahead(board: Storyboard, by: User, numbers: Numbers) -> Ahead:
    """Return what undo and redo would take back and do again; `numbers` are those that the page shows."""
    rows = list(rows_of(board, by).only("deed", "way", "of", "verb", "noun", "noun_pk", "before", "after")[:MOST_ROWS])
    steps = list(steps_of((row.deed, row.way, row.of) for row in rows))
    done, undone = last_done(steps), last_undone(steps)
    undo, redo = (None if step is None else _words(step, rows, numbers) for step in (done, undone))
    nothing = len(rows) < MOST_ROWS
    return Ahead(
        _("Undo: %s") % undo if undo else _("Nothing to undo") if undo is None and nothing else _("Undo"),
        _("Redo: %s") % redo if redo else _("Nothing to redo") if redo is None and nothing else _("Redo"),
    )


def _words(step: Past, rows: list[Edit], numbers: Numbers) -> str:
    own = [row for row in rows if row.deed == step.root]
    # Of the oldest deed that was read there may be rows which were not.
    if not own or (own[-1] is rows[-1] and len(rows) == MOST_ROWS):
        return ""
    return words_by_numbers(own, numbers)
