"""Small words: what they say of what is named next, and whom he, she and they mean."""

from .describing import NUMBERS
from .lexicons import ACT, SUBJECT
from .notes import SELF_TOLD, Notes, Phrase
from .small_words import (
    COMPARING,
    DETERMINERS,
    HANDS,
    HOLDING,
    JOINING,
    NAMING,
    PREPOSITIONS,
    PRONOUNS,
    SINGULAR_PRONOUNS,
    SMALL_WORDS,
)
from .words import NEGATIONS

MEANWHILE = frozenset(("while", "as", "when", "but"))
EMPTY_OF_PEOPLE = frozenset(("empty", "deserted", "abandoned", "lifeless"))


class Hints(Notes):
    """Reads small words."""

    def _small(self, position: int) -> int:
        lower = self.words[position].lower
        if lower not in NAMING:
            self._unnamed = None
        if lower not in DETERMINERS:
            self._introduced = None
        if lower in NEGATIONS and self._nobody(position):
            return 2 if lower == "no" else 1
        self._denied = self._denied or lower in NEGATIONS
        self.deserted = self.deserted or lower in EMPTY_OF_PEOPLE
        self._take_hint(lower, position)
        if lower == "of" and position and self._phrase.count and self.words[position - 1].lower in NUMBERS:
            return 1  # `a crowd of children`, `two of the men`: so many of whom comes next
        if lower in PREPOSITIONS or lower in ("ahead", "behind", "with", "next", "to", "of"):
            self._phrase = Phrase(after="in" if lower != "of" else self._phrase.after)
        elif lower in DETERMINERS:
            self._phrase.determiner = lower
        else:
            return int(
                lower in PRONOUNS or lower in NEGATIONS or lower in HANDS or lower in SMALL_WORDS or lower in COMPARING
            )
        return 1

    def _take_hint(self, lower: str, position: int) -> None:
        """What a small word says of what is named next: only likened, the same as before, held, or acting by itself."""
        if lower in COMPARING:
            self._compared = True
        elif lower in ("he", "she", "they"):
            self._take_up(lower)
        elif lower in HOLDING:
            self._holding = True
        elif lower in HANDS:
            self.hand = True
        elif lower in JOINING and self._begins_clause(position + 1):
            self._holding = False
            if lower in MEANWHILE:
                self._clause = []  # `a girl blows bubbles while her father fishes`: only he does

    def _begins_clause(self, position: int) -> bool:
        """`And a boy reads`: who is named there does something, and is not what somebody before holds."""
        for at in range(position, min(position + 4, len(self.words))):
            meaning, length = SUBJECT.at(self.words, at)
            group = meaning[0] if meaning else ""
            if named := self.named.get((self.words[at].lower,)):
                group, length = named.group, 1
            if length:
                return group in SELF_TOLD and at + length < len(self.words) and ACT.at(self.words, at + length)[1] > 0
        return False

    def _nobody(self, position: int) -> bool:
        """`Nobody`, `no one`, `not a soul`: nobody is in the picture, unless somebody was named before."""
        following = [word.lower for word in self.words[position + 1 : position + 3]]
        lower = self.words[position].lower
        nobody = lower in ("nobody", "no-one") or (lower == "no" and following[:1] in (["one"], ["body"]))
        if not nobody and following != ["a", "soul"]:
            return False
        self.no_people = self.no_people or not self.drafts
        self.denied.append("people")
        return True

    def _take_up(self, pronoun: str) -> None:
        """Who is meant by he, she or they does what follows."""
        people = [d for d in self.drafts if d.group in SELF_TOLD]
        wanted = SINGULAR_PRONOUNS.get(pronoun, "")
        meant = [d for d in people if d.group == "person" and d.gender in (wanted, "")] or people
        self._clause = meant[-1:] if wanted else people or self._clause
        self.mentions += [(self._at, draft) for draft in self._clause[-1:]]
