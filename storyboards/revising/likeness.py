"""How alike two texts are, from 0 to 1: the share of words that they have in common."""

import re
from collections.abc import Iterable

from storyboards.scripts.words import UNSPACED

Words = frozenset[str]

# Where a script puts no space between words, every letter counts as one.
TOKEN = re.compile(rf"{UNSPACED.pattern}|[^\W_]+")


def words_in(text: str) -> Words:
    """Return the words of a text, whatever their case."""
    return frozenset(TOKEN.findall(text.casefold()))


def likeness(one: Words, other: Words) -> float:
    """Return how alike two texts are; two without a word are the same."""
    count = len(one) + len(other)
    return 2 * len(one & other) / count if count else 1.0


def best_likeness(ones: Iterable[Words], other: Words) -> float:
    """Return how alike the other text is to the one of several that is most like it."""
    return max([likeness(one, other) for one in ones])
