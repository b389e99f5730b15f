"""The one place that starts ffmpeg: as a child with limits, which never outlives us and never guesses a format."""

import contextlib
import errno
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import imageio_ffmpeg
from django.utils.translation import gettext_lazy as _

LAUNCHER = Path(__file__).with_name("launcher.py")
KEPT_LINES = 40
MEMORY = 3 << 30
LARGEST_FILE = 64 << 30
THREADS = "2"


class FfmpegFailed(Exception):
    """ffmpeg did not do it. `code` is short and stable, `sentence` is for a person, `tail` is for the log."""

    def __init__(self, code: str, sentence: object, tail: str = "") -> None:
        super().__init__(code, sentence)
        self.code = code
        self.sentence = sentence
        self.tail = tail


@dataclass(frozen=True)
class Result:
    """What a finished run says: frames written (0 when there was no picture), its last words, seconds of wall clock."""

    frames: int
    tail: str
    seconds: float


def source(path: Path | str, container: str, *options: str) -> list[str]:
    """Arguments that open one input with its format forced and no protocol but files and pipes.

    `path` is a file, or "pipe:0" for what is fed through `stdin`.
    """
    name = path if path == "pipe:0" else f"file:{path}"
    return ["-protocol_whitelist", "file,pipe", *options, "-f", container, "-i", str(name)]


def generated(graph: str) -> list[str]:
    """Arguments that open a picture or sound made by ffmpeg itself, described by the filter `graph`."""
    return ["-protocol_whitelist", "file,pipe", "-f", "lavfi", "-i", graph]


def run(
    args: list[str],
    *,
    seconds: float,
    cwd: Path,
    on_progress: Callable[[int], None] | None = None,
    stdin: Iterable[bytes] | None = None,
    on_output: Callable[[bytes], None] | None = None,
    largest_file: int = LARGEST_FILE,
) -> Result:
    """Run ffmpeg to its end, at most `seconds`, inside `cwd`.

    `on_progress` gets the number of frames written so far. `stdin` is fed to "pipe:0". `on_output` gets what ffmpeg
    writes to "pipe:1"; there is then no progress. Raises FfmpegFailed when it fails or takes too long, and OSError
    when the disk is full; whatever happens, also an exception in a callback, the child is dead and reaped when this
    returns.
    """
    _refuse_guessing(args)
    began = time.monotonic()
    child = _start(args, seconds, cwd, stdin is not None, on_output is None, largest_file)
    listener = _Listener(child, stdin)
    try:
        frames = listener.listen(began + seconds, on_progress, on_output)
        listener.see_off(began + seconds)
    finally:
        _end(child)
        listener.join()
    if child.returncode != 0:
        raise _failure(child.returncode, listener.tail())
    if listener.feeding_error is not None:
        raise listener.feeding_error
    return Result(frames, listener.tail(), time.monotonic() - began)


def _refuse_guessing(args: list[str]) -> None:
    """Raise ValueError unless each input has its own forced format and protocol whitelist."""
    since = 0
    for place, word in enumerate(args):
        if word == "-i":
            if not {"-f", "-protocol_whitelist"} <= set(args[since:place]):
                raise ValueError("Each input is opened through source() or generated().")
            since = place + 1


def _start(
    args: list[str], seconds: float, cwd: Path, fed: bool, reporting: bool, largest_file: int
) -> subprocess.Popen[bytes]:
    # No RLIMIT_NPROC: it counts every process of the user, the worker's own too, and ffmpeg starts none.
    limits = [
        f"RLIMIT_AS={MEMORY}",
        f"RLIMIT_CPU={int(seconds * 3) + 5}",
        f"RLIMIT_FSIZE={largest_file}",
        "RLIMIT_CORE=0",
        "RLIMIT_NOFILE=256",
    ]
    launch = [sys.executable, "-I", "-S", str(LAUNCHER), str(os.getpid()), ",".join(limits)]
    report = ["-progress", "pipe:1", "-stats_period", "0.25"] if reporting else []
    plain = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostdin", "-nostats", "-y", *report]
    return subprocess.Popen(
        [*launch, *plain, *args],
        cwd=cwd,
        stdin=subprocess.PIPE if fed else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env={"PATH": os.defpath, "LANG": "C.UTF-8", "HOME": str(cwd)},
    )


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kill the child's whole group if it still runs, and reap it."""
    if child.poll() is None:
        with contextlib.suppress(ProcessLookupError):  # it left by itself in this moment
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _failure(status: int, tail: str) -> FfmpegFailed | OSError:
    if os.strerror(errno.ENOSPC) in tail:
        return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        return FfmpegFailed(
            "killed", _("The video work was stopped because it used too much of this machine. Try again."), tail
        )
    if status == -signal.SIGXFSZ or "File too large" in tail:
        return FfmpegFailed("too_large", _("The video would be larger than a file may be here. Make it shorter."), tail)
    return FfmpegFailed("failed", _("The video could not be worked on. Try again, or choose another take."), tail)


