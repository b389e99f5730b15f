"""Vehicles, furniture, plants and buildings from above, in body units, their middle at (0, 0), facing right."""
# ruff: noqa: E501 (a drawing or a table reads best a shape a line)

import math

from generation.sketch.drawing.flames import flames
from generation.sketch.drawing.light import mix, shade
from generation.sketch.drawing.pen import blob, circle, ellipse, group, poly, rect, stroke
from generation.sketch.drawing.stage import Box

from .bodies import canopy, main_hue

GLASS, METAL, DARK = "#2e3a44", "#9aa1a6", "#26272b"
HULLS = frozenset(("rowboat", "boat", "sailboat", "ship", "submarine"))
TWO_WHEELED = frozenset(("bicycle", "motorcycle", "skateboard"))
ROUND = frozenset(
    ("well", "fountain", "barrel", "bin", "stool", "pot", "vase", "bucket", "drum", "tower", "lighthouse", "statue",
     "globe", "lamp", "cage", "pan", "windmill", "wheel")
)  # fmt: skip
LEAFY = {"tree": ("#56794a", 620.0), "pine": ("#3f6448", 470.0), "palm": ("#5c8a4a", 560.0), "bush": ("#587a4c", 330.0),
         "plant": ("#5d8a50", 190.0), "cactus": ("#4f7f55", 150.0)}  # fmt: skip
SLENDER = frozenset(("street lamp", "sign", "traffic light", "flag", "cross", "scarecrow", "candle", "mailbox"))
ROOFED = frozenset(("house", "hut", "barn", "tent", "phone box"))


def vehicle_above(kind: str, side_art: str, box: Box, livery: str, second: str = "") -> tuple[str, Box]:
    """(art, box) of a vehicle from above, of the colour and length that its drawing from the side has."""
    hue = livery or main_hue(side_art)
    long = (box[2] - box[0]) * 0.94
    if kind in HULLS:
        art, half = _hull(kind, long, hue), long * 0.16
    elif kind in TWO_WHEELED:
        art, half = _two_wheels(long, hue), long * 0.16
    elif kind in ("plane", "helicopter", "drone", "ufo", "satellite", "balloon ship", "rocket"):
        art, half = _airborne(kind, long, hue), long * 0.5
    else:
        wide = {"bus": 0.27, "train": 0.2, "steam train": 0.2, "tram": 0.22, "truck": 0.32, "fire engine": 0.32}.get(
            kind, 0.43
        )
        art, half = _wheeled(kind, long, long * wide, hue), long * wide / 2
    if second and kind == "car":  # the doors and the lights of the police
        art += "".join(rect(-long * 0.14, side * half * 0.86 - 40, long * 0.26, 80, second, 16) for side in (-1, 1))
        art += rect(-60, -half * 0.4, 90, half * 0.4, "#c8302a", 16) + rect(-60, 0, 90, half * 0.4, "#2f63c0", 16)
    return art, (-long / 2, -half, long / 2, half)


