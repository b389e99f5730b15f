"""Puts a shot into words, and freezes it: what is asked of a backend does not change while people go on editing."""

import hashlib

from django.utils.translation import gettext as _

from generation.backends import get_backend
from generation.backends.base import ShotRequest
from generation.backends.request import is_only_heard
from generation.options import told
from generation.slates import slates
from storyboards import vocabulary as words
from storyboards.elements.shots import location_of, seen_in
from storyboards.models import Element, Shot
from storyboards.scripts.vocabulary import NARRATOR
from storyboards.weather import weather_of

LONGEST_PROMPT = 8000
# Who says what and how, a line each.
Lines = tuple[tuple[str, str, str], ...]


def freeze(shot: Shot, alias: str, seed: int, *, slate: str | None = None) -> ShotRequest:
    """Return everything that a take of `shot` depends on, fitted to the backend `alias`.

    Raise Unsupported when that backend cannot make a picture of this shape.
    """
    if slate is None:
        slate = slates(shot.scene.storyboard).get(shot.pk, "")
    return get_backend(alias).fit(compose(shot, seed, slate)).but(**told(shot, alias))


def compose(shot: Shot, seed: int, slate: str) -> ShotRequest:
    """Return everything that a picture of `shot` depends on, at the size and rate of its storyboard."""
    board = shot.scene.storyboard
    width, height = board.frame_size
    cast = seen_in(shot)
    return ShotRequest(
        prompt=prompt(shot, cast),
        action=shot.action,
        setting=shot.scene.setting,
        place=shot.scene.place,
        time_of_day=shot.scene.time_of_day,
        weather=weather_of(shot),
        dialogue=lines(shot),
        cast=tuple(_told(element) for element in cast),
        voices=tuple(_told(element) for element in _only_heard(shot, cast)),
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
    place = location_of(shot)
    parts = [shot.scene.slugline.rstrip(".") + ".", _described(place, shot) if place else "", _weather(shot)]
    parts.append(shot.action.strip())
    parts += [_described(element, shot) for element in cast if element != place]
    parts += [_spoken(*line) for line in lines(shot)]
    parts.append(_framing(shot))
    return "\n".join(part for part in parts if part)[:LONGEST_PROMPT]


def _weather(shot: Shot) -> str:
    """Return the weather that earlier shots of the scene gave it: a backend does not know them."""
    weather = weather_of(shot)
    if not weather:
        return ""
    return f"Weather outside: {weather}." if shot.scene.setting == words.Setting.INT else f"Weather: {weather}."


def _described(element: Element, shot: Shot) -> str:
    """Return an element as it looks, and sounds if it speaks here; nothing for one that nobody has described."""
    facts = [element.description.strip()]
    if element.colours.strip():
        facts.append(f"colours: {element.colours.strip()}")
    if element.voice.strip() and _speaks(element, shot):
        facts.append(f"voice: {element.voice.strip()}")
    told = "; ".join(fact for fact in facts if fact)
    return f"{element.name}: {told}" if told else ""


def _speaks(element: Element, shot: Shot) -> bool:
    names = _names(element)
    return any(speaker.casefold() in names for speaker, _text, _way in lines(shot))


def _spoken(speaker: str, text: str, way: str) -> str:
    if is_only_heard(way) or speaker == NARRATOR:
        return f"{speaker.title()} is heard and not seen: “{text}”"
    how = f" ({way})" if way else ""
    return f"{speaker.title()} says{how}: “{text}”"


def lines(shot: Shot) -> Lines:
    """Return who says what and how, in order; lines without words are left out."""
    return lines_in(shot.dialogue)


def lines_in(dialogue: list[dict]) -> Lines:
    """Return the same, of a shot's dialogue alone."""
    said = ((_word(line, "speaker"), _word(line, "text").strip(), _word(line, "direction")) for line in dialogue)
    return tuple(line for line in said if line[1])


def _word(line: dict, name: str) -> str:
    return str(line.get(name) or "")


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


def _only_heard(shot: Shot, cast: list[Element]) -> list[Element]:
    """Return the elements of those who speak and are not in the shot's cast, so that they sound as they always do."""
    missing = {speaker.casefold() for speaker, _text, _way in lines(shot)} - {NARRATOR.casefold(), ""}
    missing -= {name for element in cast for name in _names(element)}
    if not missing:
        return []
    return [element for element in shot.scene.storyboard.elements.live() if _names(element) & missing]


def _names(element: Element) -> set[str]:
    return {name.casefold() for name in (element.name, *element.aliases)}


def _told(element: Element) -> dict[str, str]:
    return {
        "name": element.name,
        "kind": element.kind,
        "description": element.description,
        "colours": element.colours,
        "voice": element.voice,
        "aliases": "\n".join(element.aliases),
    }
