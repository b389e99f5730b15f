"""The board's page and its head."""

from urllib.parse import urlsplit

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.requests import Request
from accounts.roles import Action
from storyboards.reading import read_board, read_head
from storyboards.views.board_views import head_of, inspector_of
from storyboards.views.doors import find_storyboard, signed_in


@require_safe
@signed_in
def storyboard(request: Request, pk: int) -> HttpResponse:
    """Show the board; with `shot` in the address, that shot in the inspector. A fragment is the panels alone."""
    board, may_edit = find_storyboard(request, pk, Action.VIEW)
    filled = read_board(board)
    if request.htmx.target == f"panels-{pk}":
        context = {"board": filled, "storyboard": board, "figures": filled.figures, "may_edit": may_edit}
        return render(request, "storyboards/board.html#panels", context)
    page = {**head_of(request, filled, may_edit=may_edit), **inspector_of(request, filled, may_edit=may_edit)}
    return render(request, "storyboards/board.html", page)


@require_safe
@signed_in
def board_head(request: Request, pk: int) -> HttpResponse:
    """Return the figures of the header and the list of scenes, which every edit may change."""
    board, may_edit = find_storyboard(request, pk, Action.VIEW)
    context = head_of(request, read_head(board), may_edit=may_edit)
    return render(request, "storyboards/board.html#head", {**context, "fresh": _has_scene_list(request, pk)})


def _has_scene_list(request: Request, pk: int) -> bool:
    """Return whether the page that asks shows the list of scenes: the shot list and the timeline do not."""
    page = urlsplit(request.htmx.current_url or "").path
    return page not in (reverse("shot_list", args=[pk]), reverse("timeline", args=[pk]))
