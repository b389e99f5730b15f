"""Putting the actors on the stage: how large, where, facing which way, and how they travel."""

from collections.abc import Callable
from dataclasses import dataclass

from generation.sketch.reading.understood import Subject

from .actors import LARGE, Actor, actors_of
from .equipping import aboard, at_work, equipped
from .framing import Framing
from .label import label
from .pen import ellipse, glow, group
from .relating import relate
from .stage import Box, Layer, Motion, Stage, flicker, sway

TRAVEL = {
    "walk": 70.0,
    "run": 170.0,
    "climb": 46.0,
    "enter": 64.0,
    "leave": 60.0,
    "drive": 190.0,
    "swim": 40.0,
    "fly": 90.0,
    "ride": 120.0,
    "sneak": 40.0,
    "crawl": 26.0,
    "push": 40.0,
    "pull": 30.0,
    "carry": 60.0,
    "sail": 40.0,
    "row": 40.0,
}
EMBRACES = frozenset(("hug", "kiss"))
TOWARDS = frozenset(("give", "push", "kick", "aim", "throw", "whisper", "pour", "point", "photograph"))
TOGETHER = EMBRACES | {"talk", "fight", "dance"}
EMBRACED_WIDTH = 400.0  # of two who embrace, as far as a close shot must show them
BETWEEN_HEADS = 136.0  # of two who embrace, in body units
SHOWN_CLOSE = {"MLS": 4, "CS": 4, "MS": 3, "2S": 2, "OTS": 1, "MCU": 2, "CU": 1, "BCU": 1, "ECU": 1, "INS": 1}
ACTOR_DEPTH = 1.0
KERB = 890.0  # the near pavement: trees do not grow on the road
LOWEST_HEAD = 520.0  # where a child's head may be beside a grown person in a close shot
BULKY = frozenset(
    (
        "train",
        "steam train",
        "ship",
        "bus",
        "truck",
        "car",
        "van",
        "taxi",
        "tram",
        "ambulance",
        "fire engine",
        "tank",
        "tractor",
    )
)
AUDIENCES = frozenset(("stage", "stadium", "cinema"))  # these have their own
CROWDS = frozenset(("crowd", "audience", "spectator", "villager", "shopper", "passer-by", "guest"))
EXTRAS_SCALE = 0.74  # of those who stand before them
LEAST_FLYING = 0.2  # of the picture, if nothing but what flies is in it
MOST_LIGHT = 900.0  # how far a flame shines, in units: it lights a picture and does not drown it
MOST_BEFORE, FOREGROUND = 400.0, 985.0  # how high, and where, things stand in the foreground of a close shot
DECKS = {"rowboat": 60.0, "boat": 160.0, "sailboat": 60.0, "ship": 300.0}  # how high the deck lies above the water


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

    def bounds(self) -> Box:
        """What it covers, in units."""
        x0, y0, x1, y1 = self.actor.box
        if self.faces < 0:
            x0, x1 = -x1, -x0
        return self.x + x0 * self.scale, self.y + y0 * self.scale, self.x + x1 * self.scale, self.y + y1 * self.scale


def stage_actors(
    st: Stage, frame: Framing, size: str, seed: int, still: bool, seconds: float, tracking: bool
) -> list[Placed]:
    """Place every subject the place does not already own and add its layers; returns the places, the main one first."""
    needed = {second for _first, how, second in st.seen.relations}
    subjects = [
        (number, equipped(st, s, number))
        for number, s in enumerate(st.seen.subjects)
        if (s.kind not in st.owned or number in needed)
        and not (s.group == "prop" and at_work(st, s.kind))
        and not aboard(st, number)
        and not (s.group == "prop" and s.kind == "moon" and st.outside.stars)
    ]
    company = sum(s.count for s in st.seen.people) > 1 and size != "OTS"
    near = "" if not frame.close or size in ("MLS", "CS") else "company" if company else "near"
    actors = [_numbered(a, number) for number, s in subjects for a in actors_of(s, seed, still, near)]
    large = [a for a in actors if _is_backdrop(a, actors)]
    on_stage = [a for a in actors if a not in large]
    placed = _place_close(st, frame, size, on_stage) if frame.close and on_stage else _place_wide(st, frame, on_stage)
    for index, actor in enumerate(large):
        placed.append(_place_large(st, frame, actor, index, bool(on_stage)))
    placed = [p for p in placed if p.scale > 0]
    relate(st, placed, frame.close)
    for number, place in enumerate(placed):
        _layers(st, place, number, seconds, tracking, size)
    return placed


