"""The days and months that grants and caps are counted in: the calendar's, in UTC, the same for every team."""

from datetime import UTC, date, datetime, timedelta

from django.utils import timezone


def today() -> date:
    """Return the day that it is now."""
    return timezone.now().astimezone(UTC).date()


def tomorrow() -> date:
    """Return the day after this one."""
    return today() + timedelta(days=1)


def first_of(day: date) -> date:
    """Return the first day of the month of `day`."""
    return day.replace(day=1)


def next_month(day: date) -> date:
    """Return the first day of the month after that of `day`."""
    return first_of(first_of(day) + timedelta(days=31))


def start(day: date) -> datetime:
    """Return the moment when `day` begins."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
