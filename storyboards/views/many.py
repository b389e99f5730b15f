"""Deeds on many shots at once, and a shot that becomes two."""

from collections.abc import Callable, Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.requests import Request
from accounts.roles import Action
from storyboards import editing
from storyboards.editing import Refused
from storyboards.many_form import ChangesForm
from storyboards.models import Shot, Storyboard
from storyboards.reading import read_head, read_numbers
from storyboards.views.answers import (
    SeeOther,
    number_or_none,
    parts_changed,
    shot_changed,
    tell_refused,
    view_url,
    with_undo,
)
from storyboards.views.doors import find_shot, find_storyboard, signed_in

MOST_SHOTS = 1000
Keys = Sequence[int]


@require_POST
@signed_in
def many_shots(request: Request, pk: int) -> HttpResponse:
    """Do with all shots named by `shot` what `do` says: all of them, or none."""
    board = find_storyboard(request, pk, Action.EDIT).row
    try:
        deed = DEEDS.get(request.POST.get("do", ""))
        if deed is None:
            raise Refused(_("That is not something which can be done with shots. Nothing was changed."))
        return deed(request, board, chosen(request))
    except Refused as refused:
        return tell_refused(request, pk, refused)


def chosen(request: Request) -> list[int]:
    """Return the keys of the shots that were sent; raise Refused for none or nonsense."""
    keys = [number_or_none(text) for text in request.POST.getlist("shot")]
    found = list(dict.fromkeys(key for key in keys if key is not None))
    if not found or len(found) > MOST_SHOTS or None in keys:
        raise Refused(_("Choose some shots first. Nothing was changed."))
    return found


def _edit(request: Request, board: Storyboard, keys: Keys) -> HttpResponse:
    form = ChangesForm(request.POST, storyboard=board)
    if not form.is_valid():
        raise Refused(" ".join(str(error) for errors in form.errors.values() for error in errors))
    shots = editing.edit_shots(board.pk, keys, by=request.user, **form.changes)
    return _changed(request, board, shots, ngettext("%d shot changed.", "%d shots changed.", len(shots)) % len(shots))


def _ask_change(request: Request, board: Storyboard, keys: Keys) -> HttpResponse:
    return _ask(request, board, keys, "edit")


def _ask_place(request: Request, board: Storyboard, keys: Keys) -> HttpResponse:
    return _ask(request, board, keys, "move")


def _ask(request: Request, board: Storyboard, keys: Keys, deed: str) -> HttpResponse:
    """Ask on a page of its own what scripts ask in a dialog."""
    filled = read_head(board)
    slates = [filled.numbers.slates[key] for key in keys if key in filled.numbers.slates]
    context = {"storyboard": board, "board": filled, "deed": deed, "keys": keys, "slates": slates}
    return render(request, "storyboards/many_page.html", context | {"back": view_url(request, board.pk)})


def _generate(request: Request, board: Storyboard, keys: Keys) -> HttpResponse:
    """Lead to the page that says what takes of the shots cost."""
    return SeeOther(f"{reverse('generate_storyboard', args=[board.pk])}?{urlencode({'shot': keys}, doseq=True)}")


def _omit(request: Request, board: Storyboard, keys: Keys) -> HttpResponse:
    shots = editing.edit_shots(board.pk, keys, by=request.user, changes={"omitted": True})
    return _changed(request, board, shots, ngettext("%d shot omitted.", "%d shots omitted.", len(shots)) % len(shots))


def _keep(request: Request, board: Storyboard, keys: Keys) -> HttpResponse:
    shots = editing.edit_shots(board.pk, keys, by=request.user, changes={"omitted": False})
    text = ngettext("%d shot is in the film again.", "%d shots are in the film again.", len(shots)) % len(shots)
    return _changed(request, board, shots, text)


def _changed(request: Request, board: Storyboard, shots: Sequence[Shot], text: str) -> HttpResponse:
    return with_undo(request, parts_changed(request, board.pk, _parts(shots)), board.pk, text)


def _move(request: Request, board: Storyboard, keys: Keys) -> HttpResponse:
    scene = number_or_none(request.POST.get("scene"))
    if scene is None:
        raise Refused(_("Choose the scene that the shots go to. Nothing was moved."))
    before = set(Shot.objects.filter(pk__in=keys).values_list("scene", flat=True))
    after = _place(request, board, scene, keys)
    editing.move_shots(board.pk, keys, by=request.user, scene=scene, after=after)
    return parts_changed(request, board.pk, {("scene", pk) for pk in (*before, scene)})


def _place(request: Request, board: Storyboard, scene: int, keys: Keys) -> int | None:
    """Return behind which shot they go: the one named by `after`, or that before the place `position`."""
    position = number_or_none(request.POST.get("position"))
    if position is None:
        return number_or_none(request.POST.get("after"))
    others = [pk for pk in read_numbers(board).shots_in.get(scene, ()) if pk not in set(keys)]
    return [0, *others][max(0, min(position - 1, len(others)))]


def _delete(request: Request, board: Storyboard, keys: Keys) -> HttpResponse:
    shots = editing.delete_shots(board.pk, keys, by=request.user)
    text = ngettext("%d shot is in the trash.", "%d shots are in the trash.", len(shots)) % len(shots)
    return _changed(request, board, shots, text)


def _duplicate(request: Request, board: Storyboard, keys: Keys) -> HttpResponse:
    copies = editing.duplicate_shots(board.pk, keys, by=request.user)
    text = ngettext("%d shot copied.", "%d shots copied.", len(copies)) % len(copies)
    return _changed(request, board, copies, text)


def _merge(request: Request, board: Storyboard, keys: Keys) -> HttpResponse:
    scenes = set(Shot.objects.filter(pk__in=keys).values_list("scene", flat=True))
    kept = editing.merge_shots(board.pk, keys, by=request.user)
    response = shot_changed(request, kept, scenes=scenes)
    return with_undo(request, response, board.pk, _("%d shots are one now.") % len(keys))


def _parts(shots: Sequence[Shot]) -> set[tuple[str, int]]:
    return {("scene", shot.scene_id) for shot in shots}


DEEDS: dict[str, Callable[[Request, Storyboard, Keys], HttpResponse]] = {
    "edit": _edit,
    "move": _move,
    "delete": _delete,
    "duplicate": _duplicate,
    "merge": _merge,
    "omit": _omit,
    "keep": _keep,
    "ask-change": _ask_change,
    "ask-place": _ask_place,
    "generate": _generate,
}


@require_POST
@signed_in
def split_shot(request: Request, pk: int) -> HttpResponse:
    """Cut the shot in two at the caret: `at` characters into the action, or into the line `line` of the dialogue."""
    row = find_shot(request, pk, Action.EDIT).row
    field = "dialogue" if request.POST.get("field") == "dialogue" else "action"
    line, at = (number_or_none(request.POST.get(name)) for name in ("line", "at"))
    try:
        new = editing.split_shot(row, by=request.user, field=field, line=line, at=at or 0)  # type: ignore[arg-type]
    except Refused as refused:
        return tell_refused(request, row.scene.storyboard_id, refused)
    response = shot_changed(request, new, scenes=[new.scene_id])
    return with_undo(request, response, row.scene.storyboard_id, _("The shot is two shots now."))
