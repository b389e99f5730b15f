"""More that stands outside: plants, buildings, street furniture; a grown person is 1000 high, the ground is y = 0."""
# ruff: noqa: E501 (a drawing or a table reads best a shape a line)

import math
from collections.abc import Callable

from .light import shade
from .pen import circle, curve, ellipse, path, poly, rect, stroke

WOOD, STONE, INK = "#7b5638", "#9a958c", "#2a2628"
Box = tuple[float, float, float, float]


def pine(c: str) -> str:
    c = c or "#3f6b52"
    tiers = "".join(
        poly([(-w, -low), (0, -high), (w, -low)], shade(c, 0.85 + 0.1 * i))
        for i, (low, high, w) in enumerate(((240, 1000, 620), (700, 1450, 480), (1150, 2000, 330)))
    )
    return rect(-60, -280, 120, 280, "#5d4632") + tiers


def palm(c: str) -> str:
    c = c or "#4f8a4b"
    fronds = "".join(
        path(f"M120 -1700Q{120 + dx * 0.5:.0f} {-1900 + dy * 0.2:.0f} {120 + dx} {-1700 + dy}Q{120 + dx * 0.4:.0f} {-1760 + dy * 0.3:.0f} 120 -1640Z", k)
        for dx, dy, k in ((-640, 160, c), (640, 200, c), (-520, -260, shade(c, 0.85)), (520, -240, shade(c, 0.85)), (-260, 420, shade(c, 0.75)), (330, 460, shade(c, 0.75)))
    )  # fmt: skip
    return curve("M0 0Q-60 -800 120 -1680", "#8a6a44", 90) + fronds + circle(80, -1610, 60, "#6b4a2c") + circle(170, -1600, 60, "#6b4a2c")  # fmt: skip


def cactus(c: str) -> str:
    c = c or "#4f7f55"
    return (
        stroke([(-40, -420), (-290, -460), (-300, -760)], c, 130)
        + stroke([(40, -300), (290, -340), (300, -620)], c, 130)
        + stroke([(0, 0), (0, -1050)], c, 210)
        + "".join(stroke([(x, -60), (x, -1040)], shade(c, 0.8), 10) for x in (-50, 0, 50))
    )


def mushroom(c: str) -> str:
    c = c or "#c8402f"
    return rect(-70, -240, 140, 240, "#efe6d2", 40) + path("M-260 -220Q-240 -520 0 -520Q240 -520 260 -220Z", c) + "".join(circle(x, y, 34, "#f4efe2") for x, y in ((-120, -300), (20, -420), (130, -290)))  # fmt: skip


def hut(c: str) -> str:
    c = c or "#8a6440"
    logs = "".join(rect(-620, -760 + i * 95, 1240, 84, shade(c, 0.9 if i % 2 else 1.05), 30) for i in range(8))
    return (
        rect(300, -1500, 130, 500, "#6d6a66")
        + logs
        + poly([(-760, -740), (0, -1420), (760, -740)], "#5a4a3e")
        + rect(-140, -560, 280, 560, "#3f2f24", 8)
        + rect(280, -540, 200, 200, "#f0d590", 6)
    )


def barn(c: str) -> str:
    c = c or "#a5483a"
    return (
        rect(-900, -1000, 1800, 1000, c)
        + poly([(-980, -980), (-620, -1500), (0, -1760), (620, -1500), (980, -980)], shade(c, 0.7))
        + rect(-330, -760, 660, 760, shade(c, 0.8))
        + stroke([(-330, -760), (330, 0), (330, -760), (-330, 0)], "#ece2d0", 34)
        + rect(-110, -1330, 220, 220, "#3a2a26")
    )


def windmill(c: str) -> str:
    c = c or "#d8cfbd"
    sails = "".join(
        poly([(0, -1900), (dx, -1900 + dy), (dx - dy * 0.22, -1900 + dy + dx * 0.22)], "#efe9dc") + stroke([(0, -1900), (dx, -1900 + dy)], WOOD, 30)
        for dx, dy in ((850, -500), (500, 850), (-850, 500), (-500, -850))
    )  # fmt: skip
    return (
        poly([(-420, 0), (-270, -1750), (270, -1750), (420, 0)], c)
        + path("M-300 -1740Q0 -2250 300 -1740Z", "#8f4a3c")
        + rect(-90, -420, 180, 420, "#5d4632", 80)
        + rect(-60, -1250, 120, 180, "#3a3540", 40)
        + sails
        + circle(0, -1900, 60, INK)
    )


