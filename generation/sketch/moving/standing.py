"""A picture before a camera that stands: only what changed since the frame before is laid again."""

from collections.abc import Sequence

import numpy as np

from generation.sketch.pixels import Pixels

from .laying import Part, Placed, part_of
from .regions import Region, apart


class Standing:
    """The picture as it was laid last; `written` is what its owner writes upon, so that it is laid anew each time."""

    def __init__(self, width: int, height: int, written: Region) -> None:
        self.picture: Pixels = np.zeros((height, width, 4), np.uint8)
        self._whole = Region(0, 0, width, height)
        self._written = written
        self._placed: list[Placed | None] = []
        self._parts: list[Part | None] = []

    def lay(self, things: Sequence[Placed | Part]) -> list[Region]:
        """Lay the things, bottom first, and return the regions of the picture that may have changed."""
        first = not self._parts
        if first:
            self._placed, self._parts = [None] * len(things), [None] * len(things)
        changed = [self._whole] if first else [self._written]
        for index, thing in enumerate(things):
            changed += self._changed(index, thing)
        regions = apart(changed, self._whole)
        for region in regions:
            self.picture[region.top : region.bottom, region.left : region.right] = 0
            for part in self._parts:
                if part is not None:
                    part.onto(self.picture, region)
        return regions

    def _changed(self, index: int, thing: Placed | Part) -> list[Region]:
        """Where a thing was and where it is now, if it is not as it was; its pixels are kept until it changes."""
        if isinstance(thing, Part):
            self._parts[index] = thing
            return []
        if thing.same_as(self._placed[index]):
            return []
        before = self._parts[index]
        after = part_of(thing, (self._whole.right, self._whole.bottom))
        self._placed[index], self._parts[index] = thing, after
        return [part.region for part in (before, after) if part is not None]
