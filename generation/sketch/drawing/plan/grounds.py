"""The ground of a place from above, which fills the picture: what it is made of, what crosses it, what stands about."""
# ruff: noqa: E501 (a drawing or a table reads best a shape a line)

import math
from collections.abc import Callable

from generation.sketch.drawing.light import mix, shade
from generation.sketch.drawing.pen import blob, circle, ellipse, glow, group, poly, rect, smooth
from generation.sketch.drawing.stage import BOTTOM, TOP, Stage, sway

from .things import crown, thing_above

Painter = Callable[[Stage], None]
GROUND, MARKED, STANDING, OVERHEAD = 0.95, 0.96, 0.975, 1.1  # depths, from what lies lowest up
GREENS = {"savannah": "#b5a562", "autumn": "#a3904f", "winter": "#e4e8ea"}
TILES, BOARDS, CARPET, CONCRETE = "tiles", "boards", "carpet", "concrete"
# The floor of a room, its tone, and the furniture along its walls: kind, colour, where as shares of the picture.
ROOMS: dict[str, tuple[str, str, tuple[tuple[str, str, float, float, float], ...]]] = {
    "kitchen": (TILES, "#cfa06c", (("stove", "#e2ded4", -0.3, 0.13, 0), ("fridge", "#e8ebeb", 0.34, 0.14, 0), ("shelf", "#4f8f7c", 0.02, 0.12, 0), ("table", "#a98963", 0.62, 0.72, 0))),
    "bedroom": (CARPET, "#b8a58e", (("bed", "#5d7fa3", -0.6, 0.3, 0), ("wardrobe", "#7b5a40", 0.5, 0.12, 0), ("chair", "#a9573f", 0.72, 0.8, 200))),
    "living room": (BOARDS, "#a87a4f", (("sofa", "#4f7d74", -0.55, 0.17, 0), ("table", "#8a6242", -0.52, 0.42, 0), ("shelf", "#6b4a33", 0.55, 0.1, 0), ("plant", "", 0.82, 0.86, 0))),
    "office": (CARPET, "#8d989b", (("table", "#a98963", -0.56, 0.22, 0), ("table", "#a98963", 0.56, 0.22, 0), ("computer", "#3a3d42", -0.56, 0.2, 0), ("chair", "#39404f", 0.56, 0.36, 180))),
    "classroom": (BOARDS, "#b48a5c", (*tuple(("table", "#c9a873", x, y, 0) for y in (0.62, 0.86) for x in (-0.62, 0.0, 0.62)), ("blackboard", "#3f5a4c", 0.0, 0.07, 0))),
    "hospital": (TILES, "#b9c4c2", (("bed", "#7fb0b0", -0.58, 0.28, 0), ("bed", "#7fb0b0", 0.58, 0.28, 0), ("machine", "#d4dadb", 0.0, 0.1, 0))),
    "bar": (BOARDS, "#6f4a34", (("shelf", "#8a5a3a", -0.3, 0.12, 0), ("shelf", "#8a5a3a", 0.3, 0.12, 0), ("stool", "#a83a32", -0.4, 0.28, 0), ("stool", "#a83a32", 0.4, 0.28, 0), ("table", "#7b5a40", -0.66, 0.8, 0))),
    "café": (TILES, "#c9b08c", tuple(("stool", "#e7ddc8", x, y, 0) for x, y in ((-0.66, 0.24), (0.66, 0.24), (-0.66, 0.8), (0.66, 0.8)))),
    "restaurant": (CARPET, "#8d4a44", tuple(("table", "#efe9dc", x, y, 0) for x, y in ((-0.62, 0.22), (0.62, 0.22), (-0.62, 0.82), (0.62, 0.82)))),
    "library": (BOARDS, "#8f6a48", tuple(("shelf", "#6b4a33", x, y, 0) for y in (0.1, 0.28, 0.9) for x in (-0.6, 0.0, 0.6))),
    "laboratory": (TILES, "#cfd6d6", (("table", "#e7ebea", -0.55, 0.18, 0), ("table", "#e7ebea", 0.55, 0.18, 0), ("machine", "#9fb3b8", 0.6, 0.82, 0))),
    "bathroom": (TILES, "#d5e2e2", (("bathtub", "#ffffff", -0.56, 0.2, 0), ("stool", "#f2f4f4", 0.6, 0.2, 0))),
    "workshop": (CONCRETE, "#8c8578", (("table", "#7b5a40", -0.56, 0.17, 0), ("machine", "#5f6d72", 0.56, 0.2, 0))),
    "gym": (BOARDS, "#c79a5c", ()), "church": (TILES, "#9f968a", tuple(("bench", "#6b4a33", x, y, 0) for y in (0.2, 0.44, 0.68, 0.92) for x in (-0.58, 0.58))),
    "courtroom": (BOARDS, "#8a5f3f", (("table", "#6b4a33", 0.0, 0.13, 0), ("bench", "#7b5a40", -0.5, 0.9, 0), ("bench", "#7b5a40", 0.5, 0.9, 0))),
    "prison": (CONCRETE, "#77777a", (("bed", "#6d6f74", -0.6, 0.2, 0),)), "factory": (CONCRETE, "#84817b", (("machine", "#5f6d72", -0.5, 0.18, 0), ("machine", "#5f6d72", 0.5, 0.18, 0))),
    "throne room": (TILES, "#8d7a68", (("throne", "#8d2f3a", 0.0, 0.12, 0),)), "stage": (BOARDS, "#8a5f3f", ()), "museum": (TILES, "#c4bcae", (("statue", "#d9d5ca", -0.6, 0.24, 0), ("statue", "#d9d5ca", 0.6, 0.24, 0))),
    "shop": (TILES, "#c9bda5", tuple(("shelf", "#8d6f50", x, y, 0) for y in (0.14, 0.88) for x in (-0.58, 0.0, 0.58))), "attic": (BOARDS, "#7b5a3e", (("shelf", "#5d4430", 0.55, 0.12, 0),)),
    "elevator": (CARPET, "#6f6a68", ()), "corridor": (TILES, "#a9a596", ()), "hotel lobby": (TILES, "#b59f80", (("sofa", "#8d3f46", -0.56, 0.18, 0), ("plant", "", 0.8, 0.16, 0))),
    "greenhouse": (TILES, "#a89f88", tuple(("plant", "", x, y, 0) for y in (0.14, 0.9) for x in (-0.8, -0.5, -0.2, 0.2, 0.5, 0.8))),
}  # fmt: skip


