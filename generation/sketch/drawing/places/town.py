"""Streets, squares, bridges, stations."""

from generation.sketch.drawing.light import mix
from generation.sketch.drawing.motifs import (
    PATH_RANK,
    blocks,
    ground,
    lamp_posts,
    ridge,
    sea,
    shimmer,
    sky,
    stand_in,
    trees,
)
from generation.sketch.drawing.pen import circle, ellipse, glow, group, path, poly, rect, stroke
from generation.sketch.drawing.stage import BOTTOM, Stage
from generation.sketch.drawing.vehicles import car, van

from .land import grass, leaves

PAVING, ASPHALT = "#a29f98", "#55575c"
COLUMN = 4  # cars in a row before the first one comes again


def street(st: Stage) -> None:
    sky(st)
    blocks(st, st.horizon + 60, 260, 520, "#8d97a1", 0.18)
    blocks(st, st.horizon + 110, 330, 640, "#a08d80", 0.4, (150, 270), gap=0.2, panes=1.5)
    ground(st, st.horizon + 100, PAVING, 0, wave=0)
    st.add(
        rect(st.left, st.horizon + 170, st.right - st.left, 150, ASPHALT)
        + "".join(rect(x, st.horizon + 240, 90, 8, "#d9d2bd") for x in range(int(st.left), int(st.right), 190))
        + rect(st.left, st.horizon + 316, st.right - st.left, 14, "#c3bfb5"),
        0.986,
        order=PATH_RANK,
    )
    _shop_fronts(st, st.horizon + 112)
    lamp_posts(st, st.horizon + 160, 330, [-st.half * 0.72, st.half * 0.02, st.half * 0.78], 0.9)
    bare = st.denies("car", "cars", "traffic", "vehicles", "vehicle") or st.seen.deserted
    if "traffic" in st.seen.features or not (st.figures or bare):
        traffic(st, st.horizon + 300)


def _shop_fronts(st: Stage, y: float) -> None:
    art = lamps = ""
    tones = ("#b5523b", "#4f7a6a", "#c79a4a", "#5d6f8a")
    for i, x in enumerate(range(int(st.left), int(st.right), 250)):
        art += rect(x, y - 130, 240, 130, "#5d5550") + "".join(
            poly(
                [
                    (x + k * 30, y - 128),
                    (x + k * 30 + 30, y - 128),
                    (x + k * 30 + 26, y - 92),
                    (x + k * 30 - 4, y - 92),
                ],
                tones[i % 4] if k % 2 else "#ece4d2",
            )
            for k in range(8)
        )
        lamps += rect(x + 18, y - 88, 140, 70, "#f2cd84" if st.outside.dark else "#bcd0d2") + rect(
            x + 176, y - 88, 46, 88, "#d9b06a" if st.outside.dark else "#8fa3a6"
        )
    st.add(art, 0.5)
    st.add(lamps, 0.501, lit=False)


def traffic(st: Stage, y: float) -> None:
    """Cars that drive past in both directions, with headlights after dark."""
    tones = ("#b5523b", "#d8d3c6", "#3c5a78", "#6d6f74", "#d0a03c")
    gap = (st.right - st.left) / 5
    for lane, (way, dy, scale) in enumerate(((1, -74, 0.17), (-1, 0, 0.21))):
        art, lights = "", ""
        late = [st.between(0.1, 0.6) for _car in range(COLUMN)]
        for i in range(-COLUMN, 5 + COLUMN):
            x = st.left + (i + late[i % COLUMN]) * gap
            body = (van if (i % COLUMN + lane) % 4 == 2 else car)(tones[(i % COLUMN + lane * 2) % 5], "", 0.1)
            art += group(body, x, y + dy, scale, flip=way < 0)
            if st.outside.dark:
                lights += _headlights(x, y + dy, way, scale)
        go = _cruise(way * (210 + 60 * lane), COLUMN * gap)
        st.add(art, 0.99 + 0.002 * lane, motion=go)
        if lights:
            st.light_up(lights, 0.991 + 0.002 * lane, motion=go)


