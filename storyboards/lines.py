"""Dialogue in a form: numbered groups of speaker, direction and text, and the buttons that rearrange them."""

import re
from collections.abc import Mapping
from typing import Any

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
