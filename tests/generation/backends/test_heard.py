import pytest

from generation.backends.base import ShotRequest
from generation.backends.request import is_only_heard
from generation.backends.sketch import sketch_request
from generation.sketch.reading.reader import understand


@pytest.mark.parametrize(
    ("direction", "heard"),
    [
        ("V.O.", True),
        ("V. O.", True),
        ("vo", True),
        ("O.S., quietly", True),
        ("(O.C.)", True),
        ("off", True),
        ("off camera", True),
        ("Off-screen, laughing", True),
        ("voice-over", True),
        ("", False),
        ("quietly", False),
        ("offended", False),
        ("off to the side", False),
        ("vocal", False),
        ("osculating", False),
    ],
)
def test_directions_tell_who_is_only_heard(direction, heard):
    assert is_only_heard(direction) is heard


def people(**fields):
    request = ShotRequest(prompt="", action="The kitchen is dark.", **fields)
    return [subject.name for subject in understand(sketch_request(request)).people]


def test_the_sketch_shows_who_speaks_and_not_who_is_only_heard():
    lines = (("JONAS", "No.", ""), ("ADA", "Yes.", "V.O."), ("PIP", "Perhaps.", "O.S., far away"))

    assert people(dialogue=lines) == ["Jonas"]


def test_the_colours_of_an_element_count_more_than_its_description():
    marta = {"name": "Marta", "kind": "character", "description": "a girl in a yellow coat", "colours": "red coat"}
    request = ShotRequest(prompt="", action="Marta waits.", cast=(marta,))
    plain = ShotRequest(prompt="", action="Marta waits.", cast=({**marta, "colours": ""},))

    red, yellow = (understand(sketch_request(asked)).people[0].worn("coat") for asked in (request, plain))

    assert red != yellow
    assert red == understand(sketch_request(ShotRequest(prompt="", action="A girl in a red coat waits."))).people[
        0
    ].worn("coat")


def test_requests_of_old_takes_still_read():
    old = {"prompt": "x", "dialogue": [["MARTA", "Too late."]], "cast": [{"name": "Marta", "colour": "amber"}]}

    request = ShotRequest.from_json(old)

    assert request.dialogue == (("MARTA", "Too late.", ""),)
    assert ShotRequest.from_json(request.to_json()) == request
    assert understand(sketch_request(request)).people[0].speaking
