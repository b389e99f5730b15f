"""What a team may do at each tier; reviewed like code, a team stores only the tier's name."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tier(models.TextChoices):
    FREE = "free", _("Free")
    CREATOR = "creator", _("Creator")
    STUDIO = "studio", _("Studio")


@dataclass(frozen=True)
class Limits:
    """Credits are US cents at list price; a cap of None means no cap. `lines` are those of a picture’s short side."""

    monthly_credits: int
    daily_cap: int | None
    monthly_cap: int | None
    running_jobs: int
    queue_weight: int
    longest_shot_seconds: int
    storage_bytes: int
    seats: int
    lines: int


GIB = 1024**3

LIMITS = {
    Tier.FREE: Limits(200, 100, 200, 2, 1, 15, 5 * GIB, 1, 720),
    Tier.CREATOR: Limits(2_000, 1_500, None, 4, 4, 30, 100 * GIB, 3, 1080),
    Tier.STUDIO: Limits(10_000, None, None, 12, 8, 60, 1024 * GIB, 25, 1080),
}


def limits(tier: str) -> Limits:
    """Return what `tier` allows."""
    return LIMITS[Tier(tier)]


def tier_for(lines: int) -> Tier | None:
    """Return the lowest tier with pictures of so many lines, or None when there is none."""
    return next((tier for tier in Tier if LIMITS[tier].lines >= lines), None)
