"""Loudness of a film from the measures of its takes (EBU R 128, ITU-R BS.1770-4), and the gain that corrects it."""

from dataclasses import dataclass

import numpy as np

from .aac import PACKET, RATE, STEP_DB

CEILING = -1.0  # dBTP
LARGEST_LIFT = 24.0  # dB; a film of room noise is not to become a roar
SILENCE = -70.0  # LUFS; below is not counted by the standard
_BLOCK = 0.4
_HOP = 0.1
_OFFSET = -0.691
_RELEASE = 2  # packets for one step back up: 35 dB in a second
_SEARCH = 8


@dataclass(frozen=True)
class Levelling:
    """Gain steps for each packet, and what it then measures (LUFS, None for silence)."""

    steps: np.ndarray
    before: float | None
    after: float | None


def integrated(energy: np.ndarray) -> float | None:
    """Integrated loudness in LUFS of blocks of 1024 samples with these K-weighted mean squares; None for silence.

    Less than 0.4 s is measured as a whole.
    """
    levels = _gating_blocks(energy)
    loud = levels[levels > _power(SILENCE)]
    if not len(loud):
        return None
    gate = loud.mean() * 0.1
    return float(_level(loud[loud > gate].mean()))


def level(energy: np.ndarray, peak: np.ndarray, target: float | None) -> Levelling:
    """The gains that bring a film to `target` LUFS as nearly as steps of 1.5 dB can, no peak above -1 dBTP.

    `energy` and `peak` have one entry per block; the steps are per packet (one more). Silence and no target: no gain.
    """
    before = integrated(energy)
    still = np.zeros(len(energy) + 1, dtype=np.int64)
    if before is None or target is None:
        return Levelling(still, before, before)
    room = _room(peak)
    most = int(LARGEST_LIFT / STEP_DB)
    first = min(round((target - before) / STEP_DB), most)
    # Where peaks hold it back, the rest may be lifted a little more.
    last = min(first + _SEARCH, most) if room.min() < first else first
    found = [_try(energy, room, wanted) for wanted in range(first, last + 1)]
    steps, after = min(found, key=lambda tried: abs(tried[1] - target))
    return Levelling(steps, before, after)


def _try(energy: np.ndarray, room: np.ndarray, wanted: int) -> tuple[np.ndarray, float]:
    steps = np.minimum(wanted, room)
    gains = 2.0 ** (steps / 4)
    after = integrated(energy * ((gains[:-1] + gains[1:]) / 2) ** 2)
    return steps, SILENCE if after is None else after


def _room(peak: np.ndarray) -> np.ndarray:
    """How many steps each packet may be lifted before a block it is heard in passes the ceiling.

    Gain goes down one step a packet ahead of a peak, and comes back over `_RELEASE` packets for each step.
    """
    ceiling = 10 ** (CEILING / 20)
    allowed = np.floor(4 * np.log2(ceiling / np.maximum(peak, 1e-9)) + 1e-9)
    cap = np.minimum(np.append(allowed, np.inf), np.insert(allowed, 0, np.inf))
    place = np.arange(len(cap))
    after_peak = np.minimum.accumulate(cap - place / _RELEASE) + place / _RELEASE
    before_peak = np.minimum.accumulate((cap + place - len(cap))[::-1])[::-1] - place + len(cap)
    return np.floor(np.minimum(after_peak, before_peak) + 1e-9).astype(np.int64)


def _gating_blocks(energy: np.ndarray) -> np.ndarray:
    """Mean power of each 0.4 s, a new one every 0.1 s."""
    total = np.insert(np.cumsum(energy), 0, 0.0)
    seconds = len(energy) * PACKET / RATE
    starts = np.arange(0.0, max(seconds - _BLOCK, 0.0) + 1e-9, _HOP)
    places = np.arange(len(total))
    packets = RATE / PACKET
    span = min(_BLOCK, seconds) * packets
    upto = np.interp(starts * packets + span, places, total)
    return (upto - np.interp(starts * packets, places, total)) / max(span, 1e-9)


def _level(power: float) -> float:
    return _OFFSET + 10 * np.log10(power)


def _power(lufs: float) -> float:
    return float(10 ** ((lufs - _OFFSET) / 10))
