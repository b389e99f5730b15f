"""Lines spoken by eSpeak NG in a process of its own, which may crash or hang without harm to ours."""

import importlib.util
import json
import logging
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

logger = logging.getLogger(__name__)

PROGRAM = Path(__file__).with_name("reciter.py")
SECONDS = 30.0


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


def recite(lines: Sequence[Wanted], *, program: Path = PROGRAM, seconds: float = SECONDS) -> list[Recited]:
    """Return the lines as sound, in order; raise NoVoice without the extra, or when speaking fails or takes too long.

    The child is ended and reaped in any case.
    """
    if not is_installed():
        raise NoVoice(installed=False)
    asked = json.dumps([vars(line) for line in lines]).encode()
    try:
        # Isolated, and in an empty environment: it sees its own files and nothing of ours.
        ended = subprocess.run(
            [sys.executable, "-I", str(program)], input=asked, capture_output=True, timeout=seconds, check=True, env={}
        )
        return _read(ended.stdout, len(lines))
    except (subprocess.SubprocessError, OSError, ValueError, KeyError) as error:
        logger.warning("No scratch voice: %s", error)
        raise NoVoice(installed=True) from error


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
