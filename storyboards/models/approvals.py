"""Approvals of the animatic: who said that this is what is to be made, and what exactly it was."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from accounts.tenancy import TeamQuerySet


class Approval(models.Model):
    """An approved animatic. Its row never changes but to be withdrawn; whether it still holds is found by comparing."""

    TEAM_PATH = "storyboard__team"

    storyboard = models.ForeignKey("storyboards.Storyboard", models.CASCADE, related_name="approvals")
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(db_default=Now())
    versions = models.JSONField(help_text=_("of each shot in order: key, slate, sum of what it shows"))
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = TeamQuerySet["Approval"].as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return _("approval of %s") % self.created_at
