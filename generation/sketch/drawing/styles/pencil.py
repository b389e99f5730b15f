"""Pencil: graphite on cream paper, tone in slanting strokes, a breath of colour on who matters."""

import cv2

from generation.sketch.pixels import Pixels

from .base import Piece, Style, tinted
from .marks import coloured, curve, darkness, edges, joined, on_paper, times, trembling
from .textures import tile

PAPER, LEAD = (226, 238, 244), (52, 46, 44)
TONE = curve({0: 0, 30: 0, 90: 66, 170: 124, 255: 186})
FIGURE_TONE = curve({0: 0, 40: 0, 110: 44, 190: 104, 255: 190})
LINE, STROKE, TOOTH, TREMBLE = 3.6, 4.4, 1.5, 2.6  # units
FIGURE_COLOUR, GROUND_COLOUR = 0.62, 0.14


class Pencil(Style):
    """Soft lead: strokes where it is dark, lines that the tooth of the paper breaks."""

    paper = True
    blur = 0.35
    falls_dark = True
    falls = (0.8, 0.8, 0.8)

    def bend(self, drawn: Pixels, piece: Piece) -> Pixels:
        """Nothing is ruled."""
        return drawn if piece.soft else trembling(drawn, piece, TREMBLE)

    def paint(self, drawn: Pixels, lit: Pixels, piece: Piece) -> Pixels:
        """Shade first, then draw the lines over it."""
        size, alpha = (lit.shape[1], lit.shape[0]), cv2.extractChannel(lit, 3)
        tooth = tile("tooth", piece, size, TOOTH * piece.scale)
        shaded = times(
            cv2.LUT(darkness(lit), FIGURE_TONE if piece.figure else TONE),
            tile("strokes", piece, size, STROKE * piece.scale),
            1.3,
        )
        lead = times(shaded, tooth, 1.12)
        if not piece.soft:
            width = LINE * piece.scale * (0.55 + 0.45 * min(1.0, piece.depth))
            strength = 1.25 if piece.figure else 0.6 + 0.45 * min(1.0, piece.depth)
            lead = cv2.add(lead, times(edges(drawn, width), tooth, strength))
        planes = on_paper(alpha, lead, PAPER, LEAD)
        return joined(coloured(planes, lit, FIGURE_COLOUR if piece.figure else GROUND_COLOUR), alpha)

    def shine(self, glow: Pixels) -> Pixels:
        """Light is what the eraser leaves."""
        return tinted(glow, 0.6, (0.86, 0.95, 1.0))
