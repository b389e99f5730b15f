"""From pieces to a film: the picture copied sample by sample, one levelled sound track, chapters, index first."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from . import ffmpeg, picture, pieces, probing
from .index import Contents, opening
from .mezzanine import Mezzanine, conforms
from .pieces import Chapter, Piece, Placed
from .samples import Sources, in_order
from .track import Track
from .writing import write

__all__ = ["Chapter", "Film", "Piece", "assemble", "poster", "space_needed"]

START_SECONDS = 120.0
ENCODING_WEIGHT = 20  # encoding a frame takes about as long as copying so many


@dataclass(frozen=True)
class Film:
    """A finished film. `measured_loudness` is integrated LUFS, None for silence."""

    probe: probing.Probe
    chapters: tuple[Chapter, ...]
    measured_loudness: float | None
    duration_frames: int


def space_needed(cut: Sequence[Piece]) -> int:
    """Bytes that must be free where the film and its `work` are: the film twice, if these are two disks.

    Takes are read in place. A film is not larger than its takes, but for its index and what transitions encode.
    """
    return sum(int(piece.path.stat().st_size * 1.1) for piece in cut) + (64 << 20)


def assemble(
    cut: Sequence[Piece],
    target: Path,
    *,
    mezzanine: Mezzanine,
    work: Path,
    on_progress: Callable[[float], None] | None = None,
    loudness: float | None = -14.0,
) -> Film:
    """Join the pieces into the MP4 `target`, as loud as `loudness` (LUFS, integrated; None leaves it as it is).

    `work` is a directory for what is needed in between; it is left empty. `target` appears whole or not at all.
    Raises BadMedia for a take that `normalise` did not make, ValueError for a senseless cut, FfmpegFailed, OSError.
    """
    placed = pieces.place(cut, mezzanine)
    scenes = pieces.chapters(placed)
    with tempfile.TemporaryDirectory(prefix="film-", dir=work.resolve()) as name:
        room = Path(name)
        track = Track(placed, mezzanine, room, loudness)
        made, sha256 = _join(room, track, placed, scenes, mezzanine, on_progress)
        probe = probing.inspect(made, sha256)
        _check(probe, placed, mezzanine)
        shutil.move(made, target)
    return Film(probe, scenes, track.loudness, placed[-1].end)


def poster(path: Path, target: Path, *, at_seconds: float, width: int) -> None:
    """Write the picture at `at_seconds` as `target`, `width` pixels wide; WebP or JPEG by the name's ending."""
    with tempfile.TemporaryDirectory(prefix="poster-", dir=target.resolve().parent) as name:
        room = Path(name)
        ffmpeg.run(
            [
                *("-v", "error", *ffmpeg.source(path.resolve(), "mov", "-ss", f"{max(0.0, at_seconds):.6f}")),
                *("-map", "0:v:0", "-frames:v", "1", "-vf", f"scale={int(width)}:-2:out_range=pc"),
                *("-c:v", "png", "-f", "image2", "-update", "1", "still.png"),
            ],
            seconds=START_SECONDS,
            cwd=room,
        )
        if not (room / "still.png").exists():
            raise probing.BadMedia("too_short", probing.NO_SUCH_MOMENT)
        with Image.open(room / "still.png", formats=("PNG",)) as still:
            still.convert("RGB").save(room / f"poster{target.suffix}", quality=82)
        (room / f"poster{target.suffix}").replace(target)


class _Meter:
    """Turns frames encoded and frames joined into one share of the whole."""

    def __init__(
        self, placed: Sequence[Placed], mezzanine: Mezzanine, on_progress: Callable[[float], None] | None
    ) -> None:
        parts = picture.spans(placed, mezzanine, placed[0].take.settings)
        encoded = sum(part.frames for part in parts if not part.copied)
        self._whole = placed[-1].end + encoded * ENCODING_WEIGHT
        self._done = 0
        self._tell = on_progress

    def encoded(self, frames: int) -> None:
        """So many more frames are encoded."""
        self._done += frames * ENCODING_WEIGHT
        self.joined(0)

    def joined(self, frames: int) -> None:
        """So many frames in all are joined."""
        if self._tell is not None:
            self._tell(min(1.0, (self._done + frames) / self._whole))


def _join(
    room: Path,
    track: Track,
    placed: Sequence[Placed],
    scenes: Sequence[Chapter],
    mezzanine: Mezzanine,
    on_progress: Callable[[float], None] | None,
) -> tuple[Path, str]:
    """Write the film into `room`; returns its path and SHA-256."""
    meter = _Meter(placed, mezzanine, on_progress)
    sources = Sources()
    pictures, description = picture.whole(placed, room, mezzanine, sources, meter.encoded)
    rows = in_order([pictures, *track.rows(sources)])
    film = Contents(rows, description, mezzanine, placed[-1].end, track.samples, scenes)
    return room / "film.mp4", write(room / "film.mp4", opening(film), rows, sources.paths(), meter.joined)


def _check(probe: probing.Probe, placed: Sequence[Placed], mezzanine: Mezzanine) -> None:
    if probe.frames != placed[-1].end or not conforms(probe, mezzanine):
        raise ffmpeg.FfmpegFailed(
            "failed", probing.NOT_MADE, f"joined {probe}, wanted {placed[-1].end} frames of {mezzanine}"
        )
