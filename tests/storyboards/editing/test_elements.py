import pytest

from storyboards import editing
from storyboards.editing import Conflict, Gone, Refused
from storyboards.editing.elements import (
    add_element,
    delete_element,
    edit_element,
    put_in,
    set_location,
    values_of_element,
)
from storyboards.editing.portraits import MOST_PICTURES, add_pictures, move_picture, remove_picture
from storyboards.editing.uniting import keep_apart, merge_elements
from storyboards.elements.shots import cast_of, versions_of
from storyboards.models import Asset, Edit, Element, Shot
from storyboards.story import told
from tests import make


@pytest.fixture
def board(team):
    return make.storyboard(team, scenes=2, shots=2)


@pytest.fixture
def marta(board):
    return board.elements.create(name="MARTA", description="a girl in a yellow coat")


@pytest.fixture
def martha(board):
    return board.elements.create(name="MARTHA", aliases=["M."])


@pytest.fixture
def shots(board):
    return list(Shot.objects.filter(scene__storyboard=board).order_by("scene__position", "position"))


def asset(team, name):
    facts = {"kind": "reference", "mime": "image/webp", "bytes": 1, "sha256": "0" * 64}
    return Asset.objects.create(team=team, file=f"teams/{team.pk}/pictures/{name}.webp", **facts)


def cast(shot):
    return [one.pk for one in cast_of(Shot.objects.get(pk=shot.pk))]


def whole(board):
    """Return everything that a deed on elements may touch, as values."""
    shots = Shot.objects.filter(scene__storyboard=board).order_by("pk")
    return {
        "elements": {
            one.pk: (values_of_element(one), one.version, one.deleted_at is None) for one in board.elements.all()
        },
        "casts": {shot.pk: sorted(cast(shot)) for shot in shots},
        "places": {scene.pk: scene.location_id for scene in board.scenes.all()},
    }


# --- add and edit ---------------------------------------------------------------------------------------------------


def test_a_new_element_stands_in_the_log_and_in_its_own_colour(board, alice):
    one = add_element(board.pk, by=alice, kind="prop", name="Key")
    other = add_element(board.pk, by=alice, kind="prop", name="Letter")

    assert one.colour != other.colour
    assert [(edit.verb, edit.noun_pk) for edit in board.edits.all()] == [("add", other.pk), ("add", one.pk)]


@pytest.mark.parametrize("name", ["MARTA", "Marta"])
def test_two_of_a_kind_have_two_names(board, alice, marta, name):
    with pytest.raises(Refused):
        add_element(board.pk, by=alice, kind="character", name=name)

    assert add_element(board.pk, by=alice, kind="place", name=name).name == name
    assert board.elements.count() == 2


def test_a_rename_onto_another_is_refused_and_nothing_is_written(board, alice, marta, martha):
    with pytest.raises(Refused):
        edit_element(martha, by=alice, changes={"name": "Marta", "voice": "low"})

    martha.refresh_from_db()
    assert (martha.name, martha.voice, Edit.objects.count()) == ("MARTHA", "", 0)


@pytest.mark.parametrize(
    ("changes", "raised"),
    [
        ({"description": "a girl in a red coat"}, True),
        ({"colours": "red"}, True),
        ({"voice": "low"}, True),
        ({"kind": "prop"}, True),
        ({"name": "Marta"}, False),
        ({"aliases": ["The girl"]}, False),
        ({"colour": "teal"}, False),
        ({"description": "a girl in a yellow coat"}, False),
    ],
)
def test_only_what_changes_the_looks_raises_the_version(alice, marta, changes, raised):
    edited = edit_element(marta, by=alice, changes=changes)

    assert (edited.version > 1) is raised


def test_looks_that_come_back_have_their_version_again(alice, marta):
    red = edit_element(marta, by=alice, changes={"description": "red"}).version
    back = edit_element(marta, by=alice, changes={"description": "a girl in a yellow coat"}).version
    blue = edit_element(marta, by=alice, changes={"description": "blue"}).version
    red_again = edit_element(marta, by=alice, changes={"description": "red", "name": "M"}).version

    assert (back, red_again) == (1, red)
    assert len({1, red, blue}) == 3


def test_two_people_at_one_element_merge_or_see_both_texts(alice, marta):
    seen = values_of_element(marta)
    edit_element(marta, by=alice, changes={"voice": "low"}, seen=seen)

    edit_element(marta, by=alice, changes={"colours": "red"}, seen=seen)
    with pytest.raises(Conflict) as conflict:
        edit_element(marta, by=alice, changes={"voice": "high"}, seen=seen)

    marta.refresh_from_db()
    assert (marta.voice, marta.colours) == ("low", "red")
    assert (conflict.value.clashes["voice"].mine, conflict.value.clashes["voice"].theirs) == ("high", "low")


