"""Two elements that are one and the same, and two that are not."""

from django.utils.translation import gettext as _

from accounts.models import User
from storyboards.editing.deed import Deed, Refused, deed
from storyboards.editing.elements import (
    announce_element,
    apart_from,
    live_element,
    looks,
    put_away,
    values_of_element,
    write_element,
)
from storyboards.editing.merging import Values
from storyboards.editing.writing import save_all, write_shots
from storyboards.elements.shots import cast_of
from storyboards.models import Element, Scene, Shot, Take

MOST_ALIASES = 50
NEVER = 0  # the version of an element that a take shows under another's looks


def merge_elements(keeper: Element, other: Element, *, by: User | None) -> Element:
    """Let `other` be `keeper`: its shots, scenes, names and pictures are the keeper's now, and it goes to the trash.

    Dialogue keeps its speakers as they are written. Raise Refused unless both are of one kind and one board.
    """
    _require_alike(keeper, other)
    with deed(keeper.storyboard_id, by) as work:
        keeper, other = live_element(keeper), live_element(other)
        now, then = values_of_element(keeper), _joined(keeper, other)
        same = looks(values_of_element(other)) == looks(then)
        write_element(work, keeper, then)
        _remember_looks(keeper, other, same=same)
        changed = [field for field in then if then[field] != now[field]]
        work.record(
            "merge", keeper, {field: now[field] for field in changed}, {field: then[field] for field in changed}
        )
        _recast(work, keeper, other)
        _relocate(work, keeper, other)
        put_away(work, other)
        announce_element(work, other, everywhere=False)
    return keeper


def _require_alike(keeper: Element, other: Element) -> None:
    if keeper.pk == other.pk or keeper.storyboard_id != other.storyboard_id or keeper.kind != other.kind:
        raise Refused(_("Only two elements of the same kind and storyboard can be one. Nothing was changed."))


def keep_apart(element: Element, other: Element, *, by: User | None) -> None:
    """Say that the two are not the same, so that nobody is asked again."""
    _require_alike(element, other)
    with deed(element.storyboard_id, by) as work:
        now = apart_from(live_element(element))
        if other.pk not in now:
            work.record("apart", element, {"apart": now}, {"apart": [*now, other.pk]})
            work.announce(element)


def _joined(keeper: Element, other: Element) -> Values:
    """Return the keeper's values with what only the other had."""
    mine, theirs = values_of_element(keeper), values_of_element(other)
    names = dict.fromkeys([*mine["aliases"], other.name, *theirs["aliases"]])
    told = {field: mine[field] or theirs[field] for field in ("description", "colours", "voice")}
    aliases = [name for name in names if name.casefold() != keeper.name.casefold()][:MOST_ALIASES]
    pictures = list(dict.fromkeys([*mine["pictures"], *theirs["pictures"]]))
    return {**mine, **told, "aliases": aliases, "pictures": pictures}


def _recast(work: Deed, keeper: Element, other: Element) -> None:
    shots = Shot.objects.filter(cast=other).select_related("scene").prefetch_related("cast")
    casts = [(shot, {one.pk for one in cast_of(shot)}) for shot in shots]
    write_shots(work, "edit", [(shot, {"cast": sorted(cast - {other.pk} | {keeper.pk})}) for shot, cast in casts])


def _relocate(work: Deed, keeper: Element, other: Element) -> None:
    scenes = list(Scene.objects.filter(location=other))
    for scene in scenes:
        scene.location = keeper
        scene.version += 1
        work.record("edit", scene, {"location_id": other.pk}, {"location_id": keeper.pk})
        work.announce(scene)
    save_all(scenes, {"location", "version"})


def _remember_looks(keeper: Element, other: Element, *, same: bool) -> None:
    """Let the takes that show `other` know the keeper: as they see it now if nothing differs, else in other looks."""
    version = keeper.version if same else NEVER
    takes = [
        take
        for take in Take.objects.filter(shot__scene__storyboard=keeper.storyboard_id).only("elements")
        if str(other.pk) in take.elements and str(keeper.pk) not in take.elements
    ]
    for take in takes:
        take.elements[str(keeper.pk)] = version
    Take.objects.bulk_update(takes, ["elements"], 500)
