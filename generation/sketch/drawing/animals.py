"""Animals, in units where a grown person is 1000 high; feet at y = 0, facing right."""
# ruff: noqa: E501 (a drawing or a table reads best a shape a line)

import math
from collections.abc import Callable
from dataclasses import dataclass

from . import creatures
from .light import shade
from .pen import blob, circle, curve, ellipse, group, num, poly, stroke, taper

INK = "#221d1f"


@dataclass(frozen=True)
class Beast:
    """Proportions of a four-legged animal, in units of 1000 for a person."""

    colour: str
    back: float
    length: float
    girth: float
    leg: float
    neck: tuple[float, float]
    head: float
    snout: float
    ear: str
    tail: str
    extra: str = ""


BEASTS = {
    "dog": Beast("#a9764a", 300, 330, 74, 26, (70, -80), 66, 62, "flop", "up"),
    "cat": Beast("#7d7770", 210, 250, 56, 17, (45, -55), 56, 24, "point", "curl"),
    "horse": Beast("#7a4f33", 840, 820, 180, 46, (250, -330), 120, 190, "point", "hair", "mane"),
    "cow": Beast("#e8e2d6", 760, 860, 215, 46, (130, -40), 125, 150, "side", "rope", "horns patches"),
    "sheep": Beast("#ece6da", 420, 430, 150, 26, (60, -40), 72, 66, "side", "stub", "wool"),
    "pig": Beast("#dba49b", 380, 470, 150, 32, (50, 10), 100, 70, "flop", "stub"),
    "deer": Beast("#a8703f", 620, 540, 115, 26, (120, -250), 82, 92, "side", "stub", "antlers"),
    "fox": Beast("#c2662f", 260, 320, 62, 20, (60, -50), 62, 62, "point", "brush"),
    "wolf": Beast("#70757b", 400, 440, 92, 28, (80, -70), 84, 84, "point", "brush"),
    "bear": Beast("#5a4030", 640, 760, 230, 74, (120, -20), 140, 96, "round", "stub"),
    "rabbit": Beast("#b79f86", 120, 150, 62, 14, (30, -40), 46, 22, "long", "stub"),
    "elephant": Beast("#8b8c90", 1300, 1300, 380, 105, (160, -110), 230, 90, "fan", "rope", "trunk"),
    "lion": Beast("#c79a55", 560, 650, 130, 42, (90, -90), 120, 70, "round", "rope", "ruff"),
    "donkey": Beast("#8a8078", 640, 620, 140, 40, (180, -210), 110, 150, "long", "rope"),
    "zebra": Beast("#efece2", 780, 760, 170, 42, (230, -300), 115, 170, "point", "rope", "mane stripes"),
    "camel": Beast("#9a6d40", 1050, 860, 180, 48, (330, -330), 120, 150, "round", "rope", "hump"),
    "giraffe": Beast("#dcb25c", 1150, 760, 190, 50, (330, -1150), 130, 160, "side", "rope", "spots knobs"),
    "goat": Beast("#d9d3c6", 460, 440, 115, 26, (90, -110), 80, 78, "side", "stub", "horns chin"),
    "squirrel": Beast("#b0602f", 110, 140, 48, 13, (30, -50), 44, 20, "point", "plume"),
    "mouse": Beast("#9a928c", 62, 120, 40, 9, (24, -8), 38, 28, "round", "thread"),
    "tiger": Beast("#d9822f", 560, 680, 130, 44, (100, -60), 120, 66, "round", "rope", "stripes"),
}  # fmt: skip


TURNS = {"eat": 30, "look down": 30, "look up": -8, "howl": -52}  # of the head, in degrees
# What an animal is called tells its colour, where no other is named.
FURS = {
    "polar bear": "#f0efe9", "panda": "#f0eee8", "panther": "#2a292f", "goldfish": "#e0812f", "unicorn": "#f2f0ee",
    "flamingo": "#e39aa6", "husky": "#b3b8be", "canary": "#e2c23a", "dove": "#efeee9", "blackbird": "#2a292f",
    "orca": "#2b2e34", "dolphin": "#7f97a8", "gorilla": "#37343a", "orangutan": "#b5642f", "robin": "#b5603c",
    "parrot": "#3f9a55", "lobster": "#b8402f", "dalmatian": "#efeee9", "retriever": "#d0a35c", "seagull": "#e9ebec",
}  # fmt: skip


