"""The reader: what is understood of a shot's words."""

import pytest

from generation.sketch import SketchRequest, understand
from generation.sketch.reading.places import PLACES

CAST = (
    {
        "name": "Marta",
        "kind": "character",
        "description": "A woman of forty in a yellow coat, black hair in a bun.",
        "colour": "#e2b23a",
    },
    {"name": "Pip", "kind": "character", "description": "a small white dog", "colour": ""},
    {"name": "The Old Pier", "kind": "place", "description": "a harbour", "colour": ""},
)


def read(action: str, **fields):
    return understand(SketchRequest(action=action, **fields))


@pytest.mark.parametrize("place", PLACES.values(), ids=lambda place: place.name)
def test_every_place_is_found_in_the_slugline(place) -> None:
    setting = "INT" if place.interior else "EXT"

    seen = read("", setting=setting, place=place.words.split("|")[0].upper())

    assert seen.place == place.name


@pytest.mark.parametrize(
    ("action", "place"),
    [
        ("A man walks through the forest.", "forest"),
        ("She waits on the railway platform.", "railway"),
        ("They argue in the kitchen.", "kitchen"),
        ("Three fishing boats toss in the storm.", "sea"),
        ("Marta waves.", "open ground"),
        ("A red car drives down the street.", "street"),
        ("Desert at noon.", "desert"),
    ],
)
def test_place_is_found_in_the_action(action: str, place: str) -> None:
    seen = read(action)

    assert seen.place == place


def test_interior_and_exterior_choose_between_meanings() -> None:
    inside = read("", setting="INT", place="LIGHTHOUSE")
    outside = read("", setting="EXT", place="HOUSE")

    assert (inside.place, outside.place) == ("lighthouse stairs", "village")


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("DAWN", "dawn"),
        ("MORNING", "morning"),
        ("DAY", "noon"),
        ("LATE DAY", "afternoon"),
        ("GOLDEN HOUR", "sunset"),
        ("DUSK", "dusk"),
        ("EVENING", "evening"),
        ("MIDNIGHT", "night"),
    ],
)
def test_eight_hours(words: str, hour: str) -> None:
    seen = read("A field.", time_of_day=words)

    assert seen.hour == hour


@pytest.mark.parametrize(
    ("action", "weather"),
    [
        ("Rain falls.", "rain"),
        ("A thunderstorm over the sea.", "storm"),
        ("Snow is falling.", "snow"),
        ("Fog.", "fog"),
        ("A blizzard.", "blizzard"),
        ("Wind in the grass.", "wind"),
        ("Overcast.", "cloudy"),
        ("A quiet day.", "clear"),
        ("No rain today.", "clear"),
    ],
)
def test_weather(action: str, weather: str) -> None:
    seen = read(action)

    assert seen.weather == weather


def test_subjects_have_number_colour_and_action() -> None:
    seen = read("Three brown dogs run on the beach. A woman in a red dress waves.")

    dogs = next(s for s in seen.subjects if s.kind == "dog")
    woman = next(s for s in seen.subjects if s.kind == "woman")
    assert (dogs.count, dogs.colour, dogs.action) == (3, "#7a5234", "run")
    assert (woman.count, woman.worn("dress"), woman.action) == (1, "#c8402f", "wave")


def test_a_held_thing_belongs_to_who_holds_it() -> None:
    seen = read("A girl with a red umbrella next to a dog.")

    girl, dog = seen.subjects
    assert (girl.kind, girl.held) == ("girl", (("umbrella", "#c8402f"),))
    assert (dog.kind, dog.held) == ("dog", ())


@pytest.mark.parametrize(
    "action",
    [
        "An empty street, no people.",
        "A street without people.",
        "Nobody in the street.",
        "There are no men here, no women.",
    ],
)
def test_people_can_be_denied(action: str) -> None:
    seen = read(action)

    assert seen.people == ()


def test_cast_has_the_same_colours_in_every_shot() -> None:
    first = read("Marta climbs the path.", cast=CAST)
    second = read("Pip barks. Marta turns, a lantern in her hand.", cast=CAST, seed=9)

    marta = [next(s for s in seen.subjects if s.name == "Marta") for seen in (first, second)]
    assert marta[0].colours == marta[1].colours
    assert (marta[0].kind, marta[0].worn("coat"), marta[0].hair) == ("woman", "#e2b23a", "bun")


def test_an_animal_of_the_cast_is_drawn_as_one() -> None:
    seen = read("Pip runs ahead.", cast=CAST)

    assert [(s.kind, s.name, s.colour) for s in seen.subjects] == [("dog", "Pip", "#eeeae0")]


