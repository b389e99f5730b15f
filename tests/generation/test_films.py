"""Films: the cut is frozen, stand-ins stand in, and versions are kept."""

import errno
import io

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from accounts.models import Team
from generation import films, joining, panels
from generation.cutting.ffmpeg import FfmpegFailed
from generation.films import (
    MissingTakes,
    NothingToCut,
    TooLongForGif,
    cancel_film,
    delete_film,
    missing_takes,
    request_film,
)
from generation.joining import step_film
from generation.requesting import request_takes
from generation.running import run_until_done
from storyboards import editing
from storyboards.models import Film, Shot
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(team):
    board = make.storyboard(team, scenes=0)
    for position in (1, 2):
        scene = make.scene(board, position=position, place=f"PLACE {position}")
        for index in (1, 2):
            make.shot(scene, position=index, frames=24)
    return board


@pytest.fixture
def taken(quick, board, alice):
    """The board with a circled take for every shot."""
    shots = Shot.objects.filter(scene__storyboard=board).select_related("scene__storyboard__team")
    run_until_done([take.pk for take in request_takes(shots, "quick", alice)])
    return board


@pytest.fixture
def drawn(monkeypatch):
    """Let panels be one plain picture, and count how often they are drawn."""
    calls = []
    out = io.BytesIO()
    Image.new("RGB", (64, 36), "navy").save(out, "WEBP")
    monkeypatch.setattr(panels.sketch, "draw_still", lambda request: calls.append(request) or out.getvalue())
    return calls


def test_a_film_is_joined_from_the_circled_takes_with_a_chapter_per_scene(taken, alice):
    film = request_film(taken, alice, stand_ins=False)

    run_until_done(film_id=film.pk)

    film.refresh_from_db()
    assert (film.state, film.frames, film.progress) == (Film.State.DONE, 96, 1.0)
    assert film.chapters == [
        {"title": "EXT. PLACE 1 - DUSK", "start": 0},
        {"title": "EXT. PLACE 2 - DUSK", "start": 48},
    ]
    assert (film.asset.frames, default_storage.size(film.asset.file.name)) == (96, film.asset.bytes)
    assert film.poster.mime == "image/webp"


def test_a_film_can_be_had_as_a_gif_too(taken, alice):
    film = request_film(taken, alice, stand_ins=False, gif=True)

    run_until_done(film_id=film.pk)

    film.refresh_from_db()
    assert (film.state, film.gif.mime, film.asset.mime) == (Film.State.DONE, "image/gif", "video/mp4")
    with default_storage.open(film.gif.stored_name) as file, Image.open(file) as gif:
        assert gif.n_frames > 1
        assert gif.size == (film.gif.width, film.gif.height)
    assert request_film(taken, alice, stand_ins=False).wants_gif is False


def test_a_gif_of_more_than_a_minute_is_refused_before_anything_is_made(board, drawn, alice):
    Shot.objects.filter(scene__storyboard=board).update(frames=24 * 16)

    with pytest.raises(TooLongForGif):
        request_film(board, alice, stand_ins=True, gif=True)

    assert not board.films.exists()
    assert request_film(board, alice, stand_ins=True).frames == 24 * 64


def test_missing_takes_are_named_by_slate(quick, board, alice):
    with pytest.raises(MissingTakes) as refusal:
        request_film(board, alice, stand_ins=False)

    assert refusal.value.slates == missing_takes(board) == ["1", "1A", "2", "2A"]
    assert "no circled take: 1, 1A, 2, 2A." in str(refusal.value)


def test_panels_stand_in_for_the_length_of_their_shots(quick, board, alice, drawn):
    film = request_film(board, alice, stand_ins=True)

    run_until_done(film_id=film.pk)

    film.refresh_from_db()
    assert (film.state, film.asset.frames) == (Film.State.DONE, 96)


def test_an_empty_storyboard_has_no_film(quick, team, alice):
    with pytest.raises(NothingToCut):
        request_film(make.storyboard(team, scenes=0), alice, stand_ins=True)


def test_the_cut_is_frozen(taken, alice):
    film = request_film(taken, alice, stand_ins=False)
    Shot.objects.update(circled_take=None)

    run_until_done(film_id=film.pk)

    film.refresh_from_db()
    assert film.state == Film.State.DONE