def _headlights(x: float, y: float, way: int, scale: float) -> str:
    return (
        glow(x + way * 1030 * scale, y - 420 * scale, 120, "#ffe9b0", 0.75)
        + poly(
            [
                (x + way * 1030 * scale, y - 430 * scale),
                (x + way * 2700 * scale, y - 560 * scale),
                (x + way * 2700 * scale, y),
                (x + way * 1030 * scale, y - 400 * scale),
            ],
            "#ffe9b0",
            0.16,
        )
        + glow(x - way * 1000 * scale, y - 430 * scale, 50, "#ff5a40", 0.7)
    )


def _cruise(speed: float, length: float):
    """On and on: after `length` units the same cars follow."""
    return lambda t: ((t * speed) % length - length / 2, 0.0, 0.0)


def skyline(st: Stage) -> None:
    sky(st)
    y = st.horizon + 170
    blocks(st, y, 180, 430, "#8b9aa8", 0.12, (60, 120), panes=0.7)
    blocks(st, y + 10, 140, 520, "#707f8f", 0.25, (80, 150), panes=0.8)
    st.owned = frozenset({"tower", "house"})
    tower = poly([(-30, 0), (-14, -620), (0, -760), (14, -620), (30, 0)], "#5f6d7c") + rect(
        -40, -560, 80, 30, "#5f6d7c"
    )
    st.add(group(tower, -st.side * st.half * 0.3, y), 0.26)
    blocks(st, y + 40, 80, 300, "#55616f", 0.45, (110, 200))
    sea(st, y + 40, "#4a6a80", 0.6, 4)
    if st.outside.dark:
        st.light_up(
            "".join(
                rect(x, y + 50, 5, st.between(40, 190), "#e0a85a", 2, 0.22)
                for x in range(int(st.left), int(st.right), 46)
            ),
            0.6,
        )
    shimmer(st, y + 50, mix(st.outside.sky[2], "#ffffff", 0.4))
    if st.figures:
        st.add(
            rect(st.left, 800, st.right - st.left, 900, "#7c7a76")
            + rect(st.left, 800, st.right - st.left, 20, "#8f8d88"),
            0.985,
        )
        st.add(
            "".join(rect(x, 690, 10, 120, "#3d4044") for x in range(int(st.left), int(st.right), 70))
            + rect(st.left, 684, st.right - st.left, 14, "#3d4044"),
            0.9,
        )


def rooftop(st: Stage) -> None:
    sky(st)
    blocks(st, st.horizon + 160, 160, 480, "#8a93a3", 0.15, (80, 160), panes=0.8)
    blocks(st, st.horizon + 200, 90, 330, "#7a7480", 0.35, (120, 220))
    y = st.horizon + 190
    st.add(
        rect(st.left, y, st.right - st.left, BOTTOM - y, "#8d8378")
        + rect(st.left, y - 44, st.right - st.left, 60, "#a1968a")
        + rect(st.left, y - 52, st.right - st.left, 14, "#b9ada0"),
        0.985,
        order=0.9,
    )
    x = st.side * st.half * 0.66
    tank = (
        rect(-80, -330, 160, 190, "#7a5a44", 8)
        + poly([(-92, -326), (0, -410), (92, -326)], "#5d4436")
        + "".join(stroke([(dx, -140), (dx * 1.15, 0)], "#4a3f3a", 10) for dx in (-64, 0, 64))
    )
    st.add(group(tank, x, y + 60), 0.92)
    st.add(
        group(
            rect(-90, -200, 180, 200, "#9b8c80")
            + rect(-36, -150, 72, 150, "#5f5148")
            + poly([(-106, -196), (106, -220), (106, -196)], "#6f645c"),
            -x * 0.95,
            y + 70,
        ),
        0.92,
    )


