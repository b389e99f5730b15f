"""The shot list as it is laid out: columns and their orders, rows under their scenes, and a person's own choice."""

from collections.abc import Iterable
from dataclasses import dataclass

from accounts.models import User
from storyboards import columns
from storyboards.columns import Column
from storyboards.models import Scene, Shot, ShotListLayout
from storyboards.reading import Board
from storyboards.sifting import Sieve, sorted_by

SLATE = "slate"
# How often a click on a column's name leads on: upwards, downwards, back to the order of the film.
NEXT = {"": "{}", "ascending": "-{}", "descending": ""}


@dataclass(frozen=True)
class Head:
    """A column's name: how the list is ordered by it now, and how after a click."""

    column: Column
    sorted: str
    next: str


@dataclass(frozen=True)
class Group:
    """Rows under the slugline of their scene, or without one where they are not in the order of the film."""

    scene: Scene | None
    shots: list[Shot]


@dataclass(frozen=True)
class Choice:
    """A column in the list of those that can be shown."""

    column: Column
    is_shown: bool


def heads(shown: Iterable[Column], order: str) -> list[Head]:
    """Return the heads of these columns; the slate's comes first."""
    return [_head(column, order) for column in (columns.ALL[SLATE], *shown)]


def _head(column: Column, order: str) -> Head:
    now = {column.name: "ascending", f"-{column.name}": "descending"}.get(order, "")
    return Head(column, now, NEXT[now].format(column.name))


def groups(board: Board, sieve: Sieve, order: str) -> list[Group]:
    """Return the rows that the sieve lets through; in the order of the film they stand under their scenes."""
    found = sieve.sift([shot for scene in board.scenes for shot in scene.panels])
    if order.removeprefix("-") in columns.ALL:
        return [Group(None, sorted_by(found, order))]
    kept: dict[int, list[Shot]] = {scene.pk: [] for scene in board.scenes}
    for shot in found:
        kept[shot.scene_id].append(shot)
    return [Group(scene, kept[scene.pk]) for scene in board.scenes if kept[scene.pk] or not sieve.asked]


def columns_beside_slate(user: User) -> list[Column]:
    """Return the columns that a person shows, without the slate, which is always there."""
    return [column for column in columns.columns_of(user) if column.name != SLATE]


def choices(shown: list[Column]) -> list[Choice]:
    """Return all columns but the slate's: those that are shown in their order, then the others."""
    others = [column for column in columns.ALL.values() if column not in shown and column.name != SLATE]
    return [Choice(column, True) for column in shown] + [Choice(column, False) for column in others]


def keep_layout(user: User, names: Iterable[str]) -> ShotListLayout:
    """Remember which columns a person shows, in this order, behind the slate."""
    known = [name for name in dict.fromkeys(names) if name in columns.ALL and name != SLATE]
    return ShotListLayout.objects.update_or_create(user=user, defaults={"columns": [SLATE, *known]})[0]


def forget_layout(user: User) -> None:
    """Show the usual columns again."""
    ShotListLayout.objects.filter(user=user).delete()


def shifted(names: list[str], name: str, step: int) -> list[str]:
    """Return the names with one of them a step further on (-1: back), as far as there is room."""
    if name not in names:
        return names
    rest = [other for other in names if other != name]
    at = min(max(names.index(name) + step, 0), len(rest))
    return [*rest[:at], name, *rest[at:]]
