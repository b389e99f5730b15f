"""Fields, forests, deserts, mountains and roads."""

from generation.sketch.drawing.light import mix, shade
from generation.sketch.drawing.motifs import (
    PATH_RANK,
    _leafy,
    blocks,
    ground,
    peaks,
    ridge,
    sky,
    stand_in,
    trees,
    trunks,
)
from generation.sketch.drawing.pen import blob, circle, ellipse, group, poly, rect, stroke
from generation.sketch.drawing.stage import BOTTOM, Stage, sway

GRASS = {"autumn": "#a58a4a", "winter": "#dfe3e4", "spring": "#7ea35a", "summer": "#86a355", "": "#83995a"}
LEAVES = {"autumn": "#b9743a", "winter": "#5a5a55", "spring": "#86ab62", "summer": "#56793f", "": "#567a48"}


def grass(st: Stage) -> str:
    """The colour of grass in the season."""
    return "#e4e8ea" if st.seen.weather in ("snow", "blizzard") else GRASS[st.seen.season]


def leaves(st: Stage) -> str:
    """The colour of leaves in the season."""
    return LEAVES[st.seen.season]


def way(st: Stage, y: float, colour: str, width: float = 380, bend: float = 0.0) -> str:
    """A path from the foreground to the horizon."""
    x = st.side * bend
    near = width * 1.5
    return poly(
        [
            (x - 8, y),
            (x + 10, y),
            (x * 0.3 + near * 0.34, y + 180),
            (near, BOTTOM),
            (-near, BOTTOM),
            (x * 0.5 - near * 0.26, y + 180),
        ],
        colour,
    )


def open_ground(st: Stage) -> None:
    """Soft hills under the sky: what is drawn when no place is named."""
    sky(st)
    ridge(st, st.horizon + 10, 70, "#7c8c7a", 0.25, 260, soft=True)
    ridge(st, st.horizon + 40, 46, "#8a986f", 0.5, 340, soft=True)
    ground(st, st.horizon + 60, mix(grass(st), "#a19a7a", 0.35))
    if "path" in st.seen.features:
        st.add(way(st, st.horizon + 60, "#b6a27c", 240), 0.986, order=PATH_RANK)


def field(st: Stage) -> None:
    sky(st)
    ridge(st, st.horizon + 16, 80, "#7d9271", 0.25, 300, soft=True)
    trees(st, st.horizon + 26, 84, 22, shade(leaves(st), 0.92), 0.4)
    ground(st, st.horizon + 24, grass(st), 10)
    rows = "".join(
        stroke([(x * 0.25, st.horizon + 34), (x * 3, BOTTOM)], shade(grass(st), 0.9), 7)
        for x in range(int(st.left), int(st.right), 150)
    )
    st.add(rows, 0.986, order=PATH_RANK)
    _leafy_hero(st, 0.62, st.horizon + 70, 430)
    tufts(st, shade(grass(st), 0.78))


def _leafy_hero(st: Stage, at: float, y: float, height: float) -> None:
    st.add(_leafy(st, st.side * st.half * at, y, height, leaves(st), st.seen.season == "winter"), 0.8)


def tufts(st: Stage, tone: str, y: float = 1010.0, count: int = 26) -> None:
    """Grass close to the camera."""
    art = ""
    for i in range(count):
        x = st.left * 0.6 + (i + st.between(0, 1)) * (st.right - st.left) * 0.6 / count
        h = st.between(40, 110)
        art += poly([(x - 16, y + 40), (x + st.between(-26, 26), y - h), (x + 16, y + 40)], tone)
    st.add(
        art + rect(st.left, y + 20, st.right - st.left, 500, tone), 1.35, motion=sway(0, 0, 3.5, 0.5), pivot=(0, 1400)
    )


def farm(st: Stage) -> None:
    sky(st)
    ridge(st, st.horizon + 14, 90, "#8a9a72", 0.25, 300, soft=True)
    ground(st, st.horizon + 30, mix(grass(st), "#b09a62", 0.3))
    x, y = st.side * st.half * 0.55, st.horizon + 70
    barn = (
        rect(-180, -170, 360, 170, "#a5483a")
        + poly([(-200, -165), (-120, -260), (120, -260), (200, -165)], "#6d3a34")
        + rect(-60, -120, 120, 120, "#7c352c")
        + stroke([(-60, -120), (60, 0), (60, -120), (-60, 0)], "#ece2d0", 6)
    )
    silo = rect(205, -300, 80, 300, "#b9bdb9", 4) + ellipse(245, -300, 40, 30, "#989d9b")
    st.add(group(barn + silo, x, y, 1.25), 0.7)
    fence(st, st.horizon + 130, 0.95)
    bales = "".join(
        ellipse(bx, y + 60, 44, 40, "#cfae5e") + ellipse(bx + 8, y + 60, 26, 24, "#b8974c")
        for bx in (-st.side * st.half * 0.5, -st.side * st.half * 0.36)
    )
    st.add(bales, 0.9)


