"""Undo and redo: each person for themselves, whole or not at all, and never over what somebody else did since."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from storyboards import editing
from storyboards.editing import Overtaken, Refused
from storyboards.importing import import_outline
from storyboards.models import Edit, Element, Shot
from storyboards.positions import STEP
from storyboards.scripts import read_script
from tests import make
from tests.storyboards.editing.boards import order, said

ACTION = "Marta climbs the path with a lantern."


@pytest.fixture
def board(cast):
    return make.storyboard(cast.team, scenes=2, shots=3)


@pytest.fixture
def scenes(board):
    return list(board.scenes.live())


@pytest.fixture
def shot(scenes):
    return scenes[0].shots.first()


def action_of(shot):
    return Shot.objects.get(pk=shot.pk).action


def test_nothing_done_is_nothing_to_take_back(board, cast):
    assert not editing.undo(board, by=cast.bob)
    assert not editing.redo(board, by=cast.bob)
    assert board.edits.count() == 0


def test_sixty_steps_back_and_forth(board, shot, cast):
    for number in range(60):
        editing.edit_shot(shot, by=cast.bob, changes={"action": f"Step {number}."})

    back = [editing.undo(board, by=cast.bob) and action_of(shot) for _ in range(60)]
    forth = [editing.redo(board, by=cast.bob) and action_of(shot) for _ in range(60)]

    assert back == [*(f"Step {number}." for number in range(58, -1, -1)), ACTION]
    assert forth == [f"Step {number}." for number in range(60)]
    assert not editing.redo(board, by=cast.bob)


def test_taking_back_is_a_deed_of_its_own_in_the_log(board, shot, cast):
    editing.edit_shot(shot, by=cast.bob, changes={"action": "Rain."})
    fresh = board.edits.get()

    editing.undo(board, by=cast.bob)
    editing.redo(board, by=cast.bob)

    again, undone, first = board.edits.all()
    assert (undone.way, undone.of, undone.by) == (Edit.Way.UNDO, fresh.deed, cast.bob)
    assert (again.way, again.of, first) == (Edit.Way.REDO, fresh.deed, fresh)
    assert (undone.before, undone.after) == ({"action": "Rain."}, {"action": ACTION})
    assert (again.before, again.after) == (fresh.before, fresh.after)


def test_a_fresh_deed_ends_what_could_be_done_again(board, shot, cast):
    editing.edit_shot(shot, by=cast.bob, changes={"action": "Rain."})
    editing.undo(board, by=cast.bob)
    editing.edit_shot(shot, by=cast.bob, changes={"size": "CU"})

    assert not editing.redo(board, by=cast.bob)
    assert action_of(shot) == ACTION


def test_each_person_walks_back_through_their_own_deeds(board, scenes, cast):
    one, two, _three = scenes[0].shots.all()
    editing.edit_shot(one, by=cast.bob, changes={"action": "Bob's."})
    editing.edit_shot(two, by=cast.alice, changes={"action": "Alice's."})

    editing.undo(board, by=cast.bob)

    assert (action_of(one), action_of(two)) == (ACTION, "Alice's.")
    assert not editing.undo(board, by=cast.bob)
    assert not editing.undo(board, by=cast.rita)


def test_another_board_has_steps_of_its_own(board, shot, cast):
    other = make.storyboard(cast.team)
    editing.edit_shot(shot, by=cast.bob, changes={"action": "Rain."})

    assert not editing.undo(other, by=cast.bob)


def test_a_field_that_somebody_else_changed_since_is_left_alone_and_they_are_named(board, shot, cast):
    editing.edit_shot(shot, by=cast.bob, changes={"action": "Bob's.", "size": "CU"})
    editing.edit_shot(shot, by=cast.alice, changes={"action": "Alice's."})
    before = said(board)

    with pytest.raises(Overtaken, match=r"^Alice changed action of shot 1 since") as told:
        editing.undo(board, by=cast.bob)

    assert "history" in str(told.value)
    assert (said(board), board.edits.count()) == (before, 2)


def test_another_field_of_the_same_shot_stands_against_nothing(board, shot, cast):
    editing.edit_shot(shot, by=cast.bob, changes={"action": "Bob's."})
    editing.edit_shot(shot, by=cast.alice, changes={"size": "CU"})

    editing.undo(board, by=cast.bob)

    assert (action_of(shot), Shot.objects.get(pk=shot.pk).size) == (ACTION, "CU")


def test_what_the_other_took_back_stands_against_nothing(board, shot, cast):
    editing.edit_shot(shot, by=cast.bob, changes={"action": "Bob's."})
    editing.edit_shot(shot, by=cast.alice, changes={"action": "Alice's."})
    editing.undo(board, by=cast.alice)

    editing.undo(board, by=cast.bob)

    assert action_of(shot) == ACTION
    with pytest.raises(Overtaken, match="Bob took it back"):
        editing.redo(board, by=cast.alice)


def test_the_same_value_written_anew_by_somebody_else_is_theirs(board, shot, cast):
    editing.edit_shot(shot, by=cast.bob, changes={"size": "CU"})
    editing.edit_shot(shot, by=cast.alice, changes={"size": "MS"})
    editing.edit_shot(shot, by=cast.alice, changes={"size": "CU"})

    with pytest.raises(Overtaken):
        editing.undo(board, by=cast.bob)


def test_what_changed_past_the_log_is_not_overwritten(board, shot, cast):
    editing.edit_shot(shot, by=cast.bob, changes={"size": "CU"})
    Shot.objects.filter(pk=shot.pk).update(size="ECU")

    with pytest.raises(Overtaken, match="changed since"):
        editing.undo(board, by=cast.bob)


def test_a_deed_on_many_is_undone_whole_or_not_at_all(board, scenes, cast):
    keys = order(scenes[0])
    editing.edit_shots(board.pk, keys, by=cast.bob, changes={"size": "CU"})
    editing.edit_shot(scenes[0].shots.last(), by=cast.alice, changes={"size": "MS"})

    with pytest.raises(Overtaken):
        editing.undo(board, by=cast.bob)

    assert [shot.size for shot in scenes[0].shots.all()] == ["CU", "CU", "MS"]
    editing.undo(board, by=cast.alice)
    editing.undo(board, by=cast.bob)
    assert [shot.size for shot in scenes[0].shots.all()] == ["WS"] * 3


def test_a_move_goes_back_behind_the_same_neighbour_though_positions_were_counted_anew(board, scenes, cast):
    first, second, third = scenes[0].shots.all()
    editing.move_shot(third, by=cast.bob, after=0, scene=scenes[1].pk)
    Shot.objects.filter(pk=second.pk).update(position=STEP + 1)
    new = editing.add_shot(scenes[0], by=cast.alice, after=first.pk)

    editing.undo(board, by=cast.bob)

    assert order(scenes[0]) == [first.pk, new.pk, second.pk, third.pk]


def test_a_shot_that_somebody_else_moved_on_stays_there(board, scenes, shot, cast):
    editing.move_shot(shot, by=cast.bob, after=None)
    editing.move_shot(shot, by=cast.alice, after=0, scene=scenes[1].pk)

    with pytest.raises(Overtaken, match="Alice moved shot 2 since"):
        editing.undo(board, by=cast.bob)

    assert order(scenes[1])[0] == shot.pk
    editing.undo(board, by=cast.alice)
    editing.undo(board, by=cast.bob)
    assert order(scenes[0])[0] == shot.pk


def test_a_move_goes_back_though_its_neighbour_is_gone(board, scenes, cast):
    first, second, third = scenes[0].shots.all()
    editing.move_shot(second, by=cast.bob, after=0, scene=scenes[1].pk)
    editing.delete_shot(first, by=cast.alice)

    editing.undo(board, by=cast.bob)

    assert order(scenes[0]) == [second.pk, third.pk]


def test_a_scene_that_is_gone_takes_nothing_back(board, scenes, shot, cast):
    editing.move_shot(shot, by=cast.bob, after=0, scene=scenes[1].pk)
    editing.delete_scene(scenes[0], by=cast.alice)

    with pytest.raises(Overtaken, match="scene is in the trash"):
        editing.undo(board, by=cast.bob)


def test_an_edit_of_what_was_deleted_since_waits(board, shot, cast):
    editing.edit_shot(shot, by=cast.bob, changes={"action": "Bob's."})
    editing.delete_shot(shot, by=cast.alice)

    with pytest.raises(Overtaken, match="Alice deleted the shot"):
        editing.undo(board, by=cast.bob)
    assert action_of(shot) == "Bob's."


def test_a_new_shot_that_somebody_else_wrote_in_is_not_thrown_away(board, scenes, cast):
    new = editing.add_shot(scenes[0], by=cast.bob)
    editing.edit_shot(new, by=cast.alice, changes={"notes": "Keep."})

    with pytest.raises(Overtaken, match="Alice changed notes"):
        editing.undo(board, by=cast.bob)

    editing.undo(board, by=cast.alice)
    editing.undo(board, by=cast.bob)
    assert new.pk not in order(scenes[0])
    editing.redo(board, by=cast.bob)
    assert order(scenes[0])[-1] == new.pk


def test_a_new_scene_that_somebody_else_works_in_is_not_thrown_away(board, shot, cast):
    scene = editing.add_scene(board.pk, by=cast.bob, place="PIER")
    editing.move_shot(shot, by=cast.alice, scene=scene.pk, after=0)

    with pytest.raises(Overtaken, match="Alice moved"):
        editing.undo(board, by=cast.bob)

    editing.undo(board, by=cast.alice)
    editing.undo(board, by=cast.bob)
    assert board.scenes.live().count() == 2


def test_a_copied_scene_goes_with_its_copies(board, scenes, cast):
    copy = editing.duplicate_scene(scenes[0], by=cast.bob)
    start = said(board)

    editing.undo(board, by=cast.bob)
    assert list(board.scenes.live()) == scenes
    editing.redo(board, by=cast.bob)

    assert said(board) == start
    assert copy.shots.live().count() == 3


def test_takes_and_money_are_never_touched(board, shot, cast):
    editing.edit_shot(shot, by=cast.bob, changes={"frames": 99})
    take = make.take(shot)

    editing.undo(board, by=cast.bob)
    new = editing.add_shot(shot.scene, by=cast.bob)
    working = make.take(new)
    editing.undo(board, by=cast.bob)

    for row in (take, working):
        row.refresh_from_db()
        assert (row.state, row.deleted_at) == ("working", None)


def test_a_new_rate_is_taken_back_to_the_frame(board, scenes, cast):
    lengths = [7, 11, 23]
    for shot, frames in zip(scenes[0].shots.all(), lengths, strict=True):
        Shot.objects.filter(pk=shot.pk).update(frames=frames)
    start = said(board)
    editing.edit_storyboard(board, by=cast.bob, changes={"rate": "30000/1001", "title": "Other"})
    end = said(board)

    editing.undo(board, by=cast.bob)
    assert said(board) == start
    editing.redo(board, by=cast.bob)
    assert said(board) == end


def test_a_length_that_somebody_gave_at_the_new_rate_keeps_its_seconds(board, scenes, shot, cast):
    editing.edit_storyboard(board, by=cast.bob, changes={"rate": "30/1"})
    editing.edit_shot(shot, by=cast.alice, changes={"frames": 90})
    new = editing.add_shot(scenes[0], by=cast.alice, frames=30)

    editing.undo(board, by=cast.bob)

    assert [row.frames for row in scenes[0].shots.all()] == [72, 48, 48, 24]
    assert new.pk == order(scenes[0])[-1]


def test_a_length_from_before_somebody_changed_the_rate_is_not_written(board, shot, cast):
    editing.edit_shot(shot, by=cast.bob, changes={"frames": 96})
    editing.edit_storyboard(board, by=cast.alice, changes={"rate": "25/1"})

    with pytest.raises(Overtaken, match="Alice changed frame rate of the storyboard"):
        editing.undo(board, by=cast.bob)


def test_a_character_that_was_learned_by_the_way_is_forgotten_with_it(board, shot, cast):
    editing.put_in(shot, by=cast.bob, kind="character", name="Pip")

    editing.undo(board, by=cast.bob)
    assert (shot.cast.count(), board.elements.live().count()) == (0, 0)

    board.elements.create(name="Pip")
    with pytest.raises(Overtaken, match="another element of that name"):
        editing.redo(board, by=cast.bob)
    assert Element.objects.live().count() == 1


def test_a_character_that_somebody_put_into_another_shot_meanwhile_stays_in_the_bible(board, scenes, cast):
    one, two, _three = scenes[0].shots.all()
    pip = editing.put_in(one, by=cast.bob, kind="character", name="Pip")
    editing.put_in(two, by=cast.alice, kind="character", name="Pip")

    editing.undo(board, by=cast.bob)

    assert (one.cast.count(), list(two.cast.all()), list(board.elements.live())) == (0, [pip], [pip])


def test_the_import_of_a_script_and_the_archive_stay(cast):
    outline = read_script("INT. HALL - DAY\n\nA door opens.\n", name="a.fountain")
    board = import_outline(outline, team=cast.team, by=cast.bob)
    editing.archive_storyboard(board, by=cast.bob)

    assert not editing.undo(board, by=cast.bob)
    for edit in board.edits.all():
        with pytest.raises(Refused):
            editing.take_back(board, edit.deed, by=cast.bob)


def test_any_step_can_be_taken_back_out_of_turn_by_anybody(board, scenes, shot, cast):
    editing.edit_shot(shot, by=cast.alice, changes={"action": "Alice's."})
    editing.edit_shot(shot, by=cast.alice, changes={"size": "CU"})
    first = board.edits.last()

    editing.take_back(board, first.deed, by=cast.bob)

    assert (action_of(shot), board.edits.first().of, board.edits.first().way) == (ACTION, first.deed, "")
    with pytest.raises(Overtaken, match="Bob took it back"):
        editing.take_back(board, first.deed, by=cast.alice)
    editing.undo(board, by=cast.bob)
    assert action_of(shot) == "Alice's."
    editing.undo(board, by=cast.alice)
    editing.undo(board, by=cast.alice)
    assert (action_of(shot), Shot.objects.get(pk=shot.pk).size) == (ACTION, "WS")


def test_deletions_taken_back_out_of_turn_stand_in_their_order(board, scenes, cast):
    keys = order(scenes[0])
    deeds = []
    for key in keys[1:]:
        editing.delete_shot(Shot.objects.get(pk=key), by=cast.bob)
        deeds.append(board.edits.first().deed)

    for deed in deeds:
        editing.take_back(board, deed, by=cast.bob)

    assert order(scenes[0]) == keys


def test_older_rows_of_the_log_are_taken_back_too(board, scenes, shot, cast):
    Edit.objects.create(storyboard=board, by=cast.bob, verb="add", noun="shot", noun_pk=shot.pk, after={"size": "WS"})

    editing.undo(board, by=cast.bob)

    assert shot.pk not in order(scenes[0])


def test_a_step_back_costs_the_same_after_many_steps(board, shot, cast):
    counts = []
    for number in range(30):
        editing.edit_shot(shot, by=cast.bob, changes={"action": f"Step {number}."})
        if number in (1, 29):
            with CaptureQueriesContext(connection) as queries:
                editing.undo(board, by=cast.bob)
            counts.append(len(queries))

    assert counts[0] == counts[1]
