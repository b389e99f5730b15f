import json
import re

import pytest
from django.urls import reverse

from storyboards import editing
from storyboards.models import Edit
from tests import make
from tests.storyboards.views.conftest import HTMX

FIELDS = {"setting": "INT", "place": "LAMP ROOM", "time_of_day": "NIGHT", "synopsis": "", "number": "", "section": ""}


def order(board):
    return list(board.scenes.live().values_list("pk", flat=True))


def test_a_scene_is_a_fragment_with_its_shots(bob, scene):
    fragment = bob.get(reverse("scene", args=[scene.pk]), headers=HTMX).content.decode().strip()

    assert fragment.startswith(f'<section class="scene" id="scene-{scene.pk}"')
    assert fragment.count("<article") == 3


def test_scenes_that_are_asked_for_together_come_in_one_answer(bob, cast, board, scene):
    other = board.scenes.live().last()
    foreign = make.storyboard(cast.charlie.teams.get()).scenes.live().first()
    elsewhere = make.storyboard(cast.team).scenes.live().first()
    asked = {"with": [other.pk, foreign.pk, elsewhere.pk, scene.pk, "x", 10**30]}

    fragment = bob.get(reverse("scene", args=[scene.pk]), asked, headers=HTMX).content.decode()

    sections = re.findall(r'<section [^>]*id="scene-(\d+)"([^>]*)', fragment)
    assert [int(key) for key, _more in sections] == [scene.pk, other.pk]
    assert ["hx-swap-oob" in more for _key, more in sections] == [False, True]


def test_the_other_scenes_say_what_they_say_alone(bob, board, scene):
    other = board.scenes.live().last()
    alone = bob.get(reverse("scene", args=[other.pk]), headers=HTMX).content.decode().strip()

    both = bob.get(reverse("scene", args=[scene.pk]), {"with": other.pk}, headers=HTMX).content.decode()

    assert _plain(alone) in _plain(both)


def _plain(html):
    """Return a scene without what differs from answer to answer: tokens, and that the first pictures come at once."""
    varying = r' hx-swap-oob="true"| fetchpriority="high"| loading="lazy" decoding="async"|<input type="hidden"[^>]*>'
    return re.sub(varying, "", html)


def test_a_stranger_is_not_let_in_beside_a_scene_of_theirs(client, cast, scene):
    own = make.storyboard(cast.charlie.teams.get()).scenes.live().first()
    client.force_login(cast.charlie)

    fragment = client.get(reverse("scene", args=[own.pk]), {"with": scene.pk}, headers=HTMX).content.decode()

    assert f"scene-{own.pk}" in fragment
    assert f"scene-{scene.pk}" not in fragment
    assert client.get(reverse("scene", args=[scene.pk]), {"with": own.pk}, headers=HTMX).status_code == 404


def test_a_scene_is_added_behind_another(bob, board, scene):
    page = bob.get(reverse("add_scene", args=[board.pk]), {"after": scene.pk}).content.decode()

    response = bob.post(reverse("add_scene", args=[board.pk]), FIELDS | {"after": scene.pk})

    added = board.scenes.get(place="LAMP ROOM")
    assert f'name="after" value="{scene.pk}"' in page
    assert (response.status_code, response.url) == (303, f"/storyboards/{board.pk}/#scene-{added.pk}")
    assert order(board)[1] == added.pk


def test_a_scene_without_a_place_named_comes_last(bob, board):
    bob.post(reverse("add_scene", args=[board.pk]), FIELDS)

    assert order(board)[-1] == board.scenes.get(place="LAMP ROOM").pk


@pytest.mark.parametrize("wrong", [{"setting": "UNDERWATER"}, {"place": "x" * 201}, {"time_of_day": "x" * 81}])
def test_a_wrong_scene_is_not_made(bob, board, wrong):
    response = bob.post(reverse("add_scene", args=[board.pk]), FIELDS | wrong)

    assert response.status_code == 422
    assert Edit.objects.count() == 0


def test_a_slugline_is_changed(bob, scene):
    response = bob.post(reverse("edit_scene", args=[scene.pk]), FIELDS | {"version": "1"})

    scene.refresh_from_db()
    assert response.status_code == 303
    assert scene.slugline == "INT. LAMP ROOM - NIGHT"


def test_two_people_at_one_slugline_lose_nothing(bob, cast, scene):
    editing.edit_scene(scene, by=cast.alice, changes={"place": "PIER", "synopsis": "Theirs."})

    conflict = bob.post(reverse("edit_scene", args=[scene.pk]), FIELDS | {"version": "1"})
    page = conflict.content.decode()
    scene.refresh_from_db()

    assert conflict.status_code == 409
    assert (scene.place, scene.synopsis) == ("PIER", "Theirs.")
    assert "PIER" in page
    assert 'value="LAMP ROOM"' in page


@pytest.mark.parametrize(("step", "place"), [("right", 1), ("last", 2), ("left", 0), ("first", 0)])
def test_scenes_move_by_steps(bob, board, cast, scene, step, place):
    editing.add_scene(board.pk, by=cast.bob)

    response = bob.post(reverse("move_scene", args=[scene.pk]), {"to": step})

    assert response.status_code == 303
    assert order(board).index(scene.pk) == place


