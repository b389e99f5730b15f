"""What lies between two moving sheets and stands still itself is laid together once, before the first frame."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from generation.sketch.drawing.stage import Box, Layer

from .camera import Camera, View
from .laying import Part, Placed, lay, part_with
from .sheets import Sheet


@dataclass
class Pile:
    """One thing that is laid in each frame: a layer with its sheets."""

    layer: Layer
    sheets: list[Sheet]

    @property
    def still(self) -> bool:
        """Whether it never changes by itself."""
        return not self.layer.moves and len(self.sheets) == 1


def runs(piles: list[Pile]) -> Iterator[list[Pile]]:
    """The piles in order, those that are still beside one another together."""
    run: list[Pile] = []
    for pile in piles:
        if pile.still:
            run.append(pile)
            continue
        if run:
            yield run
            run = []
        yield [pile]
    if run:
        yield run


def pane_of(run: list[Pile], view: View, cam: Camera) -> Part | None:
    """The run as the standing camera sees it, laid together; None when nothing of it is seen."""
    picture = np.zeros((view.height, view.width, 4), np.uint8)
    for pile in run:
        _gather(picture, pile, view.matrix(pile.layer.depth, cam, pile.layer.rides))
    x, y, w, h = _filled(picture)
    if w == 0:
        return None
    pixels = np.ascontiguousarray(picture[y : y + h, x : x + w])
    return part_with(pixels, (x, y), Sheet(pixels, (0, 0), 1.0).solid)


def merged(run: list[Pile], view: View, box: Box, scale: float) -> Pile:
    """The run as one pile for a camera that turns and zooms but does not travel: it moves all depths alike."""
    if len(run) == 1:
        return run[0]
    width, height = (max(1, round((b - a) * scale)) for a, b in ((box[0], box[2]), (box[1], box[3])))
    picture = np.zeros((height, width, 4), np.uint8)
    to_sheet = np.array([[scale, 0, -box[0] * scale], [0, scale, -box[1] * scale], [0, 0, 1]])
    for pile in run:
        _gather(picture, pile, to_sheet @ view.backdrop_matrix(pile.layer.depth))
    x, y, w, h = _filled(picture)
    pixels = np.ascontiguousarray(picture[y : y + max(1, h), x : x + max(1, w)])
    opaque = bool(cv2.extractChannel(pixels, 3).min() == 255)
    return Pile(Layer(("",), 1.0), [Sheet(pixels, (box[0] + x / scale, box[1] + y / scale), scale, opaque)])


def _gather(picture: np.ndarray, pile: Pile, to_pixels: np.ndarray) -> None:
    """Lay a still pile on those below it; light brightens them, and hides nothing of what will lie beneath."""
    if not pile.layer.add:
        lay(picture, Placed(pile.sheets[0], to_pixels))
        return
    alpha = cv2.extractChannel(picture, 3)
    lay(picture, Placed(pile.sheets[0], to_pixels, 1.0))
    cv2.insertChannel(alpha, picture, 3)


def _filled(picture: np.ndarray) -> tuple[int, int, int, int]:
    """The box of what is not empty; light has colour, but no alpha."""
    blue, green, red, alpha = cv2.split(picture)
    x, y, w, h = cv2.boundingRect(cv2.max(cv2.max(blue, green), cv2.max(red, alpha)))
    return x, y, w, h
