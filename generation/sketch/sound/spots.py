"""What is heard of what somebody does, at the moments at which it is seen: steps, doors, splashes, cries, thunder."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import numpy as np

from generation.sketch.drawing.pose import RESTING, TIMING
from generation.sketch.drawing.weather import flash
from generation.sketch.reading.understood import Subject, Understood
from generation.sketch.request import SketchRequest

from . import strikes
from .strikes import Strike
from .throats import THROATS, cry

Chance = np.random.Generator


class Spot(NamedTuple):
    """A sound at a time (seconds), how loud (1 is as loud as a spot gets), and where (-1 left to 1 right)."""

    at: float
    sound: np.ndarray
    gain: float
    side: float = 0.0


@dataclass(frozen=True)
class Doing:
    """How an action sounds: which strike, at which shares of each cycle of its picture, how loud."""

    strike: Strike
    shares: tuple[float, ...]
    gain: float
    once: bool = False  # at its first cycle alone
    every: int = 1  # only each so many cycles


GAITS = {
    "walk": 0.35,
    "run": 0.5,
    "climb": 0.35,
    "enter": 0.35,
    "leave": 0.35,
    "dance": 0.35,
    "sneak": 0.1,
    "carry": 0.3,
}
DOINGS: dict[str, tuple[Doing, ...]] = {
    "enter": (Doing(strikes.latch, (0.0,), 0.6, once=True),),
    "leave": (Doing(strikes.slam, (0.9,), 0.6, once=True),),
    "open": (Doing(strikes.latch, (0.3,), 0.8, once=True),),
    "close": (Doing(strikes.slam, (0.6,), 0.8, once=True),),
    "knock": (Doing(strikes.knocks, (0.1,), 0.8),),
    "fall": (Doing(strikes.cloth, (0.1,), 0.3, once=True), Doing(strikes.thud, (0.75,), 0.9, once=True)),
    "jump": (Doing(strikes.thud, (0.9,), 0.5),),
    "swim": (Doing(strikes.stroke, (0.2, 0.7), 0.5),),
    "row": (Doing(strikes.stroke, (0.3,), 0.5),),
    "fight": (Doing(strikes.blow, (0.25, 0.75), 0.7),),
    "kick": (Doing(strikes.blow, (0.4,), 0.7),),
    "throw": (Doing(strikes.whoosh, (0.5,), 0.5),),
    "clap": (Doing(strikes.clap, (0.25, 0.75), 0.5),),
    "cheer": (Doing(strikes.applause, (0.0,), 0.35, every=3),),
    "write": (Doing(strikes.scratch, (0.1,), 0.12),),
    "work": (Doing(strikes.hammer, (0.5,), 0.5),),
    "dig": (Doing(strikes.spade, (0.5,), 0.5),),
    "sweep": (Doing(strikes.scratch, (0.3,), 0.3),),
    "cook": (Doing(strikes.sizzle, (0.0,), 0.3), Doing(strikes.cutlery, (0.5,), 0.12)),
    "pour": (Doing(strikes.pour, (0.2,), 0.4),),
    "eat": (Doing(strikes.cutlery, (0.3, 0.45), 0.25),),
    "drink": (Doing(strikes.cutlery, (0.8,), 0.2),),
    "read": (Doing(strikes.page, (0.6,), 0.2),),
    "phone": (Doing(strikes.ring, (0.0,), 0.25, once=True),),
    "play music": (Doing(strikes.pluck, (0.0, 0.5), 0.45),),
    "hug": (Doing(strikes.cloth, (0.3,), 0.3, once=True),),
    "pick up": (Doing(strikes.cloth, (0.4,), 0.25),),
    "sit": (Doing(strikes.cloth, (0.1,), 0.12, once=True),),
    "push": (Doing(strikes.scrape, (0.3,), 0.5),),
    "pull": (Doing(strikes.scrape, (0.3,), 0.5),),
    "photograph": (Doing(strikes.key, (0.4,), 0.5),),
    "fish": (Doing(strikes.splash, (0.5,), 0.25, once=True),),
    "balance": (Doing(strikes.scrape, (0.0, 0.5), 0.3),),
    "crawl": (Doing(strikes.cloth, (0.2, 0.7), 0.25),),
}  # fmt: skip
CRIES = {"cry": "cry", "laugh": "laugh", "cheer": "cheer", "shout": "shout", "sing": "sing", "lie": "sleep"}
HELD: dict[str, tuple[Strike, float]] = {"match": (strikes.match, 0.5), "key": (strikes.cutlery, 0.2)}
THINGS: dict[str, tuple[Strike, float, float]] = {  # strike, gain, seconds between
    "match": (strikes.match, 0.5, 90.0), "bell": (strikes.chime, 0.4, 2.6), "piano": (strikes.pluck, 0.3, 0.8),
    "explosion": (strikes.blast, 0.9, 90.0), "phone": (strikes.ring, 0.2, 90.0), "pan": (strikes.sizzle, 0.2, 2.4),
}  # fmt: skip
HOOVES = frozenset(("horse", "donkey", "zebra", "cow", "camel", "deer", "goat", "giraffe"))
FLIERS = frozenset(("bird", "crow", "eagle", "owl", "bat", "duck", "swan"))
FOOTLESS = frozenset(("fish", "shark", "whale", "octopus", "snake", "butterfly", *FLIERS))
GROUND_OF = {
    **dict.fromkeys(("beach", "island", "desert", "savannah", "western town", "battlefield"), "soft"),
    **dict.fromkeys(("forest", "jungle", "field", "garden", "park", "farm", "graveyard", "stadium"), "soft"),
    **dict.fromkeys(("road", "planet", "volcano", "canyon", "building site", "ruins", "mountains"), "gravel"),
    **dict.fromkeys(("railway", "playground"), "gravel"),
    **dict.fromkeys(("swamp", "river", "waterfall"), "water"),
    **dict.fromkeys(("ship deck", "harbour", "attic", "stage", "gym", "kitchen", "bar", "café", "living room"), "wood"),
    **dict.fromkeys(("classroom", "train carriage", "lamp room", "workshop"), "wood"),
    **dict.fromkeys(("spaceship", "factory", "elevator", "metro station"), "metal"),
    **dict.fromkeys(("bedroom", "cinema", "hotel lobby", "library", "restaurant", "office", "throne room"), "carpet"),
    "snow field": "snow",
}  # fmt: skip
SOUNDLESS = frozenset(("space",))
VARIANTS = 5
MOST_SUBJECTS, MOST_OF_A_KIND = 6, 3


def spots(request: SketchRequest, seen: Understood, rng: Chance) -> list[Spot]:
    """Return all spot sounds of the shot, earliest first; in space there are none."""
    if seen.place in SOUNDLESS:
        return []
    seconds = request.seconds
    found = [
        spot
        for number, subject in enumerate(seen.subjects[:MOST_SUBJECTS])
        for spot in _of(subject, number, seen, rng, seconds)
    ]
    found += _thunder(request, seen, rng)
    if "fireworks" in seen.features:
        found += _again(strikes.shot_of_light, rng, 1.7, seconds, 0.6)
    return sorted((spot for spot in found if 0 <= spot.at < seconds), key=lambda spot: spot.at)


def _of(subject: Subject, number: int, seen: Understood, rng: Chance, seconds: float) -> Iterator[Spot]:
    side = float(rng.uniform(-0.5, 0.5))
    for place in range(min(subject.count, MOST_OF_A_KIND) if subject.group in ("person", "animal") else 1):
        lag = ((number + place) * 0.37) % 1
        if subject.group in ("person", "animal"):
            yield from _steps(subject, lag, seen, rng, seconds, side)
        if subject.group == "person":
            yield from _doings(subject, lag, seen, rng, seconds, side)
    yield from _cries(subject, rng, seconds, side)
    yield from _things(subject, rng, seconds, side)


def ground_of(seen: Understood) -> str:
    """Return what is walked on."""
    if not seen.interior and seen.weather in ("snow", "blizzard"):
        return "snow"
    return GROUND_OF.get(seen.place, "wood" if seen.interior else "stone")


def _cycle(action: str) -> float:
    return TIMING.get(action, RESTING)[0]


def _moments(action: str, lag: float, shares: tuple[float, ...], seconds: float) -> Iterator[tuple[int, float]]:
    """Yield when the picture of an action shows these shares of its cycle, and in which cycle."""
    length = _cycle(action)
    for cycle in range(int(seconds / length) + 2):
        for share in shares:
            at = (cycle + share - lag) * length
            if 0 <= at < seconds:
                yield cycle, at


def _steps(subject: Subject, lag: float, seen: Understood, rng: Chance, seconds: float, side: float) -> Iterator[Spot]:
    """Feet meet the ground where the legs are furthest apart, twice in a cycle."""
    gain = GAITS.get(subject.action, 0.0)
    if not gain or subject.kind in FOOTLESS or seen.place in ("underwater", "sea"):
        if subject.kind in FLIERS and subject.action == "fly":
            yield from (Spot(at, strikes.wing(rng), 0.2, side) for _c, at in _moments("walk", lag, (0.2, 0.7), seconds))
        return
    hooves, ground = subject.kind in HOOVES, ground_of(seen)
    make: Callable[[], np.ndarray] = (
        (lambda: strikes.hoof(rng))
        if hooves and ground in ("stone", "gravel", "wood")
        else (lambda: strikes.step(rng, ground))
    )
    feet = [make() for _ in range(4)]
    light = 1.0 if subject.group == "person" or hooves else 0.35
    shares = (0.02, 0.25, 0.52, 0.75) if hooves else (0.25, 0.75)
    for index, (_cycle_number, at) in enumerate(_moments(subject.action, lag, shares, seconds)):
        yield Spot(at, feet[index % 4], gain * light * rng.uniform(0.75, 1.0), side)


def _doings(subject: Subject, lag: float, seen: Understood, rng: Chance, seconds: float, side: float) -> Iterator[Spot]:
    if subject.action in ("enter", "leave") and not (seen.interior or any(s.kind == "door" for s in seen.subjects)):
        return
    if subject.action == "type":
        yield from _typing(rng, seconds, side)
    doings = DOINGS.get(subject.action, ()) + (DOINGS["read"] if "reading" in subject.traits else ())
    for doing in doings:
        moments = [at for cycle, at in _moments(subject.action, lag, doing.shares, seconds) if not cycle % doing.every]
        for at, sound in _varied(partial(doing.strike, rng), moments[:1] if doing.once else moments):
            yield Spot(at, sound, doing.gain, side)
    for thing, _colour in subject.held:
        if thing in HELD:
            strike, gain = HELD[thing]
            yield Spot(0.3, strike(rng), gain, side)


def _typing(rng: Chance, seconds: float, side: float) -> Iterator[Spot]:
    keys, at = [strikes.key(rng) for _ in range(5)], 0.1
    while at < seconds:
        yield Spot(at, keys[int(rng.integers(5))], rng.uniform(0.15, 0.3), side)
        at += rng.uniform(0.07, 0.2) if rng.random() < 0.9 else rng.uniform(0.4, 0.9)


def _cries(subject: Subject, rng: Chance, seconds: float, side: float) -> Iterator[Spot]:
    name = subject.kind if subject.group == "animal" or subject.kind == "baby" else CRIES.get(subject.action, "")
    throat = THROATS.get(name)
    if throat is None or (subject.group == "person" and subject.speaking):
        return
    moments, at = [], rng.uniform(0.25, 0.9)
    while at < seconds:
        moments += [at + index * throat.length * 1.35 for index in range(throat.row)]
        at += throat.every / min(3, subject.count) * rng.uniform(0.8, 1.3)
    yield from (Spot(at, sound, throat.gain, side) for at, sound in _varied(lambda: cry(rng, throat), moments))


def _things(subject: Subject, rng: Chance, seconds: float, side: float) -> Iterator[Spot]:
    if subject.kind in THINGS and subject.group != "person":
        strike, gain, every = THINGS[subject.kind]
        yield from (spot._replace(side=side) for spot in _again(strike, rng, every, seconds, gain))
    if subject.kind == "door" and subject.action in ("open", "reach"):
        yield Spot(0.4, strikes.latch(rng), 0.7, side)


def _again(strike: Strike, rng: Chance, every: float, seconds: float, gain: float) -> list[Spot]:
    times, at = [], 0.3
    while at < seconds:
        times.append(at)
        at += every * rng.uniform(0.8, 1.2)
    return [Spot(at, sound, gain, float(rng.uniform(-0.5, 0.5))) for at, sound in _varied(lambda: strike(rng), times)]


def _varied(make: Callable[[], np.ndarray], moments: Sequence[float]) -> Iterator[tuple[float, np.ndarray]]:
    """Yield a sound for each moment: a few different ones, in turn."""
    made = [make() for _moment in moments[:VARIANTS]]
    yield from ((at, made[index % VARIANTS]) for index, at in enumerate(moments))


def _thunder(request: SketchRequest, seen: Understood, rng: Chance) -> Iterator[Spot]:
    """After every lightning that the picture shows, as long as sound takes; indoors it is heard through the walls."""
    if seen.weather != "storm":
        return
    late, last, rolls = rng.uniform(0.25, 0.9), -9.0, [strikes.thunder(rng) for _ in range(3)]
    for index in range(int(request.seconds * 20)):
        at = index / 20
        if flash(seen.weather, at, request.seed) > 40 and at - last > 1.0:
            last = at
            yield Spot(at + late, rolls[index % 3], 0.45 if seen.interior else 0.9)
