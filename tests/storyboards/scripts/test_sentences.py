import pytest

from storyboards.scripts.passage import passage_of
from storyboards.scripts.sentences import pieces, sentences


def whole(text):
    return passage_of(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("He stops... Then runs.", ["He stops...", "Then runs."]),
        ("Mr. Okafor and Dr. J. Bell wait. He nods.", ["Mr. Okafor and Dr. J. Bell wait.", "He nods."]),
        ("“Run!” He runs.", ["“Run!”", "He runs."]),
        ("Version 2.0 is out", ["Version 2.0 is out"]),
        ("灯台は暗い。マルタは走る。", ["灯台は暗い。", "マルタは走る。"]),
        ("😀", ["😀"]),
        ("", []),
    ],
)
def test_sentences(text, parts):
    assert [part.text for part in sentences(whole(text))] == parts


def test_pieces_cuts_a_long_sentence_into_like_parts():
    text = " ".join(f"word{number}" for number in range(30))

    parts = pieces(whole(text), 20)

    assert [len(part.text.split()) for part in parts] == [15, 15]
    assert " ".join(part.text for part in parts) == text


def test_pieces_cuts_a_word_without_end():
    parts = pieces(whole("x" * 100_000), 40)

    assert "".join(part.text for part in parts) == "x" * 100_000
    assert max(len(part.text) for part in parts) <= 1000