def paint_ground(st: Stage) -> None:
    """Paint the place of the shot as it is seen from above."""
    place = st.seen.place
    if place in ROOMS or st.seen.interior:
        _room(st, *ROOMS.get(place, (CONCRETE, "#8f897f", ())))
        return
    OUTDOORS.get(place, _lawn)(st)
    if place not in WET and st.seen.weather in ("snow", "blizzard"):
        _cover(st, "#f2f5f7", 0.62)
    if st.seen.weather in ("fog", "sandstorm", "blizzard"):
        tone = {"sandstorm": "#c9a36a"}.get(st.seen.weather, "#dfe3e6")
        st.add(rect(st.left, TOP, st.right - st.left, BOTTOM - TOP, tone, 0, 0.34), 1.16, lit=False)
    if st.outside.dark:
        for k in (-0.62, 0.55):
            st.light_up(glow(k * st.half, 330 + 300 * (k > 0), 420, "#ffd48a", 0.34), 1.14)


def _cover(st: Stage, tone: str, opacity: float = 1.0) -> None:
    st.add(rect(st.left, TOP, st.right - st.left, BOTTOM - TOP, tone, 0, opacity), GROUND if opacity == 1 else MARKED)


def _patches(st: Stage, tone: str, count: int, size: tuple[float, float], opacity: float = 0.5) -> None:
    """Soft spots of another tone all over."""
    art = ""
    for _patch in range(count):
        x, y, r = st.between(st.left, st.right), st.between(TOP, BOTTOM), st.between(*size)
        ring = [(x + r * st.between(0.7, 1.2) * math.cos(a), y + r * 0.7 * st.between(0.7, 1.2) * math.sin(a))
                for a in (math.pi * k / 4 for k in range(8))]  # fmt: skip
        art += blob(ring, tone, opacity)
    st.add(art, GROUND + 0.002)


