"""Voices of animals, and of people who do not speak: one channel each, loudest about 1."""

from dataclasses import dataclass

import numpy as np

from .noise import RATE, bump, flutter, seconds_of, tone, voiced

Chance = np.random.Generator


@dataclass(frozen=True)
class Throat:
    """A cry: pitch along it (Hz), its length (s), resonances (Hz), breath, trill (Hz), how often (s), how many."""

    pitch: tuple[float, ...]
    length: float
    formants: tuple[float, ...]
    breath: float = 0.3
    trill: float = 0.0
    every: float = 3.5
    row: int = 1
    gain: float = 0.5


THROATS = {
    "dog": Throat((330, 520, 280), 0.17, (700, 1500, 2600), 0.8, every=2.2, row=2),
    "wolf": Throat((300, 480, 500, 470, 330), 1.9, (650, 1100), 0.15, every=4.0),
    "fox": Throat((800, 1100, 700), 0.25, (1200, 2600), 0.9, every=2.8),
    "cat": Throat((480, 720, 640, 430), 0.65, (900, 1900, 3100), 0.15, every=3.2),
    "lion": Throat((90, 130, 95, 60), 1.5, (300, 700, 1300), 1.6, every=4.0, gain=0.7),
    "tiger": Throat((100, 150, 105, 70), 1.2, (350, 800, 1500), 1.6, every=4.0, gain=0.7),
    "bear": Throat((85, 120, 80), 0.9, (320, 800), 1.8, every=3.8, gain=0.6),
    "elephant": Throat((280, 520, 610, 480), 1.1, (700, 1500, 2900), 1.0, trill=28, every=4.2, gain=0.6),
    "horse": Throat((900, 1250, 800, 500), 1.1, (1000, 2200), 0.6, trill=11, every=4.0),
    "donkey": Throat((520, 300, 560, 280), 1.3, (800, 1600), 0.9, every=4.2),
    "zebra": Throat((900, 600, 900), 0.6, (1200, 2400), 0.5, every=4.0),
    "cow": Throat((150, 170, 130), 1.3, (350, 900, 2100), 0.2, every=4.0),
    "sheep": Throat((330, 310, 300), 0.7, (700, 1600, 2500), 0.2, trill=9, every=2.8),
    "goat": Throat((420, 400, 380), 0.6, (900, 1900), 0.2, trill=11, every=2.8),
    "camel": Throat((130, 110), 1.2, (300, 900), 0.8, trill=14, every=4.4),
    "pig": Throat((130, 170, 120), 0.3, (500, 1400), 1.6, every=1.7, row=2),
    "deer": Throat((260, 340, 240), 0.8, (500, 1100), 0.6, every=4.6),
    "monkey": Throat((420, 700, 520), 0.25, (800, 1700), 0.4, every=2.4, row=4),
    "duck": Throat((310, 280), 0.16, (1100, 1700, 2700), 0.2, every=2.0, row=3),
    "swan": Throat((440, 380), 0.35, (900, 1500), 0.2, every=3.4),
    "chicken": Throat((620, 560), 0.12, (1300, 2500), 0.3, every=1.8, row=4),
    "penguin": Throat((300, 380, 280), 0.5, (900, 1700), 0.4, trill=22, every=2.8),
    "crow": Throat((560, 520, 470), 0.3, (1200, 1900), 0.9, trill=70, every=2.4, row=2),
    "eagle": Throat((2300, 2900, 2000), 0.6, (2400, 4200), 0.1, every=3.6),
    "owl": Throat((340, 370, 330), 0.5, (360, 800), 0.06, every=3.4, row=2),
    "bird": Throat((2800, 4200, 3100), 0.1, (3000, 4600), 0.0, every=1.6, row=4),
    "bat": Throat((5200, 3900), 0.05, (4500,), 0.0, every=1.1, row=5, gain=0.2),
    "mouse": Throat((3300, 4000), 0.07, (3600,), 0.1, every=1.8, row=2, gain=0.2),
    "squirrel": Throat((2100, 1700), 0.06, (2400,), 0.3, every=2.2, row=5, gain=0.25),
    "frog": Throat((330, 420), 0.22, (600, 1500), 0.1, trill=34, every=1.7, row=2),
    "snake": Throat((60, 60), 1.2, (5200, 7800), 8.0, every=3.0, gain=0.25),
    "crocodile": Throat((55, 62), 1.3, (200, 600), 2.0, trill=18, every=4.6),
    "dinosaur": Throat((140, 210, 120, 70), 1.9, (380, 900, 1900), 1.6, trill=21, every=4.2, gain=0.75),
    "dragon": Throat((110, 170, 90, 60), 2.0, (300, 800, 1700), 2.4, trill=16, every=4.2, gain=0.75),
    "whale": Throat((210, 330, 180, 260), 2.3, (300, 700), 0.02, every=3.6),
    "butterfly": Throat((24, 24), 0.5, (300, 900), 0.5, every=3.0, gain=0.06),
    # people
    "baby": Throat((420, 560, 430), 0.7, (1000, 2900), 0.3, every=1.1, gain=0.45),
    "cry": Throat((380, 330, 260), 0.45, (700, 1400), 0.8, trill=6, every=1.5, row=2, gain=0.4),
    "laugh": Throat((300, 250), 0.12, (750, 1300, 2500), 0.6, every=2.4, row=5, gain=0.4),
    "cheer": Throat((330, 480, 420), 1.0, (750, 1300, 2600), 0.5, every=2.2, gain=0.5),
    "shout": Throat((300, 420, 300), 0.5, (700, 1200, 2600), 0.3, every=2.6, gain=0.5),
    "sing": Throat((330, 392, 440, 392), 1.8, (600, 1100, 2600), 0.05, trill=5.5, every=2.0, gain=0.4),
    "sleep": Throat((60, 75), 1.3, (300, 900), 3.0, every=3.0, gain=0.12),
}  # fmt: skip


def cry(rng: Chance, throat: Throat) -> np.ndarray:
    """One cry; the next one is a little different."""
    size = int(RATE * throat.length * rng.uniform(0.9, 1.1))
    places = np.linspace(0, len(throat.pitch) - 1, size)
    pitch = np.interp(places, np.arange(len(throat.pitch)), throat.pitch) * rng.uniform(0.94, 1.06)
    pitch = (pitch * (1 + 0.02 * (flutter(rng, size, 14, 1) - 0.5))).astype(np.float32)
    if not throat.breath and throat.pitch[0] > 2000:
        sound = tone(pitch, size, (1, 0.15))
    else:
        sound = voiced(
            rng, pitch, [(f, 70 + f * 0.07, 1 / (k + 1)) for k, f in enumerate(throat.formants)], throat.breath
        )
    if throat.trill:
        sound = sound * (0.55 + 0.45 * np.sin(2 * np.pi * throat.trill * seconds_of(size)))
    return (sound * bump(size, 0.5)).astype(np.float32)
