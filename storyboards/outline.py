"""What an open shot list or timeline follows: which shots there are, in which order and state, not what they show."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

from django.db.models import Q
from django.db.models.base import ModelState

from storyboards.models import Element, Scene, Shot, Storyboard, Take
from storyboards.reading import Board, arrange, figures_of, numbers_of

SCENE = (
    "pk",
    "position",
    "version",
    "number",
    "setting",
    "place",
    "time_of_day",
    "omitted",
    "location",
    "location__kind",
    "location__name",
)
# What every outline needs, and all that a shot says.
BARE = ("id", "position", "version", "scene_id", "action", "frames", "omitted", "circled_take_id")
FULL = (
    "id",
    "position",
    "version",
    "scene_id",
    "action",
    "dialogue",
    "size",
    "angle",
    "move",
    "move_direction",
    "move_speed",
    "frames",
    "transition",
    "lens",
    "notes",
    "omitted",
    "backend",
    "circled_take_id",
)


@dataclass(frozen=True)
class Needs:
    """What is asked of the shots besides their order and length: all their words, who is in them, and their takes."""

    words: bool = False
    cast: bool = False
    takes: bool = False


def read_outline(storyboard: Storyboard, needs: Needs = Needs()) -> tuple[Board, list[Element]]:
    """Return the board without pictures, and its elements if the cast is needed: by one query, and one a need."""
    scenes, shots = _rows(storyboard, FULL if needs.words else BARE)
    numbers = numbers_of(storyboard, scenes, shots)
    arrange(storyboard, scenes, shots, numbers)
    by_pk = {shot.pk: shot for shot in shots}
    elements = _put_cast(storyboard, by_pk) if needs.cast else []
    if needs.takes:
        _put_takes(storyboard, by_pk)
    return Board(storyboard, scenes, figures_of(storyboard, numbers), by_pk, numbers), elements


def _rows(storyboard: Storyboard, asked: tuple[str, ...]) -> tuple[list[Scene], list[Shot]]:
    rows = (
        Scene.objects.live()
        .filter(storyboard=storyboard)
        .order_by("position", "pk", "shots__position", "shots__pk")
        .values_list(*SCENE, *(f"shots__{name}" for name in asked), "shots__deleted_at")
    )
    scenes: dict[int, Scene] = {}
    shots: list[Shot] = []
    for row in rows:
        told, shown, deleted_at = row[: len(SCENE)], row[len(SCENE) : -1], row[-1]
        if row[0] not in scenes:
            scenes[row[0]] = _scene(storyboard, told)
        if shown[0] is not None and deleted_at is None:
            shots.append(_shot(asked, shown))
    return list(scenes.values()), shots


def _scene(storyboard: Storyboard, told: Iterable[Any]) -> Scene:
    *own, location, kind, name = told
    place = Element(pk=location, kind=kind, name=name) if location else None
    return Scene(storyboard=storyboard, location=place, **dict(zip(SCENE, own, strict=False)))


def _shot(asked: Collection[str], shown: Collection[Any]) -> Shot:
    """Return a shot as `from_db` makes it, in a third of the time: nobody is told of it."""
    shot = Shot.__new__(Shot)
    state = ModelState()
    state.adding = False
    shot.__dict__.update(zip(asked, shown, strict=True), _state=state, cast_list=[], take_list=[])
    return shot


def _put_cast(storyboard: Storyboard, shots: dict[int, Shot]) -> list[Element]:
    """Fill in who is in the shots, and return all elements, those that are in none too."""
    here = Q(shots__scene__storyboard=storyboard) | Q(shots=None)
    rows = Element.objects.live().filter(here, storyboard=storyboard).order_by("kind", "name")
    elements: dict[int, Element] = {}
    for pk, kind, name, shot in rows.values_list("pk", "kind", "name", "shots"):
        if pk not in elements:
            elements[pk] = Element(pk=pk, kind=kind, name=name)
        if shot in shots:
            shots[shot].cast_list.append(elements[pk])
    return list(elements.values())


class Told(NamedTuple):
    """What a list is sifted and ordered by, of a take: a row of it, for there may be thousands."""

    pk: int
    shot_id: int
    state: str
    cost: int
    backend: str


def _put_takes(storyboard: Storyboard, shots: dict[int, Shot]) -> None:
    takes = Take.objects.live().filter(shot__scene__storyboard=storyboard).order_by("number")
    for take in map(Told._make, takes.values_list(*Told._fields)):
        if take.shot_id in shots:
            cast(list, shots[take.shot_id].take_list).append(take)
