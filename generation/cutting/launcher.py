"""Run as a script: bind this process to its parent, set its limits, become the program named in the arguments.

A `preexec_fn` is unsafe in a process with threads, and limits set after the start leave a gap. So the child starts
as this small Python program, which does both and then replaces itself.
"""

import ctypes
import os
import resource
import signal
import sys

PR_SET_PDEATHSIG = 1


def die_with_parent(parent: int) -> None:
    """Ask Linux to kill this process when its parent dies; leave at once if it is dead already."""
    if not sys.platform.startswith("linux"):
        return
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(1)


def limit(limits: str) -> None:
    """Lower the named limits ("RLIMIT_AS=bytes,..."); never above what we were given."""
    for name, wanted in (pair.split("=") for pair in limits.split(",")):
        kind = getattr(resource, name)
        hard = resource.getrlimit(kind)[1]
        value = int(wanted) if hard == resource.RLIM_INFINITY else min(int(wanted), hard)
        resource.setrlimit(kind, (value, value))


def main(parent: str, limits: str, *command: str) -> None:
    """Become `command`."""
    die_with_parent(int(parent))
    limit(limits)
    os.execv(command[0], command)  # noqa: S606 (a list, no shell)


if __name__ == "__main__":
    main(*sys.argv[1:])
