"""Colours that stand together can be told apart, by day and by night (WCAG 2.2: 4.5 for text, 3 for parts)."""

import math
import re
from pathlib import Path

import pytest

CSS = (Path(__file__).parents[2] / "static" / "css" / "base.css").read_text()
COLOUR = r"oklch\(([\d.]+)% ([\d.]+) ([\d.]+)(?: / [\d.]+)?\)"
PAIRS = {
    name: (light, dark)
    for name, light, dark in re.findall(r"--([\w-]+): light-dark\((oklch\([^)]+\)), (oklch\([^)]+\))\)", CSS)
}
ALONE = dict(re.findall(r"--([\w-]+): (oklch\([^)]+\));", CSS))
SURFACES = ("paper", "raised", "sunken")
TEXTS = ("ink", "soft", "key", "live", "chosen", "stale", "failed")


def linear_rgb(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """Return linear sRGB of an OKLCH colour, clipped to what a screen shows."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    rgb = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return tuple(min(1.0, max(0.0, channel)) for channel in rgb)


def luminance(colour: str) -> float:
    """Return the relative luminance of an `oklch()` colour, its transparency left aside."""
    lightness, chroma, hue = map(float, re.fullmatch(COLOUR, colour).groups())
    red, green, blue = linear_rgb(lightness / 100, chroma, hue)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("one", "expected"), [("oklch(100% 0 0)", 21.0), ("oklch(0% 0 0)", 1.0)])
def test_contrast_against_black_is_known(one, expected):
    assert contrast(one, "oklch(0% 0 0)") == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("text", TEXTS)
def test_text_can_be_read_on_every_surface(text, surface, theme):
    assert contrast(PAIRS[text][theme], PAIRS[surface][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), [("on-key", "key"), ("on-key", "key-deep"), ("ink", "key-wash")])
def test_text_can_be_read_on_the_key_colour(text, ground, theme):
    assert contrast(PAIRS[text][theme], PAIRS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("surface", SURFACES)
def test_edge_of_a_field_can_be_seen_on_every_surface(surface, theme):
    assert contrast(PAIRS["edge"][theme], PAIRS[surface][theme]) >= 3


@pytest.mark.parametrize("chip", ["slate-live", "slate-failed"])
def test_words_can_be_read_on_a_chip_over_a_picture(chip):
    assert contrast(ALONE["on-slate"], ALONE[chip]) >= 4.5


def test_words_can_be_read_on_a_stale_chip():
    assert contrast(ALONE["on-stale"], ALONE["slate-stale"]) >= 4.5


def test_words_can_be_read_on_slate_over_a_white_picture():
    """The slate lets a little of the picture through; the worst picture is white."""
    through = 0.14
    ground = luminance(ALONE["slate"]) * (1 - through) + through

    assert (luminance(ALONE["on-slate"]) + 0.05) / (ground + 0.05) >= 4.5
