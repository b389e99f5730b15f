"""When each line of a shot is said, by whom and how: spoken where there is a voice, else at a stated rate."""

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

from generation.sketch.request import SketchRequest
from generation.sketch.sound.noise import RATE, fast_size
from generation.sketch.speech.casting import Voice, name_of, voice_of
from generation.sketch.speech.language import language_of
from generation.sketch.speech.recital import NoVoice, Recited, Wanted, recite
from storyboards.scripts.timing import SPEECH_WORDS_PER_MINUTE
from storyboards.scripts.words import word_count

LEAD, GAP, TAIL = 0.3, 0.25, 0.2  # seconds of quiet before the first line, between lines, after the last
MOST_SPREAD = 0.6  # more quiet than this is left at the end of the shot
MOST_HASTE = 1.4  # a line that is too long for its shot is spoken faster, but not more than so
LONGEST_LINE = 3000
MOST_LINES = 60
HUSH = 0.01  # below it, the end of a line is silence
# A word; in scripts that are written without spaces, a letter.
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|[^\s\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]+")


@dataclass(frozen=True)
class Word:
    """A word of a line: its place in the text, and when it is said, in seconds of the shot."""

    begin: int
    end: int
    start: float
    stop: float


@dataclass(frozen=True)
class Line:
    """A line of a shot, in seconds of the shot. `sound` is one channel at 48 kHz, None where nobody speaks it."""

    speaker: str
    text: str
    start: float
    stop: float
    words: tuple[Word, ...]
    sound: np.ndarray | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Performance:
    """All lines of a shot. `voice` is "spoken", or why not: "absent" (no extra), "failed", "estimated", "none".

    `fits` is whether they are said to their ends within the shot; `language` as eSpeak NG names it.
    """

    lines: tuple[Line, ...] = ()
    voice: str = "none"
    fits: bool = True
    language: str = ""


def perform(request: SketchRequest, *, aloud: bool = True) -> Performance:
    """Return who says what and when in the shot; the same request gives the same, to the sample.

    Not `aloud`, the lines are only timed, at the stated rate.
    """
    lines = tuple((name_of(cue), _plain(text)) for cue, text in request.dialogue[:MOST_LINES])
    lines = tuple((name, text) for name, text in lines if any(letter.isalnum() for letter in text))
    if not lines:
        return Performance()
    voices = tuple(voice_of(name, _element(request, name)) for name, _text in lines) if aloud else ()
    language = language_of(" ".join(text for _name, text in lines), request.action)
    return _perform(lines, voices, language, request.seconds, aloud)


def _plain(text: str) -> str:
    """Return the line without what no one can say or show: control characters and runs of white space."""
    kept = "".join(" " if unicodedata.category(letter) in ("Cc", "Cs", "Co", "Cn") else letter for letter in text)
    return " ".join(kept.split())[:LONGEST_LINE]


def _element(request: SketchRequest, name: str) -> dict | None:
    wanted = name.casefold()
    for element in (*request.voices, *request.cast):
        names = (str(element.get("name", "")), *str(element.get("aliases", "")).splitlines())
        if wanted in [known.strip().casefold() for known in names]:
            return element
    return None


@lru_cache(maxsize=4)
def _perform(
    lines: tuple[tuple[str, str], ...], voices: tuple[Voice, ...], language: str, seconds: float, aloud: bool
) -> Performance:
    told, said = "spoken", _spoken(lines, voices, language, seconds) if aloud else "estimated"
    if isinstance(said, str):
        told, said = said, [_estimated(text) for _name, text in lines]
    lengths = [line.stop for line in said]
    starts, rooms = _placed(lengths, seconds)
    placed = tuple(
        _moved(replace(line, speaker=name), start, room)
        for (name, _text), line, start, room in zip(lines, said, starts, rooms, strict=True)
    )
    fits = all(length <= room + 1e-6 for length, room in zip(lengths, rooms, strict=True))
    return Performance(placed, told, fits, language)


def _spoken(
    lines: Sequence[tuple[str, str]], voices: Sequence[Voice], language: str, seconds: float
) -> list[Line] | str:
    """Return the lines as spoken, each from 0; faster when they would not fit; or why they are not."""
    try:
        said = _recited(lines, voices, language, 1.0)
        room = max(0.3, seconds - LEAD - TAIL - GAP * (len(lines) - 1))
        needed = sum(line.stop for line in said)
        if needed > room:
            # Pauses do not shrink as much as words do.
            said = _recited(lines, voices, language, min(MOST_HASTE, 1.08 * needed / room))
    except NoVoice as silence:
        return "failed" if silence.installed else "absent"
    return said


def _recited(lines: Sequence[tuple[str, str]], voices: Sequence[Voice], language: str, haste: float) -> list[Line]:
    wanted = [
        Wanted(_sayable(text), tuple(voice.names(language)), round(voice.rate * haste), voice.pitch, voice.range)
        for (_name, text), voice in zip(lines, voices, strict=True)
    ]
    return [_timed(text, spoken) for (_name, text), spoken in zip(lines, recite(wanted), strict=True)]


