"""Starts and ends a studio as `make run` does, in a folder of its own."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import httpx
import psycopg
import redis
from psycopg import sql

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 240
# Redis has databases 0 to 15: of the test processes the first takes 1, and 15 for its studio, the second 2 and 14.
REDIS_DATABASE = 15 - int(os.environ.get("PYTEST_XDIST_WORKER", "").removeprefix("gw") or 0)
OWN_VARIABLES = {"VAR_DIR", "REDIS_URL", "DATABASE_URL", "DJANGO_SETTINGS_MODULE"}


class Studio:
    """A supervisor with its web, worker and tick, in front of an empty database."""

    def __init__(self, folder: Path, **variables: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.mail = folder / "mail"
        self.stores = Stores()
        self.variables = variables

    def __enter__(self) -> Self:
        self.stores.make()
        self.log = (self.folder / "studio.log").open("w")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "soraease_web.supervisor"],
            cwd=ROOT,
            env=self.environment(),
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )
        self.pid = self.process.pid
        try:
            self._wait_until_ready()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end()

    def _end(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
        self.stores.drop()

    def environment(self) -> dict[str, str]:
        """Return what the studio's processes see: nothing of the test process's own stack."""
        kept = {name: value for name, value in os.environ.items() if name not in OWN_VARIABLES}
        own = {
            "VAR_DIR": str(self.folder / "var"),
            "PORT": str(self.port),
            "SITE_URL": self.url,
            "DEMO": "no",
            # Of an absolute path's slashes one is lost on the way.
            "EMAIL_URL": f"filemail:///{self.mail}",
            "PYTHONUNBUFFERED": "1",
        }
        return kept | self.stores.variables | own | self.variables

    def _wait_until_ready(self) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            if self._ready():
                return
            time.sleep(0.2)
        raise RuntimeError(f"The studio did not start:\n{(self.folder / 'studio.log').read_text()[-4000:]}")

    def _ready(self) -> bool:
        try:
            return httpx.get(f"{self.url}/readyz", timeout=5, trust_env=False).status_code == 200
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
            timeout=120,
        )
        return done.stdout

    def sign_in_link(self) -> str:
        """Return the one-time link to the demo account that the studio printed at its start."""
        return re.search(r"http://\S+/accounts/link/\S+", (self.folder / "studio.log").read_text())[0]

    def link_in_mail_to(self, address: str, pattern: str) -> str:
        """Return the first link in the newest letter to `address` that matches `pattern`."""
        for letter in sorted(self.mail.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True):
            text = letter.read_text()
            if address in text and (found := re.search(pattern, text)):
                return found.group()
        raise AssertionError(f"No letter to {address} with {pattern}")

    def kill_web(self) -> None:
        """Let the web process die on the spot; the supervisor starts another one."""
        os.killpg(_child(self.pid, b"uvicorn"), signal.SIGKILL)

    @contextlib.contextmanager
    def holding(self, *queues: str) -> Iterator[None]:
        """Let the workers of `queues` stand still for a while, so that what waits for them can be looked at."""
        groups = [_worker(self.pid, queue) for queue in queues]
        for group in groups:
            os.killpg(group, signal.SIGSTOP)
        try:
            yield
        finally:
            for group in groups:
                os.killpg(group, signal.SIGCONT)


class Stores:
    """Where a studio keeps what it knows: in its folder, or in a corner of its own on the servers that are named."""

    def __init__(self) -> None:
        self.database = os.environ.get("DATABASE_URL", "")
        self.name = f"soraease_browser_{os.getpid()}_{time.monotonic_ns() % 1_000_000}"

    @property
    def variables(self) -> dict[str, str]:
        """What the environment must say."""
        if not self.database:
            return {}
        own = {"DATABASE_URL": urlsplit(self.database)._replace(path=f"/{self.name}").geturl()}
        if broker := os.environ.get("REDIS_URL"):
            own["REDIS_URL"] = urlsplit(broker)._replace(path=f"/{REDIS_DATABASE}").geturl()
        return own

    def make(self) -> None:
        """Create the database, and forget what an earlier studio left with the broker."""
        if self.database:
            self._tell(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(self.name)))
            self._forget()

    def drop(self) -> None:
        """Leave nothing behind."""
        if self.database:
            self._tell(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(self.name)))
            self._forget()

    def _forget(self) -> None:
        if broker := self.variables.get("REDIS_URL"):
            with redis.Redis.from_url(broker) as server:
                server.flushdb()

    def _tell(self, statement: sql.Composed) -> None:
        address = urlsplit(self.database)._replace(path="/postgres").geturl()
        with psycopg.connect(address, autocommit=True) as server:
            server.execute(statement)


def _worker(supervisor: int, queue: str) -> int:
    """Return the process group of the worker that serves `queue`."""
    return _child(supervisor, b"-Q", queue.encode())


def _child(supervisor: int, *words: bytes) -> int:
    """Return the process group of the supervisor's child that was started with these words."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            parent = int(status.read_text().rpartition(")")[2].split()[1])
            said = (status.parent / "cmdline").read_bytes().split(b"\0")
            if parent == supervisor and set(words) <= set(said):
                return int(status.parent.name)
    raise AssertionError(f"The studio has no child with {words}.")


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
