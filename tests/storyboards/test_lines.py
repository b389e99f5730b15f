import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyboards.lines import MOST_LINES, joined, lines_from, told, well_formed

texts = st.text("aé \0\r\n", max_size=8)


@given(st.lists(st.tuples(texts, texts), max_size=6))
def test_every_line_that_says_something_is_kept_in_order(lines):
    data = {"lines": str(len(lines))}
    for index, (speaker, text) in enumerate(lines):
        data |= {f"line-{index}-speaker": speaker, f"line-{index}-text": text}

    read = lines_from(data)

    clean = [
        (speaker.replace("\r\n", "\n").replace("\0", "").strip(), text.replace("\r\n", "\n").replace("\0", "").strip())
        for speaker, text in lines
    ]
    assert [(line["speaker"], line["text"]) for line in read] == [pair for pair in clean if any(pair)]


@pytest.mark.parametrize("count", ["", "-1", "x", "1e9", "9999", "٣٣٣٣"])
def test_a_count_that_is_none_makes_no_line(count):
    assert lines_from({"lines": count, "line-0-text": "Hello."}) == []


def test_there_is_a_most():
    data = {"lines": "999", **{f"line-{index}-text": "x" for index in range(999)}}

    assert len(lines_from(data)) == MOST_LINES


def said(*texts):
    return [{"speaker": "MARTA", "text": text, "direction": "", "dual": False} for text in texts]


@pytest.mark.parametrize(
    ("theirs", "mine", "both"),
    [
        ("A B C", "A B C", "A B C"),
        ("A B C D", "A B C E", "A B C D E"),
        ("A X C", "A Y C", "A X Y C"),
        ("A C", "A B C D", "A C D"),
        ("A B C", "B", "A B C"),
        ("C B A", "A Y B C", "C B A Y"),
        ("", "A B C D", "D"),
        ("A A B C", "A B C", "A A B C"),
    ],
)
def test_of_two_who_change_the_lines_both_are_kept(theirs, mine, both):
    words = (theirs.split(), mine.split(), ["A", "B", "C"])

    assert joined(*(said(*each) for each in words)) == said(*both.split())


@given(*[st.lists(st.sampled_from("ABCDE"), max_size=5)] * 3)
def test_nothing_new_of_either_is_lost(theirs, mine, seen):
    both = [line["text"] for line in joined(said(*theirs), said(*mine), said(*seen))]

    assert {*theirs, *(text for text in mine if text not in seen)} == {*both}
    assert [text for text in both if text in theirs and both.count(text) == 1] == [
        text for text in theirs if both.count(text) == 1
    ]


@pytest.mark.parametrize("value", [None, "x", 3, {}, [None, 3, "x"]])
def test_nonsense_is_no_line(value):
    assert well_formed(value) == []


def test_what_is_missing_in_a_line_is_empty():
    assert well_formed([{"text": "No.", "evil": 1}]) == [{"speaker": "", "text": "No.", "direction": "", "dual": False}]


def test_lines_are_told_with_how_they_are_said():
    line = {"speaker": "MARTA", "text": "No.", "direction": "softly", "dual": True}

    assert told([line, *said("Yes.")]) == "MARTA (softly, at the same time): No.\nMARTA: Yes."
