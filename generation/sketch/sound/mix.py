"""A shot's sound: place, deeds, music and speech at their levels, and written down a window at a time."""

import wave
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

import numpy as np

from generation.sketch.drawing.compose import chance
from generation.sketch.reading.understood import Understood
from generation.sketch.request import SketchRequest
from generation.sketch.speech.performance import Performance, perform

from .ambience import ambience, voices_of
from .instruments import note
from .limiter import REACH, limited
from .loudness import loudness
from .music import bed, mood_of
from .noise import RATE
from .space import echo_of, sides, with_echo
from .spots import Spot, spots

SPEECH_LUFS = -16.0
MUSIC_LUFS = -28.0
QUIETEST_PLACE, LOUDEST_PLACE = -37.0, -24.0  # LUFS
SPOT_PEAK = 0.32  # of full scale, for a spot of gain 1
UNIT = 16 * RATE  # a longer shot hears its place again after so long
SEAM = RATE
WINDOW = 30 * RATE
EDGE = RATE // 40
# Decibels under speech, and how long it takes to get there and back.
DUCK_PLACE, DUCK_MUSIC, DUCK_SPOTS = -6.0, -9.0, -4.0
DUCK_BEFORE, DUCK_AFTER = 0.18, 0.55


@dataclass(frozen=True)
class Placed:
    """A sound, of one channel or two, that begins at a sample of the shot, and its gain to the left and right.

    Many may share one array, so that a long shot takes no more memory than a short one.
    """

    start: int
    sound: np.ndarray
    left: float = 1.0
    right: float = 1.0


@dataclass(frozen=True)
class Stems:
    """What a shot is mixed of: the unit that its place repeats, and the sounds that are laid over it."""

    samples: int
    place: np.ndarray
    spots: Sequence[Placed]
    music: Sequence[Placed]
    speech: Sequence[Placed]
    spoken: Sequence[tuple[float, float]]


def samples_of(request: SketchRequest) -> int:
    """Samples a channel that last exactly as long as the frames."""
    over, under = request.rate
    return max(1, round(request.frames * under * RATE / over))


def sound_of(request: SketchRequest, seen: Understood) -> np.ndarray:
    """Return the whole sound of a shot: two channels by samples, -1 to 1."""
    return np.concatenate(list(_windows(stems_of(request, seen))), axis=1)


def stems_of(request: SketchRequest, seen: Understood) -> Stems:
    """Return what the shot is mixed of; the same request gives the same bytes."""
    rng, samples = chance(request), samples_of(request)
    echo = echo_of(seen.place, seen.interior)
    performance = perform(request)
    return Stems(
        samples,
        _place(seen, rng, samples),
        _deeds(spots(request, seen, rng), echo),
        _music(seen, rng, request.seconds),
        _speech(performance, echo),
        _spoken(performance),
    )


def _place(seen: Understood, rng: np.random.Generator, samples: int) -> np.ndarray:
    around = _seamless(ambience(seen, rng, UNIT + SEAM), SEAM) if samples > UNIT else ambience(seen, rng, samples)
    strength = np.sqrt(sum(strength**2 for strength in voices_of(seen).values()))
    wanted = QUIETEST_PLACE + (LOUDEST_PLACE - QUIETEST_PLACE) * min(1.0, float(strength))
    return _levelled(around, wanted)


def _deeds(found: Sequence[Spot], echo: tuple[float, float]) -> list[Placed]:
    echoed: dict[int, np.ndarray] = {}
    deeds = []
    for spot in found:
        sound = echoed.get(id(spot.sound))
        if sound is None:
            sound = echoed[id(spot.sound)] = with_echo(spot.sound, echo)
        left, right = sides(spot.side)
        deeds.append(Placed(round(spot.at * RATE), sound, SPOT_PEAK * spot.gain * left, SPOT_PEAK * spot.gain * right))
    return deeds


def _music(seen: Understood, rng: np.random.Generator, seconds: float) -> list[Placed]:
    played = []
    for each in bed(mood_of(seen), rng, seconds):
        left, right = sides(each.side)
        sound = note(each.instrument, each.freq, round(each.length, 4))
        played.append(Placed(round(each.at * RATE), sound, each.gain * left, each.gain * right))
    gain = float(_gain_to(_overlaid(played, 0, min(round(seconds * RATE), WINDOW)), MUSIC_LUFS))
    return [replace(each, left=each.left * gain, right=each.right * gain) for each in played]


def _speech(performance: Performance, echo: tuple[float, float]) -> list[Placed]:
    """Every line at the level of speech; the place answers less than it does to steps, so that words stay clear."""
    said = []
    for line in performance.lines:
        if line.sound is not None and line.sound.size:
            voice = line.sound * _gain_to(np.stack([line.sound, line.sound]), SPEECH_LUFS)
            answer = with_echo(voice, (echo[0], 0.3 * echo[1]))
            said.append(Placed(round(line.start * RATE), answer))
    return said


