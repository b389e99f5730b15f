"""The look in which a storyboard is drawn: chosen when it begins and in its settings, and drawn from then on."""

import json

import pytest
from django.urls import reverse

from generation.panels import panel_key
from generation.prompting import freeze
from generation.requesting import request_take
from generation.stale import stale_takes
from storyboards.vocabulary import Look

SKETCH = {"sketch": {"BACKEND": "generation.backends.sketch.SketchBackend", "OPTIONS": {}}}


@pytest.fixture
def shot(board):
    return board.scenes.first().shots.first()


def choose(client, board, look: str):
    kept = {field: getattr(board, field) for field in ("title", "aspect", "resolution", "rate", "look", "numbering")}
    address = reverse("storyboard_settings", args=[board.pk])
    return client.post(address, {**kept, "look": look, "seen": json.dumps(kept)})


def test_both_forms_offer_every_look(bob, board):
    pages = [bob.get(reverse("new_storyboard")), bob.get(reverse("storyboard_settings", args=[board.pk]))]

    for page in pages:
        text = page.content.decode()
        assert all(f'<option value="{look}"' in text for look in Look.values)


def test_a_chosen_look_is_kept_and_draws_other_panels(bob, board, shot):
    before = panel_key(shot)

    answer = choose(bob, board, "ink")

    board.refresh_from_db()
    shot.refresh_from_db()
    shot.scene.storyboard.refresh_from_db()
    assert (answer.status_code, board.look) == (303, "ink")
    assert panel_key(shot) != before


def test_a_look_that_is_none_is_refused(bob, board):
    answer = choose(bob, board, "oil")

    board.refresh_from_db()
    assert (answer.status_code, board.look) == (422, "flat")


def test_takes_are_asked_for_in_the_look_and_older_ones_stay_fresh(settings, cast, board, shot):
    settings.GENERATION_BACKENDS = SKETCH
    take = request_take(shot, "sketch", cast.bob)
    board.look = "noir"
    board.save()
    shot.scene.storyboard = board

    assert take.request["look"] == "flat"
    assert freeze(shot, "sketch", 1).look == "noir"
    assert stale_takes(board) == []
