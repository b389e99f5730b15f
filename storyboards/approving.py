"""Approving the animatic: the exact versions are stamped, and an edit afterwards voids the approval visibly."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db import transaction
from django.db.models.functions import Now

from accounts.models import Team, User
from soraease_web import live
from storyboards.models import Approval, Shot, Storyboard
from storyboards.pictures import drawn_of
from storyboards.reading import Board, read_board
from storyboards.timeline import running

# What is seen of a shot beside its picture, and for how long; notes change nothing on the screen.
SHOWN = ("frames", "lens", "transition", "panel_id", "circled_take_id")
MOST_NAMED = 8


@dataclass(frozen=True)
class Version:
    """A shot at the time of an approval: its key, what it was called, and the sum of what it showed."""

    shot: int
    slate: str
    sum: str


@dataclass(frozen=True)
class Standing:
    """The last approval of a board, and what is not any more as it was then: slates, first to last."""

    approval: Approval
    before: list[Version]
    now: list[Version]

    @cached_property
    def changed(self) -> list[str]:
        """The slates of shots that show something else now, or are new."""
        sums = {version.shot: version.sum for version in self.before}
        return [version.slate for version in self.now if sums.get(version.shot) != version.sum]

    @cached_property
    def gone(self) -> list[str]:
        """The slates, as they were, of shots that are out of the film now."""
        kept = {version.shot for version in self.now}
        return [version.slate for version in self.before if version.shot not in kept]

    @property
    def moved(self) -> bool:
        """Whether the shots that were there then run in another order now."""
        now = {version.shot for version in self.now}
        then = {version.shot for version in self.before}
        order = [version.shot for version in self.now if version.shot in then]
        return order != [version.shot for version in self.before if version.shot in now]

    @property
    def holds(self) -> bool:
        """Whether the animatic is still exactly what was approved."""
        return not (self.changed or self.gone or self.moved)

    @property
    def named(self) -> str:
        """The first of the slates that changed or are gone."""
        every = [*self.changed, *self.gone]
        return ", ".join(every[:MOST_NAMED]) + ("…" if len(every) > MOST_NAMED else "")


def versions_of(board: Board) -> list[Version]:
    """Return the shots that run in the film, as they are now."""
    return [Version(shot.pk, shot.slate, _sum(shot)) for shot in _running(board)]


def _running(board: Board) -> Iterable[Shot]:
    return (shot for scene in board.scenes for shot in scene.panels if running(shot))


def _sum(shot: Shot) -> str:
    board = shot.scene.storyboard
    shown = drawn_of(shot, board, shot.cast_list) | {name: getattr(shot, name) for name in SHOWN} | {"rate": board.rate}
    return hashlib.sha256(json.dumps(shown, sort_keys=True, default=str).encode()).hexdigest()[:16]


def standing(board: Board) -> Standing | None:
    """Return what became of the last approval, or None where there is none. One query."""
    last = board.storyboard.approvals.filter(withdrawn_at=None).select_related("by").first()
    if last is None:
        return None
    return Standing(last, [Version(*row) for row in last.versions], versions_of(board))


def mark_of(board: Board) -> str:
    """Return the sum over all versions: who approves says by it what was seen."""
    return hashlib.sha256(json.dumps(_rows(board)).encode()).hexdigest()[:16]


def _rows(board: Board) -> list[list[int | str]]:
    return [[version.shot, version.slate, version.sum] for version in versions_of(board)]


def approve(storyboard: Storyboard, by: User, *, seen: str) -> Approval | None:
    """Stamp the animatic, if it still is what was `seen` (as `mark_of` told); return None if it is not."""
    with transaction.atomic():
        Team.objects.lock(storyboard.team_id)
        board = read_board(storyboard)
        if mark_of(board) != seen:
            return None
        approval = storyboard.approvals.create(by=by, versions=_rows(board))
        live.announce(storyboard.pk, "approval", approval.pk)
    return approval


def withdraw(storyboard: Storyboard) -> int:
    """Take the approvals back; return how many stood. They stay on record."""
    with transaction.atomic():
        live.announce(storyboard.pk, "approval", 0)
        return storyboard.approvals.filter(withdrawn_at=None).update(withdrawn_at=Now())
