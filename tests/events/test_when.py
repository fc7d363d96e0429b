"""How long it counts as: by the clock; a day that it takes whole is eight hours."""

from datetime import datetime, timedelta

import pytest

from app.events.models import When

AN_HOUR = 3600  # seconds
SPRING, AUTUMN = datetime(2026, 3, 29), datetime(2026, 10, 25)  # the clock is put forward, and back


@pytest.mark.parametrize(
    "starts, lasts, all_day, hours",
    [
        (datetime(2026, 5, 5, 10), timedelta(minutes=90), False, 1.5),
        (datetime(2026, 5, 5, 10), timedelta(0), False, 0),
        (SPRING + timedelta(hours=1), timedelta(hours=3), False, 2),
        (SPRING + timedelta(hours=2, minutes=30), timedelta(minutes=15), False, 0.25),
        (SPRING + timedelta(hours=2, minutes=45), timedelta(minutes=30), False, 0),
        (AUTUMN + timedelta(hours=1), timedelta(hours=3), False, 4),
        (SPRING, timedelta(days=1), True, 8),
        (AUTUMN, timedelta(days=3), True, 24),
    ],
)
def test_how_long_it_counts_as(starts, lasts, all_day, hours):
    assert When(starts, starts + lasts, "Europe/Madrid", all_day).worked == hours * AN_HOUR
