import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from generation.cutting import ffmpeg as runner
from generation.cutting import picture
from generation.cutting.assembly import Chapter, Piece, assemble, poster, space_needed
from generation.cutting.boxes import read_tracks, top_level
from generation.cutting.mezzanine import Mezzanine, normalise
from generation.cutting.pieces import place
from generation.cutting.probing import BadMedia, verify

from .clips import LONGEST, SMALL, beep, colours, ffmpeg, heard, loudness, make_clip, names, onsets

ROOT = Path(__file__).parents[3]


def film_of(tmp_path, cut, **options):
    """Assemble a cut; returns the film and its path."""
    target = tmp_path / "film.mp4"
    return assemble(cut, target, mezzanine=SMALL, work=tmp_path, **options), target


def take(tmp_path, name, mezzanine=SMALL, frames=48, **clip) -> Path:
    source = make_clip(tmp_path / f"{name}-source.mp4", **clip)
    normalise(source, tmp_path / f"{name}.mp4", frames=frames, mezzanine=mezzanine)
    return tmp_path / f"{name}.mp4"


def aged(new: Path, target: Path) -> Path:
    """The take as an encoder with other settings would have made it."""
    coding = ["-c:v", "libx264", "-refs", "4", "-crf", "18", "-profile:v", "high", "-bf", "0", "-g", "24"]
    source = target.with_name(f"{target.stem}-source.mp4")
    ffmpeg("-i", str(new), *coding, "-c:a", "aac", str(source))
    normalise(source, target, frames=48, mezzanine=SMALL, keep_picture=True)
    assert read_tracks(target)[0].decoder_settings != read_tracks(new)[0].decoder_settings
    return target


def counted(tmp_path) -> Path:
    """A take of 72 frames, each with its number in eight bars: white is 1, the left one counts 1, the next 2, 4, ..."""
    ffmpeg(
        *("-f", "lavfi", "-i", "color=black:s=320x180:r=24:d=3,format=yuv420p"),
        *("-vf", "geq=lum='16+219*mod(floor(N/pow(2,floor(X/40))),2)':cb=128:cr=128"),
        *("-c:v", "libx264", "-qp", "0", "-f", "matroska", str(tmp_path / "counted.mkv")),
    )
    normalise(tmp_path / "counted.mkv", tmp_path / "counted.mp4", frames=72, mezzanine=SMALL)
    return tmp_path / "counted.mp4"


def numbers(path) -> list[int]:
    """Which frame of the counted take each frame is."""
    raw = ffmpeg("-i", str(path), "-vf", "scale=8:1:flags=area,format=gray", "-f", "rawvideo", "-")
    bars = np.frombuffer(raw, "u1").reshape(-1, 8) > 100
    return (bars * 2 ** np.arange(8)).sum(axis=1).tolist()


def test_one_piece_is_a_film(tmp_path, clips):
    film, path = film_of(tmp_path, [Piece(clips["red"], 48)])

    assert film.duration_frames == film.probe.frames == 48
    assert film.probe == verify(path, **LONGEST)
    assert names(path) == ["red"] * 48


def test_hard_cuts_change_the_picture_at_the_very_frame(tmp_path, clips):
    film, path = film_of(tmp_path, [Piece(clips[colour], 48) for colour in ("red", "lime", "blue")])

    assert film.duration_frames == 144
    assert names(path) == ["red"] * 48 + ["lime"] * 48 + ["blue"] * 48


def test_hard_cuts_copy_the_pictures_of_the_takes(tmp_path, clips):
    _film, path = film_of(tmp_path, [Piece(clips["red"], 48), Piece(clips["lime"], 48)])

    def hashes(file):
        said = ffmpeg("-i", str(file), "-map", "0:v", "-f", "framemd5", "-").decode()
        return re.findall(r"[0-9a-f]{32}", said)

    assert hashes(path) == hashes(clips["red"]) + hashes(clips["lime"])


@pytest.mark.parametrize(("first", "last"), [(0, 30), (24, 72), (24, 50), (7, 41), (30, 72), (71, 72), (47, 49)])
def test_in_and_out_points_are_exact(tmp_path, first, last):
    path = counted(tmp_path)
    cut = [Piece(path, 72), Piece(path, 72, first, last), Piece(path, 72, 0, 24)]

    film, made = film_of(tmp_path, cut)

    assert film.duration_frames == 72 + last - first + 24
    assert numbers(made) == [*range(72), *range(first, last), *range(24)]


