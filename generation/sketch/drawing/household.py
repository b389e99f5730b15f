"""More furniture and what stands in rooms, in units where a grown person is 1000 high, standing on y = 0."""
# ruff: noqa: E501 (a drawing or a table reads best a shape a line)

from collections.abc import Callable

from .flames import flames
from .light import shade
from .pen import blob, circle, curve, ellipse, path, poly, rect, stroke

WOOD, STEEL, INK = "#7b5638", "#b8bdc1", "#2a2628"
Box = tuple[float, float, float, float]


def stool(c: str) -> str:
    c = c or WOOD
    legs = "".join(stroke([(x * 0.7, -400), (x, 0)], shade(c, 0.75), 28) for x in (-150, 150, 0))
    return legs + ellipse(0, -410, 190, 44, c)


def throne(c: str) -> str:
    c = c or "#a92b34"
    return (
        poly([(-300, 0), (-300, -1300), (-200, -1500), (0, -1360), (200, -1500), (300, -1300), (300, 0)], "#c9a14a")
        + rect(-230, -1220, 460, 760, c, 30)
        + rect(-330, -470, 660, 110, shade(c, 0.85), 20)
        + rect(-390, -720, 90, 720, "#b08a3a", 20)
        + rect(300, -720, 90, 720, "#b08a3a", 20)
    )


def wheelchair(c: str) -> str:
    c = c or "#35506b"
    wheel = f'<circle cx="-40" cy="-270" r="250" fill="none" stroke="{INK}" stroke-width="34"/>'
    spokes = "".join(stroke([(-40, -270), (-40 + dx, -270 + dy)], STEEL, 8) for dx, dy in ((230, 0), (-230, 0), (0, 230), (0, -230)))  # fmt: skip
    return (
        rect(-240, -860, 60, 480, c, 16)
        + rect(-240, -430, 460, 70, c, 16)
        + stroke([(-210, -850), (-320, -880)], STEEL, 24)
        + stroke([(210, -400), (270, -120), (350, -110)], STEEL, 22)
        + spokes
        + wheel
        + circle(240, -70, 66, INK)
    )


def hammock(c: str) -> str:
    c = c or "#c9803a"
    return (
        rect(-940, -1300, 70, 1300, WOOD)
        + rect(870, -1300, 70, 1300, WOOD)
        + stroke([(-900, -1000), (-620, -640)], "#d8cdb6", 14)
        + stroke([(900, -1000), (620, -640)], "#d8cdb6", 14)
        + path("M-640 -660Q0 -220 640 -660Q0 -420 -640 -660Z", c)
    )


def wardrobe(c: str) -> str:
    c = c or "#6b4a34"
    return (
        rect(-460, -1560, 920, 1560, c, 10)
        + rect(-420, -1500, 400, 1400, shade(c, 1.18), 8)
        + rect(20, -1500, 400, 1400, shade(c, 1.18), 8)
        + circle(-60, -780, 24, "#d9b871")
        + circle(60, -780, 24, "#d9b871")
    )


def fridge(c: str) -> str:
    c = c or "#e3e6e4"
    return (
        rect(-320, -1450, 640, 1450, c, 30)
        + stroke([(-320, -960), (320, -960)], shade(c, 0.7), 14)
        + rect(-260, -900, 34, 300, shade(c, 0.6), 14)
        + rect(-260, -1330, 34, 260, shade(c, 0.6), 14)
    )


def stove(c: str) -> str:
    c = c or "#55595e"
    rings = "".join(ellipse(x, -760, 90, 20, "#d8543a") for x in (-160, 160))
    return (
        rect(-340, -750, 680, 750, c, 16)
        + rect(-360, -790, 720, 60, shade(c, 0.7), 8)
        + rings
        + rect(-250, -520, 500, 340, "#1d1f24", 16)
        + rect(-200, -470, 400, 240, "#c9703a", 10)
        + "".join(circle(x, -640, 34, "#e6e0d2") for x in (-220, -70, 80, 230))
    )


def bathtub(c: str) -> str:
    c = c or "#f0ede4"
    foam = "".join(circle(x, -480 - (i % 2) * 30, 70, "#ffffff") for i, x in enumerate(range(-480, 420, 110)))
    return (
        foam
        + path("M-740 -480H740Q720 -60 500 -60H-500Q-720 -60 -740 -480Z", c)
        + rect(-780, -520, 1560, 60, shade(c, 0.88), 30)
        + "".join(circle(x, -30, 44, "#c9a14a") for x in (-420, 420))
        + stroke([(660, -500), (660, -700), (560, -700)], STEEL, 36)
    )


