import html
import json
import re

import pytest
from django.urls import reverse

from storyboards import editing
from tests.storyboards.views.conftest import HTMX


def order(scene):
    return list(scene.shots.live().values_list("pk", flat=True))


def filled(shot, **changes):
    """Return what a browser sends for the inspector of `shot`."""
    seen = {
        "action": shot.action,
        "dialogue": shot.dialogue,
        "size": shot.size,
        "angle": shot.angle,
        "move": shot.move,
        "move_direction": shot.move_direction,
        "move_speed": shot.move_speed,
        "frames": shot.frames,
        "transition": shot.transition,
        "notes": shot.notes,
        "cast": sorted(shot.cast.values_list("pk", flat=True)),
    }
    fields = {name: value for name, value in seen.items() if name not in ("dialogue", "frames")}
    fields |= {"length": str(shot.frames / 24), "lines": "0", "seen": json.dumps(seen)}
    return fields | changes


def seen_in(response):
    """Return the hidden field that a browser would send along next time."""
    return html.unescape(re.search(r'name="seen" value="([^"]*)"', response.content.decode())[1])


def edit(browser, shot, *, headers=None, **changes):
    return browser.post(reverse("edit_shot", args=[shot.pk]), filled(shot, **changes), headers=headers or {})


def test_the_card_is_the_same_in_the_board_and_by_itself(bob, board, shot):
    page = bob.get(reverse("storyboard", args=[board.pk])).content.decode()

    card = bob.get(reverse("shot", args=[shot.pk]), headers=HTMX).content.decode()

    without_token = card.split("csrfmiddlewaretoken")[0].strip()
    assert without_token.startswith(f'<article class="shot" id="shot-{shot.pk}"')
    assert without_token in page


def test_a_browser_that_asks_for_a_card_is_led_to_the_board(bob, board, shot):
    response = bob.get(reverse("shot", args=[shot.pk]))

    assert (response.status_code, response.url) == (303, f"/storyboards/{board.pk}/?shot={shot.pk}#shot-{shot.pk}")


def test_the_inspector_is_a_page_and_a_fragment(bob, shot):
    page = bob.get(reverse("inspector", args=[shot.pk])).content.decode()
    fragment = bob.get(reverse("inspector", args=[shot.pk]), headers=HTMX).content.decode()

    assert page.lstrip().startswith("<!DOCTYPE html>")
    assert fragment.lstrip().startswith(f'<div class="inspect" id="inspect-{shot.pk}"')
    assert shot.action in fragment


def test_a_viewer_sees_the_shot_and_no_field(carol, shot):
    fragment = carol.get(reverse("inspector", args=[shot.pk]), headers=HTMX).content.decode()

    assert shot.action in fragment
    assert [tag for tag in ("<form", "<input", "<textarea", "<button") if tag in fragment] == []


def test_saving_without_scripts(bob, board, shot):
    response = edit(bob, shot, action="Marta stops.", length="3 s", size="CU", notes="Wind.")

    shot.refresh_from_db()
    assert (response.status_code, response.url) == (303, f"/storyboards/{board.pk}/?shot={shot.pk}#shot-{shot.pk}")
    assert (shot.action, shot.frames, shot.size, shot.notes) == ("Marta stops.", 72, "CU", "Wind.")


def test_saving_by_itself_answers_with_the_state_and_what_was_seen(bob, shot):
    response = edit(bob, shot, headers=HTMX, action="Marta stops.")

    assert response.status_code == 200
    assert "Saved" in response.content.decode()
    assert json.loads(response.headers["HX-Trigger"]) == {"shot:saved": {"shot": shot.pk}}
    assert "Marta stops." in response.content.decode()


def test_saving_twice_the_same_is_one_edit(bob, board, shot):
    fields = filled(shot, action="Marta stops.")
    bob.post(reverse("edit_shot", args=[shot.pk]), fields, headers=HTMX)
    bob.post(reverse("edit_shot", args=[shot.pk]), fields, headers=HTMX)

    assert board.edits.count() == 1


def test_browsers_line_ends_are_no_change(bob, board, shot):
    editing.edit_shot(shot, by=None, changes={"action": "One.\nTwo."})
    shot.refresh_from_db()

    edit(bob, shot, headers=HTMX, action="One.\r\nTwo.")

    assert board.edits.count() == 1


def test_dialogue_is_filled_in_line_by_line(bob, shot):
    edit(
        bob,
        shot,
        **{
            "lines": "3",
            "line-0-speaker": "MARTA",
            "line-0-direction": "to the dog",
            "line-0-text": "Not yet, Pip.",
            "line-1-speaker": "",
            "line-1-text": "",
            "line-2-speaker": "PIP",
            "line-2-text": "Woof\0.",
        },
    )

    shot.refresh_from_db()
    assert shot.dialogue == [
        {"speaker": "MARTA", "text": "Not yet, Pip.", "direction": "to the dog", "dual": False},
        {"speaker": "PIP", "text": "Woof.", "direction": "", "dual": False},
    ]


