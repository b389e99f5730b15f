"""What places are made of: skies, ridges, seas, ground, trees, houses, rooms."""

import math

from .light import mix, shade
from .pen import Point, blob, circle, ellipse, glow, group, land, num, path, poly, rect, rects, slope, stroke
from .props import PAINTERS as PROPS
from .stage import BOTTOM, TOP, Stage, drift, sway

GROUND_DEPTH = 0.985
GROUND_RANK, PATH_RANK = 0.46, 0.47


def sky(st: Stage, low: float | None = None, stars: bool | None = None) -> None:
    """The sky of the hour, with sun or moon, stars and clouds."""
    base = st.horizon if low is None else low
    high, mid, near = st.outside.sky
    define, fill = slope(
        0, base - 900, 0, base, [(0, shade(high, 0.92), 1), (0.28, high, 1), (0.72, mid, 1), (1, near, 1)]
    )
    st.add(
        define + rect(st.left - 400, TOP - 500, st.right - st.left + 800, BOTTOM - TOP + 1000, fill),
        0.0,
        lit=False,
        fine=False,
    )
    if st.outside.stars if stars is None else stars:
        _stars(st, base)
    if st.outside.sun:
        _sun(st, base)
    clouds(st, base)


def _stars(st: Stage, base: float) -> None:
    dots = "".join(
        circle(
            st.between(st.left, st.right),
            st.between(TOP * 0.4, base - 60),
            st.between(0.8, 2.4),
            "#f2f0e2",
            st.between(0.35, 0.95),
        )
        for _ in range(210)
    )
    st.add(dots, 0.01, lit=False)


def _sun(st: Stage, base: float) -> None:
    x = -st.side * st.half * st.between(0.3, 0.52)
    y = base - 40 - st.outside.sun_height * 460
    moon = st.outside.dark
    r = 34 if moon else 46
    st.add(
        circle(x, y, r, st.outside.sun)
        + (
            circle(x - r * 0.3, y - r * 0.2, r * 0.2, "#d5d3c2")
            + circle(x + r * 0.25, y + r * 0.3, r * 0.26, "#d5d3c2")
            if moon
            else ""
        ),
        0.02,
        lit=False,
    )
    st.add(glow(x, y, 300 if moon else 460, st.outside.sun, 0.22 if moon else 0.5), 0.019, lit=False, fine=False)


CLOUDY = {
    "clear": 3,
    "heat": 0,
    "wind": 6,
    "rain": 8,
    "storm": 10,
    "snow": 7,
    "cloudy": 9,
    "fog": 0,
    "blizzard": 0,
    "sandstorm": 0,
}


def clouds(st: Stage, base: float) -> None:
    """Clouds after the weather, drifting."""
    heavy = st.seen.weather in ("rain", "storm", "snow", "cloudy")
    tone = mix(st.outside.sky[0], st.outside.sky[2], 0.35 if heavy else 0.75)
    tone = mix(tone, "#ffffff" if not st.outside.dark else st.outside.sky[2], 0.0 if heavy else 0.3)
    bands = {0: "", 1: ""}
    for i in range(CLOUDY[st.seen.weather]):
        y = base - st.between(250, 560) if not heavy else base - st.between(330, 640)
        bands[i % 2] += _cloud(
            st,
            st.between(st.left, st.right),
            y,
            st.between(0.8, 1.7) * (1.5 if heavy else 1),
            shade(tone, 0.9 if heavy and i % 2 else 1.0),
        )
    speed = {"wind": 46, "storm": 60, "rain": 22}.get(st.seen.weather, 9)
    for key, art in bands.items():
        st.add(
            f'<g opacity="{0.8 if heavy else 0.62}">{art}</g>' if art else "",
            0.06 + 0.03 * key,
            lit=False,
            motion=drift(speed * (1 + key * 0.5), 4000),
        )


