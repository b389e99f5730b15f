"""Moves of shots and scenes: one row is written, whatever the distance."""

from typing import Literal

from django.utils.translation import gettext as _

from accounts.models import User
from storyboards.editing.deed import Deed, Gone, deed, live_scene, live_shot
from storyboards.editing.placing import places_of_scenes
from storyboards.editing.writing import put_shots
from storyboards.models import Scene, Shot

Step = Literal["left", "right", "first", "last"]
STEPS: tuple[Step, ...] = ("left", "right", "first", "last")


def move_shot(shot: Shot, *, by: User | None, after: int | None, scene: int | None = None) -> Shot:
    """Put the shot behind the one whose key is `after` (0: first, None: last), in `scene` or where it is."""
    with deed(shot.scene.storyboard_id, by) as work:
        shot = live_shot(shot)
        target = shot.scene if scene is None or scene == shot.scene_id else _scene_on(work, scene)
        put_shots(work, [shot], target, after)
    return shot


def shift_shot(shot: Shot, *, by: User | None, step: Step) -> Shot:
    """Move the shot by one place, over the edge into the next scene, or to an end of its scene."""
    with deed(shot.scene.storyboard_id, by) as work:
        shot = live_shot(shot)
        keys = list(shot.scene.shots.live().values_list("pk", flat=True))
        after = neighbour(keys, shot.pk, step)
        if after is not None:
            put_shots(work, [shot], shot.scene, after)
        elif step in ("left", "right"):
            _shift_over_the_edge(work, shot, step)
    return shot


def neighbour(keys: list[int], key: int, step: Step) -> int | None:
    """Return the key behind which `key` stands after the step (0: first), or None when it stands there already."""
    here, end = keys.index(key), len(keys) - 1
    if here == (0 if step in ("left", "first") else end):
        return None
    others = [other for other in keys if other != key]
    index = {"left": here - 1, "right": here + 1, "first": 0, "last": end}[step]
    return others[index - 1] if index else 0


def _shift_over_the_edge(work: Deed, shot: Shot, step: Step) -> None:
    scenes = list(work.board.scenes.live())
    index = [scene.pk for scene in scenes].index(shot.scene_id) + (1 if step == "right" else -1)
    if 0 <= index < len(scenes):
        put_shots(work, [shot], scenes[index], 0 if step == "right" else None)


def _scene_on(work: Deed, pk: int) -> Scene:
    scene = work.board.scenes.live().filter(pk=pk).first()
    if scene is None:
        raise Gone(_("That scene is no longer on this board. Nothing was moved."))
    return scene


def move_scene(scene: Scene, *, by: User | None, after: int | None) -> Scene:
    """Put the scene behind the one whose key is `after` (0: first, None: last)."""
    with deed(scene.storyboard_id, by) as work:
        scene = live_scene(scene)
        _put_scene(work, scene, after)
    return scene


def shift_scene(scene: Scene, *, by: User | None, step: Step) -> Scene:
    """Move the scene by one place (left is up), or to an end of the board."""
    with deed(scene.storyboard_id, by) as work:
        scene = live_scene(scene)
        after = neighbour(list(work.board.scenes.live().values_list("pk", flat=True)), scene.pk, step)
        if after is not None:
            _put_scene(work, scene, after)
    return scene


def _put_scene(work: Deed, scene: Scene, after: int | None) -> None:
    places = places_of_scenes(work.board)
    line = [*places.lines[work.board.pk]]
    stood = places.take_out(work.board.pk, scene.pk)
    stands = places.put(work.board.pk, scene.pk, after)
    if places.lines[work.board.pk] == line:
        return
    scene.position = stands["position"]
    scene.version += 1
    scene.save(update_fields=["position", "version"])
    places.write()
    work.record("move", scene, stood, stands)
    work.announce_outline()
