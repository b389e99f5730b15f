"""The backend of a shot: chosen, told what it can do, and shown what it will be sent."""

import html
import json
import re
import uuid

import pytest
from django.urls import reverse

from generation.backends.base import Unsupported
from generation.outlook import outlook
from generation.requesting import estimate, request_takes
from storyboards import editing
from storyboards.models import Take
from tests import make

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
CHEAP = {"BACKEND": "tests.provider.drawing.QuickBackend", "OPTIONS": {}}


@pytest.fixture
def shot(team, settings):
    settings.GENERATION_BACKENDS = {**settings.GENERATION_BACKENDS, "cheap": CHEAP}
    return make.storyboard(team, shots=2).scenes.first().shots.first()


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def choose(client, shot, **fields):
    seen = json.dumps({"backend": shot.backend, "options": shot.options})
    return client.post(reverse("choose_backend", args=[shot.pk]), {"seen": seen} | fields, headers=HTMX)


def test_a_shot_gets_a_backend_and_what_it_is_told(client, shot):
    answer = choose(client, shot, **{"backend": "sketch", "option-seed": "7"})

    shot.refresh_from_db()
    assert answer.status_code == 200
    assert (shot.backend, shot.options) == ("sketch", {"seed": 7, "sound": False})


def test_what_goes_without_saying_is_not_kept(client, shot):
    choose(client, shot, **{"backend": "sketch", "option-seed": "", "option-sound": "on"})

    shot.refresh_from_db()
    assert (shot.backend, shot.options) == ("sketch", {})


@pytest.mark.parametrize("wrong", [{"backend": "sora"}, {"option-seed": "-1"}, {"option-seed": "2147483648"}])
def test_what_a_backend_cannot_be_told_is_refused(client, shot, wrong):
    answer = choose(client, shot, **{"backend": "sketch", "option-sound": "on"} | wrong)

    shot.refresh_from_db()
    assert answer.status_code == 422
    assert (shot.backend, shot.options) == ("", {})


def test_without_scripts_it_leads_back_to_the_board(client, shot):
    seen = {"seen": "{}", "backend": "sketch", "option-sound": "on"}

    answer = client.post(reverse("choose_backend", args=[shot.pk]), seen)

    assert (answer.status_code, answer.url.partition("?")[2]) == (303, f"shot={shot.pk}#shot-{shot.pk}")


def test_two_people_who_choose_differently_are_in_conflict_until_one_decides(client, cast, shot):
    editing.edit_shot(shot, by=cast.bob, changes={"backend": "cheap"})
    fields = {"seen": '{"backend":"","options":{}}', "backend": "sketch", "option-sound": "on"}
    conflict = client.post(reverse("choose_backend", args=[shot.pk]), fields, headers=HTMX)
    shown = re.search(r'name="theirs" value="([^"]*)"', conflict.content.decode())[1]
    shot.refresh_from_db()
    before = shot.backend

    ended = fields | {"theirs": html.unescape(shown), "settle": "mine"}
    client.post(reverse("choose_backend", args=[shot.pk]), ended, headers=HTMX)

    shot.refresh_from_db()
    assert (conflict.status_code, before, shot.backend) == (409, "cheap", "sketch")


def test_what_is_shown_before_is_what_is_frozen_then(client, shot):
    shot.options = {"seed": 11, "sound": False, "negative": "the sketch engine cannot be told this"}
    shot.save()
    wish = {"backend": "sketch", "key": str(uuid.uuid4())}

    shown = client.get(reverse("sent", args=[shot.pk]), wish, headers=HTMX).content.decode()
    client.post(reverse("generate_shot", args=[shot.pk]), wish)

    data = json.loads(html.unescape(re.search(r"<pre[^>]*>(.*?)</pre>", shown, re.DOTALL)[1]))
    take = Take.objects.get()
    assert json.loads(json.dumps(take.request)) == data
    assert data == json.loads(json.dumps(take.jobs.get().request))
    assert (data["seed"], data["sound"], data["negative"]) == (11, False, "")


def test_the_seed_that_is_shown_is_the_one_of_the_page_that_asks(client, shot):
    wish = {"backend": "sketch", "key": str(uuid.uuid4())}

    shown = client.get(reverse("sent", args=[shot.pk]), wish, headers=HTMX).content.decode()
    client.post(reverse("generate_shot", args=[shot.pk]), wish)

    assert f"<dd>{Take.objects.get().request['seed']}</dd>" in shown


def test_what_cannot_be_asked_is_said_in_words(client, shot):
    shot.frames = 24 * 100
    shot.save()

    shown = client.get(reverse("sent", args=[shot.pk])).content.decode()

    assert "Nothing was charged" in shown


def test_many_shots_are_each_asked_of_their_own_backend(shot, alice):
    shot.backend = "cheap"
    shot.save()

    takes = request_takes(shot.scene.shots.all(), "sketch", alice, own=True)

    assert [take.backend for take in takes] == ["cheap", "sketch"]


def test_a_backend_that_is_gone_is_said_and_nothing_is_asked(client, shot, alice):
    shot.backend = "sora"
    shot.save()

    with pytest.raises(Unsupported, match=r"no longer has the backend “sora”"):
        request_takes([shot], "sketch", alice, own=True)

    page = client.get(reverse("inspector", args=[shot.pk])).content.decode()
    assert "no longer has the backend" in page
    assert outlook(shot.scene.storyboard).count == 2
    assert Take.objects.count() == 0


def test_what_is_left_is_priced_at_the_shots_own_backends(shot, settings):
    dear = {"BACKEND": "tests.provider.drawing.QuickBackend", "OPTIONS": {"credits_per_second": "5"}}
    settings.GENERATION_BACKENDS = {**settings.GENERATION_BACKENDS, "dear": dear}
    shot.backend = "dear"
    shot.save()

    assert outlook(shot.scene.storyboard).credits == estimate(shot.scene.shots.all(), "sketch", own=True) == 10
