"""What the sketch engine costs: `python bench/sketch.py` prints panels, moving pictures, looks, memory and the import.

The baseline of a moving picture is ffmpeg alone, which encodes as many ready frames with the same settings and the
same sound; that of a look is flat colour; that of the import is Django without the engine.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 3
SHOTS = {
    "close-up indoors": {"action": "Marta smiles.", "place": "KITCHEN", "setting": "INT", "size": "CU"},
    "coast in the rain": {"action": "A girl runs along the cliff with a dog in the rain.", "place": "ROCKY COAST"},
    "street at night": {"action": "Two men walk in the street.", "place": "CITY STREET", "time_of_day": "NIGHT"},
    "harbour, pan": {"action": "Three red boats.", "place": "HARBOUR", "move_family": "pan"},
    "harbour, crane": {"action": "Three red boats.", "place": "HARBOUR", "move_family": "crane"},
}
PANEL = (640, 360)
FILM = (1280, 720)
FRAMES = 96
# What is asked of the engine; a table that does not keep to it says so.
MOST_PANEL_MS, LEAST_FRAMES_A_SECOND, MOST_TIMES_ENCODING, MOST_MEGABYTES = 150, 40, 1.4, 400


def prepare() -> None:
    """Make the project importable, without a database."""
    sys.path.insert(0, str(ROOT))
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
    """Return the most memory that this process has held; what its parent held before it began does not count."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


def panels() -> None:
    """Print what a panel costs in each look."""
    from generation.sketch import SketchRequest, draw_still
    from generation.sketch.request import LOOKS

    width, height = PANEL
    print(f"| panel {width}x{height}, ms of processor time | {' | '.join(LOOKS)} |")
    print("|:--|" + "--:|" * len(LOOKS))
    for name, shot in SHOTS.items():
        times = []
        for look in LOOKS:
            request = SketchRequest(**shot, look=look, width=width, height=height)
            draw_still(request)
            times.append(seconds(lambda request=request: draw_still(request)))
        print(f"| {name} | " + " | ".join(f"{1000 * value:.0f}" for value in times) + " |")
    print(f"\nAsked for: under {MOST_PANEL_MS} ms.\n")


def film_row(name: str, look: str = "flat") -> str:
    """Return the row of a shot's moving picture: whole, on one core, drawn alone, against encoding alone."""
    from generation.sketch import SketchRequest, draw_film

    request = SketchRequest(**SHOTS[name], look=look, frames=FRAMES, width=FILM[0], height=FILM[1])
    with tempfile.TemporaryDirectory() as folder:
        whole = elapsed(lambda: draw_film(request, Path(folder, "film.mp4")))
        one_core = on_one_core(lambda: elapsed(lambda: draw_film(request, Path(folder, "film.mp4"))))
        begun, drawn = drawing(request)
        encoded = encode_alone(request, Path(folder))
    figures = (
        f"{FRAMES / whole:.0f}", f"{FRAMES / one_core:.0f}", f"{1000 * begun:.0f}", f"{1000 * drawn / FRAMES:.1f}",
        f"{FRAMES / encoded:.0f}", f"{whole / encoded:.2f}",
    )  # fmt: skip
    return f"| {name}, {look} | " + " | ".join(figures) + " |"


def elapsed(deed: Callable[[], object]) -> float:
    """Return the seconds by the wall, the less of two: what else the machine does is not ours."""
    times = []
    for _ in range(2):
        start = time.perf_counter()
        deed()
        times.append(time.perf_counter() - start)
    return min(times)


def on_one_core(deed: Callable[[], float]) -> float:
    """Return what `deed` returns when this process and its children have one core only."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        return deed()
    finally:
        os.sched_setaffinity(0, cores)


def drawing(request: object) -> tuple[float, float]:
    """Return the processor time before the first frame, and that of all frames together."""
    from generation.sketch.moving.compositor import Compositor
    from generation.sketch.moving.planes import Planes

    planes = Planes(request.width, request.height)
    start = time.process_time()
    shot = Compositor(request)
    begun = time.process_time()
    for index in range(request.frames):
        planes.of(shot.frame(index))
    return begun - start, time.process_time() - begun


def encode_alone(request: object, folder: Path) -> float:
    """Return the seconds in which ffmpeg encodes ready frames of one shot with its ready sound."""
    from generation.sketch import film
    from generation.sketch.moving.compositor import Compositor
    from generation.sketch.moving.planes import Planes
    from generation.sketch.reading.reader import understand
    from generation.sketch.sound.mix import write_sound

    shot, planes = Compositor(request), Planes(request.width, request.height)
    frames = b"".join(bytes(planes.of(shot.frame(index))) for index in range(request.frames))
    write_sound(request, understand(request), folder / "sound.wav")
    command = film._command(request, folder / "sound.wav", folder / "alone.mp4")
    return elapsed(lambda: subprocess.run(command, input=frames, check=True))


def films() -> None:
    """Print what moving pictures cost."""
    print(f"| {FRAMES} frames of {FILM[0]}x{FILM[1]} with sound | frames/s | frames/s, one core for all | ", end="")
    print("ms before the first frame | ms a frame, drawn | frames/s, encoded alone | whole / encoded alone |")
    print("|:--|--:|--:|--:|--:|--:|--:|")
    for name in SHOTS:
        print(film_row(name))
    for look in ("pencil", "ink", "watercolour", "noir", "blueprint"):
        print(film_row("street at night", look))
    print(f"\nAsked for: {LEAST_FRAMES_A_SECOND} frames/s on one core, {MOST_TIMES_ENCODING} × encoding alone.\n")


def worker_megabytes() -> int:
    """Return the most memory that a process of its own holds while it draws the dearest of the shots."""
    told = (
        "import sys; sys.path.insert(0, 'bench'); import sketch; sketch.prepare(); from pathlib import Path; "
        "from generation.sketch import SketchRequest, draw_film; import tempfile; "
        "folder = tempfile.mkdtemp(); "
        "draw_film(SketchRequest(**sketch.SHOTS['harbour, crane'], look='watercolour', frames=48), "
        "Path(folder, 'film.mp4')); print(sketch.peak_megabytes())"
    )
    return int(
        subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    )


def import_seconds() -> tuple[float, float]:
    """Return the seconds in which a process starts Django alone, and with the engine imported as well."""
    begin = "import sys; sys.path.insert(0, 'bench'); import sketch; sketch.prepare()"
    alone, engine = begin, f"{begin}; import generation.sketch"
    return tuple(
        elapsed(lambda told=told: subprocess.run([sys.executable, "-c", told], cwd=ROOT, check=True))
        for told in (alone, engine)
    )


def main() -> None:
    """Print all tables, the memory and the cost of the import."""
    prepare()
    panels()
    films()
    print(f"Most memory of a worker that draws {FILM[0]}x{FILM[1]}: {worker_megabytes()} MB ", end="")
    print(f"(asked for: under {MOST_MEGABYTES} MB).\n")
    alone, engine = import_seconds()
    print(f"A process with Django starts in {alone:.2f} s, and with the engine in {engine:.2f} s.")


if __name__ == "__main__":
    main()
