"""The three versions that are compared: the old script, the board as people made it of that, and the new script."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Any

from django.utils.translation import get_language

from storyboards.fields import SCRIPTED_SCENE, SCRIPTED_SHOT
from storyboards.importing import scene_row
from storyboards.models import Element, Scene, Shot, Storyboard
from storyboards.revising.likeness import Words, words_in
from storyboards.scripts import Outline, ScriptError, read_script
from storyboards.scripts.outline import Line, SceneOutline, ShotOutline
from storyboards.scripts.props import props_in
from storyboards.scripts.reading import READERS
from storyboards.timecode import frames_of
from storyboards.vocabulary import ElementKind

Values = dict[str, Any]
Span = tuple[int, int]

NO_SPAN = (0, 0)


@dataclass(frozen=True, eq=False)
class NewShot:
    """A shot as the new script has it."""

    values: Values
    cast: tuple[str, ...]
    span: Span
    words: Words


@dataclass(frozen=True, eq=False)
class NewScene:
    """A scene as the new script has it."""

    values: Values
    span: Span
    shots: list[NewShot]
    words: Words


@dataclass(eq=False)
class OldShot:
    """A shot before: as the old script had it, and its row on the board; `own` when the old script knew it not."""

    base: Values
    base_cast: tuple[str, ...]
    row: Shot | None = None
    own: bool = False
    now: Values = field(default_factory=dict)
    cast: list[Element] = field(default_factory=list)
    texts: list[Words] = field(default_factory=list)

    @property
    def edited(self) -> bool:
        """Whether people changed on the board what the old script said."""
        return bool(self.row) and self.now != self.base


@dataclass(eq=False)
class OldScene:
    """A scene before: as the old script had it, and its row on the board."""

    base: Values
    row: Scene | None = None
    own: bool = False
    now: Values = field(default_factory=dict)
    shots: list[OldShot] = field(default_factory=list)
    texts: list[Words] = field(default_factory=list)

    @property
    def edited(self) -> bool:
        """Whether people changed on the board what the old script said."""
        return bool(self.row) and self.now != self.base


# What a script says is seen in a shot. What else people put into one is none of its business.
SEEN = (ElementKind.CHARACTER, ElementKind.PROP)


class Names:
    """What the bible calls the characters and props of a script: by name, or by another name that it knows."""

    def __init__(self, elements: Iterable[Element]) -> None:
        self.known: dict[str, Element] = {}
        # Characters come first: a script that names one means no prop of that name.
        seen = sorted((one for one in elements if one.kind in SEEN), key=lambda one: one.kind == ElementKind.CHARACTER)
        for element in seen:
            self.known |= {str(alias).casefold(): element for alias in element.aliases}
        self.known |= {element.name.casefold(): element for element in seen}

    def called(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the names as the bible has them, those that it does not know as they are, each once."""
        return tuple(dict.fromkeys(self.spelled(name) for name in names))

    def spelled(self, name: str) -> str:
        """Return the name as the bible has it."""
        element = self.known.get(name.casefold())
        return element.name if element else name


# --- scripts --------------------------------------------------------------------------------------------------------


def old_outline(board: Storyboard) -> Outline | None:
    """Return what the board's script was read as; None for a board without one."""
    try:
        return _read_again(board.script, board.script_format, get_language()) if board.script.strip() else None
    except ScriptError:
        return None


# Looked at, counted again, taken over: a script is compared several times in a row, and reading it takes longest.
@lru_cache(maxsize=4)
def _read_again(text: str, script_format: str, _language: str | None) -> Outline:
    return READERS.get(script_format, read_script)(text)


def shot_values(board: Storyboard, outline: ShotOutline) -> Values:
    """Return what a shot would be, made of its outline."""
    named = {
        "dialogue": [vars(line) for line in outline.dialogue],
        "move": outline.move_family,
        "frames": frames_of(outline.seconds, board.rate_pair),
    }
    return {name: named[name] if name in named else getattr(outline, name) for name in SCRIPTED_SHOT}


def values_of_shot(row: Shot) -> Values:
    """Return what a script says of a shot, as its row has it."""
    values = {name: getattr(row, name) for name in SCRIPTED_SHOT}
    return values | {"dialogue": [whole_line(line) for line in row.dialogue]}


def whole_line(line: Mapping[str, Any]) -> dict[str, Any]:
    """Return a line of dialogue with all of its parts."""
    return {**asdict(Line("", "")), **line}


def values_of_scene(row: Scene) -> Values:
    """Return what a script says of a scene, as its row has it."""
    return {name: getattr(row, name) for name in SCRIPTED_SCENE}


def text_of(values: Values) -> str:
    """Return all that is read in a shot."""
    lines = (f"{line['speaker']} {line['text']}" for line in values["dialogue"])
    return "\n".join([values["action"], *lines])


def seen_in(outline: Outline, names: Names) -> Iterator[tuple[str, ...]]:
    """Yield who and what is seen in each shot, as the bible calls them, one shot after the other."""
    shots = [shot for scene in outline.scenes for shot in scene.shots]
    seen = [list(shot.characters) for shot in shots]
    for prop, places in props_in(outline).items():
        for at in places:
            seen[at].append(prop)
    return (names.called(one) for one in seen)


def new_scenes(board: Storyboard, outline: Outline, names: Names) -> list[NewScene]:
    """Return the scenes of the new script."""
    seen = seen_in(outline, names)
    return [_new_scene(board, scene, seen) for scene in outline.scenes]


