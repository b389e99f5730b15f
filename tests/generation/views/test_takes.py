import pytest
from django.urls import reverse

from generation.requesting import request_take
from storyboards import editing
from storyboards.models import Asset, Edit, Take
from tests import make

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def shot(team):
    return make.storyboard(team).scenes.get().shots.get()


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def test_circling_chooses_a_take_and_circling_it_again_takes_the_circle_away(client, shot):
    take = make.take(shot, state=Take.State.DONE)
    seen = []

    for _press in range(2):
        client.post(reverse("circle_take", args=[take.pk]))
        shot.refresh_from_db()
        seen.append(shot.circled_take_id)

    assert seen == [take.pk, None]
    assert list(Edit.objects.order_by("pk").values_list("verb", "noun", "noun_pk")) == [("circle", "shot", shot.pk)] * 2


def test_circling_is_undone_and_throwing_away_is_not(client, shot, alice):
    first, second = (make.take(shot, number=number, state=Take.State.DONE) for number in (1, 2))
    board = shot.scene.storyboard
    for take in (first, second):
        client.post(reverse("circle_take", args=[take.pk]))

    editing.undo(board, by=alice)

    shot.refresh_from_db()
    assert shot.circled_take == first
    editing.redo(board, by=alice)
    client.post(reverse("delete_take", args=[first.pk]))
    with pytest.raises(editing.Overtaken, match="thrown away since"):
        editing.undo(board, by=alice)
    shot.refresh_from_db()
    assert shot.circled_take == second


def test_a_take_of_a_deleted_shot_is_neither_circled_nor_thrown_away(client, shot, alice):
    take = make.take(shot, state=Take.State.DONE)
    editing.delete_shot(shot, by=alice)

    answers = [client.post(reverse(verb, args=[take.pk]), headers=HTMX) for verb in ("circle_take", "delete_take")]

    take.refresh_from_db()
    assert ([answer.status_code for answer in answers], take.deleted_at) == ([409, 409], None)


def test_an_unfinished_take_cannot_be_circled(client, shot):
    take = make.take(shot)

    answer = client.post(reverse("circle_take", args=[take.pk]), follow=True)

    shot.refresh_from_db()
    assert shot.circled_take_id is None
    assert "Only a finished take can be circled" in answer.content.decode()


def test_deleting_the_circled_take_takes_its_circle_along(client, shot):
    take = make.take(shot, state=Take.State.DONE)
    shot.circled_take = take
    shot.save()

    client.post(reverse("delete_take", args=[take.pk]))

    shot.refresh_from_db()
    take.refresh_from_db()
    assert (shot.circled_take_id, take.deleted_at is None) == (None, False)
    assert client.get(reverse("take", args=[take.pk])).status_code == 404


def test_deleting_a_take_in_the_works_cancels_it_first(client, shot, alice):
    take = request_take(shot, "sketch", alice)

    client.post(reverse("delete_take", args=[take.pk]))

    assert take.jobs.get().state == "cancelled"


def test_cancelling_ends_a_waiting_take_at_once(client, shot, alice):
    take = request_take(shot, "sketch", alice)

    client.post(reverse("cancel_take", args=[take.pk]))

    take.refresh_from_db()
    assert take.state == Take.State.CANCELLED


def test_the_take_page_tells_every_step_and_the_price(client, shot, alice):
    take = request_take(shot, "sketch", alice)

    answer = client.get(reverse("take", args=[take.pk]))

    assert [step.state for job in answer.context["jobs"] for step in job.steps.all()] == ["queued"]
    assert "Credits taken" in answer.content.decode()


def test_takes_are_played_side_by_side(client, shot, team):
    film = Asset.objects.create(
        team=team, kind="take", file="a.mp4", mime="video/mp4", bytes=1, sha256="", width=64, height=36
    )
    make.take(shot, state=Take.State.DONE, asset=film)
    make.take(shot, number=2, state=Take.State.FAILED)

    page = client.get(reverse("compare_takes", args=[shot.pk])).content.decode()

    assert (page.count("<video"), page.count('class="cover"')) == (1, 2)


def test_the_strip_is_a_fragment_for_htmx(client, shot):
    make.take(shot, state=Take.State.DONE)

    page = client.get(reverse("compare_takes", args=[shot.pk]), headers=HTMX).content.decode()

    assert f'id="takes-{shot.pk}"' in page
    assert "<html" not in page


@pytest.mark.parametrize("verb", ["circle_take", "delete_take", "cancel_take"])
def test_reviewers_and_viewers_change_nothing_and_strangers_find_nothing(client, cast, verb):
    shot = make.storyboard(cast.team).scenes.get().shots.get()
    take = make.take(shot, state=Take.State.DONE)
    statuses = []

    for person in (cast.rita, cast.carol, cast.charlie):
        client.force_login(person)
        statuses.append(client.post(reverse(verb, args=[take.pk])).status_code)

    shot.refresh_from_db()
    take.refresh_from_db()
    assert statuses == [403, 403, 404]
    assert (shot.circled_take_id, take.deleted_at) == (None, None)
