import pytest

from generation.models import Job
from generation.slates import in_order
from soraease_web import demo
from storyboards.models import Storyboard, Take

pytestmark = pytest.mark.django_db


def test_the_demo_is_read_from_the_example_once(alice):
    first = demo.demo_storyboard(alice)

    again = demo.demo_storyboard(alice)

    assert (first, first.title) == (again, "The Last Lamp")
    assert Storyboard.objects.count() == 1


def test_the_demos_takes_are_asked_for_in_the_order_of_the_film_and_only_once(alice):
    board = demo.demo_storyboard(alice)
    demo.ask_for_takes(board, alice)

    demo.ask_for_takes(board, alice)

    asked = [job.take.shot_id for job in Job.objects.order_by("pk").select_related("take")]
    assert asked == [shot.pk for shot in in_order(board)]


def test_the_demos_film_is_asked_for_once_the_takes_are_there(alice):
    board = demo.demo_storyboard(alice)
    demo.ask_for_takes(board, alice)
    Take.objects.update(state=Take.State.FAILED)
    demo.wait_for_takes(board)
    demo.ask_for_film(board, alice)

    demo.ask_for_film(board, alice)

    assert [film.number for film in board.films.all()] == [1]
