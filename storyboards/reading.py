"""Reads a board for a page: numbers, lengths, cast, takes and pictures, in a number of queries that never grows."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from django.db.models import Prefetch, QuerySet

from storyboards import numbering
from storyboards.models import Element, Scene, Shot, Storyboard, Take
from storyboards.pictures import picture_key
from storyboards.timecode import Pair, clock, timecode

COUNTED = ("pk", "frames", "circled_take", "omitted")


@dataclass(frozen=True)
class Numbers:
    """What every live scene and shot of a board is called, and how long they are, in frames.

    What is omitted keeps its place, so it is named and stands in `shots_in`; it has no length and is not counted.
    """

    scenes: dict[int, str]
    slates: dict[int, str]
    frames: dict[int, int]
    shots_in: dict[int, list[int]]
    counts: dict[int, int]
    circled: dict[int, int]

    @property
    def total_frames(self) -> int:
        """The running time in frames."""
        return sum(self.frames.values())

    @property
    def order(self) -> int:
        """A sum over the order of scenes and shots, by which an open page notices that it is out of date."""
        rows = (f"{scene}:{','.join(map(str, shots))}" for scene, shots in self.shots_in.items())
        return zlib.adler32(";".join(rows).encode())


@dataclass(frozen=True)
class Figures:
    """The numbers that always stand on the board's screen; `order` is a sum over what stands where."""

    frames: int
    shots: int
    scenes: int
    rate: Pair
    order: int = 0

    @property
    def timecode(self) -> str:
        """The running time as timecode."""
        return timecode(self.frames, self.rate)

    @property
    def clock(self) -> str:
        """The running time in minutes and seconds."""
        return clock(self.frames, self.rate)


@dataclass(frozen=True)
class Board:
    """A whole board: scenes with their shots, first to last."""

    storyboard: Storyboard
    scenes: list[Scene]
    figures: Figures
    shots: dict[int, Shot] = field(repr=False)
    numbers: Numbers = field(repr=False)


def read_numbers(storyboard: Storyboard) -> Numbers:
    """Return all numbers of the board, by one query."""
    rows = (
        Scene.objects.live()
        .filter(storyboard=storyboard)
        .order_by("position", "pk", "shots__position", "shots__pk")
        .values_list("pk", "number", "omitted", *(f"shots__{name}" for name in COUNTED), "shots__deleted_at")
    )
    given: dict[int, str] = {}
    shots: dict[int, list[Counted]] = {}
    for scene_pk, number, scene_omitted, shot_pk, frames, circled, omitted, deleted_at in rows:
        given.setdefault(scene_pk, number)
        live = shots.setdefault(scene_pk, [])
        if shot_pk is not None and deleted_at is None:
            live.append(_counted(shot_pk, frames, circled, omitted=omitted or scene_omitted))
    return _numbered(storyboard.numbering, given, shots)


class Counted(NamedTuple):
    """What a shot adds to the numbers of its scene."""

    pk: int
    frames: int
    kept: int
    circled: int


def _counted(pk: int, frames: int, circled: int | None, *, omitted: bool) -> Counted:
    return Counted(pk, 0, 0, 0) if omitted else Counted(pk, frames, 1, int(circled is not None))


def _numbers_of(storyboard: Storyboard, scenes: list[Scene], shots: list[Shot]) -> Numbers:
    live: dict[int, list[Counted]] = {scene.pk: [] for scene in scenes}
    without = {scene.pk for scene in scenes if scene.omitted}
    for shot in shots:
        omitted = shot.omitted or shot.scene_id in without
        live[shot.scene_id].append(_counted(shot.pk, shot.frames, shot.circled_take_id, omitted=omitted))
    return _numbered(storyboard.numbering, {scene.pk: scene.number for scene in scenes}, live)


def _numbered(scheme: str, given: dict[int, str], shots: dict[int, list[Counted]]) -> Numbers:
    scenes = dict(zip(given, numbering.scene_numbers(list(given.values())), strict=True))
    named = numbering.slates(scheme, list(scenes.values()), [len(live) for live in shots.values()])
    slates = {
        shot.pk: slate
        for live, names in zip(shots.values(), named, strict=True)
        for shot, slate in zip(live, names, strict=True)
    }
    return Numbers(
        scenes,
        slates,
        frames={scene: sum(shot.frames for shot in live) for scene, live in shots.items()},
        shots_in={scene: [shot.pk for shot in live] for scene, live in shots.items()},
        counts={scene: sum(shot.kept for shot in live) for scene, live in shots.items()},
        circled={scene: sum(shot.circled for shot in live) for scene, live in shots.items()},
    )


