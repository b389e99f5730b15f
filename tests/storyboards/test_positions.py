from hypothesis import given
from hypothesis import strategies as st

from storyboards.positions import STEP, between, slot, spread


def test_an_empty_row_begins_one_step_in():
    assert between(None, None) == STEP


@given(st.integers(-(1 << 50), 1 << 50), st.integers(0, 1 << 30))
def test_a_place_between_two_lies_strictly_between_or_is_refused(before, gap):
    middle = between(before, before + gap)

    assert (middle is None) == (gap < 2)
    assert middle is None or before < middle < before + gap


@given(st.lists(st.integers(0, 20), max_size=60))
def test_any_sequence_of_insertions_keeps_the_order(places):
    items, positions = [], []
    for item, place in enumerate(places):
        index = min(place, len(items))
        position = slot(positions, index)
        if position is None:
            positions = spread(len(positions))
            position = slot(positions, index)
        items.insert(index, item)
        positions.insert(index, position)

    assert positions == sorted(set(positions))
    assert sorted(items) == list(range(len(places)))


def test_twenty_newcomers_fit_into_one_gap_before_it_is_used_up():
    low, high, fitted = STEP, 2 * STEP, 0
    while (high := between(low, high)) is not None:
        fitted += 1

    assert fitted == 20
