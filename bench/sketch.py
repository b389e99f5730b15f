"""What the sketch engine costs: `python bench/sketch.py` prints panels, moving pictures, looks, memory and the import.

The baseline of a moving picture is ffmpeg alone: the same frames, ready in memory, and the same sound, ready in a file,
as libx264 makes them with its preset veryfast, on the same cores, in turns with the whole. That of a look is flat
colour; that of the import is Django without the engine.
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
    """Return the row of a shot's moving picture: whole against encoding alone, on two cores and on one."""
    from generation.sketch import SketchRequest

    request = SketchRequest(**SHOTS[name], look=look, frames=FRAMES, width=FILM[0], height=FILM[1])
    begun, drawn = drawing(request)
    figures = [f"{1000 * begun:.0f}", f"{1000 * drawn / FRAMES:.1f}"]
    with tempfile.TemporaryDirectory() as folder:
        deeds = whole_and_alone(request, Path(folder))
        for cores in (2, 1):
            (whole, used), (alone, used_alone) = on_cores(cores, lambda: in_turns(*deeds))
            figures += [f"{FRAMES / whole:.0f}", f"{whole / alone:.2f}"]
        whole_bytes, alone_bytes = (Path(folder, f"{which}.mp4").stat().st_size for which in ("whole", "alone"))
        figures.append(f"{used / used_alone:.2f}")
        figures.append(f"{whole_bytes / alone_bytes:.2f}")
    return f"| {name}, {look} | " + " | ".join(figures) + " |"


def whole_and_alone(request: object, folder: Path) -> tuple[Callable[[], object], Callable[[], object]]:
    """Return two deeds: to make the film, and to encode its ready frames with its ready sound."""
    from generation.sketch import draw_film, encoder, film
    from generation.sketch.reading.reader import understand
    from generation.sketch.sound.mix import write_sound

    # Each frame is overwritten when the next is asked for.
    frames = b"".join([bytes(frame) for frame in film.frames_of(request)])
    write_sound(request, understand(request), folder / "sound.wav")
    command = encoder.command(request, str(folder / "sound.wav"), folder / "alone.mp4", search="")
    return (
        lambda: draw_film(request, folder / "whole.mp4"),
        lambda: subprocess.run(command, input=frames, check=True),
    )


def in_turns(*deeds: Callable[[], object]) -> list[tuple[float, float]]:
    """Return the least seconds of each deed by the wall and of processors, its children's too; they take turns."""
    best = [(float("inf"), float("inf"))] * len(deeds)
    for _ in range(RUNS):
        for index, deed in enumerate(deeds):
            start, used = time.perf_counter(), processor_seconds()
            deed()
            took = time.perf_counter() - start, processor_seconds() - used
            best[index] = tuple(map(min, best[index], took))
    return best


def processor_seconds() -> float:
    """Return what this process and its children that have ended have used."""
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


def elapsed(deed: Callable[[], object]) -> float:
    """Return the seconds by the wall, the less of two: what else the machine does is not ours."""
    times = []
    for _ in range(2):
        start = time.perf_counter()
        deed()
        times.append(time.perf_counter() - start)
    return min(times)


def on_cores(count: int, deed: Callable[[], list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """Return what `deed` returns when this process and its children have so many cores for all."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, set(sorted(cores)[:count]))
    try:
        return deed()
    finally:
        os.sched_setaffinity(0, cores)


def drawing(request: object) -> tuple[float, float]:
    """Return the processor time before the first frame, and that of all others together."""
    from generation.sketch.film import frames_of

    start = time.process_time()
    frames = frames_of(request)
    next(frames)
    begun = time.process_time()
    for _frame in frames:
        pass
    return begun - start, time.process_time() - begun


def films() -> None:
    """Print what moving pictures cost."""
    print(
        f"| {FRAMES} frames of {FILM[0]}x{FILM[1]} with sound | ms before the first frame | ms a frame, drawn ", end=""
    )
    print("| frames/s, two cores | × encoding alone | frames/s, one core for all | × encoding alone ", end="")
    print("| processor time, × encoding alone | bytes, × encoding alone |")
    print("|:--|--:|--:|--:|--:|--:|--:|--:|--:|")
    for name in SHOTS:
        print(film_row(name))
    for look in ("pencil", "ink", "watercolour", "noir", "blueprint"):
        print(film_row("street at night", look))
    print(
        f"\nAsked for: {LEAST_FRAMES_A_SECOND} frames/s on one core; on two, {MOST_TIMES_ENCODING} × encoding alone. ",
        end="",
    )
    print("The first two columns are processor time; the others the least of three runs. ", end="")
    print("Encoding alone is libx264's veryfast; the engine's films search as superfast, but look ahead as veryfast.\n")


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
