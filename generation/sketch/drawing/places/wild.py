"""Wild country beyond field and forest: jungle, swamp, savannah, island, waterfall, canyon, volcano."""

from generation.sketch.drawing.light import mix, shade
from generation.sketch.drawing.motifs import ground, peaks, ridge, sea, shimmer, sky, stand_in, trees, trunks
from generation.sketch.drawing.pen import blob, circle, curve, ellipse, glow, num, poly, rect, stroke
from generation.sketch.drawing.stage import BOTTOM, Stage, drift, flicker, sway

from .land import grass, stones, tufts


def _fan(x: float, y: float, size: float, tone: str) -> str:
    """A bush of long, arching leaves."""
    return "".join(
        curve(
            f"M{num(x)} {num(y)}q{num(dx * 0.4 * size)} {num(-150 * size)} {num(dx * size)} {num(-dy * size)}",
            shade(tone, 0.85 + 0.08 * (i % 3)),
            26 * size,
        )
        for i, (dx, dy) in enumerate(((-170, 90), (-110, 160), (-40, 200), (40, 205), (110, 165), (170, 95)))
    )


def jungle(st: Stage) -> None:
    """Lianas, huge leaves and a green dusk under the crowns."""
    sky(st, st.horizon + 60)
    st.add(rect(st.left, -700, st.right - st.left, st.horizon + 800, mix("#2f6b45", st.outside.sky[2], 0.35)), 0.1)
    trunks(st, st.horizon + 60, 18, 26, "#4d6b4c", 0.25)
    ground(st, st.horizon + 80, "#3f6a3c", 16)
    for depth, tone, size, y in ((0.45, "#3d7a4a", 1.0, 70), (0.7, "#2f6a3f", 1.5, 150)):
        art = "".join(
            _fan(x + st.between(-30, 30), st.horizon + y, size * st.between(0.7, 1.2), tone)
            for x in range(int(st.left), int(st.right), int(170 * size))
            if abs(x) > st.half * (0.28 if depth > 0.5 else 0.0)
        )
        st.add(art, depth, motion=sway(4, 2, 4.6, phase=depth))
    trunks(st, st.horizon + 170, 7, 70, "#5a4a35", 0.75, gap=0.5)
    vines = "".join(
        curve(f"M{x} -200Q{x + 90} {num(st.between(200, 460))} {x + 190} -200", "#2d5a38", 14)
        for x in range(int(st.left), int(st.right), 230)
    )
    st.add(vines, 0.9, motion=sway(9, 0, 5.0))
    roof = "".join(
        ellipse(st.between(st.left, st.right), st.between(-140, 20), st.between(140, 260), st.between(60, 120), tone)
        for tone in ("#24553a", "#2f6a41", "#1f4a33")
        for _ in range(9)
    )
    st.add(roof, 0.92)
    st.add("".join(_fan(s * st.half * 1.0, 1090, 2.4, "#1d4a30") for s in (-1, 1)), 1.4)


def swamp(st: Stage) -> None:
    """Still green water, reeds, dead trees and mist."""
    sky(st)
    trees(st, st.horizon + 26, 190, 30, "#5a6a4c", 0.25, bare=True)
    st.add(rect(st.left, st.horizon + 20, st.right - st.left, BOTTOM, "#5b6a4a"), 0.4)
    pads = "".join(
        ellipse(
            st.between(st.left * 0.8, st.right * 0.8),
            y,
            20 + (y - st.horizon) * 0.22,
            6 + (y - st.horizon) * 0.05,
            tone,
        )
        for tone, y in ((t, st.horizon + 40 + 27 * k) for k, t in enumerate(("#6f8a4e", "#7c9655", "#5f7a46") * 5))
    )
    st.add(pads, 0.45)
    for i, k in enumerate((-0.8, -0.5, 0.45, 0.85)):
        x, h = k * st.half, st.between(420, 620)
        limbs = stroke([(x, st.horizon + 90), (x + 20, st.horizon + 90 - h)], "#4a4436", 34)
        limbs += "".join(
            stroke([(x + 10, st.horizon - h * f), (x + s * h * 0.3, st.horizon - h * f - 90)], "#4a4436", 14)
            for f, s in ((0.35, 1), (0.5, -1), (0.65, 1))
        )
        moss = "".join(
            stroke(
                [(x + s * h * 0.2, st.horizon - h * 0.5), (x + s * h * 0.2, st.horizon - h * 0.5 + 120)], "#7d8a5a", 8
            )
            for s in (-1, 1)
        )
        st.add(limbs + moss, 0.55 + 0.03 * i)
    ground(st, st.horizon + 190, "#57603f", 12)
    reeds = "".join(
        stroke([(x, 1060), (x + st.between(-20, 20), 1060 - st.between(180, 380))], "#5f6f3c", 9)
        for x in range(int(st.left), int(st.right), 34)
        if abs(x) > st.half * 0.5
    )
    st.add(reeds, 1.2, motion=sway(7, 0, 3.8))
    st.add(
        "".join(ellipse(st.between(st.left, st.right), st.horizon + 60, 380, 30, "#d9ddc8", 0.22) for _ in range(7)),
        0.6,
        lit=False,
        motion=drift(16, 300),
    )


