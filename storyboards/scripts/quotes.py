"""Quotation marks: which stretches of a paragraph are spoken."""

import re
from collections.abc import Iterator
from typing import NamedTuple

MARK = re.compile(r"""["“”„«»「」『』‘’]""")
CLOSERS = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "‘": "’"}
SPOKEN_ENDS = ",.!?…—–-;。！？、"
TITLE_WORDS = 4  # a few words in quotation marks with no sign at their end are a name or a title
DASHES = ("— ", "– ", "—\u00a0")


class Quote(NamedTuple):
    """A stretch in quotation marks: ``start`` and ``end`` with the marks, ``inner`` within them."""

    start: int
    end: int
    inner_start: int
    inner_end: int


def quotes_in(paragraph: str) -> list[Quote]:
    """Return what is spoken in ``paragraph``, in order.

    A mark that is never closed runs to the end of the paragraph, as custom has it for speech of several paragraphs.
    """
    if paragraph.startswith(DASHES):
        return [Quote(0, len(paragraph), 2, len(paragraph))]
    return [quote for quote in paired(paragraph) if is_spoken(paragraph, quote)]


def paired(paragraph: str) -> Iterator[Quote]:
    """Yield the stretches between marks, each mark looked at once (single ones until one stays open)."""
    marks = list(MARK.finditer(paragraph))
    index, singles = 0, True
    while index < len(marks):
        match = marks[index]
        closers = CLOSERS.get(match.group()) if opens(paragraph, match, singles) else None
        index += 1
        if closers is None:
            continue
        close = closing(paragraph, marks, index, closers)
        if close < len(marks):
            index = close + 1
            yield Quote(match.start(), marks[close].end(), match.end(), marks[close].start())
        elif match.group() == "‘":
            singles = False
        else:
            yield Quote(match.start(), len(paragraph), match.end(), len(paragraph))
            return


def opens(paragraph: str, match: re.Match[str], singles: bool) -> bool:
    """Tell whether the mark may begin a quotation where it stands."""
    if match.group() == "‘" and not singles:
        return False
    before, after = paragraph[match.start() - 1 : match.start()], paragraph[match.end() : match.end() + 1]
    if match.group() in "「『«»„“":
        return True
    return not before.isalnum() and bool(after.strip())


def closing(paragraph: str, marks: list[re.Match[str]], index: int, closers: str) -> int:
    """Return the index of the mark that closes, or how many marks there are."""
    while index < len(marks):
        match = marks[index]
        if match.group() in closers and not (closers == "’" and in_word(paragraph, match)):
            return index
        index += 1
    return index


def in_word(paragraph: str, match: re.Match[str]) -> bool:
    """Tell whether the mark is an apostrophe."""
    return paragraph[match.end() : match.end() + 1].isalnum()


def is_spoken(paragraph: str, quote: Quote) -> bool:
    """Tell whether a quotation is speech, not a name or title in quotation marks."""
    inner = paragraph[quote.inner_start : quote.inner_end].strip()
    if not inner:
        return False
    if inner.endswith(tuple(SPOKEN_ENDS)) or paragraph[quote.end : quote.end + 1] == ",":
        return True
    if paragraph[quote.start] == "‘":
        return False  # two apostrophes
    return quote.start == 0 or inner.count(" ") >= TITLE_WORDS
