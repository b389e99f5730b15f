"""The board's page and its head."""

from urllib.parse import urlsplit

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.billing import credits
from accounts.requests import Request
from accounts.roles import Action
from storyboards.models import Shot
from storyboards.reading import read_board, read_head
from storyboards.views.doors import find_storyboard, signed_in
from storyboards.views.inspecting import inspected


@require_safe
@signed_in
def storyboard(request: Request, pk: int) -> HttpResponse:
    """Show the board; with `shot` in the address, that shot in the inspector. A fragment is the panels alone."""
    board, may_edit = find_storyboard(request, pk, Action.VIEW)
    filled = read_board(board)
    context = {"board": filled, "storyboard": board, "figures": filled.figures, "may_edit": may_edit}
    if request.htmx.target == f"storyboard-{pk}":
        return render(request, "storyboards/board.html#panels", context)
    shot = _chosen(request, filled.shots)
    inspector = inspected(shot, may_edit=may_edit) if shot else {}
    return render(request, "storyboards/board.html", {**context, **inspector, "account": credits.account(board.team)})


def _chosen(request: Request, shots: dict[int, Shot]) -> Shot | None:
    key = request.GET.get("shot", "")
    return shots.get(int(key)) if key.isdecimal() and len(key) < 19 else None


@require_safe
@signed_in
def board_head(request: Request, pk: int) -> HttpResponse:
    """Return the figures of the header and the list of scenes, which every edit may change."""
    board = find_storyboard(request, pk, Action.VIEW).row
    filled = read_head(board)
    context = {"board": filled, "storyboard": board, "figures": filled.figures, "fresh": _has_scene_list(request, pk)}
    return render(request, "storyboards/board.html#head", {**context, "account": credits.account(board.team)})


def _has_scene_list(request: Request, pk: int) -> bool:
    """Return whether the page that asks shows the list of scenes: the shot list and the timeline do not."""
    page = urlsplit(request.htmx.current_url or "").path
    return page not in (reverse("shot_list", args=[pk]), reverse("timeline", args=[pk]))
