"""Words in pictures, in the tool’s own typeface: what a browser shows while one draws is what is kept."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

FONTS = settings.BASE_DIR / "static" / "fonts"
# The typeface comes in two files; other scripts that are written from left to right have a typeface of their own.
OURS = ("instrument-sans-latin-wght-normal.woff2", "instrument-sans-latin-ext-wght-normal.woff2")
OTHERS = tuple(f"noto-sans-{script}-400-normal.woff2" for script in ("cyrillic", "cyrillic-ext", "greek", "vietnamese"))
FILES = (*OURS, *OTHERS)
WEIGHT = 600
PROBE_SIZE = 20
NO_LETTER = "\uffff"
LINE = 1.2  # of the size
HALO = 0.14  # of the size

Colour = tuple[int, int, int]


@lru_cache(maxsize=64)
def _font(file: str, size: float) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(FONTS / file, size)
    if file in OURS:
        font.set_variation_by_axes([WEIGHT])
    return font


@cache
def _nothing(file: str) -> bytes:
    return bytes(_font(file, PROBE_SIZE).getmask(NO_LETTER))


@lru_cache(maxsize=2048)
def _file_of(letter: str) -> str | None:
    """Return the file that has the letter, or None."""
    if letter == " ":
        return FILES[0]
    for file in FILES:
        drawn = bytes(_font(file, PROBE_SIZE).getmask(letter))
        if drawn and drawn != _nothing(file):
            return file
    return None


def missing(text: str) -> list[str]:
    """Return the letters that cannot be drawn, each once."""
    return [letter for letter in dict.fromkeys(text) if _file_of(letter) is None]


def _runs(line: str) -> Iterator[tuple[str, str]]:
    for file, letters in groupby(line, key=_file_of):
        yield file or FILES[0], "".join(letters)


def write(page: Image.Image, text: str, at: tuple[float, float], *, size: float, colour: Colour, halo: Colour) -> None:
    """Write the text's lines on the page, the first one's baseline starting at `at`, with a halo around the letters."""
    pen = ImageDraw.Draw(page)
    edge = size * HALO / 2
    for pass_edge, ink in ((edge, halo), (0, colour)):
        for row, line in enumerate(text.split("\n")):
            x, y = at[0], at[1] + row * size * LINE
            for file, letters in _runs(line):
                font = _font(file, size)
                pen.text((x, y), letters, fill=ink, font=font, anchor="ls", stroke_width=pass_edge, stroke_fill=ink)
                x += font.getlength(letters)
