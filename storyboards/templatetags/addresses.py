"""Quick addresses for pages with thousands: `{{ shot.pk|at:"move_shot" }}` is `{% url "move_shot" shot.pk %}`."""

from functools import cache

from django import template
from django.urls import reverse

register = template.Library()

PROBE = 7_770_777


@cache
def _around(name: str) -> tuple[str, str]:
    before, after = reverse(name, args=[PROBE]).split(str(PROBE))
    return before, after


@register.filter
def at(pk: int, name: str) -> str:
    """Return the address `name` of the row whose key is `pk`; raise NoReverseMatch for a name that does not exist."""
    before, after = _around(name)
    return f"{before}{pk}{after}"
