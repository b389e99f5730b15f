"""Two texts as one, word by word: what stays, what was taken out, what was put in."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

KEPT, TAKEN_OUT, PUT_IN = "", "del", "ins"
WORD = re.compile(r"\s+|\w+(?:['’]\w+)*|[^\w\s]")
# Longer texts are shown whole, one after the other: nobody reads so many marks.
MOST_WORDS = 3000


class Mark(NamedTuple):
    """A piece of text, and what became of it: `del`, `ins`, or empty where it stays."""

    tag: str
    text: str


def marks(before: str, after: str) -> list[Mark]:
    """Return `before` and `after` as one text with marks."""
    old, new = WORD.findall(before), WORD.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        return whole_marks(before, after)
    found: list[Mark] = []
    for tag, a, a_end, b, b_end in _opcodes(old, new):
        if tag == "equal":
            found.append(Mark(KEPT, "".join(old[a:a_end])))
            continue
        found += [
            mark for mark in (Mark(TAKEN_OUT, "".join(old[a:a_end])), Mark(PUT_IN, "".join(new[b:b_end]))) if mark.text
        ]
    return found


def whole_marks(before: str, after: str) -> list[Mark]:
    """Return the one text taken out, the other put in."""
    return [mark for mark in (Mark(TAKEN_OUT, before), Mark(PUT_IN, after)) if mark.text]


def _opcodes(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Return what became of the words; spaces alone between two changes are part of one change."""
    found: list[tuple[str, int, int, int, int]] = []
    for tag, a, a_end, b, b_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        kind = "change" if tag != "equal" or (found and not "".join(old[a:a_end]).strip()) else "equal"
        if found and found[-1][0] == kind == "change":
            found[-1] = ("change", found[-1][1], a_end, found[-1][3], b_end)
        else:
            found.append((kind, a, a_end, b, b_end))
    return found
