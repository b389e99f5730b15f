"""Props: those held in a hand (grip at (0, 0)) and those that stand on the ground (y = 0); a grown person is 1000 high."""
# ruff: noqa: E501 (a drawing or a table reads best a shape a line)

from generation.sketch.reading.colours import COLOURS

from .light import shade
from .pen import blob, circle, curve, ellipse, glow, path, poly, rect, stroke

Box = tuple[float, float, float, float]
WOOD, INK, FLAME = "#7b5638", "#2a2628", "#ffd978"
WHITE = COLOURS["white"]


def umbrella(c: str) -> str:
    c = c or "#b5523b"
    dome = path(
        "M-430 -560Q-400 -900 0 -930Q400 -900 430 -560Q360 -620 290 -560Q220 -625 145 -560Q70 -625 0 -560Q-70 -625 -145 -560Q-220 -625 -290 -560Q-360 -620 -430 -560Z",
        c,
    )
    side = path(
        "M-430 -560Q-400 -900 0 -930Q-160 -820 -145 -560Q-220 -625 -290 -560Q-360 -620 -430 -560Z", shade(c, 0.82)
    )
    return stroke([(0, 40), (0, -930)], "#4a4340", 14) + dome + side + stroke([(0, -930), (0, -970)], "#4a4340", 12)


def lantern(c: str) -> str:
    c = c or "#4a4340"
    return (curve("M-46 30Q0 -30 46 30", c, 10) + rect(-52, 30, 104, 22, c, 8) + rect(-42, 52, 84, 104, "#ffe6a3", 16) + ellipse(0, 108, 16, 30, "#fff7de")
            + rect(-56, 152, 112, 26, c, 8) + stroke([(-42, 52), (-42, 156)], c, 8) + stroke([(42, 52), (42, 156)], c, 8))  # fmt: skip


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


def bench(c: str) -> str:
    c = c or "#8a6440"
    return (
        rect(-560, -250, 1120, 40, c, 8)
        + rect(-560, -470, 1120, 60, c, 8)
        + rect(-560, -370, 1120, 50, shade(c, 0.9), 8)
        + "".join(rect(x, -480, 36, 480, "#4a4a4c", 6) for x in (-480, 440))
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


def campfire(c: str) -> str:
    return (
        glow(0, -180, 900, "#f2a444", 0.5)
        + stroke([(-190, -20), (170, -90)], "#4a3426", 60)
        + stroke([(190, -20), (-170, -90)], "#5b4130", 60)
        + blob([(0, -480), (120, -260), (150, -110), (0, -50), (-150, -110), (-110, -270)], "#e8853a")
        + blob([(10, -330), (70, -180), (0, -70), (-70, -170)], FLAME)
    )


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


def moon(c: str) -> str:
    return circle(0, -300, 300, c or "#efe9d2") + circle(-90, -360, 60, "#dcd5bd") + circle(110, -220, 80, "#dcd5bd")


PAINTERS = {
    "umbrella": (umbrella, (-450, -990, 450, 60)), "lantern": (lantern, (-80, -40, 80, 200)), "candle": (candle, (-60, -260, 60, 40)), "match": (match, (-40, -160, 140, 50)),
    "torch": (torch, (-40, -90, 180, 60)), "phone": (phone, (-50, -140, 50, 30)), "book": (book, (-150, -150, 150, 60)), "letter": (letter, (-110, -150, 110, 40)), "cup": (cup, (-60, -100, 110, 40)),
    "bottle": (bottle, (-50, -210, 50, 60)), "bag": (bag, (-150, -60, 150, 240)), "flower": (flower, (-90, -240, 90, 50)), "balloon": (balloon, (-170, -780, 170, 20)), "kite": (kite, (-40, -1250, 790, 20)),
    "ball": (ball, (-110, -200, 110, 20)), "guitar": (guitar, (-260, -280, 370, 250)), "camera": (camera, (-100, -150, 110, 20)), "key": (key, (-90, -80, 150, 50)), "sword": (sword, (-90, -550, 90, 80)),
    "box": (box, (-190, -280, 190, 20)), "hat": (hat, (-170, -210, 170, 30)), "clock": (clock, (-140, -260, 140, 20)), "apple": (apple, (-110, -180, 110, 20)), "pan": (pan, (-60, -80, 270, 40)),
    "table": (table, (-540, -460, 540, 20)), "chair": (chair, (-190, -640, 190, 20)), "bench": (bench, (-580, -500, 580, 20)), "bed": (bed, (-920, -660, 920, 20)), "sofa": (sofa, (-810, -580, 810, 20)),
    "shelf": (shelf, (-440, -1520, 440, 20)), "lamp": (lamp, (-210, -1400, 210, 30)), "television": (television, (-440, -640, 440, 20)), "piano": (piano, (-780, -1170, 780, 20)), "door": (door, (-350, -1520, 350, 20)),
    "tree": (tree, (-680, -2020, 680, 20)), "bush": (bush, (-370, -390, 370, 20)), "house": (house, (-1290, -2130, 1290, 20)), "tent": (tent, (-790, -930, 790, 20)), "campfire": (campfire, (-920, -1100, 920, 740)),
    "rock": (rock, (-360, -400, 380, 20)), "tower": (tower, (-350, -2930, 350, 20)), "lighthouse": (lighthouse, (-330, -3200, 330, 20)), "statue": (statue, (-380, -1740, 420, 20)), "sign": (sign, (-360, -1150, 430, 20)),
    "well": (well, (-480, -1430, 480, 20)), "grave": (grave, (-200, -620, 200, 20)), "machine": (machine, (-540, -1270, 540, 20)), "computer": (computer, (-250, -290, 250, 20)), "mirror": (mirror, (-360, -1540, 360, 20)),
    "picture": (picture, (-400, -1520, 400, -900)), "moon": (moon, (-320, -620, 320, 20)),
}  # fmt: skip
LUMINOUS = {"lantern": (100, 1500), "candle": (-140, 1000), "match": (-110, 800), "torch": (-20, 900), "lamp": (-1240, 1300), "campfire": (-200, 1700), "lighthouse": (-2740, 1100)}  # fmt: skip


def prop(kind: str, colour: str) -> tuple[str, Box]:
    """(art, the box that holds it) of a prop."""
    paint, box_ = PAINTERS[kind]
    return paint(colour), box_


def silhouette(colour: str, label: str) -> tuple[str, Box]:
    """A plain shape that stands for something whose look is not known; its label is written beside it."""
    fill = colour or "#55596180"[:7]
    lean = sum(map(ord, label)) % 60
    shape = [(-190, 0), (-230, -260), (-150 + lean, -560), (40, -640), (210, -520), (240 - lean, -240), (190, 0)]
    return blob(shape, fill) + blob(
        [(-190, 0), (-230, -260), (-150 + lean, -560), (-60, -300), (-80, 0)], shade(fill, 0.85)
    ), (-260, -680, 270, 20)
