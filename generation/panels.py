"""The panel of a shot: drawn on demand, once, and kept under the hash of everything that is drawn."""

import io
import logging

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from generation import sketch
from generation.backends.sketch import sketch_request
from generation.prompting import compose
from storyboards.models import Shot
from storyboards.pictures import drawn_name, picture_key

logger = logging.getLogger(__name__)

WIDTH = 640
QUALITY = 82


def panel_key(shot: Shot) -> str:
    """Return the hash of everything that the panel of `shot` shows."""
    return picture_key(shot, shot.scene.storyboard, shot.cast.all())


def panel_name(shot: Shot) -> str:
    """Return the stored name of the panel of `shot` as the shot is now."""
    return drawn_name(shot.scene.storyboard, panel_key(shot))


def panel(shot: Shot) -> str:
    """Return the stored name of the panel of `shot`, a WebP picture, drawing it if nobody has yet.

    Raise SketchRefused, whose text is for the user, when it cannot be drawn.
    """
    name = panel_name(shot)
    if default_storage.exists(name):
        return name
    stored = default_storage.save(name, ContentFile(draw(shot)))
    if stored != name:
        # Somebody drew the same picture at the same time; theirs has the name.
        default_storage.delete(stored)
    return name


def draw(shot: Shot) -> bytes:
    """Return the panel of `shot` as the bytes of a WebP picture."""
    request = compose(shot, seed=0, slate="")
    scale = WIDTH / max(request.width, request.height)
    small = request.but(width=round(request.width * scale / 2) * 2, height=round(request.height * scale / 2) * 2)
    return _webp(sketch.draw_still(sketch_request(small)))


def _webp(picture: bytes) -> bytes:
    with Image.open(io.BytesIO(picture), formats=("PNG", "WEBP")) as drawn:
        if drawn.format == "WEBP":
            return picture
        out = io.BytesIO()
        drawn.convert("RGB").save(out, "WEBP", quality=QUALITY)
        return out.getvalue()
