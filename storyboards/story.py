"""The edit log in words: who did what, when."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from storyboards.models import Edit, Scene, Shot, Storyboard
from storyboards.reading import Numbers, read_numbers

FIELDS = {
    "action": gettext_lazy("action"),
    "dialogue": gettext_lazy("dialogue"),
    "size": gettext_lazy("size"),
    "angle": gettext_lazy("angle"),
    "move": gettext_lazy("move"),
    "move_direction": gettext_lazy("direction of the move"),
    "move_speed": gettext_lazy("speed of the move"),
    "frames": gettext_lazy("length"),
    "transition": gettext_lazy("transition"),
    "notes": gettext_lazy("notes"),
    "cast": gettext_lazy("who is in it"),
    "number": gettext_lazy("number"),
    "setting": gettext_lazy("setting"),
    "place": gettext_lazy("place"),
    "time_of_day": gettext_lazy("time of day"),
    "synopsis": gettext_lazy("synopsis"),
    "section": gettext_lazy("section"),
    "title": gettext_lazy("title"),
    "aspect": gettext_lazy("aspect"),
    "rate": gettext_lazy("frame rate"),
    "look": gettext_lazy("look"),
}


@dataclass(frozen=True)
class Told:
    """One deed as the history shows it; `before` and `after` are texts, where the deed changed a text."""

    at: datetime
    by: str
    words: str
    changes: list[tuple[str, str, str]]


def told(board: Storyboard, edits: Iterable[Edit]) -> list[Told]:
    """Return the edits in words, with today's slates."""
    edits = list(edits)
    names = _names(board, edits, read_numbers(board))
    return [
        Told(edit.at, str(edit.by or _("Somebody who left")), sentence(edit, names(edit)), text_changes(edit))
        for edit in edits
    ]


def _names(board: Storyboard, edits: list[Edit], numbers: Numbers) -> Callable[[Edit], str]:
    gone_shots = Shot.objects.in_bulk({edit.noun_pk for edit in edits if edit.noun == "shot"} - set(numbers.slates))
    gone_scenes = Scene.objects.in_bulk({edit.noun_pk for edit in edits if edit.noun == "scene"} - set(numbers.scenes))

    def name(edit: Edit) -> str:
        if edit.noun == "shot":
            slate = numbers.slates.get(edit.noun_pk)
            return _("shot %s") % slate if slate else _("the shot “%s”") % gone_shots.get(edit.noun_pk, "?")
        if edit.noun == "scene":
            number = numbers.scenes.get(edit.noun_pk)
            return _("scene %s") % number if number else _("the scene “%s”") % gone_scenes.get(edit.noun_pk, "?")
        return _("the storyboard")

    return name


def sentence(edit: Edit, name: str) -> str:
    """Return what was done, without who did it: changed action and size of shot 1A."""
    if edit.verb == "edit":
        fields = [str(word) for field, word in FIELDS.items() if field in edit.after]
        return _("changed %(fields)s of %(name)s") % {"fields": _list(fields), "name": name}
    if edit.verb == "import":
        shots = edit.after.get("shots", 0)
        return (
            ngettext("made the storyboard from a script: %d shot", "made the storyboard from a script: %d shots", shots)
            % shots
        )
    words = {
        "add": _("added %s"),
        "duplicate": _("made %s as a copy"),
        "delete": _("deleted %s"),
        "move": _("moved %s"),
        "archive": _("put %s into the archive"),
        "restore": _("took %s out of the archive"),
        "circle": _("circled a take of %s"),
    }
    return words.get(edit.verb, f"{edit.verb} %s") % name


def _list(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("%(some)s and %(last)s") % {"some": ", ".join(words[:-1]), "last": words[-1]}


def text_changes(edit: Edit) -> list[tuple[str, str, str]]:
    """Return the texts that an edit changed: name of the field, before, after."""
    if edit.verb != "edit":
        return []
    return [
        (str(word), str(edit.before.get(field, "")), str(edit.after[field]))
        for field, word in FIELDS.items()
        if isinstance(edit.after.get(field), str)
    ]
