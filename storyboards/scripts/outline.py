"""What a read script is: scenes, shots and lines, each with the span of source text it came from.

Every ``source_start`` and ``source_end`` counts characters in ``Outline.text``; spans of scenes, and of the shots
in a scene, rise and do not overlap.
"""

from dataclasses import dataclass, field

# The longest a short text of an outline gets, in characters; what is longer is shortened with an ellipsis.
TITLE_LENGTH = 200
PLACE_LENGTH = 200
TIME_LENGTH = 60
NUMBER_LENGTH = 10
NAME_LENGTH = 80


class ScriptError(Exception):
    """A script that cannot be read; its text is a sentence for the user that ends with what to do."""


@dataclass(frozen=True)
class Line:
    """Words that are heard. ``dual``: spoken at the same time as the lines of the speaker before.

    ``direction`` is how it is said (``quietly``), and begins with ``V.O.`` or ``O.S.`` when the speaker is not seen;
    sung lines have ``lyrics`` in it. ``speaker`` is empty only for lyrics that nobody was named for.
    """

    speaker: str
    text: str
    direction: str = ""
    dual: bool = False


@dataclass(frozen=True)
class ShotOutline:
    """One shot to be made, with first guesses in the codes of ``vocabulary``.

    ``transition`` leads into this shot; the fade-out that ends a film stands in the notes of its last shot.
    ``characters`` are those who are seen, ``seconds`` is a multiple of a half from 1.5 to 12.
    """

    action: str
    dialogue: tuple[Line, ...]
    characters: tuple[str, ...]
    size: str
    angle: str
    move_family: str
    move_direction: str
    move_speed: str
    seconds: float
    source_start: int
    source_end: int
    transition: str = ""
    notes: str = ""


@dataclass(frozen=True, kw_only=True)
class SceneOutline:
    """Continuous action in one place and time; it has at least one shot.

    ``section`` is the path of the headings above it, joined with `` / ``.
    """

    setting: str
    place: str
    time_of_day: str
    number: str = ""
    synopsis: str = ""
    section: str = ""
    shots: tuple[ShotOutline, ...]
    source_start: int
    source_end: int


@dataclass(frozen=True)
class Outline:
    """A whole script. ``credits`` holds the fields of the title page or front matter, keys in lower case.

    ``descriptions`` holds, by name, what the script says of how its characters look, and ``aliases`` what else it
    calls them.
    """

    title: str
    credits: dict[str, str]
    format: str
    scenes: tuple[SceneOutline, ...]
    characters: tuple[str, ...]
    text: str
    descriptions: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)


def shortened(text: str, length: int) -> str:
    """Return ``text`` on one line and in at most ``length`` characters."""
    line = " ".join(text[: length * 4].split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
