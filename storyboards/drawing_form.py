"""What a browser sends of a drawing: marks from a script, or the numbers of the crop without one."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from storyboards.marks import Crop, MarksRefused, read_marks
from storyboards.models import Asset

NUMBERS = ("crop_left", "crop_top", "crop_width")
DIGITS = 2


class DrawingForm:
    """The fields of a drawing as they came; nothing in them is believed before `marks` has read it."""

    def __init__(self, data: Mapping[str, str]) -> None:
        self.data = data

    @property
    def version(self) -> int | None:
        """The shot's version when the drawing began."""
        text = self.data.get("version", "")
        return int(text) if text.isdecimal() and text.isascii() and len(text) < 10 else None

    def marks(self, base: Asset | None, *, frame: float) -> dict[str, Any]:
        """Return the marks on `base` as they are kept; raise MarksRefused."""
        shape = base.width / base.height if base else None
        text = self.data.get("marks") or "{}"
        if shape and all(name in self.data for name in NUMBERS):
            text = json.dumps(self.kept_marks({}) | {"crop": self._crop(shape)})
        return read_marks(text, picture=shape, frame=frame)

    def kept_marks(self, otherwise: dict[str, Any]) -> dict[str, Any]:
        """Return the marks as they came, to be shown again, if they are marks at all."""
        try:
            return dict(json.loads(self.data.get("marks") or "{}"))
        except (ValueError, TypeError, RecursionError):
            return otherwise

    def _crop(self, shape: float) -> dict[str, float]:
        """Return the crop that the numbers say: percents of the picture's width, and of its height from the top."""
        left, top, width = (_percent(self.data[name]) for name in NUMBERS)
        return {"x": left, "y": top / shape, "width": width}


def percents(crop: Crop, shape: float) -> dict[str, float]:
    """Return a crop as the numbers of the form."""
    numbers = {"left": crop.x, "top": crop.y * shape, "width": crop.width}
    return {name: round(value * 100, DIGITS) for name, value in numbers.items()}


def _percent(text: str) -> float:
    try:
        return float(text.replace(",", ".")) / 100
    except ValueError:
        raise MarksRefused(_("Write the crop as numbers, such as 12.5.")) from None
