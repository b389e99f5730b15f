"""Slates in the American scheme: the scene's number, then a letter per further shot; I and O look like digits."""

import re
from collections.abc import Sequence
from string import ascii_uppercase

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
