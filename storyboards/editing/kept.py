"""How long what was deleted stays in the trash."""

from datetime import datetime, timedelta

from django.utils import timezone

KEPT = timedelta(days=30)


def kept_since() -> datetime:
    """Return the moment from which on what was deleted is still in the trash."""
    return timezone.now() - KEPT
