"""People and animals from above, in body units: a grown person is 1000 high; facing right, their middle at (0, 0)."""
# ruff: noqa: E501 (a drawing or a table reads best a shape a line)

import math
import re
from collections import Counter

from generation.sketch.drawing.body import Pose, swing
from generation.sketch.drawing.light import shade
from generation.sketch.drawing.looks import Looks
from generation.sketch.drawing.pen import blob, circle, ellipse, group, poly, stroke, taper
from generation.sketch.drawing.person import person
from generation.sketch.drawing.stage import Box

HUE = re.compile(r'fill="(#[0-9a-fA-F]{6})"')
# Where the hands are (ahead, to the side) while somebody does something; both, else the right one only.
REACHING = {
    **dict.fromkeys(("push", "pull", "hug", "carry", "cook", "type", "write", "eat", "read", "drive", "open", "close",
                     "cradle", "pray", "work", "play music", "row", "ride", "aim", "clap", "water"), ((230, 60), (230, -60))),
    **dict.fromkeys(("hold", "give", "point", "talk", "reach", "knock", "pour", "throw", "whisper", "fight", "chalk",
                     "pick up", "fish"), ((270, 110), (20, -190))),
    **dict.fromkeys(("dance", "cheer", "wave", "fall", "balance", "jump", "shout", "laugh", "fly"), ((60, 330), (60, -330))),
    **dict.fromkeys(("phone", "look through", "drink", "smoke", "salute", "think", "look around", "photograph"),
                    ((110, 70), (20, -190))),
}  # fmt: skip
STRIDING = frozenset(("walk", "run", "enter", "leave", "climb", "sneak", "crawl", "chase", "carry", "push", "pull"))
STRETCHED = frozenset(("lie", "swim", "crawl", "fall", "fly"))
SEATED = frozenset(("sit", "write", "type", "eat", "drive", "ride", "row", "ride along"))
BRIMS = {"hat": 158, "straw": 190, "tricorne": 160, "cone": 150, "bubble": 150, "hood": 118, "toque": 112, "veil": 150}
AT_SIDES = ((20, 190), (20, -190))
HELD_SHARE = 0.62  # of its size from the side, of what is held
CANOPY = 470.0  # of an umbrella


def person_above(looks: Looks, action: str, phase: float, umbrella: str | None, in_hand: str = "") -> tuple[str, Box]:
    """(art, box) of somebody from above. `umbrella` is the colour of one over the head; `in_hand` what they hold."""
    if action in STRETCHED:
        return _stretched(looks, action, phase)
    size = 0.74 if looks.child else looks.height
    held = group(in_hand, *REACHING.get(action, AT_SIDES)[0], HELD_SHARE) if in_hand else ""
    art = _legs(looks, action, phase) + held + _arms(looks, action, phase) + _shoulders(looks) + _head(looks)
    if umbrella is not None:
        art += canopy(umbrella)
    reach = CANOPY if umbrella is not None else 360.0
    return group(art, scale=size), (-reach * size, -reach * size, reach * size, reach * size)


def _stretched(looks: Looks, action: str, phase: float) -> tuple[str, Box]:
    """Somebody who lies is seen in full length: the face up, or the back of who swims or crawls."""
    s = swing(phase)
    pose = Pose("front", (26, 18), (20, 12), (5, 2), (7, 3))
    if action != "lie":
        pose = Pose("back", (150 + 26 * s, 168), (150 - 26 * s, 168), (10 + 8 * s, 4), (10 - 8 * s, 4))
    drawn = person(looks, pose)
    body = group(drawn.art, 0, 500)  # its middle in the middle
    size = looks.height
    turn = -90 if action == "lie" else 90  # a head lies to the left, where pillows are
    return group(body, scale=size, turn=turn), (-560 * size, -230 * size, 560 * size, 230 * size)


