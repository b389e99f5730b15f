import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.billing.models import Line
from accounts.models import Membership
from accounts.roles import Role
from generation.models import Job
from generation.outlook import Outlook, outlook
from generation.requesting import request_takes
from storyboards.models import Film, Shot, Take
from tests import make

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def board(team):
    return make.storyboard(team, scenes=2, shots=2)


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def wish(**fields) -> dict:
    return {"backend": "sketch", "key": str(uuid.uuid4())} | fields


def first_shot(board):
    return board.scenes.first().shots.first()


def test_generate_shot_makes_one_take_and_returns_to_the_board(client, board):
    shot = first_shot(board)

    answer = client.post(reverse("generate_shot", args=[shot.pk]), wish())

    assert (answer.status_code, answer.url) == (302, f"{reverse('storyboard', args=[board.pk])}?shot={shot.pk}")
    assert list(Take.objects.values_list("shot", "number", "backend", "state")) == [(shot.pk, 1, "sketch", "working")]
    assert Job.objects.get().state == "queued"


def test_the_same_key_twice_is_one_take(client, board):
    address, same = reverse("generate_shot", args=[first_shot(board).pk]), wish()

    client.post(address, same)
    client.post(address, same)

    assert Take.objects.count() == 1


def test_generate_scene_asks_only_for_shots_without_a_take(client, board):
    scene = board.scenes.first()
    make.take(first_shot(board), state=Take.State.DONE)

    client.post(reverse("generate_scene", args=[scene.pk]), wish())

    assert Take.objects.filter(state="working").count() == 1


def test_generate_storyboard_asks_again_for_a_shot_whose_takes_all_failed(client, board):
    make.take(first_shot(board), state=Take.State.FAILED)

    client.post(reverse("generate_storyboard", args=[board.pk]), wish())

    assert Take.objects.filter(state="working").count() == 4


def test_generate_storyboard_shows_shots_price_and_balance_first(client, board):
    answer = client.get(reverse("generate_storyboard", args=[board.pk]))

    assert (answer.status_code, len(answer.context["wish"].shots), answer.context["credits"]) == (200, 4, 0)
    assert answer.context["account"].balance == 200
    assert Take.objects.count() == 0


def test_generate_storyboard_costs_the_same_queries_for_any_number_of_shots(
    client, team, django_assert_max_num_queries
):
    small, large = make.storyboard(team, shots=2), make.storyboard(team, scenes=4, shots=5)
    client.get(reverse("generate_storyboard", args=[small.pk]))

    for board in (small, large):
        with django_assert_max_num_queries(20):
            client.get(reverse("generate_storyboard", args=[board.pk]))


def test_an_unknown_backend_is_said_in_the_form_and_nothing_is_asked(client, board):
    answer = client.post(reverse("generate_shot", args=[first_shot(board).pk]), wish(backend="sora"))

    assert answer.status_code == 422
    assert "backend" in answer.context["form"].errors
    assert Take.objects.count() == 0


def test_a_shot_too_long_for_the_tier_is_said_with_what_to_do(client, board):
    shot = first_shot(board)
    shot.frames = 24 * 100
    shot.save()

    answer = client.post(reverse("generate_shot", args=[shot.pk]), wish(), headers=HTMX)

    assert answer.status_code == 422
    assert "Nothing was charged" in answer.content.decode()
    assert (Take.objects.count(), Line.objects.filter(kind="hold").count()) == (0, 0)


def test_htmx_gets_the_inspectors_part_back(client, board):
    shot = first_shot(board)

    answer = client.post(reverse("generate_shot", args=[shot.pk]), wish(), headers=HTMX)

    assert answer.status_code == 200
    assert f'id="spend-{shot.pk}"' in answer.content.decode()
    assert "<html" not in answer.content.decode()


@pytest.mark.parametrize("name", ["generate_shot", "generate_scene", "generate_storyboard"])
def test_a_viewer_may_not_spend_and_a_stranger_finds_nothing(client, cast, name):
    board = make.storyboard(cast.team)
    scene = board.scenes.first()
    pk = {"generate_shot": scene.shots.first().pk, "generate_scene": scene.pk, "generate_storyboard": board.pk}[name]
    statuses = []

    for person in (cast.carol, cast.rita, cast.charlie):
        client.force_login(person)
        statuses.append(client.post(reverse(name, args=[pk]), wish()).status_code)

    assert statuses == [403, 403, 404]
    assert Take.objects.count() == 0


