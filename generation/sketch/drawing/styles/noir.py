"""Noir: low-key black and white, a rim of hard light on who is there, film grain, and one colour: red."""

import cv2
import numpy as np

from generation.sketch.pixels import Pixels

from .base import Piece, Style, tinted
from .marks import curve, joined, times
from .textures import tile

SILVER = (226, 232, 234)
CONTRAST = curve({0: 2, 24: 12, 50: 30, 90: 52, 128: 82, 176: 150, 215: 214, 255: 255})
FIGURE = curve({0: 0, 60: 6, 100: 26, 140: 86, 180: 152, 220: 214, 255: 248})
LIGHT_GRAIN, DARK_GRAIN = curve({0: 0, 128: 0, 255: 127}), curve({0: 128, 128: 0, 255: 0})
RED = curve({0: 0, 84: 0, 120: 210, 255: 255})
RIM, GRAIN = 5.5, 1.6  # units
RIM_STRENGTH, GRAIN_STRENGTH, POOL_EDGE = 0.95, 0.55, 0.32


class Noir(Style):
    """Light comes from one side, and most of the picture is dark."""

    falls = (0.8, 0.84, 0.86)

    def paint(self, drawn: Pixels, lit: Pixels, piece: Piece) -> Pixels:
        """Crush the tones, let the light fall in a pool, and set the rim."""
        size, alpha = (lit.shape[1], lit.shape[0]), cv2.extractChannel(lit, 3)
        grey = cv2.cvtColor(lit, cv2.COLOR_BGRA2GRAY)
        tone = cv2.LUT(grey, FIGURE if piece.figure else CONTRAST)
        tone = times(tone, _pool(piece, size))
        if piece.figure and not piece.soft:
            tone = cv2.max(tone, cv2.convertScaleAbs(_rim(alpha, piece), alpha=RIM_STRENGTH))
        if not piece.soft:
            tone = _grained(tone, alpha, tile("film", piece, size, GRAIN * piece.scale))
        planes = [cv2.convertScaleAbs(tone, alpha=part / 234) for part in SILVER]
        return joined(_with_red(planes, drawn), alpha)

    def shine(self, glow: Pixels) -> Pixels:
        """Lamps are white and hard."""
        return tinted(glow, 0.95, (0.94, 0.98, 1.0))


def _rim(alpha: Pixels, piece: Piece) -> Pixels:
    """The side of a shape that looks up and to the light."""
    step = max(1.0, RIM * piece.scale)
    side = -1.0 if piece.focus[0] > 0 else 1.0
    move = np.array([[1, 0, side * step], [0, 1, step * 0.6]], float)
    behind = cv2.warpAffine(alpha, move, (alpha.shape[1], alpha.shape[0]))
    return cv2.subtract(alpha, behind)


def _pool(piece: Piece, size: tuple[int, int]) -> Pixels:
    """Where the light falls: full at the centre of interest, little at the edges."""
    columns, rows = size
    small = 48
    x = piece.origin[0] + (np.arange(small) + 0.5) * columns / small / piece.scale - piece.focus[0] * 0.7
    y = piece.origin[1] + (np.arange(small) + 0.5) * rows / small / piece.scale - 430.0
    away = np.sqrt((x[None, :] / piece.reach) ** 2 + (y[:, None] / 820.0) ** 2)
    light = np.clip(1.12 - 0.78 * away**1.6, POOL_EDGE, 1.0)
    return cv2.resize((light * 255).astype(np.uint8), (columns, rows), interpolation=cv2.INTER_LINEAR)


def _grained(tone: Pixels, alpha: Pixels, grain: Pixels) -> Pixels:
    """Film grain, strongest in the middle tones, none where nothing is."""
    middle = cv2.min(tone, cv2.subtract(alpha, tone))
    more = times(middle, cv2.LUT(grain, LIGHT_GRAIN), GRAIN_STRENGTH)
    less = times(middle, cv2.LUT(grain, DARK_GRAIN), GRAIN_STRENGTH)
    return cv2.subtract(cv2.add(tone, more), less)


def _with_red(planes: list[Pixels], drawn: Pixels) -> list[Pixels]:
    """What is strongly red stays red."""
    blue, green, red, _alpha = cv2.split(drawn)
    mask = cv2.LUT(cv2.subtract(red, cv2.max(blue, green)), RED)
    if not mask.any():
        return planes
    own = [times(blue, mask, 0.35), times(green, mask, 0.3), times(red, mask, 0.85)]
    rest = cv2.bitwise_not(mask)
    return [cv2.add(times(plane, rest), part) for plane, part in zip(planes, own, strict=True)]
