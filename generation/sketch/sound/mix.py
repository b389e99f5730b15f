"""Mixing a shot's sound to one level, and writing it down."""

import wave
from pathlib import Path

import numpy as np

from generation.sketch.drawing.compose import chance
from generation.sketch.reading.understood import Understood
from generation.sketch.request import SketchRequest

from .ambience import ambience
from .loudness import loudness
from .music import bed
from .noise import RATE
from .spots import spots

TARGET_LUFS = -20.0
UNIT = 16 * RATE
EDGE = RATE // 40
SPOT_GAIN, BED_LEVEL = 5.0, 0.42


def samples_of(request: SketchRequest) -> int:
    """Samples a channel that last exactly as long as the frames."""
    over, under = request.rate
    return max(1, round(request.frames * under * RATE / over))


def sound_of(request: SketchRequest, seen: Understood) -> np.ndarray:
    """The sound of a shot, or of the part that repeats when it is longer: two channels by samples, about -20
    LUFS, -1 to 1.
    """
    samples = samples_of(request)
    if samples <= UNIT:
        return _edged(_mixed(seen, chance(request), samples))
    return _mixed(seen, chance(request), UNIT, seam=RATE)


def _mixed(seen: Understood, rng: np.random.Generator, samples: int, seam: int = 0) -> np.ndarray:
    around = ambience(seen, rng, samples + seam)
    mix = _levelled(_seamless(around, seam) if seam else around, 1.0)
    mix += SPOT_GAIN * spots(seen, rng, samples)
    mix += _levelled(bed(seen, rng, samples), BED_LEVEL)
    mix *= 10 ** ((TARGET_LUFS - loudness(mix)) / 20)
    return np.where(np.abs(mix) > 0.6, np.sign(mix) * (0.6 + 0.29 * np.tanh((np.abs(mix) - 0.6) / 0.29)), mix)


def _seamless(sound: np.ndarray, seam: int) -> np.ndarray:
    """Fold the last `seam` samples into the first, so that the rest repeats without a click."""
    fade = np.sqrt(np.linspace(0, 1, seam))
    loop = sound[:, :-seam].copy()
    loop[:, :seam] = loop[:, :seam] * fade + sound[:, -seam:] * fade[::-1]
    return loop


def _levelled(sound: np.ndarray, level: float) -> np.ndarray:
    return sound * (level / (np.sqrt(np.mean(sound**2)) + 1e-9))


def _edged(mix: np.ndarray) -> np.ndarray:
    """Begin and end in silence."""
    edge = min(mix.shape[1] // 2, EDGE)
    if edge:
        ramp = np.linspace(0, 1, edge)
        mix[:, :edge] *= ramp
        mix[:, -edge:] *= ramp[::-1]
    return mix


def write_sound(request: SketchRequest, seen: Understood, path: Path) -> None:
    """Write the shot's sound as 16-bit WAV, 48 kHz stereo; memory does not grow with its length."""
    unit = sound_of(request, seen) if request.sound else np.zeros((2, RATE))
    samples = samples_of(request)
    size = unit.shape[1]
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        for start in range(0, samples, size):
            # Counted from the end, so that the music closes with the shot.
            places = np.arange(start, min(start + size, samples))
            ends = np.minimum(1.0, np.minimum(places, samples - 1 - places) / EDGE) if samples > size else 1.0
            part = unit[:, (places - samples) % size] * ends
            file.writeframes((part.T * 32767).astype("<i2").tobytes())
