"""Pixels as video keeps them: brightness whole, colour at half the size, in BT.709 and limited range."""

import cv2
import numpy as np

from generation.sketch.pixels import Pixels

RED, BLUE = 0.2126, 0.0722
GREEN = 1 - RED - BLUE
LUMA, CHROMA = 219 / 255, 224 / 255


class Planes:
    """Writes BGRA pictures of one size as planar 4:2:0 frames; the frame returned is overwritten by the next.

    Sums of whole planes, because OpenCV's own conversion knows BT.601 only and a matrix a pixel takes much longer; each
    number is within 2 of the exact one.
    """

    def __init__(self, width: int, height: int) -> None:
        self._half = (width // 2, height // 2)
        self._frame = np.empty(width * height * 3 // 2, np.uint8)
        self._luma = self._frame[: width * height].reshape(height, width)
        self._chroma = self._frame[width * height :].reshape(2, height // 2, width // 2)

    def of(self, picture: Pixels) -> memoryview:
        """The bytes of one frame: Y, U, V."""
        blue, green, red = (cv2.extractChannel(picture, index) for index in range(3))
        cv2.addWeighted(green, GREEN * LUMA, red, RED * LUMA, 16, self._luma)
        cv2.addWeighted(self._luma, 1, blue, BLUE * LUMA, 0, self._luma)
        blue, green, red = (cv2.resize(plane, self._half, interpolation=cv2.INTER_AREA) for plane in (blue, green, red))
        _difference(blue, green, red, BLUE, RED, self._chroma[0])
        _difference(red, green, blue, RED, BLUE, self._chroma[1])
        return self._frame.data


def _difference(own: Pixels, green: Pixels, other: Pixels, own_share: float, other_share: float, out: Pixels) -> None:
    """How much more there is of a colour than its share of the brightness, about 128."""
    scale = CHROMA / (2 - 2 * own_share)
    cv2.addWeighted(own, (1 - own_share) * scale, green, -GREEN * scale, 128, out)
    cv2.addWeighted(out, 1, other, -other_share * scale, 0, out)
