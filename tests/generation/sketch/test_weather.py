"""The weather of a scene: what a shot says of it lasts for the shots behind it, until another weather is said."""

import numpy as np
import pytest

from generation.sketch import understand
from generation.sketch.reading.air import SUNSHINE, WEATHERS
from generation.sketch.reading.weather import PARTS, WILDEST, carried, leaves_the_same, said
from generation.sketch.reading.weather_said import may_tell
from generation.sketch.sound.ambience.places import voices_of

from .pictures import HEIGHT, asked, frames, still


def weather(action: str, before: str = "", **fields) -> str:
    return understand(asked(action, weather=before, **fields)).weather


def carries(*actions: str, place: str = "HARBOUR", time_of_day: str = "NIGHT", omitted: int = -1) -> list[str]:
    return carried("EXT", place, time_of_day, [(action, at != omitted) for at, action in enumerate(actions)])


@pytest.mark.parametrize(
    ("before", "action", "now"),
    [
        ("rain", "Marta waits.", "rain"),
        ("", "It begins to rain.", "rain"),
        ("rain", "It starts to snow.", "snow"),
        ("rain", "The rain turns to snow.", "snow"),
        ("snow", "It becomes foggy.", "fog"),
        ("", "☔", "rain"),
        ("", "Der Regen fällt auf die Straße und sie wartet.", "rain"),
    ],
)
def test_what_is_said_last_is_the_weather(before: str, action: str, now: str) -> None:
    assert weather(action, before) == now


@pytest.mark.parametrize(
    ("before", "action"),
    [
        ("rain", "Wind tears at her coat."),
        ("storm", "Rain on the deck."),
        ("storm", "The wind drops."),
        ("rain", "The fog lifts."),
        ("snow", "Grey clouds."),
        ("rain", "A man dusts the shelf and winds the clock."),
    ],
)
def test_what_belongs_to_a_weather_does_not_end_it(before: str, action: str) -> None:
    assert weather(action, before) == before


@pytest.mark.parametrize(
    ("before", "action"),
    [
        ("rain", "The rain stops."),
        ("rain", "The rain has stopped at last."),
        ("rain", "It stops raining."),
        ("rain", "It is no longer raining."),
        ("rain", "No more rain."),
        ("rain", "The rain is over."),
        ("rain", "The rain lets up."),
        ("rain", "The rain finally eases off."),
        ("storm", "The storm breaks up."),
        ("storm", "The storm blows over."),
        ("storm", "The clouds break."),
        ("rain", "It clears up."),
        ("rain", "Clear."),
        ("rain", "A clear sky."),
        ("rain", "The sun comes out."),
        ("rain", "The sun breaks through the clouds."),
        ("rain", "Sunlight falls on the wet leaves."),
        ("storm", "After the storm."),
        ("storm", "The sky slowly clears."),
        ("storm", "The clouds part."),
        ("storm", "The storm has passed over."),
        ("storm", "The thunder dies away."),
        ("fog", "The fog lifts."),
        ("wind", "The wind drops."),
    ],
)
def test_its_end_is_said_in_many_ways(before: str, action: str) -> None:
    assert weather(action, before) == "clear"


@pytest.mark.parametrize(
    "action",
    [
        "The rain does not stop.",
        "It has not stopped raining.",
        "They wait for the rain to stop.",
        "They wait until the rain stops.",
        "Nobody minds the rain.",
        "She clears her throat.",
        "A clear glass.",
        "The sun is blotted out.",
    ],
)
def test_what_sounds_like_its_end_and_is_none(action: str) -> None:
    assert weather(action, "rain") == "rain"


