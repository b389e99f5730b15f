"""The real processes: a worker that is killed by signal 9, a flushed broker, and a tick that finds everything."""

import os
import signal
import subprocess
import sys
import time

import pytest
import redis
from django.conf import settings as real_settings
from django.db import connection, connections

from generation.models import Job
from generation.requesting import request_takes
from storyboards.models import Take
from tests import make

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.chaos]

PATIENCE = 150


def database_url() -> str:
    """Return the address of the test database, for children."""
    said = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{said['NAME']}"
    word = f":{said['PASSWORD']}" if said["PASSWORD"] else ""
    return f"postgres://{said['USER']}{word}@{said['HOST']}:{said['PORT'] or 5432}/{said['NAME']}"


@pytest.fixture
def processes(tmp_path):
    """Start `worker` and `tick` on the test database; whatever still runs at the end is killed."""
    environment = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "REDIS_URL": real_settings.REDIS_URL,
        "VAR_DIR": str(tmp_path),
        "SECRET_KEY": "only-for-these-tests-" * 3,
    }
    commands = {
        "worker": ["celery", "-A", "soraease_web", "worker", "-Q", "steps,media", "-c", "2", "--loglevel", "WARNING"],
        "tick": ["django", "tick"],
    }
    running = []

    def start(name: str) -> subprocess.Popen:
        command = [sys.executable, "-m", *commands[name]]
        with (tmp_path / f"{name}.log").open("ab") as log:
            child = subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)
        running.append(child)
        return child

    yield start
    for child in running:
        kill(child)


def kill(child: subprocess.Popen) -> None:
    """Kill a process and its whole group by signal 9, and reap it."""
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait(10)


def wait_until(true) -> None:
    """Wait until `true()`; fail after a while."""
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until, list(Job.objects.values("state", "crashes", "error", "lease_until"))
        connections.close_all()
        time.sleep(0.2)


def test_a_killed_worker_and_a_flushed_broker_lose_nothing(processes, team, alice, settings):
    settings.GENERATION_BACKENDS = {"sketch": {"BACKEND": "generation.backends.sketch.SketchBackend", "OPTIONS": {}}}
    shots = [make.shot(make.scene(make.storyboard(team, scenes=0)), frames=24) for _ in range(3)]
    processes("tick")
    worker = processes("worker")
    takes = request_takes(shots, "sketch", alice)
    wait_until(lambda: Job.objects.in_flight().exists())

    kill(worker)
    with redis.Redis.from_url(real_settings.REDIS_URL) as broker:
        broker.flushdb()
    processes("worker")
    wait_until(lambda: not Job.objects.open().exists())

    states = {take.state for take in Take.objects.filter(pk__in=[take.pk for take in takes])}
    assert states == {Take.State.DONE}
    assert [job.steps.filter(state="done").count() for job in Job.objects.all()] == [1, 1, 1]
