"""Layers as pixels: rasterised once, tinted by the light, trimmed to what is not empty."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from threading import Lock
from typing import overload

import cv2
import numpy as np

from generation.sketch.drawing.light import Light, rgb
from generation.sketch.drawing.pen import raster
from generation.sketch.drawing.stage import Box, Layer
from generation.sketch.drawing.styles import Piece, Style
from generation.sketch.pixels import Pixels

from .filmed import Filmed, filmed, padded
from .joining import LETTERING, SKY, shown_depth
from .lens import Lens
from .video import in_video, light_in_video

COARSE = 0.3
ROUGH = 6
WORTH_LOOKING = 60_000  # pixels
COARSE_GROWTH = 1.8  # from here on a sheet that is enlarged is soft
WORTH_PARTING = 96  # columns with nothing in them
LARGEST = 8_000_000  # pixels
SOFT = 14.0  # units of blur beyond which no line is left to see


@dataclass
class Sheet:
    """Premultiplied BGRA pixels whose top left lies at `origin` (units), `scale` pixels a unit.

    `light` is added; what is `soft` may lie half a pixel off.
    """

    pixels: np.ndarray
    origin: tuple[float, float]
    scale: float
    opaque: bool = False
    light: bool = False
    soft: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing is on it."""
        return self.pixels.size == self.pixels.shape[2] and not self.pixels.any()

    @cached_property
    def solid(self) -> tuple[int, int]:
        """The lowest run of rows, from the first to before the second, that hide all that lies beneath."""
        rows = np.flatnonzero(cv2.extractChannel(self.pixels, 3).min(axis=1) == 255)
        if not rows.size:
            return 0, 0
        broken = np.flatnonzero(np.diff(rows) > 1)
        return int(rows[broken[-1] + 1 if broken.size else 0]), int(rows[-1]) + 1

    @cached_property
    def plain(self) -> tuple[int, int, int] | None:
        """The one colour that all the solid rows have, as brightness, more blue and more red; None if they differ."""
        rows = np.ascontiguousarray(self.pixels[slice(*self.solid)]).view(np.uint32)
        if not rows.size or (rows[0] != rows[0, 0]).any() or (rows != rows[0, 0]).any():
            return None
        luma, more_blue, more_red, _alpha = in_video(self.pixels[self.solid[0] : self.solid[0] + 1, :1])[0, 0].tolist()
        return luma, more_blue, more_red

    @cached_property
    def video(self) -> Pixels:
        """The pixels as video keeps them, but colour as fine as brightness, with `PAD` more on each side."""
        pixels = padded(self.pixels, self.opaque)
        return light_in_video(pixels) if self.light else in_video(pixels)

    @cached_property
    def film(self) -> Filmed:
        """The planes of that."""
        return filmed(self.video, self.light)


@dataclass(frozen=True)
class Hand:
    """Who draws: the style, by what light, and where in the picture the interest lies."""

    style: Style
    light: Light
    focus: tuple[float, float]
    reach: float


class Sheets(Sequence[Sheet]):
    """Sheets that are each drawn when they are first asked for, by whatever thread asks."""

    def __init__(self, draw: Sequence[Callable[[], Sheet]]) -> None:
        self._draw = draw
        self._drawn: dict[int, Sheet] = {}
        self._locks = [Lock() for _sheet in draw]

    def __len__(self) -> int:
        return len(self._draw)

    @overload
    def __getitem__(self, index: int) -> Sheet: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Sheet]: ...
    def __getitem__(self, index: int | slice) -> Sheet | Sequence[Sheet]:
        """The sheet of a number, from 0."""
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        with self._locks[index]:
            if index not in self._drawn:
                self._drawn[index] = self._draw[index]()
            return self._drawn[index]


def sheets_of(layer: Layer, view_box: Box, scale: float, hand: Hand, lens: Lens) -> Sheets:
    """One sheet for each art of a layer, of the part that the camera can see; empty ones are tiny."""
    drawn = view_box if lens.plain else lens.drawn(view_box)
    box = drawn if layer.box is None else _common(layer.box, drawn)
    if box[2] - box[0] < 1 or box[3] - box[1] < 1:
        return Sheets([])
    fine = _fineness(layer, hand.style)
    return Sheets([partial(_sheet, layer, art, box, view_box, scale * fine, hand, lens) for art in layer.arts])