def test_versions_count_on(taken, alice):
    assert [request_film(taken, alice, stand_ins=False).number for _ in range(3)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("transitions", "cut"),
    [
        (["", "", "", ""], ["cut", "cut", "cut", "cut"]),
        (["fade_in", "dissolve", "wipe", "dip_black"], ["fade_in", "dissolve", "dissolve", "dip_black"]),
        (["dissolve", "match_cut", "smash_cut", ""], ["cut", "cut", "cut", "cut"]),
        (["", "fade_out", "", ""], ["fade_out", "cut", "cut", "cut"]),
        (["fade_in", "fade_out", "", ""], ["fade_in", "dip_black", "cut", "cut"]),
        (["fade_out", "", "", ""], ["cut", "cut", "cut", "cut"]),
    ],
)
def test_transitions_of_the_board_become_those_of_the_cut(transitions, cut, quick, board, alice, drawn):
    for shot, transition in zip(Shot.objects.order_by("scene__position", "position"), transitions, strict=True):
        shot.transition = transition
        shot.save()

    film = request_film(board, alice, stand_ins=True)

    assert [piece["transition"] for piece in film.cut["pieces"]] == cut


def test_transitions_do_not_change_the_length(taken, alice):
    Shot.objects.update(transition="dissolve")
    film = request_film(taken, alice, stand_ins=False)

    run_until_done(film_id=film.pk)

    film.refresh_from_db()
    assert (film.state, film.asset.frames) == (Film.State.DONE, 96)


def test_a_cancelled_film_is_not_joined(taken, alice):
    film = request_film(taken, alice, stand_ins=False)

    stopped = cancel_film(film)

    film.refresh_from_db()
    assert (stopped, film.state, step_film(film.pk), cancel_film(film)) == (True, Film.State.CANCELLED, False, False)


def test_a_film_that_is_cancelled_while_it_is_joined_is_thrown_away(taken, alice, monkeypatch):
    film = request_film(taken, alice, stand_ins=False)
    monkeypatch.setattr(joining, "failpoint", lambda at: cancel_film(film) if at == "film-pieces" else None)

    step_film(film.pk)

    film.refresh_from_db()
    assert (film.state, film.asset) == (Film.State.CANCELLED, None)


def test_a_deleted_film_is_put_away_and_its_takes_stay(taken, alice):
    film = request_film(taken, alice, stand_ins=False)
    run_until_done(film_id=film.pk)

    delete_film(film)

    film.refresh_from_db()
    assert film.deleted_at is not None
    assert (film.state, missing_takes(taken)) == (Film.State.DONE, [])


def test_a_film_that_cannot_be_joined_says_why(taken, alice, monkeypatch):
    def fail(*_args, **_more):
        raise FfmpegFailed("failed", "Something broke.", "tail")

    monkeypatch.setattr(joining, "assemble", fail)
    film = request_film(taken, alice, stand_ins=False)

    step_film(film.pk)

    film.refresh_from_db()
    assert (film.state, film.error) == (
        Film.State.FAILED,
        "The film could not be joined. Something broke. Nothing was charged.",
    )


def test_24_a_film_whose_take_is_away_waits_for_it(taken, alice):
    film = request_film(taken, alice, stand_ins=False)
    default_storage.delete(film.cut["pieces"][0]["name"])

    step_film(film.pk)

    film.refresh_from_db()
    assert (film.state, film.lease_until) == (Film.State.JOINING, None)
    assert film.error == "The storage is away. Joining goes on by itself when it is back."


def test_24_a_take_that_is_lost_for_good_is_told_after_an_hour(taken, alice, later):
    film = request_film(taken, alice, stand_ins=False)
    default_storage.delete(film.cut["pieces"][0]["name"])
    step_film(film.pk)

    later(3601)
    step_film(film.pk)

    film.refresh_from_db()
    assert film.state == Film.State.FAILED
    assert film.error.startswith("The file of a take in this film is not in the storage any more.")


def test_23_a_film_goes_on_when_the_storage_is_back(taken, alice, later, monkeypatch):
    film = request_film(taken, alice, stand_ins=False)
    with monkeypatch.context() as broken:
        broken.setattr(default_storage, "open", _away)
        step_film(film.pk)
        later(3601)
        step_film(film.pk)
    film.refresh_from_db()
    waiting = film.state, film.error[:19]

    later(31)
    step_film(film.pk)

    film.refresh_from_db()
    assert (waiting, film.state, film.error) == ((Film.State.JOINING, "The storage is away"), Film.State.DONE, "")


def _away(*_args):
    raise OSError("no bucket")