def _wheeled(kind: str, long: float, wide: float, hue: str) -> str:
    x, y = long / 2, wide / 2
    tyres = "".join(
        rect(k * long * 0.3 - 70, s * y - (30 if s > 0 else 14), 140, 44, DARK, 12) for k in (-1, 1) for s in (-1, 1)
    )
    body = rect(-x, -y, long, wide, hue, wide * 0.22) + rect(
        -x * 0.96, -y * 0.84, long * 0.96, wide * 0.84, shade(hue, 1.06), wide * 0.18
    )
    lamps = "".join(
        ellipse(x - 34, s * y * 0.7, 30, 36, "#fbeec0") + rect(-x + 8, s * y * 0.74 - 26, 22, 52, "#c9402f", 8)
        for s in (-1, 1)
    )
    if kind in ("car", "taxi", "ambulance", "van"):
        roof = poly([(x * 0.42, -y * 0.78), (x * 0.18, -y * 0.7), (x * 0.18, y * 0.7), (x * 0.42, y * 0.78)], GLASS)
        roof += poly(
            [(-x * 0.62, -y * 0.72), (-x * 0.48, -y * 0.66), (-x * 0.48, y * 0.66), (-x * 0.62, y * 0.72)], GLASS
        )
        return tyres + body + lamps + roof + rect(-x * 0.46, -y * 0.7, x * 0.62, y * 1.4, shade(hue, 0.94), 40)
    if kind in ("train", "steam train", "tram", "bus"):
        hatches = "".join(rect(k * long * 0.26 - 120, -y * 0.4, 240, y * 0.8, shade(hue, 0.86), 20) for k in (-1, 0, 1))
        return tyres + body + lamps + rect(x * 0.94 - 40, -y * 0.8, 60, y * 1.6, GLASS, 20) + hatches
    cargo = rect(-x * 0.96, -y * 0.9, long * 0.62, wide * 0.9, shade(hue, 0.8), 20)
    return tyres + body + lamps + cargo + rect(x * 0.5, -y * 0.74, x * 0.16, y * 1.48, GLASS, 20)


def _hull(kind: str, long: float, hue: str) -> str:
    x, y = long / 2, long * 0.16
    outline = [(x, 0), (x * 0.5, -y), (-x * 0.7, -y), (-x, -y * 0.6), (-x, y * 0.6), (-x * 0.7, y), (x * 0.5, y)]
    deck = [(px * 0.9, py * 0.78) for px, py in outline]
    art = blob(outline, hue) + blob(deck, "#b98d5e" if kind != "submarine" else shade(hue, 1.1))
    if kind == "rowboat":
        return art + "".join(rect(k * x * 0.4 - 40, -y * 0.8, 80, y * 1.6, "#8a6440", 8) for k in (-1, 0, 1))
    if kind == "sailboat":
        return (
            art
            + blob([(x * 0.5, 0), (0, -y * 1.9), (-x * 0.5, -y * 1.2), (-x * 0.2, 0)], "#f4f0e4")
            + circle(x * 0.1, 0, 24, "#6b4a33")
        )
    cabins = rect(-x * 0.56, -y * 0.6, x * 0.9, y * 1.2, "#efe9dc", 30) + rect(
        -x * 0.4, -y * 0.4, x * 0.4, y * 0.8, METAL, 20
    )
    return art + cabins + (circle(-x * 0.2, 0, y * 0.3, "#c8402f") if kind == "ship" else "")


def _two_wheels(long: float, hue: str) -> str:
    x = long / 2
    return (
        rect(-x, -18, long * 0.4, 36, DARK, 16) + rect(x - long * 0.4, -18, long * 0.4, 36, DARK, 16)
        + stroke([(-x * 0.4, 0), (x * 0.5, 0)], hue, 40) + stroke([(x * 0.4, -150), (x * 0.5, 0), (x * 0.4, 150)], METAL, 22)
        + ellipse(-x * 0.3, 0, 70, 40, DARK)
    )  # fmt: skip


def _airborne(kind: str, long: float, hue: str) -> str:
    x = long / 2
    if kind in ("ufo", "balloon ship", "satellite", "drone"):
        arms = (
            "".join(stroke([(0, 0), (x * 0.8 * a, x * 0.8 * b)], METAL, 40) for a in (-1, 1) for b in (-1, 1))
            if kind == "drone"
            else ""
        )
        return (
            arms
            + circle(0, 0, x * 0.8, hue)
            + circle(0, 0, x * 0.5, shade(hue, 1.14))
            + circle(0, 0, x * 0.24, shade(hue, 0.8))
        )
    body = blob(
        [(x, 0), (x * 0.7, -x * 0.12), (-x * 0.8, -x * 0.09), (-x, 0), (-x * 0.8, x * 0.09), (x * 0.7, x * 0.12)], hue
    )
    if kind == "helicopter":
        blades = "".join(
            stroke([(-x * math.cos(a), -x * math.sin(a)), (x * math.cos(a), x * math.sin(a))], DARK, 34, 0.7)
            for a in (0.5, 2.07)
        )
        return body + blades + circle(0, 0, 40, DARK)
    wings = poly(
        [
            (x * 0.2, 0),
            (-x * 0.3, -x * 0.92),
            (-x * 0.46, -x * 0.92),
            (-x * 0.16, 0),
            (-x * 0.46, x * 0.92),
            (-x * 0.3, x * 0.92),
        ],
        shade(hue, 0.9),
    )
    tail = poly(
        [
            (-x * 0.78, 0),
            (-x * 0.96, -x * 0.32),
            (-x, -x * 0.32),
            (-x * 0.94, 0),
            (-x, x * 0.32),
            (-x * 0.96, x * 0.32),
        ],
        shade(hue, 0.84),
    )
    return wings + tail + body