def _new_scene(board: Storyboard, outline: SceneOutline, seen: Iterator[tuple[str, ...]]) -> NewScene:
    shots = [_new_shot(board, shot, next(seen)) for shot in outline.shots]
    words = frozenset[str]().union(*(shot.words for shot in shots))
    values = values_of_scene(scene_row(board, outline, 0))
    return NewScene(values, (outline.source_start, outline.source_end), shots, words)


def _new_shot(board: Storyboard, outline: ShotOutline, cast: tuple[str, ...]) -> NewShot:
    values = shot_values(board, outline)
    return NewShot(values, cast, (outline.source_start, outline.source_end), words_in(text_of(values)))


def seen_names(cast: Iterable[Element]) -> list[str]:
    """Return the names of who and what a script could have put into a shot."""
    return sorted(one.name for one in cast if one.kind in SEEN)


# --- the board ------------------------------------------------------------------------------------------------------


def old_scenes(board: Storyboard, outline: Outline | None, names: Names) -> list[OldScene]:
    """Return the scenes before, in the order of the old script; what people added stands where the board has it."""
    scenes = list(Scene.objects.live().filter(storyboard=board))
    shots = list(
        Shot.objects.live()
        .filter(scene__storyboard=board, scene__deleted_at=None)
        .order_by("scene__position", "scene", "position", "pk")
        .select_related("circled_take")
        .prefetch_related("cast")
    )
    return Standing(board, names, scenes, shots).scenes(outline)


class Standing:
    """Finds for each scene and shot of the old script the row that was made of it: by its place in the text."""

    def __init__(self, board: Storyboard, names: Names, scenes: list[Scene], shots: list[Shot]) -> None:
        self.board = board
        self.names = names
        self.scene_rows = scenes
        self.shot_rows = shots
        by_key = {scene.pk: scene for scene in scenes}
        for shot in shots:
            shot.scene = by_key[shot.scene_id]
        self.scenes_by_span = _by_span(scenes)
        self.shots_by_span = _by_span(shots)
        self.of_row: dict[int, OldScene] = {}

    def scenes(self, outline: Outline | None) -> list[OldScene]:
        """Return all scenes before."""
        seen = seen_in(outline, self.names) if outline else iter(())
        found = [self._scripted(scene, seen) for scene in outline.scenes] if outline else []
        self.of_row = {scene.row.pk: scene for scene in found if scene.row}
        claimed = {shot.row.pk for scene in found for shot in scene.shots if shot.row}
        found = self._with_own_scenes(found)
        for row in self.shot_rows:
            if row.pk not in claimed:
                self._add_own_shot(row)
        for scene in found:
            _tell_texts(scene)
        return found

    def _scripted(self, outline: SceneOutline, seen: Iterator[tuple[str, ...]]) -> OldScene:
        row = self.scenes_by_span.get((outline.source_start, outline.source_end))
        base = values_of_scene(scene_row(self.board, outline, 0))
        scene = OldScene(base, row, now=values_of_scene(row) if row else {})
        scene.shots = [self._scripted_shot(shot, next(seen)) for shot in outline.shots]
        return scene

    def _scripted_shot(self, outline: ShotOutline, cast: tuple[str, ...]) -> OldShot:
        row = self.shots_by_span.get((outline.source_start, outline.source_end))
        shot = OldShot(shot_values(self.board, outline), cast, row)
        if row:
            shot.now, shot.cast = values_of_shot(row), list(row.cast.all())
        return shot

    def _with_own_scenes(self, found: list[OldScene]) -> list[OldScene]:
        """Return the scenes with those that people added, each behind the scene that it stands behind."""
        before = None
        for row in self.scene_rows:
            scene = self.of_row.get(row.pk)
            if scene is None:
                scene = self.of_row[row.pk] = OldScene(values_of_scene(row), row, own=True, now=values_of_scene(row))
                found.insert(found.index(before) + 1 if before else 0, scene)
            before = scene
        return found

    def _add_own_shot(self, row: Shot) -> None:
        """Put a shot that people added behind the one that it stands behind."""
        scene = self.of_row[row.scene_id]
        cast = list(row.cast.all())
        values = values_of_shot(row)
        shot = OldShot(values, tuple(seen_names(cast)), row, own=True, now=values, cast=cast)
        places = [
            index + 1
            for index, other in enumerate(scene.shots)
            if other.row and other.row.scene_id == row.scene_id and _stands_before(other.row, row)
        ]
        scene.shots.insert(max(places, default=0), shot)


def _stands_before(one: Shot, other: Shot) -> bool:
    return (one.position, one.pk) < (other.position, other.pk)


def _by_span(rows: Iterable[Any]) -> dict[Span, Any]:
    """Return the rows by their place in the text; of copies, the one that was there first."""
    found: dict[Span, Any] = {}
    for row in sorted(rows, key=lambda row: row.pk, reverse=True):
        if (row.source_start, row.source_end) != NO_SPAN:
            found[(row.source_start, row.source_end)] = row
    return found


def _tell_texts(scene: OldScene) -> None:
    for shot in scene.shots:
        shot.texts = [words_in(text_of(shot.base))]
        if shot.edited:
            shot.texts.append(words_in(text_of(shot.now)))
    scripted = frozenset[str]().union(*(shot.texts[0] for shot in scene.shots))
    edited = frozenset[str]().union(*(shot.texts[-1] for shot in scene.shots))
    scene.texts = [scripted] if scripted == edited else [scripted, edited]
