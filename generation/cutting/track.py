"""The sound track of a film: packets of the takes, copied; what a transition touches, mixed and encoded again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from . import aac, loudness, sound
from .mezzanine import Mezzanine
from .pieces import Placed, zero
from .samples import Sources, rows
from .sound import Sound

LEAD = 3  # packets that an encoder hears before the first one we use, so that it overlaps with what stands before it
LONGEST_MIX = 1024  # packets


@dataclass(frozen=True)
class Run:
    """Film packets `first` to `last` (left out) are packets `first + shift` onwards of `sound`.

    `zero` is the second of the film at which the clock of that sound stands at zero.
    """

    first: int
    last: int
    sound: Sound
    shift: int
    zero: float


class Track:
    """The whole sound track. It holds the measures of each packet (some 60 bytes a second), never the sound."""

    def __init__(self, placed: Sequence[Placed], mezzanine: Mezzanine, work: Path, target: float | None) -> None:
        self.samples = mezzanine.samples(placed[-1].end)
        self._blocks = -(-self.samples // aac.PACKET)
        self._placed = placed
        self._mezzanine = mezzanine
        self._work = work
        self._runs = self._with_mixes(self._copied())
        energy, peak = self._measures()
        self._levelling = loudness.level(energy, peak, target)

    @property
    def loudness(self) -> float | None:
        """Integrated loudness in LUFS as it leaves here; None for silence."""
        return self._levelling.after

    def rows(self, sources: Sources) -> Iterator[np.ndarray]:
        """Each packet as it is to be written; where a take ends before its picture, packets of silence."""
        for run in self._runs:
            found = run.sound.sizes[run.first + run.shift : run.last + run.shift]
            there = run.first + len(found)
            yield self._found(run, there, sources)
            if there < run.last:
                yield self._silent(there, run.last, sources)

    def _found(self, run: Run, last: int, sources: Sources) -> np.ndarray:
        taken = slice(run.first + run.shift, last + run.shift)
        return rows(
            sources.number(run.sound.path),
            run.sound.offsets[taken],
            run.sound.sizes[taken],
            run.zero + _clock(taken.start, taken.stop),
            sound=True,
            second_gain=run.sound.measures.second_gains[taken],
            steps=self._levelling.steps[run.first : last],
        )

    def _silent(self, first: int, last: int, sources: Sources) -> np.ndarray:
        quiet, _second_gain = aac.quiet()
        path = self._work / "quiet"
        path.write_bytes(quiet)
        places = np.zeros(last - first, dtype=np.int64)
        return rows(sources.number(path), places, places + len(quiet), _clock(first, last), sound=True)

    def _copied(self) -> list[Run]:
        """One run for each piece, on the grid of packets that the whole film shares.

        A piece sounds at most half a packet (11 ms) beside its picture, and this never adds up.
        """
        starts = [round(self._mezzanine.samples(one.start) / aac.PACKET) for one in self._placed]
        ends = [*starts[1:], self._blocks + 1]
        return [
            Run(start, end, one.take.sound, self._shift(one), zero(one, self._mezzanine))
            for one, start, end in zip(self._placed, starts, ends, strict=True)
        ]

    def _shift(self, one: Placed) -> int:
        entered = self._mezzanine.samples(one.piece.in_frame)
        return max(
            round((entered - self._mezzanine.samples(one.start)) / aac.PACKET),
            -round(self._mezzanine.samples(one.start) / aac.PACKET),
        )

    def _with_mixes(self, runs: list[Run]) -> list[Run]:
        mixes = [self._mix(first, last, number) for number, (first, last) in enumerate(self._touched())]
        return list(_overlaid(runs, mixes))

    def _touched(self) -> Iterator[tuple[int, int]]:
        """Ranges of packets around the transitions; no range is long, however the transitions crowd."""
        done = 0
        for first, last in sorted(self._transitions()):
            begin = max(done, first)
            while begin < last:
                done = min(last, begin + LONGEST_MIX)
                yield begin, done
                begin = done

    def _transitions(self) -> Iterator[tuple[int, int]]:
        for one in self._placed:
            if one.head:
                yield self._packets(one.start, one.start + one.head)
            if one.fade_out:
                yield self._packets(one.end - one.fade_out, one.end)

    def _packets(self, first: int, last: int) -> tuple[int, int]:
        """The packets heard between two film frames, and one more, so that the next one overlaps with its like."""
        start, end = self._mezzanine.samples(first), self._mezzanine.samples(last)
        return start // aac.PACKET, min(-(-end // aac.PACKET) + 1, self._blocks + 1)

    def _mix(self, first: int, last: int, number: int) -> Run:
        start = max(0, first - LEAD)
        stop = last + 2
        mixed = np.zeros(((stop - start) * aac.PACKET, 2), dtype=np.float32)
        times = np.arange(start * aac.PACKET, stop * aac.PACKET)
        for one, following in zip(self._placed, [*self._placed[1:], None], strict=True):
            envelope = self._envelope(one, following, times)
            if envelope is not None:
                mixed += envelope[:, None] * self._decoded(one, start, stop)
        made = sound.encode(mixed, self._work, self._work / f"mix{number:06}.aac")
        return Run(first, last, made, -start, start * aac.PACKET / aac.RATE)

    def _envelope(self, one: Placed, following: Placed | None, times: np.ndarray) -> np.ndarray | None:
        """How loud a piece is at film samples `times`; None when it is not heard at all.

        A dissolve keeps the power, as two takes have nothing in common; fades are straight.
        """
        samples = self._mezzanine.samples
        start, end = samples(one.start), samples(one.end)
        running_on = samples(one.end + following.dissolve) - end if following else 0
        if times[0] >= end + running_on or times[-1] < start:
            return None
        heard = np.where((times >= start) & (times < end + running_on), 1.0, 0.0)
        if one.head:
            rise = np.clip((times - start) / (samples(one.start + one.head) - start), 0, 1)
            heard *= np.sin(rise * np.pi / 2) if one.dissolve else rise
        if one.fade_out:
            heard *= np.clip((end - times) / (end - samples(one.end - one.fade_out)), 0, 1)
        if running_on:
            heard *= np.cos(np.clip((times - end) / running_on, 0, 1) * np.pi / 2)
        return heard.astype(np.float32)

    def _decoded(self, one: Placed, start: int, stop: int) -> np.ndarray:
        """The take's sound for film blocks `start` to `stop`, silence where it has none."""
        shift, taken = self._shift(one), one.take.sound
        first, last = max(start + shift, 0), min(stop + shift, len(taken) - 1)
        sounding = np.zeros(((stop - start) * aac.PACKET, 2), dtype=np.float32)
        if first < last:
            samples = sound.decode(list(taken.packets(first, last + 1)), self._work)
            place = (first - shift - start) * aac.PACKET
            sounding[place : place + len(samples)] = samples
        return sounding

    def _measures(self) -> tuple[np.ndarray, np.ndarray]:
        """Energy and peak of each block of the film."""
        energy, peak = np.zeros(self._blocks + 1), np.zeros(self._blocks + 1)
        for run in self._runs:
            measured = run.sound.measures
            first, last = run.first + run.shift, run.last + run.shift
            there = slice(run.first, run.first + len(measured.energy[first:last]))
            energy[there] = measured.energy[first:last]
            peak[there] = measured.peak[first:last]
        return energy[:-1], peak[:-1]


def _clock(first: int, last: int) -> np.ndarray:
    """The seconds at which packets `first` to `last` (left out) begin; packet 0 is the priming before the start."""
    return (np.arange(first, last) - 1) * aac.PACKET / aac.RATE


def _overlaid(runs: list[Run], mixes: list[Run]) -> Iterator[Run]:
    """The runs, with the mixes laid over them; both are in order."""
    waiting = iter(mixes)
    mix = next(waiting, None)
    at = 0
    for run in runs:
        while mix is not None and mix.first < run.last:
            if at < mix.first:
                yield replace(run, first=at, last=mix.first)
            yield mix
            at = mix.last
            mix = next(waiting, None)
        if at < run.last:
            yield replace(run, first=max(at, run.first))
            at = run.last
