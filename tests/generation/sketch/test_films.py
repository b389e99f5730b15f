"""Moving pictures as files: decoded, counted, listened to; and what is refused."""

import io
import itertools
import os
import re
import subprocess
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import cv2
import imageio_ffmpeg
import numpy as np
import pytest
from PIL import Image

from generation.cutting import boxes, probing
from generation.cutting.mezzanine import Mezzanine, conforms
from generation.sketch import SketchRefused, SketchRequest, draw_film, draw_still, film

from .pictures import asked

ONE_AAC_FRAME = 1024 / 48_000


def ffmpeg(*arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [imageio_ffmpeg.get_ffmpeg_exe(), "-nostdin", "-hide_banner", *arguments], capture_output=True, check=False
    )


def decoded(path: Path, width: int, height: int, graph: str = "") -> np.ndarray:
    raw = ffmpeg(
        "-v",
        "error",
        "-i",
        str(path),
        "-map",
        "0:v",
        "-vf",
        f"{graph}format=rgb24",
        "-fps_mode",
        "passthrough",
        "-f",
        "rawvideo",
        "-pix_fmt",
        "rgb24",
        "-",
    ).stdout
    return np.frombuffer(raw, np.uint8).reshape(-1, height, width, 3)


def heard(path: Path) -> np.ndarray:
    raw = ffmpeg("-v", "error", "-i", str(path), "-map", "0:a", "-f", "f32le", "-ac", "2", "-").stdout
    return np.frombuffer(raw, np.float32).reshape(-1, 2)


def described(path: Path) -> str:
    return ffmpeg("-i", str(path)).stderr.decode()


def children() -> set[str]:
    listed = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    return {pid for task in listed for pid in task.read_text().split()}


@pytest.mark.parametrize(
    ("count", "rate", "size"),
    [
        (30, (24, 1), (128, 72)),
        (50, (25, 1), (72, 128)),
        (31, (30000, 1001), (96, 96)),
        (1, (24, 1), (128, 72)),
        (24, (24000, 1001), (168, 72)),
        (90, (60, 1), (64, 64)),
    ],
)
def test_frames_rate_and_sound_are_exact(
    tmp_path: Path, count: int, rate: tuple[int, int], size: tuple[int, int]
) -> None:
    path = tmp_path / "shot.mp4"

    draw_film(asked("A man walks on the beach.", frames=count, rate=rate, width=size[0], height=size[1]), path)

    picture, sound = decoded(path, *size), heard(path)
    assert picture.shape == (count, size[1], size[0], 3)
    assert sound.shape[0] / 48_000 == pytest.approx(float(count / Fraction(*rate)), abs=ONE_AAC_FRAME)


def test_the_file_is_what_the_house_asks_for(tmp_path: Path) -> None:
    path = tmp_path / "shot.mp4"

    draw_film(asked("A man walks on the beach.", frames=48, rate=(30000, 1001)), path)

    said = described(path)
    assert re.search(r"Video: h264 .*yuv420p", said)
    assert re.search(r"29\.97 fps", said)
    assert re.search(r"Audio: aac .*48000 Hz, stereo", said)
    head = path.read_bytes()
    assert head.index(b"moov") < head.index(b"mdat")


def test_groups_are_closed_and_one_second_long(tmp_path: Path) -> None:
    path = tmp_path / "shot.mp4"
    draw_film(asked("Waves.", place="SEA", frames=60), path)

    log = ffmpeg(
        "-debug_ts",
        "-skip_frame",
        "nokey",
        "-i",
        str(path),
        "-map",
        "0:v",
        "-fps_mode",
        "passthrough",
        "-f",
        "framecrc",
        "-",
    ).stdout.decode()

    keys = [int(line.split(",")[2]) for line in log.splitlines() if line.startswith("0,")]
    assert len(keys) == 3


