"""What lies over a whole frame of video: what falls, lightning, and the blur of a whip."""

from collections.abc import Sequence

import cv2
import numpy as np

from generation.sketch.drawing.weather import Falling, meeting
from generation.sketch.pixels import Pixels

from .video import LUMA, MIDDLE, Planes, light_in_video, planes_of

LIGHTNING = (1.0, 1.0, 0.92, 0.0)  # blue, green, red: it is a little cold
SMEAR = 0.09  # of the picture's width, at most


class FilmedFalling:
    """What falls, as video keeps it; where it is grey the colours are left alone."""

    def __init__(self, falling: Falling) -> None:
        self._falling = falling
        blue, green, red, _alpha = cv2.split(falling.tile)
        self._luma: Pixels
        self._colours: Sequence[Pixels]
        if np.array_equal(blue, green) and np.array_equal(green, red):
            self._luma, self._colours = cv2.convertScaleAbs(green, alpha=LUMA), ()
        else:
            self._luma, *self._colours = planes_of(light_in_video(falling.tile))[0]

    def onto(self, picture: Planes, t: float) -> None:
        """Lay it over a frame at time t in seconds, in place."""
        (x, y), dark = self._falling.at(t), self._falling.dark
        for here, there in meeting(self._luma.shape, (x, y)):
            (cv2.subtract if dark else cv2.add)(picture.luma[here], self._luma[there], picture.luma[here])
        sign = -1.0 if dark else 1.0
        for plane, tile in zip(picture[1:], self._colours, strict=False):
            for here, there in meeting(tile.shape, (x // 2, y // 2)):
                cv2.addWeighted(plane[here], 1.0, tile[there], sign, -sign * MIDDLE, plane[here])


def flash_onto(picture: Planes, strength: int) -> None:
    """Brighten a frame by so much of 255 everywhere, in place."""
    spot = np.full((1, 1, 4), np.multiply(LIGHTNING, strength), np.uint8)
    luma, more_blue, more_red, _alpha = light_in_video(spot)[0, 0].tolist()
    for plane, more in zip(picture, (luma, more_blue - MIDDLE, more_red - MIDDLE), strict=True):
        cv2.convertScaleAbs(plane, plane, 1, more)


def smeared(width: int, strength: float) -> int:
    """Over how many pixels a whip blurs each of a picture of that width; a strength of 1 is its middle."""
    return max(1, int(width * SMEAR * strength))


def smear(picture: Planes, strength: float) -> None:
    """Blur a frame sideways, in place."""
    for plane in picture:
        cv2.blur(plane, (smeared(plane.shape[1], strength), 1), plane)
