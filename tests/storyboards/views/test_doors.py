import pytest
from django.urls import reverse

from storyboards.models import Asset, Edit
from tests import make
from tests.storyboards.views.conftest import HTMX

OF_BOARD = ["storyboard", "board_head", "history"]
CHANGES_OF_BOARD = ["archive_storyboard", "restore_storyboard", "add_scene", "storyboard_settings"]
OF_SCENE, CHANGES_OF_SCENE = ["scene"], ["edit_scene", "move_scene", "duplicate_scene", "delete_scene", "add_shot"]
OF_SHOT, CHANGES_OF_SHOT = ["shot", "inspector"], ["edit_shot", "move_shot", "duplicate_shot", "delete_shot"]


def addresses(board, scene, shot, *, changes):
    rows = [(name, board.pk) for name in (CHANGES_OF_BOARD if changes else OF_BOARD)]
    rows += [(name, scene.pk) for name in (CHANGES_OF_SCENE if changes else OF_SCENE)]
    rows += [(name, shot.pk) for name in (CHANGES_OF_SHOT if changes else OF_SHOT)]
    return [reverse(name, args=[pk]) for name, pk in rows]


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_stranger_meets_nothing(client, cast, board, scene, shot, headers):
    client.force_login(cast.charlie)

    looks = [client.get(url, headers=headers).status_code for url in addresses(board, scene, shot, changes=False)]
    deeds = [client.post(url, headers=headers).status_code for url in addresses(board, scene, shot, changes=True)]

    assert set(looks + deeds) == {404}
    assert Edit.objects.count() == 0


@pytest.mark.parametrize("name", ["carol", "rita"])
def test_those_who_may_only_look_change_nothing(client, cast, board, scene, shot, name):
    client.force_login(getattr(cast, name))

    looks = [client.get(url, headers=HTMX).status_code for url in addresses(board, scene, shot, changes=False)]
    deeds = [client.post(url).status_code for url in addresses(board, scene, shot, changes=True)]

    assert set(looks) == {200}
    assert set(deeds) == {403}
    assert Edit.objects.count() == 0


@pytest.mark.parametrize("name", ["alice", "adam", "bob"])
def test_those_who_may_edit_enter_everywhere(client, cast, board, scene, shot, name):
    client.force_login(getattr(cast, name))

    looks = [client.get(url, headers=HTMX).status_code for url in addresses(board, scene, shot, changes=False)]

    assert set(looks) == {200}
    assert client.get(reverse("storyboard_settings", args=[board.pk])).status_code == 200


def test_a_visitor_is_led_to_the_sign_in_page(client, board, scene, shot):
    for url in [*addresses(board, scene, shot, changes=False), reverse("storyboards"), reverse("new_storyboard")]:
        response = client.get(url)

        assert (response.status_code, response.url.partition("?")[0]) == (302, reverse("account_login"))


def test_a_card_never_gets_the_sign_in_page(client, shot):
    response = client.get(reverse("shot", args=[shot.pk]), headers=HTMX)

    assert (response.status_code, response.headers["HX-Redirect"]) == (200, reverse("account_login"))
    assert response.content == b""


def test_answers_differ_for_fragments_and_are_not_kept(bob, board):
    response = bob.get(reverse("storyboard", args=[board.pk]))

    assert "HX-Request" in response.headers["Vary"]
    assert "no-store" in response.headers["Cache-Control"]


def test_deeds_are_never_done_by_looking(bob, board, scene, shot):
    names = ["archive_storyboard", "duplicate_scene", "delete_scene", "add_shot"]
    urls = [reverse(name, args=[board.pk if "storyboard" in name else scene.pk]) for name in names]
    urls += [reverse(name, args=[shot.pk]) for name in ("edit_shot", "duplicate_shot", "delete_shot")]

    assert {bob.get(url).status_code for url in urls} == {405}


def test_a_deleted_shot_and_the_shots_of_a_deleted_scene_are_gone(bob, scene, shot):
    other = scene.shots.live().last()
    bob.post(reverse("delete_shot", args=[shot.pk]))
    assert bob.get(reverse("shot", args=[shot.pk]), headers=HTMX).status_code == 404

    bob.post(reverse("delete_scene", args=[scene.pk]))

    assert bob.get(reverse("shot", args=[other.pk]), headers=HTMX).status_code == 404
    assert bob.get(reverse("scene", args=[scene.pk]), headers=HTMX).status_code == 404


def test_a_shot_cannot_be_moved_onto_a_board_of_others(bob, cast, shot):
    foreign = make.storyboard(cast.charlie.teams.get()).scenes.get()

    response = bob.post(reverse("move_shot", args=[shot.pk]), {"scene": foreign.pk, "after": ""}, headers=HTMX)

    shot.refresh_from_db()
    assert response.status_code == 409
    assert shot.scene_id != foreign.pk


def test_keys_as_large_as_you_like_find_nothing(bob):
    assert bob.get(f"/shots/{'9' * 40}/", headers=HTMX).status_code == 404
    assert bob.get(f"/storyboards/{'9' * 40}/").status_code == 404


def test_files_of_others_are_not_there(client, cast):
    asset = Asset.objects.create(team=cast.team, kind="take", file="a.mp4", mime="video/mp4", bytes=1, sha256="0")
    client.force_login(cast.charlie)

    assert client.get(reverse("asset", args=[asset.pk])).status_code == 404
