"""Approving the animatic: exact versions are stamped, and what changes afterwards voids it by name."""

import pytest

from storyboards import editing
from storyboards.approving import approve, mark_of, standing, withdraw
from storyboards.models import Approval, Shot
from storyboards.reading import read_board
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(team):
    return make.storyboard(team, scenes=2, shots=2)


@pytest.fixture
def approved(board, alice):
    approve(board, alice, seen=mark_of(read_board(board)))
    return board


def _standing(board):
    return standing(read_board(board))


def _shots(board):
    return list(
        Shot.objects.filter(scene__storyboard=board)
        .select_related("scene__storyboard__team")
        .order_by("scene__position", "position")
    )


def test_what_is_approved_holds_until_something_changes(approved, alice):
    found = _standing(approved)

    assert (found.holds, found.approval.by, found.named) == (True, alice, "")


def test_nothing_stands_where_nobody_approved(board):
    assert _standing(board) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"frames": 99},
        {"action": "Somebody else comes."},
        {"size": "CU"},
        {"move": "pan", "move_direction": "left"},
        {"transition": "dissolve"},
    ],
)
def test_an_edit_afterwards_voids_it_and_names_the_shot(approved, alice, changes):
    editing.edit_shot(_shots(approved)[1], by=alice, changes=changes)

    found = _standing(approved)

    assert (found.holds, found.changed, found.gone) == (False, ["1A"], [])


def test_taking_the_edit_back_makes_it_hold_again(approved, alice):
    shot = _shots(approved)[0]
    before = shot.frames
    editing.edit_shot(shot, by=alice, changes={"frames": before + 1})
    assert not _standing(approved).holds

    editing.edit_shot(_shots(approved)[0], by=alice, changes={"frames": before})

    assert _standing(approved).holds


@pytest.mark.parametrize("changes", [{"look": "ink"}, {"aspect": "9:16"}, {"rate": "25/1"}])
def test_other_settings_void_it_as_a_whole(approved, alice, changes):
    editing.edit_storyboard(approved, by=alice, changes=changes)
    approved.refresh_from_db()

    assert _standing(approved).changed == ["1", "1A", "2", "2A"]


def test_another_place_voids_the_shots_of_its_scene(approved, alice):
    editing.edit_scene(approved.scenes.first(), by=alice, changes={"place": "HARBOUR"})

    assert _standing(approved).changed == ["1", "1A"]


def test_notes_are_not_on_the_screen(approved, alice):
    editing.edit_shot(_shots(approved)[0], by=alice, changes={"notes": "Ask Pip."})

    assert _standing(approved).holds


def test_a_new_a_deleted_and_a_moved_shot_void_it(approved, alice):
    first, second, third, _fourth = _shots(approved)
    editing.delete_shot(first, by=alice)
    assert _standing(approved).gone == ["1"]

    editing.add_shot(third.scene, by=alice)
    assert len(_standing(approved).changed) == 1

    editing.move_shot(second, by=alice, scene=third.scene_id, after=third.pk)
    assert _standing(approved).moved


def test_what_changed_while_one_watched_is_not_approved(board, alice):
    seen = mark_of(read_board(board))
    editing.edit_shot(_shots(board)[0], by=alice, changes={"frames": 99})

    assert approve(board, alice, seen=seen) is None
    assert not Approval.objects.exists()


def test_a_withdrawn_approval_stays_on_record(approved):
    assert withdraw(approved) == 1

    assert _standing(approved) is None
    assert Approval.objects.get().withdrawn_at is not None


def test_a_reviewer_approves_and_a_viewer_cannot(board, cast, client):
    seen = mark_of(read_board(board))
    address = f"/storyboards/{board.pk}/approve/"

    client.force_login(cast.carol)
    assert client.post(address, {"seen": seen}).status_code == 403
    client.force_login(cast.rita)
    assert client.post(address, {"seen": seen}).status_code in (302, 303)

    assert Approval.objects.get().by == cast.rita


def test_who_approves_what_has_changed_is_told_and_sees_the_new_state(board, cast, client):
    client.force_login(cast.rita)

    answer = client.post(f"/storyboards/{board.pk}/approve/", {"seen": "old"}, headers={"HX-Request": "true"})

    assert answer.status_code == 409
    assert "changed while you watched" in answer.text
    assert "changed while you watched" in answer.headers["HX-Trigger"]
    assert mark_of(read_board(board)) in answer.text
