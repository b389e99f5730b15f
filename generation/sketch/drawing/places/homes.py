"""Rooms people live in, and the insides of stairs and vehicles."""

from generation.sketch.drawing.light import mix, shade
from generation.sketch.drawing.motifs import GROUND_DEPTH, sky
from generation.sketch.drawing.pen import blob, circle, ellipse, glow, group, path, poly, rect, stroke
from generation.sketch.drawing.rooms import (
    frame_on_wall,
    furniture,
    night_lamp,
    pendant,
    plant,
    room,
    rug,
    tiles,
    window,
)
from generation.sketch.drawing.stage import BOTTOM, Stage, drift, flicker


def kitchen(st: Stage) -> None:
    y = room(st, "#e9dcc0", "#c8a77c", boards=False)
    tiles(st, y, "#b9976d")
    x = st.side * st.half * 0.5
    window(st, x - 130, y - 430, 260, 220)
    h = st.half
    counter = (
        rect(st.left, y - 150, st.right - st.left, 160, "#6f8f86")
        + "".join(
            rect(k, y - 136, 104, 132, "#7fa096", 6) + rect(k + 44, y - 118, 18, 8, "#d9c48f")
            for k in range(int(st.left), int(st.right), 116)
        )
        + rect(st.left, y - 168, st.right - st.left, 22, "#b58a5c")
    )
    cups = rect(-x - h * 0.34, y - 460, h * 0.62, 18, "#a87c50") + "".join(
        rect(
            -x - h * 0.3 + i * h * 0.1,
            y - 500 - 16 * (i % 2),
            h * 0.06,
            40 + 16 * (i % 2),
            ("#b5523b", "#e8e0d0", "#4f7a86", "#d8a94a", "#8c9a6a")[i % 5],
            6,
        )
        for i in range(5)
    )
    stove = (
        rect(-x - 100, y - 176, 200, 186, "#e4e2dc", 8)
        + rect(-x - 76, y - 110, 152, 92, "#4a4d50", 8)
        + "".join(circle(-x - 60 + 40 * i, y - 146, 9, "#4a4d50") for i in range(4))
        + ellipse(-x - 30, y - 196, 56, 10, "#3a3d42")
        + rect(-x - 76, y - 238, 92, 42, "#b5523b", 8)
    )
    st.add(counter + cups + stove + rect(x - 70, y - 176, 140, 10, "#9fb0b2"), 0.76)
    st.owned = frozenset({"pan", "shelf"})
    pendant(st, 0, 190)
    st.light_up(ellipse(-x - 30, y - 290, 30, 80, "#ffffff", 0.10), 0.77, motion=drift(4, 40))


def bedroom(st: Stage) -> None:
    y = room(st, "#8fa3ad", "#a98560", dado="#7d929d")
    x = st.side * st.half * 0.42
    window(st, -x - 120, y - 450, 240, 300)
    curtain = "".join(
        path(f"M{cx:.0f} {y - 490:.0f}q{dx} 200 {dx * 0.4:.0f} 420h{60 if dx < 0 else -60}V{y - 490:.0f}Z", "#c9b79a")
        for cx, dx in ((-x - 190, 40), (-x + 190, -40))
    )
    st.add(curtain, 0.71)
    furniture(st, "bed", x, y + 130, 0.36, 0.88, "#6f5a7d", flip=st.side < 0)
    st.add(
        group(rect(-60, -120, 120, 120, "#7b5638", 8) + rect(-50, -80, 100, 8, "#5a3f2a"), x - st.side * 420, y + 110),
        0.87,
    )
    furniture(st, "lamp", x - st.side * 420, y + 10, 0.12, 0.88)
    st.owned = frozenset({"bed", "lamp"})
    night_lamp(st, x - st.side * 420, y - 140)
    frame_on_wall(st, x - 70, y - 400, 140, 110, "#d8c49a")
    rug(st, 0, y + 240, 330, "#b5776a")


