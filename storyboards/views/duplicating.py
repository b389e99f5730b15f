"""Copies of a storyboard, and which storyboards are templates."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import Request
from accounts.roles import Action
from storyboards import editing
from storyboards.duplicating import TITLE_LENGTH, duplicate
from storyboards.editing import Refused
from storyboards.models import Storyboard
from storyboards.views.answers import SeeOther, board_url
from storyboards.views.doors import find_storyboard, signed_in


class DuplicateForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Title"), required=False, max_length=TITLE_LENGTH)
    takes = forms.BooleanField(
        label=gettext_lazy("With its takes"),
        required=False,
        help_text=gettext_lazy("Their files are copied and take room in the team’s storage; they cost nothing again."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def duplicate_storyboard(request: Request, pk: int) -> HttpResponse:
    """Ask how the copy is called and whether takes come along; make it."""
    board = find_storyboard(request, pk, Action.EDIT).row
    form = DuplicateForm(request.POST or None, initial={"title": (_("%s, copy") % board.title)[:TITLE_LENGTH]})
    if request.method == "POST" and form.is_valid() and (copy := _copy(request, board, form)):
        messages.success(request, _("“%s” is ready.") % copy.title)
        return SeeOther(board_url(copy.pk))
    context = {"form": form, "storyboard": board}
    return render(request, "storyboards/duplicate.html", context, status=422 if form.errors else 200)


def _copy(request: Request, board: Storyboard, form: DuplicateForm) -> Storyboard | None:
    try:
        return duplicate(board, by=request.user, **form.cleaned_data)
    except Refused as refused:
        form.add_error("takes", str(refused))
        return None


@require_POST
@signed_in
def template_storyboard(request: Request, pk: int) -> HttpResponse:
    """Offer the storyboard to start others from, or with `template=0` no longer."""
    board = find_storyboard(request, pk, Action.EDIT).row
    wanted = request.POST.get("template", "1") != "0"
    editing.edit_storyboard(board, by=request.user, changes={"is_template": wanted})
    words = _("“%s” is a template now: it is offered with every new storyboard.") if wanted else _(
        "“%s” is a storyboard like the others again."
    )  # fmt: skip
    messages.success(request, words % board.title)
    return SeeOther(reverse("storyboards"))
