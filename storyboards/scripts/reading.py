"""The door of the script import: bytes or text in, an outline out."""

import re

from storyboards.scripts.article import read_article
from storyboards.scripts.cues import cue_of
from storyboards.scripts.outline import Outline
from storyboards.scripts.prose import read_prose
from storyboards.scripts.screenplay import read_screenplay
from storyboards.scripts.sluglines import is_slugline
from storyboards.scripts.source import normalised
from storyboards.scripts.title_page import title_page
from storyboards.scripts.vocabulary import FOUNTAIN, MARKDOWN, PROSE

READERS = {FOUNTAIN: read_screenplay, MARKDOWN: read_article, PROSE: read_prose}
ENDINGS = {".fountain": FOUNTAIN, ".spmd": FOUNTAIN, ".fountain.md": FOUNTAIN, ".md": MARKDOWN, ".markdown": MARKDOWN}
TELLING_LENGTH = 200_000  # the beginning tells the format
HEADING = re.compile(r"#{1,6} +\S")
SCREENPLAY_KEYS = {"title", "credit", "author", "authors", "draft date"}
MANY_CUES = 2


def read_script(data: bytes | str, *, name: str = "") -> Outline:
    """Return the outline of a script; ``name`` is its file name, if it has one.

    Raises ScriptError with a sentence for the user when it cannot be read or is too large.
    """
    text = normalised(data)
    return READERS[detect_format(text, name)](text)


def detect_format(text: str, name: str) -> str:
    """Return the format that the file name says, or else what the text looks like."""
    lower = name.lower()
    for ending in sorted(ENDINGS, key=len, reverse=True):
        if lower.endswith(ending):
            return ENDINGS[ending]
    sample = text[:TELLING_LENGTH]
    if looks_like_screenplay(sample):
        return FOUNTAIN
    return MARKDOWN if looks_like_article(sample) else PROSE


def name_for(text: str, script_format: str) -> str:
    """Return a file name by which ``text`` is read in this format; none where it tells the format itself."""
    if not text.strip() or detect_format(text, "") == script_format:
        return ""
    return next((f"script{ending}" for ending, named in ENDINGS.items() if named == script_format), "")


def looks_like_screenplay(text: str) -> bool:
    """Tell whether ``text`` has scene headings, a title page, or names in capitals with speech below them."""
    if SCREENPLAY_KEYS & title_page(text)[0].keys():
        return True
    lines = [line.strip() for line in text.split("\n")]
    triples = list(zip(["", *lines], lines, [*lines[1:], ""], strict=False))
    if any(not before and line[:9].isupper() and is_slugline(line) for before, line, _ in triples):
        return True
    cues = sum(not before and bool(after) and not after.isupper() and is_cue(line) for before, line, after in triples)
    return cues >= MANY_CUES


def is_cue(line: str) -> bool:
    """Tell whether ``line`` is a cue and not a Markdown heading or list."""
    return line[:1].isalpha() and cue_of(line) is not None


def looks_like_article(text: str) -> bool:
    """Tell whether ``text`` begins with front matter or has Markdown headings."""
    if text.startswith(("---\n", "+++\n")):
        return True
    return any(HEADING.match(line) for line in text.split("\n"))
