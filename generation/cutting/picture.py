"""The picture track of a film: which frames are copied, and the few that are encoded again."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from pathlib import Path

from . import ffmpeg
from .mezzanine import SAME_EACH_TIME, Mezzanine, allowance, encoding
from .pieces import Placed

LIST = "pieces.txt"
INNER_FORMATS = "concat,mov,mp4,m4a,3gp,3g2,mj2"


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


def spans(placed: Sequence[Placed], mezzanine: Mezzanine) -> Iterator[Span]:
    """The film in order. A take made with other encoder settings than the first one's is encoded as a whole."""
    before = None
    for one in placed:
        strange = one.take.settings != placed[0].take.settings
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


def write_list(spans_: Sequence[Span], work: Path, mezzanine: Mezzanine, on_encoded: Callable[[int], None]) -> Path:
    """Encode what must be encoded into `work`, and write the list that joins it all; returns the list's path.

    Takes go by names that we make, so no name of a file can say anything to ffmpeg.
    """
    names: dict[Path, str] = {}
    lines = ["ffconcat version 1.0"]
    for number, span in enumerate(spans_):
        if span.copied:
            lines += _copied(span, _named(span.placed.piece.path, names, work), mezzanine)
        else:
            lines.append(f"file {_encoded(span, number, work, mezzanine)}")
            on_encoded(span.frames)
    path = work / LIST
    path.write_text("\n".join(lines) + "\n")
    return path


def joined() -> list[str]:
    """Arguments that open the list."""
    return ffmpeg.source(LIST, "concat", "-safe", "1", "-format_whitelist", INNER_FORMATS)


def _named(path: Path, names: dict[Path, str], work: Path) -> str:
    if path not in names:
        names[path] = f"take{len(names):06}.mp4"
        (work / names[path]).symlink_to(path.resolve())
    return names[path]


def _copied(span: Span, name: str, mezzanine: Mezzanine) -> list[str]:
    lines = [f"file {name}"]
    if span.first:
        # Not a microsecond before the IDR picture, or the seek would end one group earlier.
        lines.append(f"inpoint {_microseconds(span.first / mezzanine.fps)}us")
    if span.last < span.placed.take.frames:
        lines.append(f"outpoint {_microseconds((span.last - Fraction(1, 2)) / mezzanine.fps)}us")
    return lines


def _microseconds(seconds: Fraction) -> int:
    return ceil(seconds * 1_000_000)


def _encoded(span: Span, number: int, work: Path, mezzanine: Mezzanine) -> str:
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
    return name


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