def fur(label: str, colour: str) -> str:
    """The colour of an animal: the one that is named, else that of its name, else "" for that of its kind."""
    return colour or FURS.get(label, "")


def beast(kind: str, colour: str, second: str, action: str, phase: float) -> str:
    """A four-legged animal at a phase of its gait."""
    b = BEASTS[kind]
    fill = colour or b.colour
    if action in ("sit", "lie"):
        return (_sitting if action == "sit" else _lying)(b, fill, second, phase)
    gait = {"run": 38, "walk": 22, "climb": 24, "dance": 30}.get(action, 0)
    if action in ("enter", "leave", "fly"):
        gait = 24
    return _standing(b, fill, second, gait, phase, action)


def _standing(b: Beast, fill: str, second: str, gait: float, phase: float, action: str) -> str:
    belly, half = b.back - b.girth * 0.95, b.length / 2
    bob = (b.back * 0.03) * abs(math.sin(2 * math.pi * phase)) if gait else 0
    y = -b.back - bob + b.girth
    dark = shade(fill, 0.78)
    legs = [(half * 0.76, 0.0, fill), (-half * 0.78, 0.5, fill), (half * 0.58, 0.5, dark), (-half * 0.6, 0.0, dark)]
    parts = [
        _leg(b, x, y, belly, gait * math.sin(2 * math.pi * (phase + lag)), tone) for x, lag, tone in reversed(legs[2:])
    ]
    parts.append(_tail(b, -half, y, fill, phase))
    parts.append(_body(b, y, half, fill, second))
    parts += [_leg(b, x, y, belly, gait * math.sin(2 * math.pi * (phase + lag)), tone) for x, lag, tone in legs[:2]]
    down = action in ("eat", "look down")
    nx, ny = half * 0.78 + b.neck[0], y - b.girth * 0.35 + (b.girth * 1.4 if down else b.neck[1])
    parts.append(taper((half * 0.7, y - b.girth * 0.1), (nx, ny), b.girth * 0.62, b.head * 0.46, fill))
    parts.append(_mane(b, half, y, nx, ny, fill))
    parts.append(group(_head(b, fill, second), nx, ny, turn=TURNS.get(action, 0)))
    return "".join(parts)


def _leg(b: Beast, x: float, y: float, belly: float, angle: float, fill: str) -> str:
    top = (x, y + b.girth * 0.35)
    drop = -top[1]
    knee = (x + math.sin(math.radians(angle)) * drop * 0.5, top[1] + drop * 0.5)
    lift = max(0.0, -math.sin(math.radians(angle))) * drop * 0.24
    foot = (x + math.sin(math.radians(angle)) * drop * 0.96, -b.leg * 0.5 - lift)
    return taper(top, knee, b.leg * 1.35, b.leg * 0.85, fill) + taper(knee, foot, b.leg * 0.85, b.leg * 0.62, fill) + ellipse(
        foot[0] + b.leg * 0.4, foot[1] + b.leg * 0.1, b.leg * 0.9, b.leg * 0.5, shade(fill, 0.8))  # fmt: skip


def _body(b: Beast, y: float, half: float, fill: str, second: str) -> str:
    g = b.girth
    shape = [(-half, y - g * 0.4), (-half * 0.5, y - g * 0.95), (half * 0.4, y - g * 0.86), (half * 0.98, y - g * 0.7), (half * 1.02, y + g * 0.35),
             (half * 0.4, y + g * 0.9), (-half * 0.45, y + g * 0.66), (-half * 0.98, y + g * 0.5)]  # fmt: skip
    under = [
        (half * 0.95, y + g * 0.3),
        (half * 0.4, y + g * 0.9),
        (-half * 0.45, y + g * 0.66),
        (-half * 0.9, y + g * 0.45),
        (-half * 0.3, y + g * 0.3),
    ]
    art = blob(shape, fill) + blob(under, shade(fill, 0.87))
    if "wool" in b.extra:
        art += "".join(
            circle(x * half, y + dy * g, g * 0.48, fill)
            for x, dy in ((-0.8, -0.3), (-0.4, -0.62), (0.05, -0.66), (0.5, -0.58), (0.85, -0.2))
        )
    if "patches" in b.extra or second:
        patch = second or "#3a302b"
        art += ellipse(-half * 0.4, y - g * 0.3, half * 0.3, g * 0.42, patch) + ellipse(
            half * 0.5, y - g * 0.05, half * 0.2, g * 0.36, patch
        )
    if "hump" in b.extra:
        art += blob(
            [(-half * 0.5, y - g * 0.7), (-half * 0.1, y - g * 2.1), (half * 0.45, y - g * 0.7)], shade(fill, 0.9)
        )
    return art + _coat(b, y, half, fill)


