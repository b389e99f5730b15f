"""How long it takes to read a feature: ``python bench/import_script.py`` prints a row for a Markdown table."""

import random
import sys
import time
from pathlib import Path

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


def main() -> None:
    """Print size, scenes, shots and the best of five readings in milliseconds."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    from django.conf import settings

    settings.configure(USE_I18N=False)
    from storyboards.scripts import read_script

    text = feature()
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        outline = read_script(text, name="feature.fountain")
        best = min(best, time.perf_counter() - start)
    shots = sum(len(scene.shots) for scene in outline.scenes)
    print("| size | scenes | shots | ms |\n|--:|--:|--:|--:|")
    print(f"| {len(text.encode()) // 1000} KB | {len(outline.scenes)} | {shots} | {best * 1000:.0f} |")


if __name__ == "__main__":
    main()
