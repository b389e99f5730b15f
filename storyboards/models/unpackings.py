"""Unpackings: archive files that were handed in and are on their way to becoming storyboards."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.tenancy import TeamQuerySet
from soraease_web.lease import Leased, LeasedQuerySet


class UnpackingQuerySet(TeamQuerySet["Unpacking"], LeasedQuerySet):  # type: ignore[override]  # as with films
    pass


class Unpacking(Leased):
    """One archive file that somebody handed in, and what became of it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        LOOKING = "looking", _("being looked at")
        DONE = "done", _("done")
        REFUSED = "refused", _("refused")
        CANCELLED = "cancelled", _("cancelled")

    OPEN_STATES = (State.WAITING, State.LOOKING)
    TEAM_PATH = "team"

    team = models.ForeignKey("accounts.Team", models.CASCADE, related_name="unpackings")
    name = models.CharField(max_length=255, help_text=_("what the file was called"))
    stored_name = models.CharField(max_length=255, help_text=_("where the file lies until the end"))
    bytes = models.PositiveBigIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    files = models.PositiveIntegerField(default=0, help_text=_("how many pictures, takes and films are in it"))
    looked_at = models.PositiveIntegerField(default=0, help_text=_("how many of them were found to be whole"))
    error = models.TextField(blank=True)
    storyboard = models.ForeignKey("storyboards.Storyboard", models.SET_NULL, null=True, related_name="+")
    created_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = UnpackingQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name
