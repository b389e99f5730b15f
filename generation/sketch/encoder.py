"""The child that makes the file: ffmpeg, which takes frames on one pipe and sound on another, as they come."""

import contextlib
import errno
import fcntl
import os
import select
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import imageio_ffmpeg

from .request import SketchRequest

ENDING_SECONDS = 60.0
LISTENED_EVERY = 0.5
PIPE_BYTES = 1 << 20
# Drawings move plainly: to search as `superfast` does, but look ahead as `veryfast`, costs a quarter less and adds 5 to
# 10 % to the file, at the same likeness. What a decoder is told of the stream stays the same.
SEARCH = "me=dia:subme=1:partitions=i8x8,i4x4"


def command(request: SketchRequest, sound: str, film: Path, search: str = SEARCH) -> list[str]:
    """The picture is in the form in which takes are cut (High, BT.709, no B-frames, a closed group a second).

    `search` are settings of libx264 by which it finds what moved; with none, those of `veryfast`.
    """
    rate = "{}/{}".format(*request.rate)
    keys = str(max(1, round(request.fps)))
    size = f"{request.width}x{request.height}"
    params = f"open-gop=0:{search}".removesuffix(":")
    return [
        *(imageio_ffmpeg.get_ffmpeg_exe(), "-nostdin", "-hide_banner", "-v", "error", "-y"),
        *("-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", size, "-framerate", rate),
        *("-color_range", "tv", "-colorspace", "bt709", "-i", "pipe:0"),
        *("-f", "wav", "-i", sound, "-map", "0:v:0", "-map", "1:a:0"),
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-profile:v", "high", "-pix_fmt", "yuv420p"),
        *("-bf", "0", "-g", keys, "-keyint_min", keys, "-sc_threshold", "0", "-x264-params", params),
        *("-threads", "2", "-vf", "setsar=1,setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv"),
        *("-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"),
        *("-video_track_timescale", str(timescale(request.rate))),
        *("-c:a", "aac", "-b:a", "160k", "-ar", "48000", "-ac", "2"),
        *("-map_metadata", "-1", "-movflags", "+faststart", "-f", "mp4", str(film)),
    ]


def timescale(rate: tuple[int, int]) -> int:
    """Ticks a second, of which a frame is a whole number, as in the cut."""
    return rate[0] * -(-12000 // rate[0])


class Encoder:
    """One ffmpeg for one film. It begins at once, so that it is ready when the first frame is; leaving ends it.

    `sound` is a file to write a WAV into, from any thread, and to close.
    """

    def __init__(self, request: SketchRequest, film: Path) -> None:
        self._log = film.with_suffix(".log").open("w+b")
        heard, spoken = os.pipe()
        self.sound: IO[bytes] = os.fdopen(spoken, "wb")
        told = command(request, f"pipe:{heard}", film)
        try:
            self._child = subprocess.Popen(
                told, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log, pass_fds=(heard,)
            )
        finally:
            os.close(heard)
        _widen(self._frames)
        _widen(self.sound)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        """End the child, if it still runs, and let go of everything."""
        if self._child.poll() is None:
            self._child.kill()
        with contextlib.suppress(BrokenPipeError):
            self._frames.close()
        self._child.wait()
        if self._child.stdout:
            self._child.stdout.close()
        self._log.close()

    def write(self, frame: memoryview) -> None:
        """Hand over the next frame. Raises OSError with what ffmpeg said, when it is no longer there."""
        try:
            self._frames.write(frame)
        except BrokenPipeError as gone:
            self._child.wait(ENDING_SECONDS)
            raise self._failure() from gone

    def finish(self, breathe: Callable[[], None]) -> None:
        """Wait until the file is whole, calling `breathe` twice a second. Raises OSError with what ffmpeg said."""
        with contextlib.suppress(BrokenPipeError):
            self._frames.close()
        end = time.monotonic() + ENDING_SECONDS
        while self._ends_late():
            if time.monotonic() > end:
                raise OSError(f"ffmpeg did not finish within {ENDING_SECONDS:.0f} seconds")
            breathe()
        if self._child.returncode:
            raise self._failure()

    @property
    def _frames(self) -> IO[bytes]:
        if self._child.stdin is None:
            raise OSError("ffmpeg was started without a pipe")
        return self._child.stdin

    def _ends_late(self) -> bool:
        """Whether the child is still there after a while. It says nothing: its output ends when it does, and to listen
        for that tells sooner than to ask it again and again.
        """
        if self._child.stdout and not select.select([self._child.stdout], [], [], LISTENED_EVERY)[0]:
            return True
        self._child.wait(ENDING_SECONDS)
        return False

    def _failure(self) -> OSError:
        self._log.seek(0)
        said = self._log.read()[-600:].decode(errors="replace").strip()
        told = f"ffmpeg ended with {self._child.returncode}: {said}"
        # A full disk is waited for by whoever asked for the film; anything else is not.
        return OSError(errno.ENOSPC, told) if os.strerror(errno.ENOSPC) in said else OSError(told)


def _widen(pipe: IO[bytes]) -> None:
    """Let the pipe hold most of a frame, where the system can: fewer turns between drawing and encoding."""
    if hasattr(fcntl, "F_SETPIPE_SZ"):
        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, PIPE_BYTES)
