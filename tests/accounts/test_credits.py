"""What each deed writes into the ledger, in every order."""

from datetime import UTC, date, datetime
from itertools import permutations

import pytest
from django.utils import timezone

from accounts.billing import credits, periods
from accounts.billing.models import Bucket, Kind, Line
from accounts.billing.tiers import Tier

MONTH = date(2031, 3, 1)


def lines(team) -> list[tuple]:
    """Return the ledger without its grant: kind, bucket, credits."""
    return list(team.lines.exclude(kind=Kind.GRANT).values_list("kind", "bucket", "credits"))


def give(team, amount: int) -> None:
    """Give bought credits."""
    credits.adjust(team, amount, reference=f"adjust:{amount}", note="Ada: a present")


# --- grants ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("tier", "granted"), [(Tier.FREE, 200), (Tier.CREATOR, 2_000), (Tier.STUDIO, 10_000)])
def test_grant_is_what_the_tier_says(team, tier, granted):
    team.tier = tier
    team.save()

    credits.grant_monthly(team, MONTH)

    assert team.lines.by_bucket() == {"monthly": granted, "bought": 0}


def test_grant_twice_is_granted_once(team):
    credits.grant_monthly(team, MONTH)

    credits.grant_monthly(team, MONTH)

    assert list(team.lines.values_list("reference", "credits")) == [(f"month:{team.pk}:2031-03", 200)]


def test_grant_ends_what_is_left_of_the_month_before_and_nothing_else(team):
    credits.grant_monthly(team, MONTH)
    give(team, 70)
    credits.hold(team, 30, reference="job:1")

    credits.grant_monthly(team, periods.next_month(MONTH))

    assert team.lines.by_bucket() == {"monthly": 200, "bought": 70}
    assert lines(team)[-1] == ("expire", "monthly", -170)


def test_held_credits_given_back_after_the_month_are_monthly_and_end_with_the_next(team):
    credits.grant_monthly(team, MONTH)
    credits.hold(team, 30, reference="job:1")
    credits.grant_monthly(team, date(2031, 4, 1))

    credits.release(team, reference="job:1")
    back = team.lines.by_bucket()
    credits.grant_monthly(team, date(2031, 5, 1))

    assert (back["monthly"], team.lines.by_bucket()["monthly"]) == (230, 200)


def test_grant_of_a_month_gone_by_is_not_made(team):
    credits.grant_monthly(team, date(2031, 12, 1))

    credits.grant_monthly(team, date(2031, 9, 1))

    assert team.lines.count() == 1


def test_month_that_nobody_asked_for_is_not_granted_later(team):
    credits.grant_monthly(team, date(2031, 1, 1))

    credits.grant_monthly(team, date(2031, 6, 1))

    assert team.lines.balance() == 200


def test_grants_of_two_teams_do_not_meet(cast):
    other = cast.charlie.teams.get()

    credits.grant_monthly(cast.team, MONTH)
    credits.grant_monthly(other, MONTH)

    assert (cast.team.lines.balance(), other.lines.balance()) == (200, 200)


# --- adjust ---------------------------------------------------------------------------------------------------------


def test_adjust_twice_with_one_reference_counts_once(team):
    give(team, 40)

    give(team, 40)

    assert lines(team) == [("adjust", "bought", 40)]


def test_adjust_takes_no_more_than_there_is(team):
    give(team, 40)

    with pytest.raises(credits.InsufficientCredits):
        credits.adjust(team, -41, reference="adjust:back", note="Ada: a mistake")

    assert team.lines.balance() == 40


# --- hold -----------------------------------------------------------------------------------------------------------


def test_hold_grants_the_month_and_takes_monthly_credits_first(team):
    give(team, 50)

    credits.hold(team, 60, reference="job:1", note="shot 1")

    assert team.lines.by_bucket() == {"monthly": 140, "bought": 50}
    assert team.lines.get(kind=Kind.HOLD).note == "shot 1"


def test_hold_takes_from_both_buckets_when_the_first_does_not_reach(team):
    studio(team)
    give(team, 50)

    credits.hold(team, 10_020, reference="job:1")

    assert lines(team)[1:] == [("hold", "monthly", -10_000), ("hold", "bought", -20)]


