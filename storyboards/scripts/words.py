"""Words of a text, and phrases looked up among them in one pass.

Lists of phrases are looked up word by word instead of by regular expressions: the work grows with the text alone.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

WORD = re.compile(r"[^\W_]++(?:['’][^\W_]++)*+")
# Scripts that put no space between words; two such letters count as one spoken word.
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
LONG_WORD = 20


class Word(NamedTuple):
    """A word in lower case with straight apostrophes, where it stood, and whether it was all capitals."""

    text: str
    start: int
    end: int
    capitals: bool
    capital: bool


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list written as one text."""
    return frozenset(text.split())


def words_of(text: str) -> list[Word]:
    """Return the words of ``text`` in order."""
    return [word_of(match) for match in WORD.finditer(text)]


def word_of(match: re.Match[str]) -> Word:
    """Return the word that ``match`` found."""
    found = match.group()
    return Word(found.lower().replace("’", "'"), match.start(), match.end(), found.isupper(), found[0].isupper())


def word_count(text: str) -> float:
    """Return how many words it takes to say ``text``; very long words count more than once."""
    unspaced = len(UNSPACED.findall(text))
    spaced = UNSPACED.sub(" ", text) if unspaced else text
    return unspaced / 2 + sum(1 + (m.end() - m.start()) // LONG_WORD for m in WORD.finditer(spaced))


class Found(NamedTuple):
    """The meaning of a phrase, the index of its first word, and the index after its last."""

    meaning: str
    first: int
    after: int


class Phrases:
    """Phrases and their meanings; the longest phrase that begins at a word is the one found there."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, meaning in meanings.items():
            words = tuple(phrase.split())
            self.by_first.setdefault(words[0], []).append((words, meaning))
        for entries in self.by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find_all(self, words: list[Word]) -> Iterator[Found]:
        """Yield every phrase in ``words``, in order."""
        for index in range(len(words)):
            found = self.at(words, index)
            if found:
                yield found

    def at(self, words: list[Word], index: int) -> Found | None:
        """Return the longest phrase that begins with the word at ``index``, if any does."""
        for phrase, meaning in self.by_first.get(words[index].text, ()) if index < len(words) else ():
            after = index + len(phrase)
            if tuple(word.text for word in words[index:after]) == phrase:
                return Found(meaning, index, after)
        return None

    def first(self, words: list[Word]) -> Found | None:
        """Return the first phrase in ``words``, if any."""
        return next(self.find_all(words), None)


def phrases(**lists: str) -> Phrases:
    """Return phrases given as ``meaning="phrase, phrase, …"``."""
    return Phrases({phrase.strip(): meaning for meaning, text in lists.items() for phrase in text.split(",")})
