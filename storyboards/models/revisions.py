"""A script that came again: what it changes is shown first, and accepted or refused piece by piece."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from accounts.tenancy import TeamQuerySet


class Revision(models.Model):
    """A newer script of a storyboard, as it was read."""

    TEAM_PATH = "storyboard__team"

    storyboard = models.ForeignKey("storyboards.Storyboard", models.CASCADE, related_name="revisions")
    script = models.TextField()
    name = models.CharField(max_length=255, blank=True, help_text=_("of the file, which tells the format"))
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(db_default=Now())
    settled_at = models.DateTimeField(null=True, blank=True, help_text=_("when its changes were taken over"))

    objects = TeamQuerySet["Revision"].as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name or _("revision %s") % self.pk
