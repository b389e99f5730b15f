"""More that is held or lies about: instruments, tools, weapons, food; the grip or the foot is at (0, 0)."""
# ruff: noqa: E501 (a drawing or a table reads best a shape a line)

from collections.abc import Callable

from .light import shade
from .pen import blob, circle, curve, ellipse, path, poly, rect, stroke

WOOD, STEEL, INK, GOLD = "#7b5638", "#b8bdc1", "#2a2628", "#d9a738"
Box = tuple[float, float, float, float]


def plate(c: str) -> str:
    c = c or "#ece7dc"
    return (
        ellipse(0, -26, 190, 46, shade(c, 0.8)) + ellipse(0, -40, 180, 42, c) + ellipse(0, -42, 112, 24, shade(c, 0.9))
    )


def trophy(c: str) -> str:
    c = c or GOLD
    bowl = path("M-120 -420H120Q112 -250 34 -214V-120H-34V-214Q-112 -250 -120 -420Z", c)
    ears = "".join(
        curve(f"M{s * 112} -390Q{s * 214} -380 {s * 190} -300Q{s * 160} -246 {s * 92} -262", c, 24) for s in (-1, 1)
    )
    return (
        ears
        + bowl
        + rect(-70, -130, 140, 40, shade(c, 0.8), 8)
        + rect(-100, -96, 200, 96, "#4a3a30", 8)
        + path("M-84 -400Q-76 -280 -30 -240Q-56 -310 -52 -400Z", shade(c, 1.25))
    )


def spoon(c: str) -> str:
    c = c or STEEL
    return stroke([(0, 60), (0, -150)], c, 22) + ellipse(0, -206, 44, 64, c) + ellipse(-8, -212, 22, 40, shade(c, 1.14))


def radio(c: str) -> str:
    c = c or "#8a4a3a"
    return (
        stroke([(110, -190), (190, -420)], STEEL, 10)
        + rect(-170, -200, 340, 200, c, 24)
        + circle(-80, -100, 62, shade(c, 0.6))
        + circle(-80, -100, 36, shade(c, 0.8))
        + rect(20, -165, 120, 50, "#efe3c2", 8)
        + circle(50, -60, 22, GOLD)
        + circle(120, -60, 22, GOLD)
    )


def microphone(c: str) -> str:
    return stroke([(0, 60), (0, -110)], c or INK, 30) + circle(0, -150, 52, STEEL) + rect(-52, -160, 104, 16, INK)


def map_(c: str) -> str:
    c = c or "#e6d3a3"
    return (
        poly([(-190, -170), (-60, -150), (60, -175), (190, -150), (190, 60), (60, 40), (-60, 65), (-190, 45)], c)
        + stroke([(-140, -100), (-60, -40), (20, -90), (110, -20)], "#b5523b", 12)
        + stroke([(90, -50), (135, 0)], "#8d2f26", 14)
        + stroke([(135, -50), (90, 0)], "#8d2f26", 14)
    )


def glass(c: str) -> str:
    return (
        path("M-52 -210H52Q52 -90 0 -90Q-52 -90 -52 -210Z", "#d5e4e6")
        + path("M-46 -170H46Q40 -100 0 -100Q-40 -100 -46 -170Z", c or "#a92b34")
        + rect(-7, -92, 14, 100, "#d5e4e6")
        + ellipse(0, 12, 50, 12, "#d5e4e6")
    )


def vase(c: str) -> str:
    c = c or "#3c6ea8"
    stems = "".join(
        stroke([(0, -200), (x, -360)], "#4f7a45", 10) + circle(x, -380, 42, k)
        for x, k in ((-80, "#dd8f9b"), (0, "#e2b23a"), (80, "#c8402f"))
    )
    return stems + blob([(-40, -220), (-110, -110), (-60, 0), (60, 0), (110, -110), (40, -220)], c)


def suitcase(c: str) -> str:
    c = c or "#8a5a36"
    return (
        stroke([(-60, 40), (-60, -30), (60, -30), (60, 40)], shade(c, 0.6), 20)
        + rect(-210, 36, 420, 290, c, 30)
        + rect(-140, 36, 34, 290, shade(c, 0.7))
        + rect(106, 36, 34, 290, shade(c, 0.7))
    )


