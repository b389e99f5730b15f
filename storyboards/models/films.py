"""Films: rendered cuts."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.tenancy import TeamQuerySet
from soraease_web.lease import Leased, LeasedQuerySet


class FilmQuerySet(TeamQuerySet["Film"], LeasedQuerySet):  # type: ignore[override]  # each base has its own as_manager
    pass


class Film(Leased):
    """One version of the film: a cut that was frozen, and what became of it."""

    class State(models.TextChoices):
        QUEUED = "queued", _("queued")
        JOINING = "joining", _("joining")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")

    OPEN_STATES = (State.QUEUED, State.JOINING)
    TEAM_PATH = "storyboard__team"

    storyboard = models.ForeignKey("storyboards.Storyboard", models.CASCADE, related_name="films")
    number = models.PositiveIntegerField()
    cut = models.JSONField(help_text=_("the pieces in order, frozen"))
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    progress = models.FloatField(default=0)
    frames = models.PositiveIntegerField(default=0)
    chapters = models.JSONField(default=list, help_text=_("title and first frame of each scene"))
    error = models.TextField(blank=True)
    asset = models.OneToOneField("storyboards.Asset", models.SET_NULL, null=True, related_name="film")
    poster = models.OneToOneField("storyboards.Asset", models.SET_NULL, null=True, related_name="+")
    wants_gif = models.BooleanField(default=False, help_text=_("whether a small silent GIF is made of it too"))
    gif = models.OneToOneField("storyboards.Asset", models.SET_NULL, null=True, related_name="+")
    created_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    objects = FilmQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["storyboard", "number"], name="one_film_per_number")]

    def __str__(self) -> str:
        return _("version %s") % self.number
