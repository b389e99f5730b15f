"""How soon a board can be watched: `python bench/animatic.py` imports the example, draws its panels, then every take.

Seconds are of the processor, the encoder's included; two cores share them, as the workers of `make run` do.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORES = 2
MOST_SECONDS_TO_WATCH = 10


def prepare() -> None:
    """Set Django up on an empty database in a temporary folder (or a test database at DATABASE_URL)."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("VAR_DIR", tempfile.mkdtemp(prefix="soraease-bench-"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "soraease_web.settings"
    import django

    django.setup()


def processor() -> float:
    """Return the seconds of processor that this process and its children have taken."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def seconds(deed: Callable[[], object]) -> float:
    """Return the processor's seconds that `deed` takes."""
    start = processor()
    deed()
    return processor() - start


def draw_takes(shots: list, room: Path) -> None:
    """Draw a take of every shot, with its sound, as a worker does."""
    from generation.backends import get_backend
    from generation.prompting import freeze

    for number, shot in enumerate(shots):
        request = freeze(shot, "sketch", seed=number)
        get_backend("sketch").draw(request, room / f"{number}.mp4", on_progress=lambda _share: None)


def main() -> None:
    """Print how long it takes until the board can be watched, and until all of it moves."""
    prepare()
    from bench.database import fresh_database

    with fresh_database(), tempfile.TemporaryDirectory(prefix="bench-animatic-") as room:
        measure(Path(room))


def measure(room: Path) -> None:
    """Print the table."""
    from generation.panels import draw
    from generation.slates import in_order
    from soraease_web.demo import demo_storyboard
    from tests import make

    person = make.person("viewer")
    importing = seconds(lambda: demo_storyboard(person))
    board = demo_storyboard(person)
    shots = list(in_order(board))
    panels = seconds(lambda: [draw(shot) for shot in shots])
    takes = seconds(lambda: draw_takes(shots, room))
    length = sum(shot.frames for shot in shots) * board.rate_pair[1] / board.rate_pair[0]
    print("| film | shots | import, s | all panels, s | to watch, s | all takes, s | on two cores / length |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    print(
        f"| {length:.0f} s | {len(shots)} | {importing:.2f} | {panels:.1f} | {importing + panels:.1f} | {takes:.0f} |"
        f" {takes / CORES / length:.2f} |"
    )
    print(f"\nAsked for: to watch within {MOST_SECONDS_TO_WATCH} s of the import, and all moving within the length.")


if __name__ == "__main__":
    main()
