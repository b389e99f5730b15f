"""The pages of a shot's picture: bring one, draw one, go back; with scripts and without."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from storyboards import editing, panels
from storyboards.models import Asset, Shot
from storyboards.pictures import drawn_name
from storyboards.reading import read_shot
from storyboards.uploads import encode, keep_picture
from tests import make
from tests.storyboards.images import halves, near, seen, upload
from tests.storyboards.views.conftest import HTMX

SCRIPT = {"Sec-Fetch-Mode": "cors", "Accept": "text/plain"}
ARROW = {"tool": "arrow", "colour": "vermilion", "ink": 0.01, "points": [[0.2, 0.3], [0.8, 0.3]]}


def now(shot):
    return Shot.objects.select_related("panel", "panel_base", "scene__storyboard__team").get(pk=shot.pk)


def bring(browser, shot, image=None, *, headers=None):
    file = upload(image or halves((640, 360)))
    return browser.post(reverse("upload_panel", args=[shot.pk]), {"picture": file}, headers=headers or {})


def draw(browser, shot, *, on="paper", marks=None, headers=None, **more):
    data = {"on": on, "marks": json.dumps(marks or {}), "version": now(shot).version, **more}
    return browser.post(reverse("draw_panel", args=[shot.pk]), data, headers=headers or {})


# --- bringing a picture ---------------------------------------------------------------------------------------------


def test_uploading_without_scripts_leads_back_to_the_shot(bob, board, shot):
    response = bring(bob, shot)

    assert (response.status_code, response.url) == (303, f"/storyboards/{board.pk}/?shot={shot.pk}#shot-{shot.pk}")
    assert f'src="/assets/{now(shot).panel_id}/"' in bob.get(reverse("storyboard", args=[board.pk])).content.decode()


def test_uploading_by_htmx_answers_with_the_picture(bob, shot):
    response = bring(bob, shot, headers=HTMX)

    said = response.content.decode()
    assert response.status_code == 200
    assert said.lstrip().startswith(f'<section class="shown" id="picture-{shot.pk}"')
    assert f'src="/assets/{now(shot).panel_id}/"' in said
    assert json.loads(response["HX-Trigger"]) == {"shot:saved": {"shot": shot.pk}}


def test_dropping_and_pasting_are_answered_without_a_page(bob, shot):
    taken = bring(bob, shot, headers=SCRIPT)
    refused = bob.post(
        reverse("upload_panel", args=[shot.pk]), {"picture": SimpleUploadedFile("a.png", b"GIF89a")}, headers=SCRIPT
    )

    assert (taken.status_code, taken.content) == (204, b"")
    assert (refused.status_code, refused["Content-Type"]) == (422, "text/plain; charset=utf-8")
    assert "not a PNG, JPEG or WebP" in refused.content.decode()


def test_a_panel_that_a_circled_take_hides_is_shown_beside_it_and_told(bob, shot):
    take = make.take(shot)
    take.poster = keep_picture(shot.scene.storyboard.team, "poster", encode(halves((64, 36))))
    take.save()
    Shot.objects.filter(pk=shot.pk).update(circled_take=take)

    dropped = bring(bob, shot, headers=SCRIPT)
    chosen = bring(bob, shot, headers=HTMX)

    assert (dropped.status_code, dropped["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert "goes on showing the circled take" in dropped.content.decode()
    said = chosen.content.decode()
    assert f'src="/assets/{take.poster_id}/"' in said
    assert f'src="/assets/{now(shot).panel_id}/"' in said
    assert "Your panel is kept." in said


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_refused_picture_is_explained_beside_the_one_that_stays(bob, shot, headers):
    bring(bob, shot)
    kept = now(shot).panel

    response = bob.post(
        reverse("upload_panel", args=[shot.pk]), {"picture": SimpleUploadedFile("a.png", b"<svg/>")}, headers=headers
    )

    said = response.content.decode()
    assert response.status_code == 422
    assert "This is not a PNG, JPEG or WebP picture." in said
    assert f'src="/assets/{kept.pk}/"' in said
    assert ("<!DOCTYPE html>" in said) is (headers == {})


def test_no_file_at_all_is_asked_for(bob, shot):
    response = bob.post(reverse("upload_panel", args=[shot.pk]), {}, headers=HTMX)

    assert response.status_code == 422
    assert "Choose a picture first" in response.content.decode()


def test_a_panel_is_removed(bob, board, shot):
    bring(bob, shot)

    response = bob.post(reverse("remove_panel", args=[shot.pk]))

    assert response.status_code == 303
    assert (now(shot).panel, now(shot).panel_base, now(shot).panel_marks) == (None, None, {})
    said = bob.get(reverse("picture", args=[shot.pk]), headers=HTMX).content.decode()
    assert f"/shots/{shot.pk}/panel/" in said
    assert "Back to the drawn panel" not in said


def test_a_viewer_sees_the_picture_and_no_verb(carol, shot):
    said = carol.get(reverse("picture", args=[shot.pk]), headers=HTMX).content.decode()

    assert "<img" in said
    assert [word for word in ("<form", "<a ", "data-upload") if word in said] == []


def test_who_opens_the_fragment_by_itself_is_led_to_the_board(bob, board, shot):
    assert bob.get(reverse("picture", args=[shot.pk])).url == f"/storyboards/{board.pk}/?shot={shot.pk}#shot-{shot.pk}"


# --- the page of drawing --------------------------------------------------------------------------------------------


def test_one_draws_on_what_is_there(bob, shot):
    def canvas(query=""):
        return bob.get(reverse("draw_panel", args=[shot.pk]) + query).context["canvas"]

    assert canvas().kind == "sketch"
    assert canvas("?on=paper").address == ""
    assert canvas("?on=picture").kind == "sketch"

    bring(bob, shot)
    assert canvas().name == f"picture-{now(shot).panel_base_id}"
    assert canvas("?on=sketch").kind == "sketch"

    draw(bob, shot, on="paper", marks={"strokes": [ARROW]})
    assert (canvas().kind, canvas().marks) == ("paper", {"strokes": [ARROW]})
    assert canvas("?on=nonsense").kind == "sketch"


def test_drawing_on_an_empty_frame(bob, shot):
    response = draw(bob, shot, marks={"strokes": [ARROW]})

    assert response.status_code == 303
    panel = seen(now(shot).panel)
    assert near(panel.getpixel((640, 384)), (218, 70, 32))
    assert near(panel.getpixel((640, 100)), (255, 255, 255))
    assert now(shot).panel_base is None


def test_drawing_on_the_sketch_keeps_what_it_showed(bob, board, shot):
    key = read_shot(shot).picture_key
    sketched = encode(Image.new("RGB", (640, 360), "lime"))
    Asset._meta.get_field("file").storage.save(drawn_name(board, key), SimpleUploadedFile("x", sketched.data))

    response = draw(bob, shot, on=f"sketch-{key}", marks={"strokes": [ARROW]})
    editing.edit_shot(now(shot), by=None, changes={"action": "Something else happens."})

    assert response.status_code == 303
    assert near(seen(now(shot).panel).getpixel((640, 100)), (0, 255, 0))
    assert near(seen(now(shot).panel_base).getpixel((300, 100)), (0, 255, 0))


@pytest.mark.parametrize(
    "on",
    [
        "sketch-0123456789",
        "sketch-../../1/secret",
        "sketch-",
        "picture-999999",
        "picture-x",
        "",
        "x" * 500,
        "picture-" + "9" * 30,
    ],
)
def test_what_is_not_there_cannot_be_drawn_on(bob, shot, on):
    response = draw(bob, shot, on=on, headers=HTMX)

    assert response.status_code == 422
    assert 'class="note failed"' in response.content.decode()
    assert now(shot).panel is None


def test_a_picture_of_another_team_cannot_be_drawn_on(bob, shot, cast):
    theirs = make.storyboard(cast.charlie.teams.get()).scenes.get().shots.get()
    panels.use_picture(theirs, encode(halves()), by=cast.charlie)

    response = draw(bob, shot, on=f"picture-{now(theirs).panel_base_id}", headers=HTMX)

    assert response.status_code == 422
    assert now(shot).panel is None


def test_a_panel_is_shown_to_the_team_alone(bob, shot, cast, client):
    bring(bob, shot)
    address = reverse("asset", args=[now(shot).panel_id])
    assert bob.get(address).status_code == 200

    client.force_login(cast.charlie)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_marks_of_nonsense_are_refused_and_nothing_is_written(bob, shot, headers):
    response = draw(bob, shot, marks={"strokes": [{**ARROW, "colour": "beige"}]}, headers=headers)

    assert response.status_code == 422
    assert "These marks make no sense to the studio. Nothing was saved." in response.content.decode()
    assert now(shot).panel is None


def test_a_script_is_told_that_the_panel_is_saved(bob, shot):
    response = draw(bob, shot, marks={"strokes": [ARROW]}, headers=HTMX)

    assert response.status_code == 204
    assert json.loads(response["HX-Trigger"]) == {"panel:saved": {"shot": shot.pk}}


def test_without_scripts_the_crop_is_set_in_numbers_and_the_strokes_stay(bob, shot):
    bring(bob, shot, halves((1000, 1000)))
    base = now(shot).panel_base_id
    draw(bob, shot, on=f"picture-{base}", marks={"strokes": [ARROW]})

    response = draw(
        bob, shot, on=f"picture-{base}", marks={"strokes": [ARROW]}, crop_left="50", crop_top="25,0", crop_width="40"
    )

    assert response.status_code == 303
    assert now(shot).panel_marks == {"crop": {"x": 0.5, "y": 0.25, "width": 0.4}, "strokes": [ARROW]}
    page = bob.get(reverse("draw_panel", args=[shot.pk]))
    assert page.context["crop"] == {"left": 50.0, "top": 25.0, "width": 40.0}


@pytest.mark.parametrize("number", ["wide", "", "nan", "1e999", "120"])
def test_a_crop_of_nonsense_is_refused(bob, shot, number):
    bring(bob, shot)
    panel = now(shot).panel

    response = draw(bob, shot, on=f"picture-{now(shot).panel_base_id}", crop_left="0", crop_top="0", crop_width=number)

    assert response.status_code == 422
    assert now(shot).panel == panel


def test_somebody_elses_panel_is_shown_and_mine_can_still_be_saved(bob, shot, cast):
    opened = shot.version
    panels.use_picture(now(shot), encode(halves((640, 360))), by=cast.adam)
    theirs = now(shot).panel_id

    told = draw(bob, shot, marks={"strokes": [ARROW]}, version=opened, headers=HTMX)
    said = told.content.decode()

    assert told.status_code == 409
    assert f'src="/assets/{theirs}/"' in said
    assert f'name="version" value="{now(shot).version}"' in said
    assert now(shot).panel_id == theirs

    assert draw(bob, shot, marks={"strokes": [ARROW]}, version=now(shot).version).status_code == 303
    assert now(shot).panel_marks == {"strokes": [ARROW]}


def test_without_scripts_the_strokes_come_back_with_the_conflict(bob, shot, cast):
    opened = shot.version
    panels.use_picture(now(shot), encode(halves((640, 360))), by=cast.adam)

    told = draw(bob, shot, marks={"strokes": [ARROW]}, version=opened)

    assert told.status_code == 409
    assert json.loads(told.context["marks"]) == {"strokes": [ARROW]}


def test_the_inspector_and_the_page_of_drawing_keep_their_queries(bob, shot, django_assert_max_num_queries):
    bring(bob, shot)

    with django_assert_max_num_queries(14):
        bob.get(reverse("draw_panel", args=[shot.pk]))
    with django_assert_max_num_queries(12):
        bob.get(reverse("picture", args=[shot.pk]), headers=HTMX)