@pytest.mark.parametrize("rate", [(24000, 1001), (30000, 1001), (25, 1), (30, 1)])
def test_in_and_out_points_are_exact_at_every_rate(tmp_path, rate):
    mezzanine = Mezzanine(320, 180, rate)
    group = mezzanine.group
    parts = "".join(
        f"color={c}:s=320x180:r={rate[0]}/{rate[1]}:d=9,trim=end_frame={group}[{c}];" for c in ("red", "blue")
    )
    ffmpeg(
        *("-f", "lavfi", "-i", f"{parts}[red][blue]concat"),
        *("-c:v", "libx264", "-pix_fmt", "yuv420p", str(tmp_path / "source.mp4")),
    )
    path = tmp_path / "take.mp4"
    normalise(tmp_path / "source.mp4", path, frames=2 * group, mezzanine=mezzanine)
    cut = [
        Piece(path, 2 * group, group),
        Piece(path, 2 * group, 0, group),
        Piece(path, 2 * group, group - 2, group + 3),
    ]

    film = assemble(cut, tmp_path / "film.mp4", mezzanine=mezzanine, work=tmp_path)

    assert names(tmp_path / "film.mp4") == ["blue"] * group + ["red"] * group + ["red"] * 2 + ["blue"] * 3
    assert film.probe.rate == rate


def test_a_dissolve_mixes_the_first_frames_and_keeps_the_length(tmp_path, clips):
    cut = [Piece(clips["red"], 48), Piece(clips["blue"], 48, transition="dissolve", transition_frames=12)]

    film, path = film_of(tmp_path, cut)

    seen = colours(path)
    assert film.duration_frames == len(seen) == 96
    assert names(path)[:49] == ["red"] * 49
    reds = [red for red, _green, _blue in seen[48:60]]
    assert reds == sorted(reds, reverse=True)
    assert seen[54] == pytest.approx((127, 0, 127), abs=14)
    assert names(path)[60:] == ["blue"] * 36


def test_a_dissolve_shows_what_the_piece_before_has_behind_its_out_point(tmp_path, clips):
    parts = "color=red:s=320x180:r=24:d=1[a];color=blue:s=320x180:r=24:d=2[b];[a][b]concat"
    ffmpeg("-f", "lavfi", "-i", parts, "-c:v", "libx264", "-pix_fmt", "yuv420p", str(tmp_path / "source.mp4"))
    normalise(tmp_path / "source.mp4", tmp_path / "take.mp4", frames=72, mezzanine=SMALL)
    cut = [
        Piece(tmp_path / "take.mp4", 72, 0, 24),
        Piece(clips["lime"], 48, transition="dissolve", transition_frames=24),
    ]

    _film, made = film_of(tmp_path, cut)

    assert names(made)[22:26] == ["red", "red", "blue", "blue"]
    assert colours(made)[36] == pytest.approx((0, 127, 127), abs=14)


def test_a_fade_in_comes_up_from_black(tmp_path, clips):
    cut = [Piece(clips["red"], 48), Piece(clips["blue"], 48, transition="fade_in", transition_frames=10)]

    _film, path = film_of(tmp_path, cut)

    blues = [blue for _red, _green, blue in colours(path)]
    assert names(path)[47:49] == ["red", "black"]
    assert blues[48:58] == sorted(blues[48:58])
    assert names(path)[58:] == ["blue"] * 38


def test_a_fade_out_ends_its_own_piece_in_black(tmp_path, clips):
    cut = [Piece(clips["red"], 48, transition="fade_out", transition_frames=12), Piece(clips["blue"], 48)]

    _film, path = film_of(tmp_path, cut)

    seen = colours(path)
    assert names(path)[:37] == ["red"] * 37
    assert [red for red, _green, _blue in seen[36:48]] == sorted((red for red, _g, _b in seen[36:48]), reverse=True)
    assert seen[47][0] < 40
    assert names(path)[48:] == ["blue"] * 48