def _cloud(st: Stage, x: float, y: float, size: float, fill: str) -> str:
    n = int(st.between(3, 6))
    puffs = "".join(
        ellipse(
            x + (i - n / 2) * 70 * size, y - math.sin(math.pi * (i + 0.5) / n) * 34 * size, 74 * size, 30 * size, fill
        )
        for i in range(n)
    )
    return puffs + rect(x - (n / 2 + 1) * 70 * size, y, (n + 1.4) * 70 * size, 26 * size, fill, 13 * size)


def ridge(
    st: Stage, y: float, height: float, colour: str, depth: float, step: float = 130, soft: bool = False, **how: object
) -> None:
    """A line of hills or mountains across the picture."""
    places, x, up = [], st.left - 100, False
    while x < st.right + step:
        places.append((x, y - (st.between(0.55, 1) if up else st.between(0, 0.4)) * height))
        x, up = x + step * st.between(0.6, 1.4), not up
    st.add(land(places, BOTTOM, colour, soft), depth, **how)


def peaks(st: Stage, y: float, height: float, colour: str, depth: float, snow: str = "") -> None:
    """Sharp mountains, each with a shadow side and, when `snow` is a colour, a white top."""
    art, x = "", st.left
    while x < st.right + 200:
        h, w = height * st.between(0.5, 1), st.between(230, 420)
        lean = st.between(-40, 40)
        art += poly([(x - w, y), (x + lean, y - h), (x + w, y)], colour) + poly(
            [(x + lean, y - h), (x + w, y), (x + w * 0.1, y), (x + lean - 20, y - h * 0.45)], shade(colour, 0.84)
        )
        if snow:
            cut = 0.3
            art += poly(
                [
                    (x + lean, y - h),
                    (x + lean + (w - lean) * cut, y - h * (1 - cut)),
                    (x + lean + w * 0.1, y - h * (0.92 - cut)),
                    (x + lean, y - h * (1 - cut)),
                    (x + lean - w * 0.13, y - h * (0.9 - cut)),
                    (x + lean - (w + lean) * cut, y - h * (1 - cut)),
                ],
                snow,
            )
        x += w * st.between(0.7, 1.2)
    st.add(art + rect(st.left, y - 2, st.right - st.left, BOTTOM - y, shade(colour, 0.9)), depth)


def ground(
    st: Stage,
    y: float,
    colour: str,
    patches: int = 14,
    depth: float = GROUND_DEPTH,
    wave: float = 10,
    rank: float = GROUND_RANK,
) -> None:
    """Ground from y down to the bottom, with a few flat patches that show its perspective."""
    places = [(x, y + wave * math.sin(x / 170 + st.side * 2)) for x in range(int(st.left), int(st.right) + 80, 80)]
    art = land(places, BOTTOM, colour)
    for i in range(patches):
        far = (i + 0.5) / patches
        py = y + 24 + (1200 - y) * far**1.7
        w = 60 + 330 * far**1.3
        art += ellipse(
            st.between(st.left * 0.7, st.right * 0.7),
            py,
            w * st.between(0.6, 1.3),
            5 + 17 * far,
            shade(colour, 0.93 if i % 2 else 1.06),
        )
    st.add(art, depth, order=rank)


def sea(
    st: Stage, y: float, colour: str, rough: float = 1.0, rows: int = 5, bottom: float = 1150.0, depth: float = 0.45
) -> None:
    """Water from y down: strips of waves, each swinging to its own time."""
    st.add(rect(st.left - 300, y, st.right - st.left + 600, BOTTOM - y, colour), depth, motion=None)
    for i in range(rows):
        far = (i + 0.4) / rows
        top = y + (bottom - y) * far**1.6
        length, tall = 70 + 190 * far, (4 + 16 * far) * rough
        tone = shade(colour, 1.1 - 0.3 * far) if i % 2 else shade(colour, 0.94 - 0.22 * far)
        st.add(_waves(st, top, length, tall, tone, top + 60 + 260 * far), depth + 0.1 * far + 0.01 * i,
               motion=sway(length * 0.4, tall * 0.55, 3.4 + 1.3 * (i % 3), phase=i * 0.23))  # fmt: skip


