"""The inspector: one shot to look at, and saved by itself while one types."""

import copy
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from accounts.models import User
from accounts.requests import Request
from accounts.roles import Action
from storyboards import editing
from storyboards.editing import Clash, Conflict, Gone
from storyboards.lines import lines_from
from storyboards.models import Shot
from storyboards.reading import read_found
from storyboards.shot_form import ShotForm, Values, bible_for, other_lengths
from storyboards.views.answers import SeeOther, board_url
from storyboards.views.doors import find_shot, signed_in
from storyboards.views.inspecting import as_json, clash_words, inspected

SAVED = "storyboards/inspector/saved.html"


@require_safe
@signed_in
def inspector(request: Request, pk: int) -> HttpResponse:
    """Return what the inspector shows of the shot; without scripts it is a page of its own."""
    row, may_edit = find_shot(request, pk, Action.VIEW)
    elements = bible_for(row)
    filled = read_found(row, [element for element in elements if element.in_shot])
    form = ShotForm(instance=filled, storyboard=row.scene.storyboard, elements=elements) if may_edit else None
    return _inspector(request, filled, form=form, may_edit=may_edit)


def _inspector(
    request: Request, filled: Shot, *, form: ShotForm | None, status: int = 200, **more: Any
) -> HttpResponse:
    context = {**inspected(filled, may_edit=more.pop("may_edit", True), form=form), **more}
    template = "storyboards/inspector.html#inspect" if request.htmx else "storyboards/inspector.html"
    return render(request, template, context, status=status)


@require_POST
@signed_in
def edit_shot(request: Request, pk: int) -> HttpResponse:
    """Save the inspector: by itself while one types, or by its button."""
    row = find_shot(request, pk, Action.EDIT).row
    form = ShotForm(request.POST, instance=copy.copy(row), storyboard=row.scene.storyboard, elements=bible_for(row))
    if not form.is_valid():
        return _not_saved(request, row, form, status=422)
    try:
        clashes = keep(row, by=request.user, wanted=form.values, seen=form.was_seen)
    except Gone as gone:
        return _not_saved(request, row, form, status=409, gone=str(gone)) if request.htmx else _raise(gone)
    return _not_saved(request, row, form, status=409, clashes=clashes) if clashes else _saved(request, row, form)


def keep(row: Shot, *, by: User, wanted: Values, seen: Values) -> dict[str, Clash]:
    """Write what nobody else has changed meanwhile, and return the clashes of the rest; raise Gone."""
    clashes: dict[str, Clash] = {}
    while True:
        try:
            editing.edit_shot(row, by=by, changes=wanted, seen=seen)
        except Conflict as conflict:
            clashes |= conflict.clashes
            wanted = {field: value for field, value in wanted.items() if field not in conflict.clashes}
        else:
            return clashes


def _raise(gone: Gone) -> HttpResponse:
    raise gone


def _saved(request: Request, row: Shot, form: ShotForm) -> HttpResponse:
    if not request.htmx:
        return SeeOther(board_url(row.scene.storyboard_id, shot=row.pk))
    context = {"shot": row, "seen": as_json(form.was_seen | form.values), "saved_at": timezone.now()}
    context["length"] = other_lengths(form.values["frames"], row.scene.storyboard)
    event = {"shot": row.pk, **({"named": sorted(form.named)} if form.named else {})}
    # What others wrote, or both texts, stands in the row now and not yet on the page.
    event |= {"reload": True} if form.decided and request.POST["settle"] != "mine" else {}
    return trigger_client_event(render(request, SAVED, context), "shot:saved", event)


def _not_saved(
    request: Request, row: Shot, form: ShotForm, *, status: int, clashes: dict | None = None, gone: str = ""
) -> HttpResponse:
    """Say why, and keep everything on the page; of a conflict, the fields that nobody else changed are saved."""
    clashes = clashes or {}
    words = [clash_words(row, field, clash, form.elements) for field, clash in clashes.items()]
    theirs = as_json({field: clash.theirs for field, clash in clashes.items()})
    both = any(clash["both"] for clash in words)
    context = {
        "clashes": words,
        "both": both,
        "theirs": theirs,
        "gone": gone,
        "seen": as_json(_seen_after(form, clashes)),
    }
    if request.htmx:
        return render(request, SAVED, {"shot": row, "form": form, **context}, status=status)
    filled = read_found(row, [element for element in form.elements if element.in_shot])
    return _inspector(request, filled, form=form, status=status, lines=lines_from(request.POST), **context)


def _seen_after(form: ShotForm, clashes: dict[str, Clash]) -> Values:
    """Return what counts as seen from now on; a conflict stays one until somebody decides it."""
    if form.errors:
        return form.cleaned_data.get("seen", {})
    return form.was_seen | {field: value for field, value in form.values.items() if field not in clashes}
