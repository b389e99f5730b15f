"""Walking through the words of an action and collecting who and what is in the picture."""

from dataclasses import dataclass
from typing import Any

from .colours import COLOURS
from .describing import HAIR_HUES, NUMBERS
from .draft import Draft
from .lexicons import (
    ACT,
    COLOUR,
    FEATURE,
    GARMENT,
    HAIRDO,
    HOUR,
    MOOD,
    MOVE,
    PLACE,
    SEASON,
    SIZE,
    SUBJECT,
    TRAIT,
    WEATHER,
)
from .small_words import (
    ABSTRACT,
    ARTICLES,
    BODY,
    COMPARING,
    DETERMINERS,
    HANDS,
    HOLDING,
    JOINING,
    MATERIALS,
    NAMING,
    OWNERS,
    PREPOSITIONS,
    PRONOUNS,
    SINGULAR_PRONOUNS,
    SMALL_WORDS,
)
from .supplying import PEERING, RIDDEN
from .things import HELD
from .words import NEGATIONS, Lexicon, Word, is_latin

ACCOUNTED: tuple[Lexicon[Any], ...] = (WEATHER, PLACE, HOUR, FEATURE, SEASON, MOOD, SIZE, MOVE)
UNKNOWN_DRAWN = 2
MANY_DRAFTS = 40
SHARED = frozenset(
    ("walk", "run", "sit", "lie", "climb", "swim", "dance", "enter", "leave", "talk", "fight", "play", "give")
)  # done with somebody
MUTUAL = frozenset(("hug", "kiss", "fight"))  # whom it is done to does it too
PURSUED = {"chase": "run", "pursue": "run", "hunt": "run", "follow": "walk", "lead": "walk", "led": "walk"}
# What one can do besides sitting, and how the one is told of who does.
WHILE_SEATED = {"read": "reading", "drink": "drinking"}
AT_TABLE = frozenset(("eat", "write", "type", "cook"))  # these poses sit or stand where the work is
CARRIED_PEOPLE = frozenset(("baby",))
COLLECTIVES = frozenset(("couple", "pair", "trio", "group", "crowd", "gang", "twin"))  # numbers only before `of`
ALSO_MANY = frozenset(("people", "cattle", "sheep", "crew", "crowd", "group", "gang", "trio"))
HEAPS = (["pile", "of"], ["stack", "of"], ["heap", "of"])
HEADS = {"couple": 2, "pair": 2, "trio": 3, "family": 4, "group": 5, "gang": 4, "crowd": 10, "audience": 10}
SELF_TOLD = ("person", "animal")
PASSING = frozenset(("", "stand", "hold", "look"))  # what gives way to what somebody does next
OF_PEOPLE = frozenset(("water", "smoke"))  # what nothing else does: an engine smokes otherwise
EMPTY_OF_PEOPLE = frozenset(("empty", "deserted", "abandoned", "lifeless"))


@dataclass
class _Phrase:
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
        return bool(self.count or self.hues or self.traits or self.determiner)


def _pursued(verb: str) -> str:
    """What somebody does whom a verb like `chases` is done to, or ""."""
    return next((does for stem, does in PURSUED.items() if verb.startswith(stem.rstrip("e"))), "")


def _is_borne(group: str, kind: str) -> bool:
    return kind in CARRIED_PEOPLE or (group == "prop" and kind in HELD)


