"""The moving picture: frames piped to ffmpeg with the shot's own sound, into one finished MP4."""

import contextlib
import fcntl
import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

import imageio_ffmpeg

from .moving.compositor import Compositor
from .moving.mark import Mark
from .moving.planes import Planes
from .reading.reader import understand
from .request import SketchRequest, check_film
from .sound.mix import write_sound

TOLD_EVERY = 0.5
ENDING_SECONDS = 60.0
PIPE_BYTES = 1 << 20


def draw_film(
    request: SketchRequest, path: str | os.PathLike, *, on_progress: Callable[[float], None] = lambda fraction: None
) -> None:
    """Write the shot as MP4 to `path`: H.264 and 48 kHz stereo AAC of exactly `frames` frames at `rate`.

    `on_progress` hears the share done (0 to 1), at least about once a second; what it raises stops the work: ffmpeg is
    ended and reaped, and no file is left. Raises SketchRefused for what cannot be drawn, OSError when ffmpeg fails.
    """
    check_film(request)
    target = Path(path)
    with tempfile.TemporaryDirectory(prefix="sketch-") as private:
        sound, film = Path(private, "sound.wav"), Path(private, "film.mp4")
        on_progress(0.0)
        tell = _Teller(on_progress)
        with ThreadPoolExecutor(1) as beside:
            # Both wait for libraries that let go of Python's lock, so with two cores neither waits for the other.
            heard = beside.submit(write_sound, request, understand(request), sound)
            shot = Compositor(request, breathe=tell)
            heard.result()
        _encode(request, shot, sound, film, on_progress)
        _hand_over(film, target)
    on_progress(1.0)


def _hand_over(film: Path, target: Path) -> None:
    """Move the finished film to its place in one step, so that a half-written one is never seen there."""
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with film.open("rb") as source, partial.open("wb") as copy:
            while chunk := source.read(1 << 20):
                copy.write(chunk)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _command(request: SketchRequest, sound: Path, film: Path) -> list[str]:
    """The picture is in the form in which takes are cut (High, BT.709, no B-frames, a closed group a second)."""
    rate = "{}/{}".format(*request.rate)
    keys = str(max(1, round(request.fps)))
    size = f"{request.width}x{request.height}"
    return [
        *(imageio_ffmpeg.get_ffmpeg_exe(), "-nostdin", "-hide_banner", "-v", "error", "-y"),
        *("-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", size, "-framerate", rate),
        *("-color_range", "tv", "-colorspace", "bt709", "-i", "pipe:0"),
        *("-f", "wav", "-i", str(sound), "-map", "0:v:0", "-map", "1:a:0"),
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-profile:v", "high", "-pix_fmt", "yuv420p"),
        *("-bf", "0", "-g", keys, "-keyint_min", keys, "-sc_threshold", "0", "-x264-params", "open-gop=0"),
        *("-threads", "2", "-vf", "setsar=1,setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv"),
        *("-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"),
        *("-video_track_timescale", str(timescale(request.rate))),
        *("-c:a", "aac", "-b:a", "160k", "-ar", "48000", "-ac", "2"),
        *("-map_metadata", "-1", "-movflags", "+faststart", "-f", "mp4", str(film)),
    ]


def timescale(rate: tuple[int, int]) -> int:
    """Ticks a second, of which a frame is a whole number, as in the cut."""
    return rate[0] * -(-12000 // rate[0])


def _encode(
    request: SketchRequest, shot: Compositor, sound: Path, film: Path, on_progress: Callable[[float], None]
) -> None:
    with (film.parent / "ffmpeg.log").open("w+b") as log:
        child = subprocess.Popen(_command(request, sound, film), stdin=subprocess.PIPE, stdout=log, stderr=log)
        try:
            try:
                _feed(request, shot, child, on_progress)
            except BrokenPipeError:
                child.wait(ENDING_SECONDS)
            _wait(child, on_progress)
        finally:
            if child.stdin and not child.stdin.closed:
                _close_quietly(child)
            if child.poll() is None:
                child.kill()
            child.wait()
        if child.returncode:
            log.seek(0)
            raise OSError(f"ffmpeg ended with {child.returncode}: {log.read()[-600:].decode(errors='replace').strip()}")


def _close_quietly(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    try:
        _pipe(child).close()
    except BrokenPipeError:
        return


class _Teller:
    """Passes progress on, but not more often than it is worth."""

    def __init__(self, on_progress: Callable[[float], None]) -> None:
        self._on_progress, self._told, self._share = on_progress, time.monotonic(), 0.0

    def __call__(self, share: float | None = None) -> None:
        self._share = self._share if share is None else share
        if time.monotonic() - self._told > TOLD_EVERY:
            self._told = time.monotonic()
            self._on_progress(self._share)


def _feed(
    request: SketchRequest, shot: Compositor, child: subprocess.Popen[bytes], on_progress: Callable[[float], None]
) -> None:
    tell = _Teller(on_progress)
    pipe = _pipe(child)
    mark, planes = Mark(request), Planes(request.width, request.height)
    _widen(pipe)
    for index in range(request.frames):
        picture = shot.frame(index)
        mark.onto(picture, index)
        pipe.write(planes.of(picture))
        tell(0.99 * (index + 1) / request.frames)
    pipe.close()


def _widen(pipe: IO[bytes]) -> None:
    """Let the pipe hold most of a frame, where the system can: fewer turns between drawing and encoding."""
    if hasattr(fcntl, "F_SETPIPE_SZ"):
        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, PIPE_BYTES)


def _pipe(child: subprocess.Popen[bytes]) -> IO[bytes]:
    if child.stdin is None:
        raise OSError("ffmpeg was started without a pipe")
    return child.stdin


def _wait(child: subprocess.Popen[bytes], on_progress: Callable[[float], None]) -> None:
    """Wait for ffmpeg to finish its file, still answering once in a while."""
    end = time.monotonic() + ENDING_SECONDS
    while time.monotonic() < end:
        try:
            child.wait(TOLD_EVERY)
        except subprocess.TimeoutExpired:
            on_progress(0.99)
        else:
            return
    raise OSError(f"ffmpeg did not finish within {ENDING_SECONDS:.0f} seconds")
