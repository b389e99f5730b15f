"""Before a camera that stands, only what changed is laid again: the frames are the same, and what changed is told."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.sketch.moving.compositor import Compositor
from generation.sketch.moving.regions import Region, apart
from generation.sketch.moving.rostrum import Rostrum
from generation.sketch.moving.standing import Standing
from generation.sketch.moving.video import frame_in

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


def taken(rostrum: Rostrum, index: int) -> bytes:
    room = np.empty(WIDTH * HEIGHT * 3 // 2, np.uint8)
    rostrum.take(index, frame_in(room, WIDTH, HEIGHT))
    return room.tobytes()


@pytest.mark.parametrize("shot", SHOTS)
def test_frames_in_a_row_are_those_drawn_one_by_one(shot: dict) -> None:
    composed = Compositor(asked(**shot))
    row = Rostrum(composed)

    frames = [taken(row, index) for index in range(12)]

    for index in (0, 1, 7, 11):
        assert frames[index] == taken(Rostrum(composed), index)


def test_only_what_changed_is_laid_and_that_is_little() -> None:
    shot = Compositor(asked("Two men walk in the street.", place="CITY STREET"))
    standing = Standing(WIDTH, HEIGHT)
    first = standing.lay(shot.things(*reversed(shot.moment(4))))
    before = [plane.copy() for plane in standing.picture]

    told = standing.lay(shot.things(*reversed(shot.moment(5))))

    differs = before[0] != standing.picture.luma
    assert first == [WHOLE]
    assert differs.any()
    assert not (differs & ~(painted(told) > 0)).any()
    assert (painted(told) > 0).mean() < 0.6


@given(st.lists(boxes, max_size=8))
def test_regions_lie_apart_and_hold_all_boxes(found: list[Region]) -> None:
    regions = apart(found, WHOLE)

    count = painted(regions)
    assert count.max(initial=0) <= 1
    assert not ((painted(found) > 0) & (count == 0)).any()
    assert all(edge % 2 == 0 for region in regions for edge in region)
