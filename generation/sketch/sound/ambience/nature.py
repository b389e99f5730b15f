"""What weather, water, animals and fire sound like from afar: two channels each, about unit loudness."""

import numpy as np

from generation.sketch.sound.noise import (
    RATE,
    band,
    bump,
    decay,
    flutter,
    ping,
    put,
    scatter,
    seconds_of,
    stretched,
    swell,
    tone,
    wide,
)

Chance = np.random.Generator


def rain(rng: Chance, n: int) -> np.ndarray:
    """A steady hiss with single drops in front of it."""
    out = 0.8 * wide(rng, n, 900, 9000, 0.6)
    drops = [ping(900, freq, 0.006) for freq in rng.uniform(1800, 5200, 12)]
    scatter(out, rng, drops, 60, (0.1, 0.5))
    return out


def downpour(rng: Chance, n: int) -> np.ndarray:
    """Rain that drums: lower, thicker, in gusts."""
    return rain(rng, n) + 0.6 * wide(rng, n, 250, 3000, 0.8) * flutter(rng, n, 0.8, 0.4)


def drumming(rng: Chance, n: int) -> np.ndarray:
    """Rain on a roof, heard from inside."""
    out = 0.6 * wide(rng, n, 120, 1300, 0.9)
    knocks = [band(rng, 1400, 200, 1500) * decay(1400, 0.008) for _ in range(10)]
    scatter(out, rng, knocks, 45, (0.1, 0.45))
    return out


def wind(rng: Chance, n: int) -> np.ndarray:
    """Gusts, with a whistle in the strongest."""
    low = wide(rng, n, 90, 600, 1.2) * swell(n, 5.3, 0.7, rng.random())
    return low + 0.3 * wide(rng, n, 400, 1500, 1) * swell(n, 3.7, 0.9, rng.random())


def gale(rng: Chance, n: int) -> np.ndarray:
    """Wind that howls: two narrow bands that slide up and down."""
    howls = [wide(rng, n, low, low * 1.12, 0) * flutter(rng, n, 0.7, 0.95) ** 2 for low in (420, 690)]
    return wide(rng, n, 60, 900, 1.1) * flutter(rng, n, 0.9, 0.6) + 0.3 * sum(howls)


def leaves(rng: Chance, n: int) -> np.ndarray:
    """A breeze in the trees."""
    return wide(rng, n, 1400, 7000, 0.9) * flutter(rng, n, 1.1, 0.85) ** 2 + 0.3 * wide(rng, n, 120, 500, 1)