def living_room(st: Stage) -> None:
    y = room(st, "#c9b18f", "#9b7450", dado="#b89d7a")
    x = st.side * st.half * 0.45
    window(st, x - 150, y - 470, 300, 290, bars=2)
    furniture(st, "sofa", -x, y + 90, 0.3, 0.86, "#5f7a74")
    furniture(st, "shelf", x * 1.72, y + 24, 0.3, 0.8)
    furniture(st, "lamp", -x - st.side * 300, y + 70, 0.33, 0.85)
    st.owned = frozenset({"sofa", "shelf", "lamp"})
    frame_on_wall(st, -x - 90, y - 430, 180, 120, "#8fa9a6")
    rug(st, 0, y + 220, 380, "#a9573f")
    plant(st, x - st.side * 240, y + 40, 0.8)
    night_lamp(st, -x - st.side * 300, y - 340)
    if "fire" in st.seen.features and not any(s.kind == "fireplace" for s in st.seen.subjects):
        hearth(st, x * 0.2, y + 30)


def hearth(st: Stage, x: float, y: float) -> None:
    """A fireplace with a fire in it."""
    st.add(
        rect(x - 150, y - 300, 300, 300, "#8c6a58")
        + rect(x - 176, y - 322, 352, 36, "#6b4f3e")
        + rect(x - 96, y - 200, 192, 200, "#2a201d", 20),
        0.8,
    )
    flames = blob(
        [(x, y - 170), (x + 50, y - 90), (x + 62, y - 16), (x - 62, y - 16), (x - 50, y - 90)], "#e8853a"
    ) + blob([(x + 6, y - 110), (x + 30, y - 50), (x, y - 14), (x - 30, y - 50)], "#ffd978")
    st.add(flames, 0.801, lit=False, motion=lambda t: (3 * flicker()(t), 0, 2 * flicker(0.5)(t)), pivot=(x, y))
    st.light_up(glow(x, y - 90, 560, "#f2984a", 0.5), 1.02, gain=flicker(0.3))


def corridor(st: Stage) -> None:
    wall, floor, ceil = "#b9b6a6", "#8d8577", "#d6d2c4"
    v, far = st.horizon, 130.0
    top, low, w = v - 150, v + 190, far * 1.1
    big = 9.0
    st.add(
        poly([(-w, top), (-w * big, v - 150 * big), (-w * big, v + 190 * big), (-w, low)], shade(wall, 0.92))
        + poly([(w, top), (w * big, v - 150 * big), (w * big, v + 190 * big), (w, low)], wall)
        + poly([(-w, top), (w, top), (w * big, v - 150 * big), (-w * big, v - 150 * big)], ceil)
        + rect(-w, top, 2 * w, low - top, shade(wall, 1.08)),
        0.7,
    )
    st.add(
        poly([(-w, low), (w, low), (w * big, v + 190 * big), (-w * big, v + 190 * big)], floor),
        GROUND_DEPTH,
        order=0.705,
    )
    doors = rect(-46, low - 240, 92, 240, "#6f6a5c") + circle(30, low - 110, 5, "#d9c48f")
    for k in (1.5, 2.5, 4.0):
        for s in (-1, 1):
            a, b = s * w * k, s * w * k * 1.32
            doors += poly(
                [(a, v + 190 * k), (a, v - 95 * k), (b, v - 95 * k * 1.32), (b, v + 190 * k * 1.32)],
                "#7b8a86" if s < 0 else "#6f7d7a",
            )
    st.add(doors, 0.72)
    lamps = "".join(
        poly(
            [
                (-w * 0.25 * k, v - 148 * k),
                (w * 0.25 * k, v - 148 * k),
                (w * 0.27 * k * 1.2, v - 148 * k * 1.2),
                (-w * 0.27 * k * 1.2, v - 148 * k * 1.2),
            ],
            "#fff4d6",
        )
        for k in (1.2, 1.8, 2.7, 4.0)
    )
    st.add(lamps, 0.73, lit=False)
    st.light_up(glow(0, v - 60, 620, "#ffe9bd", 0.16), 0.74)


