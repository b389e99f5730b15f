"""Rooms people work, learn, heal, eat and pray in."""

from generation.sketch.drawing.light import shade
from generation.sketch.drawing.pen import circle, ellipse, glow, group, path, poly, rect, stroke, taper
from generation.sketch.drawing.rooms import frame_on_wall, furniture, night_lamp, pendant, plant, room, tiles, window
from generation.sketch.drawing.stage import Stage, flicker, sway


def office(st: Stage) -> None:
    y = room(st, "#c3ccce", "#7f8a8c", boards=False)
    for k in (-0.75, 0.0, 0.75):
        window(st, k * st.half - 130, y - 470, 260, 330, "#e9ecec", bars=1)
    x = st.side * st.half * 0.5
    furniture(st, "table", x, y + 130, 0.44, 0.9, "#a98963")
    furniture(st, "computer", x + 30, y - 58, 0.42, 0.901)
    furniture(st, "shelf", -x * 1.7, y + 20, 0.28, 0.8, "#8b929a")
    st.owned = frozenset({"table", "computer", "shelf", "chair"})
    plant(st, -x * 1.1, y + 40, 0.8)
    pendant(st, x, 130, "#4a5358")


def classroom(st: Stage) -> None:
    y = room(st, "#d9d2b4", "#b08d62", dado="#9aa98a")
    w = min(st.half * 0.62, 430)
    board = (
        rect(-w - 16, y - 470, 2 * w + 32, 290, "#8b6a46")
        + rect(-w, y - 456, 2 * w, 262, "#35534a")
        + stroke([(-w * 0.7, y - 380), (-w * 0.5, y - 400), (-w * 0.3, y - 370), (w * 0.1, y - 390)], "#dfe6dd", 6)
        + stroke([(-w * 0.7, y - 320), (w * 0.3, y - 320)], "#dfe6dd", 5, 0.7)
        + circle(w * 0.6, y - 340, 56, "#35534a")
        + f'<circle cx="{w * 0.6:.0f}" cy="{y - 340:.0f}" r="54" fill="none" stroke="#dfe6dd" stroke-width="5"/>'
    )
    st.add(board, 0.71)
    window(st, st.side * st.half * 0.95 - 90, y - 450, 180, 280)
    for row, (dy, s, depth) in enumerate(((70, 0.15, 0.82), (170, 0.22, 0.95))):
        for k in (-0.85, -0.42, 0.42, 0.85) if row else (-0.7, -0.25, 0.25, 0.7):
            furniture(st, "table", k * st.half, y + dy, s, depth, "#e3c28e")
    st.owned = frozenset({"table", "chair", "sign", "blackboard"})


def cafe(st: Stage) -> None:
    y = room(st, "#b5785a", "#8a6a50", dado="#5f7a70")
    window(st, st.side * st.half * 0.5 - 200, y - 470, 400, 330, "#4a3a30", bars=2)
    for k in (-0.62, 0.66):
        x = k * st.half
        st.add(
            ellipse(x, y + 10, 110, 22, "#d8c29a")
            + rect(x - 9, y + 14, 18, 130, "#3d332e")
            + ellipse(x, y + 146, 60, 12, "#3d332e")
            + rect(x - 24, y - 30, 34, 36, "#efe8da", 8),
            0.9,
        )
        furniture(st, "chair", x - 130, y + 150, 0.34, 0.89)
    board = rect(-st.side * st.half * 0.55 - 120, y - 450, 240, 190, "#2f3a36", 8) + "".join(
        stroke(
            [
                (-st.side * st.half * 0.55 - 80, y - 410 + 34 * i),
                (-st.side * st.half * 0.55 + 60 - 20 * (i % 2), y - 410 + 34 * i),
            ],
            "#d8dcd2",
            6,
        )
        for i in range(4)
    )
    st.add(board, 0.72)
    st.owned = frozenset({"table", "chair"})
    for k in (-0.5, 0.0, 0.5):
        pendant(st, k * st.half, 170, "#3f5f58")


