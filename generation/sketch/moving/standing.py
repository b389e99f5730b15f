"""A picture before a camera that stands: only what changed since the frame before is laid again."""

from collections.abc import Sequence

import numpy as np

from .exposing import exposed, hidden_rows
from .laying import Placed
from .patches import Patch, lay_patches
from .regions import Region, apart
from .video import frame_in


class Standing:
    """The picture as it was laid last."""

    def __init__(self, width: int, height: int) -> None:
        self.picture = frame_in(np.empty(width * height * 3 // 2, np.uint8), width, height)
        self._whole = Region(0, 0, width, height)
        self._placed: list[Placed | None] = []
        self._patches: list[Patch | None] = []

    def lay(self, things: Sequence[Placed | Patch]) -> list[Region]:
        """Lay the things, bottom first, and return the regions of the picture that were laid anew."""
        changed: list[Region] = []
        if not self._patches:
            self._placed, self._patches = [None] * len(things), [None] * len(things)
            changed = [self._whole]
        for index, thing in enumerate(things):
            changed += self._changed(index, thing)
        regions = apart(changed, self._whole)
        patches = [patch for patch in self._patches if patch is not None]
        for region in regions:
            lay_patches(self.picture, patches, region)
        return regions

    def _changed(self, index: int, thing: Placed | Patch) -> list[Region]:
        """Where a thing was and where it is now, if it is not as it was; its pixels are kept until it changes."""
        before = self._patches[index]
        if isinstance(thing, Patch):
            self._patches[index] = thing
            return []
        if thing.same_as(self._placed[index]):
            return []
        after = exposed(thing, self._whole, hidden_rows(thing, (self._whole.right, self._whole.bottom)))
        self._placed[index], self._patches[index] = thing, after
        return [patch.region for patch in (before, after) if patch is not None]
