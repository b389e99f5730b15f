"""Pixels as video keeps them: brightness whole, colour at half the size, in BT.709 and limited range."""

from collections.abc import Sequence

import cv2
import numpy as np

from generation.sketch.pixels import Pixels

from .regions import Region

RED, BLUE = 0.2126, 0.0722
GREEN = 1 - RED - BLUE
LUMA, CHROMA = 219 / 255, 224 / 255


class Planes:
    """Writes BGRA pictures of one size as planar 4:2:0 frames; the frame returned is overwritten by the next.

    Sums of whole planes, because OpenCV's own conversion knows BT.601 only and a matrix a pixel takes much longer; each
    number is within 2 of the exact one.
    """

    def __init__(self, width: int, height: int) -> None:
        self._whole = Region(0, 0, width, height)
        self._frame = np.empty(width * height * 3 // 2, np.uint8)
        self._luma = self._frame[: width * height].reshape(height, width)
        self._chroma = self._frame[width * height :].reshape(2, height // 2, width // 2)
        # Kept, because to find room for planes takes longer than to fill them.
        self._colours = np.empty((4, height, width), np.uint8)

    def of(self, picture: Pixels, changed: Sequence[Region] | None = None) -> memoryview:
        """The bytes of one frame: Y, U, V.

        With `changed` only those regions, of even pixels, are read; elsewhere it is as the frame before.
        """
        for region in [self._whole] if changed is None else changed:
            rows, columns = slice(region.top, region.bottom), slice(region.left, region.right)
            half = slice(region.top // 2, region.bottom // 2), slice(region.left // 2, region.right // 2)
            colours = [plane[rows, columns] for plane in self._colours]
            _split(picture[rows, columns], colours)
            _convert(colours, self._luma[rows, columns], self._chroma[0][half], self._chroma[1][half])
        return self._frame.data


def _split(picture: Pixels, colours: Sequence[Pixels]) -> None:
    """Blue, green, red and alpha apart; OpenCV does all at once slowly where rows do not follow one another."""
    if picture.flags.c_contiguous:
        cv2.split(picture, colours)
        return
    for index, plane in enumerate(colours[:3]):
        cv2.extractChannel(picture, index, plane)


def _convert(colours: Sequence[Pixels], luma: Pixels, more_blue: Pixels, more_red: Pixels) -> None:
    blue, green, red, _alpha = colours
    cv2.addWeighted(green, GREEN * LUMA, red, RED * LUMA, 16, luma)
    cv2.addWeighted(luma, 1, blue, BLUE * LUMA, 0, luma)
    size = more_blue.shape[1], more_blue.shape[0]
    blue, green, red = (cv2.resize(plane, size, interpolation=cv2.INTER_AREA) for plane in (blue, green, red))
    _difference(blue, green, red, BLUE, RED, more_blue)
    _difference(red, green, blue, RED, BLUE, more_red)


def _difference(own: Pixels, green: Pixels, other: Pixels, own_share: float, other_share: float, out: Pixels) -> None:
    """How much more there is of a colour than its share of the brightness, about 128."""
    scale = CHROMA / (2 - 2 * own_share)
    cv2.addWeighted(own, (1 - own_share) * scale, green, -GREEN * scale, 128, out)
    cv2.addWeighted(out, 1, other, -other_share * scale, 0, out)
