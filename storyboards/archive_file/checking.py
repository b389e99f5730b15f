"""Reads a manifest with suspicion: every part is what it should be, or the whole is refused with a sentence."""

import json
import re
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from storyboards.archive_file import manifest as form
from storyboards.lines import MOST_LINES
from storyboards.models import Element, Scene, Shot, Storyboard, Take
from storyboards.scripts.cutting import MOST_SHOTS
from storyboards.vocabulary import Look

MOST_BYTES = 64_000_000
MOST_ELEMENTS = 5_000
MOST_TAKES = 50_000
MOST_PICTURES = 200
LARGEST_NUMBER = 2**31 - 1
LONGEST_NAME = 200
MOST_FRAMES = 600 * 60

PICTURES = {"image/webp": ".webp", "image/png": ".png", "image/jpeg": ".jpg"}
VIDEOS = {"video/mp4": ".mp4", "video/webm": ".webm"}
KEY = re.compile(r"e[1-9][0-9]{0,5}")
HASH = re.compile(r"[0-9a-f]{64}")
LINE = {"speaker": str, "text": str, "direction": str, "dual": bool}

Data = dict[str, Any]


class NotAnArchive(Exception):
    """What was handed in cannot be imported. Nothing was made; the text says why, for the user."""


def check(raw: bytes) -> Data:
    """Return the manifest that `raw` holds; raise NotAnArchive."""
    data = _parsed(raw)
    _check_version(data)
    return Checking(data).checked()


