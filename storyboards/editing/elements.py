"""Deeds on the bible: add, edit, merge and delete elements, and say that two are not the same.

An element's version names its looks: it changes with what a take would show or let hear, and comes back with them. So
a take made before an edit is up to date again when the edit is undone. The colour on the board and the names do not
count: nobody looks different for being called otherwise.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from storyboards.editing.deed import Deed, Gone, Refused, deed, live_scene, live_shot
from storyboards.editing.merging import ELEMENT_FIELDS, Values, settle, values_of
from storyboards.editing.writing import write_shots
from storyboards.elements.shots import cast_of
from storyboards.models import Edit, Element, ReferencePicture, Scene, Shot, Storyboard
from storyboards.vocabulary import Colour, ElementKind

LOOKS = ("kind", "description", "colours", "voice", "pictures")


def live_element(element: Element) -> Element:
    """Return the element as it is now; raise Gone when it is in the trash."""
    found = Element.objects.live().filter(pk=element.pk).first()
    if found is None:
        raise Gone(_("This element was deleted or merged in the meantime. Nothing was changed."))
    return found


def values_of_element(element: Element) -> Values:
    """Return what can be edited of an element, as the log keeps it.

    `pictures` are the keys of assets, the portrait first; `apart` are the keys of elements that are not the same.
    """
    pictures = list(element.pictures.values_list("asset", flat=True))
    return {**values_of(element), "pictures": pictures, "apart": apart_from(element)}


def apart_from(element: Element) -> list[int]:
    """Return which elements somebody said are not the same as this one; the log itself keeps it."""
    said = Edit.objects.filter(noun="element", noun_pk=element.pk, after__has_key="apart").order_by("-pk").first()
    return said.after["apart"] if said else []


def add_element(board_pk: int, *, by: User | None, kind: str, name: str, **values: Any) -> Element:
    """Return a new element in the next colour; raise Refused when the bible has one of this kind and name."""
    with deed(board_pk, by) as work:
        _require_free(work.board, kind, name)
        return _new(work, kind, name, **values)


def next_colour(board: Storyboard) -> str:
    """Return the colour by which the next element of the board is told apart."""
    return Colour.values[board.elements.count() % len(Colour.values)]


def _require_free(board: Storyboard, kind: str, name: str, besides: int | None = None) -> None:
    """Raise Refused when another live element of this kind has the name."""
    others = board.elements.live().filter(kind=kind, name__iexact=name)
    if besides is not None:
        others = others.exclude(pk=besides)
    if others.exists():
        raise Refused(_("The bible has “%s” already. Choose another name, or merge the two: they are the same.") % name)


def edit_element(element: Element, *, by: User | None, changes: Values, seen: Values | None = None) -> Element:
    """Write `changes` and return the element; raise Conflict when somebody else changed the same field since `seen`.

    Raise Refused when another element has its new name.
    """
    with deed(element.storyboard_id, by) as work:
        element = live_element(element)
        now = values_of_element(element)
        settled = settle(now, now if seen is None else seen, changes, element.version)
        if settled:
            write_element(work, element, settled)
            work.record("edit", element, {field: now[field] for field in settled}, settled)
    return element


def write_element(work: Deed, element: Element, values: Values) -> None:
    """Give the element these values, and the version that its looks have then; the caller keeps the log."""
    now = values_of_element(element)
    then = {**now, **{field: value for field, value in values.items() if field in now}}
    if (then["kind"], then["name"]) != (now["kind"], now["name"]):
        _require_free(work.board, then["kind"], then["name"], besides=element.pk)
    for field in ELEMENT_FIELDS:
        setattr(element, field, then[field])
    if then["pictures"] != now["pictures"]:
        _write_pictures(element, then["pictures"])
    version = version_for(element, now, then)
    looks_other, element.version = version != element.version, version
    element.save(update_fields=[*ELEMENT_FIELDS, "version"])
    announce_element(work, element, everywhere=looks_other)


def _write_pictures(element: Element, assets: list[int]) -> None:
    """Show these files, in this order; they are the team's own."""
    team = element.storyboard.team_id
    element.pictures.all().delete()
    known = set(element.storyboard.team.assets.filter(pk__in=assets).values_list("pk", flat=True)) if team else set()
    ReferencePicture.objects.bulk_create(
        ReferencePicture(element=element, asset_id=asset) for asset in dict.fromkeys(assets) if asset in known
    )


