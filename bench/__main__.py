"""Run every bench, one after the other, and write bench/RESULTS.md: `python -m bench` (or `make bench`).

`python -m bench board assembly` runs only those, and keeps the other sections as they are.
"""

import datetime
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "RESULTS.md"
BENCHES = {
    "import_script": "Reading a feature-length script, and the whole import into the database",
    "revising": "Comparing a board with a new version of its script",
    "board": "The board's page",
    "interaction": "The board under the hand",
    "printing": "Printing a board, and the shot list as a file",
    "sketch": "The sketch engine",
    "reading": "What is understood of prompts kept apart",
    "animatic": "From a script to an animatic",
    "assembly": "Joining a film",
}


def main() -> None:
    """Run what the command line names, or everything, and write the page."""
    asked = sys.argv[1:] or list(BENCHES)
    unknown = [name for name in asked if name not in BENCHES]
    if unknown:
        sys.exit(f"There is no bench named {', '.join(unknown)}. There are: {', '.join(BENCHES)}.")
    sections = kept_sections() | {name: section(name) for name in asked}
    page = [HEADER, *(sections[name] for name in BENCHES if name in sections)]
    RESULTS.write_text("\n".join(page))
    print(RESULTS.read_text())


HEADER = """# Results

Written by `make bench`. Compare ratios, not seconds: each table names its baseline, measured in the same run.
"""


def section(name: str) -> str:
    """Return one section: what was run, where, and what it printed."""
    command = [sys.executable, str(HERE / f"{name}.py")]
    print(f"bench: {name} …", file=sys.stderr)
    printed = subprocess.run(command, cwd=HERE.parent, capture_output=True, text=True, check=True).stdout
    return (
        f"## {BENCHES[name]}\n\n<!-- {name} -->\n`.venv/bin/python bench/{name}.py`, {datetime.date.today()}, "  # noqa: DTZ011
        f"{machine()}\n\n{printed.strip()}\n"
    )


def machine() -> str:
    """Return the machine in words, with its load, which tells how far to trust the seconds."""
    cores, load = os.cpu_count(), os.getloadavg()[0]
    return f"{cores} cores, {platform.machine()}, Python {platform.python_version()}, load {load:.1f} at the start."


def kept_sections() -> dict[str, str]:
    """Return the sections that stand in the page now."""
    if not RESULTS.exists():
        return {}
    parts = re.split(r"(?m)^(?=## )", RESULTS.read_text())[1:]
    return {name: part.strip() + "\n" for part in parts for name in BENCHES if f"<!-- {name} -->" in part}


if __name__ == "__main__":
    main()
