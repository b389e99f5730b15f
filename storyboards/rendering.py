"""A panel of a picture, a crop and strokes. static/js/board/draw_svg.js draws the same shapes in a browser."""

from collections.abc import Iterable
from itertools import groupby, pairwise
from math import hypot
from typing import Any

from PIL import Image

from storyboards import lettering
from storyboards.marks import Crop, crop_of
from storyboards.vectors import Form, painted
from storyboards.vocabulary import Colour, Tool

RGB = tuple[int, int, int]
Size = tuple[int, int]
Stroke = dict[str, Any]

# The swatches of static/css/components.css, in sRGB.
INKS: dict[str, RGB] = {
    Colour.AMBER: (230, 178, 45),
    Colour.VERMILION: (218, 70, 32),
    Colour.TEAL: (0, 140, 146),
    Colour.NAVY: (34, 57, 86),
    Colour.MOSS: (96, 124, 66),
    Colour.PLUM: (109, 51, 105),
    Colour.ROSE: (232, 134, 150),
    Colour.SLATE: (91, 100, 111),
    Colour.SAND: (218, 201, 166),
    Colour.INK: (32, 25, 20),
    Colour.SNOW: (245, 241, 234),
    Colour.SKY: (112, 180, 220),
    Colour.BRICK: (153, 58, 49),
    Colour.OCHRE: (186, 126, 45),
    Colour.VIOLET: (119, 86, 192),
    Colour.MINT: (138, 215, 182),
}
PAPER: RGB = (255, 255, 255)
BARS: RGB = (0, 0, 0)
LIGHT = {Colour.AMBER, Colour.ROSE, Colour.SAND, Colour.SNOW, Colour.SKY, Colour.MINT, Colour.OCHRE}

# A pen that knows no pressure is as wide as its ink; one that does is thinner, or up to half as wide again.
LEAST_WIDTH, WIDTH_PER_PRESSURE = 0.25, 1.25
PRESSURES = 32  # steps: neighbours of the same step are one path
HEAD_LENGTH, HEAD_WIDTH = 4.5, 3.6  # of an arrow, in widths of its shaft


def render(base: Image.Image | None, marks: dict[str, Any], size: Size) -> Image.Image:
    """Return the panel of `size`: `base`, or white paper, cropped and with the strokes on it, in RGB."""
    frame = size[0] / size[1]
    if base is None:
        page, crop = Image.new("RGB", size, PAPER), Crop(0, 0, 1)
    else:
        crop = crop_of(marks, picture=base.width / base.height, frame=frame)
        page = cropped(base, crop, size)
    return _marked(page, marks.get("strokes", ()), crop)


# --- the picture below ----------------------------------------------------------------------------------------------


def cropped(base: Image.Image, crop: Crop, size: Size) -> Image.Image:
    """Return the part of `base` that the crop shows, scaled to `size`; black where there is no picture."""
    scale = base.width * crop.width / size[0]
    left, top = crop.x * base.width, crop.y * base.width
    box = (max(0.0, left), max(0.0, top), *_ends(base, left, top, scale, size))
    place = [round((edge - start) / scale) for edge, start in zip(box, (left, top, left, top), strict=True)]
    room = (max(1, place[2] - place[0]), max(1, place[3] - place[1]))
    page = Image.new("RGB", size, BARS)
    page.paste(_on_paper(base.resize(room, Image.Resampling.LANCZOS, box=box)), (place[0], place[1]))
    return page


def _ends(base: Image.Image, left: float, top: float, scale: float, size: Size) -> tuple[float, float]:
    return min(float(base.width), left + size[0] * scale), min(float(base.height), top + size[1] * scale)


