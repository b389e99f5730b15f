"""Scene headings: ``INT. KITCHEN - NIGHT #12A#`` into setting, place, time of day and number."""

import re
from dataclasses import dataclass

from storyboards.scripts.outline import NUMBER_LENGTH, PLACE_LENGTH, TIME_LENGTH, shortened
from storyboards.scripts.vocabulary import EXT, INT, INT_EXT
from storyboards.scripts.words import word_set

# What Fountain names, in any case, and the full words of other languages, in capitals only: "Exterior walls crumble."
# is a sentence.
FOUNTAIN_PREFIX = re.compile(r"(INT\.?/EXT|EXT\.?/INT|I/E|INT|EXT|EST)(?:\.|(?=\s))\s*", re.IGNORECASE)
FOREIGN_PREFIX = re.compile(
    r"(INT[ÉE]RIEUR(?:/EXT[ÉE]RIEUR)?|EXT[ÉE]RIEUR(?:/INT[ÉE]RIEUR)?|INTERIORE?S?|EXTERIORE?S?|ESTERNO|INTERNO"
    r"|INNEN(?:/AU(?:SS|ẞ|ß)EN)?|AU(?:SS|ẞ|ß)EN(?:/INNEN)?|ИНТ|НАТ|ЭКСТ|内景|外景)(?:[.:：]|(?=\s))\s*"
)
SCENE_NUMBER = re.compile(r"#([\w.\-()/]{1,40})#\s*$")
DASH = re.compile(r"\s[-–—]+\s")
MARKUP = "*_ \t\0"

TIMES = word_set(
    "day night morning evening afternoon dusk dawn noon midday midnight sunset sunrise twilight daybreak nightfall "
    "magic golden blue later continuous same moments continued "
    "jour nuit matin soir aube crépuscule tag nacht morgen abend dämmerung mittag día dia noche noite mañana manhã "
    "tarde amanecer atardecer giorno notte mattina sera alba tramonto день ночь утро вечер рассвет закат 日 夜 晨 昼"
)
# Words that say "the same light as before".
FOLLOWING = word_set("later continuous same moments continued")


@dataclass(frozen=True)
class Slugline:
    """A scene heading; ``establishing`` for ``EST.``, whose first shot shows the whole place."""

    setting: str
    place: str
    time_of_day: str
    number: str = ""
    establishing: bool = False


def is_slugline(line: str) -> bool:
    """Tell whether ``line`` reads as a scene heading without being forced."""
    line = line.lstrip(MARKUP)
    match = prefix_of(line)
    return match is not None and bool(line[match.end() :].strip(MARKUP))


def prefix_of(line: str) -> re.Match[str] | None:
    """Return the match of the setting that ``line`` begins with."""
    return FOUNTAIN_PREFIX.match(line) or FOREIGN_PREFIX.match(line)


def slugline_of(heading: str) -> Slugline:
    """Return the parts of ``heading``, which may have any form."""
    heading, number = without_number(heading.strip(MARKUP))
    match = prefix_of(heading)
    setting = setting_of(match.group(1).upper()) if match else ""
    place, time_of_day = place_and_time(heading[match.end() :] if match else heading)
    establishing = bool(match and match.group(1).upper() == "EST")
    return Slugline(setting, shortened(place, PLACE_LENGTH), shortened(time_of_day, TIME_LENGTH), number, establishing)


def without_number(heading: str) -> tuple[str, str]:
    """Return ``heading`` and the scene number that stood at its end between hashes, if any."""
    match = SCENE_NUMBER.search(heading, max(0, len(heading) - 60))
    if not match:
        return heading, ""
    return heading[: match.start()].rstrip(MARKUP), shortened(match.group(1), NUMBER_LENGTH)


def setting_of(prefix: str) -> str:
    """Return the setting code of a heading's first word."""
    if "/" in prefix:
        return INT_EXT
    return INT if prefix.startswith(("INT", "INNEN", "ИНТ", "内")) else EXT


def place_and_time(rest: str) -> tuple[str, str]:
    """Return place and time of day; what follows the last dash is a time only if it names one."""
    parts = [part.strip(" .,\t") for part in DASH.split(rest)]
    if len(parts) > 1 and names_time(parts[-1]):
        return " - ".join(parts[:-1]), parts[-1]
    return " - ".join(parts), ""


def names_time(text: str) -> bool:
    """Tell whether ``text`` is a time of day, or says that it goes on."""
    words = re.findall(r"[^\W\d_]+", text[:200].lower())
    return len(words) <= 6 and any(word in TIMES for word in words)


def light_of(time_of_day: str, before: str) -> str:
    """Return ``time_of_day``; where it only says CONTINUOUS or LATER, with the light of the scene before added."""
    words = set(re.findall(r"[^\W\d_]+", time_of_day.lower()))
    if not before or not words & FOLLOWING or words & (TIMES - FOLLOWING):
        return time_of_day
    light = before.rpartition("(")[2].rstrip(")")
    return shortened(f"{time_of_day} ({light})", TIME_LENGTH)
