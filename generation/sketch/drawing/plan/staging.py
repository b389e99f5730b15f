"""Putting the subjects of a shot on its ground, as they are seen from above."""

import math
from dataclasses import replace

from generation.sketch.drawing.acting import lay_actor
from generation.sketch.drawing.actors import AIRBORNE, Actor
from generation.sketch.drawing.crowds import passers_by, thronging
from generation.sketch.drawing.equipping import WORKPLACES, aboard, equipped
from generation.sketch.drawing.framing import CLOSE, Framing
from generation.sketch.drawing.pen import ellipse, group
from generation.sketch.drawing.placed import Placed
from generation.sketch.drawing.stage import Layer, Stage
from generation.sketch.reading.understood import Subject, Understood

from .actors import actors_above
from .bodies import STRETCHED, STRIDING
from .grounds import paint_ground

ABOVE = frozenset(("overhead", "birds_eye"))
# Where there is no above, or no room for one; a plan of them would show nothing.
NO_PLAN = frozenset(
    ("space", "spaceship", "underwater", "car interior", "train carriage", "cave", "lamp room", "lighthouse stairs")
)
LARGER = 1.5  # heads and shoulders are small beside a body in full length: so much nearer is the camera
HIGHER = 0.62  # what is left of that for a bird
CLOSED = frozenset(
    ("car", "taxi", "van", "truck", "bus", "tram", "train", "ambulance", "fire engine", "tank", "plane", "helicopter")
)
TOGETHER = frozenset(("talk", "hug", "kiss", "fight", "dance", "whisper", "give", "play"))
GATHERED_AT = frozenset(("table", "campfire", "fountain", "piano"))
MIDDLE = 540.0
EDGE = 0.98  # of the picture, within which everybody is
ROOM = 0.88  # of the picture, for whom the shot is about
SUN = {
    "dawn": (-150, 46),
    "morning": (-110, 60),
    "noon": (26, 34),
    "afternoon": (80, 56),
    "sunset": (160, 46),
    "dusk": (120, 40),
}


def is_plan(seen: Understood, angle: str, size: str) -> bool:
    """Whether a shot is drawn from straight above: a close one is of a face, and the place must have a ground."""
    return angle in ABOVE and size not in CLOSE and seen.place not in NO_PLAN


def level(framing: Framing) -> Framing:
    """The framing of a plan: nothing in it is nearer the horizon, and nothing is bent."""
    return replace(framing, tilt=0.0, squash=1.0, horizon=500.0, backdrop=1.0)


def stage_plan(
    st: Stage, framing: Framing, angle: str, seed: int, still: bool, seconds: float, tracking: bool
) -> list[Placed]:
    """Paint the ground, place every subject on it and add its layers; returns the places, the main one first."""
    paint_ground(st)
    scale = framing.share * (HIGHER if angle == "birds_eye" else 1.0)
    if any(s.group == "person" and s.action not in STRETCHED for s in st.seen.subjects):
        scale *= LARGER
    actors = [
        _numbered(actor, number)
        for number, subject in [*enumerate(st.seen.subjects), *((-1, extra) for extra in passers_by(st))]
        if not (number >= 0 and aboard(st, number)) and not _driven(st, number)
        for actor in actors_above(_staged(st, subject, number), seed, still)
    ]
    placed = _inside(st, _related(st, _laid_out(st, actors, scale)))
    for index, place in enumerate(placed):
        _shadow(st, place)
        lay_actor(st, place, index, seconds, tracking)
    return placed


def _numbered(actor: Actor, number: int) -> Actor:
    actor.number = number
    return actor


def _staged(st: Stage, subject: Subject, number: int) -> Subject:
    return thronging(st, equipped(st, subject, number) if number >= 0 else subject)


def _driven(st: Stage, number: int) -> bool:
    """Whether somebody sits under the roof of what they are in, and so is not seen."""
    subjects = st.seen.subjects
    return any(
        first == number and how == "in" and subjects[second].kind in CLOSED for first, how, second in st.seen.relations
    )


def _laid_out(st: Stage, actors: list[Actor], scale: float) -> list[Placed]:
    """People about a table or a fire, if there is one; else all in rows about the middle."""
    people = [a for a in actors if a.subject.group == "person"]
    centre = next((a for a in actors if a.subject.kind in GATHERED_AT), None)
    if centre and len(people) > 1 and not st.seen.relations:
        return _about(st, centre, people, [a for a in actors if a is not centre and a not in people], scale)
    return _in_rows(st, actors, scale)


def _about(st: Stage, centre: Actor, people: list[Actor], rest: list[Actor], scale: float) -> list[Placed]:
    wide, deep = (centre.box[2] - centre.box[0]) / 2 + 250, (centre.box[3] - centre.box[1]) / 2 + 250
    scale = min(scale, st.half * ROOM / (wide + 220), 500 * ROOM / (deep + 220))
    placed = []
    for index, actor in enumerate(people):
        angle = math.pi * (1 + 2 * index / len(people))
        actor.arts = [group(art, turn=math.degrees(angle) + 180) for art in actor.arts]
        placed.append(
            Placed(actor, wide * scale * math.cos(angle), MIDDLE + deep * scale * math.sin(angle), scale, 1.0)
        )
    others = _in_rows(st, rest, scale) if rest else []
    for other in others:
        other.y = 140.0
    return [*placed, Placed(centre, 0.0, MIDDLE, scale, 1.0, 0.99), *others]


