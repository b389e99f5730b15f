"""A subject as drawings: one for each phase of what it does, with its size and where its light is."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from generation.sketch.reading.people import COATS
from generation.sketch.reading.understood import Subject

from . import animals, props, vehicles
from .body import Pose
from .flames import SECONDS
from .handheld import umbrella
from .looks import looks_of
from .milling import lead_in, milling, pace
from .person import person
from .pose import RESTING, TIMING, near_pose, pose_of
from .stage import Box

Maker = Callable[[Subject, int, int, bool], "Actor"]
CARRIED = {"umbrella": ("hold", 1.0), "kite": ("wave", 1.0)}
HELD_SCALE = {
    "balloon": 1.0,
    "bag": 1.0,
    "lantern": 1.15,
    "book": 0.8,
    "letter": 0.8,
    "box": 0.7,
    "cup": 0.9,
    "phone": 1.0,
    "guitar": 1.0,
    "hammer": 0.5,
    "baby": 0.8,
    "gun": 0.7,
    "apple": 0.5,
    "cigarette": 0.8,
    "watering can": 0.8,
}
LIT = frozenset(("car", "van", "truck", "bus", "taxi", "ambulance", "fire engine", "tram", "tractor"))
SIZES = {"spider": 0.4, "crab": 0.6, "frog": 0.5, "owl": 0.75, "turtle": 0.75, "bat": 0.7, "mouse": 0.8, "crow": 0.6}
SMILING = frozenset(("smile", "laugh", "wave", "dance", "hug", "cheer", "clap", "sing", "play"))
HANGING = frozenset(("bag", "lantern", "suitcase", "basket", "bucket"))
FLYERS = frozenset(("bird", "crow", "eagle", "bat", "butterfly"))
SWIMMERS = frozenset(("fish", "whale", "shark"))
AIRBORNE = FLYERS | {"plane", "helicopter", "balloon ship", "kite", "moon", "drone", "ufo", "satellite"}
AFLOAT = SWIMMERS | {"rowboat", "boat", "sailboat", "ship", "duck", "swan", "octopus", "submarine"}
LARGE = frozenset(
    (
        "tree",
        "house",
        "tower",
        "lighthouse",
        "statue",
        "tent",
        "piano",
        "shelf",
        "door",
        "machine",
        "train",
        "steam train",
        "well",
        "bed",
        "sofa",
        "picture",
        *(
            "pine",
            "palm",
            "hut",
            "barn",
            "windmill",
            "pyramid",
            "gate",
            "fence",
            "fountain",
            "street lamp",
            "phone box",
        ),
        *(
            "traffic light",
            "wardrobe",
            "fridge",
            "stove",
            "fireplace",
            "blackboard",
            "screen",
            "hammock",
            "swing",
            "cross",
        ),
        *("explosion", "bathtub", "throne", "cactus", "scarecrow", "snowman", "ladder"),
    )
)


LIVERIES = {"police car": ("#f0efe9", "#27508c"), "squad car": ("#f0efe9", "#27508c"), "cab": ("#e2b23a", "")}
CAR_COLOURS = ("#b5523b", "#4d7298", "#d8d3c6", "#5e7f52", "#6d6f74")
MOST_POSES = 6
IDLE = ("stand", "look", "look up", "look down", "smile", "think")
MEMBERS = {
    "couple": ("woman", "man"), "family": ("man", "woman", "girl", "boy"), "pair": ("man", "woman"),
    "lover": ("woman", "man"),
}  # fmt: skip
SHELTERED = {"front": (12, 165), "side": (30, 150)}  # the arm that holds an umbrella over its head
UMBRELLA_DROP = 250.0
CAMPFIRE_WIDTH = 620.0
UMBRELLA_REACH = 1.4  # of the height of who stands below it
DESK_MIDDLE = 220.0
DESKED = frozenset(("write", "type", "eat", "cook"))


@dataclass
class Actor:
    """Drawings in body units (a grown person is 1000 high), feet at (0, 0), facing right."""

    subject: Subject
    arts: list[str]
    box: Box
    seconds: float
    height: float
    head: tuple[float, float] = (0.0, 0.0)
    head_size: float = 0.0
    light: tuple[float, float, float] | None = None
    flies: bool = False
    floats: bool = False
    faces: float = 1.0
    members: list[float] = field(default_factory=list)
    number: int = -1  # whose of the shot's subjects it is
    mouths: int = 1  # of each drawing there are so many, the mouth from closed to open

    @property
    def width(self) -> float:
        """Room it needs to the sides."""
        wide = self.box[2] - self.box[0]
        if self.subject.kind == "campfire":
            return CAMPFIRE_WIDTH  # its light takes no room
        if self.subject.group != "person" or self.subject.action in ("lie", "swim"):
            return wide
        roomy = self.subject.action in DESKED or self.tall > self.height
        return min(wide, 760.0 if roomy else 440.0)

    @property
    def middle(self) -> float:
        """Where the middle of it is, beside its feet: people stand on theirs, unless a desk is before them."""
        if self.subject.group != "person":
            return (self.box[0] + self.box[2]) / 2
        return DESK_MIDDLE if self.subject.action in DESKED else 0.0

    @property
    def tall(self) -> float:
        """How high it reaches with what it holds over its head."""
        sheltered = any(kind == "umbrella" for kind, _hue in self.subject.held)
        return max(self.height, self.height * UMBRELLA_REACH if sheltered else 0.0)


def actors_of(subject: Subject, seed: int, still: bool, close: str = "") -> list[Actor]:
    """One actor for each of the subject's number, each with looks of its own.

    `close` turns faces to us ("near"), or towards each other ("company").
    """
    makers: dict[str, Maker] = {"person": partial(_person, close), "animal": _animal, "vehicle": _vehicle}
    make = makers.get(subject.group, _thing)
    return [make(subject, index, seed, still) for index in range(min(subject.count, 12))]


def _phases(action: str, still: bool, ahead: float) -> tuple[float, list[float]]:
    seconds, count = TIMING.get(action, RESTING)
    return seconds, [(0.18 + ahead) % 1] if still else [((i + 0.18) / count + ahead) % 1 for i in range(count)]


def _person(close: str, subject: Subject, index: int, seed: int, still: bool) -> Actor:
    subject = milling(_member(subject, index), index)
    looks = looks_of(subject, index, seed)
    held = _own(subject.held[0], index) if subject.held else None
    action = _acting(subject.action, held)
    cycle = "talk" if subject.speaking and action in ("stand", "hold") else action
    seconds, phases = _phases(cycle, still, lead_in(subject, index))
    art = _held_art(held)
    smile = subject.action in SMILING
    poses = [
        _settled(
            near_pose(action, phase, subject.speaking, close == "company")
            if close
            else pose_of(action, phase, subject.speaking),
            subject,
            held,
        )
        for phase in phases
    ]
    mouths = _mouths(len(phases)) if subject.speaking and not still else ()
    if mouths:
        poses = [replace(one, mouth=mouth) for one in _fewer(poses) for mouth in mouths]
    drawn = [person(looks, one, art, smile, bool(close)) for one in poses]
    scale = looks.height
    arts = [f'<g transform="scale({scale:.3f})">{d.art}</g>' for d in drawn]
    box = _union([_with_held(d.box, d.hand, held) for d in drawn])
    first = drawn[0]
    light = None
    if held and held[0] in props.LUMINOUS:
        drop, reach = props.LUMINOUS[held[0]]
        light = (first.hand[0] * scale, (first.hand[1] + drop) * scale, reach)
    seconds *= pace(subject, index)
    return Actor(subject, arts, _scaled(box, scale), seconds, -first.head[1] * scale + first.head_size * scale * 0.5,
                 (first.head[0] * scale, first.head[1] * scale), first.head_size * scale, light,
                 mouths=max(1, len(mouths)))  # fmt: skip


def _member(subject: Subject, index: int) -> Subject:
    """One of a couple or a family, each of their own kind."""
    kinds = MEMBERS.get(subject.label, ())
    return replace(subject, kind=kinds[index % len(kinds)]) if kinds and not subject.name else subject


def _own(held: tuple[str, str], index: int) -> tuple[str, str]:
    """What one of several holds: umbrellas in a street are of many colours."""
    kind, hue = held
    return (kind, hue or COATS[(index * 3 + 1) % len(COATS)]) if kind == "umbrella" and index else held


def _acting(action: str, held: tuple[str, str] | None) -> str:
    """What the body does, with what it holds."""
    if held is None:
        return action
    if held[0] == "baby":
        return "cradle" if action in (*IDLE, "hold", "carry", "sing") else "carry" if action == "walk" else action
    if held[0] in HANGING and action == "carry":
        return "walk"
    if action in IDLE:
        return "read" if held[0] in ("book", "letter") else "hold"
    return action


def _settled(pose: Pose, subject: Subject, held: tuple[str, str] | None) -> Pose:
    """A pose with its seat, its table, and its arms about a book or up with an umbrella."""
    if pose.seat:
        pose = replace(
            pose, seat="" if "seated" in subject.traits else "log" if "outdoors" in subject.traits else "stool"
        )
    if "sharing" in subject.traits:
        pose = replace(pose, desk="")
    if subject.action == "sit" and "at table" in subject.traits:
        pose = replace(pose, desk="bare")
    if (
        subject.action == "sit"
        and ("reading" in subject.traits or "drinking" in subject.traits)
        and pose.view == "side"
    ):
        return replace(pose, near_arm=(30, 112 if "reading" in subject.traits else 146), far_arm=(26, 106), tilt=12)
    if held and held[0] in HANGING and pose.view == "side" and subject.action in ("carry", "walk", "leave", "enter"):
        return replace(pose, near_arm=(5, 3))
    if held and held[0] == "violin" and subject.action == "play music":
        return replace(pose, near_arm=(72, -138))
    if held and held[0] == "umbrella" and pose.view in SHELTERED and not pose.turn:
        return replace(pose, near_arm=SHELTERED[pose.view])
    return pose


def _mouths(phases: int) -> tuple[float, ...]:
    """How far the mouths are open of which each pose is drawn: fewer where a stride is made of many poses."""
    return (0.0, 0.45, 1.0) if phases <= MOST_POSES else (0.0, 0.8)


def _fewer(poses: list[Pose]) -> list[Pose]:
    """Every other pose of a speaker's gestures: what counts is the mouth, and a stride needs them all."""
    return poses[::2] if 4 < len(poses) <= MOST_POSES else poses


