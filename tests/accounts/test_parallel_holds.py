"""Two hundred people press Generate at once, and there are credits for ten of them."""

from unittest.mock import patch

import pytest
from django.db import connection

from accounts.billing import credits
from accounts.billing.models import Kind
from accounts.models import Team, TeamSet
from tests import make
from tests.accounts import race

only_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql",
    reason="row locks are PostgreSQL's; SQLite lets one writer in at a time, see the test on a file of its own",
)


def unlocked(teams: TeamSet, pk: int) -> Team:
    """Read the team as `lock` does, without locking it."""
    return teams.get(pk=pk)


@pytest.fixture
def ten_credits(transactional_db) -> Team:
    """A team on the tier without caps that has spent all but ten credits."""
    return race.team_with(make.person("alice").teams.get(), 10)


@only_postgresql
@pytest.mark.postgres
@pytest.mark.parametrize("round_", range(3))
def test_two_hundred_holds_on_ten_credits_are_exactly_ten(ten_credits, round_):
    went_through = race.hold_at_once(ten_credits, 200, threads=25)

    assert went_through == 10
    assert (ten_credits.lines.balance(), credits.account(ten_credits).held) == (0, 10)


@only_postgresql
@pytest.mark.postgres
def test_without_the_lock_more_holds_go_through_than_there_are_credits(ten_credits):
    with patch.object(TeamSet, "lock", unlocked):
        went_through = race.hold_at_once(ten_credits, 200, threads=25)

    assert went_through > 10
    assert ten_credits.lines.balance() < 0


@only_postgresql
@pytest.mark.postgres
def test_month_is_granted_once_when_many_ask_for_it_at_once(transactional_db):
    team = make.person("alice").teams.get()

    race.at_once(lambda number: credits.ensure_granted(team), 40, threads=20)

    assert team.lines.balance() == 200


@only_postgresql
@pytest.mark.postgres
def test_capture_and_release_at_once_end_a_hold_in_one_way(ten_credits):
    credits.adjust(ten_credits, 100, reference="adjust:more", note="Ada: for the test")
    for number in range(20):
        credits.hold(ten_credits, 5, reference=f"job:{number}")

    def end(number: int) -> None:
        try:
            if number % 2:
                credits.capture(ten_credits, 3, reference=f"job:{number // 2}")
            else:
                credits.release(ten_credits, reference=f"job:{number // 2}")
        except credits.AlreadyReleased:
            pass

    race.at_once(end, 40, threads=20)

    captured = ten_credits.lines.filter(kind=Kind.CAPTURE).count()
    assert credits.account(ten_credits).held == 0
    assert ten_credits.lines.balance() == 110 - 3 * captured


def test_on_a_file_of_sqlite_fifty_holds_on_ten_credits_are_exactly_ten(tmp_path):
    outcome = race.on_a_file(tmp_path, holds=50, threads=10, credits_there=10)

    assert outcome == {"went_through": 10, "balance": 0}
