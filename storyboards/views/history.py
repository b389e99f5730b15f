"""What was done on a board, newest first; and undo, redo, and taking one step of it back."""

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Max
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import Request
from accounts.roles import Action
from storyboards import editing
from storyboards.editing import Refused, Undone
from storyboards.editing.undoing import reversible
from storyboards.models import Storyboard
from storyboards.story import step_words, told
from storyboards.views.answers import parts_changed, tell_refused
from storyboards.views.doors import find_storyboard, signed_in

STEPS_PER_PAGE = 50


@require_safe
@signed_in
def history(request: Request, pk: int) -> HttpResponse:
    """Tell who did what, newest first; each step that still stands can be taken back from here."""
    board, may_edit = find_storyboard(request, pk, Action.VIEW)
    deeds = board.edits.order_by().values_list("deed").annotate(last=Max("pk")).order_by("-last")
    page = Paginator(deeds, STEPS_PER_PAGE).get_page(request.GET.get("page"))
    edits = list(board.edits.filter(deed__in=[key for key, _last in page]).select_related("by"))
    context = {"storyboard": board, "page": page, "steps": told(board, edits), "may_edit": may_edit}
    context["reversible"] = reversible(board, request.user, edits) if may_edit else set()
    return render(request, "storyboards/history.html", context)


@require_POST
@signed_in
def undo(request: Request, pk: int) -> HttpResponse:
    """Take back what this person did last on the board."""
    board = find_storyboard(request, pk, Action.EDIT).row
    return _answer(request, board, editing.undo(board, by=request.user), _("Taken back: %s"))


@require_POST
@signed_in
def redo(request: Request, pk: int) -> HttpResponse:
    """Do again what this person took back last."""
    board = find_storyboard(request, pk, Action.EDIT).row
    return _answer(request, board, editing.redo(board, by=request.user), _("Done again: %s"))


@require_POST
@signed_in
def take_back(request: Request, pk: int) -> HttpResponse:
    """Take one step of the history back."""
    board = find_storyboard(request, pk, Action.EDIT).row
    try:
        undone = editing.take_back(board, UUID(request.POST.get("step", "")), by=request.user)
    except Refused as refused:
        return tell_refused(request, pk, refused)
    except ValueError:
        return tell_refused(request, pk, Refused(_("That is not in the history. Nothing was changed.")))
    return _answer(request, board, undone, _("Taken back: %s"))


def _answer(request: Request, board: Storyboard, undone: Undone, sentence: str) -> HttpResponse:
    if not undone:
        return parts_changed(request, board.pk, (), text=_("There is nothing more of yours to take back or do again."))
    return parts_changed(request, board.pk, undone.parts, text=sentence % step_words(board, undone.edits))
