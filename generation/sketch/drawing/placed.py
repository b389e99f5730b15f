"""An actor with its place on the stage."""

from dataclasses import dataclass

from .actors import Actor
from .stage import Box

ACTOR_DEPTH = 1.0
EMBRACES = frozenset(("hug", "kiss"))
BETWEEN_HEADS = 136.0  # of two who embrace, in body units


@dataclass
class Placed:
    """An actor with its place: x and y of its feet in units, and scale from body units."""

    actor: Actor
    x: float
    y: float
    scale: float
    faces: float
    depth: float = ACTOR_DEPTH
    carrier: "Placed | None" = None
    blur: float = 0.0

    def bounds(self) -> Box:
        """What it covers, in units."""
        x0, y0, x1, y1 = self.actor.box
        if self.faces < 0:
            x0, x1 = -x1, -x0
        return self.x + x0 * self.scale, self.y + y0 * self.scale, self.x + x1 * self.scale, self.y + y1 * self.scale


def embraced(placed: list[Placed]) -> None:
    """Two who hug or kiss stand breast to breast, each turned to the other."""
    pairs = [p for p in placed if p.actor.subject.action in EMBRACES]
    for left, right in zip(pairs[::2], pairs[1::2], strict=False):
        middle = (left.x + right.x) / 2
        left.faces, right.faces = 1.0, -1.0
        for place, side in ((left, -1.0), (right, 1.0)):
            place.x = middle + side * (BETWEEN_HEADS / 2 + abs(place.actor.head[0])) * place.scale
