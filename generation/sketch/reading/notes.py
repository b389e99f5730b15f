"""What is noted while the words of an action are read: who is in the picture, and the phrase that is open."""

from dataclasses import dataclass

from .draft import Draft
from .lexicons import SUBJECT
from .small_words import PREPOSITIONS
from .things import HELD
from .words import Word, words_of

MANY_DRAFTS = 40
SHARED = frozenset(
    ("walk", "run", "sit", "lie", "climb", "swim", "dance", "enter", "leave", "talk", "fight", "play", "give")
)  # done with somebody
CARRIED_PEOPLE = frozenset(("baby",))
SELF_TOLD = ("person", "animal")


@dataclass
class Phrase:
    """The adjectives collected before a noun."""

    count: int = 0
    hues: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    determiner: str = ""
    after: str = ""
    action: str = ""
    worn: tuple[str, ...] = ()

    @property
    def begun(self) -> bool:
        """Whether anything stands before the noun that is to come."""
        return bool(self.count or self.hues or self.traits or self.determiner)


def is_borne(group: str, kind: str) -> bool:
    """Whether somebody who holds it can carry it about."""
    return kind in CARRIED_PEOPLE or (group == "prop" and kind in HELD)


class Notes:
    """What a pass over the words has found so far. `named` maps a lower-case name to the Draft made from the cast."""

    def __init__(self, words: list[Word], named: dict[tuple[str, ...], Draft], *, listing: bool = False) -> None:
        self.words, self.named = words, named
        self.listing = listing  # whether every word that is not known is told, as in a language not read in full
        self.drafts: list[Draft] = []
        self.unknown: list[str] = []
        self.unheld: list[Draft] = []  # what is held by somebody of whom there is only a pronoun
        self.hand = False
        self.no_people = False
        self.mentions: list[tuple[int, Draft]] = []
        self.acts: list[str] = []  # what is done, whoever does it
        self.ends: set[int] = set()  # where words stand that no relation reaches across
        self.denied: list[str] = []
        self.deserted = False
        self._at = 0
        self._phrase = Phrase()
        self._clause: list[Draft] = []
        self._denied = self._holding = self._compared = False
        self._done_to = ""  # what whoever is named next does, because it is done to them
        self._worn_last: tuple[int, Draft, str] | None = None  # a garment whose colour may follow
        self._introduced: Draft | None = None  # a name whose apposition may follow
        self._unnamed: Draft | None = None  # a mention whose name may follow

    def _add(self, draft: Draft) -> None:
        self.mentions.append((self._at, draft))
        if self._phrase.action and not draft.action:
            draft.action = self._phrase.action
        if self._done_to and not self._phrase.after and draft.group in SELF_TOLD and not draft.action:
            draft.action = self._done_to
        if draft not in self.drafts and len(self.drafts) < MANY_DRAFTS:
            self.drafts.append(draft)
        if self._holding and self._clause and draft.group in SELF_TOLD and not draft.action:
            draft.action = self._clause[-1].action if self._clause[-1].action in SHARED else ""
        if self._phrase.after not in PREPOSITIONS and not self._holding:
            self._clause = [d for d in self._clause if not d.action] + [draft]
        self._phrase = Phrase()

    def _deny(self, what: str, after: int) -> None:
        """What is denied ends with its noun, unless another follows: `no people, no dogs`, `without hat or coat`."""
        if not self._denied:
            return
        self.denied.append(what)
        following = self.words[after].lower if after < len(self.words) else ""
        self._denied = following in ("or", "nor") or (following == "and" and not self._goes_on(after + 1, what))

    def _goes_on(self, position: int, what: str) -> bool:
        """`A man without a hat and a woman`: who is named behind it is there, if nobody was denied before."""
        denied = SUBJECT.at(words_of(what), 0)[0]
        if denied is not None and denied[0] in SELF_TOLD:
            return False
        named = [SUBJECT.at(self.words, at)[0] for at in range(position, min(position + 3, len(self.words)))]
        return any(meaning is not None and meaning[0] in SELF_TOLD for meaning in named)

    def _wearer(self) -> Draft | None:
        return next((d for d in reversed(self.drafts) if d.group == "person"), None)

    def _held(self, group: str, kind: str, colour: str = "") -> bool:
        holder = self._wearer()
        if not is_borne(group, kind) or holder is None or not self._holding:
            return False
        holder.held.append((kind, self._phrase.hues[0] if self._phrase.hues else colour))
        self._phrase = Phrase()
        return True
