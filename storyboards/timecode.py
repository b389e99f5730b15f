"""Frames, seconds and timecode. A rate is a pair, such as (24, 1) or (30000, 1001)."""

import re
from fractions import Fraction

from django.utils.translation import gettext as _

Pair = tuple[int, int]

DROPPED_PER_MINUTE = 2
DROP_FRAME_RATE: Pair = (30000, 1001)
LONGEST_SHOT_SECONDS = 600

_TIMECODE = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)([:;])(\d{2})")
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?:[.,](\d{1,3}))?")
_FRAMES = re.compile(r"(\d{1,6})\s*f(?:rames?)?", re.IGNORECASE)
_SECONDS = re.compile(r"(\d{1,6})(?:[.,](\d{1,3}))?\s*s?(?:econds?)?", re.IGNORECASE)


def nominal(rate: Pair) -> int:
    """Return the frames that a timecode counts per second: 30 for 30000/1001."""
    return -(-rate[0] // rate[1])


def seconds(frames: int, rate: Pair) -> Fraction:
    """Return the exact length of `frames`."""
    return Fraction(frames * rate[1], rate[0])


def frames_of(length: float | Fraction, rate: Pair) -> int:
    """Return the whole number of frames nearest to `length` seconds, at least one."""
    return max(1, round(Fraction(length) * rate[0] / rate[1]))


def timecode(frames: int, rate: Pair) -> str:
    """Return HH:MM:SS:FF; at 30000/1001 it is drop-frame, written HH:MM:SS;FF."""
    per_second, mark = nominal(rate), ":"
    if rate == DROP_FRAME_RATE:
        frames, mark = frames + _dropped_before(frames), ";"
    whole, rest = divmod(frames, per_second)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{mark}{rest:02}"


def _dropped_before(frames: int) -> int:
    """Return how many numbers were skipped up to this frame: two a minute, but not every tenth minute."""
    per_minute = 60 * 30 - DROPPED_PER_MINUTE
    per_ten = 10 * per_minute + DROPPED_PER_MINUTE
    tens, rest = divmod(frames, per_ten)
    minutes = max(0, (rest - DROPPED_PER_MINUTE) // per_minute)
    return DROPPED_PER_MINUTE * (9 * tens + minutes)


def frames_at(code: str, rate: Pair) -> int:
    """Return the frames that a timecode counts; raise ValueError for one that does not exist at this rate."""
    match = _TIMECODE.fullmatch(code.strip())
    if not match:
        raise ValueError(_("“%s” is not a timecode such as 00:00:05:12.") % code)
    hours, minutes, whole, rest = (int(match[group]) for group in (1, 2, 3, 5))
    if rest >= nominal(rate):
        raise ValueError(_("A second has only %d frames here.") % nominal(rate))
    frames = ((hours * 60 + minutes) * 60 + whole) * nominal(rate) + rest
    if rate != DROP_FRAME_RATE:
        return frames
    if rest < DROPPED_PER_MINUTE and whole == 0 and minutes % 10:
        raise ValueError(_("The timecode %s is dropped at 29.97 frames per second.") % code)
    total = hours * 60 + minutes
    return frames - DROPPED_PER_MINUTE * (total - total // 10)


def read_length(text: str, rate: Pair) -> int:
    """Return the frames of a length as people write it: 5.5, 5.5 s, 132f, 1:04 or a timecode; raise ValueError."""
    frames = _frames_in(text.strip(), rate)
    if not 0 < frames <= frames_of(LONGEST_SHOT_SECONDS, rate):
        raise ValueError(_("A shot lasts from one frame to %d minutes.") % (LONGEST_SHOT_SECONDS // 60))
    return frames


def _frames_in(text: str, rate: Pair) -> int:
    if _TIMECODE.fullmatch(text):
        return frames_at(text, rate)
    if match := _FRAMES.fullmatch(text):
        return int(match[1])
    if match := _CLOCK.fullmatch(text):
        return _nearest(int(match[1]) * 60 + int(match[2]), match[3], rate)
    if match := _SECONDS.fullmatch(text):
        return _nearest(int(match[1]), match[2], rate)
    raise ValueError(_("Write the length in seconds (5.5), frames (132f) or timecode (00:00:05:12)."))


def _nearest(whole: int, decimals: str | None, rate: Pair) -> int:
    length = Fraction(f"{whole}.{decimals or 0}")
    return frames_of(length, rate) if length else 0


def short_seconds(frames: int, rate: Pair) -> str:
    """Return the length as a panel shows it, in seconds with one decimal: 5.5."""
    return f"{float(seconds(frames, rate)):.1f}"


def clock(frames: int, rate: Pair) -> str:
    """Return the length in minutes and whole seconds, 1:04, hours before them when there are any."""
    whole = int(seconds(frames, rate) + Fraction(1, 2))
    minutes = f"{whole // 60 % 60}:{whole % 60:02}"
    return f"{whole // 3600}:{minutes.zfill(5)}" if whole >= 3600 else minutes
