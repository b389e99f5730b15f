"""Shots: their card, their inspector, and the deeds on them."""

import json
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import trigger_client_event

from accounts.requests import Request
from accounts.roles import Action
from storyboards import editing
from storyboards.editing import Conflict, Gone
from storyboards.editing.moving import STEPS
from storyboards.forms import CharacterForm, PlaceForm, ShotForm
from storyboards.lines import lines_from
from storyboards.models import Scene, Shot
from storyboards.reading import read_numbers, read_shot
from storyboards.views.answers import SeeOther, board_url, number_or_none, shot_changed
from storyboards.views.doors import find_scene, find_shot, signed_in
from storyboards.views.inspecting import EMPTY_LINE, clash_words, inspected, seen_now


@require_safe
@signed_in
def shot(request: Request, pk: int) -> HttpResponse:
    """Return the shot's card; a browser that comes by itself is led to the board."""
    row, may_edit = find_shot(request, pk, Action.VIEW)
    if not request.htmx:
        return SeeOther(board_url(row.scene.storyboard_id, shot=pk))
    filled = read_shot(row)
    context = {"shot": filled, "storyboard": filled.scene.storyboard, "may_edit": may_edit}
    return render(request, "storyboards/shot.html#card", context)


@require_safe
@signed_in
def inspector(request: Request, pk: int) -> HttpResponse:
    """Return what the inspector shows of the shot; without scripts it is a page of its own."""
    row, may_edit = find_shot(request, pk, Action.VIEW)
    return _inspector(request, read_shot(row), may_edit=may_edit)


def _inspector(
    request: Request, filled: Shot, *, status: int = 200, may_edit: bool = True, **more: Any
) -> HttpResponse:
    context = {**inspected(filled, may_edit=may_edit, form=more.pop("form", None)), **more}
    template = "storyboards/inspector.html#inspect" if request.htmx else "storyboards/inspector.html"
    return render(request, template, context, status=status)


@require_POST
@signed_in
def add_shot(request: Request, pk: int) -> HttpResponse:
    """Add a shot at the end of the scene, or behind the shot whose key is `after`."""
    scene = find_scene(request, pk, Action.EDIT).row
    added = editing.add_shot(scene, by=request.user, after=number_or_none(request.POST.get("after")))
    return shot_changed(request, added, scenes=[pk])


@require_POST
@signed_in
def edit_shot(request: Request, pk: int) -> HttpResponse:
    """Save the inspector: by itself while one types, or by its button."""
    row = find_shot(request, pk, Action.EDIT).row
    if "new_name" in request.POST:
        return _add_character(request, row)
    form = ShotForm(request.POST, instance=Shot.objects.get(pk=pk), storyboard=row.scene.storyboard)
    if not form.is_valid():
        return _not_saved(request, row, form, status=422)
    seen = form.cleaned_data["seen"]
    try:
        editing.edit_shot(row, by=request.user, changes=form.values, seen=seen)
    except Conflict as conflict:
        return _not_saved(request, row, form, status=409, clashes=conflict.clashes)
    except Gone as gone:
        return _not_saved(request, row, form, status=409, gone=str(gone)) if request.htmx else _raise(gone)
    return _saved(request, row, json.dumps({**seen, **form.values}, ensure_ascii=False))


def _raise(gone: Gone) -> HttpResponse:
    raise gone


def _saved(request: Request, row: Shot, seen: str) -> HttpResponse:
    if not request.htmx:
        return SeeOther(board_url(row.scene.storyboard_id, shot=row.pk))
    context = {"shot": row, "seen": seen, "saved_at": timezone.now()}
    response = render(request, "storyboards/inspector/saved.html", context)
    return trigger_client_event(response, "shot:saved", {"shot": row.pk})