@pytest.mark.parametrize(("position", "place"), [("1", 0), ("2", 1), ("99", 1), ("0", 0)])
def test_scenes_move_to_a_place(bob, board, scene, position, place):
    bob.post(reverse("move_scene", args=[scene.pk]), {"position": position})

    assert order(board).index(scene.pk) == place


def test_a_moved_scene_is_told_to_the_page(bob, board, scene):
    response = bob.post(reverse("move_scene", args=[scene.pk]), {"after": order(board)[1]}, headers=HTMX)

    assert response.status_code == 204
    assert json.loads(response.headers["HX-Trigger"]) == {"board:changed": {"storyboard": board.pk}}


def test_a_scene_is_copied_and_deleted(bob, board, scene):
    bob.post(reverse("duplicate_scene", args=[scene.pk]))
    assert len(order(board)) == 3

    response = bob.post(reverse("delete_scene", args=[scene.pk]))

    assert response.status_code == 303
    assert len(order(board)) == 2


def test_a_scene_is_added_before_the_first_or_before_another(bob, board, scene):
    first, *others = order(board)
    page = bob.get(reverse("add_scene", args=[board.pk]), {"before": first}).content.decode()
    other = bob.get(reverse("add_scene", args=[board.pk]), {"before": others[0]}).content.decode()

    bob.post(reverse("add_scene", args=[board.pk]), FIELDS | {"after": "0"})

    assert 'name="after" value="0"' in page
    assert f'name="after" value="{first}"' in other
    assert order(board)[0] == board.scenes.get(place="LAMP ROOM").pk


def test_a_scene_is_asked_for_over_the_board(bob, board, scene):
    asked = bob.get(reverse("edit_scene", args=[scene.pk]), headers=HTMX).content.decode().strip()
    refused = bob.post(reverse("edit_scene", args=[scene.pk]), FIELDS | {"setting": "UNDERWATER"}, headers=HTMX)
    saved = bob.post(reverse("edit_scene", args=[scene.pk]), FIELDS | {"version": "1"}, headers=HTMX)

    assert asked.startswith('<div class="stack" id="ask-scene">')
    assert f'hx-post="{reverse("edit_scene", args=[scene.pk])}"' in asked
    assert refused.status_code == 422
    assert b"<html" not in refused.content
    assert (saved.status_code, json.loads(saved.headers["HX-Trigger"])) == (
        204,
        {"board:changed": {"storyboard": board.pk}},
    )


def test_a_scene_is_moved_behind_another_by_a_page_of_its_own(bob, board, scene):
    first, second = board.scenes.live()
    where = reverse("move_scene", args=[first.pk])

    page = bob.get(where).content.decode()
    sheet = bob.get(where, headers=HTMX).content.decode()
    response = bob.post(where, {"after": second.pk})

    assert '<option value="0" selected>To the start</option>' in page
    assert f"Behind 2  {second.slugline}" in page
    assert f'value="{first.pk}"' not in page
    assert sheet.strip().startswith(f'<div class="stack" id="move-scene-{first.pk}">')
    assert (response.status_code, response.url) == (303, f"/storyboards/{board.pk}/#scene-{first.pk}")
    assert order(board) == [second.pk, first.pk]
    assert f'<option value="{second.pk}" selected>' in bob.get(where).content.decode()


def test_a_scene_is_not_moved_behind_one_that_is_gone(bob, board, scene, cast):
    first, second = board.scenes.live()
    editing.delete_scene(second, by=cast.alice)

    response = bob.post(reverse("move_scene", args=[first.pk]), {"after": second.pk}, headers=HTMX)

    assert response.status_code == 409
    assert "no longer there" in response.content.decode()


def test_a_scene_is_parted_at_a_shot_and_merged_again(bob, board, scene):
    first, *others = scene.shots.live()
    assert others

    parted = bob.post(reverse("split_scene", args=[others[0].pk]))
    assert (parted.status_code, len(order(board))) == (303, 3)
    history = bob.get(reverse("history", args=[board.pk])).content.decode()
    assert "from the scene before it" in history

    merged = bob.post(reverse("merge_scene", args=[scene.pk]))
    assert (merged.status_code, len(order(board))) == (303, 2)
    assert list(scene.shots.live()) == [first, *others]
    assert "into the scene before it" in bob.get(reverse("history", args=[board.pk])).content.decode()


def test_what_cannot_be_merged_or_parted_is_told(bob, board, scene):
    last = board.scenes.live().last()

    merged = bob.post(reverse("merge_scene", args=[last.pk]), headers={"HX-Request": "true"})
    parted = bob.post(reverse("split_scene", args=[scene.shots.live().first().pk]), headers={"HX-Request": "true"})

    assert (merged.status_code, parted.status_code) == (422, 422)
    assert "nothing to merge" in merged.content.decode()
    assert "begins its scene already" in parted.content.decode()
    assert len(order(board)) == 2
