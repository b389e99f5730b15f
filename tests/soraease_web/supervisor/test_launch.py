import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from soraease_web.supervisor import launch

LAUNCH = str(Path(launch.__file__))


def test_the_command_replaces_the_launcher_and_gives_its_own_exit_code():
    command = [sys.executable, "-c", "import os, sys; print(os.getpid()); sys.exit(7)"]
    process = subprocess.Popen(
        [sys.executable, "-IS", LAUNCH, str(os.getpid()), *command], stdout=subprocess.PIPE, text=True
    )

    printed, _nothing = process.communicate(timeout=20)

    assert (int(printed), process.returncode) == (process.pid, 7)


def test_nothing_is_started_when_the_parent_is_gone_already():
    done = subprocess.run(
        [sys.executable, "-IS", LAUNCH, "1", sys.executable, "-c", "print('alive')"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (1, "")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the undertaker does it")
def test_the_command_dies_with_its_parent():
    parent = f"""
import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-IS", {LAUNCH!r}, str(os.getpid()), "sleep", "300"])
print(child.pid, flush=True)
time.sleep(300)
"""
    process = subprocess.Popen([sys.executable, "-c", parent], stdout=subprocess.PIPE, text=True)
    child = int(process.stdout.readline())
    time.sleep(0.2)

    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()

    end = time.monotonic() + 5
    while is_running(child) and time.monotonic() < end:
        time.sleep(0.02)
    assert not is_running(child)


def is_running(pid: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
