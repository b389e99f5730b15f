"""Pixels become video in BT.709."""

import numpy as np
import pytest

from generation.sketch.moving.planes import Planes


@pytest.mark.parametrize(
    ("rgb", "yuv"),
    [
        ((0, 0, 0), (16, 128, 128)),
        ((255, 255, 255), (235, 128, 128)),
        ((255, 0, 0), (63, 102, 240)),
        ((0, 255, 0), (173, 42, 26)),
        ((0, 0, 255), (32, 240, 118)),
        ((128, 128, 128), (126, 128, 128)),
    ],
)
def test_colours_are_those_of_the_standard(rgb, yuv):
    picture = np.empty((4, 8, 4), np.uint8)
    picture[...] = (*reversed(rgb), 255)

    frame = np.frombuffer(Planes(8, 4).of(picture), np.uint8)

    assert frame.size == 8 * 4 * 3 // 2
    found = (frame[:32], frame[32:40], frame[40:])
    assert all(np.abs(plane.astype(int) - value).max() <= 2 for plane, value in zip(found, yuv, strict=True))


def test_a_frame_is_overwritten_by_the_next():
    planes = Planes(8, 4)

    first = planes.of(np.zeros((4, 8, 4), np.uint8))
    planes.of(np.full((4, 8, 4), 255, np.uint8))

    assert first[0] == 235
