"""Trees, buildings and what else stands outside, in units where a grown person is 1000 high, standing on y = 0."""

from generation.sketch.reading.colours import COLOURS

from .flames import blast, flames
from .light import shade
from .pen import blob, circle, glow, path, poly, rect, stroke

WOOD = "#7b5638"
WHITE = COLOURS["white"]


def tree(c: str) -> str:
    c = c or "#56794a"
    return (
        poly([(-60, 0), (-34, -900), (34, -900), (60, 0)], "#5d4632")
        + stroke([(0, -700), (220, -1050)], "#5d4632", 40)
        + blob([(-620, -1150), (-380, -1700), (60, -1980), (520, -1640), (640, -1180), (260, -900), (-260, -880)], c)
        + blob([(-560, -1100), (-300, -1350), (100, -1300), (300, -930), (-240, -890)], shade(c, 0.85))
    )


def bush(c: str) -> str:
    c = c or "#587a4c"
    return blob([(-330, 0), (-340, -190), (-160, -360), (80, -330), (280, -260), (340, -60), (320, 0)], c) + blob(
        [(-330, 0), (-200, -170), (60, -150), (320, 0)], shade(c, 0.85)
    )


def house(c: str) -> str:
    c = c or "#d9cdb4"
    return (
        rect(700, -2100, 200, 500, "#8a5a48")
        + rect(-1100, -1300, 2200, 1300, c)
        + rect(-1100, -1300, 700, 1300, shade(c, 0.9))
        + poly([(-1260, -1280), (-860, -2060), (860, -2060), (1260, -1280)], "#8f4a3c")
        + rect(-180, -800, 380, 800, "#6b4a34")
        + "".join(
            rect(x, -950, 340, 380, "#f0d590", 8) + stroke([(x + 170, -950), (x + 170, -570)], "#f4efe2", 20)
            for x in (-840, 540)
        )
    )


def tent(c: str) -> str:
    c = c or "#c9803a"
    return (
        poly([(-760, 0), (0, -900), (760, 0)], c)
        + poly([(-760, 0), (0, -900), (-180, 0)], shade(c, 0.8))
        + poly([(-60, 0), (0, -900), (240, 0)], shade(c, 0.45))
    )


def campfire(c: str, phase: float = 0.2) -> str:
    return (
        glow(0, -180, 900, "#f2a444", 0.5)
        + stroke([(-190, -20), (170, -90)], "#4a3426", 60)
        + stroke([(190, -20), (-170, -90)], "#5b4130", 60)
        + flames(330, 460, phase, (0, -50))
    )


def explosion(c: str, phase: float = 0.2) -> str:
    return blast(phase)


def rock(c: str) -> str:
    c = c or "#6f6c69"
    return poly([(-330, 0), (-280, -230), (-60, -380), (190, -300), (340, -80), (360, 0)], c) + poly(
        [(-330, 0), (-280, -230), (-60, -380), (-20, -160), (-130, 0)], shade(c, 0.8)
    )


def tower(c: str) -> str:
    c = c or "#9c8b78"
    return (
        poly([(-320, 0), (-250, -2700), (250, -2700), (320, 0)], c)
        + poly([(-320, 0), (-250, -2700), (-60, -2700), (-90, 0)], shade(c, 0.85))
        + rect(-320, -2900, 640, 220, shade(c, 0.8))
        + rect(-70, -1800, 140, 240, "#3a3540", 60)
    )


def lighthouse(c: str) -> str:
    """A white tower with a red roof; a colour other than white gives it bands."""
    tower = poly([(-300, 0), (-190, -2500), (190, -2500), (300, 0)], "#ece7db") + poly(
        [(-300, 0), (-190, -2500), (-50, -2500), (-80, 0)], "#cfcabf"
    )
    bands = "".join(
        poly([(-low, y), (-high, top), (high, top), (low, y)], c)
        for low, y, high, top in ((276, -540, 245, -1240), (218, -1870, 195, -2380))
    )
    lantern = (
        rect(-270, -2580, 540, 100, "#2f3036")
        + rect(-150, -2920, 300, 350, "#2f3036")
        + rect(-118, -2890, 236, 300, "#f4dc94")
        + stroke([(0, -2890), (0, -2590)], "#2f3036", 20)
        + poly([(-210, -2910), (0, -3180), (210, -2910)], "#b8432f")
    )
    openings = rect(-50, -1640, 100, 180, "#3a3540", 50) + rect(-60, -240, 120, 240, "#3a3540", 20)
    return tower + (bands if c and c != WHITE else "") + lantern + openings


def statue(c: str) -> str:
    c = c or "#9aa09c"
    return (
        rect(-300, -600, 600, 600, shade(c, 0.85))
        + rect(-340, -660, 680, 80, c)
        + blob([(-150, -660), (-170, -1180), (-90, -1440), (90, -1440), (170, -1180), (150, -660)], c)
        + circle(0, -1540, 100, c)
        + stroke([(140, -1360), (330, -1680)], c, 70)
    )


def sign(c: str) -> str:
    return (
        rect(-26, -1100, 52, 1100, "#5d4632")
        + poly([(-330, -1120), (300, -1120), (400, -960), (300, -800), (-330, -800)], c or "#d8c49a")
        + "".join(stroke([(-250, y), (220, y)], "#7b6a4a", 22) for y in (-1020, -910))
    )


def well(c: str) -> str:
    c = c or "#8b8378"
    return (
        rect(-360, -380, 720, 380, c, 20)
        + rect(-400, -430, 800, 80, shade(c, 0.85), 16)
        + rect(-330, -1100, 44, 700, WOOD)
        + rect(286, -1100, 44, 700, WOOD)
        + poly([(-460, -1060), (0, -1400), (460, -1060)], "#8f4a3c")
    )


def grave(c: str) -> str:
    return (
        path("M-180 0V-420Q-180 -600 0 -600Q180 -600 180 -420V0Z", c or "#86898a")
        + stroke([(0, -480), (0, -260)], "#66696b", 26)
        + stroke([(-80, -400), (80, -400)], "#66696b", 26)
    )


def moon(c: str) -> str:
    return circle(0, -300, 300, c or "#efe9d2") + circle(-90, -360, 60, "#dcd5bd") + circle(110, -220, 80, "#dcd5bd")


def bench(c: str) -> str:
    c = c or "#8a6440"
    return (
        rect(-560, -250, 1120, 40, c, 8)
        + rect(-560, -470, 1120, 60, c, 8)
        + rect(-560, -370, 1120, 50, shade(c, 0.9), 8)
        + "".join(rect(x, -480, 36, 480, "#4a4a4c", 6) for x in (-480, 440))
    )


PAINTERS = {
    "bench": (bench, (-580, -500, 580, 20)),
    "tree": (tree, (-680, -2020, 680, 20)),
    "bush": (bush, (-370, -390, 370, 20)),
    "house": (house, (-1290, -2130, 1290, 20)),
    "tent": (tent, (-790, -930, 790, 20)),
    "campfire": (campfire, (-920, -1100, 920, 740)),
    "explosion": (explosion, (-1080, -1560, 1080, 40)),
    "rock": (rock, (-360, -400, 380, 20)),
    "tower": (tower, (-350, -2930, 350, 20)),
    "lighthouse": (lighthouse, (-330, -3200, 330, 20)),
    "statue": (statue, (-380, -1740, 420, 20)),
    "sign": (sign, (-360, -1150, 430, 20)),
    "well": (well, (-480, -1430, 480, 20)),
    "grave": (grave, (-200, -620, 200, 20)),
    "moon": (moon, (-320, -620, 320, 20)),
}
