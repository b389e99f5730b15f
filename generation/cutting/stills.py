"""Single frames of a normalised take."""

from fractions import Fraction
from pathlib import Path

from . import ffmpeg, probing

SECONDS = 60.0


def cut_frame(path: Path, target: Path, *, frame: int, rate: tuple[int, int]) -> None:
    """Write frame `frame` (the first is 0) of the take at `path` as the PNG picture `target`, in its own size.

    Raises BadMedia when the take ends before it, FfmpegFailed.
    """
    # Half a frame early: a seek gives the first picture that is not before it.
    seconds = float((frame - Fraction(1, 2)) * Fraction(rate[1], rate[0]))
    seek = ["-ss", f"{seconds:.6f}"] if frame else []
    ffmpeg.run(
        [
            *("-v", "error", *ffmpeg.source(path.resolve(), "mov", *seek), "-map", "0:v:0", "-frames:v", "1"),
            *("-vf", "scale=in_color_matrix=bt709:out_range=pc,format=rgb24"),
            *("-c:v", "png", "-f", "image2", "-update", "1", f"file:{target.resolve()}"),
        ],
        seconds=SECONDS,
        cwd=target.resolve().parent,
    )
    if not target.exists():
        raise probing.BadMedia("too_short", probing.NO_SUCH_MOMENT)