@pytest.mark.parametrize(
    "wrong", [{"length": "soon"}, {"length": "0"}, {"size": "HUGE"}, {"cast": "999"}, {"action": "a\0b"}]
)
def test_what_is_wrong_is_said_and_nothing_is_saved(bob, board, shot, wrong):
    response = edit(bob, shot, headers=HTMX, **wrong)

    assert response.status_code == 422
    assert "errors" in response.content.decode()
    assert board.edits.count() == 0


def test_a_wrong_form_without_scripts_keeps_what_was_written(bob, shot):
    response = edit(bob, shot, action="Words that took an hour.", length="soon")

    assert response.status_code == 422
    assert "Words that took an hour." in response.content.decode()


def test_another_field_of_another_person_merges(bob, cast, shot):
    fields = filled(shot, action="Mine.")
    editing.edit_shot(shot, by=cast.alice, changes={"notes": "Theirs."})

    response = bob.post(reverse("edit_shot", args=[shot.pk]), fields, headers=HTMX)

    shot.refresh_from_db()
    assert response.status_code == 200
    assert (shot.action, shot.notes) == ("Mine.", "Theirs.")


@pytest.mark.parametrize("headers", [HTMX, {}])
def test_the_same_field_shows_both_texts_and_loses_neither(bob, cast, shot, headers):
    fields = filled(shot, action="My words.", notes="My notes.")
    editing.edit_shot(shot, by=cast.alice, changes={"action": "Their words."})

    response = bob.post(reverse("edit_shot", args=[shot.pk]), fields, headers=headers)

    shot.refresh_from_db()
    answer = response.content.decode()
    assert response.status_code == 409
    assert "My words." in answer
    assert "Their words." in answer
    assert (shot.action, shot.notes) == ("Their words.", "")


def test_keep_mine_after_a_conflict_saves_mine_with_the_rest(bob, cast, shot):
    fields = filled(shot, action="My words.", notes="My notes.")
    editing.edit_shot(shot, by=cast.alice, changes={"action": "Their words.", "size": "CU"})
    conflict = bob.post(reverse("edit_shot", args=[shot.pk]), fields, headers=HTMX)

    response = bob.post(reverse("edit_shot", args=[shot.pk]), fields | {"seen": seen_in(conflict)}, headers=HTMX)

    shot.refresh_from_db()
    assert response.status_code == 200
    assert (shot.action, shot.notes, shot.size) == ("My words.", "My notes.", "CU")


def test_what_the_form_still_shows_of_old_never_overwrites_what_others_wrote(bob, cast, shot):
    fields = filled(shot, action="First.")
    editing.edit_shot(shot, by=cast.alice, changes={"notes": "Theirs."})
    saved = bob.post(reverse("edit_shot", args=[shot.pk]), fields, headers=HTMX)

    bob.post(
        reverse("edit_shot", args=[shot.pk]),
        fields | {"action": "Second.", "seen": seen_in(saved)},
        headers=HTMX,
    )

    shot.refresh_from_db()
    assert (shot.action, shot.notes) == ("Second.", "Theirs.")


@pytest.mark.parametrize("seen", ["", "{", "[1]", '"x"', "{}"])
def test_nonsense_about_what_was_seen_is_no_error(bob, shot, seen):
    response = edit(bob, shot, headers=HTMX, action="Still saved.", seen=seen)

    shot.refresh_from_db()
    assert (response.status_code, shot.action) == (200, "Still saved.")


def test_saving_a_shot_that_was_deleted_meanwhile_keeps_the_words_on_the_page(bob, shot, monkeypatch):
    def deleted(*args, **kwargs):
        raise editing.Gone("This shot was deleted in the meantime. Nothing was changed.")

    monkeypatch.setattr("storyboards.views.shots.editing.edit_shot", deleted)

    response = edit(bob, shot, headers=HTMX, action="Still here.")

    assert response.status_code == 409
    assert "Your words are still here" in response.content.decode()


def test_somebody_new_comes_into_the_shot(bob, board, shot):
    response = bob.post(reverse("edit_shot", args=[shot.pk]), {"new_name": "Pip"}, headers=HTMX)

    assert response.content.decode().lstrip().startswith(f'<fieldset class="field" id="cast-{shot.pk}">')
    assert [element.name for element in shot.cast.all()] == ["Pip"]
    assert bob.post(reverse("edit_shot", args=[shot.pk]), {"new_name": " "}).status_code == 303
    assert board.elements.count() == 1


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


def test_a_place_that_went_away_is_told_to_everybody(bob, board, scene, shot):
    gone = scene.shots.live().last()
    bob.post(reverse("delete_shot", args=[gone.pk]))

    scripted = bob.post(reverse("move_shot", args=[shot.pk]), {"after": gone.pk}, headers=HTMX)
    plain = bob.post(reverse("move_shot", args=[shot.pk]), {"after": gone.pk}, follow=True)

    assert scripted.status_code == 409
    assert json.loads(scripted.headers["HX-Trigger"])["toast"]["kind"] == "failed"
    assert "no longer there" in plain.content.decode()
