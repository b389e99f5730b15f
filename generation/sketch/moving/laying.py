"""Laying a sheet on a picture, wherever a matrix puts it."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from generation.sketch.pixels import Pixels

from .regions import Region
from .sheets import Sheet

COARSE_GROWTH = 1.8


@dataclass(frozen=True)
class Part:
    """Pixels that lie ready at a place of the picture, their colour multiplied by alpha; with a `gain` they are light.

    The rows from the first to before the second of `solid` hide all that lies beneath; the others let through what
    `keep` says.
    """

    pixels: Pixels
    at: tuple[int, int]
    keep: Pixels | None = None
    solid: tuple[int, int] = (0, 0)
    gain: float | None = None

    @property
    def region(self) -> Region:
        """Where it lies."""
        (x, y), (rows, columns) = self.at, self.pixels.shape[:2]
        return Region(x, y, x + columns, y + rows)

    def onto(self, picture: Pixels, where: Region) -> None:
        """Lay what of it is in the region over the picture, in place."""
        place = self.region.within(where)
        if not place.area:
            return
        x, y = self.at
        inside = slice(place.top - y, place.bottom - y), slice(place.left - x, place.right - x)
        target, own = picture[place.top : place.bottom, place.left : place.right], self.pixels[inside]
        if self.gain is not None:
            cv2.addWeighted(target, 1.0, own, self.gain, 0, target)
            return
        first, last = (min(max(0, row - inside[0].start), own.shape[0]) for row in self.solid)
        target[first:last] = own[first:last]
        for rows in (slice(0, first), slice(last, None)):
            if self.keep is not None and target[rows].size:
                cover(target[rows], own[rows], self.keep[inside][rows])


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

    def hides(self, size: tuple[int, int]) -> tuple[int, int]:
        """The rows, from the first to before the second, of a picture of `size` (columns, rows) that it fills whole."""
        (columns, rows), (first, last) = size, self.sheet.solid
        x = (self.to_pixels @ self.sheet.corners)[0]
        upright = abs(self.to_pixels[1, 0]) < 1e-9
        if self.gain is not None or not upright or x.min() > -1 or x.max() < columns + 1 or first == last:
            return 0, 0
        top, bottom = (
            self.to_pixels[1, 1] * (self.sheet.origin[1] + row / self.sheet.scale) + self.to_pixels[1, 2]
            for row in (first, last)
        )
        # Between rows there is a mean of both, so that the outermost are not quite solid.
        return min(rows, max(0, int(np.ceil(top)) + 1)), min(rows, max(0, int(np.floor(bottom)) - 1))

    def hidden_from(self, size: tuple[int, int]) -> int:
        """The row from which nothing beneath is seen, down to the last of a picture of `size`."""
        first, last = self.hides(size)
        return first if last == size[1] and first < last else size[1]


def lay(picture: Pixels, placed: Placed) -> None:
    """Lay a sheet over the picture, in place."""
    rows, columns = picture.shape[:2]
    if part := part_of(placed, (columns, rows)):
        part.onto(picture, part.region)


def lay_all(picture: Pixels, things: Sequence[Placed]) -> None:
    """Lay all the things, bottom first. What is hidden by something nearer is not laid at all."""
    rows, columns = picture.shape[:2]
    floors = [rows]
    for thing in reversed(things):
        floors.append(thing.hidden_from((columns, floors[-1])))
    picture.fill(0)
    for thing, floor in zip(things, reversed(floors[:-1]), strict=True):
        lay(picture[:floor], thing)


def part_of(placed: Placed, size: tuple[int, int]) -> Part | None:
    """The part of a picture of `size` (columns, rows) that the sheet takes; None where it is not seen."""
    sheet, to_pixels = placed.sheet, placed.to_pixels
    corners = to_pixels @ sheet.corners
    x0, y0 = max(0, int(np.floor(corners[0].min())) - 1), max(0, int(np.floor(corners[1].min())) - 1)
    x1 = min(size[0], int(np.ceil(corners[0].max())) + 1)
    y1 = min(size[1], int(np.ceil(corners[1].max())) + 1)
    if x1 <= x0 or y1 <= y0:
        return None
    to_units = [[1 / sheet.scale, 0, sheet.origin[0]], [0, 1 / sheet.scale, sheet.origin[1]], [0, 0, 1]]
    to_patch = to_pixels @ np.array(to_units)
    to_patch[0, 2] -= x0
    to_patch[1, 2] -= y0
    whole = (x1 - x0, y1 - y0) == size
    patch = _patch(sheet, to_patch, (x1 - x0, y1 - y0), whole)
    if placed.gain is not None:
        return Part(patch, (x0, y0), gain=placed.gain)
    if sheet.opaque and whole:
        return Part(patch, (x0, y0), solid=(0, y1))
    first, last = placed.hides(size)
    return part_with(patch, (x0, y0), (max(0, first - y0), max(0, last - y0)))


def part_with(patch: Pixels, at: tuple[int, int], solid: tuple[int, int]) -> Part:
    """The patch at its place, with how much of what lies beneath is still seen."""
    all_hidden = solid[0] <= 0 and solid[1] >= patch.shape[0]
    return Part(patch, at, None if all_hidden else held_back(patch), solid)


def held_back(patch: Pixels) -> Pixels:
    """How much of what lies under a patch is still seen, in each of four channels."""
    keep = cv2.bitwise_not(cv2.extractChannel(patch, 3))
    return cv2.merge([keep, keep, keep, keep])


def cover(target: Pixels, patch: Pixels, keep: Pixels) -> None:
    """Lay a patch whose colour is multiplied by its alpha over the picture."""
    cv2.multiply(target, keep, target, 1 / 255)
    cv2.add(target, patch, target)


def _patch(sheet: Sheet, to_patch: np.ndarray, size: tuple[int, int], whole: bool) -> np.ndarray:
    """The sheet's pixels where the patch is. Coarse sheets that only grow are resized, which is much quicker."""
    growth = to_patch[0, 0]
    if growth > COARSE_GROWTH and abs(to_patch[0, 1]) < 1e-9:
        return _grown(sheet.pixels, growth, to_patch[0, 2], to_patch[1, 2], size, sheet.opaque)
    edge = cv2.BORDER_REPLICATE if sheet.opaque and whole else cv2.BORDER_CONSTANT
    return cv2.warpAffine(sheet.pixels, to_patch[:2], size, flags=cv2.INTER_LINEAR, borderMode=edge)


