"""Gestures and work: the poses beyond standing, walking and sitting, each for a phase of its cycle from 0 to 1."""

from .body import Pose, swing


def _sneak(phase: float) -> Pose:
    s = swing(phase)
    return Pose("side", (46, 112), (30, 96), (52 + 16 * s, -24), (26 - 16 * s, -52), lean=24, tilt=-8)


def _crawl(phase: float) -> Pose:
    s = swing(phase)
    return Pose("side", (14 + 18 * s, 2 + 8 * s), (14 - 18 * s, 2), (8 - 14 * s, -84), (8 + 14 * s, -84), 78, -52)


def _jump(phase: float) -> Pose:
    up = 0.5 + 0.5 * swing(phase)
    arms = (120 + 40 * up, 150 + 25 * up)
    return Pose("front", arms, arms, (28 * up, -34 * up), (28 * up, -34 * up), mouth=0.5, rise=40 + 150 * up)


def _hide(phase: float) -> Pose:
    return Pose("side", (58, 136 + 2 * swing(phase)), (52, 128), (104, -34), (96, -40), lean=34, tilt=10)


def _pray(phase: float) -> Pose:
    return Pose("side", (34, 128 + swing(phase)), (32, 126), (14, -84), (2, -86), lean=4, tilt=16)


def _dig(phase: float) -> Pose:
    s = swing(phase)
    return Pose("side", (44 + 10 * s, 30 + 10 * s), (64 + 10 * s, 50), (24, -10), (-18, -30), lean=36 + 8 * s, tilt=12)


def _sweep(phase: float) -> Pose:
    s = swing(phase)
    return Pose("side", (34 + 26 * s, 60 + 26 * s), (50 + 20 * s, 96), (8, 0), (-10, -14), lean=10 + 5 * s, tilt=14)


def _whisper(phase: float) -> Pose:
    return Pose("side", (54, 150 + 3 * swing(phase)), (2, 8), (8, 0), (-8, -12), lean=12, tilt=8, mouth=0.2)


def _shout(phase: float) -> Pose:
    s = swing(phase)
    return Pose("front", (58, -146 + 3 * s), (58, -146 - 3 * s), (8, 2), (8, 2), tilt=-5, mouth=1.0)


def _sing(phase: float) -> Pose:
    s = swing(phase)
    return Pose("front", (52 + 8 * s, 104), (46 - 8 * s, 96), tilt=-6 + 3 * s, mouth=0.5 + 0.4 * abs(s), gaze=(0, -0.6))


def _phone(phase: float) -> Pose:
    s = swing(phase)
    return Pose("front", (38, 176), (12, 20), tilt=6, mouth=0.15 + 0.3 * abs(s), gaze=(0.5, 0))


def _aim(phase: float) -> Pose:
    return Pose("side", (90 + swing(phase), 90), (84, 92), (18, 4), (-16, -24), lean=2)


def _salute(phase: float) -> Pose:
    return Pose("front", (92, 222 + swing(phase)), (6, 2), (1, 0), (1, 0))


def _cheer(phase: float) -> Pose:
    s = swing(phase)
    return Pose("front", (148 + 10 * s, 172), (148 - 10 * s, 172), (10, 2), (10, 2), mouth=0.8, rise=24 + 24 * s)


def _clap(phase: float) -> Pose:
    s = swing(phase)
    return Pose("front", (26 + 5 * s, -92 + 22 * s), (26 + 5 * s, -92 + 22 * s), mouth=0.3)


def _play_music(phase: float) -> Pose:
    return Pose("front", (30, -66 + 16 * swing(phase)), (58, 122), (6, 0), (6, 0), tilt=8, mouth=0.2)


def _play(phase: float) -> Pose:
    s = swing(phase)
    return Pose(
        "front", (46 + 26 * s, 116 + 20 * s), (46 - 26 * s, 116 - 20 * s), (12, -4), (6, 0), mouth=0.4, tilt=3 * s
    )


def _kiss(phase: float) -> Pose:
    return Pose("side", (60, 104 + 2 * swing(phase)), (48, 92), (4, 0), (-8, -14), lean=12, tilt=-4)


def _kick(phase: float) -> Pose:
    up = 0.5 + 0.5 * swing(phase)
    return Pose("side", (-34, -10), (50, 70), (34 + 50 * up, 30 + 44 * up), (-6, -12), lean=-12 - 8 * up)