def _parsed(raw: bytes) -> Data:
    if len(raw) > MOST_BYTES:
        raise NotAnArchive(_("Its list of contents is larger than any storyboard’s. Nothing was imported."))
    try:
        data = json.loads(raw.decode("utf-8"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise NotAnArchive(_("Its list of contents cannot be read: the file is damaged. Export it again.")) from None
    if not isinstance(data, dict) or data.get("format") != form.FORMAT:
        raise NotAnArchive(_("This is not a storyboard of SoraEase. Choose a file that ends with .soraease."))
    return data


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _check_version(data: Data) -> None:
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise NotAnArchive(_("This file does not say of which version it is. Export the storyboard again."))
    if version > form.VERSION:
        raise NotAnArchive(
            _("This file is of version %(version)d; this studio reads up to %(known)d. Bring the studio up to date.")
            % {"version": version, "known": form.VERSION}
        )


class Wrong(Exception):
    """Something in the manifest is not what it should be; `place` says where, for whoever made the file."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


class Checking:
    """Goes through a manifest; only what it names is kept, and nothing else."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.keys: set[str] = set()
        self.takes = 0
        self.shots = 0

    def checked(self) -> Data:
        """Return the manifest with nothing in it but what belongs there."""
        try:
            return self._checked()
        except Wrong as wrong:
            raise NotAnArchive(
                _("This file is damaged, or was not made by SoraEase: “%s” makes no sense. Nothing was imported.")
                % wrong.place
            ) from None

    def _checked(self) -> Data:
        whole = {"format", "version", "storyboard", "elements", "scenes", "media"}
        data = _object(self.data, whole, "")
        self.media = _media(data["media"])
        return {
            "storyboard": self._storyboard(data["storyboard"]),
            "elements": self._elements(data["elements"]),
            "scenes": self._scenes(data["scenes"]),
            "media": self.media,
        }

    # --- parts ------------------------------------------------------------------------------------------------------

    def _storyboard(self, value: Any) -> Data:
        data = _object(value, {*form.BOARD_FIELDS, "logo"}, "storyboard")
        page = _object(data["title_page"], None, "storyboard/title_page")
        if not all(isinstance(entry, str) for entry in page.values()):
            raise Wrong("storyboard/title_page")
        if data["look"] not in Look.values:
            raise Wrong("storyboard/look")
        fields = _fields(Storyboard, data, form.BOARD_FIELDS, "storyboard")
        return fields | {"logo": self._file(data["logo"], PICTURES, "storyboard/logo")}

    def _elements(self, value: Any) -> list[Data]:
        found = [self._element(item, f"elements/{at}") for at, item in _numbered(value, MOST_ELEMENTS, "elements")]
        if len({(row["kind"], row["name"]) for row in found}) < len(found) or len(self.keys) < len(found):
            raise Wrong("elements")
        return found

    def _element(self, value: Any, place: str) -> Data:
        data = _object(value, {"key", *form.ELEMENT_FIELDS, "pictures"}, place)
        if not isinstance(data["key"], str) or not KEY.fullmatch(data["key"]):
            raise Wrong(f"{place}/key")
        _strings(data["aliases"], f"{place}/aliases")
        self.keys.add(data["key"])
        pictures = _numbered(data["pictures"], MOST_PICTURES, f"{place}/pictures")
        files = [self._required(item, PICTURES, f"{place}/pictures") for _at, item in pictures]
        return {"key": data["key"], **_fields(Element, data, form.ELEMENT_FIELDS, place), "pictures": files}

    def _scenes(self, value: Any) -> list[Data]:
        return [self._scene(item, f"scenes/{at}") for at, item in _numbered(value, MOST_SHOTS, "scenes")]

    def _scene(self, value: Any, place: str) -> Data:
        data = _object(value, {*form.SCENE_FIELDS, "location", "shots"}, place)
        shots = _numbered(data["shots"], MOST_SHOTS, f"{place}/shots")
        self.shots += len(shots)
        if self.shots > MOST_SHOTS or data["location"] not in [None, *self.keys]:
            raise Wrong(f"{place}/location" if self.shots <= MOST_SHOTS else "scenes")
        return {
            **_fields(Scene, data, form.SCENE_FIELDS, place),
            "location": data["location"],
            "shots": [self._shot(item, f"{place}/shots/{at}") for at, item in shots],
        }

    def _shot(self, value: Any, place: str) -> Data:
        own = {"cast", "panel", "panel_base", "panel_marks", "takes", "circled"}
        data = _object(value, {*form.SHOT_FIELDS, *own}, place)
        if not _is_number(data["frames"]) or not 0 < data["frames"] <= MOST_FRAMES:
            raise Wrong(f"{place}/frames")
        _dialogue(data["dialogue"], f"{place}/dialogue")
        _object(data["options"], None, f"{place}/options")
        takes = [self._take(item, f"{place}/takes/{at}") for at, item in _numbered(data["takes"], MOST_TAKES, place)]
        numbers = [take["number"] for take in takes]
        cast = _strings(data["cast"], f"{place}/cast")
        if len(set(numbers)) < len(numbers) or data["circled"] not in [None, *numbers] or not self.keys >= set(cast):
            raise Wrong(place)
        return {
            **_fields(Shot, data, form.SHOT_FIELDS, place),
            "cast": list(dict.fromkeys(cast)),
            "panel": self._file(data["panel"], PICTURES, f"{place}/panel"),
            "panel_base": self._file(data["panel_base"], PICTURES, f"{place}/panel_base"),
            "panel_marks": _object(data["panel_marks"], None, f"{place}/panel_marks"),
            "takes": takes,
            "circled": data["circled"],
        }

    def _take(self, value: Any, place: str) -> Data:
        self.takes += 1
        data = _object(value, {*form.TAKE_FIELDS, *form.TAKE_FILES, "elements", "created_at"}, place)
        _object(data["request"], None, f"{place}/request")
        seen = _object(data["elements"], None, f"{place}/elements")
        done = data["state"] == Take.State.DONE
        if self.takes > MOST_TAKES or not self.keys >= seen.keys() or data["state"] not in form.TOLD_STATES:
            raise Wrong(place)
        if not all(_is_number(version) for version in seen.values()):
            raise Wrong(f"{place}/elements")
        file = self._required if done else self._file
        return {
            **_fields(Take, data, form.TAKE_FIELDS, place),
            "asset": file(data["asset"], VIDEOS, f"{place}/asset"),
            "mezzanine": file(data["mezzanine"], VIDEOS, f"{place}/mezzanine"),
            "poster": file(data["poster"], PICTURES, f"{place}/poster"),
            "elements": seen,
            "created_at": _moment(data["created_at"], f"{place}/created_at"),
        }

    # --- files ------------------------------------------------------------------------------------------------------

    def _file(self, value: Any, mimes: Data, place: str) -> str | None:
        return None if value is None else self._required(value, mimes, place)

    def _required(self, value: Any, mimes: Data, place: str) -> str:
        if not isinstance(value, str) or value not in self.media or self.media[value]["mime"] not in mimes:
            raise Wrong(place)
        return value


def _media(value: Any) -> dict[str, Data]:
    found = {}
    for key, item in _object(value, None, "media").items():
        data = _object(item, {"mime", "bytes"}, f"media/{key}")
        if not HASH.fullmatch(key) or data["mime"] not in [*PICTURES, *VIDEOS] or not _is_size(data["bytes"]):
            raise Wrong(f"media/{key[:64]}")
        found[key] = data
    return found


def _is_size(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**50


# --- kinds of values ------------------------------------------------------------------------------------------------


def _object(value: Any, names: set[str] | None, place: str) -> Data:
    """Return an object with exactly these names, or with any."""
    if not isinstance(value, dict) or (names is not None and value.keys() != names):
        raise Wrong(place or "/")
    for name, entry in value.items():
        if len(name) > LONGEST_NAME or not _is_clean(entry):
            raise Wrong(f"{place}/{name[:LONGEST_NAME]}")
    return value


def _is_clean(value: Any) -> bool:
    """Whether a value holds only what a database can keep: no NUL, no half of a letter, no endless number."""
    if isinstance(value, str):
        return ("\0" not in value and value.isascii()) or _is_text(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return abs(value) < 2**53
    if isinstance(value, list):
        return all(map(_is_clean, value))
    return (
        all(_is_clean(name) and _is_clean(entry) for name, entry in value.items()) if isinstance(value, dict) else True
    )


def _is_text(value: str) -> bool:
    try:
        return b"\0" not in value.encode()
    except UnicodeEncodeError:
        return False


def _numbered(value: Any, most: int, place: str) -> list[tuple[int, Any]]:
    if not isinstance(value, list) or len(value) > most:
        raise Wrong(place)
    return list(enumerate(value))


def _strings(value: Any, place: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) and len(item) <= LONGEST_NAME for item in value):
        raise Wrong(place)
    return value


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_NUMBER


def _dialogue(value: Any, place: str) -> None:
    if not isinstance(value, list) or len(value) > MOST_LINES:
        raise Wrong(place)
    for line in value:
        data = _object(line, set(LINE), place)
        if not all(isinstance(data[name], kind) for name, kind in LINE.items()):
            raise Wrong(place)


def _moment(value: Any, place: str) -> str:
    try:
        at = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise Wrong(place) from None
    if at.tzinfo is None:
        raise Wrong(place)
    return str(value)


KINDS: tuple[tuple[type[models.Field], Callable[[Any], bool]], ...] = (
    (models.BooleanField, lambda value: isinstance(value, bool)),
    (models.IntegerField, _is_number),
    (models.JSONField, lambda value: isinstance(value, dict | list)),
    (models.CharField, lambda value: isinstance(value, str)),
    (models.TextField, lambda value: isinstance(value, str)),
)


def _fields(model: type[models.Model], data: Data, names: Iterable[str], place: str) -> Data:
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
