"""How an angle bends a picture: what lies above or below the eye narrows, and bodies are seen foreshortened."""

from dataclasses import dataclass

import cv2
import numpy as np

from generation.sketch.drawing.framing import TOWERING
from generation.sketch.drawing.stage import Box
from generation.sketch.pixels import Pixels

SKY = 0.06  # the depth up to which nothing is near enough to be bent


@dataclass(frozen=True)
class Lens:
    """`tilt` above 0 looks up: lines draw together upwards; below 0 it looks down. Nothing moves at the `level`.

    `feet` is where a body stands and `squash` how tall it looks, of its own height.
    """

    tilt: float
    level: float
    squash: float = 1.0
    feet: float = 0.0

    @property
    def matrix(self) -> np.ndarray:
        """From units as drawn to units as seen, 3 × 3."""
        k = self.tilt / 1000
        bend = np.array(
            [
                [1, 0, 0],
                [0, 1 - k * self.level, k * self.level**2],
                [0, -k, 1 + k * self.level],
            ],
            float,
        )
        # What one looks up to towers: lines drawing together alone would make it lower.
        tall = 1 + TOWERING * max(0.0, self.tilt)
        return bend @ _stretched(tall, self.level) @ _stretched(self.squash, self.feet)

    @property
    def plain(self) -> bool:
        """Whether everything is seen as it is drawn."""
        return self.tilt == 0 and self.squash == 1.0

    def drawn(self, seen: Box) -> Box:
        """The box that has to be drawn so that `seen` is filled."""
        return _bounds(np.linalg.inv(self.matrix), seen)

    def seen(self, drawn: Box) -> Box:
        """The box in which what was drawn is seen."""
        return _bounds(self.matrix, drawn)

    def bent(self, pixels: Pixels, drawn: Box, seen: Box, scale: float) -> Pixels:
        """The pixels of `drawn` as they are seen in the box `seen`, at the same pixels a unit."""
        to_units = np.array([[1 / scale, 0, drawn[0]], [0, 1 / scale, drawn[1]], [0, 0, 1]])
        to_pixels = np.array([[scale, 0, -seen[0] * scale], [0, scale, -seen[1] * scale], [0, 0, 1]])
        size = max(1, round((seen[2] - seen[0]) * scale)), max(1, round((seen[3] - seen[1]) * scale))
        opaque = cv2.extractChannel(pixels, 3).min() == 255
        edge = cv2.BORDER_REPLICATE if opaque else cv2.BORDER_CONSTANT
        return cv2.warpPerspective(
            pixels, to_pixels @ self.matrix @ to_units, size, flags=cv2.INTER_LINEAR, borderMode=edge
        )


def _stretched(share: float, about: float) -> np.ndarray:
    """Taller by `share`, from `about` up and down."""
    return np.array([[1, 0, 0], [0, share, about * (1 - share)], [0, 0, 1]], float)


def _bounds(matrix: np.ndarray, box: Box) -> Box:
    x0, y0, x1, y1 = box
    corners = matrix @ np.array([[x0, x1, x1, x0], [y0, y0, y1, y1], [1, 1, 1, 1]], float)
    x, y = corners[:2] / corners[2]
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())
