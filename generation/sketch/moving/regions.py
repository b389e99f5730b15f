"""Boxes of pixels in a picture: which parts of it changed."""

from typing import NamedTuple

ALL = 0.7  # the share of the picture from which it is quicker to take it as a whole


class Region(NamedTuple):
    """A box of whole pixels: left and top are inside, right and bottom are not."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def area(self) -> int:
        """Pixels inside; 0 where there are none."""
        return max(0, self.right - self.left) * max(0, self.bottom - self.top)

    def within(self, other: "Region") -> "Region":
        """What both have in common; its area may be 0."""
        return Region(
            max(self.left, other.left), max(self.top, other.top),
            min(self.right, other.right), min(self.bottom, other.bottom),
        )  # fmt: skip

    def around(self, other: "Region") -> "Region":
        """The least box that holds both."""
        return Region(
            min(self.left, other.left), min(self.top, other.top),
            max(self.right, other.right), max(self.bottom, other.bottom),
        )  # fmt: skip

    def between(self, first: int, last: int) -> "Region":
        """Its part in the rows from the first to before the second."""
        return Region(self.left, max(self.top, first), self.right, min(self.bottom, last))

    def moved(self, x: int, y: int) -> "Region":
        """The box so many pixels to the right and down."""
        return Region(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def evened(self) -> "Region":
        """The box widened to even pixels, as colour is kept at half the size."""
        return Region(self.left & ~1, self.top & ~1, self.right + 1 & ~1, self.bottom + 1 & ~1)


def apart(boxes: list[Region], whole: Region) -> list[Region]:
    """Boxes of even pixels that do not overlap, and hold all of `boxes` that lies within the whole."""
    found: list[Region] = []
    for box in boxes:
        new = box.evened().within(whole)
        if not new.area:
            continue
        # What it touches may, together with it, touch more.
        while touched := [one for one in found if one.within(new).area]:
            found = [one for one in found if one not in touched]
            for one in touched:
                new = new.around(one)
        found.append(new)
    return [whole] if sum(one.area for one in found) > ALL * whole.area else found
