"""Inserts: a hand with what it holds, or one thing large in the picture."""

from generation.sketch.reading.understood import Subject, Understood

from .light import shade
from .pen import circle, ellipse, glow, group, rect, stroke, taper
from .props import LUMINOUS, PAINTERS
from .stage import Layer, Stage, flicker, sway

TOUCHABLE = frozenset(PAINTERS) - frozenset(
    [
        "tree",
        "house",
        "tower",
        "lighthouse",
        "statue",
        "tent",
        "piano",
        "shelf",
        "door",
        "machine",
        "well",
        "bed",
        "sofa",
        "picture",
        "table",
        "chair",
        "bench",
        "bush",
        "rock",
        "grave",
        "sign",
        "moon",
        "campfire",
        "lamp",
        "television",
        "mirror",
    ]
)


def insert_of(seen: Understood, size: str) -> Subject | None:
    """The thing an insert shows, when the shot is one: a hand's work, or a small thing in a close size."""
    things = [s for s in seen.subjects if s.group == "prop" and s.kind in TOUCHABLE]
    held = [
        Subject(kind, "prop", kind, colours=(("self", colour),) if colour else ())
        for p in seen.people
        for kind, colour in p.held
    ]
    close = size in ("INS", "CU", "BCU", "ECU", "MCU")
    if seen.hand and close:
        return (things + held or [Subject("", "prop", "hand")])[0]
    if size == "INS":
        return next(iter(things + held), None)
    return (
        things[0]
        if close and things and not seen.people and not any(s.group in ("animal", "vehicle") for s in seen.subjects)
        else None
    )


def stage_insert(st: Stage, thing: Subject, skin: str, sleeve: str) -> None:
    """Draw the thing large in the middle, in a hand where a hand belongs."""
    by_hand = bool(st.seen.hand or st.seen.people or not thing.kind)
    x, y = st.side * 30.0, 520.0
    if thing.kind in LUMINOUS:
        st.layers.append(
            Layer(
                (rect(st.left, -900, st.right - st.left, 3000, "#120c0a", 0, 0.62 if st.light.dark else 0.35),),
                0.97,
                lit=False,
                fine=False,
            )
        )
    else:
        st.layers.append(
            Layer((rect(st.left, -900, st.right - st.left, 3000, "#1a1614", 0, 0.25),), 0.97, lit=False, fine=False)
        )
    if not by_hand:
        st.add(
            rect(st.left, 760, st.right - st.left, 1200, "#7b5a40")
            + rect(st.left, 760, st.right - st.left, 22, "#96714f"),
            0.98,
        )
        y = 770.0
    swing = sway(5, 4, 3.1)
    if thing.kind:
        _thing(st, thing, x, y, by_hand, swing)
    if by_hand:
        _hand(st, x, y, skin, sleeve, swing)


def _thing(st: Stage, thing: Subject, x: float, y: float, by_hand: bool, swing) -> None:
    paint, box = PAINTERS[thing.kind]
    tall, wide = box[3] - box[1], box[2] - box[0]
    scale = min(560 / tall, st.width * 0.6 / wide, 5.2)
    if not by_hand:
        x -= (box[0] + box[2]) / 2 * scale
    art = group(paint(thing.colour), x, y, scale)
    lift = 0.92 if thing.kind in LUMINOUS else 0.6
    st.layers.append(
        Layer(
            (art,),
            1.0,
            lift=lift,
            motion=swing,
            subject=0,
            box=(x + box[0] * scale, y + box[1] * scale, x + box[2] * scale, y + box[3] * scale),
        )
    )
    if thing.kind in LUMINOUS:
        gx, gy = x + (72 * scale if thing.kind == "match" else 0), y + LUMINOUS[thing.kind][0] * scale
        disc = circle(gx, gy, 210, "#ffcf7a", 0.20) + glow(gx, gy, 620, "#ffb850", 0.7)
        st.layers.append(Layer((disc,), 1.04, lit=False, add=True, gain=flicker(0.2), motion=swing, fine=False))


def _hand(st: Stage, x: float, y: float, skin: str, sleeve: str, swing) -> None:
    side = -st.side
    wrist = (x + side * 210, y + 250)
    elbow = (x + side * 620, 1260.0)
    arm = taper(elbow, (x + side * 330, y + 410), 150, 120, sleeve) + taper(
        (x + side * 320, y + 395), (x + side * 350, y + 430), 128, 128, shade(sleeve, 0.85)
    )
    palm = taper(wrist, (x + side * 60, y + 90), 84, 92, skin)
    st.layers.append(
        Layer(
            (arm + taper((x + side * 330, y + 400), wrist, 84, 78, shade(skin, 0.92)) + palm,),
            0.995,
            lift=0.6,
            motion=swing,
        )
    )
    fingers = "".join(
        stroke(
            [
                (x + side * (66 - 4 * i), y + 20 + 52 * i),
                (x - side * 26, y - 8 + 50 * i),
                (x - side * (52 - 5 * i), y + 14 + 50 * i),
            ],
            shade(skin, 1.04 - 0.06 * (i % 2)),
            50,
        )
        for i in range(4)
    )
    thumb = stroke([(x + side * 70, y + 60), (x + side * 10, y - 40), (x - side * 20, y - 86)], shade(skin, 0.94), 52)
    st.layers.append(
        Layer(
            (thumb + fingers + ellipse(x - side * 22, y - 100, 15, 20, shade(skin, 1.2), 0.6),),
            1.01,
            lift=0.6,
            motion=swing,
        )
    )
