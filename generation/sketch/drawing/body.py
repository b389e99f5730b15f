"""A body: its pose as angles, and where its joints are.

A body is 1000 units high, feet at y = 0, up is negative, and it faces right. Angles are degrees from hanging
straight down, positive forwards (side view) or outwards (front view).
"""

import math
from dataclasses import dataclass

from .looks import Looks
from .pen import Point

Limb = tuple[Point, Point, Point]

Pair = tuple[float, float]


@dataclass(frozen=True)
class Pose:
    """Angles of a body. Arms are (upper, lower), legs (thigh, shin); the near one first."""

    view: str = "front"
    near_arm: Pair = (8, 4)
    far_arm: Pair = (8, 4)
    near_leg: Pair = (3, 0)
    far_leg: Pair = (3, 0)
    lean: float = 0
    tilt: float = 0
    turn: float = 0
    mouth: float = 0
    seat: str = ""  # what is drawn under who sits: a stool or a log
    desk: str = ""  # the table, laptop or stove before them
    gaze: Pair = (0, 0)
    rise: float = 0  # how far it is off the ground


def swing(phase: float) -> float:
    """A sine over one cycle, phase 0 to 1."""
    return math.sin(2 * math.pi * phase)


@dataclass(frozen=True)
class Joints:
    """Joint places of a posed body, near limbs first; arms are shoulder, elbow, hand; legs hip, knee, ankle."""

    hip: Point
    chest: Point
    neck: Point
    head: Point
    head_size: float
    arms: tuple[tuple[Point, Point, Point], tuple[Point, Point, Point]]
    legs: tuple[tuple[Point, Point, Point], tuple[Point, Point, Point]]


def _from(start: Point, angle: float, length: float, side: float = 1) -> Point:
    radians = math.radians(angle)
    return start[0] + side * math.sin(radians) * length, start[1] + math.cos(radians) * length


def solve(pose: Pose, looks: Looks) -> Joints:
    """Joint places of a pose, set down so that the lower foot stands on y = 0."""
    head = 212.0 if looks.child else 148.0
    leg = 430.0 if looks.child else 505.0
    thigh, shin = leg * 0.5, leg * 0.5 - 34
    trunk = 1000 - leg - head - (20 if looks.child else 36)
    arm = trunk * (0.55 if looks.child else 0.5)
    front = pose.view == "front"
    shoulder = (82 if looks.female or looks.child else 97) * looks.width if front else 0
    hips = (48 if front else 0) * looks.width
    hip = (0.0, 0.0)
    chest = _from(hip, 180 - pose.lean, trunk)
    neck = _from(chest, 180 - pose.lean - pose.tilt * 0.4, 30 if looks.child else 52)
    skull = _from(neck, 180 - pose.lean - pose.tilt, head * 0.44)
    legs = tuple(_leg((hip[0] + side * hips, hip[1]), angles, thigh, shin, side if front else 1)
                 for side, angles in ((1, pose.near_leg), (-1, pose.far_leg)))  # fmt: skip
    arms = tuple(_leg((chest[0] + side * shoulder, chest[1] + 32), angles, arm, arm * 0.96, side if front else 1)
                 for side, angles in ((1, pose.near_arm), (-1, pose.far_arm)))  # fmt: skip
    drop = -max(legs[0][2][1], legs[1][2][1], legs[0][1][1] - 6, legs[1][1][1] - 6) - 30 - pose.rise
    down = lambda p: (p[0], p[1] + drop)  # noqa: E731 (a local shorthand)
    return Joints(
        down(hip),
        down(chest),
        down(neck),
        down(skull),
        head,
        (_lowered(arms[0], drop), _lowered(arms[1], drop)),
        (_lowered(legs[0], drop), _lowered(legs[1], drop)),
    )


def _lowered(limb: Limb, drop: float) -> Limb:
    first, middle, last = ((x, y + drop) for x, y in limb)
    return first, middle, last


def _leg(start: Point, angles: Pair, upper: float, lower: float, side: float) -> tuple[Point, Point, Point]:
    joint = _from(start, angles[0], upper, side)
    return start, joint, _from(joint, angles[1], lower, side)
