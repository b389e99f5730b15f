"""The name of a shot's drawn picture: a hash of everything that is drawn, so that a change asks for a new picture."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from storyboards.elements.shots import location_of
from storyboards.models import Element, Shot, Storyboard
from storyboards.weather import weather_of

# Raised when pictures are to be drawn anew although no board has changed.
EDITION = 5
KEY_LENGTH = 24


def picture_key(shot: Shot, storyboard: Storyboard, cast: Iterable[Element]) -> str:
    """Return the key of the picture of `shot`, with `cast` in it, on `storyboard`."""
    drawn = drawn_of(shot, storyboard, cast) | {"edition": EDITION}
    text = json.dumps(drawn, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:KEY_LENGTH]


def drawn_of(shot: Shot, storyboard: Storyboard, cast: Iterable[Element]) -> dict[str, Any]:
    """Return everything that the picture of `shot` shows, ready for JSON."""
    weather = weather_of(shot)
    return {
        **({"weather": weather} if weather else {}),
        "look": storyboard.look,
        "aspect": storyboard.aspect,
        "slugline": shot.scene.slugline,
        "action": shot.action,
        "dialogue": shot.dialogue,
        "size": shot.size,
        "angle": shot.angle,
        "move": [shot.move, shot.move_direction, shot.move_speed],
        "cast": sorted(_drawn(one) for one in cast if one.deleted_at is None),
        "location": _drawn(place) if (place := location_of(shot)) else [],
    }


def _drawn(element: Element) -> list[str]:
    """Return what is drawn of an element: not the colour that it has on the board."""
    return [element.kind, element.name, element.description, element.colours, *element.aliases]


def drawn_name(storyboard: Storyboard, key: str) -> str:
    """Return the stored name of a drawn picture."""
    return f"teams/{storyboard.team_id}/panels/{key}.webp"
