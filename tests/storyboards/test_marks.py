"""Marks as they come from a browser: what is taken is sane, and what is not is refused with a sentence."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyboards import marks
from storyboards.marks import Crop, MarksRefused, crop_of, filling, read_marks, whole
from storyboards.vocabulary import Colour, Tool

WIDE = 16 / 9
ARROW = {"tool": "arrow", "colour": "vermilion", "ink": 0.006, "points": [[0.1, 0.1], [0.5, 0.3]]}
PEN = {"tool": "pen", "colour": "teal", "ink": 0.003, "points": [[0.1, 0.1, 0.5], [0.2, 0.2, 1]]}
TEXT = {"tool": "text", "colour": "snow", "ink": 0.05, "points": [[0.1, 0.1]], "text": "Turns away"}

shapes = st.floats(0.2, 6.0)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["tool", "colour", "ink", "points", "text", "crop", "x", "y", "width"]), inner
        )
    ),
    max_leaves=20,
)
numbers = st.floats(-40, 40).map(lambda value: round(value, 5))
strokes = st.one_of(
    st.fixed_dictionaries(
        {
            "tool": st.just("pen"),
            "colour": st.sampled_from(Colour.values),
            "ink": st.floats(0.0001, 2),
            "points": st.lists(st.tuples(numbers, numbers, st.floats(0, 1)).map(list), min_size=1, max_size=30),
        }
    ),
    st.fixed_dictionaries(
        {
            "tool": st.just("arrow"),
            "colour": st.sampled_from(Colour.values),
            "ink": st.floats(0.0001, 2),
            "points": st.lists(st.tuples(numbers, numbers).map(list), min_size=2, max_size=2),
        }
    ),
)


def read(value, *, picture: float | None = WIDE, frame: float = WIDE):
    return read_marks(json.dumps(value), picture=picture, frame=frame)


# --- what is taken --------------------------------------------------------------------------------------------------


def test_marks_are_kept_as_they_were_drawn():
    value = {"crop": {"x": 0.1, "y": 0.05, "width": 0.6}, "strokes": [ARROW, PEN, TEXT]}

    assert read(value) == value


def test_nothing_is_kept_that_was_not_asked_for():
    kept = read({"strokes": [{**ARROW, "onclick": "alert(1)"}], "crop": None, "script": "x"})

    assert kept == {"strokes": [ARROW]}


def test_an_empty_frame_has_no_crop():
    assert read({"crop": {"x": 0, "y": 0, "width": 1}}, picture=None) == {}


@given(st.lists(strokes, max_size=5))
def test_what_is_taken_is_taken_again_unchanged(drawn):
    kept = read({"strokes": drawn})

    assert read(kept) == kept


# --- what is refused ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "stroke",
    [
        None,
        [],
        "pen",
        {},
        {**ARROW, "tool": "laser"},
        {**ARROW, "tool": ["pen"]},
        {**ARROW, "colour": "red"},
        {**ARROW, "colour": "#ff0000"},
        {**ARROW, "ink": 0},
        {**ARROW, "ink": -1},
        {**ARROW, "ink": 3},
        {**ARROW, "ink": "0.01"},
        {**ARROW, "ink": True},
        {**ARROW, "points": []},
        {**ARROW, "points": [[0, 0]]},
        {**ARROW, "points": [[0, 0]] * 3},
        {**ARROW, "points": [[0, 0, 1], [1, 1, 1]]},
        {**ARROW, "points": [[0, 0], [0, 51]]},
        {**ARROW, "points": [[0, 0], [0, None]]},
        {**ARROW, "points": [[0, 0], [0, 10**400]]},
        {**PEN, "points": [[0, 0, 2]]},
        {**PEN, "points": [[0, 0]] * (marks.MOST_POINTS + 1)},
        {**TEXT, "text": ""},
        {**TEXT, "text": "   \n "},
        {**TEXT, "text": None},
        {**TEXT, "text": "a" * 201},
        {**TEXT, "text": "\n".join("abcdefg")},
        {**TEXT, "text": "漢"},
        {**TEXT, "text": "a\ud800b"},
        {**TEXT, "text": "a\0b"},
    ],
)
def test_a_stroke_of_nonsense_is_refused(stroke):
    with pytest.raises(MarksRefused):
        read({"strokes": [ARROW, stroke]})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "1",
        '"x"',
        "[" * 100_000,
        '{"strokes": {}}',
        '{"crop": 1}',
        '{"strokes": [NaN]}',
        "x" * 900_000,
    ],
)
def test_what_is_no_drawing_at_all_is_refused(text):
    with pytest.raises(MarksRefused):
        read_marks(text, picture=WIDE, frame=WIDE)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_numbers_that_are_none_are_refused(number):
    text = json.dumps({"strokes": [ARROW]}).replace("0.006", number)

    with pytest.raises(MarksRefused):
        read_marks(text, picture=WIDE, frame=WIDE)


def test_too_many_marks_are_refused():
    with pytest.raises(MarksRefused, match="too many"):
        read({"strokes": [ARROW] * (marks.MOST_STROKES + 1)})
    with pytest.raises(MarksRefused, match="too many"):
        read({"strokes": [{**PEN, "points": [[0, 0]] * 2000}] * 7})


def test_letters_that_no_font_has_are_named():
    with pytest.raises(MarksRefused, match="漢"):
        read({"strokes": [{**TEXT, "text": "To 漢 now"}]})


@given(anything)
def test_whatever_comes_is_taken_or_refused_and_nothing_else_happens(value):
    try:
        kept = read({"crop": value, "strokes": [value, {"tool": value, "points": [value]}]})
    except MarksRefused:
        return
    assert set(kept) <= {"crop", "strokes"}


# --- crops ----------------------------------------------------------------------------------------------------------


@given(shapes, shapes)
def test_a_crop_that_fills_the_frame_lies_inside_and_touches_two_edges(picture, frame):
    crop = filling(picture, frame)
    right, bottom = crop.x + crop.width, crop.y + crop.width / frame

    assert min(crop.x, crop.y) > -1e-9
    assert right < 1 + 1e-9
    assert bottom < 1 / picture + 1e-9
    assert math.isclose(crop.width, 1) or math.isclose(crop.width / frame, 1 / picture)


@given(shapes, shapes)
def test_a_crop_with_the_whole_picture_has_all_of_it(picture, frame):
    crop = whole(picture, frame)

    assert max(crop.x, crop.y) < 1e-9
    assert crop.x + crop.width > 1 - 1e-9
    assert crop.y + crop.width / frame > 1 / picture - 1e-9


@given(shapes, shapes, st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_every_crop_inside_of_the_picture_is_taken(picture, frame, across, down, share):
    width = filling(picture, frame).width * (0.05 + 0.95 * share)
    wanted = {"x": (1 - width) * across, "y": (1 / picture - width / frame) * down, "width": width}

    kept = read({"crop": wanted}, picture=picture, frame=frame)["crop"]

    assert all(abs(kept[name] - wanted[name]) < 1e-4 for name in wanted)


@pytest.mark.parametrize(
    "crop",
    [
        {"x": 0.5, "y": 0, "width": 0.6},
        {"x": -0.1, "y": 0, "width": 0.5},
        {"x": 0, "y": 0.4, "width": 0.5},
        {"x": 0, "y": 0, "width": 0.01},
        {"x": 0, "y": 0, "width": 1.5},
        {"x": 0, "y": 0},
    ],
)
def test_a_crop_outside_of_the_picture_is_refused(crop):
    with pytest.raises(MarksRefused):
        read({"crop": crop})


def test_a_crop_that_fits_no_more_gives_way_to_one_that_does():
    kept = {"crop": {"x": 0.0, "y": 0.3, "width": 0.9}}

    assert crop_of(kept, picture=1.0, frame=WIDE) == Crop(0.0, 0.3, 0.9)
    assert crop_of(kept, picture=1.0, frame=9 / 16) == filling(1.0, 9 / 16)


def test_every_tool_says_how_many_points_it_has():
    assert set(marks.POINTS) == set(Tool)
