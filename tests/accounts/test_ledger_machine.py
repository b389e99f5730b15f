"""Any deeds in any order: the ledger is checked against a model of it that is as simple as can be."""

from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from accounts.billing import credits, periods
from accounts.billing.tiers import LIMITS, Tier
from tests import make

REFERENCES = st.sampled_from([f"job:{number}" for number in range(6)])
AMOUNTS = st.integers(1, 120)


class Ledger(RuleBasedStateMachine):
    """The model: two buckets, and what each hold took from them."""

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.team = make.person("alice").teams.get()
        self.month = periods.first_of(periods.today())
        credits.grant_monthly(self.team, self.month)
        self.bucket = {"monthly": 200, "bought": 0}
        self.holds: dict[str, dict[str, int]] = {}
        self.ended: dict[str, int | None] = {}
        self.adjusted: dict[str, int] = {}
        self.deeds: list = []

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    def do(self, deed, *args, **kwargs) -> None:
        """Do a deed on the real ledger, and remember it, to be replayed."""
        deed(self.team, *args, **kwargs)
        self.deeds.append((deed, args, kwargs))

    @property
    def spent(self) -> int:
        """What counts for the caps: open holds, and what was captured."""
        still_held = sum(sum(parts.values()) for name, parts in self.holds.items() if name not in self.ended)
        return still_held + sum(used or 0 for used in self.ended.values())

    @rule(reference=REFERENCES, amount=AMOUNTS)
    def hold(self, reference: str, amount: int) -> None:
        if reference in self.holds:
            expected = None if amount == sum(self.holds[reference].values()) else credits.ReferenceReused
        elif self.spent + amount > self.cap:
            expected = credits.CapReached
        else:
            expected = credits.InsufficientCredits if amount > sum(self.bucket.values()) else None
        if expected:
            with pytest.raises(expected):
                credits.hold(self.team, amount, reference=reference)
            return
        self.do(credits.hold, amount, reference=reference)
        if reference not in self.holds:
            monthly = min(amount, self.bucket["monthly"])
            self.holds[reference] = {"monthly": monthly, "bought": amount - monthly}
            for bucket, part in self.holds[reference].items():
                self.bucket[bucket] -= part

    @rule(reference=REFERENCES, amount=st.integers(0, 130))
    def capture(self, reference: str, amount: int) -> None:
        parts = self.holds.get(reference, {"monthly": 0, "bought": 0})
        before = self.ended.get(reference)
        if before and before != amount:
            expected = credits.ReferenceReused
        elif not before and amount > sum(parts.values()):
            expected = ValueError
        elif reference in self.ended and not before and amount:
            expected = credits.AlreadyReleased
        else:
            expected = None
        if expected:
            with pytest.raises(expected):
                credits.capture(self.team, amount, reference=reference)
            return
        if reference not in self.holds:
            credits.capture(self.team, amount, reference=reference)
            return
        self.do(credits.capture, amount, reference=reference)
        if reference not in self.ended:
            self.ended[reference] = amount
            monthly = min(amount, parts["monthly"])
            self.bucket["monthly"] += parts["monthly"] - monthly
            self.bucket["bought"] += parts["bought"] - (amount - monthly)

    @rule(reference=REFERENCES)
    def release(self, reference: str) -> None:
        if reference not in self.holds:
            # Nothing to give back yet. After a hold the same words mean something, so this is nothing to replay.
            credits.release(self.team, reference=reference)
            return
        self.do(credits.release, reference=reference)
        if reference not in self.ended:
            self.ended[reference] = 0
            for bucket, part in self.holds[reference].items():
                self.bucket[bucket] += part

    @rule()
    def next_month(self) -> None:
        self.month = periods.next_month(self.month)
        self.do(credits.grant_monthly, self.month)
        self.bucket["monthly"] = LIMITS[self.team.tier].monthly_credits

    @rule(month=st.dates(date(2020, 1, 1), date(2026, 1, 1)))
    def month_gone_by(self, month: date) -> None:
        credits.grant_monthly(self.team, periods.first_of(month))

    @rule(tier=st.sampled_from(Tier))
    def change_tier(self, tier: Tier) -> None:
        self.team.tier = tier
        self.team.save()

    @rule(reference=st.sampled_from(["adjust:1", "adjust:2", "adjust:3"]), amount=st.integers(-100, 300))
    def adjust(self, reference: str, amount: int) -> None:
        if not amount:
            return
        if reference in self.adjusted and self.adjusted[reference] != amount:
            expected = credits.ReferenceReused
        elif reference not in self.adjusted and self.bucket["bought"] + amount < 0:
            expected = credits.InsufficientCredits
        else:
            expected = None
        if expected:
            with pytest.raises(expected):
                credits.adjust(self.team, amount, reference=reference, note="Ada: a test")
            return
        self.do(credits.adjust, amount, reference=reference, note="Ada: a test")
        if reference not in self.adjusted:
            self.adjusted[reference] = amount
            self.bucket["bought"] += amount

    @rule(data=st.data())
    def replay(self, data: st.DataObject) -> None:
        if not self.deeds:
            return
        deed, args, kwargs = data.draw(st.sampled_from(self.deeds))
        before = self.team.lines.count()

        deed(self.team, *args, **kwargs)

        assert self.team.lines.count() == before

    @invariant()
    def buckets_are_what_their_lines_sum_to_and_never_below_nothing(self) -> None:
        assert self.team.lines.by_bucket() == self.bucket
        assert min(self.bucket.values()) >= 0

    @invariant()
    def held_is_what_the_open_holds_took(self) -> None:
        taken = [sum(parts.values()) for name, parts in self.holds.items() if name not in self.ended]
        standing = credits.account(self.team)
        seen = (standing.balance, standing.held, standing.spent_today)
        assert seen == (sum(self.bucket.values()), sum(taken), self.spent)

    @property
    def cap(self) -> float:
        """The tighter of the two caps; everything in one run happens on one day."""
        limits = LIMITS[self.team.tier]
        return min(cap if cap is not None else float("inf") for cap in (limits.daily_cap, limits.monthly_cap))


@pytest.mark.django_db
def test_ledger_does_what_its_model_does():
    run_state_machine_as_test(
        Ledger,
        settings=settings(
            max_examples=20,
            stateful_step_count=50,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=True,
            # Explaining a failure traces every line, which takes minutes where rules speak to a database.
            phases=[Phase.explicit, Phase.generate, Phase.shrink],
        ),
    )
