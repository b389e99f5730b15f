"""Moving the placed actors to where the words put them: on, in, under, behind, beside, between, facing each other."""
# ruff: noqa: E501 (a drawing or a table reads best a shape a line)

import zlib
from typing import TYPE_CHECKING

from .actors import FLYERS
from .pen import ellipse, path
from .stage import Stage

if TYPE_CHECKING:
    from .placed import Placed

# How high somebody sits or stands on a thing, in body units above its foot.
SURFACES = {
    "table": 440, "bench": 250, "chair": 270, "stool": 410, "bed": 300, "sofa": 300, "throne": 470, "hammock": 360, "rock": 330, "box": 260, "chest": 520, "piano": 1150,
    "grave": 590, "barrel": 660, "car": 850, "taxi": 850, "well": 430, "sled": 290, "bicycle": 600, "motorcycle": 560, "skateboard": 110, "wheelchair": 430, "cart": 560,
    "horse": 1000, "donkey": 770, "zebra": 930, "camel": 1290, "elephant": 1640, "cow": 940, "deer": 720, "dragon": 720, "dinosaur": 1080, "turtle": 300, "swing": 480, "tractor": 860,
    "ladder": 420, "rope": 200, "stove": 780, "fence": 560, "gift": 300, "suitcase": 0, "bathtub": 60, "mushroom": 520, "bin": 610, "pumpkin": 270,
}  # fmt: skip
HIPS = {"sit": 270.0, "write": 270.0, "eat": 270.0, "ride": 370.0, "drive": 300.0, "row": 280.0}
# Where the seat of a vehicle is that shows who sits in it: x of the head, the window's sill, and the floor.
CABS = {
    "car": (90, 570, 110), "taxi": (90, 570, 110), "van": (740, 620, 170), "ambulance": (740, 620, 170), "truck": (960, 760, 300), "bus": (1480, 900, 420), "tram": (1480, 940, 420),
    "tractor": (-240, 850, 420), "fire engine": (960, 760, 300),
}  # fmt: skip
SIDES = {"rowboat": -30.0, "steam train": 300.0, "boat": 160.0, "sailboat": 60.0, "ship": 300.0, "cart": 420.0, "train": 300.0, "balloon ship": 330.0, "bathtub": 160.0, "basket": 60.0, "cradle": 200.0, "bed": 120.0}  # fmt: skip
DECKED = frozenset(("rowboat", "boat", "sailboat", "ship"))  # who is on one is behind its side
FORE_DECK = 0.3  # of a ship's length before its middle
EYEPIECE = (-336.0, 476.0)  # of a telescope: x, and how high it is
BESIDE_A_FACE = 0.6  # a telescope to the body that looks through it
CLOSEST = 0.004
HEADROOM = 46.0
SUNK = 66.0  # how deep somebody who lies sinks into what is soft
WATERLINE = 262.0  # of a swimmer, above the feet of the drawing
BLANKET = "#6f5a7d"


def relate(st: Stage, placed: "list[Placed]", close: bool) -> None:
    """Move and turn the actors as the relations of the shot ask; in close shots they only turn."""
    done: set[int] = set()
    for first, how, second in st.seen.relations:
        who = [place for place in placed if place.actor.number == first]
        whom = [place for place in placed if place.actor.number == second]
        if how == "facing":
            _turn(who, whom)
        elif who and whom and not close:
            _put(st, placed, who, whom, how, again=first in done)
            done.add(first)
    observers = [place for place in placed if place.actor.subject.action == "eyepiece"]
    telescope = next((place for place in placed if place.actor.subject.kind == "telescope"), None)
    if observers and telescope:
        (_to_the_eye if close else _observe)(st, observers[0], telescope)


def _observe(st: Stage, place: "Placed", telescope: "Placed") -> None:
    """An eye at the eyepiece, and the telescope as high as that takes."""
    head_x, head_y = place.actor.head
    telescope.faces, telescope.y, telescope.depth = place.faces, place.y, place.depth - CLOSEST
    telescope.scale = place.scale * -head_y / EYEPIECE[1]
    eye = (head_x + place.actor.head_size * 0.5) * place.scale
    place.x = telescope.x + place.faces * (EYEPIECE[0] * telescope.scale - eye)
    _inside(st, [place, telescope])


def _to_the_eye(st: Stage, place: "Placed", telescope: "Placed") -> None:
    """In a close shot the telescope comes to the eye: its eyepiece is there, and its tube goes on before the face."""
    head_x, head_y = place.actor.head
    telescope.faces, telescope.depth, telescope.scale = place.faces, place.depth + CLOSEST, place.scale * BESIDE_A_FACE
    eye = place.x + place.faces * (head_x + place.actor.head_size * 0.56) * place.scale
    telescope.x = eye - place.faces * EYEPIECE[0] * telescope.scale
    telescope.y = place.y + (head_y + place.actor.head_size * 0.06) * place.scale + EYEPIECE[1] * telescope.scale


