"""Coasts, seas, harbours, rivers, and under water."""

from generation.sketch.drawing.light import mix, shade
from generation.sketch.drawing.motifs import PATH_RANK, _waves, ground, ridge, sea, shimmer, sky, trees
from generation.sketch.drawing.pen import blob, circle, curve, ellipse, glow, group, land, num, poly, rect, stroke
from generation.sketch.drawing.props import LUMINOUS
from generation.sketch.drawing.props import PAINTERS as PROPS
from generation.sketch.drawing.stage import BOTTOM, Stage, sway
from generation.sketch.reading.colours import COLOURS

from .land import grass, leaves, tufts

DARK = COLOURS["dark"]  # of a lighthouse it means that its lamp is out
SEA = {"storm": "#2f4a5c", "rain": "#3f5f72", "clear": "#3f7690"}


def sea_colour(st: Stage) -> str:
    """The colour of salt water in this weather."""
    return SEA.get(st.seen.weather, "#4a7388")


def roughness(st: Stage) -> float:
    """How high the waves go, 1 on a fair day."""
    return {"storm": 3.2, "wind": 1.9, "rain": 1.5, "blizzard": 2.2}.get(st.seen.weather, 1.0)


def beacon(st: Stage, x: float, y: float, scale: float, depth: float) -> None:
    """A lighthouse standing at (x, y); its lamp burns unless the shot says it is dark."""
    named = next((s.colour for s in st.seen.subjects if s.kind == "lighthouse" and s.colour != DARK), "")
    st.add(group(PROPS["lighthouse"][0](named), x, y, scale), depth)
    st.owned = st.owned | {"lighthouse", "lamp"}
    lamp = y + LUMINOUS["lighthouse"][0] * scale
    if "lamp dark" in st.seen.features:
        st.add(rect(x - 118 * scale, lamp - 150 * scale, 236 * scale, 300 * scale, "#6d6a5c"), depth + 0.001)
    elif st.light.dark or st.has("beam", "lamp lit"):
        st.light_up(glow(x, lamp, 330, "#ffe6a0", 0.5), depth + 0.001)
        beam(st, x, lamp, -1 if x > 0 else 1)


def headland(st: Stage, x: float, scale: float) -> None:
    """A low rock on the horizon with a lighthouse on it."""
    y = st.horizon
    rock = [(x - 190, y + 30), (x - 90, y - 30), (x + 90, y - 40), (x + 230, y + 30)]
    st.add(land(rock, y + 40, "#2c3138", soft=False), 0.3)
    beacon(st, x, y - 30, scale, 0.31)


def beam(st: Stage, x: float, y: float, way: float) -> None:
    """A beam of light that sweeps up and down."""
    far = way * st.half * 3.2
    cone = poly([(x, y - 6), (x + far, y - 150), (x + far, y + 210), (x, y + 6)], "#e9d79a", 0.3)
    st.light_up(cone, 0.62, motion=sway(0, 0, 6.0, 5.0), pivot=(x, y))


def coast(st: Stage) -> None:
    sky(st)
    y = st.horizon + 20
    sea(st, y, sea_colour(st), roughness(st))
    shimmer(st, y, mix(st.outside.sky[2], "#ffffff", 0.4))
    side = st.side
    lit = st.has("lighthouse") or not st.figures
    edge = st.half * 0.42
    top = st.horizon - 70
    cliff = [
        (edge * 0.62, 1010),
        (edge * 0.8, 860),
        (edge * 1.06, 760),
        (edge * 1.12, 560),
        (edge * 1.3, 470),
        (edge * 1.42, top + 40),
        (edge * 1.8, top),
        (edge * 2.5, top - 20),
        (st.right, top - 60),
    ]
    st.add(
        group(
            land(cliff, BOTTOM, "#3f434b", soft=False)
            + poly([*cliff[:5], (edge * 1.25, 640), (edge * 1.16, 800), (edge * 0.95, 900)], "#2f333b")
            + land([(x, y_ + 2) for x, y_ in cliff[5:]], top + 30, "#55604f", soft=False),
            flip=side < 0,
        ),
        0.72,
    )
    if lit:
        beacon(st, side * edge * 1.72, top + 8, 0.13, 0.715)
    foam = "".join(
        ellipse(side * edge * k, 880 + 40 * i, 120 + 20 * i, 12, "#e8eef0", 0.65)
        for i, k in enumerate((0.62, 0.55, 0.5))
    )
    st.add(foam, 0.73, motion=sway(26, 5, 3.3))
    if st.figures:
        _knoll(st)
    else:
        _rocks(st)


