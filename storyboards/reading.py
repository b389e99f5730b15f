"""Reads a board for a page: numbers, lengths, cast, takes and pictures, in a number of queries that never grows."""

import zlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from django.db.models import (
    Case,
    F,
    FilteredRelation,
    Prefetch,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
    prefetch_related_objects,
)

from storyboards import numbering
from storyboards.models import Element, Scene, Shot, Storyboard, Take
from storyboards.pictures import picture_key
from storyboards.timecode import Pair, clock, timecode
from storyboards.weather import Told, weathers

COUNTED = ("pk", "frames", "circled_take", "omitted")
SCENE: Any = Shot._meta.get_field("scene")


@dataclass(frozen=True)
class Numbers:
    """What every live scene and shot of a board is called, and how long they are, in frames.

    What is omitted keeps its place, so it is named and stands in `shots_in`; it has no length and is not counted.
    `told` is what the shots say, of the scenes in which that was asked for.
    """

    scenes: dict[int, str]
    slates: dict[int, str]
    frames: dict[int, int]
    shots_in: dict[int, list[int]]
    counts: dict[int, int]
    circled: dict[int, int]
    told: dict[int, Told] = field(default_factory=dict, compare=False, repr=False)

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
    return _read_numbers(storyboard)[0]


def _read_numbers(
    storyboard: Storyboard, *columns: str, told_in: Collection[Scene] = ()
) -> tuple[Numbers, list[dict[str, Any]]]:
    """Return the numbers, and of each scene these columns beside those that are counted.

    With what the shots say that are `told_in` these scenes.
    """
    named = ("pk", "number", "omitted", *columns)
    here = When(pk__in=[scene.pk for scene in told_in], then=F("shots__action"))
    said = Case(here, default=Value(""), output_field=TextField())
    rows = (
        Scene.objects.live()
        .filter(storyboard=storyboard)
        .order_by("position", "pk", "shots__position", "shots__pk")
        .values_list(*named, *(f"shots__{name}" for name in COUNTED), "shots__deleted_at", said)
    )
    scenes: dict[int, dict[str, Any]] = {}
    shots: dict[int, list[Counted]] = {}
    told: dict[int, Told] = {}
    for row in rows:
        values, (shot_pk, frames, circled, omitted, deleted_at, action) = row[: len(named)], row[len(named) :]
        scene = row[0]
        if scene not in scenes:
            scenes[scene], shots[scene] = dict(zip(named, values, strict=True)), []
        if shot_pk is not None and deleted_at is None:
            shots[scene].append(_counted(shot_pk, frames, circled, omitted=omitted or scenes[scene]["omitted"]))
            told[shot_pk] = (action, not omitted)
    given = {pk: scene["number"] for pk, scene in scenes.items()}
    return _numbered(storyboard.numbering, given, shots, told), list(scenes.values())


class Counted(NamedTuple):
    """What a shot adds to the numbers of its scene."""

    pk: int
    frames: int
    kept: int
    circled: int


def _counted(pk: int, frames: int, circled: int | None, *, omitted: bool) -> Counted:
    return Counted(pk, 0, 0, 0) if omitted else Counted(pk, frames, 1, int(circled is not None))


def numbers_of(storyboard: Storyboard, scenes: list[Scene], shots: list[Shot]) -> Numbers:
    """Return the same, of scenes and shots that were read."""
    live: dict[int, list[Counted]] = {scene.pk: [] for scene in scenes}
    without = {scene.pk for scene in scenes if scene.omitted}
    for shot in shots:
        omitted = shot.omitted or shot.scene_id in without
        live[shot.scene_id].append(_counted(shot.pk, shot.frames, shot.circled_take_id, omitted=omitted))
    told = {shot.pk: (shot.action, not shot.omitted) for shot in shots}
    return _numbered(storyboard.numbering, {scene.pk: scene.number for scene in scenes}, live, told)


