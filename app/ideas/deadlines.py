"""Working days between two days, and the day on which so many of them are over.

A day of work is one from Monday to Friday that is no holiday. Whatever happens on a day begins to
count on the next one.
"""

from collections.abc import Callable
from datetime import date, timedelta

FREE = frozenset({5, 6})  # Saturday, Sunday
WEEK, WORKED = 7, 5  # days

Holidays = Callable[[int], frozenset[date]]  # of a year


def none(year: int) -> frozenset[date]:
    """Where nobody keeps any."""
    return frozenset()


def is_worked(day: date, holidays: Holidays) -> bool:
    return day.weekday() not in FREE and day not in holidays(day.year)


def between(start: date, end: date, holidays: Holidays) -> int:
    """How many working days there are after `start`, `end` included; less than none where the end
    was before.
    """
    if end < start:
        return -between(end, start, holidays)
    weekdays = _weekdays_until(end) - _weekdays_until(start)
    return weekdays - sum(
        start < day <= end and day.weekday() not in FREE
        for year in range(start.year, end.year + 1)
        for day in holidays(year)
    )


def after(start: date, days: int, holidays: Holidays) -> date:
    """The working day on which so many of them are over, counted from the day after `start`; with
    none, the first from `start` on; with less, as long before.
    """
    step = timedelta(days=-1 if days < 0 else 1)
    # No week has more than five, so a day at least is left after these; it is gone day by day.
    day = start + (days - 1) // WORKED * timedelta(days=WEEK) if days > 0 else start
    left = abs(days) - abs(between(start, day, holidays))
    while left > 0 or not is_worked(day, holidays):
        if days < 0:
            left -= is_worked(day, holidays)
            day += step
        else:
            day += step
            left -= is_worked(day, holidays)
    return day


def _weekdays_until(day: date) -> int:
    """Since the first day there is, which was a Monday."""
    weeks, rest = divmod(day.toordinal(), WEEK)
    return weeks * WORKED + min(rest, WORKED)
