"""Finds and orders the shots of the shot list: what is asked stands in its address, so that it can be bookmarked."""

from collections.abc import Callable
from operator import itemgetter
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from storyboards import columns
from storyboards.models import Element, Shot
from storyboards.outline import Needs
from storyboards.reading import Board
from storyboards.statuses import Status, status_of
from storyboards.vocabulary import Angle, Size

WITHOUT, WITH = "without", "with"
HIDDEN, ALONE = "hidden", "alone"


class Sieve(forms.Form):
    """What the shown shots have in common; an empty field lets every shot through."""

    text = forms.CharField(label=_("Search in the shots"), required=False, max_length=200)
    scene = forms.ChoiceField(label=_("Scene"), required=False)
    cast = forms.ChoiceField(label=_("In the shot"), required=False)
    size = forms.ChoiceField(label=_("Size"), required=False, choices=[("", _("any size")), *Size.choices])
    status = forms.ChoiceField(label=_("Status"), required=False, choices=[("", _("any status")), *Status.choices])
    take = forms.ChoiceField(
        label=_("Takes"),
        required=False,
        choices=[("", _("with or without a take")), (WITHOUT, _("without a take")), (WITH, _("with a take"))],
    )
    omitted = forms.ChoiceField(
        label=_("Omitted"),
        required=False,
        choices=[("", _("omitted too")), (HIDDEN, _("without omitted")), (ALONE, _("omitted alone"))],
    )

    def __init__(self, *args: Any, board: Board, elements: list[Element], **kwargs: Any):
        super().__init__(*args, **{"auto_id": "sieve-%s", **kwargs})
        scenes = [(str(scene.pk), f"{scene.label}  {scene.slugline}") for scene in board.scenes]
        self._choose("scene", [("", _("any scene")), *scenes])
        self._choose("cast", [("", _("anybody")), *((str(element.pk), element.name) for element in elements)])

    def _choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices

    @property
    def asked(self) -> dict[str, str]:
        """What is asked, by field; what cannot be asked is passed over."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def told(self) -> list[tuple[str, str, str]]:
        """Return what is asked as people read it: the field's name, its label, and the value in words."""
        return [(name, str(self.fields[name].label), self._words(name, value)) for name, value in self.asked.items()]

    def _words(self, name: str, value: str) -> str:
        return str(dict(getattr(self.fields[name], "choices", ())).get(value, value))

    def sift(self, shots: list[Shot]) -> list[Shot]:
        """Return the shots that this lets through, in their order."""
        tests = [(SIEVES[name], value) for name, value in self.asked.items()]
        return [shot for shot in shots if all(test(shot, value) for test, value in tests)]


def _has_text(shot: Shot, text: str) -> bool:
    words = (shot.slate, shot.action, columns.dialogue(shot), shot.notes, shot.lens, shot.scene.slugline)
    return text.casefold() in "\n".join((*words, columns.cast(shot))).casefold()


def _is_omitted(shot: Shot) -> bool:
    return shot.omitted or shot.scene.omitted


def _has_take(shot: Shot) -> bool:
    return any(take.state in ("working", "done") for take in shot.take_list)


SIEVES: dict[str, Callable[[Shot, str], bool]] = {
    "text": _has_text,
    "scene": lambda shot, pk: shot.scene_id == int(pk),
    "cast": lambda shot, pk: any(element.pk == int(pk) for element in shot.cast_list),
    "size": lambda shot, size: shot.size == size,
    "status": lambda shot, status: status_of(shot) == status,
    "take": lambda shot, wish: _has_take(shot) == (wish == WITH),
    "omitted": lambda shot, wish: _is_omitted(shot) == (wish == ALONE),
}


def needs_of(query: QueryDict) -> Needs:
    """Return what the address asks of the shots besides their order."""
    asked = {name for name in query if query[name]} | {query.get("sort", "").removeprefix("-")}
    words = not asked <= OF_NOTHING
    return Needs(words=words, cast=not asked.isdisjoint(OF_CAST), takes=not asked.isdisjoint(OF_TAKES))


def sorted_by(shots: list[Shot], order: str) -> list[Shot]:
    """Return the shots in the order of a column, `-` before its name for downwards; empty cells come last.

    Equal shots stay in the order of the film; an order that does not exist is that of the film.
    """
    name = order.removeprefix("-")
    if name not in columns.ALL:
        return shots
    key = ORDERS.get(name) or _by_value(name)
    keyed = [(key(shot), shot) for shot in shots]
    filled = sorted((pair for pair in keyed if pair[0] != ""), key=itemgetter(0), reverse=order.startswith("-"))
    return [shot for _key, shot in filled] + [shot for value, shot in keyed if value == ""]


def _by_value(name: str) -> Callable[[Shot], Any]:
    value = columns.ALL[name].value

    def key(shot: Shot) -> Any:
        found = value(shot)
        return found.casefold() if isinstance(found, str) else found

    return key


def _film(shot: Shot) -> Any:
    return shot.scene.position, shot.scene_id, shot.position, shot.pk


# What says nothing of which shots are shown; and the questions and orders that nobody can answer who knows only the
# shots themselves.
OF_NOTHING = {"", "shot", "columns"}
OF_CAST = {"text", "cast"}
OF_TAKES = {"status", "take", "backend", "cost"}
SIZES, ANGLES, STATUSES = ({value: place for place, value in enumerate(kind.values)} for kind in (Size, Angle, Status))
ORDERS: dict[str, Callable[[Shot], Any]] = {
    columns.PICTURE: _film,
    "scene": _film,
    "slate": _film,
    "size": lambda shot: SIZES[shot.size],
    "angle": lambda shot: ANGLES[shot.angle],
    "status": lambda shot: STATUSES[status_of(shot)],
}
