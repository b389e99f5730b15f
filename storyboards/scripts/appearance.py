"""What a script says about how its characters look, taken from the sentences that introduce them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from storyboards.scripts.cast import Cast, key_of
from storyboards.scripts.outline import shortened
from storyboards.scripts.passage import Passage
from storyboards.scripts.sentences import sentences
from storyboards.scripts.words import Word, word_set, words_of

DESCRIPTION_LENGTH = 300
LONGEST_LOOK = 160  # characters of one apposition
WORN = word_set(
    "coat raincoat overcoat parka cloak cape robe anorak jacket blazer hoodie sweater jumper cardigan pullover vest "
    "shirt blouse dress gown frock suit uniform overalls jumpsuit spacesuit skirt kilt trousers pants jeans shorts hat "
    "cap beanie helmet bonnet beret hood scarf shawl tie boots shoes apron glasses spectacles beard moustache hair "
    "braid braids ponytail curls fur collar"
)
PEOPLE = word_set(
    "man woman boy girl child baby father mother dad mum mom brother sister son daughter husband wife uncle aunt king "
    "queen grandfather grandmother grandpa grandma captain fisherman sailor farmer gardener keeper doctor nurse "
    "teacher professor officer policeman soldier knight cook chef baker astronaut robot detective priest driver singer "
    "dancer painter writer old young"
)
ANIMALS = word_set(
    "dog puppy cat kitten bird crow gull parrot horse pony fox wolf bear rabbit mouse owl duck goose cow"
)
NAMED = re.compile(r"(?:\b(?:name (?:was|is)|named|called)\s+)\Z")
AGE = r"(?:aged? )?(?:\d{1,3}|[a-z]+(?:teen|ty(?:-[a-z]+)?)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
AGE_SEGMENT = re.compile(rf"(?:{AGE}(?: years old)?|(?:in )?(?:his|her|their) \w+ties|\d0s)\Z")
AGE_TOLD = re.compile(rf"\b(?:she|he) (?:was|is) ({AGE})\b(?! (?:minutes|hours|miles))")
BRACKETS = re.compile(r"\s*\(([^()]{1,120})\)")
SEGMENT = re.compile(rf",\s*([^,.;:!?()—–]{{1,{LONGEST_LOOK}}})")
APPOSITION = re.compile(r"(?:an?|the|his|her|their|\w+['’]s)\s+\w", re.IGNORECASE)
CLOTHED = re.compile(r"(?:,\s*)?\b(?:in|wearing|with)\s+((?:an?|the|his|her|their)\s+[^,.;:!?()—–]{2,80})")
SOMEBODY = re.compile(r"\b(an?\s+[^,.;:!?()—–]{2,120})", re.IGNORECASE)
OWNED = re.compile(r"\b(?:his|her|their)(?= )", re.IGNORECASE)
TITLES = {"mr": "a man", "sir": "a man", "mrs": "a woman", "ms": "a woman", "miss": "a woman", "lady": "a woman"}


@dataclass
class Appearance:
    """What is known of one character: how old, who, and what they wear."""

    age: str = ""
    who: str = ""
    worn: str = ""

    def text(self) -> str:
        """Return it as one phrase: ``17, a lighthouse keeper's daughter in a yellow coat``."""
        worn = f"in {self.worn}" if self.worn and not wears(self.who) else ""
        return shortened(
            ", ".join(filter(None, [self.age, " ".join(filter(None, [self.who, worn]))])), DESCRIPTION_LENGTH
        )


def descriptions_in(texts: Iterable[Passage], cast: Cast) -> dict[str, str]:
    """Return what ``texts`` say of the looks of the members of ``cast``, by name; nothing for who is not described."""
    known = {name: Appearance(who=about) for name, about in cast.about.items()}
    before = ""
    for text in texts:
        for sentence in sentences(text):
            look_at(sentence.text, before, cast, known)
            before = sentence.text
    return {name: told.text() for name, told in known.items() if told.text()}