def cradle(c: str) -> str:
    c = c or "#a8794a"
    bars = "".join(stroke([(x, -560), (x * 0.86, -180)], shade(c, 0.8), 18) for x in range(-320, 321, 80))
    return curve("M-380 -40Q0 60 380 -40", c, 40) + bars + rect(-370, -600, 740, 50, c, 16) + poly([(-330, -240), (330, -240), (280, -90), (-280, -90)], "#e9dfcb")  # fmt: skip


def pram(c: str) -> str:
    c = c or "#3f5f7a"
    hood = path("M-320 -470Q-330 -800 20 -800V-470Z", shade(c, 0.85)) + stroke(
        [(-300, -560), (20, -560)], shade(c, 0.7), 12
    )
    tub = path("M-330 -470H340Q330 -230 120 -210H-150Q-320 -240 -330 -470Z", c)
    handle = curve("M-320 -440Q-460 -520 -520 -660", "#8f9599", 26)
    frame = stroke([(-200, -220), (210, -110)], "#8f9599", 22) + stroke([(200, -220), (-210, -110)], "#8f9599", 22)
    wheels = "".join(
        f'<circle cx="{x}" cy="-110" r="100" fill="none" stroke="{INK}" stroke-width="30"/>' for x in (-220, 220)
    )
    return handle + hood + tub + frame + wheels


def screen(c: str) -> str:
    return (
        rect(-620, -1150, 1240, 700, c or INK, 20)
        + rect(-580, -1110, 1160, 620, "#7fc0d6", 10)
        + stroke([(-500, -640), (-300, -840), (-120, -700), (120, -960), (320, -760), (500, -900)], "#f4f7f4", 20)
        + rect(-40, -450, 80, 400, "#565a60")
        + rect(-260, -60, 520, 60, "#565a60", 10)
    )


def easel(c: str) -> str:
    return (
        stroke([(-80, -1250), (-330, 0)], WOOD, 34)
        + stroke([(80, -1250), (330, 0)], WOOD, 34)
        + stroke([(0, -1300), (0, -60)], shade(WOOD, 0.8), 28)
        + rect(-360, -1120, 720, 620, "#f4efe2", 6)
        + circle(120, -960, 80, c or "#e2b23a")
        + poly([(-360, -500), (-120, -800), (60, -620), (220, -740), (360, -500)], "#5e8a6a")
    )


def fireplace(c: str, phase: float = 0.2) -> str:
    c = c or "#8d6a58"
    return (
        rect(-560, -1050, 1120, 1050, c, 6)
        + rect(-640, -1130, 1280, 110, shade(c, 0.75), 8)
        + path("M-360 0V-560Q-360 -760 0 -760Q360 -760 360 -560V0Z", "#1d1714")
        + stroke([(-220, -60), (220, -110)], "#4a3426", 80)
        + flames(440, 480, phase, (0, -80))
    )


def ladder(c: str) -> str:
    c = c or "#b08a4a"
    rungs = "".join(stroke([(-150 + i * 9, -120 - i * 200), (150 - i * 3, -120 - i * 200)], c, 30) for i in range(8))
    return stroke([(-160, 0), (-80, -1700)], c, 40) + stroke([(160, 0), (120, -1700)], c, 40) + rungs


def blackboard(c: str) -> str:
    chalk = "".join(curve(f"M{-560 + i * 60} {-1200 + i * 130}q150 -70 300 0t300 0", "#e8ebe4", 14) for i in range(3))
    return (
        rect(-760, -1450, 1520, 900, WOOD, 10)
        + rect(-710, -1400, 1420, 800, c or "#2f4a40")
        + chalk
        + stroke([(-600, -550), (-680, 0)], WOOD, 40)
        + stroke([(600, -550), (680, 0)], WOOD, 40)
    )


def telescope(c: str) -> str:
    c = c or "#b5893a"
    return (
        "".join(stroke([(0, -640), (x, 0)], "#4a3b31", 34) for x in (-260, 0, 260))
        + stroke([(-330, -480), (340, -960)], c, 110)
        + stroke([(300, -930), (430, -1024)], shade(c, 0.8), 150)
        + circle(0, -690, 60, "#4a3b31")
    )


def microscope(c: str) -> str:
    c = c or "#4a525a"
    return (
        rect(-220, -60, 440, 60, shade(c, 0.7), 14)
        + curve("M60 -60Q330 -330 40 -560", c, 80)
        + stroke([(-60, -300), (60, -680)], STEEL, 90)
        + stroke([(40, -640), (80, -780)], INK, 70)
        + rect(-200, -250, 300, 40, c)
    )