def savannah(st: Stage) -> None:
    """Dry grass to the horizon and flat-topped trees."""
    sky(st)
    ridge(st, st.horizon + 14, 44, "#a39a70", 0.2, 420, soft=True)
    ground(st, st.horizon + 26, "#cfa956", 16)
    for k, h in ((-0.62, 330), (0.2, 150), (0.72, 430), (-0.2, 110)):
        x, y = k * st.half, st.horizon + 30 + h * 0.12
        crown = "".join(
            ellipse(x + dx * h, y - h * 0.86 + dy * h, h * rx, h * 0.08, tone)
            for dx, dy, rx, tone in (
                (0, 0, 0.62, "#6f7f3c"),
                (-0.24, 0.06, 0.36, "#5f6f34"),
                (0.28, -0.05, 0.4, "#7d8c46"),
            )
        )
        limbs = stroke([(x, y), (x - 6, y - h * 0.45), (x - h * 0.3, y - h * 0.84)], "#6b5238", h * 0.045)
        limbs += stroke([(x - 6, y - h * 0.45), (x + h * 0.3, y - h * 0.84)], "#6b5238", h * 0.04)
        st.add(limbs + crown, 0.4 + 0.001 * h)
    tufts(st, "#b58a3e", 1020, 40)


def island(st: Stage) -> None:
    """A small island with palms in a wide blue sea."""
    sky(st)
    sea(st, st.horizon + 10, "#2f9fb0", 0.5, 4, bottom=st.horizon + 260)
    shimmer(st, st.horizon + 10, st.outside.sun or "#ffffff")
    st.add(blob([(st.left * 0.5, st.horizon + 14), (-300, st.horizon - 50), (-80, st.horizon + 14)], "#6f9a7a"), 0.42)
    y = st.horizon + 190
    sand = [(st.left, y + 120), (-st.half * 0.9, y + 40), (0, y - 20), (st.half * 0.9, y + 40), (st.right, y + 120)]
    st.add(blob([*sand, (st.right, 2200), (st.left, 2200)], "#ecd9a4"), 0.985, order=0.7)
    st.add(ellipse(0, y + 6, st.half * 1.1, 26, "#cfeef0", 0.5), 0.7, motion=sway(0, 6, 3.4))
    if not st.has("palm"):
        for k, s in ((-0.72, 0.3), (-0.55, 0.22), (0.7, 0.34)):
            stand_in(st, "palm", k * st.half, y + 60, s, 0.9, flip=k > 0)


def waterfall(st: Stage) -> None:
    """Water falling over a cliff into a pool."""
    sky(st)
    ridge(st, st.horizon + 20, 60, "#6f8a6a", 0.15, 200)
    cliff, w, x = "#5f6a63", min(240.0, st.half * 0.3), st.side * st.half * 0.12
    walls = "".join(
        poly(
            [(x + s * w * 0.9, 60), (x + s * w * 1.6, 10), (x + s * 3000, -60), (x + s * 3000, 720), (x + s * w, 720)],
            t,
        )
        + "".join(
            stroke([(x + s * (w + 60 * i), 120 + 20 * (i % 3)), (x + s * (w + 70 * i), 640)], shade(t, 0.84), 20)
            for i in range(1, 14)
        )
        for s, t in ((-1, cliff), (1, shade(cliff, 0.9)))
    )
    st.add(walls, 0.5)
    st.add(rect(x - w, 70, 2 * w, 640, "#a9d3df"), 0.49, lit=True)
    for phase, tone in ((0, "#d9eef2"), (1, "#c2e2ea"), (2, "#ffffff")):
        streaks = "".join(
            rect(x - w + 30 + i * (2 * w - 50) / 7 + phase * 9, 20 + 140 * ((i + phase) % 3), 14, 520, tone, 7, 0.6)
            for i in range(8)
        )
        st.add(streaks, 0.51 + 0.001 * phase, motion=lambda t, p=phase: (0.0, (t * 300 + p * 60) % 120 - 60, 0.0))
    st.add(rect(st.left, 690, st.right - st.left, BOTTOM, "#4f97a8"), 0.6)
    st.add(
        "".join(ellipse(x + dx, 700, 190, 34, "#eef7f8", 0.7) for dx in (-120, 0, 120)), 0.62, motion=sway(14, 5, 1.6)
    )
    trees(st, 130, 230, 10, "#3f6b4a", 0.48, pine=True, gap=0.34)
    stones(st, st.horizon + 200, "#6a6d6a", 12)
    ground(st, 830, mix(grass(st), "#5f7a55", 0.5), 6, rank=0.7)


