"""Dialogue in a form: numbered groups of speaker, direction and text, and the buttons that rearrange them."""

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

MOST_LINES = 60
NAME_LENGTH = 80

Line = dict[str, Any]
_DEED = re.compile(r"(up|down|remove)-(\d{1,3})")


def lines_from(data: Mapping[str, str]) -> list[Line]:
    """Return the lines of a shot as they were filled in; a line without speaker and text is left out."""
    count = data.get("lines", "")
    asked = int(count) if count.isdecimal() and len(count) < 4 else 0
    lines = [_line(data, index) for index in range(min(asked, MOST_LINES))]
    return [line for line in rearranged(lines, data.get("line-do", "")) if line["text"] or line["speaker"]]


def _line(data: Mapping[str, str], index: int) -> Line:
    def field(name: str) -> str:
        return data.get(f"line-{index}-{name}", "").replace("\r\n", "\n").replace("\0", "").strip()

    return {
        "speaker": field("speaker")[:NAME_LENGTH],
        "text": field("text"),
        "direction": field("direction")[:NAME_LENGTH],
        "dual": field("dual") == "on",
    }


def well_formed(value: Any) -> list[Line]:
    """Return the lines of what a page sent back as JSON, as the database keeps them; nonsense is left out."""
    rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    texts = [{name: str(row.get(name, "")) for name in ("speaker", "text", "direction")} for row in rows]
    return [{**text, "dual": bool(row.get("dual"))} for text, row in zip(texts, rows, strict=True)]


def joined(theirs: list[Line], mine: list[Line], seen: list[Line]) -> list[Line]:
    """Return the lines of two people who both began with `seen`: theirs, and behind them what is new of mine.

    A line that only one of them took away goes only where that was the other person.
    """
    lines, at = list(theirs), 0
    for line in mine:
        if line in lines:
            at = lines.index(line) + 1
        elif line not in seen:
            while at < len(lines) and lines[at] not in mine:
                at += 1
            lines.insert(at, line)
            at += 1
    return lines


def told(lines: list[Line]) -> str:
    """Return the lines as a person reads them: MARTA (softly): Not yet."""
    return "\n".join(_told(line) for line in lines)


def _told(line: Line) -> str:
    how = [line["direction"], _("at the same time") if line["dual"] else ""]
    said = ", ".join(words for words in how if words)
    return f"{line['speaker']} ({said}): {line['text']}" if said else f"{line['speaker']}: {line['text']}"


def rearranged(lines: list[Line], deed: str) -> list[Line]:
    """Return the lines after the button `deed` (up-2, down-0, remove-1) was pressed; others change nothing."""
    match = _DEED.fullmatch(deed)
    if not match or int(match[2]) >= len(lines):
        return lines
    at = int(match[2])
    rest = lines[:at] + lines[at + 1 :]
    if match[1] == "remove":
        return rest
    to = max(0, at - 1) if match[1] == "up" else at + 1
    return [*rest[:to], lines[at], *rest[to:]]
