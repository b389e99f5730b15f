"""What scenes and shots are called, in the three schemes of the set (Pomfort Livegrade, ShotLiner).

    American    the scene's number, then a letter per further shot: 1, 1A, 1B, 2; I and O look like digits
    European    one count through the whole film: 1, 2, 3
    animation   scene and shot in steps of ten, all of one width: SQ010_SH0010, SQ010_SH0020, SQ020_SH0010

Slates are not kept: they follow from the place of a shot among those that are not in the trash. A shot that is put in
or moved renumbers those behind it, in its scene or (European) in the film; an omitted shot keeps its place and so all
slates. Takes and cuts keep the slate that they were made under.
"""

import re
from collections.abc import Sequence
from string import ascii_uppercase

from storyboards.vocabulary import Numbering

STEP = 10
LETTERS = "".join(letter for letter in ascii_uppercase if letter not in "IO")


def letters(count: int) -> str:
    """Return the letters of the further shot number `count`, from 1: A to Z, then AA, AB …"""
    word = ""
    while count > 0:
        count, index = divmod(count - 1, len(LETTERS))
        word = LETTERS[index] + word
    return word


def slate(scene_number: str, index: int) -> str:
    """Return the slate of the shot that is item `index` of its scene: 1, 1A, 1B …"""
    return f"{scene_number}{letters(index)}"


def slates(scheme: str, scenes: Sequence[str], counts: Sequence[int]) -> list[list[str]]:
    """Return the slates of the shots of every scene: `scenes` are its numbers, `counts` how many shots each has.

    No two shots of a film share a slate.
    """
    if scheme == Numbering.EUROPEAN:
        return _running(counts)
    return _steps(counts) if scheme == Numbering.ANIMATION else _setups(scenes, counts)


def _running(counts: Sequence[int]) -> list[list[str]]:
    ends = [sum(counts[: index + 1]) for index in range(len(counts))]
    return [[str(end - count + at) for at in range(1, count + 1)] for end, count in zip(ends, counts, strict=True)]


def _steps(counts: Sequence[int]) -> list[list[str]]:
    """All numbers of a film have as many digits as its longest one needs, so that the names sort as text."""
    scene_width = max(3, len(str(len(counts) * STEP)))
    shot_width = max(4, len(str(max(counts, default=0) * STEP)))
    return [
        [f"SQ{scene * STEP:0{scene_width}}_SH{shot * STEP:0{shot_width}}" for shot in range(1, count + 1)]
        for scene, count in enumerate(counts, start=1)
    ]


def _setups(scenes: Sequence[str], counts: Sequence[int]) -> list[list[str]]:
    """A script may number two scenes alike, or one 1A after another 1: a slate that is taken is passed over."""
    numbers, taken, named = set(scenes), set[str](), []
    for number, count in zip(scenes, counts, strict=True):
        names: list[str] = []
        index = 0
        while len(names) < count:
            name = slate(number, index)
            if name not in taken and (index == 0 or name not in numbers):
                names.append(name)
                taken.add(name)
            index += 1
        named.append(names)
    return named


def scene_numbers(given: Sequence[str]) -> list[str]:
    """Return a number for every scene, keeping those that the script gives.

    Where a script numbers its scenes, one that was put in before scene 3 is A3, and those after the last count on.
    """
    if not any(given):
        return [str(index) for index in range(1, len(given) + 1)]
    numbers, waiting, last = [""] * len(given), [], 0
    for index, number in enumerate(given):
        if not number:
            waiting.append(index)
            continue
        for place, inserted in enumerate(waiting, start=1):
            numbers[inserted] = f"{letters(place)}{number}"
        numbers[index], waiting, last = number, [], leading_digits(number, last)
    for place, inserted in enumerate(waiting, start=1):
        numbers[inserted] = str(last + place)
    return numbers


def leading_digits(number: str, otherwise: int) -> int:
    """Return the whole number inside a scene number such as 12A, or `otherwise`."""
    found = re.search(r"[0-9]{1,6}", number)
    return int(found.group()) if found else otherwise
