"""Furniture and machines, in units where a grown person is 1000 high, standing on y = 0."""

from .light import shade
from .pen import circle, ellipse, path, poly, rect, stroke

WOOD = "#7b5638"
INK = "#2a2628"


def table(c: str) -> str:
    c = c or WOOD
    return (
        rect(-520, -440, 1040, 46, c, 10)
        + rect(-480, -400, 50, 400, shade(c, 0.8))
        + rect(430, -400, 50, 400, shade(c, 0.8))
    )


def chair(c: str) -> str:
    c = c or WOOD
    return (
        rect(-170, -620, 44, 620, shade(c, 0.85), 10)
        + rect(-170, -270, 330, 46, c, 12)
        + rect(116, -240, 40, 240, shade(c, 0.85), 8)
        + rect(-170, -600, 44, 330, c, 10)
    )


def bed(c: str) -> str:
    c = c or "#6f8aa3"
    return (
        rect(-900, -640, 60, 640, WOOD, 12)
        + rect(840, -440, 60, 440, WOOD, 12)
        + rect(-860, -300, 1720, 190, "#ece5d6", 20)
        + path("M-420 -330Q200 -380 860 -310V-130H-420Z", c)
        + rect(-830, -390, 360, 120, "#f4efe4", 50)
    )


def sofa(c: str) -> str:
    c = c or "#5f7a74"
    return (
        rect(-720, -560, 1440, 420, c, 70)
        + rect(-640, -300, 620, 150, shade(c, 1.12), 40)
        + rect(20, -300, 620, 150, shade(c, 1.12), 40)
        + rect(-790, -400, 150, 350, shade(c, 0.88), 60)
        + rect(640, -400, 150, 350, shade(c, 0.88), 60)
        + rect(-660, -70, 60, 70, WOOD)
        + rect(600, -70, 60, 70, WOOD)
    )


def shelf(c: str) -> str:
    c = c or WOOD
    spines = ("#8d3f36", "#3f6077", "#c9a14a", "#566b4a", "#6b4a6b", "#d8cdb6", "#3b3f4a")
    art = rect(-420, -1500, 840, 1500, shade(c, 0.6))
    for row in range(4):
        x, i = -380, row * 3
        while x < 330:
            w = 38 + (i * 29 + row * 13) % 34
            h = 220 + (i * 47) % 80
            art += rect(x, -40 - row * 365 - h, w - 6, h, spines[(i + row) % 7], 4)
            x, i = x + w, i + 1
        art += rect(-420, -40 - row * 365, 840, 34, c)
    return art + rect(-420, -1500, 840, 40, c) + rect(-420, -1500, 36, 1500, c) + rect(384, -1500, 36, 1500, c)


def lamp(c: str) -> str:
    return (
        stroke([(0, 0), (0, -1150)], "#4a4340", 22)
        + ellipse(0, -8, 130, 22, "#4a4340")
        + poly([(-120, -1380), (120, -1380), (190, -1120), (-190, -1120)], c or "#f0cf8a")
    )


def television(c: str) -> str:
    return (
        rect(-420, -620, 840, 520, c or "#2a2b2f", 24)
        + rect(-385, -585, 770, 450, "#7fa7b8", 10)
        + rect(-120, -100, 240, 100, "#2a2b2f")
    )


def piano(c: str) -> str:
    c = c or "#26252a"
    return (
        rect(-720, -1150, 1440, 1150, c, 20)
        + rect(-760, -640, 1520, 120, shade(c, 1.15), 10)
        + rect(-720, -620, 1440, 70, "#f4f0e6")
        + "".join(rect(-690 + i * 96, -620, 44, 40, INK) for i in range(15))
    )


def door(c: str) -> str:
    c = c or "#6b4a34"
    return (
        rect(-330, -1500, 660, 1500, shade(c, 0.7))
        + rect(-280, -1450, 560, 1450, c)
        + rect(-200, -1360, 400, 520, shade(c, 0.88), 10)
        + rect(-200, -700, 400, 560, shade(c, 0.88), 10)
        + circle(210, -720, 30, "#d9b871")
    )


def machine(c: str) -> str:
    c = c or "#6d7b82"
    return (
        rect(-520, -900, 1040, 900, c, 30)
        + rect(-420, -800, 400, 260, "#20303a", 16)
        + stroke([(-390, -640), (-300, -740), (-220, -620), (-60, -700)], "#7fe0c0", 16)
        + "".join(circle(120 + i * 120, -720, 40, k) for i, k in enumerate(("#d8543a", "#e0b23a", "#6aa86a")))
        + rect(-420, -440, 840, 60, shade(c, 0.7))
        + rect(-420, -320, 840, 60, shade(c, 0.7))
        + rect(300, -1250, 120, 360, shade(c, 0.8))
    )


def computer(c: str) -> str:
    return (
        rect(-190, -270, 380, 240, c or "#2f3136", 14)
        + rect(-172, -252, 344, 204, "#9fc6d2", 6)
        + poly([(-230, 0), (230, 0), (190, -32), (-190, -32)], "#565a60")
    )


def mirror(c: str) -> str:
    return (
        ellipse(0, -900, 340, 620, c or "#b08a4a")
        + ellipse(0, -900, 290, 560, "#c3d4d8")
        + stroke([(-120, -700), (100, -1150)], "#e6eef0", 30)
        + poly([(-200, 0), (200, 0), (60, -300), (-60, -300)], c or "#b08a4a")
    )


def picture(c: str) -> str:
    return (
        rect(-380, -1500, 760, 560, c or "#b08a4a")
        + rect(-330, -1450, 660, 460, "#b9c9cc")
        + poly([(-330, -990), (-120, -1260), (60, -1060), (180, -1180), (330, -990)], "#6b8272")
    )


PAINTERS = {
    "table": (table, (-540, -460, 540, 20)),
    "chair": (chair, (-190, -640, 190, 20)),
    "bed": (bed, (-920, -660, 920, 20)),
    "sofa": (sofa, (-810, -580, 810, 20)),
    "shelf": (shelf, (-440, -1520, 440, 20)),
    "lamp": (lamp, (-210, -1400, 210, 30)),
    "television": (television, (-440, -640, 440, 20)),
    "piano": (piano, (-780, -1170, 780, 20)),
    "door": (door, (-350, -1520, 350, 20)),
    "machine": (machine, (-540, -1270, 540, 20)),
    "computer": (computer, (-250, -290, 250, 20)),
    "mirror": (mirror, (-360, -1540, 360, 20)),
    "picture": (picture, (-400, -1520, 400, -900)),
}