def fence(st: Stage, y: float, depth: float) -> None:
    """A wooden fence across the picture."""
    art = "".join(rect(x, y - 70, 12, 84, "#8b6f4e", 3) for x in range(int(st.left), int(st.right), 95))
    st.add(
        art
        + rect(st.left, y - 56, st.right - st.left, 9, "#97795a")
        + rect(st.left, y - 26, st.right - st.left, 9, "#97795a"),
        depth,
    )


def forest(st: Stage) -> None:
    sky(st, st.horizon + 60)
    leaf = leaves(st)
    st.add(rect(st.left, -700, st.right - st.left, st.horizon + 760, mix(leaf, st.outside.sky[2], 0.55)), 0.1)
    trees(st, st.horizon + 60, 560, 26, mix(leaf, "#8fa08a", 0.4), 0.22, pine=True)
    trunks(st, st.horizon + 90, 26, 22, "#6b6255", 0.45)
    ground(st, st.horizon + 80, mix(leaf, "#6a5a3e", 0.55), 16)
    if "path" in st.seen.features:
        st.add(way(st, st.horizon + 84, "#9a8460", 260), 0.986, order=PATH_RANK)
    trunks(st, st.horizon + 170, 13, 54, "#55483c", 0.75, gap=0.34)
    canopy = "".join(
        ellipse(
            st.between(st.left, st.right),
            st.between(-130, 50),
            st.between(150, 290),
            st.between(60, 110),
            shade(leaf, st.between(0.6, 0.8)),
        )
        for _ in range(30)
    )
    st.add(canopy, 0.9, motion=sway(8, 3, 5.2))
    ferns = "".join(
        ellipse(
            x,
            st.horizon + 175 + st.between(-20, 50),
            st.between(50, 110),
            st.between(20, 44),
            shade(leaf, st.between(0.65, 0.85)),
        )
        for x in range(int(st.left), int(st.right), 110)
        if abs(x) > st.half * 0.42
    )
    st.add(ferns, 0.8)
    trunks(st, 1150, 4, 170, "#332b26", 1.5, gap=0.72)
    st.spread = (-st.half * 0.68, st.half * 0.68)  # nobody stands behind the near trunks


def mountains(st: Stage) -> None:
    sky(st)
    peaks(st, st.horizon + 40, 420, "#8b97a5", 0.12, "#eef1f2")
    peaks(st, st.horizon + 60, 260, "#75838c", 0.25, "#e6eaec")
    ridge(st, st.horizon + 70, 90, "#5f7264", 0.45, 120)
    trees(st, st.horizon + 90, 110, 34, "#4d6653", 0.55, pine=True)
    ground(st, st.horizon + 84, mix(grass(st), "#7a7a68", 0.4))
    stones(st, st.horizon + 170, "#7d7b78")
    if "path" in st.seen.features:
        st.add(way(st, st.horizon + 90, "#b3a486", 230, 120), 0.986, order=PATH_RANK)


def stones(st: Stage, y: float, colour: str, count: int = 7) -> None:
    """A few stones on the ground at both sides."""
    art = ""
    for i in range(count):
        x = (1 if i % 2 else -1) * st.half * st.between(0.45, 1.4)
        s, dy = st.between(0.4, 1.0), st.between(0, 190)
        art += poly(
            [
                (x - 90 * s, y + dy),
                (x - 60 * s, y + dy - 60 * s),
                (x + 20 * s, y + dy - 90 * s),
                (x + 80 * s, y + dy - 40 * s),
                (x + 96 * s, y + dy),
            ],
            colour,
        ) + poly(
            [(x - 90 * s, y + dy), (x - 60 * s, y + dy - 60 * s), (x + 4 * s, y + dy - 30 * s), (x - 20 * s, y + dy)],
            shade(colour, 0.8),
        )
    st.add(art, 0.95)


