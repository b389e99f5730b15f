from pathlib import Path

import pytest

from generation.cutting.mezzanine import normalise

from .clips import SMALL, beep, make_clip


@pytest.fixture(scope="session")
def clips(tmp_path_factory) -> dict[str, Path]:
    """Normalised takes of 48 frames, each of one colour, with a beep after half a second."""
    room = tmp_path_factory.mktemp("clips")
    takes = {}
    for colour in ("red", "lime", "blue"):
        source = make_clip(room / f"{colour}-source.mp4", colour=colour, sound=beep(0.5))
        takes[colour] = room / f"{colour}.mp4"
        normalise(source, takes[colour], frames=48, mezzanine=SMALL)
    return takes


@pytest.fixture(scope="session")
def whole(tmp_path_factory) -> Path:
    """A good MP4 of two seconds with its index first and enough content to be cut off."""
    path = tmp_path_factory.mktemp("whole") / "whole.mp4"
    return make_clip(path, colour="red", more=("-vf", "noise=alls=40:allf=t", "-movflags", "+faststart"))
