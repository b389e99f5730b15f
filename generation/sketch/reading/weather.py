"""The weather of a shot: what its own words say, else what earlier shots of its scene left, else its slugline.

A weather lasts until another one, or its end, is said. What merely belongs to it ends it not: wind in the rain.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from .asides import Aside, aside_in
from .lexicons import SUBJECT
from .small_words import word_set
from .tongues import worded
from .weather_said import Saying, may_tell, sayings
from .where import place_of
from .words import Word, words_of

# The wilder first: of several that are named together, the first counts.
WILDEST = ("blizzard", "storm", "sandstorm", "rain", "snow", "fog", "wind", "cloudy", "heat", "clear")
PARTS = {
    "blizzard": word_set("snow wind cloudy fog"),
    "storm": word_set("rain wind cloudy"),
    "rain": word_set("wind cloudy"),
    "snow": word_set("wind cloudy"),
    "sandstorm": word_set("wind"),
    "fog": word_set("cloudy"),
    "heat": word_set("clear"),
}
LESSER = word_set("wind cloudy fog heat")  # whose end is not the end of another weather
FIELD_OF_SNOW = "snow field"


def weather_of(field_words: list[Word], words: list[Word], place: str, before: str = "") -> tuple[str, bool]:
    """(weather, whether earlier shots gave it). `before` is what they left, "" when they did not speak of it."""
    heading = after(sayings(field_words), place, "")
    told = sayings(words)
    now, alone = after(told, place, before or heading), after(told, place, heading)
    return now or "clear", bool(before) and (now or "clear") != (alone or "clear")


def after(told: Iterable[Saying], place: str, before: str) -> str:
    """The weather once all this is said, or "" when neither it nor what was before says any."""
    base, named = before, ""
    for saying in told:
        if saying.lying and place == FIELD_OF_SNOW:
            continue
        if saying.ends:
            if _ended(saying.weather, _settled(base, named)):
                base, named = "clear", ""
        elif saying.turns:
            base, named = "", saying.weather
        else:
            named = min(filter(None, (named, saying.weather)), key=WILDEST.index)
    return _settled(base, named)


def _settled(base: str, named: str) -> str:
    return base if not named or named in PARTS.get(base, ()) else named


def _ended(weather: str, now: str) -> bool:
    return weather not in LESSER or now in ("", "clear", weather)


# --- of a whole scene -----------------------------------------------------------------------------------------------


def carried(setting: str, place: str, time_of_day: str, told: Sequence[tuple[str, bool]]) -> list[str]:
    """For each shot of a scene the weather that it has from those before it; "" where it is the same without them.

    `told` is the action of each shot, in order, and whether it counts for those behind it. A flashback and a dream have
    weather of their own; behind them it is as it was.
    """
    if not any(may_tell(action) for action, _counts in told):
        return [""] * len(told)
    spoken = sayings(words_of(f"{place} . {time_of_day}"))
    heading = after(spoken, _ground(setting, place, []), "")
    left, found, kept = "", [], None
    for action, counts in told:
        aside = aside_in(action) if counts else Aside.NONE
        if aside is Aside.BEGINS and kept is None:
            left, kept = "", left  # it rained elsewhere, or at another time
        elif aside is Aside.ENDS and kept is not None:
            left, kept = kept, None
        new = said(action)
        ground = _ground(setting, place, worded(action)[0]) if any(saying.lying for saying in new) else ""
        now, alone = after(new, ground, left or heading), after(new, ground, heading)
        found.append(left if (now or "clear") != (alone or "clear") else "")
        lasting = [saying for saying in new if saying.lasts and counts and aside is not Aside.WITHIN]
        left = after(lasting, ground, left or heading) if lasting else left
    return found


@lru_cache(maxsize=2048)  # a board is read again after every deed, and few of its shots are others then
def said(action: str) -> tuple[Saying, ...]:
    """What an action says of the weather."""
    return tuple(sayings(worded(action)[0])) if may_tell(action) else ()


def leaves_the_same(one: str, other: str) -> bool:
    """Whether two actions leave the same weather to the shots that follow; snow depends on where it lies."""
    told = said(one)
    alike = told == said(other) and aside_in(one) is aside_in(other)
    return one == other or (alike and not any(saying.lying for saying in told))


def _ground(setting: str, place: str, words: list[Word]) -> str:
    kinds = [kind for _at, _length, (_group, kind) in SUBJECT.find(words)]
    return place_of(setting, place, words, kinds)[0]
