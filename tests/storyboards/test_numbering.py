import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.slates import slates as generated_slates
from storyboards.numbering import letters, scene_numbers, slate, slates
from storyboards.reading import read_board, read_numbers, read_shot
from storyboards.vocabulary import Numbering
from tests import make


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


COUNTS = st.lists(st.integers(0, 40), max_size=30)
GIVEN = st.sampled_from(["", "", "", "1", "2", "2A", "A2", "12", "77"])


def flat(named):
    return [name for names in named for name in names]


def natural(name):
    """How a person sorts slates: numbers by their size, letters first by how many they are."""
    number, letters = re.fullmatch(r"([A-Z]*[0-9]+)([A-Z]*)", name).groups()
    return int(number), len(letters), letters


@settings(deadline=None)
@given(st.lists(st.tuples(GIVEN, st.integers(0, 30)), max_size=20), st.sampled_from(Numbering.values))
def test_no_two_shots_of_a_film_share_a_slate(scenes, scheme):
    numbers = scene_numbers([number for number, _count in scenes])

    named = slates(scheme, numbers, [count for _number, count in scenes])

    assert [len(names) for names in named] == [count for _number, count in scenes]
    assert len(set(flat(named))) == len(flat(named))


@settings(deadline=None)
@given(COUNTS)
def test_american_slates_sort_into_the_order_of_the_film_without_i_and_o(counts):
    names = flat(slates("american", scene_numbers([""] * len(counts)), counts))

    assert sorted(names, key=natural) == names
    assert not set("IO") & set("".join(names))


@settings(deadline=None)
@given(COUNTS)
def test_european_slates_count_through_the_film(counts):
    assert flat(slates("european", ["X"] * len(counts), counts)) == [str(at) for at in range(1, sum(counts) + 1)]


@settings(deadline=None)
@given(st.lists(st.integers(0, 12), max_size=130))
def test_animation_slates_sort_as_text_and_leave_room_for_nine(counts):
    names = flat(slates("animation", ["X"] * len(counts), counts))

    assert sorted(names) == names
    assert all(re.fullmatch(r"SQ\d{2,}0_SH\d{3,}0", name) for name in names)


def test_a_long_scene_makes_all_numbers_of_an_animation_wider():
    names = flat(slates("animation", ["1", "2"], [1, 1000]))

    assert (names[0], names[1], names[-1]) == ("SQ010_SH00010", "SQ020_SH00010", "SQ020_SH10000")


def test_a_scene_that_the_script_calls_like_a_setup_keeps_its_number():
    assert slates("american", ["1", "1A", "1"], [3, 2, 2]) == [["1", "1B", "1C"], ["1A", "1AA"], ["1D", "1E"]]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("american", ["1", "1A", "2", "2A"]),
        ("european", ["1", "2", "3", "4"]),
        ("animation", ["SQ010_SH0010", "SQ010_SH0020", "SQ020_SH0010", "SQ020_SH0020"]),
    ],
)
def test_the_scheme_of_the_board_names_its_shots_everywhere(team, scheme, expected):
    board = make.storyboard(team, scenes=2, shots=2, numbering=scheme)
    shots = [shot for scene in read_board(board).scenes for shot in scene.panels]

    assert [shot.slate for shot in shots] == expected
    assert list(generated_slates(board).values()) == expected
    assert [read_shot(shot).slate for shot in shots] == expected


@pytest.mark.django_db
@pytest.mark.parametrize("scheme", Numbering.values)
def test_an_omitted_shot_keeps_all_slates(team, scheme):
    board = make.storyboard(team, scenes=2, shots=3, numbering=scheme)
    before = read_numbers(board).slates
    board.scenes.first().shots.filter(pk=next(iter(before))).update(omitted=True)
    board.scenes.filter(pk=board.scenes.last().pk).update(omitted=True)

    assert read_numbers(board).slates == before
