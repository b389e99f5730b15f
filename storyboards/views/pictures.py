"""The picture of a shot: look at it, bring one, draw one, go back to the drawn one."""

import json
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import trigger_client_event

from accounts.requests import Request
from accounts.roles import Action
from storyboards import panels
from storyboards.canvas import Canvas, base_called, canvas_of
from storyboards.drawing_form import DrawingForm, percents
from storyboards.editing import Conflict
from storyboards.marks import MarksRefused
from storyboards.models import Shot
from storyboards.reading import read_shot
from storyboards.uploads import PictureRefused, read_picture
from storyboards.views.answers import SeeOther, board_url, is_scripted
from storyboards.views.doors import find_shot, signed_in
from storyboards.views.inspecting import inspected
from storyboards.vocabulary import INK_WIDTHS, LETTERS_PER_INK, Colour, Ink

PART = "storyboards/inspector/picture.html"
UNITS = 1000  # of the SVG, in the width of the picture: static/js/board/draw_svg.js counts in the same


@require_safe
@signed_in
def picture(request: Request, pk: int) -> HttpResponse:
    """Return the picture as the inspector shows it; a browser that comes by itself is led to the board."""
    row, may_edit = find_shot(request, pk, Action.VIEW)
    if not request.htmx:
        return SeeOther(board_url(row.scene.storyboard_id, shot=pk))
    return _part(request, row, may_edit=may_edit)


@require_POST
@signed_in
def upload_panel(request: Request, pk: int) -> HttpResponse:
    """Make a picture that somebody brought the shot's panel."""
    row = find_shot(request, pk, Action.EDIT).row
    file = request.FILES.get("picture")
    try:
        if file is None:
            raise PictureRefused(_("Choose a picture first: PNG, JPEG or WebP."))
        panels.use_picture(row, read_picture(file), by=request.user)
    except PictureRefused as refused:
        return _refused(request, row, str(refused))
    return panel_changed(request, row)


@require_POST
@signed_in
def remove_panel(request: Request, pk: int) -> HttpResponse:
    """Go back to the panel that the sketch engine draws."""
    row = find_shot(request, pk, Action.EDIT).row
    panels.remove_panel(row, by=request.user)
    return panel_changed(request, row)


def panel_changed(request: Request, row: Shot) -> HttpResponse:
    """Answer a deed after which the shot has another panel; where a take hides it, say so."""
    if not is_scripted(request):
        return SeeOther(board_url(row.scene.storyboard_id, shot=row.pk))
    response = _part(request, row) if request.htmx else _hidden_or_shown(row)
    return trigger_client_event(response, "shot:saved", {"shot": row.pk})


def _hidden_or_shown(row: Shot) -> HttpResponse:
    if row.circled_take_id is None:
        return HttpResponse(status=204)
    said = _("Kept as the panel. The board goes on showing the circled take.")
    return HttpResponse(said, content_type="text/plain; charset=utf-8")


def _refused(request: Request, row: Shot, sentence: str) -> HttpResponse:
    """Answer with a sentence: beside the picture, to a script, or on a page of its own."""
    if request.htmx:
        return _part(request, row, status=422, refused=sentence)
    if is_scripted(request):
        return HttpResponse(sentence, status=422, content_type="text/plain; charset=utf-8")
    context = {**inspected(read_shot(row), may_edit=True), "refused": sentence}
    return render(request, "storyboards/inspector.html", context, status=422)


def _part(request: Request, row: Shot, *, status: int = 200, may_edit: bool = True, refused: str = "") -> HttpResponse:
    filled = read_shot(row)
    board = filled.scene.storyboard
    context = {"shot": filled, "storyboard": board, "may_edit": may_edit, "refused": refused}
    return render(request, PART, context, status=status)


# --- drawing --------------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def draw_panel(request: Request, pk: int) -> HttpResponse:
    """Crop the shot's picture and draw on it, or on an empty frame."""
    row = find_shot(request, pk, Action.EDIT).row
    if request.method != "POST":
        filled = read_shot(row)
        return _drawing(request, filled, canvas_of(filled, request.GET.get("on", "")))
    form = DrawingForm(request.POST)
    try:
        base = base_called(row, form.data.get("on", ""))
        marks = form.marks(base, frame=panels.frame_shape(row.scene.storyboard))
        panels.draw(row, base, marks, by=request.user, version=form.version)
    except (MarksRefused, PictureRefused) as refused:
        return _not_drawn(request, row, form, status=422, refused=str(refused))
    except Conflict as conflict:
        return _not_drawn(request, row, form, status=409, theirs=conflict.version)
    return _drawn(request, row)


def _drawn(request: Request, row: Shot) -> HttpResponse:
    if not is_scripted(request):
        return SeeOther(board_url(row.scene.storyboard_id, shot=row.pk))
    return trigger_client_event(HttpResponse(status=204), "panel:saved", {"shot": row.pk})


def _not_drawn(request: Request, row: Shot, form: DrawingForm, *, status: int, **more: Any) -> HttpResponse:
    """Answer that nothing was saved: the strokes stay where they are, or come back with the page."""
    filled = read_shot(row)
    if request.htmx:
        return render(request, "storyboards/draw.html#said", {"shot": filled, **more}, status=status)
    canvas = canvas_of(filled, form.data.get("on", ""))
    kept = Canvas(canvas.name, canvas.address, canvas.shape, form.kept_marks(canvas.marks))
    return _drawing(request, filled, kept, status=status, **more)


def _drawing(request: Request, filled: Shot, canvas: Canvas, *, status: int = 200, **more: Any) -> HttpResponse:
    board = filled.scene.storyboard
    frame = panels.frame_shape(board)
    crop = canvas.crop(frame)
    context = {
        "shot": filled,
        "storyboard": board,
        "canvas": canvas,
        "marks": json.dumps(canvas.marks, separators=(",", ":")),
        "frame": frame,
        "below_height": UNITS / (canvas.shape or frame),
        "view_box": " ".join(f"{value * UNITS:.2f}" for value in (crop.x, crop.y, crop.width, crop.width / frame)),
        "crop": percents(crop, canvas.shape) if canvas.shape else None,
        "colours": Colour.choices,
        "inks": [(ink.value, ink.label, width) for ink, width in INK_WIDTHS.items()],
        "first_ink": Ink.MEDIUM,
        "first_colour": Colour.VERMILION,
        "letters_per_ink": LETTERS_PER_INK,
        **more,
    }
    return render(request, "storyboards/draw.html", context, status=status)
