"""Drawings as pixels."""

import numpy as np
import pytest

from generation.sketch.drawing.pen import raster, rect, rects


@pytest.mark.parametrize("at", [2.0, 2.3, 2.5, 2.7])
def test_a_rectangle_thinner_than_a_pixel_is_seen_as_faint_as_it_is_thin(at: float) -> None:
    pixels = raster(rect(at, 0, 0.4, 10, "#ffffff"), (0, 0, 10, 10), 1.0)

    assert pixels[..., 3].sum(axis=1) / 255 == pytest.approx(np.full(10, 0.4), abs=0.06)


def test_rectangles_of_one_size_as_one_shape_are_painted_as_each_alone() -> None:
    places = [(2.0, 3.0), (20.25, 3.5), (2.0, 30.0)]

    together = raster(rects(places, 7.5, 11, "#aa8844"), (0, 0, 40, 50), 2.0)
    alone = raster("".join(rect(x, y, 7.5, 11, "#aa8844") for x, y in places), (0, 0, 40, 50), 2.0)

    assert together[..., 3].sum() / 255 == pytest.approx(3 * 15 * 22, rel=0.02)
    assert np.abs(together.astype(int) - alone).max() <= 48
    assert np.abs(together.astype(int) - alone).mean() < 0.2
    assert rects([], 7.5, 11, "#aa8844") == ""
