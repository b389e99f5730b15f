"""What words say of the weather, one after the other: that it is so, that it ends, that it turns to another."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from .air import SUNSHINE, WEATHERS
from .lexicons import ACT, COLOUR, HOUR, PLACE, SEASON, TRAIT, WEATHER
from .small_words import DETERMINERS, JOINING, word_set
from .tongues import PHRASE_TABLES, TABLES
from .words import Lexicon, Word, negated

LYING = word_set("snow snowy snow-covered")  # what may lie there as well as fall
# Said of a moment or a thing: it is drawn where it is said, and not in the shots that follow.
FLEETING = word_set("dust hot gust gusts breeze")
SHINES = Lexicon({"clear": SUNSHINE})
WEATHER_WORDS = frozenset(" ".join(WEATHERS.values()).replace("|", " ").split())

# --- words around a weather -----------------------------------------------------------------------------------------

NOT_YET = word_set(
    "if will would might could may before until dream dreams dreaming dreamt hope hopes hoping pray prays wish "
    "wishes promise forecast forecasts predict predicts remember remembers imagine imagines like"
)
PICTURED = word_set(
    "painting picture photo photograph drawing poster postcard drop drops puddle puddles smell scent memory "
    "television tv radio screen"
)
MOTION = word_set("out off into in past through away up down along across by over from to towards around back")
MOVING = word_set("storms thunders winds breezes")  # so does whoever storms out, and the path that winds down
SHOWERING = word_set("down on upon from around")  # what arrows, blows and sparks do when they `rain`
SHOWERED = word_set("ash debris glass confetti fire blood shrapnel")
HOW = word_set("heavy light thick dense deep soft fresh cold wet pouring driving blowing falling more first")
HOT_THINGS = word_set(
    "coffee tea chocolate soup water food drink meal dog dogs iron pan plate stove bath shower milk air"
)
SETTLED = word_set("on off from lies covers covered gathers settles motes")  # dust that does not blow
DAYS = word_set("day sun noon midday summer afternoon morning night desert city")
CLEAR_WHAT = word_set("sky skies day night morning evening afternoon weather noon")
ENDS = word_set(
    "stop stops stopped stopping end ends ended ending cease ceases ceased ceasing subside subsides subsided abate "
    "abates abated vanish vanishes vanished dissolve dissolves dissolved disperse disperses dispersed over gone"
)
PASSES = word_set("pass passes passed clears cleared")
LIFTS = word_set("lift lifts lifted lifting clear clears cleared clearing part parts parted")
DIES = word_set("die dies died")
# `The rain lets up`, in two words.
LEAVES = {
    *(("let", "up"), ("lets", "up"), ("breaks", "up"), ("broke", "up"), ("blows", "over"), ("blew", "over")),
    *(("eases", "off"), ("eased", "off"), ("tapers", "off"), ("dies", "down"), ("died", "down")),
}
# What is not here yet, or not here: it is drawn where it is said, and not in the shots that follow.
COMING = word_set("coming approaches approaching brews brewing looms looming threatens threatening")
AFAR = word_set("distance horizon afar")
FAR = word_set("distant far-off faraway approaching coming gathering brewing looming impending")
ENDS_ONE = {
    **dict.fromkeys(("fog", "cloudy"), LIFTS),
    **dict.fromkeys(("rain", "snow"), PASSES),
    **dict.fromkeys(("storm", "blizzard", "sandstorm"), PASSES | DIES),
    "wind": DIES | word_set("drop drops dropped"),
    "heat": word_set("break breaks broke broken"),
}
WHERE_OR_WHEN = word_set("in on at for by")
ENDING = word_set("stop stops stopped stopping cease ceases ceased ceasing quit quits")  # `it stops raining`
BETWEEN = word_set(
    "has have had is are was were finally at last soon slowly suddenly quickly gradually now then almost just begins "
    "starts falling blowing pouring all outside"
)
NOT_ANY = word_set("no not without isn't doesn't never")
STILL_ANY = word_set("more longer any sign trace")
TURNING = word_set("turns turned turning becomes became gives gave changes changed")
INTO = word_set("to into way a heavy light wet soft back")
# What says that it clears up: of whom, and what they do.
CLEARS = {
    "sun": word_set("out through returns returned emerges emerged reappears reappeared"),
    "sky": word_set("clear clears cleared clearing brightens brightened"),
    "weather": word_set("clear clears cleared clearing brightens brightened improves improved"),
    "cloud": word_set(
        "part parts parted parting lift lifts lifted disperse disperses dispersed clear clears cleared "
        "break breaks broke"
    ),
    "it": word_set("clears cleared brightens"),
}
HIDDEN = word_set("not isn't blotted goes went gone going behind blocked shut never")
NEAR = 4  # words of one clause within which they belong together
SUDDEN = word_set("sudden violent raging tropical torrential bitter fierce wild endless light gentle the of and")
WEATHER_DOES = word_set(  # what somebody does as well, but not right behind a name in capitals
    "falls fall falling comes come moves passes rolls hits strikes drifts blows rages breaks settles covers begins "
    "starts stops ends lifts clears approaches creeps whirls swirls dances rises pours turns lies"
)
COMMON = word_set("street day up")  # in phrases of which another word is the rarer one
WORD = re.compile(r"[^\W_]+")
SIGNS = (*range(0x2600, 0x27C0), *range(0x1F300, 0x1F700))  # where Unicode has its pictures of weather


def _telling() -> frozenset[str]:
    """Words of which every text has one that says something of the weather."""
    phrases = [phrase.split() for words in (*WEATHERS.values(), SUNSHINE) for phrase in words.split("|")]
    english = {phrase[0 if phrase[-1] in COMMON else -1] for phrase in phrases} | CLEARS.keys() - {"it"}
    others = {word for table in TABLES.values() for word, told in table.items() if not english.isdisjoint(told.split())}
    clearing = [said for table in PHRASE_TABLES.values() for said, meant in table.items() if meant == "it clears up"]
    others |= {max(said, key=len) for said in clearing}
    whole = english | {f"{word}s" for word in english} | {"skies", "clears", "brightens", *others}
    return frozenset(part for word in whole for part in WORD.findall(word))


TELLING = _telling()
TELLING_SIGNS = frozenset(
    sign for sign in map(chr, SIGNS) if not TELLING.isdisjoint(unicodedata.name(sign, "").casefold().split())
)


@dataclass(frozen=True)
class Saying:
    """One word on the weather: that it is so, that it `ends`, or that it `turns` to this from whatever was before."""

    weather: str
    ends: bool = False
    turns: bool = False
    lying: bool = False
    lasts: bool = True


def may_tell(action: str) -> bool:
    """Whether it is worth reading, which takes thirty times as long."""
    told = not TELLING.isdisjoint(WORD.findall(action.lower()))
    return told or not (action.isascii() or TELLING_SIGNS.isdisjoint(action))


# --- one word after the other ---------------------------------------------------------------------------------------


def sayings(words: list[Word]) -> list[Saying]:
    """What the words say of the weather, in their order."""
    return list(_sayings(words))


def _sayings(words: list[Word]) -> Iterator[Saying]:
    position = 0
    while position < len(words):
        if _clears_up(words, position):
            yield Saying("clear", turns=True)
            position = _next_clause(words, position)
            continue
        weather, length = WEATHER.at(words, position)
        if weather is None:
            weather, length = SHINES.at(words, position)
        if weather is not None and (saying := _saying(words, position, length, weather)):
            yield saying
        position += length or 1


def _next_clause(words: list[Word], position: int) -> int:
    """Where the words go on behind `the sun breaks through the clouds`: these clouds hide nothing."""
    ahead = range(position + 1, len(words))
    return next((at for at in ahead if words[at].breaks or words[at].lower in JOINING), len(words))


def _saying(words: list[Word], position: int, length: int, weather: str) -> Saying | None:
    lower = " ".join(word.lower for word in words[position : position + length])
    before, following = _clause_before(words, position), _clause_after(words, position + length)
    alone = _stands_alone(words, position, length)
    if _is_name(words, position) or not _is_meant(lower, before, following, alone=alone):
        return None
    lying, lasts = lower in LYING, lower not in FLEETING
    if _is_over(weather, before, following) or _is_denied(before):
        return Saying(weather, ends=True, lasts=lasts)
    if negated(words, position):
        return None
    return Saying(weather, turns=_turns(before), lying=lying, lasts=lasts and not _is_far(before, following))


def _clause_before(words: list[Word], position: int) -> list[str]:
    found: list[str] = []
    for word in reversed(words[max(0, position - NEAR) : position]):
        if word.breaks:
            break
        found.insert(0, word.lower)
    return found


def _clause_after(words: list[Word], position: int) -> list[str]:
    found: list[str] = []
    for word in words[position : position + NEAR + 1]:
        if word.breaks:
            break
        found.append(word.lower)
    return found


def _stands_alone(words: list[Word], position: int, length: int) -> bool:
    after = position + length
    return (not position or words[position - 1].breaks) and (after >= len(words) or words[after].breaks)


def _is_name(words: list[Word], position: int) -> bool:
    """`Jon Snow`, where not every word begins with a capital; and `Snow White`."""
    word, before = words[position], words[position - 1] if position else None
    behind = words[position + 1] if position + 1 < len(words) else None
    if behind and (word.lower, behind.lower) == ("snow", "white"):
        return True
    if before is None or before.lower in DETERMINERS | HOW:
        return False
    if _in_capitals(words, position):
        return True
    return _is_titled(before) and _is_titled(word) and not (behind and _is_titled(behind))


def _in_capitals(words: list[Word], position: int) -> bool:
    """`JON SNOW draws his sword`, as scripts write who is new: a name and what somebody does, not what weather does."""
    word, before = words[position], words[position - 1]
    following = words[position + 1 : position + 2]
    if not (_is_loud(word) and _is_loud(before)) or any(map(_is_loud, following)) or before.lower in SUDDEN:
        return False
    if any(known.at(words, position - 1)[1] for known in (ACT, COLOUR, HOUR, PLACE, SEASON, TRAIT, WEATHER)):
        return False
    if [other.lower for other in following] in ([","], ["("]) or word.owns:
        return True
    return bool(following) and bool(ACT.at(words, position + 1)[1]) and following[0].lower not in WEATHER_DOES


def _is_loud(word: Word) -> bool:
    return word.written.removesuffix("'s").isupper() and len(word.written) > 1


def _is_titled(word: Word) -> bool:
    return word.written[:1].isupper() and word.written[1:].islower()


def _is_meant(lower: str, before: list[str], following: list[str], *, alone: bool) -> bool:
    """Whether weather is meant, and now: neither what is feared, hoped or painted, nor who storms out."""
    following = following or [""]
    if lower in ("clear", "clears"):
        return lower == "clear" and (alone or following[0] in CLEAR_WHAT)
    if NOT_YET & set(before[-3:]) or before[-2:] == ["about", "to"] or PICTURED & set(before[-3:]):
        return False
    if lower in MOVING and (following[0] in MOTION or (lower == "winds" and following[0] in DETERMINERS)):
        return False
    if _is_showered(lower, before, following[0]):
        return False
    if following[0] == "of" and not _of_itself(lower, following):
        return False
    if lower == "dust" and following[0] in SETTLED:
        return False
    return not (lower in ("heats", "fogs", "dusts") or (lower == "hot" and following[0] in HOT_THINGS))


def _is_showered(lower: str, before: list[str], next_word: str) -> bool:
    """`Arrows rain down`, `ash rains from the sky`."""
    what = before[-1] if before else ""
    showers = (lower == "rain" and what.endswith("s")) or (lower == "rains" and what in SHOWERED)
    return showers and next_word in SHOWERING


def _of_itself(lower: str, following: list[str]) -> bool:
    """`A rain of arrows`, `the heat of the argument` are none; `the storm of the century` is one."""
    what = [word for word in following[1:] if word not in DETERMINERS]
    if lower == "heat":
        return bool(DAYS & set(what[:1]))
    return bool(set(following[1:2]) & DETERMINERS) or bool(set(what[:1]) & WEATHER_WORDS)


def _turns(before: list[str]) -> bool:
    """`The rain turns to snow`, `it becomes foggy`: it is this now, and not what it was."""
    return bool(TURNING & set([word for word in before if word not in INTO][-1:]))


def _is_over(weather: str, before: list[str], following: list[str]) -> bool:
    told = [word for word in before if word not in DETERMINERS]  # `dann hört der Regen auf`: `stops the rain`
    if ENDING & set(told[-1:]) or "after" in before[-2:]:
        return not NOT_ANY & set(before[-2:-1])
    rest = _what_it_does(following)
    if tuple(rest[:2]) in LEAVES:
        return True
    if not rest or rest[0] not in ENDS | ENDS_ONE.get(weather, frozenset()):
        return False
    if rest[0] in ENDS - {"over", "gone"} and set(rest[1:2]) & WHERE_OR_WHEN:
        return True
    # `The storm stops the train` goes on, and so does the rain that passes over the village.
    closes = rest[1:2] not in (["through"], ["across"]) and not DETERMINERS & set(rest[1:3])
    return closes and (rest[0] not in ("over", "gone", "ending", "end") or len(rest) == 1)


def _what_it_does(following: list[str]) -> list[str]:
    return following[next((at for at, word in enumerate(following) if word not in BETWEEN), len(following)) :]


def _is_far(before: list[str], following: list[str]) -> bool:
    """`The storm is coming`, `distant thunder`, `lightning on the horizon`; rain that is coming down is here."""
    rest = _what_it_does(following)
    comes = bool(COMING & set(rest[:1])) and rest[1:2] not in (["down"], ["in"])
    return comes or bool(FAR & set(before[-1:])) or bool(AFAR & set(following))


def _is_denied(before: list[str]) -> bool:
    """`No rain`, `not a trace of fog`, `no longer raining`: right before it; `nobody minds the rain` denies none."""
    near = [word for word in before if word not in STILL_ANY and word not in ("a", "of")]
    return bool(NOT_ANY & set(near[-1:]))


def _clears_up(words: list[Word], position: int) -> bool:
    word = words[position]
    does = CLEARS.get("sky" if word.lower == "skies" else word.single)
    if does is None:
        return False
    following = _clause_after(words, position + 1)[: NEAR - 1]
    if HIDDEN & set(following) or NOT_YET & set(_clause_before(words, position)[-3:]):
        return False
    at = next((at for at, other in enumerate(following) if other in does), None)
    if at is None or (word.lower == "it" and following[at + 1 : at + 2] not in ([], ["up"])):
        return False
    return not DETERMINERS & set(following[at + 1 : at + 2]) or word.single == "sun"
