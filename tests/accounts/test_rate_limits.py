"""Guessing passwords is slow: the limits live in the database's cache table, which migrating makes."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.urls import reverse

from tests.make import PASSWORD

RIGHT = {"login": "alice@example.com", "password": PASSWORD}
WRONG = {"login": "alice@example.com", "password": "not-the-lamp"}


@pytest.fixture(autouse=True)
def _no_earlier_guesses(db):
    cache.clear()


def test_cache_table_is_there_after_migrating():
    assert "cache_entries" in connection.introspection.table_names()


@pytest.mark.parametrize("guesses", [4, 5])
def test_after_five_wrong_guesses_the_right_password_is_refused_too(client, alice, guesses):
    for _guess in range(guesses):
        client.post(reverse("account_login"), WRONG)

    answer = client.post(reverse("account_login"), RIGHT)

    assert answer.status_code == (302 if guesses < 5 else 200)


def test_naming_another_address_of_ones_computer_does_not_help(client, alice):
    for number in range(5):
        client.post(reverse("account_login"), WRONG, headers={"X-Forwarded-For": f"192.0.2.{number}"})

    answer = client.post(reverse("account_login"), RIGHT, headers={"X-Forwarded-For": "192.0.2.99"})

    assert answer.status_code == 200


def test_signing_up_over_and_over_from_one_computer_ends(client):
    statuses = []
    for number in range(21):
        form = {"email": f"p{number}@example.com", "password1": PASSWORD, "password2": PASSWORD, "name": "P"}
        statuses.append(client.post(reverse("account_signup"), form).status_code)
        client.logout()

    assert (statuses[:20], statuses[20]) == ([302] * 20, 429)
