"""Putting the actors on the stage: how large, where, and facing which way."""

from .acting import lay_actor
from .actors import LARGE, Actor, actors_of
from .close_shots import place_close
from .crowds import behind_a_face, crowd_of, passers_by, place_crowd, thronging
from .equipping import aboard, at_work, equipped
from .framing import Framing
from .placed import ACTOR_DEPTH, EMBRACES, Placed, embraced
from .relating import in_water, relate
from .stage import Stage

TOWARDS = frozenset(("give", "push", "kick", "aim", "throw", "whisper", "pour", "point", "photograph", "water"))
TOGETHER = EMBRACES | {"talk", "fight", "dance"}
KERB = 890.0  # the near pavement: trees do not grow on the road
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
SUNK = 262.0  # how deep a swimmer lies in the water, in body units
AFLOAT_IN = frozenset(("underwater", "space"))
SQUEEZED = 0.72  # of the size asked for: smaller, a group stands in two rows
REAR_HIGHER, REAR_SMALLER = 120.0, 0.94  # the second row of a group, in body units and as a share
LEAST_FLYING = 0.2  # of the picture, if nothing but what flies is in it
DECKS = {"rowboat": 60.0, "boat": 160.0, "sailboat": 60.0, "ship": 300.0}  # how high the deck lies above the water


def stage_actors(
    st: Stage, frame: Framing, size: str, seed: int, still: bool, seconds: float, tracking: bool
) -> list[Placed]:
    """Place every subject the place does not already own and add its layers; returns the places, the main one first."""
    needed = {second for _first, how, second in st.seen.relations}
    subjects = [
        (number, thronging(st, equipped(st, s, number)))
        for number, s in enumerate(st.seen.subjects)
        if (s.kind not in st.owned or number in needed or (s.group == "prop" and s.action != "stand"))
        and not (s.group == "prop" and at_work(st, s.kind))
        and not aboard(st, number)
        and not (s.group == "prop" and s.kind == "moon" and st.outside.stars)
    ]
    company = sum(s.count for s in st.seen.people) > 1 and size != "OTS"
    near = "" if not frame.close or size in ("MLS", "CS") else "company" if company else "near"
    subjects += [(-1, extra) for extra in passers_by(st)]
    actors = [_numbered(a, number) for number, s in subjects for a in actors_of(s, seed, still, near)]
    large = [a for a in actors if _is_backdrop(a, actors)]
    on_stage = [a for a in actors if a not in large]
    placed = (_place_close if frame.close and on_stage else _place_wide)(st, frame, size, on_stage)
    for index, actor in enumerate(large):
        placed.append(_place_large(st, frame, actor, index, bool(on_stage)))
    placed = [p for p in placed if p.scale > 0]
    relate(st, placed, frame.close)
    for number, place in enumerate(placed):
        lay_actor(st, place, number, seconds, tracking)
    return placed


def _numbered(actor: Actor, number: int) -> Actor:
    actor.number = number
    return actor


def _is_backdrop(actor: Actor, actors: list[Actor]) -> bool:
    living = any(a.subject.group in ("person", "animal") for a in actors)
    if actor.subject.kind in BULKY and living:
        return True
    return actor.subject.group in ("prop", "unknown") and actor.subject.kind in LARGE


def _place_close(st: Stage, frame: Framing, size: str, actors: list[Actor]) -> list[Placed]:
    """Faces, and of a crowd those behind whom there is somebody to be seen before it."""
    crowd = crowd_of(actors)
    rest = [a for a in actors if a not in crowd] or crowd
    placed = place_close(st, frame, size, rest)
    shown = [place.actor for place in placed]
    return placed + behind_a_face(st, placed[0], [a for a in crowd if a not in shown], frame.blur)


def _place_wide(st: Stage, frame: Framing, _size: str, actors: list[Actor]) -> list[Placed]:
    if not actors:
        return []
    for actor in actors:
        swims = st.afloat is not None and actor.subject.action == "swim"
        actor.floats = actor.floats or (actor.subject.group == "person" and (swims or st.seen.place in AFLOAT_IN))
        if st.seen.place == "sea" and actor.subject.group != "person" and not actor.flies:
            actor.floats = True  # rocks and all else stand in the water
    standing = [a for a in actors if not a.flies and not (a.floats and st.afloat is not None)]
    flying = _flying(st, frame, [a for a in actors if a.flies], alone=all(a.flies for a in actors))
    floating = _afloat(st, frame, [a for a in actors if a.floats and st.afloat is not None and not a.flies])
    if st.afloat is not None and st.stand is None and st.seen.place == "sea":
        borne = [a for a in standing if any(a.number == one and how == "on" for one, how, _on in st.seen.relations)]
        on_rocks = [Placed(actor, 0.0, st.afloat, frame.share, st.side) for actor in borne]
        return floating + on_rocks + _aboard([a for a in standing if a not in borne], floating) + flying
    extras = crowd_of(standing)
    placed = _seated(_standing(st, frame, [a for a in standing if a not in extras]))
    return placed + (place_crowd(st, frame, placed, extras) if extras else []) + floating + flying


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
    if scale < frame.share * SQUEEZED and len(actors) > 2 and all(a.subject.group == "person" for a in actors):
        return _in_two_rows(st, frame, actors)
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
    embraced(placed)
    return placed


def _in_two_rows(st: Stage, frame: Framing, actors: list[Actor]) -> list[Placed]:
    """A group that a narrow picture has no room for side by side: some stand behind the gaps between the others."""
    front, back = actors[::2], actors[1::2]
    scale = min(_scale_for(st, frame, front), _scale_for(st, frame, [*back, back[-1]]))
    low, high = st.spread or (-st.half * 0.9, st.half * 0.9)
    step = min((high - low) / len(front), max(a.width for a in actors) * scale * 1.06)
    placed = []
    for index, actor in enumerate(actors):
        behind = index % 2
        x = (low + high) / 2 + step * (index // 2 - (len(front) - 1) / 2 + 0.5 * behind)
        y = (st.stand(x) if st.stand else frame.line) - behind * REAR_HIGHER * scale
        faces = _facing(index, len(actors), actor, st.side)
        size = scale * (REAR_SMALLER if behind else 1.0)
        placed.append(Placed(actor, x - actor.middle * size * faces, y, size, faces, ACTOR_DEPTH - 0.008 * behind))
    embraced(placed)
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
    waters = actor.subject.action == "water" and not index  # the plants stand behind who was named first
    if count > 1 and (together or waters or (count == 2 and actor.subject.action in TOWARDS)):
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
        if actor.subject.group == "person" and not under and st.seen.place != "space":
            y, actor.arts = y + SUNK * scale, [in_water(art) for art in actor.arts]
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
