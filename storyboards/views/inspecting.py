"""What the inspector shows of a shot."""

import json
from typing import Any, cast

from django.db.models import Field

from storyboards.editing import Clash
from storyboards.editing.merging import values_of
from storyboards.forms import CharacterForm, ShotForm
from storyboards.models import Shot

EMPTY_LINE = {"speaker": "", "text": "", "direction": "", "dual": False}


def inspected(shot: Shot, *, may_edit: bool, form: ShotForm | None = None) -> dict[str, Any]:
    """Return the template's context for a shot that `reading` has filled in."""
    board = shot.scene.storyboard
    form = form or ShotForm(instance=shot, storyboard=board)
    return {
        "shot": shot,
        "scene": shot.scene,
        "storyboard": board,
        "may_edit": may_edit,
        "form": form,
        "character_form": CharacterForm(auto_id=f"shot-{shot.pk}-new-%s"),
        "lines": [*shot.dialogue, EMPTY_LINE] if may_edit else shot.dialogue,
        "seen": seen_now(shot),
    }


def seen_now(shot: Shot) -> str:
    """Return what a form with this shot shows, to be sent back with it."""
    return json.dumps(values_of(shot), ensure_ascii=False, separators=(",", ":"))


def clash_words(shot: Shot, field: str, clash: Clash) -> dict[str, str]:
    """Return both sides of a conflict as words."""
    label = "dialogue" if field == "dialogue" else field
    return {
        "field": field,
        "label": label,
        "mine": shown(shot, field, clash.mine),
        "theirs": shown(shot, field, clash.theirs),
    }


def shown(shot: Shot, field: str, value: Any) -> str:
    """Return a field's value as a person reads it."""
    if field == "dialogue":
        return "\n".join(f"{line['speaker']}: {line['text']}" for line in value)
    if field == "cast":
        names = shot.scene.storyboard.elements.filter(pk__in=value).values_list("name", flat=True)
        return ", ".join(names)
    column = cast("Field[Any, Any]", Shot._meta.get_field(field))
    choices = dict(column.choices or ())
    return str(choices.get(value, value))