def test_a_dip_goes_through_black_across_the_cut(tmp_path, clips):
    cut = [Piece(clips["red"], 48), Piece(clips["blue"], 48, transition="dip_black", transition_frames=12)]

    film, path = film_of(tmp_path, cut)

    seen = colours(path)
    assert film.duration_frames == 96
    assert names(path)[:42] == ["red"] * 42
    assert max(*seen[47], *seen[48]) < 60
    assert names(path)[54:] == ["blue"] * 42


@pytest.mark.parametrize("kind", ["dissolve", "fade_in", "dip_black", "fade_out"])
@pytest.mark.parametrize("frames", [0, 1, 48, 500])
def test_a_transition_of_any_length_keeps_the_frames(tmp_path, clips, kind, frames):
    cut = [Piece(clips[colour], 48, transition=kind, transition_frames=frames) for colour in ("red", "blue")]

    film, path = film_of(tmp_path, cut)

    assert len(colours(path)) == film.duration_frames == 96
    assert len(heard(path)) == SMALL.samples(96)


def test_a_transition_with_trimmed_pieces_is_exact(tmp_path):
    path = counted(tmp_path)
    cut = [
        Piece(path, 72, 5, 60, transition="fade_in", transition_frames=4),
        Piece(path, 72, 9, 70, transition="fade_out", transition_frames=6),
    ]

    _film, made = film_of(tmp_path, cut)

    seen = numbers(made)
    assert seen[3:55] == [*range(8, 60)]
    assert seen[55:110] == [*range(9, 64)]


def test_each_beep_is_heard_in_step_with_its_picture(tmp_path, clips):
    cut = [Piece(clips[colour], 48) for colour in ("red", "lime", "blue", "red", "lime") * 6]

    _film, path = film_of(tmp_path, cut)

    found = onsets(path)
    wanted = [SMALL.samples(48 * number) + 24000 for number in range(30)]
    assert len(found) == 30
    assert max(abs(a - b) for a, b in zip(found, wanted, strict=True)) < 600


def test_sound_does_not_drift_when_takes_do_not_end_on_a_packet(tmp_path):
    mezzanine = Mezzanine(320, 180, (30000, 1001))
    path = take(tmp_path, "odd", mezzanine, frames=31, seconds=1.1, sound=beep(0.3))

    film = assemble([Piece(path, 31)] * 60, tmp_path / "film.mp4", mezzanine=mezzanine, work=tmp_path)

    found = onsets(tmp_path / "film.mp4")
    wanted = [mezzanine.samples(31 * number) + 14400 for number in range(60)]
    assert max(abs(a - b) for a, b in zip(found, wanted, strict=True)) < 700
    assert len(heard(tmp_path / "film.mp4")) == mezzanine.samples(film.duration_frames)


def test_a_trimmed_piece_is_heard_from_its_in_point(tmp_path, clips):
    _film, path = film_of(
        tmp_path, [Piece(clips["lime"], 48, 30), Piece(clips["red"], 48, 9), Piece(clips["red"], 48, 4, 20)]
    )

    found = onsets(path)
    wanted = [SMALL.samples(18) + 24000 - SMALL.samples(9), SMALL.samples(57) + 24000 - SMALL.samples(4)]
    assert np.abs(np.array(found) - wanted).max() < 600


def test_beeps_stay_in_step_through_transitions(tmp_path, clips):
    cut = [
        Piece(clips["red"], 48),
        Piece(clips["lime"], 48, transition="dissolve", transition_frames=10),
        Piece(clips["blue"], 48, transition="dip_black", transition_frames=16),
        Piece(clips["red"], 48, 3, 45, transition="fade_in", transition_frames=5),
    ]

    _film, path = film_of(tmp_path, cut)

    wanted = [24000, 120000, 216000, SMALL.samples(144) + 24000 - SMALL.samples(3)]
    found = onsets(path)
    assert np.abs(np.array(found) - wanted).max() < 600


def test_a_steady_tone_runs_through_a_mixed_part_without_a_click(tmp_path):
    path = take(tmp_path, "tone", sound="sine=frequency=500,volume=4")
    cut = [
        Piece(path, 48, transition="fade_out", transition_frames=6),
        Piece(path, 48, transition="fade_in", transition_frames=6),
    ]

    _film, made = film_of(tmp_path, cut, loudness=None)

    def sharpest(file):
        return np.abs(np.diff(heard(file)[4800:-4800, 0].astype(float), 2)).max()

    assert sharpest(made) < 1.5 * sharpest(path)


