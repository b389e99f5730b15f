"""The timeline: a board's shots on the clock, and how long each of them runs."""

import copy

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from accounts.requests import Request
from accounts.roles import Action
from storyboards import editing
from storyboards.cells import CellForm, seen_values
from storyboards.editing import Conflict
from storyboards.models import Shot
from storyboards.outline import read_outline
from storyboards.reading import read_board, read_shot, read_together
from storyboards.timecode import short_seconds
from storyboards.timeline import spans
from storyboards.views.answers import SeeOther, keys_asked_with
from storyboards.views.approving import approval_of
from storyboards.views.board_views import head_of, inspector_of
from storyboards.views.doors import find_shot, find_shots, find_storyboard, signed_in


@require_safe
@signed_in
def timeline(request: Request, pk: int) -> HttpResponse:
    """Show the shots in time; with `shot` in the address, that shot in the inspector.

    A fragment is the outline: the reel with a place for each block, which the page fills with what it has or fetches.
    """
    storyboard, may_edit = find_storyboard(request, pk, Action.VIEW)
    if request.htmx.target == f"storyboard-{pk}":
        board, _elements = read_outline(storyboard)
        context = {"storyboard": storyboard, "figures": board.figures, "may_edit": may_edit, "spans": spans(board)}
        return render(request, "storyboards/timeline.html#reel", {**context, "fresh": True})
    board = read_board(storyboard)
    context = {**head_of(request, board, may_edit=may_edit), "spans": spans(board), **approval_of(request, board)}
    inspector = inspector_of(request, board, may_edit=may_edit)
    return render(request, "storyboards/timeline.html", {**context, **inspector})


@require_safe
@signed_in
def shot_block(request: Request, pk: int) -> HttpResponse:
    """Return a shot's block, and behind it those of `with`; a browser that comes by itself is led to the timeline."""
    rows, may_edit = find_shots(request, pk, keys_asked_with(request), Action.VIEW)
    if not request.htmx:
        return SeeOther(timeline_url(rows[0]))
    first, *beside = read_together(rows)
    context = {"shot": first, "others": beside, "storyboard": first.scene.storyboard, "may_edit": may_edit}
    return render(request, "storyboards/timeline_block.html#together", context)


def timeline_url(shot: Shot) -> str:
    """Return the address of the timeline at a shot."""
    return f"{reverse('timeline', args=[shot.scene.storyboard_id])}?shot={shot.pk}#shot-{shot.pk}"


def _block(request: Request, filled: Shot, *, status: int = 200) -> HttpResponse:
    context = {"shot": filled, "storyboard": filled.scene.storyboard, "may_edit": True}
    return render(request, "storyboards/timeline_block.html#block", context, status=status)


@require_POST
@signed_in
def retime_shot(request: Request, pk: int) -> HttpResponse:
    """Let the shot run for `frames`; `seen` is for how many it ran when somebody took hold of it."""
    row = find_shot(request, pk, Action.EDIT).row
    form = CellForm(request.POST, instance=copy.copy(row), storyboard=row.scene.storyboard, column="frames")
    if not form.is_valid():
        return _not_retimed(request, row, " ".join(map(str, form.errors["frames"])), 422)
    seen = seen_values(row, "frames", request.POST["seen"]) if "seen" in request.POST else None
    try:
        editing.edit_shot(row, by=request.user, changes=form.values([]), seen=seen)
    except Conflict as conflict:
        return _not_retimed(request, row, _clash_words(row, conflict), 409)
    if not request.htmx:
        return SeeOther(timeline_url(row))
    return trigger_client_event(_block(request, read_shot(row)), "board:settled", {})


def _clash_words(row: Shot, conflict: Conflict) -> str:
    clash, rate = conflict.clashes["frames"], row.scene.storyboard.rate_pair
    lengths = {"mine": short_seconds(clash.mine, rate), "theirs": short_seconds(clash.theirs, rate)}
    words = _("Somebody else made this shot %(theirs)s s long in the meantime; your %(mine)s s were not saved.")
    return words % lengths


def _not_retimed(request: Request, row: Shot, sentence: str, status: int) -> HttpResponse:
    if not request.htmx:
        messages.error(request, sentence)
        return SeeOther(timeline_url(row))
    response = _block(request, read_shot(row), status=status)
    return trigger_client_event(response, "toast", {"text": sentence, "kind": "failed"})