def _specks(st: Stage, tone: str, count: int, reach: float) -> None:
    art = "".join(
        ellipse(
            st.between(-st.half * 1.6, st.half * 1.6),
            st.between(-300, 1300),
            reach * st.between(0.5, 1),
            reach * 0.5,
            tone,
            0.8,
        )
        for _speck in range(count)
    )
    st.add(art, GROUND + 0.004)


def _band(st: Stage, tone: str, middle: float, width: float, bend: float = 0.0, edge: str = "") -> None:
    """Something that crosses the picture from side to side."""
    line = [(x, middle + bend * math.sin(x / 620 + st.side)) for x in range(int(st.left), int(st.right) + 200, 200)]
    lower = [(x, y + width) for x, y in reversed(line)]
    art = ""
    if edge:
        wide = [(x, y - 26) for x, y in line] + [(x, y + 26) for x, y in lower]
        art += f'<path d="{smooth(wide, closed=True)}" fill="{edge}"/>'
    st.add(art + f'<path d="{smooth([*line, *lower], closed=True)}" fill="{tone}"/>', MARKED)


def _crowns(st: Stage, tone: str, places: list[tuple[float, float, float]], depth: float = OVERHEAD) -> None:
    """Trees at (share of half the width, y, reach)."""
    art = shadows = ""
    for x, y, reach in places:
        shadows += ellipse(x * st.half + reach * 0.25, y + reach * 0.3, reach, reach * 0.9, "#101a12", 0.24)
        art += group(crown(reach, tone), x * st.half, y, turn=st.between(0, 360))
    st.add(shadows, STANDING, lit=False)
    st.add(art, depth)


def _edge_trees(st: Stage, tone: str, reach: float, count: int) -> None:
    """Trees along the upper and lower edge, which leave the middle free."""
    _crowns(st, tone, [((2 * (k + 0.5) / count - 1) * 1.5 + st.between(-0.06, 0.06),
                        (-40 if k % 2 else 1065) + st.between(-70, 60), reach * st.between(0.8, 1.2)) for k in range(count)])  # fmt: skip


def _green(st: Stage) -> str:
    return GREENS.get(st.seen.season, GREENS.get(st.seen.place, "#84a35b"))


def _lawn(st: Stage) -> None:
    tone = _green(st)
    _cover(st, tone)
    _patches(st, shade(tone, 0.93), 22, (120, 320))
    _specks(st, shade(tone, 1.14), 120, 9)


def _park(st: Stage) -> None:
    _lawn(st)
    _band(st, "#cdb488", 600, 130, 120)
    _crowns(st, "#5d8a4a", [(-0.85, 120, 170), (-0.35, 60, 130), (0.55, 90, 190), (0.9, 880, 170), (-0.7, 960, 150)])
    bench = thing_above("bench", "#8a6440", "", (0, 0, 1, 1), 0)[0]
    st.add(group(bench, st.half * 0.2, 520, 0.26), STANDING)


def _forest(st: Stage) -> None:
    tone = {"jungle": "#3f6b42", "swamp": "#5f6d48"}.get(st.seen.place, "#56703f")
    _cover(st, shade(tone, 0.86))
    _patches(st, "#6b5a3e", 12, (120, 260), 0.45)
    _edge_trees(st, tone, 190, 13)
    _crowns(st, shade(tone, 1.12), [(-1.0, 420, 210), (1.0, 560, 220), (-0.92, 740, 160), (0.9, 300, 150)])