# --- delete and restore ---------------------------------------------------------------------------------------------


def test_what_is_deleted_is_seen_nowhere_and_comes_back_everywhere(board, alice, marta, shots):
    shots[0].cast.add(marta)
    before = whole(board)

    delete_element(marta, by=alice)
    assert cast(shots[0]) == []
    editing.restore(Element.objects.get(pk=marta.pk), by=alice)

    assert whole(board) == before


def test_a_shot_edited_meanwhile_keeps_who_is_in_the_trash(board, alice, marta, martha, shots):
    shots[0].cast.add(marta)
    delete_element(marta, by=alice)

    editing.edit_shot(shots[0], by=alice, changes={"cast": [martha.pk]})
    editing.restore(Element.objects.get(pk=marta.pk), by=alice)

    assert sorted(cast(shots[0])) == sorted([marta.pk, martha.pk])


def test_a_deed_on_what_is_in_the_trash_changes_nothing(alice, marta, martha):
    delete_element(marta, by=alice)

    for deed in (
        lambda: edit_element(marta, by=alice, changes={"voice": "low"}),
        lambda: delete_element(marta, by=alice),
        lambda: merge_elements(marta, martha, by=alice),
        lambda: merge_elements(martha, marta, by=alice),
    ):
        with pytest.raises(Gone):
            deed()
    assert Edit.objects.count() == 1


def test_one_whose_name_was_taken_does_not_come_back_beside_it(board, alice, marta):
    delete_element(marta, by=alice)
    add_element(board.pk, by=alice, kind="character", name="MARTA")

    with pytest.raises(Gone, match="name"):
        editing.restore(Element.objects.get(pk=marta.pk), by=alice)


# --- undo and redo --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "deed",
    [
        lambda b, e, o, s, a, by: add_element(b.pk, by=by, kind="prop", name="Key"),
        lambda b, e, o, s, a, by: edit_element(e, by=by, changes={"description": "red", "name": "M", "kind": "prop"}),
        lambda b, e, o, s, a, by: edit_element(e, by=by, changes={"colour": "teal", "aliases": ["x", "y"]}),
        lambda b, e, o, s, a, by: delete_element(e, by=by),
        lambda b, e, o, s, a, by: merge_elements(e, o, by=by),
        lambda b, e, o, s, a, by: merge_elements(o, e, by=by),
        lambda b, e, o, s, a, by: keep_apart(e, o, by=by),
        lambda b, e, o, s, a, by: add_pictures(e, by=by, assets=[a[2].pk]),
        lambda b, e, o, s, a, by: remove_picture(e, by=by, asset=a[0].pk),
        lambda b, e, o, s, a, by: move_picture(e, by=by, asset=a[1].pk, to="first"),
        lambda b, e, o, s, a, by: put_in(s[3], by=by, kind="prop", name="Key"),
        lambda b, e, o, s, a, by: put_in(s[3], by=by, kind="character", name="m."),
        lambda b, e, o, s, a, by: set_location(s[0].scene, by=by, location=None, name="Coast"),
    ],
    ids=lambda _deed: "",
)
def test_every_deed_is_undone_and_done_again(board, team, alice, marta, martha, shots, deed):
    files = [asset(team, name) for name in ("one", "two", "three")]
    add_pictures(marta, by=None, assets=[file.pk for file in files[:2]])
    add_pictures(martha, by=None, assets=[files[0].pk])
    shots[0].cast.add(marta, martha)
    shots[1].cast.add(martha)
    marta.refresh_from_db()
    before = whole(board)

    deed(board, marta, martha, shots, files, alice)
    after = whole(board)
    assert after != before
    editing.undo(board, by=alice)
    undone = whole(board)
    editing.redo(board, by=alice)

    assert alive(undone) == alive(before)
    assert whole(board) == after


def alive(state):
    """Return a state without what is in the trash: what was added and undone lies there."""
    return {**state, "elements": {pk: values for pk, values in state["elements"].items() if values[2]}}


def test_undo_does_not_run_over_what_somebody_else_wrote(board, cast, marta):
    edit_element(marta, by=cast.alice, changes={"description": "red"})
    edit_element(marta, by=cast.bob, changes={"description": "blue"})

    with pytest.raises(editing.Overtaken):
        editing.undo(board, by=cast.alice)

    marta.refresh_from_db()
    assert marta.description == "blue"


