"""The slates of a storyboard's shots, as its board shows them."""

from storyboards.models import Shot, Storyboard
from storyboards.reading import read_numbers


def slates(storyboard: Storyboard) -> dict[int, str]:
    """Return the slate of every live shot, by the shot's key, in the order of the film."""
    return read_numbers(storyboard).slates


def in_order(storyboard: Storyboard):
    """Return the live shots of `storyboard`, first to last, but those that are omitted: what a film shows."""
    shots = Shot.objects.live().filter(scene__storyboard=storyboard, scene__deleted_at=None)
    shots = shots.filter(omitted=False, scene__omitted=False)
    return shots.select_related("scene__storyboard__team").order_by("scene__position", "scene__pk", "position", "pk")