def _farmland(st: Stage) -> None:
    _cover(st, "#a8964f" if st.seen.season == "autumn" else "#93a457")
    rows = "".join(rect(st.left, y, st.right - st.left, 26, "#7d8a45") for y in range(int(TOP), 380, 62))
    st.add(rows, GROUND + 0.002)
    _band(st, "#b89a6a", 420, 420, 30)
    roof = thing_above("house", "", "", (-900, 0, 900, 900), 0)[0]
    st.add(group(roof, -st.side * st.half * 0.66, 150, 0.24, turn=8), STANDING)


def _village(st: Stage) -> None:
    _cover(st, "#b3a27f")
    _patches(st, "#a08f6d", 18, (100, 240))
    for x, y, turn in ((-0.74, 120, 6), (0.0, 60, -4), (0.74, 140, 10), (-0.7, 930, -8), (0.72, 940, 5)):
        roof = thing_above("house", "", "", (-900, 0, 900, 900), 0)[0]
        st.add(group(roof, x * st.half, y, 0.26, turn=turn), STANDING)


def _sand(st: Stage) -> None:
    tone = {"planet": "#9a6a58", "canyon": "#b5714d", "battlefield": "#7a6a52", "western town": "#c29a68", "volcano": "#4c4042",
            "ruins": "#b3a078", "building site": "#b59a72"}.get(st.seen.place, "#ddc48d")  # fmt: skip
    _cover(st, tone)
    waves = "".join(
        f'<path d="{smooth([(x, y + 22 * math.sin(x / 260 + y)) for x in range(int(st.left), int(st.right), 130)])}" fill="none" '
        f'stroke="{shade(tone, 0.92)}" stroke-width="10"/>'
        for y in range(int(TOP), int(BOTTOM), 110)
    )
    st.add(waves, GROUND + 0.002)
    stones = "".join(
        blob([(x + r * math.cos(a), y + r * 0.8 * math.sin(a)) for a in (0.2, 1.4, 2.6, 3.8, 5.0)], shade(tone, 0.78))
        for x, y, r in (
            (k * st.half, 120 + 740 * (i % 2), 36 + 18 * (i % 3)) for i, k in enumerate((-0.9, -0.55, 0.1, 0.5, 0.86))
        )
    )
    st.add(stones, MARKED)
    if st.seen.place == "volcano":
        _band(st, "#e8662e", 120, 120, 90, "#2f2628")
    if st.seen.place == "battlefield":
        st.add(
            "".join(
                circle(k * st.half, y, 120, "#4f4334") + circle(k * st.half, y + 14, 84, "#3b3228")
                for k, y in ((-0.6, 200), (0.62, 300), (0.1, 900))
            ),
            MARKED,
        )


def _water(st: Stage) -> None:
    _cover(st, {"lake": "#4f86a3", "swimming pool": "#46b4d2", "waterfall": "#5a9ab0"}.get(st.seen.place, "#2f6f93"))
    for row, way in ((0, 1), (1, -1)):
        ripples = "".join(
            ellipse(st.between(st.left, st.right), y + st.between(-30, 30), st.between(60, 150), 8, "#cfe6ee", 0.34)
            for y in range(-300 + 60 * row, 1400, 120) for _k in range(3)
        )  # fmt: skip
        st.add(ripples, MARKED + 0.002 * row, motion=sway(34 * way, 9, 3.6, phase=0.3 * row))
    if st.seen.place == "swimming pool":
        st.add(
            "".join(rect(st.left, y, st.right - st.left, 14, "#e9f4f6", 0, 0.7) for y in (200, 420, 640, 860)), MARKED
        )


def _shore(st: Stage) -> None:
    """Land below, water above, and foam that comes and goes."""
    rocky = st.seen.place == "coast"
    _sand(st) if not rocky else _cover(st, "#7d7a72")
    edge = [(x, 250 + 40 * math.sin(x / 300 + st.side)) for x in range(int(st.left), int(st.right) + 200, 160)]
    sea = f'L{st.right:.0f} {TOP:.0f}L{st.left:.0f} {TOP:.0f}Z" fill="#3f86a3"/>'
    st.add(f'<path d="{smooth(edge)}' + sea, MARKED)
    foam = f'<path d="{smooth(edge)}" fill="none" stroke="#f2f6f4" stroke-width="34" stroke-opacity="0.8" stroke-linecap="round"/>'
    st.add(foam, MARKED + 0.002, motion=sway(0, 24, 4.4))
    if st.seen.place == "island":
        _crowns(st, "#5c8a4a", [(-0.8, 840, 150), (0.84, 700, 170), (0.5, 960, 120)])


