"""The edit log in words: who did what, when. Several rows of one deed are told as one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from storyboards.models import Edit, Element, Scene, Shot, Storyboard, Take
from storyboards.reading import Numbers, read_numbers

FIELDS = {
    "action": gettext_lazy("action"),
    "dialogue": gettext_lazy("dialogue"),
    "size": gettext_lazy("size"),
    "angle": gettext_lazy("angle"),
    "move": gettext_lazy("move"),
    "move_direction": gettext_lazy("direction of the move"),
    "move_speed": gettext_lazy("speed of the move"),
    "lens": gettext_lazy("lens"),
    "frames": gettext_lazy("length"),
    "transition": gettext_lazy("transition"),
    "notes": gettext_lazy("notes"),
    "backend": gettext_lazy("backend"),
    "options": gettext_lazy("options of the backend"),
    "panel_id": gettext_lazy("picture"),
    "panel_base_id": gettext_lazy("picture"),
    "panel_marks": gettext_lazy("picture"),
    "circled_take_id": gettext_lazy("circled take"),
    "cast": gettext_lazy("who is in it"),
    "number": gettext_lazy("number"),
    "setting": gettext_lazy("setting"),
    "place": gettext_lazy("place"),
    "location_id": gettext_lazy("location"),
    "time_of_day": gettext_lazy("time of day"),
    "synopsis": gettext_lazy("synopsis"),
    "section": gettext_lazy("section"),
    "omitted": gettext_lazy("whether it is omitted"),
    "title": gettext_lazy("title"),
    "aspect": gettext_lazy("aspect"),
    "rate": gettext_lazy("frame rate"),
    "look": gettext_lazy("look"),
    "resolution": gettext_lazy("resolution"),
    "numbering": gettext_lazy("numbering"),
    "logo_id": gettext_lazy("logo"),
    "is_template": gettext_lazy("whether it is a template"),
    "kind": gettext_lazy("kind"),
    "name": gettext_lazy("name"),
    "description": gettext_lazy("description"),
    "colour": gettext_lazy("colour"),
    "colours": gettext_lazy("colours"),
    "voice": gettext_lazy("voice"),
    "aliases": gettext_lazy("other names"),
    "pictures": gettext_lazy("pictures"),
}
TEXTS = (
    "action",
    "notes",
    "place",
    "time_of_day",
    "synopsis",
    "section",
    "title",
    "name",
    "description",
    "colours",
    "voice",
)
WORDS = {
    "add": gettext_lazy("added %s"),
    "duplicate": gettext_lazy("made %s as a copy"),
    "delete": gettext_lazy("deleted %s"),
    "move": gettext_lazy("moved %s"),
    "archive": gettext_lazy("put %s into the archive"),
    "circle": gettext_lazy("changed the circled take of %s"),
    "throw_away": gettext_lazy("threw a take of %s away"),
    "split": gettext_lazy("split %s"),
    "merge": gettext_lazy("merged others into %s"),
    "revise": gettext_lazy("took over a newer script of %s"),
    "picture": gettext_lazy("changed the pictures of %s"),
    "apart": gettext_lazy("told %s and another apart"),
}
# What tells most of a deed that moved many rows as well.
UNITING = {("element", "merge"), ("scene", "merge"), ("scene", "split")}
Names = Callable[[Edit], str]
Step = Sequence[Edit]


@dataclass(frozen=True)
class Told:
    """One deed as the history shows it; `changes` are the texts that it changed: field, before, after."""

    at: datetime
    by: str
    words: str
    changes: list[tuple[str, str, str]]
    deed: UUID
    edits: Step


def told(board: Storyboard, edits: Iterable[Edit]) -> list[Told]:
    """Return the deeds that wrote these rows of the log, newest first, in words and with today's slates."""
    rows = sorted(edits, key=lambda edit: -edit.pk)
    names = names_of(board, rows)
    return [_told([*step], names) for _deed, step in groupby(rows, key=lambda edit: edit.deed)]


def _told(step: list[Edit], names: Names) -> Told:
    head = head_of(step)
    changes = text_changes(head) if len(step) == 1 or head.verb in ("split", "merge") else []
    who = str(head.by or _("Somebody who left"))
    return Told(head.at, who, words_of(step, names), changes, head.deed, tuple(step))


def told_against(board: Storyboard, edit: Edit) -> str:
    """Return the sentence which says that `edit`, which came later, keeps a step from being taken back."""
    step = list(board.edits.filter(deed=edit.deed).select_related("by"))
    words = {"by": step[0].by or _("Somebody who left"), "words": words_of(step, names_of(board, step))}
    return (
        _(
            "%(by)s %(words)s since, and taking this back would undo that. Nothing was changed. "
            "What you did before can be taken back piece by piece in the history."
        )
        % words
    )


def step_words(board: Storyboard, edits: Iterable[Edit]) -> str:
    """Return what a step was about, without who did it and whether it was taken back: changed size of shot 1A."""
    step = list(edits)
    return _plain_words(step, names_of(board, step))


def words_by_numbers(step: Step, numbers: Numbers) -> str:
    """Return the same without a query: what is not on the board now is told without its name."""
    known = {"shot": numbers.slates, "scene": numbers.scenes}
    plain = {"shot": _("a shot"), "scene": _("a scene"), "storyboard": _("the storyboard")}
    called = {"shot": _("shot %s"), "scene": _("scene %s")}

    def name(edit: Edit) -> str:
        if number := known.get(edit.noun, {}).get(edit.noun_pk):
            return called[edit.noun] % number
        return plain.get(edit.noun) or str({**edit.before, **edit.after}.get("name") or _("an element of the bible"))

    return _plain_words(step, name)