def bar(st: Stage) -> None:
    y = room(st, "#4f3a38", "#3d2c26")
    bottles = ""
    tones = ("#5f8a63", "#b5772f", "#8fb0b5", "#a5483a", "#d8b25a")
    for row in range(3):
        sy = y - 210 - row * 120
        bottles += rect(st.left, sy, st.right - st.left, 12, "#7b5a3c")
        bottles += "".join(
            rect(x, sy - 70, 20, 70, tones[(i + row) % 5], 5) + rect(x + 6, sy - 94, 8, 26, tones[(i + row) % 5], 3)
            for i, x in enumerate(range(int(st.left), int(st.right), 44))
        )
    st.add(bottles, 0.72, lift=0.4)
    st.light_up("".join(glow(k * st.half, y - 270, 340, "#e0904a", 0.3) for k in (-0.7, 0.0, 0.7)), 0.73)
    st.add(
        rect(st.left, y - 60, st.right - st.left, 190, "#6b432c")
        + rect(st.left, y - 84, st.right - st.left, 32, "#99663f")
        + "".join(rect(x, y - 30, 120, 130, "#7b4f34", 6) for x in range(int(st.left), int(st.right), 150)),
        0.86,
    )
    st.add(
        "".join(
            rect(k * st.half - 8, y + 90, 16, 150, "#26211f") + ellipse(k * st.half, y + 88, 60, 18, "#8f3f36")
            for k in (-0.78, -0.45, 0.45, 0.78)
        ),
        0.95,
    )
    st.owned = frozenset({"table", "chair", "bottle"})
    for k in (-0.5, 0.5):
        pendant(st, k * st.half, 150, "#5f3a2c", on=True)


def hospital(st: Stage) -> None:
    y = room(st, "#d5e2de", "#b9c4c0", boards=False, dado="#9cc0b6")
    tiles(st, y, "#acb8b4")
    window(st, -st.side * st.half * 0.5 - 120, y - 440, 240, 230, "#f4f6f4")
    x = st.side * st.half * 0.4
    bed = (
        rect(-420, -150, 840, 40, "#c9d2d0", 8)
        + rect(-410, -230, 820, 90, "#f4f6f4", 18)
        + rect(-430, -340, 26, 340, "#a9b5b3", 8)
        + rect(404, -260, 26, 260, "#a9b5b3", 8)
        + rect(-390, -270, 190, 60, "#ffffff", 26)
        + path("M-180 -236Q120 -270 404 -230V-140H-180Z", "#7fb0ba")
    )
    st.add(group(bed, x, y + 140, 0.8, flip=st.side < 0), 0.88)
    st.add(
        stroke([(x - st.side * 400, y + 120), (x - st.side * 400, y - 300)], "#9aa6a6", 9)
        + rect(x - st.side * 400 - 30, y - 300, 60, 90, "#dfeeee", 12)
        + stroke([(x - 40, y - 480), (x + 360, y - 480)], "#a9b5b3", 8)
        + path(f"M{x + st.side * 240:.0f} {y - 480:.0f}h150v520h-150q30 -260 0 -520Z", "#a8cfc8"),
        0.85,
    )
    st.add(
        rect(x - 60, y - 420, 150, 110, "#2f3a3e", 10)
        + stroke(
            [
                (x - 46, y - 360),
                (x - 10, y - 360),
                (x + 6, y - 396),
                (x + 22, y - 336),
                (x + 40, y - 360),
                (x + 80, y - 360),
            ],
            "#7fe0b0",
            6,
        ),
        0.75,
        lift=0.8,
    )
    st.owned = frozenset({"bed", "machine"})


