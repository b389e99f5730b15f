"""Levels, measured by our own meter and by ffmpeg's (EBU R 128): speech, what lies under it, peaks."""

import re
import subprocess
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest

from generation.sketch import SketchRequest, understand
from generation.sketch.sound.limiter import CEILING, limited
from generation.sketch.sound.loudness import loudness
from generation.sketch.sound.mix import Stems, _mixed, sound_of, stems_of, write_sound
from generation.sketch.sound.noise import RATE
from generation.sketch.speech.performance import Performance, perform
from generation.sketch.speech.recital import is_installed

from .listening import level, sounding

spoken = pytest.mark.skipif(not is_installed(), reason="the extra `speech` is not installed")
LINES = (("ANNA", "The lamp is dark, and nobody is coming."), ("BO", "Then we light it ourselves."))
LOUD = ("A storm at sea, a lion roars, men fight.", "Fireworks over the crowd in the stadium.", "A rocket flies.")


def talking(action: str = "Anna and Bo talk in the café.", **fields) -> tuple[SketchRequest, Performance]:
    request = SketchRequest(action=action, **{"dialogue": LINES, "frames": 216, **fields})
    return request, perform(request)


def measured(path: Path) -> tuple[float, float]:
    """Integrated loudness (LUFS) and true peak (dBTP) as ffmpeg measures them."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostdin", "-i", str(path)]
    said = subprocess.run([*command, "-af", "ebur128=peak=true", "-f", "null", "-"], capture_output=True, check=True)
    summary = said.stderr.decode().rpartition("Summary:")[2]
    return tuple(float(re.search(name, summary)[1]) for name in (r"I:\s+(\S+) LUFS", r"Peak:\s+(\S+) dBFS"))


def test_loudness_of_a_known_tone() -> None:
    t = np.arange(2 * RATE) / RATE
    tone = np.sin(2 * np.pi * 997 * t) * 10 ** (-20 / 20)

    assert loudness(np.stack([tone, tone])) == pytest.approx(-20.0, abs=0.3)


@pytest.mark.parametrize(
    "action", ["Rain in the street.", "Waves on the coast.", "A storm at sea.", "A quiet library.", ""]
)
def test_our_meter_agrees_with_the_standard_one(tmp_path: Path, action: str) -> None:
    request = SketchRequest(action=action, frames=120)
    write_sound(request, understand(request), tmp_path / "sound.wav")

    lufs, peak = measured(tmp_path / "sound.wav")

    assert lufs == pytest.approx(loudness(sound_of(request, understand(request))), abs=0.5)
    assert -32 < lufs < -17
    assert peak < -1.0


@pytest.mark.parametrize("action", LOUD)
@pytest.mark.parametrize("frames", [12, 120])
def test_nothing_clips(action: str, frames: int) -> None:
    sound = sounding(action, frames=frames)

    assert np.abs(sound).max() <= CEILING + 1e-4
    assert -36 < loudness(sound) < -14


def test_a_storm_is_louder_than_a_library() -> None:
    assert loudness(sounding("A storm at sea.")) > loudness(sounding("", place="LIBRARY", setting="INT")) + 3


def test_the_limiter_turns_down_peaks_and_leaves_the_rest() -> None:
    rng = np.random.default_rng(1)
    quiet = rng.normal(0, 0.05, (2, RATE)).astype(np.float32)
    loud = quiet.copy()
    loud[:, 24_000:24_400] *= 40

    held = limited(loud)

    assert np.abs(held).max() <= CEILING + 1e-6
    assert np.array_equal(held[:, :20_000], loud[:, :20_000])
    assert np.array_equal(limited(quiet), quiet)
    change = np.abs(np.diff(held[0] / np.where(loud[0] == 0, 1, loud[0])))
    assert change.max() < 0.02


@spoken
@pytest.mark.parametrize("voice", ["", "whisper", "deep, hoarse", "high, fast, lively"])
def test_speech_is_at_sixteen_below(voice: str) -> None:
    cast = ({"name": "Anna", "kind": "character", "voice": voice},)
    request, performance = talking(cast=cast)
    sound = sound_of(request, understand(request))

    for line in performance.lines:
        part = sound[:, round(line.start * RATE) : round(line.stop * RATE)]
        assert loudness(part) == pytest.approx(-16.0, abs=1.0)


@spoken
@pytest.mark.parametrize("action", ["They talk in the café.", "They talk in the church.", LOUD[0]])
def test_the_bed_lies_well_under_speech_and_comes_back(action: str) -> None:
    request, performance = talking(action)
    stems = stems_of(request, understand(request))
    silent = Stems(stems.samples, stems.place, stems.spots, stems.music, [], stems.spoken)
    open_ = Stems(stems.samples, stems.place, stems.spots, stems.music, [], [])
    line = performance.lines[0]
    during = slice(round(line.start * RATE), round(line.stop * RATE))
    ducked, free = (_mixed(part, 0, stems.samples) for part in (silent, open_))

    assert loudness(ducked[:, during]) < -16 - 8
    assert level(free[:, during]) - level(ducked[:, during]) > 3.5
    after = slice(round((performance.lines[-1].stop + 0.7) * RATE), stems.samples)
    assert level(ducked[:, after]) == pytest.approx(level(free[:, after]), abs=0.1)


@spoken
def test_music_is_ducked_by_nine_decibels() -> None:
    request, performance = talking()
    stems = stems_of(request, understand(request))
    quiet = np.zeros_like(stems.place)
    ducked, free = (
        _mixed(Stems(stems.samples, quiet, [], stems.music, [], spoken_), 0, stems.samples)
        for spoken_ in (stems.spoken, [])
    )
    line = performance.lines[0]
    during = slice(round(line.start * RATE), round(line.stop * RATE))

    assert level(free[:, during]) - level(ducked[:, during]) == pytest.approx(9.0, abs=0.2)


@spoken
def test_speech_in_the_file_does_not_clip(tmp_path: Path) -> None:
    request, _performance = talking(LOUD[0])
    write_sound(request, understand(request), tmp_path / "sound.wav")

    lufs, peak = measured(tmp_path / "sound.wav")

    assert peak < -1.0
    assert -22 < lufs < -14


@spoken
def test_windows_join_without_a_seam() -> None:
    request, _performance = talking("Rain in the street, men fight.", frames=24 * 62, dialogue=LINES * 8)
    stems = stems_of(request, understand(request))

    sound = sound_of(request, understand(request))

    whole = limited(_mixed(stems, 0, stems.samples))
    for seam in (30 * RATE, 60 * RATE):
        assert np.abs(sound[:, seam - 500 : seam + 500] - whole[:, seam - 500 : seam + 500]).max() < 1e-3
