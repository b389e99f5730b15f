from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from generation.cutting.assembly import Piece, assemble
from generation.cutting.boxes import read_tracks, top_level
from generation.cutting.mezzanine import Mezzanine, conforms, hold_still, normalise
from generation.cutting.probing import BadMedia, inspect, verify
from generation.sketch.film import draw_film
from generation.sketch.request import SketchRequest

from .clips import LONGEST, SMALL, beep, colours, ffmpeg, heard, make_clip, names, onsets


def durations(path) -> dict[bytes, float]:
    return {track.handler: track.duration / track.timescale for track in read_tracks(path)}


@pytest.mark.parametrize(("frames", "seconds"), [(48, 2.0), (30, 2.0), (72, 2.0), (1, 2.0), (49, 2.0)])
def test_normalise_makes_exactly_the_frames(tmp_path, frames, seconds):
    source = make_clip(tmp_path / "source.mp4", seconds=seconds)

    probe = normalise(source, tmp_path / "take.mp4", frames=frames, mezzanine=SMALL)

    assert (probe.frames, len(colours(tmp_path / "take.mp4"))) == (frames, frames)
    assert verify(tmp_path / "take.mp4", **LONGEST) == probe
    assert conforms(probe, SMALL)


@pytest.mark.parametrize("rate", [(24, 1), (25, 1), (30, 1), (24000, 1001), (30000, 1001)])
def test_normalise_makes_sound_exactly_as_long_as_the_picture(tmp_path, rate):
    mezzanine = Mezzanine(320, 180, rate)
    source = make_clip(tmp_path / "source.mp4")

    probe = normalise(source, tmp_path / "take.mp4", frames=47, mezzanine=mezzanine)

    assert probe.rate == rate
    assert len(heard(tmp_path / "take.mp4")) == mezzanine.samples(47)
    picture = durations(tmp_path / "take.mp4")[b"vide"]
    assert picture == pytest.approx(mezzanine.seconds(47), abs=1e-9)


def test_normalise_holds_the_last_picture_of_a_short_clip(tmp_path):
    source = make_clip(tmp_path / "source.mp4", colour="blue", seconds=1)

    normalise(source, tmp_path / "take.mp4", frames=60, mezzanine=SMALL)

    assert names(tmp_path / "take.mp4") == ["blue"] * 60
    assert np.abs(heard(tmp_path / "take.mp4")[52000:]).max() < 0.001


def test_normalise_converts_the_rate_in_step(tmp_path):
    ffmpeg(
        *("-f", "lavfi", "-i", "color=red:s=320x180:r=30:d=1[a];color=blue:s=320x180:r=30:d=1[b];[a][b]concat"),
        *("-c:v", "libx264", "-pix_fmt", "yuv420p", str(tmp_path / "source.mp4")),
    )

    normalise(tmp_path / "source.mp4", tmp_path / "take.mp4", frames=48, mezzanine=SMALL)

    assert names(tmp_path / "take.mp4") == ["red"] * 24 + ["blue"] * 24


def test_normalise_adds_silence_to_a_silent_clip(tmp_path):
    source = make_clip(tmp_path / "source.mp4", sound=None)

    probe = normalise(source, tmp_path / "take.mp4", frames=48, mezzanine=SMALL)

    assert (probe.has_audio, probe.audio_rate, probe.audio_channels) == (True, 48000, 2)
    assert not heard(tmp_path / "take.mp4").any()


def test_normalise_keeps_the_moment_of_a_sound(tmp_path):
    source = make_clip(tmp_path / "source.mp4", sound=beep(0.75))

    normalise(source, tmp_path / "take.mp4", frames=48, mezzanine=SMALL)

    (onset,) = onsets(tmp_path / "take.mp4")
    assert abs(onset - 36000) < 200


def test_normalise_fits_a_tall_picture_between_black(tmp_path):
    source = make_clip(tmp_path / "source.mp4", colour="lime", size="90x180")

    normalise(source, tmp_path / "take.mp4", frames=3, mezzanine=SMALL)

    raw = ffmpeg("-i", str(tmp_path / "take.mp4"), "-frames:v", "1", "-pix_fmt", "rgb24", "-f", "rawvideo", "-")
    row = np.frombuffer(raw, "u1").reshape(180, 320, 3)[90]
    assert row[:110].max() < 8
    assert row[-110:].max() < 8
    assert row[120:200, 1].min() > 245


def test_normalise_takes_five_channels_and_odd_sizes(tmp_path):
    ffmpeg(
        *("-f", "lavfi", "-i", "testsrc2=s=321x181:r=24:d=1", "-f", "lavfi", "-i", "anoisesrc=d=1:a=0.1,pan=5.1|c0=c0"),
        *("-c:v", "libx264", "-pix_fmt", "yuv444p", "-c:a", "aac", str(tmp_path / "source.mp4")),
    )

    probe = normalise(tmp_path / "source.mp4", tmp_path / "take.mp4", frames=24, mezzanine=SMALL)

    assert conforms(probe, SMALL)


