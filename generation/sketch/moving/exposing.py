"""From a sheet and where it shows to a patch of a frame of video."""

import math

import cv2
import numpy as np

from .filmed import PAD, Filmed, filmed
from .laying import UPRIGHT, Placed
from .patches import Patch, Rows
from .regions import Region
from .scratch import Scratch
from .sheets import COARSE_GROWTH
from .video import MIDDLE, Planes

STRAIGHT = 2e-5  # how far a matrix may be from a mere shift: a fiftieth of a pixel across a thousand
LIGHTLESS = (0, MIDDLE, MIDDLE, 0)
EDGE = 3  # pixels at the edge of what is solid in which colour, kept at half the size, is mixed with what lies outside


def hidden_rows(placed: Placed, size: tuple[int, int]) -> Rows:
    """The rows, even, of a frame of `size` (columns, rows) that the sheet fills whole."""
    if placed.sheet.opaque and placed.gain is None and _holds(placed, size):
        return 0, size[1]
    first, last = placed.hides(size, EDGE)
    first, last = first + 1 & ~1, last & ~1
    return (first, last) if first < last else (0, 0)


def _holds(placed: Placed, size: tuple[int, int]) -> bool:
    """Whether the corners of a frame of that size all lie on the sheet, however it is turned, and not at its edge."""
    (columns, rows), (height, width) = size, placed.sheet.pixels.shape[:2]
    a, b, c, d, e, f = placed.matrix
    area = a * e - b * d
    margin = EDGE / math.sqrt(abs(area))
    corners = [(x - c, y - f) for x in (0, columns) for y in (0, rows)]
    on_sheet = [((e * x - b * y) / area, (a * y - d * x) / area) for x, y in corners]
    return all(margin < x < width - margin and margin < y < height - margin for x, y in on_sheet)


def exposed(placed: Placed, window: Region, solid: Rows, room: Scratch | None = None) -> Patch | None:
    """The patch of the sheet in a window of even pixels, its rows `solid` as they were found; None where it is not
    seen. It may lie in the room, if there is one, until that is used again.
    """
    place = placed.region.evened().within(window)
    if not place.area:
        return None
    return Patch(_film(placed, place, place == window, room or Scratch()), (place.left, place.top), solid, placed.gain)


def lay_exposed(picture: Planes, placed: Placed, window: Region, solid: Rows, room: Scratch) -> None:
    """Lay the sheet over a window of a picture, in place. Solid rows of one colour, as land and water have, are filled:
    there is no need to follow the matrix.
    """
    if solid[0] >= solid[1] or placed.sheet.plain is None:
        windows = [window]
    else:
        windows = [window.between(window.top, solid[0]), window.between(solid[1], window.bottom)]
        if (within := window.between(*solid)).area:
            picture.within(within).fill(placed.sheet.plain)
    for rest in windows:
        if rest.area and (patch := exposed(placed, rest, solid, room)):
            patch.onto(picture, rest)


def _film(placed: Placed, place: Region, whole: bool, room: Scratch) -> Filmed:
    size = place.right - place.left, place.bottom - place.top
    a, b, c, d, e, f = placed.matrix
    x, y = c - place.left, f - place.top
    # The film of an opaque sheet goes on outside, as if there were no edge.
    edged = placed.sheet.opaque and not whole
    if max(abs(a - 1), abs(b), abs(d), abs(e - 1)) < STRAIGHT and not edged:
        x, y = (round(x), round(y)) if placed.sheet.soft else (x, y)
        return placed.sheet.film.shifted(PAD - x, PAD - y, size)
    if a > COARSE_GROWTH and abs(b) < UPRIGHT and not edged:
        return placed.sheet.film.grown(a, x - PAD * a, y - PAD * a, size)
    x, y = x - PAD * (a + b), y - PAD * (d + e)
    edge = cv2.BORDER_REPLICATE if whole and placed.sheet.opaque else cv2.BORDER_CONSTANT
    outside = LIGHTLESS if placed.sheet.light else 0
    turned = cv2.warpAffine(
        placed.sheet.video, np.array([[a, b, x], [d, e, y]]), size, room.pixels("turned", *size[::-1], 4),
        flags=cv2.INTER_LINEAR, borderMode=edge, borderValue=outside,
    )  # fmt: skip
    return filmed(turned, placed.sheet.light, room)
