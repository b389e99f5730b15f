"""Joining a film against a plain stream copy of the same takes, and against MoviePy; prints a Markdown table.

    .venv/bin/python bench/assembly.py                     15 and 450 takes of 8 s, MoviePy on 15
    .venv/bin/python bench/assembly.py --moviepy-many      and MoviePy once on 450 takes of 1 s

MoviePy lives in a virtual environment of its own, made on the first run from the hashes in bench/requirements.txt.
"""

import argparse
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

WIDTH, HEIGHT, FPS = 1280, 720, 24
SHAPES = 5  # different takes; each is copied, so that every piece is a file of its own
PAIRS = 5


@dataclass(frozen=True)
class Measure:
    """Seconds of wall clock, seconds of processor, and the largest peak memory of any one process in MiB."""

    seconds: float
    processor: float
    memory: float


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--job", nargs=3, help=argparse.SUPPRESS)
    asked.add_argument("--moviepy-many", action="store_true", help="also 450 takes of 1 s with MoviePy")
    asked.add_argument("--without-moviepy", action="store_true")
    asked.add_argument("--pairs", type=int, default=PAIRS)
    options = asked.parse_args()
    if options.job:
        return run_job(*options.job)
    with tempfile.TemporaryDirectory(prefix="bench-assembly-") as name:
        report(Path(name), options)
    return None


def report(room: Path, options: argparse.Namespace) -> None:
    python = None if options.without_moviepy else environment()
    rows = [*compared(room, 15, 8, python, options.pairs), *compared(room, 450, 8, None, options.pairs)]
    if options.moviepy_many and python:
        rows += compared(room, 450, 1, python, 1)
    print("| takes | film | joined by | seconds | processor s | peak memory MiB | ratio to plain copy |")
    print("|---|---|---|---|---|---|---|")
    print("\n".join(rows))
    print(
        f"\nTakes of {WIDTH} × {HEIGHT}, {FPS} fps, H.264 and 48 kHz stereo AAC. Seconds and ratios are medians "
        f"of {options.pairs} paired runs (each pair one after the other, the order swapped each time); MoviePy ran "
        "once. Each run is a process of its own; seconds are of the joining "
        "alone, processor seconds include the start of Python; memory is that of its largest process. "
        "The plain copy is `ffmpeg -f concat -c copy`; SoraEase also levels to -14 LUFS, writes chapters, puts the "
        "index first and hashes the film."
    )


def compared(room: Path, count: int, seconds: int, python: Path | None, pairs: int) -> list[str]:
    takes = make_takes(room / f"takes-{count}-{seconds}", count, seconds)
    plain, ours = paired(takes, room, pairs)
    ratio = statistics.median(b.seconds / a.seconds for a, b in zip(plain, ours, strict=True))
    film = f"{count * seconds // 60} min {count * seconds % 60} s"
    rows = [row(count, film, "plain copy", plain, "1"), row(count, film, "SoraEase", ours, f"{ratio:.2f}")]
    if python is not None:
        theirs = measured([str(python), str(HERE / "assembly.py"), "--job", "moviepy", str(takes), str(room)])
        usual = statistics.median(one.seconds for one in ours)
        slower = f"{theirs.seconds / statistics.median(one.seconds for one in plain):.0f}"
        rows.append(
            row(count, film, "MoviePy", [theirs], f"{slower} (SoraEase is {theirs.seconds / usual:.0f} × faster)")
        )
    shutil.rmtree(takes)
    return rows


def paired(takes: Path, room: Path, pairs: int) -> tuple[list[Measure], list[Measure]]:
    runs: dict[str, list[Measure]] = {"plain": [], "ours": []}
    for number in range(pairs + 1):
        for job in ("plain", "ours") if number % 2 else ("ours", "plain"):
            found = measured([sys.executable, str(HERE / "assembly.py"), "--job", job, str(takes), str(room)])
            if number:  # the first pair only warms the disk
                runs[job].append(found)
    return runs["plain"], runs["ours"]


