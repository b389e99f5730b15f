"""A program of its own: reads lines as JSON from its input, and writes them as sound that eSpeak NG has spoken.

It runs apart because eSpeak NG is under another licence, keeps its state in the process, and is not to take a worker
down when it crashes or hangs. Nothing but the standard library and espeakng-loader may be imported here.

Output, for each line: one line of JSON (`rate` in samples a second, `samples`, `words` as place in the text and time in
milliseconds), then the samples, 16 bits each, the machine's order.
"""

import ctypes
import json
import resource
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

SYNCHRONOUS, CHARACTERS, UTF8, WORD = 2, 1, 1, 1
RATE, VOLUME, PITCH, RANGE = 1, 2, 3, 4
FALLBACK = b"en"
CPU_SECONDS = 60  # of processor time for one line: only what turns in circles needs so much
BREATH = 1
MEMORY = 1 << 30


class Event(ctypes.Structure):
    """espeak_EVENT of speak_lib.h, whose last member is a union of 8 bytes."""

    _fields_ = [
        ("type", ctypes.c_int), ("unique_identifier", ctypes.c_uint), ("text_position", ctypes.c_int),
        ("length", ctypes.c_int), ("audio_position", ctypes.c_int), ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p), ("id", ctypes.c_char * 8),
    ]  # fmt: skip


Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(Event))


class Reciter:
    """eSpeak NG, ready to speak; raises OSError when it cannot be loaded."""

    def __init__(self) -> None:
        import espeakng_loader

        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        self.rate = self._library.espeak_Initialize(SYNCHRONOUS, 0, espeakng_loader.get_data_path().encode(), 1 << 15)
        if self.rate <= 0:
            raise OSError("eSpeak NG does not find its data")
        self._sound = bytearray()
        self._words: list[tuple[int, int]] = []
        self._callback = Callback(self._hear)
        self._library.espeak_SetSynthCallback(self._callback)

    def _hear(self, wave: Any, samples: int, events: Any) -> int:
        if wave and samples > 0:
            self._sound += ctypes.string_at(wave, samples * 2)
        index = 0
        while events and events[index].type:
            if events[index].type == WORD:
                self._words.append((events[index].text_position - 1, events[index].audio_position))
            index += 1
        return 0

    def speak(self, line: dict[str, Any]) -> tuple[bytes, list[tuple[int, int]]]:
        """Return the samples of one line and where its words begin (characters, milliseconds)."""
        self._sound.clear()
        self._words.clear()
        self._choose(line["voices"])
        # Breath and flutter are drawn by chance, which eSpeak NG seeds with the second in which it was started.
        self._library.espeak_ng_SetRandSeed(BREATH)
        for parameter, value in ((RATE, line["rate"]), (PITCH, line["pitch"]), (RANGE, line["range"]), (VOLUME, 90)):
            self._library.espeak_SetParameter(parameter, int(value), 0)
        text = line["text"].encode() + b"\0"
        self._library.espeak_Synth(text, len(text), 0, CHARACTERS, 0, UTF8, None, None)
        self._library.espeak_Synchronize()
        return bytes(self._sound), list(self._words)

    def _choose(self, voices: list[str]) -> None:
        """Take the first voice that there is: a language may be unknown here, or a variant."""
        for voice in (*(voice.encode() for voice in voices), FALLBACK):
            if self._library.espeak_SetVoiceByName(voice) == 0:
                return


def recite(lines: list[dict[str, Any]], write: Callable[[bytes], Any]) -> None:
    """Speak all lines, in order, each written as soon as it is spoken: who listens hears that we live."""
    reciter = Reciter()
    for line in lines:
        _allow(resource.RLIMIT_CPU, int(time.process_time()) + CPU_SECONDS)
        sound, words = reciter.speak(line)
        head = {"rate": reciter.rate, "samples": len(sound) // 2, "words": words}
        write(json.dumps(head).encode() + b"\n" + sound)


def _allow(what: int, limit: int) -> None:
    with suppress(OSError, ValueError):  # not every system knows each
        resource.setrlimit(what, (limit, resource.getrlimit(what)[1]))


def main() -> None:
    """Speak what comes in, within limits of processor time and memory that hold even when nobody waits any more."""
    _allow(resource.RLIMIT_AS, MEMORY)
    _allow(resource.RLIMIT_CORE, 0)
    recite(json.load(sys.stdin.buffer), _write)


def _write(told: bytes) -> None:
    sys.stdout.buffer.write(told)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