def test_normalise_makes_the_same_bytes_twice(tmp_path):
    source = make_clip(tmp_path / "source.mp4")

    first = normalise(source, tmp_path / "one.mp4", frames=30, mezzanine=SMALL)
    second = normalise(source, tmp_path / "two.mp4", frames=30, mezzanine=SMALL)

    assert first == second


def test_normalise_opens_each_second_with_a_picture_that_needs_no_other(tmp_path, clips):
    path = clips["red"]
    data = path.read_bytes()
    picture = next(track for track in read_tracks(path) if track.handler == b"vide")

    kinds = []
    for place, size in zip(picture.offsets.tolist(), picture.sizes.tolist(), strict=True):
        units, at = set(), place
        while at < place + size:
            units.add(data[at + 4] & 31)
            at += 4 + int.from_bytes(data[at : at + 4], "big")
        kinds.append(5 in units)

    assert [number for number, opens in enumerate(kinds) if opens] == [0, 24]


def test_normalise_puts_the_index_first_and_leaves_nothing_else(tmp_path):
    source = make_clip(tmp_path / "source.mp4")

    normalise(source, tmp_path / "take.mp4", frames=24, mezzanine=SMALL)

    with (tmp_path / "take.mp4").open("rb") as file:
        kinds = [box.kind for box in top_level(file)]
    assert kinds.index(b"moov") < kinds.index(b"mdat")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["source.mp4", "take.mp4"]
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("take-")]


def test_normalise_tells_progress_to_the_end(tmp_path):
    told = []
    source = make_clip(tmp_path / "source.mp4")

    normalise(source, tmp_path / "take.mp4", frames=48, mezzanine=SMALL, on_progress=told.append)

    assert told[-1] == 1.0
    assert told == sorted(told)


def test_normalise_leaves_no_target_when_the_source_is_no_video(tmp_path):
    source = tmp_path / "source.mp4"
    source.write_text("<html>")

    with pytest.raises(BadMedia):
        normalise(source, tmp_path / "take.mp4", frames=48, mezzanine=SMALL)

    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["source.mp4"]


def test_normalise_refuses_no_frames(tmp_path, whole):
    with pytest.raises(ValueError, match="at least one"):
        normalise(whole, tmp_path / "take.mp4", frames=0, mezzanine=SMALL)


def test_conforms_tells_a_foreign_file(whole, clips):
    assert conforms(inspect(clips["red"]), SMALL)
    assert not conforms(inspect(whole), SMALL)
    assert not conforms(inspect(clips["red"]), Mezzanine(320, 180, (25, 1)))
    assert not conforms(inspect(clips["red"]), Mezzanine(640, 360, (24, 1)))


@pytest.mark.parametrize("kind", ["png", "webp", "jpg"])
def test_hold_still_shows_the_picture_in_silence(tmp_path, kind):
    Image.new("RGB", (640, 360), "blue").save(tmp_path / f"panel.{kind}")

    probe = hold_still(tmp_path / f"panel.{kind}", tmp_path / "take.mp4", frames=31, mezzanine=SMALL)

    assert conforms(probe, SMALL)
    assert names(tmp_path / "take.mp4") == ["blue"] * 31
    assert not heard(tmp_path / "take.mp4").any()


def test_hold_still_writes_the_label_at_the_foot(tmp_path):
    Image.new("RGB", (320, 180), "blue").save(tmp_path / "panel.png")

    hold_still(
        tmp_path / "panel.png", tmp_path / "take.mp4", frames=2, mezzanine=SMALL, label="4B: no take: 'yet' %{n}"
    )

    raw = ffmpeg("-i", str(tmp_path / "take.mp4"), "-frames:v", "1", "-pix_fmt", "rgb24", "-f", "rawvideo", "-")
    page = np.frombuffer(raw, "u1").reshape(180, 320, 3).astype(int)
    assert page[:150, :, 0].max() < 30
    assert page[160:, :, 0].max() > 150


def test_hold_still_shrinks_a_label_that_is_too_long(tmp_path):
    Image.new("RGB", (320, 180), "blue").save(tmp_path / "panel.png")

    probe = hold_still(tmp_path / "panel.png", tmp_path / "take.mp4", frames=2, mezzanine=SMALL, label="long " * 400)

    assert probe.frames == 2


