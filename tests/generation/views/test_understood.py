"""What the sketch engine understands of a shot, as the inspector says it."""

import pytest
from django.urls import reverse

from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def shot(team):
    return make.storyboard(team).scenes.get().shots.get()


def told(client, shot, **how) -> str:
    return client.get(reverse("understood", args=[shot.pk]), **how).content.decode()


def test_it_is_said_in_sentences_with_what_was_not_understood(client, alice, shot):
    shot.action = "Three brown dogs run on the beach. A glarbnik. No people."
    shot.save()
    client.force_login(alice)

    page = told(client, shot)

    assert "3 × dog (brown), run." in page
    assert "Not understood: glarbnik." in page
    assert "Left out, because the words say so: people." in page


def test_it_follows_the_shot_as_it_is_edited(client, alice, shot):
    client.force_login(alice)
    shot.action = "A red boat on the sea."
    shot.save()
    before = told(client, shot, headers={"HX-Request": "true"})
    shot.action = "A blue boat on the sea."
    shot.save()

    after = told(client, shot, headers={"HX-Request": "true"})

    assert "boat (red)" in before
    assert "boat (blue)" in after
    assert f'id="understood-{shot.pk}"' in after
    assert "<html" not in after


def test_words_of_the_shot_are_shown_as_words(client, alice, shot):
    shot.action = "A <script>alert(1)</script> stands in the desert."
    shot.save()
    client.force_login(alice)

    assert "<script>alert" not in told(client, shot)
