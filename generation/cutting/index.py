"""The index of a film, which players read first: boxes of ISO/IEC 14496-12, chapters as QuickTime keeps them."""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import lcm

import numpy as np

from . import aac, boxes
from .boxes import box, full_box
from .mezzanine import Mezzanine
from .pieces import Chapter

PICTURE, SOUND, CHAPTERS = 1, 2, 3  # numbers of the tracks
_TYPE = box(b"ftyp", b"isom", struct.pack(">I", 512), b"isomiso2avc1mp41")
_UPRIGHT = struct.pack(">9I", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
_UNDETERMINED = 0x55C4  # the language, in packed letters
_HERE = box(b"dinf", full_box(b"dref", 0, 0, struct.pack(">I", 1), full_box(b"url ", 0, 1)))
_NARROW = 0xF000_0000  # bytes of content up to which each place in the file certainly fits into 32 bits
_MOST_CHPL = 255
_UTF_8 = box(b"encd", struct.pack(">I", 0x100))


@dataclass(frozen=True)
class Contents:
    """What a film is made of: samples in the order in which they are written, and how its pictures are decoded."""

    rows: np.ndarray
    description: bytes
    mezzanine: Mezzanine
    frames: int
    samples: int
    chapters: Sequence[Chapter]

    @property
    def clock(self) -> int:
        """Ticks per second in which the length of a picture and of a sample are both whole."""
        return lcm(self.mezzanine.timescale, aac.RATE)

    def ticks(self, frame: int) -> int:
        """When a frame begins, by that clock."""
        return frame * self.mezzanine.rate[1] * self.clock // self.mezzanine.rate[0]


@dataclass(frozen=True)
class _Media:
    """A track: its kind, ticks per second, (count, ticks) of its samples, where they are, and how they are read."""

    number: int
    handler: bytes
    timescale: int
    durations: list[tuple[int, int]]
    sizes: np.ndarray
    places: np.ndarray
    description: bytes
    header: bytes
    more: bytes = b""

    @property
    def duration(self) -> int:
        return sum(count * ticks for count, ticks in self.durations)


def opening(film: Contents) -> bytes:
    """All that stands in the file before the first row: type, index, and the chapters' titles."""
    titles = [_sample(chapter.title) for chapter in film.chapters]
    length = int(film.rows["size"].sum(dtype=np.int64)) + sum(map(len, titles))
    content = struct.pack(">I4sQ", 1, b"mdat", 16 + length) if length > _NARROW else _head(b"mdat", length)
    # The places in the index depend on its own length, which does not depend on the places.
    start = len(_TYPE) + len(_index(film, titles, 0, length > _NARROW)) + len(content)
    return _TYPE + _index(film, titles, start, length > _NARROW) + content + b"".join(titles)


def _head(kind: bytes, length: int) -> bytes:
    return struct.pack(">I4s", 8 + length, kind)


def _index(film: Contents, titles: list[bytes], start: int, wide: bool) -> bytes:
    behind = start + sum(map(len, titles))
    tracks = [_picture(film, behind), _sound(film, behind), *([_chapters(film, titles, start)] if titles else [])]
    times = struct.pack(">QQIQ", 0, 0, film.clock, film.ticks(film.frames))
    normal = struct.pack(">IH10x", 1 << 16, 1 << 8)  # speed and volume
    movie = full_box(b"mvhd", 1, 0, times, normal, _UPRIGHT, bytes(24), struct.pack(">I", CHAPTERS + 1))
    return box(
        b"moov",
        movie,
        *(_track(film, media, wide) for media in tracks),
        box(b"udta", _chapter_list(film)) if titles else b"",
    )


# --- the tracks ------------------------------------------------------------------------------------------------------


def _picture(film: Contents, start: int) -> _Media:
    sizes, places = _located(film.rows, start, sound=False)
    keys = np.flatnonzero(film.rows["key"][~film.rows["sound"]]) + 1
    return _Media(
        *(PICTURE, b"vide", film.mezzanine.timescale),
        durations=[(film.frames, film.mezzanine.timescale * film.mezzanine.rate[1] // film.mezzanine.rate[0])],
        sizes=sizes,
        places=places,
        description=boxes.without_bit_rate(film.description),
        header=full_box(b"vmhd", 0, 1, bytes(8)),
        more=full_box(b"stss", 0, 0, struct.pack(">I", len(keys)), keys.astype(">u4").tobytes()),
    )


def _sound(film: Contents, start: int) -> _Media:
    sizes, places = _located(film.rows, start, sound=True)
    last = len(sizes) - 1
    # A decoder needs the packet before the one it begins with.
    roll = full_box(b"sgpd", 1, 0, b"roll", struct.pack(">IIh", 2, 1, -1))
    rolling = full_box(b"sbgp", 0, 0, b"roll", struct.pack(">III", 1, len(sizes), 1))
    return _Media(
        *(SOUND, b"soun", aac.RATE),
        durations=[(last, aac.PACKET), (1, film.samples - (last - 1) * aac.PACKET)],
        sizes=sizes,
        places=places,
        description=struct.pack(">II", 0, 1) + _sound_entry(),
        header=full_box(b"smhd", 0, 0, bytes(4)),
        more=roll + rolling,
    )


def _chapters(film: Contents, titles: list[bytes], start: int) -> _Media:
    sizes = np.array([len(title) for title in titles], dtype=np.int64)
    # Display flags, justification, background, text box, font and colour: all as the player likes.
    entry = box(b"text", struct.pack(">6xH", 1), bytes(4), struct.pack(">I", 1), bytes(35))
    return _Media(
        *(CHAPTERS, b"text", film.clock),
        durations=_lasting(film),
        sizes=sizes,
        places=start + np.cumsum(sizes) - sizes,
        description=struct.pack(">II", 0, 1) + entry,
        header=box(
            b"gmhd",
            full_box(b"gmin", 0, 0, struct.pack(">HHHH4x", 0x40, 1 << 15, 1 << 15, 1 << 15)),
            box(b"text", _UPRIGHT),
        ),
    )


def _lasting(film: Contents) -> list[tuple[int, int]]:
    """How long each chapter lasts. ffmpeg ends the last one with its track, whose edits it leaves out of account:
    so that one goes on for as long as the film plays before the first; its edit ends it with the film."""
    ends = [*(chapter.end for chapter in film.chapters[:-1]), film.frames + film.chapters[0].start]
    return [(1, film.ticks(end) - film.ticks(chapter.start)) for chapter, end in zip(film.chapters, ends, strict=True)]


def _located(rows: np.ndarray, start: int, *, sound: bool) -> tuple[np.ndarray, np.ndarray]:
    """Size and place in the file of each sample of a track."""
    sizes = rows["size"].astype(np.int64)
    chosen = rows["sound"] == sound
    return sizes[chosen], (start + np.cumsum(sizes) - sizes)[chosen]


def _sound_entry() -> bytes:
    """AAC-LC in stereo at 48 kHz (ISO/IEC 14496-14); the bit rate varies and is left open."""
    specific = _descriptor(5, bytes((0x11, 0x90)))
    decoder = _descriptor(4, struct.pack(">BB3xII", 0x40, 0x15, 0, 0) + specific)
    stream = _descriptor(3, struct.pack(">HB", SOUND, 0) + decoder + _descriptor(6, b"\2"))
    heard = struct.pack(">6xH8xHH4xI", 1, 2, 16, aac.RATE << 16)
    return box(b"mp4a", heard, full_box(b"esds", 0, 0, stream))


def _descriptor(tag: int, body: bytes) -> bytes:
    return bytes((tag, len(body))) + body


# --- what each track has ---------------------------------------------------------------------------------------------


def _track(film: Contents, media: _Media, wide: bool) -> bytes:
    enabled = 2 if media.number == CHAPTERS else 3
    volume = 1 << 8 if media.number == SOUND else 0
    size = (film.mezzanine.width << 16, film.mezzanine.height << 16) if media.number == PICTURE else (0, 0)
    times = struct.pack(">QQI4xQ", 0, 0, media.number, film.ticks(film.frames))
    header = full_box(
        b"tkhd",
        1,
        enabled,
        times,
        struct.pack(">8xHHHxx", 0, int(media.number == SOUND), volume),
        _UPRIGHT,
        struct.pack(">II", *size),
    )
    named = b""
    if film.chapters and media.number != CHAPTERS:
        named = box(b"tref", box(b"chap", struct.pack(">I", CHAPTERS)))
    return box(b"trak", header, _edits(film, media), named, _media(media, wide))


def _edits(film: Contents, media: _Media) -> bytes:
    """Where a track begins: the sound behind its priming, the chapters where the first of them does."""
    whole = film.ticks(film.frames)
    edits = [(whole, aac.PACKET if media.number == SOUND else 0)]
    if media.number == CHAPTERS and film.chapters[0].start:
        before = film.ticks(film.chapters[0].start)
        edits = [(before, -1), (whole - before, 0)]
    listed = (struct.pack(">QqI", length, since, 1 << 16) for length, since in edits)
    return box(b"edts", full_box(b"elst", 1, 0, struct.pack(">I", len(edits)), *listed))


def _media(media: _Media, wide: bool) -> bytes:
    times = struct.pack(">QQIQHxx", 0, 0, media.timescale, media.duration, _UNDETERMINED)
    handler = full_box(b"hdlr", 0, 0, bytes(4), media.handler, bytes(13))
    return box(
        b"mdia",
        full_box(b"mdhd", 1, 0, times),
        handler,
        box(b"minf", media.header, _HERE, box(b"stbl", *_tables(media, wide))),
    )


def _tables(media: _Media, wide: bool) -> Iterable[bytes]:
    """How the samples are read, how long each lasts, how large it is, and where it lies."""
    chunks = np.flatnonzero(np.append(-1, media.places[:-1] + media.sizes[:-1]) != media.places)
    counts = np.diff(np.append(chunks, len(media.sizes)))
    changes = np.flatnonzero(np.append(0, counts[:-1]) != counts)
    runs = np.stack([changes + 1, counts[changes], np.ones_like(changes)], axis=1)
    durations = np.array([one for one in media.durations if one[0]])
    yield box(b"stsd", media.description)
    yield full_box(b"stts", 0, 0, _listed(durations))
    yield full_box(b"stsc", 0, 0, _listed(runs))
    yield full_box(b"stsz", 0, 0, bytes(4), _listed(media.sizes))
    yield full_box(b"co64" if wide else b"stco", 0, 0, _listed(media.places[chunks], ">u8" if wide else ">u4"))
    yield media.more


def _listed(table: np.ndarray, kind: str = ">u4") -> bytes:
    return struct.pack(">I", len(table)) + table.astype(kind).tobytes()


# --- chapters --------------------------------------------------------------------------------------------------------


def _plain(title: str) -> str:
    return " ".join(title.replace("\0", " ").split())


def _sample(title: str) -> bytes:
    text = _cut(_plain(title), 0xFFFF)
    return struct.pack(">H", len(text)) + text + _UTF_8


def _chapter_list(film: Contents) -> bytes:
    """The chapters once more, as players know them that do not read the track; there is room for 255."""
    rows = []
    for chapter in film.chapters[:_MOST_CHPL]:
        title = _cut(_plain(chapter.title), 255)
        start = chapter.start * 10_000_000 * film.mezzanine.rate[1] // film.mezzanine.rate[0]
        rows.append(struct.pack(">QB", start, len(title)) + title)
    return full_box(b"chpl", 1, 0, struct.pack(">4xB", len(rows)), *rows)


def _cut(text: str, most: int) -> bytes:
    """The text in UTF-8, with as many whole letters as fit into so many bytes."""
    return text.encode()[:most].decode(errors="ignore").encode()
