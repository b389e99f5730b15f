import pytest
from django.core.files.storage import default_storage

from storyboards.archive_file import dump
from storyboards.duplicating import duplicate
from storyboards.editing import Refused
from storyboards.models import Asset, Storyboard
from storyboards.models.assets import AssetKind
from storyboards.starters import all_starters, find_starter, start_from
from tests.storyboards.archive_file.rich import rich_board


@pytest.fixture
def board(team, alice):
    return rich_board(team, alice)


def told(board, **how):
    """Return the manifest, without the title."""
    data = dump(board, **{"media": True, "before": False, **how}).data
    data["storyboard"].pop("title")
    return data


def test_a_copy_says_what_the_original_says(board, alice):
    copy = duplicate(board, by=alice)

    assert told(copy, takes=False) == told(board, takes=False)
    assert (copy.team, copy.created_by, copy.title) == (board.team, alice, f"{board.title}, copy")
    assert copy.edits.get().after["from"] == "storyboard"


def test_takes_stay_behind_unless_they_are_asked_for(board, alice):
    assert duplicate(board, by=alice).scenes.first().shots.first().takes.count() == 0
    assert told(duplicate(board, by=alice, takes=True)) == told(board)


def test_a_copy_shares_no_row_and_no_film_with_the_original(board, alice):
    copy = duplicate(board, by=alice, takes=True)

    shot = copy.scenes.live().first().shots.live().first()
    shot.delete()
    copy.elements.all().delete()
    original = board.scenes.live().first().shots.live().first()
    assert (original.takes.count(), original.cast.count()) == (3, 1)
    names = Asset.objects.filter(kind=AssetKind.TAKE).values_list("file", flat=True)
    assert len(set(names)) == 2
    assert all(default_storage.exists(name) for name in names)


def test_the_copy_changes_nothing_of_the_original(board, alice):
    before = (dump(board, media=True).encoded(), board.version, board.edits.count())

    duplicate(board, by=alice, takes=True)

    board.refresh_from_db()
    assert (dump(board, media=True).encoded(), board.version, board.edits.count()) == before


@pytest.mark.parametrize(("title", "expected"), [("", ", copy"), ("  Another   try ", "Another try"), ("x" * 300, "x")])
def test_titles(board, alice, title, expected):
    made = duplicate(board, by=alice, title=title)

    assert made.title.endswith(expected)
    assert len(made.title) <= 200


def test_takes_that_find_no_room_are_refused(board, alice, monkeypatch):
    monkeypatch.setattr("storyboards.duplicating.stored_bytes", lambda team: 5 * 1024**3)

    with pytest.raises(Refused, match="no room"):
        duplicate(board, by=alice, takes=True)

    assert Storyboard.objects.count() == 1
    assert duplicate(board, by=alice).pk


def test_a_failure_in_the_middle_leaves_no_copy(board, alice, monkeypatch):
    before = Asset.objects.count()
    stored = default_storage.listdir(f"teams/{board.team_id}/takes")

    def fails(**row):
        raise OSError("disk full")

    monkeypatch.setattr("storyboards.archive_file.rows.Edit.objects.create", fails)
    with pytest.raises(OSError, match="disk full"):
        duplicate(board, by=alice, takes=True)

    assert (Storyboard.objects.count(), Asset.objects.count()) == (1, before)
    assert default_storage.listdir(f"teams/{board.team_id}/takes") == stored


def test_a_board_that_begins_as_a_template_has_its_name_and_is_none(board, alice):
    Storyboard.objects.filter(pk=board.pk).update(is_template=True)
    board.refresh_from_db()

    made = duplicate(board, by=alice)

    assert (made.title, made.is_template, made.edits.get().after["from"]) == (board.title, False, "template")


# --- templates of the studio ----------------------------------------------------------------------------------------


def test_three_templates_come_with_the_studio():
    assert [starter.title for starter in all_starters()] == [
        "Dialogue with coverage",
        "Music video",
        "Thirty-second advert",
    ]


def test_the_advert_has_thirty_seconds():
    assert find_starter("thirty-second-advert").length == "0:30"


@pytest.mark.parametrize("starter", all_starters(), ids=lambda starter: starter.name)
def test_a_storyboard_begins_as_a_template(team, alice, starter):
    board = start_from(starter, team=team, by=alice)

    shots = [shot for scene in board.scenes.live() for shot in scene.shots.live()]
    assert (board.title, len(shots)) == (starter.title, starter.shots)
    assert all(scene.location for scene in board.scenes.live())
    assert all(shot.action for shot in shots)
    assert {line["speaker"] for shot in shots for line in shot.dialogue} - {"NARRATOR"} <= {
        name for element in board.elements.all() for name in (element.name, element.name.upper())
    }


def test_no_other_file_is_a_template():
    assert find_starter("../the-umbrella") is None
