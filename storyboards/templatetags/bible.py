"""What the templates ask of the bible."""

from typing import Any, NamedTuple

from django import template
from django.forms import BoundField

from storyboards.elements.reading import PLURALS, Card
from storyboards.models import Element
from storyboards.templatetags.addresses import picture_address
from storyboards.vocabulary import ElementKind

register = template.Library()


class Boxes(NamedTuple):
    """The boxes of one kind: of what is in the shot, and of what could be."""

    kind: str
    title: str
    chosen: list[Any]
    others: list[Any]


@register.filter
def by_kind(cast: BoundField) -> list[Boxes]:
    """Return the boxes of the field by the kinds of their elements."""
    boxes = list(cast)
    groups = []
    for kind, title in PLURALS.items():
        alike = [box for box in boxes if box.data["value"].instance.kind == kind]
        chosen = [box for box in alike if box.data["selected"]]
        groups.append(Boxes(kind, str(title), chosen, [box for box in alike if box not in chosen]))
    return [group for group in groups if group.chosen or group.others]


@register.filter
def places(elements: list[Element]) -> list[Element]:
    """Return the places among the elements."""
    return [element for element in elements if element.kind == ElementKind.PLACE]


@register.simple_tag
def kinds() -> list[tuple[str, str]]:
    """Return the kinds of elements with their names."""
    return [(kind.value, str(kind.label)) for kind in ElementKind]


@register.filter
def card_picture(card: Card) -> str:
    """Return where the picture of the first shot is that shows the element; empty when none does."""
    return picture_address(card.first) if card.first else ""
