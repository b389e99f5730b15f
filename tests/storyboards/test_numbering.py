import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyboards.numbering import letters, scene_numbers, slate


def test_slates_skip_the_letters_that_look_like_digits():
    slates = [slate("1", index) for index in range(26)]

    assert slates[:9] == ["1", "1A", "1B", "1C", "1D", "1E", "1F", "1G", "1H"]
    assert slates[9] == "1J"
    assert slates[13:16] == ["1N", "1P", "1Q"]
    assert slates[24:] == ["1Z", "1AA"]


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_no_two_shots_of_a_scene_share_a_slate(one, other):
    assert (letters(one) == letters(other)) == (one == other)


@pytest.mark.parametrize(
    ("given_numbers", "numbers"),
    [
        ([], []),
        (["", "", ""], ["1", "2", "3"]),
        (["4", "5", "12A"], ["4", "5", "12A"]),
        (["1", "", "", "2"], ["1", "A2", "B2", "2"]),
        (["7", "", ""], ["7", "8", "9"]),
        (["X", ""], ["X", "1"]),
    ],
)
def test_scene_numbers_keep_what_the_script_gives(given_numbers, numbers):
    assert scene_numbers(given_numbers) == numbers


@given(st.lists(st.sampled_from(["", "1", "2", "77"]), max_size=30))
def test_every_scene_has_a_number(given_numbers):
    assert all(scene_numbers(given_numbers))
