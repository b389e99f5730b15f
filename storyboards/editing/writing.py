"""Writes shots: however many, in as many statements as for a few."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db.models import Model
from django.utils import timezone

from storyboards.editing.deed import Deed
from storyboards.editing.merging import COPIED_SHOT_FIELDS, SHOT_FIELDS, Values, values_of
from storyboards.editing.placing import Places, places_of_shots
from storyboards.fields import SPAN
from storyboards.models import Element, Scene, Shot
from storyboards.weather import is_told_otherwise

BATCH = 200


def write_shots(work: Deed, verb: str, changes: Iterable[tuple[Shot, Values]]) -> list[Shot]:
    """Write to each shot what changes about it, and return those that are not as they were."""
    written, fields, casts = [], {"version"}, {}
    for shot, wanted in on_board(work, list(changes)):
        now = values_of(shot)
        settled = {field: value for field, value in wanted.items() if now[field] != value}
        if not settled:
            continue
        put_values(shot, settled)
        fields |= settled.keys() - {"cast"}
        if "cast" in settled:
            casts[shot.pk] = settled["cast"]
        work.record(verb, shot, {field: now[field] for field in settled}, settled)
        work.announce(shot)
        if is_told_otherwise(now, settled):
            work.announce(shot.scene)  # the shots behind it have another weather
        written.append(shot)
    save_all(written, fields)
    set_casts(casts)
    return written


def on_board(work: Deed, changes: list[tuple[Shot, Values]]) -> list[tuple[Shot, Values]]:
    """Return the changes without elements of other boards in the casts."""
    asked = {pk for _shot, wanted in changes for pk in wanted.get("cast", ())}
    if not asked:
        return changes
    known = set(work.board.elements.filter(pk__in=asked).values_list("pk", flat=True))
    return [
        (shot, {**wanted, "cast": sorted(known.intersection(wanted["cast"]))} if "cast" in wanted else wanted)
        for shot, wanted in changes
    ]


def put_values(row: Model, values: Values) -> None:
    """Put the values into the row, which gets a new version; the cast is written apart."""
    for field, value in values.items():
        if field != "cast":
            setattr(row, field, value)
    row.version += 1  # type: ignore[attr-defined]  # every row of a board has one


def save_all(rows: Sequence[Model], fields: Collection[str]) -> None:
    """Write these columns of all rows."""
    names = sorted(field.removesuffix("_id") for field in fields)
    if len(rows) == 1:
        rows[0].save(update_fields=names)
    elif rows:
        type(rows[0])._default_manager.bulk_update(rows, names, batch_size=BATCH)


def set_casts(casts: Mapping[int, Iterable[int]]) -> None:
    """Say who is in each of these shots, by their keys; elements that are no more are left out.

    Those in the trash stay where they were, unseen, for the case that they come back.
    """
    if not casts:
        return
    appearance = Shot.cast.through.objects
    appearance.filter(shot__in=casts, element__deleted_at=None).delete()
    known = set(
        Element.objects.filter(pk__in={pk for cast in casts.values() for pk in cast}).values_list("pk", flat=True)
    )
    rows = [
        Shot.cast.through(shot_id=shot, element_id=element)
        for shot, cast in casts.items()
        for element in dict.fromkeys(cast)
        if element in known
    ]
    appearance.bulk_create(rows, ignore_conflicts=True)


def put_shots(work: Deed, shots: Sequence[Shot], scene: Scene, after: int | None) -> None:
    """Put the shots, in their order, into `scene` behind the shot whose key is `after`; raise Gone without that one."""
    scenes = {row.pk: row for row in (*(shot.scene for shot in shots), scene)}
    places = places_of_shots(work.board, scenes)
    after = _left_standing(places.lines.get(scene.pk, []), {shot.pk for shot in shots}, after)
    order = {parent: [*line] for parent, line in places.lines.items()}
    stood = [{"scene": shot.scene_id, **places.take_out(shot.scene_id, shot.pk)} for shot in shots]
    stands = []
    for shot in shots:
        stands.append({"scene": scene.pk, **places.put(scene.pk, shot.pk, after)})
        after = shot.pk
    if places.lines != order:
        _save_places(work, places, scene, zip(shots, stood, stands, strict=True))
        for row in scenes.values():
            work.announce(row)


def _left_standing(line: list[int], moving: set[int], after: int | None) -> int | None:
    """Return `after`, or what stands before it where that itself is about to move."""
    if after not in moving:
        return after
    standing = [pk for pk in line[: line.index(after) if after in line else 0] if pk not in moving]
    return standing[-1] if standing else 0


def _save_places(work: Deed, places: Places, scene: Scene, moves: Iterable[tuple[Shot, Values, Values]]) -> None:
    moved = []
    for shot, stood, stands in moves:
        shot.scene, shot.position = scene, places.positions[shot.pk]
        shot.version += 1
        work.record("move", shot, stood, stands)
        moved.append(shot)
    save_all(moved, {"scene", "position", "version"})
    places.write()


def add_copies(work: Deed, shots: Sequence[Shot]) -> list[Shot]:
    """Return copies of the shots: those of one scene together, behind the last of them; takes are not copied."""
    last = {shot.scene_id: shot.pk for shot in shots}
    copies = []
    for shot in shots:
        copy = Shot(scene=shot.scene, **copied(shot))
        copies.append((copy, last[shot.scene_id], values_of(shot)["cast"]))
        last[shot.scene_id] = -len(copies)
    return add_shots(work, "duplicate", copies)


def add_shots(work: Deed, verb: str, news: Sequence[tuple[Shot, int | None, list[int]]]) -> list[Shot]:
    """Save new shots, each behind the shot with the key beside it (-1: behind the first of these), with its cast."""
    shots = [shot for shot, _after, _cast in news]
    places = places_of_shots(work.board, {shot.scene_id for shot in shots})
    stands = [places.put(shot.scene_id, -at, after) for at, (shot, after, _cast) in enumerate(news, start=1)]
    for at, shot in enumerate(shots, start=1):
        shot.position = places.positions[-at]
    keys = {-at: shot.pk for at, shot in enumerate(Shot.objects.bulk_create(shots, BATCH), start=1)}
    places.write()
    set_casts({shot.pk: cast for shot, _after, cast in news})
    for (shot, _after, cast), place in zip(news, stands, strict=True):
        place |= {"position": shot.position, "after": keys.get(place["after"], place["after"])}
        record_new(work, verb, shot, {**{field: getattr(shot, field) for field in SHOT_FIELDS}, "cast": cast, **place})
    return shots


def record_new(work: Deed, verb: str, shot: Shot, values: Values) -> None:
    """Keep for the log that the shot came to be, with these values."""
    work.record(verb, shot, {"deleted": True}, {**values, "scene": shot.scene_id, "deleted": False})
    work.announce(shot.scene)


def copied(shot: Shot) -> Values:
    """Return what a copy of the shot begins with; the cast is written apart."""
    return {field: getattr(shot, field) for field in (*COPIED_SHOT_FIELDS, *SPAN)}


def throw_away(work: Deed, verb: str, shots: Sequence[Shot]) -> list[Shot]:
    """Put the shots into the trash; their takes stay with them."""
    places = places_of_shots(work.board, {shot.scene_id for shot in shots})
    now = timezone.now()
    for shot in shots:
        shot.deleted_at = now
        shot.version += 1
        stood = {"scene": shot.scene_id, **places.take_out(shot.scene_id, shot.pk)}
        work.record(verb, shot, {"deleted": False, **stood}, {"deleted": True})
        work.announce(shot.scene)
    save_all(shots, {"deleted_at", "version"})
    return list(shots)
