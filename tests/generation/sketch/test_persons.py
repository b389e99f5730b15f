"""Who is in the picture: one figure for one person, however often and by whatever words they are mentioned."""

import pytest

from generation.sketch import SketchRequest, understand

MARTA = {"name": "MARTA", "kind": "character", "description": "17, a lighthouse keeper's daughter in a yellow coat"}
PIP = {"name": "PIP", "kind": "character", "description": "a small white dog"}
YELLOW, WHITE = "#e2b23a", "#eeeae0"


def read(action, cast=(), **fields):
    return understand(SketchRequest(action=action, cast=cast, **fields))


def figures(action, cast=(), **fields):
    """Return (name or label, kind) of everybody in the picture."""
    seen = read(action, cast, **fields)
    return [(s.name or s.label, s.kind) for s in seen.subjects if s.group in ("person", "animal")]


@pytest.mark.parametrize("cast", [(), (MARTA, PIP)], ids=["unknown", "known"])
def test_an_introduction_is_one_person_and_one_dog(cast):
    seen = read(
        "MARTA (17), a lighthouse keeper's daughter in a yellow coat, runs along the cliff "
        "with PIP, her small white dog.",
        cast,
    )

    girl, dog = seen.subjects
    assert (girl.name.upper(), girl.group, girl.worn("coat"), girl.action) == ("MARTA", "person", YELLOW, "run")
    assert (dog.name.upper(), dog.kind, dog.colour, "small" in dog.traits) == ("PIP", "dog", WHITE, True)


@pytest.mark.parametrize(
    ("action", "people"),
    [
        ("MARTA, a girl in a red hat, waits.", [("Marta", "girl")]),
        ("A girl called Lina waits.", [("Lina", "girl")]),
        ("Grandmother Ada waits.", [("Ada", "old woman")]),
        ("A small dog, Pip, barks.", [("Pip", "dog")]),
        ("The keeper's boat is old.", []),
        ("The sailors' daughter waits.", [("daughter", "woman")]),
        ("The girl's face is wet.", [("girl", "girl")]),
        ("Marta waits. She looks at her hands. She runs.", [("Marta", "woman")]),
        ("A man and a woman talk.", [("man", "man"), ("woman", "woman")]),
        ("MARTA, a dog and a cat run.", [("Marta", "woman"), ("dog", "dog"), ("cat", "cat")]),
        ("A dog and Marta run.", [("Marta", "woman"), ("dog", "dog")]),
        ("Puddles fly up like birds.", []),
        ("He is taller than a horse.", [("man", "man")]),
    ],
)
def test_everybody_is_drawn_once(action, people):
    assert figures(action) == people


@pytest.mark.parametrize("words", ["The girl runs.", "She runs.", "Marta waits. The girl runs.", "Marta's wet face."])
def test_other_words_for_one_of_the_cast_mean_the_same_person(words):
    cast = ({**MARTA, "description": "a girl in a yellow coat"},)

    seen = read(words, cast)

    assert [(s.name, s.worn("coat")) for s in seen.people] == [("MARTA", YELLOW)]


def test_clothes_named_without_a_colour_keep_theirs():
    seen = read("Marta takes off her coat.", (MARTA,))

    assert seen.people[0].worn("coat") == YELLOW


def test_a_dog_of_the_cast_is_a_dog_where_only_its_name_is_said():
    assert figures("Pip stops on a step and barks.", (MARTA, PIP)) == [("PIP", "dog")]


def test_he_or_she_does_what_follows():
    seen = read("CLOSE ON Marta's eyes. The lamp catches, and she laughs.", (MARTA,), place="LAMP ROOM")

    assert seen.people[0].action == "laugh"


@pytest.mark.parametrize(
    "action", ["LOW ANGLE. The empty stairs.", "PAN RIGHT over the waves.", "CRANE UP to the sky.", "INSERT - the sea."]
)
def test_words_to_the_camera_are_nobody(action):
    assert read(action).subjects == ()


@pytest.mark.parametrize(
    ("action", "place", "things"),
    [
        ("Three boats lie at the stone quay.", "HARBOUR", ["boat"]),
        ("The lamp still burns.", "HARBOUR", []),
        ("A coat glows against the grey stone.", "STAIRS", []),
        ("The great glass lamp stands cold.", "LAMP ROOM", ["lamp"]),
        ("A lamp stands beside the sofa.", "LIVING ROOM", ["lamp", "sofa"]),
        ("The road does not end.", "ROAD", []),
    ],
)
def test_only_things_are_drawn_not_what_they_are_made_of(action, place, things):
    assert [s.kind for s in read(action, place=place).subjects] == things


def test_a_child_and_an_old_person_are_told_by_their_age():
    cast = (
        {"name": "Lina", "kind": "character", "description": "nine, in a red raincoat"},
        {"name": "Ada", "kind": "character", "description": "80, a farmer"},
    )

    lina, ada = read("Lina and Ada walk.", cast).people

    assert lina.kind == "girl"
    assert "old" in ada.traits
