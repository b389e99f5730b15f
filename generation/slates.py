"""The slates of a storyboard's shots, as its board shows them."""

from storyboards.models import Shot, Storyboard
from storyboards.numbering import scene_numbers, slate


def slates(storyboard: Storyboard) -> dict[int, str]:
    """Return the slate of every live shot, by the shot's key, in the order of the film."""
    scenes = list(storyboard.scenes.live())
    numbers = dict(zip((scene.pk for scene in scenes), scene_numbers([scene.number for scene in scenes]), strict=True))
    counts = dict.fromkeys(numbers, 0)
    named = {}
    for shot in in_order(storyboard):
        named[shot.pk] = slate(numbers[shot.scene_id], counts[shot.scene_id])
        counts[shot.scene_id] += 1
    return named


def in_order(storyboard: Storyboard):
    """Return the live shots of `storyboard`, first to last."""
    shots = Shot.objects.live().filter(scene__storyboard=storyboard, scene__deleted_at=None)
    return shots.select_related("scene__storyboard__team").order_by("scene__position", "scene__pk", "position", "pk")