def _sayable(text: str) -> str:
    """Return the text with a space for each symbol that would be spelled out, so that places stay."""
    return "".join(" " if unicodedata.category(letter) in ("So", "Sk", "Cf") else letter for letter in text)


def _timed(text: str, spoken: Recited) -> Line:
    """Return a spoken line from 0 to where its sound ends, with its words' times."""
    loud = np.flatnonzero(np.abs(spoken.sound) > HUSH)
    heard = spoken.sound[: loud[-1] + spoken.rate // 50] if loud.size else spoken.sound[: spoken.rate // 5]
    stop = heard.size / spoken.rate
    events = iter(spoken.words)
    at = next(events, None)
    starts: list[float | None] = []
    places = [match.span() for match in WORD.finditer(text)]
    for _begin, end in places:
        start = None
        while at is not None and at[0] < end:
            start = min(at[1], stop) if start is None else start
            at = next(events, None)
        starts.append(start)
    return Line("", text, 0.0, stop, _words(places, _filled(starts, stop), stop), _resampled(heard, spoken.rate))


def _filled(starts: list[float | None], stop: float) -> list[float]:
    """Words that eSpeak NG did not tell of stand evenly between those that it did, none before the one before."""
    known = [(index, start) for index, start in enumerate(starts) if start is not None]
    xs, ys = [-1, *(index for index, _start in known), len(starts)], [0.0, *(start for _index, start in known), stop]
    filled = np.interp(np.arange(len(starts)), xs, ys) if known else np.arange(len(starts)) * stop / len(starts)
    return [float(start) for start in np.maximum.accumulate(filled)]


def _words(places: Sequence[tuple[int, int]], starts: Sequence[float], stop: float) -> tuple[Word, ...]:
    stops = [*starts[1:], stop]
    return tuple(Word(begin, end, start, last) for (begin, end), start, last in zip(places, starts, stops, strict=True))


def _resampled(sound: np.ndarray, rate: int) -> np.ndarray:
    """Return the sound at 48 kHz, by its spectrum."""
    shared = math.gcd(rate, RATE)
    parts = fast_size(-(-sound.size * shared // rate))
    size, wanted = parts * rate // shared, parts * RATE // shared
    spectrum = np.fft.rfft(np.pad(sound, (0, size - sound.size)))
    wave = np.fft.irfft(spectrum, wanted) * (wanted / size)
    return wave[: round(sound.size * RATE / rate)].astype(np.float32)


def _estimated(text: str) -> Line:
    """Return a line that nobody speaks, at the rate that is stated for speech."""
    stop = max(0.4, word_count(text) * 60 / SPEECH_WORDS_PER_MINUTE)
    places = [match.span() for match in WORD.finditer(text)]
    weights = np.cumsum([0, *(end - begin + 1 for begin, end in places)])
    starts = [float(stop * weight / weights[-1]) for weight in weights[:-1]]
    return Line("", text, 0.0, stop, _words(places, starts, stop))


def _placed(lengths: Sequence[float], seconds: float) -> tuple[list[float], list[float]]:
    """Return when each line begins, and how long it may last: too long together, each keeps its share of the shot."""
    count = len(lengths)
    quiet = LEAD + TAIL + GAP * (count - 1)
    spare = seconds - sum(lengths) - quiet
    if spare < 0:
        room = max(0.0, seconds - min(quiet, 0.2 * seconds))
        rooms = [room * length / sum(lengths) for length in lengths]
        gap = (seconds - room) / (count + 1)
        return [gap * (index + 1) + sum(rooms[:index]) for index in range(count)], rooms
    more = min(MOST_SPREAD, spare / (count + 1))
    lead, gap = LEAD + more / 2, GAP + more
    return [lead + gap * index + sum(lengths[:index]) for index in range(count)], [
        length + (more if index < count - 1 else 0.0) for index, length in enumerate(lengths)
    ]


def _moved(line: Line, start: float, room: float) -> Line:
    """Return the line where it is said; the sound is cut off, and words are squeezed, where there is no more room."""
    length = min(line.stop, room)
    # Unspoken lines are read faster; a voice breaks off, and what it did not say is shown at the end.
    scale = length / line.stop if line.stop else 1.0
    if line.sound is None:
        times = [(word.start * scale, word.stop * scale) for word in line.words]
    else:
        times = [(min(word.start, length), min(word.stop, length)) for word in line.words]
    words = tuple(
        replace(word, start=start + begin, stop=start + end)
        for word, (begin, end) in zip(line.words, times, strict=True)
    )
    sound = line.sound if line.sound is None else _cut(line.sound, round(length * RATE))
    return replace(line, start=start, stop=start + length, words=words, sound=sound)


def _cut(sound: np.ndarray, size: int) -> np.ndarray:
    if size >= sound.size:
        return sound
    short = sound[:size].copy()
    edge = min(size, RATE // 40)
    if edge:
        short[-edge:] *= np.linspace(1, 0, edge, dtype=np.float32)
    return short
