"""Reads a manifest with suspicion: every part is what it should be, or the whole is refused with a sentence."""

import json
import re
from typing import Any

from django.utils.translation import gettext as _

from storyboards.archive_file import manifest as form
from storyboards.archive_file import past
from storyboards.archive_file.values import (
    Data,
    Wrong,
    check_dialogue,
    fields_of,
    is_number,
    moment,
    numbered,
    object_of,
    strings,
)
from storyboards.models import Element, Scene, Shot, Storyboard, Take
from storyboards.scripts.cutting import MOST_SHOTS
from storyboards.vocabulary import Look

MOST_BYTES = 64_000_000
MOST_ELEMENTS = 5_000
MOST_TAKES = 50_000
MOST_PICTURES = 200
MOST_FRAMES = 600 * 60

PICTURES = {"image/webp": ".webp", "image/png": ".png", "image/jpeg": ".jpg"}
VIDEOS = {"video/mp4": ".mp4", "video/webm": ".webm"}
KEY = re.compile(r"e[1-9][0-9]{0,5}")
HASH = re.compile(r"[0-9a-f]{64}")


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
        # The first version told nothing of what was before.
        told = self.data if self.data["version"] > 1 else {**self.data, **past.NOTHING}
        data = object_of(told, whole | past.NOTHING.keys(), "")
        self.media = _media(data["media"])
        # A scene names its place by the keys of the elements.
        elements = self._elements(data["elements"])
        scenes = self._scenes(data["scenes"])
        return {
            "storyboard": self._storyboard(data["storyboard"]),
            "elements": elements,
            "scenes": scenes,
            "scripts": past.check_scripts(data["scripts"]),
            "films": [self._with_files(film) for film in past.check_films(data["films"], scenes)],
            "media": self.media,
        }

    def _with_files(self, film: Data) -> Data:
        place = f"films/{film['number']}"
        return film | {
            "asset": self._required(film["asset"], VIDEOS, f"{place}/asset"),
            "poster": self._file(film["poster"], PICTURES, f"{place}/poster"),
        }

    # --- parts ------------------------------------------------------------------------------------------------------

    def _storyboard(self, value: Any) -> Data:
        data = object_of(value, {*form.BOARD_FIELDS, "logo"}, "storyboard")
        page = object_of(data["title_page"], None, "storyboard/title_page")
        if not all(isinstance(entry, str) for entry in page.values()):
            raise Wrong("storyboard/title_page")
        if data["look"] not in Look.values:
            raise Wrong("storyboard/look")
        fields = fields_of(Storyboard, data, form.BOARD_FIELDS, "storyboard")
        return fields | {"logo": self._file(data["logo"], PICTURES, "storyboard/logo")}

    def _elements(self, value: Any) -> list[Data]:
        found = [self._element(item, f"elements/{at}") for at, item in numbered(value, MOST_ELEMENTS, "elements")]
        if len({(row["kind"], row["name"]) for row in found}) < len(found) or len(self.keys) < len(found):
            raise Wrong("elements")
        return found

    def _element(self, value: Any, place: str) -> Data:
        data = object_of(value, {"key", *form.ELEMENT_FIELDS, "pictures"}, place)
        if not isinstance(data["key"], str) or not KEY.fullmatch(data["key"]):
            raise Wrong(f"{place}/key")
        strings(data["aliases"], f"{place}/aliases")
        self.keys.add(data["key"])
        pictures = numbered(data["pictures"], MOST_PICTURES, f"{place}/pictures")
        files = [self._required(item, PICTURES, f"{place}/pictures") for _at, item in pictures]
        return {"key": data["key"], **fields_of(Element, data, form.ELEMENT_FIELDS, place), "pictures": files}

    def _scenes(self, value: Any) -> list[Data]:
        return [self._scene(item, f"scenes/{at}") for at, item in numbered(value, MOST_SHOTS, "scenes")]

    def _scene(self, value: Any, place: str) -> Data:
        data = object_of(value, {*form.SCENE_FIELDS, "location", "shots"}, place)
        shots = numbered(data["shots"], MOST_SHOTS, f"{place}/shots")
        self.shots += len(shots)
        if self.shots > MOST_SHOTS or data["location"] not in [None, *self.keys]:
            raise Wrong(f"{place}/location" if self.shots <= MOST_SHOTS else "scenes")
        return {
            **fields_of(Scene, data, form.SCENE_FIELDS, place),
            "location": data["location"],
            "shots": [self._shot(item, f"{place}/shots/{at}") for at, item in shots],
        }

    def _shot(self, value: Any, place: str) -> Data:
        own = {"cast", "panel", "panel_base", "panel_marks", "takes", "circled"}
        data = object_of(value, {*form.SHOT_FIELDS, *own}, place)
        if not is_number(data["frames"]) or not 0 < data["frames"] <= MOST_FRAMES:
            raise Wrong(f"{place}/frames")
        check_dialogue(data["dialogue"], f"{place}/dialogue")
        object_of(data["options"], None, f"{place}/options")
        takes = [self._take(item, f"{place}/takes/{at}") for at, item in numbered(data["takes"], MOST_TAKES, place)]
        numbers = [take["number"] for take in takes]
        cast = strings(data["cast"], f"{place}/cast")
        if len(set(numbers)) < len(numbers) or data["circled"] not in [None, *numbers] or not self.keys >= set(cast):
            raise Wrong(place)
        return {
            **fields_of(Shot, data, form.SHOT_FIELDS, place),
            "cast": list(dict.fromkeys(cast)),
            "panel": self._file(data["panel"], PICTURES, f"{place}/panel"),
            "panel_base": self._file(data["panel_base"], PICTURES, f"{place}/panel_base"),
            "panel_marks": object_of(data["panel_marks"], None, f"{place}/panel_marks"),
            "takes": takes,
            "circled": data["circled"],
        }

    def _take(self, value: Any, place: str) -> Data:
        self.takes += 1
        data = object_of(value, {*form.TAKE_FIELDS, *form.TAKE_FILES, "elements", "created_at"}, place)
        object_of(data["request"], None, f"{place}/request")
        seen = object_of(data["elements"], None, f"{place}/elements")
        done = data["state"] == Take.State.DONE
        if self.takes > MOST_TAKES or not self.keys >= seen.keys() or data["state"] not in form.TOLD_STATES:
            raise Wrong(place)
        if not all(is_number(version) for version in seen.values()):
            raise Wrong(f"{place}/elements")
        file = self._required if done else self._file
        return {
            **fields_of(Take, data, form.TAKE_FIELDS, place),
            "asset": file(data["asset"], VIDEOS, f"{place}/asset"),
            "mezzanine": file(data["mezzanine"], VIDEOS, f"{place}/mezzanine"),
            "poster": file(data["poster"], PICTURES, f"{place}/poster"),
            "elements": seen,
            "created_at": moment(data["created_at"], f"{place}/created_at"),
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
    for key, item in object_of(value, None, "media").items():
        data = object_of(item, {"mime", "bytes"}, f"media/{key}")
        if not HASH.fullmatch(key) or data["mime"] not in [*PICTURES, *VIDEOS] or not _is_size(data["bytes"]):
            raise Wrong(f"media/{key[:64]}")
        found[key] = data
    return found


def _is_size(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**50
