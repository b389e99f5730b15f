"""The block of fields at the head of an article: YAML between dashes, or TOML between plus signs."""

import re
import tomllib
from collections.abc import Callable
from typing import NamedTuple

import yaml
from django.utils.translation import gettext_lazy as _

from storyboards.scripts.outline import ScriptError

LONGEST = 16_000
LONGEST_VALUE = 2_000
BROKEN = _(
    "The block between dashes at the head of this article is not valid YAML. Correct or delete it, then try again."
)
BROKEN_TOML = _(
    "The block between plus signs at the head of this article is not valid TOML. Correct or delete it, then try again."
)


def yaml_in(block: str) -> object:
    """Return what the YAML says; the base loader makes nothing but strings, lists and mappings."""
    try:
        return yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 (builds even less than the safe loader)
    except (yaml.YAMLError, RecursionError) as error:
        raise ScriptError(BROKEN) from error


def toml_in(block: str) -> object:
    """Return what the TOML says."""
    try:
        return tomllib.loads(block)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ScriptError(BROKEN_TOML) from error


class Fence(NamedTuple):
    """How a block begins and ends, what a line of it looks like, and how it is read."""

    opening: str
    closing: re.Pattern[str]
    key: re.Pattern[str]
    read: Callable[[str], object]


FENCES = (
    Fence(
        "---\n",
        re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
        re.compile(r"^[^\s:#\-][^:\n]{0,60}:(?:\s|$)", re.MULTILINE),
        yaml_in,
    ),
    Fence(
        "+++\n",
        re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
        re.compile(r"^[^\s=#+][^=\n]{0,60}=", re.MULTILINE),
        toml_in,
    ),
)


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """Return the fields of the front matter, keys in lower case, and where the article begins.

    Without front matter: no fields and 0. Raises ScriptError when it is there and broken.
    """
    fence = next((fence for fence in FENCES if text.startswith(fence.opening)), None)
    closing = fence and fence.closing.search(text, len(fence.opening), LONGEST)
    if not fence or not closing or not fence.key.search(text, len(fence.opening), closing.start()):
        return {}, 0
    data = fence.read(text[len(fence.opening) : closing.start()])
    if not isinstance(data, dict):
        return {}, 0
    fields = {str(key).strip().lower()[:60]: value_of(value) for key, value in data.items()}
    return {key: value for key, value in fields.items() if value}, closing.end()


def value_of(value: object) -> str:
    """Return a scalar, or a list of scalars joined with commas; anything deeper is left out."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(scalar, value)))[:LONGEST_VALUE]
    return scalar(value)


def scalar(value: object) -> str:
    """Return a text, number, date or truth value as text; empty for anything else."""
    if isinstance(value, list | dict):
        return ""
    return str(value).strip()[:LONGEST_VALUE]