def _coat(b: Beast, y: float, half: float, fill: str) -> str:
    """Stripes or spots on the body."""
    g = b.girth
    if "stripes" in b.extra:
        dark = "#26242a" if fill == b.colour else shade(fill, 0.4)
        return "".join(
            stroke(
                [(k * half, y - g * 0.86), (k * half - 16, y - g * 0.1), (k * half + 14, y + g * 0.4)], dark, g * 0.13
            )
            for k in (-0.85, -0.6, -0.35, -0.1, 0.15, 0.4, 0.65)
        )
    if "spots" in b.extra:
        spots = (
            (-0.8, -0.4),
            (-0.5, 0.1),
            (-0.3, -0.5),
            (0.0, 0.2),
            (0.2, -0.4),
            (0.5, 0.1),
            (0.7, -0.45),
            (0.85, 0.2),
        )
        return "".join(ellipse(k * half, y + dy * g, half * 0.13, g * 0.24, shade(fill, 0.6)) for k, dy in spots)
    return ""


def _head(b: Beast, fill: str, second: str) -> str:
    h, s = b.head, b.snout
    art = _ears(b, shade(fill, 0.8), -1)
    art += blob([(-h * 0.5, -h * 0.1), (-h * 0.1, -h * 0.62), (h * 0.42, -h * 0.42), (h * 0.5 + s * 0.8, h * 0.0), (h * 0.5 + s, h * 0.22),
                 (h * 0.4 + s * 0.7, h * 0.46), (h * 0.1, h * 0.5), (-h * 0.4, h * 0.4)], fill)  # fmt: skip
    art += ellipse(h * 0.46 + s * 0.95, h * 0.1, h * 0.13, h * 0.1, INK) + circle(h * 0.24, -h * 0.14, h * 0.075, INK)
    art += _ears(b, shade(fill, 0.88), 1)
    if "horns" in b.extra:
        art += curve(
            f"M{num(-h * 0.1)} {num(-h * 0.55)}q{num(h * 0.1)} {num(-h * 0.5)} {num(h * 0.5)} {num(-h * 0.42)}",
            "#d9cfb8",
            h * 0.13,
        )
    if "knobs" in b.extra:
        art += stroke([(-h * 0.1, -h * 0.4), (-h * 0.2, -h * 1.0)], shade(fill, 0.6), h * 0.14)
        art += circle(-h * 0.2, -h * 1.02, h * 0.12, shade(fill, 0.5))
    if "chin" in b.extra:
        art += poly([(h * 0.2, h * 0.45), (h * 0.5, h * 0.45), (h * 0.3, h * 1.1)], shade(fill, 0.75))
    if "antlers" in b.extra:
        for dx in (-0.3, 0.15):
            art += stroke(
                [(h * dx, -h * 0.5), (h * (dx - 0.3), -h * 1.5), (h * (dx - 0.1), -h * 2.2)], "#7b6247", h * 0.13
            )
            art += stroke([(h * (dx - 0.3), -h * 1.4), (h * (dx + 0.3), -h * 1.95)], "#7b6247", h * 0.11)
    if "trunk" in b.extra:
        art += curve(
            f"M{num(h * 0.7)} {num(h * 0.1)}q{num(h * 0.7)} {num(h * 0.6)} {num(h * 0.45)} {num(h * 2.4)}",
            fill,
            h * 0.42,
        )
        art += curve(
            f"M{num(h * 0.5)} {num(h * 0.45)}q{num(h * 0.4)} {num(h * 0.3)} {num(h * 0.8)} {num(h * 0.1)}",
            "#efe9d8",
            h * 0.13,
        )
    return art