def test_hold_of_nothing_writes_nothing_and_can_be_closed(team):
    credits.hold(team, 0, reference="job:1")
    credits.capture(team, 0, reference="job:1")
    credits.release(team, reference="job:1")

    assert lines(team) == []


def test_hold_twice_holds_once(team):
    credits.hold(team, 20, reference="job:1")

    credits.hold(team, 20, reference="job:1")

    assert lines(team) == [("hold", "monthly", -20)]


def test_hold_again_with_another_amount_raises_and_writes_nothing(team):
    credits.hold(team, 20, reference="job:1")

    with pytest.raises(credits.ReferenceReused):
        credits.hold(team, 21, reference="job:1")

    assert lines(team) == [("hold", "monthly", -20)]


@pytest.mark.parametrize("deed", [credits.hold, credits.capture])
def test_less_than_nothing_is_refused(team, deed):
    with pytest.raises(ValueError, match="less than nothing"):
        deed(team, -1, reference="job:1")


def test_hold_beyond_the_balance_says_the_numbers_and_takes_nothing(team):
    studio(team)
    credits.hold(team, 9_990, reference="job:1")

    with pytest.raises(credits.InsufficientCredits) as refusal:
        credits.hold(team, 12, reference="job:2")

    assert (refusal.value.needed, refusal.value.available) == (12, 10)
    assert str(refusal.value).startswith(
        "This needs 12 credits and the team has 10 credits. Nothing was taken. New credits come on "
    )
    assert team.lines.balance() == 10


def test_hold_beyond_the_daily_cap_says_the_numbers_and_takes_nothing(team):
    credits.hold(team, 80, reference="job:1")

    with pytest.raises(credits.CapReached) as refusal:
        credits.hold(team, 21, reference="job:2")

    assert str(refusal.value).startswith(
        "This needs 21 credits. The team may spend 100 credits a day, and 80 are spent or held today. "
        "Nothing was taken. The count starts again on "
    )
    assert refusal.value.until == periods.tomorrow()
    assert team.lines.balance() == 120


def test_hold_up_to_the_daily_cap_goes_through(team):
    credits.hold(team, 80, reference="job:1")

    credits.hold(team, 20, reference="job:2")

    assert team.lines.balance() == 100


def test_captured_credits_count_for_the_cap_and_released_ones_do_not(team):
    credits.hold(team, 60, reference="job:1")
    credits.hold(team, 40, reference="job:2")
    credits.capture(team, 50, reference="job:1")
    credits.release(team, reference="job:2")

    credits.hold(team, 50, reference="job:3")

    with pytest.raises(credits.CapReached):
        credits.hold(team, 1, reference="job:4")


def test_monthly_cap_counts_the_other_days_of_the_month(team, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: datetime(2031, 3, 20, 12, tzinfo=UTC))
    give(team, 500)
    past_hold(team, 150, datetime(2031, 3, 2, tzinfo=UTC))

    with pytest.raises(credits.CapReached) as refusal:
        credits.hold(team, 51, reference="job:2")

    assert (refusal.value.spent, refusal.value.cap, refusal.value.until) == (150, 200, date(2031, 4, 1))
    assert "a month" in str(refusal.value)


# --- capture and release --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("used", "expected"),
    [
        (0, {"monthly": 10_000, "bought": 50}),
        (4_000, {"monthly": 6_000, "bought": 50}),
        (10_000, {"monthly": 0, "bought": 50}),
        (10_010, {"monthly": 0, "bought": 40}),
        (10_020, {"monthly": 0, "bought": 30}),
    ],
)
def test_capture_takes_what_was_used_and_the_rest_goes_where_it_came_from(team, used, expected):
    studio(team)
    give(team, 50)
    credits.hold(team, 10_020, reference="job:1")

    credits.capture(team, used, reference="job:1")

    assert team.lines.by_bucket() == expected
    assert credits.account(team).held == 0


def test_capture_of_more_than_is_held_is_refused(team):
    credits.hold(team, 20, reference="job:1")

    with pytest.raises(ValueError, match="job:1 holds 20 credits, 21 cannot be captured"):
        credits.capture(team, 21, reference="job:1")

    assert lines(team) == [("hold", "monthly", -20)]


