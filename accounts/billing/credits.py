"""The deeds on a team's credits: each locks the team's row, reads the ledger, and writes lines.

A deed has a reference, such as `job:12`. Doing it again with the same reference does nothing; with another amount it
raises ReferenceReused. A hold is open from its hold lines until its release lines:

    hold     takes the estimate, monthly credits before bought ones
    capture  gives all of it back and takes what was used, from the same buckets
    release  gives all of it back

A release after a capture does nothing. A capture after a release raises AlreadyReleased, so that work which was
delivered after all is never silently free. A closed hold stays closed. A hold of nothing writes no line.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any

from django.db import transaction

from accounts.billing import periods
from accounts.billing.models import Bucket, Kind, Line
from accounts.billing.refusals import (
    AlreadyReleased,
    CapReached,
    CreditsRefused,
    InsufficientCredits,
    ReferenceReused,
)
from accounts.billing.tiers import Limits, limits
from accounts.models import Team

__all__ = [
    "Account",
    "AlreadyReleased",
    "CapReached",
    "CreditsRefused",
    "InsufficientCredits",
    "ReferenceReused",
    "account",
    "adjust",
    "capture",
    "ensure_granted",
    "grant_monthly",
    "hold",
    "release",
]


@dataclass(frozen=True)
class Account:
    """Where a team stands, in credits; `spent_…` counts what is held too, by the day on which it was held."""

    balance: int
    held: int
    spent_today: int
    spent_this_month: int
    resets_on: date


def account(team: Team) -> Account:
    """Return where `team` stands now, with this month's grant already counted."""
    today = periods.today()
    month = periods.first_of(today)
    day, since, granted = periods.start(today), periods.start(month), _month_references(team)
    standing = team.lines.standing(day=day, month=since, granted=granted)
    if (standing["last_grant"] or "") < _month_reference(team, month):
        grant_monthly(team, month)
        standing = team.lines.standing(day=day, month=since, granted=granted)
    del standing["last_grant"]
    return Account(**standing, resets_on=periods.next_month(today))


