"""Room for pixels that are needed for a moment: the system takes longer to give fresh memory than to fill it."""

import math

import numpy as np

from generation.sketch.pixels import Pixels


class Scratch:
    """Room that is written over again and again, by one thread."""

    def __init__(self) -> None:
        self._room: dict[str, Pixels] = {}

    def pixels(self, name: str, *shape: int) -> Pixels:
        """Pixels of a shape, with anything in them: what the room of that name held before is lost."""
        size = math.prod(shape)
        if name not in self._room or self._room[name].size < size:
            self._room[name] = np.empty(size, np.uint8)
        return self._room[name][:size].reshape(shape)
