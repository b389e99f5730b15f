"""Animals that are not four-legged, and some that are unlike all others; feet at y = 0, facing right."""
# ruff: noqa: E501 (a drawing or a table reads best a shape a line)

import math
from collections.abc import Callable

from .light import shade
from .pen import blob, circle, curve, ellipse, group, path, poly, stroke

INK, BEAK = "#221d1f", "#d9993c"
Box = tuple[float, float, float, float]


def _beat(phase: float) -> float:
    return math.sin(2 * math.pi * phase)


def _perched(action: str) -> bool:
    return action in ("sit", "stand", "walk", "look", "eat")


def crow(colour: str, second: str, action: str, phase: float) -> str:
    fill = colour or "#26262c"
    if _perched(action):
        return (
            stroke([(-10, -40), (-10, 0)], INK, 10)
            + stroke([(26, -40), (26, 0)], INK, 10)
            + blob([(-210, -20), (-60, -130), (60, -190), (110, -120), (50, -36), (-40, -30)], fill)
            + circle(86, -190, 50, fill)
            + poly([(120, -206), (200, -176), (120, -166)], "#4a4a50")
            + circle(98, -200, 8, "#e6e0c8")
            + blob([(-180, -30), (-40, -120), (40, -100), (-30, -50)], shade(fill, 1.2))
        )
    return _gliding(fill, shade(fill, 0.8), "#4a4a50", phase, 1.1)


def _gliding(fill: str, wing: str, beak: str, phase: float, size: float) -> str:
    """A large bird on the wing with fingered tips."""
    flap = _beat(phase)
    tip = -150 * flap
    feathers = "".join(stroke([(-150 + i * 26, tip * 0.7), (-230 + i * 50, tip - 40 + abs(i - 2) * 14)], wing, 26) for i in range(5))  # fmt: skip
    near = blob([(-30, -6), (60, -8), (0, tip * 0.6), (-150, tip), (-110, tip * 0.4 + 20)], wing) + feathers
    far = blob([(0, -10), (60, -14), (120, tip * 0.6 - 30), (90, tip - 60), (20, tip * 0.5 - 10)], shade(wing, 0.85))
    body = blob([(-180, 10), (-40, -34), (70, -26), (130, -4), (60, 34), (-40, 26)], fill) + poly([(-130, 0), (-240, -20), (-220, 40)], fill)  # fmt: skip
    return group(far + body + circle(120, -10, 30, fill) + poly([(140, -18), (188, 4), (140, 10)], beak) + circle(128, -16, 6, INK) + near, scale=size)  # fmt: skip


def eagle(colour: str, second: str, action: str, phase: float) -> str:
    fill, head = colour or "#5a4030", second or "#efe9dc"
    if _perched(action):
        return (
            stroke([(-20, -60), (-20, 0)], BEAK, 22)
            + stroke([(50, -60), (50, 0)], BEAK, 22)
            + blob([(-120, 10), (-110, -200), (0, -330), (90, -230), (80, -60), (0, -40)], fill)
            + blob([(-120, 10), (-110, -180), (-20, -220), (0, -100), (-70, -20)], shade(fill, 0.75))
            + circle(50, -340, 66, head)
            + blob([(90, -370), (160, -330), (130, -280), (96, -310)], BEAK)
            + circle(70, -350, 10, INK)
        )
    return _gliding(fill, shade(fill, 0.85), BEAK, phase, 1.5) + circle(182, -16, 40, head) + blob([(210, -36), (262, -8), (240, 20), (206, 4)], BEAK)  # fmt: skip


def owl(colour: str, second: str, action: str, phase: float) -> str:
    fill = colour or "#8a6a4a"
    eyes = "".join(circle(x, -240, 52, "#f0e2b8") + circle(x, -240, 26, INK) for x in (-50, 54))
    chest = "".join(
        curve(f"M{x} {y}q22 26 44 0", shade(fill, 0.7), 9) for y in (-140, -100, -60) for x in (-66, -22, 22)
    )
    return (
        blob([(-130, -20), (-140, -220), (-110, -330), (0, -300), (110, -330), (140, -220), (130, -20), (0, 0)], fill)
        + blob([(-80, -30), (-80, -150), (0, -180), (80, -150), (80, -30)], second or shade(fill, 1.3))
        + chest
        + eyes
        + poly([(-18, -220), (22, -220), (2, -170)], BEAK)
        + blob([(-140, -40), (-150, -200), (-90, -160), (-100, -50)], shade(fill, 0.78))
        + blob([(140, -40), (150, -200), (90, -160), (100, -50)], shade(fill, 0.78))
    )


