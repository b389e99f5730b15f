"""The script of a board, and the place that scenes and shots have in it: written together, and taken back together."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import Model
from django.utils import timezone

from storyboards.models import Revision, Shot, Storyboard

BATCH = 200
State = dict[str, Any]
Row = TypeVar("Row", bound=Model)


def script_state(board: Storyboard, revision: Revision) -> State:
    """Return which script the board has, and where its scenes and shots stand in it, as the edit log keeps it."""
    shots = Shot.objects.filter(scene__storyboard=board).order_by()
    return {
        "revision": revision.pk,
        "format": board.script_format,
        "title_page": board.title_page,
        "scenes": _spans(board.scenes.order_by().values_list("pk", "source_start", "source_end")),
        "shots": _spans(shots.values_list("pk", "source_start", "source_end")),
    }


def _spans(rows: Iterable[tuple[int, int, int]]) -> dict[str, list[int]]:
    return {str(pk): [start, end] for pk, start, end in rows}


def revision_of(board: Storyboard) -> Revision:
    """Return the revision that the board's script is; the script that it was made from becomes the first one."""
    known = board.revisions.exclude(settled_at=None).filter(script=board.script).first()
    return known or board.revisions.create(
        script=board.script, by=board.created_by, created_at=board.created_at, settled_at=board.created_at
    )


def put_script(board: Storyboard, state: State) -> None:
    """Give the board the script of `state`, and its scenes and shots their place in it.

    A newer version that the board had until now is open again. Rows that `state` does not know, since they were made
    later, have no place.
    """
    revision, left = board.revisions.get(pk=state["revision"]), revision_of(board)
    board.script = revision.script
    board.script_format, board.title_page = state["format"], state["title_page"]
    board.save(update_fields=["script", "script_format", "title_page"])
    _put_spans(board.scenes.all(), state["scenes"])
    _put_spans(Shot.objects.filter(scene__storyboard=board), state["shots"])
    if revision.settled_at is None:
        Revision.objects.filter(pk=revision.pk).update(settled_at=timezone.now())
    if left.created_at > revision.created_at:
        Revision.objects.filter(pk=left.pk).update(settled_at=None)


def _put_spans(rows: Any, spans: dict[str, list[int]]) -> None:
    changed = []
    for row in rows.only("pk", "source_start", "source_end"):
        start, end = spans.get(str(row.pk), (0, 0))
        if (row.source_start, row.source_end) != (start, end):
            row.source_start, row.source_end = start, end
            changed.append(row)
    rows.model.objects.bulk_update(changed, ["source_start", "source_end"], batch_size=BATCH)