def test_a_dissolve_fades_one_sound_into_the_other(tmp_path):
    low = take(tmp_path, "low", frames=72, seconds=3, sound="sine=frequency=300,volume=3")
    high = take(tmp_path, "high", frames=72, seconds=3, sound="sine=frequency=3000,volume=3")
    cut = [Piece(low, 72, 0, 48), Piece(high, 72, transition="dissolve", transition_frames=24)]

    _film, path = film_of(tmp_path, cut, loudness=None)

    wave = heard(path)[:, 0]

    def level(hertz, at):
        part = wave[at : at + 4800] * np.hanning(4800)
        return np.abs(np.dot(part, np.exp(-2j * np.pi * hertz * np.arange(4800) / 48000)))

    start = SMALL.samples(48)
    full = level(300, start - 9600)
    assert level(3000, start - 9600) < full * 0.01
    assert level(300, start + 21600) == pytest.approx(full * 0.707, rel=0.15)
    assert level(3000, start + 21600) == pytest.approx(full * 0.707, rel=0.15)
    assert level(300, start + 60000) < full * 0.01


@pytest.mark.parametrize("volume", ["-15dB", "-6dB", "0dB", "12dB"])
def test_a_film_is_as_loud_as_it_should_be(tmp_path, volume):
    path = take(tmp_path, "pink", frames=96, seconds=4, sound=f"anoisesrc=c=pink:a=0.5:r=48000,volume={volume}")

    film, made = film_of(tmp_path, [Piece(path, 96)] * 3)

    integrated, peak = loudness(made)
    assert integrated == pytest.approx(-14.0, abs=1.0)
    assert film.measured_loudness == pytest.approx(integrated, abs=0.2)
    assert peak <= -0.9


def test_loud_and_soft_takes_keep_their_difference(tmp_path):
    soft = take(tmp_path, "soft", sound="anoisesrc=c=pink:a=0.5:r=48000:seed=1,volume=-12dB")
    loud = take(tmp_path, "loud", sound="anoisesrc=c=pink:a=0.5:r=48000:seed=1,volume=-4dB")

    _film, path = film_of(tmp_path, [Piece(loud, 48), Piece(soft, 48), Piece(loud, 48)])

    wave = heard(path)[:, 0]
    ratio = wave[5000:90000].std() / wave[101000:186000].std()
    assert 20 * np.log10(ratio) == pytest.approx(8, abs=0.7)
    assert loudness(path)[0] == pytest.approx(-14.0, abs=1.0)


def test_sharp_peaks_are_held_under_the_ceiling(tmp_path):
    clicks = "aevalsrc='0.05*sin(2*PI*440*t)+0.9*lt(mod(t,1),0.0008)*sin(2*PI*2500*t)':s=48000"
    path = take(tmp_path, "clicks", frames=96, seconds=4, sound=clicks)

    _film, made = film_of(tmp_path, [Piece(path, 96)] * 3)

    integrated, peak = loudness(made)
    assert peak <= -0.5
    assert integrated == pytest.approx(-14.0, abs=1.0)


def test_a_silent_film_stays_silent(tmp_path):
    path = take(tmp_path, "silent", sound=None)

    film, made = film_of(tmp_path, [Piece(path, 48)] * 2)

    assert film.measured_loudness is None
    assert not heard(made).any()


def test_without_a_target_the_sound_is_left_as_it_is(tmp_path, clips):
    _film, path = film_of(tmp_path, [Piece(clips["red"], 48)], loudness=None)

    assert np.array_equal(heard(path), heard(clips["red"]))


def test_sound_and_picture_are_equally_long(tmp_path, clips):
    _film, path = film_of(tmp_path, [Piece(clips["red"], 48, 0, 31), Piece(clips["lime"], 48, 5)])

    picture_track = next(track for track in read_tracks(path) if track.handler == b"vide")
    assert picture_track.duration / picture_track.timescale == pytest.approx(74 / 24, abs=1e-9)
    assert len(heard(path)) == SMALL.samples(74)


