"""Engines, near: two channels each, about unit loudness."""

from collections.abc import Callable
from functools import partial

import numpy as np

from generation.sketch.sound.noise import RATE, band, decay, flutter, put, seconds_of, tone, wide

Chance = np.random.Generator
PARTIALS = (1, 0.8, 0.5, 0.45, 0.25, 0.2)


def _motor(rng: Chance, n: int, *, turns: float, rough: float, high: float) -> np.ndarray:
    """Cylinders that fire `turns` times a second, uneven by `rough`, with air up to `high` Hz."""
    t = seconds_of(n)
    pitch = turns * (1 + 0.09 * np.sin(2 * np.pi * t / 4.3, dtype=np.float32) + rough * (flutter(rng, n, 7, 1) - 0.5))
    wave = tone(pitch, n, PARTIALS)
    return 0.55 * np.stack([wave, np.roll(wave, 37)]) + 0.35 * wide(rng, n, 80, high, 1.4)


def rotor(rng: Chance, n: int) -> np.ndarray:
    """A helicopter: blades that beat the air eleven times a second."""
    beat = np.abs(np.sin(np.pi * 11 * seconds_of(n))) ** 6
    return 1.6 * wide(rng, n, 50, 900, 1.1) * beat + 0.3 * wide(rng, n, 900, 3500, 0.8)


def turbine(rng: Chance, n: int) -> np.ndarray:
    """A jet: a broad roar with a whine in it."""
    whine = tone(1900 + 80 * flutter(rng, n, 1, 1), n, (1, 0.4))
    return 0.9 * wide(rng, n, 60, 2400, 0.8) + 0.1 * np.stack([whine, whine])


def thrust(rng: Chance, n: int) -> np.ndarray:
    """A rocket: all the low there is, torn."""
    return wide(rng, n, 25, 700, 0.9) * flutter(rng, n, 22, 0.6) + 0.3 * wide(rng, n, 700, 5000, 0.9) * flutter(
        rng, n, 31, 0.8
    )


def steam(rng: Chance, n: int) -> np.ndarray:
    """A locomotive: four puffs a second, and its wheels."""
    out = 0.5 * wide(rng, n, 50, 500, 1.3)
    puff = band(rng, 9000, 150, 2600, 0.9) * decay(9000, 0.05, 0.01)
    for index in range(int(n / RATE * 4.2) + 1):
        put(out, puff, index / 4.2, 1.5 if index % 4 == 0 else 1.0)
    return out


def freewheel(rng: Chance, n: int) -> np.ndarray:
    """A bicycle: the ticking of its hub, and air."""
    out = 0.2 * wide(rng, n, 200, 1500, 1)
    tick = band(rng, 500, 2500, 7000) * decay(500, 0.002, 0.0005)
    for index in range(int(n / RATE * 13) + 1):
        put(out, tick, index / 13, 0.9)
    return out


def wheels(rng: Chance, n: int) -> np.ndarray:
    """A cart: iron and wood over stones."""
    return wide(rng, n, 70, 900, 1.2) * flutter(rng, n, 13, 0.9)


def drone(rng: Chance, n: int) -> np.ndarray:
    """Four small propellers, not quite alike."""
    parts = sum(tone(freq + 6 * flutter(rng, n, 3, 1), n, (1, 0.6, 0.4)) for freq in (196, 203, 211))
    return 0.4 * np.stack([parts, np.roll(parts, 53)]) + 0.2 * wide(rng, n, 1500, 6000, 0.6)


def saucer(rng: Chance, n: int) -> np.ndarray:
    """What nobody has heard yet: two tones that slide past each other."""
    t = seconds_of(n)
    slide = np.sin(2 * np.pi * 0.7 * t, dtype=np.float32)
    wave = tone(310 + 60 * slide, n, (1, 0.3)) + tone(460 - 70 * slide, n, (1, 0.3))
    return np.stack([wave * (0.6 + 0.4 * slide), wave * (0.6 - 0.4 * slide)])


MOTORS = {
    "engine": (62, 0.03, 700), "diesel": (38, 0.06, 900), "motorbike": (95, 0.05, 1400), "outboard": (54, 0.1, 1100),
    "tracks": (31, 0.12, 1600), "propeller": (88, 0.04, 1200), "ship": (24, 0.03, 350), "tramway": (70, 0.02, 500),
}  # fmt: skip
MAKERS: dict[str, Callable[[Chance, int], np.ndarray]] = {
    **{
        name: partial(_motor, turns=turns, rough=rough, high=high) for name, (turns, rough, high) in MOTORS.items()
    },
    **{maker.__name__: maker for maker in (rotor, turbine, thrust, steam, freewheel, wheels, drone, saucer)},
}  # fmt: skip
OF = {
    "car": "engine", "taxi": "engine", "van": "engine", "ambulance": "engine", "truck": "diesel", "bus": "diesel",
    "fire engine": "diesel", "tractor": "tracks", "tank": "tracks", "tram": "tramway", "bicycle": "freewheel",
    "motorcycle": "motorbike", "boat": "outboard", "ship": "ship", "submarine": "ship", "train": "tramway",
    "steam train": "steam",
    "plane": "turbine", "drone": "drone", "helicopter": "rotor", "rocket": "thrust", "ufo": "saucer", "cart": "wheels",
    "sled": "wheels",
}  # fmt: skip
SILENT = frozenset(("boat", "bicycle", "cart", "sled", "drone"))  # when they stand
