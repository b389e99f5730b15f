"""The script as a page shows it: line by line as it was written, with the places that shots came from."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from storyboards.models import Shot
from storyboards.scripts.cues import cue_of
from storyboards.scripts.fountain import elements_of
from storyboards.scripts.title_page import title_page
from storyboards.scripts.vocabulary import FOUNTAIN

# How much of the script stands around a shot's own lines, in characters, and where a paragraph ends.
AROUND = 400
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_CLASSES = {"heading": "slug", "transition": "transition", "speech": "speech"}
_PARENTHETICAL = re.compile(r"\(.*\)")


class Span(NamedTuple):
    """A stretch of the script, and the shots that came from it: the parts of one that was split, and copies."""

    start: int
    end: int
    shots: tuple[Shot, ...]


@dataclass(frozen=True)
class Piece:
    """Words of a line, and the shots that came from them; `first` where those begin."""

    text: str
    shots: tuple[Shot, ...] = ()
    first: bool = False


@dataclass(frozen=True)
class SheetLine:
    """One written line: `kind` is a class of the sheet (slug, action, cue, parenthetical, speech, transition)."""

    kind: str
    pieces: list[Piece] = field(default_factory=list)


def sheet(
    script: str, script_format: str, shots: Iterable[Shot], *, start: int = 0, end: int | None = None
) -> list[SheetLine]:
    """Return the written lines of the script between `start` and `end`, cut where shots begin and end."""
    end = len(script) if end is None else end
    kinds = _kinds(script[start:end], script_format, whole=start == 0)
    spans = spans_of(shots)
    return [
        SheetLine(kinds.get(match.start(), "action"), list(_pieces(match[0].rstrip(), start + match.start(), spans)))
        for match in _LINE.finditer(script[start:end])
    ]


def excerpt(shot: Shot) -> list[SheetLine]:
    """Return the lines that the shot came from with a few around them; none for a shot that came from no script."""
    board = shot.scene.storyboard
    if not shot.source_start < shot.source_end <= len(board.script):
        return []
    start = _paragraph_before(board.script, shot.source_start)
    end = _paragraph_after(board.script, shot.source_end)
    return sheet(board.script, board.script_format, [shot], start=start, end=end)


def spans_of(shots: Iterable[Shot]) -> list[Span]:
    """Return the stretches of the shots in order; where two overlap, the first ends where the second begins."""
    shared: dict[tuple[int, int], list[Shot]] = {}
    for shot in shots:
        if shot.source_start < shot.source_end:
            shared.setdefault((shot.source_start, shot.source_end), []).append(shot)
    found = [Span(*place, tuple(shared[place])) for place in sorted(shared)]
    cut = [span._replace(end=min(span.end, after.start)) for span, after in pairwise(found)]
    return [span for span in [*cut, *found[-1:]] if span.start < span.end]


def _paragraph_before(script: str, at: int) -> int:
    earliest = max(0, at - AROUND)
    if not earliest:
        return 0
    breaks = [match.end() for match in _PARAGRAPH.finditer(script, earliest, at)]
    return breaks[0] if breaks else script.rfind("\n", 0, at) + 1


def _paragraph_after(script: str, at: int) -> int:
    latest = at + AROUND
    if latest >= len(script):
        return len(script)
    breaks = [match.start() for match in _PARAGRAPH.finditer(script, at, latest)]
    line_end = script.find("\n", at)
    return breaks[-1] if breaks else (len(script) if line_end < 0 else line_end)


def _pieces(line: str, at: int, spans: list[Span]) -> Iterator[Piece]:
    """Yield the words of a line that stands `at` this place of the script."""
    here, end = at, at + len(line)
    index = max(0, bisect_right(spans, here, key=lambda span: span.start) - 1)
    for span in spans[index:]:
        if span.start >= end:
            break
        if span.end <= here:
            continue
        if span.start > here:
            yield Piece(line[here - at : span.start - at])
        begin, until = max(here, span.start), min(end, span.end)
        yield Piece(line[begin - at : until - at], span.shots, first=begin == span.start)
        here = until
    if here < end:
        yield Piece(line[here - at :])


def _kinds(text: str, script_format: str, *, whole: bool) -> dict[int, str]:
    """Return the class of each line of `text` that is not action, by the place where the line begins."""
    if script_format != FOUNTAIN:
        return {match.start(): "slug" for match in _LINE.finditer(text) if match[0].lstrip().startswith("#")}
    kinds: dict[int, str] = {}
    for element in elements_of(text, title_page(text)[1] if whole else 0)[0]:
        if element.kind in _CLASSES:
            lines = _lines_between(text, element.passage.start, element.passage.end)
            kinds |= dict.fromkeys(lines, _CLASSES[element.kind])
            if element.cue:
                kinds |= _spoken(lines, named=bool(element.cue.name))
    return kinds


def _lines_between(text: str, start: int, end: int) -> dict[int, str]:
    """Return the written lines of a stretch by the places where they begin."""
    begin = text.rfind("\n", 0, start) + 1
    return {match.start(): match[0].strip() for match in _LINE.finditer(text, begin, end)}


def _spoken(lines: dict[int, str], *, named: bool) -> dict[int, str]:
    """Return which lines of a speech are its cue and how it is said; what is sung by nobody has no cue."""
    aside = {line: "parenthetical" for line, words in lines.items() if _PARENTHETICAL.fullmatch(words)}
    first = next(iter(lines), None)
    if named and first is not None and first not in aside and cue_of(lines[first], forced=lines[first].startswith("@")):
        aside[first] = "cue"
    return aside
