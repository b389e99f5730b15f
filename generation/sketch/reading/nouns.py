"""Nouns with the numbers, colours and traits before them: somebody new, or whom was mentioned before."""

from .colours import COLOURS
from .describing import NUMBERS
from .draft import Draft
from .lexicons import ACT, COLOUR, PLACE, SUBJECT, TRAIT
from .naming import Naming
from .notes import SELF_TOLD, Phrase, is_borne
from .small_words import ARTICLES, MATERIALS, OWNERS, PREPOSITIONS

COLLECTIVES = frozenset(("couple", "pair", "trio", "group", "crowd", "gang", "twin"))  # numbers only before `of`
ALSO_MANY = frozenset(("people", "cattle", "sheep", "crew", "crowd", "group", "gang", "trio"))
HEAPS = (["pile", "of"], ["stack", "of"], ["heap", "of"])
HEADS = {"couple": 2, "pair": 2, "trio": 3, "family": 4, "group": 5, "gang": 4, "crowd": 10, "audience": 10}


class Nouns(Naming):
    """Reads nouns and what stands before them."""

    def _number(self, position: int) -> int:
        word = self.words[position].lower
        count = NUMBERS.get(word) or (int(word) if word.isdigit() and len(word) < 4 else 0)
        if not count or (word in COLLECTIVES and not self._counts(position)):
            return 0
        self._phrase.count = max(1, min(count, 12))
        self._phrase.determiner = self._phrase.determiner or word
        return 1

    def _counts(self, position: int) -> bool:
        """`A crowd of children`, `twin girls` are numbers of somebody; `a crowd`, `the market crowd` are people."""
        if position + 1 >= len(self.words):
            return False
        noun = SUBJECT.at(self.words, position + 1)[1]
        return self.words[position + 1].lower == "of" or bool(noun and not self._phrase.determiner)

    def _colour(self, position: int) -> int:
        hue, length = COLOUR.at(self.words, position)
        if length and self.listing and self.mentions and self.mentions[-1][0] == position - 1:
            self.mentions[-1][1].colours.setdefault("self", str(hue))  # `un chien noir`
        elif length and self.listing and self._worn_last and self._worn_last[0] == position - 1:
            self._worn_last[1].colours[self._worn_last[2]] = str(hue)  # `un vestido rojo`
        elif length:
            self._phrase.hues += (str(hue),)
        return length

    def _trait(self, position: int) -> int:
        trait, length = TRAIT.at(self.words, position)
        if length:
            self._phrase.traits += (str(trait),)
        return length

    def _noun(self, position: int) -> int:
        meaning, length = SUBJECT.at(self.words, position)
        if meaning is None or self._is_verb(position, length) or self._is_place(position, length):
            return 0
        group, kind = meaning
        label = " ".join(w.single for w in self.words[position : position + length])
        if self._owns(position, length) or self._only_describes(position, length, label):
            return length
        if self._denied or self._compared:
            self.no_people = self.no_people or (group == "person" and self._denied)
            self._phrase = Phrase()
            self._deny(self.words[position + length - 1].lower, position + length)
        elif not self._held(group, kind):
            self._mention(group, kind, label, position + length)
            if self._holding and is_borne(group, kind) and self._wearer() is None:
                self.unheld += self.drafts[-1:]
        return length

    def _only_describes(self, position: int, length: int, label: str) -> bool:
        """Whether a noun stands for what something else is made of, or of what kind it is: `stone quay`."""
        last = self.words[position + length - 1]
        if label in MATERIALS and not last.plural and self._phrase.determiner not in ARTICLES:
            return True
        after = position + length
        if last.plural or after >= len(self.words) or self.words[after].breaks:
            return False
        if self.words[after].lower in PREPOSITIONS:
            return False
        if ACT.at(self.words, after)[1]:
            return False
        noun = SUBJECT.at(self.words, after)[1] or PLACE.at(self.words, after)[1]
        named = (self.words[after].lower,) in self.named
        return bool(noun) and not named

    def _is_verb(self, position: int, length: int) -> bool:
        if ACT.at(self.words, position)[1] < length or self._phrase.begun or self._follows_verb(position):
            return False
        return bool(self._clause or self.drafts) or position + length < len(self.words)

    def _follows_verb(self, position: int) -> bool:
        """`Carries boxes`, `over rocks`: after a verb or a preposition comes no other verb."""
        if not position:
            return False
        before = self.words[position - 1]
        if self.mentions and self.mentions[-1][0] == position - 1:
            return False  # `the phone rings`: what was just named does it
        return before.lower in PREPOSITIONS or bool(ACT.at(self.words, position - 1)[1] and self.words[position].plural)

    def _is_place(self, position: int, length: int) -> bool:
        return PLACE.at(self.words, position)[1] > length

    def _mention(self, group: str, kind: str, label: str, after: int) -> None:
        draft = self._drafted(group, kind, label, self.words[after - 1].plural)
        if self._introduced and draft.count == 1 and self._is_apposition(group, after):
            self._introduced.is_also(draft)
            self._phrase, self._introduced = Phrase(), None
            return
        same = label not in HEADS and (draft.count == 1 or not self._phrase.count)
        known = self._meant(group, kind) if same else None
        if known:
            known.traits += draft.traits
            self._add(known)
            return
        self._add(draft)
        self._unnamed = draft if group in SELF_TOLD and draft.count == 1 else None

    def _is_apposition(self, group: str, after: int) -> bool:
        """`Pip, a white dog, runs` tells who Pip is; `Pip, a dog and a cat` are three."""
        if group not in SELF_TOLD or not self._phrase.determiner:
            return False
        following = [word.lower for word in self.words[after : after + 2] if word.lower != ","]
        return self._phrase.determiner in OWNERS or following[:1] != ["and"]

    def _meant(self, group: str, kind: str) -> Draft | None:
        """Whom `the girl` means: somebody named before, or mentioned, or the one of the cast whom it can mean."""
        if self._phrase.determiner not in ("the", "this", "that"):
            return None
        plain = next((d for d in self.drafts if d.kind == kind and not d.name), None)
        if plain or group not in SELF_TOLD:
            return plain
        for known in (self.drafts, list(dict.fromkeys(self.named.values()))):
            fitting = [d for d in known if d.name and d.can_be(group, kind)]
            if len(fitting) == 1:
                return fitting[0]
        return None

    def _drafted(self, group: str, kind: str, label: str, plural: bool) -> Draft:
        plural = plural or label in ALSO_MANY or (label == "fish" and not self._phrase.determiner)
        several = HEADS.get(label, 3 if plural else 1)
        draft = Draft(kind, group, label, count=several if label in HEADS else self._phrase.count or several)
        draft.traits += self._phrase.traits
        if [word.lower for word in self.words[max(0, self._at - 2) : self._at]] in HEAPS:
            draft.count = 1  # `a pile of nets` is one
            draft.traits.append("pile")
        draft.colours.update(dict.fromkeys(self._phrase.worn if group == "person" else (), ""))
        if group == "person" and COLOURS["pale"] in self._phrase.hues:
            self._phrase.hues = tuple(hue for hue in self._phrase.hues if hue != COLOURS["pale"])
            draft.traits.append("pale")  # of skin, not of clothes
        if self._phrase.hues:
            draft.colours["self"] = self._phrase.hues[0]
        if len(self._phrase.hues) > 1:
            draft.colours["second"] = self._phrase.hues[1]
        return draft