def look_at(sentence: str, before: str, cast: Cast, known: dict[str, Appearance]) -> None:
    """Add what one sentence says of those whom it names; ``before`` is the sentence before it."""
    words = words_of(sentence)
    names = [(index, count) for index in range(len(words)) if (count := cast.name_at(words, index))]
    for index, count in names:
        name = cast.spellings[key_of(" ".join(word.text.removesuffix("'s") for word in words[index : index + count]))]
        told = known.setdefault(name, Appearance())
        start, end = words[index].start, words[index + count - 1].end
        take_named(sentence, start, before, told)
        take_title(words, index, told)
        take_apposition(sentence[end:], told)
        told.worn = told.worn or clothes_after(sentence[end:], alone=len(names) == 1)


def take_named(sentence: str, start: int, before: str, told: Appearance) -> None:
    """``Her name was Lina, she was nine``: whoever was spoken of before is meant."""
    naming = NAMED.search(sentence[:start])
    if naming is None:
        return
    found = SOMEBODY.search(sentence[: naming.start()]) or SOMEBODY.search(before)
    told.who = told.who or (as_noun_phrase(found.group(1)) if found else "")
    age = AGE_TOLD.search(sentence)
    told.age = told.age or (age.group(1) if age else "")


def take_title(words: list[Word], index: int, told: Appearance) -> None:
    """``Grandmother Ada``, ``Mr Okafor``: what stands before a name, or begins it, tells who it is."""
    title = TITLES.get(words[index].text, "")
    if not title and index and words[index - 1].text in PEOPLE | ANIMALS:
        title = with_article(words[index - 1].text)
    told.who = told.who or title


def take_apposition(rest: str, told: Appearance) -> None:
    """``MARTA (17), a lighthouse keeper's daughter in a yellow coat, runs``: what stands between the commas."""
    brackets = BRACKETS.match(rest)
    if brackets:
        told.age = told.age or brackets.group(1).strip()
        rest = rest[brackets.end() :]
    while segment := SEGMENT.match(rest):
        words = segment.group(1).strip()
        if AGE_SEGMENT.match(words):
            told.age = told.age or words
        elif APPOSITION.match(words) and not told.who.count(" ") > 1:
            told.who = unowned(words)
            return
        else:
            return
        rest = rest[segment.end() :]


def clothes_after(rest: str, *, alone: bool) -> str:
    """Return what somebody wears who was just named; further on only if nobody else is in the sentence."""
    near = CLOTHED.match(rest.lstrip())
    for found in CLOTHED.finditer(rest) if alone else filter(None, [near]):
        phrase = up_to_last(found.group(1), WORN)
        if phrase:
            return unowned(phrase)
    return ""


def unowned(text: str) -> str:
    """Return ``text`` with its owner left out: ``her old dog`` is ``an old dog``, ``his boots`` are ``boots``."""
    found = OWNED.match(text)
    if found is None:
        return text
    rest = text[found.end() :].lstrip()
    return rest if rest.endswith("s") and not rest.endswith("ss") else with_article(rest)


def as_noun_phrase(text: str) -> str:
    """Return the person or animal with which ``text`` begins, with their clothes, without what they do."""
    phrase = up_to_last(text, WORN) or up_to_last(text, PEOPLE | ANIMALS)
    return phrase[:1].lower() + phrase[1:]


def up_to_last(text: str, known: frozenset[str]) -> str:
    """Return ``text`` up to its last word among ``known``; empty when none is."""
    ends = [word.end for word in words_of(text) if word.text in known]
    return text[: ends[-1]] if ends else ""


def with_article(noun: str) -> str:
    """Return ``noun`` as something not met before."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def wears(text: str) -> bool:
    """Tell whether ``text`` names clothes or hair."""
    return any(word.text in WORN for word in words_of(text))