def test_sound_is_neither_silent_nor_clipped_and_ends_clean(tmp_path: Path) -> None:
    path = tmp_path / "shot.mp4"

    draw_film(asked("Rain on the street.", frames=72), path)

    sound = heard(path)
    assert 0.02 < np.sqrt((sound**2).mean()) < 0.3
    assert np.abs(sound).max() < 0.99
    assert np.abs(sound[-200:]).max() < 0.05


def test_the_moving_picture_says_animatic_and_the_still_does_not(tmp_path: Path) -> None:
    path = tmp_path / "shot.mp4"
    request = asked("", place="SNOW FIELD", time_of_day="NOON", frames=2, slate="12A", width=640, height=360)

    draw_film(request, path)

    corner = decoded(path, 640, 360)[0][-40:, :220].astype(float)
    assert corner.min() < 130
    assert corner.max() > 225
    assert draw_still(replace(request, slate="1")) == draw_still(replace(request, slate="2"))


def test_the_timecode_counts(tmp_path: Path) -> None:
    path = tmp_path / "shot.mp4"
    draw_film(asked("", place="OFFICE", setting="INT", frames=8, width=640, height=360), path)

    corners = decoded(path, 640, 360)[:, -26:, :220].astype(float)

    assert all(np.abs(a - b).max() > 40 for a, b in itertools.pairwise(corners))


def test_progress_rises_to_one(tmp_path: Path) -> None:
    told: list[float] = []

    draw_film(asked("A cat.", frames=12), tmp_path / "shot.mp4", on_progress=told.append)

    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)


class Stopped(Exception):
    """The person pressed cancel."""


def test_an_abort_leaves_no_child_and_no_file(tmp_path: Path) -> None:
    before = children()

    def stop(fraction: float) -> None:
        if fraction > 0:
            raise Stopped

    with pytest.raises(Stopped):
        draw_film(asked("A storm at sea, three boats.", frames=600), tmp_path / "shot.mp4", on_progress=stop)

    assert children() == before
    assert list(tmp_path.iterdir()) == []


def test_a_dead_encoder_is_told_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "ffmpeg"
    broken.write_text("#!/bin/sh\necho 'no such encoder' >&2\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(broken))

    with pytest.raises(OSError, match="ffmpeg ended with 3: no such encoder"):
        draw_film(asked("A cat.", frames=48), tmp_path / "out" / ".." / "shot.mp4")

    assert [p.name for p in tmp_path.iterdir()] == ["ffmpeg"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"width": 10, "height": 10}, "A picture of 10 × 10 cannot be drawn: each side must be 64 to 3840 pixels."),
        ({"width": 20_000}, "A picture of 20000 × 180 cannot be drawn: each side must be 64 to 3840 pixels."),
        (
            {"width": 900, "height": 100},
            "A picture of 900 × 100 is too narrow: the sides may differ by 3 to 1 at most.",
        ),
        ({"width": 321}, "A moving picture of 321 × 180 cannot be written: both sides must be even numbers."),
        ({"frames": 0}, "A shot of 0 frames cannot be drawn: it must have at least 1 and last at most 600 seconds."),
        (
            {"frames": 100_000},
            "A shot of 100000 frames cannot be drawn: it must have at least 1 and last at most 600 seconds.",
        ),
        ({"rate": (24, 0)}, "24/0 frames per second is not possible: choose 1 to 120."),
        ({"size": "HUGE"}, "“HUGE” is not a size that can be drawn."),
        ({"look": "oil\x00\x1b"}, "“oil” is not a look that can be drawn."),
        ({"rate": (-24, 1)}, "-24/1 frames per second is not possible: choose 1 to 120."),
        (
            {"frames": 10**12},
            "A shot of 1000000000000 frames cannot be drawn: it must have at least 1 and last at most 600 seconds.",
        ),
        (
            {"first_frame": b"no picture"},
            "The picture to begin with cannot be read. Give a PNG, WebP or JPEG file of at most 32 MB.",
        ),
        (
            {"action": "x" * 20_001},
            "The action is 20001 characters long; a shot may have 20000. Split it into several shots.",
        ),
    ],
)
def test_the_absurd_is_refused_with_a_sentence(tmp_path: Path, fields: dict, sentence: str) -> None:
    request = replace(asked("A cat."), **fields)

    with pytest.raises(SketchRefused) as refused:
        draw_film(request, tmp_path / "shot.mp4")

    assert str(refused.value) == sentence
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text",
    [
        "word " * 4_000,
        "🎬🌧️🐕",
        "שלום עולם",
        "\x00\x1b[2J\u202eevil",
        "<svg/onload=alert(1)>&amp;\"'",
        "a dog " * 3_000,
        "نص عربي طويل",
    ],
)
def test_strange_words_are_drawn(text: str) -> None:
    png = draw_still(SketchRequest(action=text, width=128, height=72))

    assert png.startswith(b"\x89PNG")