def village(st: Stage) -> None:
    sky(st)
    ridge(st, st.horizon + 10, 130, "#71876c", 0.18, 260, soft=True)
    tones = ("#e2d6bd", "#d0b79a", "#c9c9c0", "#dcc39a", "#b98f78")
    for row, (dy, s, depth) in enumerate(((30, 0.075, 0.35), (80, 0.12, 0.6))):
        step = 2500 * s
        for i, x in enumerate(range(int(st.left), int(st.right), int(step))):
            if row and abs(x) < st.half * 0.22:
                continue
            stand_in(
                st,
                "house",
                x + st.between(-30, 30),
                st.horizon + dy,
                s * st.between(0.85, 1.15),
                depth,
                tones[(i + row) % 5],
            )
    spire = (
        rect(-40, -330, 80, 330, "#d6cdbb")
        + poly([(-50, -326), (0, -560), (50, -326)], "#5f6a70")
        + rect(-12, -270, 24, 44, "#4f4a48", 12)
    )
    st.add(group(spire, -st.side * st.half * 0.28, st.horizon + 40, 0.9), 0.34)
    ground(st, st.horizon + 84, mix(grass(st), "#c2b08a", 0.5), 10)
    trees(st, st.horizon + 100, 190, 8, leaves(st), 0.7, gap=0.4)
    _window_glow(st, st.horizon + 60)


def _window_glow(st: Stage, y: float) -> None:
    if st.outside.dark:
        st.light_up("".join(glow(x, y, 90, "#f0b45a", 0.3) for x in range(int(st.left), int(st.right), 240)), 0.61)