def _ears(b: Beast, fill: str, near: int) -> str:
    h, x = b.head, (-0.12 if near > 0 else 0.12) * b.head
    if b.ear == "flop":
        return blob(
            [(x - h * 0.2, -h * 0.5), (x + h * 0.12, -h * 0.5), (x + h * 0.02, h * 0.2), (x - h * 0.3, h * 0.18)], fill
        )
    if b.ear == "long":
        return blob(
            [(x - h * 0.1, -h * 0.4), (x + h * 0.12, -h * 0.45), (x - h * 0.15, -h * 1.6), (x - h * 0.4, -h * 1.4)],
            fill,
        )
    if b.ear == "fan":
        return ellipse(-h * 0.25, h * 0.1, h * 0.55, h * 0.75, fill) if near > 0 else ""
    if b.ear == "side":
        return ellipse(x - h * 0.32, -h * 0.34, h * 0.3, h * 0.13, fill)
    if b.ear == "round":
        return circle(x - h * 0.12, -h * 0.5, h * 0.2, fill)
    return poly([(x - h * 0.26, -h * 0.36), (x - h * 0.1, -h * 0.98), (x + h * 0.16, -h * 0.46)], fill)


def _mane(b: Beast, half: float, y: float, nx: float, ny: float, fill: str) -> str:
    if "mane" in b.extra:
        dark = shade(fill, 0.45)
        return blob(
            [
                (nx - 20, ny - b.head * 0.8),
                (nx - 90, ny - 20),
                (half * 0.62, y - b.girth * 1.05),
                (half * 0.3, y - b.girth * 0.85),
                (half * 0.6, y - b.girth * 0.5),
                (nx - 70, ny + 70),
                (nx + 10, ny - 20),
            ],
            dark,
        )
    if "ruff" in b.extra:
        return circle(nx - b.head * 0.2, ny + b.head * 0.05, b.head * 0.92, shade(fill, 0.58))
    return ""


def _tail(b: Beast, x: float, y: float, fill: str, phase: float) -> str:
    wag, g = math.sin(4 * math.pi * phase) * b.girth * 0.25, b.girth
    x, top = x + g * 0.3, y - g * 0.45
    if b.tail == "up":
        return curve(
            f"M{num(x)} {num(top)}q{num(-g * 0.9)} {num(-g * 0.2)} {num(-g * 1.0 + wag)} {num(-g * 1.3)}",
            fill,
            g * 0.34,
        )
    if b.tail == "curl":
        return curve(
            f"M{num(x)} {num(top)}q{num(-g * 1.9)} {num(g * 0.2)} {num(-g * 1.5 + wag)} {num(-g * 1.9)}", fill, g * 0.3
        )
    if b.tail == "brush":
        return blob(
            [
                (x, top),
                (x - g * 1.3, top + g * 0.2),
                (x - g * 2.4, top + g * 1.1 + wag),
                (x - g * 1.4, top + g * 1.1),
                (x, top + g * 0.6),
            ],
            shade(fill, 0.9),
        )
    if b.tail == "plume":
        return blob(
            [(x, top), (x - g * 1.6, top - g * 0.3), (x - g * 2.4 + wag, top - g * 2.6), (x - g * 1.2 + wag, top - g * 3.4),
             (x - g * 0.9, top - g * 1.8), (x - g * 0.2, top - g * 0.2)],
            shade(fill, 0.85),
        )  # fmt: skip
    if b.tail == "thread":
        return curve(
            f"M{num(x)} {num(top + g)}q{num(-g * 1.4)} {num(g * 0.4)} {num(-g * 3.2)} {num(-g * 0.4 + wag)}",
            "#d9a09a",
            g * 0.16,
        )
    if b.tail == "hair":
        return blob(
            [
                (x, top - g * 0.1),
                (x - g * 0.7, top + g * 0.3),
                (x - g * 0.95 + wag, top + g * 2.6),
                (x - g * 0.35, top + g * 1.8),
                (x, top + g * 0.5),
            ],
            shade(fill, 0.45),
        )
    if b.tail == "rope":
        return curve(
            f"M{num(x)} {num(top)}q{num(-g * 0.5)} {num(g * 0.3)} {num(-g * 0.4 + wag)} {num(g * 1.7)}",
            shade(fill, 0.85),
            g * 0.1,
        )
    return circle(x - g * 0.3, top, g * 0.3, fill)


