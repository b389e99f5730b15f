"""Paper tooth, strokes and washes: small tiles made once from fixed chance, the same in every process."""

import math
from collections.abc import Callable
from functools import lru_cache

import cv2
import numpy as np

from generation.sketch.pixels import Pixels

from .base import Piece

SIDE = 512
COARSE_FROM = 4.0  # a spread above which noise is made coarse and enlarged
STEP = 1.3  # textures are kept in sizes that differ by this factor


def tile(name: str, piece: Piece, size: tuple[int, int], grain: float) -> Pixels:
    """The texture over a sheet of `size` (columns, rows) pixels; `grain` is the size of its features in pixels.

    It lies still on the sheet: the same place has the same grain whatever part of the sheet was drawn.
    """
    texture = _texture(name, round(STEP ** round(math.log(max(1.0, grain), STEP))))
    columns, rows = size
    x = int(piece.origin[0] * piece.scale) % SIDE
    y = int(piece.origin[1] * piece.scale) % SIDE
    wide = cv2.repeat(texture, -(-(y + rows) // SIDE), -(-(x + columns) // SIDE))
    return wide[y : y + rows, x : x + columns]


@lru_cache(maxsize=48)
def _texture(name: str, grain: int) -> Pixels:
    return TEXTURES[name](grain)


def _noise(seed: int, sigma: float, stretch: float = 1.0) -> np.ndarray:
    """Soft noise that repeats without a seam, of mean 0 and spread 1."""
    coarse = 1
    while sigma / coarse > COARSE_FROM and coarse < SIDE // 16:
        coarse *= 2
    side, sigma = SIDE // coarse, sigma / coarse
    plane: np.ndarray = np.random.default_rng(seed).standard_normal((side, side)).astype(np.float32)
    if sigma > 0.2:
        plane = _wrapped(plane, int(4 * sigma * stretch) + 1, lambda wide: _blurred(wide, sigma, stretch))
    if coarse > 1:
        plane = _enlarged(plane, coarse)
    return (plane - plane.mean()) / plane.std()


def _blurred(plane: np.ndarray, sigma: float, stretch: float) -> np.ndarray:
    return cv2.GaussianBlur(plane, (0, 0), sigma * stretch, sigmaY=sigma)


def _wrapped(plane: np.ndarray, pad: int, change: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """A plane changed as if it repeated on all sides."""
    side = plane.shape[0]
    pad = min(side, pad)
    return change(np.pad(plane, pad, mode="wrap"))[pad : pad + side, pad : pad + side]


def _enlarged(plane: np.ndarray, times: int) -> np.ndarray:
    side = plane.shape[0] * times
    wide = np.pad(plane, 2, mode="wrap")
    large = cv2.resize(wide, None, fx=times, fy=times, interpolation=cv2.INTER_CUBIC)
    return large[2 * times : 2 * times + side, 2 * times : 2 * times + side]


def _toned(plane: np.ndarray, middle: float, spread: float) -> Pixels:
    return np.clip(middle + plane * spread, 0, 255).astype(np.uint8)


def _tooth(grain: int) -> Pixels:
    """Paper tooth: where a soft lead touches and where it does not."""
    return _toned(_noise(3, 0.55 * grain) * 0.8 + _noise(4, 2.2 * grain) * 0.4, 196, 48)


def _wave(grain: int) -> Pixels:
    return _toned(_noise(5, grain / 4), 127, 52)


def _wash(grain: int) -> Pixels:
    """How pigment settles: large pale and dark pools, and a fine granulation."""
    return _toned(_noise(6, grain) * 0.8 + _noise(7, grain / 6) * 0.25 + _noise(8, 0.7) * 0.42, 170, 19)


def _film(grain: int) -> Pixels:
    return _toned(_noise(9, 0.45 * grain), 128, 40)


def _pressure(grain: int) -> Pixels:
    """How hard a pen is pressed along its way."""
    return _toned(_noise(10, grain), 128, 70)


def _strokes(grain: int) -> Pixels:
    """Pencil strokes laid side by side, rising to the right, of uneven strength."""
    rows = cv2.resize(_noise(11, 1.0), (SIDE, SIDE))
    long = _slanted(_noise(12, 0.42 * grain, stretch=14) + 0.25 * rows)
    return _toned(long, 186, 40)


def _hatch(grain: int) -> Pixels:
    """Heights of pen hatching: low in the middle of each line, high between them."""
    return _lines(grain, 13)


def _cross(grain: int) -> Pixels:
    return cv2.flip(_lines(grain, 14), 1)


def _lines(grain: int, seed: int) -> Pixels:
    """Parallel lines rising to the right, `grain` apart (as near as fits the tile), a little uneven."""
    count = max(1, round(SIDE / (grain * 1.25)))
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
    bend = _noise(seed, 30) * 0.13
    phase = (x + y) * count / SIDE + bend
    away = np.abs((phase % 1.0) - 0.5) * 2  # 1 on the line, 0 between
    return np.clip((1 - away) * 255, 0, 255).astype(np.uint8)


def _slanted(plane: np.ndarray) -> np.ndarray:
    """Rows turned into a slope of one in one: a tile that is sheared by its own side still repeats."""
    index = np.arange(SIDE)
    return plane[(index[:, None] + index[None, :]) % SIDE, index[None, :]]


TEXTURES = {
    "tooth": _tooth, "wave": _wave, "wash": _wash, "film": _film, "pressure": _pressure, "strokes": _strokes,
    "hatch": _hatch, "cross": _cross,
}  # fmt: skip
