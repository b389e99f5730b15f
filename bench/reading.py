"""What the sketch engine understands of prompts that were kept apart: `python bench/reading.py` prints the figures.

They were written before its vocabulary was deepened and never tune it: see tests/generation/sketch/held_out.py.
"""

import os
import sys
import tempfile
from pathlib import Path


def main() -> None:
    """Print how many facts of each kind are understood; which ones are missed is left unsaid, so that nobody tunes."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    os.environ.setdefault("VAR_DIR", tempfile.mkdtemp(prefix="soraease-bench-"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "soraease_web.settings"
    import django

    django.setup()
    from tests.generation.sketch import held_out

    right, asked, _missed = held_out.score()
    print(f"{len(held_out.PROMPTS)} prompts, {right} of {asked} facts understood ({right / asked:.1%}).\n")
    print("| fact | understood | asked for |\n|:--|--:|--:|")
    for kind, known in held_out.kinds().items():
        print(f"| {kind} | {sum(known)} | {len(known)} |")


if __name__ == "__main__":
    main()
