"""What is drawn over a picture: a crop and strokes, kept as vectors so that they can be edited again.

Every measure is in parts of the width of the picture below (of the frame, where there is none), x to the right and
y down. So marks stay where they are in the picture, whatever its size and however it is cropped.
"""

import json
import math
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from storyboards import lettering
from storyboards.vocabulary import Colour, Tool

MOST_LETTERS = 800_000
MOST_STROKES = 400
MOST_POINTS = 2_000
MOST_POINTS_IN_ALL = 12_000
MOST_TEXT = 200
MOST_LINES = 6
FARTHEST = 50.0
THINNEST, THICKEST = 0.0001, 2.0
CLOSEST = 20  # times that a crop may enlarge
SLACK = 0.002  # what rounding in a browser may add up to
DIGITS = 5

POINTS = {Tool.PEN: (1, MOST_POINTS), Tool.ARROW: (2, 2), Tool.TEXT: (1, 1)}

Json = Any


class MarksRefused(Exception):
    """The marks were not taken; the text says why, for the user."""


@dataclass(frozen=True)
class Crop:
    """The part of the picture that is the panel; its height follows from the aspect of the frame."""

    x: float
    y: float
    width: float


# --- crops ----------------------------------------------------------------------------------------------------------


def filling(picture: float, frame: float) -> Crop:
    """Return the largest crop without bars, from the middle; both shapes are width through height."""
    width = min(1.0, frame / picture)
    return Crop((1 - width) / 2, (1 / picture - width / frame) / 2, width)


def whole(picture: float, frame: float) -> Crop:
    """Return the smallest crop with the whole picture in it, with bars where there is none."""
    width = max(1.0, frame / picture)
    return Crop((1 - width) / 2, (1 / picture - width / frame) / 2, width)


def refitted(crop: Crop, *, picture: float, before: float, frame: float) -> Crop:
    """Return the crop for a frame of another shape than `before`: as much of the picture, around the same middle.

    One that showed the whole picture with bars goes on doing so.
    """
    height = crop.width / before
    if crop.width > 1 + SLACK or height > 1 / picture + SLACK:
        return whole(picture, frame)
    width = min(math.sqrt(crop.width * height * frame), filling(picture, frame).width)
    x, y = crop.x + crop.width / 2 - width / 2, crop.y + height / 2 - width / frame / 2
    return Crop(min(max(x, 0.0), 1 - width), min(max(y, 0.0), 1 / picture - width / frame), width)


def _crop(value: Json, picture: float, frame: float) -> Crop:
    """Return the crop that `value` says, if such a crop can be made of a picture of this shape."""
    if not isinstance(value, dict):
        raise MarksRefused(_nonsense())
    x, y, width = (_number(value.get(name)) for name in ("x", "y", "width"))
    least, most = filling(picture, frame).width / CLOSEST, whole(picture, frame).width
    width = _within(width, least, most)
    return Crop(_along(x, width, 1.0), _along(y, width / frame, 1 / picture), width)


def _along(start: float, length: float, picture: float) -> float:
    """Return where a crop starts: inside of the picture, or all around it where it is longer."""
    spare = picture - length
    return _within(start, min(0.0, spare), max(0.0, spare))


def _within(value: float, least: float, most: float) -> float:
    if not least - SLACK <= value <= most + SLACK:
        raise MarksRefused(_("The crop lies outside of the picture. Draw it again."))
    return round(min(max(value, least), most), DIGITS + 1)


# --- marks ----------------------------------------------------------------------------------------------------------


def read_marks(text: str, *, picture: float | None, frame: float) -> dict[str, Json]:
    """Return the marks in a JSON text as they are kept, with nothing else in them; raise MarksRefused.

    `picture` is the shape (width through height) of what lies below, or None for an empty frame; `frame` the board's.
    """
    value = _parsed(text)
    crop = value.get("crop")
    kept: dict[str, Json] = {}
    if picture is not None and crop is not None:
        kept["crop"] = asdict(_crop(crop, picture, frame))
    strokes = _strokes(value.get("strokes", []))
    return kept | ({"strokes": strokes} if strokes else {})


def crop_of(marks: dict[str, Json], *, picture: float, frame: float) -> Crop:
    """Return the crop of kept marks; without one, or when the frame has another shape now, one that fits."""
    try:
        return _crop(marks["crop"], picture, frame)
    except (KeyError, MarksRefused):
        return filling(picture, frame)


def _parsed(text: str) -> dict[str, Json]:
    if len(text) > MOST_LETTERS:
        raise MarksRefused(_too_many())
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise MarksRefused(_nonsense()) from None
    if not isinstance(value, dict):
        raise MarksRefused(_nonsense())
    return value


def _strokes(value: Json) -> list[dict[str, Json]]:
    if not isinstance(value, list):
        raise MarksRefused(_nonsense())
    if len(value) > MOST_STROKES:
        raise MarksRefused(_too_many())
    strokes = [_stroke(one) for one in value]
    if sum(len(stroke["points"]) for stroke in strokes) > MOST_POINTS_IN_ALL:
        raise MarksRefused(_too_many())
    return strokes


def _stroke(value: Json) -> dict[str, Json]:
    if not isinstance(value, dict):
        raise MarksRefused(_nonsense())
    tool, colour = value.get("tool"), value.get("colour")
    if tool not in Tool.values or colour not in Colour.values:
        raise MarksRefused(_nonsense())
    stroke = {"tool": tool, "colour": colour, "ink": _ink(value.get("ink")), "points": _points(value, Tool(tool))}
    return stroke | ({"text": _words(value.get("text"))} if tool == Tool.TEXT else {})


def _ink(value: Json) -> float:
    ink = _number(value)
    if not THINNEST <= ink <= THICKEST:
        raise MarksRefused(_nonsense())
    return ink


def _points(value: dict[str, Json], tool: Tool) -> list[list[float]]:
    points = value.get("points")
    fewest, most = POINTS[tool]
    if not isinstance(points, list) or not fewest <= len(points) <= most:
        raise MarksRefused(_nonsense())
    return [_point(point, with_pressure=tool == Tool.PEN) for point in points]


def _point(value: Json, *, with_pressure: bool) -> list[float]:
    lengths = (2, 3) if with_pressure else (2,)
    if not isinstance(value, list) or len(value) not in lengths:
        raise MarksRefused(_nonsense())
    x, y, *pressure = (_number(one) for one in value)
    if pressure and not 0 <= pressure[0] <= 1:
        raise MarksRefused(_nonsense())
    return [x, y, *pressure]


def _number(value: Json) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise MarksRefused(_nonsense())
    if not (abs(value) <= FARTHEST and math.isfinite(value)):
        raise MarksRefused(_nonsense())
    return round(float(value), DIGITS)


def _words(value: Json) -> str:
    if not isinstance(value, str) or len(value) > MOST_TEXT:
        raise MarksRefused(_("A text in a panel may have %d letters. Shorten it.") % MOST_TEXT)
    lines = [" ".join(line.split()) for line in value.strip().splitlines()]
    if not any(lines) or len(lines) > MOST_LINES:
        raise MarksRefused(_("A text in a panel has one to %d lines.") % MOST_LINES)
    if missing := lettering.missing("".join(lines)):
        raise MarksRefused(_("These letters cannot be drawn in a panel: %s") % " ".join(missing))
    return "\n".join(lines)


def _nonsense() -> str:
    return _("These marks make no sense to the studio. Nothing was saved. Reload the page and draw them again.")


def _too_many() -> str:
    return _("There are too many marks in this panel. Nothing was saved. Erase some of them.")
