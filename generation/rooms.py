"""The folders in which workers work: one per deed, gone afterwards; what a dead worker left is cleared by the next."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from django.conf import settings

ROOM_AGE = timedelta(hours=1)


def workplace() -> Path:
    """Return the folder in which rooms stand."""
    folder = Path(settings.VAR_DIR) / "work"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def make_room(name: str) -> Iterator[Path]:
    """Give a folder whose name begins with `name`.

    Only this machine sees its rooms, so that it is also the one that clears those of its dead workers.
    """
    stale_rooms()
    with tempfile.TemporaryDirectory(prefix=f"{name}-", dir=workplace()) as folder:
        yield Path(folder)


def stale_rooms() -> int:
    """Remove rooms that nothing has been written into for an hour: their worker is dead; return how many."""
    gone = 0
    for one in workplace().iterdir():
        if _is_stale(one):
            shutil.rmtree(one, ignore_errors=True)
            gone += 1
    return gone


def _is_stale(room: Path) -> bool:
    try:
        written = max(path.stat().st_mtime for path in [room, *room.rglob("*")])
    except FileNotFoundError:
        return False  # something goes in it at this moment: its worker is alive
    return room.is_dir() and written < time.time() - ROOM_AGE.total_seconds()
