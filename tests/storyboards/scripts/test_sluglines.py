import pytest

from storyboards.scripts.sluglines import Slugline, is_slugline, light_of, slugline_of


@pytest.mark.parametrize(
    ("heading", "slugline"),
    [
        ("INT. KITCHEN - NIGHT", Slugline("INT", "KITCHEN", "NIGHT")),
        ("EXT. BRICK'S PATIO - DAY #12A#", Slugline("EXT", "BRICK'S PATIO", "DAY", "12A")),
        ("INT. HOUSE - DAY - FLASHBACK (1944) #110.A#", Slugline("INT", "HOUSE - DAY - FLASHBACK (1944)", "", "110.A")),
        ("int. house - kitchen - late afternoon", Slugline("INT", "house - kitchen", "late afternoon")),
        ("INT./EXT. CAR - DAWN", Slugline("INT/EXT", "CAR", "DAWN")),
        ("INT/EXT CAR", Slugline("INT/EXT", "CAR", "")),
        ("I/E. BOAT – DUSK", Slugline("INT/EXT", "BOAT", "DUSK")),
        ("EST. CITY - DAY", Slugline("EXT", "CITY", "DAY", "", establishing=True)),
        ("INTÉRIEUR. CUISINE - NUIT", Slugline("INT", "CUISINE", "NUIT")),
        ("AUSSEN. HAFEN - ABEND", Slugline("EXT", "HAFEN", "ABEND")),
        ("ИНТ. КУХНЯ - НОЧЬ", Slugline("INT", "КУХНЯ", "НОЧЬ")),
        ("THE LAMP ROOM", Slugline("", "THE LAMP ROOM", "")),
        ("INT. HOUSE - KITCHEN", Slugline("INT", "HOUSE - KITCHEN", "")),
    ],
)
def test_slugline_of_tells_the_parts(heading, slugline):
    assert slugline_of(heading) == slugline


@pytest.mark.parametrize("line", ["INT. A", "ext. b", "Est. C", "int house", "**INT. HOUSE - DAY**", "I/E A"])
def test_is_slugline_when_the_line_begins_with_a_setting(line):
    assert is_slugline(line) is True


@pytest.mark.parametrize(
    "line", ["INT.", "INTERIOR", "Exterior walls crumble.", "Extra! Extra!", "Interest", "", "EXT."]
)
def test_is_no_slugline_when_it_only_looks_like_one(line):
    assert is_slugline(line) is False


def test_slugline_of_shortens_a_place_without_end():
    assert len(slugline_of("INT. " + "x" * 100_000).place) == 200


@pytest.mark.parametrize(
    ("time_of_day", "before", "light"),
    [
        ("CONTINUOUS", "NIGHT", "CONTINUOUS (NIGHT)"),
        ("LATER", "CONTINUOUS (NIGHT)", "LATER (NIGHT)"),
        ("LATER THAT NIGHT", "DAY", "LATER THAT NIGHT"),
        ("CONTINUOUS", "", "CONTINUOUS"),
        ("DAY", "NIGHT", "DAY"),
        ("", "NIGHT", ""),
    ],
)
def test_light_of_adds_the_light_of_the_scene_before(time_of_day, before, light):
    assert light_of(time_of_day, before) == light
