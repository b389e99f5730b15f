"""Panels of one's own after the frame has got another shape: they are cut anew from the pictures below."""

from dataclasses import asdict
from typing import Any

from accounts.models import User
from storyboards import editing
from storyboards.marks import crop_of, refitted
from storyboards.models import Shot, Storyboard
from storyboards.panels import SAME_SHAPE, frame_shape, made, shape
from storyboards.uploads import PictureRefused

# A picture takes about a tenth of a second: a page is not kept waiting for more of them.
MOST_AT_ONCE = 40


def misfits(board: Storyboard) -> list[Shot]:
    """Return the shots on the board whose own panel has another shape than the frame, by one query."""
    frame = frame_shape(board)
    rows = Shot.objects.live().filter(scene__storyboard=board, scene__deleted_at=None).exclude(panel=None)
    shots = rows.select_related("panel", "panel_base").order_by("scene__position", "position", "pk")
    return [shot for shot in shots if shot.panel and abs(shape(shot.panel) / frame - 1) > SAME_SHAPE]


def cut_anew(board: Storyboard, *, by: User | None) -> tuple[int, int]:
    """Cut the first MOST_AT_ONCE misfits anew, by one deed; return how many were cut and how many could not be."""
    shots = misfits(board)[:MOST_AT_ONCE]
    wanted = {shot.pk: new for shot in shots if (new := _new_panel(board, shot))}
    seen = {shot.pk: {"panel_id": shot.panel_id, "panel_marks": shot.panel_marks} for shot in shots}
    done = editing.edit_each(board.pk, wanted, by=by, seen=seen) if wanted else []
    return len(done), len(shots) - len(wanted)


def _new_panel(board: Storyboard, shot: Shot) -> dict[str, Any] | None:
    """Return what changes about the shot; None where the picture below cannot be read."""
    marks = _marks_for(board, shot)
    try:
        panel = made(board, shot.panel_base, marks)
    except PictureRefused:
        return None
    return {"panel_id": panel.pk, "panel_marks": marks}


def _marks_for(board: Storyboard, shot: Shot) -> dict[str, Any]:
    """Return the marks with the crop for the new frame; a picture that simply filled the old one fills the new one."""
    base, panel, marks = shot.panel_base, shot.panel, shot.panel_marks
    if base is None or panel is None or "crop" not in marks:
        return marks
    before, picture = shape(panel), shape(base)
    crop = crop_of(marks, picture=picture, frame=before)
    return {**marks, "crop": asdict(refitted(crop, picture=picture, before=before, frame=frame_shape(board)))}
