"""Buries what a killed supervisor leaves behind. Run as a file, with a pipe from the supervisor as standard input.

The supervisor writes `+PID` for each child that it starts (each leads a process group of its own) and `-PID` for each
that is gone. When the pipe closes, the supervisor is gone too, by whatever end, and every group still alive is killed.
"""

import contextlib
import os
import signal
import sys
from collections.abc import Iterable


def groups_left(lines: Iterable[str]) -> set[int]:
    """Return the process groups that were reported as started and not as gone, once the lines end."""
    groups: set[int] = set()
    for line in lines:
        (groups.add if line[0] == "+" else groups.discard)(int(line[1:]))
    return groups


def bury(groups: Iterable[int]) -> None:
    """Kill every process of the groups."""
    for group in groups:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(group, signal.SIGKILL)


if __name__ == "__main__":
    bury(groups_left(sys.stdin))
