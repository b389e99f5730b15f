"""Vehicles, in units where a grown person is 1000 high; standing on y = 0, facing right."""
# ruff: noqa: E501 (a drawing or a table reads best a shape a line)

import math

from .light import shade
from .pen import blob, circle, curve, ellipse, num, path, poly, rect, smooth, stroke

Box = tuple[float, float, float, float]
DARK, GLASS = "#26272b", "#b9d2d8"


def _wheel(x: float, r: float, phase: float) -> str:
    spokes = "".join(
        stroke([(x, -r), (x + math.cos(a) * r * 0.5, -r + math.sin(a) * r * 0.5)], "#9aa0a3", r * 0.12)
        for a in (2 * math.pi * (phase + i / 3) for i in range(3))
    )
    return circle(x, -r, r, DARK) + circle(x, -r, r * 0.56, "#6d7276") + spokes


def car(fill: str, second: str, phase: float) -> str:
    fill = fill or "#b5523b"
    body = path(
        smooth(
            [
                (-1020, -300),
                (-1000, -520),
                (-640, -580),
                (-400, -830),
                (260, -850),
                (560, -600),
                (940, -520),
                (1040, -360),
                (1030, -200),
                (-1000, -200),
            ],
            closed=True,
        ),
        fill,
    )
    glass = poly([(-560, -570), (-370, -780), (-90, -790), (-90, -570)], GLASS) + poly(
        [(-40, -570), (-40, -790), (230, -790), (440, -570)], GLASS
    )
    if second:
        glass += poly([(-420, -560), (380, -560), (380, -210), (-420, -210)], second) + rect(
            -250, -915, 90, 74, "#c8302a", 10
        )
        glass += rect(-160, -915, 90, 74, "#2f63c0", 10)
    low = poly([(-1010, -330), (1040, -330), (1030, -190), (-1000, -190)], shade(fill, 0.8))
    lamps = ellipse(990, -420, 46, 40, "#fbeec0") + rect(-1020, -460, 46, 70, "#c9402f", 12)
    return (
        body
        + low
        + glass
        + stroke([(-65, -570), (-65, -260)], shade(fill, 0.7), 10)
        + lamps
        + _wheel(-620, 190, phase)
        + _wheel(620, 190, phase)
    )


def van(fill: str, second: str, phase: float) -> str:
    fill = fill or "#e4e1d8"
    return (rect(-1100, -1080, 2200, 900, fill, 120) + poly([(560, -1000), (900, -990), (1060, -620), (560, -620)], GLASS) + rect(-1100, -420, 2200, 90, second or "#b5523b")
            + rect(-300, -980, 700, 340, GLASS, 30) + ellipse(1060, -380, 36, 44, "#fbeec0") + _wheel(-640, 200, phase) + _wheel(640, 200, phase))  # fmt: skip


def truck(fill: str, second: str, phase: float) -> str:
    fill = fill or "#4d7298"
    return (rect(-1600, -1500, 2000, 1220, second or "#d8d3c6", 20) + rect(-1600, -360, 2900, 120, DARK) + path("M460 -300V-1180Q470 -1260 560 -1260H900Q1040 -1240 1120 -900L1300 -760V-300Z", fill)
            + poly([(600, -1160), (880, -1150), (1000, -860), (600, -860)], GLASS) + ellipse(1270, -480, 34, 46, "#fbeec0") + _wheel(-1200, 230, phase) + _wheel(-700, 230, phase) + _wheel(900, 230, phase))  # fmt: skip


def bus(fill: str, second: str, phase: float) -> str:
    fill = fill or "#c8402f"
    panes = "".join(rect(-1780 + i * 520, -1400, 430, 480, GLASS, 40) for i in range(7))
    return (
        rect(-1900, -1600, 3800, 1400, fill, 110)
        + rect(-1900, -720, 3800, 110, second or "#ece6da")
        + panes
        + ellipse(1880, -420, 30, 60, "#fbeec0")
        + _wheel(-1200, 230, phase)
        + _wheel(1150, 230, phase)
    )


