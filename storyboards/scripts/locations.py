"""The places of a script: one for each that its sluglines name, however they spell it."""

import re

from storyboards.scripts.outline import Outline, shortened
from storyboards.scripts.places import PLACES
from storyboards.scripts.vocabulary import MARKDOWN
from storyboards.scripts.words import words_of

PLACE_NAME_LENGTH = 100
ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
# What a slugline says besides the place: remarks in brackets, and the weather.
ASIDE = re.compile(
    r"\([^()]*\)|\b(?:in|during) (?:the |a )?(?:heavy |pouring )?(?:rain|snow|storm|fog|mist|dark|wind)\s*$",
    re.IGNORECASE,
)


def place_key(place: str) -> str:
    """Return what is the same for all spellings of a place: THE OLD KITCHEN (LATER) is old kitchen."""
    return " ".join(word.text for word in words_of(_bare(place)))


def place_name(place: str) -> str:
    """Return a place as the bible names it: Rocky coast."""
    name = _bare(place)
    return shortened(name.capitalize() if name.isupper() else name[:1].upper() + name[1:], PLACE_NAME_LENGTH)


def _bare(place: str) -> str:
    name = " ".join(ASIDE.sub(" ", place).split()) or place
    return name[match.end() :] if (match := ARTICLE.match(name)) else name


def places_in(outline: Outline) -> dict[str, str]:
    """Return the names of the places by their keys, in order; an article's heading is one only where it names one."""
    found: dict[str, str] = {}
    for scene in outline.scenes:
        key = place_key(scene.place)
        if key and key not in found and (outline.format != MARKDOWN or PLACES.first(words_of(scene.place))):
            found[key] = place_name(scene.place)
    return found
