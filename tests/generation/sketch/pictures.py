"""Making small pictures and measuring them."""

import cv2
import numpy as np

from generation.sketch import SketchRequest, draw_still
from generation.sketch.moving.compositor import Compositor
from generation.sketch.moving.rostrum import Rostrum
from generation.sketch.moving.video import Planes, frame_in

WIDTH, HEIGHT = 320, 180


def asked(action: str, **fields) -> SketchRequest:
    """A small request."""
    return SketchRequest(action=action, **{"width": WIDTH, "height": HEIGHT, "frames": 24, **fields})


def still(action: str, **fields) -> np.ndarray:
    """A still as RGB numbers from 0 to 255."""
    png = draw_still(asked(action, **fields))
    return cv2.cvtColor(cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB).astype(float)


def taken(shot: Compositor, index: int) -> np.ndarray:
    """A frame of a moving picture as it is seen: BGRA numbers."""
    width, height = shot.request.width, shot.request.height
    picture = frame_in(np.empty(width * height * 3 // 2, np.uint8), width, height)
    Rostrum(shot).take(index, picture)
    return shown(picture)


def shown(picture: Planes) -> np.ndarray:
    """BGRA numbers of what BT.709 in limited range, at half the size for colour, shows."""
    luma = (picture.luma.astype(np.float32) - 16) / 219
    blue, red = (
        cv2.resize((plane.astype(np.float32) - 128) / 224, luma.shape[::-1], interpolation=cv2.INTER_LINEAR)
        for plane in picture[1:]
    )
    blue, red = luma + 1.8556 * blue, luma + 1.5748 * red
    green = (luma - 0.2126 * red - 0.0722 * blue) / 0.7152
    pixels = cv2.merge([blue, green, red, np.ones_like(luma)])
    return np.clip(np.rint(255 * pixels), 0, 255).astype(np.uint8)


def frames(action: str, count: int = 24, **fields) -> list[np.ndarray]:
    """Every frame of a short shot as grey numbers."""
    shot = Compositor(asked(action, frames=count, **fields))
    return [cv2.cvtColor(taken(shot, i), cv2.COLOR_BGRA2GRAY) for i in range(count)]


def share(picture: np.ndarray, hue: tuple[int, int], strength: int = 90, bright: int = 60) -> float:
    """Share of the pixels whose hue (OpenCV's, 0 to 179, may wrap) is strong and bright enough."""
    hsv = cv2.cvtColor(picture.astype(np.uint8), cv2.COLOR_RGB2HSV)
    low, high = hue
    inside = (
        (hsv[..., 0] >= low) & (hsv[..., 0] <= high) if low <= high else (hsv[..., 0] >= low) | (hsv[..., 0] <= high)
    )
    return float((inside & (hsv[..., 1] >= strength) & (hsv[..., 2] >= bright)).mean())


def blobs(mask: np.ndarray, least: int) -> int:
    """How many separate areas of at least `least` pixels a mask has."""
    count, _labels, stats, _centres = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    return int(sum(stats[i, cv2.CC_STAT_AREA] >= least for i in range(1, count)))


def shift(first: np.ndarray, last: np.ndarray) -> tuple[float, float]:
    """How far the picture moved, (right, down) in pixels, by phase correlation."""
    (dx, dy), _response = cv2.phaseCorrelate(
        first.astype(np.float32), last.astype(np.float32), cv2.createHanningWindow(first.shape[::-1], cv2.CV_32F)
    )
    return dx, dy