def library(st: Stage) -> None:
    y = room(st, "#7b6147", "#6b4f38")
    spines = ("#8d3f36", "#3f6077", "#c9a14a", "#566b4a", "#6b4a6b", "#d8cdb6", "#3b3f4a", "#a8653f")
    art = ""
    for bay in range(int(st.left // 260), int(st.right // 260) + 1):
        bx = bay * 260.0
        art += rect(bx, y - 620, 250, 630, "#4a3424")
        for row in range(6):
            x, sy = bx + 10, y - 12 - row * 104
            while x < bx + 226:
                w, h = st.between(12, 26), st.between(60, 88)
                art += rect(x, sy - h, w - 2, h, spines[int(st.rng.integers(8))], 2)
                x += w
            art += rect(bx, sy, 250, 12, "#8a6443")
    st.add(art, 0.74)
    x = st.side * st.half * 0.55
    ladder = "".join(stroke([(x + dx, y + 30), (x + dx + 60, y - 600)], "#b98a58", 14) for dx in (0, 90)) + "".join(
        stroke([(x + 60 * k / 9, y + 30 - 630 * k / 9), (x + 90 + 60 * k / 9, y + 30 - 630 * k / 9)], "#b98a58", 10)
        for k in range(1, 9)
    )
    st.add(ladder, 0.8)
    furniture(st, "table", -x, y + 150, 0.34, 0.92, "#8a5f3c")
    st.add(group(rect(-6, -90, 12, 90, "#c9a14a") + path("M-70 -80Q0 -150 70 -80Z", "#3f7a5a"), -x, y), 0.921)
    night_lamp(st, -x, y - 60, 480)
    st.owned = frozenset({"shelf", "table", "book"})


def workshop(st: Stage) -> None:
    y = room(st, "#8f8478", "#6d655c")
    st.add("".join(rect(st.left, y - k, st.right - st.left, 6, "#7d7367") for k in (120, 240, 360, 480)), 0.701)
    window(st, st.side * st.half * 0.45 - 140, y - 440, 280, 190, "#5d564e", bars=3)
    x = -st.side * st.half * 0.5
    tools = "".join(
        stroke([(x - 190 + 76 * i, y - 420), (x - 190 + 76 * i, y - 320)], "#8a5f3c", 12)
        + rect(x - 210 + 76 * i, y - 440, 40, 30, "#4a4d52", 5)
        for i in range(6)
    )
    st.add(rect(x - 240, y - 470, 480, 190, "#a08c70") + tools, 0.72)
    furniture(st, "table", x, y + 100, 0.5, 0.88, "#9b7247")
    furniture(st, "machine", st.side * st.half * 0.72, y + 70, 0.3, 0.86)
    furniture(st, "box", st.side * st.half * 0.34, y + 90, 0.4, 0.87)
    st.owned = frozenset({"table", "machine", "shelf"})
    pendant(st, 0, 150, "#4a5a52")


def laboratory(st: Stage) -> None:
    y = room(st, "#cfd9dc", "#aab5b8", boards=False)
    tiles(st, y, "#a0abae")
    st.add(
        rect(st.left, y - 130, st.right - st.left, 140, "#e9eef0")
        + rect(st.left, y - 150, st.right - st.left, 26, "#5d7480"),
        0.78,
    )
    tones = ("#5fb0a0", "#c97bb0", "#e0b24a", "#6f9fd0", "#8fc06a")
    glass = ""
    for i, x in enumerate(range(int(st.left), int(st.right), 150)):
        kind = i % 3
        if kind == 0:
            glass += poly(
                [(x - 14, y - 260), (x + 14, y - 260), (x + 52, y - 152), (x - 52, y - 152)], "#dcebee"
            ) + poly([(x - 30, y - 212), (x + 30, y - 212), (x + 52, y - 152), (x - 52, y - 152)], tones[i % 5])
        elif kind == 1:
            glass += "".join(
                rect(x - 50 + 30 * k, y - 236, 18, 84, "#dcebee", 9)
                + rect(x - 50 + 30 * k, y - 200, 18, 48, tones[(i + k) % 5], 9)
                for k in range(4)
            )
        else:
            glass += (
                circle(x, y - 196, 44, "#dcebee")
                + path(f"M{x - 42} {y - 190}a44 44 0 0 0 84 0Z", tones[i % 5])
                + rect(x - 10, y - 280, 20, 60, "#dcebee")
            )
    st.add(glass, 0.8)
    shelf = rect(st.left, y - 400, st.right - st.left, 14, "#8b9ca3") + "".join(
        rect(x, y - 460, 40, 60, tones[i % 5], 8) for i, x in enumerate(range(int(st.left), int(st.right), 96))
    )
    st.add(shelf, 0.76)
    st.add("".join(rect(k * st.half - 160, 60, 320, 22, "#fbfdfb", 8) for k in (-0.6, 0.6)), 0.77, lit=False)
    st.owned = frozenset({"bottle", "table", "machine"})


def stage(st: Stage) -> None:
    st.add(rect(st.left, -700, st.right - st.left, 2600, "#2a1f2a"), 0.3)
    y = st.horizon + 190
    folds = "".join(
        rect(x, -700, 34, y + 700, "#7b2430" if i % 2 else "#8f2d38")
        for i, x in enumerate(range(int(st.left), int(st.right), 34))
    )
    st.add(folds, 0.5)
    st.add(
        rect(st.left, y, st.right - st.left, 1400, "#8a5f3f")
        + "".join(
            stroke([(x, y), (x * 2.6, 1700)], "#775035", 5) for x in range(int(st.left / 2), int(st.right / 2), 80)
        ),
        0.985,
        order=0.6,
    )
    h = st.half
    wings = "".join(
        path(
            f"M{s * h * 1.02:.0f} -400H{s * h * 2.6:.0f}V1700H{s * h * 1.5:.0f}Q{s * h * 0.9:.0f} 900 "
            f"{s * h * 0.72:.0f} {y + 40:.0f}Q{s * h * 0.98:.0f} 300 {s * h * 0.66:.0f} -400Z",
            "#5f1c28",
        )
        for s in (-1, 1)
    )
    valance = "".join(
        path(f"M{x} -300H{x + 180}V60Q{x + 90} 150 {x} 60Z", "#6d202c") for x in range(int(st.left), int(st.right), 180)
    )
    st.add(wings + valance, 1.2)
    cones = "".join(
        poly([(k * h, -80), (k * h * 0.35 - 170, y + 190), (k * h * 0.35 + 170, y + 190)], "#ffe6b0", 0.2)
        for k in (-0.55, 0.55)
    ) + ellipse(0, y + 190, 330, 56, "#ffe6b0", 0.3)
    st.light_up(cones, 0.975)
    if "crowd" in st.seen.features and st.seen.crowd:
        _audience(st)


def _audience(st: Stage) -> None:
    """Heads between us and the stage, that lean to this side and that, and hands in the air where they cheer."""
    raised = any(person.action in ("cheer", "clap", "wave", "shout", "dance") for person in st.seen.people)
    for row, (y, depth, tone) in enumerate(((905, 1.02, "#2a1d26"), (965, 1.04, "#17121a"))):
        art = ""
        for i, seat in enumerate(range(int(st.left), int(st.right), 118)):
            x, up = seat + 59 * row + st.between(-14, 14), y + st.between(-16, 10)
            art += ellipse(x, up + 96, 66, 78, tone) + circle(x, up, 38, tone)
            if raised and (i + row) % 2:
                art += "".join(taper((x + s * 40, up + 80), (x + s * 62, up - 84), 14, 10, tone) for s in (-1, 1))
        st.add(art + rect(st.left, y + 90, st.right - st.left, 900, tone), depth, lit=False,
               motion=sway(7, 6 if raised else 1.5, 0.9 if raised else 4.2, phase=0.4 * row))  # fmt: skip


def shop(st: Stage) -> None:
    y = room(st, "#dfd3bd", "#b9a58a", boards=False)
    tiles(st, y, "#aa9678")
    tones = ("#c8553d", "#4f8a86", "#d9a441", "#6f5f94", "#8aa35a", "#d98aa0")
    art = ""
    for x in range(int(st.left), int(st.right), 330):
        art += rect(x, y - 430, 300, 440, "#8d6f50")
        for row in range(4):
            sy = y - 20 - row * 104
            art += rect(x + 10, sy, 280, 12, "#b08d66") + "".join(
                rect(
                    x + 18 + 44 * k,
                    sy - 64 - 8 * ((k + row) % 3),
                    36,
                    64 + 8 * ((k + row) % 3),
                    tones[(k * 2 + row + x // 330) % 6],
                    6,
                )
                for k in range(6)
            )
    st.add(art, 0.75)
    till = st.side * st.half * 0.6
    st.add(
        rect(till - 200, y - 40, 400, 200, "#7b5a40", 8)
        + rect(till - 216, y - 60, 432, 30, "#a67f57", 6)
        + rect(till - 40, y - 140, 120, 84, "#4a5358", 8),
        0.9,
    )
    for k in (-0.5, 0.5):
        pendant(st, k * st.half, 140, "#c8553d")
    st.owned = frozenset({"shelf", "table"})


def church(st: Stage) -> None:
    y = room(st, "#a89f90", "#8c8172", boards=False)
    tiles(st, y, "#7f7567")
    for k in (-0.62, 0.0, 0.62):
        x = k * st.half
        w = 74 if k else 100
        window(st, x - w, y - 480 - (80 if not k else 0), 2 * w, 300, "#6f675a", bars=1, arch=True)
        panes = "".join(
            rect(
                x - w + 8 + (i % 3) * (2 * w - 16) / 3,
                y - 470 + (i // 3) * 70,
                (2 * w - 16) / 3 - 6,
                60,
                ("#b5523b", "#3f6f9a", "#d9a441", "#4f8a5f", "#7b5a94")[(i * 2 + int(k * 2)) % 5],
                4,
                0.75,
            )
            for i in range(12)
        )
        st.add(panes, 0.705, lit=not st.light.dark, lift=0.8)
    pillars = "".join(
        rect(x - 44, -700, 88, y + 760, "#b9b0a0")
        + rect(x - 44, -700, 26, y + 760, "#9c9384")
        + rect(x - 62, y + 30, 124, 40, "#9c9384")
        for x in (-st.half * 0.32, st.half * 0.32, -st.half * 0.98, st.half * 0.98)
    )
    st.add(pillars, 0.8)
    pews = "".join(
        rect(x, y + 70 + 60 * row, st.half * 0.62, 46, shade("#6b4a32", 1 - 0.1 * row))
        for row in range(3)
        for x in (-st.half * 1.0, st.half * 0.38)
    )
    st.add(pews, 0.94)
    st.add("".join(rect(x - 6, y - 60, 12, 90, "#f0e8d2") for x in (-60, -20, 20, 60)), 0.9)
    st.light_up("".join(glow(x, y - 72, 130, "#ffcf7a", 0.5) for x in (-60, -20, 20, 60)), 0.91, gain=flicker(0.2))
    st.owned = frozenset({"bench", "candle"})


def prison(st: Stage) -> None:
    y = room(st, "#77756f", "#605d58", boards=False)
    st.add(
        "".join(
            rect(x + (60 if row % 2 else 0), y - 66 - 70 * row, 116, 62, shade("#77756f", st.between(0.9, 1.08)), 4)
            for row in range(10)
            for x in range(int(st.left), int(st.right), 122)
        ),
        0.701,
    )
    x = st.side * st.half * 0.4
    window(st, x - 80, y - 440, 160, 130, "#55534e", bars=3)
    st.add(
        rect(-x * 1.3 - 170, y - 20, 340, 30, "#4a4844")
        + rect(-x * 1.3 - 170, y - 44, 340, 30, "#8f8b80", 8)
        + stroke([(-x * 1.3 - 160, y - 170), (-x * 1.3 - 160, y - 20)], "#3d3b38", 8),
        0.88,
    )
    bars_ = "".join(rect(k, -700, 18, 2500, "#2b2b2d") for k in range(int(st.left), int(st.right), 130)) + rect(
        st.left, 130, st.right - st.left, 22, "#2b2b2d"
    )
    st.add(bars_, 1.25)
    frame_on_wall(st, -x - 40, y - 330, 70, 60, "#a09a8c")
    st.owned = frozenset({"bed", "bench"})


PAINTERS = {
    "office": office,
    "classroom": classroom,
    "café": cafe,
    "bar": bar,
    "hospital": hospital,
    "library": library,
    "workshop": workshop,
    "laboratory": laboratory,
    "stage": stage,
    "shop": shop,
    "church": church,
    "prison": prison,
}
