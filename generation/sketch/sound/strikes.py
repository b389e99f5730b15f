"""Short sounds, one channel each, loudest about 1: what hands, feet and things do."""

from collections.abc import Callable

import numpy as np

from .noise import RATE, band, bump, decay, flutter, ping, put, tone

Chance = np.random.Generator
# Highest and lowest frequency (Hz), length (s), and how fast a step dies away on each ground.
GROUNDS = {
    "soft": (300, 3500, 0.12, 0.03), "snow": (900, 6000, 0.2, 0.06), "stone": (160, 2600, 0.07, 0.012),
    "wood": (90, 900, 0.12, 0.03), "gravel": (700, 7000, 0.16, 0.045), "water": (250, 4000, 0.3, 0.09),
    "metal": (300, 3000, 0.16, 0.03), "carpet": (70, 420, 0.09, 0.02),
}  # fmt: skip


def step(rng: Chance, ground: str) -> np.ndarray:
    """One foot on a ground of GROUNDS."""
    low, high, length, dies = GROUNDS[ground]
    size = int(RATE * length)
    sound = band(rng, size, low, high, 1) * decay(size, dies)
    if ground in ("snow", "gravel"):
        sound = sound * (0.4 + 0.6 * flutter(rng, size, 160, 1))
    if ground == "metal":
        sound = sound + 0.5 * ping(size, rng.uniform(380, 460), 0.05, (1, 0, 0.6))
    if ground == "wood":
        sound = sound + 0.4 * ping(size, rng.uniform(95, 120), 0.03)
    return peaked(sound)


def hoof(rng: Chance) -> np.ndarray:
    """A horse's foot on the road."""
    size = int(RATE * 0.1)
    return peaked(
        ping(size, rng.uniform(520, 760), 0.016, (1, 0.5, 0.3)) + 0.4 * band(rng, size, 400, 3000) * decay(size, 0.01)
    )


def thud(rng: Chance) -> np.ndarray:
    """Something heavy that comes down."""
    size = RATE // 3
    return peaked(ping(size, 62, 0.07, (1, 0.4)) + 0.3 * band(rng, size, 80, 900) * decay(size, 0.045))


def splash(rng: Chance) -> np.ndarray:
    """A body that meets the water."""
    size = int(RATE * 0.9)
    out = band(rng, size, 300, 5000, 0.8) * decay(size, 0.2, 0.01)
    for _drop in range(14):
        put(out, ping(2400, rng.uniform(500, 1400), 0.015), rng.uniform(0.1, 0.8), 0.3)
    return peaked(out)


def stroke(rng: Chance) -> np.ndarray:
    """An arm or an oar through the water."""
    size = int(RATE * 0.55)
    return peaked(band(rng, size, 250, 2600, 0.9) * bump(size, 1.4))


def wing(rng: Chance) -> np.ndarray:
    """One beat of a wing."""
    size = int(RATE * 0.14)
    return peaked(band(rng, size, 200, 1800, 1) * bump(size, 1.2))


def latch(rng: Chance) -> np.ndarray:
    """A door that opens: the handle, the hinge."""
    size = int(RATE * 0.9)
    out = np.zeros(size, np.float32)
    click = band(rng, 2400, 900, 5000) * decay(2400, 0.008)
    put(out, click, 0.02, 0.9)
    put(out, click, 0.14, 0.6)
    creak = int(RATE * 0.5)
    hinge = tone(np.linspace(280, 430, creak, dtype=np.float32), creak, (1, 0.7, 0.5, 0.3))
    put(out, hinge * flutter(rng, creak, 70, 1) * bump(creak), 0.24, 0.35)
    return peaked(out)


