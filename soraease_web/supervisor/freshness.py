"""Whether anything changed since the studio was prepared last, so that a second start need not wait for that."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from soraease_web.supervisor.programs import ROOT

PREPARED_FROM = ("static", "requirements/run.txt", "soraease_web/settings.py")


def fingerprint(paths: Iterable[Path]) -> str:
    """Return what changes when a file under `paths` does: names, sizes and times."""
    files = sorted(file for path in paths for file in (path.rglob("*") if path.is_dir() else [path]))
    facts = [f"{file} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in files if file.is_file()]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


def code_fingerprint(database_url: str) -> str:
    """Return what changes when migrations, static files, dependencies or the database's address do."""
    migrations = [path for room in ("accounts", "storyboards", "generation") for path in ROOT.glob(f"{room}/**/0*.py")]
    known = fingerprint([*(ROOT / name for name in PREPARED_FROM), *migrations])
    return hashlib.sha256(f"{known} {database_url}".encode()).hexdigest()


class Stamp:
    """The note in `var` of what the studio was prepared from."""

    def __init__(self, var: Path, database_url: str) -> None:
        self._path = var / "run" / "prepared"
        self._database = None if database_url else var / "db.sqlite3"
        self._now = code_fingerprint(database_url)

    def is_fresh(self) -> bool:
        """Return whether the studio was prepared from what is here now."""
        there = self._database is None or self._database.exists()
        return there and self._path.exists() and self._path.read_text() == self._now

    def write(self) -> None:
        """Note that it was."""
        self._path.write_text(self._now)
