"""Makes a storyboard of a checked manifest: whole or not at all."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Protocol

from django.db import transaction

from accounts.models import Team, User
from storyboards.archive_file import manifest as form
from storyboards.archive_file import past
from storyboards.marks import MarksRefused, read_marks
from storyboards.models import Asset, Edit, Element, ReferencePicture, Scene, Shot, Storyboard, Take
from storyboards.models.assets import AssetKind
from storyboards.panels import frame_shape, shape
from storyboards.positions import spread

BATCH = 200

Data = dict[str, Any]
TAKE_KINDS = {"asset": AssetKind.TAKE, "mezzanine": AssetKind.MEZZANINE, "poster": AssetKind.POSTER}

FILM_KINDS = {"asset": AssetKind.FILM, "poster": AssetKind.POSTER}


def bytes_needed(data: Data, sizes: Mapping[str, int]) -> int:
    """Return what the files take once they are stored: pictures are shared, takes and films have files of their own."""
    keys = [key for key, _kind in own_files(data)]
    shared = sizes.keys() - set(keys)
    return sum(sizes[key] for key in [*keys, *shared])


def own_files(data: Data) -> list[tuple[str, AssetKind]]:
    """Return the files that belong to one take or film alone, each as often as it is needed."""
    takes = [take for scene in data["scenes"] for shot in scene["shots"] for take in shot["takes"]]
    rows = [(take, TAKE_KINDS) for take in takes] + [(film, FILM_KINDS) for film in data["films"]]
    return [(row[name], kind) for row, kinds in rows for name, kind in kinds.items() if row[name]]


class Media(Protocol):
    """Where the files of a manifest come from: each is a row of the team that the storyboard is made for."""

    trusted: bool

    def picture(self, key: str, kind: AssetKind) -> Asset:
        """Return a picture, which several rows may show."""

    def file(self, key: str, kind: AssetKind) -> Asset:
        """Return a file that belongs to one take or film alone."""


class NoMedia:
    """For manifests without files."""

    trusted = False

    def picture(self, key: str, kind: AssetKind) -> Asset:
        """Refuse: there is none."""
        raise KeyError(key)

    file = picture


def make_storyboard(
    data: Data, *, team: Team, by: User | None, media: Media, source: str, title: str = ""
) -> Storyboard:
    """Return a new storyboard of `team`; `source` says in the history what it was made from."""
    with transaction.atomic():
        return _Making(data, team, by, media).storyboard(source, title)


class _Making:
    def __init__(self, data: Data, team: Team, by: User | None, media: Media) -> None:
        self.data = data
        self.team = team
        self.by = by
        self.media = media
        self.elements: dict[str, Element] = {}
        self.shots: dict[past.Place, Shot] = {}
        self.takes: dict[tuple[int, int], int] = {}

    def storyboard(self, source: str, title: str) -> Storyboard:
        fields = {name: self.data["storyboard"][name] for name in form.BOARD_FIELDS}
        board = Storyboard(team=self.team, created_by=self.by, **fields)
        board.title = title or board.title
        board.logo = self._picture(self.data["storyboard"]["logo"], AssetKind.LOGO)
        board.save()
        self._make_elements(board)
        shots = self._make_scenes(board)
        past.make_scripts(board, self.data["scripts"])
        self._make_films(board)
        told = {"from": source, "scenes": len(self.data["scenes"]), "shots": shots}
        Edit.objects.create(
            storyboard=board, by=self.by, verb="import", noun="storyboard", noun_pk=board.pk, version=1, after=told
        )
        return board

    def _picture(self, key: str | None, kind: AssetKind) -> Asset | None:
        return self.media.picture(key, kind) if key else None

    def _make_elements(self, board: Storyboard) -> None:
        items = self.data["elements"]
        rows = [Element(storyboard=board, **_fields(item, form.ELEMENT_FIELDS)) for item in items]
        made = Element.objects.bulk_create(rows, BATCH)
        self.elements = {item["key"]: row for item, row in zip(items, made, strict=True)}
        ReferencePicture.objects.bulk_create(
            [
                ReferencePicture(element=row, asset=self.media.picture(key, AssetKind.REFERENCE))
                for item, row in zip(items, made, strict=True)
                for key in dict.fromkeys(item["pictures"])
            ],
            BATCH,
        )

    def _make_scenes(self, board: Storyboard) -> int:
        items = self.data["scenes"]
        rows = [
            Scene(
                storyboard=board,
                position=position,
                location=self.elements.get(item["location"]),
                **_fields(item, form.SCENE_FIELDS),
            )
            for item, position in zip(items, spread(len(items)), strict=True)
        ]
        scenes = Scene.objects.bulk_create(rows, BATCH)
        pairs = [pair for scene, item in zip(scenes, items, strict=True) for pair in self._shots_of(scene, item)]
        shots = Shot.objects.bulk_create([row for row, _item in pairs], BATCH)
        told = [(row, item) for row, (_row, item) in zip(shots, pairs, strict=True)]
        places = ((at, number) for at, item in enumerate(items) for number in range(len(item["shots"])))
        self.shots = dict(zip(places, shots, strict=True))
        self._make_cast(told)
        self._make_takes(told)
        return len(shots)

    def _shots_of(self, scene: Scene, item: Data) -> Iterator[tuple[Shot, Data]]:
        for shot, position in zip(item["shots"], spread(len(item["shots"])), strict=True):
            row = Shot(scene=scene, position=position, **_fields(shot, form.SHOT_FIELDS))
            row.panel = self._picture(shot["panel"], AssetKind.PANEL)
            row.panel_base = self._picture(shot["panel_base"], AssetKind.PANEL)
            row.panel_marks = self._marks(scene.storyboard, row.panel_base, shot["panel_marks"])
            yield row, shot

    def _marks(self, board: Storyboard, base: Asset | None, marks: Data) -> Data:
        """Return the marks on a panel; nonsense of a stranger is left out: the panel has them drawn."""
        if not marks or self.media.trusted:
            return marks
        try:
            return read_marks(json.dumps(marks), picture=shape(base) if base else None, frame=frame_shape(board))
        except MarksRefused:
            return {}

    def _make_cast(self, told: list[tuple[Shot, Data]]) -> None:
        appearance = Shot.cast.through
        appearance.objects.bulk_create(
            [
                appearance(shot_id=row.pk, element_id=self.elements[key].pk)
                for row, item in told
                for key in item["cast"]
            ],
            BATCH,
        )

    def _make_takes(self, told: list[tuple[Shot, Data]]) -> None:
        pairs = [
            (self._take(row, take), take["number"] == item["circled"]) for row, item in told for take in item["takes"]
        ]
        takes = Take.objects.bulk_create([take for take, _circled in pairs], BATCH)
        self.takes = {(take.shot_id, take.number): take.pk for take in takes}
        circling = []
        for take, (_row, circled) in zip(takes, pairs, strict=True):
            if circled:
                take.shot.circled_take = take
                circling.append(take.shot)
        Shot.objects.bulk_update(circling, ["circled_take"], batch_size=BATCH)

    def _make_films(self, board: Storyboard) -> None:
        for item in self.data["films"]:
            film = past.film_of(board, item, self.shots, self.takes)
            film.created_by = self.by
            for name, kind in FILM_KINDS.items():
                if item[name]:
                    setattr(film, name, self.media.file(item[name], kind))
            film.save()

    def _take(self, shot: Shot, item: Data) -> Take:
        seen = {str(self.elements[key].pk): version for key, version in item["elements"].items()}
        row = Take(shot=shot, elements=seen, created_by=self.by, **_fields(item, form.TAKE_FIELDS))
        row.created_at = datetime.fromisoformat(item["created_at"])
        for name, kind in TAKE_KINDS.items():
            if item[name]:
                setattr(row, name, self.media.file(item[name], kind))
        return row


def _fields(item: Data, names: tuple[str, ...]) -> Data:
    return {name: item[name] for name in names}
