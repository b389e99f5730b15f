"""Ink: a brush line that swells, spotted blacks, pen hatching and two grey markers."""

import cv2

from generation.sketch.pixels import Pixels

from .base import Piece, Style, tinted
from .marks import curve, darkness, edges, joined, on_paper, ramp, times, trembling
from .textures import tile

PAPER, INK = (250, 252, 252), (24, 20, 20)
# Bare paper, light marker, dark marker; blacks are spotted on top.
MARKER = curve({0: 0, 52: 0, 60: 40, 112: 44, 120: 88, 176: 94, 184: 132, 255: 140})
SKIN = curve({0: 0, 118: 0, 128: 36, 168: 40, 178: 92, 214: 100, 222: 255, 255: 255})  # on figures: flat and light
PENNED = curve({0: 0, 104: 0, 150: 70, 215: 150, 255: 176})  # how much of the space between two pen lines is filled
BLACK = curve({0: 0, 226: 0, 238: 255, 255: 255})
THIN, THICK, SPACE, TREMBLE, PRESSURE = 2.6, 7.0, 9.0, 1.6, 40.0  # units
PRESSED = ramp(96, 160)
OWN = 0.42  # share of a thing's own tone at any hour: a night in ink is not all black


class Ink(Style):
    """Drawn with a brush, shaded with a pen."""

    paper = True
    blur = 0.35
    falls_dark = True

    def bend(self, drawn: Pixels, piece: Piece) -> Pixels:
        """A practised hand: hardly off."""
        return drawn if piece.soft else trembling(drawn, piece, TREMBLE)

    def paint(self, drawn: Pixels, lit: Pixels, piece: Piece) -> Pixels:
        """Markers, hatching, blacks, and the line over all."""
        size, alpha = (lit.shape[1], lit.shape[0]), cv2.extractChannel(lit, 3)
        dark = cv2.addWeighted(darkness(drawn), OWN, darkness(lit), 1 - OWN, 0)
        tone = cv2.LUT(dark, SKIN if piece.figure else MARKER)
        if not (piece.soft or piece.figure):
            tone = cv2.max(tone, self._hatched(dark, piece, size))
        black = cv2.LUT(dark, BLACK)
        ink = cv2.max(tone, black)
        if not piece.soft:
            line = self._line(drawn, piece, size)
            # On black the line is left white.
            ink = cv2.subtract(cv2.max(ink, line), times(cv2.min(line, black), black, 0.8))
        return joined(on_paper(alpha, ink, PAPER, INK), alpha)

    def shine(self, glow: Pixels) -> Pixels:
        """Light lifts the markers a little."""
        return tinted(glow, 0.55)

    def _hatched(self, dark: Pixels, piece: Piece, size: tuple[int, int]) -> Pixels:
        lines = tile("hatch", piece, size, SPACE * piece.scale)
        # A line is wider where it is darker: what rises above the height of the hatching is inked.
        return cv2.convertScaleAbs(cv2.subtract(cv2.LUT(dark, PENNED), lines), alpha=6.0)

    def _line(self, drawn: Pixels, piece: Piece, size: tuple[int, int]) -> Pixels:
        near = 0.45 + 0.55 * min(1.0, piece.depth)
        thin = edges(drawn, THIN * piece.scale * near)
        thick = edges(drawn, THICK * piece.scale * near * (1.0 if piece.figure else 0.6), 18, 50)
        pressed = tile("pressure", piece, size, PRESSURE * piece.scale)
        return cv2.max(thin, times(thick, cv2.LUT(pressed, PRESSED)))