def _locked(deed: Callable[..., Any]) -> Callable[..., Any]:
    """Run `deed` in a transaction with the team's row locked: one deed on its credits at a time."""

    @wraps(deed)
    def in_turn(team: Team, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            return deed(Team.objects.lock(team.pk), *args, **kwargs)

    return in_turn


# --- grants ---------------------------------------------------------------------------------------------------------


def ensure_granted(team: Team) -> None:
    """Grant this month's credits if that has not been done; called wherever a balance is read for spending."""
    month = periods.first_of(periods.today())
    if not _granted(team, month):
        grant_monthly(team, month)


@_locked
def grant_monthly(team: Team, month: date) -> None:
    """End what is left of earlier monthly credits, and grant those of `month` as the team's tier has it, once.

    What is held at that time is not touched: given back later, it returns to the monthly credits and ends with them.
    A month that is over by the ledger's count gets nothing any more.
    """
    if _granted(team, month):
        return
    reference = _month_reference(team, month)
    left = team.lines.by_bucket()[Bucket.MONTHLY]
    _write(team, Kind.EXPIRE, reference, {Bucket.MONTHLY: -left})
    _write(team, Kind.GRANT, reference, {Bucket.MONTHLY: limits(team.tier).monthly_credits})


def _month_references(team: Team) -> str:
    return f"month:{team.pk}:"


def _month_reference(team: Team, month: date) -> str:
    return f"{_month_references(team)}{month:%Y-%m}"


def _granted(team: Team, month: date) -> bool:
    """Tell whether this month, or one after it, has been granted: years and months sort as text."""
    monthly = team.lines.filter(kind=Kind.GRANT, reference__startswith=_month_references(team))
    last = monthly.order_by("-pk").values_list("reference", flat=True).first()
    return last is not None and last >= _month_reference(team, month)


@_locked
def adjust(team: Team, credits: int, *, reference: str, note: str, bucket: str = Bucket.BOUGHT) -> None:
    """Give (or, below zero, take) `credits` by an operator's hand; `note` says who and why.

    Raise InsufficientCredits rather than take more than the bucket has.
    """
    if _repeated(team, Kind.ADJUST, reference, credits):
        return
    available = team.lines.by_bucket()[bucket]
    if available + credits < 0:
        raise InsufficientCredits(-credits, available, periods.next_month(periods.today()))
    _write(team, Kind.ADJUST, reference, {bucket: credits}, note)


# --- holds ----------------------------------------------------------------------------------------------------------


@_locked
def hold(team: Team, credits: int, *, reference: str, note: str = "") -> None:
    """Take `credits` for work that is about to be asked for; raise CreditsRefused, saying why, if that cannot be."""
    if credits < 0:
        raise ValueError("A hold cannot be less than nothing.")
    if not credits or _repeated(team, Kind.HOLD, reference, -credits):
        return
    _check_caps(account(team), limits(team.tier), credits)
    _write(team, Kind.HOLD, reference, _drain(team, credits), note)


@_locked
def capture(team: Team, credits: int, *, reference: str) -> None:
    """Close the hold, having used `credits` of it: the rest goes back to where it came from.

    Raise ValueError for more than is held, and AlreadyReleased if the hold has been given back.
    """
    if credits < 0:
        raise ValueError("A capture cannot be less than nothing.")
    if _repeated(team, Kind.CAPTURE, reference, -credits):
        return
    held = _held(team, reference)
    if credits > -sum(held.values()):
        raise ValueError(f"{reference} holds {-sum(held.values())} credits, {credits} cannot be captured.")
    if credits and _lines(team, Kind.RELEASE, reference):
        raise AlreadyReleased(f"{reference} was given back; nothing was taken.")
    _give_back(team, reference, held)
    _write(team, Kind.CAPTURE, reference, _share(credits, {bucket: -taken for bucket, taken in held.items()}))


@_locked
def release(team: Team, *, reference: str) -> None:
    """Close the hold and give all of it back; do nothing if it is closed, or if there is none."""
    _give_back(team, reference, _held(team, reference))


def _held(team: Team, reference: str) -> dict[str, int]:
    """Return what the hold took from each bucket, as the (negative) credits of its lines."""
    return _lines(team, Kind.HOLD, reference)


def _give_back(team: Team, reference: str, held: dict[str, int]) -> None:
    if not _lines(team, Kind.RELEASE, reference):
        _write(team, Kind.RELEASE, reference, {bucket: -taken for bucket, taken in held.items()})


def _check_caps(now: Account, tier: Limits, credits: int) -> None:
    for daily, cap, spent, until in (
        (True, tier.daily_cap, now.spent_today, periods.tomorrow()),
        (False, tier.monthly_cap, now.spent_this_month, now.resets_on),
    ):
        if cap is not None and spent + credits > cap:
            raise CapReached(credits, spent, cap, until=until, daily=daily)


def _drain(team: Team, credits: int) -> dict[str, int]:
    """Return what to take from each bucket; raise InsufficientCredits if they do not have it together."""
    there = team.lines.by_bucket()
    if credits > sum(there.values()):
        raise InsufficientCredits(credits, sum(there.values()), periods.next_month(periods.today()))
    return _share(credits, there)


def _share(credits: int, there: dict[str, int]) -> dict[str, int]:
    """Return `credits` as takings from what is there, each bucket emptied before the next is touched."""
    takings = {}
    for bucket in Bucket.values:
        part = min(credits, there.get(bucket, 0))
        takings[bucket], credits = -part, credits - part
    return takings


# --- lines ----------------------------------------------------------------------------------------------------------


def _lines(team: Team, kind: str, reference: str) -> dict[str, int]:
    return dict(team.lines.filter(kind=kind, reference=reference).values_list("bucket", "credits"))


def _repeated(team: Team, kind: str, reference: str, credits: int) -> bool:
    """Tell whether the deed was done before; raise ReferenceReused if it was done with another amount."""
    written = _lines(team, kind, reference)
    if written and sum(written.values()) != credits:
        raise ReferenceReused(f"{kind} {reference} was {sum(written.values())} credits, not {credits}.")
    return bool(written)


def _write(team: Team, kind: str, reference: str, credits: dict[str, int], note: str = "") -> None:
    """Write one line per bucket; nothing moved is no line."""
    Line.objects.bulk_create(
        Line(team=team, kind=kind, bucket=bucket, credits=amount, reference=reference, note=note)
        for bucket, amount in credits.items()
        if amount
    )