def _grown(pixels: np.ndarray, growth: float, dx: float, dy: float, size: tuple[int, int], opaque: bool) -> np.ndarray:
    """Enlarge just the part that shows; being soft, it may sit up to half a pixel off."""
    rows, columns = pixels.shape[:2]
    x0, y0 = max(0, int(-dx / growth) - 1), max(0, int(-dy / growth) - 1)
    x1, y1 = min(columns, int((size[0] - dx) / growth) + 2), min(rows, int((size[1] - dy) / growth) + 2)
    if x1 <= x0 or y1 <= y0:
        return np.zeros((size[1], size[0], 4), np.uint8)
    large = cv2.resize(
        pixels[y0:y1, x0:x1], (round((x1 - x0) * growth), round((y1 - y0) * growth)), interpolation=cv2.INTER_LINEAR
    )
    left, top = round(x0 * growth + dx), round(y0 * growth + dy)
    right, bottom = size[0] - left - large.shape[1], size[1] - top - large.shape[0]
    if left >= size[0] or top >= size[1] or right >= size[0] or bottom >= size[1]:
        return np.zeros((size[1], size[0], 4), np.uint8)
    cut = large[max(0, -top) : large.shape[0] + min(0, bottom), max(0, -left) : large.shape[1] + min(0, right)]
    margins = max(0, top), max(0, bottom), max(0, left), max(0, right)
    if not any(margins):
        return cut
    return cv2.copyMakeBorder(cut, *margins, cv2.BORDER_REPLICATE if opaque else cv2.BORDER_CONSTANT, value=0)
