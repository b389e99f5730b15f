"""Weather that moves through the picture: fog banks and dust as layers, what falls as tiles of strokes."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from generation.sketch.pixels import Pixels

from .light import mix
from .pen import ellipse, rect
from .stage import Stage, drift
from .styles import Style

Box = tuple[slice, slice]
BANKS = {
    "fog": (0.33, 0.62, 0.97, 1.18),
    "sandstorm": (0.33, 0.62, 1.18),
    "blizzard": (0.33, 0.62, 1.18),
    "snow": (0.62, 1.18),
}
DARK_HOURS = 0.7  # what falls is less bright than this after dark, when it is white on any paper
FLAKES = 0.5  # of their strength, where flakes are drawn dark on white paper
FALLING = {"rain": 190, "storm": 330, "snow": 300, "blizzard": 400, "sandstorm": 160}


def paint_weather(st: Stage) -> None:
    """Add the layers of fog or dust, unless the shot is indoors."""
    weather = st.seen.weather
    if st.seen.interior or weather not in ("fog", "sandstorm", "blizzard", "rain", "storm", "snow"):
        return
    tone = mix(st.outside.haze, st.outside.sky[2], 0.5)
    strength = {"fog": 0.5, "sandstorm": 0.5, "blizzard": 0.4, "snow": 0.16}.get(weather, 0.14)
    for i, depth in enumerate(BANKS.get(weather, (0.62,))):
        count = 5
        banks = "".join(
            ellipse(
                st.left + (k + st.between(0.1, 0.9)) * (st.right - st.left) / count,
                st.horizon + 40 + 120 * i + st.between(-50, 60),
                st.between(420, 760),
                st.between(60, 120),
                tone,
                strength,
            )
            for k in range(count)
        )
        veil = rect(st.left, -800, st.right - st.left, 2800, tone, 0, strength * 0.22)
        st.add(
            banks + veil,
            depth,
            lit=False,
            blur=34,
            fine=False,
            motion=drift((14 + 8 * i) * (8 if weather in ("sandstorm", "blizzard") else 1), 1800),
        )


@dataclass(frozen=True)
class Falling:
    """A tile of strokes as large as the picture, which repeats, and moves by `speed` pixels a second.

    It is added to a frame, or taken away where it is `dark`er than the paper.
    """

    tile: Pixels
    speed: tuple[float, float]
    dark: bool = False

    def at(self, t: float) -> tuple[int, int]:
        """Which of its pixels (column, row) lies in the first of the picture at time t in seconds."""
        rows, columns = self.tile.shape[:2]
        return int(-t * self.speed[0]) % columns, int(-t * self.speed[1]) % rows

    def onto(self, picture: Pixels, t: float) -> None:
        """Lay it over a picture of BGRA pixels, in place."""
        lay = cv2.subtract if self.dark else cv2.add
        for here, there in meeting(self.tile.shape[:2], self.at(t)):
            lay(picture[here], self.tile[there], picture[here])


def meeting(size: tuple[int, ...], at: tuple[int, int]) -> Iterator[tuple[Box, Box]]:
    """The parts of a picture of `size` (rows, columns), each with the part that meets it of a tile as large that
    begins at its pixel `at` (column, row) and repeats.
    """
    (rows, columns), (x, y) = size, at
    for there_down, here_down in ((slice(y, rows), slice(0, rows - y)), (slice(0, y), slice(rows - y, rows))):
        for there, here in ((slice(x, columns), slice(0, columns - x)), (slice(0, x), slice(columns - x, columns))):
            if there.start < there.stop and there_down.start < there_down.stop:
                yield (here_down, here), (there_down, there)


def falling(
    weather: str, interior: bool, width: int, height: int, seed: int, bright: float, style: Style
) -> list[Falling]:
    """The tiles of a weather at a picture size, far ones first; none indoors or when nothing falls."""
    if interior or weather not in FALLING:
        return []
    rng = np.random.default_rng(abs(seed))
    return [
        _tile(rng, weather, width, height, near, bright, style)
        for near in ((0.5, 1.0) if weather in ("rain", "storm") else (0.4, 0.7, 1.0))
    ]


def _tile(
    rng: np.random.Generator, weather: str, width: int, height: int, near: float, bright: float, style: Style
) -> Falling:
    unit = height / 1000
    plane = np.zeros((height, width), np.uint8)
    count = int(FALLING[weather] * (width / height) / 1.78 * (0.55 if near == 1.0 else 0.5))
    wet = weather in ("rain", "storm", "sandstorm")
    dark = style.falls_dark and bright > DARK_HOURS
    slant = {"storm": 0.42, "rain": 0.2, "blizzard": 1.9, "sandstorm": 3.5}.get(weather, 0.2)
    for _ in range(count):
        x, y = rng.uniform(0, width), rng.uniform(0, height)
        tone = (
            int((70 + 60 * near) * bright * rng.uniform(0.6, 1.0))
            if wet
            else int((90 + 130 * near) * bright * rng.uniform(0.6, 1.0))
        )
        length = rng.uniform(30, 58) * near * unit * (1.25 if weather == "storm" else 1)
        _mark(
            plane,
            x,
            y,
            -slant * length if wet else 0,
            length,
            max(1, round(2.2 * near * unit)),
            tone,
            wet,
            rng.uniform(2.2, 5.5) * near * unit,
        )
    tile = style.fall(cv2.merge([plane, plane, plane, np.zeros_like(plane)]), 1.0 if wet or not dark else FLAKES)
    fall = {"rain": 1500.0, "storm": 1900.0, "snow": 95.0, "blizzard": 380.0, "sandstorm": 160.0}[weather] * near * unit
    return Falling(tile, (-slant * fall, fall), dark)


def _mark(
    plane: np.ndarray, x: float, y: float, dx: float, dy: float, thick: int, tone: int, wet: bool, radius: float
) -> None:
    height, width = plane.shape
    for ox in (0, width):
        for oy in (0, -height):
            if wet:
                start, end = (
                    (int((x + ox) * 16), int((y + oy) * 16)),
                    (int((x + ox + dx) * 16), int((y + oy + dy) * 16)),
                )
                cv2.line(plane, start, end, tone, thick, cv2.LINE_AA, 4)
            else:
                cv2.circle(
                    plane,
                    (int((x + ox) * 16), int((y + oy) * 16)),
                    int(max(radius, 0.7) * 16),
                    tone,
                    -1,
                    cv2.LINE_AA,
                    4,
                )


def flash(weather: str, t: float, seed: int) -> int:
    """How much a lightning brightens the picture at time t, 0 to 255."""
    if weather != "storm":
        return 0
    moment = (t + (seed % 7) * 0.37) % 3.1
    return int(90 * max(0.0, 1 - abs(moment - 1.55) / 0.09) + 60 * max(0.0, 1 - abs(moment - 1.8) / 0.12))
