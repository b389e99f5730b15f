"""Approving the animatic, and taking that back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from accounts.requests import Request
from accounts.roles import Action
from storyboards import approving
from storyboards.models import Storyboard
from storyboards.reading import Board, read_board
from storyboards.views.answers import SeeOther
from storyboards.views.doors import find_storyboard, signed_in


@require_safe
@signed_in
def approval(request: Request, pk: int) -> HttpResponse:
    """Return what became of the last approval; a browser that comes by itself is led to the timeline."""
    storyboard = find_storyboard(request, pk, Action.VIEW).row
    if not request.htmx:
        return SeeOther(reverse("timeline", args=[pk]))
    return _told(request, storyboard)


@require_POST
@signed_in
def approve(request: Request, pk: int) -> HttpResponse:
    """Approve what was seen; what changed while it was watched is not approved."""
    storyboard = find_storyboard(request, pk, Action.COMMENT).row
    made = approving.approve(storyboard, request.user, seen=request.POST.get("seen", ""))
    sentence = "" if made else _("The board changed while you watched. Nothing was approved: look at it again first.")
    return _answer(request, storyboard, sentence)


@require_POST
@signed_in
def withdraw_approval(request: Request, pk: int) -> HttpResponse:
    """Take the approval back."""
    storyboard = find_storyboard(request, pk, Action.COMMENT).row
    approving.withdraw(storyboard)
    return _answer(request, storyboard, "")


def _answer(request: Request, storyboard: Storyboard, sentence: str) -> HttpResponse:
    if request.htmx:
        told = _told(request, storyboard, sentence)
        # The edit that stands against it has the part fetched again, and the sentence would be gone with that.
        return trigger_client_event(told, "toast", {"text": sentence, "kind": "failed"}) if sentence else told
    if sentence:
        messages.error(request, sentence)
    return SeeOther(reverse("timeline", args=[storyboard.pk]))


def _told(request: Request, storyboard: Storyboard, sentence: str = "") -> HttpResponse:
    context = {"storyboard": storyboard, "refusal": sentence, **approval_of(request, read_board(storyboard))}
    return render(request, "storyboards/approval.html", context, status=409 if sentence else 200)


def approval_of(request: Request, board: Board) -> dict[str, object]:
    """Return what the page says of the approval: what became of it, what would be approved, and who may."""
    team = board.storyboard.team
    return {
        "standing": approving.standing(board),
        "seen": approving.mark_of(board),
        "may_approve": request.user.membership(team).can(Action.COMMENT),
    }