def basket(c: str) -> str:
    c = c or "#b08a4a"
    weave = "".join(stroke([(-150, y), (150, y)], shade(c, 0.75), 10) for y in (70, 120, 170))
    return curve("M-140 40Q0 -190 140 40", shade(c, 0.8), 20) + poly([(-170, 36), (170, 36), (130, 210), (-130, 210)], c) + weave  # fmt: skip


def bucket(c: str) -> str:
    c = c or "#7e8d96"
    return (
        curve("M-120 30Q0 -120 120 30", INK, 10)
        + poly([(-130, 30), (130, 30), (95, 240), (-95, 240)], c)
        + ellipse(0, 32, 130, 30, shade(c, 0.7))
    )


def watering_can(c: str) -> str:
    c = c or "#5f8f7a"
    drops = "".join(stroke([(x, y), (x + 14, y + 46)], "#8fc1dc", 8) for x, y in ((330, 40), (372, 92), (338, 150)))
    return (
        curve("M-120 60Q0 -90 110 60", shade(c, 0.7), 20)
        + stroke([(90, 190), (290, 20)], shade(c, 0.85), 34)
        + poly([(258, -4), (330, -18), (340, 60), (300, 52)], shade(c, 0.75))
        + poly([(-120, 40), (120, 40), (130, 240), (-130, 240)], c)
        + ellipse(0, 42, 120, 24, shade(c, 0.7))
        + drops
    )


def cigarette(c: str) -> str:
    smoke = curve("M112 -46Q60 -130 118 -190T96 -330", "#d9dcdf", 10)
    return smoke + stroke([(0, -10), (96, -36)], c or "#f1eee6", 18) + stroke([(94, -36), (114, -42)], "#d9572b", 20)


def binoculars(c: str) -> str:
    c = c or INK
    return (
        stroke([(-10, -52), (150, -78)], c, 64)
        + stroke([(-10, -4), (150, -22)], shade(c, 1.5), 60)
        + ellipse(166, -80, 20, 40, "#9fc0cc")
        + ellipse(166, -22, 20, 38, "#9fc0cc")
    )


def punching_bag(c: str) -> str:
    c = c or "#9c3b2f"
    stand = stroke([(210, 0), (210, -1540), (0, -1540)], "#3a3d42", 36) + rect(20, -30, 300, 30, "#3a3d42", 8)
    chain = stroke([(0, -1540), (0, -1330)], STEEL, 14)
    bag = rect(-125, -1330, 250, 900, c, 60) + rect(-125, -1260, 250, 46, shade(c, 0.7))
    return stand + chain + bag + rect(-125, -560, 250, 46, shade(c, 0.7)) + rect(-90, -1200, 44, 620, shade(c, 1.2), 20)


def bouquet(c: str) -> str:
    heads = ((-90, -180), (0, -220), (90, -180), (-45, -120), (50, -125), (0, -160))
    hues = [c or "#c8402f", shade(c or "#dd8f9b", 1.15), "#e2b23a"]
    return (
        poly([(-130, -110), (130, -110), (24, 60), (-24, 60)], "#e9e0cf")
        + "".join(circle(x, y, 50, hues[i % 3]) + circle(x, y, 18, "#f4e3b0") for i, (x, y) in enumerate(heads))
        + stroke([(-40, 0), (40, 0)], "#4f8a4b", 16)
    )


def globe(c: str) -> str:
    c = c or "#7fb3c8"
    return (
        poly([(-80, 0), (80, 0), (40, -60), (-40, -60)], "#6b4a33")
        + circle(0, -170, 130, c)
        + blob([(-70, -220), (10, -250), (40, -180), (-30, -120), (-90, -160)], shade(c, 0.75))
        + ellipse(-46, -220, 26, 18, "#ffffff", 0.6)
    )


def violin(c: str) -> str:
    c = c or "#8d4a26"
    return (
        stroke([(-330, -260), (160, 220)], "#e8d9b8", 10)
        + stroke([(30, -20), (250, -170)], "#3a2a20", 26)
        + blob([(-150, 110), (-130, 20), (-70, 30), (-20, -40), (60, -20), (40, 60), (-20, 70), (-60, 150)], c)
        + stroke([(-100, 90), (30, -10)], "#2a2020", 8)
    )


