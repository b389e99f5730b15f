"""What was understood of a shot: typed, inspectable, and sayable to a person."""

from dataclasses import dataclass

from . import saying


@dataclass(frozen=True)
class Subject:
    """Somebody or something in the picture. Colours are (what, "#rrggbb"); `count` of them stand there."""

    kind: str
    group: str
    label: str
    name: str = ""
    count: int = 1
    colours: tuple[tuple[str, str], ...] = ()
    traits: tuple[str, ...] = ()
    hair: str = ""
    held: tuple[tuple[str, str], ...] = ()
    action: str = "stand"
    speaking: bool = False
    lacks: tuple[str, ...] = ()

    @property
    def colour(self) -> str:
        """The colour of the thing itself, or ""."""
        return dict(self.colours).get("self", "")

    def worn(self, garment: str) -> str:
        """Colour of a garment, or "" when it is not worn or not named."""
        return dict(self.colours).get(garment, "")


@dataclass(frozen=True)
class Understood:
    """A shot as the engine will draw it.

    `relations` are (index of a subject, how it stands, index of another); `denied` are the words for what shall not be
    there; `language` is the language other than English that the words look like; `unread` counts words beyond the
    limit; `wordless` tells that there were signs but no word; `weather_carried` that the weather is as an earlier shot
    of the scene left it.
    """

    place: str
    place_label: str
    interior: bool
    hour: str
    weather: str
    weather_carried: bool = False
    subjects: tuple[Subject, ...] = ()
    moods: tuple[str, ...] = ()
    season: str = ""
    features: tuple[str, ...] = ()
    hand: bool = False
    crowd: bool = True
    deserted: bool = False
    size: str = "WS"
    move: tuple[str, str] = ("static", "")
    place_known: bool = True
    not_understood: tuple[str, ...] = ()
    relations: tuple[tuple[int, str, int], ...] = ()
    denied: tuple[str, ...] = ()
    language: str = ""
    unread: int = 0
    wordless: bool = False

    @property
    def people(self) -> tuple[Subject, ...]:
        """The subjects that are people."""
        return tuple(s for s in self.subjects if s.group == "person")

    def sentences(self) -> list[str]:
        """What was understood, and what was not, as sentences for the person who wrote the shot."""
        return saying.sentences(self)

    def missing(self) -> list[str]:
        """The sentences about what was not understood; the last ones of `sentences`."""
        return saying.missing(self)
