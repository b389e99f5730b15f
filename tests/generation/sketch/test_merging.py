"""Things far away that a travelling camera hardly moves apart are laid together once: the picture stays as it was."""

import numpy as np
import pytest

from generation.sketch.film import frames_of
from generation.sketch.moving import compositor
from generation.sketch.moving.compositor import Compositor

from .pictures import asked

SHOTS = (
    {"action": "Three red boats.", "place": "HARBOUR", "move_family": "crane"},
    {"action": "Two men walk in the street.", "place": "CITY STREET", "time_of_day": "NIGHT", "move_family": "truck"},
    {"action": "A man rides a camel.", "place": "DESERT", "move_family": "drone"},
)


def film(shot: dict) -> np.ndarray:
    """Every fourth frame of a shot, as numbers."""
    frames = (bytes(frame) for frame in frames_of(asked(**shot, frames=17)))
    return np.stack([np.frombuffer(frame, np.uint8) for frame in list(frames)[::4]]).astype(int)


def things(shot: dict) -> int:
    """How many things are laid in a frame."""
    made = Compositor(asked(**shot))
    return len(made.things(made.camera(0.0), 0.0))


def merge_at(pixels: float, sky: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compositor, "TOGETHER", pixels)
    monkeypatch.setattr(compositor, "HEAVEN", sky)


@pytest.mark.parametrize("shot", SHOTS)
def test_what_is_laid_together_looks_as_if_it_were_not(shot: dict, monkeypatch: pytest.MonkeyPatch) -> None:
    merged, few = film(shot), things(shot)
    merge_at(0.0, -1.0, monkeypatch)
    single = film(shot)

    assert few < things(shot)
    difference = np.abs(merged - single)
    assert difference.mean() < 0.6
    assert (difference > 24).mean() < 0.003


def test_what_moves_apart_would_look_wrong_if_it_were_laid_together(monkeypatch: pytest.MonkeyPatch) -> None:
    single = film(SHOTS[0])
    merge_at(1e9, -1.0, monkeypatch)

    assert (np.abs(film(SHOTS[0]) - single) > 24).mean() > 0.003