def _numbered(scheme: str, given: dict[int, str], shots: dict[int, list[Counted]], told: dict[int, Told]) -> Numbers:
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
        told=told,
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
    numbers = numbers_of(storyboard, scenes, shots)
    _arrange(storyboard, scenes, shots, numbers)
    return Board(storyboard, scenes, figures_of(storyboard, numbers), {shot.pk: shot for shot in shots}, numbers)


def read_head(storyboard: Storyboard) -> Board:
    """Return the board with its scenes and figures, without a shot: what the head and the list of scenes show.

    By one query; of a scene only that much is filled in as its heading needs.
    """
    numbers, rows = _read_numbers(storyboard, "setting", "place", "time_of_day", "position", "version")
    scenes = [Scene(storyboard=storyboard, **row) for row in rows]
    _arrange(storyboard, scenes, [], numbers)
    return Board(storyboard, scenes, figures_of(storyboard, numbers), {}, numbers)


def read_scene(scene: Scene) -> Scene:
    """Return the scene filled in with its shots."""
    return read_scenes([scene])[0]


def read_scenes(scenes: list[Scene]) -> list[Scene]:
    """Return these scenes of one board filled in with their shots: by as many queries as for one of them."""
    seen = FilteredRelation("cast", condition=Q(cast__deleted_at=None))
    shots: Any = Shot.objects.live().filter(scene__in=scenes).annotate(seen=seen)
    takes = Prefetch("takes", _takes(few=True), to_attr="take_list")
    shots = shots.select_related("panel", "seen").defer("panel_marks").prefetch_related(takes)
    rows = shots.order_by("position", "pk", "seen__kind", "seen__name")
    board = scenes[0].storyboard
    _arrange(board, scenes, _with_cast(rows), _read_numbers(board, told_in=scenes)[0])
    return scenes


def _with_cast(rows: Iterable[Any]) -> list[Shot]:
    """Return each shot once, with its cast, of rows of shots beside one who is `seen` in them."""
    shots: dict[int, Shot] = {}
    for row in rows:
        if row.pk not in shots:
            shots[row.pk], row.cast_list = row, []
        # Where there is nobody, Django leaves the attribute away.
        if (seen := getattr(row, "seen", None)) is not None:
            shots[row.pk].cast_list.append(seen)
    return list(shots.values())


def read_shot(shot: Shot) -> Shot:
    """Return the shot as it is now, filled in as its card and the inspector show it; its scene gets its own numbers."""
    filled = with_pictures(Shot.objects.filter(pk=shot.pk), few=True).get()
    scene = shot.scene
    _arrange(scene.storyboard, [scene], [filled], _read_numbers(scene.storyboard, told_in=[scene])[0])
    return filled


def read_found(shot: Shot, cast: list[Element] | None = None) -> Shot:
    """Return the shot as the door has just found it, filled in likewise: by three queries, or two with its `cast`."""
    if cast is not None:
        shot.cast_list = cast
    return read_together([shot])[0]


def read_together(shots: list[Shot]) -> list[Shot]:
    """Return these shots of one board, which the door has just found, filled in likewise: by three queries."""
    cast = Prefetch("cast", Element.objects.live(), to_attr="cast_list")
    takes = Prefetch("takes", _takes(few=True), to_attr="take_list")
    prefetch_related_objects([shot for shot in shots if not hasattr(shot, "cast_list")], cast)
    prefetch_related_objects(shots, takes)
    scenes = list({shot.scene_id: shot.scene for shot in shots}.values())
    board = shots[0].scene.storyboard
    _arrange(board, scenes, shots, _read_numbers(board, told_in=scenes)[0])
    return shots


def with_pictures(shots: QuerySet[Shot], *, few: bool = False) -> QuerySet[Shot]:
    """Return the shots with cast, live takes and jobs; long requests and marks stay in the database.

    Of `few` shots, not a whole board, each waiting job knows its place in the queue.
    """
    cast = Prefetch("cast", Element.objects.live(), to_attr="cast_list")
    takes = Prefetch("takes", _takes(few=few), to_attr="take_list")
    return shots.select_related("panel").defer("panel_marks").prefetch_related(cast, takes)  # type: ignore[no-redef]  # Shot declares both