def test_a_member_put_down_to_viewer_may_no_longer_spend(client, cast):
    board = make.storyboard(cast.team)
    client.force_login(cast.bob)
    Membership.objects.filter(user=cast.bob, team=cast.team).update(role=Role.VIEWER)

    answer = client.post(reverse("generate_storyboard", args=[board.pk]), wish())

    assert answer.status_code == 403


def test_the_boards_verbs_name_what_is_left_to_generate_and_then_the_film(client, board):
    address = reverse("board_actions", args=[board.pk])
    before = client.get(address, headers=HTMX).content.decode()
    for shot in Shot.objects.all():
        shot.circled_take = make.take(shot, state=Take.State.DONE)
        shot.save()

    after = client.get(address, headers=HTMX).content.decode()

    assert ("4 shots to generate" in before, "Make the film" in before) == (True, False)
    assert ("to generate" in after, "Make the film" in after) == (False, True)


def test_a_film_that_can_be_made_stands_where_the_films_stand_else(client, board):
    address = reverse("board_actions", args=[board.pk])
    before = client.get(address, headers=HTMX).content.decode().partition('id="dock"')[0]
    for shot in Shot.objects.all():
        shot.circled_take = make.take(shot, state=Take.State.DONE)
        shot.save()

    after = client.get(address, headers=HTMX).content.decode().partition('id="dock"')[0]

    films = reverse("films", args=[board.pk])
    assert (before.count(films), ">Films<" in before) == (1, True)
    assert (after.count(films), ">Films<" in after) == (1, False)


def test_a_board_full_of_waiting_takes_is_read_in_the_queries_of_a_small_one(client, team, alice):
    counts = []
    for shots in (2, 9):
        board = make.storyboard(team, shots=shots)
        request_takes(Shot.objects.filter(scene__storyboard=board), "sketch", alice)
        client.get(reverse("storyboard", args=[board.pk]))
        with CaptureQueriesContext(connection) as queries:
            page = client.get(reverse("storyboard", args=[board.pk])).content.decode()
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert page.count("queued, ") == 9


def test_the_outlook_prices_what_is_left(team, alice):
    board = make.storyboard(team, scenes=2, shots=2)
    make.take(first_shot(board), state=Take.State.DONE)

    assert outlook(board) == Outlook(count=3, credits=0, ready=False)


def test_what_is_omitted_is_not_left_to_generate(team):
    board = make.storyboard(team, scenes=2, shots=2)
    board.scenes.filter(pk=board.scenes.first().pk).update(omitted=True)
    Shot.objects.filter(pk=board.scenes.last().shots.first().pk).update(omitted=True)

    assert outlook(board).count == 1


def test_a_film_is_to_be_made_until_the_newest_one_shows_what_is_circled(team):
    board = make.storyboard(team, shots=2)
    shots = list(Shot.objects.filter(scene__storyboard=board))
    takes = [make.take(shot, state=Take.State.DONE) for shot in shots]
    for shot, take in zip(shots, takes, strict=True):
        Shot.objects.filter(pk=shot.pk).update(circled_take=take)
    pieces = [{"shot": take.shot_id, "take": take.pk} for take in takes]
    seen = [outlook(board)]
    film = board.films.create(number=1, cut={"pieces": pieces}, state=Film.State.DONE)
    seen.append(outlook(board))
    Shot.objects.filter(pk=shots[0].pk).update(position=shots[1].position + 1)
    seen.append(outlook(board))
    Shot.objects.filter(pk=shots[0].pk).update(position=shots[0].position)
    Film.objects.filter(pk=film.pk).update(state=Film.State.FAILED)
    seen.append(outlook(board))

    assert [one.ready for one in seen] == [True, True, True, True]
    assert [one.filmed for one in seen] == [False, True, False, False]


def test_selected_shots_are_asked_for_even_with_a_take_and_those_of_other_boards_are_not(client, board, team):
    chosen = list(Shot.objects.filter(scene__storyboard=board))[:1]
    make.take(chosen[0], state=Take.State.DONE)
    other = first_shot(make.storyboard(team))
    named = {"shot": [chosen[0].pk, other.pk, "x", "9" * 30]}

    page = client.get(reverse("generate_storyboard", args=[board.pk]), named).content.decode()
    response = client.post(reverse("generate_storyboard", args=[board.pk]), wish(**named))

    assert f'name="shot" value="{chosen[0].pk}"' in page
    assert "Generate 1 take" in page
    assert response.status_code == 302
    assert (chosen[0].takes.count(), other.takes.count()) == (2, 0)
