"""First guesses of size, angle and move from the words of a shot."""

from dataclasses import dataclass

from storyboards.scripts import phrasebook as book
from storyboards.scripts import vocabulary as v
from storyboards.scripts.words import Found, Phrases, Word, words_of

# A shot longer than this with no move of its own is given a slow one, so that it does not stand still.
LONG_TALK = 8.0
FIXED_DIRECTIONS = {v.CRANE: v.UP, v.DOLLY: v.IN, v.ZOOM: v.IN, v.PAN: v.RIGHT, v.TILT: v.UP, v.ARC: v.CW}
FIXED_DIRECTIONS |= {v.TRUCK: v.RIGHT, v.PEDESTAL: v.UP, v.DOLLY_ZOOM: v.IN, v.ROLL: v.CW, v.WHIP_PAN: v.RIGHT}
# Which directions make sense for a move; the others found near it belong to the story.
SIDEWAYS, UPRIGHT, DEPTH, TURN = {v.LEFT, v.RIGHT}, {v.UP, v.DOWN}, {v.IN, v.OUT}, {v.CW, v.CCW}
AXES = {v.PAN: SIDEWAYS, v.WHIP_PAN: SIDEWAYS, v.TRUCK: SIDEWAYS, v.TRACKING: SIDEWAYS | DEPTH, v.TILT: UPRIGHT}
AXES |= {v.CRANE: UPRIGHT, v.PEDESTAL: UPRIGHT, v.DOLLY: DEPTH, v.ZOOM: DEPTH, v.DOLLY_ZOOM: DEPTH}
AXES |= {v.ARC: TURN | SIDEWAYS, v.ROLL: TURN, v.DRONE: DEPTH | UPRIGHT}
NEARBY = 6


@dataclass(frozen=True)
class Sight:
    """What is known of a shot when its look is guessed. ``place`` marks the first of a scene that shows it."""

    action: str
    speakers: tuple[str, ...] = ()
    seen: int = 0
    opens_scene: bool = False
    establishing: bool = False
    outdoors: bool = False
    place: str = ""
    seconds: float = 0.0
    size_before: str = ""
    answers: bool = False


@dataclass(frozen=True)
class Look:
    """Size, angle and move of a shot as codes."""

    size: str
    angle: str
    family: str
    direction: str
    speed: str


def look_of(sight: Sight) -> Look:
    """Return the first guess for a shot."""
    words = words_of(sight.action)
    size = size_of(words, sight)
    angle = book.ANGLE_PHRASES.first(words)
    return Look(size, angle.meaning if angle else v.EYE, *move_of(words, sight))


def told(words: list[Word], anywhere: Phrases, in_capitals: Phrases) -> Found | None:
    """Return what the words say outright: a phrase of the trade, or one of its words in capitals; the first wins."""
    plain = anywhere.first(words)
    loud = next((found for found in in_capitals.find_all(words) if words[found.first].capitals), None)
    if plain and loud:
        return plain if plain.first <= loud.first else loud
    return plain or loud


def size_of(words: list[Word], sight: Sight) -> str:
    """Return the size the words ask for, else the one that custom gives."""
    outright = told(words, book.SIZE_PHRASES, book.SIZE_CAPITALS)
    if outright:
        return outright.meaning
    if sight.opens_scene:
        return opening_size(words, sight)
    return talking_size(sight) if sight.speakers else acting_size(words, sight)


def opening_size(words: list[Word], sight: Sight) -> str:
    """Return the size of a scene's first shot: it shows where we are."""
    if sight.establishing:
        return v.ES
    far = book.FAR_THINGS.first(words) or book.FAR_THINGS.first(words_of(sight.place))
    return v.EWS if sight.outdoors and far else v.WS


def talking_size(sight: Sight) -> str:
    """Return the size of a shot in which somebody speaks: singles and shoulders in turn."""
    if len(sight.speakers) > 2 or sight.seen > 3:
        return v.GROUP
    if len(sight.speakers) == 2:
        return v.TWO_SHOT
    return v.OTS if sight.answers and sight.size_before != v.OTS else v.MCU


def acting_size(words: list[Word], sight: Sight) -> str:
    """Return the size of a shot without speech by what it shows."""
    thing = book.SMALL_THINGS.first(words)
    if thing:
        return thing.meaning
    if sight.seen > 2:
        return v.GROUP
    if book.WHOLE_BODY.first(words):
        return v.FS
    if sight.seen == 2:
        return v.TWO_SHOT
    return v.MS if sight.seen else v.MLS


def move_of(words: list[Word], sight: Sight) -> tuple[str, str, str]:
    """Return family, direction and speed of the move."""
    found = told(words, book.MOVE_PHRASES, book.MOVE_CAPITALS) or running(words, sight)
    if found is None:
        return resting_move(sight)
    near = words[max(0, found.first - 2) : found.after + NEARBY]
    speed = book.SPEED_PHRASES.first(near)
    if found.meaning == v.STATIC:
        return v.STATIC, v.NO_DIRECTION, v.MEDIUM
    return found.meaning, direction_of(found.meaning, near), speed.meaning if speed else v.MEDIUM


def running(words: list[Word], sight: Sight) -> Found | None:
    """Return the tracking that goes with somebody who runs."""
    found = book.RUNNING.first(words)
    someone = sight.seen or any(word.text in book.SOMEBODY for word in words)
    return Found(v.TRACKING, found.first, found.after) if found and someone else None


def direction_of(family: str, near: list[Word]) -> str:
    """Return the first direction near the move that goes with it, else the one it mostly has."""
    axes = AXES.get(family, set())
    said = (found.meaning for found in book.DIRECTION_PHRASES.find_all(near))
    return next((meaning for meaning in said if meaning in axes), FIXED_DIRECTIONS.get(family, v.NO_DIRECTION))


def resting_move(sight: Sight) -> tuple[str, str, str]:
    """Return the move of a shot whose words name none."""
    if sight.opens_scene or (sight.speakers and sight.seconds > LONG_TALK):
        return v.DOLLY, v.IN, v.SLOW
    return v.STATIC, v.NO_DIRECTION, v.MEDIUM
