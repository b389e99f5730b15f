"""Panels of one's own where films are made: a frame of a take, a stand-in in a film, and the sweeping of files."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image

from generation import filing
from generation.cutting import probing
from generation.cutting.mezzanine import Mezzanine, hold_still, normalise
from generation.films import freeze_cut, request_film
from generation.frames import frame_picture, poster_frame, use_frame
from generation.joining import step_film
from generation.slates import slates
from generation.storing import put, record, take_out
from storyboards import panels
from storyboards.models import Film, Shot, Take
from storyboards.models.assets import AssetKind
from storyboards.uploads import PictureRefused, encode, keep_picture
from tests import make
from tests.generation.cutting.clips import colours, ffmpeg
from tests.storyboards.images import halves, near, seen

pytestmark = pytest.mark.django_db

FRAMES = 24
RED, BLUE = (255, 0, 0), (0, 0, 255)


@pytest.fixture
def board(cast):
    return make.storyboard(cast.team)


@pytest.fixture
def shot(board):
    return Shot.objects.select_related("scene__storyboard__team").get(scene__storyboard=board)


@pytest.fixture(params=["24/1", "30000/1001"])
def take(request, shot, tmp_path):
    """A take in which every frame has a grey of its own: frame 7 is as light as 7 of 24."""
    rate = tuple(map(int, request.param.split("/")))
    source, ready = tmp_path / "source.mp4", tmp_path / "ready.mp4"
    ramp = f"nullsrc=s=320x180:r={request.param}:d=3,format=rgb24,geq=r='N*10':g='N*10':b='N*10'"
    ffmpeg(
        "-f",
        "lavfi",
        "-i",
        ramp,
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-qp",
        "0",
        "-pix_fmt",
        "yuv444p",
        str(source),
    )
    normalise(source, ready, frames=FRAMES, mezzanine=Mezzanine(320, 180, rate))
    name = f"teams/{shot.scene.storyboard.team_id}/takes/ramp-mezzanine.mp4"
    put(name, ready)
    film = record(shot.scene.storyboard.team_id, AssetKind.MEZZANINE, name, "video/mp4", probing.inspect(ready))
    return make.take(shot, state=Take.State.DONE, mezzanine=film)


def tone(picture) -> int:
    """Return how light the middle of a picture is."""
    return seen(picture).convert("L").getpixel((160, 90))


# --- a frame of a take ----------------------------------------------------------------------------------------------


def test_the_frame_is_the_one_that_was_asked_for(take):
    tones = [tone(frame_picture(take, frame)) for frame in (0, 1, 2, 11, 12, 22, 23)]

    assert tones == pytest.approx([0, 10, 20, 110, 120, 220, 230], abs=3)


def test_a_frame_becomes_the_panel_by_a_deed_that_can_be_undone(take, shot, cast):
    use_frame(take, 12, by=cast.bob)

    shot = Shot.objects.select_related("panel").get(pk=shot.pk)
    assert (shot.panel.width, shot.panel.height) == (320, 180)
    assert tone(shot.panel) == pytest.approx(120, abs=3)
    assert shot.scene.storyboard.edits.get().by == cast.bob


@pytest.mark.parametrize("frame", [-1, FRAMES, 10**6])
def test_a_frame_that_is_not_there_is_refused(take, frame):
    with pytest.raises(PictureRefused, match="0 to 23"):
        frame_picture(take, frame)


def test_an_unfinished_take_has_no_frames(shot):
    with pytest.raises(PictureRefused, match="not finished"):
        frame_picture(make.take(shot), 0)


def test_a_take_whose_file_is_gone_is_told(take):
    default_storage.delete(take.mezzanine.stored_name)

    with pytest.raises(PictureRefused, match="cannot be read"):
        frame_picture(take, 0)


def test_one_picks_the_frame_on_a_page(client, cast, take, shot, board):
    client.force_login(cast.bob)
    address = reverse("take_frame", args=[take.pk])

    page = client.get(address)
    refused = client.post(address, {"frame": "24"})
    nonsense = client.post(address, {"frame": "½"})
    done = client.post(address, {"frame": "5"})

    assert f'value="{poster_frame(take)}"' in page.content.decode()
    assert (refused.status_code, nonsense.status_code, done.status_code) == (422, 422, 302)
    assert "Choose one of them" in refused.content.decode()
    assert done.url == f"/storyboards/{board.pk}/?shot={shot.pk}#shot-{shot.pk}"
    assert tone(Shot.objects.get(pk=shot.pk).panel) == pytest.approx(50, abs=3)


# --- in a film ------------------------------------------------------------------------------------------------------


def test_a_panel_of_ones_own_stands_in_for_a_missing_take(shot, board, cast, tmp_path):
    panels.use_picture(shot, encode(halves((1280, 720))), by=cast.bob)

    film = request_film(board, cast.alice, stand_ins=True)
    assert film.cut["pieces"][0]["name"] == Shot.objects.get(pk=shot.pk).panel.stored_name
    assert step_film(film.pk)

    film.refresh_from_db()
    assert film.state == Film.State.DONE
    take_out(film.asset.stored_name, tmp_path / "film.mp4")
    still = ffmpeg(
        "-i",
        str(tmp_path / "film.mp4"),
        "-vf",
        "select=eq(n\\,20),format=rgb24",
        "-frames:v",
        "1",
        "-f",
        "rawvideo",
        "-",
    )
    picture = Image.frombytes("RGB", board.frame_size, still)
    assert near(picture.getpixel((20, 60)), RED, within=20)
    assert near(picture.getpixel((board.frame_size[0] - 20, 60)), BLUE, within=20)


def test_a_circled_take_goes_before_the_panel(take, shot, board, cast):
    panels.use_picture(shot, encode(halves()), by=cast.bob)
    Shot.objects.filter(pk=shot.pk).update(circled_take=take)

    shots = list(Shot.objects.select_related("circled_take__mezzanine", "panel", "scene__storyboard"))
    (piece,) = freeze_cut(board, shots, slates(board))["pieces"]

    assert (piece["take"], piece["name"]) == (take.pk, take.mezzanine.stored_name)


def test_a_panel_of_another_shape_is_shown_whole_between_bars(tmp_path):
    still = tmp_path / "tall.webp"
    Image.new("RGB", (90, 160), "red").save(still, "WEBP")

    hold_still(still, tmp_path / "take.mp4", frames=3, mezzanine=Mezzanine(320, 180, (24, 1)))

    red, green, blue = colours(tmp_path / "take.mp4")[0]
    assert red == pytest.approx(255 * (180 * 90 / 160) / 320, abs=8)
    assert max(green, blue) < 8


# --- sweeping -------------------------------------------------------------------------------------------------------


def test_pictures_that_a_row_knows_are_never_swept(shot, cast, monkeypatch):
    monkeypatch.setattr(filing, "ORPHAN_AGE", timedelta(0))
    kept = keep_picture(cast.team, AssetKind.REFERENCE, encode(halves()))
    orphan = f"teams/{cast.team.pk}/pictures/{'0' * 64}.webp"
    default_storage.save(orphan, ContentFile(b"nobody"))

    assert filing.orphan_files() == 1
    assert (default_storage.exists(kept.stored_name), default_storage.exists(orphan)) == (True, False)
