"""Dialogue in a form: numbered groups of speaker, direction and text."""

from collections.abc import Mapping
from typing import Any

MOST_LINES = 60
NAME_LENGTH = 80


def lines_from(data: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the lines of a shot as they were filled in; a line without speaker and text is left out."""
    count = data.get("lines", "")
    asked = int(count) if count.isdecimal() and len(count) < 4 else 0
    lines = [_line(data, index) for index in range(min(asked, MOST_LINES))]
    return [line for line in lines if line["text"] or line["speaker"]]


def _line(data: Mapping[str, str], index: int) -> dict[str, Any]:
    def field(name: str) -> str:
        return data.get(f"line-{index}-{name}", "").replace("\r\n", "\n").replace("\0", "").strip()

    return {
        "speaker": field("speaker")[:NAME_LENGTH],
        "text": field("text"),
        "direction": field("direction")[:NAME_LENGTH],
        "dual": field("dual") == "on",
    }