class _Listener:
    """Reads both outputs of a child, and feeds it, without ever blocking on one while the other is full."""

    def __init__(self, child: subprocess.Popen[bytes], stdin: Iterable[bytes] | None) -> None:
        assert child.stdout is not None  # noqa: S101 (for the type checker: both are pipes)
        assert child.stderr is not None  # noqa: S101
        self.feeding_error: Exception | None = None
        self._child = child
        self._words: deque[bytes] = deque(maxlen=KEPT_LINES)
        # Bounded, so that a slow reader slows ffmpeg down instead of filling the memory.
        self._heard: queue.Queue[bytes | None] = queue.Queue(maxsize=32)
        self._gone = threading.Event()
        self._threads = [
            threading.Thread(target=self._keep_words, args=(child.stderr,), daemon=True),
            threading.Thread(target=self._hear, args=(child.stdout,), daemon=True),
        ]
        if stdin is not None and child.stdin is not None:
            self._threads.append(threading.Thread(target=self._feed, args=(child.stdin, stdin), daemon=True))
        for thread in self._threads:
            thread.start()

    def listen(
        self,
        until: float,
        on_progress: Callable[[int], None] | None,
        on_output: Callable[[bytes], None] | None,
    ) -> int:
        """Pass on what the child says until it closes its output; returns the last number of frames."""
        frames = 0
        report = b""
        while (said := self._next(until)) is not None:
            if on_output is not None:
                on_output(said)
                continue
            *lines, report = (report + said).split(b"\n")
            for line in lines:
                if line.startswith(b"frame="):
                    frames = int(line[6:])
                    if on_progress is not None:
                        on_progress(frames)
        return frames

    def see_off(self, until: float) -> None:
        """Wait for a child that has said all it had to say."""
        try:
            self._child.wait(timeout=max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise self._too_late() from None

    def tail(self) -> str:
        """The child's last lines on stderr."""
        return b"".join(self._words).decode("utf-8", "replace")

    def join(self) -> None:
        """Wait for the threads; the child is dead, so each of them is about to end."""
        self._gone.set()
        for thread in self._threads:
            thread.join(timeout=5)

    def _next(self, until: float) -> bytes | None:
        try:
            return self._heard.get(timeout=max(0.0, until - time.monotonic()))
        except queue.Empty:
            raise self._too_late() from None

    def _too_late(self) -> FfmpegFailed:
        sentence = _("The video work took too long and was stopped. Try again, or with a shorter take.")
        return FfmpegFailed("timeout", sentence, self.tail())

    def _keep_words(self, stream: IO[bytes]) -> None:
        with stream:
            self._words.extend(line[:500] for line in stream)

    def _hear(self, stream: IO[bytes]) -> None:
        with stream:
            while said := os.read(stream.fileno(), 1 << 16):
                self._say(said)
        self._say(None)

    def _say(self, said: bytes | None) -> None:
        while not self._gone.is_set():
            try:
                return self._heard.put(said, timeout=0.1)
            except queue.Full:
                continue
        return None

    def _feed(self, pipe: IO[bytes], chunks: Iterable[bytes]) -> None:
        try:
            with pipe:
                for chunk in chunks:
                    pipe.write(chunk)
        except BrokenPipeError:  # it has had enough, or died: its status says which
            pass
        except Exception as error:  # noqa: BLE001 (raised again by run, in the thread of the caller)
            self.feeding_error = error