def _throw(phase: float) -> Pose:
    s = swing(phase)
    return Pose("side", (178 - 50 * s, 214 - 70 * s), (56, 74), (26, 8), (-24, -34), lean=-8 + 12 * s)


def _work(phase: float) -> Pose:
    s = swing(phase)
    return Pose("side", (76 + 44 * s, 120 + 50 * s), (40, 84), (12, 0), (-12, -18), lean=16, tilt=16)


def _pour(phase: float) -> Pose:
    return Pose("side", (78, 98 + 4 * swing(phase)), (36, 84), (3, 0), (-5, -8), lean=6, tilt=18)


def _water(phase: float) -> Pose:
    return Pose("side", (40, 72 + 4 * swing(phase)), (-6, 8), (12, 2), (-10, -14), lean=14, tilt=16)


def _smoke(phase: float) -> Pose:
    s = 0.5 + 0.5 * swing(phase)
    return Pose("front", (30 + 50 * s, 10 - 145 * s), (4, 10), (6, 0), (2, 0), tilt=-4, gaze=(0.5, -0.3))


def _look_through(phase: float) -> Pose:
    return Pose("side", (90, 205 + swing(phase)), (80, 196), (4, 0), (-8, -10), lean=4, tilt=2)


def _eyepiece(phase: float) -> Pose:
    return Pose("side", (74, 112 + 2 * swing(phase)), (10, 40), (26, -8), (2, -30), lean=36, tilt=-16)


def _drink(phase: float) -> Pose:
    up = 0.5 + 0.5 * swing(phase)
    return Pose("side", (52 + 10 * up, 132 + 26 * up), (2, 10), (3, 0), (-5, -8), lean=-3, tilt=-6 - 8 * up)


def _ride(phase: float) -> Pose:
    s = swing(phase)
    return Pose("side", (44 + 4 * s, 84), (40, 80), (58, -6), (52, -12), lean=6 + 3 * s)


def _row(phase: float) -> Pose:
    s = swing(phase)
    return Pose(
        "side", (64 + 18 * s, 96 - 14 * s), (58 + 18 * s, 92), (84, 20), (80, 16), lean=4 + 18 * s, seat="stool"
    )


def _sail(phase: float) -> Pose:
    return Pose("side", (70, 96 + 4 * swing(phase)), (28, 60), (10, 0), (-12, -14), lean=-6, tilt=-6)


def _look_around(phase: float) -> Pose:
    s = swing(phase)
    return Pose("front", (78, 214), (10, 6), (6, 0), (6, 0), tilt=10 * s, gaze=(1.3 * s, -0.1))


def _bow(phase: float) -> Pose:
    return Pose("side", (-26, -10), (30, 66), (3, 0), (-3, -4), lean=52 + 5 * swing(phase), tilt=16)


def _carry(phase: float) -> Pose:
    s = swing(phase)
    return Pose("side", (38, 92 + 2 * s), (34, 88), (18 * s, 10 * s - 10), (-18 * s, -10 * s - 12), lean=-5)


def _give(phase: float) -> Pose:
    return Pose("side", (64 + 6 * swing(phase), 84), (52, 78), (8, 0), (-8, -12), lean=6, tilt=2)


def _open(phase: float) -> Pose:
    s = swing(phase)
    return Pose("side", (72 + 8 * s, 104), (-16, 16), (20, -6), (-14, -20), lean=-9 + 4 * s, tilt=4)


def _knock(phase: float) -> Pose:
    return Pose("side", (62, 134 + 16 * swing(phase * 2)), (0, 8), (6, 0), (-6, -8), lean=4, tilt=2)


def _push(phase: float) -> Pose:
    s = swing(phase)
    return Pose("side", (72, 86), (64, 80), (30 + 8 * s, -10), (-28 - 8 * s, -42), lean=30, tilt=-4)


def _pull(phase: float) -> Pose:
    s = swing(phase)
    return Pose("side", (78, 92), (70, 88), (44, 30), (14 - 4 * s, -16), lean=-26 - 3 * s, tilt=6)


def _laugh(phase: float) -> Pose:
    s = swing(phase * 2)
    return Pose("front", (34, -70 + 6 * s), (34, -70 - 6 * s), tilt=-10 + 3 * s, lean=2 * s, mouth=0.7 + 0.3 * abs(s))


def _smile(phase: float) -> Pose:
    return Pose("front", (16 + swing(phase), -40), (14, -44), tilt=5)


