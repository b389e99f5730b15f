import pytest

from storyboards import editing
from storyboards.editing import Conflict, Gone
from storyboards.models import Edit, Shot
from storyboards.vocabulary import Colour
from tests import make


@pytest.fixture
def board(team):
    return make.storyboard(team, shots=3)


@pytest.fixture
def scene(board):
    return board.scenes.get()


@pytest.fixture
def shot(scene):
    return scene.shots.first()


def order(scene):
    return list(scene.shots.live().values_list("pk", flat=True))


def test_an_added_shot_stands_where_it_was_asked_for(scene, alice):
    keys = order(scene)

    last = editing.add_shot(scene, by=alice, action="Rain.")
    first = editing.add_shot(scene, by=alice, after=0)
    second = editing.add_shot(scene, by=alice, after=first.pk)

    assert order(scene) == [first.pk, second.pk, *keys, last.pk]
    assert (last.action, last.frames) == ("Rain.", 96)


def test_an_edit_writes_the_shot_the_log_and_the_versions(board, shot, alice):
    changed = editing.edit_shot(shot, by=alice, changes={"action": "Marta stops.", "size": "CU", "frames": 48})

    edit = board.edits.get()
    board.refresh_from_db()
    assert (changed.action, changed.size, changed.version, board.version) == ("Marta stops.", "CU", 2, 2)
    assert (edit.verb, edit.noun, edit.noun_pk, edit.by, edit.version) == ("edit", "shot", shot.pk, alice, 2)
    assert edit.before == {"action": "Marta climbs the path with a lantern.", "size": "WS"}
    assert edit.after == {"action": "Marta stops.", "size": "CU"}


def test_an_edit_that_changes_nothing_leaves_no_trace(board, shot, alice):
    same = editing.edit_shot(shot, by=alice, changes={"action": shot.action})

    board.refresh_from_db()
    assert (same.version, board.version, board.edits.count()) == (1, 1, 0)


def test_different_fields_of_two_people_merge(shot, alice):
    seen = {"action": shot.action, "notes": ""}
    editing.edit_shot(shot, by=alice, changes={"notes": "Wind machine."})

    merged = editing.edit_shot(shot, by=alice, changes={"action": "Marta runs.", "notes": ""}, seen=seen)

    assert (merged.action, merged.notes) == ("Marta runs.", "Wind machine.")


def test_the_same_field_of_two_people_is_a_conflict_that_loses_nothing(board, shot, alice):
    seen = {"action": shot.action, "notes": ""}
    editing.edit_shot(shot, by=alice, changes={"action": "Theirs."}, seen=seen)

    with pytest.raises(Conflict) as caught:
        editing.edit_shot(shot, by=alice, changes={"action": "Mine.", "notes": "Also mine."}, seen=seen)

    shot.refresh_from_db()
    assert caught.value.clashes == {"action": editing.Clash(mine="Mine.", theirs="Theirs.")}
    assert (shot.action, shot.notes, board.edits.count()) == ("Theirs.", "", 1)


def test_two_people_who_write_the_same_agree(shot, alice):
    seen = {"action": shot.action}
    editing.edit_shot(shot, by=alice, changes={"action": "The same."}, seen=seen)

    again = editing.edit_shot(shot, by=alice, changes={"action": "The same."}, seen=seen)

    assert (again.action, again.version) == ("The same.", 2)


def test_a_version_is_enough_to_know_what_the_editor_saw(shot, alice):
    editing.edit_shot(shot, by=alice, changes={"action": "Second."})
    editing.edit_shot(shot, by=alice, changes={"action": "Third.", "size": "CU"})

    merged = editing.edit_shot(shot, by=alice, changes={"notes": "Fine."}, version=1)

    assert (merged.action, merged.notes) == ("Third.", "Fine.")
    with pytest.raises(Conflict):
        editing.edit_shot(shot, by=alice, changes={"action": "Late."}, version=2)


def test_a_copy_stands_behind_its_original_with_its_cast_and_without_its_takes(scene, shot, alice):
    editing.put_in(shot, by=alice, kind="character", name="Marta")
    make.take(shot)

    copy = editing.duplicate_shot(shot, by=alice)

    assert order(scene)[:2] == [shot.pk, copy.pk]
    assert [element.name for element in copy.cast.all()] == ["Marta"]
    assert (copy.action, copy.takes.count()) == (shot.action, 0)


def test_a_deleted_shot_is_in_the_trash_and_can_not_be_edited(scene, shot, alice):
    editing.delete_shot(shot, by=alice)

    assert shot.pk not in order(scene)
    assert Shot.objects.get(pk=shot.pk).deleted_at is not None
    with pytest.raises(Gone):
        editing.edit_shot(shot, by=alice, changes={"action": "Too late."})


def test_a_shot_of_a_deleted_scene_can_not_be_edited(scene, shot, alice):
    editing.delete_scene(scene, by=alice)

    with pytest.raises(Gone):
        editing.duplicate_shot(shot, by=alice)


def test_a_character_is_learned_once_whatever_the_case(board, shot, alice):
    marta = editing.put_in(shot, by=alice, kind="character", name="  Marta ")
    pip = editing.put_in(shot, by=alice, kind="character", name="Pip")
    again = editing.put_in(shot, by=alice, kind="character", name="MARTA")

    assert again == marta
    assert (marta.colour, pip.colour) == (Colour.AMBER, Colour.VERMILION)
    assert sorted(shot.cast.values_list("name", flat=True)) == ["Marta", "Pip"]
    assert [edit.after for edit in board.edits.filter(noun="shot")] == [
        {"cast": [marta.pk, pip.pk]},
        {"cast": [marta.pk]},
    ]
    assert [edit.deed for edit in board.edits.filter(noun="element")] == [
        edit.deed for edit in board.edits.filter(noun="shot")
    ]


def test_nobody_of_another_board_gets_into_the_cast(team, shot, alice):
    foreign = make.storyboard(team).elements.create(name="Foreign")

    editing.edit_shot(shot, by=alice, changes={"cast": [foreign.pk]})

    assert shot.cast.count() == 0


def test_every_deed_is_one_row_of_the_log(board, scene, shot, alice):
    copy = editing.duplicate_shot(shot, by=alice)
    editing.move_shot(copy, by=alice, after=0)
    editing.delete_shot(copy, by=alice)
    editing.add_shot(scene, by=alice)

    assert list(Edit.objects.order_by("pk").values_list("verb", flat=True)) == ["duplicate", "move", "delete", "add"]
    board.refresh_from_db()
    assert board.version == 5