@pytest.mark.parametrize(
    "action",
    [
        "Marta storms out of the room.",
        "The path winds down the hill.",
        "A lorry thunders past.",
        "A rain of arrows.",
        "A storm of applause.",
        "A painting of a storm.",
        "Hot coffee steams.",
        "Dust on the shelf.",
        "It is about to rain.",
        "She dreams of snow.",
        "He runs like the wind.",
        "Jon Snow draws his sword.",
        "Snow White sleeps.",
        "Arrows rain down.",
        "Ash rains from the sky.",
        "A TV shows a hurricane.",
        "On the television it snows.",
    ],
)
def test_what_sounds_like_a_weather_and_is_none(action: str) -> None:
    assert weather(action) == "clear"
    assert carries(action, "Marta waits.") == ["", ""]


def test_a_storm_goes_on_where_it_is_said_what_it_does() -> None:
    assert weather("The storm stops the train.") == "storm"
    assert weather("Rain passes over the village.") == "rain"
    assert weather("The storm of the century.") == "storm"


def test_clear_is_told_apart_from_nothing_said() -> None:
    assert [weather("Marta waits.", before) for before in ("", "clear")] == ["clear", "clear"]
    assert weather("Marta waits.", place="HARBOUR IN THE RAIN") == "rain"
    assert weather("Marta waits.", "clear", place="HARBOUR IN THE RAIN") == "clear"


def test_a_scene_carries_what_was_said_last() -> None:
    told = ("A man waits.", "It begins to rain.", "He runs.", "Snow falls.", "He stops.", "The sky clears.", "He sits.")

    assert carries(*told) == ["", "", "rain", "", "snow", "", ""]


def test_a_slugline_begins_with_its_weather_and_a_shot_ends_it() -> None:
    told = ("A man waits.", "It rains.", "He runs.", "The rain stops.", "He sits.", "Rain again.", "He runs.")

    assert carries(*told, place="HARBOUR IN THE RAIN") == ["", "", "", "", "clear", "", ""]


def test_what_is_omitted_says_nothing_to_the_others_and_has_their_weather() -> None:
    assert carries("Rain falls.", "Snow falls.", "He runs.", omitted=1) == ["", "", "rain"]
    assert carries("Rain falls.", "He waits.", "He runs.", omitted=1) == ["", "rain", "rain"]


def test_what_is_said_of_a_moment_is_not_carried() -> None:
    assert carries("Dust whirls over the road.", "He runs.") == ["", ""]
    assert carries("A hot day.", "He runs.") == ["", ""]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("FLASHBACK: Snow falls.", "END FLASHBACK. He waits."),
        ("FLASHBACK - Snow falls.", "BACK TO PRESENT\n\nHe waits."),
        ("DREAM SEQUENCE. Snow falls.", "END OF DREAM SEQUENCE"),
    ],
)
def test_behind_a_flashback_the_weather_is_as_it_was(first: str, last: str) -> None:
    assert carries("Rain.", first, "A boy runs.", last, "He waits.") == ["", "", "snow", "rain", "rain"]
    assert carries("Rain.", first.replace("Snow falls.", "A boy."), last) == ["", "", "rain"]
    assert carries("He waits.", first, last, "He waits.") == ["", "", "", ""]
    assert carries("Rain.", f"{first} {last}", "He waits.") == ["", "", "rain"]
    assert carries("Rain.", first, "He runs.", omitted=1) == ["", "", "rain"]


def test_words_that_are_no_marks_begin_no_flashback() -> None:
    assert carries("Rain.", "The flashback: he dreams. A dream.", "He waits.") == ["", "rain", "rain"]
    assert carries("Rain.", "END FLASHBACK. He waits.", "He waits.") == ["", "rain", "rain"]


@pytest.mark.parametrize(
    "action",
    [
        "The storm is coming.",
        "A storm brews over the sea.",
        "Lightning on the horizon.",
        "Thunder rumbles in the distance.",
        "Distant thunder.",
    ],
)
def test_what_is_far_or_not_here_yet_is_not_carried(action: str) -> None:
    assert weather(action) == "storm"
    assert carries(action, "He runs.") == ["", ""]
    assert carries("Snow falls.", action, "He runs.") == ["", "", "snow"]


