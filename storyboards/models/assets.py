"""Stored files and what is known of them."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from accounts.tenancy import TeamQuerySet


class AssetKind(models.TextChoices):
    TAKE = "take", _("take as it came")
    MEZZANINE = "mezzanine", _("take made ready for the cut")
    POSTER = "poster", _("poster")
    FILM = "film", _("film")
    GIF = "gif", _("GIF of a film")
    PANEL = "panel", _("panel")
    REFERENCE = "reference", _("reference picture")
    LOGO = "logo", _("logo")


class Asset(models.Model):
    """One stored file. Its key is derived from what it is for, so that storing it twice is storing it once."""

    TEAM_PATH = "team"

    team = models.ForeignKey("accounts.Team", models.PROTECT, related_name="assets")
    kind = models.CharField(max_length=10, choices=AssetKind.choices)
    file = models.FileField(max_length=300, unique=True)
    mime = models.CharField(max_length=50)
    bytes = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    frames = models.PositiveIntegerField(default=0)
    facts = models.JSONField(default=dict, blank=True, help_text=_("what probing found, such as loudness"))
    created_at = models.DateTimeField(db_default=Now())
    missing_since = models.DateTimeField(
        null=True, blank=True, help_text=_("when the storage was found to have lost it")
    )

    objects = TeamQuerySet["Asset"].as_manager()

    def __str__(self) -> str:
        return self.stored_name

    @property
    def stored_name(self) -> str:
        """The name under which the storage keeps the file."""
        return self.file.name or ""
