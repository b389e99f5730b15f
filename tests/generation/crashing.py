"""Real crashes: a child process does the work and is killed by signal 9 at a named point."""

import os
import signal
import traceback
import warnings
from collections.abc import Callable

from django.db import connections


def killed_at(point: str, work: Callable[[], object]) -> bool:
    """Do `work` in a child that kills itself at `point`; return whether it came that far."""
    connections.close_all()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the child leaves before any other thread could matter
        child = os.fork()
    if not child:
        _be_the_child(point, work)
    _pid, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return os.WTERMSIG(status) == signal.SIGKILL
    assert os.WEXITSTATUS(status) == 0, "the child failed before it came to the point"
    return False


def _be_the_child(point: str, work: Callable[[], object]) -> None:
    os.environ["SORAEASE_FAILPOINT"] = f"{point}:kill"
    try:
        work()
    except BaseException:  # noqa: BLE001 (whatever it was, the parent must not go on twice)
        traceback.print_exc()
        os._exit(1)
    os._exit(0)
