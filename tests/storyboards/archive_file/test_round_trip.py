import tracemalloc

import pytest
from django.core.files.storage import Storage, default_storage
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyboards import vocabulary as words
from storyboards.archive_file import dump
from storyboards.archive_file.writing import pieces
from storyboards.models import Asset, Element, Storyboard
from storyboards.models.assets import AssetKind
from tests import make
from tests.storyboards.archive_file.rich import film, imported, manifest_of, repacked, rich_board, take, zipped


@pytest.fixture
def board(team, alice):
    return rich_board(team, alice)


@pytest.mark.parametrize("media", [True, False])
def test_what_comes_back_is_what_went_out(board, cast, media):
    sent = zipped(board, media=media)

    there = imported(sent, cast.charlie.teams.get(), cast.charlie)

    assert zipped(there, media=media) == sent
    assert there.team == cast.charlie.teams.get()


@pytest.mark.django_db(transaction=True)
def test_takes_and_films_are_stored_before_the_rows_are_locked(board, cast, monkeypatch):
    sent, kept, locked = zipped(board), Storage.save, []

    def save(self, name, content, **more):
        if "/pictures/" not in name:
            locked.append(connection.in_atomic_block)
        return kept(self, name, content, **more)

    monkeypatch.setattr(Storage, "save", save)
    imported(sent, cast.charlie.teams.get())

    assert len(locked) > 3
    assert not any(locked)


def test_everything_is_there_again(board, cast):
    there = imported(zipped(board), cast.charlie.teams.get(), cast.charlie)

    scene = there.scenes.live().first()
    shot = scene.shots.live().first()
    marta = there.elements.get(name="Marta")
    assert (there.title, there.rate, there.numbering, there.logo.kind) == (board.title, board.rate, "european", "logo")
    assert (scene.location.name, [one.omitted for one in there.scenes.live()]) == ("Coast", [False, True])
    assert (list(shot.cast.all()), marta.version, marta.pictures.count()) == ([marta], 3, 1)
    assert [(one.number, one.state) for one in shot.takes.all()] == [(1, "failed"), (2, "done")]
    assert (shot.circled_take.number, shot.circled_take.elements) == (2, {str(marta.pk): 3})
    with default_storage.open(shot.circled_take.asset.stored_name) as stored:
        assert stored.read() == b"not really a film"
    assert there.edits.get().after["from"] == "file"


def test_films_and_former_scripts_are_there_again(board, cast):
    theirs = cast.charlie.teams.get()

    there = imported(zipped(board), theirs, cast.charlie)

    film, shot = there.films.get(), there.scenes.live().first().shots.live().first()
    assert (film.number, film.state, film.frames, film.chapters) == (2, "done", 96, board.films.get().chapters)
    assert [(piece["shot"], piece["take"]) for piece in film.cut["pieces"]] == [
        (shot.pk, shot.circled_take_id),
        (None, None),
    ]
    assert film.cut["pieces"][0]["captions"] == board.films.get().cut["pieces"][0]["captions"]
    assert (film.asset.team, film.asset.kind, film.asset.frames) == (theirs, "film", 96)
    assert film.asset.stored_name.startswith(f"teams/{theirs.pk}/films/")
    assert film.poster.kind == "poster"
    was = [(row.name, row.script, row.settled_at) for row in board.revisions.order_by("pk")]
    assert [(row.name, row.script, row.settled_at) for row in there.revisions.order_by("pk")] == was


def test_films_that_were_deleted_or_never_ended_are_not_in_it(board):
    board.films.update(deleted_at=board.created_at)
    board.films.create(number=3, cut={}, state="failed")

    assert manifest_of(zipped(board))["films"] == []


def test_a_file_of_the_first_version_is_still_read(board, cast):
    def as_it_was(told):
        told["version"] = 1
        del told["films"], told["scripts"]

    board.films.all().delete()
    there = imported(repacked(zipped(board), as_it_was), cast.charlie.teams.get())

    assert (there.films.count(), there.revisions.count(), there.scenes.live().count()) == (0, 0, 2)


