"""What was understood of a shot: typed, inspectable, and sayable to a person."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .colours import COLOURS


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

    @property
    def colour(self) -> str:
        """The colour of the thing itself, or ""."""
        return dict(self.colours).get("self", "")

    def worn(self, garment: str) -> str:
        """Colour of a garment, or "" when it is not worn or not named."""
        return dict(self.colours).get(garment, "")

    def sentence(self) -> str:
        """How a person would say it: `3 × dog (white), run`."""
        who = self.name or self.label
        facts = [
            *self.traits,
            *(f"{_word(hue)} {what}".replace("self", "").strip() for what, hue in self.colours if what != "second"),
        ]
        facts += [_("holding %(thing)s") % {"thing": thing} for thing, _colour in self.held]
        said = f"{self.count} × {who}" if self.count > 1 else who
        said += f" ({', '.join(facts)})" if facts else ""
        return f"{said}, {self.action}"


def _word(hue: str) -> str:
    return next((word for word, value in COLOURS.items() if value == hue), hue)


@dataclass(frozen=True)
class Understood:
    """A shot as the engine will draw it."""

    place: str
    place_label: str
    interior: bool
    hour: str
    weather: str
    subjects: tuple[Subject, ...] = ()
    moods: tuple[str, ...] = ()
    season: str = ""
    features: tuple[str, ...] = ()
    hand: bool = False
    crowd: bool = True
    size: str = "WS"
    move: tuple[str, str] = ("static", "")
    place_known: bool = True
    not_understood: tuple[str, ...] = field(default=())

    @property
    def people(self) -> tuple[Subject, ...]:
        """The subjects that are people."""
        return tuple(s for s in self.subjects if s.group == "person")

    def sentences(self) -> list[str]:
        """What was understood, and what was not, as sentences for the person who wrote the shot."""
        place = self.place_label if self.place_known else _("no place named; drawn as open ground")
        said = [_("Place: %(place)s.") % {"place": place}]
        said.append(_("Time: %(hour)s. Weather: %(weather)s.") % {"hour": self.hour, "weather": self.weather})
        said += [f"{_('In the picture')}: {subject.sentence()}." for subject in self.subjects]
        if not self.subjects:
            said.append(_("Nobody and nothing is placed in it."))
        if self.not_understood:
            words = ", ".join(self.not_understood)
            message = ngettext("Not understood: %(words)s.", "Not understood: %(words)s.", len(self.not_understood))
            said.append(message % {"words": words})
        return said
