"""What people and their streets sound like from afar: two channels each, about unit loudness."""

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
    swell,
    tone,
    wide,
)

Chance = np.random.Generator


def traffic(rng: Chance, n: int) -> np.ndarray:
    """Cars that pass, one every two seconds, over a low roar."""
    out = wide(rng, n, 50, 500, 1.4)
    size = int(RATE * 2.6)
    passing = band(rng, size, 120, 1600, 1.2) * bump(size, 1.5)
    across = np.linspace(0, 1, size, dtype=np.float32)
    at = rng.uniform(0, 1.5)
    while at < n / RATE:
        way = across if rng.random() < 0.5 else across[::-1]
        put(out, np.stack([passing * np.sqrt(1 - way), passing * np.sqrt(way)]), at, rng.uniform(1.0, 2.2))
        at += rng.uniform(1.2, 3.0)
    return out


def city(rng: Chance, n: int) -> np.ndarray:
    """A city from above or far off: a low breath, and now and then a horn."""
    out = wide(rng, n, 40, 320, 1.5) * swell(n, 7.3, 0.3, rng.random())
    size = int(RATE * 0.5)
    horn = tone(370, size, (1, 0.5, 0.4)) + tone(466, size, (1, 0.5, 0.4))
    scatter(out, rng, [horn * bump(size, 0.3), 0.7 * horn[: size // 2] * bump(size // 2, 0.3)], 0.25, (0.04, 0.14))
    return out


def _voices(rng: Chance, n: int, pace: float, lows: tuple[float, ...]) -> np.ndarray:
    """Many people at once: bands where vowels lie, each rising and falling as fast as syllables."""
    return sum(
        wide(rng, n, low, low * 1.9, 0.8) * np.stack([flutter(rng, n, pace, 0.95) ** 2 for _side in (0, 1)])
        for low in lows
    ).astype(np.float32) * np.float32(0.8)


def crowd(rng: Chance, n: int) -> np.ndarray:
    """A crowd: voices without words."""
    return _voices(rng, n, 5.5, (220, 420, 760, 1300))


def murmur(rng: Chance, n: int) -> np.ndarray:
    """A few tables, quietly."""
    return _voices(rng, n, 4.6, (160, 330, 600))


def children(rng: Chance, n: int) -> np.ndarray:
    """Children at play, somewhere."""
    out = 0.7 * _voices(rng, n, 6.5, (480, 900, 1700))
    size = int(RATE * 0.3)
    rise = np.linspace(1, 1.4, size, dtype=np.float32)
    calls = [tone(freq * rise, size, (1, 0.6, 0.3)) * bump(size) for freq in rng.uniform(520, 780, 4)]
    scatter(out, rng, calls, 1.3, (0.2, 0.8))
    return out


def roar(rng: Chance, n: int) -> np.ndarray:
    """A stadium: thousands, in waves."""
    return _voices(rng, n, 2.2, (300, 560, 900)) * swell(n, 4.7, 0.5, rng.random()) + 0.3 * wide(rng, n, 500, 3000, 0.8)


def crockery(rng: Chance, n: int) -> np.ndarray:
    """Cups, plates and spoons."""
    out = np.zeros((2, n), np.float32)
    clinks = [ping(4800, freq, 0.05, (1, 0, 0.5, 0, 0.3)) for freq in rng.uniform(1900, 3600, 8)]
    scatter(out, rng, clinks, 2.2, (0.4, 1.6))
    return out


def typing(rng: Chance, n: int) -> np.ndarray:
    """Keyboards in bursts, and a telephone far off."""
    out, at = np.zeros((2, n), np.float32), rng.uniform(0, 0.5)
    keys = [band(rng, 1400, low, low * 3) * decay(1400, 0.006) for low in (900, 1300, 1700)]
    while at < n / RATE:
        side = rng.random()
        for _key in range(int(rng.integers(4, 14))):
            key = keys[int(rng.integers(3))]
            put(out, np.stack([key * np.sqrt(1 - side), key * np.sqrt(side)]), at, rng.uniform(0.5, 1.2))
            at += rng.uniform(0.07, 0.19)
        at += rng.uniform(0.3, 1.2)
    return out


def steps(rng: Chance, n: int) -> np.ndarray:
    """People who walk by on a hard floor."""
    out, at = np.zeros((2, n), np.float32), rng.uniform(0, 0.6)
    tap = band(rng, 3000, 200, 2200, 1) * decay(3000, 0.014)
    while at < n / RATE:
        side, pace = rng.random(), rng.uniform(0.46, 0.6)
        for k in range(int(rng.integers(5, 9))):
            put(out, np.stack([tap * np.sqrt(1 - side), tap * np.sqrt(side)]), at + k * pace, 1.0 - 0.09 * k)
        at += rng.uniform(1.5, 3.5)
    return out


def bells(rng: Chance, n: int) -> np.ndarray:
    """A church bell beyond the roofs, every two seconds."""
    out = np.zeros((2, n), np.float32)
    size = RATE * 3
    parts = ((0.5, 1.6, 0.5), (1, 1.3, 1), (1.2, 0.9, 0.7), (1.5, 0.7, 0.5), (2, 0.6, 0.6), (2.7, 0.3, 0.3))
    bell = np.zeros(size, np.float32)
    for ratio, long, gain in parts:
        put(bell, ping(size, 220 * ratio, long), 0.0, gain)
    at = rng.uniform(0.2, 1.2)
    while at < n / RATE:
        put(out, bell, at, 0.8)
        at += 2.1
    return out


def organ(rng: Chance, n: int) -> np.ndarray:
    """A fairground organ, a waltz over and over."""
    out, beat = np.zeros((2, n), np.float32), int(RATE * 0.3)
    tune = (0, 4, 7, 12, 7, 4, 2, 5, 9, 11, 9, 5)
    start = int(rng.integers(len(tune)))
    for index in range(-(-n // beat)):
        freq = 523.25 * 2 ** (tune[(start + index) % len(tune)] / 12)
        note = tone(freq, beat, (1, 0.5, 0.3, 0.2)) * bump(beat, 0.2)
        put(out, note, index * beat / RATE, 0.8 if index % 3 else 1.1)
    return out


def stir(rng: Chance, n: int) -> np.ndarray:
    """People who sit still: cloth, a cough."""
    out = 0.5 * wide(rng, n, 200, 1800, 1.2) * flutter(rng, n, 1.3, 0.8)
    cough = band(rng, 9600, 350, 2400, 0.6) * decay(9600, 0.05, 0.01)
    scatter(out, rng, [cough], 0.35, (0.6, 1.2))
    return out


def beat(rng: Chance, n: int) -> np.ndarray:
    """Music through a wall: the bass of it."""
    t = seconds_of(12_000)
    kick = tone(54 + 50 * np.exp(-t * 30), 12_000) * decay(12_000, 0.09)
    out = np.zeros((2, n), np.float32)
    for index in range(int(n / RATE * 2) + 1):
        put(out, kick, index * 0.5, 1.6)
    return out + 0.2 * wide(rng, n, 70, 200, 1)


MAKERS = {
    maker.__name__: maker
    for maker in (
        traffic, city, crowd, murmur, children, roar, crockery, typing, steps, bells, organ, stir, beat,
    )
}  # fmt: skip
