"""Fountain's title page: keys with values on their line or indented below."""

import re

from storyboards.scripts.emphasis import emphasis_holes
from storyboards.scripts.passage import passage_of
from storyboards.scripts.sluglines import is_slugline
from storyboards.scripts.transitions import is_transition

KEY = re.compile(r"([^\W\d_][\w \-]{0,40}):(?!//)[ \t]*(.*)")


def title_page(text: str) -> tuple[dict[str, str], int]:
    """Return the fields of the title page, keys in lower case, and the offset where it ends.

    Anything but keys and indented lines before the first blank line means that there is no title page.
    """
    start = len(text) - len(text.lstrip("\n"))
    end = text.find("\n\n", start)
    end = len(text.rstrip("\n")) if end < 0 else end
    fields: dict[str, list[str]] = {}
    key = ""
    for line in text[start:end].split("\n"):
        match = KEY.match(line)
        if match:
            key = match.group(1).strip().lower()
            fields.setdefault(key, []).append(match.group(2))
        elif key and line[:1] in (" ", "\t"):
            fields[key].append(line)
        else:
            return {}, 0
    if not is_title_page(text[start:end], fields):
        return {}, 0
    return {key: plain_value(lines) for key, lines in fields.items()}, end


def is_title_page(page: str, fields: dict[str, list[str]]) -> bool:
    """Tell whether the lines that look like one are a title page, not ``FADE IN:`` or a heading with a colon."""
    first = page.partition("\n")[0].strip()
    return bool(fields) and not is_transition(first) and not is_slugline(first)


def plain_value(lines: list[str]) -> str:
    """Return the value's lines without emphasis and without empty ones."""
    plain = [passage_of(line, 0, len(line), emphasis_holes(line, 0)).text for line in lines]
    return "\n".join(line for line in plain if line)
