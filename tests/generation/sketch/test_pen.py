"""Drawings as pixels."""

import numpy as np
import pytest

from generation.sketch.drawing.pen import raster, rect


@pytest.mark.parametrize("at", [2.0, 2.3, 2.5, 2.7])
def test_a_rectangle_thinner_than_a_pixel_is_seen_as_faint_as_it_is_thin(at: float) -> None:
    pixels = raster(rect(at, 0, 0.4, 10, "#ffffff"), (0, 0, 10, 10), 1.0)

    assert pixels[..., 3].sum(axis=1) / 255 == pytest.approx(np.full(10, 0.4), abs=0.06)
