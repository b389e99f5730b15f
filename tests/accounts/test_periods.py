from datetime import UTC, date, datetime

import pytest

from accounts.billing import periods


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2031, 1, 31), date(2031, 2, 1)),
        (date(2031, 12, 1), date(2032, 1, 1)),
        (date(2032, 2, 29), date(2032, 3, 1)),
    ],
)
def test_next_month_begins_on_its_first(day, first):
    assert periods.next_month(day) == first


def test_day_begins_at_midnight_utc():
    assert periods.start(date(2031, 3, 1)) == datetime(2031, 3, 1, tzinfo=UTC)
