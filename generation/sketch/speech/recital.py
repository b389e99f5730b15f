"""Lines spoken by eSpeak NG in a process of its own, which may crash or hang without harm to ours."""

import importlib.util
import json
import logging
import os
import selectors
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, cast

import numpy as np

logger = logging.getLogger(__name__)

PROGRAM = Path(__file__).with_name("reciter.py")
SILENCE = 300.0  # seconds without a line after which it hangs: a busy machine is slow, and must not change the sound


class NoVoice(Exception):
    """Nothing was spoken; `installed` says whether there is anything that could have."""

    def __init__(self, *, installed: bool) -> None:
        super().__init__("eSpeak NG failed" if installed else "espeakng-loader is not installed")
        self.installed = installed


@dataclass(frozen=True)
class Wanted:
    """A line to be spoken: names of voices, best first, and how."""

    text: str
    voices: tuple[str, ...]
    rate: int
    pitch: int
    range: int


@dataclass(frozen=True)
class Recited:
    """A spoken line: samples (-1 to 1) at `rate`, and where its words begin: (place in the text, seconds)."""

    sound: np.ndarray
    rate: int
    words: tuple[tuple[int, float], ...]


@cache
def is_installed() -> bool:
    """Return whether the extra `speech` is installed."""
    return importlib.util.find_spec("espeakng_loader") is not None


def recite(lines: Sequence[Wanted], *, program: Path = PROGRAM, silence: float = SILENCE) -> list[Recited]:
    """Return the lines as sound, in order; raise NoVoice without the extra, or when the reciter fails or hangs.

    However long all lines take, it hangs when it gives none for `silence` seconds. It is ended and reaped in any case.
    """
    if not is_installed():
        raise NoVoice(installed=False)
    try:
        return _read(_told(lines, program, silence), len(lines))
    except (subprocess.SubprocessError, OSError, ValueError, KeyError) as error:
        logger.warning("No scratch voice: %s", error)
        raise NoVoice(installed=True) from error


def _told(lines: Sequence[Wanted], program: Path, silence: float) -> bytes:
    """Return what the reciter says; raise CalledProcessError when it fails, TimeoutError when it hangs."""
    # Isolated, and in an empty environment: it sees its own files and nothing of ours.
    command = [sys.executable, "-I", str(program)]
    with tempfile.TemporaryFile() as asked:
        asked.write(json.dumps([vars(line) for line in lines]).encode())
        asked.seek(0)
        with subprocess.Popen(
            command, stdin=asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}
        ) as reciter:
            try:
                told = b"".join(_heard(cast("IO[bytes]", reciter.stdout), silence))
                status = reciter.wait(silence)
            finally:
                reciter.kill()
    if status:
        raise subprocess.CalledProcessError(status, command)
    return told


def _heard(pipe: IO[bytes], silence: float) -> Iterator[bytes]:
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while selector.select(silence):
            if not (part := os.read(pipe.fileno(), 1 << 16)):
                return
            yield part
    raise TimeoutError(f"the reciter said nothing for {silence:g} seconds")


def _read(told: bytes, count: int) -> list[Recited]:
    spoken = []
    for _line in range(count):
        head, found, told = told.partition(b"\n")
        if not found:
            raise ValueError("the reciter fell silent")
        facts = json.loads(head)
        size = 2 * facts["samples"]
        sound = np.frombuffer(told[:size], np.int16).astype(np.float32) / 32768
        if sound.size != facts["samples"]:
            raise ValueError("the reciter broke off")
        told = told[size:]
        spoken.append(Recited(sound, facts["rate"], tuple((at, ms / 1000) for at, ms in facts["words"])))
    return spoken