def _legs(looks: Looks, action: str, phase: float) -> str:
    s = swing(phase) if action in STRIDING else 0.0
    ahead = 250.0 if action in SEATED else 20.0
    cloth = looks.top if looks.garment == "suit" else looks.trousers
    art = ""
    for side, step in ((1, s), (-1, -s)):
        x, y = ahead + 150 * step, side * 72.0
        art += taper((0, y * 0.8), (x - 40, y), 62, 46, cloth) + ellipse(x + 12, y, 78, 36, looks.shoes)
    if looks.garment in ("dress", "skirt", "coat", "apron"):
        art += ellipse(-10, 0, 132 * looks.width, 158 * looks.width, shade(looks.top, 0.86))
    return art


def _arms(looks: Looks, action: str, phase: float) -> str:
    s = swing(phase)
    sleeve = shade(looks.under if looks.garment == "apron" else looks.top, 0.94)
    right, left = REACHING.get(action, AT_SIDES)
    moved = 170 * s if action in STRIDING else 26 * s
    art = ""
    for (x, y), way, side in ((right, -1, 1), (left, 1, -1)):
        shoulder, hand = (0.0, side * 160.0 * looks.width), (x + way * moved, y + 10 * s)
        elbow = (shoulder[0] + hand[0]) / 2 - 10, (shoulder[1] + hand[1]) / 2 + side * 44
        art += (
            circle(*hand, 30, looks.skin) + taper(elbow, hand, 36, 26, sleeve) + taper(shoulder, elbow, 48, 38, sleeve)
        )
    return art


def _shoulders(looks: Looks) -> str:
    w, top = looks.width, looks.under if looks.garment == "apron" else looks.top
    art = ellipse(0, 0, 88 * w, 186 * w, top) + ellipse(-34, 0, 46 * w, 160 * w, shade(top, 0.87))
    if looks.back == "cape":
        art = ellipse(-90, 0, 130, 190, looks.back_colour) + art
    if looks.scarf:
        art += ellipse(6, 0, 96, 104, looks.scarf)
    return art


def _head(looks: Looks) -> str:
    r = 104.0 if looks.child else 88.0
    skull = ellipse(r * 1.02, 0, 20, 17, looks.skin) + circle(14, 0, r * 0.96, looks.skin)
    if looks.style == "bald":
        hair = ellipse(-r * 0.62, 0, r * 0.36, r * 0.74, looks.hair)
    else:
        hair = circle(-12, 0, r, looks.hair) + ellipse(-26, 0, r * 0.6, r * 0.62, shade(looks.hair, 1.16))
        if looks.style in ("long", "bob"):
            hair = (
                ellipse(-r * 0.56, 0, r * (1.0 if looks.style == "long" else 0.8), r * 1.02, shade(looks.hair, 0.84))
                + hair
            )
        elif looks.style in ("ponytail", "braid"):
            hair = ellipse(-r * 1.5, 0, r * 0.62, r * 0.3, shade(looks.hair, 0.84)) + hair
        elif looks.style == "bun":
            hair += circle(-r * 0.62, 0, r * 0.42, shade(looks.hair, 0.82))
    return skull + hair + _hat(looks, r)


def _hat(looks: Looks, r: float) -> str:
    if not looks.hat:
        return ""
    fill = looks.hat_colour or looks.top
    if looks.hat == "bubble":
        return circle(0, 0, r * 1.6, "#bcd6e4", 0.4)
    if looks.hat == "crown":
        return circle(-8, 0, r * 0.98, fill) + circle(-8, 0, r * 0.7, looks.hair)
    if looks.hat in ("cap", "band"):
        return ellipse(r * 0.86, 0, r * 0.5, r * 0.62, shade(fill, 0.8)) + circle(-6, 0, r * 1.04, fill)
    brim = BRIMS.get(looks.hat, 104)
    return circle(-4, 0, brim, fill) + circle(-4, 0, r * 0.82, shade(fill, 0.84)) + circle(-14, 0, r * 0.56, fill)


def canopy(colour: str) -> str:
    """An open umbrella: eight panels about a tip."""
    fill = colour or "#3d3f80"
    rim = [(CANOPY * math.cos(a), CANOPY * math.sin(a)) for a in (math.pi * k / 4 + 0.2 for k in range(9))]
    panels = "".join(poly([(0, 0), rim[k], rim[k + 1]], shade(fill, 0.9 if k % 2 else 1.08)) for k in range(8))
    return (
        panels
        + "".join(stroke([(0, 0), end], shade(fill, 0.7), 8) for end in rim[:8])
        + circle(0, 0, 18, shade(fill, 0.6))
    )