def _held_art(held: tuple[str, str] | None) -> str:
    if held is None:
        return ""
    kind, colour = held
    scale = HELD_SCALE.get(kind, 0.9)
    art = umbrella(colour, UMBRELLA_DROP) if kind == "umbrella" else props.PAINTERS[kind][0](colour)
    return f'<g transform="scale({scale})">{art}</g>'


def _with_held(box: Box, hand: tuple[float, float], held: tuple[str, str] | None) -> Box:
    if held is None:
        return box
    b = props.PAINTERS[held[0]][1]
    around = (
        hand[0] + b[0] * 1.2 - 80,
        hand[1] + b[1] * 1.2 - 80,
        hand[0] + b[2] * 1.2 + 80,
        hand[1] + b[3] * 1.2 + 80,
    )
    return _union([box, around])


def _scaled(box: Box, scale: float) -> Box:
    x0, y0, x1, y1 = box
    return x0 * scale, y0 * scale, x1 * scale, y1 * scale


def _union(boxes: list[Box]) -> Box:
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _animal(subject: Subject, index: int, seed: int, still: bool) -> Actor:
    moving = subject.action in (
        "run",
        "walk",
        "fly",
        "swim",
        "dance",
        "enter",
        "leave",
        "climb",
        "drive",
        "jump",
        "sneak",
        "crawl",
        "play",
    )
    flying = subject.kind in FLYERS | SWIMMERS
    if subject.kind in ("bird", "crow", "eagle") and subject.action in ("stand", "sit", "look", "eat", "walk", "drink"):
        flying = subject.action == "stand" and "perched" not in subject.traits
    action = "fly" if flying and subject.action == "stand" else subject.action
    count = 1 if still else 8 if moving or flying else 3
    drawn = [
        animals.animal(
            subject.kind,
            animals.fur(subject.label, subject.colour),
            dict(subject.colours).get("second", ""),
            action,
            (i + 0.2 + index * 0.37) / count,
        )
        for i in range(count)
    ]
    size = SIZES.get(subject.kind, 1.0) * (
        0.72 if "small" in subject.traits else 1.35 if "big" in subject.traits else 1.0
    )
    arts = [f'<g transform="scale({size})">{art}</g>' if size != 1 else art for art, _box in drawn]
    box = _scaled(drawn[0][1], size)
    seconds = {"run": 0.5, "walk": 0.95}.get(subject.action, 0.7 if flying else 1.6)
    flies = (subject.kind in FLYERS and flying) or (subject.kind == "dragon" and action == "fly")
    return Actor(
        subject,
        arts,
        box,
        seconds,
        -box[1],
        (box[2] * 0.6, box[1] * 0.8),
        -box[1] * 0.35,
        flies=flies,
        floats=subject.kind in AFLOAT,
    )


