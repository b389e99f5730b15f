"""However many hands draw a shot, its frames are the same bytes, in the same order."""

import hashlib
import threading

import pytest

from generation.sketch.film import frames_of
from generation.sketch.moving.relay import in_order

from .pictures import asked

SHOTS = (
    {"action": "Two men walk in the street.", "place": "CITY STREET", "time_of_day": "NIGHT", "look": "watercolour"},
    {"action": "A girl runs along the cliff with a dog in the rain.", "place": "ROCKY COAST"},
    {"action": "Three red boats.", "place": "HARBOUR", "move_family": "crane"},
    {"action": "A storm at sea, a boat.", "move_family": "whip_pan"},
    {"action": "A man stands.", "place": "LIBRARY", "setting": "INT", "size": "MS", "move_family": "rack_focus"},
)


@pytest.mark.parametrize("shot", SHOTS)
def test_two_hands_draw_the_bytes_that_one_draws(shot: dict) -> None:
    request = asked(**shot, slate="12A", frames=15)

    one, two = ([hashlib.sha256(frame).hexdigest() for frame in frames_of(request, hands=n)] for n in (1, 2))

    assert len(one) == 15
    assert len(set(one)) > 10
    assert one == two


def test_what_is_made_later_waits_for_what_comes_before() -> None:
    second_done = threading.Event()

    def slow(number: int) -> int:
        assert second_done.wait(10)
        return number

    def quick(number: int) -> int:
        second_done.set()
        return number

    assert list(in_order([slow, quick], 6, ahead=2)) == [0, 1, 2, 3, 4, 5]


def test_nothing_is_made_farther_ahead_than_there_is_room() -> None:
    begun: list[int] = []

    def make(number: int) -> int:
        begun.append(number)
        return number

    made = in_order([make, make], 20, ahead=3)

    assert next(made) == 0
    assert max(begun) <= 3
    made.close()
    assert max(begun) <= 3


def test_what_a_hand_raises_comes_where_its_number_comes() -> None:
    def make(number: int) -> int:
        if number == 2:
            raise ValueError("the second is torn")
        return number

    made = in_order([make], 5, ahead=2)

    assert [next(made), next(made)] == [0, 1]
    with pytest.raises(ValueError, match="torn"):
        next(made)