def test_capture_without_a_hold_is_refused(team):
    with pytest.raises(ValueError, match="holds 0 credits"):
        credits.capture(team, 1, reference="job:1")


def test_capture_twice_captures_once(team):
    credits.hold(team, 20, reference="job:1")
    credits.capture(team, 15, reference="job:1")

    credits.capture(team, 15, reference="job:1")

    assert lines(team) == [("hold", "monthly", -20), ("release", "monthly", 20), ("capture", "monthly", -15)]


def test_capture_again_with_another_amount_raises(team):
    credits.hold(team, 20, reference="job:1")
    credits.capture(team, 15, reference="job:1")

    with pytest.raises(credits.ReferenceReused):
        credits.capture(team, 16, reference="job:1")

    assert team.lines.balance() == 185


def test_release_without_a_hold_does_nothing(team):
    credits.release(team, reference="job:1")

    assert lines(team) == []


def test_hold_after_its_end_stays_closed(team):
    credits.hold(team, 20, reference="job:1")
    credits.release(team, reference="job:1")

    credits.hold(team, 20, reference="job:1")

    assert credits.account(team).held == 0


@pytest.mark.parametrize("order", list(permutations(["captured", "released", "swept"])))
@pytest.mark.parametrize("times", [1, 2])
def test_whatever_ends_a_hold_first_ends_it_and_nothing_is_silently_free(team, order, times):
    credits.hold(team, 20, reference="job:1")
    ends = {
        "captured": lambda: credits.capture(team, 15, reference="job:1"),
        "released": lambda: credits.release(team, reference="job:1"),
        "swept": lambda: credits.release(team, reference="job:1"),
    }

    refused = 0
    for end in order:
        for _again in range(times):
            try:
                ends[end]()
            except credits.AlreadyReleased:
                refused += 1

    captured_first = order[0] == "captured"
    assert refused == (0 if captured_first else times)
    assert team.lines.balance() == (185 if captured_first else 200)
    assert credits.account(team).held == 0


# --- account --------------------------------------------------------------------------------------------------------


def test_account_tells_where_the_team_stands(team):
    give(team, 50)
    credits.hold(team, 30, reference="job:1")
    credits.hold(team, 20, reference="job:2")
    credits.capture(team, 15, reference="job:2")

    standing = credits.account(team)

    assert standing == credits.Account(
        balance=205, held=30, spent_today=45, spent_this_month=45, resets_on=periods.next_month(periods.today())
    )


def test_account_of_a_new_team_has_this_months_credits(team):
    standing = credits.account(team)

    assert (standing.balance, standing.held, standing.spent_today) == (200, 0, 0)


def test_hold_counts_for_the_day_it_was_opened_on_though_it_ends_later(team, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: datetime(2031, 3, 2, 0, 30, tzinfo=UTC))
    give(team, 500)
    past_hold(team, 60, datetime(2031, 3, 1, 23, 30, tzinfo=UTC))

    credits.capture(team, 40, reference="job:past")
    standing = credits.account(team)

    assert (standing.spent_today, standing.spent_this_month) == (0, 40)


def test_account_takes_as_many_queries_with_a_long_ledger_as_with_a_short_one(team, django_assert_num_queries):
    credits.ensure_granted(team)
    for number in range(40):
        credits.hold(team, 2, reference=f"job:{number}")
        credits.capture(team, 1, reference=f"job:{number}")

    with django_assert_num_queries(1):
        standing = credits.account(team)

    assert (standing.balance, standing.spent_today) == (160, 40)


def studio(team) -> None:
    """Put the team on the tier without caps, with its 10 000 credits granted."""
    team.tier = Tier.STUDIO
    team.save()
    credits.ensure_granted(team)


def past_hold(team, amount: int, at: datetime) -> None:
    """Write a hold on bought credits as it would have been written at `at`."""
    Line.objects.create(team=team, kind=Kind.HOLD, bucket=Bucket.BOUGHT, credits=-amount, reference="job:past", at=at)
