"""Real processes die while they work; everything ends done, once, and the ledger balances."""

import os
import shlex
import signal
import subprocess
import sys
from collections import Counter

import pytest
import redis

from tests.chaos.studio import ROOT, Studio, alive, until
from tests.provider.steering import Steering

pytestmark = [
    pytest.mark.chaos,
    pytest.mark.timeout(240),
    pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc"),
]
# A lease of 30 seconds, the tick, and the work itself done twice.
RECOVERY_SECONDS = 150


def begin(studio: Studio, shots: int = 3) -> int:
    """Ask for takes and return the storyboard once the provider makes one of them and a worker draws another."""
    board = studio.deed("ask", shots)
    until(lambda: studio.deed("states", board).get("running", 0) >= 2, 60, "a paid and a drawn job run")
    return board


def finish(studio: Studio, provider: Steering, board: int) -> list[str]:
    """Wait until every job ended; return what is wrong then, with us or on the provider's bill."""
    until(lambda: set(studio.deed("states", board)) == {"done"}, RECOVERY_SECONDS, f"all of {board} is done")
    billed = Counter(job["key"] for job in provider.jobs)
    paid = studio.deed("keys", board)
    assert paid
    twice = [f"{key} was ordered {billed[key]} times" for key in paid if billed[key] != 1]
    return studio.deed("wrong", board) + twice


def kill_the_drawing_worker(studio: Studio) -> None:
    studio.kill("celery", "media@")


def kill_the_stepping_worker_and_the_tick(studio: Studio) -> None:
    studio.kill("celery", "steps@")
    studio.kill("manage.py", "tick")


def end_the_workers_as_a_deploy_does(studio: Studio) -> None:
    """They are asked to end, finish what they are at, and others take their place."""
    before = [studio.leader("celery", f"{queue}@") for queue in ("steps", "media")]
    for leader in before:
        os.kill(leader, signal.SIGTERM)
    until(lambda: not alive(set(before)), 30, "both workers have ended")


def flush_the_broker(studio: Studio) -> None:
    studio.broker().flushall()


def kill_the_broker(studio: Studio) -> None:
    studio.kill("valkey-server")
    until(lambda: answers(studio), 20, "the broker is back")


def answers(studio: Studio) -> bool:
    try:
        return studio.broker().ping()
    except redis.RedisError:
        return False


@pytest.mark.parametrize(
    "hurt",
    [
        kill_the_drawing_worker,
        kill_the_stepping_worker_and_the_tick,
        end_the_workers_as_a_deploy_does,
        flush_the_broker,
        kill_the_broker,
    ],
)
def test_takes_are_done_once_though_the_studio_was_hurt(studio, provider, hurt):
    board = begin(studio)

    hurt(studio)

    assert finish(studio, provider, board) == []
    assert until(studio.is_ready, 30, "the studio is ready again")


def test_a_film_is_joined_though_its_worker_was_killed(studio, provider):
    board = begin(studio)
    assert finish(studio, provider, board) == []
    film = studio.deed("film", board)
    until(lambda: studio.deed("film_state", film)[0] == "joining", 60, "the film is being joined")

    kill_the_drawing_worker(studio)

    until(lambda: studio.deed("film_state", film)[0] == "done", RECOVERY_SECONDS, "the film is done")
    assert studio.deed("wrong", board) == []


@pytest.mark.skipif(not os.environ.get("DATABASE_URL"), reason="there is no server to cut off from")
def test_takes_are_done_though_the_database_hung_up(studio, provider):
    board = begin(studio)

    cut = studio.deed("cut_connections")

    assert cut > 0
    assert finish(studio, provider, board) == []


@pytest.mark.alone
@pytest.mark.skipif(not os.environ.get("POSTGRES_RESTART"), reason="POSTGRES_RESTART names no command")
def test_takes_are_done_though_the_database_was_restarted(studio, provider):
    board = begin(studio)

    subprocess.run(shlex.split(os.environ["POSTGRES_RESTART"]), check=True, timeout=60)

    assert finish(studio, provider, board) == []
    assert until(studio.is_ready, 30, "the studio is ready again")


def test_a_second_supervisor_in_the_same_folder_says_who_runs(studio):
    done = subprocess.run(
        [sys.executable, "-m", "soraease_web.supervisor"],
        cwd=ROOT,
        env=studio.environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )

    assert done.returncode == 1
    assert done.stderr.startswith(f"The studio in {studio.var} already runs (process {studio.process.pid})")
    assert len(done.stderr.splitlines()) == 1


def test_a_killed_supervisor_leaves_nothing_and_the_next_one_goes_on(studio, provider):
    board = begin(studio)
    family = studio.family()
    assert len(family) >= 6

    os.kill(studio.process.pid, signal.SIGKILL)
    studio.process.wait()

    until(lambda: not alive(family), 10, "all its processes are gone")
    studio.start()
    assert finish(studio, provider, board) == []


def test_ctrl_c_stops_everything_and_is_no_error(studio):
    family = studio.family()

    code = studio.stop()

    assert code == 0
    assert alive(family) == set()
    assert not (studio.var / "run" / "redis_url").exists()
