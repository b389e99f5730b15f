"""What the sketch engine is asked for, and the limits within which it answers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

SIZES = ("EWS", "ES", "VWS", "WS", "FS", "MLS", "CS", "MS", "MCU", "CU", "BCU", "ECU", "INS", "2S", "GRP", "OTS", "POV")
ANGLES = ("eye", "low", "high", "overhead", "birds_eye", "worms_eye", "dutch", "shoulder", "hip", "knee", "ground")
MOVES = (
    "static", "pan", "tilt", "roll", "whip_pan", "dolly", "truck", "pedestal", "crane", "arc", "tracking", "drone",
    "zoom", "rack_focus", "dolly_zoom", "handheld",
)  # fmt: skip
DIRECTIONS = ("", "left", "right", "up", "down", "in", "out", "cw", "ccw")
SPEEDS = ("slow", "medium", "fast")
LOOKS = ("flat", "pencil", "ink", "watercolour", "noir", "blueprint")

SMALLEST_SIDE, LARGEST_SIDE = 64, 3840
WIDEST_RATIO = 3.0
LONGEST_SECONDS = 600
LONGEST_TEXT = 20_000
LARGEST_FIRST_FRAME = 32 << 20  # bytes


class SketchRefused(Exception):
    """The request cannot be drawn; the text is a sentence for the person who asked."""


@dataclass(frozen=True)
class SketchRequest:
    """One shot as the board knows it; everything the picture and the sound depend on.

    `weather` is what earlier shots of the scene left, one of `reading.air.WEATHERS`; "" when they did not speak of it.
    `first_frame` is a picture, as the bytes of a PNG, WebP or JPEG file, that the moving picture starts from.
    """

    action: str
    setting: str = ""
    place: str = ""
    time_of_day: str = ""
    weather: str = ""
    dialogue: tuple[tuple[str, str], ...] = ()
    cast: tuple[dict, ...] = ()
    voices: tuple[dict, ...] = ()
    size: str = "WS"
    angle: str = "eye"
    move_family: str = "static"
    move_direction: str = ""
    move_speed: str = "medium"
    frames: int = 96
    rate: tuple[int, int] = (24, 1)
    width: int = 1280
    height: int = 720
    seed: int = 0
    slate: str = ""
    look: str = "flat"
    sound: bool = True
    first_frame: bytes = b""

    @property
    def fps(self) -> Fraction:
        """Frames per second, exactly."""
        return Fraction(*self.rate)

    @property
    def seconds(self) -> float:
        """Running time in seconds."""
        return float(self.frames / self.fps)


def check_picture(request: SketchRequest) -> None:
    """Raise SketchRefused unless the picture's size, ratio, words and codes are ones we can draw."""
    sides = (request.width, request.height)
    if min(sides) < SMALLEST_SIDE or max(sides) > LARGEST_SIDE:
        _refuse(
            _("A picture of %(width)s × %(height)s cannot be drawn: each side must be %(low)s to %(high)s pixels."),
            width=request.width, height=request.height, low=SMALLEST_SIDE, high=LARGEST_SIDE,
        )  # fmt: skip
    if max(sides) / min(sides) > WIDEST_RATIO:
        _refuse(
            _("A picture of %(width)s × %(height)s is too narrow: the sides may differ by %(ratio)s to 1 at most."),
            width=request.width, height=request.height, ratio=f"{WIDEST_RATIO:g}",
        )  # fmt: skip
    if len(request.action) > LONGEST_TEXT:
        _refuse(
            _("The action is %(length)s characters long; a shot may have %(limit)s. Split it into several shots."),
            length=len(request.action), limit=LONGEST_TEXT,
        )  # fmt: skip
    _check_codes(request)


def check_film(request: SketchRequest) -> None:
    """Raise SketchRefused unless the moving picture's length, rate and size are ones we can write."""
    check_picture(request)
    if request.width % 2 or request.height % 2:
        _refuse(
            _("A moving picture of %(width)s × %(height)s cannot be written: both sides must be even numbers."),
            width=request.width, height=request.height,
        )  # fmt: skip
    over, under = request.rate
    if under < 1 or not 1 <= over / under <= 120:
        _refuse(_("%(over)s/%(under)s frames per second is not possible: choose 1 to 120."), over=over, under=under)
    if request.frames < 1 or request.seconds > LONGEST_SECONDS:
        _refuse(
            _(
                "A shot of %(frames)s frames cannot be drawn: "
                "it must have at least 1 and last at most %(limit)s seconds."
            ),
            frames=request.frames, limit=LONGEST_SECONDS,
        )  # fmt: skip


def _check_codes(request: SketchRequest) -> None:
    fields = (
        ("size", request.size, SIZES), ("angle", request.angle, ANGLES), ("move", request.move_family, MOVES),
        ("direction", request.move_direction, DIRECTIONS), ("speed", request.move_speed, SPEEDS),
        ("look", request.look, LOOKS),
    )  # fmt: skip
    for name, value, known in fields:
        if value not in known:
            shown = "".join(c for c in str(value) if c.isprintable())[:40]
            _refuse(_("“%(value)s” is not a %(name)s that can be drawn."), value=shown, name=name)


def _refuse(sentence: str | StrPromise, **facts: object) -> None:
    raise SketchRefused(sentence % facts)
