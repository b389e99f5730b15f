import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from storyboards.models import Storyboard
from storyboards.views.creating import SHOTS_SHOWN
from tests import make

SCRIPT = """Title: The Last Lamp

EXT. ROCKY COAST - DUSK

Waves break on black rocks.

MARTA
Not yet, Pip.

INT. LAMP ROOM - NIGHT

Close on her hand striking a match.
"""
SETTINGS = {"title": "", "aspect": "16:9", "rate": "24/1", "look": "flat"}


def send(browser, *, step="preview", **fields):
    return browser.post(reverse("new_storyboard"), {**SETTINGS, "step": step, **fields})


def text_in(response):
    """Return what stands in the page's script field."""
    return html.unescape(
        re.search(r'<textarea name="script"[^>]*>\n?(.*?)</textarea>', response.content.decode(), re.S)[1]
    )


def test_the_preview_tells_what_will_be_made_and_makes_nothing(bob):
    response = send(bob, script=SCRIPT)

    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))
    assert response.status_code == 200
    assert "The Last Lamp Scenes 2 Shots" in page
    assert "Characters Marta" in page
    assert "EXT. ROCKY COAST - DUSK" in page
    assert "Create the storyboard" in page
    assert not Storyboard.objects.exists()


def test_the_preview_says_how_many_shots_it_leaves_out_and_keeps_the_spelling_of_names(bob):
    lines = "\n\n".join(f"@McCLANE\nLine {number}.\n\nPip waits.\n\nPIP\nWoof!" for number in range(30))

    page = send(bob, script=f"INT. TOWER - NIGHT\n\n{lines}")

    shots = page.context["preview"].figures.shots
    assert shots > SHOTS_SHOWN
    assert f"and {shots - SHOTS_SHOWN} more shots" in page.text
    assert page.context["preview"].characters == ["Pip", "McCLANE"]
    assert "Pip, McCLANE" in page.text


def test_creating_without_scripts_from_the_preview(bob, cast):
    preview = send(bob, script=SCRIPT, rate="25/1", title="Lamp")

    response = send(bob, step="create", script=text_in(preview), rate="25/1", title="Lamp", team=cast.team.pk)

    board = Storyboard.objects.get()
    assert (response.status_code, response.url) == (303, f"/storyboards/{board.pk}/")
    assert (board.title, board.rate, board.team, board.created_by) == ("Lamp", "25/1", cast.team, cast.bob)
    assert board.scenes.count() == 2


def test_browsers_line_ends_make_the_same_board(bob):
    send(bob, step="create", script=SCRIPT.replace("\n", "\r\n"))

    assert Storyboard.objects.get().script.count("\r") == 0


def test_a_file_becomes_the_text_of_the_page(bob):
    file = SimpleUploadedFile("lamp.fountain", SCRIPT.encode())

    response = send(bob, file=file)

    assert text_in(response).strip() == SCRIPT.strip()
    assert 'name="name" value="lamp.fountain"' in response.content.decode()


def test_a_file_can_be_made_at_once(bob):
    send(bob, step="create", file=SimpleUploadedFile("lamp.fountain", SCRIPT.encode()))

    assert Storyboard.objects.get().title == "The Last Lamp"


@pytest.mark.parametrize("name", ["the-last-lamp.fountain", "the-umbrella.txt", "why-cities-need-trees.md"])
def test_an_example_is_ready_to_be_made(bob, name):
    page = bob.get(reverse("new_storyboard"), {"example": name})

    response = send(bob, step="create", script=text_in(page), name=name)

    assert response.status_code == 303
    assert Storyboard.objects.get().scenes.count() >= 3


@pytest.mark.parametrize("name", ["../pyproject.toml", "/etc/passwd", "nothing.txt", ""])
def test_only_examples_are_examples(bob, name):
    assert text_in(bob.get(reverse("new_storyboard"), {"example": name})).strip() == ""


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Paste a script"),
        ({"script": "   \n\n"}, "Paste a script"),
        ({"script": "\n" * 1_000_000}, "Paste a script"),
        ({"file": SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")}, ""),
        ({"file": SimpleUploadedFile("a.txt", b"")}, ""),
        ({"file": SimpleUploadedFile("big.txt", b"x" * 20_000_000)}, "20.0 MB"),
        ({"file": SimpleUploadedFile("lines.txt", b"\n" * 1_000_000)}, ""),
        ({"script": SCRIPT, "rate": "1000/1"}, ""),
        ({"script": SCRIPT, "title": "x" * 201}, ""),
    ],
    ids=["nothing", "blanks", "million-lines", "picture", "empty-file", "20-MB", "million-lines-file", "rate", "title"],
)
@pytest.mark.parametrize("step", ["preview", "create"])
def test_bad_input_gets_a_sentence_and_makes_nothing(bob, fields, words, step):
    if file := fields.get("file"):
        file.seek(0)

    response = send(bob, step=step, **fields)

    assert response.status_code == 422
    assert 'id="errors"' in response.content.decode()
    assert words in response.content.decode()
    assert not Storyboard.objects.exists()


def test_the_text_is_still_there_after_an_error(bob):
    pasted = send(bob, script=SCRIPT, rate="1000/1")
    uploaded = send(bob, file=SimpleUploadedFile("lamp.fountain", SCRIPT.encode()), title="x" * 201)

    assert text_in(pasted).strip() == SCRIPT.strip()
    assert text_in(uploaded).strip() == SCRIPT.strip()


def test_hostile_text_is_text_in_the_preview(bob):
    text = "INT. <script>alert(1)</script> - NIGHT\n\n</textarea><img src=x onerror=alert(1)>\n"

    page = send(bob, script=text).content.decode()

    assert "<script>alert" not in page.lower()
    assert "<img src=x" not in page


def test_nobody_makes_storyboards_for_a_team_of_others(bob, cast):
    foreign = cast.charlie.teams.get()

    response = send(bob, step="create", script=SCRIPT, team=foreign.pk)

    assert response.status_code == 422
    assert not Storyboard.objects.exists()


def test_a_viewer_makes_storyboards_in_their_own_team(carol, cast):
    response = send(carol, step="create", script=SCRIPT, team=cast.team.pk)
    own = send(carol, step="create", script=SCRIPT)

    assert (response.status_code, own.status_code) == (422, 303)
    assert Storyboard.objects.get().team not in [cast.team]


def test_somebody_without_any_team_is_told_so(client, db):
    person = make.person("dora")
    person.memberships.all().delete()
    client.force_login(person)

    assert client.get(reverse("new_storyboard")).status_code == 403
