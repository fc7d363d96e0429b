"""Until when somebody may take their time: working days, as the house counts them.

Whose holidays those are is set once for the whole house, beside what is promised of ideas.
"""

from datetime import date, timedelta
from functools import lru_cache

from app.core import settings

DAYS = 5  # working days until a request is passed on
FREE = frozenset({5, 6})  # Saturday, Sunday
REGION = "ideas.region"
NONE = "none"


def last_day(begun: date, days: int = DAYS) -> date:
    """The working day on which so many of them are over, counted from the day after."""
    region, day = settings.get(REGION), begun
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() not in FREE and day not in _holidays(region, day.year)
    return day


@lru_cache(maxsize=64)
def _holidays(region: str, year: int) -> frozenset[date]:
    if region == NONE:
        return frozenset()
    import holidays

    country, _, part = region.partition("-")
    return frozenset(holidays.country_holidays(country, subdiv=part or None, years=year))
