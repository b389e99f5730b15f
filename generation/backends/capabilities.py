"""What a model can do and what it costs: one truth for form, check and wire."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from generation.backends.errors import Unsupported
from generation.backends.request import ShotRequest

SAME_SHAPE = 0.02


@dataclass(frozen=True)
class Capabilities:
    """Lengths in seconds, prices in credits per second.

    `lengths` are the only ones that can be asked; when empty, any from `shortest` to `longest`. `sizes` likewise.
    `rate` is the frame rate that comes back, or None where the model obeys ours.
    """

    title: str
    provider: str = ""
    lengths: tuple[Fraction, ...] = ()
    shortest: Fraction = Fraction(1, 30)
    longest: Fraction = Fraction(60)
    sizes: tuple[tuple[int, int], ...] = ()
    rate: Fraction | None = None
    seed: bool = False
    negative: bool = False
    audio: bool = False
    start_image: bool = False
    cancel: bool = False
    find: bool = False
    lists: bool = False
    idempotent: bool = False
    webhook: bool = False
    credits_per_second: Decimal = Decimal(0)
    slowest: timedelta = timedelta(minutes=30)
    running: int = 10
    sunset_at: date | None = None

    @property
    def longest_shot(self) -> Fraction:
        """The longest that one job can be, in seconds."""
        return max(self.lengths) if self.lengths else self.longest

    def asked_seconds(self, request: ShotRequest) -> Fraction:
        """Return the shortest length that can be asked and covers the request; what is over is cut off on arrival."""
        if not self.lengths:
            return max(self.shortest, request.seconds)
        return min((length for length in self.lengths if length >= request.seconds), default=max(self.lengths))

    def expected_frames(self, request: ShotRequest) -> int:
        """Return how many frames will come back."""
        return round(self.asked_seconds(request) * (self.rate or request.fps))

    def credits(self, request: ShotRequest) -> int:
        """Return the price of one job, in whole credits, rounded up."""
        seconds = self.asked_seconds(request)
        exact = self.credits_per_second * seconds.numerator / seconds.denominator
        return int(exact.to_integral_value(ROUND_CEILING))

    def size_for(self, width: int, height: int) -> tuple[int, int]:
        """Return the size to ask for: of the same shape, and nearest in area; raise Unsupported naming the nearest."""
        if not self.sizes:
            return width, height
        shape, area = width / height, width * height
        alike = [size for size in self.sizes if abs(size[0] / size[1] / shape - 1) <= SAME_SHAPE]
        if not alike:
            nearest = min(self.sizes, key=lambda size: abs(size[0] / size[1] - shape))
            raise Unsupported(
                _(
                    "%(title)s cannot make a picture of %(width)d × %(height)d; the nearest is %(near)s. "
                    "Nothing was charged."
                )
                % {"title": self.title, "width": width, "height": height, "near": "{} × {}".format(*nearest)}
            )
        return min(alike, key=lambda size: abs(size[0] * size[1] - area))

    def check(self, request: ShotRequest) -> None:
        """Raise Unsupported, naming the nearest that can be asked, unless one job can make `request`."""
        self.size_for(request.width, request.height)
        if self.sunset_at and self.sunset_at <= datetime.now(UTC).date():
            raise Unsupported(
                _("%(title)s was switched off on %(day)s. Choose another backend. Nothing was charged.")
                % {"title": self.title, "day": date_format(self.sunset_at)}
            )
        if request.seconds > self.longest_shot:
            raise Unsupported(
                _(
                    "%(title)s makes shots of at most %(longest)g seconds, and this one has %(seconds).1f. "
                    "Nothing was charged."
                )
                % {"title": self.title, "longest": float(self.longest_shot), "seconds": float(request.seconds)}
            )
        if request.start_image and not self.start_image:
            raise Unsupported(
                _("%s cannot begin with a given picture. Ask without it. Nothing was charged.") % self.title
            )
