"""The rostrum: where the sheets of a shot are laid over one another, and its frames are taken one by one."""

import cv2

from generation.sketch.drawing.weather import flash

from .camera import Camera
from .compositor import Compositor
from .exposing import hidden_rows, lay_exposed
from .laying import Placed
from .overlays import flash_onto, smear
from .patches import seen_rows
from .regions import Region
from .scratch import Scratch
from .standing import Standing
from .video import DARKNESS, WHITE, Planes


class Rostrum:
    """Takes frames of a shot. Others may take frames of the same shot meanwhile, each at a rostrum of its own."""

    def __init__(self, shot: Compositor) -> None:
        self._shot = shot
        width, height = shot.request.width, shot.request.height
        self._whole = Region(0, 0, width, height)
        self._room = Scratch()
        self._standing = Standing(width, height) if shot.stands else None

    def take(self, index: int, picture: Planes) -> None:
        """Fill the picture with frame `index` of the shot."""
        t, cam = self._shot.moment(index)
        things = self._shot.things(cam, t)
        if self._standing is None:
            self._lay(picture, [thing for thing in things if isinstance(thing, Placed)])
        else:
            self._standing.lay(things)
            self._standing.picture.copy_to(picture)
        self._lay_over(picture, cam, t, index)

    def _lay(self, picture: Planes, things: list[Placed]) -> None:
        """Lay all the things, bottom first, on black; of what is hidden by something nearer, no patch is made."""
        hidden = [hidden_rows(thing, (self._whole.right, self._whole.bottom)) for thing in things]
        seen, bare = seen_rows((0, self._whole.bottom), hidden)
        for span in bare:
            picture.within(self._whole.between(*span)).fill(DARKNESS)
        for thing, solid, spans in zip(things, hidden, seen, strict=True):
            for window in (self._whole.between(*span) for span in spans):
                lay_exposed(picture, thing, window, solid, self._room)

    def _lay_over(self, picture: Planes, cam: Camera, t: float, index: int) -> None:
        """What lies over all of a picture; of all the light on it none is brighter than white."""
        shot, seen = self._shot, self._shot.shot.seen
        for falling in shot.falling:
            falling.onto(picture, t)
        if not seen.interior and (lightning := flash(seen.weather, t, shot.request.seed)):
            flash_onto(picture, lightning)
        if cam.smear:
            smear(picture, cam.smear)
        if shot.opening and shot.opening.shows(index):
            shot.opening.onto(picture, index, shot.since_the_first(cam))
        cv2.threshold(picture.luma, WHITE, 0, cv2.THRESH_TRUNC, picture.luma)