def _numbered(actor: Actor, number: int) -> Actor:
    actor.number = number
    return actor


def _is_backdrop(actor: Actor, actors: list[Actor]) -> bool:
    living = any(a.subject.group in ("person", "animal") for a in actors)
    if actor.subject.kind in BULKY and living:
        return True
    return actor.subject.group in ("prop", "unknown") and actor.subject.kind in LARGE


def _way(st: Stage, subject: Subject) -> float:
    return -1.0 if subject.action == "leave" else 1.0


def _place_wide(st: Stage, frame: Framing, actors: list[Actor]) -> list[Placed]:
    if not actors:
        return []
    for actor in actors:
        actor.floats = actor.floats or (actor.subject.group == "person" and st.seen.place in ("underwater", "space"))
    standing = [a for a in actors if not a.flies and not (a.floats and st.afloat is not None)]
    flying = _flying(st, frame, [a for a in actors if a.flies], alone=all(a.flies for a in actors))
    floating = _afloat(st, frame, [a for a in actors if a.floats and st.afloat is not None and not a.flies])
    if st.afloat is not None and st.stand is None and st.seen.place == "sea":
        return floating + _aboard(standing, floating) + flying
    extras = _extras(standing)
    placed = _seated(_standing(st, frame, [a for a in standing if a not in extras]))
    return placed + _crowd(st, placed, extras) + floating + flying


def _extras(standing: list[Actor]) -> list[Actor]:
    """The crowd, where somebody is seen before it."""
    crowd = [a for a in standing if a.subject.label in CROWDS]
    return crowd if len(crowd) < len(standing) else []


def _crowd(st: Stage, placed: list[Placed], extras: list[Actor]) -> list[Placed]:
    """Extras stand farther away all over the picture, some to this side and some to that."""
    found: list[Placed] = []
    for index, actor in enumerate(extras if st.seen.place not in AUDIENCES else ()):
        x = st.half * 0.94 * (2 * ((index * 0.618 + 0.12) % 1) - 1)
        lead = placed[0]
        y = (st.stand(x) if st.stand else lead.y) - 40 - 26 * (index % 3)
        found.append(Placed(actor, x, y, lead.scale * EXTRAS_SCALE, 1.0 if index % 2 else -1.0, 0.9))
    return found


def _aboard(actors: list[Actor], floating: list[Placed]) -> list[Placed]:
    """Nobody stands on the sea: people are on deck, behind the boat's side; who has no boat is left out."""
    boats = [place for place in floating if place.actor.subject.kind in DECKS]
    placed = []
    for index, actor in enumerate(actors[: 2 * len(boats)]):
        boat = boats[index % len(boats)]
        x = boat.x + (-620 if index < len(boats) else 620) * boat.scale
        y = boat.y - DECKS[boat.actor.subject.kind] * boat.scale
        placed.append(Placed(actor, x, y, boat.scale, boat.faces, boat.depth - 0.002, boat))
    return placed


def _scale_for(st: Stage, frame: Framing, actors: list[Actor]) -> float:
    """Scale at which the group has the size asked for and fits between the edges of the picture."""
    tallest = max(a.height for a in actors)
    small = 1.0 if any(a.subject.group == "person" for a in actors) else min(2.0, max(0.5, (1000 / tallest) ** 0.62))
    scale = frame.share * small
    low, high = st.spread or (-st.half * 0.9, st.half * 0.9)
    room = (high - low) * 0.96
    needed = sum(a.width for a in actors) + 40 * (len(actors) - 1)
    return min(
        scale,
        room / needed,
        780 / max(a.height for a in actors),
        905 / max(a.tall for a in actors),
        max(st.scale_limit, frame.share if frame.close else 0),
    )


def _standing(st: Stage, frame: Framing, actors: list[Actor]) -> list[Placed]:
    if not actors:
        return []
    actors = _around_fire(actors)
    fire = next((i for i, actor in enumerate(actors) if actor.subject.kind == "campfire"), -1)
    scale = _scale_for(st, frame, actors)
    if st.stand:
        scale = min(scale, (st.stand(0.0) - 80) / max(a.height for a in actors))
    widths = [a.width * scale for a in actors]
    gap = min(70 * scale + 10, 40)
    total = sum(widths) + gap * (len(actors) - 1)
    low, high = st.spread or (-st.half * 0.9, st.half * 0.9)
    free = max(0.0, (high - low - total) / 2)
    centre = (low + high) / 2 - st.side * min(free, st.half * (0.14 if len(actors) < 3 else 0.05))
    x, placed = centre - total / 2, []
    facing = st.side
    for index, (actor, width) in enumerate(zip(actors, widths, strict=True)):
        px = x + width / 2
        y = (st.stand(px) if st.stand else frame.line) + (14 if index % 2 and len(actors) > 2 else 0) * frame.share
        faces = _facing(index, len(actors), actor, facing) if fire < 1 else 1.0 if index < fire else -1.0
        mid = actor.middle * scale * faces
        placed.append(Placed(actor, px - mid, y, scale, faces))
        x += width + gap
    _embraced(placed)
    return placed


