"""A soft bed of chords: key and motion by mood, in phrases that end with the shot."""

import numpy as np

from generation.sketch.reading.understood import Understood

from .noise import RATE

MODES = {
    "tense": (-3, ((0, 3, 7), (0, 3, 8), (-2, 3, 6), (0, 3, 7))),
    "sad": (-3, ((0, 3, 7), (-4, 0, 3), (-2, 2, 5), (0, 3, 7))),
    "joyful": (2, ((0, 4, 7), (5, 9, 12), (7, 11, 14), (0, 4, 7))),
    "calm": (0, ((0, 4, 7), (-3, 0, 4), (5, 9, 12), (0, 4, 7))),
    "wonder": (-1, ((0, 4, 11), (2, 6, 9), (-3, 4, 7), (0, 4, 11))),
}
ROOT = 130.81


def mood_of(seen: Understood) -> str:
    """The mood the bed follows: a named one, else by weather and hour."""
    if seen.moods:
        return seen.moods[0]
    if seen.weather in ("storm", "blizzard"):
        return "tense"
    if seen.weather in ("rain", "fog"):
        return "sad"
    return "wonder" if seen.place in ("space", "planet", "underwater") or seen.hour == "night" else "calm"


def bed(seen: Understood, rng: np.random.Generator, samples: int) -> np.ndarray:
    """Two channels of music, about unit peak, silent at its very end."""
    shift, chords = MODES[mood_of(seen)]
    out = np.zeros((2, samples))
    count = max(1, min(16, round(samples / RATE / 2.6)))
    for index in range(count):
        start, end = samples * index // count, samples * (index + 1) // count
        chord = chords[-1] if index == count - 1 else chords[index % (len(chords) - 1)]
        _chord(out, start, min(samples, end + RATE // 2), [ROOT * 2 ** ((shift + note) / 12) for note in chord], rng)
    return out


def _chord(out: np.ndarray, start: int, end: int, freqs: list[float], rng: np.random.Generator) -> None:
    size = end - start
    t = np.arange(size) / RATE
    shape = np.minimum(1, t / 0.7) * np.minimum(1, (size / RATE - t) / 0.5)
    for k, freq in enumerate([freqs[0] / 2, *freqs]):
        for side, detune in ((0, 0.9985), (1, 1.0015)):
            phase = rng.uniform(0, 2 * np.pi)
            tone = (
                np.sin(2 * np.pi * freq * detune * t + phase)
                + 0.32 * np.sin(4 * np.pi * freq * detune * t)
                + 0.1 * np.sin(6 * np.pi * freq * t)
            )
            out[side, start:end] += tone * shape * (0.2 if k else 0.26)