def _fineness(layer: Layer, style: Style) -> float:
    """The share of the picture's own sharpness at which a layer is worth drawing."""
    if not layer.fine:
        return 1.0 if _is_plain_paper(layer, style) else COARSE
    blur = layer.blur * style.blur
    return max(COARSE, min(1.0, 3.0 / max(blur, 1.0))) if blur else 1.0


def _is_plain_paper(layer: Layer, style: Style) -> bool:
    """Whether a layer has no detail but the strokes and the grain of its style."""
    return style.paper and not layer.fine and not layer.add and layer.depth < SKY


def _common(a: Box, b: Box) -> Box:
    return max(a[0] - 8, b[0]), max(a[1] - 8, b[1]), min(a[2] + 8, b[2]), min(a[3] + 8, b[3])


def _sheet(layer: Layer, art: str, box: Box, view_box: Box, scale: float, hand: Hand, lens: Lens) -> Sheet:
    box = box if layer.box else _filled(art, box, scale)
    if _is_plain_paper(layer, hand.style):
        pixels = _enlarged(raster(art, box, scale * COARSE), box, scale)
    else:
        pixels = raster(art, box, scale)
    if not lens.plain:
        seen = _common(lens.seen(box), view_box)
        pixels, box = lens.bent(pixels, box, seen, scale), seen
    if not cv2.extractChannel(pixels, 3).any():
        return _nothing(box, scale)
    pixels = _styled(layer, art, pixels, box, scale, hand)
    blur = layer.blur * (1.0 if layer.add or not layer.fine else hand.style.blur)
    if blur:
        sigma = max(0.3, blur * scale * 0.6)
        pixels = cv2.GaussianBlur(pixels, (0, 0), sigma)
    return replace(trimmed(pixels, box, scale), light=layer.add)


def _enlarged(pixels: np.ndarray, box: Box, scale: float) -> np.ndarray:
    size = max(1, round((box[2] - box[0]) * scale)), max(1, round((box[3] - box[1]) * scale))
    return cv2.resize(pixels, size, interpolation=cv2.INTER_LINEAR)


def _styled(layer: Layer, art: str, drawn: np.ndarray, box: Box, scale: float, hand: Hand) -> np.ndarray:
    """The sheet in the look of the storyboard and the light of the hour; words stay readable in any look."""
    if layer.add:
        return hand.style.shine(drawn)
    if LETTERING in art:
        return drawn
    soft = not layer.fine or layer.blur > SOFT
    piece = Piece(scale, box[:2], shown_depth(layer), layer.subject >= 0, soft, hand.focus, hand.reach)
    drawn = hand.style.bend(drawn, piece)
    lit = _tint(drawn, hand.light, layer) if layer.lit else drawn
    return hand.style.paint(drawn, lit, piece)


def _filled(art: str, box: Box, scale: float) -> Box:
    """The part of a large box in which there is anything, found on a rough raster: a strip costs less than a sheet."""
    if (box[2] - box[0]) * (box[3] - box[1]) * scale * scale < WORTH_LOOKING:
        return box
    rough = scale / ROUGH
    x, y, w, h = cv2.boundingRect(cv2.extractChannel(raster(art, box, rough), 3))
    if w == 0:
        return box
    # One rough pixel around, whole fine pixels from the corner, so that nothing moves by a fraction.
    step = ROUGH / scale
    left, top = max(0, x - 1) * step, max(0, y - 1) * step
    right, bottom = (x + w + 1) * step, (y + h + 1) * step
    return box[0] + left, box[1] + top, min(box[2], box[0] + right), min(box[3], box[1] + bottom)


