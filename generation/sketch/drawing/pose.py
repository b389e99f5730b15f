"""Poses: what a body does for an action at a moment of its cycle."""

import math
from dataclasses import replace

from .body import Joints, Limb, Pair, Pose, solve, swing
from .gestures import GESTURES, KEPT_CLOSE, TIMES

__all__ = ["Joints", "Limb", "Pair", "Pose", "solve", "swing"]


def _gait(phase: float, stride: float, knee: float, arm: float, elbow: float, lean: float) -> Pose:
    s, c = swing(phase), math.cos(2 * math.pi * phase)
    near, far = stride * s, -stride * s
    return Pose(
        "side", (-arm * s, -arm * s + elbow), (arm * s, arm * s + elbow),
        (near, near - 8 - knee * max(0, c)), (far, far - 8 - knee * max(0, -c)), lean,
    )  # fmt: skip


def _walk(phase: float) -> Pose:
    return _gait(phase, 25, 42, 22, 16, 3)


def _run(phase: float) -> Pose:
    return _gait(phase, 42, 78, 42, 75, 13)


def _climb(phase: float) -> Pose:
    s, c = swing(phase), math.cos(2 * math.pi * phase)
    near, far = 22 + 26 * s, 22 - 26 * s
    return Pose(
        "side", (24 - 18 * s, 62 - 12 * s), (10 + 18 * s, 36),
        (near, near - 30 - 22 * max(0, c)), (far - 6, far - 36 - 22 * max(0, -c)), 10,
    )  # fmt: skip


def _stand(phase: float) -> Pose:
    breath = swing(phase)
    return Pose("front", (9 + breath, 5), (9 + breath, 5))


def _talk(phase: float) -> Pose:
    s = swing(phase)
    return Pose(
        "front", (16 + 6 * s, 96 + 22 * s), (10, 8), mouth=0.25 + 0.75 * abs(swing(phase * 2 + 0.1)), tilt=2 * s
    )


def _wave(phase: float) -> Pose:
    return Pose("front", (138, 172 + 24 * swing(phase)), (10, 6), mouth=0.3, tilt=-3)


def _point(phase: float) -> Pose:
    return Pose("side", (88 + 2 * swing(phase), 92), (-4, 8), (4, 2), (-6, -8))


def _look(phase: float) -> Pose:
    return Pose("side", (2, 8), (-4, 8), (3, 0), (-5, -8), tilt=2 * swing(phase))


def _look_up(phase: float) -> Pose:
    return Pose("side", (-4, 6), (-8, 4), (3, 0), (-5, -8), lean=-3, tilt=-24 + 2 * swing(phase))


def _look_down(phase: float) -> Pose:
    return Pose("side", (4, 14), (0, 10), (3, 0), (-4, -8), lean=3, tilt=24 + 2 * swing(phase))


def _sit(phase: float) -> Pose:
    return Pose("side", (24, 58 + swing(phase)), (20, 54), (84, 2), (80, -6), lean=-2 + swing(phase), seat="stool")


def _lie(phase: float) -> Pose:
    return Pose("side", (-4, 2), (4, 6), (2, 0), (-2, -4), turn=-90, tilt=swing(phase))


def _kneel(phase: float) -> Pose:
    return Pose("side", (30 + 3 * swing(phase), 74), (22, 66), (70, -4), (4, -86), lean=8, tilt=12)


def _fall(phase: float) -> Pose:
    s = swing(phase)
    return Pose(
        "side", (118 + 18 * s, 148), (96 - 18 * s, 130), (38, 4), (-22, -60), lean=14, turn=24 + 8 * s, mouth=0.8
    )


def _dance(phase: float) -> Pose:
    s = swing(phase)
    return Pose(
        "front",
        (112 + 34 * s, 150 + 20 * s),
        (112 - 34 * s, 150 - 20 * s),
        (8 + 12 * max(0, s), -14 * max(0, s)),
        (8 + 12 * max(0, -s), -14 * max(0, -s)),
        lean=5 * s,
        tilt=-5 * s,
        mouth=0.4,
    )


