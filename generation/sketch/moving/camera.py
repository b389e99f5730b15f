"""Camera paths: where the camera is at each moment of a shot, eased, by family, direction and speed."""

import math
from dataclasses import dataclass

import numpy as np

REACH = {"slow": 0.6, "medium": 1.0, "fast": 1.6}
UPRIGHT = frozenset(("tilt", "pedestal", "crane", "drone"))
CLOSE_REACH = 0.5  # of those, where a face would leave the picture


@dataclass(frozen=True)
class Camera:
    """One moment. `pan` moves all layers alike, `truck` by their depth (but not what it goes `along` with);
    `zoom` scales all,
    `dolly` by depth; roll in degrees; `rack` is the share of focus gone from near to far; `smear` blurs a whip."""

    pan: tuple[float, float] = (0.0, 0.0)
    truck: tuple[float, float] = (0.0, 0.0)
    zoom: float = 1.0
    dolly: float = 1.0
    roll: float = 0.0
    rack: float = 0.0
    smear: float = 0.0
    along: bool = False


def eased(u: float) -> float:
    """Slow at both ends, 0 to 1."""
    u = min(1.0, max(0.0, u))
    return u * u * (3 - 2 * u)


SIGNS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def camera_at(move: tuple[str, str], speed: str, u: float, t: float, half: float, close: bool = False) -> Camera:
    """The camera at share u of the shot (0 to 1) and time t in seconds; `half` is half the picture's width in units.

    In a `close` shot it moves up and down less far.
    """
    family, direction = move
    k, e = REACH[speed] * (CLOSE_REACH if close and family in UPRIGHT else 1.0), eased(u)
    if family not in PATHS:
        return Camera()
    return PATHS[family](direction, e - 0.5, e, k, half, t)


def _pan(direction: str, c: float, e: float, k: float, half: float, t: float) -> Camera:
    dx, dy = SIGNS.get(direction, (1, 0))
    return Camera(pan=(dx * c * half * 0.42 * k, dy * c * 220 * k))


def _tilt(direction: str, c: float, e: float, k: float, half: float, t: float) -> Camera:
    sign = 1 if direction == "down" else -1
    return Camera(pan=(0.0, sign * c * 240 * k))


def _roll(direction: str, c: float, e: float, k: float, half: float, t: float) -> Camera:
    sign = 1 if direction == "ccw" else -1
    return Camera(roll=sign * e * 9 * k, zoom=1.16)


def _whip(direction: str, c: float, e: float, k: float, half: float, t: float) -> Camera:
    dx, dy = SIGNS.get(direction, (1, 0))
    u = 0.5 + c
    sharp = eased((u - 0.38) / 0.24)
    smear = max(0.0, 1 - abs(u - 0.5) / 0.13)
    return Camera(pan=(dx * (sharp - 0.5) * half * 0.8, dy * (sharp - 0.5) * 300), smear=smear)


def _dolly(direction: str, c: float, e: float, k: float, half: float, t: float) -> Camera:
    if direction in ("left", "right"):
        return _truck(direction, c, e, k, half, t)
    reach = 1 + 0.34 * k * (1 - e if direction == "out" else e)
    return Camera(dolly=reach)


def _truck(direction: str, c: float, e: float, k: float, half: float, t: float) -> Camera:
    dx, dy = SIGNS.get(direction, (1, 0))
    return Camera(truck=(dx * c * half * 0.36 * k, dy * c * 150 * k))


def _tracking(direction: str, c: float, e: float, k: float, half: float, t: float) -> Camera:
    if direction in ("in", "out"):
        return _dolly(direction, c, e, k * 0.7, half, t)
    dx = -1 if direction == "left" else 1
    way = dx * c * half * 1.1 * k
    return Camera(truck=(way, 0.0), along=True)


def _pedestal(direction: str, c: float, e: float, k: float, half: float, t: float) -> Camera:
    sign = 1 if direction == "down" else -1
    return Camera(truck=(0.0, sign * c * 200 * k))


def _crane(direction: str, c: float, e: float, k: float, half: float, t: float) -> Camera:
    sign = 1 if direction == "down" else -1
    return Camera(
        truck=(0.0, sign * c * 220 * k), pan=(0.0, sign * c * -50 * k), dolly=1 + 0.14 * k * (1 - e if sign < 0 else e)
    )


def _arc(direction: str, c: float, e: float, k: float, half: float, t: float) -> Camera:
    sign = -1 if direction in ("left", "ccw") else 1
    way = sign * c * half * 0.6 * k
    return Camera(truck=(way, 0.0), pan=(-way, 0.0), dolly=1.04)


