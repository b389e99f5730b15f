"""What was understood, as sentences for the person who wrote the shot."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .colours import COLOURS
from .tongues import NAMES

if TYPE_CHECKING:
    from .understood import Subject, Understood

WORDS = {hue: word for word, hue in reversed(COLOURS.items())}
HOURS = {
    "dawn": gettext_lazy("dawn"),
    "morning": gettext_lazy("morning"),
    "noon": gettext_lazy("noon"),
    "afternoon": gettext_lazy("afternoon"),
    "sunset": gettext_lazy("sunset"),
    "dusk": gettext_lazy("dusk"),
    "evening": gettext_lazy("evening"),
    "night": gettext_lazy("night"),
}
WEATHERS = {
    "clear": gettext_lazy("clear"),
    "cloudy": gettext_lazy("cloudy"),
    "rain": gettext_lazy("rain"),
    "storm": gettext_lazy("storm"),
    "snow": gettext_lazy("snow"),
    "blizzard": gettext_lazy("blizzard"),
    "fog": gettext_lazy("fog"),
    "wind": gettext_lazy("wind"),
    "heat": gettext_lazy("heat"),
    "sandstorm": gettext_lazy("sandstorm"),
}
SEASONS = {
    "spring": gettext_lazy("spring"),
    "summer": gettext_lazy("summer"),
    "autumn": gettext_lazy("autumn"),
    "winter": gettext_lazy("winter"),
}
RELATIONS = {
    "next to": gettext_lazy("%(who)s is next to %(whom)s."),
    "behind": gettext_lazy("%(who)s is behind %(whom)s."),
    "in front of": gettext_lazy("%(who)s is in front of %(whom)s."),
    "on": gettext_lazy("%(who)s is on %(whom)s."),
    "in": gettext_lazy("%(who)s is in %(whom)s."),
    "under": gettext_lazy("%(who)s is under %(whom)s."),
    "over": gettext_lazy("%(who)s is above %(whom)s."),
    "between": gettext_lazy("%(who)s is between others, %(whom)s one of them."),
    "facing": gettext_lazy("%(who)s faces %(whom)s."),
}
MOST_WORDS_SHOWN = 12


def sentences(seen: "Understood") -> list[str]:
    """What was understood of a shot: place, time, who and what, how they stand; what was left out comes last."""
    said = [_place(seen), _time(seen)]
    said += [f"{_('In the picture')}: {told_of(subject)}." for subject in seen.subjects]
    if not seen.subjects:
        said.append(_("Nobody and nothing is placed in it."))
    said += [_relation(seen, *related) for related in seen.relations]
    if seen.denied:
        said.append(_("Left out, because the words say so: %(words)s.") % {"words": ", ".join(seen.denied)})
    return said + missing(seen)


def missing(seen: "Understood") -> list[str]:
    """The sentences about what was not understood; none when everything was."""
    said = []
    if seen.language:
        message = _("The words look %(language)s: read are names, numbers, places, times and the commonest words only.")
        said.append(message % {"language": NAMES[seen.language]})
    if seen.unread:
        message = ngettext(
            "The last %(count)s word was not read: a picture shows no more.",
            "The last %(count)s words were not read: a picture shows no more.",
            seen.unread,
        )
        said.append(message % {"count": seen.unread})
    if seen.wordless:
        said.append(_("There is no word in it that can be read."))
    if seen.not_understood:
        shown = seen.not_understood[:MOST_WORDS_SHOWN]
        message = ngettext("Not understood: %(words)s.", "Not understood: %(words)s.", len(shown))
        said.append(message % {"words": ", ".join(shown)})
    return said


def _place(seen: "Understood") -> str:
    if not seen.place_known:
        return _("Place: %(place)s.") % {"place": _("no place named; drawn as open ground")}
    return _("Place: %(place)s.") % {"place": seen.place_label}


def _time(seen: "Understood") -> str:
    facts = {"hour": HOURS.get(seen.hour, seen.hour), "weather": WEATHERS.get(seen.weather, seen.weather)}
    said = _("Time: %(hour)s. Weather: %(weather)s.")
    if seen.weather_carried:
        said = _("Time: %(hour)s. Weather: %(weather)s, as an earlier shot of the scene says.")
    said %= facts
    if seen.season:
        said += " " + _("Season: %(season)s.") % {"season": SEASONS.get(seen.season, seen.season)}
    if seen.moods:
        said += " " + _("Mood: %(moods)s.") % {"moods": ", ".join(seen.moods)}
    return said


def told_of(subject: "Subject") -> str:
    """How a person would say it: `3 × dog (white), run`."""
    who = subject.name or subject.label
    facts = [*subject.traits, *_looks(subject)]
    facts += [_("holding %(thing)s") % {"thing": f"{word(hue)} {thing}".strip()} for thing, hue in subject.held]
    facts += [_("without %(thing)s") % {"thing": thing} for thing in subject.lacks]
    said = f"{subject.count} × {who}" if subject.count > 1 else who
    said += f" ({', '.join(facts)})" if facts else ""
    if subject.group == "unknown":
        return said + ", " + _("drawn as a silhouette with its name")
    return f"{said}, {subject.action}" if subject.group in ("person", "animal") or subject.action != "stand" else said


def _looks(subject: "Subject") -> list[str]:
    looks = [f"{word(hue)} {what}".replace("self", "").strip() for what, hue in subject.colours if what != "second"]
    styled = subject.hair and subject.hair not in (" ".join(looks))
    return looks + ([subject.hair] if styled else [])


def word(hue: str) -> str:
    """The word for a colour, or the colour itself."""
    return WORDS.get(hue, hue)


def _relation(seen: "Understood", first: int, relation: str, second: int) -> str:
    who, whom = (seen.subjects[index].name or seen.subjects[index].label for index in (first, second))
    return RELATIONS[relation] % {"who": who[:1].upper() + who[1:], "whom": whom}
