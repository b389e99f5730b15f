"""The cast of a storyboard as subjects: the same element has the same looks in every shot."""

import hashlib
import re

from .describing import NUMBERS
from .draft import Draft
from .given_names import usual
from .lexicons import COLOUR, TRAIT
from .scan import Scan
from .small_words import DETERMINERS
from .words import Word, words_of

COATS = ("#4d7298", "#b5523b", "#5e7f52", "#8a5f86", "#c08a3a", "#3f7f80", "#7d4a3a", "#5b5f8f", "#a8506a", "#6f7d4a")
FEMALE = frozenset(
    [
        "she",
        "her",
        "hers",
        "herself",
        "woman",
        "girl",
        "mother",
        "sister",
        "wife",
        "daughter",
        "lady",
        "queen",
        "grandmother",
        "aunt",
    ]
)
MALE = frozenset(
    ["he", "his", "him", "himself", "man", "boy", "father", "brother", "husband", "son", "king", "grandfather", "uncle"]
)
AGE = re.compile(r"(?:aged )?(\d{1,3}|[a-z]+)(?= years|-year|,|$)")
HEX = re.compile(r"#[0-9a-fA-F]{6}\Z")


def steady(text: str, choices: int) -> int:
    """A number below `choices` that depends on the text alone, on every machine."""
    return int.from_bytes(hashlib.sha256(text.casefold().encode()).digest()[:4], "big") % choices


def cast_drafts(cast: tuple[dict, ...]) -> dict[tuple[str, ...], Draft]:
    """{words of a name: draft} of every character and prop in the bible; places and looks are left to others."""
    named: dict[tuple[str, ...], Draft] = {}
    for element in cast:
        name, kind = str(element.get("name", "")).strip(), str(element.get("kind", "character"))
        if not name or kind in ("place", "look", "location"):
            continue
        draft = _from_element(name, element)
        for other in (name, *str(element.get("aliases", "")).splitlines()):
            for key in _keys(other, kind):
                named.setdefault(key, draft)
    return named


def _keys(name: str, kind: str) -> list[tuple[str, ...]]:
    """The words by which an action may call it: all of them, a person's first one, a prop's last one."""
    spoken = [word for word in words_of(name) if not word.breaks]
    while len(spoken) > 1 and spoken[0].lower in DETERMINERS:
        spoken = spoken[1:]
    words = tuple(word.lower for word in spoken)[:3]
    if len(words) < 2:
        return [words] if words else []
    if kind == "prop":
        return [words, words[-1:]]
    describes = TRAIT.at(spoken, 0)[1] or COLOUR.at(spoken, 0)[1]
    return [words] if describes or len(words[0]) < 3 else [words, words[:1]]


def _from_element(name: str, element: dict) -> Draft:
    kind = str(element.get("kind", "character"))
    description = words_of(str(element.get("description", "")))
    draft = _principal(_mentioned(description), kind)
    if kind == "prop":
        return _prop(name, draft)
    draft = draft or Draft(guess_kind(name, description), "person", name.casefold())
    if draft.group == "person":
        _describe(draft, description)
    draft.name, draft.count, draft.action = name, 1, ""
    _age(draft, str(element.get("description", "")))
    _colour(draft, str(element.get("colour", "") or ""))
    return draft


def _mentioned(words: list[Word]) -> list[Draft]:
    return [draft for draft in Scan(words, {}).run().drafts if draft.group != "unknown"]


def _prop(name: str, described: Draft | None) -> Draft:
    """A thing as it is described, else as it is called; one that nobody can draw is a silhouette, never a person."""
    draft = described or _principal(_mentioned(words_of(f"a {name}")), "prop")
    draft = draft or Draft("silhouette", "unknown", name.casefold())
    draft.name, draft.count, draft.action = name, 1, ""
    return draft


def _principal(found: list[Draft], kind: str) -> Draft | None:
    if kind == "prop":
        return next((d for d in found if d.group in ("prop", "vehicle")), None)
    return next((d for d in found if d.group in ("person", "animal")), None)


def _describe(draft: Draft, description: list[Word]) -> None:
    """Clothes named without a person ("yellow coat, grey hair") belong to the one described."""
    carrier = words_of("person") + description
    found = Scan(carrier, {}).run().drafts
    worn = next((d for d in found if d.group == "person"), None)
    if worn:
        draft.colours = {**{k: v for k, v in worn.colours.items() if k != "self"}, **draft.colours}
        draft.hair = draft.hair or worn.hair
        draft.held = draft.held or worn.held


def _age(draft: Draft, description: str) -> None:
    """`17, a keeper's daughter` is young, `nine, a girl` is a child, `80, a farmer` is old."""
    told = AGE.match(description.strip().casefold())
    if told is None or draft.group != "person":
        return
    years = int(told.group(1)) if told.group(1).isdigit() else NUMBERS.get(told.group(1), 0)
    if 0 < years < 13 and draft.kind in ("woman", "man", "person"):
        draft.kind = {"woman": "girl", "man": "boy"}.get(draft.kind, "child")
    elif 0 < years < 20:
        draft.traits.append("young")
    elif years >= 65:
        draft.traits.append("old")


def _colour(draft: Draft, colour: str) -> None:
    own = colour.lower() if HEX.match(colour) else ""
    if draft.group == "person":
        garment = next((g for g in ("coat", "dress", "jacket", "suit", "shirt") if g in draft.colours), "shirt")
        named = draft.colours.get(garment) or draft.colours.get("self")
        draft.colours[garment] = own or named or COATS[steady(draft.name, len(COATS))]
        draft.colours.pop("self", None)
    elif own:
        draft.colours["self"] = own


def guess_kind(name: str, description: list[Word]) -> str:
    """man or woman, by the pronouns around the name, else by the name, its ending, or chance that never changes."""
    words = {word.lower for word in description}
    if words & FEMALE or words & MALE:
        return "woman" if words & FEMALE else "man"
    if known := usual(name):
        return known
    if name.casefold().rstrip(".").endswith(("a", "ia", "ine", "elle", "ie", "y", "eth", "ara")):
        return "woman"
    return ("man", "woman")[steady(name, 2)] if name.isascii() else "person"


def stranger(name: str, around: list[Word]) -> Draft:
    """A person known by name alone, always drawn the same."""
    # Pronouns of a whole action may be another's; the same name looks the same in every shot.
    draft = Draft(usual(name) or guess_kind(name, around), "person", name.casefold(), name=name)
    draft.colours["shirt"] = COATS[steady(name, len(COATS))]
    return draft
