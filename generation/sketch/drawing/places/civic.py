"""Places made for many: graveyard, stadium, pool, fairground, playground, building site, battlefield, western town."""
# ruff: noqa: E501 (a drawing or a table reads best a shape a line)

import math

from generation.sketch.drawing.light import mix, shade
from generation.sketch.drawing.motifs import PATH_RANK, blocks, ground, ridge, sky, stand_in, trees
from generation.sketch.drawing.pen import blob, circle, ellipse, glow, group, num, path, poly, rect, stroke
from generation.sketch.drawing.stage import BOTTOM, Stage, flicker, sway

from .land import fence, grass, leaves, stones, way


def graveyard(st: Stage) -> None:
    """Rows of stones behind an iron fence, a bare tree and a chapel."""
    sky(st)
    ridge(st, st.horizon + 14, 60, "#66705f", 0.2, 260, soft=True)
    x = -st.side * st.half * 0.5
    chapel = rect(-90, -170, 180, 170, "#8d8780") + poly([(-110, -165), (0, -270), (110, -165)], "#4d4548")
    chapel += rect(-30, -330, 60, 120, "#8d8780") + poly([(-40, -325), (0, -430), (40, -325)], "#4d4548")
    chapel += rect(-24, -90, 48, 90, "#3a3236", 24)
    st.add(group(chapel, x, st.horizon + 50), 0.35)
    ground(st, st.horizon + 40, mix(grass(st), "#5d6650", 0.55), 10)
    st.add(way(st, st.horizon + 44, "#8f8975", 200), 0.986, order=PATH_RANK)
    for row, (dy, size) in enumerate(((60, 0.13), (110, 0.2), (180, 0.3))):
        for i in range(-5, 6):
            at = (i + (row % 2) * 0.5) * st.half * (0.2 + 0.09 * row)
            if abs(at) > st.half * 0.16:
                kind = "cross" if (i + row) % 4 == 0 else "grave"
                stand_in(
                    st, kind, at, st.horizon + dy, size * (0.55 if kind == "cross" else 1), 0.5 + 0.12 * row, "#7f8382"
                )
    trunk = st.side * st.half * 0.72
    limbs = stroke([(trunk, st.horizon + 150), (trunk - 10, st.horizon - 180)], "#3a322e", 46)
    limbs += "".join(
        stroke([(trunk - 6, st.horizon - 60 - 40 * k), (trunk + s * 150, st.horizon - 200 - 50 * k)], "#3a322e", 18)
        for k, s in enumerate((-1, 1, -1, 1))
    )
    st.add(limbs, 0.8)


