"""The same element looks the same in every shot, and a picture never shows what nobody wrote."""

import cv2
import numpy as np
import pytest

from generation.sketch import SketchRequest, draw_still
from generation.sketch.drawing.compose import compose
from generation.sketch.drawing.looks import looks_of

MARTA = {"name": "MARTA", "kind": "character", "description": "17, a lighthouse keeper's daughter in a yellow coat"}
JONAS = {"name": "JONAS", "kind": "character", "description": ""}


def pixels(request):
    return cv2.imdecode(np.frombuffer(draw_still(request), np.uint8), cv2.IMREAD_COLOR)


def shot(action, cast, seed, **fields):
    size = {"width": 480, "height": 270}
    return SketchRequest(action=action, cast=cast, seed=seed, place="FIELD", time_of_day="NOON", **size, **fields)


def colours_of_the_figure(request, empty):
    """Return the colours that fill at least 1 % of what a shot shows more than its empty place."""
    picture, place = pixels(request), pixels(empty)
    differs = np.abs(picture.astype(int) - place).max(axis=2) > 12
    found, counts = np.unique(picture[differs] // 8, axis=0, return_counts=True)
    return {tuple(int(part) for part in colour) for colour, count in zip(found, counts, strict=True) if count > 250}


@pytest.mark.parametrize("cast", [(MARTA,), (JONAS,)], ids=["described", "only named"])
def test_the_same_element_has_the_same_colours_in_two_shots(cast):
    name = cast[0]["name"].title()
    empty = shot("", (), 0, size="CU")

    first = colours_of_the_figure(shot(f"{name} waits.", cast, 1, size="CU"), empty)
    second = colours_of_the_figure(shot(f"{name} smiles at the hills.", cast, 99, size="CU"), empty)

    shared = first & second
    assert len(shared) >= 4
    assert len(shared) >= 0.5 * min(len(first), len(second))


@pytest.mark.parametrize("cast", [(MARTA,), (JONAS,)], ids=["described", "only named"])
def test_looks_do_not_depend_on_the_shot(cast):
    name = cast[0]["name"].title()
    actions = (f"{name} waits.", f"{name} runs along the cliff with a dog.", f"A man talks to {name}.")

    looks = {
        looks_of(_person(shot(action, cast, seed), cast[0]["name"]), 0, seed) for seed, action in enumerate(actions)
    }

    assert len(looks) == 1


def _person(request, name):
    return next(s for s in compose(request, still=True).seen.people if s.name == name)


def test_two_of_the_cast_do_not_look_alike():
    cast = (MARTA, JONAS)

    people = compose(shot("Marta and Jonas wait.", cast, 1), still=True).seen.people

    assert looks_of(people[0], 0, 1) != looks_of(people[1], 0, 1)


def test_nobody_stands_on_the_sea():
    request = SketchRequest("Three red boats roll. A fisherman waves.", place="OPEN SEA", width=480, height=270)

    placed = compose(request, still=True).placed

    aboard = [place for place in placed if place.actor.subject.group == "person"]
    assert [place.carrier.actor.subject.kind for place in aboard] == ["boat"]


def test_who_has_no_boat_at_sea_is_left_out():
    request = SketchRequest("A fisherman waves.", place="OPEN SEA", width=480, height=270)

    assert compose(request, still=True).placed == []


@pytest.mark.parametrize(
    ("action", "size", "shown"),
    [
        ("Marta sleeps on the quay.", "2S", "FS"),
        ("Two friends sit on the bench.", "MLS", "FS"),
        ("The sky is pink.", "CU", "WS"),
        ("A tree.", "MLS", "WS"),
        ("Marta waits.", "CU", "CU"),
    ],
)
def test_a_size_in_which_nothing_could_be_seen_gives_way(action, size, shown):
    request = SketchRequest(action, cast=(MARTA,), place="PARK", size=size, width=480, height=270)

    assert compose(request, still=True).size == shown


def test_a_card_is_written_on_the_picture():
    fields = {"size": "INS", "place": "HARBOUR", "width": 480, "height": 270}

    written, blank = pixels(SketchRequest("THE END", **fields)), pixels(SketchRequest("", **fields))

    letters = written.min(axis=2) > 215
    assert 100 < letters.sum() < 8000
    assert written.mean() < blank.mean()


def test_a_tree_in_a_street_stands_on_the_pavement_before_the_cars():
    request = SketchRequest("Water the young tree.", place="CITY STREET", size="MLS", width=480, height=270)

    shot = compose(request, still=True)

    tree = next(place for place in shot.placed if place.actor.subject.kind == "tree")
    cars = [layer.depth for layer in shot.stage.layers if layer.motion and 0.989 < layer.depth < 1]
    assert tree.y == 890
    assert cars
    assert tree.depth - 0.004 > max(layer for layer in cars)
