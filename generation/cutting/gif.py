"""A film as a GIF: small, silent, with one palette that is chosen from all of its pictures."""

from collections.abc import Callable
from pathlib import Path

from . import ffmpeg

RATE = 12
LARGEST_SIDE = 480
LONGEST_SECONDS = 60
SECONDS = 600.0
LARGEST_FILE = 256 << 20
_FIT = "force_original_aspect_ratio=decrease:force_divisible_by=2:flags=lanczos"
_SMALL = f"fps={RATE},scale='min({LARGEST_SIDE},iw)':'min({LARGEST_SIDE},ih)':{_FIT}"


def write_gif(film: Path, target: Path, *, work: Path, on_progress: Callable[[int], None] | None = None) -> None:
    """Write the film at `film`, an MP4 of ours, as the GIF `target`: 12 pictures a second, 480 pixels at most.

    The palette is found in a pass of its own, so that no picture is kept in memory. `on_progress` is called now and
    then with the frames written. Raises FfmpegFailed.
    """
    opened = ffmpeg.source(film.resolve(), "mov")
    palette = work.resolve() / "palette.png"
    found = ["-vf", f"{_SMALL},palettegen=stats_mode=diff", "-f", "image2", "-update", "1", f"file:{palette}"]
    _run([*opened, *found], work, on_progress)
    painted = f"[0:v]{_SMALL}[small];[small][1:v]paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle"
    looped = ["-lavfi", painted, "-loop", "0", "-f", "gif", f"file:{target.resolve()}"]
    _run([*opened, *ffmpeg.source(palette, "png_pipe"), *looped], work, on_progress)
    palette.unlink()


def _run(args: list[str], work: Path, on_progress: Callable[[int], None] | None) -> None:
    ffmpeg.run(
        ["-v", "error", *args], seconds=SECONDS, cwd=work.resolve(), on_progress=on_progress, largest_file=LARGEST_FILE
    )
