"""Named points where a test may end, break or halt this process: `SORAEASE_FAILPOINT=point:action[:seconds]`.

Without the variable nothing happens. The points are where a crash would cost the most: on either side of each commit
and of each call to the outside.
"""

import os
import signal
import time

POINTS = (
    "requested",
    "claimed",
    "before-submitting",
    "submitting-committed",
    "submit-answered",
    "remote-id-committed",
    "running",
    "polled",
    "drawn",
    "fetched",
    "verified",
    "made",
    "stored",
    "before-done",
    "done-committed",
    "cancel-committed",
    "cancelled-remotely",
    "film-claimed",
    "film-pieces",
    "film-joining",
    "film-stored",
    "unpacking-claimed",
    "unpacking-looking",
    "unpacking-done",
)


class Broken(Exception):
    """What a failpoint raises."""


def failpoint(point: str) -> None:
    """Do what the environment asks for at `point`: kill, raise or sleep; nothing otherwise."""
    asked = os.environ.get("SORAEASE_FAILPOINT")
    if asked:
        _act(point, *asked.split(":"))


def _act(here: str, point: str, action: str, seconds: str = "0") -> None:
    if here != point:
        return
    if action == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    elif action == "raise":
        raise Broken(point)
    elif action == "sleep":
        time.sleep(float(seconds))
    else:
        raise ValueError(f"A failpoint can kill, raise or sleep, not {action!r}.")