def test_hold_still_keeps_the_shape_of_a_picture_with_alpha(tmp_path):
    Image.new("RGBA", (100, 400), (255, 0, 0, 255)).save(tmp_path / "panel.png")

    hold_still(tmp_path / "panel.png", tmp_path / "take.mp4", frames=2, mezzanine=SMALL)

    raw = ffmpeg("-i", str(tmp_path / "take.mp4"), "-frames:v", "1", "-pix_fmt", "rgb24", "-f", "rawvideo", "-")
    row = np.frombuffer(raw, "u1").reshape(180, 320, 3)[90].astype(int)
    assert np.flatnonzero(row[:, 0] > 128).size == pytest.approx(45, abs=3)


@pytest.mark.parametrize("content", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\x89PNG\r\n\x1a\n broken"])
def test_hold_still_refuses_what_is_no_picture(tmp_path, content):
    (tmp_path / "panel.png").write_bytes(content)

    with pytest.raises(BadMedia) as refused:
        hold_still(tmp_path / "panel.png", tmp_path / "take.mp4", frames=2, mezzanine=SMALL)

    assert refused.value.code == "unreadable"


def test_hold_still_refuses_a_picture_that_unpacks_to_a_monster(tmp_path):
    Image.new("1", (5001, 5000)).save(tmp_path / "panel.png")

    with pytest.raises(BadMedia) as refused:
        hold_still(tmp_path / "panel.png", tmp_path / "take.mp4", frames=2, mezzanine=SMALL)

    assert refused.value.code == "too_large"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory) -> Path:
    """A take of 30 frames as the sketch engine draws it."""
    path = tmp_path_factory.mktemp("drawn") / "drawn.mp4"
    request = SketchRequest(action="Rain. Marta walks.", place="ROCKY COAST", frames=30, width=320, height=180)
    draw_film(request, path)
    return path


def packets(path: Path) -> list[bytes]:
    data = path.read_bytes()
    picture = next(track for track in read_tracks(path) if track.handler == b"vide")
    return [data[at : at + size] for at, size in zip(picture.offsets.tolist(), picture.sizes.tolist(), strict=True)]


def settings_of(path: Path) -> bytes:
    return next(track for track in read_tracks(path) if track.handler == b"vide").decoder_settings


def test_normalise_keeps_a_picture_of_our_own_as_it_is(tmp_path, drawn):
    probe = normalise(drawn, tmp_path / "take.mp4", frames=30, mezzanine=SMALL, keep_picture=True)

    assert packets(tmp_path / "take.mp4") == packets(drawn)
    assert verify(tmp_path / "take.mp4", **LONGEST) == probe
    assert len(heard(tmp_path / "take.mp4")) == SMALL.samples(30)
    assert durations(tmp_path / "take.mp4")[b"vide"] == pytest.approx(SMALL.seconds(30), abs=1e-9)


def test_kept_picture_is_joined_with_those_that_were_encoded(tmp_path, drawn, clips):
    normalise(drawn, tmp_path / "take.mp4", frames=30, mezzanine=SMALL, keep_picture=True)
    assert settings_of(tmp_path / "take.mp4") == settings_of(clips["red"])
    cut = [Piece(path=clips["red"], frames=48), Piece(path=tmp_path / "take.mp4", frames=30)]

    film = assemble(cut, tmp_path / "film.mp4", mezzanine=SMALL, work=tmp_path)

    assert film.probe.frames == 78
    assert names(tmp_path / "film.mp4")[:48] == ["red"] * 48
    assert colours(tmp_path / "film.mp4")[48:] == pytest.approx(np.array(colours(drawn)), abs=2)


@pytest.mark.parametrize(("frames", "mezzanine"), [(20, SMALL), (30, Mezzanine(160, 90, (24, 1)))])
def test_picture_of_another_length_or_size_is_made_anew(tmp_path, drawn, frames, mezzanine):
    probe = normalise(drawn, tmp_path / "take.mp4", frames=frames, mezzanine=mezzanine, keep_picture=True)

    assert (probe.frames, probe.width) == (frames, mezzanine.width)


@pytest.mark.parametrize("rate", [(25, 1), (30, 1), (24000, 1001), (30000, 1001)])
def test_sketch_engine_sets_a_decoder_up_as_we_do(tmp_path, rate):
    mezzanine = Mezzanine(320, 180, rate)
    draw_film(SketchRequest(action="Fog.", frames=6, width=320, height=180, rate=rate), tmp_path / "drawn.mp4")

    normalise(tmp_path / "drawn.mp4", tmp_path / "kept.mp4", frames=6, mezzanine=mezzanine, keep_picture=True)
    normalise(tmp_path / "drawn.mp4", tmp_path / "made.mp4", frames=6, mezzanine=mezzanine)

    assert packets(tmp_path / "kept.mp4") == packets(tmp_path / "drawn.mp4")
    assert settings_of(tmp_path / "kept.mp4") == settings_of(tmp_path / "made.mp4")