# --- the same, or not -----------------------------------------------------------------------------------------------


def test_merging_moves_everything_and_is_one_deed(board, team, alice, marta, martha, shots):
    picture = asset(team, "one")
    add_pictures(martha, by=alice, assets=[picture.pk])
    edit_element(martha, by=alice, changes={"voice": "low"})
    shots[0].cast.add(marta, martha)
    shots[1].cast.add(martha)
    dialogue = [{"speaker": "MARTHA", "text": "Here.", "direction": "", "dual": False}]
    Shot.objects.filter(pk=shots[1].pk).update(dialogue=dialogue)

    merge_elements(marta, martha, by=alice)

    marta.refresh_from_db()
    assert (marta.aliases, marta.description, marta.voice) == (["MARTHA", "M."], "a girl in a yellow coat", "low")
    assert [row.asset_id for row in marta.pictures.all()] == [picture.pk]
    assert [cast(shot) for shot in shots] == [[marta.pk], [marta.pk], [], []]
    assert Element.objects.live().filter(name="MARTHA").count() == 0
    assert Shot.objects.get(pk=shots[1].pk).dialogue == dialogue
    assert board.edits.values("deed").distinct().count() == 3


def test_merging_places_moves_their_scenes(board, alice):
    one, other = (board.elements.create(kind="place", name=name) for name in ("Coast", "Rocky coast"))
    board.scenes.update(location=other)

    merge_elements(one, other, by=alice)
    merged = set(board.scenes.values_list("location", flat=True))
    editing.undo(board, by=alice)

    assert (merged, set(board.scenes.values_list("location", flat=True))) == ({one.pk}, {other.pk})


def test_only_two_of_one_kind_and_board_can_be_one(board, team, alice, marta):
    prop = board.elements.create(kind="prop", name="Lamp")
    elsewhere = make.storyboard(team).elements.create(name="MARTA")

    for other in (prop, elsewhere, marta):
        with pytest.raises(Refused):
            merge_elements(marta, other, by=alice)


def test_history_says_who_was_merged(board, alice, marta, martha, shots):
    shots[0].cast.add(martha)
    merge_elements(marta, martha, by=alice)

    assert editing_words(board) == ["merged others into MARTA"]


def editing_words(board):
    return [step.words for step in told(board, board.edits.select_related("by"))]


# --- pictures -------------------------------------------------------------------------------------------------------


def test_pictures_have_an_order_and_the_first_is_the_portrait(team, alice, marta):
    one, two, three = (asset(team, name).pk for name in ("one", "two", "three"))
    add_pictures(marta, by=alice, assets=[one, two, three, one])

    def order():
        return values_of_element(marta)["pictures"]

    assert order() == [one, two, three]
    move_picture(marta, by=alice, asset=three, to="first")
    assert order() == [three, one, two]
    move_picture(marta, by=alice, asset=three, to="right")
    assert order() == [one, three, two]
    move_picture(marta, by=alice, asset=one, to="left")
    move_picture(marta, by=alice, asset=999, to="left")
    assert order() == [one, three, two]
    remove_picture(marta, by=alice, asset=three)
    assert order() == [one, two]


def test_pictures_of_another_team_are_never_shown(cast, marta):
    stolen = asset(cast.charlie.teams.get(), "stolen")

    add_pictures(marta, by=cast.alice, assets=[stolen.pk])

    assert not marta.pictures.exists()


def test_there_is_an_end_to_pictures(team, alice, marta):
    many = [asset(team, str(number)).pk for number in range(MOST_PICTURES + 1)]

    with pytest.raises(Refused):
        add_pictures(marta, by=alice, assets=many)

    assert not marta.pictures.exists()


# --- shots and places -----------------------------------------------------------------------------------------------


def test_who_is_known_by_another_name_is_not_made_again(alice, martha, shots):
    assert put_in(shots[0], by=alice, kind="character", name="m.").pk == martha.pk
    assert put_in(shots[0], by=alice, kind="character", name="Martha").pk == martha.pk
    assert cast(shots[0]) == [martha.pk]


def test_a_place_counts_for_every_shot_of_its_scene(board, alice, shots):
    set_location(shots[0].scene, by=alice, location=None, name="Coast")

    coast = board.elements.get(name="Coast")
    assert coast.kind == "place"
    assert [list(versions_of(Shot.objects.get(pk=shot.pk))) for shot in shots] == [[str(coast.pk)]] * 2 + [[]] * 2
