"""The shot list: all shots of a board in a table."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import Request
from accounts.roles import Action
from storyboards import columns
from storyboards.reading import read_board
from storyboards.views.board_views import head_of, inspector_of
from storyboards.views.doors import find_storyboard, signed_in


@require_safe
@signed_in
def shot_list(request: Request, pk: int) -> HttpResponse:
    """Show the shots as a table; with `shot` in the address, that shot in the inspector."""
    storyboard, may_edit = find_storyboard(request, pk, Action.VIEW)
    board = read_board(storyboard)
    shown = columns.columns_of(request.user)
    rows = [(shot, [column.value(shot) for column in shown]) for scene in board.scenes for shot in scene.panels]
    context = {**head_of(board, may_edit=may_edit), "columns": shown, "rows": rows}
    return render(
        request, "storyboards/shot_list.html", {**context, **inspector_of(request, board, may_edit=may_edit)}
    )
