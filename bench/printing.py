"""How long a board takes to be printed: `python bench/printing.py` prints a table for 10, 100 and 500 shots.

It works on a database of its own in a temporary folder (or on a test database at DATABASE_URL) and needs no server.
Every shot has a picture of its own that is stored already; what drawing costs stands with the sketch engine.
"""

import io
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from database import fresh_database

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
SIZES = (10, 100, 500)
HEADS = """\
| shots | pages | ms of CPU to read | to lay out | PDF | CSV | XLSX | MB of PDF | MiB of process, at most |
|--:|--:|--:|--:|--:|--:|--:|--:|--:|"""
ACTION = "Marta climbs the path with a lantern; far below, “the boats” are still out there – é, ž. " * 3


def prepare() -> None:
    """Set Django up; without DATABASE_URL, on an empty folder."""
    folder = tempfile.mkdtemp(prefix="soraease-bench-")
    os.environ.setdefault("VAR_DIR", folder)
    os.environ.setdefault("STATIC_ROOT", str(Path(folder) / "static"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "soraease_web.settings"
    import django

    django.setup()


def make_board(shots: int):
    """Return a board of `shots` shots, five to a scene."""
    from storyboards.models import Shot
    from tests import make

    board = make.storyboard(make.person(f"person-{shots}").teams.get(), scenes=shots // 5, shots=5)
    line = {"speaker": "MARTA", "direction": "", "text": "Not yet, Pip."}
    Shot.objects.filter(scene__storyboard=board).update(action=ACTION, dialogue=[line])
    return board


def picture(seed: int) -> bytes:
    """Return a WebP picture of the size of a panel that packs about as badly as a drawn one."""
    import numpy as np
    from PIL import Image

    rough = np.random.default_rng(seed).integers(0, 255, (45, 80, 3), dtype=np.uint8)
    out = io.BytesIO()
    Image.fromarray(rough).resize((640, 360)).save(out, "WEBP", quality=82)
    return out.getvalue()


def timed(deed: Callable[[], Any]) -> tuple[Any, float]:
    """Return what the deed returned, and its seconds of CPU: nothing here waits for anybody."""
    began = time.process_time()
    return deed(), time.process_time() - began


def measure(shots: int) -> str:
    """Return one row of the table."""
    from storyboards.columns import USUAL, chosen
    from storyboards.exports import as_csv, as_xlsx
    from storyboards.printing.layout import lay_out
    from storyboards.printing.pdf import write_pdf
    from storyboards.printing.setup import Setup
    from storyboards.reading import read_board
    from storyboards.statistics import statistics

    row = make_board(shots)
    pictures = {shot: picture(shot) for scene in row.scenes.all() for shot in scene.shots.values_list("pk", flat=True)}
    board, reading = timed(lambda: read_board(row))
    book, laying = timed(lambda: lay_out(board, Setup()))
    file = io.BytesIO()
    _none, writing = timed(lambda: write_pdf(file, book, lambda shot: pictures[shot.pk]))
    rows = [shot for scene in board.scenes for shot in scene.panels]
    _csv, listing = timed(lambda: list(as_csv.write_csv(rows, chosen(USUAL))))
    figures = statistics(board.scenes, row.rate_pair)
    _none, booking = timed(lambda: as_xlsx.write_xlsx(io.BytesIO(), row, rows, chosen(USUAL), figures))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    times = " | ".join(f"{seconds * 1000:.0f}" for seconds in (reading, laying, writing, listing, booking))
    return f"| {shots} | {len(book.pages)} | {times} | {len(file.getvalue()) / 1e6:.1f} | {peak:.0f} |"


def main() -> None:
    """Print the table."""
    prepare()
    with fresh_database():
        measure(5)  # the fonts are opened once per process
        print(HEADS)
        for shots in SIZES:
            print(measure(shots))


if __name__ == "__main__":
    main()
