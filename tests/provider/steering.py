"""Starts the provider, tells it how to behave, and asks it what it knows."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from tests.provider.server import KEY


class Steering:
    """The test's hold on a running provider."""

    def __init__(self, port: int):
        self.url = f"http://127.0.0.1:{port}"
        self._client = httpx.Client(base_url=self.url, trust_env=False, timeout=20)

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def reset(self, **modes: Any) -> None:
        """Forget everything, and behave by `modes` from now on."""
        self._tell({"reset": modes})

    def misbehaves(self, what: str, *faults: dict[str, Any] | str) -> None:
        """Answer the next requests for `what` (submit, poll, find, fetch, cancel) by `faults`, one each."""
        told = [{"kind": fault} if isinstance(fault, str) else fault for fault in faults]
        self._tell({"faults": {what: told}})

    def always(self, what: str, fault: dict[str, Any] | str) -> None:
        """Answer every request for `what` by `fault`."""
        told = {"kind": fault} if isinstance(fault, str) else fault
        self._tell({"faults": {what: [{**told, "always": True}]}})

    def behaves(self, what: str) -> None:
        """Answer requests for `what` as usual again."""
        self._tell({"faults": {what: []}})

    def rings(self, job: str, **how: Any) -> list[int]:
        """Let it call the webhook of one of its jobs, as `tests.provider.server.ring` says; return the answers."""
        return self._tell({"ring": {"job": job, **how}})["answers"]

    def state(self) -> dict[str, Any]:
        """Return its jobs, its bill and how often it was asked for what."""
        return self._client.get("/control").json()

    @property
    def jobs(self) -> list[dict]:
        """The jobs that it has accepted: each one is billed."""
        return self.state()["jobs"]

    def counted(self, what: str) -> int:
        """How often it was asked for `what`."""
        return self.state()["counts"].get(what, 0)

    def options(self, **more: Any) -> dict[str, Any]:
        """Return the options of a backend that speaks to it."""
        return {"base_url": self.url, "key": KEY, **more}

    def _tell(self, said: dict[str, Any]) -> Any:
        return self._client.post("/control", json=said).raise_for_status().json()


@contextmanager
def running_provider() -> Iterator[Steering]:
    """Give a provider in a process of its own, which ends with the tests, whatever happens to them."""
    command = [sys.executable, "-m", "tests.provider.server"]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    steering = Steering(int(child.stdout.readline()))
    try:
        yield steering
    finally:
        steering.close()
        child.stdin.close()
        child.wait(10)
        child.stdout.close()