@pytest.mark.parametrize(
    "action",
    [
        "The rain is coming down hard.",
        "The wind tears his hat away.",
        "Heavy Rain.",
        "The Storm rages.",
        "Rain Falls On The Town.",
        "Marta stops. Snow falls.",
    ],
)
def test_what_sounds_far_or_like_a_name_and_is_here_is_carried(action: str) -> None:
    assert carries(action, "He runs.")[1] == weather(action) != "clear"


def test_snow_that_lies_in_a_field_of_snow_does_not_fall_in_the_next_shot() -> None:
    assert carries("A dog in the snow.", "It runs.", place="SNOW FIELD") == ["", ""]
    assert carries("A penguin in the snow.", "It runs.", place="") == ["", ""]
    assert carries("It snows.", "A dog runs.", place="SNOW FIELD") == ["", "snow"]


def test_two_texts_that_leave_the_same_weather_say_the_same() -> None:
    assert said("Marta runs in the rain.") == said("Jonas waits in the rain.") != said("Jonas waits.")
    assert said("The rain stops.") != said("Rain.")


def test_words_leave_the_same_unless_they_may_move_the_snow_elsewhere() -> None:
    assert leaves_the_same("Marta runs in the rain.", "Jonas waits in the rain.")
    assert not leaves_the_same("A dog in the rain.", "A dog.")
    assert not leaves_the_same("A dog.", "FLASHBACK: A dog.")
    assert leaves_the_same("A penguin in the snow.", "A penguin in the snow.")

    lies, falls = "A penguin in the snow.", "A man in the snow at the station."
    assert carries(lies, "It runs.", place="") != carries(falls, "It runs.", place="")
    assert not leaves_the_same(lies, falls)


@pytest.mark.parametrize("phrase", [p for words in (*WEATHERS.values(), SUNSHINE) for p in words.split("|")])
def test_no_weather_is_overlooked_by_the_first_look(phrase: str) -> None:
    assert may_tell(f"Over the roofs: {phrase.upper()}.")


def test_every_weather_has_its_rank_and_its_parts_are_milder() -> None:
    assert sorted(WILDEST) == sorted(WEATHERS)
    assert all(WILDEST.index(whole) < WILDEST.index(part) for whole, parts in PARTS.items() for part in parts)


def test_it_is_said_that_the_weather_comes_from_an_earlier_shot() -> None:
    sentence = "Weather: rain, as an earlier shot of the scene says."

    def says(action: str, before: str) -> bool:
        return any(sentence in told for told in understand(asked(action, weather=before)).sentences())

    assert says("Marta waits.", "rain")
    assert not says("Marta waits in the rain.", "rain")
    assert not says("Marta waits in the rain.", "")


# --- by picture and sound -------------------------------------------------------------------------------------------


def test_a_later_shot_of_a_rainy_scene_moves_as_the_shot_where_the_rain_began() -> None:
    def motion(action: str, before: str = "") -> float:
        shots = frames(action, 3, time_of_day="DUSK", place="FIELD", weather=before)
        return np.abs(shots[1].astype(float) - shots[0])[: HEIGHT // 2].mean()

    first, later, dry = motion("Rain."), motion("A fence.", "rain"), motion("A fence.", "clear")

    assert later > 8 * dry
    assert 0.8 < later / first < 1.25


def test_the_rain_of_an_earlier_shot_is_seen_in_the_window_and_heard_inside() -> None:
    room = {"place": "LIVING ROOM", "setting": "INT", "time_of_day": "DAY"}
    dry, wet, said_here = (
        still(action, weather=before, **room) for action, before in (("", ""), ("", "rain"), ("Rain.", ""))
    )

    assert np.abs(wet - dry).mean() > 1
    assert np.abs(wet - said_here).mean() < 0.01
    assert voices_of(understand(asked("", weather="rain", **room))) == voices_of(understand(asked("Rain.", **room)))
    assert voices_of(understand(asked("", weather="rain", **room))) != voices_of(understand(asked("", **room)))