def swan(colour: str, second: str, action: str, phase: float) -> str:
    fill = colour or "#f2efe6"
    return (
        blob([(-260, -160), (-150, -220), (60, -200), (150, -110), (60, -10), (-140, -10)], fill)
        + blob([(-290, -190), (-60, -230), (40, -150), (-80, -60)], shade(fill, 0.9))
        + curve("M110 -110Q220 -200 140 -330Q90 -430 180 -450", fill, 62)
        + circle(186, -448, 44, fill)
        + poly([(214, -464), (290, -436), (214, -428)], "#d98a34")
        + circle(204, -458, 8, INK)
    )


def chicken(colour: str, second: str, action: str, phase: float) -> str:
    fill = colour or "#b8683a"
    peck = 40 * max(0.0, _beat(phase)) if action == "eat" else 0.0
    return (
        stroke([(-20, -70), (-20, 0), (10, 0)], BEAK, 14)
        + stroke([(40, -70), (40, 0), (70, 0)], BEAK, 14)
        + blob([(-150, -150), (-230, -280), (-120, -250), (-90, -200)], shade(fill, 0.6))
        + blob([(-170, -190), (-60, -190), (60, -230), (120, -150), (50, -50), (-90, -50)], fill)
        + blob([(-110, -170), (0, -170), (20, -100), (-60, -80)], shade(fill, 0.8))
        + blob([(50, -190), (70, -300 + peck), (130, -310 + peck), (120, -170)], fill)
        + "".join(circle(70 + i * 26, -330 + peck + abs(i - 1) * 8, 20, "#c8302a") for i in range(3))
        + poly([(136, -290 + peck), (186, -270 + peck), (136, -258 + peck)], BEAK)
        + circle(140, -245 + peck, 16, "#c8302a")
        + circle(106, -286 + peck, 9, INK)
    )


def penguin(colour: str, second: str, action: str, phase: float) -> str:
    fill, lean = colour or "#23262e", 8 * _beat(phase) if action in ("walk", "run") else 0
    art = (
        ellipse(-50, -12, 60, 20, BEAK)
        + ellipse(50, -12, 60, 20, BEAK)
        + blob([(-130, -30), (-150, -260), (-90, -440), (90, -440), (150, -260), (130, -30)], fill)
        + blob([(-86, -30), (-96, -250), (0, -370), (96, -250), (86, -30)], second or "#f2efe6")
        + circle(0, -480, 100, fill)
        + ellipse(20, -460, 62, 46, "#f2efe6")
        + poly([(80, -490), (170, -464), (80, -444)], BEAK)
        + circle(40, -500, 13, INK)
        + blob([(-140, -330), (-220, -160), (-130, -190)], fill)
        + blob([(140, -330), (220, -160), (130, -190)], shade(fill, 1.2))
    )
    return group(art, turn=lean)


def snake(colour: str, second: str, action: str, phase: float) -> str:
    fill, wave = colour or "#5f8a45", 34 * _beat(phase)
    body = f"M-560 -40Q-430 {-170 + wave:.0f} -300 -50T-60 -50T180 -60Q300 -80 330 -220"
    return (
        curve(body, fill, 76)
        + curve(body, second or shade(fill, 1.3), 22)
        + blob([(280, -220), (330, -300), (440, -270), (450, -210), (350, -190)], fill)
        + circle(390, -256, 12, "#f0d050")
        + stroke([(446, -236), (510, -240), (540, -262)], "#c8302a", 8)
        + stroke([(510, -240), (540, -222)], "#c8302a", 8)
    )


def crocodile(colour: str, second: str, action: str, phase: float) -> str:
    fill, jaw = colour or "#56703f", 30 * max(0.0, _beat(phase))
    legs = "".join(stroke([(x, -130), (x + 40, -40), (x + 90, -10)], shade(fill, 0.8), 66) for x in (-260, 180))
    ridge = "".join(poly([(x - 40, -250), (x, -310), (x + 40, -250)], shade(fill, 0.7)) for x in range(-520, 281, 90))
    teeth = "".join(poly([(x, -150), (x + 18, -112), (x + 36, -150)], "#f4f0e2") for x in range(470, 801, 60))
    return (
        legs
        + path("M-1150 -60Q-700 -100 -420 -230L300 -260Q420 -220 440 -150Q360 -60 100 -60L-420 -70Q-760 -20 -1150 -60Z", fill)
        + ridge
        + poly([(420, -130), (840, -110 + jaw), (840, -70 + jaw), (400, -70)], shade(fill, 0.85))
        + teeth
        + path("M320 -270Q420 -330 480 -260L850 -200L850 -140L420 -140Z", fill)
        + circle(420, -270, 44, fill)
        + circle(428, -278, 16, "#f0d050")
        + circle(820, -200, 14, INK)
    )  # fmt: skip


