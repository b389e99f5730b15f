"""Vehicles with a trade of their own, in units where a grown person is 1000 high; on y = 0, facing right."""
# ruff: noqa: E501 (a drawing or a table reads best a shape a line)

import math
from collections.abc import Callable

from .light import shade
from .pen import blob, circle, curve, ellipse, num, path, poly, rect, stroke
from .vehicles import DARK, GLASS, Box, _wheel, car, van


def taxi(fill: str, second: str, phase: float) -> str:
    checks = "".join(rect(-900 + i * 90, -420 + (i % 2) * 44, 90, 44, DARK) for i in range(20))
    return rect(-170, -960, 240, 110, "#fff3c4", 20) + rect(-110, -930, 120, 40, DARK) + car(fill or "#e2b23a", second, phase) + checks  # fmt: skip


def ambulance(fill: str, second: str, phase: float) -> str:
    blue = "#3f7fe0" if phase < 0.1 else "#9cc0ff"
    cross = rect(-780, -820, 90, 300, "#c8302a") + rect(-885, -715, 300, 90, "#c8302a")
    return rect(-120, -1170, 300, 100, blue, 30) + van(fill or "#f2f1ec", second or "#c8302a", phase) + cross


def fire_engine(fill: str, second: str, phase: float) -> str:
    rungs = "".join(rect(-1500 + i * 150, -1460, 24, 110, "#cfd4d6") for i in range(14))
    ladder = rect(-1560, -1470, 2100, 30, "#cfd4d6") + rect(-1560, -1370, 2100, 30, "#cfd4d6") + rungs
    return (
        ladder
        + rect(-1600, -1300, 2900, 1080, fill or "#c8302a", 60)
        + rect(-1600, -560, 2900, 110, "#f2efe6")
        + rect(800, -1180, 400, 420, GLASS, 30)
        + "".join(rect(-1450 + i * 480, -1130, 400, 420, "#b9bdbf", 10) for i in range(4))
        + rect(880, -1400, 240, 100, "#3f7fe0", 30)
        + "".join(_wheel(x, 230, phase) for x in (-1050, -300, 850))
    )


def tractor(fill: str, second: str, phase: float) -> str:
    fill = fill or "#4f8a4b"
    return (
        rect(-560, -1480, 620, 60, fill, 20)
        + stroke([(-520, -1440), (-480, -800)], DARK, 40)
        + stroke([(20, -1440), (60, -800)], DARK, 40)
        + rect(-460, -1400, 460, 560, GLASS)
        + rect(-560, -860, 1500, 420, fill, 50)
        + rect(640, -1250, 60, 420, DARK)
        + _wheel(-400, 470, phase)
        + _wheel(720, 270, phase)
        + circle(-400, -470, 130, second or "#e2b23a")
    )


def tank(fill: str, second: str, phase: float) -> str:
    fill = fill or "#5c6647"
    return (
        stroke([(200, -880), (1500, -960)], shade(fill, 0.8), 90)
        + path("M-620 -620Q-560 -1040 0 -1060Q420 -1050 480 -620Z", fill)
        + poly([(-1200, -640), (1150, -640), (1300, -400), (-1300, -400)], shade(fill, 0.9))
        + rect(-1300, -430, 2600, 410, "#33352c", 200)
        + "".join(circle(x, -220, 150, "#54584a") for x in range(-1050, 1051, 350))
    )


def tram(fill: str, second: str, phase: float) -> str:
    fill = fill or "#c8402f"
    return (
        stroke([(0, -1500), (-160, -1720), (60, -1900), (300, -1900)], DARK, 24)
        + rect(-1900, -1500, 3800, 1300, fill, 90)
        + rect(-1900, -1500, 3800, 500, "#efe6d0", 90)
        + "".join(rect(-1760 + i * 500, -1380, 400, 440, GLASS, 20) for i in range(7))
        + rect(-1900, -330, 3800, 80, shade(fill, 0.7))
        + rect(-1700, -220, 900, 120, DARK, 20)
        + rect(800, -220, 900, 120, DARK, 20)
        + "".join(circle(x, -90, 90, DARK) for x in (-1500, -1050, 1050, 1500))
    )


