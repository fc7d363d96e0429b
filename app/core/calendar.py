"""Days by the clock on the wall of the house, wherever its people are."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from flask import current_app

from app.core import clock


def today() -> date:
    """The day it is in the house."""
    return day_of(clock.now())


def day_of(moment: datetime) -> date:
    """The day that a moment of the database (UTC, naive) was in the house."""
    return here(moment).date()


def here(moment: datetime) -> datetime:
    """A moment of the database (UTC, naive) as the clock in the house showed it."""
    zone = ZoneInfo(current_app.config["BABEL_DEFAULT_TIMEZONE"])
    return moment.replace(tzinfo=UTC).astimezone(zone)


def midnight(day: date) -> datetime:
    """When a day begins in the house, as the database counts (UTC, naive)."""
    zone = ZoneInfo(current_app.config["BABEL_DEFAULT_TIMEZONE"])
    return datetime.combine(day, time(), zone).astimezone(UTC).replace(tzinfo=None)