def bicycle(fill: str, second: str, phase: float) -> str:
    fill = fill or "#3c6ea8"
    ring = lambda x: (  # noqa: E731 (a local shorthand)
        f'<circle cx="{x}" cy="-230" r="220" fill="none" stroke="{DARK}" stroke-width="26"/>'
        + "".join(
            stroke([(x, -230), (x + math.cos(a) * 205, -230 + math.sin(a) * 205)], "#8b8f92", 6)
            for a in (2 * math.pi * (phase + i / 6) for i in range(6))
        )
    )
    frame = (
        stroke([(-380, -230), (-60, -230), (250, -560), (-180, -560), (-380, -230)], fill, 28)
        + stroke([(-60, -230), (-210, -640)], fill, 28)
        + stroke([(380, -230), (250, -560), (225, -690)], fill, 28)
    )
    return (
        ring(-380)
        + ring(380)
        + frame
        + stroke([(-270, -650), (-140, -650)], DARK, 44)
        + stroke([(150, -720), (230, -690), (300, -700)], DARK, 26)
    )


def boat(fill: str, second: str, phase: float) -> str:
    fill = fill or "#39506a"
    hull = path("M-900 -330Q0 -250 1000 -420Q900 0 620 60H-640Q-860 0 -900 -330Z", fill)
    cabin = (
        rect(-420, -640, 520, 340, second or "#e4ded0", 20)
        + rect(-340, -570, 150, 130, "#41586b", 12)
        + rect(-130, -570, 150, 130, "#41586b", 12)
        + rect(-470, -690, 620, 70, shade(fill, 0.75), 20)
    )
    mast = (
        stroke([(330, -330), (330, -1350)], "#5a4636", 34)
        + poly([(360, -1300), (360, -470), (800, -500)], second or "#dcd5c4")
        + stroke([(330, -1300), (980, -430)], "#5a4636", 8)
    )
    return mast + cabin + hull + path("M-885 -250Q0 -170 975 -335L985 -400Q0 -240 -900 -320Z", "#d8d0bf")


def sailboat(fill: str, second: str, phase: float) -> str:
    hull = path("M-700 -230H760Q640 20 420 40H-480Q-660 0 -700 -230Z", fill or "#7d4a3a")
    return (
        stroke([(20, -200), (20, -1850)], "#5a4636", 30)
        + poly([(60, -1800), (60, -320), (680, -330)], second or "#efe9dc")
        + poly([(-20, -1650), (-20, -320), (-520, -330)], shade(second or "#efe9dc", 0.86))
        + hull
    )


def ship(fill: str, second: str, phase: float) -> str:
    panes = "".join(circle(-900 + i * 260, -560, 50, "#e6d9a8") for i in range(9))
    return (path("M-2100 -700H2300Q2150 -100 1900 60H-1700Q-2050 -100 -2100 -700Z", fill or "#2f4257") + rect(-1500, -1150, 2500, 460, second or "#e6e1d5", 30) + rect(-1100, -1480, 1500, 340, second or "#e6e1d5", 30)
            + rect(-500, -2050, 320, 580, "#b5523b") + rect(-500, -2050, 320, 140, DARK) + panes + "".join(rect(-1380 + i * 260, -1040, 150, 150, "#6d8796", 10) for i in range(9)))  # fmt: skip


def train(fill: str, second: str, phase: float) -> str:
    fill = fill or "#39684f"
    coach = lambda x: (  # noqa: E731 (a local shorthand)
        rect(x, -1500, 2300, 1240, fill, 60)
        + rect(x, -620, 2300, 90, second or "#e2c879")
        + "".join(rect(x + 130 + i * 430, -1330, 320, 460, GLASS, 30) for i in range(5))
        + _wheel(x + 400, 160, phase)
        + _wheel(x + 1900, 160, phase)
    )
    nose = (
        path("M250 -1500H1900Q2500 -1400 2700 -700V-260H250Z", fill)
        + poly([(1700, -1340), (2060, -1320), (2380, -900), (1700, -900)], GLASS)
        + rect(250, -620, 2430, 90, second or "#e2c879")
        + ellipse(2600, -480, 60, 50, "#fbeec0")
    )
    return (
        coach(-4600)
        + coach(-2180)
        + nose
        + rect(420, -1330, 320, 460, GLASS, 30)
        + rect(900, -1330, 320, 460, GLASS, 30)
        + _wheel(700, 160, phase)
        + _wheel(2100, 160, phase)
    )


def plane(fill: str, second: str, phase: float) -> str:
    fill = fill or "#e7e5de"
    return (path(smooth([(-1700, -420), (-1500, -560), (900, -640), (1500, -500), (1640, -380), (1300, -260), (-900, -260)], closed=True), fill) + poly([(-1700, -430), (-1900, -980), (-1600, -980), (-1150, -540)], second or "#b5523b")
            + poly([(300, -400), (-500, 40), (-780, 40), (-260, -400)], shade(fill, 0.78)) + "".join(circle(-900 + i * 200, -470, 42, "#6d8796") for i in range(10)) + poly([(1240, -560), (1420, -520), (1500, -460), (1260, -470)], "#41586b"))  # fmt: skip


