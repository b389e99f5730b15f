"""How far a shot is, as the shot list says it and finds it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from storyboards.models import Shot, Take


class Status(models.TextChoices):
    """From a panel to a circled take; what its newest take came to is said first."""

    PANEL = "panel", _("panel")
    WORKING = "working", _("in the works")
    FAILED = "failed", _("failed")
    UNCIRCLED = "uncircled", _("none circled")
    CIRCLED = "circled", _("circled")
    OMITTED = "omitted", _("omitted")


def status_of(shot: Shot) -> Status:
    """Return the status of a shot that `reading` filled in."""
    if shot.omitted or shot.scene.omitted:
        return Status.OMITTED
    newest = shot.take_list[-1].state if shot.take_list else None
    if newest in (Take.State.WORKING, Take.State.FAILED):
        return Status(newest)
    if any(take.pk == shot.circled_take_id for take in shot.take_list):
        return Status.CIRCLED
    done = any(take.state == Take.State.DONE for take in shot.take_list)
    return Status.UNCIRCLED if done else Status.PANEL