def _river(st: Stage) -> None:
    _lawn(st)
    _band(st, "#4f8aa6", 120, 330, 70, "#cdb98c")
    glints = "".join(
        ellipse(st.between(st.left, st.right), st.between(180, 420), 70, 6, "#d8ecf2", 0.5) for _k in range(26)
    )
    st.add(glints, MARKED + 0.002, motion=sway(60, 4, 3.0))
    _crowns(st, "#5d8a4a", [(-0.8, 700, 150), (0.85, 860, 180)])


def _quay(st: Stage) -> None:
    _water(st)
    planks = rect(st.left, 360, st.right - st.left, 470, "#9a7a54") + "".join(
        rect(x, 360, 6, 470, "#7d6140") for x in range(int(st.left), int(st.right), 74)
    )
    st.add(
        planks
        + rect(st.left, 352, st.right - st.left, 16, "#6b5236")
        + rect(st.left, 826, st.right - st.left, 16, "#6b5236"),
        MARKED + 0.006,
    )
    st.add("".join(circle(k * st.half, y, 26, "#4a4038") for k in (-0.9, -0.3, 0.3, 0.9) for y in (390, 800)), STANDING)


def _deck(st: Stage) -> None:
    _water(st)
    hull = [
        (-st.half * 1.5, 190),
        (st.half * 0.9, 190),
        (st.half * 1.5, 500),
        (st.half * 0.9, 810),
        (-st.half * 1.5, 810),
    ]
    st.add(poly(hull, "#e9e4d8") + rect(-st.half * 1.6, 220, st.half * 2.4, 560, "#b98d5e"), MARKED + 0.006)
    st.add("".join(rect(-st.half * 1.6, y, st.half * 2.4, 5, "#96714a") for y in range(260, 780, 52)), STANDING)


def _street(st: Stage) -> None:
    """Pavements above and below, the road between them, a crossing."""
    bridge = st.seen.place == "bridge"
    if bridge:
        _water(st)
    else:
        _cover(st, "#a9a59c")
        slabs = "".join(rect(x, TOP, 5, BOTTOM - TOP, "#989489") for x in range(int(st.left), int(st.right), 130))
        st.add(
            slabs
            + "".join(rect(st.left, y, st.right - st.left, 5, "#989489") for y in range(int(TOP), int(BOTTOM), 130)),
            GROUND + 0.002,
        )
    if bridge:
        st.add(rect(st.left, 150, st.right - st.left, 720, "#b3aea4"), MARKED)
    top, deep = 300, 420
    road = rect(st.left, top, st.right - st.left, deep, "#55575c") + "".join(
        rect(st.left, y, st.right - st.left, 14, "#cfcabd") for y in (top - 14, top + deep)
    )
    dashes = "".join(rect(x, top + deep / 2 - 6, 90, 12, "#e4dfce") for x in range(int(st.left), int(st.right), 190))
    x = st.side * st.half * 0.42
    zebra = "".join(rect(x - 110, top + 24 + 56 * k, 220, 30, "#eceae2") for k in range(7)) if not bridge else ""
    st.add(road + dashes + zebra, MARKED + 0.002)
    if not bridge and st.seen.place == "street":
        roofs = rect(st.left, TOP, st.right - st.left, 90 - TOP, "#8b7b70") + "".join(
            rect(rx, 86, 240, 62, t)
            for rx, t in zip(
                range(int(st.left), int(st.right), 260), ("#b5523b", "#4f7a6a", "#c79a4a") * 20, strict=False
            )
        )
        st.add(roofs, STANDING)