def _sitting(b: Beast, fill: str, second: str, phase: float) -> str:
    g, s = b.girth, b.back
    hip = (-b.length * 0.16, -g * 0.9)
    chest = (b.length * 0.16, -s * 0.78)
    art = _tail(b, hip[0] - g * 0.9, hip[1] + g * 0.4, fill, phase) + taper(hip, chest, g * 1.05, g * 0.78, fill)
    art += taper(
        (chest[0] + g * 0.2, chest[1] + g * 0.4),
        (chest[0] + g * 0.5, -b.leg),
        b.leg * 1.2,
        b.leg * 0.8,
        shade(fill, 0.92),
    )
    art += ellipse(hip[0] + g * 0.3, -g * 0.5, g * 0.95, g * 0.5, shade(fill, 0.9)) + ellipse(
        chest[0] + g * 0.75, -b.leg * 0.6, b.leg * 1.3, b.leg * 0.6, fill
    )
    return art + taper(chest, (chest[0] + g * 0.45, chest[1] - g * 0.9), g * 0.6, b.head * 0.45, fill) + group(
        _head(b, fill, second), chest[0] + g * 0.6, chest[1] - g * 1.1)  # fmt: skip


def _lying(b: Beast, fill: str, second: str, phase: float) -> str:
    """Curled on the ground, its head on its paws; it breathes."""
    g, half = b.girth, b.length * 0.4
    top = -g * (1.5 + 0.04 * math.sin(2 * math.pi * phase))
    body = blob([(-half, -g * 0.2), (-half * 0.9, top * 0.8), (-half * 0.2, top), (half * 0.7, top * 0.8), (half, -g * 0.3), (half * 0.6, 0), (-half * 0.7, 0)], fill)  # fmt: skip
    paws = taper((half * 0.6, -b.leg * 0.7), (half + b.head * 1.1, -b.leg * 0.7), b.leg, b.leg * 0.8, shade(fill, 0.9))
    haunch = ellipse(-half * 0.5, -g * 0.62, g * 0.72, g * 0.6, shade(fill, 0.9))
    tail = _tail(b, -half * 0.9, -g * 0.5, fill, 0.0)
    return (
        tail
        + body
        + haunch
        + paws
        + group(_head(b, fill, second), half + b.head * 0.35, -b.leg * 1.2 - b.head * 0.4, turn=14)
    )


def bird(colour: str, second: str, action: str, phase: float) -> str:
    """A bird: on the wing unless it sits, stands or walks."""
    fill = colour or "#dfe0dc"
    wing = second or shade(fill, 0.8)
    if action in ("sit", "stand", "walk", "look", "eat"):
        return (stroke([(0, -26), (0, 0)], "#c98a3c", 8) + stroke([(22, -26), (22, 0)], "#c98a3c", 8)
                + blob([(-110, -30), (-40, -92), (40, -120), (70, -80), (40, -24), (-30, -14)], fill) + circle(58, -118, 30, fill)
                + poly([(82, -126), (122, -112), (82, -104)], "#d9993c") + circle(66, -124, 5, INK) + blob([(-100, -34), (-30, -84), (30, -70), (-20, -36)], wing))  # fmt: skip
    flap = math.sin(2 * math.pi * phase)
    tip = -110 * flap
    body = (
        blob([(-90, 0), (-20, -26), (60, -18), (96, 0), (50, 22), (-20, 20)], fill)
        + poly([(90, -8), (122, 2), (88, 10)], "#d9993c")
        + circle(72, -6, 5, INK)
    )
    near = blob([(-30, -4), (30, -8), (0, tip * 0.55 - 20), (-110, tip - 10), (-60, tip * 0.4 + 6)], wing)
    far = blob([(-10, -8), (40, -12), (60, tip * 0.6 - 30), (20, tip - 40), (0, tip * 0.5 - 16)], shade(wing, 0.85))
    return far + body + near


