"""Walking through the words of an action and collecting who and what is in the picture."""

from typing import Any

from .describing import NUMBERS
from .draft import Draft
from .hints import Hints
from .lexicons import ACT, FEATURE, HOUR, MOOD, MOVE, PLACE, SEASON, SIZE, WEATHER
from .notes import Phrase
from .small_words import ABSTRACT, ARTICLES, NAMING, PREPOSITIONS, SMALL_WORDS
from .verbs import Verbs
from .wearing import Wearing
from .words import Lexicon, Word, is_latin

ACCOUNTED: tuple[Lexicon[Any], ...] = (WEATHER, PLACE, HOUR, FEATURE, SEASON, MOOD, SIZE, MOVE)
UNKNOWN_DRAWN = 2


class Scan(Wearing, Verbs, Hints):
    """One pass over the words. `named` maps a lower-case name to the Draft made from the cast."""

    def __init__(self, words: list[Word], named: dict[tuple[str, ...], Draft], *, listing: bool = False) -> None:
        super().__init__(words, named, listing=listing)
        self._readers = (
            self._name,
            self._number,
            self._wear,
            self._noun,
            self._colour,
            self._trait,
            self._act,
            self._known,
            self._small,
        )

    def run(self) -> "Scan":
        """Read every word; returns itself."""
        position = 0
        while position < len(self.words):
            position += self._read(position)
        return self

    def _read(self, position: int) -> int:
        word, self._at = self.words[position], position
        if word.breaks:
            return self._break(word)
        for reader in self._readers:
            length = reader(position)
            if length:
                return length
        return self._unknown(word, position)

    def _break(self, word: Word) -> int:
        self._phrase = Phrase()
        self._denied = self._holding = self._compared = False
        self._done_to = ""
        if word.lower not in ",-()–—":
            self._clause, self._introduced, self._unnamed = [], None, None
        return 1

    def _known(self, position: int) -> int:
        """Words that place, hour, weather or framing already account for."""
        for known in ACCOUNTED:
            length = known.at(self.words, position)[1]
            if length and self.words[position].lower not in PREPOSITIONS:
                if known is PLACE:
                    self.ends.add(position)
                    self._denied = False
                self._phrase, self._clause = Phrase(), ([] if known is WEATHER else self._clause)
                return length
        return 0

    def _unknown(self, word: Word, position: int) -> int:
        phrase = self._phrase
        self._introduced = self._introduced if phrase.begun else None
        self._unnamed = self._unnamed if word.lower in NAMING else None
        if (
            phrase.begun
            and word.single not in ABSTRACT
            and not self._denied
            and word.written.isalpha()
            and len(word.lower) > 2
        ):
            self._maybe_silhouette(word, phrase, position)
        elif word.written.isalpha() and self._is_told(word):
            self.unknown.append(word.written)
        ended = word.single in ABSTRACT or self._phrase is not phrase or word.lower.endswith(("s", "ed", "ly"))
        self._phrase = Phrase() if ended else phrase
        return 1

    def _is_told(self, word: Word) -> bool:
        """Whether a word that means nothing here is told to the writer: names, and words of other languages."""
        named = word.written[:1].isupper() and not word.opens
        foreign = (self.listing and len(word.lower) > 3) or not is_latin(word.lower)
        return named or foreign

    def _maybe_silhouette(self, word: Word, phrase: Phrase, position: int) -> None:
        self.unknown.append(word.lower)
        introduced = phrase.determiner in ARTICLES or phrase.determiner in NUMBERS
        drawn = [d for d in self.drafts if d.group == "unknown"]
        if introduced and len(drawn) < UNKNOWN_DRAWN and self._ends_phrase(position):
            draft = Draft("silhouette", "unknown", word.single, count=phrase.count or 1)
            if phrase.hues:
                draft.colours["self"] = phrase.hues[0]
            draft.traits += phrase.traits
            self._add(draft)

    def _ends_phrase(self, index: int) -> bool:
        if index + 1 == len(self.words):
            return True
        following = self.words[index + 1]
        if following.breaks or following.lower in PREPOSITIONS | SMALL_WORDS:
            return True
        return bool(ACT.at(self.words, index + 1)[1]) or following.lower.endswith(("s", "ed", "ing"))
