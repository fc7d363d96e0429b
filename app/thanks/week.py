"""The week of the house, in which each has so many thanks to give: from Monday to Sunday, by the
clock on its wall.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo


class Week(NamedTuple):
    """When it begins and the next one begins, as the database counts, and that day."""

    since: datetime
    until: datetime
    next_monday: date


def week_of(moment: datetime, zone: str) -> Week:
    """The one in which a moment of the database (UTC, naive) lies."""
    here = ZoneInfo(zone)
    day = moment.replace(tzinfo=UTC).astimezone(here).date()
    monday = day - timedelta(days=day.weekday())
    following = monday + timedelta(days=7)
    return Week(_begins(monday, here), _begins(following, here), following)


def _begins(day: date, here: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), here).astimezone(UTC).replace(tzinfo=None)
