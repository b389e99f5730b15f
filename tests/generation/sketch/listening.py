"""Measuring sounds."""

import numpy as np

from generation.sketch import SketchRequest, understand
from generation.sketch.sound.mix import sound_of
from generation.sketch.sound.noise import RATE


def sounding(action: str, **fields) -> np.ndarray:
    """The sound of a shot of three seconds, two channels by samples."""
    request = SketchRequest(action=action, **{"frames": 72, **fields})
    return sound_of(request, understand(request))


def power(sound: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Frequencies (Hz) and the power at each."""
    mono = sound.mean(axis=0) if sound.ndim == 2 else sound
    return np.fft.rfftfreq(mono.size, 1 / RATE), np.abs(np.fft.rfft(mono)) ** 2


def energy(sound: np.ndarray, low: float, high: float) -> float:
    """Share of the energy between two frequencies."""
    freqs, powers = power(sound)
    return float(powers[(freqs >= low) & (freqs < high)].sum() / powers.sum())


def middle(sound: np.ndarray) -> float:
    """The frequency (Hz) around which the energy lies."""
    freqs, powers = power(sound)
    return float((freqs * powers).sum() / powers.sum())


def level(sound: np.ndarray) -> float:
    """Root mean square in decibels."""
    return float(10 * np.log10(np.mean(np.square(sound, dtype=np.float64)) + 1e-12))


def steadiness(sound: np.ndarray, step: float = 0.1) -> float:
    """How much the level varies from one tenth of a second to the next: standard deviation over mean."""
    size = int(step * RATE)
    mono = sound.mean(axis=0) if sound.ndim == 2 else sound
    parts = np.sqrt(np.square(mono[: mono.size // size * size]).reshape(-1, size).mean(axis=1))
    return float(parts.std() / parts.mean())


def pitch(voice: np.ndarray) -> float:
    """The median fundamental (Hz) of a voice, by autocorrelation of its loud parts."""
    size, found = 2400, []
    shortest, longest = RATE // 500, RATE // 60
    loud = np.abs(voice).max() * 0.25
    for start in range(0, voice.size - size, size):
        part = voice[start : start + size] - voice[start : start + size].mean()
        if np.abs(part).max() < loud:
            continue
        same = np.fft.irfft(np.abs(np.fft.rfft(part, 2 * size)) ** 2)[:size]
        lag = shortest + int(np.argmax(same[shortest:longest]))
        if same[lag] > 0.5 * same[0]:
            found.append(RATE / lag)
    return float(np.median(found))


def onsets(sound: np.ndarray, least: float) -> np.ndarray:
    """When (seconds) the level of a mono sound jumps above `least` of its loudest."""
    size = RATE // 100
    levels = np.abs(sound[: sound.size // size * size]).reshape(-1, size).max(axis=1)
    high = levels > least * levels.max()
    return np.flatnonzero(high & ~np.concatenate([[False], high[:-1]])) / 100
