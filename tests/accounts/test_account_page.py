"""The account page, and signing out everywhere."""

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from tests.make import PASSWORD


def signed_in(email: str) -> Client:
    """Return a browser in which this person has signed in by the form."""
    browser = Client()
    answer = browser.post(reverse("account_login"), {"login": email, "password": PASSWORD})
    assert answer.status_code == 302, answer.context["form"].errors
    return browser


def test_account_page_names_the_teams_with_role_and_credits(cast):
    browser = signed_in("bob@example.com")

    page = browser.get(reverse("account"))

    shown = [(part.team, part.get_role_display(), account.balance) for part, account in page.context["memberships"]]
    assert page.status_code == 200
    assert shown == [(cast.bob.teams.get(memberships__role="owner"), "Owner", 200), (cast.team, "Editor", 200)]
    assert "bob@example.com" in page.text
    assert page["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


def test_account_page_lists_where_one_is_signed_in(alice):
    signed_in("alice@example.com")

    page = signed_in("alice@example.com").get(reverse("account"))

    assert len(page.context["sessions"]) == 2


def test_saving_the_name_changes_it(client, alice):
    client.force_login(alice)

    answer = client.post(reverse("account"), {"name": "Alice Munro"})

    alice.refresh_from_db()
    assert (answer.status_code, answer.url, alice.name) == (302, reverse("account"), "Alice Munro")


def test_saving_no_name_keeps_the_old_one_and_says_so(client, alice):
    client.force_login(alice)

    answer = client.post(reverse("account"), {"name": " "})

    alice.refresh_from_db()
    assert (answer.status_code, alice.name) == (422, "Alice")
    assert answer.context["form"].errors == {"name": ["This field is required."]}


def test_account_page_sends_a_visitor_to_sign_in(client, db):
    answer = client.get(reverse("account"))

    assert (answer.status_code, answer.url) == (302, "/accounts/login/?next=/account/")


def test_signing_out_everywhere_ends_every_session_of_this_person_alone(cast):
    here, there, other = (signed_in(f"{name}@example.com") for name in ("alice", "alice", "bob"))

    answer = here.post(reverse("sign_out_everywhere"))

    statuses = [browser.get(reverse("account")).status_code for browser in (here, there, other)]
    assert (answer.status_code, answer.url) == (302, reverse("landing"))
    assert statuses == [302, 302, 200]
    assert UserSession.objects.get().user == cast.bob


def test_signing_out_everywhere_leaves_no_session_row_of_the_person(alice):
    here = signed_in("alice@example.com")
    signed_in("alice@example.com")

    here.post(reverse("sign_out_everywhere"))

    assert [row for row in Session.objects.all() if "_auth_user_id" in row.get_decoded()] == []


def test_signing_out_everywhere_is_not_done_by_following_a_link(alice):
    here = signed_in("alice@example.com")

    answer = here.get(reverse("sign_out_everywhere"))

    assert (answer.status_code, here.get(reverse("account")).status_code) == (405, 200)


@pytest.mark.parametrize("teams", [1, 4])
def test_account_page_asks_for_each_team_the_same_number_of_times(client, cast, teams, django_assert_max_num_queries):
    from accounts.models import Team

    for _number in range(teams - 1):
        Team.objects.found(cast.charlie)
    client.force_login(cast.charlie)
    client.get(reverse("account"))

    with django_assert_max_num_queries(8 + 2 * teams):
        client.get(reverse("account"))
