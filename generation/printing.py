"""The pictures of a board that is printed: stored ones, and such as can be drawn while somebody waits."""

import logging
import time

from django.core.files.storage import default_storage

from generation import panels
from generation.sketch import SketchRefused
from generation.storing import STORAGE_ERRORS
from storyboards.models import Asset, Shot
from storyboards.pictures import drawn_name

logger = logging.getLogger(__name__)

# A print is waited for. What is not drawn by then stays empty, and the next download goes on from there.
DRAWING_SECONDS = 8.0


class PicturesToPrint:
    """Called with a shot that `reading` filled in, returns its picture; new panels are drawn for a few seconds only."""

    def __init__(self, seconds: float = DRAWING_SECONDS) -> None:
        self._until = time.monotonic() + seconds

    def __call__(self, shot: Shot) -> bytes | None:
        """Return the picture as it is stored, or None while there is none."""
        if shot.picture:
            return stored(shot.picture)
        return _read(drawn_name(shot.scene.storyboard, shot.picture_key)) or self._drawn(shot)

    def _drawn(self, shot: Shot) -> bytes | None:
        if time.monotonic() > self._until:
            return None
        try:
            return _read(panels.panel(shot))
        except SketchRefused:
            return None


def stored(asset: Asset | None) -> bytes | None:
    """Return the bytes of a stored picture, or None when there is none or its file is lost."""
    return _read(asset.stored_name) if asset else None


def _read(name: str) -> bytes | None:
    try:
        with default_storage.open(name) as file:
            return file.read()
    except FileNotFoundError:
        return None
    except STORAGE_ERRORS as error:
        logger.warning("A picture could not be read to be printed: %s", error)
        return None
