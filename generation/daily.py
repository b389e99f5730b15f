"""What a worker does once a day, and at each start of the tick; that it was done stands in the database."""

from datetime import timedelta

from django.db.models.functions import Now

from generation.models import Pulse
from soraease_web.lease import from_now

EVERY = timedelta(days=1)


def is_due(name: str) -> bool:
    """Tell whether `name` was last done a day ago, or never."""
    return not Pulse.objects.filter(name=name, at__gte=from_now(-EVERY)).exists()


def done(name: str) -> None:
    """Write down that `name` is done for today."""
    Pulse.objects.update_or_create(name=name, defaults={"at": Now()})
