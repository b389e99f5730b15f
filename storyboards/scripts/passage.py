"""A piece of readable text that knows where in the source each of its letters stood."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Passage:
    """Readable ``text`` and its source span.

    ``marks`` are pairs (offset in ``text``, offset in the source), rising in both; from one mark to the next, text
    and source run letter by letter. Markup that was taken out, and line ends that became spaces, lie between.
    """

    text: str
    marks: tuple[tuple[int, int], ...]
    start: int
    end: int

    def source(self, offset: int) -> int:
        """Return where in the source the letter at ``offset`` stood; words of ours stay within the span."""
        mark = self.marks[max(0, bisect_right(self.marks, (offset, float("inf"))) - 1)]
        return min(self.end, mark[1] + offset - mark[0])

    def after(self, offset: int) -> int:
        """Return the place in the source right behind the letter at ``offset``."""
        return min(self.end, self.source(offset) + 1)

    def part(self, start: int, end: int) -> "Passage":
        """Return the letters from ``start`` to ``end`` without spaces around them; empty when there are none."""
        whole = self.text[start:end]
        start += len(whole) - len(whole.lstrip())
        text = whole.strip()
        if not text:
            here = self.source(start) if self.marks else self.start
            return Passage("", (), here, here)
        first = bisect_right(self.marks, (start, float("inf"))) - 1
        last = bisect_right(self.marks, (start + len(text) - 1, float("inf")))
        marks = tuple((max(0, mark - start), source + max(0, start - mark)) for mark, source in self.marks[first:last])
        return Passage(text, marks, self.source(start), self.after(start + len(text) - 1))


def passage_of(source: str, start: int, end: int, holes: Iterable[tuple[int, int]] = ()) -> Passage:
    """Return the passage of ``source[start:end]`` less ``holes``, rising spans of the source, and outer spaces."""
    pieces, marks, length, here = [], [], 0, start
    for hole_start, hole_end in (*holes, (end, end)):
        if hole_start > here:
            marks.append((length, here))
            pieces.append(source[here:hole_start])
            length += hole_start - here
        here = max(here, hole_end)
    return trimmed(Passage("".join(pieces), tuple(marks), start, end))


def trimmed(passage: Passage) -> Passage:
    """Return ``passage`` without outer spaces in its text, its span unchanged."""
    part = passage.part(0, len(passage.text))
    return Passage(part.text, part.marks, passage.start, passage.end)


def joined(passages: list[Passage], glue: str = " ") -> Passage:
    """Return one passage of several that follow each other, with ``glue`` between their texts."""
    return glued([("" if index == 0 else glue, passage) for index, passage in enumerate(passages)])


def glued(parts: list[tuple[str, Passage]]) -> Passage:
    """Return one passage of several that follow each other, each given with the glue before its text."""
    marks: list[tuple[int, int]] = []
    texts: list[str] = []
    length = 0
    for glue, passage in parts:
        length += len(glue)
        marks += [(mark + length, source) for mark, source in passage.marks]
        length += len(passage.text)
        texts += [glue, passage.text]
    return Passage("".join(texts), tuple(marks), parts[0][1].start, parts[-1][1].end)
