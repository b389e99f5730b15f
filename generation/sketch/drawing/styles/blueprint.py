"""Blueprint: white lines on Prussian blue, a ruled grid behind, depth told by how faint a line is."""

import cv2
import numpy as np

from generation.sketch.pixels import Pixels

from .base import Piece, Style, tinted
from .marks import curve, darkness, edges, joined, on_paper, times
from .textures import tile

GROUND, WHITE = (116, 66, 26), (250, 244, 232)
TONE = curve({0: 52, 80: 34, 160: 16, 255: 4})
LINE, GRAIN = 3.0, 1.4  # units
SQUARE, SQUARES = 50, 5  # units between two ruled lines, and how many make a larger square
RULED, RULED_LARGE = 18, 40
SKY = 0.03


class Blueprint(Style):
    """A plan of the shot."""

    paper = True
    blur = 0.35
    falls = (1.0, 0.9, 0.75)

    def paint(self, drawn: Pixels, lit: Pixels, piece: Piece) -> Pixels:
        """Lines, and only a breath of tone so that what stands in front hides what is behind."""
        size, alpha = (lit.shape[1], lit.shape[0]), cv2.extractChannel(lit, 3)
        near = min(1.0, piece.depth)
        bright = cv2.min(cv2.LUT(darkness(lit), TONE), alpha)
        mark = cv2.convertScaleAbs(bright, alpha=1.0 if piece.figure else 0.35 + 0.4 * near)
        if piece.depth < SKY:
            mark = cv2.max(mark, _grid(piece, size))
        if not piece.soft:
            width = LINE * piece.scale * (1.25 if piece.figure else 0.5 + 0.5 * near)
            strength = 1.0 if piece.figure else 0.45 + 0.4 * near
            mark = cv2.max(mark, cv2.convertScaleAbs(edges(drawn, width, 4, 16), alpha=strength))
        mark = times(mark, tile("tooth", piece, size, GRAIN * piece.scale), 1.2)
        return joined(on_paper(alpha, mark, GROUND, WHITE), alpha)

    def shine(self, glow: Pixels) -> Pixels:
        """Light is a pale wash."""
        return tinted(glow, 0.34, (1.0, 0.86, 0.66))


def _grid(piece: Piece, size: tuple[int, int]) -> Pixels:
    columns, rows = size
    plane = np.zeros((rows, columns), np.uint8)
    for axis, length in ((1, columns), (0, rows)):
        start = piece.origin[1 - axis]
        first = int(np.ceil(start / SQUARE))
        for number in range(first, int((start + length / piece.scale) / SQUARE) + 1):
            at = round((number * SQUARE - start) * piece.scale)
            if at < length:
                line = plane[:, at] if axis == 1 else plane[at]
                np.maximum(line, RULED_LARGE if number % SQUARES == 0 else RULED, out=line)
    return plane