def _around_fire(actors: list[Actor]) -> list[Actor]:
    """Several people at a fire have it in their middle."""
    fires = [a for a in actors if a.subject.kind == "campfire"]
    people = [a for a in actors if a.subject.group == "person"]
    if not fires or len(people) < 2:
        return actors
    half = (len(people) + 1) // 2
    rest = [a for a in actors if a not in fires and a not in people]
    return [*people[:half], fires[0], *people[half:], *rest]


def _embraced(placed: list[Placed]) -> None:
    """Two who hug or kiss stand breast to breast, each turned to the other."""
    pairs = [p for p in placed if p.actor.subject.action in EMBRACES]
    for left, right in zip(pairs[::2], pairs[1::2], strict=False):
        middle = (left.x + right.x) / 2
        left.faces, right.faces = 1.0, -1.0
        for place, side in ((left, -1.0), (right, 1.0)):
            place.x = middle + side * (BETWEEN_HEADS / 2 + abs(place.actor.head[0])) * place.scale


def _seated(placed: list[Placed]) -> list[Placed]:
    """Whoever sits is put on the bench or chair that was named."""
    seats = [p for p in placed if p.actor.subject.kind in ("bench", "chair", "sofa", "bed", "stool", "throne")]
    sitters = [
        p
        for p in placed
        if p.actor.subject.group == "person" and p.actor.subject.action in ("sit", "read", "write", "eat", "talk")
    ]
    for seat, sitter in zip(seats, sitters, strict=False):
        seat.x, seat.depth = sitter.x - 20 * seat.scale * sitter.faces, sitter.depth - 0.002
    return placed


def _facing(index: int, count: int, actor: Actor, facing: float) -> float:
    together = actor.subject.action in TOGETHER or actor.subject.speaking
    if count > 1 and (together or (count == 2 and actor.subject.action in TOWARDS)):
        return 1.0 if index < count / 2 else -1.0
    return facing * (-1.0 if actor.subject.action == "leave" else 1.0)


def _flying(st: Stage, frame: Framing, actors: list[Actor], alone: bool) -> list[Placed]:
    placed = []
    for index, actor in enumerate(actors):
        small = {"bird": 0.75, "butterfly": 0.9, "crow": 0.75, "eagle": 0.8, "bat": 0.8, "drone": 0.9, "kite": 0.6}.get(
            actor.subject.kind, 0.34
        )
        scale = max(0.16, frame.share) * small * (0.8 + 0.35 * ((index * 37) % 10) / 10)
        if alone and actor.subject.group == "vehicle":
            scale = max(scale, st.width * LEAST_FLYING / actor.width)
        scale = min(scale, st.width * 0.55 / actor.width, 520 / actor.height)
        x = st.half * (((index * 0.618 + 0.31) % 1) * 1.5 - 0.75)
        if len(actors) == 1:
            x = st.side * st.half * 0.22
        y = 190 + 210 * ((index * 0.414 + 0.2) % 1) + (actor.height * scale * 0.4 if actor.height > 900 else 0)
        placed.append(Placed(actor, x, y, scale, st.side if index % 5 else -st.side, 0.9))
    return placed


def _afloat(st: Stage, frame: Framing, actors: list[Actor]) -> list[Placed]:
    if not actors:
        return []
    assert st.afloat is not None  # noqa: S101 (checked by the caller)
    room, count = st.width * 0.92, len(actors)
    placed = []
    for index, actor in enumerate(actors):
        row = (index * 2 + (count > 2)) % 3
        scale = min(
            max(frame.share, 0.2) * (0.5 if actor.width > 1200 else 1.0),
            room / count / actor.width * 0.94,
            560 / actor.height,
        ) * (0.8 + 0.2 * row)
        x = (
            -room / 2
            + room * (index + 0.5) / count
            - (st.side * st.half * 0.3 if count == 1 else 0)
            - (actor.box[0] + actor.box[2]) / 2 * scale
        )
        under = st.seen.place == "underwater"
        y = st.afloat + (260 * ((index * 0.618) % 1) - 130 if under else 46 + 56 * row)
        placed.append(Placed(actor, x, y, scale, st.side if under else 1.0, 0.78 + 0.05 * row))
    return placed