def stadium(st: Stage) -> None:
    """Tiers full of people around a green pitch, with floodlights."""
    sky(st, 240)
    tiers = rect(st.left, 250, st.right - st.left, 400, "#7d838c")
    dots = "".join(
        circle(x + st.between(-8, 8), 290 + row * 42 + st.between(-6, 6), 12, tone)
        for row in range(8)
        for x, tone in (
            (px, ("#c8402f", "#e2b23a", "#3c6ea8", "#efe9dc", "#4a4a52")[(px // 37 + row * 3) % 5])
            for px in range(int(st.left * 0.75), int(st.right * 0.75), 37)
        )
    )
    bare = "no people" in st.seen.denied or not st.seen.crowd
    st.add(tiers + ("" if bare else dots), 0.3, motion=None if bare else sway(0, 2, 0.8))
    st.add(path(f"M{num(st.left)} 250Q0 180 {num(st.right)} 250V210Q0 130 {num(st.left)} 210Z", "#4d545c"), 0.31)
    st.add(rect(st.left, 640, st.right - st.left, 40, "#d9dde0"), 0.32)
    st.add(
        "".join(
            rect(x, 646, 150, 30, t)
            for x, t in zip(
                range(int(st.left), int(st.right), 160), ("#c8402f", "#3c6ea8", "#2f8361", "#e2b23a") * 40, strict=False
            )
        ),
        0.33,
    )
    pitch = "".join(
        poly([(x * 0.5, 680), ((x + 130) * 0.5, 680), ((x + 130) * 2.4, BOTTOM), (x * 2.4, BOTTOM)], t)
        for x, t in zip(range(-1560, 1560, 130), ("#4f9a4b", "#5aa855") * 20, strict=False)
    )
    lines = (
        stroke([(st.left, 720), (st.right, 720)], "#f2f4ee", 5)
        + '<ellipse cx="0" cy="860" rx="260" ry="60" fill="none" stroke="#f2f4ee" stroke-width="8"/>'
    )
    st.add(rect(st.left, 676, st.right - st.left, BOTTOM, "#4f9a4b") + pitch + lines, 0.985, order=0.46)
    for k in (-0.75, 0.75):
        x = k * st.half
        st.add(rect(x - 7, 20, 14, 260, "#54585e") + rect(x - 60, -40, 120, 70, "#33363b", 6), 0.2)
        st.add(
            "".join(circle(x - 40 + 40 * i, -22 + 34 * j, 14, "#fff8e0") for i in range(3) for j in range(2)),
            0.21,
            lit=False,
        )
        if st.light.dark:
            st.light_up(glow(x, -10, 700, "#f4f0d8", 0.5), 0.9)


def swimming_pool(st: Stage) -> None:
    """Blue water with lanes, tiles, a tower to jump from."""
    sky(st)
    blocks(st, st.horizon + 10, 60, 160, "#c9cfcf", 0.15)
    trees(st, st.horizon + 20, 130, 16, leaves(st), 0.3)
    st.add(rect(st.left, st.horizon + 10, st.right - st.left, BOTTOM, "#e3ddd0"), 0.45)
    w, near = st.half * 0.62, st.half * 1.9
    pool = [(-w, st.horizon + 60), (w, st.horizon + 60), (near, 900), (-near, 900)]
    st.add(poly(pool, "#3fb3d0"), 0.5)
    lanes = "".join(
        stroke([(-w + 2 * w * i / 5, st.horizon + 62), (-near + 2 * near * i / 5, 898)], t, 9)
        for i, t in zip(range(1, 5), ("#f2f0e8", "#d8543a", "#f2f0e8", "#d8543a"), strict=True)
    )
    st.add(lanes, 0.51)
    ripples = "".join(
        ellipse(st.between(-near, near), st.horizon + 90 + 22 * i, 50 + 7 * i, 5, "#a9e4f0", 0.6) for i in range(16)
    )
    st.add(ripples, 0.52, motion=sway(18, 3, 2.4))
    x = st.side * st.half * 0.66
    st.add(
        rect(x - 10, st.horizon - 250, 20, 330, "#8b9298") + rect(x + 60, st.horizon - 250, 20, 330, "#8b9298")
        + "".join(rect(x, st.horizon - 220 + 40 * i, 70, 8, "#8b9298") for i in range(7))
        + rect(x - st.side * 180 - 20, st.horizon - 260, 260, 20, "#3c6ea8", 8),
        0.6,
    )  # fmt: skip
    st.add(
        rect(st.left, 900, st.right - st.left, BOTTOM, "#e9e4d8")
        + "".join(rect(k, 900, 8, 800, "#cfc9bb") for k in range(int(st.left), int(st.right), 120)),
        0.985,
        order=0.6,
    )


def fairground(st: Stage) -> None:
    """A Ferris wheel, striped tents and strings of lamps."""
    sky(st)
    trees(st, st.horizon + 30, 110, 20, leaves(st), 0.25)
    x, y, r = st.side * st.half * 0.38, 330.0, 270.0
    tones = ("#c8402f", "#e2b23a", "#3c6ea8", "#4f8a4b")
    wheel = f'<circle cx="0" cy="0" r="{num(r)}" fill="none" stroke="#b5b9bd" stroke-width="16"/><circle cx="0" cy="0" r="{num(r * 0.7)}" fill="none" stroke="#b5b9bd" stroke-width="6"/>'
    for i in range(12):
        a = math.pi * i / 6
        cx, cy = math.cos(a) * r, math.sin(a) * r
        wheel += stroke([(0, 0), (cx, cy)], "#9aa0a5", 6) + circle(cx, cy, 30, tones[i % 4])
    st.add(stroke([(x - 150, st.horizon + 80), (x, y), (x + 150, st.horizon + 80)], "#7d8388", 24), 0.34)
    st.add(group(wheel, x, y), 0.55, motion=lambda t: (0.0, 0.0, t * 9), pivot=(x, y), lift=0.3)
    ground(st, st.horizon + 70, "#b79d74", 12)
    for k, tone in ((-0.78, "#c8402f"), (-0.4, "#3c6ea8"), (0.86, "#4f8a4b")):
        tx, ty, w = k * st.half, st.horizon + 120, 150
        stripes = "".join(
            poly(
                [
                    (tx - w + 60 * i, ty),
                    (tx - w + 60 * i + 30, ty),
                    (tx - w * 0.8 + 48 * i + 24, ty - 150),
                    (tx - w * 0.8 + 48 * i, ty - 150),
                ],
                "#f4efe2",
            )
            for i in range(5)
        )
        roof = poly([(tx - w * 1.1, ty - 140), (tx, ty - 290), (tx + w * 1.1, ty - 140)], tone) + stroke(
            [(tx, ty - 290), (tx, ty - 340)], "#4a3b31", 8
        )
        st.add(
            poly([(tx - w, ty), (tx + w, ty), (tx + w * 0.8, ty - 150), (tx - w * 0.8, ty - 150)], tone)
            + stripes
            + roof
            + poly([(tx, ty - 340), (tx + 56, ty - 322), (tx, ty - 304)], "#e2b23a"),
            0.6,
        )
    bulbs = "".join(
        circle(k, 190 + 50 * math.sin(k / 130) ** 2, 11, tones[(k // 70) % 4])
        for k in range(int(st.left), int(st.right), 70)
    )
    st.add(bulbs, 0.9, lit=False)
    if st.light.dark:
        st.light_up(glow(x, y, 560, "#f0c06a", 0.4), 0.5, gain=flicker(0.08))


def playground(st: Stage) -> None:
    """A slide, a swing, a sandpit and houses behind trees."""
    sky(st)
    blocks(st, st.horizon + 20, 90, 200, "#c0b5a5", 0.15)
    trees(st, st.horizon + 40, 170, 14, leaves(st), 0.3)
    ground(st, st.horizon + 50, mix(grass(st), "#9ab565", 0.4), 8)
    x = st.side * st.half * 0.58
    y = st.horizon + 150
    slide = rect(-20, -330, 24, 330, "#c8402f") + rect(80, -330, 24, 330, "#c8402f")
    slide += "".join(rect(-10, -300 + 50 * i, 100, 14, "#e2b23a") for i in range(6))
    slide += poly([(90, -340), (150, -340), (430, -30), (500, -30), (500, 0), (400, 0)], "#3c6ea8") + poly(
        [(-50, -330), (40, -430), (140, -330)], "#e2b23a"
    )
    st.add(group(slide, x - 60 * st.side, y, 1.0, flip=st.side < 0), 0.8)
    if not st.has("swing"):
        stand_in(st, "swing", -st.side * st.half * 0.55, y + 10, 0.28, 0.8)
    st.add(
        ellipse(0, y + 90, st.half * 0.5, 60, "#b08a4e")
        + ellipse(0, y + 84, st.half * 0.47, 52, "#ecd08e")
        + circle(-60, y + 70, 26, "#c8402f")
        + poly([(60, y + 90), (100, y + 30), (140, y + 90)], "#d8b46a"),
        0.986,
        order=0.9,
    )
    fence(st, st.horizon + 70, 0.45)


def building_site(st: Stage) -> None:
    """A raw concrete frame, a crane, scaffolding and sand."""
    sky(st)
    blocks(st, st.horizon + 20, 90, 220, "#aab0b3", 0.15)
    x = -st.side * st.half * 0.35
    frame = ""
    for floor in range(5):
        fy = st.horizon + 100 - floor * 120
        frame += rect(x - 330, fy - 16, 660, 22, "#a8a59d")
        frame += "".join(rect(x - 320 + 155 * i, fy - 120, 24, 110, "#8f8c85") for i in range(5)) if floor < 4 else ""
    rods = "".join(
        stroke([(x - 300 + 60 * i, st.horizon - 396), (x - 300 + 60 * i, st.horizon - 450)], "#7a4a34", 6)
        for i in range(11)
    )
    st.add(frame + rods, 0.4)
    scaffold = "".join(
        stroke([(x + 350, st.horizon + 110 - 100 * i), (x + 520, st.horizon + 110 - 100 * i)], "#c9a14a", 8)
        + stroke([(x + 350, st.horizon + 110 - 100 * i), (x + 520, st.horizon + 10 - 100 * i)], "#9aa0a5", 5)
        for i in range(5)
    )
    st.add(scaffold + "".join(rect(k, st.horizon - 330, 8, 440, "#9aa0a5") for k in (x + 350, x + 430, x + 515)), 0.45)
    cx = st.side * st.half * 0.5
    arm = st.side * -1
    crane = "".join(
        stroke([(cx - 22, 60 + 60 * i), (cx + 22, 120 + 60 * i), (cx - 22, 120 + 60 * i)], "#e2a52a", 7)
        for i in range(9)
    )
    crane += (
        stroke([(cx - arm * 190, 60), (cx + arm * 620, 60)], "#e2a52a", 16)
        + stroke([(cx, -60), (cx + arm * 560, 56)], "#54585e", 5)
        + stroke([(cx, -60), (cx - arm * 180, 56)], "#54585e", 5)
    )
    crane += (
        rect(cx - 24, -60, 48, 660, "#e2a52a", 0, 0.35)
        + rect(cx - arm * 180 - 40, 60, 80, 70, "#7d8388")
        + stroke([(cx + arm * 480, 66), (cx + arm * 480, 280)], "#33363b", 4)
        + rect(cx + arm * 480 - 50, 280, 100, 40, "#a8a59d")
    )
    st.add(crane, 0.5)
    ground(st, st.horizon + 100, "#b89a6a", 14)
    st.add(
        blob([(cx - 260, st.horizon + 190), (cx - 60, st.horizon + 70), (cx + 180, st.horizon + 190)], "#d8b878"), 0.8
    )
    fence(st, st.horizon + 140, 0.7)


def battlefield(st: Stage) -> None:
    """Torn earth, wire, dead trees and smoke."""
    sky(st)
    ridge(st, st.horizon + 20, 60, "#6a6558", 0.2, 200)
    smoke = "".join(
        circle(k * st.half + st.between(-40, 40), st.horizon - 30 - 60 * i, 50 + 22 * i, "#5a544e", 0.5)
        for k in (-0.7, 0.1, 0.65)
        for i in range(5)
    )
    st.add(smoke, 0.25, motion=sway(24, 5, 6.0))
    ground(st, st.horizon + 30, "#6b5d47", 18)
    st.add(
        "".join(
            ellipse(x, y, w, w * 0.2, "#4d4233") + ellipse(x, y + w * 0.05, w * 0.8, w * 0.13, "#3c3328")
            for x, y, w in (
                (st.between(st.left * 0.6, st.right * 0.6), st.horizon + 60 + 34 * i, 60 + 22 * i) for i in range(8)
            )
        ),
        0.986,
        order=PATH_RANK,
    )
    for k in (-0.8, -0.35, 0.5, 0.9):
        x, h = k * st.half, st.between(160, 300)
        st.add(
            stroke([(x, st.horizon + 70), (x + 10, st.horizon + 70 - h)], "#3a322a", 22)
            + stroke([(x + 6, st.horizon + 60 - h * 0.6), (x + 60, st.horizon + 20 - h * 0.7)], "#3a322a", 12),
            0.5,
        )
    posts = "".join(
        stroke([(x - 26, 800), (x + 26, 700)], "#4a3b31", 12) + stroke([(x + 26, 800), (x - 26, 700)], "#4a3b31", 12)
        for x in range(int(st.left), int(st.right), 190)
    )
    wire = "".join(
        stroke([(x, y + (8 if (x // 40) % 2 else -8)) for x in range(int(st.left), int(st.right), 40)], "#2f2b28", 4)
        for y in (715, 748, 780)
    )
    st.add(posts + wire, 0.9)
    bags = "".join(
        ellipse(x + (46 if row % 2 else 0), 1010 - row * 44, 54, 28, shade("#9a8a62", 0.9 + 0.1 * (x // 95 % 2)))
        for row in range(3)
        for x in range(int(st.left), int(st.right), 95)
        if abs(x) > st.half * 0.42
    )
    st.add(bags, 1.1)


def western_town(st: Stage) -> None:
    """A dusty street between wooden fronts."""
    sky(st)
    ridge(st, st.horizon + 10, 110, "#b5805a", 0.2, 180)
    ground(st, st.horizon + 30, "#d0a870", 14)
    for s in (-1, 1):
        for i, (near, tone) in enumerate(((0.34, "#9a7048"), (0.56, "#86603c"), (0.85, "#a87a4e"), (1.25, "#7a5636"))):
            x, w = s * st.half * near, st.half * (0.2 + 0.1 * i)
            top, low = st.horizon - 130 - 70 * i, st.horizon + 50 + 34 * i
            left = x if s > 0 else x - w
            front = rect(left, top, w, low - top, tone)
            front += "".join(
                stroke([(left, top + 26 * k), (left + w, top + 26 * k)], shade(tone, 0.85), 4)
                for k in range(1, int((low - top) / 26))
            )
            front += rect(left + w * 0.12, top + 16, w * 0.76, 40 + 8 * i, "#efe0b8", 4) + rect(
                left + w * 0.36, low - 90 - 20 * i, w * 0.28, 90 + 20 * i, "#4a3424"
            )
            front += "".join(
                rect(
                    left + w * f,
                    low - 80 - 24 * i,
                    w * 0.16,
                    50 + 10 * i,
                    "#5a4a3c" if not st.light.dark else "#f4cf7c",
                )
                for f in (0.12, 0.72)
            )
            front += rect(left - 10, low - 120 - 26 * i, w + 20, 14, shade(tone, 0.7)) + "".join(
                rect(left + w * f, low - 110 - 26 * i, 9, 110 + 26 * i, shade(tone, 0.7)) for f in (0.02, 0.96)
            )
            st.add(front, 0.35 + 0.12 * i)
    weed = "".join(
        f'<circle cx="0" cy="0" r="{r}" fill="none" stroke="#a5834a" stroke-width="7"/>' for r in (20, 34, 46)
    ) + stroke([(-40, -20), (40, 24), (-10, 44), (20, -44)], "#a5834a", 6)
    st.add(
        group(weed, 0, 0),
        0.9,
        motion=lambda t: (-st.half * 0.5 + t * 90 % (st.half * 2), 815 - abs(math.sin(t * 4)) * 26, t * 130),
    )
    stones(st, st.horizon + 200, "#b58a5a", 4)


PAINTERS = {
    "graveyard": graveyard,
    "stadium": stadium,
    "swimming pool": swimming_pool,
    "fairground": fairground,
    "playground": playground,
    "building site": building_site,
    "battlefield": battlefield,
    "western town": western_town,
}