def _vehicle(subject: Subject, index: int, seed: int, still: bool) -> Actor:
    still = still or subject.action in ("stand", "sit", "burn")
    livery = LIVERIES.get(subject.label, ("", ""))
    drawn = [
        vehicles.vehicle(
            subject.kind,
            subject.colour or livery[0] or _parked(subject.kind, index),
            dict(subject.colours).get("second", livery[1]),
            phase,
        )
        for phase in ([0.1] if still else [0.0, 0.11, 0.22])
    ]
    lights = (drawn[0][1][2] * 0.95, -420.0, 700.0) if subject.kind in LIT else None
    return Actor(
        subject,
        [art for art, _b in drawn],
        drawn[0][1],
        0.25,
        -drawn[0][1][1],
        (drawn[0][1][2] * 0.4, drawn[0][1][1] * 0.7),
        -drawn[0][1][1] * 0.5,
        lights,
        flies=subject.kind in AIRBORNE,
        floats=subject.kind in AFLOAT,
    )


def _parked(kind: str, index: int) -> str:
    """Of several cars each has a colour of its own; the first has what cars have."""
    return CAR_COLOURS[index % len(CAR_COLOURS)] if kind == "car" and index else ""


def _thing(subject: Subject, index: int, seed: int, still: bool) -> Actor:
    art, box = (
        props.silhouette(subject.colour, subject.label)
        if subject.group == "unknown"
        else props.prop(subject.kind, subject.colour)
    )
    if "pile" in subject.traits:
        art, box = props.heap(subject.colour)
    scale = 0.65 if "small" in subject.traits else 1.4 if "big" in subject.traits else 1.0
    light = (
        (0.0, props.LUMINOUS[subject.kind][0] * scale, props.LUMINOUS[subject.kind][1])
        if subject.kind in props.LUMINOUS
        else None
    )
    drawn = (not still and subject.group != "unknown" and props.flickering(subject.kind, subject.colour)) or [art]
    arts = [f'<g transform="scale({scale})">{one}</g>' for one in drawn]
    return Actor(subject, arts, _scaled(box, scale), SECONDS, -box[1] * scale,
                 (0.0, box[1] * scale * 0.6), -box[1] * scale * 0.5, light, flies=subject.kind in AIRBORNE)  # fmt: skip
