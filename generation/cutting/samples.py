"""The samples of a film: where each lies now, in the order in which they are written."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np

# One row for each picture or packet of sound. `when` is the second of the film at which a player wants it, `place` and
# `size` are bytes in the file `source`; `second_gain` and `steps` are of sound alone (see `aac.lift`).
ROW = np.dtype(
    [
        *(("when", "f8"), ("place", "i8"), ("size", "i4"), ("source", "i4")),
        *(("sound", "?"), ("key", "?"), ("second_gain", "u2"), ("steps", "i2")),
    ]
)


class Sources:
    """The files that the samples come from, by number."""

    def __init__(self) -> None:
        self._numbers: dict[Path, int] = {}

    def number(self, path: Path) -> int:
        """The number of a file; the same one when it is asked for again."""
        return self._numbers.setdefault(path, len(self._numbers))

    def paths(self) -> list[Path]:
        """Each file, at its number."""
        return list(self._numbers)


def rows(source: int, places: np.ndarray, sizes: np.ndarray, when: np.ndarray, **more: np.ndarray | bool) -> np.ndarray:
    """One row for each sample of a track of `source`."""
    made = np.zeros(len(places), ROW)
    made["source"], made["place"], made["size"], made["when"] = source, places, sizes, when
    for name, values in more.items():
        made[name] = values
    return made


def in_order(tracks: Iterable[np.ndarray]) -> np.ndarray:
    """All rows by time, a picture before the sound of its moment.

    Takes are written by that rule too; so what is copied from one lies in the film as it lies there, in one stretch.
    """
    every = np.concatenate(list(tracks))
    return every[np.lexsort((every["sound"], every["when"]))]
