import random
import threading

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyboards import editing
from storyboards.editing import Gone
from storyboards.models import Scene, Shot
from storyboards.positions import STEP
from tests import make


def order(scene):
    return list(scene.shots.live().values_list("pk", flat=True))


@pytest.fixture
def board(team):
    return make.storyboard(team, scenes=2, shots=3)


@pytest.fixture
def scenes(board):
    return list(board.scenes.live())


def test_a_move_stands_behind_the_shot_it_names(scenes, alice):
    first, second, third = scenes[0].shots.live()

    editing.move_shot(first, by=alice, after=second.pk)
    editing.move_shot(third, by=alice, after=0)

    assert order(scenes[0]) == [third.pk, second.pk, first.pk]


def test_a_move_into_another_scene(scenes, alice):
    first, second, third = scenes[0].shots.live()
    others = order(scenes[1])

    editing.move_shot(second, by=alice, after=others[0], scene=scenes[1].pk)

    assert order(scenes[0]) == [first.pk, third.pk]
    assert order(scenes[1]) == [others[0], second.pk, *others[1:]]


@pytest.mark.parametrize(
    ("index", "step", "result"),
    [
        (0, "right", [1, 0, 2]),
        (2, "left", [0, 2, 1]),
        (2, "first", [2, 0, 1]),
        (0, "last", [1, 2, 0]),
        (1, "right", [0, 2, 1]),
        (0, "first", [0, 1, 2]),
        (2, "last", [0, 1, 2]),
    ],
)
def test_steps_within_a_scene(scenes, alice, index, step, result):
    shots = list(scenes[0].shots.live())

    editing.shift_shot(shots[index], by=alice, step=step)

    assert order(scenes[0]) == [shots[at].pk for at in result]


def test_a_step_over_the_edge_leads_into_the_next_scene(scenes, alice):
    last, first = scenes[0].shots.live().last(), scenes[1].shots.live().first()

    editing.shift_shot(last, by=alice, step="right")
    editing.shift_shot(first, by=alice, step="right")
    editing.shift_shot(last, by=alice, step="left")

    assert order(scenes[0])[-1] == last.pk
    assert len(order(scenes[1])) == 3


def test_a_step_over_the_edge_of_the_board_changes_nothing(board, scenes, alice):
    editing.shift_shot(scenes[0].shots.live().first(), by=alice, step="left")
    editing.shift_shot(scenes[1].shots.live().last(), by=alice, step="right")

    assert board.edits.count() == 0


def test_scenes_move_too(board, scenes, alice):
    editing.shift_scene(scenes[1], by=alice, step="left")

    assert list(board.scenes.live()) == [scenes[1], scenes[0]]

    editing.move_scene(scenes[1], by=alice, after=scenes[0].pk)

    assert list(board.scenes.live()) == scenes


def test_a_move_behind_a_shot_that_went_away_is_refused_whole(team, scenes, alice):
    first, second, _third = scenes[0].shots.live()
    elsewhere = make.storyboard(team).scenes.get()
    editing.delete_shot(second, by=alice)

    for place in ({"after": second.pk}, {"after": 0, "scene": elsewhere.pk}, {"after": order(scenes[1])[0]}):
        with pytest.raises(Gone):
            editing.move_shot(first, by=alice, **place)

    assert order(scenes[0])[0] == first.pk


def test_a_move_writes_one_row_of_shots(scenes, alice):
    shot = scenes[0].shots.live().first()

    with CaptureQueriesContext(connection) as queries:
        editing.move_shot(shot, by=alice, after=None)

    writes = [query["sql"] for query in queries if query["sql"].startswith('UPDATE "storyboards_shot"')]
    assert len(writes) == 1
    assert writes[0].count("CASE") == 0


def test_a_used_up_gap_makes_new_room(scenes, alice):
    first, second, third = scenes[0].shots.live()
    Shot.objects.filter(pk=second.pk).update(position=STEP + 1)

    editing.move_shot(third, by=alice, after=first.pk)

    assert order(scenes[0]) == [first.pk, third.pk, second.pk]
    assert len(set(scenes[0].shots.values_list("position", flat=True))) == 3


def test_the_log_of_a_move_is_enough_to_undo_it(board, scenes, alice):
    first, second, _third = scenes[0].shots.live()

    editing.move_shot(second, by=alice, after=None, scene=scenes[1].pk)

    edit = board.edits.get()
    editing.move_shot(second, by=alice, after=edit.before["after"], scene=edit.before["scene"])
    assert order(scenes[0])[:2] == [first.pk, second.pk]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 6), st.integers(0, 1)), max_size=25))
def test_any_sequence_of_moves_leaves_a_permutation(scenes, alice, moves):
    everything = sorted(order(scenes[0]) + order(scenes[1]))

    for shot, place, scene in moves:
        target = order(scenes[scene])
        after = [0, *target][min(place, len(target))]
        if after != everything[shot]:
            editing.move_shot(Shot.objects.get(pk=everything[shot]), by=alice, after=after, scene=scenes[scene].pk)
            expected = [pk for pk in target if pk != everything[shot]]
            expected.insert(expected.index(after) + 1 if after else 0, everything[shot])
            assert order(scenes[scene]) == expected

    assert sorted(order(scenes[0]) + order(scenes[1])) == everything


def _moves_of_one_person(board_pk, seed, failures):
    chance = random.Random(seed)
    try:
        for _ in range(25):
            keys = list(Shot.objects.live().filter(scene__storyboard=board_pk).values_list("pk", flat=True))
            scenes = list(Scene.objects.filter(storyboard=board_pk).values_list("pk", flat=True))
            shot = Shot.objects.select_related("scene").get(pk=chance.choice(keys))
            try:
                editing.move_shot(shot, by=None, after=chance.choice([0, None, *keys]), scene=chance.choice(scenes))
            except Gone:
                continue
    except Exception as error:  # noqa: BLE001 - a thread's failure is told to the test
        failures.append(error)
    finally:
        connections.close_all()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_four_people_who_move_at_once_lose_no_shot():
    if connection.vendor != "postgresql":
        pytest.skip("Row locks are asserted on PostgreSQL.")
    board = make.storyboard(make.person("alice").teams.get(), scenes=2, shots=5)
    before = sorted(Shot.objects.values_list("pk", flat=True))
    failures = []
    people = [threading.Thread(target=_moves_of_one_person, args=(board.pk, seed, failures)) for seed in range(4)]

    for person in people:
        person.start()
    for person in people:
        person.join()

    positions = list(Shot.objects.values_list("scene", "position"))
    assert failures == []
    assert sorted(Shot.objects.live().values_list("pk", flat=True)) == before
    assert len(set(positions)) == len(positions)
    board.refresh_from_db()
    assert board.version == board.edits.count() + 1