def _turn(who: "list[Placed]", whom: "list[Placed]") -> None:
    pairs = zip(who[::2], who[1::2], strict=False) if who == whom else zip(who, whom, strict=False)
    for a, b in pairs:
        a.faces = 1.0 if b.x >= a.x else -1.0
        b.faces = -a.faces


def _put(
    st: Stage, placed: "list[Placed]", who: "list[Placed]", whom: "list[Placed]", how: str, *, again: bool
) -> None:
    each = len(who) == len(whom)  # two riders have a horse each
    for index, place in enumerate(who):
        target = whom[index if each else 0]
        share = 0.0 if each else index - (len(who) - 1) / 2
        if how == "on":
            lying = target.actor.subject.kind == "bed" and place.actor.subject.action == "lie"
            on_deck = target.actor.subject.kind in DECKED and place.actor.subject.group != "prop"
            (_to_bed if lying else _in if on_deck else _on)(st, place, target, share)
        elif how == "in":
            seat = target.actor.subject.kind in ("chair", "sofa", "throne", "swing", "wheelchair")
            (_on if seat else _in)(st, place, target, share)
        elif how == "under":
            _grow(st, target, place)
            place.x, place.depth = target.x + share * place.actor.width * place.scale, target.depth + CLOSEST
            place.y = max(place.y, target.y + 4)
        elif how == "over":
            place.x, place.y = target.x + share * place.actor.width * place.scale, max(220.0, target.bounds()[1] - 20)
        elif how in ("behind", "in front of"):
            _deeper(st, place, target, share, -1.0 if how == "behind" else 1.0)
        elif how == "next to":
            _beside(st, place, target, index)
        elif how == "between" and again:
            _between(st, placed, place)
    _inside(st, [*who, *(whom if each else whom[:1])])


def _grow(st: Stage, target: "Placed", place: "Placed") -> None:
    """What somebody is on, in or under has the measure of a person beside it, as far as it fits the picture."""
    if target.actor.flies:
        return
    fits = min(st.width * 0.86 / target.actor.width, 760 / target.actor.height)
    scale = min(max(place.scale, target.scale), fits)
    if scale > target.scale * 1.02 and target.actor.subject.group != "animal":
        target.scale, target.y = scale, max(target.y, place.y)
    place.scale = min(place.scale, scale * 1.15)


def _on(st: Stage, place: "Placed", target: "Placed", share: float) -> None:
    _grow(st, target, place)
    place.scale = min(place.scale, target.scale)
    kind = target.actor.subject.kind
    height = SURFACES.get(kind, target.actor.height * 0.94)
    hips = HIPS.get(place.actor.subject.action, 0.0) if place.actor.subject.group == "person" else 0.0
    body = place.actor.height / 1000 if hips else 1.0
    place.x = target.x + share * min(place.actor.width, target.actor.width / 2) * place.scale
    place.y = target.y - height * target.scale + hips * min(1.0, body + 0.1) * place.scale
    if place.actor.subject.action == "lie":
        place.y += SUNK * place.scale
    place.depth, place.carrier, place.faces = target.depth + CLOSEST, target, target.faces


def _in(st: Stage, place: "Placed", target: "Placed", share: float) -> None:
    _grow(st, target, place)
    kind = target.actor.subject.kind
    if kind == "bed" and place.actor.subject.action == "lie":
        _to_bed(st, place, target, share)
        return
    place.scale, place.faces, place.carrier = min(place.scale, target.scale), target.faces, target
    if kind in CABS:
        x, sill, floor = CABS[kind]
        place.scale = target.scale
        place.x = target.x + (x - 330 * (share + (0.5 if share else 0))) * target.scale * target.faces
        place.y, place.depth = target.y - floor * target.scale, target.depth + CLOSEST
        _clip(place, -(sill - floor) * target.scale / place.scale)
        return
    place.x = target.x + share * place.actor.width * place.scale
    if kind == "ship":  # on the fore deck, not behind the cabins
        place.x += FORE_DECK * target.actor.width * target.scale * target.faces
    place.y = target.y - SIDES.get(kind, 120.0) * target.scale
    place.depth = target.depth - CLOSEST / 2