def spiral_stairs(st: Stage) -> None:
    st.add(rect(st.left, -900, st.right - st.left, 2900, "#5a4636"), 0.3)
    bricks = "".join(
        rect(x + (40 if row % 2 else 0), row * 62, 74, 50, shade("#5a4636", st.between(0.88, 1.12)), 5)
        for row in range(-8, 24)
        for x in range(int(st.left * 0.8), int(st.right * 0.8), 84)
        if st.rng.random() < 0.36
    )
    st.add(bricks, 0.35)
    st.add(rect(-26, -900, 52, 2900, "#332820"), 0.6)
    steps = ""
    for i in range(-8, 20):
        a = i * 0.62
        y, side = 1060 - i * 78, 1 if (i // 1) % 2 else -1
        reach = (260 + 70 * abs((i % 5) - 2)) * min(1.0, st.half / 620)
        tone = shade("#8a6d52", 0.72 + 0.5 * abs(((a * 0.5) % 1) - 0.5))
        steps += poly([(side * 20, y - 12), (side * reach, y - 34), (side * reach, y + 4), (side * 20, y + 14)], tone)
        steps += poly(
            [(side * 20, y + 14), (side * reach, y + 4), (side * reach, y + 18), (side * 20, y + 26)], shade(tone, 0.6)
        )
    st.add(steps, 0.75)
    slit = st.side * st.half * 0.62
    st.add(rect(slit - 26, 130, 52, 170, "#2c2019", 26), 0.4)
    st.add(rect(slit - 17, 142, 34, 148, st.outside.sky[1], 17), 0.41, lit=False)
    stair = (
        "".join(
            poly(
                [(x, 860 - k * 42), (x + 150, 860 - k * 42), (x + 150, 1400), (x, 1400)],
                shade("#7d6149", 1 - 0.06 * (k % 2)),
            )
            + rect(x, 860 - k * 42, 150, 12, "#a58564")
            for k, x in enumerate(range(-750, 900, 150))
        )
        if st.figures
        else ""
    )
    st.add(group(stair, 0, 100, flip=st.side < 0), GROUND_DEPTH)
    st.stand = lambda x: 960 - (x * st.side + 750) / 150 * 42
    st.scale_limit = 0.5
    st.light_up(glow(slit, 220, 420, mix(st.outside.sky[1], "#ffffff", 0.2), 0.16), 0.5)


def lamp_room(st: Stage) -> None:
    sky(st, st.horizon + 160)
    st.add(rect(st.left, st.horizon + 150, st.right - st.left, 800, "#3f6276"), 0.2)
    y = st.horizon + 200
    mullions = (
        "".join(
            rect(x - 10, -500, 20, y + 520, "#4a3b31")
            for x in range(int(-st.half * 2), int(st.half * 2) + 1, max(150, int(st.half / 2.2)))
        )
        + "".join(rect(st.left, k, st.right - st.left, 16, "#4a3b31") for k in (70, 330))
        + rect(st.left, y - 90, st.right - st.left, 110, "#5d493b")
        + rect(st.left, y - 104, st.right - st.left, 18, "#7b614e")
    )
    st.add(mullions, 0.7)
    st.add(
        rect(st.left, y, st.right - st.left, BOTTOM, "#6d5644") + ellipse(0, y + 150, st.half * 0.8, 90, "#7d644f"),
        GROUND_DEPTH,
        order=0.8,
    )
    x = st.side * st.half * (0.42 if st.figures else 0.0)
    lens = (
        rect(-110, -120, 220, 130, "#4a4440", 12)
        + rect(-60, -150, 120, 40, "#6b6560")
        + "".join(
            ellipse(0, -310, 150 - 24 * k, 180 - 12 * k, tone, 0.9)
            for k, tone in enumerate(("#8fb0b2", "#a9c6c4", "#c3dad4", "#dfece0"))
        )
        + "".join(rect(-150, -310 + dy, 300, 6, "#6d8a8c") for dy in (-110, -60, 0, 60, 110))
        + rect(-120, -520, 240, 30, "#4a4440", 8)
    )
    st.add(group(lens, x, y + 90, 1.1), 0.9)
    st.owned = frozenset({"lamp", "lantern"}) if not st.has("lantern") else frozenset({"lamp"})
    if "lamp dark" not in st.seen.features:
        st.add(ellipse(x, y - 250, 36, 60, "#fff6d8"), 0.901, lit=False)
        strength = 0.6 if st.light.dark else 0.2
        st.light_up(glow(x, y - 250, 760, "#ffdf96", strength), 0.97, gain=flicker(0.08))


def car_interior(st: Stage) -> None:
    sky(st)
    st.add(rect(st.left, st.horizon + 30, st.right - st.left, 900, "#6d7a66"), 0.1)
    st.add(
        "".join(
            poly([(x, st.horizon + 34), (x + 40, st.horizon - 120), (x + 80, st.horizon + 34)], "#55684f")
            for x in range(int(st.left), int(st.right), 120)
        ),
        0.15,
        motion=drift(-260, 240),
    )
    st.add(poly([(-20, st.horizon + 30), (20, st.horizon + 30), (700, 1200), (-700, 1200)], "#585a5e"), 0.16)
    h = max(st.half, 300)
    body = path(
        f"M{st.left:.0f} -700H{st.right:.0f}V1800H{st.left:.0f}ZM{-h * 0.84:.0f} 700Q{-h * 0.9:.0f} 640 "
        f"{-h * 0.7:.0f} 130Q0 60 {h * 0.7:.0f} 130Q{h * 0.9:.0f} 640 {h * 0.84:.0f} 700Q0 610 "
        f"{-h * 0.84:.0f} 700Z",
        "#3a3d42",
    )
    st.add(body.replace("<path", '<path fill-rule="evenodd"'), 0.9)
    st.add(
        path(f"M{st.left:.0f} 740Q0 620 {st.right:.0f} 740V1800H{st.left:.0f}Z", "#2f3136")
        + rect(-90, 100, 180, 56, "#22242a", 22)
        + rect(-78, 108, 156, 38, "#8fa9b2", 16),
        0.91,
    )
    wheel = st.side * h * 0.36
    ring = (
        f'<circle cx="{wheel:.0f}" cy="900" r="190" fill="none" stroke="#1f2125" stroke-width="38"/>'
        + stroke([(wheel - 180, 900), (wheel + 180, 900)], "#1f2125", 34)
        + circle(wheel, 900, 54, "#2a2c31")
    )
    st.add(ring, 1.02)
    st.add(
        "".join(
            circle(wheel + dx, 742, 44, "#1f2125") + stroke([(wheel + dx, 742), (wheel + dx + 20, 718)], "#d8543a", 5)
            for dx in (-60, 60)
        ),
        0.92,
    )
    st.owned = frozenset({"car"})
    st.stand = lambda x: 1190


def train_carriage(st: Stage) -> None:
    sky(st)
    st.add(
        "".join(
            blob([(x, 620), (x + 120, 430), (x + 300, 480), (x + 420, 620), (x + 200, 900)], "#6d8767")
            for x in range(int(st.left) - 600, int(st.right) + 600, 400)
        ),
        0.15,
        motion=drift(-180, 400),
    )
    st.add(
        "".join(rect(x, 300, 14, 500, "#4f4438") for x in range(int(st.left) - 600, int(st.right) + 600, 500)),
        0.2,
        motion=drift(-900, 500),
    )
    wall = path(
        f"M{st.left:.0f} -700H{st.right:.0f}V1800H{st.left:.0f}Z"
        + "".join(f"M{x:.0f} 210h420v330h-420Z" for x in range(int(st.left), int(st.right), 520)),
        "#8d6f52",
    )
    st.add(wall.replace("<path", '<path fill-rule="evenodd"'), 0.75)
    st.add(
        rect(st.left, 130, st.right - st.left, 14, "#c9a96a")
        + rect(st.left, 60, st.right - st.left, 60, "#6b523c")
        + rect(st.left, 760, st.right - st.left, 1000, "#5d4a40"),
        0.76,
    )
    seats = "".join(
        rect(x, 470, 150, 330, "#8f3f3a", 34)
        + rect(x - 10, 440, 170, 60, "#a5504a", 26)
        + rect(x + 10, 660, 240, 90, "#7b332f", 20)
        for x in range(int(st.left), int(st.right), 620)
        if abs(x + 75) > 150
    )
    st.add(seats, 0.9)
    st.owned = frozenset({"train", "bus", "chair", "bench"})


PAINTERS = {
    "kitchen": kitchen,
    "bedroom": bedroom,
    "living room": living_room,
    "corridor": corridor,
    "lighthouse stairs": spiral_stairs,
    "lamp room": lamp_room,
    "car interior": car_interior,
    "train carriage": train_carriage,
}
