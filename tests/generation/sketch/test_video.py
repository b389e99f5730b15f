"""Pixels become video in BT.709, and are laid over one another there as light lies over light."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.sketch.drawing.weather import Falling, meeting
from generation.sketch.moving.exposing import exposed, hidden_rows, lay_exposed
from generation.sketch.moving.filmed import PAD, filmed, padded
from generation.sketch.moving.laying import Placed
from generation.sketch.moving.overlays import FilmedFalling
from generation.sketch.moving.patches import Patch, lay_patches, seen_rows
from generation.sketch.moving.regions import Region
from generation.sketch.moving.scratch import Scratch
from generation.sketch.moving.sheets import Sheet, islands
from generation.sketch.moving.video import Planes, frame_in, in_video, light_in_video, planes_of

from .pictures import shown

WIDTH, HEIGHT = 32, 16
WHOLE = Region(0, 0, WIDTH, HEIGHT)
COLOURS = [
    ((0, 0, 0), (16, 128, 128)),
    ((255, 255, 255), (235, 128, 128)),
    ((255, 0, 0), (63, 102, 240)),
    ((0, 255, 0), (173, 42, 26)),
    ((0, 0, 255), (32, 240, 118)),
    ((128, 128, 128), (126, 128, 128)),
]


def sheet(rgb: tuple[int, int, int], alpha: int = 255) -> np.ndarray:
    """A sheet of one colour, multiplied by alpha."""
    pixels = np.empty((HEIGHT, WIDTH, 4), np.uint8)
    pixels[...] = [*(round(tone * alpha / 255) for tone in reversed(rgb)), alpha]
    return pixels


def frame() -> Planes:
    return frame_in(np.full(WIDTH * HEIGHT * 3 // 2, 77, np.uint8), WIDTH, HEIGHT)


def away(picture: Planes, yuv: tuple[float, float, float]) -> float:
    """How far the farthest number of a picture is from what it should be."""
    return max(float(np.abs(plane - value).max()) for plane, value in zip(picture, yuv, strict=True))


@pytest.mark.parametrize(("rgb", "yuv"), COLOURS)
def test_colours_are_those_of_the_standard(rgb, yuv):
    planes, alpha, half = planes_of(in_video(sheet(rgb)))

    assert away(planes, yuv) <= 1
    assert (alpha == 255).all()
    assert half.shape == planes.more_blue.shape == (HEIGHT // 2, WIDTH // 2)


@pytest.mark.parametrize(("rgb", "yuv"), COLOURS)
def test_half_a_sheet_over_black_is_half_way_to_its_colour(rgb, yuv):
    picture = frame()

    lay_patches(picture, [Patch(filmed(in_video(sheet(rgb, 128)), light=False), (0, 0))], WHOLE)

    assert away(picture, [(a + b) / 2 for a, b in zip(yuv, (16, 128, 128), strict=True)]) <= 3


def test_light_adds_and_takes_no_colour_away_that_it_does_not_have():
    picture = frame()
    ground, lamp = sheet((40, 60, 90)), sheet((120, 90, 0), 0)
    lamp[...] = [0, 90, 120, 0]

    lay_patches(
        picture,
        [Patch(filmed(in_video(ground), False), (0, 0)), Patch(filmed(light_in_video(lamp), True), (0, 0), gain=0.5)],
        WHOLE,
    )

    assert np.abs(shown(picture)[..., :3].astype(int) - [90, 105, 100]).max() <= 5


def test_only_the_region_is_laid():
    picture, region = frame(), Region(4, 2, 20, 10)

    lay_patches(picture, [Patch(filmed(in_video(sheet((255, 255, 255))), False), (0, 0), (0, HEIGHT))], region)

    inside = np.zeros((HEIGHT, WIDTH), bool)
    inside[2:10, 4:20] = True
    assert (picture.luma[inside] == 235).all()
    assert (picture.luma[~inside] == 77).all()
    assert (picture.more_red[~inside[::2, ::2]] == 77).all()


@pytest.mark.parametrize(("x", "y"), [(0.0, 0.0), (3.0, 2.0), (4.5, 3.25), (-1.5, 0.75)])
def test_a_shifted_sheet_is_what_a_matrix_makes_of_it(x: float, y: float) -> None:
    random = np.random.default_rng(4).integers(0, 256, (30, 40, 4), dtype=np.uint8)
    pixels = cv2.GaussianBlur(random, (0, 0), 2)
    pixels[..., :3] = np.minimum(pixels[..., :3], pixels[..., 3:])
    size = (WIDTH, HEIGHT)

    film = filmed(in_video(padded(pixels, opaque=False)), light=False).shifted(x + PAD, y + PAD, size)

    warped = cv2.warpAffine(pixels, np.array([[1, 0, -x], [0, 1, -y]]), size)
    expected, alpha, _half = planes_of(in_video(warped))
    assert np.abs(film.own.luma.astype(int) - expected.luma).max() <= 3
    assert np.abs(255 - film.keep.luma.astype(int) - alpha).max() <= 2
    inner = slice(1, -1), slice(1, -1)
    for got, wanted in zip(film.own[1:], expected[1:], strict=True):
        assert np.abs(got[inner].astype(int) - wanted[inner]).max() <= 4


spans = st.tuples(st.integers(-5, 45), st.integers(-5, 45)).map(lambda two: (min(two), max(two)))


@given(st.lists(spans, max_size=6))
def test_what_is_hidden_is_left_out_and_nothing_else(hidden: list[tuple[int, int]]) -> None:
    seen, bare = seen_rows((0, 40), hidden)

    for index, rows in enumerate([*seen, bare]):
        above = hidden[index + 1 :] if index < len(seen) else hidden
        kept = {row for first, last in rows for row in range(first, last)}
        covered = {row for first, last in above for row in range(max(0, first), min(40, last))}
        wide = {row for first, last in above if last - first >= 8 for row in range(max(0, first), min(40, last))}
        assert set(range(40)) - covered <= kept
        assert not kept & wide
        assert sum(last - first for first, last in rows) == len(kept)


@given(st.integers(0, 6), st.integers(0, 4))
def test_a_tile_that_repeats_meets_every_pixel_once(x: int, y: int) -> None:
    tile = np.arange(35).reshape(5, 7)
    met = np.full((5, 7), -1)

    for here, there in meeting((5, 7), (x, y)):
        assert (met[here] == -1).all()
        met[here] = tile[there]

    assert (met == np.roll(tile, (-y, -x), axis=(0, 1))).all()


@pytest.mark.parametrize(("tone", "dark"), [((90, 90, 90), False), ((90, 90, 90), True), ((120, 90, 40), False)])
def test_what_falls_is_added_or_taken_away(tone: tuple[int, int, int], dark: bool) -> None:
    picture = frame()
    lay_patches(picture, [Patch(filmed(in_video(sheet((128, 128, 128))), light=False), (0, 0))], WHOLE)
    tile = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    tile[...] = [*reversed(tone), 0]

    FilmedFalling(Falling(tile, (5.0, 50.0), dark)).onto(picture, 0.3)

    sign = -1 if dark else 1
    assert np.abs(shown(picture)[..., 2::-1].astype(int) - (128 + sign * np.array(tone))).max() <= 4
    if len(set(tone)) == 1:
        assert (picture.more_blue == 128).all()


@pytest.mark.parametrize("bottom", [(40, 90, 60, 255), None])
def test_solid_rows_are_the_same_filled_or_followed(bottom: tuple[int, ...] | None) -> None:
    pixels = np.zeros((60, 80, 4), np.uint8)
    pixels[4:] = bottom or (0, 0, 0, 255)
    if not bottom:
        pixels[4:, :, :3] = np.random.default_rng(2).integers(0, 256, (56, 80, 3))
    land = Placed(Sheet(pixels, (0.0, 0.0), 1.0), np.array([[0.9, 0, -8.3], [0, 0.9, -3.6], [0, 0, 1]]))
    solid = hidden_rows(land, (WIDTH, HEIGHT))
    laid, followed = frame(), frame()

    lay_exposed(laid, land, WHOLE, solid, Scratch())

    patch = exposed(land, WHOLE, (0, 0))
    assert patch is not None
    patch.onto(followed, WHOLE)
    assert (land.sheet.plain is not None) == bool(bottom)
    assert solid[1] - solid[0] > HEIGHT // 2
    assert all(np.array_equal(*planes) for planes in zip(laid, followed, strict=True))


@pytest.mark.parametrize("turn", [0.0, 0.02])
def test_what_stands_apart_is_laid_as_if_it_were_one(turn: float) -> None:
    pixels = np.zeros((60, 700, 4), np.uint8)
    for place, left in ((slice(5, 60), 0), (slice(20, 50), 300), (slice(0, 33), 660)):
        pixels[place, left : left + 40] = np.random.default_rng(left).integers(0, 2, (1, 40, 1)) * [90, 60, 30, 200]
    matrix = np.array([[1, -turn, 3.4], [turn, 1, 2.7], [0, 0, 1]])
    whole, apart = (frame_in(np.full(720 * 90 * 3 // 2, 100, np.uint8), 720, 90) for _ in range(2))
    sheet, window = Sheet(pixels, (0.0, 0.0), 1.0), Region(0, 0, 720, 90)

    parts = islands(sheet)
    for picture, sheets in ((whole, [sheet]), (apart, parts)):
        for each in sheets:
            lay_exposed(picture, Placed(each, matrix), window, (0, 0), Scratch())

    assert len(parts) == 3
    assert sum(part.pixels.size for part in parts) < 0.2 * pixels.size
    assert all(np.abs(a.astype(int) - b).max() <= 1 for a, b in zip(whole, apart, strict=True))


def turned(degrees: float, x: float, y: float, opaque: bool = True) -> Placed:
    """A sheet of 80 by 60 many colours, turned about its first pixel, which lies at (x, y)."""
    pixels = np.random.default_rng(5).integers(0, 256, (60, 80, 4)).astype(np.uint8)
    pixels[..., 3] = 255 if opaque else 200
    cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return Placed(Sheet(pixels, (0.0, 0.0), 1.0, opaque), np.array([[cos, -sin, x], [sin, cos, y], [0, 0, 1]]))


def test_what_is_opaque_hides_the_frame_that_lies_on_it_however_it_is_turned() -> None:
    sky = turned(5, -20.0, -20.0)
    laid, blended = frame(), frame()

    solid = hidden_rows(sky, (WIDTH, HEIGHT))
    lay_exposed(laid, sky, WHOLE, solid, Scratch())
    lay_exposed(blended, sky, WHOLE, (0, 0), Scratch())

    assert solid == (0, HEIGHT)
    assert all(np.array_equal(*planes) for planes in zip(laid, blended, strict=True))
    assert hidden_rows(turned(5, -20.0, -20.0, opaque=False), (WIDTH, HEIGHT)) == (0, 0)


@pytest.mark.parametrize(("x", "y"), [(0.0, -20.0), (-20.0, -3.0), (-50.0, -20.0), (-20.0, -45.0)])
def test_what_ends_in_the_frame_or_at_its_edge_does_not(x: float, y: float) -> None:
    assert hidden_rows(turned(5, x, y), (WIDTH, HEIGHT)) == (0, 0)


def test_room_that_held_something_larger_before_changes_nothing() -> None:
    used, small = Scratch(), turned(3, 6.5, 4.2, opaque=False)
    lay_exposed(frame(), turned(30, -40.0, -30.0, opaque=False), WHOLE, (0, 0), used)
    again, fresh = frame(), frame()

    lay_exposed(again, small, WHOLE, (0, 0), used)
    lay_exposed(fresh, small, WHOLE, (0, 0), Scratch())

    assert all(np.array_equal(*planes) for planes in zip(again, fresh, strict=True))
    assert not np.array_equal(again.luma, frame().luma)
