"""Names typed with an @: the text is plain, and the shot knows who was meant."""

import pytest

from storyboards.mentions import without_marks
from storyboards.models import Element

BIBLE = [
    Element(pk=1, name="MARTA", aliases=["Old Marta"]),
    Element(pk=2, name="Pip"),
    Element(pk=3, name="Old", kind="prop"),
    Element(pk=4, name="TV (broken)"),
]


@pytest.mark.parametrize(
    ("text", "plain", "named"),
    [
        ("@Marta climbs.", "Marta climbs.", {1}),
        ("Rain on @marta, and @PIP.", "Rain on Marta, and Pip.", {1, 2}),
        ("@old marta sits down.", "Old Marta sits down.", {1}),
        ("@Old door", "Old door", {3}),
        ("The @TV (broken) hums.", "The TV (broken) hums.", {4}),
        ("Write to pip@marta.example", "Write to pip@marta.example", set()),
        ("@Martas coat, @nobody, a lone @", "@Martas coat, @nobody, a lone @", set()),
        ("Marta without a mark", "Marta without a mark", set()),
    ],
)
def test_marks_are_taken_away_and_who_is_meant_is_known(text, plain, named):
    assert without_marks(text, BIBLE) == (plain, named)


def test_an_empty_bible_changes_nothing():
    assert without_marks("@Marta", []) == ("@Marta", set())
