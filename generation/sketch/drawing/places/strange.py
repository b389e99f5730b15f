"""Space, other planets, spaceships and caves."""

from generation.sketch.drawing.motifs import ground
from generation.sketch.drawing.pen import blob, circle, ellipse, glow, group, path, poly, rect, slope
from generation.sketch.drawing.rooms import floor_line
from generation.sketch.drawing.stage import BOTTOM, Stage, flicker


def _void(st: Stage, high: str, low: str, stars: int = 340) -> None:
    define, fill = slope(0, -200, 0, 1000, [(0, high, 1), (1, low, 1)])
    st.add(define + rect(st.left - 400, -1200, st.right - st.left + 800, 3600, fill), 0.0, lit=False, fine=False)
    for depth, share in ((0.01, 0.7), (0.08, 0.3)):
        st.add(
            "".join(
                circle(
                    st.between(st.left, st.right),
                    st.between(-500, 1500),
                    st.between(0.8, 2.8),
                    ("#f4f2e6", "#cfe0f0", "#f3d9b8")[i % 3],
                    st.between(0.4, 1),
                )
                for i in range(int(stars * share))
            ),
            depth,
            lit=False,
        )


def space(st: Stage) -> None:
    _void(st, "#070a18", "#141a38")
    haze = "".join(
        ellipse(
            st.between(-st.half, st.half), st.between(100, 800), st.between(200, 460), st.between(60, 140), tone, 0.10
        )
        for tone in ("#7a4a9a", "#3f6fae", "#b0507a", "#3f8f9a")
    )
    st.add(haze, 0.03, lit=False, blur=26)
    x, r = st.side * min(st.half * 0.5, 430), 300
    if "earth" in st.seen.features:
        _earth(st, x)
    planet = (
        ""
        if "earth" in st.seen.features
        else circle(0, 0, r, "#c9875a")
        + "".join(
            path(
                f"M{-((r * r - y * y) ** 0.5):.0f} {y}Q0 {y + 40} {(r * r - y * y) ** 0.5:.0f} "
                f"{y}L{(r * r - (y + t) ** 2) ** 0.5:.0f} {y + t}Q0 {y + t + 40} "
                f"{-((r * r - (y + t) ** 2) ** 0.5):.0f} {y + t}Z",
                tone,
            )
            for y, t, tone in ((-190, 50, "#d9a57a"), (-80, 70, "#b5704a"), (70, 46, "#dcae86"), (160, 60, "#a9623f"))
        )
    )
    night = path(
        f"M0 {-r}A{r} {r} 0 0 {1 if st.side < 0 else 0} 0 {r}A{r * 1.3:.0f} {r * 1.15:.0f} 0 0 "
        f"{0 if st.side < 0 else 1} 0 {-r}Z",
        "#1a1026",
        0.5,
    )
    ring = path(
        f"M{-r * 1.75:.0f} 60A{r * 1.78:.0f} 96 0 0 0 {r * 1.75:.0f} 60A{r * 1.5:.0f} 60 0 0 1 {-r * 1.75:.0f} 60Z",
        "#e4cfae",
        0.85,
    )
    if planet:
        st.add(group(planet + night + ring, x, 560, turn=-12), 0.18, lit=False)
    st.add(
        circle(-x * 1.1, 240, 46, "#b9bcc4")
        + circle(-x * 1.1 + 12, 232, 12, "#9da0aa")
        + circle(-x * 1.1 - 14, 254, 8, "#9da0aa"),
        0.12,
        lit=False,
    )
    st.afloat = 520.0
    st.scale_limit = 0.5


def _earth(st: Stage, x: float) -> None:
    """The Earth, large below, with land, clouds and a rim of air."""
    r = 560
    land = (
        [(-300, -260), (-90, -400), (60, -330), (20, -190), (-120, -120), (-60, 10), (-190, 60), (-330, -80)],
        [(130, -60), (300, -200), (420, -80), (380, 130), (220, 260), (110, 120)],
        [(-240, 180), (-110, 150), (-80, 330), (-200, 390)],
    )
    clouds = "".join(
        ellipse(dx, dy, wide, 20, "#f4f7fa", 0.75)
        for dx, dy, wide in ((-260, -60, 190), (120, -300, 170), (240, 40, 200), (-60, 240, 210), (-160, -330, 120))
    )
    art = (
        circle(0, 0, r * 1.04, "#8fc4ea", 0.28)
        + circle(0, 0, r, "#2f6fae")
        + "".join(blob(shape, "#5f9a58") for shape in land)
        + clouds
        + path(f"M0 {-r}A{r} {r} 0 0 1 0 {r}A{r * 1.5:.0f} {r * 1.3:.0f} 0 0 0 0 {-r}Z", "#071024", 0.45)
    )
    st.add(group(art, x * 0.5, 1000, turn=-16), 0.18, lit=False)