def _waves(st: Stage, y: float, length: float, tall: float, fill: str, bottom: float) -> str:
    x, d = st.left - 2 * length, ""
    d = f"M{num(x)} {num(y)}"
    while x < st.right + 2 * length:
        d += f"q{num(length * 0.3)} {num(-tall)} {num(length * 0.5)} {num(-tall * 0.2)}"
        d += f"t{num(length * 0.5)} {num(tall * 0.2)}"
        x += length
    return path(f"{d}V{num(bottom)}H{num(st.left - 2 * length)}Z", fill)


def shimmer(st: Stage, y: float, colour: str, x: float | None = None) -> None:
    """Light lying on water under the sun or moon."""
    if st.outside.sun:
        x = -st.side * st.half * 0.4 if x is None else x
        bars = "".join(
            rect(x - w + st.between(-30, 30), y + 14 + i * 22, w * 2, 4 + i * 0.5, colour, 3, 0.5)
            for i, w in ((i, 26 + 12 * i * st.between(0.5, 1)) for i in range(8))
        )
        st.add(bars, 0.5, lit=False, motion=sway(14, 0, 2.6))


def trees(
    st: Stage,
    y: float,
    height: float,
    count: int,
    colour: str,
    depth: float,
    pine: bool = False,
    gap: float = 0.0,
    bare: bool = False,
) -> None:
    """A stand of trees; `gap` keeps the middle free (share of half the width)."""
    art = ""
    for i in range(count):
        x = st.left + (i + st.between(0.15, 0.85)) * (st.right - st.left) / count
        if abs(x) < gap * st.half:
            continue
        h, foot, tone = height * st.between(0.72, 1.15), y + st.between(-6, 10), shade(colour, st.between(0.88, 1.1))
        art += _pine(x, foot, h, tone) if pine else _leafy(st, x, foot, h, tone, bare)
    st.add(art, depth)


def _pine(x: float, y: float, h: float, fill: str) -> str:
    art = rect(x - h * 0.022, y - h * 0.16, h * 0.044, h * 0.16, "#4a382b")
    for k, (low, high, w) in enumerate(((0.1, 0.5, 0.22), (0.34, 0.76, 0.17), (0.6, 1.0, 0.115))):
        art += poly(
            [(x - w * h, y - low * h), (x, y - high * h), (x + w * h, y - low * h)], shade(fill, 0.9 + 0.08 * k)
        )
    return art


def _leafy(st: Stage, x: float, y: float, h: float, fill: str, bare: bool) -> str:
    trunk = poly(
        [(x - h * 0.035, y), (x - h * 0.018, y - h * 0.6), (x + h * 0.018, y - h * 0.6), (x + h * 0.035, y)], "#5a4535"
    )
    if bare:
        return trunk + "".join(
            stroke([(x, y - h * (0.35 + 0.1 * k)), (x + s * h * 0.2, y - h * (0.62 + 0.1 * k))], "#5a4535", h * 0.018)
            for k, s in enumerate((-1, 1, -1, 1))
        )
    s = st.between(0.9, 1.1)
    crown = [
        (x - h * 0.28 * s, y - h * 0.55),
        (x - h * 0.2, y - h * 0.85),
        (x + h * 0.03, y - h),
        (x + h * 0.24, y - h * 0.84),
        (x + h * 0.29 * s, y - h * 0.55),
        (x + h * 0.08, y - h * 0.42),
        (x - h * 0.14, y - h * 0.43),
    ]
    under = [
        (x - h * 0.27 * s, y - h * 0.56),
        (x - h * 0.05, y - h * 0.6),
        (x + h * 0.14, y - h * 0.44),
        (x + h * 0.06, y - h * 0.42),
        (x - h * 0.14, y - h * 0.43),
    ]
    return trunk + blob(crown, fill) + blob(under, shade(fill, 0.85))


