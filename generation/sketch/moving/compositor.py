"""Frames of a shot: sheets laid over one another where the camera sees them."""

from collections.abc import Callable

import cv2
import numpy as np

from generation.sketch.drawing.compose import Composition, compose
from generation.sketch.drawing.stage import Layer
from generation.sketch.drawing.weather import falling, flash
from generation.sketch.request import SketchRequest

from .camera import Camera, View, camera_at
from .sheets import Sheet, sheets_of

MOST_SCALE = 1.45
SAMPLES = 9
RACK_LEVELS = 4
COARSE_GROWTH = 1.8


class Compositor:
    """Draws any frame of one shot. Building it does the slow work once, calling `breathe` in between; `frame`
    is quick.
    """

    def __init__(self, request: SketchRequest, still: bool = False, breathe: Callable[[], None] = lambda: None) -> None:
        cv2.setNumThreads(1)
        self.request = request
        self.shot: Composition = compose(request, still)
        framing = self.shot.framing
        self.view = View(
            request.width, request.height, framing.backdrop, framing.horizon, self.shot.focus, framing.roll
        )
        self._still = still
        cameras = [self.camera(0.5)] if still else [self.camera(i / (SAMPLES - 1)) for i in range(SAMPLES)]
        self._moving = any(cam != cameras[0] for cam in cameras)
        self._sheets = [(layer, self._rasterise(layer, cameras, breathe)) for layer in self.shot.stage.layers]
        self._sheets = [(layer, sheets) for layer, sheets in self._sheets if sheets]
        self._base, self._over = self._settle()
        bright = 0.62 if self.shot.stage.outside.dark else 0.85
        self._falling = falling(
            self.shot.seen.weather, self.shot.seen.interior, request.width, request.height, request.seed, bright
        )

    def camera(self, u: float) -> Camera:
        """The camera at share u of the shot; a still stands in the middle of the path."""
        if self._still:
            u = 0.5
        stage = self.shot.stage
        return camera_at(self.shot.seen.move, self.request.move_speed, u, u * self.request.seconds, stage.half)

    def frame(self, index: int) -> np.ndarray:
        """Frame `index` of the shot as BGRA pixels; the array belongs to the caller until the next call."""
        t = float(index / self.request.fps)
        u = 0.5 if self._still else index / max(1, self.request.frames - 1)
        cam = self.camera(u)
        picture = (
            np.zeros((self.request.height, self.request.width, 4), np.uint8)
            if self._base is None
            else self._base.copy()
        )
        for layer, sheets in self._over:
            self._lay(picture, layer, sheets, cam, t)
        for tile in self._falling:
            tile.onto(picture, t)
        return self._finish(picture, cam, t)

    def _finish(self, picture: np.ndarray, cam: Camera, t: float) -> np.ndarray:
        lightning = 0 if self._still or self.shot.seen.interior else flash(self.shot.seen.weather, t, self.request.seed)
        if lightning:
            cv2.add(picture, np.array([lightning, lightning, lightning * 0.92, 0]), picture)
        if cam.smear:
            picture = cv2.blur(picture, (max(1, int(self.request.width * 0.09 * cam.smear)), 1))
        return picture

    def _rasterise(self, layer: Layer, cameras: list[Camera], breathe: Callable[[], None]) -> list[Sheet]:
        breathe()
        boxes = [self._seen_box(layer, cam) for cam in cameras]
        reach = self._reach(layer)
        box = (
            min(b[0] for b in boxes) - reach[0],
            min(b[1] for b in boxes) - reach[1],
            max(b[2] for b in boxes) + reach[0],
            max(b[3] for b in boxes) + reach[1],
        )
        growth = max(self.view.base(layer.depth) * cam.zoom * (1 + (cam.dolly - 1) * layer.depth) for cam in cameras)
        scale = self.view.scale * min(growth, max(MOST_SCALE, self.view.base(layer.depth)))
        sheets = sheets_of(layer, box, scale, self.shot.stage.light)
        return self._racked(layer, sheets, scale)

    def _racked(self, layer: Layer, sheets: list[Sheet], scale: float) -> list[Sheet]:
        """For a rack focus, each sheet in several degrees of blur."""
        if self.shot.seen.move[0] != "rack_focus" or not sheets or layer.moves or layer.add:
            return sheets
        near = layer.depth >= 0.99
        levels = [
            Sheet(_blurred(sheets[0].pixels, scale * 9 * k / RACK_LEVELS), sheets[0].origin, sheets[0].scale)
            for k in range(RACK_LEVELS + 1)
        ]
        return levels if near else levels[::-1]

    def _reach(self, layer: Layer) -> tuple[float, float]:
        if layer.motion is None:
            return 6.0, 6.0
        moves = [layer.motion(self.request.seconds * i / 12) for i in range(13)]
        turn = max(abs(m[2]) for m in moves)
        return min(4000.0, max(abs(m[0]) for m in moves) + 12 + turn * 14), min(
            1200.0, max(abs(m[1]) for m in moves) + 12 + turn * 14
        )

    def _seen_box(self, layer: Layer, cam: Camera) -> tuple[float, float, float, float]:
        inverse = np.linalg.inv(self.view.matrix(layer.depth, cam, layer.rides))
        w, h = self.request.width, self.request.height
        corners = inverse @ np.array([[0, w, w, 0], [0, 0, h, h], [1, 1, 1, 1]], float)
        return float(corners[0].min()), float(corners[1].min()), float(corners[0].max()), float(corners[1].max())

    def _settle(self) -> tuple[np.ndarray | None, list[tuple[Layer, list[Sheet]]]]:
        """Lay what never changes into one picture, once, when the camera stands."""
        if self._moving or self._still:
            return None, self._sheets
        picture = np.zeros((self.request.height, self.request.width, 4), np.uint8)
        done = 0
        for layer, sheets in self._sheets:
            if layer.moves or len(sheets) > 1:
                break
            self._lay(picture, layer, sheets, self.camera(0), 0.0)
            done += 1
        return picture, self._sheets[done:]

    def _lay(self, picture: np.ndarray, layer: Layer, sheets: list[Sheet], cam: Camera, t: float) -> None:
        sheet = sheets[self._choice(layer, sheets, cam, t)]
        to_pixels = self.view.matrix(layer.depth, cam, layer.rides)
        if layer.motion:
            to_pixels = to_pixels @ _moved(layer, t)
        corners = to_pixels @ sheet.corners
        x0, y0 = max(0, int(np.floor(corners[0].min())) - 1), max(0, int(np.floor(corners[1].min())) - 1)
        x1, y1 = (
            min(picture.shape[1], int(np.ceil(corners[0].max())) + 1),
            min(picture.shape[0], int(np.ceil(corners[1].max())) + 1),
        )
        if x1 <= x0 or y1 <= y0:
            return
        from_sheet = to_pixels @ np.array(
            [[1 / sheet.scale, 0, sheet.origin[0]], [0, 1 / sheet.scale, sheet.origin[1]], [0, 0, 1]]
        )
        from_sheet[0, 2] -= x0
        from_sheet[1, 2] -= y0
        size = (x1 - x0, y1 - y0)
        whole = size == (picture.shape[1], picture.shape[0])
        patch = _patch(sheet, from_sheet, size, whole)
        target = picture[y0:y1, x0:x1]
        if layer.add:
            _shine(target, patch, 1.0 if layer.gain is None else float(layer.gain(t)))
        elif sheet.opaque and whole:
            target[:] = patch
        else:
            _cover(target, patch)

    def _choice(self, layer: Layer, sheets: list[Sheet], cam: Camera, t: float) -> int:
        if len(sheets) == RACK_LEVELS + 1 and len(layer.arts) == 1:
            return round(cam.rack * RACK_LEVELS)
        return layer.pick(t) % len(sheets) if layer.pick and len(sheets) > 1 else 0


