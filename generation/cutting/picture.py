"""The picture track of a film: which frames are copied, and the few that are encoded again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np

from . import boxes, ffmpeg, samples
from .mezzanine import SAME_EACH_TIME, Mezzanine, allowance, encoding
from .pieces import Placed, zero
from .samples import Sources


@dataclass(frozen=True)
class Span:
    """Frames `first` to `last` (left out) of the take of `placed`; copied, or encoded again."""

    placed: Placed
    before: Placed | None
    first: int
    last: int
    copied: bool

    @property
    def frames(self) -> int:
        """How many."""
        return self.last - self.first


class _OtherSettings(Exception):
    """What our encoder makes has other decoder settings than the takes that were to be copied."""

    def __init__(self, settings: bytes) -> None:
        super().__init__(settings)
        self.settings = settings


def spans(placed: Sequence[Placed], mezzanine: Mezzanine, settings: bytes) -> Iterator[Span]:
    """The film in order. A take whose decoder settings are not those of the film is encoded as a whole."""
    before = None
    for one in placed:
        strange = one.take.settings != settings
        yield from _spans(one, before, one.piece.end if strange else _first_copied(one, mezzanine.group))
        before = one


def _first_copied(one: Placed, group: int) -> int:
    """The first frame behind the transition at which the take can be entered."""
    return -(-(one.piece.in_frame + one.head) // group) * group


def _spans(one: Placed, before: Placed | None, copied_from: int) -> Iterator[Span]:
    begin, end = one.piece.in_frame, one.piece.end
    tail = end - one.fade_out
    if copied_from >= tail:
        yield Span(one, before, begin, end, copied=False)
        return
    if copied_from > begin:
        yield Span(one, before, begin, copied_from, copied=False)
    yield Span(one, before, copied_from, tail, copied=True)
    if tail < end:
        yield Span(one, before, tail, end, copied=False)


def whole(
    placed: Sequence[Placed], work: Path, mezzanine: Mezzanine, sources: Sources, on_encoded: Callable[[int], None]
) -> tuple[np.ndarray, bytes]:
    """Each picture as it is to be written, and the description of their form; what must be is encoded into `work`.

    The film has the decoder settings of its first take, unless our encoder makes others by now: then those.
    """
    settings = placed[0].take.settings
    try:
        return _whole(spans(placed, mezzanine, settings), settings, work, mezzanine, sources, on_encoded)
    except _OtherSettings as other:
        settings = other.settings
        return _whole(spans(placed, mezzanine, settings), settings, work, mezzanine, sources, on_encoded)


def _whole(
    parts: Iterable[Span],
    settings: bytes,
    work: Path,
    mezzanine: Mezzanine,
    sources: Sources,
    on_encoded: Callable[[int], None],
) -> tuple[np.ndarray, bytes]:
    made: list[np.ndarray] = []
    for number, span in enumerate(parts):
        path, track, first = _found(span, number, work, mezzanine)
        if track.decoder_settings != settings:
            raise _OtherSettings(track.decoder_settings)
        made.append(_rows(span, sources.number(path), track, first, mezzanine))
        if not span.copied:
            on_encoded(span.frames)
    return np.concatenate(made), track.description


def _found(span: Span, number: int, work: Path, mezzanine: Mezzanine) -> tuple[Path, boxes.Track, int]:
    """The file in which the pictures of a span are, its picture track, and the first of them there."""
    if span.copied:
        return span.placed.piece.path, span.placed.take.picture, span.first
    path = _encoded(span, number, work, mezzanine)
    return path, next(track for track in boxes.read_tracks(path) if track.handler == b"vide"), 0


def _rows(span: Span, source: int, track: boxes.Track, first: int, mezzanine: Mezzanine) -> np.ndarray:
    shown = slice(first, first + span.frames)
    return samples.rows(
        source, track.offsets[shown], track.sizes[shown], _clock(span, mezzanine), key=track.keys[shown]
    )


def _clock(span: Span, mezzanine: Mezzanine) -> np.ndarray:
    """The seconds of the film at which the pictures of a span are shown."""
    frames = np.arange(span.first, span.last) * mezzanine.rate[1] / mezzanine.rate[0]
    return zero(span.placed, mezzanine) + frames


def _encoded(span: Span, number: int, work: Path, mezzanine: Mezzanine) -> Path:
    name = f"part{number:06}.mp4"
    inputs = _from_frame(span.placed.piece.path, span.first, mezzanine)
    graph = f"[0:v:0]{_plain(span.frames, mezzanine)}"
    if span.before is not None and span.placed.dissolve and span.first == span.placed.piece.in_frame:
        inputs += _from_frame(span.before.piece.path, _held(span.before), mezzanine)
        graph = f"{_dissolve(span, mezzanine)}"
    ffmpeg.run(
        [
            *("-v", "error", *inputs, "-filter_complex", f"{graph}{_fades(span)}[v]", *SAME_EACH_TIME),
            *("-map", "[v]", *encoding(mezzanine), "-frames:v", str(span.frames), "-f", "mp4", name),
        ],
        seconds=allowance(span.frames),
        cwd=work,
    )
    return work / name


def _held(before: Placed) -> int:
    """The frame of the piece before that a dissolve begins with: the one behind its out point, if there is one."""
    return min(before.piece.end, before.piece.frames - 1)


def _from_frame(path: Path, frame: int, mezzanine: Mezzanine) -> list[str]:
    seek = ["-ss", f"{float((frame - Fraction(1, 2)) / mezzanine.fps):.6f}"] if frame else []
    return ffmpeg.source(path.resolve(), "mov", "-threads", ffmpeg.THREADS, *seek)


def _plain(frames: int, mezzanine: Mezzanine) -> str:
    rate = "{}/{}".format(*mezzanine.rate)
    return f"tpad=stop=-1:stop_mode=clone,trim=end_frame={frames},setpts=N/({rate})/TB,fps={rate}"


def _dissolve(span: Span, mezzanine: Mezzanine) -> str:
    frames = span.placed.dissolve
    seconds = float(frames / mezzanine.fps)
    return (
        f"[1:v:0]{_plain(frames, mezzanine)}[old];[0:v:0]{_plain(span.frames, mezzanine)}[new];"
        f"[old][new]xfade=transition=fade:duration={seconds:.6f}:offset=0"
    )


def _fades(span: Span) -> str:
    """Filters for the fades that fall into a span."""
    one = span.placed
    text = ""
    if one.fade_in and span.first == one.piece.in_frame:
        text += f",fade=t=in:start_frame=0:nb_frames={one.fade_in}"
    if one.fade_out and span.last == one.piece.end:
        start = span.frames - one.fade_out
        text += f",fade=t=out:start_frame={start}:nb_frames={one.fade_out}"
    return text
