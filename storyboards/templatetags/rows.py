"""The rows of the shot list: one mould is rendered per page and then filled in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import template
from django.template import Engine
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from storyboards import cells
from storyboards.columns import ALL, PICTURE, Column
from storyboards.models import Scene, Shot
from storyboards.moulds import Mould, blanks
from storyboards.shot_list import Group
from storyboards.statuses import Status, status_of
from storyboards.templatetags.addresses import picture_address

register = template.Library()

STATUS, COST = "status", "cost"
# What another room says of a shot.
TOLD = {STATUS: "generation/card_state.html", COST: "generation/cell_cost.html"}
HEAD = 5


@dataclass(frozen=True)
class Cell:
    """A cell of the mould: its column, and the blanks for what it shows and what it holds."""

    column: Column
    shown: str
    held: str

    @property
    def name(self) -> str:
        """The column's name."""
        return self.column.name

    @property
    def is_editable(self) -> bool:
        """Whether something can be typed into it."""
        return self.name in cells.FIELDS

    @property
    def is_number(self) -> bool:
        """Whether it is lined up on the right."""
        return self.name in ("length", "frames", COST)

    @property
    def is_held(self) -> bool:
        """Whether what it shows is not what it holds, so that the page must keep both."""
        return self.is_editable and self.name not in cells.TEXTS


@register.simple_tag(takes_context=True)
def list_row(context: template.Context, shot: Shot, part: str = "") -> SafeString:
    """Return the row of `shot`, which `reading` has filled in, in the page's columns.

    `beside` another in one answer, it says its place.
    """
    columns = context["columns"]
    held = [cells.held(shot, column.name) if column.name in cells.FIELDS else "" for column in columns]
    shown = [_shown(context, shot, column, code) for column, code in zip(columns, held, strict=True)]
    return _mould(context, "mould", part).fill([*_head(shot), *shown, *held])


@register.simple_tag(takes_context=True)
def list_group(context: template.Context, group: Group) -> SafeString:
    """Return the rows of a group under its slugline, or in an outline (`fresh`) their places."""
    rows = _places(context, group.shots) if context.get("fresh") else [list_row(context, shot) for shot in group.shots]
    written = SafeString("".join(rows))
    scene = group.scene
    if scene is None:
        return format_html("<tbody>{}</tbody>", written)
    omitted = " omitted" if scene.omitted else ""
    return _group(context).fill([scene.pk, omitted, scene.label, scene.slugline, _told(scene), written])


def _places(context: template.Context, shots: list[Shot]) -> list[SafeString]:
    """Return the empty places of rows, with what is known of the shots from the outline."""
    mould = _mould(context, "place")
    return [mould.fill(_head(shot)) for shot in shots]


def _group(context: template.Context) -> Mould:
    moulds = context["request"].__dict__.setdefault("row_moulds", {})
    if "group" not in moulds:
        scene = dict(zip(("pk", "omitted", "label", "slugline", "told", "rows"), blanks(6), strict=True))
        may_add = context["may_edit"] and not context["sieve"].asked
        page = {"scene": scene, "span": context["span"], "may_edit": context["may_edit"], "may_add": may_add}
        moulds["group"] = Mould(render_to_string("storyboards/shot_row.html#group", page, context["request"]))
    return moulds["group"]


def _told(scene: Scene) -> str:
    told = ngettext("%(length)s, %(count)s shot", "%(length)s, %(count)s shots", scene.shot_count)
    return told % {"length": scene.length, "count": scene.shot_count}


def _head(shot: Shot) -> list[object]:
    omitted = " omitted" if shot.omitted or shot.scene.omitted else ""
    return [shot.pk, shot.slate, omitted, shot.frames, shot.state]


def _mould(context: template.Context, name: str, part: str = "") -> Mould:
    moulds = context["request"].__dict__.setdefault("row_moulds", {})
    if (name, part) not in moulds:
        moulds[name, part] = _new_mould(context, name, part)
    return moulds[name, part]


def _new_mould(context: template.Context, name: str, part: str) -> Mould:
    columns = context["columns"]
    pk, slate, omitted, frames, state, *rest = blanks(HEAD + 2 * len(columns))
    shown, held = rest[: len(columns)], rest[len(columns) :]
    row: dict[str, Any] = {"pk": pk, "slate": slate, "omitted": omitted, "frames": frames, "state": state}
    row["cells"] = list(map(Cell, columns, shown, held))
    row["columns"] = ",".join(column.name for column in columns)
    known = {key: context.get(key) for key in ("storyboard", "may_edit")}
    page = {**known, "row": row, "part": part}
    return Mould(render_to_string(f"storyboards/shot_row.html#{name}", page, context["request"]))


def _shown(context: template.Context, shot: Shot, column: Column, held: str) -> object:
    """Return what the cell shows; what follows from few codes is put into words once per page."""
    key = _key(shot, column.name, held)
    if key is None:
        return _words(context, shot, column)
    known = context["request"].__dict__.setdefault("row_words", {})
    if key not in known:
        known[key] = _words(context, shot, column)
    return known[key]


def _key(shot: Shot, name: str, held: str) -> tuple | None:
    if name in ("size", "angle", "move", "transition"):
        return name, held
    if name in TOLD and not shot.take_list:
        return name, shot.frames, shot.backend, status_of(shot)
    return None


def _words(context: template.Context, shot: Shot, column: Column) -> object:
    if column.name in PLAIN:
        return PLAIN[column.name](shot)
    if column.name not in TOLD or (column.name == STATUS and status_of(shot) == Status.OMITTED):
        return column.value(shot)
    with context.push(shot=shot):
        return Engine.get_default().get_template(TOLD[column.name]).render(context)


PLAIN: dict[str, Callable[[Shot], object]] = {
    PICTURE: picture_address,
    "dialogue": lambda shot: cells.written(shot.dialogue),
    "length": lambda shot: f"{ALL['length'].value(shot):g}",
}