def test_nothing_of_it_is_shared_with_the_team_it_came_from(board, cast):
    there = imported(zipped(board), cast.charlie.teams.get(), cast.charlie)

    names = {asset.stored_name for asset in Asset.objects.filter(team=board.team)}
    assert names.isdisjoint(asset.stored_name for asset in Asset.objects.filter(team=there.team))


def test_the_same_file_imports_twice_into_one_team(board, alice):
    sent = zipped(board)

    for _time in range(2):
        assert zipped(imported(sent, board.team, alice)) == sent


def test_without_media_no_file_and_no_take_is_in_it(board):
    told = manifest_of(zipped(board, media=False))

    assert told["media"] == {}
    assert told["scenes"][0]["shots"][0]["takes"] == []
    assert told["scenes"][0]["shots"][0]["panel"] is None


def test_what_is_in_the_trash_stays_there(board):
    told = manifest_of(zipped(board))

    assert len(told["scenes"]) == 2
    assert [element["name"] for element in told["elements"]] == ["Marta", "Coast"]


def test_a_lost_file_is_left_out(board, cast):
    shot = board.scenes.live().first().shots.live().first()
    default_storage.delete(shot.panel.stored_name)
    default_storage.delete(shot.circled_take.asset.stored_name)

    told = manifest_of(zipped(board))["scenes"][0]["shots"][0]

    assert (told["panel"], [one["number"] for one in told["takes"]], told["circled"]) == (None, [1], None)


def test_two_takes_of_the_same_bytes_have_a_file_each(board, cast):
    shot = board.scenes.live().first().shots.live().first()
    take(shot, 4)

    there = imported(zipped(board), cast.charlie.teams.get())

    files = Asset.objects.filter(team=there.team, kind=AssetKind.TAKE)
    assert len({asset.stored_name for asset in files}) == 2
    assert zipped(there) == zipped(board)


def test_memory_does_not_grow_with_the_films(team):
    board = make.storyboard(team)
    shot = board.scenes.get().shots.get()
    large = film(team, AssetKind.TAKE, "large.mp4", bytes(60_000_000))
    made = take(shot, 1)
    made.asset = large
    made.save()
    manifest = dump(board, media=True)
    tracemalloc.start()

    sent = sum(map(len, pieces(manifest)))

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sent > 60_000_000
    assert peak < 8_000_000


# --- any board ------------------------------------------------------------------------------------------------------

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
LINES = st.lists(
    st.fixed_dictionaries({"speaker": TEXT, "text": TEXT, "direction": TEXT, "dual": st.booleans()}), max_size=2
)
SHOTS = st.lists(
    st.fixed_dictionaries(
        {
            "action": TEXT,
            "dialogue": LINES,
            "size": st.sampled_from(words.Size.values),
            "angle": st.sampled_from(words.Angle.values),
            "move": st.sampled_from(words.Move.values),
            "transition": st.sampled_from(words.Transition.values),
            "frames": st.integers(1, 2000),
            "omitted": st.booleans(),
            "options": st.dictionaries(TEXT, st.integers(0, 9) | TEXT | st.floats(0, 1), max_size=2),
            "notes": TEXT,
        }
    ),
    max_size=3,
)
BOARDS = st.fixed_dictionaries(
    {
        "title": TEXT.filter(str.strip),
        "aspect": st.sampled_from(words.Aspect.values),
        "rate": st.sampled_from(words.Rate.values),
        "script": TEXT,
        "title_page": st.dictionaries(TEXT, TEXT, max_size=2),
    }
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fields=BOARDS, scenes=st.lists(SHOTS, max_size=3), names=st.sets(TEXT.filter(str.strip), max_size=3))
def test_any_board_comes_back_as_it_went_out(team, fields, scenes, names):
    board = Storyboard.objects.create(team=team, **fields)
    cast = [Element.objects.create(storyboard=board, name=name) for name in sorted(names)]
    for at, shots in enumerate(scenes):
        scene = make.scene(board, position=at << 20, place=f"PLACE {at}")
        for index, values in enumerate(shots):
            shot = make.shot(scene, position=index << 20, **values)
            shot.cast.set(cast[index:])

    sent = zipped(board, media=False)

    assert zipped(imported(sent, team), media=False) == sent
