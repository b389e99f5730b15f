"""What rooms and machines sound like: two channels each, about unit loudness."""

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


def _both(wave: np.ndarray) -> np.ndarray:
    """The same wave on both sides, a little later on one."""
    return np.stack([wave, np.roll(wave, 31)])


def room(rng: Chance, n: int) -> np.ndarray:
    """A room in which nothing happens."""
    return 0.6 * wide(rng, n, 60, 500, 1.6) + 0.12 * _both(tone(100, n))


def fridge(rng: Chance, n: int) -> np.ndarray:
    """A kitchen: mains hum and its overtones."""
    return 0.5 * _both(tone(50, n, (1, 0.8, 0.2, 0.4))) + 0.35 * wide(rng, n, 90, 700, 1.5)


def vent(rng: Chance, n: int) -> np.ndarray:
    """Air that is pumped through a building."""
    return wide(rng, n, 90, 1500, 1.3) + 0.15 * _both(tone(118, n, (1, 0.5)))


def hum(rng: Chance, n: int) -> np.ndarray:
    """A large dark place full of nothing: drones that beat against each other."""
    parts = [tone(f, n, phase=float(rng.uniform(0, 6))) / (k + 1) for k, f in enumerate((48, 72.3, 96.4, 145))]
    return _both(sum(parts) * swell(n, 7.1, 0.4)) + 0.15 * wide(rng, n, 200, 1500, 1)


def beeps(rng: Chance, n: int) -> np.ndarray:
    """An instrument that says at every heartbeat that all is well."""
    out, at = np.zeros((2, n), np.float32), rng.uniform(0, 0.5)
    note = tone(988, 5300) * bump(5300, 0.3)
    while at < n / RATE:
        put(out, note, at, 1.1)
        at += 0.92
    return out


def signals(rng: Chance, n: int) -> np.ndarray:
    """Consoles that talk to themselves."""
    out = np.zeros((2, n), np.float32)
    notes = [tone(freq, 3400) * bump(3400, 0.4) for freq in (1318, 1568, 1760, 2093, 2637)]
    scatter(out, rng, notes, 2.2, (0.2, 0.8))
    return out


def clock(rng: Chance, n: int) -> np.ndarray:
    """A clock on the wall."""
    out = np.zeros((2, n), np.float32)
    tick, tock = (band(rng, 1600, low, low * 2.5) * decay(1600, 0.007) for low in (1900, 1400))
    start = rng.uniform(0, 0.5)
    for index in range(int(n / RATE * 2) + 1):
        put(out, tock if index % 2 else tick, start + index * 0.5, 2.0)
    return out


def cabin(rng: Chance, n: int) -> np.ndarray:
    """Inside a car that drives: engine, tyres, air."""
    pitch = 58 + 8 * flutter(rng, n, 0.5, 1)
    return 0.5 * _both(tone(pitch, n, (1, 0.7, 0.4, 0.3, 0.2))) + 0.7 * wide(rng, n, 60, 420, 1.5)


def rails(rng: Chance, n: int) -> np.ndarray:
    """Inside a train: wheels over joints, two and two."""
    out = 0.7 * wide(rng, n, 50, 480, 1.4) * flutter(rng, n, 2, 0.2)
    clack = band(rng, 6000, 90, 1100, 1) * decay(6000, 0.03)
    at = rng.uniform(0, 0.4)
    while at < n / RATE:
        put(out, clack, at, 2.2)
        put(out, clack, at + 0.16, 1.7)
        at += 0.78
    return out


def rushing(rng: Chance, n: int) -> np.ndarray:
    """Trains in a tunnel: a wind that comes and goes, steel that sings."""
    gust = swell(n, 8.3, 0.85, rng.random()) ** 2
    squeal = tone(2350 + 200 * flutter(rng, n, 3, 1), n) * gust**3
    return wide(rng, n, 60, 700, 1.2) * (0.25 + gust) + 0.1 * _both(squeal)


