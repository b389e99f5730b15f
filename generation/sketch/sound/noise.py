"""Raw material: coloured noise, swells, struck tones and voices, all as 32-bit arrays of samples at 48 kHz."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

RATE = 48_000


@lru_cache(maxsize=64)
def fast_size(samples: int) -> int:
    """The least number of samples, at least `samples`, with no prime factor above 5: its transform is quick."""
    best = 1 << max(0, (samples - 1).bit_length())
    five = 1
    while five < best:
        three = five
        while three < best:
            size = three << max(0, (-(-samples // three) - 1).bit_length())
            best = min(best, size)
            three *= 3
        five *= 5
    return best


@lru_cache(maxsize=24)
def _shape(size: int, low: float, high: float, tilt: float) -> np.ndarray:
    """The spectrum of noise of about unit loudness between two frequencies."""
    freqs = np.fft.rfftfreq(size, 1 / RATE)
    shape = 1 / (1 + (low / np.maximum(freqs, 1)) ** 4) / (1 + (freqs / high) ** 4)
    shape /= np.maximum(freqs / max(low, 20), 1) ** (tilt / 2)
    shape[0] = 0
    return (shape * size / np.sqrt(2 * np.sum(shape**2) + 1e-9)).astype(np.float32)


def band(rng: np.random.Generator, samples: int, low: float, high: float, tilt: float = 0.0) -> np.ndarray:
    """Noise between two frequencies (Hz), its spectrum falling by `tilt` (0 white, 1 pink, 2 brown); about
    unit loudness.
    """
    return _wave(rng, samples, low, high, tilt)[:samples]


def wide(rng: np.random.Generator, samples: int, low: float, high: float, tilt: float = 0.0) -> np.ndarray:
    """The same in two channels that have nothing in common but their colour."""
    wave = _wave(rng, samples, low, high, tilt)
    # The noise is periodic, so that another part of it may stand on the other side.
    return np.stack([wave[:samples], np.roll(wave, wave.size // 2 + 777)[:samples]])


def _wave(rng: np.random.Generator, samples: int, low: float, high: float, tilt: float) -> np.ndarray:
    size = fast_size(max(1024, samples))
    turn = rng.random(size // 2 + 1, dtype=np.float32) * np.float32(2 * np.pi)
    spectrum = np.empty(turn.size, np.complex64)
    shape = _shape(size, low, high, tilt)
    spectrum.real = shape * np.cos(turn)
    spectrum.imag = shape * np.sin(turn)
    return np.fft.irfft(spectrum, size).astype(np.float32, copy=False)


def seconds_of(samples: int) -> np.ndarray:
    """The time of each sample."""
    return np.arange(samples, dtype=np.float32) / np.float32(RATE)


def swell(samples: int, period: float, depth: float, phase: float = 0.0) -> np.ndarray:
    """A slow rise and fall between 1 - depth and 1."""
    few = np.arange(0, samples + 480, 480) / RATE
    slow = 1 - depth * (0.5 + 0.5 * np.cos(2 * np.pi * (few / period + phase)))
    return stretched(slow, samples, 480)


def flutter(rng: np.random.Generator, samples: int, rate: float, depth: float) -> np.ndarray:
    """A rise and fall without rule, about `rate` times a second, between 1 - depth and 1."""
    step = max(1, int(RATE / rate))
    return stretched(1 - depth * rng.random(samples // step + 3), samples, step)


def stretched(few: np.ndarray, samples: int, step: int) -> np.ndarray:
    """One value for each `step` samples, with straight lines in between."""
    return np.interp(np.arange(samples), np.arange(few.size) * step, few).astype(np.float32)


def tone(freq: float | np.ndarray, samples: int, partials: Sequence[float] = (1.0,), phase: float = 0.0) -> np.ndarray:
    """A steady tone, or one whose frequency is given for each sample."""
    turns = (
        np.cumsum(freq, dtype=np.float64) / RATE if isinstance(freq, np.ndarray) else np.arange(samples) * freq / RATE
    )
    turns = ((turns % 1.0) * 2 * np.pi + phase).astype(np.float32)
    out = np.zeros(samples, np.float32)
    for k, gain in enumerate(partials):
        if gain:
            out += np.sin((k + 1) * turns) * np.float32(gain)
    return out


def decay(samples: int, seconds: float, attack: float = 0.002) -> np.ndarray:
    """An envelope that rises in `attack` and dies away in about `seconds`."""
    t = seconds_of(samples)
    return np.exp(-t / np.float32(seconds)) * np.minimum(1, t / np.float32(attack))


def bump(samples: int, power: float = 1.0) -> np.ndarray:
    """An envelope that rises and falls, 0 at both ends."""
    return (np.hanning(samples) ** power).astype(np.float32)


def ping(samples: int, freq: float, seconds: float, partials: Sequence[float] = (1.0,)) -> np.ndarray:
    """A struck tone that dies away in about `seconds`."""
    return tone(freq, samples, partials) * decay(samples, seconds, 0.004)


def voiced(
    rng: np.random.Generator, pitch: np.ndarray, formants: Sequence[tuple[float, float, float]], breath: float
) -> np.ndarray:
    """A throat: pulses at `pitch` (Hz, for each sample) through resonances (Hz, width, gain), some of it breath."""
    size = fast_size(pitch.size)
    turns = np.cumsum(pitch, dtype=np.float64) / RATE
    pulses = (1 - 2 * (turns % 1.0)).astype(np.float32)
    source = pulses + np.float32(breath) * rng.standard_normal(pitch.size, dtype=np.float32)
    freqs = np.fft.rfftfreq(size, 1 / RATE)
    shape = np.zeros(freqs.size)
    for middle, width, gain in formants:
        shape += gain / (1 + ((freqs - middle) / width) ** 2)
    wave = np.fft.irfft(np.fft.rfft(source, size) * shape.astype(np.float32), size)[: pitch.size]
    return (wave / (np.abs(wave).max() + 1e-9)).astype(np.float32)


def put(into: np.ndarray, sound: np.ndarray, at: float, gain: float = 1.0) -> None:
    """Add a sound at a time in seconds, cut at the end of the track; a pair of channels takes one or two."""
    start = int(at * RATE)
    if 0 <= start < into.shape[-1]:
        room = min(sound.shape[-1], into.shape[-1] - start)
        into[..., start : start + room] += np.float32(gain) * sound[..., :room]


def scatter(
    into: np.ndarray,
    rng: np.random.Generator,
    sounds: Sequence[np.ndarray],
    each_second: float,
    loud: tuple[float, float],
) -> None:
    """Strew sounds over two channels by chance, each somewhere between left and right."""
    count = rng.poisson(each_second * into.shape[-1] / RATE)
    draws = rng.random((count, 4))
    for which, at, gain, side in draws:
        sound = sounds[int(which * len(sounds))]
        start = int(at * into.shape[-1])
        room = min(sound.size, into.shape[-1] - start)
        level = loud[0] + (loud[1] - loud[0]) * gain
        into[0, start : start + room] += np.float32(level * np.sqrt(1 - side)) * sound[:room]
        into[1, start : start + room] += np.float32(level * np.sqrt(side)) * sound[:room]
