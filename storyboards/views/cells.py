"""The cells of the shot list, edited in place."""

import copy

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.requests import Request
from accounts.roles import Action
from storyboards import cells, columns, editing
from storyboards.cells import CellForm
from storyboards.columns import Column
from storyboards.editing import Clash, Conflict
from storyboards.models import Element, Shot
from storyboards.reading import read_shot
from storyboards.timecode import short_seconds
from storyboards.views.answers import SeeOther, is_scripted
from storyboards.views.doors import find_shot, signed_in
from storyboards.views.inspecting import shown
from storyboards.views.listing import columns_asked, list_url


@require_POST
@signed_in
def edit_cell(request: Request, pk: int) -> HttpResponse:
    """Save one cell and return its row; `seen` is what the cell held when somebody began to type."""
    row = find_shot(request, pk, Action.EDIT).row
    column = columns.ALL.get(request.POST.get("column", ""))
    if column is None or column.name not in cells.FIELDS:
        return _refused(request, row, column, _("This column is not edited here. Nothing was changed."))
    board = row.scene.storyboard
    form = CellForm(request.POST, instance=copy.copy(row), storyboard=board, column=column.name)
    if not form.is_valid():
        return _refused(request, row, column, " ".join(str(e) for errors in form.errors.values() for e in errors))
    return _save(request, row, column, form)


def _save(request: Request, row: Shot, column: Column, form: CellForm) -> HttpResponse:
    seen = request.POST.get("seen")
    before = cells.seen_values(row, column.name, seen) if seen is not None else None
    try:
        editing.edit_shot(row, by=request.user, changes=form.values(row.dialogue), seen=before)
    except Conflict as conflict:
        return _clashed(request, row, column, conflict.clashes)
    if not is_scripted(request):
        return SeeOther(list_url(row.scene.storyboard_id, shot=row.pk))
    context = {"shot": read_shot(row), "columns": columns_asked(request), "may_edit": True}
    return render(request, "storyboards/shot_row.html#row", {**context, "storyboard": row.scene.storyboard})


def _refused(request: Request, row: Shot, column: Column | None, sentence: str) -> HttpResponse:
    return _note(request, row, column, 422, {"sentence": sentence})


def _clashed(request: Request, row: Shot, column: Column, clashes: dict[str, Clash]) -> HttpResponse:
    now = read_shot(Shot.objects.select_related("scene__storyboard").get(pk=row.pk))
    bible = list(Element.objects.live().filter(storyboard=now.scene.storyboard))
    words = {
        "mine": ", ".join(_words(now, field, clash.mine, bible) for field, clash in clashes.items()),
        "theirs": ", ".join(_words(now, field, clash.theirs, bible) for field, clash in clashes.items()),
        "seen": cells.held(now, column.name),
    }
    return _note(request, now, column, 409, words)


def _words(shot: Shot, field: str, value: object, bible: list[Element]) -> str:
    if field == "frames":
        length = short_seconds(int(str(value)), shot.scene.storyboard.rate_pair)
        return _("%(length)s s, %(frames)s frames") % {"length": length, "frames": value}
    return shown(shot, field, value, bible)


def _note(request: Request, row: Shot, column: Column | None, status: int, words: dict[str, str]) -> HttpResponse:
    if not is_scripted(request):
        messages.error(request, words.get("sentence") or _("Somebody else changed this too. Nothing was changed."))
        return SeeOther(list_url(row.scene.storyboard_id, shot=row.pk))
    context = {"shot": read_shot(row), "column": column, "storyboard": row.scene.storyboard, **words}
    return render(request, "storyboards/shot_row.html#clash", context, status=status)
