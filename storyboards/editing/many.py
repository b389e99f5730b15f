"""Deeds on many shots at once: each is one deed in the log, undone whole, and written in a handful of statements."""

from collections.abc import Collection, Iterable, Mapping

from django.utils.translation import gettext as _

from accounts.models import User
from storyboards.editing.deed import Gone, deed, live_shots
from storyboards.editing.merging import Values, values_of
from storyboards.editing.writing import add_copies, put_shots, throw_away, write_shots
from storyboards.models import Shot


def edit_shots(
    board_pk: int,
    keys: Iterable[int],
    *,
    by: User | None,
    changes: Values,
    join: Collection[int] = (),
    leave: Collection[int] = (),
) -> list[Shot]:
    """Write the same `changes` to all of the shots, let elements join or leave their casts, and return the shots."""
    with deed(board_pk, by) as work:
        shots = live_shots(work, keys)
        write_shots(work, "edit", [(shot, _wanted(shot, changes, join, leave)) for shot in shots])
    return shots


def edit_each(
    board_pk: int, wanted: Mapping[int, Values], *, by: User | None, seen: Mapping[int, Values]
) -> list[Shot]:
    """Write to each shot, by its key, what is wanted of it, and return those that changed.

    A shot that is no longer as it was `seen`, or no longer there, is left as it is.
    """
    with deed(board_pk, by) as work:
        there = Shot.objects.live().filter(pk__in=wanted, scene__deleted_at=None).values_list("pk", flat=True)
        shots = [shot for shot in live_shots(work, there) if seen[shot.pk].items() <= values_of(shot).items()]
        return write_shots(work, "edit", [(shot, wanted[shot.pk]) for shot in shots])


def _wanted(shot: Shot, changes: Values, join: Collection[int], leave: Collection[int]) -> Values:
    if not join and not leave:
        return changes
    return {**changes, "cast": sorted({*values_of(shot)["cast"], *join} - {*leave})}


def move_shots(
    board_pk: int, keys: Iterable[int], *, by: User | None, scene: int, after: int | None = None
) -> list[Shot]:
    """Put the shots, in their order, into a scene behind the shot whose key is `after` (0: first, None: last)."""
    with deed(board_pk, by) as work:
        shots = live_shots(work, keys)
        target = work.board.scenes.live().filter(pk=scene).first()
        if target is None:
            raise Gone(_("That scene is no longer on this board. Nothing was moved."))
        put_shots(work, shots, target, after)
    return shots


def delete_shots(board_pk: int, keys: Iterable[int], *, by: User | None) -> list[Shot]:
    """Put the shots into the trash; their takes stay with them."""
    with deed(board_pk, by) as work:
        return throw_away(work, "delete", live_shots(work, keys))


def duplicate_shots(board_pk: int, keys: Iterable[int], *, by: User | None) -> list[Shot]:
    """Return copies of the shots, behind the last one in each scene, without their takes."""
    with deed(board_pk, by) as work:
        return add_copies(work, live_shots(work, keys))