def turtle(colour: str, second: str, action: str, phase: float) -> str:
    fill, kick = colour or "#6b8a4a", 20 * _beat(phase)
    return (
        blob([(-190, -70), (-300, -30 + kick), (-240, 10 + kick), (-140, -20)], "#8aa05c")
        + blob([(110, -70), (190, 0 - kick), (110, 14 - kick), (50, -30)], "#8aa05c")
        + blob([(180, -110), (280, -190), (350, -150), (330, -90), (200, -60)], "#8aa05c")
        + circle(306, -152, 11, INK)
        + path("M-250 -60Q-230 -300 0 -310Q230 -300 240 -60Z", fill)
        + "".join(poly([(x - 50, -90), (x - 30, -190), (x + 30, -190), (x + 50, -90)], second or shade(fill, 0.75)) for x in (-120, 0, 120))
        + poly([(-50, -220), (50, -220), (30, -280), (-30, -280)], second or shade(fill, 0.75))
    )  # fmt: skip


def frog(colour: str, second: str, action: str, phase: float) -> str:
    fill = colour or "#5f9a4a"
    return (
        blob([(-170, -20), (-220, -130), (-110, -170), (-60, -60), (-150, 0)], shade(fill, 0.85))
        + blob([(-140, -30), (-110, -170), (60, -220), (170, -150), (150, -30), (0, 0)], fill)
        + blob([(20, -20), (60, -110), (150, -90), (140, -20)], second or "#d8dc9a")
        + stroke([(110, -60), (130, 0), (180, 0)], shade(fill, 0.8), 34)
        + circle(60, -220, 46, fill)
        + circle(140, -200, 42, fill)
        + circle(66, -228, 24, "#f2ead0")
        + circle(146, -208, 22, "#f2ead0")
        + circle(72, -228, 12, INK)
        + circle(152, -208, 11, INK)
        + curve("M80 -120Q150 -90 190 -140", shade(fill, 0.5), 10)
    )


def shark(colour: str, second: str, action: str, phase: float) -> str:
    fill, beat = colour or "#5d6f7c", 60 * _beat(phase)
    teeth = "".join(poly([(x, -150), (x + 16, -120), (x + 32, -154)], "#ffffff") for x in range(380, 500, 32))
    return (
        poly([(-560, -200), (-800, -420 + beat), (-690, -190 + beat), (-780, -20 + beat)], shade(fill, 0.85))
        + path("M-600 -200Q-100 -430 400 -300Q560 -260 640 -210Q540 -120 380 -120Q-60 -20 -600 -200Z", fill)
        + path("M620 -200Q480 -130 380 -120Q-60 -20 -500 -180Q0 -110 620 -200Z", second or "#d5dcdf")
        + poly([(-40, -360), (60, -600), (180, -340)], fill)
        + poly([(60, -110), (-40, 80), (210, -110)], shade(fill, 0.8))
        + teeth
        + circle(450, -250, 16, INK)
        + "".join(curve(f"M{280 - i * 40} -290Q{250 - i * 40} -230 {290 - i * 40} -180", shade(fill, 0.7), 9) for i in range(3))
    )  # fmt: skip


def octopus(colour: str, second: str, action: str, phase: float) -> str:
    fill = colour or "#a8506a"
    arms = "".join(
        curve(f"M{x * 0.5:.0f} -300Q{x:.0f} {-140 + 30 * math.sin(2 * math.pi * phase + i):.0f} {x * 0.9:.0f} -30T{x * 1.5:.0f} {10 * math.cos(2 * math.pi * phase + i):.0f}", shade(fill, 0.85 + 0.05 * (i % 2)), 54)
        for i, x in enumerate((-300, -200, -100, 0, 100, 200, 300))
    )  # fmt: skip
    eyes = "".join(circle(x, -390, 50, "#f4efe2") + circle(x + 10, -385, 24, INK) for x in (-80, 80))
    return arms + blob([(-190, -300), (-230, -560), (0, -720), (230, -560), (190, -300), (0, -250)], fill) + eyes


