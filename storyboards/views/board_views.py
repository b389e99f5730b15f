"""What the shot list and the timeline have in common with the board: its head, and the shot in the inspector."""

from typing import Any

from accounts.billing import credits
from accounts.requests import Request
from storyboards.editing.ahead import look_ahead
from storyboards.models import Shot
from storyboards.reading import Board
from storyboards.views.answers import number_or_none
from storyboards.views.inspecting import inspected


def head_of(request: Request, board: Board, *, may_edit: bool) -> dict[str, Any]:
    """Return what every view of a board shows in its header."""
    return {
        "board": board,
        "ahead": look_ahead(board.storyboard, request.user, board.numbers) if may_edit else None,
        "storyboard": board.storyboard,
        "figures": board.figures,
        "may_edit": may_edit,
        "account": credits.account(board.storyboard.team),
    }


def inspector_of(request: Request, board: Board, *, may_edit: bool) -> dict[str, Any]:
    """Return what the inspector shows of the shot that the address names; nothing where it names none."""
    shot = chosen_shot(request, board)
    return inspected(shot, may_edit=may_edit) if shot else {}


def chosen_shot(request: Request, board: Board) -> Shot | None:
    """Return the shot that the address names, if it is on the board."""
    return board.shots.get(number_or_none(request.GET.get("shot")) or 0)