def planet(st: Stage) -> None:
    _void(st, "#1a1430", "#7a3f5a", 200)
    y = st.horizon + 60
    st.add(
        circle(st.side * st.half * 0.45, y - 360, 150, "#d9b48a")
        + path(f"M{st.side * st.half * 0.45 - 260:.0f} {y - 340:.0f}q260 90 520 -40", "none").replace(
            'fill="none"', 'fill="none" stroke="#efd9b8" stroke-width="14"'
        )
        + circle(-st.side * st.half * 0.5, y - 480, 40, "#b9c4d8"),
        0.05,
        lit=False,
    )
    spikes = ""
    for i in range(16):
        x, h, w = st.left + (i + st.between(0, 1)) * (st.right - st.left) / 16, st.between(80, 290), st.between(40, 100)
        spikes += poly([(x - w, y + 20), (x + w * 0.2, y - h), (x + w, y + 20)], "#6d3f58") + poly(
            [(x - w, y + 20), (x + w * 0.2, y - h), (x - w * 0.1, y + 20)], "#59324b"
        )
    st.add(spikes, 0.25, lit=False)
    st.add(rect(st.left, y, st.right - st.left, BOTTOM, "#a8574a"), 0.5, lit=False)
    crater = "".join(
        ellipse(cx, cy, w, w * 0.2, "#823f38") + ellipse(cx, cy + w * 0.05, w * 0.86, w * 0.15, "#6d332f")
        for cx, cy, w in (
            (st.between(st.left * 0.6, st.right * 0.6), y + 40 + 420 * (i / 8) ** 1.5, 50 + 170 * (i / 8))
            for i in range(9)
        )
    )
    st.add(rect(st.left, y + 12, st.right - st.left, BOTTOM, "#b5624f") + crater, 0.985, lit=False)


def spaceship(st: Stage) -> None:
    _void(st, "#0a0d1c", "#1a2348", 160)
    st.add(
        circle(st.side * st.half * 0.4, 420, 240, "#5f8fb0")
        + blob(
            [
                (st.side * st.half * 0.4 + dx, 420 + dy)
                for dx, dy in ((-120, -60), (-20, -130), (70, -60), (20, 40), (-80, 60))
            ],
            "#7fa878",
        ),
        0.1,
        lit=False,
    )
    h = max(st.half, 300)
    hull = path(
        f"M{st.left:.0f} -700H{st.right:.0f}V1800H{st.left:.0f}ZM{-h * 0.8:.0f} 620L{-h * 0.66:.0f} "
        f"150H{h * 0.66:.0f}L{h * 0.8:.0f} 620Z",
        "#4a5560",
    ).replace("<path", '<path fill-rule="evenodd"')
    st.add(
        hull
        + "".join(
            poly(
                [(k * h * 0.66 - 12, 150), (k * h * 0.66 + 12, 150), (k * h * 0.8 + 14, 620), (k * h * 0.8 - 14, 620)],
                "#39424c",
            )
            for k in (-0.33, 0.33)
        ),
        0.75,
        lit=False,
    )
    y = floor_line(st)
    lamps = "".join(
        rect(x, 668 + 30 * (i % 3), 34, 14, ("#7fe0d0", "#e0a34a", "#d8543a", "#6fa0e0")[i % 4], 4)
        for i, x in enumerate(range(int(-h * 0.95), int(h * 0.95), 62))
    )
    st.add(
        poly([(-h * 1.2, 640), (h * 1.2, 640), (h * 1.7, 780), (-h * 1.7, 780)], "#5d6a76")
        + rect(st.left, 776, st.right - st.left, 1000, "#333b44"),
        0.86,
        lit=False,
    )
    st.add(lamps, 0.87, lit=False)
    st.add(rect(st.left, y + 100, st.right - st.left, 1200, "#414b55"), 0.985, lit=False)
    st.light_up(glow(0, 700, 520, "#6fc0e0", 0.16), 0.99, gain=flicker(0.05))


def cave(st: Stage) -> None:
    st.add(rect(st.left, -700, st.right - st.left, 2600, "#3a3d45"), 0.1)
    mouth = [(-190, 700), (-230, 420), (-90, 250), (80, 220), (210, 380), (230, 700)]
    x = st.side * st.half * 0.25
    st.add(blob([(x + dx, dy) for dx, dy in mouth], st.outside.sky[1]), 0.12, lit=False)
    st.light_up(glow(x, 480, 640, st.outside.sky[2], 0.4), 0.2)
    for depth, tone, gap in ((0.35, "#33363e", 300), (0.6, "#2a2c33", 440)):
        roof = [
            (k, st.between(120, 260) if abs(k - x) < gap else st.between(280, 520))
            for k in range(int(st.left), int(st.right), 110)
        ]
        art = "".join(
            poly(
                [(k - 74, -700), (k + 74, -700), (k + 60, h * 0.5), (k + st.between(-14, 14), h), (k - 60, h * 0.5)],
                tone,
            )
            for k, h in roof
        )
        st.add(art + rect(st.left, -700, st.right - st.left, 770, tone), depth)
        st.add(
            poly(
                [(st.left, -700), (x - gap, -700), (x - gap * 1.02, 500), (x - gap * 0.8, 1000), (st.left, 1000)], tone
            )
            + poly(
                [(st.right, -700), (x + gap, -700), (x + gap * 1.02, 460), (x + gap * 0.8, 1000), (st.right, 1000)],
                tone,
            ),
            depth + 0.01,
        )
    ground(st, st.horizon + 190, "#4a4a4e", 10, rank=0.7)
    st.add(
        "".join(
            poly([(k - 40, 1010), (k + st.between(-10, 10), 1010 - st.between(90, 240)), (k + 40, 1010)], "#1d1e23")
            for k in range(int(st.left), int(st.right), 150)
            if abs(k) > st.half * 0.5
        ),
        1.2,
    )


PAINTERS = {"space": space, "planet": planet, "spaceship": spaceship, "cave": cave}
