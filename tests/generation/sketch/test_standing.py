"""Before a camera that stands, only what changed is laid again: the frames are the same, and what changed is told."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.sketch.moving.compositor import Compositor
from generation.sketch.moving.mark import Mark
from generation.sketch.moving.planes import Planes
from generation.sketch.moving.regions import Region, apart
from generation.sketch.moving.rostrum import Rostrum

from .pictures import HEIGHT, WIDTH, asked

WHOLE = Region(0, 0, WIDTH, HEIGHT)
SHOTS = (
    {"action": "Two men walk in the street.", "place": "CITY STREET", "time_of_day": "NIGHT"},
    {"action": "Marta smiles.", "place": "KITCHEN", "setting": "INT", "size": "CU", "look": "pencil"},
    {"action": "A girl runs along the cliff with a dog in the rain.", "place": "ROCKY COAST"},
    {"action": "A storm at sea, three boats.", "place": "SEA"},
    {"action": "A fire burns.", "place": "FOREST", "time_of_day": "NIGHT", "look": "noir"},
    {"action": "Three red boats.", "place": "HARBOUR", "move_family": "pan"},
)
boxes = st.tuples(*(st.integers(-20, edge + 20) for edge in (WIDTH, HEIGHT, WIDTH, HEIGHT))).map(
    lambda box: Region(min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3]))
)


def painted(regions: list[Region]) -> np.ndarray:
    """How often each pixel lies in one of the regions."""
    count = np.zeros((HEIGHT, WIDTH), int)
    for left, top, right, bottom in regions:
        count[max(0, top) : max(0, bottom), max(0, left) : max(0, right)] += 1
    return count


@pytest.mark.parametrize("shot", SHOTS)
def test_frames_in_a_row_are_those_drawn_one_by_one(shot: dict) -> None:
    request = asked(**shot)
    mark = Mark(request)
    row, planes = Rostrum(Compositor(request), mark.region(WIDTH, HEIGHT)), Planes(WIDTH, HEIGHT)

    for index in range(12):
        picture = row.frame(index)
        mark.onto(picture, index)
        got = bytes(planes.of(picture, row.changed))
        if index in (0, 1, 7, 11):
            alone = Rostrum(Compositor(request)).frame(index)
            mark.onto(alone, index)
            assert got == bytes(Planes(WIDTH, HEIGHT).of(alone))


def test_what_changed_is_told_and_is_little() -> None:
    request = asked("Two men walk in the street.", place="CITY STREET")
    mark = Mark(request)
    shot = Rostrum(Compositor(request), mark.region(WIDTH, HEIGHT))
    before = shot.frame(4).copy()

    after = shot.frame(5)

    differs = (before != after).any(axis=2)
    told = painted(shot.changed) > 0
    assert differs.any()
    assert not (differs & ~told).any()
    assert told.mean() < 0.6


@given(st.lists(boxes, max_size=8))
def test_regions_lie_apart_and_hold_all_boxes(found: list[Region]) -> None:
    regions = apart(found, WHOLE)

    count = painted(regions)
    assert count.max(initial=0) <= 1
    assert not ((painted(found) > 0) & (count == 0)).any()
    assert all(edge % 2 == 0 for region in regions for edge in region)
