"""Rooms: walls, floors, windows that look out at the hour, and lamps."""

from .light import mix, shade
from .motifs import GROUND_DEPTH
from .pen import curve, ellipse, glow, group, num, poly, rect, slope, stroke
from .props import PAINTERS as PROPS
from .stage import BOTTOM, TOP, Stage, flicker

WALL_DEPTH = 0.7
FLOOR_RANK = 0.745


def floor_line(st: Stage) -> float:
    """Where the back wall meets the floor."""
    return st.horizon + 190


def room(st: Stage, wall: str, floor: str, boards: bool = True, dado: str = "") -> float:
    """Back wall and floor; returns y of the line between them."""
    y = floor_line(st)
    width = st.right - st.left
    art = rect(st.left, TOP, width, y - TOP + 4, wall)
    if dado:
        art += rect(st.left, y - 190, width, 190, dado) + rect(st.left, y - 200, width, 12, shade(dado, 0.85))
    art += rect(st.left, y - 22, width, 24, shade(wall, 0.78))
    st.add(art, WALL_DEPTH)
    base = rect(st.left, y, width, BOTTOM - y, floor)
    if boards:
        base += "".join(
            stroke([(x, y), (x * 3.2, BOTTOM)], shade(floor, 0.9), 4)
            for x in range(int(st.left / 2), int(st.right / 2), 95)
        )
    st.add(base, GROUND_DEPTH, order=FLOOR_RANK)
    return y


def tiles(st: Stage, y: float, tone: str) -> None:
    """Floor tiles in perspective."""
    art = ""
    for row in range(7):
        top, low = y + (BOTTOM - y) * (row / 7) ** 2, y + (BOTTOM - y) * ((row + 1) / 7) ** 2
        for col in range(-14, 14, 2):
            a, b = 1 + 3 * (row / 7) ** 2, 1 + 3 * ((row + 1) / 7) ** 2
            c = col + row % 2
            art += poly([(c * 90 * a, top), ((c + 1) * 90 * a, top), ((c + 1) * 90 * b, low), (c * 90 * b, low)], tone)
    st.add(art, GROUND_DEPTH + 0.001, order=FLOOR_RANK + 0.001)


def window(
    st: Stage, x: float, y: float, w: float, h: float, frame: str = "#efe9dc", bars: int = 1, arch: bool = False
) -> None:
    """A window whose panes show the sky outside; light falls in by day."""
    high, mid, low = st.outside.sky
    define, fill = slope(0, y, 0, y + h, [(0, high, 1), (0.6, mid, 1), (1, low, 1)])
    top = ellipse(x + w / 2, y, w / 2, w / 2, fill) if arch else ""
    edge = ellipse(x + w / 2, y, w / 2 + 14, w / 2 + 14, frame) if arch else ""
    st.add(edge + rect(x - 14, y - (0 if arch else 14), w + 28, h + 28, frame), WALL_DEPTH + 0.001)
    st.add(define + top + rect(x, y, w, h, fill), WALL_DEPTH + 0.002, lit=False)
    view = poly(
        [
            (x, y + h * 0.72),
            (x + w * 0.3, y + h * 0.6),
            (x + w * 0.62, y + h * 0.74),
            (x + w, y + h * 0.64),
            (x + w, y + h),
            (x, y + h),
        ],
        mix(low, "#1b2a2a", 0.45 if not st.outside.dark else 0.7),
    )
    st.add(view, WALL_DEPTH + 0.003, lit=False)
    cross = "".join(rect(x + w * (i + 1) / (bars + 1) - 5, y, 10, h, frame) for i in range(bars)) + rect(
        x, y + h * 0.45, w, 9, frame
    )
    st.add(cross + rect(x - 26, y + h + 14, w + 52, 18, shade(frame, 0.88)), WALL_DEPTH + 0.004)
    if not st.outside.dark and st.seen.weather in ("clear", "heat", "wind", "cloudy"):
        tone = st.outside.sky[2]
        beam, shine = slope(x, y, x - st.side * 260, y + h * 2.2, [(0, tone, 0.26), (1, tone, 0.0)])
        st.light_up(
            beam + poly([(x, y), (x + w, y), (x + w - st.side * 330, 1300), (x - st.side * 330, 1300)], shine), 0.99
        )


def pendant(st: Stage, x: float, y: float, shadec: str = "#c77b3c", on: bool | None = None) -> None:
    """A lamp hanging from the ceiling, lit after dark."""
    st.add(
        stroke([(x, TOP), (x, y - 46)], "#37302c", 5)
        + poly([(x - 26, y - 50), (x + 26, y - 50), (x + 72, y), (x - 72, y)], shadec),
        0.9,
        lift=0.5,
    )
    if st.light.dark if on is None else on:
        st.add(ellipse(x, y + 2, 56, 9, "#fff0c2"), 0.901, lit=False)
        st.light_up(glow(x, y + 60, 620, "#f0b062", 0.42), 1.05, gain=flicker(0.03))


def furniture(
    st: Stage, kind: str, x: float, y: float, scale: float, depth: float = 0.86, colour: str = "", flip: bool = False
) -> None:
    """A piece of furniture standing in the room."""
    if kind not in st.owned:
        st.owned = st.owned | {kind}
    if any(st.seen.subjects[second].kind == kind for _first, _how, second in st.seen.relations):
        return  # the one that somebody is on or beside is placed with them
    st.add(group(PROPS[kind][0](colour), x, y, scale, flip=flip), depth)


def frame_on_wall(st: Stage, x: float, y: float, w: float, h: float, tone: str) -> None:
    """A picture on the wall."""
    st.add(
        rect(x, y, w, h, "#6b5138")
        + rect(x + 8, y + 8, w - 16, h - 16, tone)
        + poly([(x + 8, y + h - 8), (x + w * 0.4, y + h * 0.4), (x + w - 8, y + h - 8)], shade(tone, 0.75)),
        WALL_DEPTH + 0.002,
    )


def night_lamp(st: Stage, x: float, y: float, radius: float = 520, strength: float = 0.4) -> None:
    """Warm light about a lamp after dark."""
    if st.light.dark:
        st.light_up(glow(x, y, radius, "#f0b062", strength), 1.04, gain=flicker(0.05))


def rug(st: Stage, x: float, y: float, w: float, tone: str) -> None:
    """A rug on the floor."""
    st.add(
        ellipse(x, y, w, w * 0.13, tone) + ellipse(x, y, w * 0.82, w * 0.1, shade(tone, 1.15)),
        GROUND_DEPTH + 0.002,
        order=FLOOR_RANK + 0.002,
    )


def plant(st: Stage, x: float, y: float, size: float, depth: float = 0.88) -> None:
    """A plant in a pot."""
    leaves = "".join(
        curve(
            f"M{num(x)} {num(y - 90 * size)}q{num(dx * size * 0.3)} {num(-150 * size)} {num(dx * size)} "
            f"{num(-190 * size)}",
            "#4d7a4c" if i % 2 else "#5f8d58",
            22 * size,
        )
        for i, dx in enumerate((-110, -60, 0, 60, 110))
    )
    st.add(
        leaves
        + poly(
            [(x - 62 * size, y - 100 * size), (x + 62 * size, y - 100 * size), (x + 44 * size, y), (x - 44 * size, y)],
            "#b5694a",
        ),
        depth,
    )
