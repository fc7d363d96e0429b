"""Months and weeks as a calendar shows them, and what goes on on each of their days."""

from bisect import bisect_right
from calendar import Calendar, monthrange
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from app.events.models.when import absolute

FIRST, LAST = date(1970, 1, 1), date(2199, 12, 31)  # days that a calendar leads to
A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)
_MONDAY_FIRST = Calendar()


class Day(NamedTuple):
    """A day, what is shown of it, and how much goes on that day."""

    date: date
    shown: Sequence[Any]
    total: int

    @property
    def more(self) -> int:
        return self.total - len(self.shown)


def week_of(day: date) -> list[date]:
    """From Monday to Sunday."""
    monday = day - A_DAY * day.weekday()
    return [monday + A_DAY * nth for nth in range(7)]


def month_of(day: date) -> list[list[date]]:
    """Whole weeks: with the last days of the month before, and the first of the next one."""
    return _MONDAY_FIRST.monthdatescalendar(day.year, day.month)


def months_on(day: date, count: int) -> date:
    """The same day so many months on, or the last one of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def begins(day: date, zone: str) -> datetime:
    """The moment (UTC, naive) in which a day begins in a zone, also where midnight is left out."""
    return absolute(datetime.combine(day, time()), zone)


def on_days(things: Iterable[Any], days: Sequence[date], zone: str) -> list[list[Any]]:
    """What goes on on each of these days, which follow one another, by the clock of a zone.

    A thing has starts, ends, starts_at, ends_at and is_all_day. What takes all day takes the same
    days everywhere, and stands before all else; the rest stays in the order it came in.
    """
    borders = [begins(day, zone) for day in days]
    end = begins(days[-1] + A_DAY, zone)
    all_day: list[list[Any]] = [[] for _ in days]
    timed: list[list[Any]] = [[] for _ in days]
    for thing in things:
        if thing.is_all_day:
            first = (thing.starts.date() - days[0]).days
            last = (thing.ends.date() - days[0]).days - 1
            on = all_day
        elif thing.starts_at >= end:
            continue
        else:
            first = bisect_right(borders, thing.starts_at) - 1
            until = max(thing.starts_at, thing.ends_at - timedelta(microseconds=1))
            last, on = bisect_right(borders, until) - 1, timed
        for nth in range(max(first, 0), min(last, len(days) - 1) + 1):
            on[nth].append(thing)
    return [before + after for before, after in zip(all_day, timed, strict=True)]


def cut(days: Sequence[date], filled: Sequence[Sequence[Any]], most: int) -> list[Day]:
    """So many of each day, at most."""
    return [Day(day, things[:most], len(things)) for day, things in zip(days, filled, strict=True)]


def theirs_first(days: Sequence[Day], theirs: Sequence[Sequence[Any]], most: int) -> list[Day]:
    """The same days with what is somebody's own before all else: of a long day it is in sight."""
    found = []
    for day, own in zip(days, theirs, strict=True):
        numbers = {one.id for one in own}
        others = [one for one in day.shown if one.id not in numbers]
        found.append(day._replace(shown=[*own, *others][:most]))
    return found
