import time

import pytest
import redis

from soraease_web import live
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def away(monkeypatch) -> live.Bell:
    """A bell whose broker is not there."""
    bell = live.Bell()
    bell.client = redis.Redis(host="127.0.0.1", port=1, socket_connect_timeout=0.2)
    monkeypatch.setattr(live, "bell", bell)
    return bell


def test_an_event_waits_for_the_commit(team, django_capture_on_commit_callbacks):
    board = make.storyboard(team)
    name = live.stream(board.pk)
    live.bell.client.delete(name)

    with django_capture_on_commit_callbacks(execute=True):
        live.announce(board.pk, "shot", 7, 2)
        before = live.bell.client.xlen(name)

    assert (before, live.bell.client.xlen(name)) == (0, 1)


def test_a_stream_is_forgotten_a_day_after_its_last_event():
    live.Bell().ring(987_654, {"type": "shot", "id": 1, "version": 1})

    left = live.bell.client.ttl(live.stream(987_654))

    assert live.KEPT_SECONDS - 60 < left <= live.KEPT_SECONDS


def test_a_deed_stands_when_the_broker_is_away(away, team, django_capture_on_commit_callbacks, caplog):
    board = make.storyboard(team)

    with django_capture_on_commit_callbacks(execute=True):
        live.announce(board.pk, "shot", 7)

    assert "pages will poll" in caplog.text


def test_after_a_failure_nobody_waits_for_the_broker_again_for_a_while(away, caplog):
    event = {"type": "shot", "id": 1, "version": 1}
    away.ring(1, event)

    away.ring(1, event)

    assert caplog.text.count("pages will poll") == 1
    assert away.quiet_until > time.monotonic()