def trumpet(c: str) -> str:
    c = c or GOLD
    return (
        stroke([(-120, -10), (200, -50)], c, 30)
        + poly([(190, -80), (340, -170), (370, 30), (200, -20)], c)
        + "".join(stroke([(x, -30), (x, -110)], shade(c, 0.75), 20) for x in (0, 50, 100))
    )


def drum(c: str) -> str:
    c = c or "#b8402f"
    return (
        rect(-230, -330, 460, 330, c, 14)
        + ellipse(0, -330, 230, 60, "#efe6d2")
        + "".join(stroke([(x, -300), (x + 60, -30)], "#efe6d2", 10) for x in (-220, -100, 20, 140))
        + stroke([(-60, -520), (60, -350)], WOOD, 16)
        + stroke([(160, -540), (80, -360)], WOOD, 16)
    )


def knife(c: str) -> str:
    return poly([(-22, -30), (-22, -230), (0, -290), (24, -30)], c or STEEL) + rect(-26, -40, 52, 110, INK, 14)


def axe(c: str) -> str:
    return stroke([(0, 140), (0, -420)], WOOD, 30) + blob([(0, -430), (150, -470), (170, -270), (0, -310)], c or STEEL)


def hammer(c: str) -> str:
    return stroke([(0, 90), (0, -260)], WOOD, 28) + rect(-120, -330, 240, 100, c or "#54585e", 14)


def gun(c: str) -> str:
    c = c or "#2f3238"
    return rect(-20, -90, 260, 56, c, 8) + poly([(-30, -80), (50, -80), (30, 70), (-50, 70)], shade(c, 0.8))


def bow(c: str) -> str:
    return (
        curve("M0 -380Q210 -180 0 380", c or WOOD, 22)
        + stroke([(0, -380), (-50, 0), (0, 380)], "#e8e0cf", 6)
        + stroke([(-60, 0), (260, 0)], "#4a3324", 12)
        + poly([(250, -26), (320, 0), (250, 26)], STEEL)
    )


def spear(c: str) -> str:
    return stroke([(0, 420), (0, -700)], c or WOOD, 24) + poly([(-50, -690), (0, -880), (50, -690)], STEEL)


def stick(c: str) -> str:
    return stroke([(0, 420), (10, -60)], c or WOOD, 28) + curve("M10 -60Q20 -150 -70 -140", c or WOOD, 28)


def rope(c: str) -> str:
    c = c or "#b99a63"
    loops = "".join(f'<ellipse cx="0" cy="{y}" rx="{r}" ry="46" fill="none" stroke="{c}" stroke-width="24"/>' for y, r in ((-40, 120), (0, 140), (40, 120)))  # fmt: skip
    return loops + curve("M120 40Q220 140 140 260", c, 22)


def fishing_rod(c: str) -> str:
    return (
        stroke([(-80, 90), (760, -760)], c or "#5d4632", 18)
        + curve("M760 -760Q820 -300 790 140", "#cfd4d6", 5)
        + circle(790, 150, 24, "#c8402f")
    )


def broom(c: str) -> str:
    return stroke([(0, -420), (0, 380)], WOOD, 24) + poly([(-70, 380), (70, 380), (120, 600), (-120, 600)], c or "#c9a14a")  # fmt: skip


def net(c: str) -> str:
    c = c or "#c9c2ae"
    mesh = "".join(stroke([(x, -190), (x * 0.6, 170)], c, 7) for x in range(-200, 201, 50))
    rows = "".join(stroke([(-200 + i * 22, -190 + i * 72), (200 - i * 22, -190 + i * 72)], c, 7) for i in range(6))
    return mesh + rows + stroke([(-210, -190), (210, -190)], WOOD, 18)


def flag(c: str) -> str:
    c = c or "#c8402f"
    cloth = path("M10 -900Q180 -970 300 -890T560 -900V-560Q420 -500 300 -560T10 -560Z", c)
    return stroke([(0, 140), (0, -930)], WOOD, 22) + cloth + path("M10 -790H556V-680H10Z", "#efe6d2", 0.9)


