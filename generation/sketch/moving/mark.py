"""The small mark that says what a moving picture is: ANIMATIC, the shot's slate, and timecode."""

from functools import lru_cache

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from generation.sketch.pixels import Pixels
from generation.sketch.request import SketchRequest

from .regions import Region
from .video import BLACK, LUMA, MIDDLE, Planes

WORD = "ANIMATIC"
SHADE = 0.45  # of its brightness and colour is left to the picture under the mark


def timecode(index: int, rate: tuple[int, int]) -> str:
    """HH:MM:SS:FF of a frame, counted at the nearest whole rate."""
    base = max(1, round(rate[0] / rate[1]))
    seconds, frames = divmod(index, base)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}:{frames:02d}"


@lru_cache(maxsize=256)
def _letters(text: str, size: int) -> np.ndarray:
    """A short text as brightness, white on black, cut to its box; the font is Pillow's own, alike everywhere."""
    font = ImageFont.load_default(size)
    width = int(font.getlength(text)) + 2
    image = Image.new("L", (max(1, width), int(size * 1.3)), 0)
    ImageDraw.Draw(image).text((0, 0), text, font=font, fill=255)
    return cv2.convertScaleAbs(np.asarray(image), alpha=LUMA, beta=BLACK)


class Mark:
    """Writes the mark of one shot into its frames; `region` is the part of a frame that it takes."""

    def __init__(self, request: SketchRequest) -> None:
        self._rate = request.rate
        short = min(request.width, request.height)
        self._size = max(9, round(short * 0.026))
        slate = "".join(c for c in request.slate if c.isprintable())[:16]
        self._head = _letters(f"{WORD} · {slate} · " if slate else f"{WORD} · ", self._size)
        digit = max(_letters(digit, self._size).shape[1] for digit in "0123456789")
        self._cells = {**dict.fromkeys("0123456789", digit), ":": _letters(":", self._size).shape[1]}
        pad, high = self._size // 2, self._head.shape[0]
        wide = self._head.shape[1] + sum(self._cells[digit] for digit in timecode(0, self._rate)) + 2 * pad
        whole = Region(0, 0, request.width, request.height)
        self._at = 2 * pad, request.height - high - pad - pad // 2
        plate = Region(pad, request.height - high - 2 * pad, pad + wide, request.height - pad)
        self.region = plate.evened().within(whole)

    def onto(self, picture: Planes, index: int) -> None:
        """Burn the mark of a frame into the lower left corner, in place."""
        plate = picture.within(self.region)
        for plane, black in zip(plate, (BLACK, MIDDLE, MIDDLE), strict=True):
            cv2.convertScaleAbs(plane, plane, SHADE, (1 - SHADE) * black)
        cv2.max(plate.luma, self._written(timecode(index, self._rate)), plate.luma)

    def _written(self, code: str) -> Pixels:
        """What is written upon the plate: brightness, black where nothing is."""
        left, top, right, bottom = self.region
        page = np.full((bottom - top, right - left), BLACK, np.uint8)
        x, y = self._at[0] - left, self._at[1] - top
        for letters, wide in [(self._head, self._head.shape[1]), *self._digits(code)]:
            spot = page[y : y + letters.shape[0], x : x + letters.shape[1]]
            np.maximum(spot, letters[: spot.shape[0], : spot.shape[1]], out=spot)
            x += wide
        return page

    def _digits(self, code: str) -> list[tuple[Pixels, int]]:
        return [(_letters(digit, self._size), self._cells[digit]) for digit in code]
