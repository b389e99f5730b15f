"""Pixels as video keeps them: brightness whole, colour at half the size, in BT.709 and limited range."""

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np

from generation.sketch.pixels import Pixels

from .regions import Region
from .scratch import Scratch

BLACK, MIDDLE, WHITE = 16, 128, 235
DARKNESS = BLACK, MIDDLE, MIDDLE
# Brightness, more blue and more red of blue, green and red, ITU-R BT.709 in limited range; and the middle of colours.
RED, BLUE = 0.2126, 0.0722
GREEN = 1 - RED - BLUE
LUMA, CHROMA = 219 / 255, 224 / 255
OF_BLUE, OF_RED = CHROMA / (2 - 2 * BLUE), CHROMA / (2 - 2 * RED)
COLOURS = np.array([
    [LUMA * BLUE, LUMA * GREEN, LUMA * RED, 0],
    [OF_BLUE * (1 - BLUE), -OF_BLUE * GREEN, -OF_BLUE * RED, MIDDLE],
    [-OF_RED * BLUE, -OF_RED * GREEN, OF_RED * (1 - RED), MIDDLE],
])  # fmt: skip


class Planes(NamedTuple):
    """Brightness, and at half the size how much more blue and how much more red there is, about 128."""

    luma: Pixels
    more_blue: Pixels
    more_red: Pixels

    def within(self, region: Region) -> "Planes":
        """The part in a region of even pixels; it shares their memory."""
        left, top, right, bottom = region
        half = slice(top // 2, bottom // 2), slice(left // 2, right // 2)
        return Planes(self.luma[top:bottom, left:right], self.more_blue[half], self.more_red[half])

    def rows(self, first: int, last: int) -> "Planes":
        """The part from the first to before the second row, both even."""
        half = slice(first // 2, last // 2)
        return Planes(self.luma[first:last], self.more_blue[half], self.more_red[half])

    def copy_to(self, other: "Planes") -> None:
        """Write all of it over planes of the same size."""
        for own, target in zip(self, other, strict=True):
            np.copyto(target, own)

    def fill(self, colour: tuple[int, int, int]) -> None:
        """Leave nothing but one colour, in place."""
        for plane, value in zip(self, colour, strict=True):
            plane.fill(value)


def frame_in(room: Pixels, width: int, height: int) -> Planes:
    """The planes of a frame of planar 4:2:0 in `room`, as many bytes as it has; both sides are even."""
    colours = room[width * height :].reshape(2, height // 2, width // 2)
    return Planes(room[: width * height].reshape(height, width), colours[0], colours[1])


def in_video(pixels: Pixels) -> Pixels:
    """BGRA pixels whose colour is multiplied by alpha, as brightness, more blue, more red and alpha of each pixel, all
    but the last multiplied by alpha too: of black and of grey as well. Each number is within 1 of the exact one.
    """
    luma, more_blue, more_red = _toned(pixels)
    alpha = cv2.extractChannel(pixels, 3)
    through = cv2.bitwise_not(alpha)
    cv2.addWeighted(luma, 1, alpha, BLACK / 255, 0, luma)
    for plane in (more_blue, more_red):
        cv2.addWeighted(plane, 1, through, -MIDDLE / 255, 0, plane)
    return cv2.merge([luma, more_blue, more_red, alpha])


def light_in_video(pixels: Pixels) -> Pixels:
    """BGRA pixels of light, as what they add to each plane, and nothing: to colours, what is above the middle."""
    planes = _toned(pixels)
    return cv2.merge([*planes, np.zeros_like(planes[0])])


def _toned(pixels: Pixels) -> Sequence[Pixels]:
    # Of three channels a matrix is eight times as quick as of four.
    return cv2.split(cv2.transform(cv2.cvtColor(pixels, cv2.COLOR_BGRA2BGR), COLOURS))


def planes_of(video: Pixels, room: Scratch | None = None) -> tuple[Planes, Pixels, Pixels]:
    """The planes of pixels in video, of even sides; with alpha, whole and at half the size. They lie in the room, if
    there is one, until it is used again.
    """
    room = room or Scratch()
    rows, columns = video.shape[:2]
    luma, *others = cv2.split(video, [room.pixels(f"plane {n}", rows, columns) for n in range(4)])
    size = columns // 2, rows // 2
    more_blue, more_red, half = (
        cv2.resize(plane, size, room.pixels(f"half {n}", *size[::-1]), interpolation=cv2.INTER_AREA)
        for n, plane in enumerate(others)
    )
    return Planes(luma, more_blue, more_red), others[-1], half
