"""A sheet as video keeps it, and the part of it that is seen when it is shifted."""

from collections.abc import Callable
from dataclasses import dataclass

import cv2

from generation.sketch.pixels import Pixels

from .enlarging import grown
from .scratch import Scratch
from .video import Planes, planes_of

PAD = 2  # pixels around a sheet, so that between its edge and what is outside there is a mean of both
NEARLY = 1 / 64  # pixels: what a shift may miss


@dataclass(frozen=True)
class Filmed:
    """Planes of a sheet, multiplied by alpha, and how much each lets through of what lies beneath: of light, all."""

    own: Planes
    keep: Planes | None

    def shifted(self, x: float, y: float, size: tuple[int, int]) -> "Filmed":
        """The part of `size` (columns, rows, even) whose first pixel lies at (x, y), anywhere between pixels."""
        half = size[0] // 2, size[1] // 2
        # The first two pixels and the first two of the cut are each one here: only the way between them is halved.
        return self._each(lambda plane: _cut(plane, x, y, size), lambda plane: _cut(plane, x / 2, y / 2, half))

    def grown(self, growth: float, x: float, y: float, size: tuple[int, int]) -> "Filmed":
        """A picture of `size` (columns, rows, even) that shows it enlarged, its corner at (x, y)."""
        half = size[0] // 2, size[1] // 2
        return self._each(
            lambda plane: grown(plane, growth, x, y, size, True),
            lambda plane: grown(plane, growth, x / 2, y / 2, half, True),
        )

    def _each(self, whole: Callable[[Pixels], Pixels], half: Callable[[Pixels], Pixels]) -> "Filmed":
        own = Planes(whole(self.own.luma), half(self.own.more_blue), half(self.own.more_red))
        return Filmed(own, self.keep and kept(whole(self.keep.luma), half(self.keep.more_blue)))


def kept(whole: Pixels, half: Pixels) -> Planes:
    """What is let through, the same for both colours."""
    return Planes(whole, half, half)


def filmed(video: Pixels, light: bool, room: Scratch | None = None) -> Filmed:
    """Pixels in video, of even sides, as planes, which lie in the room, if there is one."""
    own, alpha, half = planes_of(video, room)
    if light:
        return Filmed(own, None)
    return Filmed(own, kept(cv2.bitwise_not(alpha, alpha), cv2.bitwise_not(half, half)))


def padded(pixels: Pixels, opaque: bool) -> Pixels:
    """The pixels with `PAD` of nothing around them, or of their own edge where they are `opaque`; of even sides."""
    rows, columns = pixels.shape[:2]
    edge = cv2.BORDER_REPLICATE if opaque else cv2.BORDER_CONSTANT
    return cv2.copyMakeBorder(pixels, PAD, PAD + rows % 2, PAD, PAD + columns % 2, edge, value=0)


def _cut(plane: Pixels, x: float, y: float, size: tuple[int, int]) -> Pixels:
    """What lies at a place of a plane, its edge going on outside; a part of the plane itself where pixels meet."""
    columns, rows = size
    left, top = round(x), round(y)
    inside = 0 <= left <= plane.shape[1] - columns and 0 <= top <= plane.shape[0] - rows
    if inside and max(abs(x - left), abs(y - top)) < NEARLY:
        return plane[top : top + rows, left : left + columns]
    return cv2.getRectSubPix(plane, size, (x + (columns - 1) / 2, y + (rows - 1) / 2))
