"""Parts of a frame of video that lie ready, and how they are laid over one another."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2

from .filmed import Filmed
from .regions import Region
from .video import DARKNESS, MIDDLE, Planes

Rows = tuple[int, int]
"""From the first to before the second."""

WORTH_SKIPPING = 8  # rows: to lay a thing in two parts costs more than these few


@dataclass(frozen=True)
class Patch:
    """A filmed part of a frame and where it lies; left, top and sides are even.

    Its `solid` rows, of the frame, hide what lies beneath. With a `gain` it is light.
    """

    film: Filmed
    at: tuple[int, int]
    solid: Rows = (0, 0)
    gain: float | None = None

    @property
    def region(self) -> Region:
        """Where it lies."""
        (x, y), (rows, columns) = self.at, self.film.own.luma.shape
        return Region(x, y, x + columns, y + rows)

    def hides(self, region: Region) -> Rows:
        """The rows of the region, of even pixels, that it fills from left to right."""
        fills = self.at[0] <= region.left and self.region.right >= region.right
        return self.solid if fills else (0, 0)

    def onto(self, picture: Planes, where: Region) -> None:
        """Lay what of it is in the region, of even pixels, over the picture, in place."""
        place = self.region.within(where)
        if not place.area:
            return
        target, inside = picture.within(place), place.moved(-self.at[0], -self.at[1])
        own = self.film.own.within(inside)
        if self.film.keep is None:
            _brighten(target, own, 1.0 if self.gain is None else self.gain)
            return
        keep = self.film.keep.within(inside)
        first, last = max(self.solid[0], place.top) - place.top, min(self.solid[1], place.bottom) - place.top
        if first >= last:
            _cover(target, own, keep)
            return
        own.rows(first, last).copy_to(target.rows(first, last))
        for rows in ((0, first), (last, place.bottom - place.top)):
            if rows[0] < rows[1]:
                _cover(target.rows(*rows), own.rows(*rows), keep.rows(*rows))


def _brighten(target: Planes, light: Planes, gain: float) -> None:
    cv2.addWeighted(target.luma, 1.0, light.luma, gain, 0, target.luma)
    for plane, more in zip(target[1:], light[1:], strict=True):
        cv2.addWeighted(plane, 1.0, more, gain, -gain * MIDDLE, plane)


def _cover(target: Planes, own: Planes, keep: Planes) -> None:
    for plane, over, through in zip(target, own, keep, strict=True):
        cv2.multiply(plane, through, plane, 1 / 255)
        cv2.add(plane, over, plane)


def seen_rows(rows: Rows, hidden: Sequence[Rows]) -> tuple[list[list[Rows]], list[Rows]]:
    """For each of some things, bottom first, where it is seen if each hides these rows; and what none of them hides."""
    free, seen = [rows], []
    for first, last in reversed(hidden):
        seen.append(free)
        if last - first >= WORTH_SKIPPING:
            free = [
                (top, bottom)
                for start, end in free
                for top, bottom in ((start, min(end, first)), (max(start, last), end))
                if top < bottom
            ]
    return seen[::-1], free


def lay_patches(picture: Planes, patches: Sequence[Patch], region: Region) -> None:
    """Lay the patches over a region of even pixels, bottom first, on black; what is hidden is left out."""
    seen, bare = seen_rows((region.top, region.bottom), [patch.hides(region) for patch in patches])
    for first, last in bare:
        picture.within(region.between(first, last)).fill(DARKNESS)
    for patch, spans in zip(patches, seen, strict=True):
        for first, last in spans:
            patch.onto(picture, region.between(first, last))
