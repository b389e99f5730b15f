import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from soraease_web import views


def test_landing_shows_a_visitor_what_this_is(client, db):
    response = client.get("/")

    assert response.status_code == 200
    assert "Write it." in response.content.decode()


def test_landing_sends_whoever_is_signed_in_to_their_storyboards(client, alice):
    client.force_login(alice)

    response = client.get("/")

    assert (response.status_code, response.url) == (302, reverse("storyboards"))


def test_landing_plays_a_film_when_there_is_one(client, db, monkeypatch):
    monkeypatch.setattr(views, "_static_url", lambda name: f"/static/{name}")

    page = client.get("/").content.decode()

    assert 'src="/static/film/the-last-lamp.mp4"' in page
    assert 'poster="/static/film/the-last-lamp.webp"' in page


def test_landing_has_no_player_without_a_film(client, db, monkeypatch):
    monkeypatch.setattr(views, "FILM", "film/not-there.mp4")

    assert "<video" not in client.get("/").content.decode()


@pytest.mark.parametrize("theme", ["light", "dark", "auto"])
def test_theme_is_remembered_and_leads_back(client, db, theme):
    response = client.post("/theme/", {"theme": theme, "next": "/accounts/login/"})

    assert (response.status_code, response.url) == (302, "/accounts/login/")
    assert client.cookies["theme"].value == theme
    assert client.cookies["theme"]["samesite"] == "Lax"
    assert client.cookies["theme"]["httponly"]


def test_theme_that_does_not_exist_follows_the_device(client, db):
    client.post("/theme/", {"theme": "plaid"})

    assert client.cookies["theme"].value == "auto"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example", ""]
)
def test_theme_never_leads_to_another_site(client, db, elsewhere):
    response = client.post("/theme/", {"theme": "dark", "next": elsewhere})

    assert response.url == "/"


def test_the_page_knows_the_theme_that_was_chosen(client, db):
    client.post("/theme/", {"theme": "dark"})

    assert 'data-theme="dark"' in client.get("/").content.decode()


def test_theme_changes_by_post_alone(client, db):
    assert client.get("/theme/").status_code == 405


def test_the_operators_door_is_the_ordinary_one(client, db):
    response = client.get("/admin/")

    assert response.status_code == 302
    followed = client.get(response.url)
    assert followed.url.startswith(reverse("account_login"))


def test_the_admin_is_closed_to_whoever_is_no_operator(client, alice):
    client.force_login(alice)

    response = client.get("/admin/", follow=True)

    assert response.status_code == 403


@pytest.mark.parametrize("name", [views.FILM, views.POSTER])
def test_the_film_of_the_landing_page_is_there(name):
    assert finders.find(name)


@pytest.mark.parametrize("checked", [False, True], ids=["read by the view", "read by the check of the form's key"])
def test_a_text_that_is_too_long_is_said_to_be_so(alice, checked):
    client = Client(enforce_csrf_checks=checked)
    client.force_login(alice)
    client.get(reverse("new_storyboard"))

    response = client.post(reverse("new_storyboard"), {"script": "漢" * 1_100_000})

    page = response.content.decode()
    assert response.status_code == 413
    assert "larger than 3 MB" in page
    assert "Your text is not lost" in page
    assert reverse("storyboards") in page
    assert alice.teams.get().storyboards.count() == 0


def test_what_cannot_be_read_otherwise_is_still_refused(client, db):
    response = client.post("/theme/", {f"field-{number}": "" for number in range(25_001)})

    assert response.status_code == 400
    assert "could not be read" in response.content.decode()
