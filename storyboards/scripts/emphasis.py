"""Emphasis with stars and underscores, as Fountain and Markdown have it: found on one line, left in the source."""

import re

DELIMITER = re.compile(r"\\[*_\\]|\*+|_+")
FOUNTAIN_EMPHASES = ("*", "**", "***", "_")
MARKDOWN_EMPHASES = (*FOUNTAIN_EMPHASES, "__", "___")


def emphasis_holes(line: str, start: int, emphases: tuple[str, ...] = FOUNTAIN_EMPHASES) -> list[tuple[int, int]]:
    """Return the spans of markup in ``line``, which begins at ``start`` of the source.

    One pass: a delimiter closes the open one of its kind, and forgets those opened inside it, or else opens.
    """
    holes: list[tuple[int, int]] = []
    opened: dict[str, tuple[int, int]] = {}
    for match in DELIMITER.finditer(line):
        mark, span = match.group(), (start + match.start(), start + match.end())
        if mark.startswith("\\"):
            holes.append((span[0], span[0] + 1))
        elif mark in opened and closes(line, match.start(), match.end(), mark):
            opening = opened.pop(mark)
            opened = {kind: place for kind, place in opened.items() if place < opening}
            holes += [opening, span]
        elif mark in emphases and opens(line, match.start(), match.end(), mark):
            opened[mark] = span
    return sorted(holes)


def opens(line: str, start: int, end: int, mark: str) -> bool:
    """Tell whether the delimiter at ``start`` has its text to the right; an underscore must not stand in a word."""
    in_word = mark[0] == "_" and start > 0 and line[start - 1].isalnum()
    return end < len(line) and not line[end].isspace() and not in_word


def closes(line: str, start: int, end: int, mark: str) -> bool:
    """Tell whether the delimiter at ``start`` has its text to the left."""
    in_word = mark[0] == "_" and end < len(line) and line[end].isalnum()
    return start > 0 and not line[start - 1].isspace() and not in_word
