"""History, undo and redo, and the trash, as pages and as answers to scripts."""

import json
import re

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from storyboards import editing
from storyboards.models import Edit, Shot
from tests import make
from tests.storyboards.editing.boards import order
from tests.storyboards.views.conftest import HTMX


def url(name, row):
    return reverse(name, args=[row.pk])


def events(response):
    return json.loads(response.headers["HX-Trigger"])


def text_of(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_undo_and_redo_say_what_they_did_and_what_looks_different(bob, board, shot, cast):
    editing.edit_shot(shot, by=cast.bob, changes={"size": "CU"})

    back, forth = (bob.post(url(name, board), headers=HTMX) for name in ("undo", "redo"))

    assert (back.status_code, forth.status_code) == (204, 204)
    assert events(back) == {
        "board:changed": {"scenes": [shot.scene_id], "shots": [shot.pk]},
        "toast": {"text": "Taken back: changed size of shot 1"},
    }
    assert events(forth)["toast"]["text"] == "Done again: changed size of shot 1"


def test_undo_of_a_whole_boards_setting_refreshes_the_board(bob, board, cast):
    editing.edit_storyboard(board, by=cast.bob, changes={"aspect": "1:1"})

    assert events(bob.post(url("undo", board), headers=HTMX))["board:changed"]["storyboard"] == board.pk


def test_nothing_to_take_back_is_said(bob, board):
    assert "nothing more of yours" in events(bob.post(url("undo", board), headers=HTMX))["toast"]["text"]
    assert bob.post(url("redo", board)).status_code == 303


def test_a_later_change_of_somebody_else_is_named(bob, board, shot, cast):
    editing.edit_shot(shot, by=cast.bob, changes={"size": "CU"})
    editing.edit_shot(shot, by=cast.alice, changes={"size": "MS"})

    response = bob.post(url("undo", board), headers=HTMX)

    assert response.status_code == 409
    assert events(response)["toast"]["text"].startswith("Alice changed size of shot 1 since")
    plain = bob.post(url("undo", board), follow=True)
    assert "Alice changed size of shot 1 since" in text_of(plain)


def test_deeds_are_told_as_one_and_taken_back_from_the_page(bob, board, scene, cast):
    keys = order(scene)
    editing.edit_shots(board.pk, keys, by=cast.alice, changes={"size": "CU"})
    editing.merge_shots(board.pk, keys[:2], by=cast.bob)
    editing.edit_shot(Shot.objects.get(pk=keys[2]), by=cast.bob, changes={"action": "Rain."})
    editing.undo(board, by=cast.bob)

    page = bob.get(url("history", board))
    words = text_of(page)

    assert "Alice changed size of 3 shots" in words
    assert "Bob merged others into shot 1" in words
    assert "Bob took it back: changed action of shot 1A" in words
    keys_on_page = re.findall(r'name="step" value="([\w-]+)"', page.content.decode())
    undone, edited, merged, sized = dict.fromkeys(str(edit.deed) for edit in board.edits.all())
    assert keys_on_page == [undone, merged]
    assert {edited, sized}.isdisjoint(keys_on_page)

    bob.post(url("take_back", board), {"step": merged})
    assert order(scene) == keys
    assert bob.post(url("take_back", board), {"step": merged}, headers=HTMX).status_code == 409
    assert bob.post(url("take_back", board), {"step": "nonsense"}, headers=HTMX).status_code == 422


def test_what_it_was_and_what_it_is(bob, board, shot, cast):
    editing.edit_shot(shot, by=cast.bob, changes={"action": "Rain.", "notes": "Cold."})

    words = text_of(bob.get(url("history", board)))

    assert "action before Marta climbs the path with a lantern. action after Rain." in words
    assert "notes after Cold." in words


def test_each_way_of_changing_a_board_has_words(bob, board, scene, shot, cast):
    one, two, three = scene.shots.all()
    editing.edit_shot(one, by=cast.bob, changes={"omitted": True})
    editing.edit_shot(one, by=cast.bob, changes={"omitted": False})
    editing.split_shot(two, by=cast.bob, at=5)
    editing.delete_shot(three, by=cast.bob)
    editing.restore(Shot.objects.get(pk=three.pk), by=cast.bob)
    editing.put_in(three, by=cast.bob, kind="character", name="Pip")
    editing.edit_storyboard(board, by=cast.bob, changes={"rate": "25/1"})
    take = make.take(one, state="done")
    editing.circle_take(take, by=cast.bob)
    editing.throw_away_take(take, by=cast.bob)
    Edit.objects.create(storyboard=board, by=cast.bob, verb="circle", noun="take", noun_pk=take.pk)

    words = text_of(bob.get(url("history", board)))

    for said in (
        "Bob omitted shot 1",
        "Bob took shot 1 back in",
        "Bob split shot 1A",
        "Bob deleted shot 1C",
        "Bob took shot 1C out of the trash",
        "Bob changed who is in it of shot 1C",
        "Bob changed frame rate of the storyboard",
        "Bob changed the circled take of shot 1",
        "Bob threw a take of shot 1 away",
    ):
        assert said in words, said


def test_a_deleted_shot_is_brought_back_from_the_history(bob, board, scene, shot, cast):
    editing.delete_shot(shot, by=cast.alice)
    deed = board.edits.get().deed

    bob.post(url("take_back", board), {"step": str(deed)})

    assert order(scene)[0] == shot.pk


def test_the_history_asks_as_much_for_many_deeds_as_for_few(bob, board, scene, cast):
    counts = []
    for more in (2, 40):
        for number in range(more):
            editing.edit_shot(scene.shots.first(), by=cast.bob, changes={"action": f"Take {number} of {more}."})
            editing.add_shot(scene, by=cast.alice)
        with CaptureQueriesContext(connection) as queries:
            bob.get(url("history", board))
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert counts[0] <= 14


def test_viewers_read_the_history_and_take_nothing_back(carol, board, shot, cast):
    editing.edit_shot(shot, by=cast.bob, changes={"size": "CU"})
    editing.delete_shot(shot, by=cast.bob)

    pages = [carol.get(url(name, board)) for name in ("history", "trash")]

    mains = [re.search(r"<main.*</main>", page.content.decode(), re.DOTALL)[0] for page in pages]
    assert ["<form" in main for main in mains] == [False, False]
    assert [page.status_code for page in pages] == [200, 200]


def test_deleting_offers_to_undo_and_the_trash_to_put_back(bob, board, scene, shot):
    deleted = bob.post(url("delete_shot", shot), headers=HTMX)
    assert events(deleted)["toast"] == {"text": "The shot is in the trash.", "undo": url("undo", board)}
    assert "Bob deleted it" in text_of(bob.get(url("trash", board)))

    back = bob.post(url("restore_shot", shot))

    assert (back.status_code, order(scene)[0]) == (303, shot.pk)
    assert "The trash is empty" in text_of(bob.get(url("trash", board)))


def test_a_deleted_scene_is_put_back_with_its_shots(bob, board, scene):
    assert "undo" in events(bob.post(url("delete_scene", scene), headers=HTMX))["toast"]

    response = bob.post(url("restore_scene", scene), headers=HTMX)

    assert events(response)["board:changed"] == {"storyboard": board.pk}
    assert board.scenes.live().first() == scene
    assert bob.post(url("restore_scene", scene)).status_code == 404


def test_the_trash_asks_as_much_for_many_as_for_few(bob, board, scene, cast):
    counts = []
    for _more in range(2):
        for shot in [editing.add_shot(scene, by=cast.bob) for _ in range(5)]:
            editing.delete_shot(shot, by=cast.bob)
        with CaptureQueriesContext(connection) as queries:
            bob.get(url("trash", board))
        counts.append(len(queries))

    assert counts[0] == counts[1]
