from pathlib import Path

import pytest

from storyboards.scripts import read_script

EXAMPLES = Path(__file__).parents[3] / "examples"
EXAMPLE_LOOKS = {
    "the-last-lamp.fountain": {
        "MARTA": "17, a lighthouse keeper's daughter in a yellow coat",
        "PIP": "a small white dog",
    },
    "the-umbrella.txt": {
        "Mr Okafor": "a man in a green apron",
        "Lina": "nine, a girl in a red raincoat",
        "Ada": "a grandmother in a grey hat",
    },
    "why-cities-need-trees.md": {"Elena": "a city gardener"},
}


def screenplay(action, speaker="MARTA"):
    return read_script(f"EXT. FIELD - DAY\n\n{action}\n\n{speaker}\nLook!\n", name="looks.fountain").descriptions


@pytest.mark.parametrize(
    ("action", "description"),
    [
        ("MARTA (17), a girl in a yellow coat, runs.", "17, a girl in a yellow coat"),
        ("MARTA (30s, tired) sits down.", "30s, tired"),
        ("MARTA, forty, a captain with a grey beard, waits.", "forty, a captain with a grey beard"),
        ("MARTA, his old teacher, waits.", "an old teacher"),
        ("Marta waits. Marta in her blue dress runs away.", "in a blue dress"),
        ("Captain Marta waits.", "a captain"),
        ("Marta, running, does not look back.", None),
        ("Marta sits in the boat, wearing a grey wool hat against the wind.", "in a grey wool hat"),
        ("Marta stands in a field.", None),
    ],
)
def test_a_character_looks_as_introduced(action, description):
    descriptions = screenplay(action)

    assert descriptions.get("MARTA") == description


def test_clothes_seen_later_are_added_to_who_somebody_is():
    descriptions = screenplay("MARTA (17), a farmer, waits.\n\nMarta runs in her red boots.")

    assert descriptions == {"MARTA": "17, a farmer in red boots"}


def test_clothes_belong_to_nobody_when_two_are_named():
    descriptions = screenplay("Marta and JONAS walk side by side in the wind in a yellow coat.\n\nJONAS\nYes.")

    assert descriptions == {}


def test_an_animal_is_told_by_its_introduction():
    descriptions = screenplay("MARTA walks with PIP, her small white dog.")

    assert descriptions == {"PIP": "a small white dog"}


@pytest.mark.parametrize("name", EXAMPLE_LOOKS)
def test_examples_describe_their_characters(name):
    descriptions = read_script((EXAMPLES / name).read_bytes(), name=name).descriptions

    assert descriptions == EXAMPLE_LOOKS[name]


def test_a_description_is_never_longer_than_a_line():
    descriptions = screenplay("MARTA, a girl " + "in a very long coat " * 200 + ", runs.")

    assert all(len(text) <= 300 for text in descriptions.values())
