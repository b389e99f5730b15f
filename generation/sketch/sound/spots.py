"""Sounds of what somebody does: steps, splashes, an engine, thunder, a match."""

import numpy as np

from generation.sketch.reading.understood import Understood

from .noise import RATE, band, ping, put

STEPS = {"walk": 0.5, "run": 0.31, "climb": 0.65, "enter": 0.5, "leave": 0.5, "dance": 0.5}
SOFT = frozenset(("beach", "snow field", "field", "forest", "desert", "garden", "park"))


def spots(seen: Understood, rng: np.random.Generator, samples: int) -> np.ndarray:
    """One channel of spot sounds, loudest about 1."""
    out = np.zeros(samples)
    length = samples / RATE
    for subject in seen.subjects[:4]:
        if (
            subject.group in ("person", "animal")
            and subject.action in STEPS
            and subject.kind not in ("bird", "fish", "butterfly", "whale")
        ):
            _steps(out, rng, STEPS[subject.action], seen.place in SOFT, 0.5 if subject.group == "animal" else 1.0)
        if subject.group == "vehicle" and subject.kind in (
            "car",
            "van",
            "truck",
            "bus",
            "train",
            "plane",
            "helicopter",
        ):
            out += 0.5 * _engine(rng, samples)
        if subject.action in ("swim", "fall"):
            put(out, _splash(rng) if subject.action == "swim" else _thud(rng), length * 0.4, 0.8)
        if subject.kind == "match" or any(kind == "match" for kind, _c in subject.held):
            put(out, band(rng, RATE // 2, 1500, 9000) * np.exp(-np.arange(RATE // 2) / 5200), 0.3, 0.5)
    if seen.weather == "storm":
        put(out, _thunder(rng), min(1.7, length * 0.5), 1.2)
    return out


def _steps(out: np.ndarray, rng: np.random.Generator, every: float, soft: bool, gain: float) -> None:
    at = 0.2
    while at < out.size / RATE:
        size = int(RATE * (0.12 if soft else 0.07))
        tap = band(rng, size, 300 if soft else 120, 3500 if soft else 1500, 1) * np.exp(
            -np.arange(size) / (1500 if soft else 700)
        )
        put(out, tap, at, gain * rng.uniform(0.45, 0.65))
        at += every * rng.uniform(0.96, 1.04)


def _engine(rng: np.random.Generator, samples: int) -> np.ndarray:
    t = np.arange(samples) / RATE
    pitch = 2 * np.pi * np.cumsum(62 + 9 * np.sin(2 * np.pi * t / 4.3)) / RATE
    return (
        0.5 * np.sin(pitch)
        + 0.3 * np.sin(2 * pitch)
        + 0.15 * np.sin(3.01 * pitch)
        + 0.2 * band(rng, samples, 80, 700, 1.4)
    )


def _splash(rng: np.random.Generator) -> np.ndarray:
    size = int(RATE * 0.8)
    return band(rng, size, 300, 5000, 0.8) * np.exp(-np.arange(size) / 9000)


def _thud(rng: np.random.Generator) -> np.ndarray:
    return ping(RATE // 3, 62, 0.07, (1, 0.4)) + 0.3 * band(rng, RATE // 3, 80, 900) * np.exp(
        -np.arange(RATE // 3) / 2200
    )


def _thunder(rng: np.random.Generator) -> np.ndarray:
    size = int(RATE * 2.6)
    t = np.arange(size) / RATE
    return band(rng, size, 30, 260, 1.6) * (
        np.exp(-t / 0.9) * (0.6 + 0.4 * np.sin(2 * np.pi * 3.1 * t)) * np.minimum(1, t / 0.03)
    )
