import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyboards import cells
from storyboards.models import Element, Shot
from tests import make


def said(speaker="", text="", direction="", *, dual=False):
    return {"speaker": speaker, "text": text, "direction": direction, "dual": dual}


MARTA = said("MARTA", "Not yet, Pip.", "softly")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("MARTA (softly): Not yet, Pip.", [MARTA]),
        ("MARTA: Not yet.\nPIP: When?", [said("MARTA", "Not yet."), said("PIP", "When?")]),
        ("MARTA: Not yet.\nNever, perhaps.", [said("MARTA", "Not yet.\nNever, perhaps.")]),
        ("Marta: Not yet.\n\nPip: When?", [said("Marta", "Not yet."), said("Pip", "When?")]),
        ("Waves.", [said(text="Waves.")]),
        (": Note: it rains.", [said(text="Note: it rains.")]),
        ("ÉLODIE: Là.\nÅSA: Ja.", [said("ÉLODIE", "Là."), said("ÅSA", "Ja.")]),
        ("MARTA:\n", [said("MARTA")]),
        (" \n \n", []),
        ("MARTA: Ja.\r\nPIP: Wann?", [said("MARTA", "Ja."), said("PIP", "Wann?")]),
    ],
)
def test_lines_are_read_as_people_type_them(typed, expected):
    assert cells.lines_in(typed, []) == expected


def test_a_name_in_small_letters_is_known_from_the_lines_before():
    before = [said("Marta", "Not yet."), said("Pip", "When?")]

    assert cells.lines_in("Marta: Never.\nPip: Oh: well.", before) == [
        said("Marta", "Never."),
        said("Pip", "Oh: well."),
    ]


def test_what_was_spoken_together_stays_together():
    before = [said("MARTA", "Pip!"), said("PIP", "Marta!", dual=True)]

    assert cells.lines_in("MARTA: Pip!\nPIP: Marta!", before)[1]["dual"]
    assert not cells.lines_in("MARTA: Pip!\nPIP: Nobody!", before)[1]["dual"]


NAMES = st.sampled_from(["MARTA", "Marta", "Pip", "", "OLD MAN", "Ana María"])
WORDS = st.lists(st.sampled_from(["not yet", "Note: rain", "PIP: hm", "(waves)", "a\nb", "x"]), min_size=1, max_size=3)
LINES = st.lists(
    st.builds(
        lambda who, words, how: said(who, " ".join(words), how if who else ""),
        NAMES,
        WORDS,
        st.sampled_from(["", "softly"]),
    ),
    max_size=4,
)


@given(LINES)
def test_written_lines_read_back_as_they_were(dialogue):
    assert cells.lines_in(cells.written(dialogue), dialogue) == dialogue


@pytest.mark.django_db
@pytest.mark.parametrize("column", cells.FIELDS)
def test_what_a_cell_holds_reads_back_as_the_shots_values(team, column):
    board = make.storyboard(team)
    shot = board.scenes.get().shots.get()
    values = {"action": "Rain.\r\nWind.", "dialogue": [MARTA], "size": "MCU", "move": "pan", "move_direction": "left"}
    Shot.objects.filter(pk=shot.pk).update(**values, transition="", backend="", lens="35 mm", notes="", angle="low")
    marta = Element.objects.create(storyboard=board, name="Marta")
    shot.cast.add(marta)
    shot.refresh_from_db()
    shot.cast_list = list(shot.cast.all())

    seen = cells.seen_values(shot, column, cells.held(shot, column))

    assert seen == {f: [marta.pk] if f == "cast" else getattr(shot, f) for f in cells.FIELDS[column]}
    assert cells.seen_values(shot, column, "something else") != seen


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("column", "typed", "frames"),
    [
        ("length", "5.5", 132),
        ("length", "132f", 132),
        ("length", "00:00:05:12", 132),
        ("frames", "132", 132),
        ("frames", "2 s", 48),
    ],
)
def test_a_length_is_typed_as_seconds_frames_or_timecode(team, column, typed, frames):
    board = make.storyboard(team)
    form = cells.CellForm({column: typed}, instance=board.scenes.get().shots.get(), storyboard=board, column=column)

    assert form.is_valid()
    assert form.values([]) == {"frames": frames}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("column", "data"),
    [
        ("length", {"length": "soon"}),
        ("length", {"length": ""}),
        ("frames", {"frames": "0"}),
        ("size", {"size": "HUGE"}),
        ("move", {"move": "pan", "move_direction": "sideways", "move_speed": "slow"}),
        ("lens", {"lens": "x" * 41}),
        ("cast", {"cast": ["999999"]}),
    ],
)
def test_nonsense_is_refused_with_a_sentence(team, column, data):
    board = make.storyboard(team)
    form = cells.CellForm(data, instance=board.scenes.get().shots.get(), storyboard=board, column=column)

    assert not form.is_valid()
    assert form.errors.as_text()


@pytest.mark.django_db
def test_an_element_of_another_board_cannot_be_put_into_a_shot(team):
    board, other = make.storyboard(team), make.storyboard(team)
    stranger = Element.objects.create(storyboard=other, name="Nobody")
    shot = board.scenes.get().shots.get()

    form = cells.CellForm({"cast": [stranger.pk]}, instance=shot, storyboard=board, column="cast")

    assert not form.is_valid()
