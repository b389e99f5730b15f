"""How: the jobs at the backends and every move of their life."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Case, Count, OuterRef, Q, Subquery, When
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from accounts.models import Team
from accounts.tenancy import TeamQuerySet
from soraease_web.lease import Leased, LeasedQuerySet
from storyboards.models import Storyboard


class State(models.TextChoices):
    QUEUED = "queued", _("queued")
    SUBMITTING = "submitting", _("submitting")
    RUNNING = "running", _("running")
    FETCHING = "fetching", _("fetching")
    VERIFYING = "verifying", _("checking")
    DONE = "done", _("done")
    UNKNOWN = "unknown", _("not known")
    CANCELLING = "cancelling", _("cancelling")
    CANCELLED = "cancelled", _("cancelled")
    REFUSED = "refused", _("refused")
    FAILED = "failed", _("failed")
    EXPIRED = "expired", _("out of time")


OPEN = (
    State.QUEUED,
    State.SUBMITTING,
    State.RUNNING,
    State.FETCHING,
    State.VERIFYING,
    State.UNKNOWN,
    State.CANCELLING,
)
IN_FLIGHT = tuple(state for state in OPEN if state != State.QUEUED)
# A take that is done or cancelled speaks for itself; of the others a card tells what their job came to.
TOLD = (*OPEN, State.REFUSED, State.FAILED, State.EXPIRED)
_ENDS = {State.FAILED, State.EXPIRED, State.CANCELLED, State.CANCELLING}

MOVES = {
    State.QUEUED: {State.SUBMITTING, State.RUNNING, State.REFUSED} | _ENDS,
    State.SUBMITTING: {State.RUNNING, State.QUEUED, State.UNKNOWN, State.REFUSED} | _ENDS,
    State.UNKNOWN: {State.RUNNING, State.QUEUED} | _ENDS,
    State.RUNNING: {State.FETCHING, State.VERIFYING, State.REFUSED} | _ENDS,
    State.FETCHING: {State.VERIFYING, State.RUNNING, State.REFUSED} | _ENDS,
    State.VERIFYING: {State.DONE, State.FETCHING, State.RUNNING} | _ENDS,
    State.CANCELLING: {State.CANCELLED, State.FAILED, State.EXPIRED, State.UNKNOWN},
    **{end: set() for end in (State.DONE, State.CANCELLED, State.REFUSED, State.FAILED, State.EXPIRED)},
}


class JobQuerySet(TeamQuerySet["Job"], LeasedQuerySet):  # type: ignore[override]  # each base has its own as_manager
    def of_team(self, team) -> Self:
        """Return the jobs whose takes belong to `team`."""
        return self.filter(take__shot__scene__storyboard__team=team)

    def with_story(self) -> Self:
        """Return the jobs together with the rows that lead to their team."""
        story = "take__shot__scene__storyboard"
        # The script may be long, and no step reads it.
        return self.select_related(f"{story}__team").defer(f"{story}__script")

    def in_flight(self) -> Self:
        """Return the jobs that have begun and not ended; these fill the places that a tier and a backend have."""
        return self.filter(state__in=IN_FLIGHT)

    def place_of(self, key: str) -> Case:
        """Return, for another query, the place in the queue of the job whose key stands in its column `key`, from 1.

        It is null for a job that does not wait. Each row counts those before it, so that this is for few rows.
        """
        before = self.filter(state=State.QUEUED, pk__lte=OuterRef(key)).order_by().values("state")
        count = Subquery(before.annotate(place=Count("pk")).values("place"))
        return Case(
            When(**{f"{key}__state": State.QUEUED}, then=count), default=None, output_field=models.IntegerField()
        )


class Job(Leased):
    """The work for (part of) a take at a backend."""

    OPEN_STATES = OPEN
    TOLD_STATES = TOLD
    TEAM_PATH = "take__shot__scene__storyboard__team"

    take = models.ForeignKey("storyboards.Take", models.CASCADE, related_name="jobs")
    ordinal = models.PositiveSmallIntegerField(default=1, help_text=_("its place in the chain of a long take"))
    backend = models.CharField(max_length=50)
    key = models.UUIDField(default=uuid.uuid4, unique=True, help_text=_("idempotency key and tag at the provider"))
    request = models.JSONField()
    credits = models.PositiveIntegerField(default=0, help_text=_("held for this job"))
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    remote_id = models.CharField(max_length=200, blank=True)
    hinted_id = models.CharField(
        max_length=200,
        blank=True,
        default="",
        # Workers of the version before may still write jobs while this one starts.
        db_default="",
        help_text=_("the provider’s id as a webhook or a list named it, not yet believed"),
    )
    progress = models.FloatField(
        null=True, blank=True, help_text=_("0 to 1, or nothing where the backend does not say")
    )
    attempts = models.PositiveSmallIntegerField(default=0, help_text=_("submits that were provably not accepted"))
    polls = models.PositiveIntegerField(default=0)
    submitted_at = models.DateTimeField(null=True, blank=True)
    deadline_at = models.DateTimeField()
    error_code = models.CharField(max_length=40, blank=True)
    error = models.TextField(
        blank=True, help_text=_("for the user: what happened, whether money was taken, what to do")
    )
    created_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["take", "ordinal"]
        indexes = [
            models.Index(fields=["next_due_at"], name="jobs_due", condition=Q(state__in=OPEN)),
            models.Index(fields=["backend", "remote_id"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["take", "ordinal"], name="one_job_per_place"),
            models.UniqueConstraint(
                fields=["backend", "remote_id"], name="one_job_per_remote_id", condition=~Q(remote_id="")
            ),
        ]

    def __str__(self) -> str:
        return f"job {self.pk} ({self.state})"

    @property
    def reference(self) -> str:
        """What the ledger calls it."""
        return f"job:{self.pk}"

    @property
    def storyboard(self) -> Storyboard:
        """The storyboard that it is for."""
        return self.take.shot.scene.storyboard

    @property
    def team(self) -> Team:
        """The team that pays."""
        return self.storyboard.team

    @property
    def may_have_arrived(self) -> bool:
        """Whether a provider may know of it."""
        return bool(self.remote_id or self.hinted_id) or self.submitted_at is not None


class Step(models.Model):
    """One move of a job, kept so that an operator can read the story."""

    TEAM_PATH = "job__take__shot__scene__storyboard__team"

    job = models.ForeignKey(Job, models.CASCADE, related_name="steps")
    state = models.CharField(max_length=10, choices=State.choices)
    note = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(db_default=Now())

    objects = TeamQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.job_id}: {self.state}"


class BreakerQuerySet(models.QuerySet["Breaker"]):
    def shut(self) -> Self:
        """Return the backends that nothing new goes to now."""
        return self.filter(shut_until__gt=Now())

    def half_open(self) -> Self:
        """Return the backends whose rest is over, so that the next call shows how they are."""
        return self.filter(shut_until__lte=Now())


class Breaker(models.Model):
    """How a backend has answered lately. Nothing new goes to it until `shut_until`, and then one probe."""

    backend = models.CharField(max_length=50, primary_key=True)
    outcomes = models.CharField(max_length=20, blank=True, help_text=_("the last calls: . went well, x failed"))
    shut_until = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=40, blank=True)
    probe = models.BigIntegerField(null=True, blank=True, help_text=_("the job that goes ahead of the others"))
    probe_until = models.DateTimeField(null=True, blank=True)

    objects = BreakerQuerySet.as_manager()

    def __str__(self) -> str:
        return self.backend


class Leak(models.Model):
    """A job that a provider has, or may have, and that no take of ours gets anything from, although it may cost."""

    class Reason(models.TextChoices):
        UNKNOWN = "unknown", _("no job of ours has its tag")
        SECOND = "second", _("our job had another one already")
        GIVEN_UP = "given up", _("our job had ended without it")
        UNCONFIRMED = "unsure", _("nobody could tell whether it arrived")

    TEAM_PATH = "job__take__shot__scene__storyboard__team"

    backend = models.CharField(max_length=50)
    remote_id = models.CharField(max_length=200, blank=True, help_text=_("nothing where nobody knows it"))
    job = models.ForeignKey(Job, models.SET_NULL, null=True, blank=True, related_name="leaks")
    reason = models.CharField(max_length=10, choices=Reason.choices)
    credits = models.PositiveIntegerField(null=True, blank=True, help_text=_("what it may cost, where we know"))
    found_at = models.DateTimeField(db_default=Now())

    objects = TeamQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["backend", "remote_id"], name="each_leak_is_told_once", condition=~Q(remote_id="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.remote_id or '?'} at {self.backend}"


class Pulse(models.Model):
    """When each kind of process was last seen; `/readyz` reads the tick's."""

    name = models.CharField(max_length=50, primary_key=True)
    at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return self.name
