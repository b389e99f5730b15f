"""How a place answers: the echo that steps and voices leave in it."""

import math
from functools import lru_cache

import numpy as np

from .noise import RATE, band, fast_size

# Seconds until an echo has died away, and how loud it is against the sound itself.
ECHOES = {
    "church": (2.4, 0.5), "cave": (2.0, 0.5), "throne room": (1.8, 0.4), "metro station": (1.6, 0.4),
    "factory": (1.5, 0.35), "museum": (1.4, 0.35), "lighthouse stairs": (1.3, 0.4), "swimming pool": (1.2, 0.3),
    "prison": (1.1, 0.35), "stage": (1.2, 0.25), "corridor": (1.0, 0.35), "courtroom": (1.0, 0.25), "gym": (1.1, 0.3),
    "bathroom": (0.7, 0.35), "hotel lobby": (0.9, 0.22), "workshop": (0.6, 0.2), "classroom": (0.6, 0.2),
    "elevator": (0.35, 0.3), "canyon": (1.6, 0.25), "underwater": (0.8, 0.4), "spaceship": (0.6, 0.2),
}  # fmt: skip
INSIDE, OUTSIDE = (0.35, 0.14), (0.0, 0.0)


def echo_of(place: str, interior: bool) -> tuple[float, float]:
    """Return how long the place echoes (seconds), and how loud."""
    return ECHOES.get(place, INSIDE if interior else OUTSIDE)


@lru_cache(maxsize=4)
def _tail(seconds: float) -> np.ndarray:
    """Two channels of an echo of unit energy: noise that dies away, darker than what caused it."""
    size = int(seconds * RATE)
    rng = np.random.default_rng(size)
    fall = np.exp(-6.9 * np.arange(size, dtype=np.float32) / size) * np.minimum(
        1, np.arange(size, dtype=np.float32) / 600
    )
    tail = np.stack([band(rng, size, 150, 3200, 0.8) * fall for _side in (0, 1)])
    return tail / np.sqrt((tail**2).sum(axis=1, keepdims=True))


def sides(side: float) -> tuple[float, float]:
    """Return the gains to the left and right of a sound somewhere between left (-1) and right (1), as loud anywhere."""
    turn = (side + 1) * math.pi / 4
    return math.sqrt(2) * math.cos(turn), math.sqrt(2) * math.sin(turn)


def with_echo(sound: np.ndarray, echo: tuple[float, float]) -> np.ndarray:
    """Return one channel with the echo of its place, which takes two; where there is no echo, as it is."""
    seconds, loud = echo
    if seconds <= 0:
        return sound
    tail = _tail(seconds)
    size = sound.size + tail.shape[1]
    fast = fast_size(size)
    wet = np.fft.irfft(np.fft.rfft(sound, fast) * np.fft.rfft(tail, fast), fast)[:, :size].astype(np.float32)
    wet *= np.float32(loud)
    wet[:, : sound.size] += sound
    return wet
