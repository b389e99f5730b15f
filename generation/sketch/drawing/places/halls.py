"""Rooms for many, and small ones of their own: elevator, bathroom, attic, museum, factory, court, throne room."""
# ruff: noqa: E501 (a drawing or a table reads best a shape a line)

from generation.sketch.drawing.light import mix, shade
from generation.sketch.drawing.motifs import GROUND_DEPTH
from generation.sketch.drawing.pen import circle, ellipse, glow, group, num, path, poly, rect, stroke
from generation.sketch.drawing.rooms import (
    FLOOR_RANK,
    floor_line,
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
from generation.sketch.drawing.stage import BOTTOM, TOP, Stage, flicker


def elevator(st: Stage) -> None:
    """Brushed steel walls, a door in two halves, buttons and the floor's number."""
    y = room(st, "#7f878d", "#4f5459", boards=False)
    w = min(st.half * 0.46, 300)
    st.add(
        rect(st.left, TOP, st.right - st.left, y - TOP, "#8d959b")
        + "".join(rect(x, TOP, 5, y - TOP, "#767e84") for x in range(int(st.left), int(st.right), 150)),
        0.701,
    )
    doors = (
        rect(-w - 40, 60, 2 * w + 80, y - 56, "#5a6167")
        + rect(-w, 96, w - 3, y - 96, "#b3bbc0")
        + rect(3, 96, w - 3, y - 96, "#b3bbc0")
    )
    doors += "".join(stroke([(k, 120), (k, y - 20)], "#c9d0d4", 8) for k in (-w * 0.6, -w * 0.3, w * 0.35, w * 0.65))
    st.add(doors + rect(-70, -10, 140, 56, "#1d1f22", 8), 0.71)
    st.add(
        poly([(-16, 6), (16, 6), (0, 32)], "#f0702a") + rect(26, 8, 8, 26, "#f0702a") + circle(-40, 20, 7, "#f0702a"),
        0.711,
        lit=False,
    )
    x = st.side * (w + 100)
    st.add(
        rect(x - 44, 330, 88, 250, "#d3d8da", 10)
        + "".join(
            circle(x - 18 + 36 * (i % 2), 362 + 38 * (i // 2), 13, "#f4d27a" if i == 3 else "#8d959b")
            for i in range(12)
        ),
        0.712,
    )
    st.add(rect(st.left, y - 190, st.right - st.left, 20, "#d9dde0", 10), 0.72)
    st.light_up(glow(0, -60, 760, "#f4f0dc", 0.22), 0.99)


def bathroom(st: Stage) -> None:
    """White tiles, a bath, a basin under a mirror."""
    y = room(st, "#dfeaec", "#9fb4ba", boards=False)
    lines = "".join(stroke([(st.left, k), (st.right, k)], "#c3d3d7", 3) for k in range(int(y) - 660, int(y), 66))
    lines += "".join(stroke([(k, -400), (k, y)], "#c3d3d7", 3) for k in range(int(st.left), int(st.right), 80))
    st.add(lines + rect(st.left, y - 260, st.right - st.left, 26, "#4f97a8"), 0.702)
    tiles(st, y, "#b9cbd0")
    furniture(st, "bathtub", -st.side * st.half * 0.45, y + 110, 0.42, 0.88)
    x = st.side * st.half * 0.52
    basin = (
        ellipse(0, -230, 120, 34, "#f4f4ee")
        + path("M-118 -230Q-100 -130 0 -130Q100 -130 118 -230Z", "#e3e6e2")
        + rect(-24, -135, 48, 135, "#d9dcd8")
        + stroke([(0, -250), (0, -300), (44, -300)], "#9aa5aa", 16)
    )
    st.add(group(basin, x, y + 60), 0.87)
    st.add(
        rect(x - 100, y - 480, 200, 230, "#8a9aa0", 14)
        + rect(x - 86, y - 466, 172, 202, "#cfe3e8", 8)
        + stroke([(x - 60, y - 320), (x + 40, y - 440)], "#eef7f8", 14),
        0.71,
    )
    st.add(
        rect(-st.side * st.half * 0.06 - 50, y - 330, 100, 200, "#d8846a", 10)
        + rect(-st.side * st.half * 0.06 - 70, y - 345, 140, 14, "#9aa5aa"),
        0.711,
    )
    night_lamp(st, x, y - 500)


def factory(st: Stage) -> None:
    """A high hall of machines, pipes, cogs and a conveyor."""
    y = room(st, "#6a6d6c", "#55534e", boards=False)
    for k in (-0.8, -0.27, 0.27, 0.8):
        window(st, k * st.half - 100, -20, 200, 170, "#4d5152", bars=3)
    beams = "".join(
        stroke([(x, -60), (x + 240, -200), (x + 480, -60)], "#43474a", 18)
        for x in range(int(st.left), int(st.right), 480)
    )
    pipes = (
        rect(st.left, 210, st.right - st.left, 34, "#a5603c")
        + rect(st.left, 262, st.right - st.left, 20, "#8d9499")
        + "".join(rect(x, 200, 30, 54, "#7d4a30") for x in range(int(st.left), int(st.right), 300))
    )
    st.add(beams + pipes, 0.72)
    for k, s in ((-0.7, 0.34), (0.72, 0.4)):
        furniture(st, "machine", k * st.half, y + 70, s, 0.86, "#5f7a80" if k < 0 else "#7d7a5a")
    x = -st.side * st.half * 0.16
    for cx, cy, r, way in ((x, 420, 90, 1), (x + 132, 360, 58, -1)):
        cog = (
            circle(0, 0, r, "#8b8f92")
            + "".join(
                f'<rect x="{-r * 0.16:.0f}" y="{-r * 1.2:.0f}" width="{r * 0.32:.0f}" height="{r * 0.5:.0f}" fill="#8b8f92" transform="rotate({a})"/>'
                for a in range(0, 360, 40)
            )
            + circle(0, 0, r * 0.35, "#4d5152")
        )
        st.add(group(cog, cx, cy), 0.8, motion=lambda t, w=way, q=r: (0.0, 0.0, w * t * 4000 / q), pivot=(cx, cy))
    belt = rect(st.left, y + 66, st.right - st.left, 44, "#2f3134", 20) + "".join(
        circle(k, y + 88, 16, "#6d7276") for k in range(int(st.left), int(st.right), 90)
    )
    st.add(belt, 0.9)
    st.add(
        "".join(rect(k, y + 6, 84, 62, "#a37a4c", 6) for k in range(int(st.left), int(st.right), 260)),
        0.901,
        motion=lambda t: (t * 60 % 260 - 130, 0.0, 0.0),
    )
    st.owned = st.owned | {"box"}


def museum(st: Stage) -> None:
    """Paintings in gold frames, a statue, a rope before them."""
    y = room(st, "#8d4f4a", "#b08a5c", dado="#6d3b38")
    for i, k in enumerate((-0.82, -0.42, 0.0, 0.42, 0.82)):
        x, w, h = k * st.half, 150 + 30 * (i % 2), 190 + 50 * ((i + 1) % 2)
        st.add(rect(x - w / 2 - 16, y - 330 - h / 2 - 16, w + 32, h + 32, "#d0a44a"), 0.7005)
        frame_on_wall(st, x - w / 2, y - 330 - h / 2, w, h, ("#6fa0b5", "#d8b27a", "#7d9a6a", "#a57a94", "#c98a5a")[i])
        st.light_up(glow(x, y - 380, 220, "#fff0c8", 0.2), 0.73)
    furniture(st, "statue", st.side * st.half * 0.66, y + 60, 0.24, 0.85, "#e6e2d8")
    rope = "".join(
        rect(k - 7, y - 20, 14, 110, "#d0a44a")
        + circle(k, y - 24, 14, "#d0a44a")
        + path(f"M{k} {num(y - 6)}q110 70 220 0", "none").replace(
            'fill="none"', 'fill="none" stroke="#a92b34" stroke-width="12"'
        )
        for k in range(int(st.left), int(st.right), 220)
    )
    st.add(rope, 0.83)


def metro_station(st: Stage) -> None:
    """A vault of tiles over a platform, a train that passes, the yellow edge."""
    y = room(st, "#d9dcd6", "#8b8d8c", boards=False)
    ribs = "".join(
        path(f"M{x} {num(y)}Q{x} -120 {x + 420} -160", "none").replace(
            'fill="none"', 'fill="none" stroke="#b9beb8" stroke-width="16"'
        )
        for x in range(int(st.left), int(st.right), 200)
    )
    st.add(rect(st.left, TOP, st.right - st.left, 620, "#b0b6b2") + ribs, 0.701)
    st.add(
        rect(st.left, 120, st.right - st.left, 60, "#2f5f9a")
        + "".join(
            circle(x, 150, 62, "#f4f2ea") + circle(x, 150, 46, "#c8402f") + rect(x - 86, 136, 172, 28, "#26395e")
            for x in range(int(st.left * 0.6), int(st.right), 620)
        ),
        0.71,
    )
    car = (
        rect(0, 230, 1900, 380, "#c9ced2", 50)
        + rect(0, 500, 1900, 40, "#c8402f")
        + "".join(rect(80 + i * 300, 280, 190, 150, "#f4e6b0", 16) for i in range(6))
        + "".join(rect(284 + i * 600, 270, 76, 330, "#8f979c", 8) for i in range(3))
    )
    st.add(rect(st.left, 590, st.right - st.left, 90, "#26282b"), 0.74)
    st.add(group(car, -950), 0.75, motion=lambda t: (max(0.0, 700 - 420 * t) if t < 1.7 else 0.0, 0.0, 0.0))
    st.add(
        rect(st.left, y, st.right - st.left, 26, "#e2b23a") + rect(st.left, y + 26, st.right - st.left, 8, "#f4f0e2"),
        0.8,
    )
    st.add(
        "".join(rect(k, -90, 260, 20, "#fff8e0", 8) for k in range(int(st.left), int(st.right), 420)), 0.76, lit=False
    )


def cinema(st: Stage) -> None:
    """Rows of red seats before a bright screen."""
    room(st, "#2b2029", "#241a22", boards=False)
    w = min(st.half * 0.72, 560)
    st.add(
        rect(-w - 30, 20, 2 * w + 60, 460, "#3a1a22")
        + "".join(rect(s * (w + 90) - 60, -80, 120, 680, "#7a1f2a") for s in (-1, 1)),
        0.71,
    )
    st.add(
        rect(-w, 40, 2 * w, 420, "#e6ecea")
        + poly([(-w, 460), (-w * 0.4, 230), (0, 380), (w * 0.4, 190), (w, 460)], "#9db3b8")
        + circle(w * 0.55, 140, 46, "#f4e6b0"),
        0.72,
        lit=False,
    )
    st.light_up(
        poly([(-w, 40), (w, 40), (st.half * 1.5, 1000), (-st.half * 1.5, 1000)], "#bcd0d8", 0.14),
        0.97,
        gain=flicker(0.2),
    )
    for row in range(4):
        y, s = 600 + row * 96, 0.8 + 0.26 * row
        seats = "".join(
            rect(x - 52 * s, y, 104 * s, 130 * s, "#8d2430", 30 * s)
            + rect(x - 60 * s, y + 60 * s, 18 * s, 70 * s, "#5d1820", 8)
            for x in range(int(st.left), int(st.right), int(128 * s))
        )
        st.add(seats, 0.8 + 0.04 * row if row < 3 else 1.2)
    st.owned = st.owned | {"chair", "screen"}


def restaurant(st: Stage) -> None:
    """Laid tables with white cloths, candles and a wine rack."""
    y = room(st, "#6b4038", "#5d4030", dado="#4a2c28")
    window(st, st.side * st.half * 0.45 - 170, y - 450, 340, 270, "#3a2822", bars=3, arch=True)
    x = -st.side * st.half * 0.55
    rack = rect(x - 150, y - 480, 300, 330, "#4a3020") + "".join(
        circle(x - 110 + 72 * (i % 4), y - 440 + 74 * (i // 4), 26, ("#2f4a38", "#5d1f2a")[i % 2]) for i in range(16)
    )
    st.add(rack, 0.71)
    for k, s, depth in ((-0.8, 0.8, 0.86), (0.05, 0.7, 0.84), (0.82, 0.95, 0.88)):
        tx, ty = k * st.half, y + 40 + 70 * s
        cloth = poly(
            [(-150, -130), (150, -130), (190, 20), (120, 0), (60, 26), (0, 2), (-60, 26), (-120, 0), (-190, 20)],
            "#f4f0e6",
        ) + ellipse(0, -130, 150, 24, "#ffffff")
        cloth += (
            rect(-8, -190, 16, 60, "#f0e8d2")
            + ellipse(-70, -132, 40, 8, "#d5d9d8")
            + ellipse(70, -132, 40, 8, "#d5d9d8")
            + rect(-60, 10, 14, 70, "#3a2a22")
            + rect(50, 10, 14, 70, "#3a2a22")
        )
        st.add(group(cloth, tx, ty, s), depth)
        st.add(ellipse(tx, ty - 200 * s, 7, 14, "#ffe08a"), depth + 0.001, lit=False)
        st.light_up(glow(tx, ty - 200 * s, 260, "#f0b062", 0.3), depth + 0.002, gain=flicker(0.12, k))
    st.owned = st.owned | {"table", "candle"}
    for k in (-0.4, 0.4):
        pendant(st, k * st.half, 120, "#8d3a30", on=True)


def hotel_lobby(st: Stage) -> None:
    """A marble hall: the desk with keys, a chandelier, stairs."""
    y = room(st, "#d8c3a0", "#c9b79a", boards=False, dado="#a5835a")
    tiles(st, y, "#e3d6bd")
    for k in (-0.95, -0.34, 0.34, 0.95):
        st.add(
            rect(k * st.half - 34, -700, 68, y + 700, "#efe4cd")
            + rect(k * st.half - 50, y - 40, 100, 44, "#c9b48c")
            + rect(k * st.half - 50, 30, 100, 30, "#c9b48c"),
            0.72,
        )
    x = st.side * st.half * 0.02
    board = rect(x - 200, y - 440, 400, 210, "#7a4a2f") + "".join(
        rect(x - 176 + 62 * (i % 6), y - 420 + 62 * (i // 6), 46, 46, "#5a3520")
        + circle(x - 153 + 62 * (i % 6), y - 395 + 62 * (i // 6), 8, "#e2b23a")
        for i in range(18)
    )
    desk = (
        rect(x - 290, y - 150, 580, 200, "#8d5a38", 10)
        + rect(x - 310, y - 170, 620, 30, "#5a3824", 8)
        + "".join(rect(x - 260 + 136 * i, y - 116, 110, 130, "#a5704a", 6) for i in range(4))
        + path(f"M{num(x + 170)} {num(y - 170)}q26 -50 52 0Z", "#e2b23a")
    )
    st.add(board, 0.71)
    st.add(desk, 0.84)
    st.add(
        stroke([(0, TOP), (0, 20)], "#8a6a34", 8)
        + "".join(circle(dx, 60 + 26 * (abs(dx) < 100), 16, "#fff3cf") for dx in range(-160, 161, 40))
        + path("M-170 50Q0 170 170 50Z", "#d0a44a"),
        0.88,
    )
    st.light_up(glow(0, 80, 760, "#f4d79a", 0.3), 0.95)
    rug(st, 0, y + 170, min(st.half * 0.6, 420), "#8d2f3a")
    plant(st, st.half * 0.72, y + 60, 1.0)
    plant(st, -st.half * 0.72, y + 60, 1.0)


def courtroom(st: Stage) -> None:
    """Dark panels, the raised bench, the scales, a rail."""
    y = room(st, "#6b4a30", "#7a5a3c", dado="#55371f")
    st.add(
        "".join(
            rect(x, -120, 130, y - 100, "#75533a", 8) + rect(x + 16, -100, 98, y - 140, "#65452e", 6)
            for x in range(int(st.left), int(st.right), 160)
        ),
        0.702,
    )
    w = min(st.half * 0.5, 380)
    bench = (
        rect(-w, y - 230, 2 * w, 250, "#5a3a22", 8)
        + rect(-w - 24, y - 256, 2 * w + 48, 34, "#8a6038", 6)
        + "".join(rect(-w + 30 + i * (2 * w - 40) / 4, y - 190, w * 0.38, 180, "#6d4a2e", 6) for i in range(4))
    )
    st.add(bench, 0.83)
    st.add(
        circle(0, y - 430, 92, "#d0a44a")
        + circle(0, y - 430, 76, "#55371f")
        + stroke([(0, y - 490), (0, y - 376)], "#e6c87a", 9)
        + stroke([(-50, y - 470), (50, y - 470)], "#e6c87a", 9)
        + path(f"M-76 {num(y - 420)}q26 34 52 0ZM24 {num(y - 420)}q26 34 52 0Z", "#e6c87a"),
        0.71,
    )
    for s, tone in ((-1, "#3c5a8a"), (1, "#a9413a")):
        st.add(
            rect(s * (w + 70) - 5, y - 520, 10, 520, "#c9a14a")
            + poly(
                [(s * (w + 70), y - 510), (s * (w + 150), y - 470), (s * (w + 140), y - 220), (s * (w + 70), y - 300)],
                tone,
            ),
            0.82,
        )
    rail = rect(st.left, y + 60, st.right - st.left, 22, "#8a6038") + "".join(
        rect(k, y + 70, 14, 130, "#7a5230") for k in range(int(st.left), int(st.right), 70) if abs(k) > 130
    )
    st.add(rail, 0.9)
    st.owned = st.owned | {"hammer", "bench"}


def gym(st: Stage) -> None:
    """Wall bars, a hoop, mats and a heavy bag."""
    y = room(st, "#cfd3c6", "#c98f52")
    for k in (-0.8, 0.3):
        x = k * st.half
        st.add(
            "".join(rect(x, y - 470 + 46 * i, 230, 12, "#b5834a", 5) for i in range(10))
            + rect(x - 8, y - 480, 16, 470, "#8d6234")
            + rect(x + 222, y - 480, 16, 470, "#8d6234"),
            0.71,
        )
    hx = st.side * st.half * 0.02
    st.add(
        rect(hx - 120, y - 560, 240, 160, "#f4f2ea", 6)
        + rect(hx - 50, y - 500, 100, 74, "#c8402f")
        + rect(hx - 40, y - 490, 80, 54, "#f4f2ea")
        + ellipse(hx, y - 410, 60, 12, "#d8602a")
        + "".join(stroke([(hx - 50 + 25 * i, y - 405), (hx - 26 + 13 * i, y - 330)], "#f2f0e8", 5) for i in range(5)),
        0.712,
    )
    bx = -st.side * st.half * 0.62
    st.add(
        stroke([(bx, TOP), (bx, y - 420)], "#54585e", 8)
        + rect(bx - 54, y - 420, 108, 320, "#8d2f2a", 40)
        + rect(bx - 54, y - 330, 108, 14, "#5d1f1c"),
        0.86,
    )
    lines = (
        stroke([(-st.half * 0.8, y + 90), (st.half * 0.8, y + 90)], "#f2efe4", 8)
        + f'<ellipse cx="0" cy="{num(y + 190)}" rx="260" ry="60" fill="none" stroke="#3c6ea8" stroke-width="10"/>'
    )
    st.add(lines, GROUND_DEPTH + 0.001, order=FLOOR_RANK + 0.002)
    st.add(
        rect(st.side * st.half * 0.6 - 190, y + 30, 380, 40, "#3c6ea8", 12)
        + rect(st.side * st.half * 0.6 - 180, y - 6, 360, 38, "#4f84bf", 12),
        0.85,
    )
    st.owned = st.owned | {"bag"}


def attic(st: Stage) -> None:
    """Sloping beams, a round window, boxes and a chest in the dust."""
    y = room(st, "#7a5c40", "#8d6a48")
    h = max(st.half, 420)
    slope_l = poly([(-h * 2.4, -700), (-h * 0.2, -700), (-h * 1.25, y + 40), (-h * 2.4, y + 40)], "#5d452f")
    slope_r = poly([(h * 2.4, -700), (h * 0.2, -700), (h * 1.25, y + 40), (h * 2.4, y + 40)], "#553f2b")
    rafters = "".join(
        stroke([(s * h * (0.2 - 0.0), -700 + 0 * k), (s * h * 1.25, y + 20)], "#3f2e1f", 22)
        + stroke([(s * h * (0.42 + 0.2 * k), -700), (s * h * (1.4 + 0.2 * k), y + 40)], "#46341f", 16)
        for s in (-1, 1)
        for k in range(4)
    )
    st.add(slope_l + slope_r + rafters + rect(-h * 0.72, 60, h * 1.44, 26, "#46341f"), 0.74)
    st.add(circle(0, 250, 118, "#3f2e1f"), 0.75)
    st.add(circle(0, 250, 98, st.outside.sky[1]), 0.751, lit=False)
    st.add(rect(-6, 150, 12, 200, "#3f2e1f") + rect(-100, 244, 200, 12, "#3f2e1f"), 0.752)
    if not st.outside.dark:
        st.light_up(
            poly([(-90, 250), (90, 250), (st.side * 420 + 220, 1000), (st.side * 420 - 220, 1000)], "#f4e6b8", 0.2),
            0.98,
        )
    furniture(st, "chest", -st.side * st.half * 0.55, y + 90, 0.42, 0.88)
    furniture(st, "box", st.side * st.half * 0.55, y + 80, 0.7, 0.87)
    furniture(st, "box", st.side * st.half * 0.66, y - 96, 0.5, 0.871)
    furniture(st, "mirror", st.side * st.half * 0.34, y + 40, 0.26, 0.86)
    web = "".join(
        stroke([(-h * 0.62, 86), (-h * 0.62 + dx, 86 + dy)], "#d9d2c3", 3, 0.6)
        for dx, dy in ((130, 10), (110, 60), (60, 110), (8, 130))
    )
    st.add(web, 0.76)


def greenhouse(st: Stage) -> None:
    """A house of glass full of plants."""
    y = floor_line(st)
    st.add(rect(st.left, TOP, st.right - st.left, BOTTOM - TOP, mix(st.outside.sky[1], "#cfe6d6", 0.4)), 0.3, lit=False)
    bars = "".join(rect(x - 6, -500, 12, y + 500, "#f2f4f0") for x in range(int(st.left), int(st.right), 170))
    bars += "".join(rect(st.left, k, st.right - st.left, 10, "#f2f4f0") for k in (60, 240, 420))
    bars += "".join(stroke([(0, -330), (s * st.half * 1.4, 60)], "#f2f4f0", 18) for s in (-1, 1))
    st.add(bars, 0.6)
    st.add(
        rect(st.left, y, st.right - st.left, BOTTOM, "#b39a78")
        + "".join(rect(k, y, 6, 900, "#9a825f") for k in range(int(st.left), int(st.right), 130)),
        GROUND_DEPTH,
        order=FLOOR_RANK,
    )
    for s in (-1, 1):
        at = s * st.half * 0.68
        st.add(
            rect(at - st.half * 0.34, y - 20, st.half * 0.68, 40, "#8a6a44")
            + "".join(rect(at - st.half * 0.3 + k * st.half * 0.2, y + 20, 14, 120, "#6d5234") for k in range(4)),
            0.84,
        )
        for i in range(5):
            plant(st, at - st.half * 0.28 + i * st.half * 0.14, y - 18, 0.55 + 0.1 * (i % 3), 0.85)
    baskets = "".join(
        stroke([(x, -300), (x, 110)], "#8a7a5c", 4)
        + "".join(
            ellipse(x + dx, 130 + dy, 52, 34, t)
            for dx, dy, t in ((-40, 10, "#4f8a4b"), (40, 14, "#5fa05a"), (0, -6, "#437a42"))
        )
        + circle(x - 20, 120, 14, "#dd8f9b")
        + circle(x + 30, 130, 14, "#e2b23a")
        for x in range(int(-st.half), int(st.half) + 1, 240)
    )
    st.add(baskets, 0.9)


def throne_room(st: Stage) -> None:
    """Pillars, banners, a red carpet up to the throne."""
    y = room(st, "#8a8078", "#6d645e", boards=False)
    tiles(st, y, "#7d746d")
    for k in (-0.9, -0.5, 0.5, 0.9):
        x = k * st.half
        st.add(
            rect(x - 44, -700, 88, y + 720, "#a39a90")
            + rect(x - 60, y - 30, 120, 50, "#7d756c")
            + rect(x + 14, -700, 30, y + 700, "#8d847a"),
            0.74,
        )
    for k in (-0.7, 0.7):
        x = k * st.half
        st.add(
            poly([(x - 60, 40), (x + 60, 40), (x + 60, 380), (x, 330), (x - 60, 380)], "#8d2f3a")
            + circle(x, 180, 34, "#d9a738"),
            0.73,
        )
    window(st, -st.half * 0.3 - 50, 90, 100, 280, "#6d645e", arch=True)
    window(st, st.half * 0.3 - 50, 90, 100, 280, "#6d645e", arch=True)
    st.add(
        poly([(-110, y - 10), (110, y - 10), (520, BOTTOM), (-520, BOTTOM)], "#9a2a34")
        + stroke([(-110, y - 10), (-520, BOTTOM)], "#d9a738", 12)
        + stroke([(110, y - 10), (520, BOTTOM)], "#d9a738", 12),
        GROUND_DEPTH + 0.001,
        order=FLOOR_RANK + 0.002,
    )
    st.add(
        "".join(
            rect(-230 - 50 * i, y - 40 + 22 * i, 460 + 100 * i, 24, shade("#b5aca2", 1 - 0.06 * i)) for i in range(3)
        ),
        0.8,
    )
    furniture(st, "throne", 0, y - 36, 0.3, 0.82)
    st.owned = st.owned | {"throne"}


PAINTERS = {
    "elevator": elevator,
    "bathroom": bathroom,
    "factory": factory,
    "museum": museum,
    "metro station": metro_station,
    "cinema": cinema,
    "restaurant": restaurant,
    "hotel lobby": hotel_lobby,
    "courtroom": courtroom,
    "gym": gym,
    "attic": attic,
    "greenhouse": greenhouse,
    "throne room": throne_room,
}
