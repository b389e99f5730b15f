"""Things that are held or lie about, in units where a grown person is 1000 high, their grip or foot at (0, 0)."""

from .light import shade
from .pen import blob, circle, curve, ellipse, group, path, poly, rect, stroke

WOOD = "#7b5638"
INK = "#2a2628"


def umbrella(c: str, drop: float = 0) -> str:
    """An open umbrella; held over a head its grip is `drop` nearer to its roof."""
    c = c or "#b5523b"
    pole = stroke([(0, 40), (0, -930 + drop)], "#4a4340", 14)
    return pole + group(_roof(c), 0, drop)


def _roof(c: str) -> str:
    dome = path(
        "M-430 -560Q-400 -900 0 -930Q400 -900 430 -560Q360 -620 290 -560Q220 -625 145 -560"
        "Q70 -625 0 -560Q-70 -625 -145 -560Q-220 -625 -290 -560Q-360 -620 -430 -560Z",
        c,
    )
    side = path(
        "M-430 -560Q-400 -900 0 -930Q-160 -820 -145 -560Q-220 -625 -290 -560Q-360 -620 -430 -560Z", shade(c, 0.82)
    )
    return dome + side + stroke([(0, -930), (0, -970)], "#4a4340", 12)


def lantern(c: str) -> str:
    c = c or "#4a4340"
    return (
        curve("M-46 30Q0 -30 46 30", c, 10)
        + rect(-52, 30, 104, 22, c, 8)
        + rect(-42, 52, 84, 104, "#ffe6a3", 16)
        + ellipse(0, 108, 16, 30, "#fff7de")
        + rect(-56, 152, 112, 26, c, 8)
        + stroke([(-42, 52), (-42, 156)], c, 8)
        + stroke([(42, 52), (42, 156)], c, 8)
    )


def candle(c: str) -> str:
    return rect(-20, -110, 40, 130, c or "#f0e8d2", 6) + flame(0, -112, 0.7)


def flame(x: float, y: float, size: float) -> str:
    """A small flame standing on (x, y)."""
    s = 60 * size
    return blob(
        [(x, y - s * 2), (x + s * 0.6, y - s * 0.7), (x + s * 0.3, y), (x - s * 0.3, y), (x - s * 0.6, y - s * 0.7)],
        "#f0a23a",
    ) + blob([(x, y - s * 1.3), (x + s * 0.3, y - s * 0.5), (x, y), (x - s * 0.3, y - s * 0.5)], "#fff1bd")


def match(c: str) -> str:
    return stroke([(0, 20), (70, -60)], "#d8b98a", 12) + flame(72, -58, 0.6)


def torch(c: str) -> str:
    return (
        rect(-20, -40, 120, 44, c or "#3a3d42", 14)
        + poly([(96, -52), (150, -66), (150, 30), (96, 14)], "#54585e")
        + ellipse(150, -18, 12, 48, "#fff3c4")
    )


def phone(c: str) -> str:
    return rect(-34, -120, 68, 136, c or "#24262b", 14) + rect(-27, -110, 54, 108, "#a9cbd6", 8)


def book(c: str) -> str:
    c = c or "#8d3f36"
    return (
        poly([(-130, -120), (0, -90), (0, 40), (-130, 10)], c)
        + poly([(130, -120), (0, -90), (0, 40), (130, 10)], shade(c, 0.85))
        + poly([(-116, -126), (0, -98), (116, -126), (116, -110), (0, -80), (-116, -110)], "#f2ecdd")
    )


def letter(c: str) -> str:
    paper = poly([(-95, -130), (95, -130), (95, 20), (-95, 20)], c or "#f1ebdb")
    return paper + "".join(stroke([(-70, y), (70 if y < -20 else 20, y)], "#a99f8c", 7) for y in (-100, -74, -48, -22))


def cup(c: str) -> str:
    c = c or "#e7e0d2"
    return rect(-44, -70, 88, 92, c, 14) + curve("M44 -50Q84 -40 44 0", c, 14) + ellipse(0, -68, 44, 12, shade(c, 0.55))


def bottle(c: str) -> str:
    c = c or "#3f6b4f"
    return rect(-36, -110, 72, 150, c, 14) + rect(-14, -190, 28, 90, c, 8) + rect(-36, -60, 72, 60, "#e9e0c8")


def flask(c: str) -> str:
    c = c or "#5fae8c"
    glass = poly([(-26, -200), (26, -200), (26, -110), (104, 30), (-104, 30), (-26, -110)], "#cfe4ea", 0.75)
    filled = poly([(-62, -46), (62, -46), (100, 26), (-100, 26)], c)
    bubbles = circle(-24, -20, 9, shade(c, 1.4)) + circle(20, -4, 12, shade(c, 1.4)) + circle(10, -70, 8, shade(c, 1.3))
    return glass + filled + bubbles + rect(-34, -214, 68, 20, "#dcebef", 8)


def baby(c: str) -> str:
    c = c or "#e8d3b0"
    wrapped = blob([(-170, 10), (-150, -90), (-20, -120), (120, -90), (150, 0), (60, 60), (-90, 70)], c)
    fold = curve("M-130 -60Q0 20 110 40", shade(c, 0.85), 12)
    head = (
        circle(104, -92, 62, "#e8bf9f")
        + curve("M84 -86Q94 -78 104 -86", INK, 6)
        + curve("M56 -130Q104 -174 154 -126", "#6b4530", 16)
    )
    return wrapped + fold + head


def bag(c: str) -> str:
    c = c or "#7a5234"
    return (
        curve("M-60 40Q0 -70 60 40", shade(c, 0.7), 16)
        + rect(-130, 36, 260, 190, c, 22)
        + rect(-130, 100, 260, 22, shade(c, 0.75))
        + rect(-24, 92, 48, 40, "#d9b871", 6)
    )


