"""Panels as they are drawn by the studio, measured in their pixels."""

import re
from math import cos, radians, sin
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image, ImageChops

from storyboards import lettering
from storyboards.marks import filling, whole
from storyboards.rendering import INKS, cropped, render
from storyboards.vocabulary import Colour
from tests.storyboards.images import halves, near

SIZE = (640, 360)
WIDE = 16 / 9
RED, BLUE, BLACK, WHITE = (255, 0, 0), (0, 0, 255), (0, 0, 0), (255, 255, 255)
VERMILION = INKS["vermilion"]


def quarters(size: tuple[int, int] = (400, 400)) -> Image.Image:
    """Return a picture of four colours: red, lime, blue, yellow."""
    image = halves(size, "red", "lime")
    image.paste(halves((size[0], size[1] // 2), "blue", "yellow"), (0, size[1] // 2))
    return image


def at(image: Image.Image, x: float, y: float) -> tuple[int, int, int]:
    """Return the colour at a point in parts of the width."""
    return image.getpixel((round(x * image.width), round(y * image.width)))


def changed(marks: dict) -> tuple[int, int, int, int] | None:
    """Return the box of pixels that the marks change on paper."""
    page = render(None, marks, SIZE)
    return ImageChops.difference(page, Image.new("RGB", SIZE, WHITE)).getbbox()


def pen(points, **more):
    return {"strokes": [{"tool": "pen", "colour": "vermilion", "ink": 0.02, "points": points, **more}]}


def arrow(start, end, **more):
    return {"strokes": [{"tool": "arrow", "colour": "vermilion", "ink": 0.01, "points": [start, end], **more}]}


def test_an_empty_frame_is_white_paper():
    page = render(None, {}, SIZE)

    assert (page.size, page.mode, page.getextrema()) == (SIZE, "RGB", ((255, 255),) * 3)


def test_without_a_crop_the_picture_fills_the_frame_from_its_middle():
    page = render(quarters(), {}, SIZE)

    assert [at(page, x, y) for x, y in ((0.1, 0.05), (0.9, 0.05), (0.1, 0.5), (0.9, 0.5))] == [
        RED,
        (0, 255, 0),
        BLUE,
        (255, 255, 0),
    ]
    assert at(page, 0.1, 0.5625 / 2 - 0.02) == RED
    assert at(page, 0.1, 0.5625 / 2 + 0.02) == BLUE


def test_a_crop_shows_exactly_its_part():
    picture = Image.new("RGB", (1000, 1000), "black")
    picture.paste("white", (200, 300, 520, 480))

    page = render(picture, {"crop": {"x": 0.2, "y": 0.3, "width": 0.32}}, SIZE)
    shifted = render(picture, {"crop": {"x": 0.19, "y": 0.3, "width": 0.32}}, SIZE)

    # Scaled up, the pixels of the very edge take in a little of their neighbours.
    assert page.crop((8, 8, 632, 352)).getextrema() == ((255, 255),) * 3
    assert at(shifted, 0.02, 0.2) == BLACK
    assert at(shifted, 0.05, 0.2) == WHITE


def test_the_whole_picture_stands_between_black_bars():
    picture = Image.new("RGB", (300, 300), "red")
    crop = whole(1.0, WIDE)
    page = cropped(picture, crop, SIZE)

    assert [page.getpixel((x, 180)) for x in (2, 135, 145, 320, 495, 505, 637)] == [
        BLACK,
        BLACK,
        RED,
        RED,
        RED,
        BLACK,
        BLACK,
    ]


def test_what_is_transparent_is_paper():
    drawing = Image.new("RGBA", (160, 90), (0, 0, 0, 0))
    drawing.paste((255, 0, 0, 255), (0, 0, 80, 90))

    page = render(drawing, {}, SIZE)

    assert (at(page, 0.2, 0.2), at(page, 0.8, 0.2)) == (RED, WHITE)


# --- strokes --------------------------------------------------------------------------------------------------------


def test_a_pen_draws_where_it_was_and_as_broad_as_its_ink():
    marks = pen([[0.25, 0.2], [0.75, 0.2]])
    page = render(None, marks, SIZE)
    box = changed(marks)

    assert at(page, 0.5, 0.2) == VERMILION
    assert at(page, 0.5, 0.25) == WHITE
    ink = 0.02 * 640
    assert box == pytest.approx((160 - ink / 2, 128 - ink / 2, 480 + ink / 2, 128 + ink / 2), abs=1.5)


def test_a_dot_is_a_dot():
    box = changed(pen([[0.5, 0.25]]))

    assert box == pytest.approx((313.6, 153.6, 326.4, 166.4), abs=1.5)


def test_a_pen_that_is_pressed_harder_draws_broader():
    def breadth(pressure: float) -> int:
        box = changed(pen([[0.25, 0.2, pressure], [0.75, 0.2, pressure]]))
        return box[3] - box[1]

    assert breadth(0.1) < breadth(0.5) < breadth(1.0)
    assert breadth(1.0) == pytest.approx(0.02 * 640 * 1.5, abs=2)


def test_an_arrow_is_red_where_it_was_drawn_and_its_head_is_at_the_end():
    page = render(None, arrow([0.2, 0.2], [0.8, 0.2]), SIZE)

    def breadth(x: float) -> int:
        return sum(page.getpixel((round(x * 640), y)) != WHITE for y in range(360))

    assert at(page, 0.5, 0.2) == VERMILION
    assert at(page, 0.77, 0.2) == VERMILION
    assert [at(page, x, 0.2) for x in (0.18, 0.82)] == [WHITE, WHITE]
    assert breadth(0.3) == pytest.approx(6.4, abs=2)
    assert breadth(0.76) > 2.5 * breadth(0.3)


def test_an_arrow_of_no_length_is_a_dot():
    assert changed(arrow([0.5, 0.25], [0.5, 0.25])) == pytest.approx((317, 157, 323, 163), abs=1.5)


def test_words_are_written_where_they_were_put():
    words = {"tool": "text", "colour": "vermilion", "ink": 0.08, "points": [[0.1, 0.2]], "text": "Marta\nturns"}
    box = changed({"strokes": [words]})

    assert box[0] == pytest.approx(64, abs=8)
    assert box[1] == pytest.approx(0.2 * 640 - 0.08 * 640 * 0.75, abs=8)
    assert box[3] > 0.2 * 640 + 0.08 * 640 * 0.9
    assert 64 + 80 < box[2] < 320


@pytest.mark.parametrize("text", ["Marta", "Çağrı, Łódź", "Марта", "Μάρθα", "Tiếng Việt"])
def test_words_of_many_scripts_are_written(text):
    words = {"tool": "text", "colour": "vermilion", "ink": 0.1, "points": [[0.1, 0.3]], "text": text}
    page = render(None, {"strokes": [words]}, SIZE)

    assert lettering.missing(text) == []
    assert VERMILION in {colour for _count, colour in page.getcolors(1 << 16)}


def test_letters_without_a_typeface_are_known():
    assert lettering.missing("a漢b😀漢") == ["漢", "😀"]


def test_later_strokes_lie_on_top_whatever_they_are():
    line = pen([[0.05, 0.18], [0.9, 0.18]], colour="navy")["strokes"][0]
    words = {"tool": "text", "colour": "vermilion", "ink": 0.1, "points": [[0.1, 0.21]], "text": "MMMM"}

    above = render(None, {"strokes": [words, line]}, SIZE)
    below = render(None, {"strokes": [line, words]}, SIZE)
    row = [(x, round(0.18 * 640)) for x in range(70, 200)]

    assert {above.getpixel(pixel) for pixel in row} == {INKS["navy"]}
    assert VERMILION in {below.getpixel(pixel) for pixel in row}


def test_marks_stay_where_they_are_in_the_picture_when_it_is_cropped():
    picture = Image.new("RGB", (1000, 1000), "white")
    marks = arrow([0.4, 0.5], [0.6, 0.5]) | {"crop": {"x": 0.3, "y": 0.4, "width": 0.4}}

    page = render(picture, marks, SIZE)

    # The middle of the arrow is at (0.5, 0.5) of the picture: half way across the crop, a quarter of its width down.
    assert at(page, 0.5, 0.25) == VERMILION
    assert at(page, 0.2, 0.25) == WHITE


def test_a_panel_of_any_shape_is_filled():
    for size in ((1280, 720), (720, 1280), (960, 960), (1680, 720)):
        page = render(Image.new("RGB", (333, 777), "red"), {}, size)
        assert page.getextrema() == ((255, 255), (0, 0), (0, 0)), size
    assert filling(333 / 777, 1.0).width == 1


# --- colours --------------------------------------------------------------------------------------------------------


def oklch(lightness: float, chroma: float, hue: float) -> tuple[int, ...]:
    """Return a colour of the style sheet in sRGB (Ottosson's OKLab)."""
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    rows = ((0.3963377774, 0.2158037573), (-0.1055613458, -0.0638541728), (-0.0894841775, -1.291485548))
    cone = [(lightness + p * a + q * b) ** 3 for p, q in rows]
    mix = (
        (4.0767416621, -3.3077115913, 0.2309699292),
        (-1.2684380046, 2.6097574011, -0.3413193965),
        (-0.0041960863, -0.7034186147, 1.707614701),
    )
    linear = [max(0.0, sum(m * c for m, c in zip(row, cone, strict=True))) for row in mix]
    return tuple(round(255 * min(1, 12.92 * x if x <= 0.0031308 else 1.055 * x ** (1 / 2.4) - 0.055)) for x in linear)


def test_inks_are_the_swatches_of_the_page():
    css = (Path(settings.BASE_DIR) / "static" / "css" / "components.css").read_text()
    swatches = {
        name: oklch(float(lightness) / 100, float(chroma), float(hue))
        for name, lightness, chroma, hue in re.findall(
            r"\.swatch-(\w+) \{ --swatch: oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)", css
        )
    }

    assert set(INKS) == set(Colour.values) == set(swatches)
    assert all(near(INKS[name], swatches[name], within=1) for name in INKS)
