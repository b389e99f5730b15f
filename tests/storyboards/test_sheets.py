"""The script as a page shows it: what each line is, and which shot came from where."""

import pytest

from storyboards.models import Scene, Shot, Storyboard
from storyboards.scripts import read_script
from storyboards.scripts.vocabulary import FOUNTAIN, PROSE
from storyboards.sheets import excerpt, sheet

SCRIPT = """EXT. ROCKY COAST - DUSK

Rain. Marta climbs. She stops.

MARTA
(to the dog)
Not yet, Pip.
(beat)
Never.

CUT TO:

INT. HALL - DAY

A door.
"""


def shot(pk: int, text: str, script: str = SCRIPT) -> Shot:
    start = script.index(text)
    return Shot(pk=pk, source_start=start, source_end=start + len(text))


def test_every_line_is_of_its_kind():
    kinds = [line.kind for line in sheet(SCRIPT, FOUNTAIN, [])]

    spoken = ["cue", "parenthetical", "speech", "parenthetical", "speech"]
    assert kinds == ["slug", "action", *spoken, "transition", "slug", "action"]


def test_all_written_words_are_there_once_however_shots_lie():
    shots = [shot(1, "Rain. Marta climbs. She"), shot(2, "climbs. She stops.\n\nMARTA\n(to"), shot(3, "Never.")]

    lines = sheet(SCRIPT, FOUNTAIN, shots)

    written = [line for line in SCRIPT.split("\n") if line.strip()]
    assert ["".join(piece.text for piece in line.pieces) for line in lines] == written


def test_shots_that_came_from_the_same_place_both_stand_where_it_begins():
    lines = sheet(SCRIPT, FOUNTAIN, [shot(1, "She stops."), shot(2, "She stops.")])

    (begins,) = [piece for line in lines for piece in line.pieces if piece.first]
    assert (begins.text, [one.pk for one in begins.shots]) == ("She stops.", [1, 2])


@pytest.mark.parametrize("read_as", [FOUNTAIN, PROSE])
def test_the_shots_of_a_script_lie_where_they_came_from(read_as):
    outline = read_script(SCRIPT)
    shots = [
        Shot(pk=index, source_start=one.source_start, source_end=one.source_end)
        for index, one in enumerate((one for scene in outline.scenes for one in scene.shots), start=1)
    ]

    firsts = [piece.shots[0].pk for line in sheet(outline.text, read_as, shots) for piece in line.pieces if piece.first]

    assert firsts == [one.pk for one in shots]


def test_an_excerpt_marks_the_shot_and_shows_a_little_around_it():
    long = "\n\n".join(f"Paragraph {number} of a long story that goes on." for number in range(200))
    board = Storyboard(script=long, script_format=PROSE)
    one = shot(1, "Paragraph 100 of a long story", long)
    one.scene = Scene(storyboard=board)

    lines = excerpt(one)

    assert [piece.text for line in lines for piece in line.pieces if piece.shots] == ["Paragraph 100 of a long story"]
    assert 5 < len(lines) < 30


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 5), (0, 10_000)])
def test_a_shot_from_no_script_has_no_excerpt(start, end):
    one = Shot(source_start=start, source_end=end)
    one.scene = Scene(storyboard=Storyboard(script=SCRIPT, script_format=FOUNTAIN))

    assert excerpt(one) == []
