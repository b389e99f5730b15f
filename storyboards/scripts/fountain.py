"""Fountain 1.1 into its elements, each with its place in the source.

Boneyards and notes are blotted out first, letter by letter, so that offsets stay true; a line that held nothing else
is as if it were not there. Known liberties, all on the side of what writers mean: a slugline needs no blank line
after it, ``FADE IN:`` and its like are transitions without being forced, and ``CLOSE ON …`` is never a name.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from storyboards.scripts.cues import Cue, cue_of
from storyboards.scripts.emphasis import emphasis_holes
from storyboards.scripts.passage import Passage, glued, joined, passage_of
from storyboards.scripts.sluglines import is_slugline
from storyboards.scripts.transitions import is_transition

BLOT = "\0"  # never in a normalised source
LINE = re.compile(r"[^\n]+")
PAGE_BREAK = re.compile(r"={3,}$")

HARD, SOFT, NONE = "hard", "soft", ""


class Row(NamedTuple):
    """A line with something on it: its span, what is readable there, and the kind of gap before it."""

    start: int
    end: int
    text: str
    gap: str


@dataclass(frozen=True)
class Element:
    """One element of a script: heading, action, speech, card, transition, section, synopsis or break."""

    kind: str
    passage: Passage
    cue: Cue | None = None
    direction: str = ""
    level: int = 0


@dataclass(frozen=True)
class Note:
    """Text between double brackets and where it began."""

    start: int
    text: str


def blotted(text: str) -> tuple[str, list[Note]]:
    """Return ``text`` with boneyards and notes blotted out, and the notes."""
    text = blot(text, closed_spans(text, "/*", "*/", across_blank_lines=True))
    spans = closed_spans(text, "[[", "]]", across_blank_lines=False)
    notes = [Note(start, " ".join(text[start + 2 : end - 2].replace(BLOT, "").split())) for start, end in spans]
    return blot(text, spans), notes


def closed_spans(text: str, opening: str, closing: str, *, across_blank_lines: bool) -> list[tuple[int, int]]:
    """Return the spans from each ``opening`` to the next ``closing``; what is never closed stays as it is.

    Every search goes on where its last one ended, so that a million openings cost no more than one.
    """
    spans, here, close, blank = [], 0, 0, -1
    while (start := text.find(opening, here)) >= 0:
        if close < start + 2:
            close = text.find(closing, start + 2)
        if close < 0:
            break
        if not across_blank_lines and blank < start:
            blank = text.find("\n\n", start)
            blank = len(text) if blank < 0 else blank
        if across_blank_lines or close < blank:
            spans.append((start, close + 2))
            here = close + 2
        else:
            here = start + 2
    return spans


def blot(text: str, spans: list[tuple[int, int]]) -> str:
    """Return ``text`` with as many blots as ``spans`` have letters."""
    pieces, here = [], 0
    for start, end in spans:
        pieces += [text[here:start], BLOT * (end - start)]
        here = end
    return "".join([*pieces, text[here:]])


def rows_of(text: str) -> list[Row]:
    """Return the lines of blotted ``text`` that hold something; two or more spaces alone make a soft gap."""
    rows, gap, before = [], HARD, 0
    for match in LINE.finditer(text):
        line = match.group()
        if match.start() > before + 1:
            gap = HARD
        before = match.end()
        words = line.replace(BLOT, "").strip()
        if words:
            visible = line.replace(BLOT, " ")
            start = match.start() + len(line) - len(visible.lstrip())
            rows.append(Row(start, match.start() + len(visible.rstrip()), words, gap))
            gap = NONE
        elif BLOT not in line and gap != HARD:
            gap = SOFT if len(line) >= 2 else HARD
    return rows


def elements_of(text: str, start: int = 0) -> tuple[list[Element], list[Note]]:
    """Return the elements of ``text`` from ``start`` (after the title page) on, and its notes."""
    blotted_text, notes = blotted(text)
    rows = rows_of(blotted_text[start:])
    rows = [Row(row.start + start, row.end + start, row.text, row.gap) for row in rows]
    parser = Parser(blotted_text, rows)
    return parser.elements(), [note for note in notes if note.start >= start]


class Parser:
    """Walks the rows once; each taker adds elements and returns the index of the next row."""

    def __init__(self, text: str, rows: list[Row]) -> None:
        self.text = text
        self.rows = rows
        self.found: list[Element] = []

    def elements(self) -> list[Element]:
        """Return all elements in order."""
        index = 0
        while index < len(self.rows):
            index = self.taker(index)(index)
        return self.found

    def taker(self, index: int) -> Callable[[int], int]:
        """Return the method that takes the element which begins at row ``index``."""
        return self.forced_taker(index) or self.plain_taker(index)

    def forced_taker(self, index: int) -> Callable[[int], int] | None:
        """Return the taker for a row whose first sign says what it is."""
        line = self.rows[index].text
        if line[0] == "." and line[1:2].strip(". "):
            return self.take_forced_heading
        if line[0] == ">":
            return self.take_card if line.endswith("<") and len(line) > 2 else self.take_forced_transition
        if line[0] == "=":
            return self.take_break if PAGE_BREAK.match(line) else self.take_synopsis
        if line[0] == "@" and len(line) > 1:
            return self.take_dialogue
        return {"#": self.take_section, "~": self.take_lyric, "!": self.take_action}.get(line[0])

    def plain_taker(self, index: int) -> Callable[[int], int]:
        """Return the taker for a row that is told by its form and its neighbours."""
        row = self.rows[index]
        if row.gap and is_slugline(row.text):
            return self.take_heading
        if row.gap and self.gap_after(index) and is_transition(row.text):
            return self.take_transition
        if row.gap and not self.gap_after(index) and cue_of(row.text):
            return self.take_dialogue
        return self.take_action

    def gap_after(self, index: int) -> bool:
        """Tell whether a blank line, or the end, follows row ``index``."""
        return index + 1 >= len(self.rows) or bool(self.rows[index + 1].gap)

    def passage(self, row: Row, skip: int = 0, drop: int = 0) -> Passage:
        """Return what is readable in ``row`` less ``skip`` letters before and ``drop`` behind."""
        start, end = row.start + skip, row.end - drop
        line = self.text[start:end]
        holes = emphasis_holes(line, start)
        if BLOT in line:
            holes = sorted(holes + [(start + m.start(), start + m.end()) for m in re.finditer("\0+", line)])
        found = passage_of(self.text, start, end, holes)
        return Passage(found.text, found.marks, row.start, row.end)

    def add(self, kind: str, passage: Passage, level: int = 0) -> None:
        """Append an element, if there is anything to read in it."""
        if passage.text:
            self.found.append(Element(kind, passage, level=level))

    def take_heading(self, index: int) -> int:
        self.add("heading", self.passage(self.rows[index]))
        return index + 1

    def take_forced_heading(self, index: int) -> int:
        self.add("heading", self.passage(self.rows[index], skip=1))
        return index + 1

    def take_card(self, index: int) -> int:
        self.add("card", self.passage(self.rows[index], skip=1, drop=1))
        return index + 1

    def take_transition(self, index: int) -> int:
        self.add("transition", self.passage(self.rows[index]))
        return index + 1

    def take_forced_transition(self, index: int) -> int:
        self.add("transition", self.passage(self.rows[index], skip=1))
        return index + 1

    def take_break(self, index: int) -> int:
        return index + 1

    def take_synopsis(self, index: int) -> int:
        self.add("synopsis", self.passage(self.rows[index], skip=1))
        return index + 1

    def take_section(self, index: int) -> int:
        level = len(self.rows[index].text) - len(self.rows[index].text.lstrip("#"))
        self.add("section", self.passage(self.rows[index], skip=level), level)
        return index + 1

    def take_lyric(self, index: int) -> int:
        passage = self.passage(self.rows[index], skip=1)
        if passage.text:
            self.found.append(Element("speech", passage, Cue(""), "lyrics"))
        return index + 1

    def take_action(self, index: int) -> int:
        """Take the paragraph: rows up to a gap, or up to one that another element begins with."""
        passages = [self.passage(self.rows[index], skip=self.rows[index].text.startswith("!"))]
        index += 1
        while index < len(self.rows) and not self.rows[index].gap and self.goes_on(index):
            passages.append(self.passage(self.rows[index], skip=self.rows[index].text.startswith("!")))
            index += 1
        self.add("action", joined(passages))
        return index

    def goes_on(self, index: int) -> bool:
        """Tell whether row ``index``, right below action, is action too."""
        return self.forced_taker(index) in (None, self.take_action)

    def take_dialogue(self, index: int) -> int:
        """Take a cue and what stands below it, up to a blank line that is not held open by two spaces."""
        row = self.rows[index]
        cue = cue_of(row.text, forced=row.text.startswith("@"))
        end = index + 1
        while end < len(self.rows) and self.in_dialogue(end):
            end += 1
        if cue is None or end == index + 1:
            return self.take_action(index)
        self.found += self.speeches(cue, self.rows[index], self.rows[index + 1 : end])
        return end

    def in_dialogue(self, index: int) -> bool:
        """Tell whether row ``index`` still belongs to the dialogue above it."""
        return self.rows[index].gap != HARD and not self.rows[index].text.startswith("!")

    def speeches(self, cue: Cue, head: Row, rows: list[Row]) -> list[Element]:
        """Return the block's lines: one for each stretch between parentheticals, sung apart from spoken."""
        elements: list[Element] = []
        direction, start, end = "", head.start, head.end
        while rows:
            if is_parenthetical(rows[0].text):
                direction = ", ".join(filter(None, [direction, self.passage(rows[0], 1, 1).text]))
                end, rows = rows[0].end, rows[1:]
            else:
                count = stretch(rows)
                elements.append(self.speech(cue, direction, start, rows[:count]))
                rows = rows[count:]
                direction, start = "", rows[0].start if rows else start
        spoken = [element for element in elements if element.passage.text]
        return spoken + unspoken(cue, direction, start, end)

    def speech(self, cue: Cue, direction: str, start: int, rows: list[Row]) -> Element:
        """Return the element of rows that are said, or sung, in one go."""
        sung = rows[0].text.startswith("~")
        glues = ["", *("\n" if sung or row.gap else " " for row in rows[1:])]
        whole = glued([(glue, self.passage(row, skip=sung)) for glue, row in zip(glues, rows, strict=True)])
        words = ", ".join(filter(None, [direction, "lyrics" if sung else ""]))
        return Element("speech", Passage(whole.text, whole.marks, start, whole.end), cue, words)


def is_parenthetical(line: str) -> bool:
    """Tell whether a line of dialogue says how it is spoken."""
    return line.startswith("(") and line.endswith(")") and len(line) > 2


def stretch(rows: list[Row]) -> int:
    """Return how many rows from the first on are spoken, or sung, without a parenthetical between."""
    sung = rows[0].text.startswith("~")
    count = 1
    while count < len(rows) and rows[count].text.startswith("~") == sung and not is_parenthetical(rows[count].text):
        count += 1
    return count


def unspoken(cue: Cue, direction: str, start: int, end: int) -> list[Element]:
    """Return, for a parenthetical that no words follow, what it is: something the speaker does."""
    if not direction:
        return []
    text = f"{cue.name} ({direction})"
    return [Element("action", Passage(text, ((0, start),), start, end))]