def duck(colour: str, second: str, action: str, phase: float) -> str:
    """A duck or goose, walking or afloat."""
    fill = colour or "#e9e4d6"
    legs = (
        ""
        if action in ("swim", "fly")
        else stroke([(-10, -30), (-10, 0), (12, 0)], "#d98a34", 10)
        + stroke([(24, -30), (24, 0), (46, 0)], "#d98a34", 10)
    )
    return legs + blob([(-130, -90), (-60, -70), (50, -100), (84, -60), (40, -20), (-70, -20)], fill) + blob([(-110, -80), (-20, -82), (20, -54), (-50, -36)], second or shade(fill, 0.86)) + taper(
        (66, -80), (84, -170), 28, 22, fill) + circle(90, -180, 32, fill) + poly([(116, -188), (160, -176), (116, -166)], "#d98a34") + circle(98, -186, 5, INK)  # fmt: skip


def fish(colour: str, second: str, action: str, phase: float) -> str:
    """A fish in side view, its tail beating."""
    fill = colour or "#d98445"
    beat = 26 * math.sin(2 * math.pi * phase)
    return (poly([(-90, -60), (-160, -110 + beat), (-140, -60 + beat), (-160, -10 + beat)], shade(fill, 0.82))
            + blob([(-100, -60), (-20, -112), (70, -96), (110, -60), (70, -26), (-20, -10)], fill) + blob([(-20, -108), (20, -150), (50, -104)], shade(fill, 0.85))
            + blob([(-60, -60), (20, -50), (70, -30), (-20, -12)], second or shade(fill, 1.2)) + circle(74, -70, 9, "#f6f2e8") + circle(76, -70, 5, INK))  # fmt: skip


def whale(colour: str, second: str, action: str, phase: float) -> str:
    """A whale or dolphin."""
    fill = colour or "#4f6a80"
    beat = 40 * math.sin(2 * math.pi * phase)
    return (blob([(-620, -250 + beat), (-760, -380 + beat), (-700, -230 + beat), (-780, -120 + beat), (-600, -200 + beat)], shade(fill, 0.85))
            + blob([(-640, -220 + beat), (-200, -420), (350, -440), (620, -280), (560, -120), (200, -30), (-250, -90)], fill)
            + blob([(590, -200), (480, -90), (180, -34), (-120, -60), (200, -130)], second or "#c9d4d6") + circle(450, -250, 15, INK)
            + blob([(140, -110), (40, 60), (120, 50), (260, -90)], shade(fill, 0.8)))  # fmt: skip


def butterfly(colour: str, second: str, action: str, phase: float) -> str:
    """A butterfly, its wings opening and closing."""
    fill, open_ = colour or "#dd8236", 0.35 + 0.65 * abs(math.sin(2 * math.pi * phase))
    wings = blob(
        [(0, -60), (60 * open_, -130), (110 * open_, -100), (70 * open_, -50), (90 * open_, 0), (40 * open_, 10)], fill
    )
    return (
        wings
        + group(wings, flip=True)
        + stroke([(0, -84), (0, -10)], INK, 9)
        + circle(52 * open_, -96, 10, second or shade(fill, 0.6))
    )


OTHERS: dict[str, Callable[[str, str, str, float], str]] = {
    "bird": bird,
    "duck": duck,
    "fish": fish,
    "whale": whale,
    "butterfly": butterfly,
    **creatures.PAINTERS,
}
BOXES = {**creatures.BOXES, "bird": (-190, -180, 190, 120), "duck": (-170, -230, 190, 20), "fish": (-190, -180, 140, 40), "whale": (-820, -520, 680, 120), "butterfly": (-130, -150, 130, 40)}  # fmt: skip


def animal(
    kind: str, colour: str, second: str, action: str, phase: float
) -> tuple[str, tuple[float, float, float, float]]:
    """(art, the box that holds it) of any animal of the vocabulary."""
    if kind in OTHERS:
        return OTHERS[kind](colour, second, action, phase), BOXES[kind]
    b = BEASTS[kind]
    tall = b.back - b.neck[1] + b.head * (3 if "antlers" in b.extra else 1.9 if b.ear == "long" else 1.3)
    reach = b.length / 2 + b.neck[0] + b.head + b.snout + 20
    return beast(kind, colour, second, action, phase), (
        -b.length / 2 - b.girth * 3.2,
        -max(tall, b.back + b.girth * 2.6) - 30,
        reach,
        20,
    )