def _place_large(st: Stage, frame: Framing, actor: Actor, index: int, company: bool) -> Placed:
    scale = min(
        (0.34 if company else 0.5) * (1.25 if frame.close else 1.0) * max(0.5, frame.share / 0.45),
        620 / actor.height,
        st.width * 0.62 / actor.width,
    )
    x = st.side * st.half * (0.5 if company else 0.0) * (1 if index % 2 == 0 else -1) + (index // 2) * 60
    if actor.width * scale > st.width * 0.5:
        x *= 0.3
    y = (
        (st.stand(x) - 10 if st.stand else min(930 if frame.close else frame.line, st.horizon + 230))
        if not actor.floats or st.afloat is None
        else st.afloat + 40
    )
    if st.seen.place == "street" and actor.subject.group == "prop":
        return Placed(actor, x, KERB, scale, 1.0, 0.997)
    return Placed(actor, x, y, scale, 1.0, 0.93)


def _place_close(st: Stage, frame: Framing, size: str, actors: list[Actor]) -> list[Placed]:
    embraced = len([a for a in actors if a.subject.action in EMBRACES])
    shown = actors[: max(SHOWN_CLOSE.get(size, 2), min(embraced, 2))]
    if shown[0].subject.group != "person":
        return _close_things(st, frame, shown)
    people = [a for a in shown if a.subject.group == "person"]
    room = size in ("MLS", "CS", "MS", "MCU", "2S")
    beside = [a for a in actors if a.subject.group == "animal"][:1] if room else []
    before = [a for a in actors if a.subject.group in ("prop", "unknown")][: 2 - len(beside)] if room else []
    lead = max(people, key=lambda a: a.height)
    top = 1000.0 if lead.head_size > 180 else lead.height
    scale = min((1000 - frame.line) / (frame.share * max(lead.height, 320.0)), 14.0)
    span = 0.0 if len(people) == 1 else min(st.half * 1.05, 520 * scale * (len(people) - 1) * 0.62)
    if len(people) > 1:
        scale = min(scale, st.width * 0.94 / (EMBRACED_WIDTH if embraced > 1 else 330 * len(people)))
    shortest = min(a.height for a in people)
    if shortest < lead.height * 0.8:
        scale = min(scale, (LOWEST_HEAD - frame.line) / (lead.height - shortest))
    placed = []
    for index, actor in enumerate(people):
        at = 0.0 if len(people) == 1 else index / (len(people) - 1) - 0.5
        x = at * span if len(people) > 1 else -st.side * st.half * (0.16 if size not in ("CU", "BCU", "ECU") else 0.06)
        faces = (1.0 if at < 0 else -1.0) if len(people) > 1 else st.side
        y = frame.line + top * scale
        x -= actor.head[0] * scale * faces
        placed.append(Placed(actor, x, y, scale, faces))
    _embraced(placed)
    for actor in beside:
        placed.append(
            Placed(
                actor,
                st.side * st.half * 0.55,
                min(placed[0].y, 1040 + actor.height * scale * 0.35),
                scale,
                -st.side,
                1.02,
            )
        )
    return placed + _before(st, before, scale, bool(beside))


def _before(st: Stage, things: list[Actor], scale: float, taken: bool) -> list[Placed]:
    """What lies about in a close shot stands at the lower edge, before the people."""
    placed = []
    for index, thing in enumerate(things):
        own = min(scale, MOST_BEFORE / thing.height, st.half * 0.7 / thing.width)
        thing.light = thing.light and (*thing.light[:2], MOST_BEFORE / own)
        side = st.side * (-1.0 if taken or index else 1.0)
        placed.append(Placed(thing, side * st.half * 0.5, FOREGROUND, own, 1.0, 1.03))
    return placed


def _close_things(st: Stage, frame: Framing, actors: list[Actor]) -> list[Placed]:
    lead = actors[0]
    fill = {0.76: 0.5, 0.64: 0.6, 0.54: 0.7}.get(frame.share, 0.8)
    if lead.subject.group == "animal" and frame.share < 0.4:
        scale = min(900 / (lead.height * 0.62), st.width * 1.3 / lead.width)
        return [Placed(lead, -lead.head[0] * scale * st.side * 0.8, 140 + lead.height * scale, scale, st.side)]
    scale = min(1000 * fill / lead.height, st.width * 0.86 / lead.width)
    y = 500 + lead.height * scale / 2 + 40
    return [Placed(lead, -(lead.box[0] + lead.box[2]) / 2 * scale * st.side, y, scale, st.side)]


def _layers(st: Stage, place: Placed, number: int, seconds: float, tracking: bool, size: str) -> None:
    actor = place.actor
    motion, pick = _motion(st, place, seconds, tracking), _pick(actor, number)
    arts = tuple(group(art, place.x, place.y, place.scale, flip=place.faces < 0) for art in actor.arts)
    box = place.bounds()
    if not actor.flies and not actor.floats and place.carrier is None and actor.subject.kind not in ("picture",):
        width = min(actor.width, 420 if actor.subject.group == "person" else actor.width) * place.scale * 0.52
        shadow = ellipse(
            place.x + (actor.box[0] + actor.box[2]) / 2 * place.scale * place.faces * (actor.subject.group != "person"),
            place.y + 2,
            width,
            width * 0.11,
            "#0c0d14",
            0.2,
        )
        st.layers.append(Layer((shadow,), place.depth - 0.004, lit=False, motion=_flat(motion), rides=True))
    dark = st.light.dark and actor.subject.group != "vehicle"
    st.layers.append(
        Layer(
            arts,
            place.depth + 0.0005 * number,
            box=box,
            lift=0.66 if dark else 0.5,
            motion=motion,
            pick=pick,
            voice=actor.subject.name.casefold(),
            mouths=actor.mouths,
            subject=number,
            pivot=(place.x, place.y) if place.carrier is None else (place.carrier.x, place.carrier.y),
            rides=True,
        )
    )
    if actor.subject.group == "unknown":
        word = label(actor.subject.label, place.x, place.bounds()[1] - 8, 34.0)
        st.layers.append(Layer((word,), place.depth + 0.02, lit=False, motion=motion, rides=True))
    if actor.light and (st.light.dark or actor.subject.kind == "campfire" or st.seen.interior):
        lx, ly, reach = actor.light
        x, y = place.x + lx * place.scale * place.faces, place.y + ly * place.scale
        for strength, above in ((0.5, -0.008), (0.2, 0.03)):
            st.layers.append(
                Layer(
                    (glow(x, y, min(reach * place.scale, MOST_LIGHT), "#ffc66a", strength),),
                    place.depth + above,
                    lit=False,
                    add=True,
                    motion=motion,
                    gain=flicker(0.16, number),
                    fine=False,
                    pivot=(place.x, place.y),
                    rides=True,
                )
            )


def _flat(motion: Motion | None) -> Motion | None:
    return None if motion is None else lambda t: (motion(t)[0], 0.0, 0.0)


def _pick(actor: Actor, number: int) -> Callable[[float], int] | None:
    count = len(actor.arts) // actor.mouths
    if len(actor.arts) < 2:
        return None
    lag = (number * 0.37) % 1
    return lambda t: int((t / actor.seconds + lag) * count) % count


def _motion(st: Stage, place: Placed, seconds: float, tracking: bool) -> Motion | None:
    if place.carrier:
        return _motion(st, place.carrier, seconds, tracking)
    actor = place.actor
    if actor.floats and st.afloat is not None and st.seen.place != "underwater":
        rough = {"storm": 3.0, "wind": 1.8, "rain": 1.3}.get(st.seen.weather, 0.8)
        return sway(8, 9 * rough, 3.4, 3.2 * rough, phase=place.x / 700)
    speed = TRAVEL.get(actor.subject.action, 60.0 if actor.flies and actor.subject.group != "prop" else 0.0)
    if not speed or place.scale <= 0 or tracking:
        return None
    reach = min(speed * seconds * max(0.35, min(place.scale / 0.45, 1.6)), st.half * 0.5)
    x0, _y0, x1, _y1 = place.bounds()
    reach = max(0.0, min(reach, 2 * (st.half * 0.97 - max(abs(x0), abs(x1)))))

    def travel(t: float) -> tuple[float, float, float]:
        dx = place.faces * reach * (t / max(seconds, 0.01) - 0.5)
        return dx, (st.stand(place.x + dx) - st.stand(place.x)) if st.stand and not actor.flies else 0.0, 0.0

    return travel