def crab(colour: str, second: str, action: str, phase: float) -> str:
    fill = colour or "#c8502f"
    legs = "".join(stroke([(s * 120, -90), (s * (210 + i * 30), -130 + i * 30), (s * (250 + i * 30), 0)], shade(fill, 0.8), 22) for s in (-1, 1) for i in range(3))  # fmt: skip
    claws = "".join(
        stroke([(s * 140, -130), (s * 250, -230)], fill, 34) + blob([(s * 220, -230), (s * 250, -340), (s * 300, -280), (s * 350, -340), (s * 330, -220), (s * 260, -190)], fill)
        for s in (-1, 1)
    )  # fmt: skip
    eyes = "".join(stroke([(x, -170), (x, -240)], fill, 16) + circle(x, -250, 24, INK) for x in (-50, 50))
    return legs + claws + ellipse(0, -110, 190, 100, fill) + ellipse(0, -90, 150, 60, shade(fill, 1.2)) + eyes


def spider(colour: str, second: str, action: str, phase: float) -> str:
    fill = colour or "#2a262b"
    legs = "".join(
        stroke([(s * 40, -140), (s * (150 + 30 * i), -270 + 50 * i), (s * (220 + 60 * i), -8)], fill, 18)
        for s in (-1, 1)
        for i in range(4)
    )
    return legs + ellipse(-40, -170, 130, 110, fill) + circle(90, -150, 70, fill) + circle(120, -170, 14, "#c8302a") + circle(90, -190, 12, "#c8302a") + ellipse(-50, -190, 40, 30, second or "#c8402f")  # fmt: skip


def bat(colour: str, second: str, action: str, phase: float) -> str:
    fill, flap = colour or "#3a3038", 90 * _beat(phase)
    wing = f"M0 -40Q80 {-160 + flap:.0f} 330 {-130 + flap:.0f}Q300 {-40 + flap * 0.6:.0f} 240 {-10 + flap * 0.5:.0f}Q200 {-40 + flap * 0.4:.0f} 160 {10 + flap * 0.3:.0f}Q110 -10 60 30Z"
    wings = path(wing, shade(fill, 0.9)) + group(path(wing, fill), flip=True)
    return wings + ellipse(0, -20, 56, 80, fill) + circle(0, -100, 46, fill) + poly([(-44, -110), (-50, -200), (-6, -140)], fill) + poly([(44, -110), (50, -200), (6, -140)], fill) + circle(-16, -104, 8, "#f0d050") + circle(18, -104, 8, "#f0d050")  # fmt: skip


def monkey(colour: str, second: str, action: str, phase: float) -> str:
    fill, face = colour or "#6b4a33", second or "#d9b48a"
    s = _beat(phase)
    return (
        curve(f"M-90 -120Q-330 -60 -300 {-320 + 30 * s:.0f}Q-280 -420 -220 -370", fill, 34)
        + stroke([(-50, -150), (-90, -60), (-20, -20)], shade(fill, 0.85), 60)
        + stroke([(50, -150), (110, -70), (150, -20)], fill, 60)
        + blob([(-110, -110), (-90, -330), (90, -340), (120, -110), (0, -80)], fill)
        + ellipse(20, -200, 66, 90, face)
        + stroke([(80, -300), (200, -220), (190 + 20 * s, -80)], fill, 50)
        + stroke([(-80, -300), (-150, -200), (-120, -90)], shade(fill, 0.85), 50)
        + circle(-80, -450, 44, face)
        + circle(120, -450, 44, face)
        + circle(20, -450, 110, fill)
        + ellipse(36, -430, 78, 80, face)
        + circle(10, -460, 14, INK)
        + circle(66, -460, 14, INK)
        + curve("M0 -396Q40 -370 80 -396", INK, 10)
    )


