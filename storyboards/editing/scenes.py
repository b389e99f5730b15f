"""Deeds on scenes: add, edit, duplicate, merge, split, delete."""

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from storyboards.editing.deed import Deed, Refused, deed, live_scene, live_shot
from storyboards.editing.merging import SCENE_FIELDS, Values, settle, values_at, values_of
from storyboards.editing.placing import place, places_of_scenes
from storyboards.editing.writing import copied, put_shots, put_values, set_casts
from storyboards.fields import SPAN
from storyboards.models import Scene, Shot


def add_scene(board_pk: int, *, by: User | None, after: int | None = None, **values) -> Scene:
    """Return a new scene, still without shots, behind the one whose key is `after` (0: first, None: last)."""
    with deed(board_pk, by) as work:
        scene = work.board.scenes.create(position=place(work.board.scenes.live(), after), **values)
        _record_new(work, "add", scene)
    return scene


def _record_new(work: Deed, verb: str, scene: Scene) -> None:
    after = {**values_of(scene), "position": scene.position, "deleted": False}
    work.record(verb, scene, {"deleted": True}, after)
    work.announce_outline()


def edit_scene(
    scene: Scene, *, by: User | None, changes: Values, seen: Values | None = None, version: int | None = None
) -> Scene:
    """Write `changes` and return the scene; raise Conflict when somebody else changed the same field."""
    with deed(scene.storyboard_id, by) as work:
        scene = live_scene(scene)
        now = values_of(scene)
        if seen is None:
            seen = values_at(scene, now, version) if version is not None else now
        settled = settle(now, seen, changes, scene.version)
        if settled:
            put_values(scene, settled)
            scene.save(update_fields=[*settled, "version"])
            work.record("edit", scene, {field: now[field] for field in settled}, settled)
            if {"number", "omitted"} & settled.keys():
                work.announce_outline()
            else:
                work.announce(scene)
    return scene


def duplicate_scene(scene: Scene, *, by: User | None) -> Scene:
    """Return a copy of the scene with copies of its shots, right behind it; takes are not copied."""
    with deed(scene.storyboard_id, by) as work:
        scene = live_scene(scene)
        values = {field: getattr(scene, field) for field in (*SCENE_FIELDS, *SPAN)}
        values["number"] = ""
        copy = work.board.scenes.create(position=place(work.board.scenes.live(), scene.pk), **values)
        copy_shots(scene, copy)
        _record_new(work, "duplicate", copy)
    return copy


def copy_shots(source: Scene, target: Scene) -> list[int]:
    """Copy the live shots of a scene into another, in order, with their cast; return the copies' keys."""
    originals = list(source.shots.live().prefetch_related("cast"))
    copies = Shot.objects.bulk_create(Shot(scene=target, position=shot.position, **copied(shot)) for shot in originals)
    set_casts({copy.pk: values_of(shot)["cast"] for shot, copy in zip(originals, copies, strict=True)})
    return [copy.pk for copy in copies]


def delete_scene(scene: Scene, *, by: User | None) -> Scene:
    """Put the scene, and with it its shots, into the trash."""
    with deed(scene.storyboard_id, by) as work:
        scene = live_scene(scene)
        _put_away(work, "delete", scene)
    return scene


def _put_away(work: Deed, verb: str, scene: Scene) -> None:
    stood = places_of_scenes(work.board).take_out(work.board.pk, scene.pk)
    scene.deleted_at = timezone.now()
    scene.version += 1
    scene.save(update_fields=["deleted_at", "version"])
    work.record(verb, scene, {"deleted": False, **stood}, {"deleted": True})
    work.announce_outline()


def merge_scene(scene: Scene, *, by: User | None) -> Scene:
    """Let the shots of the next scene stand at the end of this one, and return it; the other goes to the trash.

    Raise Refused for the last scene.
    """
    with deed(scene.storyboard_id, by) as work:
        scene = live_scene(scene)
        scenes = list(work.board.scenes.live())
        behind = scenes[[row.pk for row in scenes].index(scene.pk) + 1 :]
        if not behind:
            raise Refused(_("No scene stands behind this one, so that there is nothing to merge. Nothing was changed."))
        put_shots(work, _shots_of(behind[0]), scene, None)
        _put_away(work, "merge", behind[0])
    return scene


def split_scene(shot: Shot, *, by: User | None) -> Scene:
    """Return a new scene in the same place and at the same time, which begins with this shot and has all behind it.

    Raise Refused for the first shot of a scene.
    """
    with deed(shot.scene.storyboard_id, by) as work:
        shot = live_shot(shot)
        scene = shot.scene
        shots = _shots_of(scene)
        at = [row.pk for row in shots].index(shot.pk)
        if at == 0:
            raise Refused(_("This shot begins its scene already. Nothing was changed."))
        values = {field: getattr(scene, field) for field in SCENE_FIELDS} | {"number": "", "synopsis": ""}
        new = work.board.scenes.create(position=place(work.board.scenes.live(), scene.pk), **values)
        _record_new(work, "split", new)
        put_shots(work, shots[at:], new, None)
    return new


def _shots_of(scene: Scene) -> list[Shot]:
    return list(scene.shots.live().select_related("scene").prefetch_related("cast"))