def jets(rng: Chance, n: int) -> np.ndarray:
    """An airfield: turbines, one of them going over."""
    over = swell(n, 9.1, 0.8, rng.random()) ** 2
    whine = tone(2900 - 500 * over, n, (1, 0.4)) * over
    return wide(rng, n, 50, 900, 1.0) * (0.4 + over) + 0.12 * _both(whine)


def machines(rng: Chance, n: int) -> np.ndarray:
    """A hall of machines: motors, and presses that fall in time."""
    t = seconds_of(n)
    chug = 0.5 + 0.5 * np.sin(2 * np.pi * 4.5 * t)
    out = wide(rng, n, 70, 1800, 1.1) * (0.4 + 0.6 * chug) + 0.4 * _both(tone(49, n, (1, 0.6, 0.4, 0.3)))
    press = ping(RATE // 2, 96, 0.09, (1, 0.6, 0.5)) + 0.7 * band(rng, RATE // 2, 700, 5000) * decay(RATE // 2, 0.05)
    at = rng.uniform(0, 0.8)
    while at < n / RATE:
        put(out, press, at, 1.7)
        at += 1.33
    return out


def hammers(rng: Chance, n: int) -> np.ndarray:
    """A building site: hammers, a saw, engines behind."""
    out = 0.5 * wide(rng, n, 60, 600, 1.3)
    knock = ping(4800, 640, 0.02, (1, 0.5, 0.4)) + 0.5 * band(rng, 4800, 500, 4000) * decay(4800, 0.012)
    at = rng.uniform(0, 0.6)
    while at < n / RATE:
        for k in range(int(rng.integers(2, 5))):
            put(out, knock, at + 0.34 * k, rng.uniform(0.8, 1.8))
        at += rng.uniform(1.4, 2.6)
    saw = tone(310 + 40 * flutter(rng, n, 4, 1), n, (1, 0.8, 0.7, 0.6, 0.5)) * (flutter(rng, n, 0.5, 1) > 0.6)
    return out + 0.12 * _both(saw.astype(np.float32))


def tools(rng: Chance, n: int) -> np.ndarray:
    """A workshop: metal now and then, a fan."""
    out = 0.5 * vent(rng, n)
    clanks = [ping(9600, freq, 0.06, (1, 0, 0.7, 0.4, 0.3)) for freq in rng.uniform(700, 1900, 5)]
    scatter(out, rng, clanks, 1.1, (0.3, 1.3))
    return out


def projector(rng: Chance, n: int) -> np.ndarray:
    """Film that runs through a gate."""
    t = seconds_of(n)
    return wide(rng, n, 900, 4200, 0.7) * (np.sin(2 * np.pi * 24 * t) ** 8) + 0.2 * wide(rng, n, 80, 400, 1.4)


def neon(rng: Chance, n: int) -> np.ndarray:
    """Signs and ballasts that buzz."""
    buzz = tone(100, n, (1, 0.7, 0.2, 0.5, 0.1, 0.4)) * flutter(rng, n, 9, 0.25)
    return 0.7 * _both(buzz) + 0.3 * wide(rng, n, 90, 600, 1.4)


def creaks(rng: Chance, n: int) -> np.ndarray:
    """Old wood under load, rope and rigging."""
    out, size = np.zeros((2, n), np.float32), int(RATE * 0.5)
    creaking = [
        tone(np.linspace(low, low * 1.5, size, dtype=np.float32), size, (1, 0.8, 0.6, 0.5, 0.4, 0.3))
        * flutter(rng, size, 45, 1) * bump(size)
        for low in rng.uniform(170, 340, 4)
    ]  # fmt: skip
    scatter(out, rng, creaking, 0.9, (0.5, 1.4))
    return out


MAKERS = {
    maker.__name__: maker
    for maker in (
        room, fridge, vent, hum, beeps, signals, clock, cabin, rails, rushing, jets, machines, hammers, tools,
        projector, neon, creaks,
    )
}  # fmt: skip
