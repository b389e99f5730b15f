"""Panels of one's own after a change of the aspect."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from storyboards import editing, panels, recutting
from storyboards.marks import Crop, filling, refitted, whole
from storyboards.models import Asset, Shot, Storyboard
from storyboards.recutting import cut_anew, misfits
from storyboards.uploads import encode
from tests import make
from tests.storyboards.images import halves

shapes = st.floats(0.3, 3)


@given(picture=shapes, before=shapes, frame=shapes, width=st.floats(0.1, 1), x=st.floats(0, 1), y=st.floats(0, 1))
def test_a_crop_for_another_frame_lies_in_the_picture_around_the_same_middle(picture, before, frame, width, x, y):
    width = width * filling(picture, before).width
    crop = Crop(x * (1 - width), y * (1 / picture - width / before), width)

    new = refitted(crop, picture=picture, before=before, frame=frame)

    height = new.width / frame
    assert -1e-9 <= new.x <= 1 - new.width + 1e-9
    assert -1e-9 <= new.y <= 1 / picture - height + 1e-9
    if 0 < new.x < 1 - new.width:
        assert new.x + new.width / 2 == pytest.approx(crop.x + crop.width / 2)
    if 0 < new.y < 1 / picture - height:
        assert new.y + height / 2 == pytest.approx(crop.y + crop.width / before / 2)


@given(picture=shapes, before=shapes, frame=shapes)
def test_what_showed_the_whole_picture_goes_on_doing_so(picture, before, frame):
    bars = whole(picture, before)
    if bars != Crop(0, 0, 1) and (bars.width > 1.01 or bars.width / before > 1.01 / picture):
        assert refitted(bars, picture=picture, before=before, frame=frame) == whole(picture, frame)


@pytest.fixture
def board(cast):
    return make.storyboard(cast.team, shots=3)


@pytest.fixture
def shots(board, cast):
    """Three shots: a picture that fills the frame, one with a crop of its own, and a drawn one without a panel."""
    filled, cut, plain = Shot.objects.filter(scene__storyboard=board)
    panels.use_picture(filled, encode(halves((1600, 1600))), by=cast.bob)
    base = Asset.objects.get(pk=Shot.objects.get(pk=filled.pk).panel_base_id)
    marks = {"crop": {"x": 0.2, "y": 0.3, "width": 0.4}}
    panels.draw(cut, base, marks, by=cast.bob)
    return filled, cut, plain


def panel_shapes(board):
    rows = Shot.objects.filter(scene__storyboard=board).exclude(panel=None).select_related("panel")
    return [round(panels.shape(shot.panel), 2) for shot in rows]


def test_panels_are_cut_anew_and_that_can_be_undone(board, shots, cast):
    assert misfits(board) == []
    board = editing.edit_storyboard(board, by=cast.bob, changes={"aspect": "1:1"})
    assert misfits(board) == list(shots[:2])

    assert cut_anew(board, by=cast.bob) == (2, 0)

    assert panel_shapes(board) == [1, 1]
    assert misfits(board) == []
    crop = Shot.objects.get(pk=shots[1].pk).panel_marks["crop"]
    assert (crop["x"] + crop["width"] / 2, crop["width"]) == (pytest.approx(0.4), pytest.approx(0.3))
    editing.undo(board, by=cast.bob)
    assert panel_shapes(board) == [1.78, 1.78]
    assert Shot.objects.get(pk=shots[1].pk).panel_marks["crop"]["width"] == 0.4


def test_a_picture_that_cannot_be_read_stops_no_other(board, shots, cast):
    panels.use_picture(shots[2], encode(halves((1280, 720), "green", "red")), by=cast.bob)
    broken = Asset.objects.get(pk=Shot.objects.get(pk=shots[2].pk).panel_base_id)
    broken.file.storage.delete(broken.stored_name)
    board = editing.edit_storyboard(board, by=cast.bob, changes={"aspect": "1:1"})

    assert cut_anew(board, by=cast.bob) == (2, 1)

    assert panel_shapes(board) == [1, 1, 1.78]


def test_a_panel_that_somebody_changed_meanwhile_stays(board, shots, cast, monkeypatch):
    board = editing.edit_storyboard(board, by=cast.bob, changes={"aspect": "1:1"})
    new_panel = recutting._new_panel

    def meanwhile(board, shot):
        if shot == shots[0]:
            panels.remove_panel(shot, by=cast.alice)
        return new_panel(board, shot)

    monkeypatch.setattr(recutting, "_new_panel", meanwhile)

    assert cut_anew(board, by=cast.bob) == (1, 0)

    assert Shot.objects.get(pk=shots[0].pk).panel is None


def test_the_settings_offer_it(client, cast, board, shots):
    client.force_login(cast.bob)
    address = reverse("storyboard_settings", args=[board.pk])
    assert "another aspect" not in client.get(address).content.decode()
    form = client.get(address).context["form"]
    fields = {name: form[name].value() or "" for name in ("title", "resolution", "rate", "look", "numbering", "seen")}

    saved = client.post(address, fields | {"aspect": "1:1"})
    assert (saved.status_code, saved.url) == (303, f"{address}#panels")
    assert "2 pictures of your own were cut" in client.get(address).content.decode()

    done = client.post(reverse("cut_panels_anew", args=[board.pk]), follow=True)
    assert "2 panels are cut anew." in done.content.decode()
    assert "another aspect" not in done.content.decode()
    assert misfits(Storyboard.objects.get(pk=board.pk)) == []