def _country_road(st: Stage) -> None:
    _lawn(st)
    _band(st, "#5d5f63", 330, 340, 0, "#b8ab88")
    st.add("".join(rect(x, 494, 110, 12, "#e4dfce") for x in range(int(st.left), int(st.right), 230)), MARKED + 0.002)
    _crowns(st, "#5d8a4a", [(-0.8, 130, 150), (0.3, 80, 120), (0.82, 880, 170)])


def _market(st: Stage) -> None:
    _cover(st, "#b09a7c")
    _specks(st, "#98846a", 160, 16)
    tones = ("#c8553d", "#4f8a86", "#d9a441", "#6f5f94")
    for i, (k, y) in enumerate(
        ((-0.72, 110), (-0.24, 90), (0.24, 110), (0.72, 90), (-0.66, 930), (0.0, 950), (0.66, 930))
    ):
        x = k * st.half
        stripes = "".join(
            rect(x - 150 + 50 * n, y - 90, 50, 180, tones[i % 4] if n % 2 else "#efe7d6") for n in range(6)
        )
        st.add(stripes + rect(x - 150, y - 90, 300, 12, "#6b4a33"), OVERHEAD)


def _rails(st: Stage) -> None:
    _cover(st, "#8b8378")
    for y in (150, 820):
        sleepers = "".join(rect(x, y - 80, 40, 200, "#5d4a3a") for x in range(int(st.left), int(st.right), 90))
        st.add(
            sleepers
            + rect(st.left, y - 40, st.right - st.left, 14, METAL_RAIL)
            + rect(st.left, y + 66, st.right - st.left, 14, METAL_RAIL),
            MARKED,
        )
    st.add(
        rect(st.left, 320, st.right - st.left, 360, "#b3aea4")
        + rect(st.left, 332, st.right - st.left, 16, "#e0c85a")
        + rect(st.left, 652, st.right - st.left, 16, "#e0c85a"),
        MARKED + 0.004,
    )


def _runway(st: Stage) -> None:
    _cover(st, "#8f9497")
    st.add(rect(st.left, 280, st.right - st.left, 460, "#64686c") + "".join(rect(x, 500, 150, 18, "#f2f0e6") for x in range(int(st.left), int(st.right), 270))
           + "".join(rect(st.left, y, st.right - st.left, 10, "#e0c85a") for y in (300, 716)), MARKED)  # fmt: skip


def _pitch(st: Stage) -> None:
    _cover(st, "#4f9a4b")
    st.add(
        "".join(rect(x, TOP, 150, BOTTOM - TOP, "#5aa855") for x in range(int(st.left), int(st.right), 300)),
        GROUND + 0.002,
    )
    ring = '<circle cx="0" cy="500" r="230" fill="none" stroke="#f2f4ee" stroke-width="10"/>'
    st.add(ring + rect(-5, TOP, 10, BOTTOM - TOP, "#f2f4ee") + circle(0, 500, 14, "#f2f4ee"), MARKED)


def _snow(st: Stage) -> None:
    _cover(st, "#e6edf2")
    _patches(st, "#d3dfe8", 24, (120, 320), 0.7)
    if st.seen.place == "mountains":
        _patches(st, "#7f858a", 12, (90, 220), 0.9)


