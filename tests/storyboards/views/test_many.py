"""Many shots at once, and one that becomes two, as a browser asks for it."""

import json

import pytest
from django.urls import reverse

from storyboards.models import Shot
from tests import make
from tests.storyboards.editing.boards import order
from tests.storyboards.views.conftest import HTMX


@pytest.fixture
def post(bob, board):
    """Ask for a deed on many shots, by script unless told otherwise."""

    def ask(do, keys, *, headers=HTMX, **fields):
        return bob.post(reverse("many_shots", args=[board.pk]), {"do": do, "shot": keys, **fields}, headers=headers)

    return ask


def events(response):
    return json.loads(response.headers["HX-Trigger"])


def test_the_same_change_for_many(post, board, scene):
    keys = order(scene)[:2]
    pip = board.elements.create(name="Pip")

    response = post("edit", keys, size="CU", move_direction="none", length="1.5", angle="", join=[pip.pk])

    assert (response.status_code, events(response)["board:changed"]["scenes"]) == (204, [scene.pk])
    assert events(response)["toast"] == {"text": "2 shots changed.", "undo": reverse("undo", args=[board.pk])}
    shots = list(Shot.objects.filter(pk__in=keys))
    assert {(shot.size, shot.frames, shot.angle, tuple(shot.cast.all())) for shot in shots} == {
        ("CU", 36, "eye", (pip,))
    }


def test_moving_by_neighbour_and_by_number(post, board, scene):
    one, two, three = order(scene)
    other = board.scenes.live().last()

    response = post("move", [one, two], scene=other.pk, after=order(other)[0])
    assert events(response)["board:changed"]["scenes"] == [scene.pk, other.pk]
    assert order(other)[1:3] == [one, two]

    post("move", [one, two], scene=scene.pk, position="2")
    assert order(scene) == [three, one, two]
    post("move", [two], scene=scene.pk, position="1")
    assert order(scene) == [two, three, one]


def test_deleting_copying_merging_omitting(post, board, scene):
    one, two, three = order(scene)

    assert events(post("duplicate", [one]))["toast"]["text"] == "1 shot copied."
    assert events(post("merge", [one, two]))["board:changed"] == {"scenes": [scene.pk], "shot": one}
    assert "1 shot is in the trash" in events(post("delete", [three]))["toast"]["text"]
    post("omit", [one])
    assert Shot.objects.get(pk=one).omitted
    post("keep", [one])
    assert not Shot.objects.get(pk=one).omitted
    assert order(scene)[0] == one
    assert {two, three}.isdisjoint(order(scene))


def test_without_scripts_one_is_led_to_the_board_and_told(post, board, scene):
    response = post("delete", order(scene)[:2], headers={})

    assert (response.status_code, response.url.partition("?")[0]) == (303, reverse("storyboard", args=[board.pk]))
    assert [str(message) for message in response.wsgi_request._messages] == ["2 shots are in the trash."]


@pytest.mark.parametrize(
    "fields",
    [
        {"do": "delete"},
        {"do": "delete", "shot": ["x"]},
        {"do": "explode", "shot": "first"},
        {"do": "edit", "shot": "first"},
        {"do": "edit", "shot": "first", "size": "HUGE"},
        {"do": "edit", "shot": "first", "length": "soon"},
        {"do": "edit", "shot": "first", "join": "999999"},
        {"do": "move", "shot": "first"},
        {"do": "merge", "shot": "first"},
    ],
)
def test_nonsense_is_told_and_changes_nothing(bob, board, scene, fields):
    fields = {**fields, **({"shot": order(scene)[0]} if fields.get("shot") == "first" else {})}

    answers = [bob.post(reverse("many_shots", args=[board.pk]), fields, headers=headers) for headers in (HTMX, {})]

    assert [answer.status_code for answer in answers] == [422, 303]
    assert events(answers[0])["toast"]["kind"] == "failed"
    assert board.edits.count() == 0