def thing_above(kind: str, colour: str, side_art: str, box: Box, phase: float) -> tuple[str, Box]:
    """(art, box) of a thing from above: as a plan shows it, or lying there as it is drawn from the side if it is small."""
    width, tall = box[2] - box[0], box[3] - box[1]
    if kind in LEAFY:
        tone, reach = LEAFY[kind]
        return crown(reach, colour or tone), (-reach, -reach, reach, reach)
    if kind == "umbrella":
        return canopy(colour), (-470, -470, 470, 470)
    if kind == "campfire":
        logs = "".join(
            stroke([(-220 * math.cos(a), -220 * math.sin(a)), (220 * math.cos(a), 220 * math.sin(a))], "#4a3426", 64)
            for a in (0.3, 1.3, 2.4)
        )
        return logs + flames(300, 330, phase, (0, 110)), (-260, -260, 260, 260)
    hue = colour or main_hue(side_art)
    if kind in ROUND:
        r = min(width, 760.0) / 2
        return circle(0, 0, r, shade(hue, 0.8)) + circle(0, 0, r * 0.82, hue) + circle(
            0, 0, r * 0.4, shade(hue, 0.66)
        ), (-r, -r, r, r)
    if kind in SLENDER:
        arm = stroke([(0, 0), (150, 0)], "#4a4e52", 26) + ellipse(170, 0, 70, 44, "#f2dda0")
        return (arm if kind == "street lamp" else "") + circle(0, 0, 46, shade(hue, 0.7)) + circle(0, 0, 26, hue), (
            -60,
            -60,
            240,
            60,
        )
    if kind in ROOFED:
        return _roof(width, hue), (-width / 2, -width * 0.4, width / 2, width * 0.4)
    if kind in FURNITURE:
        w, d = FURNITURE[kind]
        return _furniture(kind, w, d, hue), (-w / 2, -d / 2, w / 2, d / 2)
    if max(width, tall) < 900:
        middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return group(side_art, -middle[0], -middle[1]), (-width / 2, -tall / 2, width / 2, tall / 2)
    depth = min(width * 0.6, 520.0)
    top = rect(-width / 2, -depth / 2, width, depth, shade(hue, 0.84), 24) + rect(
        -width * 0.46, -depth * 0.42, width * 0.92, depth * 0.84, hue, 18
    )
    return top, (-width / 2, -depth / 2, width / 2, depth / 2)


FURNITURE = {
    "table": (1000.0, 560.0), "bed": (1180.0, 760.0), "sofa": (1150.0, 460.0), "chair": (360.0, 360.0), "throne": (480.0, 480.0), "bench": (1100.0, 300.0),
    "piano": (980.0, 760.0), "shelf": (900.0, 240.0), "wardrobe": (820.0, 380.0), "stove": (440.0, 420.0), "fridge": (460.0, 440.0), "bathtub": (1000.0, 480.0),
    "fireplace": (800.0, 300.0), "door": (620.0, 90.0), "television": (640.0, 120.0), "computer": (420.0, 320.0), "picture": (620.0, 60.0), "mirror": (420.0, 60.0),
    "cradle": (520.0, 330.0), "blackboard": (1100.0, 80.0), "screen": (1100.0, 80.0), "wheelchair": (420.0, 400.0), "swing": (700.0, 260.0), "hammock": (1100.0, 360.0),
    "machine": (760.0, 520.0), "grave": (420.0, 900.0), "fence": (1300.0, 60.0), "gate": (900.0, 90.0), "ladder": (220.0, 1000.0),
}  # fmt: skip


