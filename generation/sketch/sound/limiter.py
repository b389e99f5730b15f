"""Keeps peaks below a ceiling by turning down what is around them, so softly that nothing is torn."""

import numpy as np

CEILING = 0.74  # of full scale: -2.6 dBFS, so that neither what lies between samples nor the encoder passes -1 dBTP
BLOCK = 64  # samples
AROUND = 8  # blocks on either side: it turns down 11 ms ahead
REACH = 2 * BLOCK * (AROUND + 1)  # samples to either side on which a gain depends


def limited(sound: np.ndarray) -> np.ndarray:
    """Return two channels with no sample above the ceiling; what is below it and far from a peak is left as it is."""
    samples = sound.shape[1]
    peaks = np.abs(sound).max(axis=0)
    blocks = np.pad(peaks, (0, -samples % BLOCK)).reshape(-1, BLOCK).max(axis=1)
    if not blocks.size or blocks.max() <= CEILING:
        return sound
    wanted = np.minimum(1.0, CEILING / np.maximum(blocks, 1e-9))
    around = 2 * AROUND + 1
    # One block more than the mean reaches over, for the straight lines between the middles of blocks.
    lowest = np.lib.stride_tricks.sliding_window_view(np.pad(wanted, AROUND + 1, mode="edge"), around + 2).min(axis=1)
    smooth = np.convolve(np.pad(lowest, AROUND, mode="edge"), np.ones(around) / around, mode="valid")
    gain = np.interp(np.arange(samples), np.arange(smooth.size) * BLOCK + BLOCK / 2, smooth)
    return sound * gain.astype(np.float32)
