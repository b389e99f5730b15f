import io

import pytest
from django.urls import reverse
from PIL import Image

from generation.panels import panel_key
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def shot(team):
    return make.storyboard(team, aspect="9:16").scenes.get().shots.get()


def test_a_panel_is_drawn_in_the_boards_aspect_and_kept_by_the_browser(client, alice, shot):
    client.force_login(alice)

    answer = client.get(reverse("panel", args=[shot.pk, panel_key(shot)]))

    with Image.open(io.BytesIO(answer.content)) as picture:
        assert (picture.format, picture.width / picture.height) == ("WEBP", pytest.approx(9 / 16, abs=0.01))
    assert "immutable" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]


def test_an_old_name_leads_to_todays_picture(client, alice, shot):
    client.force_login(alice)
    before = panel_key(shot)
    shot.action = "A red boat on the sea."
    shot.save()

    answer = client.get(reverse("panel", args=[shot.pk, before]))

    assert answer.url == reverse("panel", args=[shot.pk, panel_key(shot)])
    assert panel_key(shot) != before


def test_a_stranger_finds_no_panel(client, cast, shot):
    client.force_login(cast.charlie)

    assert client.get(reverse("panel", args=[shot.pk, panel_key(shot)])).status_code == 404
