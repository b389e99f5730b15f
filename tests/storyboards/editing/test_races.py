"""Four people who do anything at once on one board, on PostgreSQL: deeds follow each other, and none is lost."""

import random
import threading

import pytest
from django.db import connection, connections

from storyboards import editing
from storyboards.editing import Gone
from storyboards.models import Scene, Shot, Storyboard
from tests import make
from tests.storyboards.editing.boards import Hand, is_permutation

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
DEEDS = 15


def at_once(work, people) -> list[Exception]:
    """Let each of the people do their `work` in a thread of their own; return what went wrong."""
    failures: list[Exception] = []

    def run(person, seed):
        try:
            work(person, random.Random(seed))
        except Exception as error:  # noqa: BLE001 - a thread's failure is told to the test
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(person, seed)) for seed, person in enumerate(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


@pytest.fixture
def people():
    if connection.vendor != "postgresql":
        pytest.skip("Row locks are asserted on PostgreSQL.")
    cast = make.cast(make.person("alice"))
    return [cast.alice, cast.adam, cast.bob, cast.rita]


@pytest.fixture
def board(people):
    return make.storyboard(people[0].teams.get(), scenes=3, shots=4)


def anything(board):
    def work(person, chance):
        hand = Hand(board, person)
        for _ in range(DEEDS):
            hand.do(chance.randrange(22), chance.randrange(64), chance.randrange(31))

    return work


def moves(board):
    def work(person, chance):
        for _ in range(DEEDS):
            keys = list(Shot.objects.live().filter(scene__storyboard=board).values_list("pk", flat=True))
            some = chance.sample(keys, chance.randint(1, 4))
            scene = chance.choice(list(Scene.objects.filter(storyboard=board).values_list("pk", flat=True)))
            try:
                editing.move_shots(board.pk, some, by=person, scene=scene, after=chance.choice([0, None, *keys]))
            except Gone:
                continue

    return work


def one_after_another(board) -> bool:
    """Return whether every deed raised the board's version by one, so that none was done over another."""
    board = Storyboard.objects.get(pk=board.pk)
    return board.version == board.edits.values("deed").distinct().count() + 1


def test_four_people_who_move_many_at_once_lose_no_shot(board, people):
    before = set(Shot.objects.values_list("pk", flat=True))

    failures = at_once(moves(board), people)

    assert failures == []
    assert set(Shot.objects.live().filter(scene__deleted_at=None).values_list("pk", flat=True)) == before
    assert (is_permutation(board), one_after_another(board)) == (True, True)


def test_four_people_who_do_and_undo_anything_leave_a_whole_board(board, people):
    failures = at_once(anything(board), people)

    assert failures == []
    assert (is_permutation(board), one_after_another(board)) == (True, True)


def test_without_the_boards_lock_deeds_would_be_done_over_each_other(board, people, monkeypatch):
    monkeypatch.setattr(type(Storyboard.objects), "select_for_update", lambda manager, **_how: manager.all())

    failures = at_once(moves(board), people)

    assert failures or not (is_permutation(board) and one_after_another(board))
