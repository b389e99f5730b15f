"""The ledger: one line per movement of credits, written once and never changed (the database sees to that)."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Max, Q, Sum
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Now
from django.utils.translation import gettext_lazy as _

from accounts.tenancy import TeamQuerySet


class Kind(models.TextChoices):
    GRANT = "grant", _("grant")
    PURCHASE = "purchase", _("purchase")
    HOLD = "hold", _("hold")
    CAPTURE = "capture", _("capture")
    RELEASE = "release", _("release")
    EXPIRE = "expire", _("expire")
    ADJUST = "adjust", _("adjust")


class Bucket(models.TextChoices):
    """Where credits came from. Monthly ones are spent first and end with the month; bought ones stay."""

    MONTHLY = "monthly", _("monthly")
    BOUGHT = "bought", _("bought")


# What the lines of one hold are: taken, given back, really used.
SPENDING = (Kind.HOLD, Kind.RELEASE, Kind.CAPTURE)


class LineQuerySet(TeamQuerySet["Line"]):
    def balance(self) -> int:
        """Return what the lines sum to, in credits."""
        return self.aggregate(sum=Sum("credits"))["sum"] or 0

    def by_bucket(self) -> dict[str, int]:
        """Return what the lines sum to in each bucket, the one that is spent first before the other."""
        sums = dict(self.order_by().values_list("bucket").annotate(Sum("credits")))
        return {bucket: sums.get(bucket, 0) for bucket in Bucket.values}

    def standing(self, *, day: datetime, month: datetime, granted: str) -> dict[str, Any]:
        """Return balance, held, what was spent since `day` and since `month`, and the last grant, in one query.

        `last_grant` is the greatest reference of a grant that begins with `granted`, or nothing.

        A hold counts for the time when it was opened, whatever becomes of it later.
        """

        def spent(since: datetime) -> Combinable:
            opened = self.filter(kind=Kind.HOLD, at__gte=since).order_by().values("reference")
            return -_total(Q(kind__in=SPENDING, reference__in=opened))

        return self.aggregate(
            balance=_total(Q()),
            held=-_total(Q(kind__in=(Kind.HOLD, Kind.RELEASE))),
            spent_today=spent(day),
            spent_this_month=spent(month),
            last_grant=Max("reference", filter=Q(kind=Kind.GRANT, reference__startswith=granted)),
        )


def _total(condition: Q) -> Coalesce:
    return Coalesce(Sum("credits", filter=condition), 0)


class Line(models.Model):
    """A hold takes credits away, its release gives them all back, and its capture takes what was really used."""

    TEAM_PATH = "team"

    team = models.ForeignKey("accounts.Team", models.PROTECT, related_name="lines")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    bucket = models.CharField(max_length=10, choices=Bucket.choices, default=Bucket.MONTHLY)
    credits = models.IntegerField(help_text=_("signed: what it does to the balance"))
    reference = models.CharField(max_length=100, help_text=_("what it is for, such as job:12"))
    note = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(db_default=Now())

    objects = LineQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["team", "kind", "at"]), models.Index(fields=["reference"])]
        constraints = [
            models.UniqueConstraint(fields=["kind", "reference", "bucket"], name="each_line_happens_once"),
            models.CheckConstraint(
                name="a_line_has_its_kinds_sign",
                condition=Q(kind__in=["grant", "purchase", "release"], credits__gte=0)
                | Q(kind__in=["hold", "capture", "expire"], credits__lte=0)
                | Q(kind="adjust"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.credits:+d} ({self.reference})"
