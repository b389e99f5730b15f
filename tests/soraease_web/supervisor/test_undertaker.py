import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from soraease_web.supervisor import undertaker
from soraease_web.supervisor.undertaker import groups_left

SLEEP = "import subprocess, sys, time; subprocess.Popen(['sleep', '300']); print('up', flush=True); time.sleep(300)"


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def gone(group: int) -> bool:
    end = time.monotonic() + 5
    while alive(group) and time.monotonic() < end:
        time.sleep(0.02)
    return not alive(group)


@pytest.fixture
def family():
    """A process with a child of its own, in one group."""
    process = subprocess.Popen([sys.executable, "-c", SLEEP], process_group=0, stdout=subprocess.PIPE)
    process.stdout.readline()
    yield process
    if alive(process.pid):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()


def start_undertaker() -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-IS", str(Path(undertaker.__file__))],
        stdin=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_groups_left_are_those_started_and_not_gone():
    assert groups_left(["+10\n", "+11\n", "-10\n", "+12\n", "-99\n"]) == {11, 12}


def test_when_the_pipe_closes_every_group_is_killed_with_its_children(family):
    process = start_undertaker()

    process.communicate(f"+{family.pid}\n", timeout=10)

    assert family.wait(5) == -signal.SIGKILL
    assert gone(family.pid)


def test_a_group_that_was_reported_gone_is_left_alone(family):
    process = start_undertaker()

    process.communicate(f"+{family.pid}\n-{family.pid}\n", timeout=10)

    assert alive(family.pid)
