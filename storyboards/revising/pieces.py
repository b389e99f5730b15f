"""What a new script changes, piece by piece: each is accepted or refused by itself."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from storyboards.models import Element, Scene, Shot
from storyboards.revising.marks import Mark, marks, whole_marks
from storyboards.revising.versions import NewScene, NewShot, OldScene, OldShot, Values
from storyboards.timecode import Pair, clock, short_seconds, timecode
from storyboards.vocabulary import Angle, Direction, Move, Setting, Size, Speed, Transition


class Kind(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"
    MOVED = "moved"
    GONE = "gone"


@dataclass(eq=False)
class Piece:
    """One change. `before` and `after` hold the fields that it would write; `wanted` is whether it is taken unasked."""

    kind: Kind
    noun: str
    key: str
    wanted: bool = True
    before: Values = field(default_factory=dict)
    after: Values = field(default_factory=dict)
    note: str = ""
    may_omit: bool = False
    row: Shot | Scene | Element | None = None
    new: NewShot | NewScene | None = None
    moved_on: bool = False
    chosen: bool = False
    omit: bool = False

    @property
    def digest(self) -> str:
        """A sum over what the piece would do: another one than was shown must be shown again."""
        goes = self.kind in (Kind.MOVED, Kind.GONE)
        place = [self.row.pk, self.row.position] if goes and isinstance(self.row, Shot | Scene) else []
        told = [self.key, self.before, self.after, place]
        return sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()[:10]

    @property
    def shown(self) -> list["Change"]:
        """What changes in words; what is new or gone is shown as a whole, and not field by field."""
        if self.kind not in (Kind.CHANGED, Kind.CONFLICT):
            return []
        return [Change(name, self.before.get(name), value) for name, value in self.after.items()]


@dataclass(frozen=True)
class Change:
    """One field before and after."""

    name: str
    before: Any
    after: Any

    def marks(self, rate: Pair) -> list[Mark]:
        """Return both values as one text, with what was taken out and what was put in; codes change as a whole."""
        before, after = readable(self.name, self.before, rate), readable(self.name, self.after, rate)
        if self.name in TEXTS:
            return marks(before, after)
        gap = [Mark("", " ")] if before and after else []
        return [*whole_marks(before, ""), *gap, *whole_marks("", after)]


TEXTS = ("action", "dialogue", "notes", "synopsis", "cast", "place", "section", "description")
CODES: dict[str, Any] = {
    "size": Size,
    "angle": Angle,
    "move": Move,
    "move_direction": Direction,
    "move_speed": Speed,
    "transition": Transition,
    "setting": Setting,
}


def readable(name: str, value: Any, rate: Pair) -> str:
    """Return a field's value as a person reads it."""
    if name == "dialogue":
        return "\n".join(_line(line) for line in value or ())
    if name == "cast":
        return ", ".join(value or ())
    if name == "frames":
        return _("%s s") % short_seconds(value, rate)
    return capfirst(CODES[name](value).label) if name in CODES and value in CODES[name].values else str(value or "")


def _line(line: Values) -> str:
    direction = f" ({line['direction']})" if line["direction"] else ""
    return f"{line['speaker']}{direction}: {line['text']}"


@dataclass(eq=False)
class ShotEntry:
    """One shot of the comparison: the old one, the new one, or both."""

    slate: str
    old: OldShot | None
    new: NewShot | None
    pieces: list[Piece] = field(default_factory=list)

    @property
    def values(self) -> Values:
        """What the shot is now; of a new one, what it would be."""
        if self.old and self.old.row:
            return self.old.now
        return self.new.values if self.new else {}

    @property
    def text(self) -> str:
        """What is read in it: action, then dialogue."""
        lines = [_line(line) for line in self.values.get("dialogue", ())]
        return "\n".join(filter(None, [self.values.get("action", ""), *lines]))

    @property
    def shows_text(self) -> bool:
        """Whether the text has to be shown to know which shot this is: not where its changes show it."""
        return not any("action" in piece.after and piece.before for piece in self.pieces)

    @property
    def tag(self) -> str:
        """How its whole text is marked: `ins` where it is new, `del` where it goes."""
        kinds = {piece.kind for piece in self.pieces}
        return "ins" if Kind.NEW in kinds else "del" if Kind.GONE in kinds else ""


@dataclass(frozen=True)
class Stretch:
    """Shots one after another: either one that changes, or some that do not."""

    shots: list[ShotEntry]
    changed: bool


@dataclass(eq=False)
class SceneEntry:
    """One scene of the comparison with its shots, in the order of the new script."""

    label: str
    slugline: str
    old: OldScene | None
    new: NewScene | None
    pieces: list[Piece] = field(default_factory=list)
    shots: list[ShotEntry] = field(default_factory=list)

    def all_pieces(self) -> Iterator[Piece]:
        """Yield the pieces of the scene and of its shots."""
        yield from self.pieces
        for shot in self.shots:
            yield from shot.pieces

    @property
    def changed(self) -> bool:
        """Whether anything is to be decided here."""
        return any(True for _ in self.all_pieces())

    @property
    def stretches(self) -> list[Stretch]:
        """Its shots, with those that do not change gathered."""
        found: list[Stretch] = []
        for shot in self.shots:
            changed = bool(shot.pieces)
            if changed or not found or found[-1].changed:
                found.append(Stretch([], changed))
            found[-1].shots.append(shot)
        return found


