"""A word written beside a shape that could not be drawn: Pillow's own font, carried into the SVG as a picture."""

import base64
import io
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from generation.sketch.drawing.pen import num, rect

LETTERS = 48
LONGEST = 18
BOLD = 1  # a little, so that stems stay light where a label is small


@lru_cache(maxsize=64)
def _png(word: str) -> tuple[str, int, int]:
    font = ImageFont.load_default(LETTERS)
    size = (max(2, int(font.getlength(word)) + 2 + 2 * BOLD), int(LETTERS * 1.35))
    image = Image.new("RGBA", size, (0, 0, 0, 0))
    ImageDraw.Draw(image).text((1 + BOLD, 0), word, font=font, fill=(250, 247, 240, 255), stroke_width=BOLD)
    file = io.BytesIO()
    image.save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode(), *size


def lettering(words: str, x: float, y: float, height: float, widest: float) -> str:
    """SVG of light letters `height` units high in the middle about (x, y), smaller where they would be too wide."""
    data, wide, tall = _png("".join(c for c in words if c.isprintable()))
    width = min(height * wide / tall, widest)
    height = width * tall / wide
    where = f'x="{num(x - width / 2)}" y="{num(y - height / 2)}" width="{num(width)}" height="{num(height)}"'
    return f'<image {where} href="data:image/png;base64,{data}"/>'


def label(word: str, x: float, y: float, height: float) -> str:
    """SVG of a word on a dark plate, `height` units high, standing above (x, y)."""
    word = "".join(c for c in word if c.isprintable())[:LONGEST]
    data, wide, tall = _png(word)
    width = height * wide / tall
    plate = rect(x - width / 2 - 8, y - height - 6, width + 16, height + 8, "#1b1a1d", 6, 0.72)
    where = f'x="{num(x - width / 2)}" y="{num(y - height - 2)}" width="{num(width)}" height="{num(height)}"'
    return f'{plate}<image {where} href="data:image/png;base64,{data}"/>'
