"""What a list of storyboards shows of each: its first picture, how many shots, how long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum

from storyboards.models import Shot, Storyboard
from storyboards.pictures import picture_key
from storyboards.timecode import clock


@dataclass(frozen=True)
class Cover:
    """One storyboard in a list; `shot` is its first, or None while it is empty."""

    storyboard: Storyboard
    shots: int
    length: str
    shot: Shot | None
    key: str


def search(boards: QuerySet[Storyboard], words: str) -> QuerySet[Storyboard]:
    """Return the storyboards in whose title or script each of the words stands."""
    for word in words.split()[:10]:
        boards = boards.filter(Q(title__icontains=word) | Q(script__icontains=word))
    return boards


def covers(boards: Sequence[Storyboard]) -> list[Cover]:
    """Return the covers of `boards`, in three queries whatever their number."""
    shots = Shot.objects.live().filter(scene__deleted_at=None, omitted=False, scene__omitted=False)
    sums = {
        row["scene__storyboard"]: row
        for row in shots.order_by()
        .filter(scene__storyboard__in=boards)
        .values("scene__storyboard")
        .annotate(count=Count("pk"), frames=Sum("frames"))
    }
    firsts = _first_shots(boards, shots)
    return [_cover(board, sums.get(board.pk), firsts.get(board.pk)) for board in boards]


def _first_shots(boards: Sequence[Storyboard], shots: QuerySet[Shot]) -> dict[int, Shot]:
    first = shots.filter(scene__storyboard=OuterRef("pk")).order_by("scene__position", "scene", "position", "pk")
    keys = Storyboard.objects.filter(pk__in=[board.pk for board in boards]).annotate(
        first=Subquery(first.values("pk")[:1])
    )
    rows = Shot.objects.filter(pk__in=keys.values("first")).select_related("scene__location", "circled_take__poster")
    rows = rows.defer("panel_marks")
    firsts = {shot.scene.storyboard_id: shot for shot in rows.prefetch_related("cast")}
    for shot in firsts.values():
        shot.weather = ""  # nothing before the first shot says anything
    return firsts


def _cover(board: Storyboard, sums: Mapping[str, Any] | None, shot: Shot | None) -> Cover:
    key = picture_key(shot, board, shot.cast.all()) if shot else ""
    if sums is None:
        return Cover(board, 0, clock(0, board.rate_pair), shot, key)
    return Cover(board, sums["count"], clock(sums["frames"], board.rate_pair), shot, key)
