import struct
from dataclasses import replace

import pytest

from generation.cutting import boxes
from generation.cutting.probing import BadMedia, digest, inspect, verify

from .clips import LONGEST, ffmpeg, make_clip


def refusal(path, **expected) -> str:
    """The code with which a file is refused."""
    with pytest.raises(BadMedia) as refused:
        verify(path, **{**LONGEST, **expected})
    assert str(refused.value.sentence).endswith(".")
    return refused.value.code


def test_verify_says_what_a_whole_video_is(whole):
    probe = verify(whole, expect_frames=48, expect_size=(320, 180), expect_bytes=whole.stat().st_size, **LONGEST)

    assert replace(probe, bytes=0, sha256="") == replace(
        probe,
        container="mov",
        codec="h264",
        width=320,
        height=180,
        rate=(24, 1),
        frames=48,
        seconds=2.0,
        pixel_format="yuv420p",
        has_audio=True,
        audio_rate=44100,
        audio_channels=1,
        bytes=0,
        sha256="",
    )
    assert (probe.bytes, probe.sha256) == (whole.stat().st_size, digest(whole))


def test_verify_takes_webm(tmp_path):
    path = make_clip(tmp_path / "a.webm", more=("-c:v", "libvpx-vp9", "-deadline", "realtime", "-c:a", "libopus"))

    probe = verify(path, expect_frames=48, **LONGEST)

    assert (probe.container, probe.codec, probe.frames, probe.audio_rate) == ("matroska", "vp9", 48, 48000)


@pytest.mark.parametrize(
    ("printed", "rate"),
    [("24000/1001", (24000, 1001)), ("30000/1001", (30000, 1001)), ("25", (25, 1)), ("50", (50, 1))],
)
def test_verify_knows_the_exact_rate(tmp_path, printed, rate):
    path = make_clip(tmp_path / "a.mp4", rate=printed, sound=None)

    probe = verify(path, **LONGEST)

    assert (probe.rate, probe.has_audio) == (rate, False)


def test_verify_refuses_an_empty_file(tmp_path):
    path = tmp_path / "a.mp4"
    path.touch()

    assert refusal(path) == "empty"


def test_verify_refuses_a_web_page(tmp_path):
    path = tmp_path / "a.mp4"
    path.write_text("<!doctype html><title>502 Bad Gateway</title>")

    assert refusal(path) == "not_video"


def test_verify_refuses_a_playlist_that_is_called_mp4(tmp_path, whole):
    path = tmp_path / "a.mp4"
    path.write_text(f"#EXTM3U\n#EXTINF:2,\n{whole}\n#EXT-X-ENDLIST\n")

    assert refusal(path) == "not_video"


def test_verify_refuses_a_join_script_that_is_called_mp4(tmp_path, whole):
    path = tmp_path / "a.mp4"
    path.write_text(f"ffconcat version 1.0\nfile {whole}\n")

    assert refusal(path) == "not_video"


def test_verify_refuses_a_playlist_behind_the_first_bytes_of_an_mp4(tmp_path, whole):
    path = tmp_path / "a.mp4"
    path.write_bytes(struct.pack(">I4s4sI", 16, b"ftyp", b"isom", 0) + f"#EXTM3U\n#EXTINF:2,\n{whole}\n".encode())

    assert refusal(path) == "truncated"


@pytest.mark.parametrize("share", [0.01, 0.6, 0.99])
def test_verify_refuses_a_file_cut_off_with_its_index_first(tmp_path, whole, share):
    path = tmp_path / "a.mp4"
    data = whole.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])

    assert refusal(path) == "truncated"


def test_verify_refuses_a_file_that_lost_its_index_at_the_end(tmp_path):
    path = make_clip(tmp_path / "a.mp4")
    path.write_bytes(path.read_bytes()[:-3000])

    assert refusal(path) == "truncated"


def test_verify_refuses_a_cut_off_webm(tmp_path):
    path = make_clip(
        tmp_path / "a.webm",
        seconds=4,
        more=("-vf", "noise=alls=40:allf=t", "-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libopus"),
    )
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * 0.6)])

    assert refusal(path) in {"truncated", "damaged"}


def test_verify_refuses_a_file_with_broken_content(tmp_path, whole):
    path = tmp_path / "a.mp4"
    data = bytearray(whole.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 4000] = b"\xff" * 4000
    path.write_bytes(data)

    assert refusal(path) == "damaged"


def test_verify_refuses_other_than_the_promised_bytes(whole):
    assert refusal(whole, expect_bytes=whole.stat().st_size + 1) == "truncated"


def test_verify_refuses_sound_without_picture(tmp_path):
    ffmpeg("-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac", str(tmp_path / "a.mp4"))

    assert refusal(tmp_path / "a.mp4") == "no_picture"


def test_verify_refuses_a_video_that_is_too_long(whole):
    assert refusal(whole, max_seconds=1.0) == "too_long"


def test_verify_takes_no_more_time_than_allowed_when_the_header_lies(tmp_path, whole):
    path = tmp_path / "a.mp4"
    data = whole.read_bytes()
    header = data.index(b"mvhd") + 20
    path.write_bytes(data[:header] + struct.pack(">I", 1) + data[header + 4 :])

    assert refusal(path, max_seconds=1.0) == "too_long"


def test_verify_refuses_too_many_pixels(whole):
    assert refusal(whole, max_pixels=320 * 180 - 1) == "too_large"


def test_verify_refuses_a_monstrous_picture_before_decoding_it(tmp_path):
    path = tmp_path / "a.mp4"
    ffmpeg("-f", "lavfi", "-i", "color=s=16000x16000:r=1:d=1", "-c:v", "mjpeg", "-pix_fmt", "yuvj420p", str(path))

    assert refusal(path) == "too_large"


def test_verify_refuses_another_size_than_asked_for(whole):
    assert refusal(whole, expect_size=(640, 360)) == "wrong_size"


def test_verify_refuses_fewer_than_95_percent_of_the_frames(whole):
    verify(whole, expect_frames=50, **LONGEST)

    assert refusal(whole, expect_frames=51) == "too_short"


def test_inspect_agrees_with_verify_on_a_take(clips):
    assert inspect(clips["red"]) == verify(clips["red"], **LONGEST)


def test_inspect_refuses_a_file_that_is_no_video(tmp_path):
    path = tmp_path / "a.mp4"
    path.write_bytes(b"nothing of the kind")

    with pytest.raises(BadMedia) as refused:
        inspect(path)

    assert refused.value.code == "truncated"


def test_read_tracks_finds_every_sample_of_a_foreign_file(whole):
    tracks = {track.handler: track for track in boxes.read_tracks(whole)}

    data = whole.read_bytes()
    first = tracks[b"vide"]
    assert len(first.sizes) == 48
    for place, size in zip(first.offsets, first.sizes, strict=True):
        unit = int.from_bytes(data[place : place + 4], "big")
        assert 0 < unit <= size - 4