def motorcycle(fill: str, second: str, phase: float) -> str:
    fill = fill or "#3c6ea8"
    return (
        stroke([(420, -230), (280, -760), (160, -800)], "#9aa0a3", 40)
        + stroke([(-430, -230), (60, -300), (420, -230)], DARK, 60)
        + blob([(-120, -380), (-60, -640), (220, -680), (330, -520), (200, -360)], fill)
        + blob([(-540, -520), (-480, -600), (-60, -560), (-40, -490), (-460, -470)], DARK)
        + rect(-140, -400, 360, 180, "#7a8085", 30)
        + stroke([(-60, -200), (-560, -190)], "#b8bdc1", 50)
        + circle(330, -640, 80, "#fbeec0")
        + _wheel(-430, 230, phase)
        + _wheel(430, 230, phase)
    )


def submarine(fill: str, second: str, phase: float) -> str:
    fill, spin = fill or "#e2b23a", 150 * math.sin(2 * math.pi * phase * 3)
    return (
        ellipse(-1330, -400, 40, 60 + abs(spin), "#8a6a2a")
        + poly([(-1150, -420), (-1350, -700), (-1180, -700), (-950, -500)], shade(fill, 0.8))
        + stroke([(-60, -900), (-60, -1250), (120, -1250)], "#54585e", 50)
        + rect(-260, -1000, 560, 360, fill, 80)
        + blob([(-1250, -400), (-900, -700), (700, -740), (1250, -420), (900, -120), (-800, -90)], fill)
        + blob([(1150, -300), (700, -110), (-800, -90), (-1150, -300)], shade(fill, 0.82))
        + "".join(circle(x, -450, 130, "#54585e") + circle(x, -450, 95, GLASS) for x in (-560, 0, 560))
    )


def drone(fill: str, second: str, phase: float) -> str:
    wide = 60 + 130 * abs(math.cos(2 * math.pi * phase * 3))
    rotors = "".join(ellipse(x, -300, wide, 14, "#b8bdc1") + rect(x - 12, -300, 24, 70, DARK) for x in (-300, 300))
    return rotors + stroke([(-300, -230), (300, -230)], DARK, 34) + blob([(-140, -250), (0, -310), (140, -250), (90, -130), (-90, -130)], fill or "#e4e1d8") + circle(60, -150, 44, DARK) + circle(66, -150, 22, "#c8302a")  # fmt: skip


def satellite(fill: str, second: str, phase: float) -> str:
    panel = "".join(rect(260 + i * 210, -560, 190, 320, "#3d5f9a", 6) + stroke([(260 + i * 210, -400), (450 + i * 210, -400)], "#9cc0ff", 8) for i in range(3))  # fmt: skip
    return panel + poly([(-260, -400), (260, -400), (260, -380), (-260, -380)], "#b8bdc1") + path(panel_mirror(), "#3d5f9a") + rect(-200, -620, 400, 440, fill or "#d9b871", 20) + path("M-170 -640Q0 -860 170 -640Z", "#e6e6e2") + stroke([(0, -720), (0, -900)], "#b8bdc1", 20) + circle(0, -910, 30, "#c8302a")  # fmt: skip


def panel_mirror() -> str:
    """The outline of the panels on the far side."""
    return "".join(f"M{num(-450 - i * 210)} -560h190v320h-190Z" for i in range(3))


def ufo(fill: str, second: str, phase: float) -> str:
    fill = fill or "#9aa6b0"
    lamps = "".join(circle(x, -200 - (700 - abs(x)) * 0.02, 50, ("#7fe0c0", "#f0d050", "#e0709a")[(i + int(phase * 9)) % 3]) for i, x in enumerate(range(-600, 601, 300)))  # fmt: skip
    return path("M-330 -330Q-300 -680 0 -690Q300 -680 330 -330Z", second or "#bfe3e6") + ellipse(0, -280, 860, 170, fill) + ellipse(0, -240, 780, 110, shade(fill, 0.75)) + lamps + curve("M-180 -480Q-140 -600 -20 -620", "#ffffff", 26)  # fmt: skip


def sled(fill: str, second: str, phase: float) -> str:
    fill = fill or "#8a5a36"
    return (
        curve("M-640 -30H560Q720 -30 700 -220Q690 -300 610 -300", "#4a4a4c", 44)
        + "".join(rect(x, -240, 44, 210, shade(fill, 0.8)) for x in (-460, 0, 400))
        + rect(-620, -290, 1150, 70, fill, 20)
        + blob([(-620, -290), (-640, -560), (-520, -600), (-440, -300)], second or "#c8402f")
    )


