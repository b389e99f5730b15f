"""Markdown into the blocks a narrator needs, each with its place in the source.

A reader of lines, since a general Markdown parser tells no letter positions and can be slowed down by hostile input.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from storyboards.scripts.emphasis import MARKDOWN_EMPHASES, emphasis_holes
from storyboards.scripts.passage import Passage, joined, passage_of

LINE = re.compile(r"[^\n]+")
FENCE = re.compile(r" {0,3}(```|~~~)")
ATX = re.compile(r"(#{1,6})[ \t]+(?=\S)")
ATX_END = re.compile(r"(?<=\s)#{1,20}[ \t]*$")
RULE = re.compile(r"(?:[*_-][ \t]*){3,40}$")
UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
REFERENCE = re.compile(r"\[[^\]\n]{1,200}\]:\s")
HTML = re.compile(r"<(?:!--|/?[a-zA-Z])")
# Links and images, tags and addresses, footnote marks, code marks, strikes, escapes; no part of it goes back over
# what it has passed.
INLINE = re.compile(
    r"(?P<link>!?\[(?P<label>[^\[\]\n]*+)\]\((?:[^()\s]*+)(?:\s++\"[^\"\n]*+\")?+\))"
    r"|(?P<hole><[a-zA-Z/!][^<>\n]*+>|\[\^[^\[\]\n]*+\]|`++|~~|\\(?=[\[\](){}#`>+.!~|<-]))"
)
IMAGE = re.compile(r"!\[([^\[\]\n]*+)\]\([^()\n]*+\)$")


class Row(NamedTuple):
    """A line that is not blank: its span without outer spaces, its text, its indent, and whether a blank is before."""

    start: int
    end: int
    text: str
    indent: int
    gap: bool


@dataclass(frozen=True)
class Block:
    """``kind``: heading, text, item, quote, image, or one that is left out: code, table, html, rule."""

    kind: str
    passage: Passage
    level: int = 0


def blocks_of(text: str, start: int) -> list[Block]:
    """Return the blocks of ``text`` from ``start`` on, in order."""
    return BlockReader(text, rows_of(text, start)).blocks()


def rows_of(text: str, start: int) -> list[Row]:
    """Return the lines of ``text`` that hold something."""
    rows, gap, before = [], True, start - 2
    for match in LINE.finditer(text, start):
        line = match.group()
        gap = gap or match.start() > before + 1
        before = match.end()
        stripped = line.strip()
        if stripped:
            indent = len(line) - len(line.lstrip())
            rows.append(Row(match.start() + indent, match.start() + indent + len(stripped), stripped, indent, gap))
        gap = not stripped
    return rows


class BlockReader:
    """Walks the rows once."""

    def __init__(self, text: str, rows: list[Row]) -> None:
        self.text = text
        self.rows = rows
        self.found: list[Block] = []

    def blocks(self) -> list[Block]:
        """Return all blocks in order."""
        index = 0
        while index < len(self.rows):
            index = self.take(index)
        return self.found

    def take(self, index: int) -> int:
        """Take the block that begins at row ``index``; return the index of the next one."""
        row = self.rows[index]
        kind = self.kind_of(row)
        if kind == "code":
            return self.leave_out(index, kind, self.end_of_fence(index) if FENCE.match(row.text) else index + 1)
        if kind in ("html", "table"):
            return self.leave_out(index, kind, self.end_of_lines(index, kind))
        if kind in ("rule", "reference"):
            return self.leave_out(index, kind, index + 1)
        if kind == "heading":
            return self.take_heading(index)
        return self.take_text(index, kind)

    def kind_of(self, row: Row) -> str:
        """Return the kind of the block that may begin with ``row``."""
        if FENCE.match(row.text) or (row.gap and row.indent >= 4 and not self.in_list()):
            return "code"
        if RULE.match(row.text[:80]) and len(row.text) < 80:
            return "rule"
        if row.gap and HTML.match(row.text) and not row.text.startswith(("<http", "<mailto")):
            return "html"
        tests = (("heading", ATX), ("item", ITEM), ("reference", REFERENCE))
        first = next((kind for kind, pattern in tests if pattern.match(row.text)), "")
        return first or {"|": "table", ">": "quote"}.get(row.text[0], "text")

    def in_list(self) -> bool:
        """Tell whether the last block was an item, which indented lines belong to."""
        return bool(self.found) and self.found[-1].kind == "item"

    def end_of_fence(self, index: int) -> int:
        """Return the row behind the fence that closes the code, or the end."""
        fence = self.rows[index].text[:3]
        end = index + 1
        while end < len(self.rows) and not self.rows[end].text.startswith(fence):
            end += 1
        return min(end + 1, len(self.rows))

    def end_of_lines(self, index: int, kind: str) -> int:
        """Return the first row behind a blank line, or behind the table."""
        end = index + 1
        while end < len(self.rows) and not self.rows[end].gap:
            if kind == "table" and "|" not in self.rows[end].text:
                break
            end += 1
        return end

    def leave_out(self, index: int, kind: str, end: int) -> int:
        """Remember only where the block stood."""
        start, stop = self.rows[index].start, self.rows[end - 1].end
        self.found.append(Block(kind, Passage("", (), start, stop)))
        return end

    def take_heading(self, index: int) -> int:
        row = self.rows[index]
        match = ATX.match(row.text)
        skip = match.end() if match else 0
        closing = ATX_END.search(row.text[-24:])
        drop = len(closing.group()) if closing else 0
        self.add("heading", self.inline(row, skip, drop), len(match.group(1)) if match else 1)
        return index + 1

    def take_text(self, index: int, kind: str) -> int:
        """Take a paragraph, an item or a quotation, up to a blank line or the beginning of another block."""
        end = index + 1
        while end < len(self.rows) and self.goes_on(self.rows[end], kind):
            end += 1
        under = UNDERLINE.match(self.rows[end].text) if self.is_underlined(end, kind) else None
        alone = IMAGE.match(self.rows[index].text) if end == index + 1 else None
        rows = self.rows[index:end]
        if under:
            self.add("heading", self.lines(rows, kind), 1 if under.group(1)[0] == "=" else 2)
        elif alone:
            start = rows[0].start + alone.start(1)
            self.add("image", passage_of(self.text, start, start + len(alone.group(1))))
        else:
            self.add(kind, self.lines(rows, kind))
        return end + bool(under)

    def is_underlined(self, index: int, kind: str) -> bool:
        """Tell whether row ``index`` may be the underline of a heading above it."""
        return kind == "text" and index < len(self.rows) and not self.rows[index].gap

    def goes_on(self, row: Row, kind: str) -> bool:
        """Tell whether ``row`` continues a block of ``kind``."""
        if row.gap or (kind == "text" and UNDERLINE.match(row.text)):
            return False
        return self.kind_of(row) in (("quote", "text") if kind == "quote" else ("text",))

    def lines(self, rows: list[Row], kind: str) -> Passage:
        """Return what is readable in ``rows``, without the signs of an item or a quotation."""
        passages = []
        for row in rows:
            item = ITEM.match(row.text) if kind == "item" else None
            quoted = len(row.text) - len(row.text.lstrip("> \t")) if kind == "quote" else 0
            passages.append(self.inline(row, item.end() if item else quoted))
        return joined(passages, "\n" if kind == "quote" else " ")

    def inline(self, row: Row, skip: int = 0, drop: int = 0) -> Passage:
        """Return what is readable in ``row`` less ``skip`` letters before and ``drop`` behind."""
        start, end = row.start + skip, row.end - drop
        line = self.text[start:end]
        holes = [hole for match in INLINE.finditer(line) for hole in holes_of(match, start)]
        holes = sorted(holes + emphasis_holes(line, start, MARKDOWN_EMPHASES))
        found = passage_of(self.text, start, end, holes)
        return Passage(found.text, found.marks, row.start, row.end)

    def add(self, kind: str, passage: Passage, level: int = 0) -> None:
        """Append a block, if there is anything to read in it."""
        if passage.text.strip():
            self.found.append(Block(kind, passage, level))


def holes_of(match: re.Match[str], start: int) -> list[tuple[int, int]]:
    """Return the spans of markup in what ``match`` found; the label of a link stays."""
    if match.group("link") is None:
        return [(start + match.start(), start + match.end())]
    label = match.span("label")
    return [(start + match.start(), start + label[0]), (start + label[1], start + match.end())]
