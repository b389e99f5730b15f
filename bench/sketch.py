"""What the sketch engine costs: `python bench/sketch.py` prints tables of stills and of moving pictures.

The baseline of the moving pictures is ffmpeg alone, which encodes as many ready frames with the same settings.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

RUNS = 5
SHOTS = {
    "close-up indoors": {"action": "Marta smiles.", "place": "KITCHEN", "setting": "INT", "size": "CU"},
    "coast in the rain": {"action": "A girl runs along the cliff with a dog in the rain.", "place": "ROCKY COAST"},
    "street": {"action": "Two men walk in the street.", "place": "CITY STREET"},
    "harbour, crane": {"action": "Three red boats.", "place": "HARBOUR", "move_family": "crane"},
}
SIZES = ((640, 360), (1280, 720))
FRAMES = 96


def prepare() -> None:
    """Make the project importable, without a database."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    os.environ.setdefault("VAR_DIR", tempfile.mkdtemp(prefix="soraease-bench-"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "soraease_web.settings"
    import django

    django.setup()


def seconds(deed: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median of the seconds of processor time that `deed` takes in this process."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        deed()
        times.append(time.process_time() - start)
    return statistics.median(times)


def peak_megabytes() -> int:
    """Return the most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def still_row(name: str) -> str:
    """Return the row of a shot's stills."""
    from generation.sketch import SketchRequest, draw_still

    times = [
        seconds(lambda size=size: draw_still(SketchRequest(**SHOTS[name], width=size[0], height=size[1])))
        for size in SIZES
    ]
    return f"| {name} | " + " | ".join(f"{1000 * value:.0f}" for value in times) + " |"


def film_row(name: str, width: int, height: int) -> str:
    """Return the row of a shot's moving picture: drawn and encoded, drawn alone, encoded alone."""
    from generation.sketch import SketchRequest, draw_film
    from generation.sketch.moving.compositor import Compositor

    request = SketchRequest(**SHOTS[name], frames=FRAMES, width=width, height=height)
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        draw_film(request, Path(folder, "film.mp4"))
        whole = FRAMES / (time.perf_counter() - started)
        shot = Compositor(request)
        drawn = FRAMES / seconds(lambda: [shot.frame(index) for index in range(FRAMES)], 1)
        encoded = FRAMES / encode_alone(request, Path(folder))
    return f"| {name} | {width}x{height} | {whole:.0f} | {drawn:.0f} | {encoded:.0f} | {encoded / whole:.1f} |"


def encode_alone(request: object, folder: Path) -> float:
    """Return the seconds in which ffmpeg encodes ready frames of one shot."""
    from generation.sketch import film
    from generation.sketch.moving.compositor import Compositor
    from generation.sketch.moving.planes import Planes
    from generation.sketch.reading.reader import understand
    from generation.sketch.sound.mix import write_sound

    shot, planes = Compositor(request), Planes(request.width, request.height)
    frames = b"".join(bytes(planes.of(shot.frame(index))) for index in range(request.frames))
    write_sound(request, understand(request), folder / "sound.wav")
    started = time.perf_counter()
    command = film._command(request, folder / "sound.wav", folder / "alone.mp4")
    subprocess.run(command, input=frames, check=True)
    return time.perf_counter() - started


def main() -> None:
    """Print both tables and the memory."""
    prepare()
    print("| still, ms of processor time | 640x360 | 1280x720 |\n|:--|--:|--:|")
    for name in SHOTS:
        print(still_row(name))
    print("\n| 96 frames, frames a second | size | drawn and encoded | drawn alone | encoded alone | encode / whole |")
    print("|:--|:--|--:|--:|--:|--:|")
    for name in SHOTS:
        for width, height in SIZES:
            print(film_row(name, width, height))
    print(f"\nMost memory held by the process that draws: {peak_megabytes()} MB.")


if __name__ == "__main__":
    main()