def market(st: Stage) -> None:
    sky(st)
    blocks(st, st.horizon + 70, 160, 320, "#c0a184", 0.3, (120, 210), panes=1.2)
    ground(st, st.horizon + 90, "#b9a78c", 12)
    tones = ("#b5523b", "#3f7f80", "#c9963a", "#6f5a86")
    fruit = ("#d8543a", "#e0a83a", "#7fa34a", "#b5486a", "#e4d48a")
    for i, x in enumerate(range(int(st.left), int(st.right), 360)):
        y = st.horizon + 190
        art = (
            rect(x, y - 250, 10, 260, "#6b4f38")
            + rect(x + 280, y - 250, 10, 260, "#6b4f38")
            + rect(x - 10, y - 90, 310, 26, "#7d5c40")
            + rect(x, y - 66, 290, 80, "#8d6a4a")
        )
        art += "".join(
            poly(
                [
                    (x - 24 + k * 42, y - 250),
                    (x + 18 + k * 42, y - 250),
                    (x + 22 + k * 42, y - 186),
                    (x - 20 + k * 42, y - 186),
                ],
                tones[i % 4] if k % 2 else "#efe6d3",
            )
            for k in range(8)
        )
        art += "".join(circle(x + 16 + k * 24, y - 100 - 12 * (k % 2), 15, fruit[(i + k // 3) % 5]) for k in range(12))
        st.add(art, 0.72)
    if st.outside.dark:
        st.light_up(
            "".join(
                glow(x + 140, st.horizon - 20, 220, "#f2c06a", 0.4) for x in range(int(st.left), int(st.right), 360)
            ),
            0.73,
        )


def bridge(st: Stage) -> None:
    sky(st)
    ridge(st, st.horizon + 30, 110, "#778a86", 0.16, 240, soft=True)
    blocks(st, st.horizon + 40, 40, 150, "#8c9299", 0.2, (50, 90), panes=0.6)
    sea(st, st.horizon + 40, "#537c90", 0.8, 5)
    deck = 760.0
    art = ""
    for x in (-st.half * 0.95, st.half * 0.95):
        art += (
            rect(x - 34, -120, 68, 1600, "#8f4a3c")
            + rect(x - 34, -120, 24, 1600, "#783d33")
            + rect(x - 60, 150, 120, 26, "#8f4a3c")
        )
    cables = path(
        f"M{-st.half * 2.85:.0f} 600Q{-st.half * 1.9:.0f} 300 {-st.half * 0.95:.0f} -110Q0 900 "
        f"{st.half * 0.95:.0f} -110Q{st.half * 1.9:.0f} 300 {st.half * 2.85:.0f} 600",
        "none",
    )
    cables = cables.replace('fill="none"', 'fill="none" stroke="#6f372d" stroke-width="13"')
    hang = "".join(
        stroke([(x, deck), (x, _cable(x, st.half * 0.95))], "#6f372d", 4)
        for x in range(int(-st.half * 0.9), int(st.half * 0.9), 60)
    )
    st.add(art + cables + hang, 0.8)
    st.add(
        rect(st.left, deck, st.right - st.left, 150, "#7b7a78")
        + rect(st.left, deck, st.right - st.left, 16, "#98968f")
        + rect(st.left, deck + 140, st.right - st.left, 26, "#5d4a44")
        + "".join(
            poly([(x, deck + 166), (x + 40, deck + 166), (x + 80, deck + 260), (x + 60, deck + 260)], "#5d4a44")
            for x in range(int(st.left), int(st.right), 120)
        ),
        0.985,
    )
    st.stand = lambda x: deck + 70


def _cable(x: float, reach: float) -> float:
    u = (x / reach + 1) / 2
    return (1 - u) ** 2 * -110 + 2 * u * (1 - u) * 900 + u * u * -110


def railway(st: Stage) -> None:
    sky(st)
    blocks(st, st.horizon + 40, 60, 190, "#8d9499", 0.16, (80, 150), panes=0.7)
    y = st.horizon + 150
    ground(st, st.horizon + 40, "#8b8378", 6)
    rails = "".join(rect(st.left, y - d, st.right - st.left, 8, "#5b5d61") for d in (10, 48)) + "".join(
        rect(x, y - 56, 22, 64, "#6b5644") for x in range(int(st.left), int(st.right), 66)
    )
    st.add(rails, 0.8)
    st.add(
        rect(st.left, y + 30, st.right - st.left, BOTTOM, "#a7a29a")
        + rect(st.left, y + 30, st.right - st.left, 22, "#e0c85a")
        + rect(st.left, y + 14, st.right - st.left, 20, "#7c7871"),
        0.985,
    )
    roof = poly([(st.left, 110), (st.right, 110), (st.right, 60), (st.left, 60)], "#4f5a5f") + "".join(
        rect(x - 14, 100, 28, y - 60, "#5d686d")
        + stroke([(x, 210), (x - 110, 108)], "#5d686d", 14)
        + stroke([(x, 210), (x + 110, 108)], "#5d686d", 14)
        for x in (-st.half * 0.86, st.half * 0.86, -st.half * 2, st.half * 2)
    )
    st.add(roof, 0.92)
    st.add(
        group(
            circle(0, 0, 62, "#3b4246")
            + circle(0, 0, 50, "#f0eadb")
            + stroke([(0, 0), (0, -34)], "#2a2628", 6)
            + stroke([(0, 0), (22, 12)], "#2a2628", 6)
            + rect(-5, -130, 10, 70, "#3b4246"),
            st.side * st.half * 0.4,
            240,
        ),
        0.93,
    )
    st.afloat = None


def airport(st: Stage) -> None:
    sky(st)
    ridge(st, st.horizon + 6, 50, "#8a968f", 0.16, 300, soft=True)
    hall = (
        rect(-520, -110, 1040, 110, "#aeb6ba")
        + "".join(rect(-500 + i * 84, -90, 70, 60, "#6f8b98") for i in range(12))
        + rect(240, -290, 46, 200, "#9aa3a8")
        + poly([(206, -290), (320, -290), (300, -350), (226, -350)], "#5d7482")
    )
    st.add(group(hall, st.side * st.half * 0.4, st.horizon + 30), 0.3)
    ground(st, st.horizon + 26, "#8d918f", 6, wave=0)
    st.add(
        poly([(-40, st.horizon + 60), (40, st.horizon + 60), (900, BOTTOM), (-900, BOTTOM)], "#6a6d70")
        + "".join(
            poly([(-w, y), (w, y), (w * 1.3, y + h), (-w * 1.3, y + h)], "#ece7d8")
            for y, w, h in (
                (st.horizon + 80 + 560 * (i / 6) ** 2, 4 + 12 * i / 6, 16 + 60 * i / 6) for i in range(1, 7)
            )
        ),
        0.986,
        order=PATH_RANK,
    )
    lamps = "".join(
        ellipse(s * (46 + 850 * t), st.horizon + 60 + 640 * t, 5 + 9 * t, 4 + 6 * t, "#9fd0ff")
        for s in (-1, 1)
        for t in (0.05, 0.12, 0.22, 0.36, 0.54, 0.78)
    )
    st.add(lamps, 0.986, order=PATH_RANK, lit=False)


PAINTERS = {
    "street": street,
    "skyline": skyline,
    "rooftop": rooftop,
    "village": village,
    "market": market,
    "bridge": bridge,
    "railway": railway,
    "airport": airport,
}
