"""The times and durations of a calendar file."""

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z?))?")
YEARS = range(1600, 2200)
LONGEST = timedelta(days=3_660)


class Wrong(ValueError):
    """It is no such value."""


class Moment(NamedTuple):
    wall: datetime  # naive
    is_day: bool
    is_utc: bool


def moment(raw: str) -> Moment:
    """«20261027», «20261027T100000» or «20261027T090000Z». Raises Wrong."""
    found = MOMENT.fullmatch(raw.strip().upper())
    if not found:
        raise Wrong
    year, month, day, hour, minute, second, utc = found.groups()
    try:
        when = date(int(year), int(month), int(day))
        at = time(int(hour or 0), int(minute or 0), min(int(second or 0), 59))
    except ValueError as error:
        raise Wrong from error
    if when.year not in YEARS:
        raise Wrong
    return Moment(datetime.combine(when, at), hour is None, bool(utc))


def duration(raw: str) -> timedelta:
    """«PT1H30M». Raises Wrong."""
    from icalendar import vDuration

    if len(raw) > 60:
        raise Wrong
    try:
        lasts = vDuration.from_ical(raw.strip().upper())
    except ValueError as error:
        raise Wrong from error
    if not timedelta(0) <= lasts <= LONGEST:
        raise Wrong
    return lasts