def snow_field(st: Stage) -> None:
    sky(st)
    peaks(st, st.horizon + 30, 190, "#a9b7c4", 0.12, "#f2f5f6")
    ridge(st, st.horizon + 30, 46, "#dfe7ec", 0.35, 330, soft=True)
    trees(st, st.horizon + 44, 120, 12, "#5e7370", 0.5, pine=True, gap=0.2)
    ground(st, st.horizon + 40, "#eef2f4", 16, wave=16)
    st.add(
        blob(
            [
                (st.left, 1010),
                (st.left * 0.4, 960),
                (0, 1030),
                (st.right * 0.5, 950),
                (st.right, 1010),
                (st.right, 1500),
                (st.left, 1500),
            ],
            "#dbe4ea",
        ),
        1.3,
    )


def desert(st: Stage) -> None:
    sky(st)
    mesas = ""
    for i in range(9):
        x, w, h = (
            st.left + (i + st.between(0.1, 0.9)) * (st.right - st.left) / 9,
            st.between(90, 210),
            st.between(70, 190),
        )
        mesas += poly(
            [
                (x - w, st.horizon + 20),
                (x - w * 0.7, st.horizon - h),
                (x + w * 0.6, st.horizon - h),
                (x + w, st.horizon + 20),
            ],
            "#c07a52",
        ) + poly(
            [
                (x - w, st.horizon + 20),
                (x - w * 0.7, st.horizon - h),
                (x - w * 0.4, st.horizon - h),
                (x - w * 0.45, st.horizon + 20),
            ],
            "#a9653f",
        )
    st.add(mesas, 0.18)
    ridge(st, st.horizon + 30, 60, "#dba968", 0.4, 420, soft=True)
    ridge(st, st.horizon + 90, 70, "#d39c58", 0.44, 520, soft=True)
    ground(st, st.horizon + 110, "#e0b070", 9, wave=22)
    x, y = st.side * st.half * 0.62, st.horizon + 170
    cactus = (
        stroke([(0, 0), (0, -260)], "#5d7b4a", 54)
        + stroke([(0, -110), (92, -110), (92, -200)], "#5d7b4a", 40)
        + stroke([(0, -70), (-86, -70), (-86, -150)], "#536f42", 38)
    )
    st.add(group(cactus, x, y, 0.8) + group(cactus, -x * 1.5, y - 60, 0.4), 0.85)


def road(st: Stage) -> None:
    sky(st)
    ridge(st, st.horizon + 14, 90, "#7e8f78", 0.22, 240, soft=True)
    ground(st, st.horizon + 30, grass(st), 8)
    st.add(
        poly([(-16, st.horizon + 30), (16, st.horizon + 30), (900, BOTTOM), (-900, BOTTOM)], "#5d5f63"),
        0.986,
        order=PATH_RANK,
    )
    dashes = "".join(
        poly([(-w, y), (w, y), (w * 1.25, y + h), (-w * 1.25, y + h)], "#ece4cc")
        for y, w, h in (
            (st.horizon + 30 + 620 * (i / 8) ** 2.0, 2 + 13 * (i / 8) ** 1.6, 10 + 60 * (i / 8) ** 1.6)
            for i in range(1, 9)
        )
    )
    st.add(dashes, 0.986, order=PATH_RANK)
    poles = "".join(
        stroke([(x, y), (x, y - h)], "#5c4a3a", h * 0.03)
        + stroke([(x - h * 0.12, y - h * 0.9), (x + h * 0.12, y - h * 0.9)], "#5c4a3a", h * 0.02)
        for x, y, h in (
            (st.side * (90 + 150 * k * k), st.horizon + 34 + 22 * k * k, 110 + 75 * k * k) for k in range(4)
        )
    )
    st.add(poles, 0.8)
    tufts(st, shade(grass(st), 0.72), 1060)


def park(st: Stage) -> None:
    sky(st)
    blocks(st, st.horizon + 30, 90, 240, "#9aa3a8", 0.16)
    trees(st, st.horizon + 50, 240, 18, leaves(st), 0.45, bare=st.seen.season == "winter")
    ground(st, st.horizon + 50, grass(st), 8)
    st.add(way(st, st.horizon + 50, "#cdbb96", 250, 260), 0.986, order=PATH_RANK)
    _leafy_hero(st, 0.75, st.horizon + 120, 560)
    if not st.has("bench"):
        stand_in(st, "bench", -st.side * st.half * 0.6, st.horizon + 190, 0.26, 0.93)
    lamp = rect(-5, -330, 10, 330, "#33363b") + circle(0, -345, 24, "#f3e6bd")
    st.add(group(lamp, -st.side * st.half * 0.34, st.horizon + 130), 0.85)


