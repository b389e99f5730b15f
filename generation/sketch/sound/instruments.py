"""The instruments of the bed, one channel each, about unit loudness while they sound."""

from functools import lru_cache

import numpy as np

from .noise import RATE, decay, seconds_of, tone


@lru_cache(maxsize=192)
def note(instrument: str, freq: float, length: float) -> np.ndarray:
    """A note of an instrument below: `freq` in Hz, `length` in seconds; it ends in silence."""
    samples = max(64, int(length * RATE))
    wave = INSTRUMENTS[instrument](freq, samples)
    edge = min(samples // 2, RATE // 100)
    wave[-edge:] *= np.linspace(1, 0, edge, dtype=np.float32)
    wave.setflags(write=False)
    return wave


def _strings(freq: float, samples: int) -> np.ndarray:
    """A section that swells and fades."""
    t, length = seconds_of(samples), samples / RATE
    shape = np.minimum(1, t / np.float32(min(0.7, 0.35 * length))) * np.minimum(
        1, (length - t) / np.float32(min(0.9, 0.45 * length))
    )
    pair = tone(freq * 0.9985, samples, (1, 0.32, 0.12)) + tone(freq * 1.0017, samples, (1, 0.28), 1.0)
    return 0.5 * pair * shape


def _glass(freq: float, samples: int) -> np.ndarray:
    """A pad without edges, for what is far away."""
    t, length = seconds_of(samples), samples / RATE
    shake = 1 + 0.12 * np.sin(2 * np.pi * 0.6 * t)
    return tone(freq, samples, (1, 0, 0.16, 0, 0.05)) * shake * np.sin(np.pi * t / np.float32(length)) ** 2


def _keys(freq: float, samples: int) -> np.ndarray:
    """Felt on strings."""
    return tone(freq, samples, (1, 0.42, 0.2, 0.1, 0.05)) * decay(samples, min(1.1, 160 / freq + 0.35), 0.006)


def _plucked(freq: float, samples: int) -> np.ndarray:
    """A string that is plucked."""
    return tone(freq, samples, (1, 0.6, 0.4, 0.25, 0.15)) * decay(samples, 0.26, 0.003)


def _bell(freq: float, samples: int) -> np.ndarray:
    """Small metal."""
    return (tone(freq, samples) + 0.4 * tone(freq * 2.76, samples) + 0.2 * tone(freq * 5.4, samples)) * decay(
        samples, 0.7
    )


def _bass(freq: float, samples: int) -> np.ndarray:
    """The ground."""
    return tone(freq, samples, (1, 0.5, 0.15)) * decay(samples, max(0.3, samples / RATE * 0.6), 0.012)


def _saw(freq: float, samples: int) -> np.ndarray:
    """A machine that plays: many overtones, short."""
    return 0.7 * tone(freq, samples, (1, 0.5, 0.33, 0.25, 0.2, 0.16)) * decay(samples, 0.16, 0.004)


def _drum(freq: float, samples: int) -> np.ndarray:
    """A low drum, struck softly."""
    t = seconds_of(samples)
    return tone(freq * (1 + 0.6 * np.exp(-t * 25)), samples) * decay(samples, 0.16, 0.004)


INSTRUMENTS = {
    "strings": _strings, "glass": _glass, "keys": _keys, "plucked": _plucked, "bell": _bell, "bass": _bass,
    "saw": _saw, "drum": _drum,
}  # fmt: skip
