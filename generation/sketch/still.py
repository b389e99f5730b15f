"""The panel: one still picture of a shot."""

import cv2

from .moving.compositor import Compositor
from .request import SketchRequest, check_picture


def draw_still(request: SketchRequest) -> bytes:
    """PNG bytes of the shot's panel at the request's size, from the middle of its camera path, without any mark.

    Raises SketchRefused when the request cannot be drawn.
    """
    check_picture(request)
    picture = Compositor(request, still=True).panel()
    done, png = cv2.imencode(".png", cv2.cvtColor(picture, cv2.COLOR_BGRA2BGR), [cv2.IMWRITE_PNG_COMPRESSION, 3])
    if not done:
        raise ValueError("OpenCV could not write the panel as PNG")
    return png.tobytes()
