"""Starts and ends a studio as `make run` does, in a folder of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 90


class Studio:
    """A supervisor with its web, worker and tick, in front of an empty database."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.mail = folder / "mail"

    def __enter__(self) -> Self:
        self.log = (self.folder / "studio.log").open("w")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "soraease_web.supervisor"],
            cwd=ROOT,
            env=self.environment(),
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )
        self._wait_until_ready()
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.log.close()

    def environment(self) -> dict[str, str]:
        """Return what the studio's processes see: nothing of the test process's own stack."""
        own = {"VAR_DIR", "STATIC_ROOT", "REDIS_URL", "DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
        kept = {name: value for name, value in os.environ.items() if name not in own}
        return kept | {
            "VAR_DIR": str(self.folder / "var"),
            "PORT": str(self.port),
            "SITE_URL": self.url,
            "DEMO": "no",
            "EMAIL_URL": f"filemail://{self.mail}",
            "PYTHONUNBUFFERED": "1",
        }

    def _wait_until_ready(self) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            if self._ready():
                return
            time.sleep(0.2)
        self.process.kill()
        raise RuntimeError(f"The studio did not start:\n{(self.folder / 'studio.log').read_text()[-4000:]}")

    def _ready(self) -> bool:
        try:
            return httpx.get(f"{self.url}/readyz", timeout=2, trust_env=False).status_code == 200
        except httpx.HTTPError:
            return False

    def manage(self, *arguments: str) -> str:
        """Run a management command against this studio's database and return what it printed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return done.stdout

    def link_in_mail_to(self, address: str, pattern: str) -> str:
        """Return the first link in a letter to `address` that matches `pattern`."""
        for letter in sorted(self.mail.glob("*.log"), reverse=True):
            text = letter.read_text()
            if address in text and (found := re.search(pattern, text)):
                return found.group()
        raise AssertionError(f"No letter to {address} with {pattern}")


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
