import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generation.cutting import ffmpeg

ENDLESS = ["-v", "error", *ffmpeg.generated("testsrc2=s=320x180"), "-f", "null", "-"]


def running(word: str) -> list[int]:
    """Processes with `word` on their command line that are not dead."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and word in (entry / "cmdline").read_text(errors="replace"):
                found.append(int(entry.name))
        except OSError:
            continue
    return [number for number in found if number != os.getpid()]


def wait_until(true, seconds=8.0) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.05)
    return False


def test_run_writes_the_file_and_counts_its_frames(tmp_path):
    args = [*ffmpeg.generated("testsrc2=s=64x64:r=10:d=3"), "-f", "mp4", "out.mp4"]

    result = ffmpeg.run(["-v", "error", *args], seconds=30, cwd=tmp_path)

    assert result.frames == 30
    assert (tmp_path / "out.mp4").stat().st_size > 0


def test_run_tells_progress_while_it_works(tmp_path):
    told = []
    args = [*ffmpeg.generated("testsrc2=s=640x360:r=25:d=20"), "-f", "null", "-"]

    ffmpeg.run(["-v", "error", *args], seconds=30, cwd=tmp_path, on_progress=told.append)

    assert told[-1] == 500
    assert told == sorted(told)


def test_run_feeds_standard_input_and_hears_standard_output(tmp_path):
    heard = bytearray()
    samples = bytes(range(200)) * 48
    args = [*ffmpeg.source("pipe:0", "s16le", "-ar", "48000", "-ac", "1"), "-f", "s16le", "pipe:1"]

    ffmpeg.run(
        ["-v", "error", *args], seconds=30, cwd=tmp_path, stdin=[samples[:999], samples[999:]], on_output=heard.extend
    )

    assert bytes(heard) == samples


def test_run_fails_with_a_sentence_and_keeps_the_last_words(tmp_path):
    with pytest.raises(ffmpeg.FfmpegFailed) as failure:
        ffmpeg.run(["-v", "error", *ffmpeg.source("absent.mp4", "mov"), "-f", "null", "-"], seconds=30, cwd=tmp_path)

    assert failure.value.code == "failed"
    assert "No such file" in failure.value.tail
    assert str(failure.value.sentence).endswith("choose another take.")


def test_run_refuses_an_input_whose_format_would_be_guessed(tmp_path):
    with pytest.raises(ValueError, match="source"):
        ffmpeg.run(["-i", "clip.mp4", "-f", "null", "-"], seconds=30, cwd=tmp_path)


def test_run_refuses_when_only_the_first_input_is_safe(tmp_path):
    args = [*ffmpeg.source("a.mp4", "mov"), "-i", "http://127.0.0.1/b.mp4"]

    with pytest.raises(ValueError, match="source"):
        ffmpeg.run(args, seconds=30, cwd=tmp_path)


def test_run_opens_no_network_address(tmp_path):
    args = ["-protocol_whitelist", "file,pipe", "-f", "mov", "-i", "http://127.0.0.1:9/b.mp4", "-f", "null", "-"]

    with pytest.raises(ffmpeg.FfmpegFailed) as failure:
        ffmpeg.run(["-v", "error", *args], seconds=30, cwd=tmp_path)

    assert "not on whitelist" in failure.value.tail


def test_run_kills_and_reaps_the_child_when_it_takes_too_long(tmp_path):
    mark = f"{tmp_path}/late.mkv"

    with pytest.raises(ffmpeg.FfmpegFailed) as failure:
        ffmpeg.run([*ENDLESS[:-3], "-f", "matroska", mark], seconds=0.6, cwd=tmp_path)

    assert failure.value.code == "timeout"
    assert running(mark) == []


def test_run_kills_the_child_when_a_callback_raises(tmp_path):
    mark = f"{tmp_path}/raised.mkv"

    def cancel(_frames):
        raise KeyError("cancelled")

    with pytest.raises(KeyError):
        ffmpeg.run([*ENDLESS[:-3], "-f", "matroska", mark], seconds=30, cwd=tmp_path, on_progress=cancel)

    assert running(mark) == []


def test_run_raises_what_the_feeder_raises(tmp_path):
    def chunks():
        yield b"\0" * 4096
        raise OSError("the take is gone")

    with pytest.raises(OSError, match="the take is gone"):
        ffmpeg.run(
            ["-v", "error", *ffmpeg.source("pipe:0", "s16le"), "-f", "null", "-"],
            seconds=30,
            cwd=tmp_path,
            stdin=chunks(),
        )


def test_run_stops_at_the_largest_file(tmp_path):
    with pytest.raises(ffmpeg.FfmpegFailed) as failure:
        ffmpeg.run(
            [*ENDLESS[:-3], "-c:v", "rawvideo", "-f", "nut", "big.nut"],
            seconds=30,
            cwd=tmp_path,
            largest_file=1 << 20,
        )

    assert failure.value.code == "too_large"
    assert (tmp_path / "big.nut").stat().st_size <= 1 << 20


def test_run_tells_a_full_disk_from_a_bad_video(tmp_path):
    with pytest.raises(OSError, match="No space left on device") as failure:
        ffmpeg.run([*ENDLESS[:-3], "-c:v", "rawvideo", "-f", "rawvideo", "/dev/full"], seconds=30, cwd=tmp_path)

    assert failure.value.errno == errno.ENOSPC


def test_run_passes_no_secret_of_the_environment_on(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "planted")
    seen = []

    def look(_frames):
        if not seen:
            seen.append(Path(f"/proc/{running(str(tmp_path / 'env.mkv'))[0]}/environ").read_bytes())

    ffmpeg.run(
        [*ffmpeg.generated("testsrc2=s=640x360:d=5"), "-f", "matroska", str(tmp_path / "env.mkv")],
        seconds=30,
        cwd=tmp_path,
        on_progress=look,
    )

    assert b"planted" not in seen[0]


@pytest.mark.chaos
def test_no_ffmpeg_outlives_a_worker_that_is_killed(tmp_path):
    mark = f"{tmp_path}/orphan.mkv"
    worker = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from pathlib import Path; from generation.cutting import ffmpeg;"
            f"ffmpeg.run([*ffmpeg.generated('testsrc2=s=320x180'), '-f', 'matroska', {mark!r}],"
            f" seconds=60, cwd=Path({str(tmp_path)!r}))",
        ],
        cwd=Path(__file__).parents[3],
    )
    started = wait_until(lambda: Path(mark).exists())

    worker.send_signal(signal.SIGKILL)
    worker.wait()

    assert started
    assert wait_until(lambda: running(mark) == [])
