"""The edit log: history, activity, and what undo will read."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from accounts.tenancy import TeamQuerySet


class Edit(models.Model):
    """One deed of one person on one row of a board: who, what, before, after."""

    TEAM_PATH = "storyboard__team"

    storyboard = models.ForeignKey("storyboards.Storyboard", models.CASCADE, related_name="edits")
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    verb = models.CharField(max_length=20)
    noun = models.CharField(max_length=20)
    noun_pk = models.BigIntegerField()
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0, help_text=_("of the row, made by this deed"))
    at = models.DateTimeField(db_default=Now())

    objects = TeamQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["storyboard", "noun", "noun_pk", "version"])]

    def __str__(self) -> str:
        return f"{self.verb} {self.noun} {self.noun_pk}"