def row(count: int, film: str, name: str, runs: list[Measure], ratio: str) -> str:
    def median(field: str) -> float:
        return statistics.median(getattr(run, field) for run in runs)

    numbers = f"{median('seconds'):.2f} | {median('processor'):.2f} | {median('memory'):.0f}"
    return f"| {count} | {film} | {name} | {numbers} | {ratio} |"


def measured(command: list[str]) -> Measure:
    """Run a job in a process of its own; it prints what it measured of itself."""
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return Measure(**json.loads(said.splitlines()[-1]))


def run_job(job: str, takes: str, room: str) -> None:
    """One measured run. Only the work is timed, not the start of Python and its imports."""
    files = sorted(Path(takes).glob("*.mp4"))
    target = Path(room) / f"{job}.mp4"
    work = {"plain": plain_copy, "ours": join, "moviepy": moviepy}[job]
    prepared = work(files, target)
    began = time.perf_counter()
    prepared()
    seconds = time.perf_counter() - began
    target.unlink()
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    processor = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    largest = max(children.ru_maxrss, own.ru_maxrss if job != "plain" else 0)
    print(json.dumps({"seconds": seconds, "processor": processor, "memory": largest / 1024}))


def plain_copy(files: list[Path], target: Path):
    names = target.with_suffix(".txt")
    names.write_text("ffconcat version 1.0\n" + "".join(f"file '{file}'\n" for file in files))
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-nostdin", "-y", "-f", "concat", "-safe", "0"]
    return lambda: subprocess.run([*command, "-i", str(names), "-c", "copy", str(target)], check=True)


def join(files: list[Path], target: Path):
    # Not at the top: MoviePy's environment has no SoraEase in it.
    from generation.cutting.assembly import Piece, assemble
    from generation.cutting.mezzanine import Mezzanine

    form = Mezzanine(WIDTH, HEIGHT, (FPS, 1))
    frames = int(files[0].parent.name.rsplit("-", 1)[1]) * FPS
    cut = [
        Piece(file, frames, chapter=f"Scene {number // 3 + 1}" if number % 3 == 0 else None)
        for number, file in enumerate(files)
    ]
    return lambda: assemble(cut, target, mezzanine=form, work=target.parent)


def moviepy(files: list[Path], target: Path):
    from moviepy import VideoFileClip, concatenate_videoclips

    def work() -> None:
        clips = [VideoFileClip(str(file)) for file in files]
        joined = concatenate_videoclips(clips, method="chain")
        joined.write_videofile(str(target), codec="libx264", audio_codec="aac", preset="veryfast", logger=None)
        for clip in clips:
            clip.close()

    return work


def make_takes(room: Path, count: int, seconds: int) -> Path:
    """A folder of normalised takes: moving patterns with some grain, and tones in noise at different levels."""
    room.mkdir()
    originals = [make_take(room.parent, number, seconds) for number in range(SHAPES)]
    for number in range(count):
        shutil.copyfile(originals[number % SHAPES], room / f"take{number:04}.mp4")
    return room


def make_take(room: Path, number: int, seconds: int) -> Path:
    from generation.cutting.mezzanine import Mezzanine, normalise

    source, take = room / f"source{number}-{seconds}.mkv", room / f"shape{number}-{seconds}.mp4"
    picture = f"testsrc2=s={WIDTH}x{HEIGHT}:r={FPS}:d={seconds},hue=h={number * 60},noise=alls=3:allf=t"
    heard = f"anoisesrc=c=pink:a=0.3:r=48000:d={seconds}:seed={number},volume={-9 - number}dB"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-nostdin", "-y", "-f", "lavfi", "-i", picture]
    coding = ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "16", "-c:a", "pcm_s16le"]
    subprocess.run([*command, "-f", "lavfi", "-i", heard, *coding, str(source)], check=True)
    normalise(source, take, frames=seconds * FPS, mezzanine=Mezzanine(WIDTH, HEIGHT, (FPS, 1)))
    source.unlink()
    return take


def environment() -> Path:
    """The Python that has MoviePy."""
    home = HERE / ".venv"
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
        install = ["-m", "pip", "install", "-q", "--require-hashes", "-r", str(HERE / "requirements.txt")]
        subprocess.run([str(python), *install], check=True)
    return python


if __name__ == "__main__":
    main()
