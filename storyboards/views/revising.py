"""A new version of the script: hand it in, see what it changes, take over what is wanted of it."""

from collections.abc import Collection
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts.requests import Request
from accounts.roles import Action
from storyboards.models import Revision, Storyboard
from storyboards.revising import Difference, MovedOn, compare, hand_in, take_over
from storyboards.script_form import ScriptForm
from storyboards.scripts import read_script
from storyboards.scripts.reading import name_for
from storyboards.views.answers import SeeOther, board_url
from storyboards.views.doors import find_storyboard, signed_in


class Choice(NamedTuple):
    """What a person ticked."""

    chosen: Collection[str]
    omit: Collection[str]


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def revise(request: Request, pk: int) -> HttpResponse:
    """Show the versions of the script so far and a form for a new one; with a script, go on to what it changes."""
    board = find_storyboard(request, pk, Action.EDIT).row
    form = (
        ScriptForm(request.POST, request.FILES)
        if request.method == "POST"
        else ScriptForm(initial=_begun(request, board))
    )
    if request.method == "POST" and form.is_valid():
        handed_in = hand_in(board, form.outline, name=form.file_name, by=request.user)
        return SeeOther(redirect("revision", handed_in.pk).url)
    revisions = board.revisions.select_related("by").defer("script").order_by("-created_at", "-pk")
    context = {"storyboard": board, "form": form, "revisions": revisions}
    return render(request, "storyboards/revise.html", context, status=422 if form.errors else 200)


def _begun(request: Request, board: Storyboard) -> dict[str, str]:
    """Return what the form begins with: nothing, or on `?from=board` the script that the board has."""
    if request.GET.get("from") != "board":
        return {}
    return {"script": board.script, "name": name_for(board.script, board.script_format)}


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def revision(request: Request, pk: int) -> HttpResponse:
    """Show what a version of the script changes; on `step=take`, take over what is ticked, in one deed."""
    row = get_object_or_404(Revision.objects.visible_to(request.user).select_related("by"), pk=pk)
    row.storyboard = find_storyboard(request, row.storyboard_id, Action.EDIT).row
    if row.settled_at:
        return render(request, "storyboards/revision_settled.html", {"revision": row, "storyboard": row.storyboard})
    if request.method == "POST" and request.POST.get("step") in ("take", "refuse"):
        return _settle(request, row)
    difference = compare(row.storyboard, read_script(row.script, name=row.name))
    return _page(request, row, difference, _choice(request, difference))


def _choice(request: Request, difference: Difference) -> Choice:
    """Return what is ticked: by the person, or all, none or the usual of it by one button."""
    if request.method != "POST":
        return Choice(difference.wanted, ())
    everything = {"all": set(difference.pieces), "none": set[str](), "usual": difference.wanted}
    posted = set(request.POST.getlist("take"))
    return Choice(everything.get(request.POST.get("tick", ""), posted), set(request.POST.getlist("omit")))


def _settle(request: Request, row: Revision) -> HttpResponse:
    chosen = set(request.POST.getlist("take")) if request.POST["step"] == "take" else set[str]()
    omit = set(request.POST.getlist("omit"))
    try:
        taken = take_over(row, by=request.user, chosen=chosen, omit=omit, seal=request.POST.get("seal", ""))
    except MovedOn as moved_on:
        return _shown_again(request, row, moved_on, Choice(chosen, omit))
    messages.success(request, _told(taken))
    return SeeOther(board_url(row.storyboard_id))


def _told(taken: int) -> str:
    if not taken:
        return _("Nothing was taken over. The version is kept in the list.")
    words = ngettext("%d change was taken over.", "%d changes were taken over.", taken) % taken
    return f"{words} {_('Undo takes them back at once.')}"


def _shown_again(request: Request, row: Revision, moved_on: MovedOn, choice: Choice) -> HttpResponse:
    """Show what is not as it was shown; of the rest the person's ticks stay."""
    difference = moved_on.difference
    for key in moved_on.keys & difference.pieces.keys():
        difference.pieces[key].moved_on = True
    chosen = (set(choice.chosen) - moved_on.keys) | (difference.wanted & moved_on.keys)
    return _page(request, row, difference, Choice(chosen, choice.omit), moved_on=True, status=409)


def _page(
    request: Request, row: Revision, difference: Difference, choice: Choice, *, status: int = 200, **more: Any
) -> HttpResponse:
    difference.choose(*choice)
    context = {
        "revision": row,
        "storyboard": row.storyboard,
        "difference": difference,
        "before": difference.before(),
        "after": difference.after(choice.chosen, choice.omit),
        "seal": difference.seal(),
        **more,
    }
    return render(request, "storyboards/revision.html", context, status=status)
