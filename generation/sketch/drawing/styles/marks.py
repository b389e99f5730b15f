"""What hand-drawn styles are made of: lines along the edges of colours, tone, and the colours of paper and pigment."""

import cv2
import numpy as np

from generation.sketch.pixels import Pixels

from .base import Piece
from .textures import tile

BGR = tuple[float, float, float]
FAINTEST, FULL = 7, 26  # how much two neighbours differ where a line begins, and where it is as dark as it gets
WAVE = 96  # pixels: how long the trembling of a hand is


def edges(drawn: Pixels, width: float, faintest: int = FAINTEST, full: int = FULL) -> Pixels:
    """Lines `width` pixels thick wherever the drawing changes colour: 0 to 255."""
    size = max(2, round(width) + 1)
    kernel = np.ones((2, 2), np.uint8) if size == 2 else cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    change = cv2.morphologyEx(drawn, cv2.MORPH_GRADIENT, kernel)
    blue, green, red, alpha = cv2.split(change)
    most = cv2.max(cv2.max(blue, green), cv2.max(red, alpha))
    return cv2.LUT(most, ramp(faintest, full))


def ramp(low: int, high: int) -> np.ndarray:
    """A table of 256 tones: nothing up to `low`, everything from `high` on."""
    return np.clip((np.arange(256) - low) * 255.0 / (high - low), 0, 255).astype(np.uint8)


def curve(points: dict[int, int]) -> np.ndarray:
    """A table of 256 tones that goes straight from point to point."""
    return np.interp(np.arange(256), list(points), list(points.values())).astype(np.uint8)


def darkness(pixels: Pixels) -> Pixels:
    """How much darker than white each pixel is, as far as it is there at all."""
    return cv2.subtract(cv2.extractChannel(pixels, 3), cv2.cvtColor(pixels, cv2.COLOR_BGRA2GRAY))


def times(plane: Pixels, texture: Pixels, strength: float = 1.0) -> Pixels:
    """A plane thinned by a texture of 0 to 255."""
    return cv2.multiply(plane, texture, scale=strength / 255)


def on_paper(alpha: Pixels, mark: Pixels, paper: BGR, pigment: BGR) -> list[Pixels]:
    """Blue, green and red of marks (0 to 255) on paper, multiplied by alpha; colours are of 0 to 255."""
    mark = cv2.min(mark, alpha)
    return [
        cv2.addWeighted(alpha, ground / 255, mark, (colour - ground) / 255, 0)
        for ground, colour in zip(paper, pigment, strict=True)
    ]


def coloured(planes: list[Pixels], lit: Pixels, share: float) -> list[Pixels]:
    """The planes with a share of the colour, but not the brightness, of what is drawn."""
    grey = cv2.cvtColor(lit, cv2.COLOR_BGRA2GRAY)
    mixed = []
    for index, plane in enumerate(planes):
        own = cv2.extractChannel(lit, index)
        # In this order nothing falls below zero before the rest is added.
        more = cv2.addWeighted(cv2.subtract(own, grey), share, plane, 1.0, 0)
        mixed.append(cv2.addWeighted(cv2.subtract(grey, own), -share, more, 1.0, 0))
    return mixed


def joined(planes: list[Pixels], alpha: Pixels) -> Pixels:
    """One picture from its planes, none brighter than its alpha allows."""
    return cv2.merge([*(cv2.min(plane, alpha) for plane in planes), alpha])


def trembling(drawn: Pixels, piece: Piece, reach: float) -> Pixels:
    """The sheet bent softly by up to `reach` units, so that no line is ruled."""
    rows, columns = drawn.shape[:2]
    if min(rows, columns) < 4:
        return drawn
    amount = np.float32(reach * piece.scale / 127)
    wave = tile("wave", piece, (columns, rows), WAVE)
    # The waves are about 127; here as elsewhere whole planes are gone over as seldom as may be.
    across = np.multiply(wave, amount, dtype=np.float32)
    down = np.ascontiguousarray(across[::-1, ::-1])
    across += np.arange(columns, dtype=np.float32)[None, :] - 127 * amount
    down += np.arange(rows, dtype=np.float32)[:, None] - 127 * amount
    return cv2.remap(drawn, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
