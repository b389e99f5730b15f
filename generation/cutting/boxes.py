"""Reading the boxes of an MP4: enough to find out if a file is whole, and where our own takes keep their samples."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np

CONTAINERS = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"udta"}
LARGEST_HEADER = 256 << 20


class BrokenBoxes(ValueError):
    """The file is not a whole MP4."""


@dataclass(frozen=True)
class Box:
    """One box: where its body starts, and how many bytes the body has."""

    kind: bytes
    start: int
    size: int


@dataclass(frozen=True)
class Track:
    """The samples of one track: place and size of each in the file, in decoding order; durations in `timescale`.

    `keys` says of each sample whether a decoder can begin with it.
    """

    handler: bytes
    timescale: int
    duration: int
    offsets: np.ndarray
    sizes: np.ndarray
    keys: np.ndarray
    description: bytes

    @property
    def coding(self) -> str:
        """The four letters of the codec: "avc1", "mp4a"."""
        return self.description[12:16].decode("latin-1")

    @property
    def picture_size(self) -> tuple[int, int]:
        """Width and height of a picture track."""
        return struct.unpack_from(">HH", self.description, 40)

    @property
    def chroma(self) -> int:
        """Chroma format of an H.264 High picture track: 1 is 4:2:0; 0 when it does not say."""
        settings = self.decoder_settings
        return settings[-4] & 3 if len(settings) > 4 else 0

    @property
    def decoder_settings(self) -> bytes:
        """What an H.264 decoder is set up with; tracks are joined only where it is the same."""
        at = self.description.find(b"avcC")
        if at < 4:
            return b""
        size = struct.unpack_from(">I", self.description, at - 4)[0]
        return self.description[at + 4 : at + size - 4]

    @property
    def sound_format(self) -> tuple[int, int]:
        """Samples per second and channels of an audio track."""
        channels, rate = struct.unpack_from(">H6xI", self.description, 32)
        return rate >> 16, channels


def top_level(file: BinaryIO) -> Iterator[Box]:
    """Each box of an open file, in order. Raises BrokenBoxes when one claims more bytes than there are."""
    file.seek(0, 2)
    end = file.tell()
    at = 0
    while at < end:
        file.seek(at)
        box, at = _read_box(file.read(16), at, end)
        yield box


def _read_box(header: bytes, at: int, end: int) -> tuple[Box, int]:
    """The box whose header this is, and the place of the next one."""
    if len(header) < 8:
        raise BrokenBoxes("the last box is cut off")
    size, kind = struct.unpack(">I4s", header[:8])
    head = 8
    if size == 1:
        if len(header) < 16:
            raise BrokenBoxes("the last box is cut off")
        size, head = struct.unpack(">Q", header[8:16])[0], 16
    elif size == 0:
        size = end - at
    if size < head or at + size > end:
        raise BrokenBoxes("a box is longer than the file")
    return Box(kind, at + head, size - head), at + size


def read_tracks(path: Path) -> list[Track]:
    """The tracks of an MP4. Raises BrokenBoxes when there is no readable index."""
    with path.open("rb") as file:
        for box in top_level(file):
            if box.kind == b"moov" and box.size <= LARGEST_HEADER:
                file.seek(box.start)
                return _tracks(file.read(box.size))
    raise BrokenBoxes("there is no index")


def read_extra(path: Path, identity: bytes) -> bytes | None:
    """The body of the `uuid` box with this identity, or None."""
    with path.open("rb") as file:
        for box in top_level(file):
            if box.kind == b"uuid" and box.size <= LARGEST_HEADER:
                file.seek(box.start)
                if file.read(16) == identity:
                    return file.read(box.size - 16)
    return None


def box(kind: bytes, *bodies: bytes) -> bytes:
    """A box to be written."""
    return struct.pack(">I4s", 8 + sum(map(len, bodies)), kind) + b"".join(bodies)


def full_box(kind: bytes, version: int, flags: int, *bodies: bytes) -> bytes:
    """A box that says its version and flags first."""
    return box(kind, struct.pack(">I", version << 24 | flags), *bodies)


def append_extra(path: Path, identity: bytes, body: bytes) -> None:
    """Add a `uuid` box to the end of a file; players pass over it."""
    with path.open("ab") as file:
        file.write(box(b"uuid", identity, body))


def without_bit_rate(description: bytes) -> bytes:
    """The description of a picture track (one entry) without what it says of its own file alone."""
    head, inner = description[16:94], description[94:]
    kept = [box(kind, body) for kind, body in _children(inner) if kind != b"btrt"]
    return description[:8] + box(description[12:16], head, *kept)


def _tracks(moov: bytes) -> list[Track]:
    try:
        return [_track(body) for kind, body in _children(moov) if kind == b"trak"]
    except (struct.error, KeyError, IndexError, ValueError) as error:
        raise BrokenBoxes(f"the index cannot be read: {error}") from error


def _children(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(body):
        box, following = _read_box(body[at : at + 16], at, len(body))
        yield box.kind, body[box.start : box.start + box.size]
        at = following


def _leaves(body: bytes) -> dict[bytes, bytes]:
    """Every box inside that holds no other, by its kind (a track has one of each)."""
    found: dict[bytes, bytes] = {}
    for kind, inner in _children(body):
        if kind in CONTAINERS:
            found.update(_leaves(inner))
        else:
            found[kind] = inner
    return found


def _track(body: bytes) -> Track:
    leaf = _leaves(body)
    timescale, duration = _clock(leaf[b"mdhd"])
    sizes = _sizes(leaf[b"stsz"])
    return Track(
        handler=leaf[b"hdlr"][8:12],
        timescale=timescale,
        duration=duration,
        offsets=_offsets(leaf, sizes),
        sizes=sizes,
        keys=_keys(leaf.get(b"stss"), len(sizes)),
        description=leaf[b"stsd"],
    )


def _clock(mdhd: bytes) -> tuple[int, int]:
    if mdhd[0] == 1:
        return struct.unpack(">IQ", mdhd[20:32])
    return struct.unpack(">II", mdhd[12:20])


def _sizes(stsz: bytes) -> np.ndarray:
    same, count = struct.unpack(">II", stsz[4:12])
    if same:
        return np.full(count, same, dtype=np.int64)
    return np.frombuffer(stsz, ">u4", count, 12).astype(np.int64)


def _keys(stss: bytes | None, count: int) -> np.ndarray:
    """Samples are numbered from 1; without a list each of them is one to begin with."""
    keys = np.full(count, stss is None)
    if stss is not None:
        keys[np.frombuffer(stss, ">u4", struct.unpack(">I", stss[4:8])[0], 8) - 1] = True
    return keys


def _offsets(leaf: dict[bytes, bytes], sizes: np.ndarray) -> np.ndarray:
    """Place of each sample: its chunk's place, plus the samples before it in that chunk."""
    chunks = _chunk_places(leaf)
    in_chunk = np.repeat(np.arange(len(chunks)), _samples_per_chunk(leaf[b"stsc"], len(chunks)))[: len(sizes)]
    before = np.cumsum(sizes) - sizes
    first = np.searchsorted(in_chunk, np.arange(len(chunks)))
    return chunks[in_chunk] + before - before[np.minimum(first, len(sizes) - 1)][in_chunk]


def _chunk_places(leaf: dict[bytes, bytes]) -> np.ndarray:
    wide = leaf.get(b"co64")
    table = leaf[b"stco"] if wide is None else wide
    count = struct.unpack(">I", table[4:8])[0]
    return np.frombuffer(table, ">u4" if wide is None else ">u8", count, 8).astype(np.int64)


def _samples_per_chunk(stsc: bytes, chunks: int) -> np.ndarray:
    count = struct.unpack(">I", stsc[4:8])[0]
    runs = np.frombuffer(stsc, ">u4", count * 3, 8).reshape(-1, 3).astype(np.int64)
    lengths = np.diff(np.append(runs[:, 0], chunks + 1))
    return np.repeat(runs[:, 1], lengths)