def bell(c: str) -> str:
    c = c or GOLD
    return (
        circle(0, 10, 40, shade(c, 0.6))
        + path("M-170 -20Q-120 -60 -110 -190Q-90 -330 0 -330Q90 -330 110 -190Q120 -60 170 -20Z", c)
        + circle(0, -345, 30, shade(c, 0.8))
    )


def crown(c: str) -> str:
    c = c or GOLD
    return poly([(-150, 0), (-170, -190), (-80, -100), (0, -230), (80, -100), (170, -190), (150, 0)], c) + "".join(
        circle(x, -45, 22, k) for x, k in ((-80, "#c8402f"), (0, "#3c6ea8"), (80, "#2f8361"))
    )


def mask(c: str) -> str:
    c = c or "#efe6d2"
    return (
        blob([(-140, -230), (140, -230), (130, -60), (0, 30), (-130, -60)], c)
        + ellipse(-60, -140, 36, 24, INK)
        + ellipse(60, -140, 36, 24, INK)
        + curve("M-60 -40Q0 10 60 -40", "#a92b34", 16)
    )


def ring(c: str) -> str:
    band = f'<circle cx="0" cy="-80" r="76" fill="none" stroke="{c or GOLD}" stroke-width="30"/>'
    return band + poly([(-50, -190), (50, -190), (76, -230), (0, -290), (-76, -230)], "#9fd6e8") + poly([(0, -190), (50, -190), (0, -290)], "#d5f0f6")  # fmt: skip


def skull(c: str) -> str:
    c = c or "#ebe3d0"
    return (
        blob([(-110, -130), (-80, -250), (80, -250), (110, -130), (60, -70), (-60, -70)], c)
        + rect(-56, -90, 112, 76, c, 14)
        + circle(-46, -150, 34, INK)
        + circle(46, -150, 34, INK)
        + poly([(0, -120), (-14, -92), (14, -92)], INK)
        + "".join(stroke([(x, -60), (x, -20)], INK, 7) for x in (-26, 0, 26))
    )


def gift(c: str) -> str:
    c = c or "#c8402f"
    return (
        rect(-170, -240, 340, 240, c, 8)
        + rect(-30, -240, 60, 240, "#f0d590")
        + rect(-190, -300, 380, 80, shade(c, 1.15), 8)
        + blob([(0, -300), (-120, -400), (-140, -320)], "#f0d590")
        + blob([(0, -300), (120, -400), (140, -320)], "#f0d590")
    )


def bread(c: str) -> str:
    c = c or "#c48a4a"
    return blob([(-220, -20), (-200, -130), (0, -170), (200, -130), (220, -20), (0, 10)], c) + "".join(
        stroke([(x, -130), (x + 50, -60)], shade(c, 1.35), 18) for x in (-130, -30, 70)
    )


def cake(c: str) -> str:
    c = c or "#efd9c4"
    flames = "".join(
        rect(x - 8, -410, 16, 80, "#7fb3c8") + blob([(x, -470), (x + 18, -425), (x - 18, -425)], "#f0a23a")
        for x in (-90, 0, 90)
    )
    return (
        flames
        + rect(-230, -200, 460, 200, "#8a5236", 16)
        + rect(-160, -340, 320, 150, c, 16)
        + path(
            "M-230 -200H230V-140Q180 -100 140 -145Q90 -95 40 -145Q-10 -95 -60 -145Q-110 -95 -160 -145Q-200 -105 -230 -140Z",
            c,
        )
    )


def pumpkin(c: str) -> str:
    c = c or "#dd8236"
    ribs = "".join(ellipse(x, -150, 90, 145, k) for x, k in ((-120, shade(c, 0.85)), (120, shade(c, 0.85)), (0, c)))
    return (
        ribs
        + stroke([(0, -290), (30, -360)], "#4f7a45", 30)
        + poly([(-100, -190), (-40, -190), (-70, -250)], INK)
        + poly([(40, -190), (100, -190), (70, -250)], INK)
        + poly([(-110, -110), (110, -110), (60, -50), (-60, -50)], INK)
    )


def pot(c: str) -> str:
    c = c or "#4a4e55"
    return (
        blob([(-150, -20), (-190, -140), (-120, -230), (120, -230), (190, -140), (150, -20)], c)
        + ellipse(0, -230, 130, 30, shade(c, 0.6))
        + curve("M-140 -210Q0 -420 140 -210", shade(c, 0.8), 16)
        + stroke([(170, -120), (270, -200)], c, 34)
    )


