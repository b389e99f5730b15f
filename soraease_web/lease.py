"""A row that a worker may take for a while: one winner per move, on the database's clock alone.

Claiming is one guarded UPDATE that writes a random fence. Every later write of that worker is guarded by the same
fence, by its lease and by the state it believes the row to be in. So a worker that slept past its lease, or whose row
was ended by a person meanwhile, changes nothing.
"""

import secrets
from datetime import timedelta
from typing import Any, Self, cast

from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import Combinable
from django.db.models.functions import Now

LEASE = timedelta(seconds=30)


class LeaseLost(Exception):
    """Another worker owns the row now (or somebody ended it): the result in hand is to be thrown away."""


def from_now(delay: timedelta) -> Combinable:
    """Return the database's time `delay` from now, to be written into a row."""
    # SQLite compares times as text and writes a sum with more digits: with nothing added, "now" would lie ahead of now.
    if not delay:
        return cast(Combinable, Now())
    return models.ExpressionWrapper(Now() + models.Value(delay), output_field=models.DateTimeField())


def rest(again_in: timedelta = timedelta(0)) -> dict[str, Any]:
    """Return the changes that hand a row back, due again after `again_in`."""
    return {"lease_until": None, "crashes": 0, "next_due_at": from_now(again_in)}


class LeasedQuerySet(models.QuerySet):
    def open(self) -> Self:
        """Return the rows whose life has not ended."""
        return self.filter(state__in=cast("type[Leased]", self.model).OPEN_STATES)

    def free(self) -> Self:
        """Return the rows that nobody holds now."""
        return self.filter(Q(lease_until=None) | Q(lease_until__lt=Now()))

    def abandoned(self) -> Self:
        """Return the rows whose holder never let go: it crashed, or hangs."""
        return self.filter(lease_until__lt=Now())

    def due(self) -> Self:
        """Return the open rows that nobody holds and whose time has come."""
        return self.open().free().filter(next_due_at__lte=Now())

    def claim(self, pk: int, *, lease: timedelta = LEASE) -> Any:
        """Take the row for `lease` and return it, or None when it is not due or somebody else has it.

        A row whose last holder never let go counts one crash more.
        """
        fence = secrets.randbits(62)
        crashed = models.Case(models.When(lease_until=None, then=F("crashes")), default=F("crashes") + 1)
        won = self.due().filter(pk=pk).update(fence=fence, crashes=crashed, lease_until=from_now(lease))
        return self.filter(pk=pk, fence=fence).first() if won else None


class Leased(models.Model):
    OPEN_STATES: tuple[str, ...] = ()
    state: Any  # each model has its own field, with its own choices

    next_due_at = models.DateTimeField(db_default=Now(), db_index=True)
    lease_until = models.DateTimeField(null=True, blank=True, editable=False)
    fence = models.BigIntegerField(default=0, editable=False)
    crashes = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True

    def write(self, **changes: Any) -> None:
        """Write `changes` if we still hold the row and nobody moved it on; raise LeaseLost otherwise."""
        unmoved = Q(state=self.state)
        held = type(self)._base_manager.filter(unmoved, pk=self.pk, fence=self.fence, lease_until__gte=Now())
        if not held.update(**changes):
            raise LeaseLost(f"{self} is held by somebody else, or was ended")
        for name, value in changes.items():
            if not isinstance(value, Combinable):
                setattr(self, name, value)

    def renew(self, lease: timedelta = LEASE, **changes: Any) -> None:
        """Hold on for another `lease` (and write `changes`); raise LeaseLost if it is too late."""
        self.write(lease_until=from_now(lease), **changes)

    def drop(self) -> None:
        """Give the lease back if it is still ours, whatever has become of the row."""
        type(self)._base_manager.filter(pk=self.pk, fence=self.fence).update(lease_until=None)

    def let_go(self, *, again_in: timedelta = timedelta(0), **changes: Any) -> None:
        """Write `changes` and hand the row back, due again after `again_in`; raise LeaseLost if it is too late."""
        self.write(**rest(again_in), **changes)