def trunks(st: Stage, y: float, count: int, width: float, colour: str, depth: float, gap: float = 0.0) -> None:
    """Tree trunks that leave the picture at the top."""
    art = ""
    for i in range(count):
        x = st.left + (i + st.between(0.1, 0.9)) * (st.right - st.left) / count
        if abs(x) < gap * st.half:
            continue
        w = width * st.between(0.6, 1.25)
        art += poly(
            [(x - w * 0.75, y + st.between(-8, 14)), (x - w * 0.42, TOP), (x + w * 0.42, TOP), (x + w * 0.8, y + 4)],
            shade(colour, st.between(0.9, 1.1)),
        )
        art += poly([(x - w * 0.75, y), (x - w * 0.42, TOP), (x - w * 0.12, TOP), (x - w * 0.3, y)], shade(colour, 0.8))
    st.add(art, depth)


WINDOW_LIGHTS = ("#f4cf7c", "#f0b95c", "#ffe2a0")


def blocks(
    st: Stage,
    y: float,
    low: float,
    high: float,
    colour: str,
    depth: float,
    wide: tuple[float, float] = (90, 190),
    gap: float = 0.0,
    panes: float = 1.0,
) -> None:
    """A row of tall houses; their windows are lit after dark."""
    walls = lamps = ""
    x = st.left
    while x < st.right:
        w, h = st.between(*wide), st.between(low, high)
        if abs(x + w / 2) > gap * st.half:
            tone = shade(colour, st.between(0.86, 1.12))
            walls += rect(x, y - h, w, BOTTOM - y + h, tone) + rect(
                x, y - h, w * 0.18, BOTTOM - y + h, shade(tone, 0.86)
            )
            dark, lit = _panes(st, x, y - h, w, h, tone, panes)
            walls, lamps = walls + dark, lamps + lit
        x += w + (2 if gap == 0 else st.between(0, 14))
    st.add(walls, depth)
    st.add(lamps, depth + 0.001, lit=False)


def _panes(st: Stage, x: float, top: float, w: float, h: float, tone: str, size: float) -> tuple[str, str]:
    """The dark windows of a house and the lit ones. All of one colour are one shape: a street has thousands."""
    pw, ph = 15 * size, 21 * size
    cols, rows = max(1, int((w - 14 * size) / (pw * 1.9))), max(1, int((h - 16 * size) / (ph * 1.75)))
    share, unlit = (0.42, shade(tone, 0.66)) if st.outside.dark else (0.0, shade(tone, 1.3))
    lit = st.rng.random(cols * rows) < share
    lamps = st.rng.integers(len(WINDOW_LIGHTS), size=cols * rows)
    corners: dict[str, list[Point]] = {}
    for index, (shines, lamp) in enumerate(zip(lit.tolist(), lamps.tolist(), strict=True)):
        c, r = divmod(index, rows)
        place = x + w / 2 + (c - (cols - 1) / 2) * pw * 1.9 - pw / 2, top + 18 * size + r * ph * 1.75
        corners.setdefault(WINDOW_LIGHTS[lamp] if shines else unlit, []).append(place)
    dark = rects(corners.pop(unlit, []), pw, ph, unlit)
    return dark, "".join(rects(places, pw, ph, colour) for colour, places in corners.items())


def stand_in(
    st: Stage, kind: str, x: float, y: float, scale: float, depth: float, colour: str = "", flip: bool = False
) -> None:
    """A prop of the vocabulary as part of the place."""
    st.add(group(PROPS[kind][0](colour), x, y, scale, flip=flip), depth)


def lamp_posts(st: Stage, y: float, height: float, xs: list[float], depth: float) -> None:
    """Street lamps, shining after dark."""
    art = "".join(
        rect(x - 5, y - height, 10, height, "#33363b", 4)
        + path(f"M{num(x)} {num(y - height)}q0 -26 34 -26h26", "none")
        + rect(x - 4, y - height - 8, 62, 9, "#33363b", 4)
        for x in xs
    )
    st.add(art, depth)
    heads = "".join(ellipse(x + 50, y - height + 6, 22, 9, "#ffe9b0" if st.outside.dark else "#d9dcda") for x in xs)
    st.add(heads, depth + 0.001, lit=False)
    if st.outside.dark:
        st.light_up("".join(glow(x + 50, y - height + 20, 240, "#f2c06a", 0.34) for x in xs), depth + 0.002)
