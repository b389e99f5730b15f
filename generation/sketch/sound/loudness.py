"""Loudness as ITU-R BS.1770 measures it, near enough to set a level: K-weighting by spectrum, gated blocks."""

from functools import lru_cache

import numpy as np

from .noise import RATE, fast_size

BLOCK = int(0.4 * RATE)


@lru_cache(maxsize=8)
def _weighting(size: int) -> np.ndarray:
    """Amplitude response of the K filter: a high shelf of 4 dB above 1.5 kHz and a high pass at 38 Hz."""
    freqs = np.fft.rfftfreq(size, 1 / RATE)
    high_pass = freqs**2 / (freqs**2 + 38.1**2)
    shelf = np.sqrt((1 + 2.512 * (freqs / 1681.0) ** 4) / (1 + (freqs / 1681.0) ** 4))
    return (high_pass * shelf).astype(np.float32)


def loudness(sound: np.ndarray) -> float:
    """LUFS of a sound of two channels by samples; -70 for silence."""
    size = fast_size(sound.shape[1])
    spectrum = np.fft.rfft(sound.astype(np.float32, copy=False), size, axis=1)
    weighted = np.fft.irfft(spectrum * _weighting(size), size, axis=1)[:, : sound.shape[1]]
    energy = np.square(weighted, dtype=np.float64).sum(axis=0)
    blocks = [energy[i : i + BLOCK].mean() for i in range(0, max(1, energy.size - BLOCK + 1), BLOCK // 4)]
    levels = np.array([-0.691 + 10 * np.log10(block + 1e-12) for block in blocks])
    loud = levels[levels > -70]
    if not loud.size:
        return -70.0
    gate = -0.691 + 10 * np.log10(np.mean(10 ** ((loud + 0.691) / 10))) - 10
    kept = loud[loud > gate]
    return float(-0.691 + 10 * np.log10(np.mean(10 ** ((kept + 0.691) / 10))))