def _hug(phase: float) -> Pose:
    return Pose("side", (72 + 2 * swing(phase), 46), (60, 78), (3, 0), (-4, -6), lean=5, tilt=6)


def _fight(phase: float) -> Pose:
    s = swing(phase)
    return Pose("side", (54 + 36 * max(0, s), 128 - 40 * max(0, s)), (50 + 36 * max(0, -s), 124 - 36 * max(0, -s)),
                (26, 6), (-24, -34), lean=8 + 4 * s)  # fmt: skip


def _hold(phase: float) -> Pose:
    return Pose("front", (20 + swing(phase), 62), (9, 5))


def _read(phase: float) -> Pose:
    return Pose("front", (20, -104 + 2 * swing(phase)), (20, -104 + 2 * swing(phase)), tilt=2)


def _write(phase: float) -> Pose:
    arms = (34, 82 + 5 * swing(phase)), (28, 78)
    return Pose("side", *arms, (84, 2), (80, -6), lean=9, tilt=16, seat="stool", desk="paper")


def _type(phase: float) -> Pose:
    s = swing(phase)
    arms = (36, 84 + 3 * s), (30, 82 - 3 * s)
    return Pose("side", *arms, (84, 2), (80, -6), lean=5, tilt=10, seat="stool", desk="laptop")


def _cook(phase: float) -> Pose:
    s = swing(phase)
    return Pose("side", (40 + 8 * s, 84 + 10 * s), (22, 76), (2, 0), (-4, -6), lean=4, tilt=12, desk="stove")


def _eat(phase: float) -> Pose:
    s = 0.5 + 0.5 * swing(phase)
    arms = (36 + 14 * s, 86 + 62 * s), (20, 60)
    return Pose("side", *arms, (84, 2), (80, -6), lean=2, seat="stool", mouth=0.4 * s, desk="plate")


def _chalk(phase: float) -> Pose:
    return Pose("side", (118 + 6 * swing(phase), 136 + 8 * swing(phase)), (-4, 10), (4, 0), (-5, -8), tilt=-8)


def _balance(phase: float) -> Pose:
    s = swing(phase)
    return Pose("side", (58 + 6 * s, 84), (-62 - 6 * s, -78), (34, -14), (-4, -42), lean=8 + 2 * s)


def _hover(phase: float) -> Pose:
    s = swing(phase)
    return Pose("front", (46 + 4 * s, 70), (46 - 4 * s, 70), (2, -4), (2, -4), rise=90 + 26 * s)


def _cradle(phase: float) -> Pose:
    return Pose("front", (26, -96 + 2 * swing(phase)), (26, -84), tilt=7, lean=2 * swing(phase), gaze=(0.2, 0.5))


def _photograph(phase: float) -> Pose:
    return Pose("side", (60 + swing(phase), 150), (54, 142), (10, 2), (-10, -16), lean=4)


def _fish(phase: float) -> Pose:
    return Pose("side", (52 + 4 * swing(phase), 76), (40, 66), (6, 0), (-8, -12), lean=-3, tilt=4)


def _howl(phase: float) -> Pose:
    return Pose("front", (14, 10), (14, 10), tilt=-4, mouth=0.6 + 0.4 * abs(swing(phase)), gaze=(0, -0.6))


def _drive(phase: float) -> Pose:
    s = swing(phase)
    return Pose("side", (52 + 3 * s, 82 - 3 * s), (48, 80), (78, 20), (72, 14), lean=-6, seat="stool")


def _swim(phase: float) -> Pose:
    s = swing(phase)
    return Pose("side", (150 + 50 * s, 170 + 40 * s), (60 - 60 * s, 70), (10 * s, -14), (-10 * s, -10), turn=72)


def _pick_up(phase: float) -> Pose:
    s = swing(phase)
    return Pose("side", (64 + 5 * s, 58), (52, 50), (34, -22), (22, -34), lean=44 + 4 * s, tilt=14)


def _reach(phase: float) -> Pose:
    return Pose("side", (76 + 5 * swing(phase), 88), (4, 12), (8, 2), (-10, -16), lean=4)


