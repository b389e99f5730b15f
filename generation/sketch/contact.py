"""The contact sheet: the same sixty prompts in every look, in one picture, to look at before a release."""

import io
from collections.abc import Callable, Sequence
from dataclasses import replace

from PIL import Image, ImageDraw, ImageFont

from .prompts import PROMPTS
from .request import LOOKS, SketchRequest
from .still import draw_still

COLUMNS = 10
CELL = (160, 90)
FINER = 3  # cells are drawn larger and made smaller, as a page shows them
GAP, HEAD = 4, 30
PAPER, INK = (246, 244, 239), (38, 36, 34)


def draw_sheet(
    looks: Sequence[str] = LOOKS,
    cell: tuple[int, int] = CELL,
    on_drawn: Callable[[str, int], None] = lambda look, number: None,
) -> Image.Image:
    """The sheet of `looks`, one band each, with cells of `cell` pixels (width, height) in the order of PROMPTS.

    `on_drawn` hears each cell that is done. Raises SketchRefused for a look that nobody can draw.
    """
    rows = -(-len(PROMPTS) // COLUMNS)
    step = cell[0] + GAP, cell[1] + GAP
    band = HEAD + rows * step[1]
    sheet = Image.new("RGB", (COLUMNS * step[0] + GAP, len(looks) * band + GAP), PAPER)
    for number, look in enumerate(looks):
        top = number * band + GAP
        ImageDraw.Draw(sheet).text((GAP * 2, top + 4), look, fill=INK, font=ImageFont.load_default(18))
        for index, prompt in enumerate(PROMPTS):
            at = GAP + index % COLUMNS * step[0], top + HEAD + index // COLUMNS * step[1]
            sheet.paste(_cell(prompt, look, cell), at)
            on_drawn(look, index + 1)
    return sheet


def _cell(prompt: SketchRequest, look: str, cell: tuple[int, int]) -> Image.Image:
    width, height = cell
    png = draw_still(replace(prompt, look=look, width=width * FINER, height=height * FINER))
    with Image.open(io.BytesIO(png), formats=("PNG",)) as drawn:
        return drawn.convert("RGB").resize(cell, Image.Resampling.BOX)