def _to_bed(st: Stage, place: "Placed", target: "Placed", share: float) -> None:
    """Head on the pillow, and the blanket over who lies there."""
    _on(st, place, target, 0.0)
    place.x += (-190 + 60 * share) * target.scale * target.faces
    place.y += (40 - SUNK) * place.scale
    blanket = path("M-190 70Q-210 -150 40 -170Q330 -190 640 -120V70Z", target.actor.subject.colour or BLANKET)
    fold = path("M-190 70Q-210 -150 40 -170L70 -120Q-120 -100 -110 70Z", "#efe9dc")
    place.actor.arts = [art + blanket + fold for art in place.actor.arts]


def _clip(place: "Placed", low: float) -> None:
    """Show only what is above `low` in body units: the part of somebody that a window shows."""
    top = -1400.0
    name = f"c{zlib.crc32(f'{place.x:.1f} {low:.1f} {place.actor.subject.label}'.encode()):x}"
    cut = f'<clipPath id="{name}"><rect x="-600" y="{top:.0f}" width="1200" height="{low - top:.0f}"/></clipPath>'
    place.actor.arts = [f'{cut}<g clip-path="url(#{name})">{art}</g>' for art in place.actor.arts]


def in_water(art: str) -> str:
    """Somebody of whom only what is above the water is seen, with foam about them."""
    cut = f'<clipPath id="w{WATERLINE:.0f}"><rect x="-900" y="-1400" width="1800" height="{1400 - WATERLINE:.0f}"/></clipPath>'
    foam = ellipse(60, -WATERLINE, 430, 20, "#e8f3f5", 0.75) + ellipse(220, -WATERLINE + 18, 240, 12, "#e8f3f5", 0.6)
    return f'{cut}<g clip-path="url(#w{WATERLINE:.0f})">{art}</g>{foam}'


def _deeper(st: Stage, place: "Placed", target: "Placed", share: float, nearer: float) -> None:
    """Behind it and half seen, or before it and a little lower."""
    wide = target.actor.width * target.scale
    peek = min(wide * 0.42, place.actor.width * place.scale * 0.75)
    side = 1.0 if place.x >= target.x else -1.0
    place.x = target.x + side * peek + share * place.actor.width * place.scale
    place.depth = target.depth + nearer * CLOSEST * 2
    if nearer < 0:
        place.y = min(place.y, target.y - 14) if st.stand is None else place.y
    else:
        place.y = max(place.y, target.y + 14)


def _beside(st: Stage, place: "Placed", target: "Placed", index: int) -> None:
    side = 1.0 if place.x >= target.x else -1.0
    gap = (target.actor.width * target.scale + place.actor.width * place.scale) / 2 + 16
    place.x = target.x + side * (gap + index * place.actor.width * place.scale)
    if st.stand:
        place.y = st.stand(place.x)


def _between(st: Stage, placed: "list[Placed]", place: "Placed") -> None:
    """The one stands in the middle of the two that it was said to be between."""
    ends = [b for a, how, b in st.seen.relations if a == place.actor.number and how == "between"][:2]
    others = [next((p for p in placed if p.actor.number == end), None) for end in ends]
    left, right = sorted((p for p in others if p is not None), key=lambda p: p.x) if all(others) else (place, place)
    if left is right:
        return
    gap = (place.actor.width * place.scale + max(left.actor.width * left.scale, right.actor.width * right.scale)) / 2
    middle = (left.x + right.x) / 2
    reach = min(max(gap + 20, (right.x - left.x) / 2), st.half * 0.66)
    place.x, left.x, right.x = middle, middle - reach, middle + reach
    place.depth = max(place.depth, left.depth + CLOSEST, right.depth + CLOSEST)


def _inside(st: Stage, places: "list[Placed]") -> None:
    """All of them together, made smaller and moved to the side so that nobody leaves the picture."""
    _shrunk(places, min(p.bounds()[1] for p in places), max(p.y for p in places))
    low, high = min(p.bounds()[0] for p in places), max(p.bounds()[2] for p in places)
    edge = st.half * 0.97
    shift = 0.0
    if high - low < 2 * edge:
        shift = max(0.0, -edge - low) - max(0.0, high - edge)
    for place in places:
        place.x += shift


def _shrunk(places: "list[Placed]", top: float, base: float) -> None:
    if top >= HEADROOM or base <= HEADROOM:
        return
    share, middle = (base - HEADROOM) / (base - top), places[-1].x
    for place in places:
        place.scale *= share
        place.x, place.y = middle + (place.x - middle) * share, base + (place.y - base) * share


def perches(st: Stage, number: int) -> bool:
    """Whether a flyer sits on something."""
    flyer = st.seen.subjects[number].kind in FLYERS
    return flyer and any(first == number and how == "on" for first, how, _second in st.seen.relations)
