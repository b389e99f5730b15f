"""Walking through the words of an action and collecting who and what is in the picture."""
# ruff: noqa: E501 (word lists)

from dataclasses import dataclass, field, replace

from .subjects import HELD, NUMBERS
from .understood import Subject
from .where import PREPOSITIONS
from .words import NEGATIONS, Word, lexicon

DETERMINERS = frozenset(
    [
        "a",
        "an",
        "the",
        "his",
        "her",
        "their",
        "its",
        "my",
        "our",
        "your",
        "this",
        "that",
        "these",
        "those",
        "another",
        "each",
        "every",
    ]
)
ARTICLES = frozenset(["a", "an", "another"])
HOLDING = frozenset(["with", "holding", "holds", "carrying", "carries", "hold", "carry", "grips", "clutches", "raises", "lifts", "swings", "lights", "strikes", "striking", "under", "beneath", "reads", "reading", "read", "plays", "opens"])  # fmt: skip
SINGULAR_PRONOUNS = {
    "he": "man",
    "she": "woman",
    "him": "man",
    "her": "woman",
    "his": "man",
    "herself": "woman",
    "himself": "man",
}
PRONOUNS = {**SINGULAR_PRONOUNS, "they": "person", "them": "person", "someone": "person", "nobody": ""}
HANDS = frozenset(["hand", "hands", "finger", "fingers", "fist", "palm"])
ABSTRACT = frozenset(
    [
        "moment",
        "way",
        "time",
        "side",
        "end",
        "thing",
        "camera",
        "shot",
        "frame",
        "view",
        "day",
        "night",
        "bit",
        "lot",
        "kind",
        "piece",
        "part",
        "back",
        "front",
        "top",
        "bottom",
        "middle",
        "edge",
        "word",
        "silence",
        "sound",
        "voice",
        "light",
        "shadow",
        "smile",
        "look",
        "breath",
        "step",
        "turn",
        "hand",
        "hands",
        "face",
        "eye",
        "eyes",
        "head",
        "life",
        "name",
        "idea",
        "world",
        "air",
        "sky",
        "ground",
        "line",
        "scene",
        "beat",
        "corner",
        "distance",
        "while",
        "minute",
        "hour",
        "second",
        "glance",
        "pause",
        "wave",
        "water",
        "sun",
        "moon",
        "wall",
        "floor",
        "ceiling",
        "cloud",
        "clouds",
        "horizon",
        "first",
        "last",
        "next",
        "same",
        "other",
        "few",
        "little",
        "storm",
        "beam",
        "body",
        "arm",
        "arms",
        "leg",
        "legs",
        "foot",
        "feet",
        "shoulder",
    ]
)
UNKNOWN_DRAWN = 2
MANY_DRAFTS = 40


@dataclass
class Draft:
    """A subject while its sentence is still being read."""

    kind: str
    group: str
    label: str
    name: str = ""
    count: int = 1
    colours: dict[str, str] = field(default_factory=dict)
    traits: list[str] = field(default_factory=list)
    hair: str = ""
    held: list[tuple[str, str]] = field(default_factory=list)
    action: str = ""
    speaking: bool = False
    denied: bool = False

    def done(self) -> Subject:
        """The finished subject."""
        return Subject(
            self.kind, self.group, self.label, self.name, self.count, tuple(self.colours.items()),
            tuple(dict.fromkeys(self.traits)), self.hair, tuple(self.held), self.action or "stand", self.speaking,
        )  # fmt: skip


@dataclass
class _Phrase:
    """The adjectives collected before a noun."""

    count: int = 0
    hues: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    determiner: str = ""
    after: str = ""

    @property
    def begun(self) -> bool:
        return bool(self.count or self.hues or self.traits or self.determiner)


