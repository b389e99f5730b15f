import pytest
from django.urls import reverse

from storyboards.models import Asset, Film
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(team):
    return make.storyboard(team, scenes=2, shots=1)


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def finished(board, team) -> Film:
    asset = Asset.objects.create(
        team=team, kind="film", file="film.mp4", mime="video/mp4", bytes=9, sha256="", width=1280, height=720, frames=96
    )
    chapters = [{"title": "EXT. ROCKY COAST - DUSK", "start": 0}, {"title": "INT. LAMP ROOM - NIGHT", "start": 48}]
    return Film.objects.create(
        storyboard=board, number=1, cut={}, state=Film.State.DONE, frames=96, chapters=chapters, asset=asset
    )


def test_missing_takes_are_named_and_no_film_is_made(client, board):
    answer = client.post(reverse("films", args=[board.pk]))

    assert answer.status_code == 422
    assert answer.context["missing"] == ["1", "2"]
    assert "1, 2" in answer.content.decode()
    assert Film.objects.count() == 0


def test_panels_stand_in_when_asked_to(client, board):
    answer = client.post(reverse("films", args=[board.pk]), {"stand_ins": "on"})

    film = Film.objects.get()
    assert (answer.status_code, answer.url) == (302, reverse("film", args=[film.pk]))
    assert [piece["take"] for piece in film.cut["pieces"]] == [None, None]


def test_a_film_in_the_works_asks_again_and_a_finished_one_does_not(client, board, team):
    film = finished(board, team)
    done = client.get(reverse("film_progress", args=[film.pk])).content.decode()
    Film.objects.update(state=Film.State.JOINING, asset=None, progress=0.4)

    joining = client.get(reverse("film_progress", args=[film.pk])).content.decode()

    assert ("hx-trigger" in done, "hx-trigger" in joining) == (False, True)
    assert 'value="40"' in joining


def test_the_player_marks_each_scene_at_its_frame(client, board, team):
    film = finished(board, team)

    page = client.get(reverse("film", args=[film.pk])).content.decode()

    assert [f'data-time="{at}"' in page for at in ("0.0000", "2.0000")] == [True, True]
    assert '<rect x="48" y="0" width="48" height="4"/>' in page
    assert "00:00:04:00" in page


def test_download_leads_to_the_file_and_before_it_is_ready_back_to_the_page(client, board, team):
    film = finished(board, team)
    ready = client.get(reverse("download_film", args=[film.pk]))
    Film.objects.update(asset=None, state=Film.State.JOINING)

    early = client.get(reverse("download_film", args=[film.pk]))

    assert ready.url == f"{reverse('asset', args=[film.asset_id])}?download=1"
    assert early.url == reverse("film", args=[film.pk])


def test_cancel_and_delete(client, board):
    client.post(reverse("films", args=[board.pk]), {"stand_ins": "on"})
    film = Film.objects.get()

    client.post(reverse("cancel_film", args=[film.pk]))
    film.refresh_from_db()
    client.post(reverse("delete_film", args=[film.pk]))

    assert film.state == Film.State.CANCELLED
    assert client.get(reverse("film", args=[film.pk])).status_code == 404


def test_a_viewer_watches_but_makes_none(client, cast):
    board = make.storyboard(cast.team)
    client.force_login(cast.carol)

    watched = client.get(reverse("films", args=[board.pk])).status_code
    made = client.post(reverse("films", args=[board.pk]), {"stand_ins": "on"}).status_code

    assert (watched, made) == (200, 403)
