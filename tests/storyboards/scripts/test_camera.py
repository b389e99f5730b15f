import pytest

from storyboards.scripts.camera import Sight, look_of


def size(action, **known):
    return look_of(Sight(action, **known)).size


def move(action, **known):
    look = look_of(Sight(action, **known))
    return look.family, look.direction, look.speed


@pytest.mark.parametrize(
    ("action", "code"),
    [
        ("CLOSE ON the lamp.", "CU"),
        ("We are close on the lamp.", "CU"),
        ("EXTREME CLOSE UP of an eye.", "ECU"),
        ("Medium close-up of Ada.", "MCU"),
        ("EXTREME WIDE of the desert.", "EWS"),
        ("WIDE on the harbour.", "WS"),
        ("INSERT - a ticket.", "INS"),
        ("Two-shot of the sisters.", "2S"),
        ("Over her shoulder we see the sea.", "OTS"),
        ("PIP'S POV of the stairs.", "POV"),
        ("COWBOY SHOT of the sheriff.", "CS"),
        ("Her hands tremble.", "INS"),
        ("His eyes fill.", "CU"),
        ("The crowd cheers.", "GRP"),
        ("The door is wide and old.", "MLS"),
    ],
)
def test_size_follows_the_words(action, code):
    assert size(action) == code


@pytest.mark.parametrize(
    ("known", "code"),
    [
        ({"opens_scene": True}, "WS"),
        ({"opens_scene": True, "outdoors": True, "place": "OPEN SEA"}, "EWS"),
        ({"opens_scene": True, "establishing": True}, "ES"),
        ({"seen": 1}, "MS"),
        ({"seen": 2}, "2S"),
        ({"seen": 4}, "GRP"),
        ({"speakers": ("A",), "seen": 1}, "MCU"),
        ({"speakers": ("A",), "answers": True, "size_before": "MCU"}, "OTS"),
        ({"speakers": ("A",), "answers": True, "size_before": "OTS"}, "MCU"),
        ({"speakers": ("A", "B")}, "2S"),
        ({"speakers": ("A", "B", "C")}, "GRP"),
    ],
    ids=str,
)
def test_size_follows_custom_when_no_word_tells(known, code):
    assert size("It waits.", **known) == code


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("PAN LEFT over the roofs.", ("pan", "left", "medium")),
        ("The camera pans slowly right.", ("pan", "right", "slow")),
        ("A frying pan hisses.", ("static", "", "medium")),
        ("TILT DOWN to the letter.", ("tilt", "down", "medium")),
        ("We push in slowly.", ("dolly", "in", "slow")),
        ("Pull back from the window.", ("dolly", "out", "medium")),
        ("CRANE UP over the harbour.", ("crane", "up", "medium")),
        ("The moon rises.", ("crane", "up", "medium")),
        ("The camera follows her quickly.", ("tracking", "", "fast")),
        ("She runs.", ("tracking", "", "medium")),
        ("Rain runs down the window.", ("static", "", "medium")),
        ("A drone shot of the bay.", ("drone", "", "medium")),
        ("Crash zoom on the clock.", ("zoom", "in", "fast")),
        ("Whip pan to the door.", ("whip_pan", "right", "medium")),
        ("Rack focus to the key.", ("rack_focus", "", "medium")),
        ("A vertigo shot.", ("dolly_zoom", "in", "medium")),
        ("Handheld, among the dancers.", ("handheld", "", "medium")),
        ("We circle: the camera circles the table clockwise.", ("arc", "cw", "medium")),
        ("Static shot of a chair.", ("static", "", "medium")),
    ],
)
def test_move_follows_the_words(action, expected):
    assert move(action) == expected


def test_opening_shot_moves_in_slowly():
    assert move("A room.", opens_scene=True) == ("dolly", "in", "slow")


@pytest.mark.parametrize(
    ("action", "angle"),
    [
        ("LOW ANGLE on the tower.", "low"),
        ("High angle of the yard.", "high"),
        ("The table from above.", "overhead"),
        ("A bird's-eye view of the town.", "birds_eye"),
        ("Worm's eye view of the trees.", "worms_eye"),
        ("Dutch angle: the corridor.", "dutch"),
        ("At ground level, feet pass.", "ground"),
        ("She looks down at him.", "high"),
        ("He sits.", "eye"),
    ],
)
def test_angle_follows_the_words(action, angle):
    assert look_of(Sight(action)).angle == angle
