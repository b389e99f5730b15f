"""Reads the bible for its pages: in a number of queries that never grows."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from storyboards.elements.likeness import Pair, may_be_the_same
from storyboards.models import Asset, Edit, Element, ReferencePicture, Scene, Shot, Storyboard
from storyboards.pictures import picture_key
from storyboards.reading import read_numbers, with_pictures
from storyboards.vocabulary import ElementKind, Size
from storyboards.weather import carry

PLURALS = {
    ElementKind.CHARACTER: _("Characters"),
    ElementKind.PLACE: _("Places"),
    ElementKind.PROP: _("Props"),
    ElementKind.LOOK: _("Looks"),
}


@dataclass
class Card:
    """An element as the bible shows it: its portrait, or else the shot that shows it best."""

    element: Element
    portrait: Asset | None
    shots: int = 0
    scenes: int = 0
    heard: int = 0
    first: Shot | None = None


@dataclass(frozen=True)
class Group:
    """The elements of one kind."""

    kind: str
    title: str
    cards: list[Card]


@dataclass(frozen=True)
class Bible:
    """All that a board has: by kind, what may be the same, and what is in the trash."""

    groups: list[Group]
    alike: list[Pair]
    deleted: list[Element]
    count: int


@dataclass
class SceneUsed:
    """A scene in which an element is seen or heard, and in which shots; `here` when the scene is at that place."""

    scene: Scene
    label: str
    here: bool
    shots: list[Shot] = field(default_factory=list)
    heard: list[Shot] = field(default_factory=list)


def read_bible(storyboard: Storyboard, words: str = "") -> Bible:
    """Return the bible; with `words`, only what has each of them in a name or a description."""
    pictures = Prefetch("pictures", ReferencePicture.objects.select_related("asset"))
    elements = list(storyboard.elements.live().order_by("name").prefetch_related(pictures))
    shown = [element for element in elements if _matches(element, words)]
    cards = [Card(element, _portrait(element)) for element in shown]
    _count(storyboard, cards)
    _count_heard(storyboard, cards)
    _give_shots(storyboard, [card for card in cards if card.portrait is None])
    return Bible(
        _groups(cards),
        may_be_the_same(elements, told_apart(storyboard)) if not words else [],
        list(storyboard.elements.exclude(deleted_at=None).order_by("-deleted_at")[:50]),
        len(elements),
    )


def _matches(element: Element, words: str) -> bool:
    text = " ".join([element.name, element.description, element.colours, *element.aliases]).casefold()
    return all(word in text for word in words.casefold().split()[:10])


def _portrait(element: Element) -> Asset | None:
    first = next(iter(element.pictures.all()), None)
    return first.asset if first else None


def _groups(cards: list[Card]) -> list[Group]:
    by_kind = {kind: [card for card in cards if card.element.kind == kind] for kind in ElementKind.values}
    for kind in by_kind:
        by_kind[kind].sort(key=lambda card: (-card.shots - card.scenes, card.element.name.casefold()))
    return [Group(kind, str(PLURALS[ElementKind(kind)]), found) for kind, found in by_kind.items() if found]


def told_apart(storyboard: Storyboard) -> list[tuple[int, int]]:
    """Return the pairs of which somebody said that they are not the same."""
    said: dict[int, list[int]] = {}
    rows = Edit.objects.filter(storyboard=storyboard, noun="element", verb="apart").order_by("pk")
    for pk, after in rows.values_list("noun_pk", "after"):
        said[pk] = after.get("apart", [])
    return [(pk, other) for pk, others in said.items() for other in others]


# --- where an element is seen ---------------------------------------------------------------------------------------


def _live_shots(storyboard: Storyboard):
    return Shot.objects.live().filter(scene__storyboard=storyboard, scene__deleted_at=None)


def _count(storyboard: Storyboard, cards: list[Card]) -> None:
    shots = _live_shots(storyboard).order_by()
    seen = dict(shots.exclude(cast=None).values_list("cast").annotate(count=Count("pk")))
    at = dict(shots.exclude(scene__location=None).values_list("scene__location").annotate(count=Count("pk")))
    scenes = Scene.objects.live().filter(storyboard=storyboard).exclude(location=None).order_by()
    places = dict(scenes.values_list("location").annotate(count=Count("pk")))
    for card in cards:
        card.shots = seen.get(card.element.pk, 0) + at.get(card.element.pk, 0)
        card.scenes = places.get(card.element.pk, 0)


def _count_heard(storyboard: Storyboard, cards: list[Card]) -> None:
    """Count for characters whom nobody sees in how many shots they speak."""
    unseen = [card for card in cards if card.element.kind == ElementKind.CHARACTER and not card.shots]
    if unseen:
        spoken = [speakers_of(lines) for lines in _shots_with_words(storyboard).values_list("dialogue", flat=True)]
        for card in unseen:
            card.heard = sum(bool(names & names_of(card.element)) for names in spoken)


def _shots_with_words(storyboard: Storyboard):
    return _live_shots(storyboard).exclude(dialogue=[]).order_by("position", "pk")


def names_of(element: Element) -> set[str]:
    """Return all that the element is called, in lower case."""
    return {str(name).casefold() for name in (element.name, *element.aliases)}


def speakers_of(dialogue: Iterable[Mapping[str, Any]]) -> set[str]:
    """Return who speaks in these lines, in lower case."""
    return {str(line.get("speaker", "")).casefold() for line in dialogue}


def _give_shots(storyboard: Storyboard, cards: list[Card]) -> None:
    """Give each card without a portrait the picture of the shot that shows its element best."""
    firsts = _first_shots(storyboard)
    wanted = {firsts[card.element.pk] for card in cards if card.element.pk in firsts}
    rows = list(with_pictures(Shot.objects.filter(pk__in=wanted)).select_related("scene__location", "panel"))
    carry(rows)
    shots = {shot.pk: fill(storyboard, shot) for shot in rows}
    for card in cards:
        card.first = shots.get(firsts.get(card.element.pk, 0))


def _first_shots(storyboard: Storyboard) -> dict[int, int]:
    """Return the shot that shows each element best: of a place the first, else that with least company."""
    ordered = _live_shots(storyboard).order_by("scene__position", "scene__pk", "position", "pk")
    rows = list(ordered.values_list("pk", "cast", "scene__location", "size"))
    company = Counter(shot for shot, seen, _place, _size in rows if seen)
    best: dict[int, int] = {}
    ranks: dict[int, tuple[bool, int]] = {}
    for shot, seen, place, size in rows:
        if place:
            best.setdefault(place, shot)
        rank = (size == Size.INSERT, company[shot])
        if seen and (seen not in ranks or rank < ranks[seen]):
            best[seen], ranks[seen] = shot, rank
    return best


def fill(storyboard: Storyboard, shot: Shot) -> Shot:
    """Return the shot with the key of its picture."""
    shot.scene.storyboard = storyboard
    shot.picture_key = picture_key(shot, storyboard, shot.cast_list)
    return shot


def where_used(element: Element) -> list[SceneUsed]:
    """Return the scenes in which the element is seen or heard, in the order of the film, with slates."""
    board = element.storyboard
    numbers = read_numbers(board)
    shots = _live_shots(board).filter(cast=element).select_related("scene").order_by("position", "pk")
    used = {
        scene.pk: SceneUsed(scene, numbers.scenes.get(scene.pk, ""), here=scene.location_id == element.pk)
        for scene in Scene.objects.live().filter(storyboard=board)
    }
    seen = set()
    for shot in shots:
        shot.slate = numbers.slates.get(shot.pk, "")
        seen.add(shot.pk)
        if shot.scene_id in used:
            used[shot.scene_id].shots.append(shot)
    for shot in _shots_with_words(board) if element.kind == ElementKind.CHARACTER else ():
        if shot.pk not in seen and shot.scene_id in used and speakers_of(shot.dialogue) & names_of(element):
            shot.slate = numbers.slates.get(shot.pk, "")
            used[shot.scene_id].heard.append(shot)
    return [row for row in used.values() if row.here or row.shots or row.heard]


def others_like(element: Element) -> QuerySet[Element]:
    """Return the elements with which this one could be merged."""
    return element.storyboard.elements.live().filter(kind=element.kind).exclude(pk=element.pk).order_by("name")
