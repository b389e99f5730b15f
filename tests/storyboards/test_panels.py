"""Panels of one's own: deeds that can be undone, seen by others, and kept within the team."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from storyboards import editing, panels
from storyboards.covers import covers
from storyboards.editing import Conflict
from storyboards.models import Asset, Edit, Shot, Storyboard
from storyboards.models.assets import AssetKind
from storyboards.reading import read_board, read_shot
from storyboards.templatetags.addresses import picture_address
from storyboards.uploads import PictureRefused, encode, keep_picture
from tests import make
from tests.storyboards.images import halves, near, seen

pytestmark = pytest.mark.django_db

RED, BLUE = (255, 0, 0), (0, 0, 255)
ARROW = {"tool": "arrow", "colour": "vermilion", "ink": 0.01, "points": [[0.2, 0.3], [0.8, 0.3]]}


@pytest.fixture
def board(cast):
    return make.storyboard(cast.team, shots=2)


@pytest.fixture
def shot(board):
    return board.scenes.get().shots.live().first()


def fresh(shot: Shot) -> Shot:
    return Shot.objects.select_related("panel", "panel_base", "scene__storyboard__team").get(pk=shot.pk)


def picture(left="red", right="blue", size=(1600, 1600)):
    return encode(halves(size, left, right))


def test_a_picture_becomes_a_panel_that_fills_the_frame(shot, cast):
    panels.use_picture(shot, picture(), by=cast.bob)

    shot = fresh(shot)
    assert (shot.panel.width, shot.panel.height) == (1280, 720)
    assert (shot.panel_base.width, shot.panel_base.height, shot.panel_marks) == (1600, 1600, {})
    assert near(seen(shot.panel).getpixel((100, 300)), RED)
    assert near(seen(shot.panel).getpixel((1200, 300)), BLUE)


def test_a_picture_that_fits_is_its_own_panel(shot, cast):
    panels.use_picture(shot, encode(halves((1280, 720))), by=cast.bob)

    assert fresh(shot).panel == fresh(shot).panel_base
    assert Asset.objects.count() == 1


def test_a_transparent_picture_is_put_on_paper(shot, cast):
    drawing = Image.new("RGBA", (1280, 720), (0, 0, 0, 0))
    drawing.paste((255, 0, 0, 255), (0, 0, 640, 720))

    panels.use_picture(shot, encode(drawing), by=cast.bob)

    panel = seen(fresh(shot).panel)
    assert panel.mode == "RGB"
    assert [near(panel.getpixel((x, 100)), colour) for x, colour in ((100, RED), (1200, (255, 255, 255)))] == [
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("aspect", "resolution", "size"),
    [
        ("16:9", "480p", (1280, 720)),
        ("16:9", "1080p", (1920, 1080)),
        ("9:16", "720p", (720, 1280)),
        ("1:1", "720p", (1280, 1280)),
    ],
)
def test_a_panel_is_as_large_as_a_film_of_the_board(aspect, resolution, size):
    width, height = panels.panel_size(Storyboard(aspect=aspect, resolution=resolution))

    assert (width, height) == pytest.approx(size, abs=4)


def test_marks_are_drawn_on_the_panel_and_kept_to_be_edited(shot, cast):
    base = keep_picture(cast.team, AssetKind.PANEL, picture())
    marks = {"strokes": [ARROW], "crop": {"x": 0.0, "y": 0.1, "width": 1.0}}

    panels.draw(shot, base, marks, by=cast.bob)

    shot = fresh(shot)
    assert shot.panel_marks == marks
    assert near(seen(shot.panel).getpixel((640, round((0.3 - 0.1) * 1280))), (218, 70, 32), within=20)
    assert near(seen(shot.panel_base).getpixel((800, 480)), BLUE)


def test_undo_brings_the_panel_before_back_and_redo_the_one_after(shot, board, cast):
    panels.use_picture(shot, picture("red"), by=cast.bob)
    first = fresh(shot)
    panels.use_picture(fresh(shot), picture("lime"), by=cast.bob)
    second = fresh(shot)

    editing.undo(board, by=cast.bob)
    assert (fresh(shot).panel, fresh(shot).panel_base) == (first.panel, first.panel_base)
    editing.undo(board, by=cast.bob)
    assert (fresh(shot).panel, fresh(shot).panel_base, fresh(shot).panel_marks) == (None, None, {})
    editing.redo(board, by=cast.bob)
    editing.redo(board, by=cast.bob)
    assert fresh(shot).panel == second.panel


def test_a_removed_panel_comes_back_with_its_marks(shot, board, cast):
    panels.draw(shot, None, {"strokes": [ARROW]}, by=cast.bob)
    drawn = fresh(shot)

    panels.remove_panel(fresh(shot), by=cast.bob)
    assert fresh(shot).panel is None
    editing.undo(board, by=cast.bob)

    assert (fresh(shot).panel, fresh(shot).panel_marks) == (drawn.panel, {"strokes": [ARROW]})


def test_one_deed_is_one_row_of_the_log(shot, cast):
    panels.use_picture(shot, picture(), by=cast.bob)

    edit = Edit.objects.get(noun="shot")
    assert (edit.verb, edit.by) == ("edit", cast.bob)
    assert set(edit.after) == {"panel_id", "panel_base_id"}


def test_who_draws_on_a_panel_that_changed_meanwhile_is_told(shot, cast):
    opened = shot.version
    panels.use_picture(fresh(shot), picture("lime"), by=cast.adam)
    theirs = fresh(shot).panel

    with pytest.raises(Conflict):
        panels.draw(fresh(shot), None, {"strokes": [ARROW]}, by=cast.bob, version=opened)

    assert fresh(shot).panel == theirs


def test_who_draws_while_others_write_loses_nothing(shot, cast):
    opened = shot.version
    editing.edit_shot(fresh(shot), by=cast.adam, changes={"action": "Marta stops."})

    panels.draw(fresh(shot), None, {"strokes": [ARROW]}, by=cast.bob, version=opened)

    assert (fresh(shot).action, fresh(shot).panel_marks) == ("Marta stops.", {"strokes": [ARROW]})


def test_a_copy_of_a_shot_has_its_panel(shot, cast):
    panels.use_picture(shot, picture(), by=cast.bob)

    copy = editing.duplicate_shot(fresh(shot), by=cast.bob)

    assert fresh(copy).panel == fresh(shot).panel


def test_a_base_that_is_gone_from_the_storage_is_told(shot, cast):
    base = keep_picture(cast.team, AssetKind.PANEL, picture())
    base.file.storage.delete(base.stored_name)

    with pytest.raises(PictureRefused, match="cannot be read"):
        panels.draw(shot, base, {"strokes": [ARROW]}, by=cast.bob)


# --- what is shown --------------------------------------------------------------------------------------------------


def test_the_board_shows_a_panel_until_a_take_is_circled(shot, cast):
    assert "/panel/" in picture_address(read_shot(shot))

    panels.use_picture(shot, picture(), by=cast.bob)
    assert picture_address(read_shot(fresh(shot))) == f"/assets/{fresh(shot).panel_id}/"

    poster = Asset.objects.create(team=cast.team, kind="poster", file="p.webp", mime="image/webp", bytes=1, sha256="0")
    take = make.take(shot, poster=poster)
    Shot.objects.filter(pk=shot.pk).update(circled_take=take)
    assert picture_address(read_shot(fresh(shot))) == f"/assets/{poster.pk}/"


def test_panels_cost_the_board_no_query(board, cast):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            for shot in read_board(board).shots.values():
                picture_address(shot)
        return len(captured)

    without = queries()
    for number, shot in enumerate(Shot.objects.filter(scene__storyboard=board)):
        panels.use_picture(fresh(shot), picture(size=(64, 40 + number)), by=cast.bob)

    assert queries() == without


def test_a_cover_is_the_first_shots_panel(board, shot, cast):
    panels.use_picture(shot, picture(), by=cast.bob)

    (cover,) = covers([board])

    assert cover.shot.panel_id == fresh(shot).panel_id
