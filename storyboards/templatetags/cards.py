"""The cards of a board: one mould is rendered per page and then filled in, because a board has hundreds of them."""

from dataclasses import dataclass, field
from typing import NamedTuple

from django import template
from django.forms import BoundField
from django.template import Engine
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from storyboards.many_form import CHOICES, ChangesForm
from storyboards.models import Element, Shot, Storyboard
from storyboards.moulds import Mould, blanks
from storyboards.templatetags.addresses import clip_of, picture_address

register = template.Library()

LONGEST_LABEL = 80
# So many pictures of a page are surely on the screen: the browser asks for them before it knows where they stand.
FIRST_SEEN = 3
SEEN = SafeString(' fetchpriority="high"')
UNSEEN = SafeString(' loading="lazy" decoding="async"')


class Card(NamedTuple):
    """What differs from card to card."""

    pk: str
    slate: str
    label: str
    look: str
    clip: str
    picture: str
    loading: str
    length: str
    frames: str
    state: str
    action: str
    framing: str
    cast: str


BLANKS = blanks(len(Card._fields))


@dataclass
class Sheet:
    """What the cards of one page have in common: their moulds, and how many there are so far."""

    moulds: dict[str, Mould] = field(default_factory=dict)
    count: int = 0


@register.simple_tag(takes_context=True)
def shot_card(context: template.Context, shot: Shot, part: str = "mould") -> SafeString:
    """Return the card of `shot`, which `reading` has filled in, as that `part` of shot.html."""
    sheet = context["request"].__dict__.setdefault("sheet_of_cards", Sheet())
    if part not in sheet.moulds:
        sheet.moulds[part] = _mould(context, part)
    sheet.count += 1
    return sheet.moulds[part].fill(_card(shot, _state(context, shot), seen=sheet.count <= FIRST_SEEN))


def _mould(context: template.Context, part: str) -> Mould:
    known = {name: context.get(name) for name in ("storyboard", "may_edit")}
    page = {**known, "card": Card(*BLANKS)}
    return Mould(render_to_string(f"storyboards/shot.html#{part}", page, context["request"]))


def _state(context: template.Context, shot: Shot) -> str:
    with context.push(shot=shot):
        return Engine.get_default().get_template("generation/card_state.html").render(context)


def _card(shot: Shot, state: str, *, seen: bool) -> Card:
    return Card(
        pk=str(shot.pk),
        slate=shot.slate,
        label=_label(shot),
        look=" omitted" if shot.omitted else "",
        clip=clip_of(shot),
        picture=picture_address(shot),
        loading=SEEN if seen else UNSEEN,
        length=shot.length,
        frames=str(shot.frames),
        state=_omitted() if shot.omitted else state,
        action=shot.action or _spoken(shot) or _("Nothing happens yet."),
        framing=shot.framing,
        cast=_cast(shot.cast_list),
    )


def _spoken(shot: Shot) -> str:
    """Return the first line that is said, for a shot in which nothing else happens."""
    said = next(iter(shot.dialogue), None)
    return ": ".join(filter(None, [said["speaker"], said["text"]])) if said else ""


def _label(shot: Shot) -> str:
    words = shot.action or _spoken(shot) or _("Nothing happens yet.")
    words = words if len(words) <= LONGEST_LABEL else Truncator(words).chars(LONGEST_LABEL)
    return f"{_('omitted')}. {words}" if shot.omitted else words


def _omitted() -> SafeString:
    return format_html('<p class="state idle"><span>{}</span></p>', _("Omitted"))


def _cast(elements: list[Element]) -> SafeString:
    """Return the colours of those who are in the shot, with their names."""
    if not elements:
        return SafeString()
    dots = format_html_join("", '<i class="swatch swatch-{}"></i>', ((one.colour,) for one in elements))
    names = ", ".join(one.name for one in elements)
    return format_html('<p class="cast" title="{}">{}<span class="visually-hidden">{}</span></p>', names, dots, names)


@register.simple_tag
def many_choices(storyboard: Storyboard) -> list[tuple[str, BoundField]]:
    """Return what many shots can be given at once from a list: what it is called, and its field."""
    form = ChangesForm(storyboard=storyboard, auto_id="many-%s")
    columns = {column.name: column for column in Shot._meta.fields}
    return [(str(columns[name].verbose_name), form[name]) for name in CHOICES]
