"""Puts a shot into words, and freezes it: what is asked of a backend does not change while people go on editing."""

import hashlib

from django.utils.translation import gettext as _

from generation.backends import get_backend
from generation.backends.base import ShotRequest
from generation.slates import slates
from storyboards import vocabulary as words
from storyboards.models import Element, Shot

LONGEST_PROMPT = 8000


def freeze(shot: Shot, alias: str, seed: int, *, slate: str | None = None) -> ShotRequest:
    """Return everything that a take of `shot` depends on, fitted to the backend `alias`.

    Raise Unsupported when that backend cannot make a picture of this shape.
    """
    if slate is None:
        slate = slates(shot.scene.storyboard).get(shot.pk, "")
    return get_backend(alias).fit(compose(shot, seed, slate))


def compose(shot: Shot, seed: int, slate: str) -> ShotRequest:
    """Return everything that a picture of `shot` depends on, at the size and rate of its storyboard."""
    board = shot.scene.storyboard
    width, height = board.frame_size
    cast = list(shot.cast.all())
    return ShotRequest(
        prompt=prompt(shot, cast),
        action=shot.action,
        setting=shot.scene.setting,
        place=shot.scene.place,
        time_of_day=shot.scene.time_of_day,
        dialogue=lines(shot),
        cast=tuple(_seen(element) for element in cast),
        size=shot.size,
        angle=shot.angle,
        move=shot.move,
        move_direction=shot.move_direction,
        move_speed=shot.move_speed,
        frames=shot.frames,
        rate=board.rate_pair,
        width=width,
        height=height,
        seed=seed,
        slate=slate,
        look=board.look,
    )


def prompt(shot: Shot, cast: list[Element]) -> str:
    """Return the shot as one text, the way a director would tell it: what is seen first, then how it is seen."""
    parts = [shot.scene.slugline.rstrip(".") + ".", shot.action.strip()]
    parts += [f"{element.name}: {element.description.strip()}" for element in cast if element.description.strip()]
    parts += [f"{speaker.title()} says: “{text}”" for speaker, text in lines(shot)]
    parts.append(_framing(shot))
    return "\n".join(part for part in parts if part)[:LONGEST_PROMPT]


def lines(shot: Shot) -> tuple[tuple[str, str], ...]:
    """Return who says what, in order; lines without words are left out."""
    said = ((str(line.get("speaker", "")), str(line.get("text", "")).strip()) for line in shot.dialogue)
    return tuple((speaker, text) for speaker, text in said if text)


def seed_of(take_key: str, ordinal: int) -> int:
    """Return the seed of one part of a take: derived, so that doing it again draws the same."""
    digest = hashlib.sha256(f"{take_key}:{ordinal}".encode()).digest()
    return int.from_bytes(digest[:4], "big") >> 1


def _framing(shot: Shot) -> str:
    size, angle = words.Size(shot.size).label, words.Angle(shot.angle).label
    return f"{size} shot, {str(angle).lower()} angle, {_camera(shot)}."


def _camera(shot: Shot) -> str:
    if shot.move == words.Move.STATIC:
        return str(_("the camera does not move"))
    way = words.Direction(shot.move_direction).label if shot.move_direction else ""
    told = [words.Speed(shot.move_speed).label, words.Move(shot.move).label, way]
    return " ".join(str(word).lower() for word in told if word)


def _seen(element: Element) -> dict[str, str]:
    return {
        "name": element.name,
        "kind": element.kind,
        "description": element.description,
        "colour": element.colour,
    }