def _on_paper(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture.convert("RGB")
    paper = Image.new("RGB", picture.size, PAPER)
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


# --- strokes --------------------------------------------------------------------------------------------------------


def _marked(page: Image.Image, strokes: Iterable[Stroke], crop: Crop) -> Image.Image:
    """Return the page with the strokes on it, first to last: lines by ThorVG, words by Pillow."""
    scale = page.width / crop.width
    for is_text, group in groupby(strokes, key=lambda stroke: stroke["tool"] == Tool.TEXT):
        placed = [_placed(stroke, crop, scale) for stroke in group]
        if is_text:
            for stroke in placed:
                _write(page, stroke)
        else:
            page = _under_lines(page, "".join(_shape(stroke) for stroke in placed))
    return page


def _placed(stroke: Stroke, crop: Crop, scale: float) -> Stroke:
    """Return the stroke in pixels of the page."""
    points = [((x - crop.x) * scale, (y - crop.y) * scale, *rest) for x, y, *rest in stroke["points"]]
    return {**stroke, "points": points, "ink": stroke["ink"] * scale}


def _under_lines(page: Image.Image, shapes: str) -> Image.Image:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{page.width}" height="{page.height}">{shapes}</svg>'
    lines = Image.frombuffer("RGBA", page.size, painted(svg, *page.size, Form.RGBA), "raw", "RGBA", 0, 1)
    return Image.alpha_composite(page.convert("RGBA"), lines).convert("RGB")


def _write(page: Image.Image, stroke: Stroke) -> None:
    at, halo = stroke["points"][0], INKS[Colour.INK] if stroke["colour"] in LIGHT else INKS[Colour.SNOW]
    size, colour = stroke["ink"], INKS[stroke["colour"]]
    lettering.write(page, stroke["text"], (at[0], at[1]), size=size, colour=colour, halo=halo)


def _shape(stroke: Stroke) -> str:
    colour = "#{:02x}{:02x}{:02x}".format(*INKS[stroke["colour"]])
    shape = _arrow(stroke) if stroke["tool"] == Tool.ARROW else "".join(_runs(stroke))
    return f'<g stroke="{colour}" fill="{colour}" stroke-linecap="round" stroke-linejoin="round">{shape}</g>'


def _runs(stroke: Stroke) -> Iterable[str]:
    """Yield the paths of a pen's stroke: a new one wherever the pressure changes."""
    points = stroke["points"]
    pairs = list(pairwise(points)) or [(points[0], points[0])]
    for width, run in groupby(pairs, key=lambda pair: stroke["ink"] * width_of(pair)):
        parts = list(run)
        path = " ".join(f"L{_num(end[0])} {_num(end[1])}" for _start, end in parts)
        start = parts[0][0]
        yield f'<path d="M{_num(start[0])} {_num(start[1])} {path}" fill="none" stroke-width="{_num(width)}"/>'


def width_of(pair: tuple[tuple[float, ...], tuple[float, ...]]) -> float:
    """Return how wide a pen draws between two points, in parts of its ink."""
    if len(pair[0]) < 3 or len(pair[1]) < 3:
        return 1.0
    pressure = round((pair[0][2] + pair[1][2]) / 2 * PRESSURES) / PRESSURES
    return LEAST_WIDTH + WIDTH_PER_PRESSURE * pressure


def _arrow(stroke: Stroke) -> str:
    """Return the shaft and the head of an arrow; a short one has a small head."""
    (x0, y0), (x1, y1) = stroke["points"]
    length = hypot(x1 - x0, y1 - y0)
    if length == 0:
        return f'<circle cx="{_num(x1)}" cy="{_num(y1)}" r="{_num(stroke["ink"] / 2)}" stroke="none"/>'
    along = ((x1 - x0) / length, (y1 - y0) / length)
    head = min(HEAD_LENGTH * stroke["ink"], length * 0.8)
    half = head * HEAD_WIDTH / HEAD_LENGTH / 2
    neck = (x1 - along[0] * head, y1 - along[1] * head)
    wings = [(neck[0] - along[1] * half * side, neck[1] + along[0] * half * side) for side in (1, -1)]
    corners = " ".join(f"{_num(x)},{_num(y)}" for x, y in ((x1, y1), *wings))
    shaft = f'<path d="M{_num(x0)} {_num(y0)} L{_num(neck[0])} {_num(neck[1])}" stroke-width="{_num(stroke["ink"])}"/>'
    return f'{shaft}<polygon points="{corners}" stroke="none"/>'


def _num(value: float) -> str:
    return f"{value:.2f}"
