"""The settings that lose no work, read from the app as a worker sees it."""

import pytest

from soraease_web.celery import app


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("task_acks_late", True),
        ("task_reject_on_worker_lost", True),
        ("task_ignore_result", True),
        ("result_backend", None),
        ("task_publish_retry", False),
        ("task_default_queue", "steps"),
        ("task_soft_time_limit", 45),
        ("task_time_limit", 60),
        ("worker_prefetch_multiplier", 1),
        ("worker_max_tasks_per_child", 200),
        ("worker_cancel_long_running_tasks_on_connection_loss", True),
        ("broker_connection_retry_on_startup", True),
    ],
)
def test_a_setting_that_work_depends_on(name, value):
    assert app.conf[name] == value


def test_the_visibility_timeout_is_the_same_wherever_it_counts():
    assert app.conf["broker_transport_options"]["visibility_timeout"] == app.conf["visibility_timeout"] == 3600


def test_a_frozen_broker_is_noticed():
    options = app.conf["broker_transport_options"]

    assert (options["socket_timeout"], options["socket_connect_timeout"]) == (5, 2)
    assert options["health_check_interval"] == 10


def test_lost_messages_are_looked_for_every_few_seconds():
    options = app.conf["broker_transport_options"]

    assert (options["unacked_restore_interval"], options["unacked_restore_throttle"]) == (5, 1)


@pytest.mark.parametrize("task", ["dispatch", "step", "film", "unpacking", "reconcile", "sweep_files"])
def test_every_doorbell_is_known_to_a_worker(task):
    app.loader.import_default_modules()

    assert f"generation.tasks.{task}" in app.tasks