def test_a_shot_of_another_team_changes_nothing(post, board, cast):
    foreign = make.storyboard(cast.charlie.teams.get()).scenes.get().shots.get()

    for do in ("edit", "move", "delete", "duplicate", "omit"):
        response = post(do, [foreign.pk], size="CU", scene=foreign.scene_id)
        assert response.status_code == 409

    assert Shot.objects.get(pk=foreign.pk).version == 1


def test_splitting_at_the_caret(bob, board, shot):
    url = reverse("split_shot", args=[shot.pk])

    response = bob.post(url, {"field": "action", "at": str(len("Marta climbs"))}, headers=HTMX)
    new = board.edits.first().noun_pk

    assert events(response)["board:changed"] == {"scenes": [shot.scene_id], "shot": new}
    assert events(response)["toast"]["undo"] == reverse("undo", args=[board.pk])
    assert Shot.objects.get(pk=new).action == "the path with a lantern."
    assert bob.post(url, {"at": "0"}, headers=HTMX).status_code == 422
    assert bob.post(url, {"field": "dialogue", "line": "x", "at": "1"}).status_code == 303


def test_a_scene_is_omitted_and_taken_back_in(bob, scene):
    url = reverse("omit_scene", args=[scene.pk])

    assert "undo" in events(bob.post(url, headers=HTMX))["toast"]
    scene.refresh_from_db()
    assert scene.omitted
    bob.post(url, {"keep": "1"})
    scene.refresh_from_db()
    assert not scene.omitted


# --- without scripts ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("view", ["shot_list", "timeline"])
def test_without_scripts_one_comes_back_to_the_view_one_was_in(post, board, scene, view):
    back = f"{reverse(view, args=[board.pk])}?size=WS"

    for deed in ("omit", "keep", "duplicate", "merge"):
        response = post(deed, order(scene)[:2], headers={}, back=back)
        assert response.status_code == 303
        assert response.url.startswith(f"{back}"), deed
    assert post("merge", order(scene)[:1], headers={}, back=back).url == back
    assert post("dance", order(scene), headers={}, back=back).url == back


@pytest.mark.parametrize("back", ["", "//evil.example/", "https://evil.example/storyboards/1/list/", "/account/"])
def test_nobody_is_led_elsewhere(post, board, scene, back):
    response = post("omit", order(scene)[:1], headers={}, back=back)

    assert response.url.startswith(f"/storyboards/{board.pk}/")
    assert post("ask-change", order(scene), headers={}, back=back).context["back"] == f"/storyboards/{board.pk}/"


def test_undo_comes_back_to_the_list(bob, post, board, scene):
    post("omit", order(scene))
    back = reverse("shot_list", args=[board.pk])
    assert f'name="back" value="{back}?size=WS"' in bob.get(back, {"size": "WS"}).content.decode()

    response = bob.post(reverse("undo", args=[board.pk]), {"back": f"{back}?size=WS"})

    assert response.url.startswith(f"{back}?size=WS")


@pytest.mark.parametrize(
    ("ask", "deed", "fields"), [("ask-change", "edit", {"size": "CU"}), ("ask-place", "move", {"position": "1"})]
)
def test_what_dialogs_ask_is_asked_on_a_page(post, board, scene, ask, deed, fields):
    keys, other = order(scene)[:2], board.scenes.last()
    back = reverse("shot_list", args=[board.pk])

    page = post(ask, keys, headers={}, back=back).content.decode()
    done = post(deed, keys, headers={}, back=back, scene=other.pk, **fields)

    assert "Shots 1, 1A" in page
    assert [f'name="shot" value="{key}"' in page for key in keys] == [True, True]
    assert f'name="do" value="{deed}"' in page
    assert all(f'name="{name}"' in page for name in fields)
    assert f'name="back" value="{back}"' in page
    assert (done.status_code, done.url.startswith(back)) == (303, True)


def test_generate_leads_to_the_page_that_says_what_it_costs(bob, post, board, scene):
    keys = order(scene)[:2]

    response = post("generate", keys, headers={})

    assert response.url == f"{reverse('generate_storyboard', args=[board.pk])}?shot={keys[0]}&shot={keys[1]}"
    assert "selected shots" in bob.get(response.url).content.decode()
