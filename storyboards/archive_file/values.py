"""The kinds of values in a manifest: each is what it should be, or `Wrong` says where it is not."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from storyboards.lines import MOST_LINES

LARGEST_NUMBER = 2**31 - 1
LONGEST_NAME = 200
LINE = {"speaker": str, "text": str, "direction": str, "dual": bool}

Data = dict[str, Any]


class Wrong(Exception):
    """Something in the manifest is not what it should be; `place` says where, for whoever made the file."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


def object_of(value: Any, names: set[str] | None, place: str) -> Data:
    """Return an object with exactly these names, or with any."""
    if not isinstance(value, dict) or (names is not None and value.keys() != names):
        raise Wrong(place or "/")
    for name, entry in value.items():
        if len(name) > LONGEST_NAME or not is_clean(entry):
            raise Wrong(f"{place}/{name[:LONGEST_NAME]}")
    return value


def is_clean(value: Any) -> bool:
    """Whether a value holds only what a database can keep: no NUL, no half of a letter, no endless number."""
    if isinstance(value, str):
        return ("\0" not in value and value.isascii()) or _is_text(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return abs(value) < 2**53
    if isinstance(value, list):
        return all(map(is_clean, value))
    return all(is_clean(name) and is_clean(entry) for name, entry in value.items()) if isinstance(value, dict) else True


def _is_text(value: str) -> bool:
    try:
        return b"\0" not in value.encode()
    except UnicodeEncodeError:
        return False


def numbered(value: Any, most: int, place: str) -> list[tuple[int, Any]]:
    if not isinstance(value, list) or len(value) > most:
        raise Wrong(place)
    return list(enumerate(value))


def strings(value: Any, place: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) and len(item) <= LONGEST_NAME for item in value):
        raise Wrong(place)
    return value


def is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_NUMBER


def check_dialogue(value: Any, place: str) -> None:
    if not isinstance(value, list) or len(value) > MOST_LINES:
        raise Wrong(place)
    for line in value:
        data = object_of(line, set(LINE), place)
        if not all(isinstance(data[name], kind) for name, kind in LINE.items()):
            raise Wrong(place)


def moment(value: Any, place: str) -> str:
    try:
        at = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise Wrong(place) from None
    if at.tzinfo is None:
        raise Wrong(place)
    return str(value)


KINDS: tuple[tuple[type[models.Field], Callable[[Any], bool]], ...] = (
    (models.BooleanField, lambda value: isinstance(value, bool)),
    (models.IntegerField, is_number),
    (models.JSONField, lambda value: isinstance(value, dict | list)),
    (models.CharField, lambda value: isinstance(value, str)),
    (models.TextField, lambda value: isinstance(value, str)),
)


def fields_of(model: type[models.Model], data: Data, names: Iterable[str], place: str) -> Data:
    """Return the columns of a row, each of its kind and among its choices."""
    values = {name: data[name] for name in names}
    for name, value in values.items():
        column = model._meta.get_field(name)
        fits = next(fits for kind, fits in KINDS if isinstance(column, kind))
        if not fits(value):
            raise Wrong(f"{place}/{name}")
    row = model(**values)
    # What is JSON was looked at already, and may be empty.
    others = [
        column.name
        for column in model._meta.fields
        if column.name not in values or isinstance(column, models.JSONField)
    ]
    try:
        row.clean_fields(exclude=others)
    except ValidationError as error:
        raise Wrong(f"{place}/{next(iter(error.message_dict))}") from None
    return values
