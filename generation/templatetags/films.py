"""What the player page asks of a film."""

from dataclasses import dataclass
from itertools import pairwise

from django import template

from storyboards.models import Film
from storyboards.timecode import timecode

register = template.Library()


@dataclass(frozen=True)
class Mark:
    """A scene in the film: where it begins and how long it is, in frames."""

    title: str
    start: int
    length: int
    seconds: str
    timecode: str


@register.filter
def marks(film: Film) -> list[Mark]:
    """Return the scene marks of a film, first to last."""
    rate = film.storyboard.rate_pair
    starts = [chapter["start"] for chapter in film.chapters] + [film.frames]
    return [
        Mark(chapter["title"], start, end - start, f"{start * rate[1] / rate[0]:.4f}", timecode(start, rate))
        for chapter, (start, end) in zip(film.chapters, pairwise(starts), strict=True)
    ]


@register.filter
def running_time(film: Film) -> str:
    """Return the film's length as timecode."""
    return timecode(film.frames, film.storyboard.rate_pair)


@register.filter
def percent(film: Film) -> int:
    """Return how much of the film is joined, 0 to 100."""
    return round(100 * min(1.0, film.progress))