def test_chapters_are_read_back_at_their_frames(tmp_path, clips):
    titles = ["INT. KITCHEN - NIGHT", "EXT. Straße; é=#\\ 夜\n[CHAPTER]\ntitle=false"]
    cut = [
        Piece(clips["red"], 48, chapter=titles[0]),
        Piece(clips["lime"], 48),
        Piece(clips["blue"], 48, chapter=titles[1]),
    ]

    film, path = film_of(tmp_path, cut)

    found = chapters_of(path)
    assert film.chapters == (Chapter(titles[0], 0, 96), Chapter(titles[1], 96, 144))
    assert found == [
        ("0.000000", "4.000000", "INT. KITCHEN - NIGHT"),
        ("4.000000", "6.000000", "EXT. Straße; é=#\\ 夜 [CHAPTER] title=false"),
    ]


def chapters_of(path) -> list[tuple[str, str, str]]:
    """Start and end in seconds and title of each chapter, as a player reads them."""
    said = ffmpeg("-i", str(path), "-f", "ffmetadata", "-").decode()
    found = re.findall(r"TIMEBASE=(\d+)/(\d+)\nSTART=(\d+)\nEND=(\d+)\ntitle=(.*)", said)
    return [
        (
            *(f"{int(moment) * int(count) / int(of):.6f}" for moment in (start, end)),
            re.sub(r"\\(.)", r"\1", title),
        )
        for count, of, start, end, title in found
    ]


def test_the_first_chapter_may_begin_later_than_the_film(tmp_path, clips):
    cut = [
        Piece(clips["red"], 48, 0, 31),
        Piece(clips["lime"], 48, chapter="One"),
        Piece(clips["blue"], 48, chapter="Two"),
    ]

    film, path = film_of(tmp_path, cut)

    assert film.chapters == (Chapter("One", 31, 79), Chapter("Two", 79, 127))
    assert chapters_of(path) == [("1.291667", "3.291667", "One"), ("3.291667", "5.291667", "Two")]


def test_more_chapters_than_the_short_list_holds_are_all_there(tmp_path, clips):
    title = "EXT. ÜBER DEN WOLKEN ".rstrip() + "é" * 200
    cut = [Piece(clips["red"], 48, n % 2 * 24, n % 2 * 24 + 3, chapter=f"{n} {title}") for n in range(300)]

    _film, path = film_of(tmp_path, cut)

    found = chapters_of(path)
    assert [name for _start, _end, name in found] == [f"{n} {title}" for n in range(300)]
    assert found[-1][:2] == ("37.375000", "37.500000")


def test_a_film_without_scenes_has_no_chapters(tmp_path, clips):
    film, path = film_of(tmp_path, [Piece(clips["red"], 48)])

    assert (film.chapters, chapters_of(path), len(read_tracks(path))) == ((), [], 2)


