"""What a place sounds like: rain, wind, waves, birds, crickets, traffic, room tone, crowd, fire, hum."""

from collections.abc import Callable

import numpy as np

from generation.sketch.reading.understood import Understood

from .noise import RATE, band, ping, put, swell

Maker = Callable[[np.random.Generator, int], np.ndarray]


def rain(rng: np.random.Generator, n: int) -> np.ndarray:
    drops = np.zeros(n)
    for _ in range(int(n / RATE * 40)):
        put(drops, ping(900, rng.uniform(1800, 5200), 0.006), rng.uniform(0, n / RATE), rng.uniform(0.1, 0.5))
    return 0.8 * band(rng, n, 900, 9000, 0.6) + drops


def wind(rng: np.random.Generator, n: int) -> np.ndarray:
    return band(rng, n, 90, 600, 1.2) * swell(n, 5.3, 0.7, rng.random()) + 0.3 * band(rng, n, 400, 1500, 1) * swell(
        n, 3.7, 0.9, rng.random()
    )


def waves(rng: np.random.Generator, n: int) -> np.ndarray:
    surge = swell(n, 6.5, 0.92, rng.random()) ** 2
    return (
        band(rng, n, 60, 1400, 1.1) * surge
        + 0.5 * band(rng, n, 1500, 6000, 0.8) * np.roll(surge, RATE // 3) ** 2
        + 0.25 * band(rng, n, 50, 300, 1)
    )


def birds(rng: np.random.Generator, n: int) -> np.ndarray:
    out, at = 0.12 * band(rng, n, 300, 2500, 1), rng.uniform(0.1, 0.8)
    while at < n / RATE:
        base = rng.uniform(2600, 4600)
        for k in range(int(rng.integers(2, 6))):
            size = int(RATE * 0.09)
            t = np.arange(size) / RATE
            chirp = np.sin(2 * np.pi * (base * t + 3000 * np.sin(2 * np.pi * 9 * t) * t)) * np.hanning(size)
            put(out, chirp, at + k * 0.13, rng.uniform(0.5, 1.3))
        at += rng.uniform(0.8, 2.2)
    return out


def crickets(rng: np.random.Generator, n: int) -> np.ndarray:
    t = np.arange(n) / RATE
    chirps = sum(
        np.sin(2 * np.pi * f * t) * (np.sin(2 * np.pi * p * t + k) > 0.2) * (np.sin(2 * np.pi * t / d + k) > -0.2)
        for k, (f, p, d) in enumerate(((4200, 29, 1.3), (4650, 33, 1.7)))
    )
    return 0.5 * chirps * swell(n, 4.1, 0.3) + 0.25 * band(rng, n, 150, 900, 1)


def traffic(rng: np.random.Generator, n: int) -> np.ndarray:
    out = band(rng, n, 50, 500, 1.4)
    at = rng.uniform(0, 1.5)
    while at < n / RATE:
        size = int(RATE * 2.6)
        put(out, band(rng, size, 120, 1600, 1.2) * np.hanning(size) ** 1.5, at, rng.uniform(0.8, 1.7))
        at += rng.uniform(1.2, 3.0)
    return out


def room(rng: np.random.Generator, n: int) -> np.ndarray:
    t = np.arange(n) / RATE
    return 0.6 * band(rng, n, 60, 500, 1.6) + 0.12 * np.sin(2 * np.pi * 100 * t)


def crowd(rng: np.random.Generator, n: int) -> np.ndarray:
    return (
        sum(
            band(rng, n, low, low * 2.1, 0.8) * swell(n, period, 0.6, rng.random())
            for low, period in ((220, 1.1), (380, 0.77), (640, 0.53), (980, 0.9))
        )
        * 0.55
    )


def fire(rng: np.random.Generator, n: int) -> np.ndarray:
    out = 0.5 * band(rng, n, 60, 700, 1.4) * swell(n, 1.3, 0.35)
    for _ in range(int(n / RATE * 14)):
        put(
            out,
            band(rng, 700, 1200, 8000) * np.exp(-np.arange(700) / 90),
            rng.uniform(0, n / RATE),
            rng.uniform(0.4, 1.8),
        )
    return out


def hum(rng: np.random.Generator, n: int) -> np.ndarray:
    t = np.arange(n) / RATE
    drone = sum(np.sin(2 * np.pi * f * t + rng.uniform(0, 6)) / (k + 1) for k, f in enumerate((48, 72.3, 96.4, 145)))
    return drone * swell(n, 7.1, 0.4) + 0.15 * band(rng, n, 200, 1500, 1)


def water(rng: np.random.Generator, n: int) -> np.ndarray:
    out = band(rng, n, 250, 2600, 0.9) * swell(n, 0.9, 0.25)
    for _ in range(int(n / RATE * 9)):
        put(out, ping(3000, rng.uniform(350, 900), 0.03), rng.uniform(0, n / RATE), rng.uniform(0.2, 0.7))
    return out


def deep(rng: np.random.Generator, n: int) -> np.ndarray:
    out = band(rng, n, 40, 260, 1.6) * swell(n, 5.0, 0.4)
    for _ in range(int(n / RATE * 5)):
        put(out, ping(5000, rng.uniform(250, 620), 0.05, (1, 0.4)), rng.uniform(0, n / RATE), rng.uniform(0.3, 0.9))
    return out


MAKERS: dict[str, Maker] = {
    "rain": rain,
    "wind": wind,
    "waves": waves,
    "birds": birds,
    "crickets": crickets,
    "traffic": traffic,
    "room": room,
    "crowd": crowd,
    "fire": fire,
    "hum": hum,
    "water": water,
    "deep": deep,
}
PLACES = {
    **dict.fromkeys(("coast", "beach", "sea", "ship deck"), ("waves", "wind")),
    "harbour": ("waves", "birds"),
    "underwater": ("deep",),
    **dict.fromkeys(
        ("street", "skyline", "rooftop", "bridge", "airport", "car interior", "railway", "train carriage"), ("traffic",)
    ),
    **dict.fromkeys(("river",), ("water", "birds")),
    "lake": ("water", "birds"),
    "market": ("crowd",),
    "bar": ("crowd", "room"),
    "café": ("crowd", "room"),
    **dict.fromkeys(("desert", "mountains", "snow field", "ruins", "planet"), ("wind",)),
    **dict.fromkeys(("space", "spaceship", "laboratory"), ("hum",)),
    "stage": ("crowd",),
    "cave": ("wind", "water"),
}
WEATHERS = {
    "rain": "rain",
    "storm": "rain",
    "wind": "wind",
    "snow": "wind",
    "blizzard": "wind",
    "sandstorm": "wind",
    "fog": "wind",
}


def voices_of(seen: Understood) -> dict[str, float]:
    """The ambiences of a shot with their strengths, loudest 1."""
    base = PLACES.get(seen.place) or (
        ("room",) if seen.interior else ("crickets",) if seen.hour in ("night", "evening") else ("birds",)
    )
    voices = {name: 0.8 if i == 0 else 0.4 for i, name in enumerate(base)}
    falling = WEATHERS.get(seen.weather)
    if falling:
        voices[falling] = 0.35 if seen.interior else 1.0
        voices.pop("birds", None)
        voices.pop("crickets", None)
    if seen.weather == "storm":
        voices["wind"] = max(voices.get("wind", 0), 0.3 if seen.interior else 0.8)
    if "fire" in seen.features or any(s.kind == "campfire" for s in seen.subjects):
        voices["fire"] = 0.7
    if "crowd" in seen.features:
        voices["crowd"] = 0.6
    return voices


def ambience(seen: Understood, rng: np.random.Generator, samples: int) -> np.ndarray:
    """The sound of the place, two channels by `samples`."""
    left, right = np.zeros(samples), np.zeros(samples)
    for name, strength in sorted(voices_of(seen).items()):
        a, b = MAKERS[name](rng, samples), MAKERS[name](rng, samples)
        left += strength * (0.75 * a + 0.45 * b)
        right += strength * (0.45 * a + 0.75 * b)
    return np.stack([left, right])
