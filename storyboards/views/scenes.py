"""Scenes: their part of the page, and the deeds on them."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import Request
from accounts.roles import Action
from storyboards import editing
from storyboards.editing import Conflict, Refused
from storyboards.editing.moving import STEPS
from storyboards.forms import SceneForm, ScenePlaceForm
from storyboards.models import Scene, Storyboard
from storyboards.reading import read_head, read_numbers, read_scenes
from storyboards.views.answers import (
    SeeOther,
    board_changed,
    board_url,
    keys_asked_with,
    number_or_none,
    tell_refused,
    with_undo,
)
from storyboards.views.doors import find_scene, find_scenes, find_shot, find_storyboard, signed_in


@require_safe
@signed_in
def scene(request: Request, pk: int) -> HttpResponse:
    """Return the scene's part of the board, and behind it those of `with`, which were asked for in one go.

    A browser that comes by itself is led to the board.
    """
    rows, may_edit = find_scenes(request, pk, keys_asked_with(request), Action.VIEW)
    if not request.htmx:
        return SeeOther(board_url(rows[0].storyboard_id, scene=pk))
    first, *beside = read_scenes(rows)
    context = {"scene": first, "others": beside, "storyboard": first.storyboard, "may_edit": may_edit}
    return render(request, "storyboards/scene.html#together", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def add_scene(request: Request, pk: int) -> HttpResponse:
    """Add a scene at the end, or behind the scene whose key is `after`, or before that whose key is `before`."""
    board = find_storyboard(request, pk, Action.EDIT).row
    form = SceneForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _ask(request, {"form": form, "storyboard": board, "after": _place_of_new(request, board)})
    after = number_or_none(request.POST.get("after"))
    added = editing.add_scene(board.pk, by=request.user, after=after, **form.cleaned_data)
    return board_changed(request, pk, scene=added.pk)


def _place_of_new(request: Request, board: Storyboard) -> str:
    """Return the key of the scene that a new one will stand behind: 0 for the first place, nothing for the last."""
    scenes = list(read_numbers(board).scenes)
    before = number_or_none(request.GET.get("before"))
    if before in scenes:
        return str([0, *scenes][scenes.index(before)])
    return request.POST.get("after", request.GET.get("after", ""))


def _ask(request: Request, context: dict[str, Any], *, status: int | None = None) -> HttpResponse:
    template = "storyboards/scene_form.html#ask" if request.htmx else "storyboards/scene_form.html"
    return render(request, template, context, status=status or (422 if context["form"].errors else 200))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def edit_scene(request: Request, pk: int) -> HttpResponse:
    """Change the slugline, the synopsis or the number; what somebody else wrote meanwhile is shown, not lost."""
    row = find_scene(request, pk, Action.EDIT).row
    form = SceneForm(request.POST or None, instance=Scene.objects.get(pk=pk))
    context = {"form": form, "scene": row, "storyboard": row.storyboard, "version": row.version}
    if request.method != "POST" or not form.is_valid():
        return _ask(request, context)
    seen = number_or_none(request.POST.get("version"))
    try:
        editing.edit_scene(row, by=request.user, changes=form.cleaned_data, version=seen)
    except Conflict as conflict:
        context |= {"clashes": conflict.clashes.items(), "version": conflict.version}
        return _ask(request, context, status=409)
    return board_changed(request, row.storyboard_id, scene=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def move_scene(request: Request, pk: int) -> HttpResponse:
    """Move the scene by a step (`to`), to a place counted from 1 (`position`), or behind a scene (`after`)."""
    row = find_scene(request, pk, Action.EDIT).row
    if request.method != "POST":
        return _ask_where(request, row)
    if (step := request.POST.get("to")) in STEPS:
        editing.shift_scene(row, by=request.user, step=step)
    else:
        editing.move_scene(row, by=request.user, after=_after(request, row))
    return board_changed(request, row.storyboard_id, scene=pk)


def _ask_where(request: Request, row: Scene) -> HttpResponse:
    filled = read_head(row.storyboard)
    others = [scene for scene in filled.scenes if scene.pk != row.pk]
    here = next(index for index, scene in enumerate(filled.scenes) if scene.pk == row.pk)
    behind = [(scene.pk, _("Behind %s") % f"{scene.label}  {scene.slugline}") for scene in others]
    places = [(0, _("To the start")), *behind]
    form = ScenePlaceForm(places=places, initial={"after": places[here][0]})
    context = {"form": form, "scene": filled.scenes[here], "storyboard": row.storyboard}
    template = "storyboards/move_scene.html#place" if request.htmx else "storyboards/move_scene.html"
    return render(request, template, context)


def _after(request: Request, row: Scene) -> int | None:
    position = number_or_none(request.POST.get("position"))
    if position is None:
        return number_or_none(request.POST.get("after")) or 0
    others = [key for key in read_numbers(row.storyboard).scenes if key != row.pk]
    return [0, *others][max(0, min(position - 1, len(others)))]


@require_POST
@signed_in
def duplicate_scene(request: Request, pk: int) -> HttpResponse:
    """Copy the scene and its shots."""
    row = find_scene(request, pk, Action.EDIT).row
    copy = editing.duplicate_scene(row, by=request.user)
    return board_changed(request, row.storyboard_id, scene=copy.pk)


@require_POST
@signed_in
def merge_scene(request: Request, pk: int) -> HttpResponse:
    """Put the shots of the next scene behind those of this one, and let that scene go."""
    row = find_scene(request, pk, Action.EDIT).row
    try:
        editing.merge_scene(row, by=request.user)
    except Refused as refused:
        return tell_refused(request, row.storyboard_id, refused)
    response = board_changed(request, row.storyboard_id, scene=pk)
    return with_undo(request, response, row.storyboard_id, _("The scene behind it is part of this one now."))


@require_POST
@signed_in
def split_scene(request: Request, pk: int) -> HttpResponse:
    """Begin a new scene with a shot and all that stand behind it in its scene."""
    row = find_shot(request, pk, Action.EDIT).row
    board = row.scene.storyboard_id
    try:
        scene = editing.split_scene(row, by=request.user)
    except Refused as refused:
        return tell_refused(request, board, refused)
    response = board_changed(request, board, scene=scene.pk)
    return with_undo(request, response, board, _("A new scene begins with this shot."))


@require_POST
@signed_in
def delete_scene(request: Request, pk: int) -> HttpResponse:
    """Put the scene into the trash."""
    row = find_scene(request, pk, Action.EDIT).row
    editing.delete_scene(row, by=request.user)
    response = board_changed(request, row.storyboard_id)
    return with_undo(request, response, row.storyboard_id, _("The scene is in the trash, with its shots."))