def _cry(phase: float) -> Pose:
    return Pose("front", (38, -158 + 2 * swing(phase)), (38, -158), tilt=6, lean=swing(phase))


def _fly(phase: float) -> Pose:
    s = swing(phase)
    return Pose("side", (160 + 6 * s, 168), (20, 10), (-4, -8), (-10, -14), turn=64 + 3 * s)


CYCLES = {
    "walk": _walk,
    "run": _run,
    "climb": _climb,
    "stand": _stand,
    "talk": _talk,
    "wave": _wave,
    "point": _point,
    "look": _look,
    "look up": _look_up,
    "look down": _look_down,
    "sit": _sit,
    "lie": _lie,
    "kneel": _kneel,
    "fall": _fall,
    "dance": _dance,
    "hug": _hug,
    "fight": _fight,
    "hold": _hold,
    "read": _read,
    "write": _write,
    "type": _type,
    "chalk": _chalk,
    "balance": _balance,
    "hover": _hover,
    "cradle": _cradle,
    "howl": _howl,
    "photograph": _photograph,
    "fish": _fish,
    "cook": _cook,
    "eat": _eat,
    "drive": _drive,
    "swim": _swim,
    "pick up": _pick_up,
    "reach": _reach,
    "cry": _cry,
    "fly": _fly,
    "smile": _stand,
    "think": _look_up,
    "enter": _walk,
    "leave": _walk,
    "toss": _stand,
    **GESTURES,
}

# Seconds one cycle takes, and how many drawings it is made of.
TIMING = {
    "walk": (1.0, 8),
    "enter": (1.0, 8),
    "leave": (1.0, 8),
    "run": (0.62, 8),
    "climb": (1.3, 8),
    "talk": (1.6, 6),
    "wave": (0.8, 6),
    "dance": (1.0, 8),
    "fight": (0.7, 6),
    "swim": (1.4, 6),
    "fall": (1.0, 4),
    "cook": (1.2, 6),
    "eat": (2.4, 6),
    "pick up": (2.4, 4),
    "write": (0.7, 4),
    "type": (0.5, 4),
    "chalk": (0.9, 4),
    **TIMES,
}
RESTING = (3.2, 4)


TURNED = 1.5  # how far a face is turned to somebody beside it, as a gaze
GAZES = {
    "look": (0.5, 0.0),
    "look up": (0.3, -0.8),
    "look down": (0.1, 0.8),
    "think": (-0.4, -0.6),
    "point": (0.4, 0),
    "walk": (0.3, 0),
}


def near_pose(action: str, phase: float, speaking: bool = False, company: bool = False) -> Pose:
    """The pose for a close shot, where a face counts more than what the legs do: turned to us, looking where
    the action looks, or at those it is in company with.
    """
    wide = pose_of(action, phase, speaking)
    if company and wide.view == "front" and action not in KEPT_CLOSE:
        return _towards(wide, action, phase)
    if wide.view != "side" or action in KEPT_CLOSE:
        return wide
    arms = ((9, 4), (9, 4)) if action != "point" else ((84, 86), (9, 4))
    gaze = (TURNED, 0.0) if company else GAZES.get(action, (0.2, 0.0))
    return Pose("front", *arms, tilt=swing(phase), mouth=wide.mouth, gaze=gaze)


def _towards(pose: Pose, action: str, phase: float) -> Pose:
    """Turned to who stands beside; a hand that speaks moves before the body, not in the other's face."""
    if pose.mouth and action in ("talk", "stand", "hold", "smile", "look", "think"):
        pose = replace(pose, near_arm=(14, -106 + 22 * swing(phase)), far_arm=(10, 6))
    return replace(pose, gaze=(TURNED, pose.gaze[1])) if not pose.gaze[0] else pose


def pose_of(action: str, phase: float, speaking: bool = False) -> Pose:
    """The pose of an action at a phase from 0 to 1; a speaker who does nothing else talks."""
    if speaking and action in ("stand", "hold", "smile", "look", "think"):
        action = "talk"
    pose = CYCLES.get(action, _stand)(phase)
    if speaking and not pose.mouth:
        return replace(pose, mouth=abs(swing(phase * 2 + 0.1)))
    return pose
