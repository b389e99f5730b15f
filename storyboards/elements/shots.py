"""Which elements a shot shows: its cast, and the place of its scene; what is in the trash is not shown."""

from storyboards.models import Element, Shot


def cast_of(shot: Shot) -> list[Element]:
    """Return the live elements that somebody put into the shot; `reading` may have filled them in."""
    filled = getattr(shot, "cast_list", None)
    cast = shot.cast.all() if filled is None else filled
    return [element for element in cast if element.deleted_at is None]


def location_of(shot: Shot) -> Element | None:
    """Return the place of the shot's scene, if it has one."""
    location = shot.scene.location
    return location if location and location.deleted_at is None else None


def seen_in(shot: Shot) -> list[Element]:
    """Return everything of the bible that a take of the shot depends on, the place first."""
    place, cast = location_of(shot), cast_of(shot)
    return [place, *(element for element in cast if element != place)] if place else cast


def versions_of(shot: Shot) -> dict[str, int]:
    """Return what the shot's elements are at now: their versions by their keys, as a take keeps them."""
    return {str(element.pk): element.version for element in seen_in(shot)}
