"""Cutting text into words and matching them with a vocabulary, plurals and possessives included."""

import re
import unicodedata
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*(?:(?<=s)'(?=\s))?|[.,;:!?()\n—–-]")
IRREGULAR = {
    "does": "does",
    "children": "child",
    "men": "man",
    "women": "woman",
    "wolves": "wolf",
    "geese": "goose",
    "knives": "knife",
    "loaves": "loaf",
    "policemen": "policeman",
    "fishermen": "fisherman",
    "ladies": "lady",
    "babies": "baby",
    "puppies": "puppy",
    "ponies": "pony",
    "butterflies": "butterfly",
    "calves": "calf",
    "leaves": "leaf",
    "shelves": "shelf",
    "oxen": "ox",
    "candies": "candy",
    "families": "family",
    "cities": "city",
    "ferries": "ferry",
    "bunnies": "bunny",
    "galaxies": "galaxy",
    "scarves": "scarf",
    "firemen": "fireman",
    "gentlemen": "gentleman",
    "daddies": "daddy",
    "lorries": "lorry",
    "wives": "wife",
    "thieves": "thief",
    "mice": "mouse",
    "flies": "fly",
    "spies": "spy",
    "fairies": "fairy",
    "cherries": "cherry",
    "teddies": "teddy",
    "buses": "bus",
    "octopuses": "octopus",
    "canaries": "canary",
    "axes": "axe",
    "elves": "elf",
    "heroes": "hero",
    "strawberries": "strawberry",
    "snowmen": "snowman",
    "businessmen": "businessman",
    "businesswomen": "businesswoman",
    "policewomen": "policewoman",
    "grannies": "granny",
    "spacemen": "spaceman",
    "seamen": "seaman",
}


@dataclass(frozen=True)
class Word:
    """One word or mark of the text: as written, in lower case, and its singular."""

    written: str
    lower: str
    single: str
    opens: bool = False

    @property
    def breaks(self) -> bool:
        """Whether it is punctuation."""
        return not self.lower[:1].isalnum()

    @property
    def plural(self) -> bool:
        """Whether the written form is a plural."""
        return self.single != self.lower

    @property
    def owns(self) -> bool:
        """Whether it is written as an owner: `keeper's`, `sailors'`."""
        return self.written.casefold().endswith(("'s", "s'"))


def words_of(text: str) -> list[Word]:
    """The words and marks of a text; control characters and odd spaces do no harm."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'")
    found, opens = [], True
    for match in WORD.finditer(plain):
        word = _word(match.group(), opens)
        opens = word.breaks and word.lower not in ",-"
        found.append(word)
    return found


def _word(written: str, opens: bool) -> Word:
    lower = written.casefold().removesuffix("'s").removesuffix("'")
    return Word(written, lower, singular(lower), opens)


def singular(lower: str) -> str:
    """Singular of an English noun; other words come back unchanged or harmlessly shortened."""
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    if lower.endswith(("ches", "shes", "sses", "xes")):
        return lower[:-2]
    if lower.endswith("s") and len(lower) > 3 and not lower.endswith(("ss", "us", "is")):
        return lower[:-1]
    return lower


Meaning = TypeVar("Meaning", bound=Hashable)


class Lexicon(Generic[Meaning]):
    """Phrases of a vocabulary {canonical: "phrase|phrase"}; the longest phrase at a position wins."""

    def __init__(self, vocabulary: Mapping[Meaning, str]) -> None:
        self._phrases: dict[tuple[str, ...], Meaning] = {}
        for meaning, phrases in vocabulary.items():
            for phrase in phrases.split("|"):
                self._phrases.setdefault(tuple(phrase.split()), meaning)
        self._longest = max(map(len, self._phrases))
        self._openers = {phrase[0] for phrase in self._phrases}

    def at(self, words: list[Word], start: int) -> tuple[Meaning | None, int]:
        """(meaning, length in words) of the phrase at `start`, or (None, 0)."""
        first = words[start]
        if first.lower not in self._openers and first.single not in self._openers:
            return None, 0
        for length in range(min(self._longest, len(words) - start), 0, -1):
            meaning = self._match(words[start : start + length])
            if meaning is not None:
                return meaning, length
        return None, 0

    def _match(self, span: list[Word]) -> Meaning | None:
        lower = tuple(word.lower for word in span)
        if lower in self._phrases:
            return self._phrases[lower]
        return self._phrases.get((*lower[:-1], span[-1].single))

    def find(self, words: list[Word]) -> list[tuple[int, int, Meaning]]:
        """Every (position, length, meaning) in the text, without overlaps, skipping what is negated."""
        found: list[tuple[int, int, Meaning]] = []
        position = 0
        while position < len(words):
            meaning, length = self.at(words, position)
            if meaning is not None and not negated(words, position):
                found.append((position, length, meaning))
            position += length or 1
        return found

    def first(self, words: list[Word]) -> Meaning | None:
        """Meaning of the longest phrase found, the earliest of equals; None when there is none."""
        found = self.find(words)
        return max(found, key=lambda hit: (hit[1], -hit[0]))[2] if found else None


NEGATIONS = frozenset(
    [
        "no",
        "not",
        "without",
        "never",
        "nobody",
        "none",
        "neither",
        "nor",
        "isn't",
        "aren't",
        "don't",
        "doesn't",
        "didn't",
        "no-one",
    ]
)


def is_latin(lower: str) -> bool:
    """Whether a word is written in the letters that English uses, accents included."""
    return ord(lower[0]) < 0x250


def negated(words: list[Word], position: int) -> bool:
    """Whether one of the three words before it, in the same clause, denies it."""
    for word in reversed(words[max(0, position - 3) : position]):
        if word.breaks:
            return False
        if word.lower in NEGATIONS:
            return True
    return False
