"""What the inspector shows of a shot."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple, cast

from django.db.models import Field
from django.template.defaultfilters import yesno
from django.utils.text import Truncator, capfirst

from storyboards.editing import Clash
from storyboards.lines import told
from storyboards.models import Element, Shot
from storyboards.scripts.passage import passage_of
from storyboards.scripts.sentences import sentences
from storyboards.sheets import excerpt
from storyboards.shot_form import FIELDS, JOINED, ShotForm, bible_for, other_lengths
from storyboards.story import FIELDS as WORDS
from storyboards.vocabulary import ElementKind


class Cut(NamedTuple):
    """A place in the action where the shot can be split: behind a sentence."""

    at: int
    behind: str


def inspected(shot: Shot, *, may_edit: bool, form: ShotForm | None = None) -> dict[str, Any]:
    """Return the template's context for a shot that `reading` has filled in."""
    board = shot.scene.storyboard
    context = {"shot": shot, "scene": shot.scene, "storyboard": board, "may_edit": may_edit}
    context |= {"lines": shot.dialogue, "source": excerpt(shot)}
    return context | (_edited(shot, form) if may_edit else {"length": other_lengths(shot.frames, board)})


def _edited(shot: Shot, form: ShotForm | None) -> dict[str, Any]:
    form = form or ShotForm(instance=shot, storyboard=shot.scene.storyboard, elements=bible_for(shot))
    speakers = [element.name for element in form.elements if element.kind == ElementKind.CHARACTER]
    return {"form": form, "speakers": speakers, "seen": seen_now(shot, form.elements), "cuts": cuts(shot)}


def seen_now(shot: Shot, elements: Sequence[Element]) -> str:
    """Return what a form with this shot shows, to be sent back with it."""
    seen = {field: getattr(shot, field) for field in FIELDS if field != "cast"}
    seen["cast"] = sorted(element.pk for element in elements if element.in_shot)
    return as_json(seen)


def as_json(values: dict[str, Any]) -> str:
    """Return values as they stand in a hidden field."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def cuts(shot: Shot) -> list[Cut]:
    """Return where the action can be split, behind each sentence but the last."""
    if not shot.action.strip():
        return []
    parts = sentences(passage_of(shot.action, 0, len(shot.action)))
    return [Cut(part.end, Truncator(part.text).chars(60)) for part in parts[:-1]]


def clash_words(shot: Shot, field: str, clash: Clash, elements: Sequence[Element]) -> dict[str, Any]:
    """Return both sides of a conflict as words."""
    return {
        "field": field,
        "label": capfirst(WORDS[field]),
        "mine": shown(shot, field, clash.mine, elements),
        "theirs": shown(shot, field, clash.theirs, elements),
        "both": field in JOINED,
    }


def shown(shot: Shot, field: str, value: Any, elements: Sequence[Element]) -> str:
    """Return a field's value as a person reads it."""
    if field == "dialogue":
        return told(value)
    if field == "cast":
        return ", ".join(element.name for element in elements if element.pk in value)
    if field == "frames":
        return other_lengths(value, shot.scene.storyboard)
    if field == "omitted":
        return str(yesno(value))
    column = cast("Field[Any, Any]", Shot._meta.get_field(field))
    choices = dict(column.choices or ())
    return str(choices.get(value, value))