def slam(rng: Chance) -> np.ndarray:
    """A door that falls shut."""
    out = np.zeros(RATE // 2, np.float32)
    put(out, thud(rng), 0.0, 1.0)
    put(out, band(rng, 3600, 700, 4000) * decay(3600, 0.012), 0.015, 0.7)
    return peaked(out)


def knocks(rng: Chance) -> np.ndarray:
    """Knuckles on wood, three times."""
    out = np.zeros(int(RATE * 0.9), np.float32)
    for index in range(3):
        knock = ping(4800, rng.uniform(190, 220), 0.025, (1, 0.6, 0.3)) + 0.3 * band(rng, 4800, 300, 2500) * decay(
            4800, 0.01
        )
        put(out, knock, 0.02 + 0.24 * index, 0.8)
    return peaked(out)


def clap(rng: Chance) -> np.ndarray:
    """Two hands."""
    return peaked(band(rng, 3800, 700, 4500, 0.4) * decay(3800, 0.013, 0.001))


def applause(rng: Chance) -> np.ndarray:
    """Many hands, for three seconds."""
    size = RATE * 3
    out = np.zeros(size, np.float32)
    claps = [clap(rng) for _ in range(8)]
    for _clap in range(420):
        at = rng.uniform(0, 2.8)
        put(out, claps[int(rng.integers(8))], at, rng.uniform(0.1, 0.5))
    return peaked(out * bump(size, 0.4))


def blow(rng: Chance) -> np.ndarray:
    """A fist, or a foot: air, then flesh."""
    out = np.zeros(int(RATE * 0.4), np.float32)
    put(out, whoosh(rng)[: RATE // 8], 0.0, 0.4)
    put(out, ping(6000, 92, 0.03, (1, 0.5)) + 0.8 * band(rng, 6000, 150, 2200, 0.8) * decay(6000, 0.018), 0.1, 1.0)
    return peaked(out)


def whoosh(rng: Chance) -> np.ndarray:
    """Something that flies past."""
    size = int(RATE * 0.35)
    return peaked(band(rng, size, 500, 3500, 0.8) * bump(size, 2))


def key(rng: Chance) -> np.ndarray:
    """One key of a keyboard."""
    return peaked(band(rng, 1600, rng.uniform(900, 1400), 4200) * decay(1600, 0.006))


def scratch(rng: Chance) -> np.ndarray:
    """A pen, a brush, a rake."""
    size = int(RATE * 0.3)
    return peaked(band(rng, size, 1800, 7000, 0.5) * bump(size) * flutter(rng, size, 40, 0.8))


def scrape(rng: Chance) -> np.ndarray:
    """Something heavy that is pushed over the floor."""
    size = int(RATE * 0.8)
    return peaked(band(rng, size, 120, 1800, 1) * bump(size, 0.6) * flutter(rng, size, 26, 0.8))


def hammer(rng: Chance) -> np.ndarray:
    """Iron on iron."""
    return peaked(
        ping(9600, rng.uniform(820, 900), 0.06, (1, 0, 0.6, 0.4)) + 0.6 * band(rng, 9600, 600, 5000) * decay(9600, 0.01)
    )


def spade(rng: Chance) -> np.ndarray:
    """A spade into the ground."""
    size = int(RATE * 0.5)
    return peaked(band(rng, size, 500, 5000, 0.8) * bump(size, 0.7) * flutter(rng, size, 90, 0.9))


def cutlery(rng: Chance) -> np.ndarray:
    """A spoon against a plate."""
    return peaked(ping(9600, rng.uniform(2100, 3300), 0.05, (1, 0, 0.5, 0, 0.3)))


def pour(rng: Chance) -> np.ndarray:
    """A glass that fills: higher and higher."""
    size = int(RATE * 1.6)
    out = 0.3 * band(rng, size, 900, 5000, 0.8) * bump(size, 0.3)
    for index in range(70):
        at = index / 70 * 1.4
        put(out, ping(2000, 420 + 700 * at * rng.uniform(0.8, 1.2), 0.014), at, 0.3)
    return peaked(out)


def sizzle(rng: Chance) -> np.ndarray:
    """Something in hot fat."""
    size = int(RATE * 1.2)
    return peaked(band(rng, size, 2500, 12_000, 0.3) * flutter(rng, size, 60, 0.7) * bump(size, 0.3))


def cloth(rng: Chance) -> np.ndarray:
    """A sleeve, an embrace."""
    size = int(RATE * 0.45)
    return peaked(band(rng, size, 400, 4000, 1) * bump(size) * flutter(rng, size, 18, 0.7))


def page(rng: Chance) -> np.ndarray:
    """A page that is turned."""
    size = int(RATE * 0.5)
    return peaked(band(rng, size, 1500, 9000, 0.4) * bump(size, 0.8) * flutter(rng, size, 30, 0.9))


def ring(rng: Chance) -> np.ndarray:
    """A telephone, once."""
    size = int(RATE * 1.1)
    bell = tone(1180, size, (1, 0.4, 0.2)) + tone(1410, size, (1, 0.3))
    return peaked(
        bell
        * (0.5 + 0.5 * np.sign(np.sin(np.arange(size, dtype=np.float32) * (2 * np.pi * 21 / RATE))))
        * bump(size, 0.2)
    )


def chime(rng: Chance) -> np.ndarray:
    """A small bell."""
    return peaked(ping(RATE, 1760, 0.4, (1, 0, 0.4, 0.2)))


def pluck(rng: Chance, freq: float = 196.0) -> np.ndarray:
    """A string."""
    size = int(RATE * 0.9)
    return peaked(ping(size, freq, 0.28, (1, 0.6, 0.4, 0.25, 0.15, 0.1)))


def match(rng: Chance) -> np.ndarray:
    """A match that catches."""
    size = RATE // 2
    return peaked(band(rng, size, 1500, 9000) * decay(size, 0.11, 0.03))


def thunder(rng: Chance) -> np.ndarray:
    """A crack, and what rolls after it."""
    size = int(RATE * 3.2)
    roll = band(rng, size, 30, 260, 1.6) * decay(size, 1.0, 0.03) * (0.4 + 0.6 * flutter(rng, size, 5, 1))
    crack = band(rng, size, 400, 4000, 0.8) * decay(size, 0.09, 0.004)
    return peaked(roll + 0.35 * crack)


def blast(rng: Chance) -> np.ndarray:
    """An explosion: one blow, and what it throws up that comes down again."""
    size = int(RATE * 2.6)
    out = band(rng, size, 28, 190, 1.5) * decay(size, 0.7, 0.004) + 0.5 * band(rng, size, 200, 3000) * decay(
        size, 0.16, 0.002
    )
    put(out, thud(rng), 0.0, 1.0)
    for _stone in range(18):
        put(out, band(rng, 900, 700, 5000) * decay(900, 0.008), rng.uniform(0.5, 2.3), rng.uniform(0.04, 0.14))
    return peaked(out)


def shot_of_light(rng: Chance) -> np.ndarray:
    """A firework: a whistle, a bang, and sparks."""
    size = int(RATE * 2.2)
    out, rise = np.zeros(size, np.float32), int(RATE * 0.7)
    put(out, tone(np.linspace(700, 2300, rise, dtype=np.float32), rise) * bump(rise, 0.5), 0.0, 0.12)
    put(out, thud(rng), 0.75, 1.0)
    for _spark in range(40):
        put(out, band(rng, 700, 2500, 9000) * decay(700, 0.004), rng.uniform(0.85, 2.1), rng.uniform(0.05, 0.2))
    return peaked(out)


def peaked(sound: np.ndarray) -> np.ndarray:
    """The sound with its loudest sample at 1."""
    return (sound / (np.abs(sound).max() + 1e-9)).astype(np.float32)


Strike = Callable[[Chance], np.ndarray]