# --- what rows are called -------------------------------------------------------------------------------------------


def names_of(board: Storyboard, edits: Iterable[Edit]) -> Names:
    """Return how the row of each edit is called, in a number of queries that does not grow."""
    keys: dict[str, set[int]] = {"shot": set(), "scene": set(), "element": set(), "take": set()}
    for edit in edits:
        keys.setdefault(edit.noun, set()).add(edit.noun_pk)
    numbers = read_numbers(board)
    takes = dict(Take.objects.filter(pk__in=keys["take"]).values_list("pk", "shot")) if keys["take"] else {}
    shots = keys["shot"] | set(takes.values())
    gone = {
        "shot": Shot.objects.in_bulk(shots - set(numbers.slates)),
        "scene": Scene.objects.in_bulk(keys["scene"] - set(numbers.scenes)),
        "element": Element.objects.in_bulk(keys["element"]),
    }

    def name(edit: Edit) -> str:
        pk = takes.get(edit.noun_pk, 0) if edit.noun == "take" else edit.noun_pk
        return _name("shot" if edit.noun == "take" else edit.noun, pk, numbers, gone)

    return name


def _name(noun: str, pk: int, numbers: Numbers, gone: dict[str, Any]) -> str:
    if noun == "shot":
        slate = numbers.slates.get(pk)
        return _("shot %s") % slate if slate else _("the shot “%s”") % gone["shot"].get(pk, "?")
    if noun == "scene":
        number = numbers.scenes.get(pk)
        return _("scene %s") % number if number else _("the scene “%s”") % gone["scene"].get(pk, "?")
    return str(gone["element"].get(pk, "?")) if noun == "element" else _("the storyboard")


# --- what was done --------------------------------------------------------------------------------------------------


def words_of(step: Step, names: Names) -> str:
    """Return what was done in one deed, without who did it."""
    words = _plain_words(step, names)
    if step[0].way == Edit.Way.REDO:
        return _("did it again: %s") % words
    return _("took it back: %s") % words if step[0].of else words


def _plain_words(step: Step, names: Names) -> str:
    return _many(step) or sentence(head_of(step), names(head_of(step)))


def head_of(step: Step) -> Edit:
    """Return the row of a deed that says best what it was about: the board, or the first shot or scene."""
    order = {"storyboard": 0, "take": 1}
    united = next((edit for edit in step if (edit.noun, edit.verb) in UNITING), None)
    if united:
        return united
    return min(
        step, key=lambda edit: (order.get(edit.noun, 3 if edit.noun == "element" else 2), _is_new(edit), edit.pk)
    )


def _is_new(edit: Edit) -> bool:
    return "deleted" in edit.before or "deleted" in edit.after


def _many(step: Step) -> str:
    head = head_of(step)
    rows = [edit for edit in step if edit.noun == head.noun]
    if len(rows) == 1 or head.noun != "shot" or head.verb in ("split", "merge"):
        return ""
    count = len({edit.noun_pk for edit in rows})
    shots = ngettext("%d shot", "%d shots", count) % count
    return sentence(head, shots)


def sentence(edit: Edit, name: str) -> str:
    """Return what was done, without who did it: changed action and size of shot 1A."""
    if edit.verb == "import":
        return _imported(edit.after.get("from", ""), edit.after.get("shots", 0))
    if edit.verb == "edit" and edit.after.keys() == {"omitted"}:
        return (_("omitted %s") if edit.after["omitted"] else _("took %s back in")) % name
    if edit.verb == "edit":
        return _("changed %(fields)s of %(name)s") % {"fields": _list(_fields(edit)), "name": name}
    if edit.verb == "restore":
        board = edit.noun == "storyboard"
        return (_("took %s out of the archive") if board else _("took %s out of the trash")) % name
    if edit.noun == "scene" and edit.verb in ("merge", "split"):
        merged = edit.verb == "merge"
        return (_("merged %s into the scene before it") if merged else _("parted %s from the scene before it")) % name
    verb = "throw_away" if (edit.noun, edit.verb) == ("take", "delete") else edit.verb
    return str(WORDS.get(verb, f"{verb} %s")) % name


def _imported(source: str, shots: int) -> str:
    sources = {
        "file": _("made the storyboard from a file"),
        "storyboard": _("made the storyboard as a copy of another"),
        "template": _("made the storyboard from a template"),
    }
    made = sources.get(source, _("made the storyboard from a script"))
    return f"{made}: {ngettext('%d shot', '%d shots', shots) % shots}"


def _fields(edit: Edit) -> list[str]:
    """Return the names of the fields that were changed; a new frame rate counts every shot's frames anew."""
    counted = {"frames"} if edit.noun == "storyboard" else set()
    return list(dict.fromkeys(str(word) for field, word in FIELDS.items() if field in edit.after.keys() - counted))


def _list(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("%(some)s and %(last)s") % {"some": ", ".join(words[:-1]), "last": words[-1]}


def text_changes(edit: Edit) -> list[tuple[str, str, str]]:
    """Return the texts that an edit changed: name of the field, before, after."""
    return [
        (str(FIELDS[field]), str(edit.before.get(field, "")), str(edit.after[field]))
        for field in TEXTS
        if field in edit.before and isinstance(edit.after.get(field), str)
    ]
