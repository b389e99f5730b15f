import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from storyboards import editing
from storyboards.models import Asset, Shot
from storyboards.pictures import picture_key
from storyboards.reading import read_board, read_head, read_numbers, read_scene, read_shot
from tests import make


@pytest.fixture
def board(team):
    return make.storyboard(team, scenes=2, shots=3)


def test_numbers_skip_what_is_in_the_trash(board, alice):
    first_scene, second_scene = board.scenes.live()
    first, second, third = first_scene.shots.live()
    editing.delete_shot(second, by=alice)

    numbers = read_numbers(board)

    assert (numbers.slates[first.pk], numbers.slates[third.pk]) == ("1", "1A")
    assert second.pk not in numbers.slates
    assert (numbers.total_frames, numbers.frames[first_scene.pk]) == (240, 96)

    editing.delete_scene(first_scene, by=alice)

    assert set(read_numbers(board).scenes) == {second_scene.pk}


def test_a_scene_without_shots_still_counts(board, alice):
    empty = editing.add_scene(board.pk, by=alice, after=0)

    numbers = read_numbers(board)

    assert (numbers.scenes[empty.pk], numbers.frames[empty.pk], numbers.shots_in[empty.pk]) == ("1", 0, [])


def test_the_order_is_a_sum_that_changes_with_every_move(board, alice):
    sums = {read_numbers(board).order}
    shot = Shot.objects.first()

    for step in ("right", "right", "right"):
        editing.shift_shot(shot, by=alice, step=step)
        sums.add(read_numbers(board).order)

    assert len(sums) == 4


def test_board_scene_and_shot_tell_the_same(board):
    whole = read_board(board)

    scene = read_scene(board.scenes.live().last())
    shot = read_shot(Shot.objects.select_related("scene__storyboard").get(pk=scene.panels[1].pk))

    assert [one.slate for one in whole.scenes[1].panels] == [one.slate for one in scene.panels] == ["2", "2A", "2B"]
    assert (shot.slate, shot.picture_key) == (scene.panels[1].slate, scene.panels[1].picture_key)
    assert (whole.figures.shots, whole.figures.timecode) == (6, "00:00:12:00")
    assert read_head(board).figures == whole.figures


def test_the_poster_of_the_circled_take_stands_for_the_shot(team, board):
    default_storage.save("p.webp", ContentFile(b"x"))
    poster = Asset.objects.create(team=team, kind="poster", file="p.webp", mime="image/webp", bytes=1, sha256="0")
    shot = Shot.objects.select_related("scene__storyboard").first()
    make.take(shot, number=1)
    assert read_shot(shot).picture is None

    shot.circled_take = make.take(shot, number=2, poster=poster)
    shot.save()

    assert read_shot(shot).picture == poster
    assert read_head(board).scenes[0].circled == 1


@pytest.mark.parametrize(
    "change",
    [
        {"action": "Rain."},
        {"size": "CU"},
        {"angle": "low"},
        {"move": "pan", "move_direction": "left"},
        {"dialogue": [{"speaker": "PIP", "text": "Woof.", "direction": "", "dual": False}]},
    ],
)
def test_a_change_of_what_is_drawn_asks_for_another_picture(board, alice, change):
    shot = Shot.objects.select_related("scene").first()
    before = picture_key(shot, board, [])

    changed = editing.edit_shot(shot, by=alice, changes=change)

    assert picture_key(changed, board, []) != before


@pytest.mark.parametrize("change", [{"notes": "Wind."}, {"frames": 12}, {"transition": "dissolve"}])
def test_a_change_of_what_is_not_drawn_keeps_the_picture(board, alice, change):
    shot = Shot.objects.select_related("scene").first()
    before = picture_key(shot, board, [])

    changed = editing.edit_shot(shot, by=alice, changes=change)

    assert picture_key(changed, board, []) == before


def test_the_cast_is_drawn_in_any_order(board):
    shot = Shot.objects.select_related("scene").first()
    marta = board.elements.create(name="Marta")
    pip = board.elements.create(name="Pip", colour="snow")
    one = picture_key(shot, board, [marta, pip])

    assert picture_key(shot, board, [pip, marta]) == one
    marta.description = "a girl in a teal coat"
    assert picture_key(shot, board, [marta, pip]) != one


@pytest.mark.parametrize("field", ["name", "description", "colours"])
def test_the_place_of_the_scene_is_drawn(board, field):
    shot = Shot.objects.select_related("scene").first()
    nowhere = picture_key(shot, board, [])
    shot.scene.location = board.elements.create(kind="place", name="Coast")
    coast = picture_key(shot, board, [])
    setattr(shot.scene.location, field, "black rocks")

    assert len({nowhere, coast, picture_key(shot, board, [])}) == 3


def test_neither_colours_on_the_board_nor_what_is_in_the_trash_are_drawn(board):
    shot = Shot.objects.select_related("scene").first()
    marta = board.elements.create(name="Marta", colour="amber")
    empty, one = picture_key(shot, board, []), picture_key(shot, board, [marta])
    marta.colour = "teal"

    assert picture_key(shot, board, [marta]) == one
    marta.deleted_at = timezone.now()
    assert picture_key(shot, board, [marta]) == empty != one


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Wide, static"),
        (
            {"size": "MCU", "angle": "low", "move": "tracking", "move_direction": "left", "move_speed": "slow"},
            "Medium close-up, low angle, slow tracking left",
        ),
        ({"move": "pan", "move_direction": "right"}, "Wide, pan right"),
    ],
)
def test_framing_in_words(board, fields, words):
    assert Shot(**fields).framing == words


def test_what_is_omitted_keeps_its_number_and_is_not_counted(alice):
    board = make.storyboard(alice.teams.get(), scenes=3, shots=2)
    first, second, _third = board.scenes.all()
    first.shots.filter(pk=first.shots.first().pk).update(omitted=True, circled_take=make.take(first.shots.first()))
    board.scenes.filter(pk=second.pk).update(omitted=True)

    numbers, filled = read_numbers(board), read_board(board)

    assert (filled.figures.shots, filled.figures.frames) == (3, 144)
    assert [scene.shot_count for scene in filled.scenes] == [1, 0, 2]
    assert [scene.circled for scene in filled.scenes] == [0, 0, 0]
    assert [shot.slate for scene in filled.scenes for shot in scene.panels] == ["1", "1A", "2", "2A", "3", "3A"]
    assert (numbers.counts, numbers.frames) == (
        {scene.pk: scene.shot_count for scene in filled.scenes},
        {scene.pk: scene.frames for scene in filled.scenes},
    )
