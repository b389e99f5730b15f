"""The rostrum: where the sheets of a shot are laid over one another, and its frames are taken one by one."""

import cv2
import numpy as np

from generation.sketch.drawing.weather import flash

from .camera import Camera
from .compositor import Compositor
from .laying import Placed, lay_all
from .regions import Region
from .standing import Standing


class Rostrum:
    """Takes frames of a shot. Others may take frames of the same shot meanwhile, each at a rostrum of its own.

    `written` is the part of a frame upon which its owner writes; where it is not given, all of it.
    """

    def __init__(self, shot: Compositor, written: Region | None = None) -> None:
        self.shot = shot
        width, height = shot.request.width, shot.request.height
        self._whole = Region(0, 0, width, height)
        self._standing = Standing(width, height, written or self._whole) if shot.stands else None
        self._canvas = np.empty((height, width, 4), np.uint8)
        self.changed = [self._whole]  # the regions of the frame taken last in which it may differ from the one before
        self._plain = True

    def frame(self, index: int) -> np.ndarray:
        """Frame `index` of the shot as BGRA pixels; the array belongs to the caller until the next call."""
        t, cam = self.shot.moment(index)
        picture, regions = self._laid(cam, t)
        seen = self._finish(picture, cam, t, index)
        self.changed = regions if seen is picture and self._plain else [self._whole]
        self._plain = seen is picture
        return seen

    def _laid(self, cam: Camera, t: float) -> tuple[np.ndarray, list[Region]]:
        """The picture, and where it differs from the one before."""
        things = self.shot.things(cam, t)
        if self._standing is None:
            lay_all(self._canvas, [thing for thing in things if isinstance(thing, Placed)])
            return self._canvas, [self._whole]
        return self._standing.picture, self._standing.lay(things)

    def _finish(self, laid: np.ndarray, cam: Camera, t: float, index: int) -> np.ndarray:
        """The picture with what lies over all of it: a copy, unless there is nothing of that kind."""
        shot = self.shot
        lightning = 0 if shot.still or shot.shot.seen.interior else flash(shot.shot.seen.weather, t, shot.request.seed)
        opening = shot.opening if shot.opening and shot.opening.shows(index) else None
        if not (shot.falling or lightning or opening or cam.smear):
            return laid
        picture = laid.copy()
        for tile in shot.falling:
            tile.onto(picture, t)
        if lightning:
            cv2.add(picture, np.array([lightning, lightning, lightning * 0.92, 0]), picture)
        if cam.smear:
            picture = cv2.blur(picture, (max(1, int(shot.request.width * 0.09 * cam.smear)), 1))
        if opening:
            opening.onto(picture, index, shot.since_the_first(cam))
        return picture