def _knoll(st: Stage) -> None:
    """Dark ground with a crest, for people to walk on."""
    slope = lambda x: 800 - 70 * max(0.0, 1 - abs(x + st.side * 60) / (st.half * 0.9)) + 0.02 * x * st.side  # noqa: E731
    line = [(x, slope(x)) for x in range(int(st.left), int(st.right) + 60, 60)]
    st.add(land(line, BOTTOM, "#35383f") + land([(x, y + 34) for x, y in line], BOTTOM, "#2c2f36"), 0.985)
    st.stand = slope


def _rocks(st: Stage) -> None:
    art = ""
    for i in range(9):
        x, s = -st.side * st.half * st.between(0.0, 1.5), st.between(0.6, 1.6)
        y = (950 if st.has("rock") else 1010) + 14 * i
        art += poly(
            [
                (x - 130 * s, y + 60),
                (x - 90 * s, y - 50 * s),
                (x + 10 * s, y - 100 * s),
                (x + 100 * s, y - 30 * s),
                (x + 140 * s, y + 60),
            ],
            shade("#34373e", st.between(0.85, 1.15)),
        )
    st.add(art, 1.15)
    st.owned = st.owned | {"rock"}


def beach(st: Stage) -> None:
    sky(st)
    y = st.horizon
    ridge(st, y + 6, 70, "#6f8790", 0.14, 300, soft=True)
    sea(st, y, mix(sea_colour(st), "#4fa0b0", 0.45), roughness(st), 4, y + 150)
    shimmer(st, y, mix(st.outside.sky[2], "#ffffff", 0.5))
    st.add(_waves(st, y + 118, 420, 12, "#eef3f1", y + 190), 0.93, motion=sway(40, 12, 4.4))
    ground(st, y + 150, "#e2cb9c", 12, wave=14, rank=0.94)
    palm = curve("M0 0Q30 -200 -30 -420", "#7a5f42", 26) + "".join(
        curve(f"M-30 -420q{dx} {dy} {dx * 2} {dy + 100}", "#4f7d4a", 26)
        for dx, dy in ((-110, -60), (-80, -110), (70, -110), (110, -60), (20, -20))
    )
    st.add(group(palm, st.side * st.half * 0.72, y + 230, 1.0), 0.95)


def open_sea(st: Stage) -> None:
    sky(st)
    sea(st, st.horizon + 20, sea_colour(st), roughness(st) * 1.4, 7)
    shimmer(st, st.horizon + 20, mix(st.outside.sky[2], "#ffffff", 0.4))
    st.afloat = st.horizon + 120
    if "beam" in st.seen.features or st.has("lighthouse"):
        headland(st, st.side * st.half * 0.82, 0.075)


