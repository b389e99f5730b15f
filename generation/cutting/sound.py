"""The sound of a take: its AAC packets, and for each block of 1024 samples how loud it is and how high it peaks.

Packet `i` and packet `i + 1` together decode to block `i`, samples 1024·i to 1024·(i+1); packet 0 is the encoder's
priming. The measures are of what the packets decode to, taken once when the take arrives, and travel in the file.
"""

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from . import aac, boxes, ffmpeg

BITRATE = "128k"  # for each of the two channels
SECONDS = 300.0
_IDENTITY = bytes.fromhex("5c1f0a6e2b7d4f7f9a3f7b1de06a5e21")
_HEAD = struct.Struct(">4sIQ")
_VERSION = b"snd1"
# ITU-R BS.1770-4, the two stages of K-weighting at 48 kHz.
_SHELF = (
    "biquad=b0=1.53512485958697:b1=-2.69169618940638:b2=1.19839281085285:a0=1:a1=-1.69065929318241:a2=0.73248077421585"
)
_RUMBLE_CUT = "biquad=b0=1:b1=-2:b2=1:a0=1:a1=-1.99004745483398:a2=0.99007225036621"
_OVERSAMPLING = 4


@dataclass(frozen=True)
class Measures:
    """One entry per packet: place of the second gain (bits), K-weighted mean square, true peak (1.0 is full scale)."""

    samples: int
    second_gains: np.ndarray
    energy: np.ndarray
    peak: np.ndarray

    def to_bytes(self) -> bytes:
        """As kept in the file of the take."""
        head = _HEAD.pack(_VERSION, len(self.energy), self.samples)
        return head + b"".join(
            (
                self.second_gains.astype(">u2").tobytes(),
                self.energy.astype(">f4").tobytes(),
                self.peak.astype(">f4").tobytes(),
            )
        )

    @classmethod
    def from_bytes(cls, kept: bytes) -> "Measures":
        """The reverse of `to_bytes`; raises ValueError when it is something else."""
        if len(kept) < _HEAD.size:
            raise ValueError("no measures of sound")
        version, count, samples = _HEAD.unpack_from(kept)
        if version != _VERSION or len(kept) != _HEAD.size + 10 * count:
            raise ValueError("no measures of sound")
        places = np.frombuffer(kept, ">u2", count, _HEAD.size).astype(np.int64)
        energy = np.frombuffer(kept, ">f4", count, _HEAD.size + 2 * count).astype(np.float64)
        peak = np.frombuffer(kept, ">f4", count, _HEAD.size + 6 * count).astype(np.float64)
        return cls(samples, places, energy, peak)


@dataclass(frozen=True)
class Sound:
    """The packets of one file of ours, as places in that file, and their measures."""

    path: Path
    offsets: np.ndarray
    sizes: np.ndarray
    measures: Measures

    @classmethod
    def of(cls, path: Path, track: boxes.Track) -> "Sound":
        """The sound of a normalised take, its only audio track. Raises ValueError when the file is not one."""
        kept = boxes.read_extra(path, _IDENTITY)
        if kept is None:
            raise ValueError("this file was not normalised")
        measures = Measures.from_bytes(kept)
        if len(measures.energy) != len(track.sizes):
            raise ValueError("the measures are of another sound")
        return cls(path, track.offsets, track.sizes, measures)

    @classmethod
    def of_adts(cls, path: Path, measures: Measures) -> "Sound":
        """The sound kept in an ADTS file that we wrote."""
        sizes = np.array([len(packet) for packet in aac.read_adts(path.read_bytes())], dtype=np.int64)
        starts = np.cumsum(sizes + aac.HEADER) - sizes
        return cls(path, starts, sizes, measures)

    def __len__(self) -> int:
        return len(self.sizes)

    def packets(self, first: int, last: int) -> Iterator[bytes]:
        """Packets `first` to `last` (left out), as they stand in the file."""
        file = os.open(self.path, os.O_RDONLY)
        try:
            for place, size in zip(self.offsets[first:last].tolist(), self.sizes[first:last].tolist(), strict=True):
                yield os.pread(file, size, place)
        finally:
            os.close(file)


def channels_graph(source: str, samples: int) -> str:
    """A filter graph that turns stream `source` into exactly `samples` at 48 kHz, as the mono outputs [l] and [r]."""
    return (
        f"{source}aresample={aac.RATE}:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=stereo,"
        f"apad,atrim=end_sample={samples},asplit[both0][both1];"
        "[both0]pan=mono|c0=c0[l];[both1]pan=mono|c0=c1[r]"
    )


def channel_outputs() -> list[str]:
    """Arguments that write [l] and [r] as `left.aac` and `right.aac` in the directory of the run."""
    # No noise substitution: it is decoded with the decoder's own random numbers, so nothing would be the same twice.
    # The fast search: the slow one lets single channels come out 10 dB noisier at the same rate.
    how = ["-c:a", "aac", "-aac_coder", "fast", "-b:a", BITRATE, "-aac_pns", "0", "-flags:a", "+bitexact", "-f", "adts"]
    return ["-map", "[l]", *how, "left.aac", "-map", "[r]", *how, "right.aac"]


