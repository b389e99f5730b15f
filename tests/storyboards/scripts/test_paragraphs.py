import pytest

from storyboards.scripts.cast import Cast
from storyboards.scripts.paragraphs import ParagraphReader
from storyboards.scripts.passage import passage_of
from storyboards.scripts.speakers import Talk


def told(*paragraphs):
    """Return the beats of the last paragraph: speaker, words and direction, or what is seen."""
    reader = ParagraphReader(Talk(Cast(["Marta", "Jonas"])))
    beats = [reader.read(passage_of(text, 0, len(text))) for text in paragraphs][-1]
    return [
        (beat.speaker, beat.passage.text, beat.direction) if beat.kind == "speech" else beat.passage.text
        for beat in beats
    ]


@pytest.mark.parametrize(
    ("paragraph", "beats"),
    [
        ("“Run,” said Marta.", [("Marta", "Run.", "")]),
        ("“Run!” Marta said.", [("Marta", "Run!", "")]),
        ("Marta said, “Run.”", [("Marta", "Run.", "")]),
        ("Marta turned and said, “Run.”", ["Marta turned", ("Marta", "Run.", "")]),
        ("“Run,” whispered Marta, holding the lamp.", [("Marta", "Run.", "whispered, holding the lamp")]),
        ("“Look,” said Marta, “a ship.”", [("Marta", "Look, a ship.", "")]),
        ("“Look,” said Marta. “A ship.”", [("Marta", "Look. A ship.", "")]),
        ("“Halt!” cried the old captain.", [("Old captain", "Halt!", "cried")]),
        ("Jonas looked up. “A ship.”", ["Jonas looked up.", ("Jonas", "A ship.", "")]),
        ("“Who is there?”", [("VOICE", "Who is there?", "")]),
        ("“Run,” said Marta. She ran.", [("Marta", "Run.", ""), "She ran."]),
        ("Rain fell.", ["Rain fell."]),
    ],
)
def test_paragraph_is_told_in_beats(paragraph, beats):
    assert told(paragraph) == beats


def test_a_pronoun_is_the_last_one_named():
    assert told("Jonas met Marta.", "“Hello,” she said.") == [("Marta", "Hello.", "")]


def test_a_pronoun_keeps_to_whom_it_meant_before():
    story = ("Jonas came.", "“Yes?” he said.", "Marta came.", "“No,” she said.", "Jonas and Marta and Jonas waited.")

    assert told(*story, "“Why?” she asked.") == [("Marta", "Why?", "")]
    assert told(*story, "“Why?” he asked.") == [("Jonas", "Why?", "")]


def test_titles_and_kin_tell_the_pronoun():
    assert told("“A,” said the old man.", "“B,” said the girl.", "“C,” he said.") == [("Old man", "C.", "")]


def test_two_who_talk_take_turns():
    talk = ("“Hello,” said Marta.", "“Hi,” said Jonas.", "“Cold?”")

    assert told(*talk)[0][0] == "Marta"
    assert told(*talk, "“Very.”")[0][0] == "Jonas"