def _drone(direction: str, c: float, e: float, k: float, half: float, t: float) -> Camera:
    if direction in ("left", "right"):
        return Camera(truck=(SIGNS[direction][0] * c * half * 0.5 * k, -c * 90 * k), dolly=1 + 0.1 * e)
    inward = direction in ("", "in", "down")
    return Camera(
        truck=(c * half * 0.12 * k, (c * 120 if inward else -c * 160) * k), dolly=1 + 0.3 * k * (e if inward else 1 - e)
    )


def _zoom(direction: str, c: float, e: float, k: float, half: float, t: float) -> Camera:
    return Camera(zoom=1 + 0.36 * k * (1 - e if direction == "out" else e))


def _rack(direction: str, c: float, e: float, k: float, half: float, t: float) -> Camera:
    return Camera(rack=1 - e if direction == "out" else e, zoom=1.02)


def _dolly_zoom(direction: str, c: float, e: float, k: float, half: float, t: float) -> Camera:
    push = 1 + 0.34 * k * (1 - e if direction == "in" else e)
    return Camera(dolly=1 / push * (1 + 0.34 * k), zoom=push)


def _handheld(direction: str, c: float, e: float, k: float, half: float, t: float) -> Camera:
    x = 7 * math.sin(2.1 * t) + 4.5 * math.sin(4.7 * t + 1) + 2 * math.sin(9.1 * t + 2)
    y = 6 * math.sin(2.6 * t + 0.5) + 4 * math.sin(5.3 * t) + 2 * math.sin(8.3 * t)
    return Camera(pan=(x * k, y * k), roll=0.35 * k * math.sin(1.7 * t + 0.4), zoom=1.05)


PATHS = {
    "pan": _pan,
    "tilt": _tilt,
    "roll": _roll,
    "whip_pan": _whip,
    "dolly": _dolly,
    "truck": _truck,
    "pedestal": _pedestal,
    "crane": _crane,
    "arc": _arc,
    "tracking": _tracking,
    "drone": _drone,
    "zoom": _zoom,
    "rack_focus": _rack,
    "dolly_zoom": _dolly_zoom,
    "handheld": _handheld,
}


@dataclass(frozen=True)
class View:
    """How units become pixels: picture size, backdrop scale of the framing, what the camera is interested in."""

    width: int
    height: int
    backdrop: float
    horizon: float
    focus: tuple[float, float]
    roll: float

    @property
    def scale(self) -> float:
        """Pixels a unit."""
        return self.height / 1000

    def base(self, depth: float) -> float:
        """How much the framing enlarges what lies at a depth: nothing where the figures are."""
        near = min(1.0, max(0.0, (1.0 - depth) * 3.2))
        return 1.0 + (self.backdrop - 1.0) * near * (0.62 + 0.38 * min(1.0, depth / 0.7))

    def backdrop_matrix(self, depth: float) -> np.ndarray:
        """3 × 3 matrix from units at a depth to units where the figures are, before any camera."""
        s0 = self.base(depth)
        return np.array([[s0, 0, 0], [0, s0, (1 - s0) * self.horizon], [0, 0, 1]], float)

    def matrix(self, depth: float, cam: Camera, rides: bool = False) -> np.ndarray:
        """3 × 3 matrix from units to pixels for a layer at a depth; `rides` layers go along with a tracking camera."""
        truck = (0.0, 0.0) if rides and cam.along else cam.truck
        s0 = self.base(depth)
        grow = cam.zoom * (1 + (cam.dolly - 1) * depth)
        fx, fy = self.focus
        a = grow * s0
        x = (1 - grow) * fx - cam.pan[0] - truck[0] * depth
        y = grow * (1 - s0) * self.horizon + (1 - grow) * fy - cam.pan[1] - truck[1] * depth
        r = math.radians(cam.roll + self.roll)
        c, s, k = math.cos(r), math.sin(r), self.scale * (1.0 if not self.roll else 1.12)
        mx, my = self.width / 2, self.height / 2
        return np.array([
            [k * c * a, -k * s * a, k * (c * x - s * (y - 500)) + mx],
            [k * s * a, k * c * a, k * (s * x + c * (y - 500)) + my],
            [0, 0, 1],
        ])  # fmt: skip


def moved(motion: tuple[float, float, float], pivot: tuple[float, float]) -> np.ndarray:
    """The matrix of (right, down, degrees about the pivot)."""
    dx, dy, turn = motion
    px, py = pivot
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    return np.array([[c, -s, px - c * px + s * py + dx], [s, c, py - s * px - c * py + dy], [0, 0, 1]])