class Scan:
    """One pass over the words. `named` maps a lower-case name to the Draft made from the cast."""

    def __init__(self, words: list[Word], named: dict[tuple[str, ...], Draft]) -> None:
        self.words, self.named = words, named
        self.drafts: list[Draft] = []
        self.unknown: list[str] = []
        self.hand = False
        self.no_people = False
        self._phrase = _Phrase()
        self._clause: list[Draft] = []
        self._denied = self._holding = False
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
        word = self.words[position]
        if word.breaks:
            return self._break(word)
        for reader in self._readers:
            length = reader(position)
            if length:
                return length
        return self._unknown(word)

    def _break(self, word: Word) -> int:
        self._phrase = _Phrase()
        self._denied = self._holding = False
        if word.lower not in ",-":
            self._clause = []
        return 1

    def _name(self, position: int) -> int:
        for length in (3, 2, 1):
            span = tuple(word.lower for word in self.words[position : position + length])
            if span in self.named and len(span) == length:
                self._place_named(self.named[span])
                return length
        return 0

    def _place_named(self, draft: Draft) -> None:
        if self._denied:
            draft.denied = True
            return
        self._add(draft)

    def _add(self, draft: Draft) -> None:
        if draft not in self.drafts and len(self.drafts) < MANY_DRAFTS:
            self.drafts.append(draft)
        if self._phrase.after not in PREPOSITIONS and not self._holding:
            self._clause = [d for d in self._clause if not d.action] + [draft]
        self._phrase = _Phrase()

    def _number(self, position: int) -> int:
        word = self.words[position].lower
        count = NUMBERS.get(word) or (int(word) if word.isdigit() and len(word) < 4 else 0)
        if not count:
            return 0
        self._phrase.count = max(1, min(count, 12))
        self._phrase.determiner = self._phrase.determiner or word
        return 1

    def _colour(self, position: int) -> int:
        hue, length = lexicon("COLOUR").at(self.words, position)
        if length:
            self._phrase.hues += (str(hue),)
        return length

    def _trait(self, position: int) -> int:
        trait, length = lexicon("TRAIT").at(self.words, position)
        if length:
            self._phrase.traits += (str(trait),)
        return length

    def _wear(self, position: int) -> int:
        garment, length = lexicon("GARMENT").at(self.words, position)
        if not length:
            return self._hairdo(position)
        wearer = self._wearer()
        if wearer and not self._denied:
            wearer.colours[str(garment)] = self._phrase.hues[0] if self._phrase.hues else ""
        self._phrase = _Phrase()
        return length

    def _hairdo(self, position: int) -> int:
        style, length = lexicon("HAIRDO").at(self.words, position)
        wearer = self._wearer()
        if not length or wearer is None:
            return 0
        wearer.hair = self._hair_style(str(style), wearer.hair)
        if self._phrase.hues:
            wearer.colours["hair"] = self._phrase.hues[0]
        self._phrase = _Phrase()
        return length

    def _hair_style(self, style: str, before: str) -> str:
        if style != "hair":
            return style
        return next((trait for trait in ("long", "small") if trait in self._phrase.traits), before).replace(
            "small", "short"
        )

    def _wearer(self) -> Draft | None:
        return next((d for d in reversed(self.drafts) if d.group == "person"), None)

    def _noun(self, position: int) -> int:
        meaning, length = lexicon("SUBJECT").at(self.words, position)
        if not length or self._is_verb(position, length) or self._is_place(position, length):
            return 0
        group, kind = meaning
        last = self.words[position + length - 1]
        if self._denied:
            self.no_people = self.no_people or group == "person"
            self._phrase, self._denied = _Phrase(), True
        elif not self._held(group, kind):
            self._mention(
                group, kind, " ".join(w.single for w in self.words[position : position + length]), last.plural
            )
        return length

    def _is_verb(self, position: int, length: int) -> bool:
        if lexicon("ACT").at(self.words, position)[1] < length or self._phrase.begun:
            return False
        return bool(self._clause or self.drafts) or position + length < len(self.words)

    def _is_place(self, position: int, length: int) -> bool:
        return lexicon("PLACE").at(self.words, position)[1] > length

    def _held(self, group: str, kind: str) -> bool:
        holder = self._wearer()
        if group != "prop" or kind not in HELD or holder is None or not self._holding:
            return False
        holder.held.append((kind, self._phrase.hues[0] if self._phrase.hues else ""))
        self._phrase = _Phrase()
        return True

    def _mention(self, group: str, kind: str, label: str, plural: bool) -> None:
        known = next((d for d in self.drafts if d.kind == kind and not d.name), None)
        if known and self._phrase.determiner == "the":
            self._add(known)
            return
        plural = plural or label in ("people", "cattle", "sheep", "crew", "family", "crowd")
        draft = Draft(kind, group, label, count=self._phrase.count or (3 if plural else 1))
        if label in ("couple",):
            draft.count = 2
        draft.traits += self._phrase.traits
        if self._phrase.hues:
            draft.colours["self"] = self._phrase.hues[0]
        if len(self._phrase.hues) > 1:
            draft.colours["second"] = self._phrase.hues[1]
        self._add(draft)

    def _act(self, position: int) -> int:
        act, length = lexicon("ACT").at(self.words, position)
        if not length:
            return 0
        self._holding = self._holding or self.words[position].lower in HOLDING
        doers = [d for d in self._clause or self.drafts[-1:] if d.group != "prop"]
        for doer in doers:
            if doer.action in ("", "stand", "hold") and not self._denied:
                doer.action = str(act)
        self._phrase = _Phrase()
        return length

    def _known(self, position: int) -> int:
        """Words that place, hour, weather or framing already account for."""
        for name in ("WEATHER", "PLACE", "HOUR", "FEATURE", "SEASON", "MOOD", "SIZE", "MOVE"):
            length = lexicon(name).at(self.words, position)[1]
            if length and self.words[position].lower not in PREPOSITIONS:
                self._phrase, self._clause = _Phrase(), ([] if name == "WEATHER" else self._clause)
                return length
        return 0

    def _small(self, position: int) -> int:
        word = self.words[position]
        lower = word.lower
        if lower in NEGATIONS or lower == "empty":
            self._denied = True
            self.no_people = self.no_people or lower == "nobody"
        elif lower in HOLDING:
            self._holding = True
        elif lower in HANDS:
            self.hand = True
        if lower in PREPOSITIONS or lower in ("ahead", "behind", "with", "next", "to", "of"):
            self._phrase = _Phrase(after="in" if lower != "of" else self._phrase.after)
        elif lower in DETERMINERS:
            self._phrase.determiner = lower
        else:
            return int(lower in PRONOUNS or lower in NEGATIONS or lower in HANDS or lower in SMALL_WORDS)
        return 1

    def _unknown(self, word: Word) -> int:
        phrase = self._phrase
        if (
            phrase.begun
            and word.single not in ABSTRACT
            and not self._denied
            and word.written.isalpha()
            and len(word.lower) > 2
        ):
            self._maybe_silhouette(word, phrase)
        elif word.written[:1].isupper() and not word.opens and word.written.isalpha():
            self.unknown.append(word.written)
        ended = word.single in ABSTRACT or self._phrase is not phrase or word.lower.endswith(("s", "ed", "ly"))
        self._phrase = _Phrase() if ended else phrase
        return 1

    def _maybe_silhouette(self, word: Word, phrase: _Phrase) -> None:
        self.unknown.append(word.lower)
        introduced = phrase.determiner in ARTICLES or phrase.determiner in NUMBERS
        drawn = [d for d in self.drafts if d.group == "unknown"]
        if introduced and len(drawn) < UNKNOWN_DRAWN and self._ends_phrase(word):
            draft = Draft("silhouette", "unknown", word.single, count=phrase.count or 1)
            if phrase.hues:
                draft.colours["self"] = phrase.hues[0]
            draft.traits += phrase.traits
            self._add(replace(draft))

    def _ends_phrase(self, word: Word) -> bool:
        index = next(i for i, other in enumerate(self.words) if other is word)
        if index + 1 == len(self.words):
            return True
        following = self.words[index + 1]
        if following.breaks or following.lower in PREPOSITIONS | SMALL_WORDS:
            return True
        return bool(lexicon("ACT").at(self.words, index + 1)[1]) or following.lower.endswith(("s", "ed", "ing"))


SMALL_WORDS = frozenset(
    [
        "and",
        "or",
        "but",
        "then",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "to",
        "of",
        "for",
        "with",
        "who",
        "which",
        "that",
        "there",
        "here",
        "it",
        "its",
        "into",
        "onto",
        "up",
        "down",
        "very",
        "so",
        "too",
        "again",
        "still",
        "slowly",
        "quickly",
        "suddenly",
        "away",
        "back",
        "out",
        "off",
        "over",
        "just",
        "not",
        "now",
        "while",
        "when",
        "until",
        "than",
        "like",
        "close",
        "empty",
        "only",
        "also",
        "at",
        "ahead",
        "behind",
        "next",
        "together",
        "alone",
        "gently",
        "softly",
    ]
)