def _court(st: Stage) -> None:
    """Paving within walls: a castle's yard, a square, a roof."""
    tone = {"rooftop": "#8d8a86", "skyline": "#7c7a78", "graveyard": "#7f8a66"}.get(st.seen.place, "#a79c88")
    _cover(st, tone)
    joints = "".join(
        rect(x + (60 if (y // 90) % 2 else 0), y, 116, 84, shade(tone, 0.95 + 0.02 * ((x // 120 + y // 90) % 4)), 6)
        for y in range(-630, 1700, 90) for x in range(int(st.left) // 120 * 120, int(st.right), 120)
    )  # fmt: skip
    st.add(joints, GROUND + 0.002)
    if st.seen.place == "graveyard":
        stones = "".join(
            rect(k * st.half - 50, y, 100, 46, "#b3b3ad", 16) + rect(k * st.half - 44, y + 46, 88, 150, "#6f7d58", 8)
            for k in (-0.8, -0.4, 0.4, 0.8)
            for y in (90, 760)
        )
        st.add(stones, MARKED)
    else:
        wall = shade(tone, 0.7)
        st.add(
            rect(st.left, TOP, st.right - st.left, 70 - TOP, wall)
            + rect(st.left, 960, st.right - st.left, BOTTOM - 960, wall),
            STANDING,
        )


def _room(st: Stage, floor: str, tone: str, furniture: tuple[tuple[str, str, float, float, float], ...]) -> None:
    """A floor between four walls, the furniture along them; what the words name is not there twice."""
    _cover(st, tone)
    if floor == BOARDS:
        art = "".join(
            rect(st.left, y, st.right - st.left, 5, shade(tone, 0.86)) for y in range(int(TOP), int(BOTTOM), 74)
        )
        art += "".join(
            rect(x + 90 * (y % 3), y, 5, 74, shade(tone, 0.86))
            for y in range(int(TOP), int(BOTTOM), 74)
            for x in range(int(st.left), int(st.right), 420)
        )
    elif floor == TILES:
        art = "".join(
            rect(x, y, 118, 118, shade(tone, 0.9))
            for y in range(-720, 1750, 120) for x in range(int(st.left) // 240 * 240 + (120 if (y // 120) % 2 else 0), int(st.right), 240)
        )  # fmt: skip
    else:
        art = ""
    st.add(art, GROUND + 0.002)
    if floor == CARPET or st.seen.place == "living room":
        st.add(
            rect(-st.half * 0.5, 330, st.half, 430, mix(tone, "#a9573f", 0.5), 20)
            + rect(-st.half * 0.46, 360, st.half * 0.92, 370, mix(tone, "#e7d2b0", 0.4), 14),
            MARKED,
        )
    named = {subject.kind for subject in st.seen.subjects}
    for kind, colour, x, y, turn in furniture:
        if kind not in named:
            art, _box = thing_above(kind, colour, "", (-300, 0, 300, 300), 0.2)
            st.add(
                ellipse(x * st.half + 8, y * 1000 + 14, 150, 70, "#000000", 0.12)
                + group(art, x * st.half, y * 1000, 0.3, turn=turn),
                STANDING,
            )
    wall = "#efe9dd"
    frame = rect(st.left, TOP, st.right - st.left, 34 - TOP, wall) + rect(
        st.left, 34, st.right - st.left, 12, shade(wall, 0.7)
    )
    for side in (-1, 1):
        x = side * st.half * 0.97
        frame += rect(min(x, side * st.right), TOP, abs(st.right - abs(x)), BOTTOM - TOP, wall) + rect(
            x - 6, TOP, 12, BOTTOM - TOP, shade(wall, 0.7)
        )
    st.add(
        frame
        + rect(st.left, 970, st.right - st.left, BOTTOM - 970, wall)
        + rect(st.left, 962, st.right - st.left, 10, shade(wall, 0.7)),
        STANDING + 0.002,
    )


METAL_RAIL = "#b4b9bd"
WET = frozenset(("sea", "lake", "swimming pool", "waterfall", "harbour", "ship deck", "underwater"))
OUTDOORS: dict[str, Painter] = {
    "park": _park, "playground": _park, "garden": _park, "forest": _forest, "jungle": _forest, "swamp": _forest, "farm": _farmland,
    "village": _village, "desert": _sand, "canyon": _sand, "planet": _sand, "battlefield": _sand, "western town": _sand, "volcano": _sand, "ruins": _sand,
    "building site": _sand, "beach": _shore, "coast": _shore, "island": _shore, "sea": _water, "lake": _water, "swimming pool": _water, "waterfall": _water,
    "river": _river, "harbour": _quay, "ship deck": _deck, "street": _street, "bridge": _street, "road": _country_road, "market": _market, "fairground": _market,
    "railway": _rails, "airport": _runway, "stadium": _pitch, "snow field": _snow, "mountains": _snow, "castle": _court, "rooftop": _court, "skyline": _court, "graveyard": _court,
}  # fmt: skip
