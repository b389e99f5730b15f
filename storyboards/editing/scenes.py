"""Deeds on scenes: add, edit, duplicate, delete."""

from django.utils import timezone

from accounts.models import User
from storyboards.editing.deed import deed, live_scene
from storyboards.editing.merging import SCENE_FIELDS, SHOT_FIELDS, Values, settle, values_at, values_of
from storyboards.editing.placing import place
from storyboards.models import Scene, Shot


def add_scene(board_pk: int, *, by: User | None, after: int | None = None, **values) -> Scene:
    """Return a new scene, still without shots, behind the one whose key is `after` (0: first, None: last)."""
    with deed(board_pk, by) as work:
        scene = work.board.scenes.create(position=place(work.board.scenes.live(), after), **values)
        work.record("add", scene, {}, {**values_of(scene), "position": scene.position})
        work.announce(work.board)
    return scene


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
            for field, value in settled.items():
                setattr(scene, field, value)
            scene.version += 1
            scene.save(update_fields=[*settled, "version"])
            work.record("edit", scene, {field: now[field] for field in settled}, settled)
            work.announce(work.board if "number" in settled else scene)
    return scene


def duplicate_scene(scene: Scene, *, by: User | None) -> Scene:
    """Return a copy of the scene with copies of its shots, right behind it; takes are not copied."""
    with deed(scene.storyboard_id, by) as work:
        scene = live_scene(scene)
        values = {field: getattr(scene, field) for field in (*SCENE_FIELDS, "source_start", "source_end")}
        values["number"] = ""
        copy = work.board.scenes.create(position=place(work.board.scenes.live(), scene.pk), **values)
        shots = copy_shots(scene, copy)
        work.record("duplicate", copy, {}, {**values_of(copy), "position": copy.position, "shots": shots})
        work.announce(work.board)
    return copy


def copy_shots(source: Scene, target: Scene) -> list[int]:
    """Copy the live shots of a scene into another, in order, with their cast; return the copies' keys."""
    originals = list(source.shots.live().prefetch_related("cast"))
    fields = (*SHOT_FIELDS, "position", "source_start", "source_end")
    copies = Shot.objects.bulk_create(
        Shot(scene=target, **{field: getattr(shot, field) for field in fields}) for shot in originals
    )
    appearance = Shot.cast.through
    appearance.objects.bulk_create(
        appearance(shot_id=copy.pk, element_id=element.pk)
        for shot, copy in zip(originals, copies, strict=True)
        for element in shot.cast.all()
    )
    return [copy.pk for copy in copies]


def delete_scene(scene: Scene, *, by: User | None) -> Scene:
    """Put the scene, and with it its shots, into the trash."""
    with deed(scene.storyboard_id, by) as work:
        scene = live_scene(scene)
        scene.deleted_at = timezone.now()
        scene.version += 1
        scene.save(update_fields=["deleted_at", "version"])
        work.record("delete", scene, {"deleted": False}, {"deleted": True})
        work.announce(work.board)
    return scene
