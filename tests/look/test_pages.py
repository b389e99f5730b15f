"""The pages that are ours alone, rendered by the real studio."""

import re

import pytest
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from tests import make

VISITORS = ["landing", "account_login", "account_signup", "account_reset_password", "account_reset_password_done"]
MEMBERS = ["account", "account_email", "account_change_password", "mfa_index", "usersessions_list", "account_logout"]


def sign_in(client: Client, name: str) -> None:
    """Sign in as a person would, so that pages which ask for a fresh sign-in open."""
    form = {"login": make.person(name).email, "password": make.PASSWORD}
    assert client.post(reverse("account_login"), form).status_code == 302


def confirm_password(client: Client) -> None:
    """Say the password again, as some pages ask for."""
    assert client.post(reverse("account_reauthenticate"), {"password": make.PASSWORD}).status_code == 302


def check_page(html: str) -> None:
    """Every page has one main part, one first heading, a title, our styles, and nothing inline."""
    assert len(re.findall(r"<main\b", html)) == 1
    assert len(re.findall(r"<h1\b", html)) == 1
    assert re.search(r"<title>\s*\S.*</title>", html, re.DOTALL)
    assert len(re.findall(r'rel="stylesheet"', html)) in (2, 3)
    assert re.findall(r"<style|\sstyle=|\son\w+=|<script>", html) == []


@pytest.mark.parametrize("name", VISITORS)
def test_page_of_a_visitor_has_our_frame(client, db, name):
    response = client.get(reverse(name))

    assert response.status_code == 200
    check_page(response.content.decode())


@pytest.mark.parametrize("name", MEMBERS)
def test_page_of_a_member_has_our_frame(client, db, name):
    sign_in(client, "nora")

    response = client.get(reverse(name))

    assert response.status_code == 200
    check_page(response.content.decode())


@pytest.mark.parametrize("name", ["mfa_activate_totp", "mfa_add_webauthn"])
def test_page_of_a_second_step_has_our_frame(client, db, name):
    sign_in(client, "nora")
    confirm_password(client)

    response = client.get(reverse(name))

    assert response.status_code == 200
    check_page(response.content.decode())


@pytest.mark.parametrize("code", ["400", "403", "404", "500"])
def test_error_page_renders_without_a_request(db, code):
    html = render_to_string(f"{code}.html", {"theme": "auto"})

    check_page(html)


@pytest.mark.parametrize("code", ["400", "403", "404"])
def test_error_page_renders_for_a_visitor(rf, code):
    request: HttpRequest = rf.get("/nowhere/")

    html = render_to_string(f"{code}.html", {"theme": "auto", "request": request})

    check_page(html)


@pytest.mark.parametrize(("cookie", "expected"), [("dark", "dark"), ("light", "light"), ("<b>", "auto"), ("", "auto")])
def test_theme_of_the_cookie_stands_in_the_first_byte(client, db, cookie, expected):
    client.cookies["theme"] = cookie

    html = client.get(reverse("account_login")).content.decode()

    assert f'data-theme="{expected}"' in html
    assert f'value="{expected}" aria-pressed="true"' in html


def test_wrong_field_is_named_in_the_summary_and_beside_the_field(client, db):
    response = client.post(reverse("account_signup"), {"email": "nobody", "name": "Nora"})

    html = response.content.decode()
    assert '<a href="#id_email">' in html
    assert 'id="id_email_error"' in html
    assert 'aria-describedby="id_email_error"' in html
    assert 'aria-invalid="true"' in html


def test_messages_become_toasts(client, db):
    client.force_login(make.person("nora"))

    html = client.post(reverse("account"), {"name": "Nora"}, follow=True).content.decode()

    assert re.search(r'id="toasts".*?<div class="toast[^>]*><p>Your name is saved', html, re.DOTALL)


def test_landing_shows_stills_without_a_film_and_a_screen_with_one():
    without = render_to_string("landing.html", {"film_url": "", "poster_url": ""})
    with_film = render_to_string("landing.html", {"film_url": "/film.mp4", "poster_url": "/poster.webp"})

    assert len(re.findall(r"<li[^>]*><img", without)) == 4
    assert "<video" not in without
    assert re.search(r'<video[^>]*src="/film.mp4"[^>]*poster="/poster.webp"', with_film)
