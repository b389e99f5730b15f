"""What is left to do on a board: shots without a take, about what they will cost, and whether a film is to be made."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generation.backends import aliases, get_backend
from generation.backends.base import ShotRequest
from generation.requesting import split
from generation.stale import count_stale, in_the_cut
from storyboards.models import Film, Shot, Storyboard


@dataclass(frozen=True)
class Outlook:
    """`count` shots have no take, which would hold about `credits`; `ready` when every shot has its circled take.

    `stale` of the circled takes show an element as it no longer is. The board is `filmed` when its newest film shows
    its circled takes in their order already.
    """

    count: int
    credits: int
    ready: bool
    stale: int = 0
    filmed: bool = False


def outlook(storyboard: Storyboard, shots: Iterable[Shot] | None = None) -> Outlook:
    """Return what is left to do, in a few queries whatever the board's length.

    Prices are those of the shots' own backends, and the first one's where a shot has none.

    `shots` are all of the board, where `reading` has filled them in already.
    """
    lengths = Counter(without_takes(storyboard).order_by().values_list("frames", "backend"))
    credits = sum(price(storyboard, *wish) * count for wish, count in lengths.items())
    circled = [] if lengths else circled_takes(storyboard)
    ready = bool(circled) and all(take for _shot, take in circled)
    stale = count_stale(storyboard) if shots is None else in_the_cut(shots)
    return Outlook(lengths.total(), credits, ready, stale, ready and in_newest_film(storyboard) == circled)


def without_takes(storyboard: Storyboard):
    """Return the shots of `storyboard`, in order, that have neither a take nor one in the works."""
    spoken_for = Shot.objects.filter(
        scene__storyboard=storyboard, takes__deleted_at=None, takes__state__in=["working", "done"]
    )
    return (
        live_shots(storyboard)
        .exclude(pk__in=spoken_for.values("pk"))
        .order_by("scene__position", "scene__pk", "position", "pk")
        .select_related("scene__storyboard__team", "scene__location")
        .prefetch_related("cast")
    )


def live_shots(storyboard: Storyboard):
    """Return the shots that are neither in the trash nor omitted, and whose scenes are not."""
    shots = Shot.objects.live().filter(scene__storyboard=storyboard, scene__deleted_at=None)
    return shots.filter(omitted=False, scene__omitted=False)


def circled_takes(storyboard: Storyboard) -> list[tuple[int, int | None]]:
    """Return shot and circled take of everything that a film shows, first to last."""
    shots = live_shots(storyboard).order_by("scene__position", "scene__pk", "position", "pk")
    return list(shots.values_list("pk", "circled_take"))


def in_newest_film(storyboard: Storyboard) -> list[tuple[int, int | None]]:
    """Return shot and take of what the newest film shows, or is about to; nothing where there is none."""
    films = storyboard.films.filter(deleted_at=None, state__in=[*Film.OPEN_STATES, Film.State.DONE])
    cut = films.order_by("-number").values_list("cut", flat=True).first() or {"pieces": []}
    return [(piece["shot"], piece["take"]) for piece in cut["pieces"]]


def price(storyboard: Storyboard, frames: int, alias: str = "") -> int:
    """Return the credits that a take of `frames` would hold at a backend, the first one where none is named."""
    backend = get_backend(alias if alias in aliases() else aliases()[0])
    width, height = storyboard.frame_size
    whole = ShotRequest(prompt="", frames=frames, rate=storyboard.rate_pair, width=width, height=height)
    parts = split(whole, backend.capabilities.longest_shot, "")
    return sum(backend.capabilities.credits(part) for part in parts)
