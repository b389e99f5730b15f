"""Signing up, confirming the address, signing in: allauth's pages with our people."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.urls import reverse

from accounts.models import Team, TeamSet, User
from accounts.roles import Role
from tests.make import PASSWORD

MARTA = {"email": "Marta@Example.COM", "password1": PASSWORD, "password2": PASSWORD, "name": "Marta"}


@pytest.mark.django_db
def test_signing_up_makes_one_person_with_one_team_named_after_her(client):
    answer = client.post(reverse("account_signup"), MARTA)

    user = User.objects.get()
    assert (answer.status_code, answer.url) == (302, reverse("account_email_verification_sent"))
    assert (user.email, user.name) == ("marta@example.com", "Marta")
    assert list(user.memberships.values_list("team__name", "role")) == [("Marta’s studio", Role.OWNER)]
    assert Team.objects.count() == 1


@pytest.mark.django_db
def test_signing_up_needs_a_name(client):
    answer = client.post(reverse("account_signup"), {**MARTA, "name": ""})

    assert answer.context["form"].errors == {"name": ["This field is required."]}
    assert User.objects.count() == 0


@pytest.mark.django_db
def test_signing_up_without_a_team_signs_nobody_up(client, monkeypatch):
    def broken(self, owner, *, name=""):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(TeamSet, "found", broken)

    with pytest.raises(RuntimeError):
        client.post(reverse("account_signup"), MARTA)

    assert User.objects.count() == 0


@pytest.mark.django_db
def test_signing_up_again_tells_the_owner_of_the_address_alone(client, alice):
    answer = client.post(reverse("account_signup"), {**MARTA, "email": "ALICE@example.com"})

    assert (answer.status_code, answer.url) == (302, reverse("account_email_verification_sent"))
    assert (User.objects.count(), len(mail.outbox)) == (1, 1)
    assert mail.outbox[0].to == ["alice@example.com"]


@pytest.mark.django_db
def test_confirming_the_address_signs_in(client):
    client.post(reverse("account_signup"), MARTA)
    link = re.search(r"https?://\S+(/accounts/confirm-email/\S+)", mail.outbox[0].body)[1]

    page = client.get(link)
    answer = client.post(link)

    assert (page.status_code, answer.status_code, answer.url) == (200, 302, reverse("storyboards"))
    assert EmailAddress.objects.get().verified is True
    assert client.get(reverse("account")).status_code == 200


@pytest.mark.django_db
def test_signing_in_before_the_address_is_confirmed_leads_to_the_mail(client):
    client.post(reverse("account_signup"), MARTA)
    client.logout()

    answer = client.post(reverse("account_login"), {"login": MARTA["email"], "password": PASSWORD})

    assert (answer.status_code, answer.url) == (302, reverse("account_email_verification_sent"))
    assert client.get(reverse("account")).status_code == 302


@pytest.mark.django_db
def test_signing_in_does_not_mind_capitals(client, alice):
    answer = client.post(reverse("account_login"), {"login": "ALICE@Example.com", "password": PASSWORD})

    assert (answer.status_code, answer.url) == (302, reverse("storyboards"))


@pytest.mark.django_db
def test_forgotten_password_is_set_anew_by_mail(client, alice):
    client.post(reverse("account_reset_password"), {"email": "alice@example.com"})
    link = re.search(r"https?://\S+?(/accounts/password/reset/key/\S+)", mail.outbox[0].body)[1]
    form = client.get(link, follow=True).redirect_chain[-1][0]

    client.post(form, {"password1": "a-brighter-lamp", "password2": "a-brighter-lamp"})
    answer = client.post(reverse("account_login"), {"login": "alice@example.com", "password": "a-brighter-lamp"})

    assert (answer.status_code, answer.url) == (302, reverse("storyboards"))
