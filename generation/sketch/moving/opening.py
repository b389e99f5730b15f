"""A given first frame: the picture starts as it is, moves on with the camera, and gives way to what is drawn."""

import io

import cv2
import numpy as np
from django.utils.translation import gettext_lazy as _
from PIL import Image

from generation.sketch.pixels import Pixels
from generation.sketch.request import LARGEST_FIRST_FRAME, SketchRefused, SketchRequest

from .camera import eased
from .mark import Mark
from .video import Planes, in_video, planes_of

SECONDS = 0.9
FORMATS = ("PNG", "WEBP", "JPEG")
MOST_PIXELS = 64_000_000


class Opening:
    """The first frame of a shot and how long it shows. Raises SketchRefused for a picture that cannot be read."""

    def __init__(self, request: SketchRequest) -> None:
        picture = _covering(_read(request.first_frame), request.width, request.height)
        self._picture = planes_of(in_video(picture))[0]
        # A shot of one frame is that frame; in a short one at least half is the shot's own.
        self._frames = max(1, min(round(SECONDS * request.fps), request.frames // 2))
        # A frame of another animatic carries its mark; two timecodes over one another could not be read.
        self._mark = Mark(request).region

    def shows(self, index: int) -> bool:
        """Whether anything of it is left at frame `index`."""
        return index < self._frames

    def onto(self, picture: Planes, index: int, moved: np.ndarray) -> None:
        """Lay the first frame over frame `index`, in place; `moved` is how the camera has moved pixels since."""
        share = 1 - eased(index / self._frames)
        own = [plane.copy() for plane in picture.within(self._mark)]
        for plane, shown, matrix in zip(picture, self._picture, (moved, *[_halved(moved)] * 2), strict=True):
            if index:
                size = (plane.shape[1], plane.shape[0])
                shown = cv2.warpAffine(shown, matrix[:2], size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
            cv2.addWeighted(shown, share, plane, 1 - share, 0, plane)
        Planes(*own).copy_to(picture.within(self._mark))


def _halved(moved: np.ndarray) -> np.ndarray:
    """The same move for planes of half the size."""
    half, whole = np.diag([0.5, 0.5, 1.0]), np.diag([2.0, 2.0, 1.0])
    return half @ moved @ whole


def _read(data: bytes) -> Pixels:
    """The picture of a file, as BGRA pixels; its size is looked at before it is unpacked."""
    try:
        if len(data) > LARGEST_FIRST_FRAME:
            raise ValueError("too many bytes")
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise ValueError("too many pixels")
            return cv2.cvtColor(np.asarray(picture.convert("RGB")), cv2.COLOR_RGB2BGRA)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as bad:
        raise SketchRefused(
            _("The picture to begin with cannot be read. Give a PNG, WebP or JPEG file of at most 32 MB.")
        ) from bad


def _covering(picture: Pixels, width: int, height: int) -> Pixels:
    """The picture as large as the shot, cut at the sides or above and below where its shape is another one."""
    rows, columns = picture.shape[:2]
    grow = max(width / columns, height / rows)
    wide, tall = max(width, round(columns * grow)), max(height, round(rows * grow))
    if (wide, tall) != (columns, rows):
        method = cv2.INTER_AREA if grow < 1 else cv2.INTER_CUBIC
        picture = cv2.resize(picture, (wide, tall), interpolation=method)
    x, y = (wide - width) // 2, (tall - height) // 2
    return np.ascontiguousarray(picture[y : y + height, x : x + width])
