"""Laying a sheet on a picture, wherever a matrix puts it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np

from generation.sketch.pixels import Pixels

from .enlarging import grown
from .regions import Region
from .sheets import COARSE_GROWTH, Sheet

UPRIGHT = 1e-9  # what a matrix may turn, and be taken not to


@dataclass(frozen=True)
class Placed:
    """A sheet and where it shows: the matrix from its units to pixels, and its gain where it is light."""

    sheet: Sheet
    to_pixels: np.ndarray
    gain: float | None = None

    def same_as(self, other: "Placed | None") -> bool:
        """Whether both show the same pixels."""
        return (
            other is not None
            and self.sheet is other.sheet
            and self.gain == other.gain
            and np.array_equal(self.to_pixels, other.to_pixels)
        )

    @cached_property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """From the sheet's own pixels to the picture's: two rows of three."""
        (a, b, c), (d, e, f) = self.to_pixels[:2].tolist()
        (x, y), scale = self.sheet.origin, self.sheet.scale
        return a / scale, b / scale, a * x + b * y + c, d / scale, e / scale, d * x + e * y + f

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the sheet in the picture's pixels."""
        a, b, c, d, e, f = self.matrix
        rows, columns = self.sheet.pixels.shape[:2]
        across, down = (0.0, a * columns), (0.0, b * rows)
        left, right = min(across) + min(down) + c, max(across) + max(down) + c
        across, down = (0.0, d * columns), (0.0, e * rows)
        return left, min(across) + min(down) + f, right, max(across) + max(down) + f

    @property
    def region(self) -> Region:
        """The box of whole pixels that it touches, one more on each side."""
        left, top, right, bottom = self.bounds
        return Region(math.floor(left) - 1, math.floor(top) - 1, math.ceil(right) + 1, math.ceil(bottom) + 1)

    def to_patch(self, left: int, top: int) -> np.ndarray:
        """The matrix from the sheet's pixels to those of a picture that begins at (left, top)."""
        a, b, c, d, e, f = self.matrix
        return np.array([[a, b, c - left], [d, e, f - top]])

    def hides(self, size: tuple[int, int], margin: int = 1) -> tuple[int, int]:
        """The rows, from the first to before the second, of a picture of `size` (columns, rows) that it fills whole,
        when its outermost `margin` pixels are not quite solid: between pixels there is a mean of both.
        """
        (columns, rows), (first, last) = size, self.sheet.solid
        _a, _b, _c, _d, e, f = self.matrix
        if self.gain is not None or first == last or abs(self.to_pixels[1, 0]) >= UPRIGHT:
            return 0, 0
        if self.bounds[0] > -margin or self.bounds[2] < columns + margin:
            return 0, 0
        top, bottom = math.ceil(e * first + f) + margin, math.floor(e * last + f) - margin
        return min(rows, max(0, top)), min(rows, max(0, bottom))

    def hidden_from(self, size: tuple[int, int]) -> int:
        """The row from which nothing beneath is seen, down to the last of a picture of `size`."""
        first, last = self.hides(size)
        return first if last == size[1] and first < last else size[1]


def lay(picture: Pixels, placed: Placed) -> None:
    """Lay a sheet over the picture, BGRA multiplied by alpha as the sheet, in place."""
    rows, columns = picture.shape[:2]
    place = placed.region.within(Region(0, 0, columns, rows))
    if not place.area:
        return
    target = picture[place.top : place.bottom, place.left : place.right]
    patch = patch_of(placed, place, target.shape == picture.shape)
    if placed.gain is not None:
        cv2.addWeighted(target, 1.0, patch, placed.gain, 0, target)
        return
    first, last = (max(0, row - place.top) for row in placed.hides((columns, rows)))
    if placed.sheet.opaque and target.shape == picture.shape:
        first, last = 0, rows
    target[first:last] = patch[first:last]
    for span in (slice(0, first), slice(last, None)):
        if target[span].size:
            cover(target[span], patch[span])


def lay_all(picture: Pixels, things: Sequence[Placed]) -> None:
    """Lay all the things, bottom first. What is hidden by something nearer is not laid at all."""
    rows, columns = picture.shape[:2]
    floors = [rows]
    for thing in reversed(things):
        floors.append(thing.hidden_from((columns, floors[-1])))
    picture.fill(0)
    for thing, floor in zip(things, reversed(floors[:-1]), strict=True):
        lay(picture[:floor], thing)


def cover(target: Pixels, patch: Pixels) -> None:
    """Lay a patch whose colour is multiplied by its alpha over the picture."""
    keep = cv2.bitwise_not(cv2.extractChannel(patch, 3))
    cv2.multiply(target, cv2.merge([keep, keep, keep, keep]), target, 1 / 255)
    cv2.add(target, patch, target)


def patch_of(placed: Placed, place: Region, whole: bool) -> Pixels:
    """The sheet's pixels where the patch is. Coarse sheets that only grow are resized, which is much quicker."""
    sheet, to_patch = placed.sheet, placed.to_patch(place.left, place.top)
    size = place.right - place.left, place.bottom - place.top
    growth = to_patch[0, 0]
    if growth > COARSE_GROWTH and abs(to_patch[0, 1]) < UPRIGHT:
        return grown(sheet.pixels, growth, to_patch[0, 2], to_patch[1, 2], size, sheet.opaque)
    edge = cv2.BORDER_REPLICATE if sheet.opaque and whole else cv2.BORDER_CONSTANT
    return cv2.warpAffine(sheet.pixels, to_patch, size, flags=cv2.INTER_LINEAR, borderMode=edge)
