"""Names typed with an @: the text keeps the plain name, and who or what is named is put into the shot."""

import re
import string
from collections.abc import Iterable

from storyboards.models import Element

LONGEST_INITIALS = 3


def without_marks(text: str, elements: Iterable[Element]) -> tuple[str, set[int]]:
    """Return the text with each @name as the plain name, and the keys of the elements that were named so."""
    called = {name.casefold(): (name, element.pk) for element in elements for name in names_of(element)}
    if "@" not in text or not called:
        return text, set()
    named: set[int] = set()

    def plain(match: re.Match[str]) -> str:
        name, key = called[match[1].casefold()]
        named.add(key)
        return name

    # The longest first, so that “@Old Marta” is not “Old”.
    names = "|".join(re.escape(name) for name in sorted(called, key=len, reverse=True))
    return re.sub(rf"(?<!\w)@({names})(?!\w)", plain, text, flags=re.IGNORECASE), named


def names_of(element: Element) -> list[str]:
    """Return what an element is called in a sentence: its name, then its other names."""
    return [in_a_sentence(name) for name in (element.name, *element.aliases) if name.strip()]


def in_a_sentence(name: str) -> str:
    """Return a name that stands in capitals, as in a cue, the way a sentence has it; what is short may be initials."""
    return string.capwords(name) if name.isupper() and len(name) > LONGEST_INITIALS else name