def _think(phase: float) -> Pose:
    return Pose("front", (24, -150 + 2 * swing(phase)), (30, -84), tilt=7, gaze=(-0.6, -0.8))


def _linger(phase: float) -> Pose:
    """The weight from one leg to the other, and a look to this side and that."""
    s, glance = swing(phase), swing(phase * 2 + 0.15)
    near, far = max(0.0, s), max(0.0, -s)
    return Pose(
        "front", (8 + 10 * near, 2 - 34 * near), (8 + 4 * far, 6), (3 + 7 * far, -10 * far), (3 + 7 * near, -10 * near),
        lean=3 * s, tilt=-3 * s + 3 * glance, gaze=(1.6 * glance, 0),
    )  # fmt: skip


def _chat(phase: float) -> Pose:
    """A hand that tells something, then a nod."""
    s = swing(phase)
    tells, hears = max(0.0, s), max(0.0, -s)
    return Pose(
        "side", (10 + 24 * tells, 30 + 66 * tells), (-2, 22), (5, 1), (-6, -8), lean=2 * s,
        tilt=2 + 7 * hears * swing(phase * 4), mouth=0.7 * tells * abs(swing(phase * 3)),
    )  # fmt: skip


def _burn(phase: float) -> Pose:
    s = swing(phase * 2)
    arms = (96 + 40 * s, 60 + 60 * s), (96 - 40 * s, 60 - 60 * s)
    return Pose("front", *arms, (18, -8), (18, -8), lean=7 * s, mouth=1.0)


def _ride_along(phase: float) -> Pose:
    return Pose("side", (26, 62 + 2 * swing(phase)), (20, 54), (78, 20), (72, 14), lean=-6, tilt=-3, seat="stool")


GESTURES = {
    "sneak": _sneak, "crawl": _crawl, "jump": _jump, "hide": _hide, "pray": _pray, "dig": _dig, "sweep": _sweep,
    "whisper": _whisper, "shout": _shout, "sing": _sing, "phone": _phone, "aim": _aim, "salute": _salute,
    "cheer": _cheer, "clap": _clap, "play music": _play_music, "play": _play, "kiss": _kiss, "kick": _kick,
    "throw": _throw, "work": _work, "pour": _pour, "drink": _drink, "water": _water, "smoke": _smoke,
    "look through": _look_through, "eyepiece": _eyepiece, "ride": _ride, "row": _row, "sail": _sail,
    "look around": _look_around, "bow": _bow, "carry": _carry, "give": _give, "open": _open, "close": _open,
    "knock": _knock, "push": _push, "pull": _pull, "laugh": _laugh, "smile": _smile, "think": _think,
    "burn": _burn, "ride along": _ride_along, "linger": _linger, "chat": _chat,
}  # fmt: skip
# Seconds one cycle takes, and how many drawings it is made of.
TIMES = {
    "sneak": (1.6, 8), "crawl": (1.3, 8), "jump": (0.9, 8), "dig": (1.4, 6), "sweep": (1.1, 6), "shout": (0.8, 4),
    "sing": (1.8, 6), "cheer": (0.7, 6), "clap": (0.45, 4), "play music": (0.6, 4), "play": (0.9, 6), "kick": (0.9, 6),
    "throw": (1.1, 6), "work": (0.8, 6), "drink": (2.4, 6), "water": (2.0, 4), "smoke": (3.6, 8),
    "row": (1.6, 8), "look around": (3.0, 8), "carry": (1.1, 8),
    "knock": (1.0, 6), "push": (1.2, 6), "pull": (1.2, 6), "laugh": (0.9, 6), "ride": (0.7, 4), "open": (1.8, 4),
    "close": (1.8, 4), "burn": (0.5, 6), "linger": (6.0, 12), "chat": (4.0, 10),
}  # fmt: skip
# What a close shot shows as a wide one does: the gesture says more than a face turned to us.
KEPT_CLOSE = frozenset(
    [
        *(
            "hug",
            "fight",
            "lie",
            "write",
            "type",
            "chalk",
            "cook",
            "eat",
            "drive",
            "ride along",
            "swim",
            "fly",
            "fall",
            "kneel",
            "kiss",
            "whisper",
        ),
        *(
            "drink",
            "water",
            "look through",
            "eyepiece",
            "pray",
            "aim",
            "give",
            "knock",
            "throw",
            "work",
            "pour",
            "bow",
            "dig",
            "sweep",
            "hide",
            "row",
            "pull",
        ),
    ]
)