def egg(c: str) -> str:
    return blob([(0, -180), (72, -90), (50, -8), (-50, -8), (-72, -90)], c or "#efe3cf")


def teddy(c: str) -> str:
    c = c or "#a9764a"
    return (
        circle(-90, -360, 46, c)
        + circle(90, -360, 46, c)
        + ellipse(-120, -150, 50, 90, shade(c, 0.9))
        + ellipse(120, -150, 50, 90, shade(c, 0.9))
        + ellipse(-70, -20, 64, 50, shade(c, 0.9))
        + ellipse(70, -20, 64, 50, shade(c, 0.9))
        + ellipse(0, -130, 110, 130, c)
        + circle(0, -300, 110, c)
        + ellipse(0, -270, 50, 38, shade(c, 1.35))
        + circle(-38, -320, 12, INK)
        + circle(38, -320, 12, INK)
        + circle(0, -285, 14, INK)
    )


def skateboard(c: str) -> str:
    c = c or "#d8543a"
    return curve("M-340 -120Q-280 -80 -240 -80H240Q280 -80 340 -120", c, 34) + circle(-190, -36, 36, "#efe6d2") + circle(190, -36, 36, "#efe6d2")  # fmt: skip


PAINTERS: dict[str, tuple[Callable[[str], str], Box]] = {
    "plate": (plate, (-200, -90, 200, 24)), "trophy": (trophy, (-220, -440, 220, 10)), "spoon": (spoon, (-60, -280, 60, 80)),
    "radio": (radio, (-180, -430, 210, 20)), "microphone": (microphone, (-60, -210, 60, 80)), "map": (map_, (-200, -190, 200, 80)), "glass": (glass, (-60, -220, 60, 30)),
    "vase": (vase, (-140, -440, 140, 20)), "suitcase": (suitcase, (-220, -50, 220, 340)), "basket": (basket, (-180, -100, 180, 220)), "bucket": (bucket, (-140, -70, 140, 250)), "watering can": (watering_can, (-145, -70, 395, 250)),
    "cigarette": (cigarette, (-20, -350, 150, 20)), "binoculars": (binoculars, (-50, -130, 200, 40)), "punching bag": (punching_bag, (-150, -1570, 330, 10)),
    "bouquet": (bouquet, (-150, -280, 150, 70)), "globe": (globe, (-140, -310, 140, 20)), "violin": (violin, (-340, -270, 270, 230)), "trumpet": (trumpet, (-140, -180, 380, 50)),
    "drum": (drum, (-240, -560, 240, 20)), "knife": (knife, (-40, -300, 40, 90)), "axe": (axe, (-30, -480, 180, 160)), "hammer": (hammer, (-130, -340, 130, 110)), "gun": (gun, (-60, -110, 250, 90)),
    "bow": (bow, (-80, -400, 340, 400)), "spear": (spear, (-60, -900, 60, 440)), "stick": (stick, (-90, -170, 50, 440)), "rope": (rope, (-160, -110, 230, 280)), "fishing rod": (fishing_rod, (-100, -790, 830, 190)),
    "broom": (broom, (-130, -440, 130, 620)), "net": (net, (-220, -210, 220, 190)), "flag": (flag, (-20, -990, 580, 160)), "bell": (bell, (-180, -390, 180, 60)), "crown": (crown, (-180, -240, 180, 20)),
    "mask": (mask, (-160, -260, 160, 50)), "ring": (ring, (-110, -300, 110, 20)), "skull": (skull, (-130, -280, 130, 10)), "gift": (gift, (-200, -420, 200, 20)), "bread": (bread, (-240, -190, 240, 30)),
    "cake": (cake, (-250, -490, 250, 20)), "pumpkin": (pumpkin, (-230, -380, 230, 20)), "pot": (pot, (-210, -340, 290, 20)), "egg": (egg, (-90, -200, 90, 10)), "teddy": (teddy, (-190, -430, 190, 40)),
    "skateboard": (skateboard, (-370, -150, 370, 10)),
}  # fmt: skip
