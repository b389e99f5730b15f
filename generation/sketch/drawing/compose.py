"""From a request to a stage full of layers."""

import hashlib
from dataclasses import dataclass, replace

import numpy as np

from generation.sketch.reading.reader import understand
from generation.sketch.reading.understood import Subject, Understood
from generation.sketch.request import SketchRequest

from .actors import LARGE
from .framing import CLOSE, WIDE, Framing, framing_of
from .inserts import insert_of, stage_insert
from .light import indoors, light_of
from .looks import Looks, looks_of
from .pen import group
from .person import from_behind
from .placed import Placed
from .places import paint_place
from .plan.staging import is_plan, level, stage_plan
from .stage import Layer, Stage
from .staging import stage_actors
from .titles import stage_title, title_of
from .weather import paint_weather

SAME_DEPTH = 0.013
BEHIND = 0.96
LYING = frozenset(("MLS", "CS", "MS", "2S", "MCU"))  # sizes too close for somebody who lies, or for their bench
SEATS = frozenset(("bench", "chair", "sofa", "bed"))
NARROW = frozenset(("car interior",))
STRANGER = Subject("person", "person", "person")


@dataclass
class Composition:
    """Everything of a shot that does not depend on time."""

    stage: Stage
    framing: Framing
    placed: list[Placed]
    seen: Understood
    size: str

    @property
    def focus(self) -> tuple[float, float]:
        """Where the camera's interest lies, in units."""
        if not self.placed:
            return (0.0, 520.0)
        first = self.placed[0]
        x = first.x + first.actor.head[0] * first.scale * first.faces
        y = first.y + first.actor.head[1] * first.scale * (1.0 if self.framing.close else 0.6)
        return x, min(900.0, max(100.0, y))


def chance(request: SketchRequest) -> np.random.Generator:
    """The shot's own chance: it depends on the words and the seed, not on size, length or rate."""
    told = f"{request.seed}|{request.action}|{request.setting}|{request.place}|{request.time_of_day}"
    return np.random.default_rng(int.from_bytes(hashlib.sha256(told.encode("utf-8", "replace")).digest()[:8], "big"))


def compose(request: SketchRequest, still: bool = False) -> Composition:
    """Draw the shot's place, put its subjects on it, and let the weather in."""
    seen = understand(request)
    insert = insert_of(seen, seen.size)
    card = title_of(request.action) if insert is None and not seen.subjects else ""
    size = seen.size if insert or card else _shown_size(seen)
    above = not (insert or card) and is_plan(seen, request.angle, size)
    framing = framing_of("INS" if insert else size, request.angle, seen.interior)
    framing = level(framing) if above else framing
    outside = light_of(seen.hour, seen.weather)
    rng = chance(request)
    half = 500.0 * request.width / request.height
    stage = Stage(
        seen,
        indoors(outside, seen.hour) if seen.interior else outside,
        outside,
        rng,
        half,
        framing.horizon,
        figures=any(s.group != "prop" for s in seen.subjects),
        side=1.0 if rng.random() < 0.5 else -1.0,
    )
    placed: list[Placed] = []
    tracking = seen.move[0] in ("tracking", "truck", "arc", "drone")
    if above:
        placed = stage_plan(stage, framing, request.angle, request.seed, still, request.seconds, tracking)
    else:
        paint_place(stage)
        _soften(stage, framing)
    if above:
        pass
    elif insert:
        stage_insert(stage, insert, *_skin_and_sleeve(seen, request.seed))
    elif card:
        stage_title(stage, card)
    else:
        if framing.close:
            stage.stand = stage.spread = stage.afloat = None
        placed = stage_actors(stage, framing, size, request.seed, still, request.seconds, tracking)
        if size == "OTS":
            _shoulder(stage, seen, request.seed)
    if not above:
        paint_weather(stage)
    stage.layers.sort(key=lambda layer: layer.rank)
    stage.layers = _merged(stage.layers)
    return Composition(stage, framing, placed, seen, size)


def _shown_size(seen: Understood) -> str:
    """The size in which the shot can be read: nobody lies down in a close-up, and no close-up shows nothing."""
    size = seen.size
    if seen.place in NARROW and size in WIDE:
        return "MS"
    if size in CLOSE and all(s.group == "prop" for s in seen.subjects):
        return "WS" if not seen.subjects or any(s.kind in LARGE for s in seen.subjects) else size
    seats = any(s.kind in SEATS for s in seen.subjects)
    down = any(s.action == "lie" or (s.action == "sit" and seats) for s in seen.people)
    return "FS" if down and size in LYING else size


def _merged(layers: list[Layer]) -> list[Layer]:
    """Neighbouring sheets that stand still at nearly one depth become one: fewer to rasterise and to lay."""
    merged: list[Layer] = []
    for layer in layers:
        last = merged[-1] if merged else None
        if last and _alike(last, layer):
            merged[-1] = replace(last, arts=(last.arts[0] + layer.arts[0],), fine=last.fine or layer.fine)
        else:
            merged.append(layer)
    return merged


def _alike(a: Layer, b: Layer) -> bool:
    plain = not any((x.moves or x.add or x.box or x.rides or len(x.arts) > 1) for x in (a, b))
    return plain and abs(b.depth - a.depth) < SAME_DEPTH and (a.lit, a.lift, a.blur) == (b.lit, b.lift, b.blur)


def _soften(stage: Stage, framing: Framing) -> None:
    """In close shots what lies behind is out of focus."""
    for layer in stage.layers:
        if framing.close and layer.add and layer.depth > BEHIND:
            layer.depth = BEHIND  # the light of a lamp lies behind a face, not on it
        if framing.blur and layer.depth < 0.99:
            layer.blur = max(layer.blur, framing.blur)


def _skin_and_sleeve(seen: Understood, seed: int) -> tuple[str, str]:
    looks = looks_of(seen.people[0] if seen.people else STRANGER, 0, seed)
    return looks.skin, looks.top


def _shoulder(stage: Stage, seen: Understood, seed: int) -> None:
    """Somebody's back at the edge of the picture."""
    people = seen.people
    near = people[1] if len(people) > 1 else replace(STRANGER, label="listener")
    looks: Looks = looks_of(near, 0, seed if near.name else 0)  # whoever listens is the same in every shot
    drawn = from_behind(looks)
    x = stage.side * stage.half * 0.62
    stage.layers.append(
        Layer((group(drawn.art, x, 2750, 2.7),), 1.28, lift=0.3, blur=3.0, box=(x - 900, -200, x + 900, 1800))
    )
