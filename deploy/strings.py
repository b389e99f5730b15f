"""Keeps locale/en/LC_MESSAGES/django.po true to code and templates: checks it, or writes it with `--write`."""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOG = Path("locale/en/LC_MESSAGES/django.po")
ROOMS = ("accounts", "storyboards", "generation", "soraease_web", "templates")
OPTIONS = ("--locale=en", "--no-location", "--no-obsolete", "--verbosity=0")


def extract(folder: Path) -> str:
    """Return the catalogue that code and templates make, built in `folder`."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__", "migrations"))
    (folder / CATALOG).parent.mkdir(parents=True)
    if (ROOT / CATALOG).exists():
        shutil.copy(ROOT / CATALOG, folder / CATALOG)
    command = [sys.executable, "-m", "django", "makemessages", *OPTIONS]
    subprocess.run(command, cwd=folder, check=True)
    return timeless((folder / CATALOG).read_text())


def timeless(text: str) -> str:
    """Return the catalogue without the moment of its making, which would change at every run."""
    return re.sub(r'"POT-Creation-Date: .*\n', "", text)


def main(arguments: list[str]) -> int:
    """Return 0 when the catalogue holds exactly the strings that are used, or was just written."""
    with tempfile.TemporaryDirectory() as folder:
        found = extract(Path(folder))
    target = ROOT / CATALOG
    if "--write" in arguments:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(found)
        return 0
    if target.exists() and target.read_text() == found:
        return 0
    print(f"{CATALOG} does not hold the strings that are used; `make strings` writes it anew.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
