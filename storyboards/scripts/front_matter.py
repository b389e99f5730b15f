"""The YAML block at the head of an article."""

import re

import yaml
from django.utils.translation import gettext_lazy as _

from storyboards.scripts.outline import ScriptError

OPENING = "---\n"
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
KEY_LINE = re.compile(r"^[^\s:#\-][^:\n]{0,60}:(?:\s|$)", re.MULTILINE)
LONGEST = 16_000
LONGEST_VALUE = 2_000
BROKEN = _(
    "The block between dashes at the head of this article is not valid YAML. Correct or delete it, then try again."
)


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """Return the fields of the front matter, keys in lower case, and where the article begins.

    Without front matter: no fields and 0. Raises ScriptError when it is there and broken.
    """
    closing = CLOSING.search(text, len(OPENING), LONGEST) if text.startswith(OPENING) else None
    if closing is None or not KEY_LINE.search(text, len(OPENING), closing.start()):
        return {}, 0
    data = loaded(text[len(OPENING) : closing.start()])
    if not isinstance(data, dict):
        return {}, 0
    fields = {str(key).strip().lower()[:60]: value_of(value) for key, value in data.items()}
    return {key: value for key, value in fields.items() if value}, closing.end()


def loaded(block: str) -> object:
    """Return what the YAML says; the base loader makes nothing but strings, lists and mappings."""
    try:
        return yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 (builds even less than the safe loader)
    except (yaml.YAMLError, RecursionError) as error:
        raise ScriptError(BROKEN) from error


def value_of(value: object) -> str:
    """Return a scalar, or a list of scalars joined with commas; anything deeper is left out."""
    if isinstance(value, str):
        return value.strip()[:LONGEST_VALUE]
    if isinstance(value, list):
        return ", ".join(item.strip() for item in value if isinstance(item, str))[:LONGEST_VALUE]
    return ""
