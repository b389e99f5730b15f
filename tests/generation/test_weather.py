"""A shot has the weather of those before it in its scene: in its prompt, its picture, and what a backend is told."""

import json
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from generation.backends.base import ShotRequest
from generation.backends.sketch import sketch_request
from generation.panels import panel_key
from generation.prompting import compose
from generation.requesting import estimate, request_takes, wish_for
from soraease_web import live
from storyboards import editing
from storyboards.elements.reading import read_bible
from storyboards.models import Shot
from storyboards.reading import read_board, read_scene, read_shot
from storyboards.weather import carry, weather_of
from tests import make

pytestmark = pytest.mark.django_db

ACTIONS = ("Marta waits.", "It begins to rain.", "Marta climbs the path.", "The sky clears.", "Marta waits.")
WEATHER = ["", "", "rain", "", ""]


@pytest.fixture
def board(team):
    """Two scenes; it begins to rain and clears up in the first."""
    board = make.storyboard(team, scenes=2, shots=0)
    for scene in board.scenes.live():
        for at, action in enumerate(ACTIONS if scene == board.scenes.live()[0] else ("Marta waits.",)):
            make.shot(scene, position=(at + 1) << 20, action=action)
    return board


@pytest.fixture
def scene(board):
    return board.scenes.live()[0]


def shots(scene) -> list[Shot]:
    return list(scene.shots.live().select_related("scene__storyboard__team", "scene__location"))


def weather(scene) -> list[str]:
    return [compose(shot, 0, "").weather for shot in shots(scene)]


def keys(scene) -> list[str]:
    return [panel_key(shot) for shot in shots(scene)]


def change(scene, at: int, **values) -> None:
    Shot.objects.filter(pk=shots(scene)[at].pk).update(**values)


# --- what a backend is told -----------------------------------------------------------------------------------------


def test_later_shots_of_the_scene_have_it_and_a_new_scene_begins_anew(board, scene):
    assert weather(scene) == WEATHER
    assert weather(board.scenes.live()[1]) == [""]


def test_the_engine_is_told_the_same(scene):
    request = ShotRequest.from_json(compose(shots(scene)[2], 0, "").to_json())

    assert sketch_request(request).weather == "rain"


def test_a_request_from_before_it_was_kept_says_none(scene):
    kept = compose(shots(scene)[2], 0, "").to_json()
    del kept["weather"]

    assert ShotRequest.from_json(kept).weather == ""


def test_the_prompt_names_it_where_the_shot_does_not(scene):
    said = ["Weather: " in compose(shot, 0, "").prompt for shot in shots(scene)]

    assert said == [False, False, True, False, False]
    assert "Weather: rain." in compose(shots(scene)[2], 0, "").prompt.splitlines()


def test_indoors_the_prompt_says_that_it_rains_outside(scene):
    scene.setting = "INT"
    scene.save()

    assert "Weather outside: rain." in compose(shots(scene)[2], 0, "").prompt.splitlines()


@pytest.mark.parametrize("silent", [{"omitted": True}, {"deleted_at": "2026-01-01T00:00:00Z"}])
def test_what_is_omitted_or_in_the_trash_says_nothing(scene, silent):
    rain = shots(scene)[1]

    Shot.objects.filter(pk=rain.pk).update(**silent)

    assert {weather_of(shot) for shot in shots(scene)} == {""}


def test_the_order_of_the_board_counts(scene):
    change(scene, 1, position=10 << 20)

    assert weather(scene) == ["", "", "", "", ""]
    assert [shot.action for shot in shots(scene)][-1] == "It begins to rain."


def test_the_slugline_begins_and_a_shot_ends_it(scene):
    scene.place = "COAST IN THE RAIN"
    scene.save()

    assert weather(scene) == ["", "", "", "", "clear"]


# --- pictures -------------------------------------------------------------------------------------------------------


def test_pictures_are_drawn_anew_where_the_weather_is_another_and_only_there(scene):
    before = keys(scene)

    change(scene, 1, action="It begins to snow.")

    changed = [old != new for old, new in zip(before, keys(scene), strict=True)]
    assert changed == [False, True, True, False, False]


def test_other_words_for_the_same_weather_draw_only_their_own_shot_anew(scene):
    before = keys(scene)

    change(scene, 1, action="Rain falls on the rocks.")

    changed = [old != new for old, new in zip(before, keys(scene), strict=True)]
    assert changed == [False, True, False, False, False]