def helicopter(fill: str, second: str, phase: float) -> str:
    spin = math.cos(2 * math.pi * phase)
    return (poly([(-400, -560), (-1500, -640), (-1500, -560), (-300, -380)], fill or "#5e7f52") + ellipse(0, -460, 620, 320, fill or "#5e7f52") + blob([(160, -700), (520, -620), (600, -430), (180, -430)], GLASS)
            + stroke([(0, -780), (0, -900)], DARK, 40) + stroke([(-1250 * abs(spin), -910), (1250 * abs(spin), -910)], DARK, 30) + stroke([(-420, -20), (480, -20)], DARK, 34) + stroke([(-200, -160), (-260, -20)], DARK, 26) + stroke([(240, -160), (300, -20)], DARK, 26)
            + stroke([(-1500, -760 + 90 * spin), (-1500, -440 - 90 * spin)], DARK, 24))  # fmt: skip


def balloon_ship(fill: str, second: str, phase: float) -> str:
    fill = fill or "#c8402f"
    gores = blob(
        [(-180, -2950), (180, -2950), (300, -2000), (90, -1150), (-90, -1150), (-300, -2000)], second or "#ecd9a6"
    )
    return (blob([(0, -3000), (760, -2700), (860, -2000), (330, -1180), (-330, -1180), (-860, -2000), (-760, -2700)], fill) + gores + stroke([(-240, -1180), (-170, -420)], "#6b5540", 16)
            + stroke([(240, -1180), (170, -420)], "#6b5540", 16) + rect(-200, -430, 400, 330, "#8a6440", 40))  # fmt: skip


def rocket(fill: str, second: str, phase: float) -> str:
    flame = 260 + 120 * math.sin(2 * math.pi * phase)
    return (poly([(-130, -60), (130, -60), (0, flame)], "#f0b23c") + poly([(-320, -60), (-200, -700), (-150, -300)], second or "#c8402f") + poly([(320, -60), (200, -700), (150, -300)], second or "#c8402f")
            + blob([(0, -2000), (240, -1350), (230, -500), (150, -80), (-150, -80), (-230, -500), (-240, -1350)], fill or "#e4e4e0") + blob([(0, -2000), (130, -1700), (0, -1640), (-130, -1700)], second or "#c8402f") + circle(0, -1250, 110, "#41586b") + circle(0, -1250, 78, "#8fc0d2"))  # fmt: skip


def cart(fill: str, second: str, phase: float) -> str:
    return (
        rect(-700, -760, 1200, 380, fill or "#8a6440", 20)
        + stroke([(480, -500), (1000, -560)], "#6b4a30", 40)
        + _wheel(-380, 260, phase)
        + _wheel(260, 260, phase)
        + curve(f"M-700 {num(-760)}Q-100 -1300 500 -760", "#6b4a30", 20)
    )


PAINTERS = {
    "car": (car, (-1080, -900, 1080, 20)), "van": (van, (-1140, -1110, 1140, 20)), "truck": (truck, (-1640, -1540, 1340, 20)), "bus": (bus, (-1940, -1640, 1960, 20)),
    "bicycle": (bicycle, (-640, -760, 640, 20)), "boat": (boat, (-930, -1400, 1030, 80)), "sailboat": (sailboat, (-730, -1900, 790, 60)), "ship": (ship, (-2140, -2090, 2330, 80)),
    "train": (train, (-4640, -1540, 2740, 20)), "plane": (plane, (-1940, -1010, 1690, 60)), "helicopter": (helicopter, (-1560, -960, 1290, 20)), "balloon ship": (balloon_ship, (-900, -3050, 900, 20)),
    "rocket": (rocket, (-340, -2030, 340, 420)), "cart": (cart, (-780, -1080, 1040, 20)),
}  # fmt: skip


def vehicle(kind: str, colour: str, second: str, phase: float) -> tuple[str, Box]:
    """(art, the box that holds it) of a vehicle; `phase` turns its wheels, rotors or flame."""
    from .more_vehicles import PAINTERS as OTHERS  # it is drawn with what stands here

    paint, box = PAINTERS.get(kind) or OTHERS[kind]
    return paint(colour, second, phase), box