def _furniture(kind: str, w: float, d: float, hue: str) -> str:
    base = rect(-w / 2, -d / 2, w, d, shade(hue, 0.82), 28) + rect(-w / 2 + 22, -d / 2 + 22, w - 44, d - 44, hue, 20)
    if kind == "bed":
        pillows = "".join(rect(-w / 2 + 50, k * d * 0.24 - d * 0.17, 190, d * 0.34, "#f4efe4", 40) for k in (-1, 1))
        return (
            rect(-w / 2, -d / 2, w, d, "#7b5a40", 20)
            + rect(-w / 2 + 20, -d / 2 + 20, w - 40, d - 40, "#efe9dc", 20)
            + pillows
            + rect(-w * 0.2, -d / 2 + 14, w * 0.68, d - 28, hue, 30)
        )
    if kind in ("sofa", "chair", "throne", "wheelchair"):
        back = rect(-w / 2, -d / 2, w, d * 0.26, shade(hue, 0.66), 24)
        arms = (
            "".join(rect(k * (w / 2 - 34) - 34, -d / 2, 68, d, shade(hue, 0.74), 24) for k in (-1, 1))
            if kind == "sofa"
            else ""
        )
        return base + back + arms
    if kind == "stove":
        return base + "".join(
            circle(x * w * 0.22, y * d * 0.22, 66, DARK) + circle(x * w * 0.22, y * d * 0.22, 40, shade(DARK, 1.6))
            for x in (-1, 1)
            for y in (-1, 1)
        )
    if kind == "bathtub":
        return rect(-w / 2, -d / 2, w, d, "#e9eceb", 160) + rect(
            -w * 0.44, -d * 0.38, w * 0.88, d * 0.76, "#a9d3dd", 140
        )
    if kind == "piano":
        return base + rect(-w / 2 + 30, d / 2 - 130, w - 60, 100, "#f2efe8", 8)
    if kind in ("bench", "shelf", "ladder", "fence", "hammock"):
        slats = "".join(
            rect(-w / 2 + 14, -d / 2 + d * k / 4 + 6, w - 28, d / 4 - 14, shade(hue, 1.08), 8) for k in range(4)
        )
        return base + slats
    return base


def crown(reach: float, tone: str) -> str:
    """A tree's crown: leaves in the light above darker ones."""

    def ring(r: float, lumps: int, turn: float) -> list[tuple[float, float]]:
        return [
            (
                r * (1 if k % 2 else 0.8) * math.cos(turn + math.pi * k / lumps),
                r * (1 if k % 2 else 0.8) * math.sin(turn + math.pi * k / lumps),
            )
            for k in range(2 * lumps)
        ]

    art = blob(ring(reach, 8, 0.2), shade(tone, 0.8)) + blob(
        [(x - reach * 0.08, y - reach * 0.1) for x, y in ring(reach * 0.76, 7, 0.6)], tone
    )
    return art + blob(
        [(x - reach * 0.16, y - reach * 0.2) for x, y in ring(reach * 0.42, 6, 1.1)], mix(tone, "#ffffff", 0.16)
    )


def _roof(width: float, hue: str) -> str:
    w, d, tone = width / 2, width * 0.4, mix("#8f4a3c", hue, 0.3)
    lower = poly([(-w, 0), (w, 0), (w, d), (-w, d)], shade(tone, 0.82))
    return (
        poly([(-w, -d), (w, -d), (w, 0), (-w, 0)], tone)
        + lower
        + rect(-w, -14, 2 * w, 28, shade(tone, 0.66))
        + rect(w * 0.4, -d * 0.7, w * 0.2, d * 0.36, "#6f5a50")
    )
