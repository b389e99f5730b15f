import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyboards.lines import MOST_LINES, lines_from

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