def pyramid(c: str) -> str:
    c = c or "#d8b46a"
    rows = "".join(stroke([(-1400 + i * 200, -i * 260), (300 + (i * -43), -i * 260)], shade(c, 0.9), 10) for i in range(1, 6))  # fmt: skip
    return poly([(-1600, 0), (0, -1800), (300, 0)], c) + poly([(1600, 0), (0, -1800), (300, 0)], shade(c, 0.72)) + rows


def fence(c: str) -> str:
    c = c or "#e8e2d2"
    pickets = "".join(poly([(x - 60, 0), (x - 60, -560), (x, -660), (x + 60, -560), (x + 60, 0)], c) for x in range(-800, 801, 200))  # fmt: skip
    return rect(-900, -480, 1800, 60, shade(c, 0.85)) + rect(-900, -230, 1800, 60, shade(c, 0.85)) + pickets


def gate(c: str) -> str:
    c = c or "#3a3d42"
    bars = "".join(stroke([(x, 0), (x, -1250 + abs(x) * 0.3)], c, 34) + poly([(x - 34, -1240 + abs(x) * 0.3), (x, -1340 + abs(x) * 0.3), (x + 34, -1240 + abs(x) * 0.3)], c) for x in range(-480, 481, 120))  # fmt: skip
    pillars = "".join(rect(x, -1450, 180, 1450, STONE) + rect(x - 30, -1530, 240, 90, shade(STONE, 0.8)) + circle(x + 90, -1600, 80, STONE) for x in (-720, 540))  # fmt: skip
    return bars + stroke([(-540, -260), (540, -260)], c, 34) + stroke([(-540, -900), (540, -900)], c, 34) + pillars


def snowman(c: str) -> str:
    c = c or "#f2f4f5"
    return (
        circle(0, -260, 270, shade(c, 0.94))
        + circle(0, -660, 200, c)
        + circle(0, -960, 150, c)
        + rect(-150, -1120, 300, 40, INK)
        + rect(-100, -1290, 200, 190, INK)
        + poly([(10, -980), (200, -940), (10, -930)], "#dd8236")
        + circle(-50, -1000, 18, INK)
        + circle(60, -1000, 18, INK)
        + stroke([(-180, -700), (-430, -880)], WOOD, 26)
        + stroke([(180, -700), (430, -900)], WOOD, 26)
        + stroke([(-140, -830), (140, -830)], "#c8402f", 60)
    )


def scarecrow(c: str) -> str:
    c = c or "#a5573f"
    return (
        rect(-30, -900, 60, 900, WOOD)
        + rect(-520, -930, 1040, 50, WOOD)
        + poly([(-440, -990), (440, -990), (420, -820), (190, -800), (220, -380), (-220, -380), (-190, -800), (-420, -820)], c)
        + circle(0, -1110, 130, "#d8b98a")
        + poly([(-260, -1160), (260, -1160), (90, -1200), (0, -1460), (-90, -1200)], "#c9a14a")
        + circle(-44, -1120, 16, INK)
        + circle(44, -1120, 16, INK)
        + stroke([(-60, -1050), (60, -1050)], INK, 12)
    )  # fmt: skip


def street_lamp(c: str) -> str:
    return (
        rect(-28, -1900, 56, 1900, c or "#33363b", 10)
        + rect(-90, -60, 180, 60, c or "#33363b", 10)
        + poly([(-90, -1900), (90, -1900), (140, -2160), (-140, -2160)], "#ffe9b0")
        + poly([(-170, -2150), (170, -2150), (0, -2290)], c or "#33363b")
    )


def traffic_light(c: str) -> str:
    return rect(-30, -1300, 60, 1300, "#54585e") + rect(-150, -1980, 300, 720, c or INK, 40) + "".join(circle(0, y, 86, k) for y, k in ((-1860, "#d8402f"), (-1620, "#e2b23a"), (-1380, "#3fae5a")))  # fmt: skip


def mailbox(c: str) -> str:
    c = c or "#c8402f"
    return rect(-180, -1020, 360, 1020, c, 30) + path("M-220 -1000Q-200 -1180 0 -1180Q200 -1180 220 -1000Z", shade(c, 0.85)) + rect(-120, -900, 240, 50, INK, 10) + rect(-110, -780, 220, 160, "#f0ede4", 6)  # fmt: skip