def test_a_place_of_the_cast_says_what_it_is() -> None:
    seen = read("Waves.", place="The Old Pier", cast=CAST)

    assert seen.place == "harbour"


def test_speakers_are_in_the_picture_unless_they_are_off_screen() -> None:
    seen = read("The kitchen.", dialogue=(("JONAS", "No."), ("ADA (V.O.)", "Yes.")))

    assert [(s.name, s.speaking) for s in seen.subjects] == [("Jonas", True)]


def test_unknown_nouns_become_a_labelled_silhouette_and_are_named() -> None:
    seen = read("A glarbnik stands in the desert.")

    assert [(s.kind, s.label) for s in seen.subjects] == [("silhouette", "glarbnik")]
    assert seen.not_understood == ("glarbnik",)


@pytest.mark.parametrize(
    ("action", "size"),
    [
        ("Close on the letter.", "CU"),
        ("Extreme close-up of an eye.", "ECU"),
        ("Wide shot of the bay.", "WS"),
        ("Over the shoulder of Ada.", "OTS"),
    ],
)
def test_size_is_read_when_the_field_says_nothing(action: str, size: str) -> None:
    seen = read(action)

    assert seen.size == size


def test_move_is_read_when_the_field_says_nothing() -> None:
    said, field = read("The camera rises."), read("The camera rises.", move_family="pan", move_direction="left")

    assert (said.move, field.move) == (("crane", "up"), ("pan", "left"))


def test_sentences_say_what_was_understood_and_what_not() -> None:
    seen = read("A man in a blue coat walks. A glarbnik.", place="BEACH", time_of_day="NIGHT")

    said = seen.sentences()

    assert said[0] == "Place: beach."
    assert said[1] == "Time: night. Weather: clear."
    assert said[2] == "In the picture: man (blue coat), walk."
    assert said[-1] == "Not understood: glarbnik."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "🎬🌧️🐕",
        "שלום עולם, איש הולך",
        "\x00\x01\x1b[31m walk \ufeff",
        "a " * 9_000,
        "))((--''",
        "Ein Mann läuft über die Brücke.",
    ],
)
def test_strange_text_never_fails(text: str) -> None:
    seen = read(text)

    assert seen.sentences()[0].startswith("Place:")


KEEPER = {"name": "THE KEEPER", "kind": "character", "description": "a man in a blue coat", "aliases": "OLD TOM\nTom"}
LANTERN = {"name": "Brass lantern", "kind": "prop", "description": "", "aliases": ""}


@pytest.mark.parametrize("action", ["The keeper waits.", "Keeper waits.", "Old Tom waits.", "Tom waits."])
def test_one_person_of_the_bible_has_several_names(action: str) -> None:
    seen = read(action, cast=(KEEPER,))

    assert [(s.name, bool(s.worn("coat"))) for s in seen.people] == [("THE KEEPER", True)]


def test_an_article_in_a_name_is_no_name() -> None:
    seen = read("The door is open.", cast=(KEEPER,))

    assert seen.people == ()


def test_a_prop_of_the_bible_is_a_thing_in_somebodys_hand() -> None:
    seen = read("Marta climbs the path with the lantern.", cast=(*CAST, LANTERN))

    marta = next(s for s in seen.subjects if s.name == "Marta")
    assert [kind for kind, _colour in marta.held] == ["lantern"]
    assert [s.name for s in seen.people] == ["Marta"]


@pytest.mark.parametrize(
    ("prop", "kind"),
    [
        ({"name": "Brass lantern", "kind": "prop", "description": ""}, "lantern"),
        ({"name": "Glarbnik", "kind": "prop", "description": ""}, "silhouette"),
        ({"name": "Glarbnik", "kind": "prop", "description": "a red umbrella"}, "umbrella"),
    ],
)
def test_a_prop_is_never_drawn_as_a_person(prop: dict, kind: str) -> None:
    seen = read(f"The {prop['name'].lower()} stands on the floor.", cast=(prop,))

    assert ([s.kind for s in seen.subjects], seen.people) == ([kind], ())


def test_a_place_of_the_shot_says_what_it_is_under_any_name() -> None:
    seen = read("Waves.", place="WORLD'S END", cast=({"name": "The end", "kind": "place", "description": "a harbour"},))

    assert seen.place == "harbour"


def test_the_slugline_says_more_than_what_is_told_of_the_place() -> None:
    kitchen = {"name": "Kitchen", "kind": "place", "description": "white tiles, a window to the sea"}

    assert read("A cup.", setting="INT", place="KITCHEN", cast=(kitchen,)).place == "kitchen"
