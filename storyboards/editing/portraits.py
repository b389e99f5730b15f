"""The pictures of an element, in their order; the first is its portrait."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from accounts.models import User
from storyboards.editing.deed import Refused, deed
from storyboards.editing.elements import live_element, values_of_element, write_element
from storyboards.models import Element

MOST_PICTURES = 12


def add_pictures(element: Element, *, by: User | None, assets: Iterable[int]) -> Element:
    """Show these files, too, behind the others; raise Refused when they are too many."""

    def more(pictures: list[int]) -> list[int]:
        together = list(dict.fromkeys([*pictures, *assets]))
        if len(together) > MOST_PICTURES:
            raise Refused(_("An element has at most %d pictures. Remove one first.") % MOST_PICTURES)
        return together

    return _edit_pictures(element, by, more)


def remove_picture(element: Element, *, by: User | None, asset: int) -> Element:
    """Show this file no longer."""
    return _edit_pictures(element, by, lambda pictures: [one for one in pictures if one != asset])


def move_picture(element: Element, *, by: User | None, asset: int, to: str) -> Element:
    """Move a picture by a place (left or right) or to be the portrait (first)."""
    return _edit_pictures(element, by, lambda pictures: moved(pictures, asset, to))


def moved(pictures: list[int], asset: int, to: str) -> list[int]:
    """Return the pictures in their new order; as they were if there is nothing to move."""
    if asset not in pictures:
        return pictures
    at = pictures.index(asset)
    place = {"first": 0, "left": max(0, at - 1), "right": at + 1}.get(to, at)
    others = [one for one in pictures if one != asset]
    return [*others[:place], asset, *others[place:]]


def _edit_pictures(element: Element, by: User | None, change: Callable[[list[int]], list[int]]) -> Element:
    with deed(element.storyboard_id, by) as work:
        element = live_element(element)
        now = values_of_element(element)["pictures"]
        then = change(now)
        if then != now:
            write_element(work, element, {"pictures": then})
            work.record("edit", element, {"pictures": now}, {"pictures": then})
    return element
