"""Raw material: coloured noise, swells and envelopes, all as arrays of samples at 48 kHz."""

import numpy as np

RATE = 48_000


def band(rng: np.random.Generator, samples: int, low: float, high: float, tilt: float = 0.0) -> np.ndarray:
    """Noise between two frequencies (Hz), its spectrum falling by `tilt` (0 white, 1 pink, 2 brown); about
    unit loudness.
    """
    size = 1 << max(10, (samples - 1).bit_length())
    freqs = np.fft.rfftfreq(size, 1 / RATE)
    shape = 1 / (1 + (low / np.maximum(freqs, 1)) ** 4) / (1 + (freqs / high) ** 4)
    shape /= np.maximum(freqs / max(low, 20), 1) ** (tilt / 2)
    spectrum = shape * np.exp(2j * np.pi * rng.random(freqs.size))
    wave = np.fft.irfft(spectrum, size)[:samples]
    return wave / (np.sqrt(np.mean(wave**2)) + 1e-9)


def swell(samples: int, period: float, depth: float, phase: float = 0.0) -> np.ndarray:
    """A slow rise and fall between 1 - depth and 1."""
    t = np.arange(samples) / RATE
    return 1 - depth * (0.5 + 0.5 * np.cos(2 * np.pi * (t / period + phase)))


def ping(samples: int, freq: float, decay: float, partials: tuple[float, ...] = (1.0,)) -> np.ndarray:
    """A struck tone that dies away in about `decay` seconds."""
    t = np.arange(samples) / RATE
    tone = sum(np.sin(2 * np.pi * freq * (k + 1) * t) * gain for k, gain in enumerate(partials))
    return tone * np.exp(-t / decay) * np.minimum(1, t / 0.004)


def put(into: np.ndarray, sound: np.ndarray, at: float, gain: float = 1.0) -> None:
    """Add a sound at a time in seconds, cut at the end of the track."""
    start = int(at * RATE)
    if 0 <= start < into.size:
        room = min(sound.size, into.size - start)
        into[start : start + room] += gain * sound[:room]