def garden(st: Stage) -> None:
    sky(st)
    trees(st, st.horizon + 20, 220, 16, leaves(st), 0.3)
    st.add(
        rect(st.left, st.horizon - 40, st.right - st.left, 110, "#55794c", 0)
        + "".join(ellipse(x, st.horizon - 36, 70, 30, "#5d8353") for x in range(int(st.left), int(st.right), 95)),
        0.6,
    )
    ground(st, st.horizon + 60, mix(grass(st), "#7fae5d", 0.5), 8)
    st.add(way(st, st.horizon + 60, "#d8c8a4", 200, -140), 0.986, order=PATH_RANK)
    beds = ""
    for i in range(70):
        x, y = st.between(st.left * 0.7, st.right * 0.7), st.horizon + st.between(76, 150)
        if abs(x) > st.half * 0.3:
            beds += rect(x - 2, y, 4, 26, "#4f7a45") + circle(
                x, y, st.between(9, 16), ("#d8646b", "#e8b54a", "#ece4f0", "#a579b4", "#df8a4a")[i % 5]
            )
    st.add(beds, 0.9, motion=sway(3, 1, 3.1))


def castle(st: Stage) -> None:
    sky(st)
    ridge(st, st.horizon + 20, 120, "#74866f", 0.22, 240, soft=True)
    hill = blob(
        [
            (st.side * st.half * 0.35 + dx, st.horizon + dy)
            for dx, dy in ((-560, 130), (-330, 10), (-60, -60), (220, -40), (520, 60), (700, 140), (0, 260))
        ],
        "#6f8159",
    )
    st.add(hill, 0.44)
    stone = "#a09a90"
    keep = "".join(
        rect(x, -h, w, h, shade(stone, t))
        + "".join(rect(x + k * w / 3.5, -h - 18, w / 7, 20, shade(stone, t)) for k in range(4))
        for x, w, h, t in ((-230, 90, 260, 0.9), (-150, 300, 180, 1.0), (-60, 120, 330, 1.06), (140, 100, 290, 0.92))
    )
    roofs = (
        poly([(-70, -348), (0, -470), (70, -348)], "#6a4a5c")
        + poly([(130, -308), (190, -410), (250, -308)], "#6a4a5c")
        + rect(-40, -90, 70, 90, "#4a3a34", 34)
    )
    flag = stroke([(0, -470), (0, -540)], "#4a3a34", 5) + poly([(0, -540), (60, -522), (0, -504)], "#c8402f")
    st.add(group(keep + roofs + flag, st.side * st.half * 0.35, st.horizon - 20, 0.95), 0.52)
    windows = "".join(
        rect(st.side * st.half * 0.35 + x, st.horizon - 20 + y, 12, 24, "#f4cf7c" if st.light.dark else "#4f4a48", 6)
        for x, y in ((-20, -250), (20, -200), (180, -210), (-190, -180), (60, -110), (-100, -110))
    )
    st.add(windows, 0.525, lit=False)
    ground(st, st.horizon + 110, grass(st))
    st.add(way(st, st.horizon + 110, "#bfae8a", 260, 300), 0.986, order=PATH_RANK)


def ruins(st: Stage) -> None:
    sky(st)
    ridge(st, st.horizon + 16, 80, "#8c9178", 0.22, 240, soft=True)
    ground(st, st.horizon + 50, mix(grass(st), "#a79b78", 0.5))
    art = ""
    for i in range(8):
        x, h = st.left * 0.55 + i * (st.right - st.left) * 0.55 / 7, st.between(120, 430)
        art += (
            rect(x - 32, st.horizon + 110 - h, 64, h, "#b5ab98")
            + rect(x - 32, st.horizon + 110 - h, 22, h, "#9b917f")
            + rect(x - 46, st.horizon + 96, 92, 22, "#a89e8b")
            + (
                rect(x - 46, st.horizon + 100 - h, 92, 20, "#c1b7a3")
                if h > 300
                else poly(
                    [(x - 32, st.horizon + 112 - h), (x + 4, st.horizon + 84 - h), (x + 32, st.horizon + 112 - h)],
                    "#b5ab98",
                )
            )
        )
    st.add(art, 0.72)
    stones(st, st.horizon + 190, "#a89e8b", 10)


PAINTERS = {
    "field": field,
    "farm": farm,
    "forest": forest,
    "mountains": mountains,
    "snow field": snow_field,
    "desert": desert,
    "road": road,
    "park": park,
    "garden": garden,
    "castle": castle,
    "ruins": ruins,
}
