"""What a backend is asked for: one shot, frozen, with every word that the result depends on."""

import re
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from typing import Any, Self

# What a line's direction begins with when its speaker is not in the picture.
HEARD = re.compile(
    r"\s*\(?\s*(?:v\.?\s?o\b|o\.?\s?[sc]\b|voice[\s-]?over\b|off[\s-]?(?:screen|camera|stage)\b|off\s*$)", re.IGNORECASE
)


def is_only_heard(direction: str) -> bool:
    """Return whether a line said in this way comes from somebody who is not seen: V.O., O.S., off screen."""
    return HEARD.match(direction) is not None


@dataclass(frozen=True)
class ShotRequest:
    """`frames` at `rate` (numerator, denominator); sizes in pixels; `start_image` is the name of a stored picture.

    A line of `dialogue` is speaker, text, and how it is said. `cast` is who and what is seen, the place among them;
    `weather` is what earlier shots of the scene gave it, "" where its own words or the slugline say as much.
    `voices` are those who speak and are not seen, as the bible has them.
    """

    prompt: str
    negative: str = ""
    action: str = ""
    setting: str = ""
    place: str = ""
    time_of_day: str = ""
    weather: str = ""
    dialogue: tuple[tuple[str, str, str], ...] = ()
    cast: tuple[dict[str, str], ...] = ()
    voices: tuple[dict[str, str], ...] = ()
    size: str = "WS"
    angle: str = "eye"
    move: str = "static"
    move_direction: str = ""
    move_speed: str = "medium"
    frames: int = 96
    rate: tuple[int, int] = (24, 1)
    width: int = 1280
    height: int = 720
    seed: int = 0
    slate: str = ""
    look: str = "flat"
    start_image: str = ""
    sound: bool = True

    @property
    def fps(self) -> Fraction:
        """Frames per second, exactly."""
        return Fraction(*self.rate)

    @property
    def seconds(self) -> Fraction:
        """Running time in seconds, exactly."""
        return self.frames / self.fps

    def but(self, **changes: Any) -> Self:
        """Return the same request with `changes`."""
        return replace(self, **changes)

    def to_json(self) -> dict[str, Any]:
        """Return what is kept in the row."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """Return the request that `to_json` wrote; older ones do not say how a line is said."""
        lines = tuple((speaker, text, "".join(way)) for speaker, text, *way in kept.get("dialogue", ()))
        people: dict[str, Any] = {name: tuple(kept.get(name, ())) for name in ("cast", "voices")}
        return cls(**{**kept, **people, "dialogue": lines, "rate": tuple(kept.get("rate", (24, 1)))})