def harbour(st: Stage) -> None:
    sky(st)
    y = st.horizon
    ridge(st, y + 6, 90, "#71857f", 0.16, 260, soft=True)
    _quay_houses(st, y + 10)
    sea(st, y + 8, mix(sea_colour(st), "#5d8fa0", 0.4), roughness(st) * 0.7, 5)
    shimmer(st, y + 8, mix(st.outside.sky[2], "#ffffff", 0.5))
    if st.has("lighthouse"):
        headland(st, -st.side * st.half * 0.3, 0.13)
    if not st.has("boat", "sailboat", "ship"):
        for i, kx in enumerate((0.62, 0.86)):
            st.add(
                group(
                    curve("M0 0L0 -150", "#5a4636", 7)
                    + poly([(-70, -10), (80, -18), (50, 26), (-50, 26)], ("#7d4a3a", "#39506a")[i]),
                    st.side * st.half * kx,
                    y + 90 + 30 * i,
                ),
                0.6,
                motion=sway(4, 5, 3.2, 2.0, i * 0.3),
                pivot=(st.side * st.half * kx, y + 90),
            )
    st.afloat = y + 90
    deck = 790.0
    end = -st.side * st.left
    tip = st.side * st.half * 0.34
    x0, x1 = min(end * -1, tip), max(end * -1, tip)
    pier = (
        rect(x0, deck, x1 - x0, 46, "#7d5f45")
        + rect(x0, deck + 36, x1 - x0, 14, "#5a4433")
        + "".join(rect(x, deck + 46, 30, 500, "#57422f") for x in range(int(x0) + 20, int(x1), 170))
        + "".join(rect(x, deck, 3, 40, "#694f39") for x in range(int(x0), int(x1), 52))
    )
    st.add(pier + rect(tip - st.side * 30 - 14, deck - 62, 28, 66, "#4a3a2c", 6), 0.985)
    st.stand = lambda x: deck + 4
    st.spread = (-st.half * 0.9, tip - 70) if st.side > 0 else (tip + 70, st.half * 0.9)


def _quay_houses(st: Stage, y: float) -> None:
    art, lamps, x = "", "", st.left
    tones = ("#c9a58a", "#b8c0bd", "#d6c49c", "#a8756a", "#8fa3ad")
    i = 0
    while x < st.right:
        w, h = st.between(60, 110), st.between(60, 120)
        art += rect(x, y - h, w, h + 20, tones[i % 5]) + poly(
            [(x - 6, y - h), (x + w / 2, y - h - 44), (x + w + 6, y - h)], "#7d4a40"
        )
        pane = rect(x + w * 0.3, y - h * 0.6, 14, 20, "#f4cf7c" if st.outside.dark else "#6f7a80")
        lamps, x, i = lamps + pane, x + w + 3, i + 1
    st.add(art, 0.28)
    st.add(lamps, 0.281, lit=False)


def river(st: Stage) -> None:
    sky(st)
    ridge(st, st.horizon + 10, 120, "#71886f", 0.2, 260, soft=True)
    trees(st, st.horizon + 30, 150, 26, leaves(st), 0.4)
    ground(st, st.horizon + 30, grass(st), 8)
    x = st.side * 90
    water = blob(
        [
            (x + 20, st.horizon + 34),
            (x + 60, st.horizon + 40),
            (x - 40, st.horizon + 110),
            (x + 240, st.horizon + 220),
            (x + 320, 900),
            (x + 900, 1300),
            (x - 800, 1300),
            (x - 500, 900),
            (x - 180, st.horizon + 210),
            (x - 130, st.horizon + 110),
        ],
        "#6d9fb0",
    )
    st.add(water, 0.986, order=PATH_RANK)
    glints = "".join(
        stroke([(x + st.between(-260, 260), y), (x + st.between(-260, 260) + 90, y)], "#a9cdd4", 6, 0.7)
        for y in range(int(st.horizon) + 180, 1000, 44)
    )
    st.add(glints, 0.986, order=PATH_RANK, motion=sway(24, 6, 2.8))
    st.spread = (-st.half * 0.85, -st.half * 0.3) if st.side > 0 else (st.half * 0.3, st.half * 0.85)
    st.afloat = st.horizon + 260
    tufts(st, shade(grass(st), 0.72), 1060)


