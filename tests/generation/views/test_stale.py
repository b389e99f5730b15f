import uuid

import pytest
from django.urls import reverse

from generation.models import Job
from generation.requesting import request_take
from storyboards.editing.elements import edit_element
from storyboards.models import Shot, Take
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(cast, quick):
    """A board of one shot whose circled take is stale, at five credits a second."""
    board = make.storyboard(cast.team)
    marta = board.elements.create(name="Marta", description="yellow")
    shot = board.scenes.get().shots.get()
    shot.cast.add(marta)
    take = request_take(Shot.objects.get(pk=shot.pk), "dear", cast.alice)
    Take.objects.filter(pk=take.pk).update(state=Take.State.DONE)
    Shot.objects.filter(pk=shot.pk).update(circled_take=take)
    edit_element(marta, by=cast.alice, changes={"description": "red"})
    return board


def url(board, name="stale_takes"):
    return reverse(name, args=[board.pk])


def wish(**fields):
    return {"key": str(uuid.uuid4()), "credits": "10", **fields}


def test_the_page_tells_what_is_stale_and_what_it_costs(client, cast, board):
    client.force_login(cast.bob)

    text = client.get(url(board)).content.decode()

    assert "1 circled take shows something as it was before." in text
    assert "Marta changed" in text
    assert "10 credits" in text
    assert "Make 1 take again" in text


def test_the_elements_page_offers_the_same(client, cast, board):
    client.force_login(cast.bob)

    page = client.get(reverse("element", args=[board.elements.get().pk])).content.decode()
    part = client.get(url(board), {"element": board.elements.get().pk}, headers={"HX-Request": "true"})

    assert "1 circled take shows Marta as it was before." in page
    assert "<html" not in part.content.decode()
    assert 'id="stale"' in part.content.decode()


def test_one_step_asks_and_asking_twice_is_asking_once(client, cast, board):
    client.force_login(cast.bob)
    form = wish()

    answers = [client.post(url(board), form) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert (Take.objects.count(), Job.objects.count()) == (2, 2)
    assert board.scenes.get().shots.get().circled_take.number == 1
    assert "1 new take is in the works" in client.get(url(board)).content.decode()


@pytest.mark.parametrize("form", [{"credits": "9"}, {"credits": "x"}, {"key": "no key"}, {"credits": "-1"}])
def test_at_another_price_nothing_is_asked(client, cast, board, form):
    client.force_login(cast.bob)

    response = client.post(url(board), wish(**form))

    assert response.status_code == 422
    assert Take.objects.count() == 1


def test_after_the_price_was_shown_again_it_can_be_asked(client, cast, board):
    client.force_login(cast.bob)
    refused = client.post(url(board), wish(credits="9"))

    answer = client.post(url(board), {**wish(), "credits": refused.context["form"]["credits"].value()})

    assert (answer.status_code, Take.objects.count()) == (303, 2)


def test_who_may_not_spend_sees_the_price_and_no_button(client, cast, board):
    client.force_login(cast.carol)

    assert "again</button>" not in client.get(url(board)).content.decode()
    assert client.post(url(board), wish()).status_code == 403
    assert Take.objects.count() == 1


def test_a_stranger_finds_nothing(client, cast, board):
    client.force_login(cast.charlie)

    assert client.get(url(board)).status_code == 404
    assert client.post(url(board), wish()).status_code == 404


def test_another_boards_element_is_not_found(client, cast, board):
    client.force_login(cast.bob)
    elsewhere = make.storyboard(cast.team).elements.create(name="Pip")

    assert client.get(url(board), {"element": elsewhere.pk}).status_code == 404


def test_new_takes_are_circled_when_a_person_says_so(client, cast, board):
    client.force_login(cast.bob)
    client.post(url(board), wish())
    Take.objects.filter(number=2).update(state=Take.State.DONE)
    offered = client.get(url(board)).content.decode()

    client.post(url(board, "circle_fresh_takes"))

    assert "Circle the new take" in offered
    assert board.scenes.get().shots.get().circled_take.number == 2
    assert "Every take shows everything as it is now." not in client.get(url(board)).content.decode()
    assert "1 other stale take, not in the cut" in client.get(url(board)).content.decode()


def test_takes_say_that_they_are_stale(client, cast, board):
    client.force_login(cast.bob)
    shot = board.scenes.get().shots.get()

    assert "stale: Marta changed" in client.get(reverse("compare_takes", args=[shot.pk])).content.decode()
    assert "this has changed:" in client.get(reverse("take", args=[shot.circled_take_id])).content.decode()
    assert "1 stale take" in client.get(reverse("storyboard", args=[board.pk])).content.decode()
