"""What the shot list asks of this room: what a shot has cost or will, and which backends there are."""

from dataclasses import dataclass

from django import template
from django.template import Context

from generation.backends import aliases, get_backend
from generation.outlook import price
from generation.templatetags.generation import once
from storyboards.models import Shot

register = template.Library()


@dataclass(frozen=True)
class Cost:
    """Credits: captured or held for the shot's takes, and what its first take would hold while there is none."""

    spent: int
    estimate: int


@register.simple_tag(takes_context=True)
def cost_of(context: Context, shot: Shot) -> Cost:
    """Return what a shot that `reading` filled in has cost, or is going to; equal shots are priced once per page."""
    if shot.take_list:
        return Cost(sum(take.cost or _held(take) for take in shot.take_list), 0)
    storyboard = shot.scene.storyboard
    known = once(context, "prices", dict)
    wish = shot.frames, shot.backend
    if wish not in known:
        known[wish] = price(storyboard, *wish)
    return Cost(0, known[wish])


def _held(take) -> int:
    return take.estimate if take.state == "working" else 0


@register.simple_tag
def backend_labels() -> list[tuple[str, str]]:
    """Return the aliases of the backends with their names."""
    return [(alias, get_backend(alias).label) for alias in aliases()]