def _in_rows(st: Stage, actors: list[Actor], scale: float) -> list[Placed]:
    """As many side by side as the picture has room for; a crowd is all over it."""
    if not actors:
        return []
    widest, deepest = (max(max(_room(a)[axis] for a in actors), 1.0) for axis in (0, 1))
    size, columns = _grid(st, len(actors), widest, deepest, scale)
    rows = -(-len(actors) // columns)
    across = widest * size * min(1.6, max(1.0, st.width * ROOM / (columns * widest * size)))
    down = deepest * size * min(1.3, max(1.0, 1000 * ROOM / (rows * deepest * size)))
    placed = []
    for index, actor in enumerate(actors):
        row, column = divmod(index, columns)
        here = min(columns, len(actors) - row * columns)
        x = (column - (here - 1) / 2) * across - st.side * st.half * (0.06 if len(actors) < 3 else 0.0)
        y = MIDDLE + (row - (rows - 1) / 2) * down
        if len(actors) > 2:  # nobody stands in rank and file
            x, y = x + st.between(-0.2, 0.2) * across, y + st.between(-0.2, 0.2) * down
        placed.append(Placed(actor, x, y, size, _facing(st, actor, index, column < here / 2, here, len(actors))))
    return placed


def _grid(st: Stage, count: int, widest: float, deepest: float, scale: float) -> tuple[float, int]:
    """(scale, how many side by side): as large as may be, and in the shape of the picture."""
    wide, high = st.width * ROOM, 1000 * ROOM
    tried = {}
    for columns in range(1, count + 1):
        rows = -(-count // columns)
        shape = abs(math.log((columns * widest) / (rows * deepest) * high / wide)) if count > 3 else -columns
        tried[columns] = min(scale, wide / (columns * widest), high / (rows * deepest)), shape
    most = max(size for size, _shape in tried.values())
    columns = min((c for c, (size, _shape) in tried.items() if size > 0.96 * most), key=lambda c: tried[c][1])
    return tried[columns][0], columns


def _facing(st: Stage, actor: Actor, index: int, left: bool, here: int, count: int) -> float:
    """To each other, where they have to do with each other; in a crowd any way, and walkers this way and that."""
    if (actor.subject.action in TOGETHER or actor.subject.speaking) and here > 1:
        return 1.0 if left else -1.0
    if count > 3 and actor.subject.action in ("walk", "run"):
        return st.side if index % 2 else -st.side
    if count > 2 and actor.subject.group == "person" and actor.subject.action not in STRIDING | STRETCHED:
        actor.arts = [group(art, turn=(index * 137) % 360 if count > 4 else st.between(-30, 30)) for art in actor.arts]
    return st.side


def _room(actor: Actor) -> tuple[float, float]:
    """How much room an actor takes: people less than their arms could reach."""
    x0, y0, x1, y1 = actor.box
    if actor.subject.group == "person" and actor.subject.action not in STRETCHED and x1 - x0 < 800:
        return 560.0, 520.0
    return x1 - x0 + 90, y1 - y0 + 90


def _related(st: Stage, placed: list[Placed]) -> list[Placed]:
    """Who is on, in or under something is at its place; who is next to it stays beside it."""
    for place in placed:
        work = WORKPLACES.get(place.actor.subject.action, frozenset())
        bench = next(
            (other for other in placed if other.actor.subject.kind in work and other.actor is not place.actor), None
        )
        if bench and place.actor.subject.group == "person" and not any(p.carrier is bench for p in placed):
            gap = (bench.actor.box[2] - bench.actor.box[0]) / 2 + 190
            bench.x, bench.y, bench.carrier = place.x + place.faces * gap * place.scale, place.y, None
    for first, how, second in st.seen.relations:
        who = [place for place in placed if place.actor.number == first]
        whom = [place for place in placed if place.actor.number == second]
        if not who or not whom or how not in ("on", "in", "under", "over"):
            continue
        for index, place in enumerate(who):
            target = whom[index % len(whom)]
            share = index - (len(who) - 1) / 2 if len(whom) == 1 else 0.0
            place.x, place.y, place.faces = target.x + share * 300 * place.scale, target.y, target.faces
            if target.actor.subject.kind == "bed":
                place.x -= 60 * place.scale * target.faces
            place.depth, place.carrier = target.depth + (0.02 if how != "under" else -0.004), target
    return placed


def _inside(st: Stage, placed: list[Placed]) -> list[Placed]:
    """Nobody is cut off by the edge of the picture who has room in it."""
    for place in placed:
        x0, y0, x1, y1 = place.bounds()
        place.x += max(0.0, -st.half * EDGE - x0) - max(0.0, x1 - st.half * EDGE)
        place.y += max(0.0, 500 - 500 * EDGE - y0) - max(0.0, y1 - 500 - 500 * EDGE)
    return placed


def _shadow(st: Stage, place: Placed) -> None:
    """On which side the light comes from, and how low it stands."""
    if place.actor.subject.group == "prop" and place.actor.height < 300:
        return
    x0, y0, x1, y1 = place.actor.box
    dx, dy = (24, 30) if st.seen.interior or st.outside.dark else SUN.get(st.seen.hour, (60, 50))
    lifted = 3.0 if place.actor.subject.kind in AIRBORNE else 1.0
    body = place.actor.subject.group == "person" and place.actor.subject.action not in STRETCHED and x1 - x0 < 800
    rx, ry = (130.0, 190.0) if body else ((x1 - x0) * 0.45, (y1 - y0) * 0.42)
    s = place.scale * 0.62
    art = ellipse(
        place.x + dx * s * lifted, place.y + dy * s * lifted, (rx + abs(dx) * 0.5) * s, ry * s, "#0c0d14", 0.26
    )
    st.layers.append(Layer((group(art),), place.depth - 0.003, lit=False, rides=True, subject=-1))
