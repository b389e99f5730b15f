"""Deeds on a whole storyboard: its settings, putting it away, taking it out again."""

from django.utils import timezone

from accounts.models import User
from storyboards.editing.deed import Deed, deed
from storyboards.editing.merging import Values, settle, values_of
from storyboards.editing.timing import retime
from storyboards.models import Storyboard


def edit_storyboard(board: Storyboard, *, by: User | None, changes: Values, seen: Values | None = None) -> Storyboard:
    """Write the settings and return the storyboard; at a new rate every shot keeps its length in seconds.

    `seen` is what the editor saw: raise Conflict when somebody else changed the same setting since. Without it the last
    word wins.
    """
    with deed(board.pk, by) as work:
        now = values_of(work.board)
        settled = settle(now, now if seen is None else seen, changes, work.board.version)
        before: Values = {field: now[field] for field in settled}
        after = dict(settled)
        if "rate" in settled:
            before["frames"], after["frames"] = retime(work.board, settled["rate"])
        if settled:
            _save(work, settled)
            work.record("edit", work.board, before, after)
            work.announce(work.board)
    return work.board


def _save(work: Deed, settled: Values) -> None:
    for field, value in settled.items():
        setattr(work.board, field, value)
    work.board.save(update_fields=[*settled])


def archive_storyboard(board: Storyboard, *, by: User | None) -> Storyboard:
    """Put the storyboard away: it leaves the list, and nothing of it is lost."""
    return _put_away(board, by, away=True)


def restore_storyboard(board: Storyboard, *, by: User | None) -> Storyboard:
    """Take the storyboard out of the archive."""
    return _put_away(board, by, away=False)


def _put_away(board: Storyboard, by: User | None, *, away: bool) -> Storyboard:
    with deed(board.pk, by) as work:
        if (work.board.archived_at is not None) != away:
            work.board.archived_at = timezone.now() if away else None
            work.board.save(update_fields=["archived_at"])
            work.record("archive" if away else "restore", work.board, {"archived": not away}, {"archived": away})
            work.announce(work.board)
    return work.board