class Scan:
    """One pass over the words. `named` maps a lower-case name to the Draft made from the cast."""

    def __init__(self, words: list[Word], named: dict[tuple[str, ...], Draft], *, listing: bool = False) -> None:
        self.words, self.named = words, named
        self.listing = listing  # whether every word that is not known is told, as in a language not read in full
        self.drafts: list[Draft] = []
        self.unknown: list[str] = []
        self.unheld: list[Draft] = []  # what is held by somebody of whom there is only a pronoun
        self.hand = False
        self.no_people = False
        self.mentions: list[tuple[int, Draft]] = []
        self.ends: set[int] = set()  # where words stand that no relation reaches across
        self.denied: list[str] = []
        self.deserted = False
        self._at = 0
        self._phrase = _Phrase()
        self._clause: list[Draft] = []
        self._denied = self._holding = self._compared = False
        self._done_to = ""  # what whoever is named next does, because it is done to them
        self._introduced: Draft | None = None  # a name whose apposition may follow
        self._unnamed: Draft | None = None  # a mention whose name may follow
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
        self._phrase = _Phrase()
        self._denied = self._holding = self._compared = False
        self._done_to = ""
        if word.lower not in ",-()–—":
            self._clause, self._introduced, self._unnamed = [], None, None
        return 1

    def _name(self, position: int) -> int:
        for length in (3, 2, 1):
            span = tuple(word.lower for word in self.words[position : position + length])
            if span in self.named and len(span) == length:
                self._place_named(self.named[span], position, length)
                return length
        return 0

    def _place_named(self, draft: Draft, position: int, length: int) -> None:
        owned = self._owns(position, length)
        if self._denied or self._compared or owned:
            draft.denied = self._denied
            self._deny(draft.name, position + length)
            self._phrase = self._phrase if owned else _Phrase()
            return
        if draft.group == "prop" and self._held(draft.group, draft.kind, draft.colours.get("self", "")):
            return
        if self._unnamed and draft not in self.drafts and self._is_naming(position, length):
            self._merge(self._unnamed, draft)
        self._add(draft)
        self._introduced, self._unnamed = draft, None

    def _is_naming(self, position: int, length: int) -> bool:
        """`the girl Lina`, `a dog called Pip`, `a dog, Pip,`: the name belongs to whom was just mentioned."""
        before = self.words[position - 1].lower if position else ""
        after = self.words[position + length] if position + length < len(self.words) else None
        return before != "," or after is None or after.breaks

    def _merge(self, mention: Draft, draft: Draft) -> None:
        draft.is_also(mention)
        self.drafts = [draft if d is mention else d for d in self.drafts]
        self._clause = [draft if d is mention else d for d in self._clause]
        self.mentions = [(at, draft if d is mention else d) for at, d in self.mentions]

    def _owns(self, position: int, length: int) -> bool:
        """Whether it only owns what is named next (`the keeper's daughter`) and is not in the picture itself."""
        if not self.words[position + length - 1].owns:
            return False
        following = [word.lower for word in self.words[position + length : position + length + 3]]
        return not any(word in BODY for word in following)

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
        self._phrase = _Phrase()

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
        elif length:
            self._phrase.hues += (str(hue),)
        return length

    def _trait(self, position: int) -> int:
        trait, length = TRAIT.at(self.words, position)
        if length:
            self._phrase.traits += (str(trait),)
        return length

    def _wear(self, position: int) -> int:
        garment, length = GARMENT.at(self.words, position)
        if not length:
            return self._hairdo(position)
        if self.words[position].lower.endswith("ed") and not self._denied:
            self._phrase.worn += (str(garment),)  # `a bearded man`: whom it is about comes next
            return length
        wearer = self._wearer()
        if wearer is None and garment == "hat" and not self._denied:
            self._add(self._drafted("prop", "hat", "hat", plural=False))
        elif self._denied:
            self._lack(wearer, str(garment), position + length)
        elif wearer:
            hue = self._phrase.hues[0] if self._phrase.hues else ""
            wearer.colours[str(garment)] = hue or wearer.colours.get(str(garment), "")
        self._phrase = _Phrase()
        return length

    def _hairdo(self, position: int) -> int:
        style, length = HAIRDO.at(self.words, position)
        wearer = self._wearer()
        if not length or wearer is None:
            return 0
        wearer.hair = self._hair_style(str(style), wearer.hair)
        if style in HAIR_HUES:
            wearer.hair, wearer.colours["hair"] = "", COLOURS[HAIR_HUES[str(style)]]
        if self._phrase.hues:
            wearer.colours["hair"] = self._phrase.hues[0]
        self._phrase = _Phrase()
        return length

    def _lack(self, wearer: Draft | None, garment: str, after: int) -> None:
        """`Without a hat`: it is not worn, even where it goes with the job."""
        if wearer:
            wearer.lacks.append(garment)
        self._deny(self.words[after - 1].lower, after)

    def _deny(self, what: str, after: int) -> None:
        """What is denied ends with its noun, unless another follows: `no people, no dogs`, `without hat or coat`."""
        if not self._denied:
            return
        self.denied.append(what)
        following = self.words[after].lower if after < len(self.words) else ""
        self._denied = following in ("or", "nor", "and")

    def _hair_style(self, style: str, before: str) -> str:
        if style != "hair":
            return style
        return next((trait for trait in ("long", "small") if trait in self._phrase.traits), before).replace(
            "small", "short"
        )

    def _wearer(self) -> Draft | None:
        return next((d for d in reversed(self.drafts) if d.group == "person"), None)

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
            self._phrase = _Phrase()
            self._deny(self.words[position + length - 1].lower, position + length)
        elif not self._held(group, kind):
            self._mention(group, kind, label, position + length)
            if self._holding and _is_borne(group, kind) and self._wearer() is None:
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
        return before.lower in PREPOSITIONS or bool(ACT.at(self.words, position - 1)[1] and self.words[position].plural)

    def _is_place(self, position: int, length: int) -> bool:
        return PLACE.at(self.words, position)[1] > length

    def _held(self, group: str, kind: str, colour: str = "") -> bool:
        holder = self._wearer()
        if not _is_borne(group, kind) or holder is None or not self._holding:
            return False
        holder.held.append((kind, self._phrase.hues[0] if self._phrase.hues else colour))
        self._phrase = _Phrase()
        return True

    def _mention(self, group: str, kind: str, label: str, after: int) -> None:
        draft = self._drafted(group, kind, label, self.words[after - 1].plural)
        if self._introduced and draft.count == 1 and self._is_apposition(group, after):
            self._introduced.is_also(draft)
            self._phrase, self._introduced = _Phrase(), None
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
        if self._phrase.hues:
            draft.colours["self"] = self._phrase.hues[0]
        if len(self._phrase.hues) > 1:
            draft.colours["second"] = self._phrase.hues[1]
        return draft

    def _act(self, position: int) -> int:
        act, length = ACT.at(self.words, position)
        if not length:
            return 0
        last = self.words[position + length - 1].lower
        if act == "enter" and last == "in" and not self._closes(position + length):
            act, length = "walk", length - 1  # `walks in.` enters, `walks in the snow` walks
        if act in ("water", "smoke") and length == 2:
            length = 1  # `waters the` is the verb, and the article belongs to what comes next
        if length == 1 and self._phrase.begun and self._describes(last, position + 1):
            self._phrase.action = str(act) if last.endswith("ing") and act not in OF_PEOPLE else ""
            return length
        through = act == "look" and last == "through"
        bears = act == "smoke" or self.words[position].lower in HOLDING
        self._holding = self._holding or (not self._denied and (through or bears))
        self._introduced = self._unnamed = None
        self.ends.update(range(position, position + length))
        doers = [d for d in self._clause or self.drafts[-1:] if d.group != "prop"]
        doers = [d for d in doers if d.group == "person" or act not in OF_PEOPLE]
        for doer in doers if through and not self._denied else ():
            doer.traits.append(PEERING)
        for doer in doers if not self._denied else ():
            self._does(doer, str(act))
            self._with_what(doer, position, length)
        hands = self.words[position + length - 1].lower == "with"
        self._done_to = str(act) if act in MUTUAL or hands else _pursued(self.words[position].lower)
        self._denied = False
        self._phrase = _Phrase(after="in" if through else "")
        return length

    def _closes(self, position: int) -> bool:
        return position >= len(self.words) or self.words[position].breaks

    def _does(self, doer: Draft, act: str) -> None:
        """What somebody does: the first thing that is told, unless it was only how they stand or sit."""
        if doer.action in PASSING or (doer.action == "sit" and act in AT_TABLE):
            doer.action = act
        elif doer.action == "sit" and act in WHILE_SEATED:
            doer.traits.append(WHILE_SEATED[act])

    def _with_what(self, doer: Draft, position: int, length: int) -> None:
        """What the verb itself names: `plays the violin` holds one, `skateboards` stands on one."""
        meaning = SUBJECT.at(self.words, position + length - 1)[0]
        if meaning is None or doer.group != "person" or meaning[1] not in HELD:
            return
        if length > 1 and meaning[1] != "ball":
            doer.held.append((meaning[1], ""))
        elif meaning[1] in RIDDEN or meaning[1] == "ball":
            self.drafts.append(Draft(meaning[1], meaning[0], meaning[1]))

    def _describes(self, verb: str, after: int) -> bool:
        """`A sleeping tiger`, `the painted wall`: a form of a verb that tells of the noun behind it."""
        if not verb.endswith(("ing", "ed")) or after >= len(self.words) or self.words[after].breaks:
            return False
        if verb.endswith("ed"):
            return True
        return any(known.at(self.words, after)[1] for known in (SUBJECT, PLACE, COLOUR, TRAIT))

    def _known(self, position: int) -> int:
        """Words that place, hour, weather or framing already account for."""
        for known in ACCOUNTED:
            length = known.at(self.words, position)[1]
            if length and self.words[position].lower not in PREPOSITIONS:
                if known is PLACE:
                    self.ends.add(position)
                    self._denied = False
                self._phrase, self._clause = _Phrase(), ([] if known is WEATHER else self._clause)
                return length
        return 0

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
            self._phrase = _Phrase(after="in" if lower != "of" else self._phrase.after)
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
        self._phrase = _Phrase() if ended else phrase
        return 1

    def _is_told(self, word: Word) -> bool:
        """Whether a word that means nothing here is told to the writer: names, and words of other languages."""
        named = word.written[:1].isupper() and not word.opens
        foreign = (self.listing and len(word.lower) > 3) or not is_latin(word.lower)
        return named or foreign

    def _maybe_silhouette(self, word: Word, phrase: _Phrase, position: int) -> None:
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