def phone_box(c: str) -> str:
    c = c or "#c8402f"
    panes = "".join(rect(-250 + col * 180, -1450 + row * 260, 150, 220, "#cfe3e6", 6) for row in range(5) for col in range(3))  # fmt: skip
    return rect(-320, -1700, 640, 1700, c, 20) + path("M-340 -1680Q0 -1860 340 -1680Z", shade(c, 0.85)) + rect(-250, -1620, 500, 110, "#f4efe2", 6) + panes  # fmt: skip


def anchor(c: str) -> str:
    c = c or "#4a525a"
    return (
        f'<circle cx="0" cy="-880" r="70" fill="none" stroke="{c}" stroke-width="40"/>'
        + stroke([(0, -810), (0, -40)], c, 60)
        + stroke([(-190, -660), (190, -660)], c, 50)
        + curve("M-400 -330Q-330 -30 0 -30Q330 -30 400 -330", c, 60)
        + poly([(-480, -300), (-400, -460), (-310, -300)], c)
        + poly([(480, -300), (400, -460), (310, -300)], c)
    )


def swing(c: str) -> str:
    return (
        stroke([(-620, 0), (-420, -1600)], WOOD, 50)
        + stroke([(-220, 0), (-420, -1600)], WOOD, 50)
        + stroke([(620, 0), (420, -1600)], WOOD, 50)
        + stroke([(220, 0), (420, -1600)], WOOD, 50)
        + stroke([(-460, -1600), (460, -1600)], WOOD, 60)
        + stroke([(-110, -1590), (-110, -480)], "#d8cdb6", 16)
        + stroke([(110, -1590), (110, -480)], "#d8cdb6", 16)
        + rect(-150, -490, 300, 46, c or "#c8402f", 10)
    )


def fountain(c: str) -> str:
    c = c or STONE
    jets = "".join(curve(f"M0 -1150Q{dx * 0.6:.0f} -1420 {dx} -{620 - abs(dx) * 0.2:.0f}", "#a9d2e0", 26, 0.9) for dx in (-420, -240, 240, 420))  # fmt: skip
    return (
        ellipse(0, -160, 760, 120, shade(c, 0.8))
        + rect(-760, -160, 1520, 150, c, 40)
        + ellipse(0, -170, 690, 90, "#7fb3c8")
        + rect(-70, -700, 140, 560, c)
        + ellipse(0, -700, 320, 70, c)
        + ellipse(0, -715, 270, 44, "#7fb3c8")
        + rect(-40, -1100, 80, 400, c)
        + jets
    )


def cross(c: str) -> str:
    return rect(-60, -1300, 120, 1300, c or WOOD, 10) + rect(-360, -1020, 720, 120, c or WOOD, 10)


def star(x: float, y: float, r: float, fill: str) -> str:
    """A star with five points."""
    places = [
        (x + math.sin(math.pi * i / 5) * (r if i % 2 == 0 else r * 0.45), y - math.cos(math.pi * i / 5) * (r if i % 2 == 0 else r * 0.45))
        for i in range(10)
    ]  # fmt: skip
    return poly(places, fill)


PAINTERS: dict[str, tuple[Callable[[str], str], Box]] = {
    "pine": (pine, (-640, -2020, 640, 20)), "palm": (palm, (-560, -2080, 800, 20)), "cactus": (cactus, (-390, -1180, 390, 20)), "mushroom": (mushroom, (-280, -540, 280, 20)), "hut": (hut, (-780, -1520, 780, 20)),
    "barn": (barn, (-1000, -1780, 1000, 20)), "windmill": (windmill, (-1100, -2800, 1100, 20)), "pyramid": (pyramid, (-1620, -1820, 1620, 20)), "fence": (fence, (-920, -680, 920, 20)), "gate": (gate, (-770, -1700, 770, 20)),
    "snowman": (snowman, (-460, -1310, 460, 20)), "scarecrow": (scarecrow, (-540, -1480, 540, 20)), "street lamp": (street_lamp, (-180, -2310, 180, 20)), "traffic light": (traffic_light, (-170, -2000, 170, 20)),
    "mailbox": (mailbox, (-240, -1200, 240, 20)), "phone box": (phone_box, (-360, -1880, 360, 20)), "anchor": (anchor, (-500, -990, 500, 20)), "swing": (swing, (-650, -1660, 650, 20)), "fountain": (fountain, (-780, -1450, 780, 20)),
    "cross": (cross, (-380, -1320, 380, 20)),
}  # fmt: skip
