"""Deeds on shots: add, edit, duplicate, delete, and put somebody into one."""

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from storyboards.editing.deed import Deed, deed, live_scene, live_shot
from storyboards.editing.merging import SHOT_FIELDS, Values, settle, values_at, values_of
from storyboards.editing.placing import place
from storyboards.models import Element, Scene, Shot
from storyboards.timecode import frames_of
from storyboards.vocabulary import Colour, ElementKind

NEW_SHOT_SECONDS = 4


def siblings(scene: Scene) -> QuerySet[Shot]:
    """Return the live shots of a scene, in order."""
    return scene.shots.live()


def add_shot(scene: Scene, *, by: User | None, after: int | None = None, **values) -> Shot:
    """Return a new shot behind the one whose key is `after` (0: first, None: last)."""
    with deed(scene.storyboard_id, by) as work:
        scene = live_scene(scene)
        values.setdefault("frames", frames_of(NEW_SHOT_SECONDS, work.board.rate_pair))
        shot = Shot.objects.create(scene=scene, position=place(siblings(scene), after), **values)
        _record_new(work, "add", shot)
    return shot


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
        settled = settle(now, seen, changes, shot.version)
        if settled:
            _write(work, shot, now, settled)
    return shot


def _write(work: Deed, shot: Shot, now: Values, settled: Values) -> None:
    before = {field: now[field] for field in settled}
    fields = [field for field in settled if field != "cast"]
    for field in fields:
        setattr(shot, field, settled[field])
    if "cast" in settled:
        shot.cast.set(Element.objects.filter(storyboard=work.board, pk__in=settled["cast"]))
    shot.version += 1
    shot.save(update_fields=[*fields, "version"])
    work.record("edit", shot, before, settled)
    work.announce(shot)


def duplicate_shot(shot: Shot, *, by: User | None) -> Shot:
    """Return a copy of the shot, right behind it, without its takes."""
    with deed(shot.scene.storyboard_id, by) as work:
        shot = live_shot(shot)
        values = {field: getattr(shot, field) for field in (*SHOT_FIELDS, "source_start", "source_end")}
        copy = Shot.objects.create(scene=shot.scene, position=place(siblings(shot.scene), shot.pk), **values)
        copy.cast.set(shot.cast.all())
        _record_new(work, "duplicate", copy)
    return copy


def _record_new(work: Deed, verb: str, shot: Shot) -> None:
    work.record(verb, shot, {}, {**values_of(shot), "scene": shot.scene_id, "position": shot.position})
    work.announce(shot.scene)


def delete_shot(shot: Shot, *, by: User | None) -> Shot:
    """Put the shot into the trash; its takes stay with it."""
    with deed(shot.scene.storyboard_id, by) as work:
        shot = live_shot(shot)
        shot.deleted_at = timezone.now()
        shot.version += 1
        shot.save(update_fields=["deleted_at", "version"])
        work.record("delete", shot, {"deleted": False}, {"deleted": True})
        work.announce(shot.scene)
    return shot


def add_character(shot: Shot, *, by: User | None, name: str) -> Element:
    """Put the character called `name` into the shot and return it; the bible learns a name it did not know."""
    with deed(shot.scene.storyboard_id, by) as work:
        shot = live_shot(shot)
        character = _character(work, " ".join(name.split()))
        now = values_of(shot)
        if character.pk not in now["cast"]:
            _write(work, shot, now, {"cast": sorted([*now["cast"], character.pk])})
    return character


def _character(work: Deed, name: str) -> Element:
    characters = work.board.elements.filter(kind=ElementKind.CHARACTER)
    known = characters.filter(name__iexact=name).first()
    if known:
        return known
    colour = Colour.values[characters.count() % len(Colour.values)]
    return work.board.elements.create(kind=ElementKind.CHARACTER, name=name, colour=colour)