def canyon(st: Stage) -> None:
    """Banded red rock on both sides of a deep cut."""
    sky(st)
    bands = ("#b5603a", "#c8744a", "#a9522f", "#d08a5c", "#9a4728")
    for depth, gap, base in ((0.2, 0.12, 40), (0.42, 0.34, 70), (0.7, 0.62, 130)):
        for s in (-1, 1):
            edge, art = s * st.half * gap, ""
            for i in range(8):
                top = st.horizon - 330 * (0.55 + depth) + i * (330 * (0.55 + depth) + base) / 8
                inset = s * 24 * i * (0.4 + depth) * (1 if i % 2 else 0.72)
                art += poly(
                    [
                        (edge + s * 150 - inset, top),
                        (s * 4200, top),
                        (s * 4200, top + 900),
                        (edge + s * 150 - inset, top + 900),
                    ],
                    mix(bands[i % 5], st.outside.haze, 0.45 * (1 - depth)),
                )
            st.add(art, depth)
    ground(st, st.horizon + 130, "#c98a58", 12)
    stones(st, st.horizon + 190, "#a9603c", 9)
    if not st.has("river"):
        st.add(
            poly(
                [(-8, st.horizon + 60), (8, st.horizon + 60), (120, st.horizon + 132), (-120, st.horizon + 132)],
                "#6fa9b8",
            ),
            0.3,
        )


def volcano(st: Stage) -> None:
    """A smoking cone with glowing lava over black ground."""
    sky(st)
    peaks(st, st.horizon + 40, 120, "#5d5356", 0.12)
    x = st.side * st.half * 0.2
    top, base = 190.0, st.horizon + 60
    st.add(poly([(x - 90, top), (x + 90, top), (x + 780, base + 40), (x - 780, base + 40)], "#4a4145"), 0.4)
    st.add(poly([(x - 90, top), (x - 20, top), (x - 200, base + 40), (x - 780, base + 40)], "#3a3236"), 0.41)
    lava = "".join(
        stroke([(x + a, top), (x + b, 330), (x + c, 460), (x + d, base + 30)], "#f0702a", w)
        for a, b, c, d, w in ((0, 30, -30, 40, 26), (40, 130, 170, 300, 16), (-40, -140, -150, -260, 14))
    )
    st.add(lava, 0.42, lit=False)
    st.light_up(glow(x, top, 520, "#f0702a", 0.55), 0.43, gain=flicker(0.2))
    smoke = "".join(
        circle(x + st.between(-60, 60) + i * 26 * st.side, top - 40 - i * 50, 60 + i * 16, "#57525a", 0.75)
        for i in range(8)
    )
    st.add(smoke, 0.3, motion=sway(14, 6, 5.0))
    ground(st, st.horizon + 70, "#3d3638", 14)
    cracks = "".join(
        stroke([(cx, y), (cx + 90, y + 16), (cx + 150, y + 4)], "#e8622a", 6)
        for cx, y in ((st.between(st.left * 0.7, st.right * 0.7), st.horizon + 90 + 40 * i) for i in range(10))
    )
    st.add(cracks, 0.986, lit=False)
    stones(st, st.horizon + 180, "#2d282b", 10)


PAINTERS = {
    "jungle": jungle,
    "swamp": swamp,
    "savannah": savannah,
    "island": island,
    "waterfall": waterfall,
    "canyon": canyon,
    "volcano": volcano,
}