def lake(st: Stage) -> None:
    sky(st)
    y = st.horizon + 30
    ridge(st, y - 4, 190, "#7f919b", 0.14, 200)
    ridge(st, y, 90, "#6d8579", 0.22, 240, soft=True)
    trees(st, y + 4, 80, 40, "#4f6a52", 0.3, pine=True)
    sea(st, y, "#6c9bb0", 0.5, 4, 900)
    st.add(rect(st.left, y + 2, st.right - st.left, 46, "#55756a", 0, 0.45), 0.46)
    shimmer(st, y + 20, mix(st.outside.sky[2], "#ffffff", 0.5))
    st.afloat = st.horizon + 150
    bank = [(x, 840 + 26 * ((x // 200) % 2)) for x in range(int(st.left), int(st.right) + 200, 200)]
    st.add(land(bank, BOTTOM, grass(st)), 0.985)
    reeds = "".join(
        stroke([(x, 900), (x + st.between(-20, 20), st.between(660, 780))], "#5d7345", 8)
        for x in range(int(st.left), int(st.right), 46)
        if abs(x) > st.half * 0.5
    )
    st.add(reeds, 1.1, motion=sway(4, 0, 3.0))


def underwater(st: Stage) -> None:
    for i, tone in enumerate(("#4fa3b5", "#3f8fa6", "#317a94", "#286680", "#1f536c", "#18435a")):
        st.add(
            rect(st.left - 300, -700 if i == 0 else i * 175, st.right - st.left + 600, BOTTOM + 700, tone),
            0.05 + 0.01 * i,
            lit=st.outside.dark,
            motion=sway(0, 8, 6, phase=i * 0.2),
        )
    rays = "".join(
        poly([(x, -300), (x + 60, -300), (x - 220, 1000), (x - 420, 1000)], "#bfe8e6", 0.12)
        for x in range(int(st.left), int(st.right), 330)
    )
    st.light_up(rays, 0.2, motion=sway(60, 0, 7))
    ridge(st, 900, 120, "#1f4f5f", 0.5, 200, soft=True)
    ground(st, 880, "#b39f78", 8, wave=24, rank=0.6)
    coral = ""
    for i in range(12):
        x, tone = (
            st.left * 0.6 + i * st.right * 0.1 + st.between(-40, 40),
            ("#d0695d", "#d99a55", "#a96a9a", "#5f9a7a")[i % 4],
        )
        coral += "".join(stroke([(x, 960), (x + dx, 960 - h)], tone, 22) for dx, h in ((-50, 90), (0, 150), (54, 110)))
    st.add(coral, 0.95)
    weed = "".join(
        curve(f"M{num(x)} 1000q40 -90 0 -170t0 -160", "#3f7d5a", 20) for x in range(int(st.left), int(st.right), 240)
    )
    st.add(weed, 0.9, motion=sway(16, 0, 3.6))
    bubbles = "".join(
        circle(st.between(st.left, st.right), st.between(0, 2200), st.between(4, 11), "#d8f0f0", 0.5) for _ in range(60)
    )
    st.add(bubbles, 1.1, lit=False, motion=lambda t: (0.0, -(t * 90) % 1100, 0.0))
    st.afloat = 480.0


def ship_deck(st: Stage) -> None:
    sky(st)
    sea(st, st.horizon + 40, sea_colour(st), roughness(st) * 1.2, 4)
    y = st.horizon + 190
    rail = "".join(rect(x, y - 110, 12, 120, "#e7e2d6") for x in range(int(st.left), int(st.right), 120)) + "".join(
        rect(st.left, y - d, st.right - st.left, 10, "#e7e2d6") for d in (112, 70, 30)
    )
    st.add(rail, 0.9)
    planks = rect(st.left, y, st.right - st.left, BOTTOM - y, "#a67d54") + "".join(
        stroke([(x, y), (x * 3.2, BOTTOM)], "#8d6945", 5) for x in range(int(st.left / 2), int(st.right / 2), 60)
    )
    st.add(planks, 0.985, order=0.86)
    x = st.side * st.half * 0.62
    mast = (
        rect(x - 26, -600, 52, y + 640, "#6f5238")
        + "".join(stroke([(x, -200), (x + dx, y)], "#4f3d2c", 5) for dx in (-320, -220, 220, 320))
        + rect(x - 44, y - 10, 88, 50, "#5d4530")
    )
    st.add(mast, 0.96)
    st.add(ellipse(-x, y + 40, 90, 30, "#5d4530") + ellipse(-x, y + 30, 60, 18, "#c2a878"), 0.97)


PAINTERS = {
    "coast": coast,
    "beach": beach,
    "sea": open_sea,
    "harbour": harbour,
    "river": river,
    "lake": lake,
    "underwater": underwater,
    "ship deck": ship_deck,
}
