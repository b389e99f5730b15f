"""A studio that may be hurt: its processes can be found, killed and counted."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import psycopg
import redis
from psycopg import sql

from soraease_web.supervisor.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 150


def until(condition: Callable[[], Any], seconds: float, what: str) -> Any:
    """Return what `condition` returns, once it is true; fail with `what` when it is not in time."""
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, f"{what}: not within {seconds:.0f} seconds"
        time.sleep(0.1)
    return found


class Studio:
    """A supervisor with a folder, a port, a broker and a database of its own."""

    def __init__(self, folder: Path, **variables: str) -> None:
        self.folder = folder
        self.var = folder / "var"
        self.port = free_port()
        self.environ = self._environ() | variables
        self.log = (folder / "studio.log").open("a")
        self._clerk: subprocess.Popen | None = None

    def _environ(self) -> dict[str, str]:
        ours = {"VAR_DIR", "REDIS_URL", "DATABASE_URL", "SITE_URL"}
        kept = {name: value for name, value in os.environ.items() if name not in ours}
        database = {"DATABASE_URL": own_database()} if os.environ.get("DATABASE_URL") else {}
        own = {
            "VAR_DIR": str(self.var),
            "PORT": str(self.port),
            "DEMO": "no",
            "DJANGO_SETTINGS_MODULE": "tests.chaos.settings",
        }
        return kept | database | own

    def start(self) -> None:
        """Start the supervisor and wait until the studio is ready."""
        command = [sys.executable, "-m", "soraease_web.supervisor"]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environ, stdout=self.log, stderr=self.log, start_new_session=True
        )
        until(self.is_ready, START_SECONDS, "the studio is ready")

    def is_ready(self) -> bool:
        """Return whether visitors may come; fail when the supervisor ended."""
        assert self.process.poll() is None, (self.folder / "studio.log").read_text()[-3000:]
        try:
            return httpx.get(f"http://127.0.0.1:{self.port}/readyz", timeout=3, trust_env=False).status_code == 200
        except httpx.HTTPError:
            return False

    def stop(self) -> int:
        """Ask the supervisor to end, as Ctrl-C does; return its exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)

    def close(self) -> None:
        """End everything, whatever state it is in."""
        if self._clerk:
            self._clerk.kill()
            self._clerk.communicate()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(30)
            self.process.kill()
            self.process.wait()
        self.log.close()
        if "DATABASE_URL" in self.environ:
            drop_database(self.environ["DATABASE_URL"])

    def deed(self, name: str, *arguments: object) -> Any:
        """Have the clerk do something in the studio's database and return the answer."""
        if self._clerk is None:
            self._clerk = subprocess.Popen(
                [sys.executable, "-m", "tests.chaos.clerk"],
                cwd=ROOT,
                env=self.environ,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        self._clerk.stdin.write(" ".join([name, *map(str, arguments)]) + "\n")
        self._clerk.stdin.flush()
        answer = self._clerk.stdout.readline()
        assert answer, f"the clerk died at {name}"
        return json.loads(answer)

    def family(self) -> set[int]:
        """Return the supervisor's processes and theirs, without the supervisor."""
        return descendants(self.process.pid)

    def leader(self, *words: str) -> int:
        """Return the process that was started by the supervisor with these words on its command line."""
        found = [pid for pid in children_of(self.process.pid) if all(word in command_of(pid) for word in words)]
        assert len(found) == 1, f"{words}: {found}"
        return found[0]

    def kill(self, *words: str) -> None:
        """Kill -9 the process that the supervisor started with these words, and see another take its place."""
        before = self.leader(*words)
        os.kill(before, signal.SIGKILL)
        until(lambda: before not in children_of(self.process.pid), 10, f"{words} is buried")

    def broker(self) -> redis.Redis:
        """Return a connection to the studio's broker."""
        return redis.Redis.from_url((self.var / "run" / "redis_url").read_text())


def children_of(pid: int) -> set[int]:
    """Return the processes whose parent is `pid` now."""
    found = set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            fields = status.read_text().rpartition(")")[2].split()
            if int(fields[1]) == pid and fields[0] != "Z":
                found.add(int(status.parent.name))
    return found


def descendants(pid: int) -> set[int]:
    """Return the children of `pid`, and theirs, and so on."""
    found = children_of(pid)
    return found.union(*(descendants(child) for child in found))


def command_of(pid: int) -> str:
    """Return a process's command line; empty when it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def alive(pids: set[int]) -> set[int]:
    """Return those that still run; a zombie does not."""
    return {pid for pid in pids if command_of(pid)}


def own_database() -> str:
    """Create a database beside the one of DATABASE_URL and return its address."""
    address = urlsplit(os.environ["DATABASE_URL"])
    name = f"soraease_chaos_{os.getpid()}_{time.monotonic_ns() % 1_000_000}"
    with psycopg.connect(address._replace(path="/postgres").geturl(), autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return address._replace(path=f"/{name}").geturl()


def drop_database(url: str) -> None:
    """Drop a database that `own_database` made."""
    address = urlsplit(url)
    with psycopg.connect(address._replace(path="/postgres").geturl(), autocommit=True) as server:
        name = sql.Identifier(address.path.lstrip("/"))
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
