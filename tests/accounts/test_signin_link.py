"""One-time sign-in links of the embedded studio."""

from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import signin_link
from accounts.models import User
from tests.make import PASSWORD


def who(client: Client) -> str | None:
    """Return the number of the person who is signed in."""
    return client.session.get("_auth_user_id")


def test_link_signs_in_at_once_and_leads_to_the_storyboards(client, alice):
    answer = client.get(signin_link.make_link(alice))

    assert (answer.status_code, answer.url) == (302, reverse("storyboards"))
    assert who(client) == str(alice.pk)


def test_link_works_for_someone_who_has_signed_in_before(client, alice):
    client.get(signin_link.make_link(alice))
    other = Client()

    other.get(signin_link.make_link(alice))

    assert who(other) == str(alice.pk)


def test_link_works_once(client, alice):
    link = signin_link.make_link(alice)
    client.get(link)
    other = Client()

    answer = other.get(link, follow=True)

    assert who(other) is None
    assert "This sign-in link was used already or is too old." in answer.text


def test_link_ends_with_any_other_sign_in(client, alice):
    link = signin_link.make_link(alice)
    Client().post(reverse("account_login"), {"login": alice.email, "password": PASSWORD})

    client.get(link)

    assert who(client) is None


def test_two_browsers_that_open_it_at_the_same_moment_have_one_winner(alice, monkeypatch):
    token = signin_link.make_link(alice).split("/")[-2]
    rivals = []
    read = signin_link._last_login

    def read_and_let_a_rival_in(user):
        monkeypatch.setattr(signin_link, "_last_login", read)
        rivals.append(signin_link.redeem(token))
        return read(user)

    monkeypatch.setattr(signin_link, "_last_login", read_and_let_a_rival_in)
    mine = signin_link.redeem(token)

    assert (mine, rivals) == (None, [alice])


@pytest.mark.parametrize(("minutes", "opens"), [(14, True), (16, False)])
def test_link_lives_fifteen_minutes(client, alice, monkeypatch, minutes, opens):
    link = signin_link.make_link(alice)
    later = timezone.now() + timedelta(minutes=minutes)
    monkeypatch.setattr(signing.time, "time", later.timestamp)

    client.get(link)

    monkeypatch.undo()
    assert (who(client) == str(alice.pk)) is opens


@pytest.mark.parametrize(
    "token",
    ["x", "a:b:c", signing.dumps([1, ""], salt="another purpose"), signing.dumps([1, ""], key="k" * 50)],
    ids=["nonsense", "nonsense in parts", "signed for something else", "signed by somebody else"],
)
def test_forged_link_signs_nobody_in(client, alice, token):
    answer = client.get(reverse("signin_link", args=[token]))

    assert (answer.status_code, answer.url, who(client)) == (302, reverse("account_login"), None)


def test_link_of_a_person_who_was_shut_out_signs_nobody_in(client, alice):
    link = signin_link.make_link(alice)
    User.objects.update(is_active=False)

    client.get(link)

    assert who(client) is None


def test_production_has_no_such_links(client, alice, settings):
    link = signin_link.make_link(alice)
    settings.PRODUCTION = True

    answer = client.get(link)

    assert (answer.status_code, who(client)) == (404, None)


def test_link_is_not_kept_by_the_browser(client, alice):
    answer = client.get(signin_link.make_link(alice))

    assert "no-store" in answer["Cache-Control"]
