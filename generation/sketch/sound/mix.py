"""Mixing a shot's sound to one level, and writing it down."""

import wave
from pathlib import Path

import numpy as np

from ..drawing.compose import chance
from ..reading.understood import Understood
from ..request import SketchRequest
from .ambience import ambience
from .loudness import loudness
from .music import bed
from .noise import RATE
from .spots import spots

TARGET_LUFS = -20.0


def samples_of(request: SketchRequest) -> int:
    """Samples a channel that last exactly as long as the frames."""
    over, under = request.rate
    return max(1, round(request.frames * under * RATE / over))


def sound_of(request: SketchRequest, seen: Understood) -> np.ndarray:
    """The mixed sound, two channels by samples, -20 LUFS or as near as the ceiling allows, from -1 to 1."""
    samples = samples_of(request)
    rng = chance(request)
    mix = _levelled(ambience(seen, rng, samples), 1.0)
    spot = spots(seen, rng, samples)
    mix += 1.5 * spot
    mix += _levelled(bed(seen, rng, samples), 0.42)
    return _finished(mix)


def _levelled(sound: np.ndarray, level: float) -> np.ndarray:
    return sound * (level / (np.sqrt(np.mean(sound**2)) + 1e-9))


def _finished(mix: np.ndarray) -> np.ndarray:
    edge = min(mix.shape[1] // 2, RATE // 40)
    if edge:
        ramp = np.linspace(0, 1, edge)
        mix[:, :edge] *= ramp
        mix[:, -edge:] *= ramp[::-1]
    mix = mix * 10 ** ((TARGET_LUFS - loudness(mix)) / 20)
    return np.where(np.abs(mix) > 0.6, np.sign(mix) * (0.6 + 0.29 * np.tanh((np.abs(mix) - 0.6) / 0.29)), mix)


def write_sound(request: SketchRequest, seen: Understood, path: Path) -> None:
    """Write the shot's sound as 16-bit WAV, 48 kHz stereo."""
    samples = (sound_of(request, seen).T * 32767).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
