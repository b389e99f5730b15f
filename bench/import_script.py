"""How long it takes to read a feature and to write its storyboard: `python bench/import_script.py` prints a table."""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

RUNS = 5
SEED = 1927
SCENES = 200
VOCABULARY = (
    "the a her his old red small yellow quiet empty window table letter lantern coat dog boat street "
    "harbour door slowly again over under beside turns looks waits walks runs opens holds listens follows "
    "rain wind light shadow "
)
WORDS = VOCABULARY.split()
NAMES = ("MARTA", "JONAS", "THE CAPTAIN", "ADA", "MR OKAFOR", "PIP")
PLACES = ("KITCHEN", "HARBOUR", "LIGHTHOUSE STAIRS", "MARKET SQUARE", "TRAIN", "OPEN SEA")
TIMES = ("DAY", "NIGHT", "DAWN", "CONTINUOUS")


def sentence(dice: random.Random, words: int) -> str:
    """Return a sentence of so many words."""
    return " ".join(dice.choices(WORDS, k=words)).capitalize() + "."


def scene(dice: random.Random, number: int) -> str:
    """Return one scene of a screenplay: action and talk in turn."""
    heading = f"{dice.choice(('INT.', 'EXT.'))} {dice.choice(PLACES)} - {dice.choice(TIMES)} #{number}#"
    blocks = [heading]
    for _ in range(4):
        blocks.append(" ".join(sentence(dice, dice.randint(6, 14)) for _ in range(2)))
        blocks.append(f"{dice.choice(NAMES)}\n{sentence(dice, dice.randint(4, 16))}")
    return "\n\n".join(blocks)


def feature(scenes: int = SCENES, seed: int = SEED) -> str:
    """Return a screenplay in Fountain, the same for the same arguments; 200 scenes make about 150 KB."""
    dice = random.Random(seed)  # noqa: S311 (a bench, not a secret)
    return "Title: A Feature\nAuthor: Nobody\n\n" + "\n\n".join(scene(dice, n) for n in range(1, scenes + 1)) + "\n"


def prepare() -> None:
    """Set Django up on an empty database in a temporary folder (or a test database at DATABASE_URL)."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    os.environ.setdefault("VAR_DIR", tempfile.mkdtemp(prefix="soraease-bench-"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "soraease_web.settings"
    import django

    django.setup()


def milliseconds(deed: Callable[[], object]) -> float:
    """Return the median of five runs of `deed`."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        deed()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def measure(text: str) -> str:
    """Return the row for one script: reading alone, then reading and writing the whole storyboard."""
    from storyboards.importing import import_outline
    from storyboards.scripts import read_script
    from tests import make

    person = make.person(f"writer-{len(text)}")
    team = person.teams.get()
    reading = milliseconds(lambda: read_script(text, name="feature.fountain"))
    whole = milliseconds(lambda: import_outline(read_script(text, name="feature.fountain"), team=team, by=person))
    outline = read_script(text, name="feature.fountain")
    shots = sum(len(row.shots) for row in outline.scenes)
    size = len(text.encode()) // 1000
    return f"| {size} KB | {len(outline.scenes)} | {shots} | {reading:.0f} | {whole:.0f} | {whole / reading:.1f} |"


def main() -> None:
    """Print the table for a feature, and for scripts a tenth and three times as long."""
    prepare()
    from bench.database import fresh_database

    with fresh_database():
        print(
            "| script | scenes | shots | reading ms | whole import ms | import / reading |\n|--:|--:|--:|--:|--:|--:|"
        )
        for scenes in (SCENES // 10, SCENES, 3 * SCENES):
            print(measure(feature(scenes)))


if __name__ == "__main__":
    main()
