"""The timeline: a board's shots on the clock."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import Request
from accounts.roles import Action
from storyboards.reading import read_board
from storyboards.views.board_views import head_of, inspector_of
from storyboards.views.doors import find_storyboard, signed_in


@require_safe
@signed_in
def timeline(request: Request, pk: int) -> HttpResponse:
    """Show the shots in time; with `shot` in the address, that shot in the inspector."""
    storyboard, may_edit = find_storyboard(request, pk, Action.VIEW)
    board = read_board(storyboard)
    context = {**head_of(board, may_edit=may_edit), **inspector_of(request, board, may_edit=may_edit)}
    return render(request, "storyboards/timeline.html", context)