def test_a_picture_that_would_be_too_large_to_unpack_is_refused(tmp_path: Path) -> None:
    huge = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(huge, "PNG")

    with pytest.raises(SketchRefused, match="cannot be read"):
        draw_film(replace(asked("A cat."), first_frame=huge.getvalue()), tmp_path / "shot.mp4")


@pytest.mark.parametrize("seed", [-5, 0, 2**70])
def test_any_seed_is_drawn(seed: int) -> None:
    assert draw_still(asked("Rain on the sea.", seed=seed)) == draw_still(asked("Rain on the sea.", seed=seed))


def test_strange_slates_and_casts_are_drawn(tmp_path: Path) -> None:
    cast = (
        {"name": "", "kind": "character"},
        {"name": "🎭", "kind": "character", "colour": "red"},
        {"name": "Bo", "colour": "url(#x)", "description": None},
    )
    request = asked("Bo waves at 🎭.", cast=cast, slate="\n🎬" * 40, frames=2)

    draw_film(request, tmp_path / "shot.mp4")

    assert (tmp_path / "shot.mp4").stat().st_size > 1000


@pytest.mark.parametrize("rate", [(24, 1), (25, 1), (24000, 1001)])
def test_the_picture_has_the_form_of_the_cut(tmp_path: Path, rate: tuple[int, int]) -> None:
    path = tmp_path / "shot.mp4"
    mezzanine = Mezzanine(320, 180, rate)

    draw_film(asked("A red boat at sea.", place="SEA", frames=30, rate=rate), path)

    probe = probing.inspect(path)
    picture = next(track for track in boxes.read_tracks(path) if track.handler == b"vide")
    assert conforms(probe, mezzanine)
    assert (probe.frames, picture.timescale) == (30, mezzanine.timescale)
    assert "yuv420p(tv, bt709" in described(path)


def test_the_colours_of_the_film_are_those_of_the_still(tmp_path: Path) -> None:
    path, request = tmp_path / "shot.mp4", asked("", place="DESERT", time_of_day="NOON", frames=2)

    draw_film(request, path)

    drawn = cv2.imdecode(np.frombuffer(draw_still(request), np.uint8), cv2.IMREAD_COLOR)[..., ::-1].astype(int)
    shown = decoded(path, 320, 180, "scale=in_color_matrix=bt709:flags=accurate_rnd,")[0].astype(int)
    middle = slice(40, 140)
    assert np.abs(drawn[middle].mean(axis=(0, 1)) - shown[middle].mean(axis=(0, 1))).max() < 2.5


def test_a_sound_that_breaks_off_is_told_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = children()

    def breaks_off(request, seen, to) -> None:
        to.write(b"RIFF")
        raise MemoryError("no room for a choir")

    monkeypatch.setattr(film, "write_sound", breaks_off)

    with pytest.raises(MemoryError, match="choir"):
        draw_film(asked("A cat.", frames=6), tmp_path / "shot.mp4")

    assert children() == before
    assert list(tmp_path.iterdir()) == []


def test_a_film_leaves_no_file_open(tmp_path: Path) -> None:
    def held() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    draw_film(asked("A cat.", frames=2), tmp_path / "shot.mp4")
    before = held()

    for _ in range(3):
        draw_film(asked("A cat.", frames=2), tmp_path / "shot.mp4")

    assert held() == before
