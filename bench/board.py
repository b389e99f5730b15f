"""How quickly a board opens: `python bench/board.py` prints a table for 10, 100 and 500 shots.

It works on a database of its own in a temporary folder (or on a test database at DATABASE_URL) and needs no server.
"""

import gzip
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from database import fresh_database

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
RUNS = 7
SIZES = (10, 100, 500)


def prepare() -> None:
    """Set Django up; without DATABASE_URL, on an empty folder."""
    folder = tempfile.mkdtemp(prefix="soraease-bench-")
    os.environ.setdefault("VAR_DIR", folder)
    os.environ.setdefault("STATIC_ROOT", str(Path(folder) / "static"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "soraease_web.settings"
    import django

    django.setup()


def make_board(shots: int):
    """Return a person and a board of theirs with `shots` shots, five to a scene, every second one with a take."""
    from storyboards.models import Shot, Take
    from tests import make

    person = make.person(f"person-{shots}")
    board = make.storyboard(person.teams.get(), scenes=shots // 5, shots=5)
    marta, pip = board.elements.create(name="Marta"), board.elements.create(name="Pip", colour="snow")
    rows = list(Shot.objects.filter(scene__storyboard=board))
    for row in rows:
        row.cast.add(marta, pip)
    Take.objects.bulk_create(Take(shot=row, number=1, backend="sketch", request={}, state="done") for row in rows[::2])
    return person, board


def measure(shots: int) -> str:
    """Return one row of the table."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    person, board = make_board(shots)
    client = Client(SERVER_NAME="localhost")
    client.force_login(person)
    address = f"/storyboards/{board.pk}/"
    page = client.get(address).content
    times, work = [], []
    for _run in range(RUNS):
        began, worked = time.perf_counter(), time.process_time()
        client.get(address)
        times.append((time.perf_counter() - began) * 1000)
        work.append((time.process_time() - worked) * 1000)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    size, packed = len(page), len(gzip.compress(page, 6))
    middle = (statistics.median(times), statistics.median(work))
    return f"| {shots} | {len(queries)} | {middle[0]:.0f} | {middle[1]:.0f} | {size:,} | {packed:,} |"


def main() -> None:
    """Print the table."""
    prepare()
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)
    with fresh_database():
        print("| shots | queries | ms (median of 7) | of it CPU | bytes of HTML | gzip |\n|--:|--:|--:|--:|--:|--:|")
        for shots in SIZES:
            print(measure(shots))


if __name__ == "__main__":
    main()