def figures_of(storyboard: Storyboard, numbers: Numbers) -> Figures:
    """Return the numbers of the header."""
    counts = (sum(numbers.counts.values()), len(numbers.scenes))
    return Figures(numbers.total_frames, *counts, storyboard.rate_pair, numbers.order)


def read_board(storyboard: Storyboard) -> Board:
    """Return the whole board."""
    scenes = list(Scene.objects.live().filter(storyboard=storyboard).select_related("location"))
    known = {scene.pk for scene in scenes}
    rows = with_pictures(Shot.objects.live().filter(scene__storyboard=storyboard, scene__deleted_at=None))
    # A scene may have been added between the two queries.
    shots = [shot for shot in rows if shot.scene_id in known]
    numbers = _numbers_of(storyboard, scenes, shots)
    _arrange(storyboard, scenes, shots, numbers)
    return Board(storyboard, scenes, figures_of(storyboard, numbers), {shot.pk: shot for shot in shots}, numbers)


def read_head(storyboard: Storyboard) -> Board:
    """Return the board with its scenes and figures, without a shot: what the head and the list of scenes show."""
    numbers = read_numbers(storyboard)
    scenes = list(Scene.objects.live().filter(storyboard=storyboard))
    _arrange(storyboard, scenes, [], numbers)
    return Board(storyboard, scenes, figures_of(storyboard, numbers), {}, numbers)


def read_scene(scene: Scene) -> Scene:
    """Return the scene filled in with its shots."""
    shots = with_pictures(Shot.objects.live().filter(scene=scene))
    _arrange(scene.storyboard, [scene], shots, read_numbers(scene.storyboard))
    return scene


def read_shot(shot: Shot) -> Shot:
    """Return the shot filled in as its card and the inspector show it; its scene gets its own numbers."""
    filled = with_pictures(Shot.objects.filter(pk=shot.pk)).get()
    scene = shot.scene
    _arrange(scene.storyboard, [scene], [filled], read_numbers(scene.storyboard))
    return filled


def read_inspected(shot: Shot, cast: list[Element]) -> Shot:
    """Return the shot as the door found it, filled in for the inspector with its `cast`: by two queries more."""
    scene = shot.scene
    shot.cast_list = cast
    shot.take_list = list(Take.objects.live().filter(shot=shot).defer("request").select_related("poster"))
    _arrange(scene.storyboard, [scene], [shot], read_numbers(scene.storyboard))
    return shot


def with_pictures(shots: QuerySet[Shot]) -> QuerySet[Shot]:
    """Return the shots with cast, live takes and jobs; long requests and marks stay in the database."""
    jobs = Take._meta.get_field("jobs").related_model._default_manager.defer("request", "error")
    takes = Take.objects.live().defer("request").select_related("poster").prefetch_related(Prefetch("jobs", jobs))
    cast = Prefetch("cast", Element.objects.live(), to_attr="cast_list")
    shots = shots.select_related("panel").defer("panel_marks")
    return shots.prefetch_related(cast, Prefetch("takes", takes, to_attr="take_list"))  # type: ignore[no-redef]  # Shot declares both


def _arrange(storyboard: Storyboard, scenes: list[Scene], shots: Iterable[Shot], numbers: Numbers) -> None:
    by_pk = {scene.pk: scene for scene in scenes}
    following = {key: after for keys in numbers.shots_in.values() for key, after in pairwise(keys)}
    for scene in scenes:
        scene.storyboard = storyboard
        scene.label = numbers.scenes.get(scene.pk, "")
        scene.frames = numbers.frames.get(scene.pk, 0)
        scene.shot_count = numbers.counts.get(scene.pk, 0)
        scene.circled = numbers.circled.get(scene.pk, 0)
        scene.panels = []
    for shot in shots:
        scene = shot.scene = by_pk[shot.scene_id]
        scene.panels.append(shot)
        shot.next_key = following.get(shot.pk)
        _fill(storyboard, shot, numbers.slates.get(shot.pk, ""))


def _fill(storyboard: Storyboard, shot: Shot, slate: str) -> None:
    shot.slate = slate
    shot.picture_key = picture_key(shot, storyboard, shot.cast_list)