def version_for(element: Element, now: Values, then: Values) -> int:
    """Return the version of the looks of `then`: the one they had before, or a new one, if nobody has seen them yet."""
    if looks(now) == looks(then):
        return element.version
    values, newest = dict(now), element.version
    for edit in Edit.objects.filter(noun="element", noun_pk=element.pk).order_by("-pk"):
        newest = max(newest, edit.version)
        if looks(values) == looks(then):
            return edit.version
        values |= {field: value for field, value in edit.before.items() if field in now}
    return 1 if looks(values) == looks(then) else newest + 1


def looks(values: Values) -> Values:
    """Return what of an element's values a take would show or let hear."""
    return {field: values[field] for field in LOOKS}


def announce_element(work: Deed, element: Element, *, everywhere: bool = True) -> None:
    """Tell the pages that show the element, and, `everywhere`, the shots that it is seen in."""
    work.announce(element)
    if everywhere:
        for shot in shots_with(element):
            work.announce(shot)


def shots_with(element: Element) -> Iterable[Shot]:
    """Return the live shots that show the element: it is in their cast, or their scene is there."""
    seen = Q(pk__in=Shot.cast.through.objects.filter(element=element).values("shot")) | Q(scene__location=element)
    return Shot.objects.live().filter(seen, scene__deleted_at=None).select_related("scene")


# --- in and out -----------------------------------------------------------------------------------------------------


def put_in(shot: Shot, *, by: User | None, kind: str, name: str) -> Element:
    """Put what is called `name` into the shot and return it; the bible learns a name that it did not know."""
    name = " ".join(name.split())
    with deed(shot.scene.storyboard_id, by) as work:
        shot = live_shot(shot)
        element = known_as(work.board, kind, name) or _new(work, kind, name)
        cast = [one.pk for one in cast_of(shot)]
        if element.pk not in cast:
            write_shots(work, "edit", [(shot, {"cast": sorted([*cast, element.pk])})])
    return element


def set_location(scene: Scene, *, by: User | None, location: Element | None, name: str = "") -> Scene:
    """Say at which place of the bible the scene is; a `name` that the bible does not know is a new place."""
    with deed(scene.storyboard_id, by) as work:
        scene = live_scene(scene)
        if name:
            location = known_as(work.board, ElementKind.PLACE, name) or _new(work, ElementKind.PLACE, name)
        elif location:
            location = live_element(location)
        before, scene.location = scene.location_id, location
        if scene.location_id != before:
            scene.version += 1
            scene.save(update_fields=["location", "version"])
            work.record("edit", scene, {"location_id": before}, {"location_id": scene.location_id})
            work.announce(scene)
    return scene


def known_as(board: Storyboard, kind: str, name: str) -> Element | None:
    """Return the live element of this kind that has the name, or is called so besides."""
    wanted = name.casefold()
    elements = list(board.elements.live().filter(kind=kind))
    by_name = (element for element in elements if element.name.casefold() == wanted)
    by_alias = (element for element in elements if wanted in (alias.casefold() for alias in element.aliases))
    return next(by_name, None) or next(by_alias, None)


def _new(work: Deed, kind: str, name: str, **values: Any) -> Element:
    values.setdefault("colour", next_colour(work.board))
    element = work.board.elements.create(kind=kind, name=name, **values)
    work.record("add", element, {"deleted": True}, {**values_of(element), "deleted": False})
    work.announce(element)
    return element


def delete_element(element: Element, *, by: User | None) -> Element:
    """Put the element into the trash; its shots keep it, unseen, for the case that it comes back."""
    with deed(element.storyboard_id, by) as work:
        element = live_element(element)
        put_away(work, element)
        announce_element(work, element)
    return element


def put_away(work: Deed, element: Element) -> None:
    """Put the element into the trash, and keep it for the log."""
    element.deleted_at = timezone.now()
    element.save(update_fields=["deleted_at"])
    work.record("delete", element, {"deleted": False}, {"deleted": True})
