"""Shots: their card, and the deeds that move, add and remove them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import Request
from accounts.roles import Action
from storyboards import editing
from storyboards.editing.moving import STEPS
from storyboards.forms import PlaceForm
from storyboards.models import Scene, Shot
from storyboards.reading import read_found, read_numbers, read_shot
from storyboards.views.answers import SeeOther, board_url, number_or_none, shot_changed, with_undo
from storyboards.views.doors import find_scene, find_shot, signed_in


@require_safe
@signed_in
def shot(request: Request, pk: int) -> HttpResponse:
    """Return the shot's card; a browser that comes by itself is led to the board."""
    row, may_edit = find_shot(request, pk, Action.VIEW)
    if not request.htmx:
        return SeeOther(board_url(row.scene.storyboard_id, shot=pk))
    filled = read_found(row)
    context = {"shot": filled, "storyboard": filled.scene.storyboard, "may_edit": may_edit}
    return render(request, "storyboards/shot.html#card", context)


@require_safe
@signed_in
def shot_menu(request: Request, pk: int) -> HttpResponse:
    """Return a page with everything that can be done with the shot, for browsers without scripts."""
    row = find_shot(request, pk, Action.EDIT).row
    return render(request, "storyboards/shot_deeds.html", {"shot": read_shot(row), "storyboard": row.scene.storyboard})


@require_POST
@signed_in
def add_shot(request: Request, pk: int) -> HttpResponse:
    """Add a shot at the end of the scene, or behind the shot whose key is `after`, or before `before`."""
    scene = find_scene(request, pk, Action.EDIT).row
    added = editing.add_shot(scene, by=request.user, after=_place_of_new(request, scene))
    return shot_changed(request, added, scenes=[pk], said=_("Shot added."))


def _place_of_new(request: Request, scene: Scene) -> int | None:
    before = number_or_none(request.POST.get("before"))
    if before is None:
        return number_or_none(request.POST.get("after"))
    keys = list(scene.shots.live().values_list("pk", flat=True))
    return [0, *keys][keys.index(before)] if before in keys else before


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
    return shot_changed(request, copy, scenes=[copy.scene_id], said=_("Shot copied. This is the copy."))


@require_POST
@signed_in
def delete_shot(request: Request, pk: int) -> HttpResponse:
    """Put the shot into the trash."""
    gone = editing.delete_shot(find_shot(request, pk, Action.EDIT).row, by=request.user)
    response = shot_changed(request, gone, scenes=[gone.scene_id], select=False)
    return with_undo(request, response, gone.scene.storyboard_id, _("The shot is in the trash."))
