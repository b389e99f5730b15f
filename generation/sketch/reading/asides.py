"""What a scene tells in between, as scripts mark it in capitals: a flashback, a dream, and the way back."""

import re
from enum import Enum

BEGINS = re.compile(r"\b(?:FLASH ?BACK|FLASH ?FORWARD|DREAM SEQUENCE|DREAM)\b\s*[:.\n–—-]")
ENDS = re.compile(
    r"\bEND (?:OF )?(?:THE )?(?:FLASH ?BACK|FLASH ?FORWARD|DREAM(?: SEQUENCE)?)\b"
    r"|\bBACK TO (?:THE )?(?:PRESENT|SCENE|REALITY)\b"
)


class Aside(Enum):
    """What an action does to the story in between: it begins or ends there, or both."""

    NONE = 0
    BEGINS = 1
    ENDS = 2
    WITHIN = 3


def aside_in(action: str) -> Aside:
    """Whether something told in between begins, ends or is told whole in an action."""
    ended = ENDS.search(action)
    begun = BEGINS.search(ENDS.sub("", action))
    if ended and begun:
        return Aside.WITHIN
    return Aside.ENDS if ended else Aside.BEGINS if begun else Aside.NONE