def test_the_index_stands_before_the_content_and_accounts_for_every_byte_of_it(tmp_path, clips):
    _film, path = film_of(
        tmp_path, [Piece(clips["red"], 48, n % 10 // 9 * 3, 40, chapter=f"Scene {n}") for n in range(40)]
    )

    with path.open("rb") as file:
        found = list(top_level(file))
    samples = [
        (place, place + size)
        for track in read_tracks(path)
        for place, size in zip(track.offsets.tolist(), track.sizes.tolist(), strict=True)
    ]
    samples.sort()
    content = found[-1]
    assert [box.kind for box in found] == [b"ftyp", b"moov", b"mdat"]
    assert [end for _start, end in samples[:-1]] == [start for start, _end in samples[1:]]
    assert (samples[0][0], samples[-1][1]) == (content.start, content.start + content.size)


def test_sound_and_picture_of_a_moment_lie_near_each_other(tmp_path, clips):
    cut = [Piece(clips[name], 48, 5, transition="dissolve") for name in ("red", "lime", "blue") * 2]

    _film, path = film_of(tmp_path, cut)

    picture_track, sound_track = read_tracks(path)
    behind = [
        np.searchsorted(sound_track.offsets, picture_track.offsets[frame]) * 1024 / 48000 - frame / 24
        for frame in range(0, len(picture_track.sizes), 12)
    ]
    assert np.abs(behind).max() < 0.2


def test_the_same_cut_twice_is_the_same_film(tmp_path, clips):
    cut = [Piece(clips["red"], 48), Piece(clips["blue"], 48, 3, transition="dissolve")]

    first, _path = film_of(tmp_path, cut)
    second, _path = film_of(tmp_path, cut)

    assert first.probe.sha256 == second.probe.sha256


def test_names_of_files_say_nothing_to_ffmpeg(tmp_path, clips):
    room = tmp_path / "it's 100% 'a'\nfile secret.mp4\ninpoint 1"
    room.mkdir()
    path = room / "http:;|'x' %05d.mp4"
    path.write_bytes(clips["lime"].read_bytes())
    cut = [Piece(path, 48), Piece(path, 48, 5, transition="dissolve")]

    film = assemble(cut, room / "out'put %d.mp4", mezzanine=SMALL, work=room)

    assert film.duration_frames == 91
    assert names(room / "out'put %d.mp4") == ["lime"] * 91


def test_the_work_directory_is_left_empty(tmp_path, clips):
    work = tmp_path / "work"
    work.mkdir()

    assemble(
        [Piece(clips["red"], 48), Piece(clips["blue"], 48, transition="dissolve")],
        tmp_path / "film.mp4",
        mezzanine=SMALL,
        work=work,
    )

    assert list(work.iterdir()) == []


def test_no_target_is_left_when_it_fails(tmp_path, clips, monkeypatch):
    monkeypatch.setattr(runner, "LAUNCHER", tmp_path / "absent.py")

    with pytest.raises(runner.FfmpegFailed):
        film_of(tmp_path, [Piece(clips["red"], 48, transition="fade_in")])

    assert list(tmp_path.iterdir()) == []


def test_a_take_that_ends_before_its_content_is_refused_and_leaves_no_target(tmp_path, clips):
    (tmp_path / "take.mp4").write_bytes(clips["red"].read_bytes())
    placed_at = read_tracks(clips["red"])[0].offsets[-1]

    def cut_off(_share):
        os.truncate(tmp_path / "take.mp4", placed_at)

    with pytest.raises(BadMedia) as refused:
        film_of(
            tmp_path,
            [Piece(clips["blue"], 48, transition="fade_in"), Piece(tmp_path / "take.mp4", 48)],
            on_progress=cut_off,
        )

    assert refused.value.code == "truncated"
    assert list(tmp_path.iterdir()) == [tmp_path / "take.mp4"]


def test_progress_runs_from_little_to_all(tmp_path, clips):
    told = []

    film_of(
        tmp_path, [Piece(clips["red"], 48), Piece(clips["blue"], 48, 3, transition="dissolve")], on_progress=told.append
    )

    assert told == sorted(told)
    assert (told[0] > 0, told[-1]) == (True, 1.0)


def test_a_take_of_another_encoder_is_encoded_as_a_whole(clips):
    placed = place([Piece(clips["red"], 48), Piece(clips["blue"], 48)], SMALL)
    placed[1] = replace(placed[1], take=replace(placed[1].take, settings=b"other"))

    spans = list(picture.spans(placed, SMALL, placed[0].take.settings))

    assert [(span.first, span.last, span.copied) for span in spans] == [(0, 48, True), (0, 48, False)]


@pytest.mark.parametrize("old", [("red",), ("blue",), ("red", "blue")])
def test_takes_from_before_the_encoder_changed_are_joined_with_what_it_makes_now(tmp_path, clips, old):
    """The picture of such a take has its own decoder settings; played with other ones it would be a smear."""
    takes = {
        colour: aged(clips[colour], tmp_path / f"{colour}.mp4") if colour in old else clips[colour] for colour in clips
    }
    cut = [
        Piece(takes["red"], 48),
        Piece(takes["blue"], 48, transition="fade_in", transition_frames=6),
        Piece(takes["lime"], 48),
    ]

    film, path = film_of(tmp_path, cut)

    assert film.probe == verify(path, **LONGEST)
    assert names(path)[:48] + names(path)[54:] == ["red"] * 48 + ["blue"] * 42 + ["lime"] * 48


def test_only_what_a_transition_touches_is_encoded(clips):
    cut = [Piece(clips["red"], 48, 3), Piece(clips["blue"], 48, transition="dissolve", transition_frames=12)]
    placed = place(cut, SMALL)

    spans = list(picture.spans(placed, SMALL, placed[0].take.settings))

    assert [(span.first, span.last, span.copied) for span in spans] == [
        (3, 24, False),
        (24, 48, True),
        (0, 24, False),
        (24, 48, True),
    ]


def test_a_file_that_was_not_normalised_is_refused(tmp_path, whole):
    with pytest.raises(BadMedia) as refused:
        film_of(tmp_path, [Piece(whole, 48)])

    assert refused.value.code == "not_normalised"


def test_a_take_of_another_length_is_refused(tmp_path, clips):
    with pytest.raises(BadMedia) as refused:
        film_of(tmp_path, [Piece(clips["red"], 50)])

    assert refused.value.code == "wrong_length"


def test_a_take_of_another_size_is_refused(tmp_path, clips):
    with pytest.raises(BadMedia) as refused:
        assemble([Piece(clips["red"], 48)], tmp_path / "f.mp4", mezzanine=Mezzanine(640, 360, (24, 1)), work=tmp_path)

    assert refused.value.code == "not_normalised"


@pytest.mark.parametrize(
    "wrong",
    [
        *({"in_frame": -1}, {"in_frame": 48}, {"out_frame": 49}, {"in_frame": 9, "out_frame": 9}),
        *({"transition": "wipe"}, {"transition_frames": -1}),
    ],
)
def test_a_senseless_piece_is_refused(tmp_path, clips, wrong):
    with pytest.raises(ValueError, match=r"frames|within"):
        film_of(tmp_path, [Piece(clips["red"], 48, **wrong)])


def test_an_empty_cut_is_refused(tmp_path):
    with pytest.raises(ValueError, match="at least one"):
        film_of(tmp_path, [])


def test_space_needed_is_no_less_than_the_film(tmp_path, clips):
    cut = [Piece(clips["red"], 48)] * 20

    film, _path = film_of(tmp_path, cut)

    assert space_needed(cut) >= film.probe.bytes


def test_a_thousand_pieces_make_a_film(tmp_path, clips):
    tiny = Mezzanine(64, 36, (24, 1))
    single = tmp_path / "single.mp4"
    normalise(clips["red"], single, frames=24, mezzanine=tiny)
    copies = []
    for number in range(1000):
        os.link(single, tmp_path / f"copy{number}.mp4")
        copies.append(Piece(tmp_path / f"copy{number}.mp4", 24))

    film = assemble(copies, tmp_path / "film.mp4", mezzanine=tiny, work=tmp_path)

    assert film.duration_frames == film.probe.frames == 24000
    found = onsets(tmp_path / "film.mp4")
    assert (len(found), abs(found[-1] - 999 * 48000 - 24000) < 600) == (1000, True)


MEASURED = """
import resource, sys
from pathlib import Path
from generation.cutting.assembly import Piece, assemble
from generation.cutting.mezzanine import Mezzanine
take, room, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
assemble([Piece(take, 48)] * count, room / "film.mp4", mezzanine=Mezzanine(320, 180, (24, 1)), work=room)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def test_memory_does_not_grow_with_the_film(tmp_path, clips):
    def peaks(count):
        said = subprocess.run(
            [sys.executable, "-c", MEASURED, str(clips["red"]), str(tmp_path), str(count)],
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout.split()
        return [int(kilobytes) for kilobytes in said]

    few, many = peaks(20), peaks(200)

    assert many[0] - few[0] < 8 * 1024
    assert many[1] - few[1] < 24 * 1024


@pytest.mark.parametrize(("name", "kind"), [("poster.webp", "WEBP"), ("poster.jpg", "JPEG")])
def test_poster_is_the_picture_of_the_moment(tmp_path, clips, name, kind):
    _film, path = film_of(tmp_path, [Piece(clips["red"], 48), Piece(clips["blue"], 48)])

    poster(path, tmp_path / name, at_seconds=2.5, width=160)

    with Image.open(tmp_path / name) as still:
        assert (still.format, still.size) == (kind, (160, 90))
        assert still.getpixel((80, 45)) == pytest.approx((0, 0, 255), abs=12)


def test_poster_of_a_moment_behind_the_end_is_refused(tmp_path, clips):
    with pytest.raises(BadMedia) as refused:
        poster(clips["red"], tmp_path / "poster.webp", at_seconds=99, width=160)

    assert refused.value.code == "too_short"