def test_board_scene_and_shot_know_the_same_weather_and_picture(board, scene):
    whole = read_board(board).scenes[0].panels
    part = read_scene(board.scenes.live()[0]).panels
    one = [read_shot(shot) for shot in shots(scene)]

    assert [shot.weather for shot in whole] == [shot.weather for shot in part] == WEATHER
    assert [shot.weather for shot in one] == WEATHER
    assert [shot.picture_key for shot in whole] == [shot.picture_key for shot in one] == keys(scene)


def test_an_open_page_notices_that_a_later_shot_has_another_weather(board, scene):
    def states() -> list[str]:
        return [shot.state for shot in read_board(board).scenes[0].panels]

    before = states()
    change(scene, 1, action="Marta waits.")

    assert [old != new for old, new in zip(before, states(), strict=True)] == [False, False, True, False, False]


@pytest.mark.parametrize(
    ("at", "change", "told"),
    [
        (1, {"action": "It begins to snow."}, True),
        (1, {"action": "It begins to rain, and Marta runs."}, False),
        (0, {"action": "Marta runs."}, False),
        (1, {"omitted": True}, True),
        (0, {"omitted": True}, False),
        (1, {"notes": "Snow?"}, False),
    ],
)
def test_open_pages_are_told_that_the_shots_behind_it_changed(
    scene, alice, at, change, told, django_capture_on_commit_callbacks
):
    def tells(deed) -> bool:
        live.bell.client.delete(live.stream(scene.storyboard_id))
        with django_capture_on_commit_callbacks(execute=True):
            deed()
        rows = live.bell.client.xrange(live.stream(scene.storyboard_id))
        return "scene" in {json.loads(fields[b"event"])["type"] for _id, fields in rows}

    assert tells(lambda: editing.edit_shot(shots(scene)[at], by=alice, changes=change)) is told
    assert tells(lambda: editing.undo(scene.storyboard, by=alice)) is told


# --- queries --------------------------------------------------------------------------------------------------------


def count(deed) -> int:
    with CaptureQueriesContext(connection) as queries:
        deed()
    return len(queries)


def test_one_query_fills_in_many_scenes_and_none_what_is_filled_in(board, django_assert_num_queries):
    rows = Shot.objects.filter(scene__storyboard=board).select_related("scene")
    found = list(rows.order_by("scene__position", "position"))

    with django_assert_num_queries(1):
        carry(found)
    with django_assert_num_queries(0):
        carry(found)
        assert [weather_of(shot) for shot in found][: len(WEATHER)] == WEATHER


def test_asking_for_many_asks_the_database_as_often_as_for_few(team, alice):
    counts = []
    for scenes in (2, 12):
        board = make.storyboard(team, scenes=scenes, shots=3)
        rows = (
            Shot.objects.filter(scene__storyboard=board)
            .select_related("scene__storyboard__team", "scene__location")
            .prefetch_related("cast")
        )
        counts.append(count(lambda rows=rows: estimate(rows, "sketch")))

    assert counts[0] == counts[1]


def test_the_bible_reads_the_weather_of_its_pictures_at_once(team):
    counts = []
    for scenes in (2, 12):
        board = make.storyboard(team, scenes=scenes, shots=2)
        for scene in board.scenes.live():
            element = board.elements.create(name=f"Person {scene.pk}")
            element.shots.add(scene.shots.live()[1])
        counts.append(count(lambda board=board: read_bible(board)))

    assert counts[0] == counts[1]


# --- where it is shown ----------------------------------------------------------------------------------------------


def test_the_inspector_says_where_the_weather_comes_from(client, alice, scene):
    client.force_login(alice)

    told = client.get(reverse("understood", args=[shots(scene)[2].pk])).content.decode()
    sent = client.get(reverse("sent", args=[shots(scene)[2].pk])).content.decode()

    assert "Weather: rain, as an earlier shot of the scene says." in told
    assert "Weather: rain." in sent


def test_a_take_keeps_the_weather_that_it_was_asked_for(scene, alice):
    shot = shots(scene)[2]
    take = request_takes([shot], "sketch", alice)[0]

    change(scene, 1, action="It begins to snow.")

    assert take.request["weather"] == "rain"
    assert wish_for(shots(scene)[2], "sketch", uuid.uuid4()).request.weather == "snow"