def _patch(sheet: Sheet, to_patch: np.ndarray, size: tuple[int, int], whole: bool) -> np.ndarray:
    """The sheet's pixels where the patch is. Coarse sheets that only grow are resized, which is much quicker."""
    growth = to_patch[0, 0]
    if growth > COARSE_GROWTH and abs(to_patch[0, 1]) < 1e-9:
        return _grown(sheet.pixels, growth, to_patch[0, 2], to_patch[1, 2], size, sheet.opaque)
    edge = cv2.BORDER_REPLICATE if sheet.opaque and whole else cv2.BORDER_CONSTANT
    return cv2.warpAffine(sheet.pixels, to_patch[:2], size, flags=cv2.INTER_LINEAR, borderMode=edge)


def _grown(pixels: np.ndarray, growth: float, dx: float, dy: float, size: tuple[int, int], opaque: bool) -> np.ndarray:
    """Enlarge just the part that shows; being soft, it may sit up to half a pixel off."""
    rows, columns = pixels.shape[:2]
    x0, y0 = max(0, int(-dx / growth) - 1), max(0, int(-dy / growth) - 1)
    x1, y1 = min(columns, int((size[0] - dx) / growth) + 2), min(rows, int((size[1] - dy) / growth) + 2)
    if x1 <= x0 or y1 <= y0:
        return np.zeros((size[1], size[0], 4), np.uint8)
    large = cv2.resize(
        pixels[y0:y1, x0:x1], (round((x1 - x0) * growth), round((y1 - y0) * growth)), interpolation=cv2.INTER_LINEAR
    )
    left, top = round(x0 * growth + dx), round(y0 * growth + dy)
    right, bottom = size[0] - left - large.shape[1], size[1] - top - large.shape[0]
    if left >= size[0] or top >= size[1] or right >= size[0] or bottom >= size[1]:
        return np.zeros((size[1], size[0], 4), np.uint8)
    cut = large[max(0, -top) : large.shape[0] + min(0, bottom), max(0, -left) : large.shape[1] + min(0, right)]
    margins = max(0, top), max(0, bottom), max(0, left), max(0, right)
    if not any(margins):
        return cut
    return cv2.copyMakeBorder(cut, *margins, cv2.BORDER_REPLICATE if opaque else cv2.BORDER_CONSTANT, value=0)


def _moved(layer: Layer, t: float) -> np.ndarray:
    dx, dy, turn = layer.motion(t)  # type: ignore[misc]
    px, py = layer.pivot
    c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    return np.array([[c, -s, px - c * px + s * py + dx], [s, c, py - s * px - c * py + dy], [0, 0, 1]])


def _blurred(pixels: np.ndarray, sigma: float) -> np.ndarray:
    return pixels if sigma < 0.3 else cv2.GaussianBlur(pixels, (0, 0), sigma)


def _cover(target: np.ndarray, patch: np.ndarray) -> None:
    """Lay a premultiplied patch over the picture."""
    keep = cv2.bitwise_not(cv2.extractChannel(patch, 3))
    cv2.multiply(target, cv2.merge([keep, keep, keep, keep]), target, 1 / 255)
    cv2.add(target, patch, target)


def _shine(target: np.ndarray, patch: np.ndarray, gain: float) -> None:
    """Add a premultiplied patch to the picture as light."""
    cv2.addWeighted(target, 1.0, patch, gain, 0, target)
