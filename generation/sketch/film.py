"""The moving picture: frames piped to ffmpeg with the shot's own sound, into one finished MP4."""

import contextlib
import os
import tempfile
import time
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

import numpy as np

from .encoder import Encoder
from .moving.compositor import Compositor
from .moving.mark import Mark
from .moving.relay import in_order
from .moving.rostrum import Rostrum
from .moving.video import frame_in
from .pixels import Pixels
from .reading.reader import understand
from .request import SketchRequest, check_film
from .sound.mix import write_sound

TOLD_EVERY = 0.5
MOST_HANDS = 2
DRAWN = 0.99  # the share of the work that is done when the last frame is handed over


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
        film = Path(private, "film.mp4")
        on_progress(0.0)
        # The pool is left last: whatever happens, the encoder is gone by then, and nobody waits to be heard by it.
        with ThreadPoolExecutor(1) as beside, Encoder(request, film) as encoder:
            heard = beside.submit(_sound, request, encoder.sound)
            try:
                _draw(request, encoder, _Teller(on_progress))
            except OSError:
                if heard.done():
                    heard.result()  # an encoder whose sound broke off fails as well: what came first is told
                raise
            heard.result()
        _hand_over(film, target)
    on_progress(1.0)


def _sound(request: SketchRequest, pipe: IO[bytes]) -> None:
    """Write the sound while frames are drawn; an encoder that is gone is told of by who draws."""
    with contextlib.suppress(BrokenPipeError), pipe:
        write_sound(request, understand(request), pipe)


def _draw(request: SketchRequest, encoder: Encoder, tell: "_Teller") -> None:
    with contextlib.closing(frames_of(request, tell)) as frames:
        for index, frame in enumerate(frames):
            encoder.write(frame)
            tell(DRAWN * (index + 1) / request.frames)
    encoder.finish(tell)


def frames_of(
    request: SketchRequest, breathe: Callable[[], None] = lambda: None, hands: int | None = None
) -> Generator[memoryview, None, None]:
    """The frames of the shot with their mark, as bytes of planar 4:2:0; each is overwritten when the next is asked for.

    So many `hands` draw at a time, at most two: as many as there are cores where no number is given. The bytes do not
    depend on it.
    """
    shot = Compositor(request, breathe=breathe)
    hands = min(MOST_HANDS, hands or _cores())
    ahead = hands + 1
    room = [np.empty(request.width * request.height * 3 // 2, np.uint8) for _ in range(ahead + 1)]
    return in_order([_taker(shot, room) for _ in range(hands)], request.frames, ahead)


def _cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _taker(shot: Compositor, room: Sequence[Pixels]) -> Callable[[int], memoryview]:
    """Who takes frames at a rostrum of their own, and leaves each where there is room for it."""
    rostrum, mark = Rostrum(shot), Mark(shot.request)

    def take(index: int) -> memoryview:
        frame = room[index % len(room)]
        picture = frame_in(frame, shot.request.width, shot.request.height)
        rostrum.take(index, picture)
        mark.onto(picture, index)
        return frame.data

    return take


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


class _Teller:
    """Passes progress on, but not more often than it is worth."""

    def __init__(self, on_progress: Callable[[float], None]) -> None:
        self._on_progress, self._told, self._share = on_progress, time.monotonic(), 0.0

    def __call__(self, share: float | None = None) -> None:
        self._share = self._share if share is None else share
        if time.monotonic() - self._told > TOLD_EVERY:
            self._told = time.monotonic()
            self._on_progress(self._share)
