"""Sets text into a box: lines that fit, and what is left over."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storyboards.printing.fonts import Style, width

LINE_HEIGHT = 1.25
STEP = 0.5
CUT = " …"
# Scripts that are written without spaces break between any two letters.
_WORDS = re.compile(
    r"\s+|[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+"
)


@dataclass(frozen=True)
class Paragraph:
    """A text in one voice; `soft` is grey."""

    text: str
    style: Style = Style.SANS
    soft: bool = False


@dataclass(frozen=True)
class Line:
    """One line of a paragraph; `start` is where it begins in it."""

    text: str
    start: int
    paragraph: Paragraph


@dataclass(frozen=True)
class Set:
    """Text that was set: its size, its lines from the top, and the paragraphs that found no room."""

    size: float
    lines: list[Line]
    rest: list[Paragraph]

    @property
    def height(self) -> float:
        """Points from the top of the first line to the bottom of the last."""
        return len(self.lines) * self.size * LINE_HEIGHT


def has_leftward(text: str) -> bool:
    """Return whether there is anything in the text that is read from right to left."""
    return any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in text)


def is_leftward(text: str) -> bool:
    """Return whether the text as a whole is read from right to left: its first letter says so."""
    sides = (unicodedata.bidirectional(letter) for letter in text)
    return next((side for side in sides if side in ("L", "R", "AL")), "L") != "L"


def wrap(paragraph: Paragraph, size: float, room: float) -> list[Line]:
    """Return the paragraph in lines of at most `room` points; a word that is wider than that is broken."""
    lines = []
    at = 0
    for part in paragraph.text.split("\n"):
        lines += [Line(text, at + start, paragraph) for text, start in _filled(part, paragraph.style, room / size)]
        at += len(part) + 1
    return lines


def _filled(text: str, style: Style, room: float) -> Iterator[tuple[str, int]]:
    """Yield lines of one part of a paragraph, with where each begins; `room` is in ems."""
    line, start, used = "", 0, 0.0
    for word, at in _pieces(text, style, room):
        wide = width(word, style, 1)
        if line and used + wide > room and not word.isspace():
            yield line.rstrip(), start
            line, used = "", 0.0
        if not line:
            start = at
            if word.isspace() and at:
                continue
        line += word
        used += wide
    if line.strip():
        yield line.rstrip(), start


def _pieces(text: str, style: Style, room: float) -> Iterator[tuple[str, int]]:
    """Yield words and spaces, with where each begins; a word wider than a line comes in pieces that fit."""
    for match in _WORDS.finditer(text):
        word, at = match.group(), match.start()
        while width(word, style, 1) > room and len(word) > 1 and not word.isspace():
            count = _fitting(word, style, room)
            yield word[:count], at
            word, at = word[count:], at + count
        yield word, at


def _fitting(word: str, style: Style, room: float) -> int:
    used = 0.0
    for index, letter in enumerate(word):
        used += width(letter, style, 1)
        if used > room:
            return max(1, index)
    return len(word)


def fit(paragraphs: Sequence[Paragraph], room: float, height: float, *, largest: float, smallest: float) -> Set:
    """Return the paragraphs at the largest size at which they fit; if they never do, cut at the smallest."""
    size = largest
    while True:
        lines = [line for paragraph in paragraphs for line in wrap(paragraph, size, room)]
        if len(lines) * size * LINE_HEIGHT <= height:
            return Set(size, lines, [])
        if size <= smallest:
            return cut(lines, paragraphs, size, room, height)
        size = max(smallest, size - STEP)


def cut(lines: list[Line], paragraphs: Sequence[Paragraph], size: float, room: float, height: float) -> Set:
    """Return the lines that fit, the last one ending in “…”, and the text behind them."""
    count = max(0, int(height / (size * LINE_HEIGHT)))
    if count == 0:
        return Set(size, [], list(paragraphs))
    kept = lines[:count]
    kept[-1] = shortened(kept[-1], size, room)
    return Set(size, kept, _behind(kept[-1], paragraphs))


def shortened(line: Line, size: float, room: float) -> Line:
    """Return the line with “…” behind as many of its words as leave room for it."""
    text = line.text
    while text and width(text + CUT, line.paragraph.style, size) > room:
        text = text.rpartition(" ")[0] if " " in text else text[:-1]
    return Line(text + CUT, line.start, line.paragraph)


def _behind(last: Line, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    place = next(index for index, one in enumerate(paragraphs) if one is last.paragraph)
    text = last.paragraph.text[last.start + len(last.text) - len(CUT) :].strip()
    left = [Paragraph(text, last.paragraph.style, last.paragraph.soft)] if text else []
    return [*left, *paragraphs[place + 1 :]]


def one_line(text: str, style: Style, room: float, *, largest: float, smallest: float) -> Set:
    """Return the text in a single line, as large as it fits; at the smallest size it is cut with “…”."""
    paragraph = Paragraph(" ".join(text.split()), style)
    wide = width(paragraph.text, style, 1)
    size = largest if wide * largest <= room else max(smallest, room / wide)
    line = Line(paragraph.text, 0, paragraph)
    if wide * size <= room + 0.01:
        return Set(size, [line], [])
    short = shortened(line, size, room)
    return Set(size, [short], _behind(short, [paragraph]))
