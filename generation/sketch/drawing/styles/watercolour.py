"""Watercolour: pigment that pools and granulates on rough paper, dark rims where a wash dried, a thin pencil line."""

import cv2

from generation.sketch.pixels import Pixels

from .base import Piece, Style
from .marks import edges, joined, ramp, times, trembling
from .textures import tile

PAPER = (236, 246, 250)
LINE_COLOUR = (70, 74, 84)
POOL, RIM, GAP, LINE, TREMBLE = 90.0, 9.0, 4.2, 1.6, 5.0  # units
WASH = 0.84  # the thickest wash still lets some paper through
STROKE = 22.0  # units: how long a brush touches or misses the line
MISSED = ramp(150, 200)
RIM_STRENGTH, GAP_STRENGTH, LINE_STRENGTH = 0.42, 0.8, 0.55


class Watercolour(Style):
    """Transparent colour: what is painted is taken from the light of the paper."""

    paper = True
    blur = 0.85
    falls_dark = True
    falls = (0.5, 0.55, 0.62)

    def bend(self, drawn: Pixels, piece: Piece) -> Pixels:
        """A brush does not keep to the line."""
        return drawn if piece.soft else trembling(drawn, piece, TREMBLE)

    def paint(self, drawn: Pixels, lit: Pixels, piece: Piece) -> Pixels:
        """Washes with their rims, slivers of bare paper between them, and the drawing beneath."""
        size, alpha = (lit.shape[1], lit.shape[0]), cv2.extractChannel(lit, 3)
        pools = tile("wash", piece, size, POOL * piece.scale)
        dried = None if piece.soft else self._dried(drawn, piece, size)
        planes = []
        for index, paper in enumerate(PAPER):
            ground = cv2.convertScaleAbs(alpha, alpha=paper / 255)
            pigment = times(cv2.subtract(ground, cv2.extractChannel(lit, index)), pools, 1.5 * WASH)
            if dried:
                rim, gap, line = dried
                pigment = cv2.add(pigment, times(pigment, rim, RIM_STRENGTH))
                pigment = cv2.subtract(pigment, times(pigment, gap, GAP_STRENGTH))
                pencilled = cv2.convertScaleAbs(line, alpha=LINE_STRENGTH * (paper - LINE_COLOUR[index]) / 255)
                pigment = cv2.max(pigment, cv2.min(pencilled, ground))
            planes.append(cv2.subtract(ground, pigment))
        return joined(planes, alpha)

    def _dried(self, drawn: Pixels, piece: Piece, size: tuple[int, int]) -> tuple[Pixels, Pixels, Pixels]:
        """Where washes end: the rim where pigment gathered, gaps that no brush reached, and the pencil line."""
        width = RIM * piece.scale
        rim = cv2.GaussianBlur(edges(drawn, width * 0.6, 14, 60), (0, 0), max(0.4, width * 0.3))
        missed = cv2.LUT(tile("pressure", piece, size, STROKE * piece.scale), MISSED)
        return rim, times(edges(drawn, GAP * piece.scale, 18, 60), missed), edges(drawn, LINE * piece.scale)

    def shine(self, glow: Pixels) -> Pixels:
        """Warm light thinly laid on."""
        return cv2.convertScaleAbs(glow, alpha=0.7)
