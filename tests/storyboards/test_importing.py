import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from storyboards.importing import import_outline
from storyboards.models import Element, Scene, Shot, Storyboard
from storyboards.scripts import ScriptError, read_script
from storyboards.vocabulary import ElementKind

ELEMENT_KINDS = ElementKind.values

SCRIPT = """Title: The Last Lamp
Author: A. Keeper

EXT. ROCKY COAST - DUSK

Waves break on black rocks.

MARTA climbs the path with a lantern. PIP runs ahead.

MARTA
(to the dog)
Not yet, Pip.

INT. LAMP ROOM - NIGHT

Close on her hand striking a match.
"""


def long_script(scenes):
    scene = (
        "INT. ROOM {n} - NIGHT\n\nMarta walks to the window and looks out over the water for a long time.\n\n"
        "She turns around. The door opens slowly.\n\nMARTA\nIs somebody there?\n\n"
        "JONAS\n(quietly)\nOnly me, from room {n}.\n\n"
        "The wind takes the lamp. For a while there is nothing but the sound of the sea below the cliff.\n\n"
        "MARTA\nThen come in, and close the door behind you before the lantern goes out again.\n\n"
        "He puts the lantern on the table. The light falls on a letter, still sealed, with her name on it.\n\n"
        "She takes it and does not open it. Outside, the rain begins again and the boats knock against the pier.\n\n"
        "JONAS\nYou should read it before the morning comes and they all stand at the door.\n\n"
    )
    return "".join(scene.format(n=number) for number in range(1, scenes + 1))


def test_a_script_becomes_scenes_shots_and_characters(team, alice):
    outline = read_script(SCRIPT)

    board = import_outline(outline, team=team, by=alice, rate="25/1", aspect="21:9")

    scenes = list(board.scenes.live())
    assert (board.title, board.rate, board.aspect, board.script) == ("The Last Lamp", "25/1", "21:9", outline.text)
    assert [scene.slugline for scene in scenes] == ["EXT. ROCKY COAST - DUSK", "INT. LAMP ROOM - NIGHT"]
    assert board.title_page["author"] == "A. Keeper"
    assert sorted(board.elements.filter(kind="character").values_list("name", flat=True)) == sorted(outline.characters)
    lines = [line for shot in scenes[0].shots.live() for line in shot.dialogue]
    assert [(line["speaker"], line["direction"], line["text"]) for line in lines] == [
        (outline.characters[0], "to the dog", "Not yet, Pip.")
    ]


def test_every_shot_keeps_its_place_in_the_text_and_who_is_seen(team, alice):
    outline = read_script(SCRIPT)

    board = import_outline(outline, team=team, by=alice)

    shots = Shot.objects.filter(scene__storyboard=board).order_by("scene__position", "position")
    wanted = [shot for scene in outline.scenes for shot in scene.shots]
    assert [(shot.source_start, shot.source_end) for shot in shots] == [
        (shot.source_start, shot.source_end) for shot in wanted
    ]
    assert [{one.name for one in shot.cast.all()} for shot in shots] == [set(shot.characters) for shot in wanted]
    assert [shot.frames for shot in shots] == [round(shot.seconds * 24) for shot in wanted]


FOUND = """EXT. THE ROCKY COAST IN THE RAIN - DUSK

MARTA climbs with a BRASS KEY. She holds the BRASS KEY high. A GUARD coughs. A LOUD BANG.

THE CAPTAIN
Stop!

CAPTAIN (CONT'D)
Now!

MARTA'S VOICE
Never.

INT. KITCHEN - NIGHT

The key lies on the table. The GUARD sleeps.

EXT. ROCKY COAST (LATER) - NIGHT

Marta (V.O.) waits.
"""


def test_people_places_and_props_are_found_each_once(team, alice):
    board = import_outline(read_script(FOUND, name="found.fountain"), team=team, by=alice)

    named = {kind: set(board.elements.filter(kind=kind).values_list("name", flat=True)) for kind in ELEMENT_KINDS}
    assert named == {
        "character": {"MARTA", "THE CAPTAIN"},
        "place": {"Rocky coast", "Kitchen"},
        "prop": {"Brass key"},
        "look": set(),
    }
    aliases = dict(board.elements.exclude(aliases=[]).values_list("name", "aliases"))
    assert aliases == {"THE CAPTAIN": ["CAPTAIN"], "MARTA": ["MARTA'S VOICE"]}


def test_a_scene_is_at_its_place_and_a_shot_has_its_props(team, alice):
    board = import_outline(read_script(FOUND, name="found.fountain"), team=team, by=alice)

    assert [str(scene.location) for scene in board.scenes.live()] == ["Rocky coast", "Kitchen", "Rocky coast"]
    with_key = Shot.objects.filter(scene__storyboard=board, cast__name="Brass key")
    assert all("key" in shot.action.lower() for shot in with_key)
    assert {shot.scene.place for shot in with_key} == {"THE ROCKY COAST IN THE RAIN", "KITCHEN"}


def test_an_import_is_one_row_of_the_log(team, alice):
    board = import_outline(read_script(SCRIPT), team=team, by=alice, title="  My   lamp ")

    edit = board.edits.get()
    assert (edit.verb, edit.by, edit.after["scenes"], board.title) == ("import", alice, 2, "My lamp")


@pytest.mark.parametrize("wrong", [{"aspect": "7:3"}, {"rate": "1000/1"}, {"title": "x" * 201}])
def test_bad_settings_make_nothing(team, alice, wrong):
    with pytest.raises(ValidationError):
        import_outline(read_script(SCRIPT), team=team, by=alice, **wrong)

    assert not Storyboard.objects.exists()


def test_a_failure_in_the_middle_makes_nothing(team, alice, monkeypatch):
    def fails(*args):
        raise OSError("disk full")

    monkeypatch.setattr("storyboards.importing.create_cast", fails)

    with pytest.raises(OSError, match="disk full"):
        import_outline(read_script(SCRIPT), team=team, by=alice)

    assert [model.objects.count() for model in (Storyboard, Scene, Shot, Element)] == [0, 0, 0, 0]


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00", b"", b"\n" * 1_000_000])
def test_what_is_no_script_is_refused_before_anything_is_made(data):
    with pytest.raises(ScriptError):
        read_script(data)


def test_rows_are_written_in_batches(team, alice):
    counts = []
    for scenes in (3, 60):
        outline = read_script(long_script(scenes))
        with CaptureQueriesContext(connection) as queries:
            import_outline(outline, team=team, by=alice)
        counts.append(len(queries))

    # SQLite takes about fifty rows per statement; a statement per row would be hundreds.
    assert counts[1] - counts[0] < 10


def test_a_feature_length_script_is_imported_whole(team, alice):
    text = long_script(200)

    board = import_outline(read_script(text), team=team, by=alice)

    assert len(text) > 120_000
    assert board.scenes.count() == 200


def test_characters_are_described_as_the_script_introduces_them(team, alice):
    outline = read_script(
        "MARTA, a girl in a yellow coat, runs with PIP, her small white dog.\n\nMARTA\nRun!\n", name="x.fountain"
    )

    board = import_outline(outline, team=team, by=alice)

    described = dict(Element.objects.filter(storyboard=board).values_list("name", "description"))
    assert described == {"MARTA": "a girl in a yellow coat", "PIP": "a small white dog"}
