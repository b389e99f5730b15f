"""The stage of one shot: what a place draws on, and the layers that come of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from generation.sketch.reading.understood import Understood

from .light import Light
from .pen import Point

Box = tuple[float, float, float, float]
Motion = Callable[[float], tuple[float, float, float]]
TOP, BOTTOM = -700.0, 1750.0


@dataclass
class Layer:
    """A sheet of art at a depth (0 sky, 1 where the figures stand, above 1 near), with its own motion.

    `pick(t)` chooses one of the arts, `motion(t)` gives (dx, dy, degrees about pivot), `gain(t)` the strength of light;
    t is seconds. Of a `voice` each art comes with `mouths` mouths, from closed to open. `add` sheets are light, laid
    over by adding. `lit` sheets take the light of the hour.
    """

    arts: tuple[str, ...]
    depth: float
    box: Box | None = None
    lit: bool = True
    lift: float = 0.0
    add: bool = False
    blur: float = 0.0
    pick: Callable[[float], int] | None = None
    voice: str = ""
    mouths: int = 1
    motion: Motion | None = None
    pivot: Point = (0.0, 0.0)
    gain: Callable[[float], float] | None = None
    subject: int = -1
    fine: bool = True
    rides: bool = False
    order: float = -1.0

    @property
    def rank(self) -> float:
        """Place in the pile: its depth, unless an order of its own was given (ground lies under what stands on it)."""
        return self.depth if self.order < 0 else self.order

    @property
    def moves(self) -> bool:
        """Whether it changes without the camera."""
        return bool(self.motion or self.gain or (self.pick and len(self.arts) > 1))


@dataclass
class Stage:
    """Where a place draws: x = 0 in the middle, visible from -half to half, y from 0 (top) to 1000 (bottom)."""

    seen: Understood
    light: Light
    outside: Light
    rng: np.random.Generator
    half: float
    horizon: float
    figures: bool
    layers: list[Layer] = field(default_factory=list)
    side: float = 1.0
    stand: Callable[[float], float] | None = None
    spread: tuple[float, float] | None = None
    afloat: float | None = None
    scale_limit: float = 10.0
    owned: frozenset[str] = frozenset()

    @property
    def left(self) -> float:
        """The leftmost x that any camera can see."""
        return -self.half * 2.4 - 200

    @property
    def right(self) -> float:
        """The rightmost x that any camera can see."""
        return -self.left

    @property
    def width(self) -> float:
        """Visible width in units."""
        return self.half * 2

    def add(self, art: str, depth: float, **how: object) -> None:
        """Put art at a depth; see Layer for the rest."""
        if art:
            self.layers.append(Layer((art,), depth, **how))  # type: ignore[arg-type]

    def light_up(self, art: str, depth: float, gain: Callable[[float], float] | None = None, **how: object) -> None:
        """Put light at a depth."""
        self.layers.append(Layer((art,), depth, lit=False, add=True, gain=gain, fine=False, **how))  # type: ignore[arg-type]

    def between(self, low: float, high: float) -> float:
        """A number from the shot's own chance."""
        return float(self.rng.uniform(low, high))

    def denies(self, *words: str) -> bool:
        """Whether the words say that one of these shall not be there."""
        return bool(set(self.seen.denied) & set(words))

    def has(self, *kinds: str) -> bool:
        """Whether the shot names one of these subjects or features."""
        return bool({s.kind for s in self.seen.subjects} & set(kinds) or set(self.seen.features) & set(kinds))


def drift(speed: float, span: float) -> Motion:
    """Slow travel to the side, `speed` units a second, that comes back after `span` units."""
    return lambda t: ((t * speed + span / 2) % span - span / 2, 0.0, 0.0)


def sway(dx: float, dy: float, period: float, turn: float = 0.0, phase: float = 0.0) -> Motion:
    """A soft swing to and fro."""

    def move(t: float) -> tuple[float, float, float]:
        a = 2 * np.pi * (t / period + phase)
        return dx * float(np.sin(a)), dy * float(np.cos(a)), turn * float(np.sin(a + 0.7))

    return move


def flicker(depth: float = 0.16, phase: float = 0.0) -> Callable[[float], float]:
    """The strength of a flame over time, about 1."""
    return lambda t: 1 - depth * (0.5 + 0.28 * np.sin(11.3 * t + phase) + 0.22 * np.sin(23.7 * t + 1.3 + phase * 2))
