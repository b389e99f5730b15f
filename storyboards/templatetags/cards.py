"""The cards of a board: one mould is rendered per page and then filled in, because a board has hundreds of them."""

import re
from typing import NamedTuple

from django import template
from django.template import Engine
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from storyboards.models import Shot
from storyboards.templatetags.addresses import picture_address

register = template.Library()

LONGEST_LABEL = 80


class Card(NamedTuple):
    """What differs from card to card."""

    pk: str
    slate: str
    label: str
    picture: str
    length: str
    state: str
    action: str
    framing: str


# A blank is a private letter of Unicode: it stands in no translation and in no address.
BLANKS = [chr(0xE000 + index) for index in range(len(Card._fields))]
_BLANK = re.compile(f"([{BLANKS[0]}-{BLANKS[-1]}])")


class Mould:
    """A rendered card with blanks."""

    def __init__(self, html: str) -> None:
        self.pieces = _BLANK.split(html)
        self.blanks = [BLANKS.index(blank) for blank in self.pieces[1::2]]

    def fill(self, card: Card) -> SafeString:
        """Return the HTML of `card`; what is not marked as safe is text."""
        values = [conditional_escape(value) for value in card]
        self.pieces[1::2] = [values[blank] for blank in self.blanks]
        return mark_safe("".join(self.pieces))  # noqa: S308 - a rendered template and escaped values


@register.simple_tag(takes_context=True)
def shot_card(context: template.Context, shot: Shot, part: str = "mould") -> SafeString:
    """Return the card of `shot`, which `reading` has filled in, as that `part` of shot.html."""
    moulds = context["request"].__dict__.setdefault("card_moulds", {})
    if part not in moulds:
        moulds[part] = _mould(context, part)
    return moulds[part].fill(_card(shot, _state(context, shot)))


def _mould(context: template.Context, part: str) -> Mould:
    known = {name: context.get(name) for name in ("storyboard", "may_edit")}
    page = {**known, "card": Card(*BLANKS)}
    return Mould(render_to_string(f"storyboards/shot.html#{part}", page, context["request"]))


def _state(context: template.Context, shot: Shot) -> str:
    with context.push(shot=shot):
        return Engine.get_default().get_template("generation/card_state.html").render(context)


def _card(shot: Shot, state: str) -> Card:
    return Card(
        pk=str(shot.pk),
        slate=shot.slate,
        label=shot.action if len(shot.action) <= LONGEST_LABEL else Truncator(shot.action).chars(LONGEST_LABEL),
        picture=picture_address(shot),
        length=shot.length,
        state=state,
        action=shot.action or _("Nothing happens yet."),
        framing=shot.framing,
    )
