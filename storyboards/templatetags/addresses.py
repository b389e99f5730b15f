"""Quick addresses for pages with thousands: `{{ shot.pk|at:"move_shot" }}` is `{% url "move_shot" shot.pk %}`."""

from functools import cache

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from storyboards.models import Shot

register = template.Library()

PROBE = 7_770_777
PROBE_KEY = "probe-key"


@cache
def _around(name: str, *rest: str) -> tuple[str, str]:
    before, after = reverse(name, args=[PROBE, *rest]).split(str(PROBE))
    return before, after


@register.filter
def at(pk: int | str, name: str) -> str:
    """Return the address `name` of the row whose key is `pk`; raise NoReverseMatch for a name that does not exist."""
    before, after = _around(name)
    return f"{before}{pk}{after}"


def picture_address(shot: Shot) -> str:
    """Return where the picture of `shot` is: its circled take's poster, its own panel, or else the drawn one."""
    return at(shot.picture.pk, "asset") if shot.picture else drawn_address(shot)


def drawn_address(shot: Shot) -> str:
    """Return where the panel is that the sketch engine draws of `shot`."""
    before, after = _around("panel", PROBE_KEY)
    return f"{before}{shot.pk}{after.replace(PROBE_KEY, shot.picture_key)}"


def clip_of(shot: Shot) -> SafeString:
    """Return the attribute with the circled take's film, which plays where the shot is looked at large or in time."""
    film = next((take.asset_id for take in shot.take_list if take.pk == shot.circled_take_id), None)
    return format_html(' data-clip="{}"', at(film, "asset")) if film else SafeString()


@register.simple_tag
def picture_of(shot: Shot) -> str:
    """Return where the picture of `shot` is, for a page that shows one shot."""
    return picture_address(shot)
