"""A subject as drawings from above: one for each phase of what it does."""

from generation.sketch.drawing import animals, props, vehicles
from generation.sketch.drawing.actors import AIRBORNE, LIVERIES, Actor
from generation.sketch.drawing.flames import PHASES, SECONDS
from generation.sketch.drawing.looks import looks_of
from generation.sketch.drawing.milling import lead_in, milling, pace
from generation.sketch.drawing.pose import RESTING, TIMING
from generation.sketch.drawing.stage import Box
from generation.sketch.reading.people import COATS
from generation.sketch.reading.understood import Subject

from .bodies import STRIDING, animal_above, person_above
from .things import thing_above, vehicle_above

STEPS, GESTURES = 8, 6  # drawings of a stride and of what is done with the hands
HOVERING = frozenset(("bird", "crow", "eagle", "bat"))
Drawing = tuple[str, Box]


def actors_above(subject: Subject, seed: int, still: bool) -> list[Actor]:
    """One actor for each of the subject's number, with the looks that it has from the side."""
    return [_actor(subject, index, seed, still) for index in range(min(subject.count, 12))]


def _actor(subject: Subject, index: int, seed: int, still: bool) -> Actor:
    drawn, seconds = _drawn(subject, index, seed, still)
    acts = milling(subject, index) if subject.group == "person" else subject
    box = drawn[0][1]
    return Actor(acts, [art for art, _box in drawn], box, seconds, box[3] - box[1], light=_light(subject), floats=True)


def _drawn(subject: Subject, index: int, seed: int, still: bool) -> tuple[list[Drawing], float]:
    """The drawings, and the seconds that they take."""
    if subject.group == "person":
        return _person(milling(subject, index), index, seed, still)
    if subject.group == "animal":
        return _animal(subject, still)
    if subject.group == "vehicle":
        livery = LIVERIES.get(subject.label, ("", ""))
        colours = subject.colour or livery[0], dict(subject.colours).get("second", livery[1])
        side, box = vehicles.vehicle(subject.kind, *colours, 0.1)
        return [vehicle_above(subject.kind, side, box, *colours)], SECONDS
    if subject.group == "unknown":
        return [props.silhouette(subject.colour, subject.label)], SECONDS
    side, box = props.prop(subject.kind, subject.colour)
    burns = subject.kind == "campfire" and not still
    phases = [i / PHASES for i in range(PHASES)] if burns else [0.2]
    return [thing_above(subject.kind, subject.colour, side, box, phase) for phase in phases], SECONDS


def _person(subject: Subject, index: int, seed: int, still: bool) -> tuple[list[Drawing], float]:
    seconds, count = TIMING.get(subject.action, RESTING)
    count = STEPS if subject.action in STRIDING else min(count, GESTURES)
    ahead = lead_in(subject, index)
    phases = [(0.18 + ahead) % 1] if still else [((k + 0.18) / count + ahead) % 1 for k in range(count)]
    looks = looks_of(subject, index, seed)
    canopies = [hue or COATS[(index * 3 + 1) % len(COATS)] for kind, hue in subject.held if kind == "umbrella"]
    hands = [_lying(kind, hue) for kind, hue in subject.held if kind in props.PAINTERS and kind != "umbrella"]
    umbrella, in_hand = next(iter(canopies), None), next(iter(hands), "")
    drawn = [person_above(looks, subject.action, phase, umbrella, in_hand) for phase in phases]
    return drawn, seconds * pace(subject, index)


def _animal(subject: Subject, still: bool) -> tuple[list[Drawing], float]:
    moving = subject.action in (*STRIDING, "fly", "swim")
    side, box = animals.animal(
        subject.kind, animals.fur(subject.label, subject.colour), dict(subject.colours).get("second", ""), "stand", 0.2
    )
    flying = subject.action == "fly" or (subject.kind in AIRBORNE and "perched" not in subject.traits)
    count = 1 if still else STEPS if moving or flying else 3
    phases = [(k + 0.2) / count for k in range(count)]
    drawn = [animal_above(subject.kind, side, box, phase, flying or subject.kind in HOVERING) for phase in phases]
    return drawn, 0.7 if moving or flying else 1.8


def _lying(kind: str, hue: str) -> str:
    """What is held, as it lies in a hand."""
    side, box = props.prop(kind, hue)
    return thing_above(kind, hue, side, box, 0.2)[0]


def _light(subject: Subject) -> tuple[float, float, float] | None:
    luminous = {kind for kind, _hue in subject.held} | {subject.kind}
    return next(((0.0, 0.0, props.LUMINOUS[kind][1]) for kind in props.LUMINOUS if kind in luminous), None)
