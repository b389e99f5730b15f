import uuid

import pytest
from django.utils import timezone

from generation.cards import CardState, Queue, card_state
from generation.models import Job
from storyboards.models import Take
from storyboards.reading import read_shot
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def shot(team):
    return make.storyboard(team).scenes.get().shots.get()


def job(take, **fields):
    defaults = {"backend": "sketch", "request": {}, "deadline_at": timezone.now(), "key": uuid.uuid4()}
    return Job.objects.create(take=take, **(defaults | fields))


def said(shot) -> CardState:
    return card_state(read_shot(shot), Queue())


def test_a_shot_without_takes_is_a_panel(shot):
    assert said(shot) == CardState("idle", "panel")


def test_a_waiting_job_knows_its_place_in_the_queue(shot, team):
    other = make.storyboard(team).scenes.get().shots.get()
    job(make.take(other))
    job(make.take(shot))

    assert said(shot) == CardState("idle", "queued, 2nd")


@pytest.mark.parametrize(
    ("state", "progress", "expected"),
    [
        ("submitting", None, CardState("live", "submitting")),
        ("running", None, CardState("live", "running")),
        ("running", 0.624, CardState("live", "running 62 %", 62)),
        ("running", 1.4, CardState("live", "running 100 %", 100)),
        ("fetching", 0.5, CardState("live", "fetching")),
        ("verifying", None, CardState("live", "checking")),
        ("unknown", None, CardState("live", "not known")),
        ("cancelling", None, CardState("live", "cancelling")),
    ],
)
def test_a_job_under_way_says_its_state_and_real_progress(shot, state, progress, expected):
    job(make.take(shot), state=state, progress=progress)

    assert said(shot) == expected


def test_a_circled_take_is_named(shot):
    make.take(shot, state=Take.State.DONE)
    shot.circled_take = make.take(shot, number=2, state=Take.State.DONE)
    shot.save()

    assert said(shot) == CardState("chosen", "take 2 circled")


def test_finished_takes_without_a_circle_are_counted(shot):
    make.take(shot, state=Take.State.DONE)
    make.take(shot, number=2, state=Take.State.DONE)

    assert said(shot) == CardState("idle", "2 takes, none circled")


@pytest.mark.parametrize(("cost", "words"), [(0, "refused: no credits taken"), (7, "refused: 7 credits taken")])
def test_a_failure_says_whether_money_was_taken(shot, cost, words):
    job(make.take(shot, state=Take.State.FAILED, cost=cost), state="refused")

    assert said(shot) == CardState("failed", words)


def test_a_take_in_the_trash_is_forgotten(shot):
    make.take(shot, state=Take.State.FAILED, deleted_at=timezone.now())

    assert said(shot) == CardState("idle", "panel")


def test_the_queue_is_read_once_for_a_whole_page(shot, django_assert_num_queries):
    waiting = [job(make.take(shot, number=number)) for number in (1, 2, 3)]
    queue = Queue()

    with django_assert_num_queries(1):
        places = [queue.place(row) for row in waiting]

    assert places == [1, 2, 3]