def dinosaur(colour: str, second: str, action: str, phase: float) -> str:
    fill, step = colour or "#6f8a52", 90 * _beat(phase) if action in ("run", "walk") else 0
    teeth = "".join(poly([(x, -1480), (x + 24, -1420), (x + 48, -1480)], "#f4f0e2") for x in range(560, 860, 60))
    legs = stroke([(-60, -700), (60 - step, -380), (-40 - step, -60), (120 - step, -20)], shade(fill, 0.8), 170) + stroke([(-40, -700), (140 + step, -380), (20 + step, -60), (190 + step, -20)], fill, 180)  # fmt: skip
    return (
        legs
        + path("M-1500 -560Q-900 -620 -400 -980Q-60 -1240 300 -1300L420 -1080Q380 -700 40 -560Q-500 -480 -1500 -560Z", fill)
        + path("M420 -1080Q380 -700 40 -560Q-300 -520 -700 -530Q-100 -700 300 -1060Z", second or shade(fill, 1.25))
        + poly([(300, -1120), (380, -1420), (560, -1420), (470, -1060)], fill)
        + poly([(430, -1400), (840, -1340), (840, -1280), (460, -1270)], shade(fill, 0.85))
        + teeth
        + blob([(340, -1460), (420, -1690), (640, -1700), (900, -1570), (890, -1470), (560, -1450)], fill)
        + circle(560, -1600, 32, "#f0d050")
        + circle(566, -1600, 14, INK)
        + stroke([(330, -960), (470, -900), (520, -960)], shade(fill, 0.8), 56)
    )  # fmt: skip


def dragon(colour: str, second: str, action: str, phase: float) -> str:
    fill, flap = colour or "#8d3a3a", 260 * _beat(phase)
    wing = path(f"M-100 -760Q-60 {-1200 + flap:.0f} -560 {-1560 + flap:.0f}Q-640 {-1300 + flap:.0f} -560 {-1180 + flap * 0.8:.0f}Q-760 {-1200 + flap:.0f} -860 {-1080 + flap * 0.7:.0f}Q-620 -960 -320 -640Z", second or shade(fill, 0.75))  # fmt: skip
    spikes = "".join(poly([(x - 46, y), (x, y - 110), (x + 46, y + 10)], shade(fill, 0.6)) for x, y in ((-620, -520), (-460, -610), (-280, -690), (180, -800), (300, -950), (380, -1100)))  # fmt: skip
    flame = blob([(900, -1180), (1160, -1260), (1420, -1180), (1160, -1090)], "#f0a23a") + blob([(900, -1180), (1080, -1220), (1240, -1170), (1080, -1130)], "#ffe08a")  # fmt: skip
    legs = "".join(stroke([(x, -420), (x + 80, -200), (x + 20, -20), (x + 140, -10)], shade(fill, 0.85), 110) for x in (-280, 120))  # fmt: skip
    return (
        legs
        + curve("M-420 -460Q-900 -330 -1120 -520Q-1240 -640 -1120 -760", fill, 110)
        + poly([(-1220, -700), (-1110, -960), (-1010, -720)], fill)
        + blob([(-520, -440), (-360, -690), (120, -720), (300, -560), (160, -360), (-300, -340)], fill)
        + curve("M180 -600Q420 -700 420 -1000Q420 -1180 560 -1180", fill, 170)
        + spikes
        + blob([(480, -1260), (640, -1330), (900, -1220), (900, -1120), (640, -1080), (500, -1110)], fill)
        + poly([(520, -1270), (420, -1450), (600, -1310)], shade(fill, 0.6))
        + circle(650, -1240, 28, "#f0d050")
        + flame
        + wing
    )


PAINTERS: dict[str, Callable[[str, str, str, float], str]] = {
    "crow": crow, "eagle": eagle, "owl": owl, "swan": swan, "chicken": chicken, "penguin": penguin, "snake": snake, "crocodile": crocodile, "turtle": turtle, "frog": frog, "shark": shark,
    "octopus": octopus, "crab": crab, "spider": spider, "bat": bat, "monkey": monkey, "dinosaur": dinosaur, "dragon": dragon,
}  # fmt: skip
BOXES: dict[str, Box] = {
    "crow": (-290, -290, 240, 220), "eagle": (-420, -420, 300, 340), "owl": (-170, -360, 170, 20), "swan": (-310, -510, 310, 20), "chicken": (-250, -370, 210, 20), "penguin": (-240, -600, 240, 30),
    "snake": (-620, -330, 560, 30), "crocodile": (-1180, -350, 890, 30), "turtle": (-320, -330, 370, 40), "frog": (-240, -280, 210, 20), "shark": (-880, -620, 660, 120), "octopus": (-480, -740, 480, 60),
    "crab": (-370, -360, 370, 20), "spider": (-480, -320, 480, 20), "bat": (-350, -270, 350, 130), "monkey": (-350, -580, 270, 30), "dinosaur": (-1520, -1730, 930, 60), "dragon": (-1260, -1840, 1440, 40),
}  # fmt: skip
