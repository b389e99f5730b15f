"""A newer script is handed in: it waits until somebody decides what of it is taken over."""

from accounts.models import User
from storyboards.models import Revision, Storyboard
from storyboards.scripts import Outline


def hand_in(board: Storyboard, outline: Outline, *, name: str, by: User | None) -> Revision:
    """Return the revision of a script that was read; handed in twice, it is the one that waits already."""
    waiting = board.revisions.filter(settled_at=None, script=outline.text, name=name).first()
    return waiting or board.revisions.create(script=outline.text, name=name, by=by)