def flower(c: str) -> str:
    c = c or "#cf5d63"
    petals = "".join(circle(x, y, 32, c) for x, y in ((0, -190), (38, -160), (22, -118), (-22, -118), (-38, -160)))
    return (
        stroke([(0, 30), (0, -150)], "#4f7a45", 12)
        + blob([(0, -40), (60, -90), (70, -60), (0, -10)], "#4f7a45")
        + petals
        + circle(0, -150, 22, "#e6b545")
    )


def balloon(c: str) -> str:
    c = c or "#c8402f"
    return (
        curve("M0 0Q40 -200 0 -420", "#6a655f", 6)
        + blob([(0, -760), (150, -600), (90, -450), (0, -410), (-90, -450), (-150, -600)], c)
        + ellipse(-60, -640, 26, 44, "#ffffff", 0.35)
    )


def kite(c: str) -> str:
    c = c or "#c8402f"
    return (
        curve("M0 0Q200 -500 620 -980", "#6a655f", 5)
        + poly([(620, -1220), (760, -1060), (620, -800), (480, -1060)], c)
        + poly([(620, -1220), (760, -1060), (620, -1060)], shade(c, 1.25))
    )


def ball(c: str) -> str:
    c = c or "#c8402f"
    return circle(0, -90, 92, c) + blob([(-80, -130), (0, -100), (80, -130), (40, -60), (-40, -60)], shade(c, 1.3))


def guitar(c: str) -> str:
    c = c or "#a8632f"
    return (
        stroke([(40, -20), (330, -230)], "#4a3324", 34)
        + blob(
            [(-230, 100), (-140, -30), (-40, -30), (60, -60), (90, 20), (20, 90), (-20, 170), (-140, 230), (-230, 190)],
            c,
        )
        + circle(-50, 60, 42, INK)
    )


def camera(c: str) -> str:
    return (
        rect(-80, -110, 170, 110, c or "#2f3136", 14)
        + circle(10, -52, 44, "#565a60")
        + circle(10, -52, 26, "#9fc0cc")
        + rect(-60, -130, 50, 24, "#2f3136", 6)
    )


def key(c: str) -> str:
    c = c or "#c9a14a"
    return (
        f'<circle cx="-30" cy="-20" r="34" fill="none" stroke="{c}" stroke-width="18"/>'
        + stroke([(4, -20), (120, -20)], c, 18)
        + stroke([(90, -20), (90, 14)], c, 16)
        + stroke([(120, -20), (120, 14)], c, 16)
    )


def sword(c: str) -> str:
    return stroke([(0, 60), (0, -520)], c or "#b8bdc1", 26) + stroke([(-70, -60), (70, -60)], "#8a6a34", 22)


def box(c: str) -> str:
    c = c or "#a37a4c"
    return (
        rect(-170, -260, 340, 260, c, 8)
        + rect(-170, -260, 340, 70, shade(c, 0.85), 8)
        + rect(-22, -260, 44, 260, "#c9584a" if c != "#c8402f" else "#efe6d0")
    )


def clock(c: str) -> str:
    return (
        circle(0, -120, 120, c or "#5a4636")
        + circle(0, -120, 98, "#f2ecdd")
        + stroke([(0, -120), (0, -190)], INK, 10)
        + stroke([(0, -120), (46, -96)], INK, 12)
    )


def apple(c: str) -> str:
    return blob(
        [(0, -110), (60, -130), (90, -70), (50, 0), (-50, 0), (-90, -70), (-60, -130)], c or "#b8402f"
    ) + stroke([(0, -110), (14, -160)], WOOD, 10)


def hat(c: str) -> str:
    c = c or "#2a2628"
    dome = blob([(-96, -20), (-84, -150), (-20, -178), (0, -168), (20, -178), (84, -150), (96, -20)], c)
    return dome + rect(-96, -62, 192, 34, shade(c, 0.6)) + ellipse(0, -18, 165, 26, c)


def pan(c: str) -> str:
    return ellipse(120, -20, 130, 40, c or "#3a3d42") + stroke([(-40, -20), (40, -20)], "#5a4636", 24)


PAINTERS = {
    "umbrella": (umbrella, (-450, -990, 450, 60)),
    "lantern": (lantern, (-80, -40, 80, 200)),
    "candle": (candle, (-60, -260, 60, 40)),
    "match": (match, (-40, -160, 140, 50)),
    "torch": (torch, (-40, -90, 180, 60)),
    "phone": (phone, (-50, -140, 50, 30)),
    "book": (book, (-150, -150, 150, 60)),
    "letter": (letter, (-110, -150, 110, 40)),
    "cup": (cup, (-60, -100, 110, 40)),
    "bottle": (bottle, (-50, -210, 50, 60)),
    "flask": (flask, (-115, -225, 115, 40)),
    "baby": (baby, (-180, -160, 220, 80)),
    "bag": (bag, (-150, -60, 150, 240)),
    "flower": (flower, (-90, -240, 90, 50)),
    "balloon": (balloon, (-170, -780, 170, 20)),
    "kite": (kite, (-40, -1250, 790, 20)),
    "ball": (ball, (-110, -200, 110, 20)),
    "guitar": (guitar, (-260, -280, 370, 250)),
    "camera": (camera, (-100, -150, 110, 20)),
    "key": (key, (-90, -80, 150, 50)),
    "sword": (sword, (-90, -550, 90, 80)),
    "box": (box, (-190, -280, 190, 20)),
    "hat": (hat, (-170, -210, 170, 30)),
    "clock": (clock, (-140, -260, 140, 20)),
    "apple": (apple, (-110, -180, 110, 20)),
    "pan": (pan, (-60, -80, 270, 40)),
}