def test_40_a_film_waits_when_the_disk_is_full(taken, alice, monkeypatch):
    film = request_film(taken, alice, stand_ins=False)
    monkeypatch.setattr(joining, "LEAST_FREE", 1 << 60)

    step_film(film.pk)

    film.refresh_from_db()
    assert (film.state, film.lease_until, film.asset) == (Film.State.JOINING, None, None)
    assert film.error == "There is no room on the worker’s disk. Joining goes on when there is."


def test_40_a_disk_that_fills_up_while_joining_is_waited_for_too(taken, alice, monkeypatch, later):
    film = request_film(taken, alice, stand_ins=False)
    with monkeypatch.context() as full:
        full.setattr(joining, "assemble", _no_space)
        step_film(film.pk)
    film.refresh_from_db()
    waiting = film.error[:16]

    later(61)
    step_film(film.pk)

    film.refresh_from_db()
    assert (waiting, film.state, film.error) == ("There is no room", Film.State.DONE, "")


def _no_space(*_args, **_options):
    raise OSError(errno.ENOSPC, "No space left on device")


# --- panels -----------------------------------------------------------------------------------------------------------


def test_a_panel_is_drawn_once_and_kept(board, drawn):
    shot = Shot.objects.first()

    names = {panels.panel(shot) for _ in range(3)}

    assert len(drawn) == 1
    assert names == {f"teams/{board.team_id}/panels/{panels.panel_key(shot)}.webp"}


def test_a_changed_shot_has_another_panel(board, drawn):
    shot = Shot.objects.first()
    before = panels.panel(shot)
    shot.action = "It rains."

    assert panels.panel(shot) != before


def test_a_real_panel_is_a_small_webp_of_the_boards_shape(board):
    name = panels.panel(Shot.objects.first())

    with default_storage.open(name) as file, Image.open(file) as picture:
        assert (picture.format, picture.size) == ("WEBP", (640, 360))


def test_what_can_be_cut_is_what_is_done_and_not_thrown_away(taken):
    shot = Shot.objects.first()
    shot.circled_take.deleted_at = shot.scene.storyboard.created_at
    shot.circled_take.save()

    assert films.missing_takes(taken) == ["1"]


@pytest.mark.parametrize(
    ("changed", "size", "frames"),
    [
        ({"resolution": "1080p"}, (480, 270), 96),
        ({"resolution": "480p"}, (214, 120), 96),
        ({"aspect": "9:16"}, (180, 320), 96),
        ({"rate": "25/1"}, (320, 180), 100),
        ({"aspect": "1:1", "resolution": "480p", "rate": "30/1"}, (160, 160), 120),
    ],
)
def test_takes_from_before_the_settings_changed_are_fitted_into_the_film(taken, alice, changed, size, frames):
    editing.edit_storyboard(taken, by=alice, changes=changed)
    taken.refresh_from_db()

    film = request_film(taken, alice, stand_ins=False)
    run_until_done(film_id=film.pk)

    film.refresh_from_db()
    assert (film.state, film.error) == (Film.State.DONE, "")
    assert ((film.asset.width, film.asset.height), film.asset.frames) == (size, frames)
    assert tuple(film.asset.facts["rate"]) == taken.rate_pair


@pytest.mark.parametrize("resolution", ["480p", "1080p"])
def test_takes_and_films_have_the_resolution_of_the_board(quick, board, alice, resolution):
    Team.objects.update(tier="studio")
    editing.edit_storyboard(board, by=alice, changes={"resolution": resolution})
    shots = Shot.objects.filter(scene__storyboard=board).select_related("scene__storyboard__team")
    takes = request_takes(shots, "quick", alice)

    run_until_done([take.pk for take in takes])

    board.refresh_from_db()
    mezzanine = Shot.objects.filter(scene__storyboard=board).first().circled_take.mezzanine
    assert (mezzanine.width, mezzanine.height) == board.frame_size
    assert (takes[0].request["width"], takes[0].request["height"]) == board.frame_size
    film = request_film(board, alice, stand_ins=False)
    run_until_done(film_id=film.pk)
    film.refresh_from_db()
    assert (film.asset.width, film.asset.height) == board.frame_size
    assert "anew" not in film.cut["pieces"][0]


def test_a_take_that_arrives_after_the_rate_changed_keeps_its_seconds(quick, board, alice):
    shot = Shot.objects.filter(scene__storyboard=board).select_related("scene__storyboard__team").first()
    take = request_takes([shot], "quick", alice)[0]
    editing.edit_storyboard(board, by=alice, changes={"rate": "30/1"})

    run_until_done([take.pk])

    take.refresh_from_db()
    assert (take.mezzanine.frames, tuple(take.mezzanine.facts["rate"])) == (30, (30, 1))
