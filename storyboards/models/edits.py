"""The edit log: history, activity, and what undo and redo read."""

import uuid

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from accounts.tenancy import TeamQuerySet


class Edit(models.Model):
    """One deed of one person on one row of a board: who, what, before, after. A deed on many rows has as many edits."""

    class Way(models.TextChoices):
        """Whether the deed is one of its own, or takes another back, or does it again."""

        FRESH = "", _("done")
        UNDO = "undo", _("undone")
        REDO = "redo", _("done again")

    TEAM_PATH = "storyboard__team"

    storyboard = models.ForeignKey("storyboards.Storyboard", models.CASCADE, related_name="edits")
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    verb = models.CharField(max_length=20)
    noun = models.CharField(max_length=20)
    noun_pk = models.BigIntegerField()
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0, help_text=_("of the row, made by this deed"))
    deed = models.UUIDField(default=uuid.uuid4, help_text=_("the same for all rows of one deed"))
    way = models.CharField(max_length=4, choices=Way.choices, blank=True, default=Way.FRESH)
    of = models.UUIDField(null=True, help_text=_("the deed that this one takes back or does again"))
    at = models.DateTimeField(db_default=Now())

    objects = TeamQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["storyboard", "noun", "noun_pk", "version"]),
            models.Index(fields=["storyboard", "by", "-id"]),
            models.Index(fields=["deed"]),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.noun} {self.noun_pk}"
