"""The trash of a board: what is there, who put it there, and for how long it stays."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import Request
from accounts.roles import Action
from storyboards import editing
from storyboards.discarded import discarded
from storyboards.editing.kept import KEPT
from storyboards.views.answers import board_changed, shot_changed, with_undo
from storyboards.views.doors import find_deleted_scene, find_deleted_shot, find_scene, find_storyboard, signed_in


@require_safe
@signed_in
def trash(request: Request, pk: int) -> HttpResponse:
    """Show what was deleted, newest first."""
    board, may_edit = find_storyboard(request, pk, Action.VIEW)
    context = {"storyboard": board, "may_edit": may_edit, "rows": discarded(board), "days": KEPT.days}
    return render(request, "storyboards/trash.html", context)


@require_POST
@signed_in
def restore_shot(request: Request, pk: int) -> HttpResponse:
    """Take the shot out of the trash, to where it stood."""
    row = find_deleted_shot(request, pk, Action.EDIT).row
    back = editing.restore(row, by=request.user)
    response = shot_changed(request, back, scenes=[back.scene_id])
    return with_undo(request, response, row.scene.storyboard_id, _("The shot is back on the board."))


@require_POST
@signed_in
def restore_scene(request: Request, pk: int) -> HttpResponse:
    """Take the scene out of the trash, to where it stood, with its shots."""
    row = find_deleted_scene(request, pk, Action.EDIT).row
    editing.restore(row, by=request.user)
    response = board_changed(request, row.storyboard_id, scene=pk)
    return with_undo(request, response, row.storyboard_id, _("The scene is back on the board, with its shots."))


@require_POST
@signed_in
def omit_scene(request: Request, pk: int) -> HttpResponse:
    """Leave the scene out of the film, or take it back in with `keep`; it keeps its number."""
    row = find_scene(request, pk, Action.EDIT).row
    out = "keep" not in request.POST
    editing.edit_scene(row, by=request.user, changes={"omitted": out})
    text = _("The scene is omitted.") if out else _("The scene is in the film again.")
    return with_undo(request, board_changed(request, row.storyboard_id, scene=pk), row.storyboard_id, text)
