import pytest

from storyboards import editing
from storyboards.editing import Conflict, Gone, Refused
from tests import make


@pytest.fixture
def board(team):
    return make.storyboard(team, scenes=3, shots=2)


def order(board):
    return list(board.scenes.live().values_list("pk", flat=True))


def test_an_added_scene_stands_where_it_was_asked_for(board, alice):
    keys = order(board)

    scene = editing.add_scene(board.pk, by=alice, after=keys[0], place="LAMP ROOM", setting="INT")

    assert order(board) == [keys[0], scene.pk, *keys[1:]]
    assert scene.slugline == "INT. LAMP ROOM"


def test_an_edited_scene_keeps_what_others_wrote(board, alice):
    scene = board.scenes.first()
    seen = {"place": "ROCKY COAST", "synopsis": ""}
    editing.edit_scene(scene, by=alice, changes={"synopsis": "The lamp is dark."})

    merged = editing.edit_scene(scene, by=alice, changes={"place": "HARBOUR", "synopsis": ""}, seen=seen)

    assert (merged.place, merged.synopsis) == ("HARBOUR", "The lamp is dark.")


def test_two_places_for_one_scene_are_a_conflict(board, alice):
    scene = board.scenes.first()
    editing.edit_scene(scene, by=alice, changes={"place": "PIER"})

    with pytest.raises(Conflict):
        editing.edit_scene(scene, by=alice, changes={"place": "HARBOUR"}, version=1)


def test_a_copied_scene_has_copies_of_its_live_shots(board, alice):
    scene = board.scenes.first()
    first, second = scene.shots.live()
    editing.put_in(second, by=alice, kind="character", name="Pip")
    editing.delete_shot(first, by=alice)

    copy = editing.duplicate_scene(scene, by=alice)

    assert order(board)[:2] == [scene.pk, copy.pk]
    shot = copy.shots.get()
    assert (shot.action, [element.name for element in shot.cast.all()]) == (second.action, ["Pip"])


def test_a_deleted_scene_leaves_the_board_with_its_shots(board, alice):
    scene = board.scenes.first()

    editing.delete_scene(scene, by=alice)

    assert scene.pk not in order(board)
    assert scene.shots.count() == 2
    with pytest.raises(Gone):
        editing.add_shot(scene, by=alice)


def test_a_new_rate_keeps_every_length_in_seconds(board, alice):
    changed = editing.edit_storyboard(board, by=alice, changes={"rate": "25/1", "title": "The Lamp"})

    lengths = {shot.frames for scene in board.scenes.all() for shot in scene.shots.all()}
    edit = board.edits.get()
    assert (changed.title, lengths, len(edit.before["frames"])) == ("The Lamp", {50}, 6)
    lengths = edit.after.pop("frames")
    assert (edit.after, set(lengths.values())) == ({"rate": "25/1", "title": "The Lamp"}, {50})


def test_putting_away_twice_is_putting_away_once(board, alice):
    editing.archive_storyboard(board, by=alice)
    editing.archive_storyboard(board, by=alice)
    restored = editing.restore_storyboard(board, by=alice)

    assert restored.archived_at is None
    assert [edit.verb for edit in board.edits.all()] == ["restore", "archive"]


def stands(board):
    """Return the keys of the board's live shots, scene by scene."""
    return [(scene.pk, [*scene.shots.live().values_list("pk", flat=True)]) for scene in board.scenes.live()]


def test_a_merged_scene_has_the_shots_of_the_next_behind_its_own(board, alice):
    before = stands(board)
    (first, own), (_second, others), third = before

    editing.merge_scene(board.scenes.first(), by=alice)

    assert stands(board) == [(first, own + others), third]
    assert editing.undo(board, by=alice)
    assert stands(board) == before
    assert editing.redo(board, by=alice)
    assert stands(board) == [(first, own + others), third]


def test_the_last_scene_has_nothing_to_be_merged_with(board, alice):
    before = stands(board)

    with pytest.raises(Refused):
        editing.merge_scene(board.scenes.live().last(), by=alice)

    assert stands(board) == before


def test_a_scene_begins_with_the_shot_it_is_parted_at(board, alice):
    before = stands(board)
    (first, (kept, parted)), *rest = before
    shot = board.scenes.first().shots.get(pk=parted)

    new = editing.split_scene(shot, by=alice)

    assert stands(board) == [(first, [kept]), (new.pk, [parted]), *rest]
    assert (new.slugline, new.number) == (board.scenes.first().slugline, "")
    assert editing.undo(board, by=alice)
    assert stands(board) == before
    assert editing.redo(board, by=alice)
    assert stands(board) == [(first, [kept]), (new.pk, [parted]), *rest]


def test_the_first_shot_of_a_scene_begins_it_already(board, alice):
    with pytest.raises(Refused):
        editing.split_scene(board.scenes.first().shots.live().first(), by=alice)

    assert len(order(board)) == 3


def test_no_page_is_told_to_fetch_a_scene_that_went(board, alice):
    parted = board.scenes.first().shots.live().last()
    new = editing.split_scene(parted, by=alice)

    undone = editing.undo(board, by=alice)

    assert ("outline", board.pk) in undone.parts
    assert ("scene", board.scenes.first().pk) in undone.parts
    assert ("scene", new.pk) not in undone.parts
