"""A running studio: from the first check of the disk to the last child's end."""

import http.client
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from soraease_web.supervisor import ports, programs
from soraease_web.supervisor.children import Child, Undertaker
from soraease_web.supervisor.freshness import Stamp
from soraease_web.supervisor.home import Home, new_broker_url
from soraease_web.supervisor.programs import Program
from soraease_web.supervisor.trouble import Trouble, check_disk

BEAT_SECONDS = 0.1
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
LAST_STAGE = 3


class Stopped(Exception):
    """Somebody asked the studio to stop."""


class Studio:
    """The supervisor's own life."""

    def __init__(self, var: Path, host: str, port: int) -> None:
        self.home = Home(var)
        self.host = host
        self.port = port
        self.children: list[Child] = []
        self.stop_asked = 0
        self.link = ""
        self._unfinished: dict[str, bytes] = {}

    @property
    def address(self) -> str:
        """Where a browser finds the studio."""
        host = "127.0.0.1" if self.host in ("0.0.0.0", "::") else self.host  # noqa: S104 (compared, not bound)
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    def run(self) -> None:
        """Start everything, and keep it running until a signal asks to stop; raise Trouble when that cannot be."""
        for number in SIGNALS:
            signal.signal(number, self._ask_to_stop)
        self.home.enter()
        try:
            ports.claim(self.host, self.port)
            check_disk(self.home.var)
            self._run_and_stop()
        finally:
            self.home.leave()

    def _run_and_stop(self) -> None:
        self.undertaker = Undertaker()
        try:
            self._run_children()
        except Stopped:
            pass
        finally:
            self._stop_children()
            self.undertaker.dismiss()

    def _ask_to_stop(self, *_ignored: object) -> None:
        self.stop_asked += 1

    def _run_children(self) -> None:
        self._environ = self._environ_of_children()
        self.home.write_broker(self._environ["REDIS_URL"])
        if not os.environ.get("REDIS_URL"):
            self._add(programs.broker(self._environ["REDIS_URL"], self.home.var / "valkey"))
        stamp = Stamp(self.home.var, os.environ.get("DATABASE_URL", ""))
        prepared = self._add(programs.prepare())
        if not stamp.is_fresh():
            self._beat_until(lambda: prepared.code is not None)
        self._add(programs.web(self.host, self.port))
        # Pages first: what works behind them starts when they are there.
        self._beat_until(lambda: prepared.code is not None and self._answers())
        stamp.write()
        self._greet()
        for program in programs.behind_the_web():
            self._add(program)
        self._beat_until(lambda: False)

    def _environ_of_children(self) -> dict[str, str]:
        own = {
            "VAR_DIR": str(self.home.var),
            "REDIS_URL": os.environ.get("REDIS_URL") or new_broker_url(),
            "SITE_URL": os.environ.get("SITE_URL") or self.address,
            "PYTHONUNBUFFERED": "1",
        }
        return os.environ | own

    def _add(self, program: Program) -> Child:
        child = Child(program, self._environ, self.undertaker)
        self.children.append(child)
        child.start()
        return child

    def _beat_until(self, done: Callable[[], bool]) -> None:
        """Tend the children until `done`; raise Stopped as soon as somebody asks to stop."""
        while not done():
            if self.stop_asked:
                raise Stopped
            self.undertaker.tend()
            for child in self.children:
                self._tend(child)
            time.sleep(BEAT_SECONDS)

    def _tend(self, child: Child) -> None:
        self._relay(child)
        if said := child.tend():
            self._print(child.program.name, said)
        if child.program.name == "prepare" and child.code:
            raise Trouble("The studio could not be prepared; the lines above say why. Nothing was lost.")

    def _greet(self) -> None:
        print(f"\nSoraEase is on {self.address}", flush=True)
        if self.link:
            print(f"Sign in to the demo account (works once): {self.link}", flush=True)
        print(f"Ctrl-C stops the studio; its data stays in {self.home.var}\n", flush=True)

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection(self.address.removeprefix("http://"), timeout=1)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == http.client.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def _relay(self, child: Child) -> None:
        name = child.program.name
        *lines, self._unfinished[name] = (self._unfinished.get(name, b"") + child.read()).split(b"\n")
        for line in lines:
            self._hear(name, line.decode(errors="replace"))

    def _hear(self, name: str, line: str) -> None:
        if name == "prepare" and line.startswith("http"):
            self.link = line
        else:
            self._print(name, line)

    def _print(self, name: str, line: str) -> None:
        print(f"{name:<6} | {line}", flush=True)

    def _stop_children(self) -> None:
        if self.children:
            print("Stopping…", flush=True)
        for stage in range(LAST_STAGE + 1):
            self._stop([child for child in self.children if child.program.stops == stage])

    def _stop(self, children: list[Child]) -> None:
        """Ask the children to end, wait as long as each may take (a second Ctrl-C waits no longer), and bury them."""
        started = [child for child in children if child.started]
        for child in started:
            child.signal(signal.SIGTERM)
        end = time.monotonic() + max((child.program.grace_seconds for child in started), default=0)
        while any(child.alive for child in started) and time.monotonic() < end and self.stop_asked < 2:
            time.sleep(BEAT_SECONDS / 2)
        for child in started:
            self._relay(child)
            child.bury()
