"""Deeds on shots: add, edit, duplicate, delete."""

from accounts.models import User
from storyboards.editing.deed import deed, live_scene, live_shot
from storyboards.editing.merging import Values, settle, values_at, values_of
from storyboards.editing.writing import add_copies, add_shots, throw_away, write_shots
from storyboards.models import Scene, Shot
from storyboards.timecode import frames_of

NEW_SHOT_SECONDS = 4


def add_shot(scene: Scene, *, by: User | None, after: int | None = None, **values) -> Shot:
    """Return a new shot behind the one whose key is `after` (0: first, None: last)."""
    with deed(scene.storyboard_id, by) as work:
        scene = live_scene(scene)
        values.setdefault("frames", frames_of(NEW_SHOT_SECONDS, work.board.rate_pair))
        return add_shots(work, "add", [(Shot(scene=scene, **values), after, [])])[0]


def edit_shot(
    shot: Shot, *, by: User | None, changes: Values, seen: Values | None = None, version: int | None = None
) -> Shot:
    """Write `changes` and return the shot; raise Conflict when somebody else changed the same field.

    What the editor saw is given as `seen` values, or as the `version` they read; without either, the last word wins.
    """
    with deed(shot.scene.storyboard_id, by) as work:
        shot = live_shot(shot)
        now = values_of(shot)
        if seen is None:
            seen = values_at(shot, now, version) if version is not None else now
        write_shots(work, "edit", [(shot, settle(now, seen, changes, shot.version))])
    return shot


def duplicate_shot(shot: Shot, *, by: User | None) -> Shot:
    """Return a copy of the shot, right behind it, without its takes."""
    with deed(shot.scene.storyboard_id, by) as work:
        return add_copies(work, [live_shot(shot)])[0]


def delete_shot(shot: Shot, *, by: User | None) -> Shot:
    """Put the shot into the trash; its takes stay with it."""
    with deed(shot.scene.storyboard_id, by) as work:
        return throw_away(work, "delete", [live_shot(shot)])[0]
