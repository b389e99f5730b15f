"""A bed of music: harmony, rhythm and form by mood, as many bars as fit the shot, its last chord ending on the cut."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from generation.sketch.reading.understood import Understood

Chance = np.random.Generator
Chord = tuple[int, ...]


@dataclass(frozen=True)
class Mode:
    """How a mood sounds: semitones above the root, chords (the last is home), seconds a bar wants, and who plays.

    `figure` are shares of a bar at which the figure plays, `tones` which notes of the chord; `pulse` is for a drum.
    """

    shift: int
    chords: tuple[Chord, ...]
    bar: float
    scale: Chord
    pad: str = "strings"
    lead: str = "keys"
    figure: tuple[float, ...] = (0.0, 0.25, 0.5, 0.75)
    tones: tuple[int, ...] = (0, 1, 2, 1)
    figure_gain: float = 0.3
    tune: float = 0.4
    pulse: tuple[float, ...] = ()


class Note(NamedTuple):
    """A note: when (seconds), which instrument, Hz, length (seconds), how loud, where (-1 left to 1 right)."""

    at: float
    instrument: str
    freq: float
    length: float
    gain: float
    side: float = 0.0


ROOT = 130.81
MINOR, MAJOR = (0, 2, 3, 5, 7, 8, 10), (0, 2, 4, 5, 7, 9, 11)
EIGHTHS = tuple(index / 8 for index in range(8))
SIXTHS = tuple(index / 6 for index in range(6))
MODES = {
    "tense": Mode(-3, ((0, 3, 7), (0, 3, 8), (-2, 3, 6), (0, 3, 7)), 2.0, MINOR, lead="plucked", figure=EIGHTHS,
                  tones=(0, 0, 1, 0, 0, 0, 2, 1), tune=0.12, pulse=(0.0, 0.375, 0.5)),
    "sad": Mode(-3, ((0, 3, 7), (-4, 0, 3), (-2, 2, 5), (0, 3, 7)), 3.0, MINOR, figure=(0.0, 0.5), tones=(0, 2),
                tune=0.5),
    "joyful": Mode(2, ((0, 4, 7), (5, 9, 12), (7, 11, 14), (0, 4, 7)), 1.8, MAJOR, lead="plucked", figure=SIXTHS,
                   tones=(0, 2, 1, 2, 0, 2), figure_gain=0.4, tune=0.55, pulse=(0.0, 0.5)),
    "calm": Mode(0, ((0, 4, 7), (-3, 0, 4), (5, 9, 12), (0, 4, 7)), 2.8, MAJOR, tune=0.3, figure_gain=0.22),
    "wonder": Mode(-1, ((0, 4, 11), (2, 6, 9), (-3, 4, 7), (0, 4, 11)), 3.0, (0, 2, 4, 6, 7, 9, 11), pad="glass",
                   lead="bell", figure=SIXTHS, tones=(0, 1, 2, 2, 1, 0), figure_gain=0.16, tune=0.35),
    "romantic": Mode(-2, ((0, 4, 7, 11), (-3, 0, 4, 7), (2, 5, 9, 12), (0, 4, 7, 11)), 3.0, MAJOR, figure=SIXTHS,
                     tones=(0, 1, 2, 3, 2, 1), figure_gain=0.26, tune=0.5),
    "dark": Mode(-5, ((0, 3, 7), (1, 5, 8), (0, 3, 6), (0, 3, 7)), 3.4, (0, 1, 3, 5, 7, 8, 10), pad="glass",
                 lead="bell", figure=(0.0,), tones=(0,), figure_gain=0.14, tune=0.1, pulse=(0.0,)),
    "bright": Mode(4, ((0, 4, 7), (7, 11, 14), (5, 9, 12), (0, 4, 7)), 2.2, MAJOR, lead="keys", figure=EIGHTHS,
                   tones=(0, 2, 1, 2, 0, 2, 1, 2), figure_gain=0.24, tune=0.4),
    "neon": Mode(-3, ((0, 3, 7), (-4, 0, 3), (-2, 2, 5), (0, 3, 7)), 2.0, MINOR, pad="glass", lead="saw",
                 figure=EIGHTHS, tones=(0, 2, 1, 0, 2, 1, 0, 2), figure_gain=0.22, tune=0.25,
                 pulse=(0.0, 0.25, 0.5, 0.75)),
}  # fmt: skip
LONGEST_PAD = 6.0


def mood_of(seen: Understood) -> str:
    """The mood the bed follows: a named one, else by weather, place and hour."""
    named = next((mood for mood in seen.moods if mood in MODES), None)
    if named:
        return named
    if seen.weather in ("storm", "blizzard", "sandstorm") or any(s.action in ("fight", "hide") for s in seen.subjects):
        return "tense"
    if seen.weather in ("rain", "fog"):
        return "sad"
    if seen.place in ("space", "planet", "underwater", "waterfall", "cave") or seen.hour == "night":
        return "wonder"
    return "bright" if seen.hour in ("morning", "noon") and not seen.interior else "calm"


def bars_of(mood: str, seconds: float) -> int:
    """How many bars the bed has: whole ones, that fill the shot."""
    return max(1, round(seconds / MODES[mood].bar))


def bed(mood: str, rng: Chance, seconds: float) -> list[Note]:
    """Return the notes of the bed, earliest first; none sounds beyond the end, and the last chord is home.

    The form: it begins with the chords alone, the figure joins, a tune comes in the middle, the figure leaves before
    the last chord.
    """
    mode, count = MODES[mood], bars_of(mood, seconds)
    length = seconds / count
    motif = _motif(rng, mode)
    notes: list[Note] = []
    for bar in range(count):
        last = bar == count - 1
        chord = mode.chords[-1] if last else mode.chords[bar % (len(mode.chords) - 1)]
        notes += _chord(mode, chord, bar * length, length, seconds)
        part = bar / max(1, count - 1)
        if not last and (part >= 0.2 or count < 4):
            notes += _figure(mode, chord, bar * length, length)
            notes += [Note((bar + share) * length, "drum", 62.0, 0.5, 0.5) for share in mode.pulse]
        if not last and 0.3 <= part <= 0.85 and (bar // 2) % 2 == 0:
            notes += _tune(mode, motif, bar % 2, bar * length, length)
    notes = [note._replace(length=min(note.length, seconds - note.at)) for note in notes if note.at < seconds - 0.05]
    return sorted(notes, key=lambda note: note.at)


def _freq(mode: Mode, semitones: int) -> float:
    return round(ROOT * 2 ** ((mode.shift + semitones) / 12), 3)


def _chord(mode: Mode, chord: Chord, at: float, length: float, seconds: float) -> list[Note]:
    """The chord in the pad, a little longer than its bar, and its root below."""
    held = min(LONGEST_PAD, length * 1.25, seconds - at)
    sides = np.linspace(-0.5, 0.5, len(chord))
    notes = [
        Note(at, mode.pad, _freq(mode, tone), held, 0.42, float(side)) for tone, side in zip(chord, sides, strict=True)
    ]
    return [*notes, Note(at, "bass", _freq(mode, chord[0]) / 2, min(held, length), 0.5)]


def _figure(mode: Mode, chord: Chord, at: float, length: float) -> list[Note]:
    return [
        Note(
            at + share * length, mode.lead, _freq(mode, chord[tone % len(chord)] + 12), 1.2,
            mode.figure_gain * (1.0 if index == 0 else 0.75), 0.35 if index % 2 else -0.35,
        )
        for index, (share, tone) in enumerate(zip(mode.figure, mode.tones, strict=True))
    ]  # fmt: skip


def _motif(rng: Chance, mode: Mode) -> tuple[tuple[tuple[float, int], ...], ...]:
    """Two bars of a tune, question and answer: share of the bar, semitones; the answer comes home."""
    place = int(rng.integers(2, 5))
    bars = []
    for bar in (0, 1):
        bar_notes = []
        for share in sorted(rng.choice((0.0, 0.25, 0.375, 0.5, 0.75), size=3, replace=False)):
            place = int(np.clip(place + rng.integers(-2, 3), 0, len(mode.scale) - 1))
            bar_notes.append((float(share), mode.scale[place]))
        bars.append((*tuple(bar_notes[:-1]), (bar_notes[-1][0], 0)) if bar else tuple(bar_notes))
    return tuple(bars)


def _tune(
    mode: Mode, motif: tuple[tuple[tuple[float, int], ...], ...], which: int, at: float, length: float
) -> list[Note]:
    return [
        Note(at + share * length, mode.lead, _freq(mode, step + 24), 1.6, mode.tune, 0.1)
        for share, step in motif[which]
    ]
