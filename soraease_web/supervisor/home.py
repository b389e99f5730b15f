"""The folder of a running studio, `var`: one supervisor at a time, and what others need to find it."""

import fcntl
import os
import secrets
from pathlib import Path
from typing import TextIO

from soraease_web.supervisor.ports import free_port
from soraease_web.supervisor.trouble import Trouble


class Home:
    """`var/run` while we hold it."""

    def __init__(self, var: Path) -> None:
        self.var = var
        self.run = var / "run"
        self._held: TextIO

    def enter(self) -> None:
        """Take the folder for this process, creating it; raise Trouble when another supervisor has it."""
        self.run.mkdir(parents=True, exist_ok=True)
        self._held = open(self.run / "supervisor.pid", "a+")  # noqa: SIM115 (held as long as we run)
        try:
            fcntl.flock(self._held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._held.seek(0)
            holder = self._held.read().strip()
            self._held.close()
            raise Trouble(
                f"The studio in {self.var} already runs (process {holder}); use that one, stop it, "
                "or set VAR_DIR to another folder."
            ) from None
        self._held.truncate(0)
        self._held.write(f"{os.getpid()}\n")
        self._held.flush()

    def leave(self) -> None:
        """Take back what would lead others to a broker that is no longer there, and let the folder go."""
        (self.run / "redis_url").unlink(missing_ok=True)
        self._held.truncate(0)
        self._held.close()

    def write_broker(self, url: str) -> None:
        """Write the broker's address down for commands that are run beside us."""
        path = self.run / "redis_url"
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(url)


def new_broker_url() -> str:
    """Return the address for a broker of our own.

    Its password keeps other users of the machine, and web pages that guess ports, out of it.
    """
    return f"redis://:{secrets.token_urlsafe(24)}@127.0.0.1:{free_port()}/0"
