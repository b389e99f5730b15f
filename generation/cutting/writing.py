"""Writing a film: samples copied from where they are, their sound levelled on the way, hashed beside the writing."""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np

from . import aac
from .probing import truncated

BATCH = 1 << 20  # bytes; small enough to be hashed while the processor still has them at hand


def write(
    target: Path, opening: bytes, rows: np.ndarray, sources: Sequence[Path], on_frames: Callable[[int], None]
) -> str:
    """Write a film; returns its SHA-256 in hexadecimal. `on_frames` gets the number of pictures written so far.

    Raises BadMedia when a source is shorter than its index said, OSError when the disk is full.
    """
    digest = hashlib.sha256(opening)
    frames = 0
    hashed: Future[None] | None = None
    with target.open("xb") as file, ThreadPoolExecutor(1) as beside:
        file.write(opening)
        for batch in _batches(rows):
            data = _read(batch, sources)
            if hashed is not None:
                hashed.result()
            hashed = beside.submit(digest.update, data)
            file.write(data)
            frames += int(np.count_nonzero(~batch["sound"]))
            on_frames(frames)
    return digest.hexdigest()


def _batches(rows: np.ndarray) -> Iterator[np.ndarray]:
    """The rows, so many at a time that they fill a batch."""
    ends = np.cumsum(rows["size"], dtype=np.int64)
    return iter(np.split(rows, np.flatnonzero(np.diff(ends // BATCH)) + 1))


def _read(batch: np.ndarray, sources: Sequence[Path]) -> memoryview:
    """The bytes of a batch, levelled."""
    ends = np.cumsum(batch["size"], dtype=np.int64)
    starts = ends - batch["size"]
    data = np.empty(ends[-1], np.uint8)
    room = data.data
    for first, last in _stretches(batch):
        _fill(room[starts[first] : ends[last]], sources[batch["source"][first]], int(batch["place"][first]))
    louder = np.flatnonzero(batch["steps"])
    aac.lift(data, starts[louder], batch["second_gain"][louder].astype(np.int64), batch["steps"][louder])
    return room


def _stretches(batch: np.ndarray) -> Iterator[tuple[int, int]]:
    """First and last row of what lies in one file without a gap."""
    place, source = batch["place"], batch["source"]
    breaks = np.flatnonzero((place[1:] != place[:-1] + batch["size"][:-1]) | (source[1:] != source[:-1]))
    return zip([0, *(breaks + 1)], [*breaks, len(batch) - 1], strict=True)


def _fill(room: memoryview, path: Path, place: int) -> None:
    """Read as many bytes from `place` as there is room for."""
    file = os.open(path, os.O_RDONLY)
    try:
        while len(room):
            got = os.preadv(file, [room], place)
            if not got:
                raise truncated(f"{path.name} ends before byte {place + len(room)}")
            room, place = room[got:], place + got
    finally:
        os.close(file)