# --- animals --------------------------------------------------------------------------------------------------------

SLIM = {"cow": 0.34, "pig": 0.4, "sheep": 0.5, "bear": 0.42, "turtle": 0.78, "crab": 0.8, "spider": 0.8, "elephant": 0.42,
        "frog": 0.6, "chicken": 0.5, "duck": 0.46, "swan": 0.42, "penguin": 0.5, "owl": 0.6, "octopus": 0.8,
        "crocodile": 0.2, "snake": 0.08}  # fmt: skip
WINGED = frozenset(("bird", "crow", "eagle", "bat", "butterfly", "dragon", "owl"))
FINNED = frozenset(("fish", "shark", "whale"))


def main_hue(art: str) -> str:
    """The colour that most of a drawing's shapes have."""
    hues = Counter(HUE.findall(art))
    return hues.most_common(1)[0][0] if hues else "#7a6a58"


def animal_above(kind: str, side_art: str, box: Box, phase: float, flying: bool) -> tuple[str, Box]:
    """(art, box) of an animal from above, of the colour and length that its drawing from the side has."""
    hue, s = main_hue(side_art), swing(phase)
    long = (box[2] - box[0]) * 0.82
    wide = long * SLIM.get(kind, 0.26)
    dark = shade(hue, 0.8)
    if kind == "snake":
        spine = [(-long / 2 + long * i / 8, 60 * math.sin(i * 1.1 + 2 * math.pi * phase)) for i in range(9)]
        art = stroke(spine, hue, 46) + circle(*spine[-1], 36, dark)
    elif kind in FINNED:
        tail = -long * 0.46
        art = poly([(tail, 0), (tail - 90, 70 + 20 * s), (tail - 90, -70 + 20 * s)], dark)
        art += poly([(60, 0), (-40, long * 0.26), (-80, 0), (-40, -long * 0.26)], dark) + ellipse(
            0, 0, long / 2, wide * 0.55, hue
        )
    else:
        art = _beast(kind, long, wide, hue, s)
    if kind in WINGED and flying:
        span = long * (0.8 + 0.16 * s)
        art = "".join(blob([(long * 0.16, 0), (0, k * span), (-long * 0.22, k * span * 0.9), (-long * 0.2, 0)], dark)
                      for k in (-1, 1)) + art  # fmt: skip
    side = long * 0.86 if kind in WINGED and flying else max(wide * 0.72, 90.0)
    return art, (-long * 0.62, -side, long * 0.66, side)


def _beast(kind: str, long: float, wide: float, hue: str, s: float) -> str:
    dark, head = shade(hue, 0.8), long * (0.15 if kind not in ("turtle", "crab", "spider") else 0.12)
    legs = "".join(
        ellipse(x + way * 24 * s, y, long * 0.08, long * 0.04, dark)
        for x, y, way in (
            (long * 0.28, wide * 0.52, 1),
            (long * 0.28, -wide * 0.52, -1),
            (-long * 0.26, wide * 0.52, -1),
            (-long * 0.26, -wide * 0.52, 1),
        )
    )
    tail = stroke([(-long * 0.4, 0), (-long * 0.62, 30 * s)], dark, max(14.0, wide * 0.16))
    ears = "".join(ellipse(long * 0.44, k * head * 0.86, head * 0.36, head * 0.26, dark) for k in (-1, 1))
    body = ellipse(-long * 0.02, 0, long * 0.42, wide * 0.56, hue) + ellipse(
        -long * 0.04, 0, long * 0.3, wide * 0.2, shade(hue, 1.12)
    )
    neck = taper((long * 0.3, 0), (long * 0.46, 0), wide * 0.3, head * 0.8, hue)
    return (
        legs
        + tail
        + body
        + neck
        + ears
        + ellipse(long * 0.5, 0, head * 1.16, head * 0.86, shade(hue, 0.94))
        + circle(long * 0.5 + head, 0, head * 0.24, dark)
    )