def _takes(*, few: bool) -> QuerySet[Take]:
    """Return the live takes, each as often as it has jobs that have not ended well; `_fill` makes one of them."""
    jobs: Any = Take._meta.get_field("jobs").related_model
    told = FilteredRelation("jobs", condition=Q(jobs__state__in=jobs.TOLD_STATES))
    takes: Any = Take.objects.live().annotate(told=told)
    takes = (
        takes.select_related("poster", "told")
        .defer("request", "told__request", "told__error")
        .order_by("number", "told__ordinal")
    )
    return takes.annotate(place=jobs._default_manager.place_of("told")) if few else takes


def _arrange(storyboard: Storyboard, scenes: list[Scene], shots: Iterable[Shot], numbers: Numbers) -> None:
    shots = list(shots)
    arrange(storyboard, scenes, shots, numbers)
    for shot in shots:
        shot.take_list = _folded(shot.take_list)
        shot.picture_key = picture_key(shot, storyboard, shot.cast_list)


def arrange(storyboard: Storyboard, scenes: list[Scene], shots: Collection[Shot], numbers: Numbers) -> None:
    """Put the shots into their scenes, and say of each of both what it is called and in which state it is."""
    by_pk = {scene.pk: scene for scene in scenes}
    following = {key: after for keys in numbers.shots_in.values() for key, after in pairwise(keys)}
    for scene in scenes:
        scene.storyboard = storyboard
        scene.label = numbers.scenes.get(scene.pk, "")
        scene.frames = numbers.frames.get(scene.pk, 0)
        scene.shot_count = numbers.counts.get(scene.pk, 0)
        scene.circled = numbers.circled.get(scene.pk, 0)
        scene.state = _state(scene, numbers)
        scene.panels = []
    weather = _weather(by_pk.values(), numbers) if shots else {}
    for shot in shots:
        scene = by_pk[shot.scene_id]
        # The same as to assign it, which looks at many things that are so here.
        SCENE.set_cached_value(shot, scene)
        scene.panels.append(shot)
        pk = shot.pk
        shot.next_key = following.get(pk)
        shot.slate = numbers.slates.get(pk, "")
        shot.weather = weather.get(pk, "")
        shot.state = _state_of_shot(shot, scene)


def _weather(scenes: Iterable[Scene], numbers: Numbers) -> dict[int, str]:
    """Return the weather that the shots of the scenes have from those before them, by their keys."""
    found: dict[int, str] = {}
    for scene in scenes:
        told = {pk: numbers.told[pk] for pk in numbers.shots_in.get(scene.pk, ()) if pk in numbers.told}
        found |= weathers(scene, told)
    return found


def _state(scene: Scene, numbers: Numbers) -> str:
    """Return a sum over the scene's own words and what its shots are called, by which a page knows an older scene."""
    shots = ",".join(f"{key}:{numbers.slates[key]}" for key in numbers.shots_in.get(scene.pk, ()))
    told = f"{scene.label};{scene.version};{scene.frames};{scene.shot_count};{shots}"
    return f"{zlib.crc32(told.encode()):x}"


def _state_of_shot(shot: Shot, scene: Scene) -> str:
    """Return the same for a shot: what it is called, its weather, and how often it and its scene were written."""
    told = f"{shot.slate};{scene.label};{shot.version};{scene.version};{shot.circled_take_id};{scene.omitted}"
    told += f";{shot.weather}"
    return f"{zlib.crc32(told.encode()):x}"


def _folded(rows: Iterable[Any]) -> list[Take]:
    """Return each take once, with its jobs."""
    takes: dict[int, Take] = {}
    for row in rows:
        if row.pk not in takes:
            takes[row.pk], row.job_list = row, []
        # Where there is none, Django leaves the attribute away.
        if (job := getattr(row, "told", None)) is not None:
            if hasattr(row, "place"):
                job.place = row.place
            takes[row.pk].job_list.append(job)
    return list(takes.values())