def gather(work: Path, target: Path, samples: int, *, seconds: float = SECONDS) -> Measures:
    """Lay `left.aac` and `right.aac` in `work` side by side into the ADTS file `target`, and measure it."""
    left = aac.read_adts((work / "left.aac").read_bytes())
    right = aac.read_adts((work / "right.aac").read_bytes())
    wanted = -(-samples // aac.PACKET) + 1
    places = np.full(wanted, aac.quiet()[1], dtype=np.int64)
    with target.open("wb") as file:
        for number in range(wanted):
            packet, places[number] = _next_pair(left, right)
            file.write(aac.adts_header(len(packet)) + packet)
    energy, peak = _measure(target, wanted, work, seconds)
    return Measures(samples, places, energy, peak)


def _next_pair(left: Iterator[bytes], right: Iterator[bytes]) -> tuple[bytes, int]:
    first, second = next(left, None), next(right, None)
    return aac.quiet() if first is None or second is None else aac.pair(first, second)


def keep(path: Path, measures: Measures) -> None:
    """Write the measures into the file of a take."""
    boxes.append_extra(path, _IDENTITY, measures.to_bytes())


def _measure(path: Path, packets: int, work: Path, seconds: float) -> tuple[np.ndarray, np.ndarray]:
    """Mean square (K-weighted) and true peak of each block; one decode, in memory that does not grow with it."""
    rate = aac.RATE * _OVERSAMPLING
    graph = (
        f"[0:a]asplit[a][b];[a]{_SHELF},{_RUMBLE_CUT},aresample={rate}[k];"
        f"[b]aresample={rate}[p];[k][p]join=inputs=2:channel_layout=4.0:map=0.0-FL|0.1-FR|1.0-FC|1.1-BC[out]"
    )
    meter = _Meter()
    ffmpeg.run(
        [
            *("-v", "error", *ffmpeg.source(path, "aac"), "-filter_complex", graph),
            *("-map", "[out]", "-c:a", "pcm_f32le", "-f", "f32le", "pipe:1"),
        ],
        seconds=seconds,
        cwd=work,
        on_output=meter.hear,
    )
    return meter.blocks(packets)


class _Meter:
    """Sums up four interleaved channels (two weighted, two plain) block by block."""

    BLOCK = aac.PACKET * _OVERSAMPLING * 4 * 4

    def __init__(self) -> None:
        self._rest = bytearray()
        self._energy: list[np.ndarray] = []
        self._peak: list[np.ndarray] = []

    def hear(self, samples: bytes) -> None:
        """Take in more bytes of sound."""
        self._rest += samples
        whole = len(self._rest) // self.BLOCK * self.BLOCK
        if whole:
            self._sum_up(bytes(self._rest[:whole]))
            del self._rest[:whole]

    def blocks(self, packets: int) -> tuple[np.ndarray, np.ndarray]:
        """Energy and peak of block 0 onwards; decoded block 0 is the priming and is left out."""
        if self._rest:
            self._sum_up(bytes(self._rest.ljust(self.BLOCK, b"\0")))
        return _fit(self._energy, packets), _fit(self._peak, packets)

    def _sum_up(self, whole: bytes) -> None:
        sound = np.frombuffer(whole, "<f4").reshape(-1, aac.PACKET * _OVERSAMPLING, 4)
        self._energy.append(np.square(sound[:, :, :2], dtype=np.float64).mean(axis=1).sum(axis=1))
        self._peak.append(np.abs(sound[:, :, 2:]).max(axis=(1, 2)).astype(np.float64))


def _fit(parts: list[np.ndarray], packets: int) -> np.ndarray:
    values = np.concatenate(parts)[1:] if parts else np.zeros(0)
    return np.concatenate([values, np.zeros(max(0, packets - len(values)))])[:packets]


def decode(packets: list[bytes], work: Path) -> np.ndarray:
    """What packets decode to, but for the first, which only starts the overlap: float32, (1024·(n-1), 2)."""
    heard = bytearray()
    stream = [aac.adts_header(len(packet)) + packet for packet in packets]
    ffmpeg.run(
        ["-v", "error", *ffmpeg.source("pipe:0", "aac"), "-c:a", "pcm_f32le", "-f", "f32le", "pipe:1"],
        seconds=SECONDS,
        cwd=work,
        stdin=stream,
        on_output=heard.extend,
    )
    return np.frombuffer(bytes(heard), "<f4").reshape(-1, 2)[aac.PACKET :]


def encode(samples: np.ndarray, work: Path, target: Path) -> Sound:
    """Encode float32 samples (n, 2) into the ADTS file `target`, measured."""
    raw = ["-ar", str(aac.RATE), "-ac", "2", "-channel_layout", "stereo"]
    ffmpeg.run(
        [
            *("-v", "error", *ffmpeg.source("pipe:0", "f32le", *raw)),
            *("-filter_complex", channels_graph("[0:a]", len(samples)), *channel_outputs()),
        ],
        seconds=SECONDS,
        cwd=work,
        stdin=[samples.astype("<f4").tobytes()],
    )
    return Sound.of_adts(target, gather(work, target, len(samples)))
