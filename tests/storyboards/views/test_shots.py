import json

import pytest
from django.urls import reverse

from storyboards import editing
from tests.storyboards.views.conftest import HTMX


def order(scene):
    return list(scene.shots.live().values_list("pk", flat=True))


def test_the_card_is_the_same_in_the_board_and_by_itself(bob, board, shot):
    page = bob.get(reverse("storyboard", args=[board.pk])).content.decode()

    card = bob.get(reverse("shot", args=[shot.pk]), headers=HTMX).content.decode()

    without_token = card.split("csrfmiddlewaretoken")[0].strip()
    assert without_token.startswith(f'<article class="shot" id="shot-{shot.pk}"')
    assert without_token in page


def test_a_browser_that_asks_for_a_card_is_led_to_the_board(bob, board, shot):
    response = bob.get(reverse("shot", args=[shot.pk]))

    assert (response.status_code, response.url) == (303, f"/storyboards/{board.pk}/?shot={shot.pk}#shot-{shot.pk}")


@pytest.mark.parametrize(("step", "place"), [("right", 1), ("last", 2), ("left", 0), ("first", 0)])
def test_moving_by_a_step_without_scripts(bob, scene, shot, step, place):
    response = bob.post(reverse("move_shot", args=[shot.pk]), {"to": step})

    assert response.status_code == 303
    assert order(scene).index(shot.pk) == place


def test_moving_to_a_place_in_another_scene_without_scripts(bob, board, shot):
    target = board.scenes.live().last()
    page = bob.get(reverse("move_shot", args=[shot.pk])).content.decode()

    bob.post(reverse("move_shot", args=[shot.pk]), {"scene": target.pk, "position": "2"})

    assert "ROCKY COAST" in page
    assert order(target).index(shot.pk) == 1


def test_a_place_that_is_none_is_asked_for_again(bob, shot):
    response = bob.post(reverse("move_shot", args=[shot.pk]), {"scene": "0", "position": "0"})

    assert response.status_code == 422


def test_a_dragged_shot_is_moved_and_the_script_gets_no_page(bob, board, scene, shot):
    target = board.scenes.live().last()
    behind = order(target)[0]

    response = bob.post(
        reverse("move_shot", args=[shot.pk]),
        {"after": behind, "scene": target.pk},
        headers={"Sec-Fetch-Mode": "cors"},
    )

    assert (response.status_code, response.content) == (204, b"")
    assert order(target)[1] == shot.pk


def test_a_step_by_a_fragment_says_which_scenes_changed(bob, scene, shot):
    response = bob.post(reverse("move_shot", args=[shot.pk]), {"to": "right"}, headers=HTMX)

    assert response.status_code == 204
    assert json.loads(response.headers["HX-Trigger"]) == {"board:changed": {"scenes": [scene.pk]}}


def test_adding_duplicating_and_deleting_without_scripts(bob, scene, shot):
    bob.post(reverse("add_shot", args=[scene.pk]))
    bob.post(reverse("duplicate_shot", args=[shot.pk]))
    response = bob.post(reverse("delete_shot", args=[shot.pk]))

    assert response.status_code == 303
    assert len(order(scene)) == 4
    assert shot.pk not in order(scene)


def test_a_new_shot_is_the_one_to_pick(bob, scene, shot):
    response = bob.post(reverse("add_shot", args=[scene.pk]), {"after": shot.pk}, headers=HTMX)

    detail = json.loads(response.headers["HX-Trigger"])["board:changed"]
    assert detail == {"scenes": [scene.pk], "shot": order(scene)[1]}


def test_a_shot_is_added_before_another(bob, scene, shot):
    second = order(scene)[1]

    bob.post(reverse("add_shot", args=[scene.pk]), {"before": second})
    bob.post(reverse("add_shot", args=[scene.pk]), {"before": shot.pk})

    assert len(order(scene)) == 5
    assert (order(scene).index(shot.pk), order(scene).index(second)) == (1, 3)


def test_a_shot_before_one_that_is_gone_is_not_added(bob, scene, shot):
    editing.delete_shot(shot, by=None)

    response = bob.post(reverse("add_shot", args=[scene.pk]), {"before": shot.pk}, headers=HTMX)

    assert (response.status_code, len(order(scene))) == (409, 2)


def test_a_deleted_shot_and_a_deleted_scene_can_be_brought_back_from_the_message(bob, board, scene, shot):
    undo = reverse("undo", args=[board.pk])
    for name, row in (("delete_shot", shot), ("delete_scene", scene)):
        response = bob.post(reverse(name, args=[row.pk]), headers=HTMX)
        said = json.loads(response.headers["HX-Trigger"])["toast"]
        assert said["undo"] == undo
        assert "in the trash" in said["text"]
        bob.post(said["undo"], headers=HTMX)

    assert len(order(scene)) == 3
    assert scene in board.scenes.live()


def test_a_place_that_went_away_is_told_to_everybody(bob, board, scene, shot):
    gone = scene.shots.live().last()
    bob.post(reverse("delete_shot", args=[gone.pk]))

    scripted = bob.post(reverse("move_shot", args=[shot.pk]), {"after": gone.pk}, headers=HTMX)
    plain = bob.post(reverse("move_shot", args=[shot.pk]), {"after": gone.pk}, follow=True)

    assert scripted.status_code == 409
    assert json.loads(scripted.headers["HX-Trigger"])["toast"]["kind"] == "failed"
    assert "no longer there" in plain.content.decode()
