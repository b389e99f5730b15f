"""Takes: the attempts at a shot."""

from typing import Any, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.tenancy import TeamQuerySet


class TakeQuerySet(TeamQuerySet["Take"]):
    def live(self) -> Self:
        """Return the takes that are not thrown away, first to last."""
        return self.filter(deleted_at=None).order_by("number")


class Take(models.Model):
    """One attempt at a shot: the request as it was, the result, and what it cost."""

    class State(models.TextChoices):
        """What became of it; the steps on the way there are its jobs'."""

        WORKING = "working", _("in the works")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")

    TEAM_PATH = "shot__scene__storyboard__team"

    shot = models.ForeignKey("storyboards.Shot", models.CASCADE, related_name="takes")
    number = models.PositiveIntegerField()
    backend = models.CharField(max_length=50, help_text=_("the alias that it was asked of"))
    request = models.JSONField(help_text=_("what was asked, frozen"))
    elements = models.JSONField(default=dict, help_text=_("versions of the elements it was made with, by their keys"))
    state = models.CharField(max_length=10, choices=State.choices, default=State.WORKING)
    estimate = models.PositiveIntegerField(default=0, help_text=_("credits held"))
    cost = models.PositiveIntegerField(default=0, help_text=_("credits captured"))
    asset = models.OneToOneField("storyboards.Asset", models.SET_NULL, null=True, related_name="take")
    mezzanine = models.OneToOneField("storyboards.Asset", models.SET_NULL, null=True, related_name="+")
    poster = models.OneToOneField("storyboards.Asset", models.SET_NULL, null=True, related_name="+")
    created_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    deleted_at = models.DateTimeField(null=True, blank=True)

    # Filled in by `reading`: the jobs at it that have not ended well, first to last.
    job_list: list[Any]

    objects = TakeQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["shot", "number"], name="one_take_per_number")]

    def __str__(self) -> str:
        return _("take %s") % self.number
