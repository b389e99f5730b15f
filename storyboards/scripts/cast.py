"""Who is in a script: one spelling for each name, and who is named in a text."""

import re
from collections.abc import Iterable

from storyboards.scripts.outline import NAME_LENGTH, shortened
from storyboards.scripts.phrasebook import CUT_CUES
from storyboards.scripts.words import Word, word_set, words_of

LONGEST_NAME = 4  # words
ARTICLES = word_set("the a an")
# An introduction: capitals, then an age in brackets, or a comma and what the person is.
INTRODUCTION = re.compile(r"(?<![^\W_])([^\W\d_]{2,30}(?: [^\W\d_]{2,30}){0,2})(?: ?\(|, )(?=\d|an? |the |her |his )")


class Cast:
    """The names of a script, merged regardless of case and article; the first spelling met is kept."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.spellings: dict[str, str] = {}
        self.about: dict[str, str] = {}  # who somebody is, where it was told beside the name
        self.aliases: dict[str, dict[str, None]] = {}  # other names in the script, by the spelling kept
        for name in names:
            self.spelling(name)

    def spelling(self, name: str) -> str:
        """Return the spelling kept for ``name``, which joins the cast if it is new."""
        name = shortened(name, NAME_LENGTH)
        key = key_of(name)
        if not key:
            return name
        kept = self.spellings.setdefault(key, name)
        self.also(kept, name)
        return kept

    def also(self, name: str, alias: str) -> None:
        """Remember that the script calls ``name`` by ``alias``, too; capitals alone make no other name."""
        if alias and alias.casefold() != name.casefold():
            self.aliases.setdefault(name, {})[alias] = None

    def introduce(self, action: str) -> None:
        """Take in those whom ``action`` introduces in capitals: ``PIP, a small white dog``."""
        for match in INTRODUCTION.finditer(action):
            words = words_of(match.group(1))
            while words and not words[0].capitals:
                words = words[1:]
            if words and CUT_CUES.first(words[:1]) is None:
                self.spelling(match.group(1)[words[0].start :])

    def unite(self, cues: set[str]) -> None:
        """Make one of a full name that was introduced and the cue that begins or ends it, where nobody else fits.

        ``cues`` are the keys of those who speak: DICK STEEL, his partner, is STEEL when he opens his mouth.
        """
        fitting: dict[str, list[str]] = {}
        for full in self.spellings:
            words = full.split()
            for cue in {words[0], words[-1]} & cues if full not in cues else ():
                fitting.setdefault(cue, []).append(full)
        for cue, [full, *others] in fitting.items():
            if not others:
                self.also(self.spellings[cue], self.spellings[full])
                self.spellings[full] = self.spellings[cue]

    def named_in(self, text: str) -> list[str]:
        """Return the members named in ``text``, in order, each once."""
        words = words_of(text)
        found: dict[str, None] = {}
        index = 0
        while index < len(words):
            count = self.name_at(words, index)
            if count:
                found.setdefault(self.spellings[joined_words(words[index : index + count])])
            index += max(1, count)
        return list(found)

    def name_at(self, words: list[Word], index: int) -> int:
        """Return how many words of a name stand at ``index``; a name is written with a capital."""
        if not words[index].capital and words[index].text.isascii():
            return 0
        for count in range(min(LONGEST_NAME, len(words) - index), 0, -1):
            if joined_words(words[index : index + count]) in self.spellings:
                return count
        return 0


def key_of(name: str) -> str:
    """Return what is the same for all spellings of ``name``."""
    return joined_words(words_of(name)) or name.strip().lower()


def joined_words(words: list[Word]) -> str:
    """Return the words of a name as its key: a leading article and a genitive's ending are left out."""
    if len(words) > 1 and words[0].text in ARTICLES:
        words = words[1:]
    return " ".join(word.text.removesuffix("'s") for word in words)
