"""Which voice a character has: by what the bible says of it, else by its name; the same in every shot."""
# ruff: noqa: E501 (one entry a line reads best)

import re
from dataclasses import dataclass

from generation.sketch.reading.people import guess_kind, steady
from generation.sketch.reading.words import words_of

NARRATOR = "narrator"
AGED = re.compile(r"(?:\baged?\s+|^\s*)(\d{1,3})\b")

KINDS = (
    ("robot", "robot|android|droid|computer|machine|ai"),
    ("old woman", "grandmother|grandma|granny|witch|crone|old woman|elderly woman|old lady"),
    ("old man", "grandfather|grandpa|wizard|hermit|old man|elderly man|old fisherman"),
    ("girl", "girl|schoolgirl|princess|little sister"),
    ("boy", "boy|schoolboy|lad|little brother"),
    ("child", "child|kid|toddler|baby|infant|pupil"),
    ("woman", "woman|lady|mother|mom|mum|wife|sister|queen|girlfriend|aunt|heroine|bride|daughter|waitress|actress|she|hers|female|feminine"),
    ("man", "man|gentleman|father|dad|husband|brother|king|boyfriend|uncle|son|hero|waiter|he|him|male|masculine|fisherman"),
)  # fmt: skip
OLD = frozenset(["old", "elderly", "aged", "ancient", "grey-haired", "gray-haired", "white-haired"])
# Variants of eSpeak NG that differ in timbre, and the middle and reach of the pitch (0 to 99) and words a minute.
MEN = (
    "m1",
    "m2",
    "m3",
    "m4",
    "m7",
    "Reed",
    "Denis",
    "john",
    "robert",
    "travis",
    "max",
    "paul",
    "ian",
    "Michael",
    "edward",
)
WOMEN = ("f1", "f2", "f3", "f5", "Annie", "belinda", "linda", "Andrea", "Alicia", "shelby")
SOUNDS = {
    "man": (MEN, 40, 22, 160),
    "woman": (WOMEN, 52, 20, 162),
    "old man": (("m1", "m6", "paul", "ian", "Denis"), 24, 12, 138),
    "old woman": (("f1", "f2", "aunty"), 40, 12, 140),
    "boy": (("f2", "f3", "f4"), 80, 8, 168),
    "girl": (("f1", "f4", "f5", "linda"), 86, 8, 168),
    "child": (("f3", "f4", "f5"), 84, 8, 168),
    "robot": (("m3", "m5", "klatt4"), 40, 10, 150),
}
# What the bible's words for a voice do: (words, pitch, range, speed in words a minute, variant or "").
TOLD = (
    ("low|deep|bass|baritone|dark", -16, 0, -6, ""),
    ("high|bright|shrill|soprano|piping|squeaky", 16, 6, 6, ""),
    ("slow|unhurried|calm|measured|tired|drawling|patient", 0, -8, -26, ""),
    ("fast|quick|hurried|breathless|nervous|rapid|excited", 4, 8, 30, ""),
    ("whisper|whispering|whispered|hushed|breathy", 0, 0, -10, "whisper"),
    ("hoarse|gravelly|rough|raspy|croaky|husky|cracked", -6, -6, -8, "croak"),
    ("flat|monotone|cold|mechanical|robotic|even", 0, -34, -4, ""),
    ("lively|warm|expressive|sing-song|musical|cheerful|singing", 3, 22, 4, ""),
)
ACCENTS = {
    "scottish": "en-gb-scotland", "scots": "en-gb-scotland", "american": "en-us", "new york": "en-us-nyc",
    "british": "en-gb", "english": "en-gb", "posh": "en-gb-x-rp", "lancashire": "en-gb-x-gbclan",
    "midlands": "en-gb-x-gbcwmd", "caribbean": "en-029", "jamaican": "en-029", "mexican": "es-419",
    "brazilian": "pt-br", "belgian": "fr-be", "swiss": "fr-ch",
}  # fmt: skip


@dataclass(frozen=True)
class Voice:
    """How somebody speaks: variants of eSpeak NG, `pitch` and its `range` from 0 to 99, `rate` in words a minute."""

    variant: str
    pitch: int
    range: int
    rate: int
    accent: str = ""

    def names(self, language: str) -> list[str]:
        """Return what eSpeak NG may call it, best first."""
        spoken = self.accent if self.accent.split("-")[0] == language else language
        return [f"{spoken}+{self.variant}", f"{language}+{self.variant}", language]


def name_of(cue: str) -> str:
    """Return who speaks, of a script's cue: `ANNA (O.S.)` is `ANNA`."""
    return " ".join(re.sub(r"\(.*?(?:\)|$)|\^", " ", cue).split())


def voice_of(name: str, element: dict | None) -> Voice:
    """Return the voice of a character; `element` is its entry in the bible, if it has one.

    It depends on the name and on that entry alone, and so is the same in every shot.
    """
    told = _told(element, "voice")
    kind = _kind(name, element)
    variants, middle, reach, rate = SOUNDS[kind]
    key = _told(element, "name") or name
    variant = variants[steady(f"{key}/variant", len(variants))]
    pitch = middle - reach + steady(f"{key}/pitch", 2 * reach + 1)
    spread = 8 if kind == "robot" else 46 + steady(f"{key}/range", 21)
    rate += steady(f"{key}/rate", 25) - 12
    if name.casefold() == NARRATOR and not told:
        pitch, rate = pitch - 4, 150
    for words, higher, wider, faster, other in TOLD:
        if _says(told, words):
            pitch, spread, rate, variant = pitch + higher, spread + wider, rate + faster, other or variant
    if variant == "whisper" and kind in ("woman", "girl", "old woman"):
        variant = "whisperf"
    accent = next((voice for word, voice in ACCENTS.items() if _says(told, word)), "")
    return Voice(variant, _within(pitch), _within(spread), max(90, min(260, rate)), accent)


def _within(value: int) -> int:
    return max(0, min(99, value))


def _told(element: dict | None, field: str) -> str:
    return str((element or {}).get(field) or "").strip()


def _says(text: str, words: str) -> bool:
    return bool(text) and re.search(rf"(?<!\w)(?:{words})(?!\w)", text.casefold()) is not None


def _kind(name: str, element: dict | None) -> str:
    """Return a kind of SOUNDS: the voice's own words count before the description, and that before the name."""
    texts = (_told(element, "voice"), _told(element, "description"), name)
    kind = next((found for text in texts if (found := _first_kind(text))), "")
    if not kind or (kind in ("girl", "boy") and _years(texts[1]) > 15):
        kind = {"girl": "woman", "boy": "man"}.get(kind) or _guessed(name, texts[1])
    return _aged(kind, texts[1])


def _first_kind(text: str) -> str:
    places = []
    for kind, words in KINDS:
        match = re.search(rf"(?<!\w)(?:{words})(?!\w)", text.casefold())
        if match:
            places.append((match.start(), kind))
    return min(places, key=lambda found: found[0])[1] if places else ""


def _guessed(name: str, description: str) -> str:
    guess = guess_kind(name, words_of(description))
    return guess if guess in ("man", "woman") else ("man", "woman")[steady(f"{name}/voice", 2)]


def _years(description: str) -> int:
    match = AGED.search(description)
    return int(match[1]) if match else 0


def _aged(kind: str, description: str) -> str:
    years = _years(description)
    if 0 < years < 13 and kind in ("man", "woman"):
        return {"man": "boy", "woman": "girl"}[kind]
    if kind in ("man", "woman") and (years >= 65 or set(re.findall(r"[\w-]+", description.casefold())) & OLD):
        return f"old {kind}"
    return kind
