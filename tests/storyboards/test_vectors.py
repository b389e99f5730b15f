"""Drawings become pixels: their colours, their finest lines, and many of them at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from storyboards.vectors import Form, painted


def drawing(art: str, width: int, height: int) -> str:
    """A whole drawing of that size."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{art}</svg>'


@pytest.mark.parametrize(
    ("form", "pixel"), [(Form.RGBA, (255, 127, 0, 128)), (Form.BGRA_MULTIPLIED, (0, 64, 128, 128))]
)
def test_a_pixel_is_laid_as_it_was_asked_for(form: Form, pixel: tuple[int, ...]) -> None:
    half = drawing('<rect width="4" height="1" fill="#ff8000" opacity="0.5"/>', 4, 2)

    pixels = painted(half, 4, 2, form)

    assert tuple(pixels) == pixel * 4 + (0,) * 16


def test_nothing_drawn_is_nothing_seen() -> None:
    assert painted(drawing("", 3, 2), 3, 2, Form.RGBA) == bytes(24)


@pytest.mark.parametrize("told", ["", "nonsense", "<svg", "<html></html>"])
def test_what_is_no_drawing_is_refused_and_the_next_is_painted(told: str) -> None:
    with pytest.raises(ValueError, match="not a drawing"):
        painted(told, 4, 4, Form.RGBA)

    assert any(painted(drawing('<circle cx="2" cy="2" r="2"/>', 4, 4), 4, 4, Form.RGBA))


def test_many_threads_paint_what_one_paints() -> None:
    told = [drawing(f'<circle cx="40" cy="30" r="{r}" fill="#2468{r:02x}"/>', 80, 60) for r in range(5, 45)]
    alone = [painted(svg, 80, 60, Form.RGBA) for svg in told]

    with ThreadPoolExecutor(8) as many:
        together = list(many.map(lambda svg: painted(svg, 80, 60, Form.RGBA), told * 5))

    assert together == alone * 5
    assert len({bytes(pixels) for pixels in alone}) == len(told)


def test_hundreds_of_drawings_leave_no_memory_behind() -> None:
    art = '<radialGradient id="g"><stop offset="0" stop-color="#fff"/></radialGradient>' + "".join(
        f'<path d="M{x} 0Q50 50 {x} 90Z" fill="url(#g)" stroke="#123" opacity="0.5"/>' for x in range(90)
    )

    def paint(count: int) -> None:
        for index in range(count):
            painted(drawing(art, 100 + index, 100), 100 + index, 100, Form.BGRA_MULTIPLIED)

    paint(100)
    before = resident_megabytes()
    paint(400)

    assert resident_megabytes() - before < 12


def resident_megabytes() -> int:
    """The memory that this process holds now."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024