def _spoken(performance: Performance) -> list[tuple[float, float]]:
    return [(line.start, line.stop) for line in performance.lines if line.sound is not None]


def _windows(stems: Stems) -> Iterator[np.ndarray]:
    for start in range(0, stems.samples, WINDOW):
        size = min(WINDOW, stems.samples - start)
        # A gain depends on what is near, so a window is mixed with its surroundings, and the seams do not show.
        before, after = min(start, REACH), min(stems.samples - start - size, REACH)
        mix = limited(_mixed(stems, start - before, before + size + after))[:, before : before + size]
        yield _edged(mix, start, stems.samples)


def _mixed(stems: Stems, start: int, size: int) -> np.ndarray:
    times = np.arange(start, start + size) if stems.spoken else None
    mix = stems.place[:, np.arange(start, start + size) % stems.place.shape[1]] * _duck(stems, times, DUCK_PLACE)
    mix += _overlaid(stems.music, start, size) * _duck(stems, times, DUCK_MUSIC)
    mix += _overlaid(stems.spots, start, size) * _duck(stems, times, DUCK_SPOTS)
    return mix + _overlaid(stems.speech, start, size)


def _duck(stems: Stems, times: np.ndarray | None, depth: float) -> np.ndarray | np.float32:
    """The gain of what lies under speech, for each sample."""
    if times is None:
        return np.float32(1.0)
    return (10 ** (depth * _under_speech(stems.spoken, times) / 20)).astype(np.float32)


def _under_speech(spoken: Sequence[tuple[float, float]], times: np.ndarray) -> np.ndarray:
    """How far speech has pushed the rest down, 0 to 1, at these samples."""
    xs: list[float] = []
    ys: list[float] = []
    for start, stop in spoken:
        if xs and start - DUCK_BEFORE <= xs[-1]:
            # The next line comes before the bed is back: it stays down.
            xs[-2:], ys[-2:] = [], []
        else:
            xs += [start - DUCK_BEFORE, start]
            ys += [0.0, 1.0]
        xs += [stop, stop + DUCK_AFTER]
        ys += [1.0, 0.0]
    return np.interp(times, np.array(xs) * RATE, ys)


def _overlaid(sounds: Sequence[Placed], start: int, size: int) -> np.ndarray:
    out = np.zeros((2, size), np.float32)
    for each in sounds:
        first, last = max(start, each.start), min(start + size, each.start + each.sound.shape[-1])
        if first < last:
            part = np.atleast_2d(each.sound)[:, first - each.start : last - each.start]
            out[0, first - start : last - start] += np.float32(each.left) * part[0]
            out[1, first - start : last - start] += np.float32(each.right) * part[-1]
    return out


def _seamless(sound: np.ndarray, seam: int) -> np.ndarray:
    """Fold the last `seam` samples into the first, so that the rest repeats without a click."""
    fade = np.sqrt(np.linspace(0, 1, seam, dtype=np.float32))
    loop = sound[:, :-seam].copy()
    loop[:, :seam] = loop[:, :seam] * fade + sound[:, -seam:] * fade[::-1]
    return loop


def _gain_to(sound: np.ndarray, level: float) -> np.float32:
    measured = loudness(sound)
    return np.float32(0.0 if measured <= -69 else 10 ** ((level - measured) / 20))


def _levelled(sound: np.ndarray, level: float) -> np.ndarray:
    return sound * _gain_to(sound, level)


def _edged(mix: np.ndarray, start: int, samples: int) -> np.ndarray:
    """Begin and end the shot in silence."""
    edge = min(samples // 2, EDGE)
    if edge:
        places = np.arange(start, start + mix.shape[1])
        mix = mix * np.minimum(1.0, np.minimum(places, samples - 1 - places) / edge).astype(np.float32)
    return mix


def write_sound(request: SketchRequest, seen: Understood, to: Path | IO[bytes]) -> None:
    """Write the shot's sound as 16-bit WAV, 48 kHz stereo, a window at a time; silence where none is wanted.

    `to` is a path, or a file that is written from front to back, as a pipe is.
    """
    samples = samples_of(request)
    with wave.open(str(to) if isinstance(to, Path) else to, "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.setnframes(samples)  # said beforehand, so that the head need not be mended afterwards
        windows = _windows(stems_of(request, seen)) if request.sound else _silence(samples)
        for part in windows:
            file.writeframesraw((part.T * 32767).astype("<i2").tobytes())


def _silence(samples: int) -> Iterator[np.ndarray]:
    for start in range(0, samples, WINDOW):
        yield np.zeros((2, min(WINDOW, samples - start)))