def rowboat(fill: str, second: str, phase: float) -> str:
    fill = fill or "#8a5f3c"
    hull = path("M-880 -250Q0 -150 900 -290Q820 20 560 60H-560Q-820 20 -880 -250Z", fill)
    boards = curve("M-840 -150Q0 -60 850 -180", shade(fill, 0.75), 14) + curve(
        "M-760 -50Q0 30 770 -70", shade(fill, 0.75), 14
    )
    oar = stroke([(-150, -330), (-700, 60)], "#c9a877", 30) + ellipse(-700, 60, 110, 44, "#c9a877")
    return (
        rect(-560, -260, 150, 40, shade(fill, 0.6))
        + hull
        + boards
        + curve("M-880 -250Q0 -150 900 -290", second or shade(fill, 1.3), 26)
        + oar
    )


def steam_train(fill: str, second: str, phase: float) -> str:
    fill, trim = fill or "#2f3136", second or "#b5402f"
    boiler = rect(-500, -1080, 1700, 640, fill, 90) + rect(1120, -1100, 130, 680, shade(fill, 0.8), 30)
    bands = "".join(rect(x, -1080, 36, 640, "#c9a14a") for x in (-120, 340, 800))
    chimney = poly([(880, -1060), (1060, -1060), (1130, -1500), (810, -1500)], fill) + rect(
        790, -1540, 360, 60, trim, 16
    )
    cab = (
        rect(-1160, -1500, 700, 1080, trim, 20)
        + rect(-1230, -1560, 840, 90, fill, 20)
        + rect(-1060, -1360, 330, 320, GLASS, 20)
    )
    steam = "".join(
        circle(940 - 330 * k - 120 * phase, -1720 - 90 * k, 130 + 56 * k, "#f0eeea", 0.75 - 0.13 * k) for k in range(5)
    )
    frame = (
        rect(-1200, -460, 2500, 110, trim)
        + poly([(1240, -360), (1560, 0), (1200, 0)], "#6d7276")
        + ellipse(1250, -860, 60, 70, "#fbeec0")
    )
    wheels = "".join(_wheel(x, 250, phase) for x in (-760, -180, 400)) + _wheel(980, 150, phase)
    return (
        _coaches(trim, phase)
        + steam
        + chimney
        + boiler
        + bands
        + cab
        + frame
        + wheels
        + rect(-800, -290, 1260, 50, "#9aa0a3", 20)
    )


def _coaches(fill: str, phase: float) -> str:
    art = ""
    for x in (-3560, -5860):
        panes = "".join(rect(x + 130 + i * 420, -1200, 290, 360, "#f3dfae", 20) for i in range(5))
        art += rect(x, -1420, 2200, 1120, shade(fill, 0.78), 30) + rect(x - 30, -1480, 2260, 90, "#3a3d42", 30) + panes
        art += _wheel(x + 420, 170, phase) + _wheel(x + 1780, 170, phase)
    return art + rect(-1400, -420, 300, 50, "#4a4d50")


PAINTERS: dict[str, tuple[Callable[[str, str, float], str], Box]] = {
    "taxi": (taxi, (-1080, -980, 1080, 20)), "ambulance": (ambulance, (-1140, -1200, 1140, 20)), "fire engine": (fire_engine, (-1640, -1500, 1340, 20)), "tractor": (tractor, (-900, -1510, 1020, 20)),
    "tank": (tank, (-1320, -1120, 1560, 20)), "tram": (tram, (-1940, -1930, 1940, 20)), "motorcycle": (motorcycle, (-680, -860, 680, 20)), "submarine": (submarine, (-1420, -1290, 1300, -40)),
    "rowboat": (rowboat, (-930, -360, 930, 120)), "steam train": (steam_train, (-5900, -2200, 1580, 20)),
    "drone": (drone, (-520, -350, 520, -90)), "satellite": (satellite, (-920, -960, 920, -160)), "ufo": (ufo, (-880, -720, 880, -90)), "sled": (sled, (-680, -630, 740, 20)),
}  # fmt: skip