@dataclass(frozen=True)
class Counted:
    """How long a board is."""

    scenes: int
    shots: int
    frames: int
    rate: Pair

    @property
    def timecode(self) -> str:
        """The running time as timecode."""
        return timecode(self.frames, self.rate)

    @property
    def clock(self) -> str:
        """The running time in minutes and seconds."""
        return clock(self.frames, self.rate)


@dataclass(eq=False)
class Difference:
    """A board compared with a new script: its scenes, and how its bible describes people."""

    scenes: list[SceneEntry]
    rate: Pair
    bible: list[Piece] = field(default_factory=list)
    homeless: bool = False

    def __post_init__(self) -> None:
        scenes = (piece for scene in self.scenes for piece in scene.all_pieces())
        self.pieces = {piece.key: piece for piece in (*self.bible, *scenes)}

    @property
    def wanted(self) -> set[str]:
        """The keys of what is taken unless somebody says otherwise."""
        return {key for key, piece in self.pieces.items() if piece.wanted}

    @property
    def counts(self) -> dict[str, int]:
        """How many pieces of each kind there are, those that there are."""
        kinds = [piece.kind for piece in self.pieces.values()]
        return {str(kind): kinds.count(kind) for kind in Kind if kind in kinds}

    @property
    def groups(self) -> list[list[SceneEntry]]:
        """The scenes; those without a change, one after another, in one group."""
        found: list[list[SceneEntry]] = []
        for scene in self.scenes:
            if scene.changed or not found or found[-1][0].changed:
                found.append([])
            found[-1].append(scene)
        return found

    def seal(self) -> str:
        """Return what was shown, so that it can be told later whether it still holds."""
        return " ".join(f"{key}={piece.digest}" for key, piece in self.pieces.items())

    def moved_on_since(self, seal: str) -> set[str]:
        """Return the keys of what is not as it was shown: changed, new since then, or no longer there."""
        shown = dict(part.split("=", 1) for part in seal.split() if "=" in part)
        now = {key: piece.digest for key, piece in self.pieces.items()}
        return {key for key in shown.keys() | now.keys() if shown.get(key) != now.get(key)}

    def choose(self, chosen: Collection[str], omit: Collection[str] = ()) -> None:
        """Tick what is chosen, for the page."""
        for key, piece in self.pieces.items():
            piece.chosen, piece.omit = key in chosen, key in omit

    # --- what follows from a choice ---------------------------------------------------------------------------------

    def taken(self, chosen: Collection[str]) -> list[Piece]:
        """Return the pieces that a choice really takes over: nothing new goes into a scene that is refused."""
        found = [piece for piece in self.bible if piece.key in chosen]
        for scene in self.scenes:
            refused = any(piece.kind == Kind.NEW and piece.key not in chosen for piece in scene.pieces)
            for piece in scene.all_pieces():
                inside = piece.noun == "shot" and piece.kind in (Kind.NEW, Kind.MOVED)
                if piece.key in chosen and not (refused and inside):
                    found.append(piece)
        return self._without_kept_scenes(found)

    def _without_kept_scenes(self, found: list[Piece]) -> list[Piece]:
        """A scene goes only when no shot of the old script stays in it."""
        leaving = {
            piece.row.pk
            for piece in found
            if piece.noun == "shot" and piece.kind in (Kind.GONE, Kind.MOVED) and piece.row
        }
        kept = {
            shot.old.row.scene_id
            for scene in self.scenes
            for shot in scene.shots
            if shot.old and shot.old.row and not shot.old.own and shot.old.row.pk not in leaving
        }
        return [
            piece
            for piece in found
            if not (piece.noun == "scene" and piece.kind == Kind.GONE and piece.row and piece.row.pk in kept)
        ]

    def before(self) -> Counted:
        """Return how long the board is."""
        return self.after(())

    def after(self, chosen: Collection[str], omit: Collection[str] = ()) -> Counted:
        """Return how long the board would be."""
        taken = self.taken(chosen)
        rows = [shot.old for scene in self.scenes for shot in scene.shots if shot.old and shot.old.row]
        gone_scenes = {
            piece.row.pk for piece in taken if piece.kind == Kind.GONE and piece.noun == "scene" and piece.row
        }
        gone = {piece.row.pk for piece in taken if piece.kind == Kind.GONE and piece.noun == "shot" and piece.row}
        moved = {piece.row.pk for piece in taken if piece.kind == Kind.MOVED and piece.noun == "shot" and piece.row}
        lengths = {shot.row.pk: shot.now["frames"] for shot in rows if shot.row}
        for piece in taken:
            if piece.row and piece.noun == "shot" and "frames" in piece.after:
                lengths[piece.row.pk] = piece.after["frames"]
        staying = [
            shot.row
            for shot in rows
            if shot.row
            and shot.row.pk not in gone
            and (shot.row.pk in moved or shot.row.scene_id not in gone_scenes)
            and not (shot.row.omitted or shot.row.scene.omitted)
        ]
        new = [piece.after["frames"] for piece in taken if piece.kind == Kind.NEW and piece.noun == "shot"]
        scenes = {scene.old.row.pk for scene in self.scenes if scene.old and scene.old.row}
        added = sum(piece.kind == Kind.NEW and piece.noun == "scene" for piece in taken)
        frames = sum(lengths[row.pk] for row in staying) + sum(new)
        return Counted(len(scenes - gone_scenes) + added, len(staying) + len(new), frames, self.rate)
