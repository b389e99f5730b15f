"""Which elements may be one and the same, so that a person can say so."""

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from storyboards.models import Element
from storyboards.scripts.cast import key_of
from storyboards.scripts.words import word_set
from storyboards.vocabulary import ElementKind

SHORTEST = 4  # letters; shorter names are too often one letter apart
MOST_SHOWN = 8
# Before or behind a name these do not make it somebody else's.
TITLES = word_set(
    "mr mrs ms miss sir madam lady lord dr doctor prof professor captain sergeant officer detective inspector father "
    "sister brother mother aunt uncle grandmother grandfather grandma grandpa king queen prince princess judge saint"
)


class Pair(NamedTuple):
    """Two elements that may be the same; the first is seen more often, or came first."""

    one: Element
    other: Element


def may_be_the_same(elements: Iterable[Element], apart: Iterable[tuple[int, int]] = ()) -> list[Pair]:
    """Return the pairs of one kind whose names are nearly the same; not those that somebody told `apart`."""
    told = {frozenset(pair) for pair in apart}
    ordered = sorted((element for element in elements if element.kind != ElementKind.LOOK), key=lambda one: one.pk)
    pairs = (Pair(one, other) for one, other in combinations(ordered, 2) if one.kind == other.kind)
    alike = (pair for pair in pairs if frozenset((pair.one.pk, pair.other.pk)) not in told and _alike(*pair))
    return [pair for pair, _place in zip(alike, range(MOST_SHOWN), strict=False)]


def _alike(one: Element, other: Element) -> bool:
    names, others = _keys(one), _keys(other)
    return any(are_alike(name, another, kind=one.kind) for name in names for another in others)


def _keys(element: Element) -> set[str]:
    return {key for name in (element.name, *element.aliases) if (key := key_of(name))}


def are_alike(one: str, other: str, *, kind: str) -> bool:
    """Return whether two names may be the same: equal, one slip of the pen apart, or one of them said more fully."""
    if one == other:
        return True
    if any(letter.isdigit() for letter in one + other):
        return False
    if min(len(one), len(other)) >= SHORTEST and one_slip_apart(one, other):
        return True
    if kind == ElementKind.PLACE:
        return fuller_place(one.split(), other.split())
    return kind == ElementKind.CHARACTER and fuller_name(one.split(), other.split())


def one_slip_apart(one: str, other: str) -> bool:
    """Return whether one letter was left out, added, changed, or swapped with the next."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, others = one[start:], other[start:]
    slips = (rest[1:] == others, rest == others[1:], rest[1:] == others[1:])
    return any(slips) or (rest[:2] == others[1::-1] and rest[2:] == others[2:] and len(rest) > 1)


def fuller_name(one: list[str], other: list[str]) -> bool:
    """Return whether one is the other with a title before it: captain marta, marta; mr okafor, okafor."""
    short, full = sorted((one, other), key=len)
    before = full[: len(full) - len(short)]
    return bool(short and before) and full[len(before) :] == short and all(word in TITLES for word in before)


def fuller_place(one: list[str], other: list[str]) -> bool:
    """Return whether one is the other with a word before it: old market square; one word alone says too little."""
    short, full = sorted((one, other), key=len)
    return len(short) > 1 and len(full) == len(short) + 1 and full[1:] == short
