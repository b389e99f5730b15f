"""What a shot sounds like before anybody does anything: its place, its weather and its hour."""

from collections.abc import Callable

import numpy as np

from generation.sketch.reading.understood import Understood

from . import engines, machines, nature, town
from .places import voices_of

Maker = Callable[[np.random.Generator, int], np.ndarray]
MAKERS: dict[str, Maker] = {**nature.MAKERS, **town.MAKERS, **machines.MAKERS, **engines.MAKERS}


def ambience(seen: Understood, rng: np.random.Generator, samples: int) -> np.ndarray:
    """Return the sound of the place, two channels by `samples`; 1 is as loud as a place gets."""
    out = np.zeros((2, samples), np.float32)
    for name, strength in sorted(voices_of(seen).items()):
        out += np.float32(strength) * MAKERS[name](rng, samples)
    return out


__all__ = ["MAKERS", "ambience", "voices_of"]
