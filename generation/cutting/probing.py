"""Is this file what it says, whole and playable? Nothing from outside is used before `verify` has said so."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from . import boxes, ffmpeg

LARGEST_SIDE = 8192
LARGEST_BYTES = 2 << 30
HEADER_PIXELS = 8192 * 8192
ENOUGH = 0.95
NOT_MADE = _("The video could not be put into the form of the film. Try again, or choose another take.")
LARGE_VIDEO = _("The picture of this video is larger than can be used here. Choose a smaller size.")
LARGE_PICTURE = _("The picture has more than 25 megapixels. Use a smaller one.")
NO_PICTURE = _("The picture cannot be read. Use a PNG, JPEG or WebP picture.")
NO_SUCH_MOMENT = _("The video is shorter than that moment. Choose an earlier one.")
_HEADER_SECONDS = 20.0
_NTSC = Fraction(1000, 1001)
_DURATION = re.compile(r"Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)")
_VIDEO = re.compile(r"Stream #0:\d+.*?: Video: (\w+).*")
_AUDIO = re.compile(r"Stream #0:\d+.*?: Audio: (\w+).*?, (\d+) Hz, ([^,]+)")
_SIZE = re.compile(r", (\d{1,6})x(\d{1,6})(?=[ ,\n]|$)")
_RATE = re.compile(r", ([\d.]+k?) (?:fps|tbr)")
_PIXELS = re.compile(r"Video: [^,]*(?:\([^)]*\))?[^,]*, (\w+)")
_CHANNELS = {"mono": 1, "stereo": 2, "2.1": 3, "4.0": 4, "5.0": 5, "5.1": 6, "6.1": 7, "7.1": 8}


class BadMedia(Exception):
    """A file we do not take. `code` is short and stable, `sentence` is for a person."""

    def __init__(self, code: str, sentence: object, tail: str = "") -> None:
        super().__init__(code, sentence)
        self.code = code
        self.sentence = sentence
        self.tail = tail


@dataclass(frozen=True)
class Probe:
    """What is known of a video file. `rate` is frames per second as numerator and denominator; audio is 0 if none."""

    container: str
    codec: str
    width: int
    height: int
    rate: tuple[int, int]
    frames: int
    seconds: float
    pixel_format: str
    has_audio: bool
    audio_rate: int
    audio_channels: int
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Header:
    """What a file says of itself; `seconds` is 0 when it does not say."""

    container: str
    codec: str
    width: int
    height: int
    rate: Fraction
    seconds: float
    pixel_format: str
    audio_rate: int
    audio_channels: int

    @property
    def has_audio(self) -> bool:
        """Whether there is sound."""
        return self.audio_channels > 0


def truncated(tail: str) -> BadMedia:
    """What to raise for a file that is not whole; `tail` says how it was seen."""
    return BadMedia(
        "truncated", _("The video arrived only in part. Try to fetch it again, or generate the shot again."), tail
    )


def verify(
    path: Path,
    *,
    expect_bytes: int | None = None,
    expect_frames: int | None = None,
    expect_size: tuple[int, int] | None = None,
    max_seconds: float,
    max_pixels: int,
    on_frames: Callable[[int], None] | None = None,
) -> Probe:
    """Decode the whole file and return what it is; raises BadMedia when it is not a whole video within the bounds.

    `max_pixels` is width times height. At least 95 % of `expect_frames` must be there. `on_frames` is told now and
    then how many were decoded; what it raises ends the decoding.
    """
    size = path.stat().st_size
    _check_bytes(size, expect_bytes)
    header = look(path)
    _check_bounds(header, expect_size, max_seconds, max_pixels)
    frames = _decode(path, header, max_seconds, max_pixels, on_frames)
    _check_whole(frames, _promised(path, header))
    _check_length(frames, header, expect_frames, max_seconds)
    return _probe(path, header, frames)


def look(path: Path) -> Header:
    """What a file says of itself; raises BadMedia when it is not an MP4 or WebM that can be read."""
    return _read_header(path, _container(path))


def inspect(path: Path, sha256: str = "") -> Probe:
    """What a file of our own making is, from its index alone; raises BadMedia when it is anything else.

    It is read to be hashed, unless its `sha256` is known already.
    """
    try:
        tracks = {track.handler: track for track in boxes.read_tracks(path)}
        picture, heard = tracks[b"vide"], tracks[b"soun"]
        rate = Fraction(picture.timescale * len(picture.sizes), picture.duration)
        audio_rate, channels = heard.sound_format
        width, height = picture.picture_size
    except (KeyError, ZeroDivisionError, boxes.BrokenBoxes) as error:
        raise truncated(str(error)) from error
    codec = {"avc1": "h264"}.get(picture.coding, picture.coding)
    pixels = "yuv420p" if picture.chroma == 1 else ""
    header = Header("mov", codec, width, height, rate, len(picture.sizes) / float(rate), pixels, audio_rate, channels)
    return _probe(path, header, len(picture.sizes), sha256)


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _probe(path: Path, header: Header, frames: int, sha256: str = "") -> Probe:
    return Probe(
        container=header.container,
        codec=header.codec,
        width=header.width,
        height=header.height,
        rate=(header.rate.numerator, header.rate.denominator),
        frames=frames,
        seconds=float(frames / header.rate),
        pixel_format=header.pixel_format,
        has_audio=header.has_audio,
        audio_rate=header.audio_rate,
        audio_channels=header.audio_channels,
        bytes=path.stat().st_size,
        sha256=sha256 or digest(path),
    )


def _check_bytes(size: int, expected: int | None) -> None:
    if size == 0:
        raise BadMedia("empty", _("The video that arrived is empty. Generate the shot again."))
    if size > LARGEST_BYTES:
        raise BadMedia("too_large", _("The video is larger than 2 GB. Use a shorter or smaller one."))
    if expected is not None and size != expected:
        raise truncated(f"{size} bytes instead of {expected}")


def _container(path: Path) -> str:
    """The demuxer for this file, chosen by its first bytes alone, and its boxes walked."""
    with path.open("rb") as file:
        magic = file.read(16)
        if magic[:4] == b"\x1a\x45\xdf\xa3":
            return "matroska"
        if magic[4:8] != b"ftyp":
            raise BadMedia("not_video", _("What arrived is not an MP4 or WebM video. Generate the shot again."))
        try:
            kinds = {box.kind for box in boxes.top_level(file)}
        except boxes.BrokenBoxes as error:
            raise truncated(str(error)) from error
    if not {b"moov", b"mdat"} <= kinds and b"moof" not in kinds:
        raise truncated("there is no index or no content")
    return "mov"


def _read_header(path: Path, container: str) -> Header:
    """What ffmpeg says of the streams, without decoding them."""
    said = _describe(path, container)
    picture = _VIDEO.search(said)
    if picture is None:
        raise _headless(said)
    line = picture.group(0)
    size, rate, pixels = _SIZE.search(line), _RATE.search(line), _PIXELS.search(line)
    if size is None or rate is None:
        raise BadMedia("unreadable", _("The picture in this video cannot be read. Generate the shot again."), said)
    sound = _AUDIO.search(said)
    return Header(
        container=container,
        codec=picture.group(1),
        width=int(size.group(1)),
        height=int(size.group(2)),
        rate=_exact_rate(rate.group(1)),
        seconds=_seconds(said),
        pixel_format=pixels.group(1) if pixels else "",
        audio_rate=int(sound.group(2)) if sound else 0,
        audio_channels=_channels(sound.group(3)) if sound else 0,
    )


def _describe(path: Path, container: str) -> str:
    try:
        # Copying nothing: ffmpeg prints the streams and leaves.
        return ffmpeg.run(
            [
                *("-v", "info", *ffmpeg.source(path.resolve(), container, "-max_pixels", str(HEADER_PIXELS))),
                *("-map", "0:v:0?", "-c", "copy", "-t", "0", "-f", "null", "-"),
            ],
            seconds=_HEADER_SECONDS,
            cwd=path.resolve().parent,
        ).tail
    except ffmpeg.FfmpegFailed as error:
        if "max pixel count" in error.tail:
            raise BadMedia("too_large", LARGE_VIDEO, error.tail) from error
        if "Stream #0:" in error.tail:
            return error.tail
        raise BadMedia(
            "unreadable", _("This file cannot be read as a video. Generate the shot again."), error.tail
        ) from error


def _headless(said: str) -> BadMedia:
    if "Audio:" in said:
        return BadMedia("no_picture", _("There is only sound in this file and no picture. Generate the shot again."))
    return BadMedia("unreadable", _("There is no picture in this file. Generate the shot again."), said)


def _exact_rate(said: str) -> Fraction:
    """The rate behind a printed one: 23.98 is 24000/1001."""
    near = Fraction(said[:-1]) * 1000 if said.endswith("k") else Fraction(said)
    whole = Fraction(round(near))
    if abs(near - whole) < Fraction(1, 200):
        return max(whole, Fraction(1))
    dropped = Fraction(round(near / _NTSC)) * _NTSC
    return dropped if abs(near - dropped) < Fraction(1, 100) else near.limit_denominator(1001)


def _seconds(said: str) -> float:
    found = _DURATION.search(said)
    if found is None:
        return 0.0
    hours, minutes, seconds = found.groups()
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def _channels(layout: str) -> int:
    name = layout.split("(")[0].strip()
    number = re.match(r"(\d+) channels", name)
    return int(number.group(1)) if number else _CHANNELS.get(name, 2)


def _check_bounds(header: Header, expect_size: tuple[int, int] | None, max_seconds: float, max_pixels: int) -> None:
    found = (header.width, header.height)
    if header.width * header.height > max_pixels or max(found) > LARGEST_SIDE:
        raise BadMedia(
            "too_large",
            _("The picture is %(width)d × %(height)d, more than can be used here. Choose a smaller size.")
            % {"width": header.width, "height": header.height},
        )
    if expect_size is not None and found != expect_size:
        raise BadMedia(
            "wrong_size",
            _("The picture is %(width)d × %(height)d and not the size that was asked for. Generate the shot again.")
            % {"width": header.width, "height": header.height},
        )
    if header.seconds > max_seconds + 0.5:
        raise _too_long(max_seconds)


def _decode(
    path: Path, header: Header, max_seconds: float, max_pixels: int, on_frames: Callable[[int], None] | None
) -> int:
    """Decode everything, stopping at the first error; returns the number of frames."""
    guard = ["-max_pixels", str(max_pixels), "-threads", ffmpeg.THREADS]
    try:
        return ffmpeg.run(
            [
                *("-v", "error", "-xerror", *ffmpeg.source(path.resolve(), header.container, *guard)),
                *("-map", "0:v:0", "-map", "0:a:0?", "-t", str(max_seconds + 1)),
                *("-fps_mode", "passthrough", "-f", "null", "-"),
            ],
            seconds=60 + 4 * max_seconds,
            cwd=path.resolve().parent,
            on_progress=on_frames,
        ).frames
    except ffmpeg.FfmpegFailed as error:
        if error.code != "failed":
            raise
        raise BadMedia(
            "damaged",
            _("The video is damaged and cannot be played to its end. Generate the shot again."),
            error.tail,
        ) from error


def _check_length(frames: int, header: Header, expect_frames: int | None, max_seconds: float) -> None:
    if frames == 0:
        raise BadMedia("no_picture", _("There is no picture in this video. Generate the shot again."))
    if frames / header.rate > max_seconds + 0.5:
        raise _too_long(max_seconds)
    if expect_frames is not None and frames < ENOUGH * expect_frames:
        raise BadMedia(
            "too_short",
            _("The video has %(frames)d frames instead of %(expected)d. Generate the shot again.")
            % {"frames": frames, "expected": expect_frames},
        )


def _promised(path: Path, header: Header) -> float:
    """The fewest frames that a whole file has: by its index, or by its length, which the sound may stretch a little."""
    try:
        indexed = (
            [track for track in boxes.read_tracks(path) if track.handler == b"vide"]
            if header.container == "mov"
            else []
        )
    except boxes.BrokenBoxes as error:
        raise truncated(str(error)) from error
    if indexed and len(indexed[0].sizes):
        return ENOUGH * len(indexed[0].sizes)
    return 0.8 * header.seconds * float(header.rate)


def _check_whole(frames: int, promised: float) -> None:
    if frames < promised:
        raise truncated(f"{frames} frames of at least {promised:.0f}")


def _too_long(max_seconds: float) -> BadMedia:
    return BadMedia(
        "too_long",
        _("The video is longer than %(seconds)d seconds. Use a shorter one.") % {"seconds": round(max_seconds)},
    )