def cage(c: str) -> str:
    c = c or "#b5893a"
    bars = "".join(stroke([(x, 0), (x, -520), (x * 0.2, -760)], c, 14) for x in range(-240, 241, 60))
    bird = blob([(-60, -200), (0, -270), (60, -230), (40, -160), (-20, -150)], "#e2b23a")
    return bird + bars + rect(-260, -30, 520, 40, shade(c, 0.8), 8) + circle(0, -790, 34, shade(c, 0.8))


def barrel(c: str) -> str:
    c = c or "#8a6038"
    return (
        blob([(-230, 0), (-290, -330), (-230, -660), (230, -660), (290, -330), (230, 0)], c)
        + stroke([(-262, -170), (262, -170)], "#4a4a4c", 34)
        + stroke([(-262, -500), (262, -500)], "#4a4a4c", 34)
        + ellipse(0, -660, 225, 40, shade(c, 0.75))
    )


def chest(c: str) -> str:
    c = c or "#7a4a2a"
    return (
        path("M-330 -260V-380Q-330 -540 0 -540Q330 -540 330 -380V-260Z", shade(c, 1.1))
        + rect(-330, -290, 660, 290, c, 6)
        + "".join(rect(x, -520, 44, 520, "#c9a14a") for x in (-260, 216))
        + rect(-50, -340, 100, 120, "#c9a14a", 14)
        + circle(0, -290, 20, INK)
    )


def bin_(c: str) -> str:
    c = c or "#7e868a"
    lines = "".join(stroke([(x, -520), (x * 0.85, -30)], shade(c, 0.75), 14) for x in range(-160, 161, 80))
    return poly([(-220, -560), (220, -560), (180, 0), (-180, 0)], c) + lines + rect(-250, -620, 500, 70, shade(c, 0.8), 20) + rect(-60, -670, 120, 50, shade(c, 0.6), 16)  # fmt: skip


def wheel(c: str) -> str:
    spokes = "".join(stroke([(0, -320), (dx, -320 + dy)], WOOD, 30) for dx, dy in ((270, 0), (-270, 0), (0, 270), (0, -270), (190, 190), (-190, 190), (190, -190), (-190, -190)))  # fmt: skip
    return f'<circle cx="0" cy="-320" r="280" fill="none" stroke="{c or "#3a3332"}" stroke-width="70"/>' + spokes + circle(0, -320, 60, shade(WOOD, 0.7))  # fmt: skip


def plant(c: str) -> str:
    leaves = "".join(
        curve(
            f"M0 -260q{dx * 0.3:.0f} -300 {dx} -{480 - abs(dx) * 0.5:.0f}", c or ("#4d7a4c" if i % 2 else "#5f8d58"), 54
        )
        for i, dx in enumerate((-300, -160, 0, 160, 300))
    )
    return leaves + poly([(-170, -280), (170, -280), (120, 0), (-120, 0)], "#b5694a")


PAINTERS: dict[str, tuple[Callable[[str], str], Box]] = {
    "stool": (stool, (-200, -460, 200, 20)), "throne": (throne, (-400, -1520, 400, 20)), "wheelchair": (wheelchair, (-340, -900, 370, 20)), "hammock": (hammock, (-950, -1320, 950, 20)),
    "wardrobe": (wardrobe, (-480, -1580, 480, 20)), "fridge": (fridge, (-340, -1470, 340, 20)), "stove": (stove, (-380, -810, 380, 20)), "bathtub": (bathtub, (-800, -740, 800, 30)),
    "cradle": (cradle, (-410, -620, 410, 40)), "pram": (pram, (-540, -820, 360, 20)), "screen": (screen, (-640, -1170, 640, 20)), "easel": (easel, (-380, -1320, 380, 20)), "fireplace": (fireplace, (-660, -1150, 660, 20)),
    "ladder": (ladder, (-190, -1730, 190, 20)), "blackboard": (blackboard, (-780, -1470, 780, 20)), "telescope": (telescope, (-400, -1120, 520, 20)), "microscope": (microscope, (-240, -830, 240, 20)),
    "cage": (cage, (-280, -830, 280, 20)), "barrel": (barrel, (-300, -710, 300, 20)), "chest": (chest, (-350, -560, 350, 20)), "bin": (bin_, (-260, -690, 260, 20)), "wheel": (wheel, (-330, -650, 330, 20)),
    "plant": (plant, (-360, -800, 360, 20)),
}  # fmt: skip
