"""The small mark that says what a moving picture is: ANIMATIC, the shot's slate, and timecode."""

from functools import lru_cache

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from generation.sketch.request import SketchRequest

from .regions import Region

WORD = "ANIMATIC"


def timecode(index: int, rate: tuple[int, int]) -> str:
    """HH:MM:SS:FF of a frame, counted at the nearest whole rate."""
    base = max(1, round(rate[0] / rate[1]))
    seconds, frames = divmod(index, base)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}:{frames:02d}"


@lru_cache(maxsize=256)
def _letters(text: str, size: int) -> np.ndarray:
    """Coverage of a short text, 0 to 255, cut to its box; the font is Pillow's own, so it looks alike everywhere."""
    font = ImageFont.load_default(size)
    width = int(font.getlength(text)) + 2
    image = Image.new("L", (max(1, width), int(size * 1.3)), 0)
    ImageDraw.Draw(image).text((0, 0), text, font=font, fill=255)
    return np.asarray(image)


class Mark:
    """Writes the mark of one shot into its frames."""

    def __init__(self, request: SketchRequest) -> None:
        self._rate = request.rate
        short = min(request.width, request.height)
        self._size = max(9, round(short * 0.026))
        slate = "".join(c for c in request.slate if c.isprintable())[:16]
        self._head = _letters(f"{WORD} · {slate} · " if slate else f"{WORD} · ", self._size)
        digit = max(_letters(digit, self._size).shape[1] for digit in "0123456789")
        self._cells = {**dict.fromkeys("0123456789", digit), ":": _letters(":", self._size).shape[1]}

    def area(self, width: int, height: int) -> tuple[slice, slice]:
        """Rows and columns of a picture of that size that the mark takes."""
        pad, high = self._size // 2, self._head.shape[0]
        wide = min(width, self._head.shape[1] + sum(self._cells[digit] for digit in timecode(0, self._rate)) + 2 * pad)
        return slice(height - high - 2 * pad, height - pad), slice(pad, pad + wide)

    def region(self, width: int, height: int) -> Region:
        """The same as a box of pixels."""
        rows, columns = self.area(width, height)
        return Region(columns.start, rows.start, columns.stop, rows.stop)

    def onto(self, picture: np.ndarray, index: int) -> None:
        """Burn the mark of a frame into the lower left corner, in place."""
        code = timecode(index, self._rate)
        pad, high = self._size // 2, self._head.shape[0]
        plate = picture[self.area(picture.shape[1], picture.shape[0])]
        cv2.convertScaleAbs(plate, plate, 0.45, 0)
        x = pad + pad
        y = picture.shape[0] - high - pad - pad // 2
        _write(picture, self._head, x, y)
        x += self._head.shape[1]
        for digit in code:
            _write(picture, _letters(digit, self._size), x, y)
            x += self._cells[digit]


def _write(picture: np.ndarray, letters: np.ndarray, x: int, y: int) -> None:
    spot = picture[y : y + letters.shape[0], x : x + letters.shape[1]]
    letters = letters[: spot.shape[0], : spot.shape[1]]
    if letters.size:
        cv2.max(spot, cv2.merge([letters, letters, letters, letters]), spot)
