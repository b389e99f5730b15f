"""The weather that a shot has from those before it in its scene, where its own words do not say otherwise.

Who reads what words say of the weather is named in the settings: the engine that draws, from the room above this one.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from django.conf import settings
from django.db.models import Q

from storyboards.models import Scene, Shot

Told = tuple[str, bool]  # what a shot says, and whether it counts: what is omitted says nothing to the others


@cache
def _reader() -> ModuleType:
    return import_module(settings.WEATHER_READER)


def weather_of(shot: Shot) -> str:
    """Return the weather that `shot` has from earlier ones, "" for none; `reading` or `carry` may have filled it in."""
    if not hasattr(shot, "weather"):
        carry([shot])
    return shot.weather


def carry(shots: Iterable[Shot]) -> None:
    """Fill the weather in that shots have from earlier ones, unless it is filled in: by one query, if any is not."""
    wanted = {shot.pk: shot for shot in shots if not hasattr(shot, "weather")}
    scenes = {shot.scene_id: shot.scene for shot in wanted.values()}
    found: dict[int, str] = {}
    for scene, told in _told_in(scenes, wanted).items():
        found |= weathers(scenes[scene], told)
    for key, shot in wanted.items():
        shot.weather = found.get(key, "")


def _told_in(scenes: Collection[int], wanted: Mapping[int, Shot]) -> dict[int, dict[int, Told]]:
    """Return what the shots of these scenes say, by scene and shot, first to last; of those at hand as they are."""
    told: dict[int, dict[int, Told]] = {scene: {} for scene in scenes}
    if not wanted:
        return told
    shots = Shot.objects.filter(Q(deleted_at=None) | Q(pk__in=wanted), scene__in=scenes).order_by("position", "pk")
    rows = shots.values_list("scene", "pk", "action", "omitted", "deleted_at")
    for scene, pk, action, omitted, deleted_at in rows:
        said = wanted[pk].action if pk in wanted else action
        told[scene][pk] = (said, not omitted and deleted_at is None)
    return told


def weathers(scene: Scene, told: Mapping[int, Told]) -> dict[int, str]:
    """Return the weather of each shot of the scene by its key: `told` is what they say, first to last."""
    return dict(zip(told, _carried(scene, list(told.values())), strict=True))


def _carried(scene: Scene, told: Sequence[Told]) -> list[str]:
    return _reader().carried(scene.setting, scene.place, scene.time_of_day, told)


def is_told_otherwise(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Return whether a shot whose values `before` are changed to these may give the shots behind it other weather."""
    reader, told = _reader(), before["action"]
    tells = after.get("action", told)
    if after.get("omitted", before["omitted"]) != before["omitted"]:
        return bool(reader.said(told) or reader.said(tells))
    return not reader.leaves_the_same(told, tells)
