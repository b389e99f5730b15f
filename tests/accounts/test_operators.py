"""What operators have: the admin, and credits by hand."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from accounts.billing import credits
from accounts.models import User


@pytest.fixture
def operator(db) -> User:
    return User.objects.create_superuser("olga@example.com", "a-lamp-for-olga", name="Olga")


@pytest.mark.parametrize("page", ["accounts_user", "accounts_team", "billing_line"])
def test_lists_open(client, operator, cast, page):
    credits.hold(cast.team, 5, reference="job:1")
    client.force_login(operator)

    answer = client.get(reverse(f"admin:{page}_changelist"), {"q": "alice"})

    assert answer.status_code == 200


@pytest.mark.parametrize("method", ["get", "post"])
def test_ledger_can_be_read_and_not_written(client, operator, team, method):
    credits.ensure_granted(team)
    line = team.lines.get()
    client.force_login(operator)

    read = client.get(reverse("admin:billing_line_change", args=[line.pk]))
    answers = {
        "add": getattr(client, method)(reverse("admin:billing_line_add")),
        "delete": getattr(client, method)(reverse("admin:billing_line_delete", args=[line.pk])),
    }
    changed = client.post(reverse("admin:billing_line_change", args=[line.pk]), {"credits": "1000000"})

    assert read.status_code == 200
    assert {name: answer.status_code for name, answer in answers.items()} == {"add": 403, "delete": 403}
    assert (changed.status_code, team.lines.balance()) == (403, 200)


def test_person_made_in_the_admin_has_a_team_of_one(client, operator):
    client.force_login(operator)
    form = {
        "email": "nina@example.com",
        "name": "Nina",
        "usable_password": "true",
        "password1": "a-lamp-for-nina",
        "password2": "a-lamp-for-nina",
        "memberships-TOTAL_FORMS": "0",
        "memberships-INITIAL_FORMS": "0",
    }

    answer = client.post(reverse("admin:accounts_user_add"), form)

    assert answer.status_code == 302, answer.context["errors"]
    assert User.objects.get(email="nina@example.com").teams.get().name == "Nina’s studio"


def test_credits_given_by_hand_say_who_and_why(team, capsys):
    call_command("grant_credits", "Alice@example.com", "300", by="Olga", why="the film festival")

    line = team.lines.get()
    assert (line.kind, line.bucket, line.credits) == ("adjust", "bought", 300)
    assert line.note == "Olga: the film festival"
    assert capsys.readouterr().out == "Alice’s studio now has 300 credits.\n"


def test_credits_given_twice_with_one_reference_are_given_once(team):
    for _run in range(2):
        call_command("grant_credits", str(team.pk), "300", by="Olga", why="a present", reference="ticket-7")

    assert list(team.lines.values_list("reference", "credits")) == [("adjust:ticket-7", 300)]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nobody@example.com", "5"], "0 teams answer to 'nobody@example.com'"),
        (["999999", "5"], "0 teams answer to '999999'"),
        (["alice@example.com", "-5"], "Nothing was taken"),
    ],
)
def test_credits_that_cannot_be_given_are_refused_with_a_sentence(team, arguments, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("grant_credits", "--by=Olga", "--why=a mistake", "--", *arguments)

    assert team.lines.count() == 0