def waves(rng: Chance, n: int) -> np.ndarray:
    """Breakers: a low roar that comes and goes every six seconds, and the hiss of the foam behind it."""
    surge = swell(n, 6.5, 0.92, rng.random()) ** 2
    foam = np.roll(surge, RATE // 3) ** 2
    return (
        wide(rng, n, 60, 1400, 1.1) * surge
        + 0.9 * wide(rng, n, 1500, 6000, 0.8) * foam
        + 0.25 * wide(rng, n, 50, 300, 1)
    )


def lapping(rng: Chance, n: int) -> np.ndarray:
    """Small water against a hull or a shore."""
    out = 0.35 * wide(rng, n, 150, 1200, 1.2) * flutter(rng, n, 1.6, 0.8)
    laps = [band(rng, RATE // 2, low, low * 4, 1) * bump(RATE // 2, 1.5) for low in (180, 260, 340)]
    scatter(out, rng, laps, 1.6, (0.5, 1.4))
    scatter(out, rng, [ping(2400, freq, 0.02) for freq in rng.uniform(500, 1100, 6)], 4, (0.1, 0.35))
    return out


def water(rng: Chance, n: int) -> np.ndarray:
    """A stream: a mild rush with drops that ring."""
    out = wide(rng, n, 250, 2600, 0.9) * swell(n, 0.9, 0.25)
    scatter(out, rng, [ping(3000, freq, 0.03) for freq in rng.uniform(350, 900, 10)], 12, (0.2, 0.7))
    return out


def falls(rng: Chance, n: int) -> np.ndarray:
    """Falling water: broad, without pause."""
    return wide(rng, n, 80, 7000, 0.7) * flutter(rng, n, 3, 0.12) + 0.5 * wide(rng, n, 40, 200, 1)


def deep(rng: Chance, n: int) -> np.ndarray:
    """Under water: a dark pressure, and bubbles that rise."""
    out = wide(rng, n, 40, 260, 1.6) * swell(n, 5.0, 0.4)
    t = seconds_of(3600)
    bubbles = [tone(freq * (1 + 4 * t), 3600) * decay(3600, 0.03) for freq in rng.uniform(250, 620, 8)]
    scatter(out, rng, bubbles, 5, (0.3, 0.9))
    return out


def drips(rng: Chance, n: int) -> np.ndarray:
    """Drops that fall one by one into a hollow place, each with its echo."""
    out = 0.12 * wide(rng, n, 50, 300, 1.4)
    drop = ping(RATE, 1300, 0.045) + 0
    for lag, gain in ((0.11, 0.4), (0.23, 0.22), (0.41, 0.1)):
        put(drop, ping(RATE // 2, 1300, 0.045), lag, gain)
    sizes = [
        np.interp(np.arange(0, drop.size, step), np.arange(drop.size), drop).astype(np.float32)
        for step in (1, 1.3, 1.7)
    ]
    scatter(out, rng, sizes, 1.3, (0.7, 2.2))
    return out


def birds(rng: Chance, n: int) -> np.ndarray:
    """Songs of several small birds, near and far."""
    out, at = 0.12 * wide(rng, n, 300, 2500, 1), rng.uniform(0.1, 0.6)
    size = int(RATE * 0.09)
    t = seconds_of(size)
    while at < n / RATE:
        base, side = rng.uniform(2600, 4600), rng.random()
        bend = rng.uniform(-1500, 2500)
        chirp = tone(base + bend * np.sin(2 * np.pi * 9 * t), size) * bump(size)
        song = np.stack([chirp * np.sqrt(1 - side), chirp * np.sqrt(side)])
        for k in range(int(rng.integers(2, 6))):
            put(out, song, at + k * 0.13, rng.uniform(0.6, 1.8))
        at += rng.uniform(0.7, 1.9)
    return out


def gulls(rng: Chance, n: int) -> np.ndarray:
    """Gulls: falling cries, some in a row."""
    out, at, size = np.zeros((2, n), np.float32), rng.uniform(0.2, 1.5), int(RATE * 0.34)
    fall = np.linspace(1.25, 0.8, size, dtype=np.float32)
    while at < n / RATE:
        cry = tone(rng.uniform(900, 1150) * fall, size, (0.7, 1, 0.6, 0.3)) * bump(size, 0.7)
        gain, side = rng.uniform(0.5, 1.6), rng.random()
        for k in range(int(rng.integers(1, 4))):
            put(out, np.stack([cry * np.sqrt(1 - side), cry * np.sqrt(side)]), at + k * 0.42, gain)
        at += rng.uniform(1.6, 4.0)
    return out


def crickets(rng: Chance, n: int) -> np.ndarray:
    """Crickets, each at its own pace."""
    t = seconds_of(n)
    sides = []
    for side in (0, 1):
        chirps = sum(
            np.sin(2 * np.pi * f * t) * (np.sin(2 * np.pi * p * t + k) > 0.2) * (np.sin(2 * np.pi * t / d + k) > -0.2)
            for k, (f, p, d) in enumerate(((4200 + 130 * side, 29, 1.3), (4650, 33 - side, 1.7)))
        )
        sides.append(0.5 * chirps * swell(n, 4.1, 0.3, 0.4 * side))
    return np.stack(sides).astype(np.float32) + 0.1 * wide(rng, n, 150, 900, 1)


def frogs(rng: Chance, n: int) -> np.ndarray:
    """Frogs by the water, in turns."""
    out, size = 0.1 * wide(rng, n, 100, 700, 1), int(RATE * 0.3)
    pulses = (np.sin(2 * np.pi * 34 * seconds_of(size)) > 0).astype(np.float32)
    croaks = [tone(freq, size, (1, 0.7, 0.5, 0.3)) * pulses * bump(size, 0.6) for freq in rng.uniform(280, 620, 5)]
    scatter(out, rng, croaks, 2.4, (0.3, 1.2))
    return out


def jungle(rng: Chance, n: int) -> np.ndarray:
    """Insects, birds and something that whoops."""
    out = 0.6 * birds(rng, n) + 0.35 * crickets(rng, n)
    size = int(RATE * 0.4)
    whoop = tone(np.linspace(420, 980, size, dtype=np.float32), size, (1, 0.3)) * bump(size)
    scatter(out, rng, [whoop], 0.6, (0.3, 1.0))
    return out


def flies(rng: Chance, n: int) -> np.ndarray:
    """Insects in the heat."""
    pitch = 190 + 40 * flutter(rng, n, 2, 1)
    buzz = tone(pitch, n, (1, 0.6, 0.5, 0.3)) * flutter(rng, n, 0.7, 1) ** 3
    return np.stack([buzz, np.roll(buzz, RATE // 2)]) + 0.3 * wide(rng, n, 3500, 7000, 0)


def fire(rng: Chance, n: int) -> np.ndarray:
    """Flames, and wood that cracks."""
    out = 0.5 * wide(rng, n, 60, 700, 1.4) * swell(n, 1.3, 0.35)
    cracks = [band(rng, 1024, 1200, 8000) * np.exp(-np.arange(1024, dtype=np.float32) / 90) for _ in range(8)]
    scatter(out, rng, cracks, 16, (0.4, 2.0))
    return out


def rumble(rng: Chance, n: int) -> np.ndarray:
    """The earth itself: lava, far guns, an avalanche."""
    few = rng.random(n // 24_000 + 3) ** 3
    return wide(rng, n, 25, 140, 1.2) * (0.4 + stretched(few, n, 24_000)) + 0.15 * wide(rng, n, 200, 900, 1)


def hush(rng: Chance, n: int) -> np.ndarray:
    """Snow: hardly anything, and what there is muffled."""
    return wide(rng, n, 100, 420, 1.2) * swell(n, 6.1, 0.5, rng.random())


MAKERS = {
    maker.__name__: maker
    for maker in (
        rain, downpour, drumming, wind, gale, leaves, waves, lapping, water, falls, deep, drips, birds, gulls, crickets,
        frogs, jungle, flies, fire, rumble, hush,
    )
}  # fmt: skip