def _tint(pixels: np.ndarray, light: Light, layer: Layer) -> np.ndarray:
    """The light of the hour on a layer: the key multiplies, the haze veils what is far."""
    veil = max(0.0, 1 - shown_depth(layer)) * light.veil
    key = [k + (1 - k) * layer.lift for k in reversed(rgb(light.key))]
    haze = list(reversed(rgb(light.haze)))
    m = np.zeros((4, 4), np.float32)
    for i in range(3):
        m[i, i] = key[i] * (1 - veil)
        m[i, 3] = haze[i] * veil
    m[3, 3] = 1
    return cv2.transform(pixels, m)


def blurred(sheet: Sheet, sigma: float) -> Sheet:
    """The sheet out of focus by `sigma` of its pixels; what is soft is kept at half the size."""
    if sigma < 0.3:
        return sheet
    margin = 0 if sheet.opaque else int(3 * sigma) + 1
    pixels = cv2.copyMakeBorder(sheet.pixels, margin, margin, margin, margin, cv2.BORDER_CONSTANT, value=0)
    half = cv2.resize(pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    origin = sheet.origin[0] - margin / sheet.scale, sheet.origin[1] - margin / sheet.scale
    return Sheet(
        cv2.GaussianBlur(half, (0, 0), max(0.3, sigma / 2)), origin, sheet.scale / 2, sheet.opaque, sheet.light
    )


def enlarged(sheet: Sheet, scale: float) -> Sheet:
    """A coarse sheet at `scale` pixels a unit, so that it need not be enlarged for each frame; others as they are."""
    growth = scale / sheet.scale
    rows, columns = (round(side * growth) for side in sheet.pixels.shape[:2])
    if growth <= COARSE_GROWTH or not 0 < rows * columns <= LARGEST:
        return sheet
    pixels = cv2.resize(sheet.pixels, (columns, rows), interpolation=cv2.INTER_LINEAR)
    return replace(sheet, pixels=pixels, scale=scale, soft=True)


def islands(sheet: Sheet) -> list[Sheet]:
    """The parts of a sheet that stand far apart, as lamp posts do, without the nothing between them."""
    there = np.ascontiguousarray(sheet.pixels).view(np.uint32)[..., 0]
    columns = np.flatnonzero(there.max(axis=0))
    if sheet.opaque or not columns.size:
        return [sheet]
    parts = np.split(columns, np.flatnonzero(np.diff(columns) > WORTH_PARTING) + 1)
    return [sheet] if len(parts) == 1 else [_part(sheet, int(part[0]), int(part[-1]) + 1) for part in parts]


def _part(sheet: Sheet, first: int, last: int) -> Sheet:
    """The columns from the first to before the second, with one more on each side, and only rows where they are; it
    begins at even pixels, so that colour at half the size is the same.
    """
    left, right = max(0, first - 1) & ~1, last + 1
    rows = np.flatnonzero(sheet.pixels[:, left:right].any(axis=(1, 2)))
    top, bottom = max(0, int(rows[0]) - 1) & ~1, int(rows[-1]) + 2
    origin = sheet.origin[0] + left / sheet.scale, sheet.origin[1] + top / sheet.scale
    return replace(sheet, pixels=np.ascontiguousarray(sheet.pixels[top:bottom, left:right]), origin=origin)


def trimmed(pixels: np.ndarray, box: Box, scale: float) -> Sheet:
    """The pixels of a box without their empty edges."""
    alpha = cv2.extractChannel(pixels, 3)
    x, y, w, h = cv2.boundingRect(alpha)
    if w == 0:
        return _nothing(box, scale)
    x0, y0 = max(0, x - 1), max(0, y - 1)
    cut = np.ascontiguousarray(pixels[y0 : y + h + 1, x0 : x + w + 1])
    opaque = bool(alpha[y : y + h, x : x + w].min() == 255)
    if opaque:
        cut, x0, y0 = np.ascontiguousarray(pixels[y : y + h, x : x + w]), x, y
    return Sheet(cut, (box[0] + x0 / scale, box[1] + y0 / scale), scale, opaque)


def _nothing(box: Box, scale: float) -> Sheet:
    return Sheet(np.zeros((1, 1, 4), np.uint8), (box[0], box[1]), scale)
