"""The manifest: a storyboard in words and numbers, with keys of its own in place of the database's."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Model, Prefetch

from storyboards import fields
from storyboards.archive_file import past
from storyboards.models import Asset, Element, Film, Scene, Shot, Storyboard, Take

FORMAT, VERSION = "soraease-storyboard", 2
BOARD_FIELDS = (*fields.BOARD, "script", "script_format", "title_page")
ELEMENT_FIELDS = (*fields.ELEMENT, "version")
SCENE_FIELDS = (*fields.SCENE, *fields.SPAN)
SHOT_FIELDS = (*fields.SHOT, *fields.SPAN)
TAKE_FIELDS = ("number", "backend", "request", "state", "estimate", "cost")
TAKE_FILES = ("asset", "mezzanine", "poster")
# What is still in the works has no end to tell of.
TOLD_STATES = (Take.State.DONE, Take.State.FAILED, Take.State.CANCELLED)

Data = dict[str, Any]


@dataclass
class Manifest:
    """What is written down, and the files that it names by their hashes."""

    data: Data
    files: dict[str, Asset] = field(default_factory=dict)

    def encoded(self) -> bytes:
        """Return it as it stands in the file: the same storyboard gives the same bytes."""
        return (json.dumps(self.data, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def dump(board: Storyboard, *, media: bool, takes: bool = True, before: bool = True) -> Manifest:
    """Return the manifest of a storyboard; takes and films come with their files or not at all.

    What was `before` are its films and the former versions of its script.
    """
    with transaction.atomic():
        # Nobody edits while it is read: what is told of a shot is told of the same moment.
        board = Storyboard.objects.select_for_update(no_key=True, of=("self",)).select_related("logo").get(pk=board.pk)
        return _Dumping(board, media=media, takes=takes and media, before=before).manifest()


class _Dumping:
    def __init__(self, board: Storyboard, *, media: bool, takes: bool, before: bool) -> None:
        self.board = board
        self.media = media
        self.takes = takes
        self.before = before
        self.places: dict[int, past.Place] = {}
        self.numbers: dict[int, int] = {}
        self.files: dict[str, Asset] = {}
        self.elements: dict[int, str] = {}

    def manifest(self) -> Manifest:
        """Return everything; what is in the trash is left there."""
        board = self.board
        data = {
            "format": FORMAT,
            "version": VERSION,
            "storyboard": _fields(board, BOARD_FIELDS) | {"logo": self._file(board.logo)},
            "elements": self._elements(),
            "scenes": self._scenes(),
            "scripts": past.tell_scripts(board) if self.before else [],
        }
        data["films"] = self._films() if self.before and self.takes else []
        data["media"] = {key: {"mime": asset.mime, "bytes": asset.bytes} for key, asset in self.files.items()}
        return Manifest(data, self.files)

    def _file(self, asset: Asset | None) -> str | None:
        """Return the name under which a file is told of; None for one that is not taken along, or is lost."""
        if asset is None or not self.media:
            return None
        if asset.sha256 not in self.files and not default_storage.exists(asset.stored_name):
            return None
        self.files.setdefault(asset.sha256, asset)
        return asset.sha256

    def _elements(self) -> list[Data]:
        live = Element.objects.live().filter(storyboard=self.board).order_by("kind", "name", "pk")
        rows = list(live.prefetch_related("pictures__asset"))
        self.elements = {row.pk: f"e{number}" for number, row in enumerate(rows, start=1)}
        return [self._element(row) for row in rows]

    def _element(self, row: Element) -> Data:
        pictures = [self._file(picture.asset) for picture in row.pictures.all()]
        kept = [picture for picture in pictures if picture]
        return {"key": self.elements[row.pk], **_fields(row, ELEMENT_FIELDS), "pictures": kept}

    def _scenes(self) -> list[Data]:
        takes = Take.objects.live().filter(state__in=TOLD_STATES).select_related(*TAKE_FILES)
        shots = Shot.objects.live().select_related("panel", "panel_base", "circled_take")
        shots = shots.prefetch_related("cast", Prefetch("takes", takes, to_attr="told_takes"))
        scenes = Scene.objects.live().filter(storyboard=self.board)
        rows: list[Any] = list(scenes.prefetch_related(Prefetch("shots", shots, to_attr="told_shots")))
        self.places = {
            shot.pk: (at, number) for at, row in enumerate(rows) for number, shot in enumerate(row.told_shots)
        }
        return [self._scene(row) for row in rows]

    def _films(self) -> list[Data]:
        done = Film.objects.filter(storyboard=self.board, state=Film.State.DONE, deleted_at=None)
        told = []
        for film in done.select_related(*past.FILM_FILES).order_by("number"):
            files = {name: self._file(getattr(film, name)) for name in past.FILM_FILES}
            if files["asset"]:
                told.append(past.tell_film(film, files, self.places, self.numbers))
        return told

    def _scene(self, row: Any) -> Data:
        return {
            **_fields(row, SCENE_FIELDS),
            "location": self.elements.get(row.location_id),
            "shots": [self._shot(shot) for shot in row.told_shots],
        }

    def _shot(self, row: Any) -> Data:
        takes = [told for take in row.told_takes if (told := self._take(take))] if self.takes else []
        circled = row.circled_take.number if row.circled_take else None
        panel = self._file(row.panel)
        return {
            **_fields(row, SHOT_FIELDS),
            "cast": sorted(self._keys(element.pk for element in row.cast.all()), key=_number),
            "panel": panel,
            "panel_base": self._file(row.panel_base) if panel else None,
            "panel_marks": row.panel_marks if panel else {},
            "takes": takes,
            "circled": circled if circled in [take["number"] for take in takes] else None,
        }

    def _keys(self, pks: Iterable[int]) -> list[str]:
        return [self.elements[pk] for pk in pks if pk in self.elements]

    def _take(self, row: Take) -> Data | None:
        files = {name: self._file(getattr(row, name)) for name in TAKE_FILES}
        if row.state == Take.State.DONE and None in files.values():
            return None
        self.numbers[row.pk] = row.number
        seen = {self.elements[int(pk)]: version for pk, version in row.elements.items() if int(pk) in self.elements}
        return {**_fields(row, TAKE_FIELDS), **files, "elements": seen, "created_at": past.told_moment(row.created_at)}


def _fields(row: Model, names: Iterable[str]) -> Data:
    return {name: getattr(row, name) for name in names}


def _number(key: str) -> int:
    return int(key[1:])