def _not_saved(
    request: Request, row: Shot, form: ShotForm, *, status: int, clashes: dict | None = None, gone: str = ""
) -> HttpResponse:
    words = [clash_words(row, field, clash) for field, clash in (clashes or {}).items()]
    context: dict[str, Any] = {"form": form, "clashes": words, "gone": gone, "seen": _seen_after(row, form, clashes)}
    if request.htmx:
        return render(request, "storyboards/inspector/saved.html", {"shot": row, **context}, status=status)
    lines = [*lines_from(request.POST), EMPTY_LINE]
    return _inspector(request, read_shot(row), status=status, lines=lines, **context)


def _seen_after(row: Shot, form: ShotForm, clashes: dict | None) -> str:
    """Return what counts as seen from now on: of a conflict that is shown, the others' values too."""
    seen = form.cleaned_data.get("seen") or json.loads(seen_now(row))
    return json.dumps(seen | {field: clash.theirs for field, clash in (clashes or {}).items()}, ensure_ascii=False)


def _add_character(request: Request, row: Shot) -> HttpResponse:
    form = CharacterForm({"name": request.POST["new_name"]})
    if form.is_valid():
        editing.add_character(row, by=request.user, name=form.cleaned_data["name"])
    if not request.htmx:
        return SeeOther(board_url(row.scene.storyboard_id, shot=row.pk))
    filled = read_shot(row)
    response = render(request, "storyboards/inspector/cast.html", inspected(filled, may_edit=True))
    return trigger_client_event(response, "shot:saved", {"shot": row.pk})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def move_shot(request: Request, pk: int) -> HttpResponse:
    """Move the shot by a step (`to`), to a place in a scene (`position`), or behind a shot (`after`)."""
    row = find_shot(request, pk, Action.EDIT).row
    if request.method != "POST" or ("position" in request.POST and not _place_form(request, row).is_valid()):
        return _ask_where(request, row)
    before = row.scene_id
    if (step := request.POST.get("to")) in STEPS:
        moved = editing.shift_shot(row, by=request.user, step=step)
    else:
        scene = number_or_none(request.POST.get("scene")) or before
        moved = editing.move_shot(row, by=request.user, scene=scene, after=_after(request, row, scene))
    return shot_changed(request, moved, scenes=[before, moved.scene_id], select=not request.htmx)


def _after(request: Request, row: Shot, scene: int) -> int:
    position = number_or_none(request.POST.get("position"))
    if position is None:
        return number_or_none(request.POST.get("after")) or 0
    others = list(Shot.objects.live().filter(scene=scene).exclude(pk=row.pk).values_list("pk", flat=True))
    return [0, *others][min(position - 1, len(others))]


def _place_form(request: Request, row: Shot) -> PlaceForm:
    labels = read_numbers(row.scene.storyboard).scenes
    rows = Scene.objects.live().filter(storyboard=row.scene.storyboard)
    scenes = [(scene.pk, f"{labels[scene.pk]}  {scene.slugline}") for scene in rows]
    keys = list(row.scene.shots.live().values_list("pk", flat=True))
    initial = {"scene": row.scene_id, "position": keys.index(row.pk) + 1}
    return PlaceForm(request.POST or None, scenes=scenes, initial=initial)


def _ask_where(request: Request, row: Shot) -> HttpResponse:
    form = _place_form(request, row)
    context = {"form": form, "shot": read_shot(row), "storyboard": row.scene.storyboard}
    template = "storyboards/move.html#place" if request.htmx else "storyboards/move.html"
    return render(request, template, context, status=422 if form.errors else 200)


@require_POST
@signed_in
def duplicate_shot(request: Request, pk: int) -> HttpResponse:
    """Copy the shot."""
    copy = editing.duplicate_shot(find_shot(request, pk, Action.EDIT).row, by=request.user)
    return shot_changed(request, copy, scenes=[copy.scene_id])


@require_POST
@signed_in
def delete_shot(request: Request, pk: int) -> HttpResponse:
    """Put the shot into the trash."""
    gone = editing.delete_shot(find_shot(request, pk, Action.EDIT).row, by=request.user)
    return shot_changed(request, gone, scenes=[gone.scene_id], select=False)
