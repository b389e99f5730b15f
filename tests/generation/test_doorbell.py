"""Ringing never breaks a deed and never keeps anybody waiting, whatever the broker does."""

import json
import socket
import time

import pytest
import redis
from celery import current_app
from django.conf import settings as real_settings

from generation.doorbell import _Bell, on_commit
from generation.tasks import dispatch, film, reconcile, step, sweep_files, unpacking


@pytest.fixture
def broker():
    """The broker of these tests, with empty queues."""
    client = redis.Redis.from_url(real_settings.REDIS_URL)
    client.delete("soraease:steps", "soraease:media")
    yield client
    client.close()


@pytest.mark.parametrize(
    ("queue", "limits"), [pytest.param("steps", [60, 45], id="short"), pytest.param("media", [3590, 3500], id="long")]
)
def test_a_ring_reaches_its_queue_with_the_limits_of_that_queue(queue, limits, broker):
    rung = _Bell().ring("generation.tasks.step", (7,), queue)

    message = json.loads(broker.lpop(f"soraease:{queue}"))
    assert rung is True
    assert (message["headers"]["task"], message["headers"]["timelimit"]) == ("generation.tasks.step", limits)
    assert message["headers"]["expires"]


def test_every_task_that_is_rung_exists():
    names = {task.name for task in (dispatch, step, film, unpacking, reconcile, sweep_files)}

    rung = ("dispatch", "step", "film", "unpacking", "reconcile", "sweep_files")
    assert names == {f"generation.tasks.{name}" for name in rung}
    assert names <= set(current_app.tasks)


def test_15_a_broker_that_refuses_is_given_up_at_once(settings):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:9/0"
    bell = _Bell()

    began = time.monotonic()
    rung = [bell.ring("generation.tasks.dispatch", (), "steps") for _ in range(20)]

    assert rung == [False] * 20
    assert time.monotonic() - began < 3


def test_17_a_broker_that_is_frozen_is_given_up_within_three_seconds(settings):
    with socket.create_server(("127.0.0.1", 0)) as frozen:
        settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{frozen.getsockname()[1]}/0"
        bell = _Bell()

        began = time.monotonic()
        rung = [bell.ring("generation.tasks.dispatch", (), "steps") for _ in range(20)]

        assert rung == [False] * 20
        assert time.monotonic() - began < 3


def test_a_broker_that_is_back_is_rung_again(settings, broker):
    bell = _Bell()
    bell.quiet_until = time.monotonic() - 1

    assert bell.ring("generation.tasks.dispatch", (), "steps") is True


@pytest.mark.django_db
def test_a_ring_that_breaks_does_not_break_the_deed(django_capture_on_commit_callbacks):
    def broken():
        raise RuntimeError

    with django_capture_on_commit_callbacks() as rings:
        on_commit(broken)

    assert len(rings) == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("task_acks_late", True),
        ("task_reject_on_worker_lost", True),
        ("task_ignore_result", True),
        ("worker_prefetch_multiplier", 1),
        ("broker_connection_retry_on_startup", True),
        ("worker_cancel_long_running_tasks_on_connection_loss", True),
        ("visibility_timeout", 3600),
    ],
)
def test_the_worker_is_set_so_that_a_killed_one_loses_nothing(name, value):
    assert current_app.conf[name] == value


def test_messages_come_back_before_long_after_a_worker_was_killed():
    options = current_app.conf.broker_transport_options

    assert options["visibility_timeout"] == 3600
    assert (options["unacked_restore_interval"], options["unacked_restore_throttle"]) == (5, 1)
    assert options["socket_timeout"] == 5
