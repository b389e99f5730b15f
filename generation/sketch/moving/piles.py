"""What lies between two moving sheets and stands still itself is laid together once, before the first frame."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from generation.sketch.drawing.stage import Box, Layer
from generation.sketch.pixels import Pixels

from .camera import Camera, View
from .filmed import Filmed, filmed
from .laying import Placed, lay
from .patches import Patch, Rows
from .regions import Region
from .sheets import Sheet
from .video import in_video, light_in_video


@dataclass
class Pile:
    """One thing that is laid in each frame: a layer with its sheets."""

    layer: Layer
    sheets: Sequence[Sheet]

    @property
    def still(self) -> bool:
        """Whether it never changes by itself."""
        return not self.layer.moves and len(self.sheets) == 1


def runs(piles: list[Pile], alike: Callable[[Layer, Layer], bool]) -> Iterator[list[Pile]]:
    """The piles in order, those that are still beside one another together, as long as each is alike the first."""
    run: list[Pile] = []
    for pile in piles:
        if run and not (pile.still and alike(run[0].layer, pile.layer)):
            yield run
            run = []
        if pile.still:
            run.append(pile)
        else:
            yield [pile]
    if run:
        yield run


def panes_of(run: list[Pile], view: View, cam: Camera) -> list[Patch]:
    """The run as the standing camera sees it, laid together: what covers, and the light over it, if there is any."""
    picture = np.zeros((view.height, view.width, 4), np.uint8)
    for pile in run:
        _gather(picture, pile, view.matrix(pile.layer.depth, cam, pile.layer.rides))
    return [
        Patch(_filmed(pixels, light), (box.left, box.top), (0, 0) if light else _solid(pixels, box.top))
        for pixels, box, light in _parted(picture)
    ]


def _filmed(pixels: Pixels, light: bool) -> Filmed:
    return filmed(light_in_video(pixels) if light else in_video(pixels), light)


def _solid(pixels: Pixels, top: int) -> Rows:
    """The rows, even and counted from `top` above the first, that hide what lies beneath."""
    first, last = Sheet(pixels, (0, 0), 1.0).solid
    return top + (first + 1 & ~1), max(top + (first + 1 & ~1), top + (last & ~1))


def merged(run: list[Pile], view: View, cam: Camera, depth: float, box: Box, scale: float) -> list[Pile]:
    """The run as one pile at a depth, and another of light: for a camera that moves all of it alike, and sees it so at
    `cam`. They hold what is within a box of that depth, at `scale` pixels a unit.
    """
    if len(run) == 1:
        return run
    width, height = (max(1, round((b - a) * scale)) for a, b in ((box[0], box[2]), (box[1], box[3])))
    picture = np.zeros((height + height % 2, width + width % 2, 4), np.uint8)
    to_sheet = np.array([[scale, 0, -box[0] * scale], [0, scale, -box[1] * scale], [0, 0, 1]])
    to_sheet = to_sheet @ np.linalg.inv(view.matrix(depth, cam, run[0].layer.rides))
    for pile in run:
        _gather(picture, pile, to_sheet @ view.matrix(pile.layer.depth, cam, pile.layer.rides))
    piles = []
    for pixels, place, light in _parted(picture[:height, :width]):
        opaque = bool(not light and cv2.extractChannel(pixels, 3).min() == 255)
        origin = box[0] + place.left / scale, box[1] + place.top / scale
        layer = Layer(("",), depth, add=light, rides=run[0].layer.rides)
        piles.append(Pile(layer, [Sheet(pixels, origin, scale, opaque, light)]))
    return piles


def _parted(picture: Pixels) -> Iterator[tuple[Pixels, Region, bool]]:
    """What is there, with its box and whether it is light. Light is what is brighter than its alpha allows."""
    blue, green, red, alpha = cv2.split(picture)
    if (most := _boxed(cv2.max(cv2.max(blue, green), cv2.max(red, alpha)))).area == 0:
        return
    beyond = [cv2.subtract(plane, alpha) for plane in (blue, green, red)]
    glow = _boxed(cv2.max(cv2.max(*beyond[:2]), beyond[2]))
    if glow.area == 0:
        yield _cut(picture, most), most, False
        return
    covering = cv2.merge([*(cv2.min(plane, alpha) for plane in (blue, green, red)), alpha])
    if (place := _boxed(alpha)).area:
        yield _cut(covering, place), place, False
    yield _cut(cv2.subtract(picture, covering), glow), glow, True


def _boxed(plane: Pixels) -> Region:
    """The least box of even pixels, as far as there are, around what is not empty."""
    x, y, w, h = cv2.boundingRect(plane)
    return Region(x, y, x + w, y + h).evened().within(Region(0, 0, plane.shape[1], plane.shape[0]))


def _cut(picture: Pixels, box: Region) -> Pixels:
    return np.ascontiguousarray(picture[box.top : box.bottom, box.left : box.right])


def _gather(picture: np.ndarray, pile: Pile, to_pixels: np.ndarray) -> None:
    """Lay a still pile on those below it; light brightens them, and hides nothing of what will lie beneath."""
    if not pile.layer.add:
        lay(picture, Placed(pile.sheets[0], to_pixels))
        return
    alpha = cv2.extractChannel(picture, 3)
    lay(picture, Placed(pile.sheets[0], to_pixels, 1.0))
    cv2.insertChannel(alpha, picture, 3)
