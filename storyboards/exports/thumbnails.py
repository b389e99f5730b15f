"""Pictures as small as a row of a table shows them, on the disk, so that memory does not grow with their number."""

import io
import logging
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from storyboards.models import Shot

logger = logging.getLogger(__name__)

# In pixels: what a thumbnail fits into, at the dots per inch that a spreadsheet takes for one to one.
WIDTH, HEIGHT = 192, 108
DOTS = (96, 96)
QUALITY = 80
FORMATS = ("WEBP", "PNG", "JPEG")

# Returns the picture of a shot as it is stored, or None while there is none.
Pictures = Callable[[Shot], bytes | None]


class Thumbnails:
    """Makes thumbnails in `folder`, which has to stay until the table is written."""

    def __init__(self, pictures: Pictures, folder: Path) -> None:
        self.pictures = pictures
        self.folder = folder

    def of(self, shot: Shot) -> Path | None:
        """Return the file with the thumbnail of `shot`; None where there is no picture, or one that cannot be read."""
        data = self.pictures(shot)
        if data is None:
            return None
        target = self.folder / f"{shot.pk}.jpg"
        try:
            _shrink(data, target)
        except (OSError, ValueError, Image.DecompressionBombError) as broken:
            logger.warning("The picture of shot %s cannot be read for a table: %s", shot.pk, broken)
            return None
        return target


def _shrink(data: bytes, target: Path) -> None:
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        image.draft("RGB", (WIDTH, HEIGHT))
        image.thumbnail((WIDTH, HEIGHT))
        image.convert("RGB").save(target, "JPEG", quality=QUALITY, optimize=True, dpi=DOTS)
