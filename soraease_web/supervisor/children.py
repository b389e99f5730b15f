"""Children: started, listened to, started again when they die, and stopped in order."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections import deque
from pathlib import Path

from soraease_web.supervisor.programs import ROOT, Program
from soraease_web.supervisor.trouble import Trouble

HERE = Path(__file__).parent
DEATHS_ALLOWED = 6
WITHIN_SECONDS = 60.0
LONGEST_PAUSE = 5.0


class Undertaker:
    """The process that kills our children's groups if we are killed; see undertaker.py."""

    def __init__(self) -> None:
        self._groups: set[int] = set()
        self._start()

    def _start(self) -> None:
        command = [sys.executable, "-IS", str(HERE / "undertaker.py")]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, text=True, start_new_session=True)
        assert self._process.stdin  # noqa: S101 (we asked for a pipe)
        self._pipe = self._process.stdin
        for group in self._groups:
            self._say(f"+{group}")

    def _say(self, line: str) -> None:
        self._pipe.write(f"{line}\n")
        self._pipe.flush()

    def tend(self) -> None:
        """Start it again if somebody killed it."""
        if self._process.poll() is not None:
            with contextlib.suppress(BrokenPipeError):
                self._pipe.close()
            self._start()

    def watch(self, group: int) -> None:
        """Tell it of a group that was started."""
        self._groups.add(group)
        with contextlib.suppress(BrokenPipeError):
            self._say(f"+{group}")

    def forget(self, group: int) -> None:
        """Tell it of a group that is gone."""
        self._groups.discard(group)
        with contextlib.suppress(BrokenPipeError):
            self._say(f"-{group}")

    def dismiss(self) -> None:
        """Let it end, and wait for that."""
        with contextlib.suppress(BrokenPipeError):
            self._pipe.close()
        self._process.wait()


class Child:
    """One program of the studio and the process that it is at the moment."""

    def __init__(self, program: Program, environ: dict[str, str], undertaker: Undertaker) -> None:
        self.program = program
        self._environ = environ
        self._undertaker = undertaker
        self._process: subprocess.Popen | None = None
        self._deaths: deque[float] = deque(maxlen=DEATHS_ALLOWED)
        self._start_at = 0.0
        self.code: int | None = None

    @property
    def started(self) -> bool:
        """Whether there is a process to bury."""
        return self._process is not None

    @property
    def alive(self) -> bool:
        """Whether its process runs."""
        return self._process is not None and self._process.poll() is None

    @property
    def _leader(self) -> subprocess.Popen:
        if self._process is None:
            raise RuntimeError(f"{self.program.name} was not started.")
        return self._process

    @property
    def pid(self) -> int:
        """The process id of the leader of its group."""
        return self._leader.pid

    def start(self) -> None:
        """Start the process, in a group of its own so that Ctrl-C reaches the supervisor alone."""
        command = [sys.executable, "-IS", str(HERE / "launch.py"), str(os.getpid()), *self.program.command]
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=self._environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            process_group=0,
        )
        assert self._process.stdout  # noqa: S101 (we asked for a pipe)
        self._output = self._process.stdout
        os.set_blocking(self._output.fileno(), False)
        self._undertaker.watch(self.pid)

    def read(self) -> bytes:
        """Return what it printed since the last time."""
        return (self._output.read() or b"") if self.started else b""

    def signal(self, number: int) -> None:
        """Send a signal to its leader."""
        with contextlib.suppress(ProcessLookupError):
            self._leader.send_signal(number)

    def bury(self) -> int:
        """Kill what is left of its group and return the exit code (minus the signal that killed it)."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        code = self._leader.wait()
        self._undertaker.forget(self.pid)
        self._output.close()
        self._process = None
        return code

    def tend(self) -> str:
        """Start the process if it is time to, and bury it if it died; return a sentence if there is something to say.

        Raise Trouble when it dies again and again.
        """
        if self.alive:
            return ""
        if self._process is None:
            if time.monotonic() >= self._start_at:
                self.start()
            return ""
        return self._after_death(self.bury())

    def _after_death(self, code: int) -> str:
        self.code = code
        if self.program.once:
            self._start_at = float("inf")
            return "" if code == 0 else f"ended ({_ending(code)})"
        now = time.monotonic()
        self._deaths.append(now)
        if len(self._deaths) == DEATHS_ALLOWED and now - self._deaths[0] < WITHIN_SECONDS:
            raise Trouble(
                f"{self.program.name!r} stopped {DEATHS_ALLOWED} times within a minute, so the studio stops too; "
                "its own lines above say why."
            )
        recent = sum(now - death < WITHIN_SECONDS for death in self._deaths)
        self._start_at = now + min(LONGEST_PAUSE, 0.25 * 2 ** (recent - 1))
        return f"stopped ({_ending(code)}); it is started again"


def _ending(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"code {code}"
