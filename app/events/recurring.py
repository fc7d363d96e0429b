"""On which days a series falls: rules of RFC 5545, by the clock on the wall where it takes place.

A rule knows no zone: every Tuesday at ten is at ten in summer as in winter.
"""

import re
from collections.abc import Iterable
from datetime import MAXYEAR, UTC, datetime, timedelta
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, rrulestr

from app.core import clock

MOST = 1_500  # dates of a series that are kept: the last ones
AHEAD = timedelta(days=2 * 366)  # how far one that has no end is laid out
LONGEST_RULE = 400  # characters
MOST_FOLLOWED = 40_000  # dates from its first one on: of every day, a century
A_CYCLE = 400  # years
FREQUENCIES = {DAILY, WEEKLY, MONTHLY, YEARLY}

_UNTIL = re.compile(r"UNTIL=(\d{8})(T\d{6}(Z?))?", re.IGNORECASE)


class Unruly(ValueError):
    """What is no rule of ours: it says nothing, too much, or never comes true."""


def dates(
    rule: str,
    first: datetime,
    zone: str,
    *,
    more: Iterable[datetime] = (),
    but: Iterable[datetime] = (),
) -> list[datetime]:
    """When it begins each time, on the wall clock of `zone`, in order: the last MOST of what is not
    further away than AHEAD, from today or from `first`. Without a rule, `first` alone. `more` and
    `but` are the dates that were added to the rule and taken out of it.

    Raises Unruly.
    """
    until = max(first, clock.now()) + AHEAD
    found = {first, *(one for one in more if one <= until)}
    if rule:
        found |= set(_ruled(rule, first, zone, until))
    return sorted(found - set(but))[-MOST:]


def is_endless(rule: str) -> bool:
    return bool(rule) and not re.search("(UNTIL|COUNT)=", rule, re.IGNORECASE)


def checked(rule: str, first: datetime, zone: str) -> str:
    """The rule as it is kept. Raises Unruly."""
    kept = rule.strip().removeprefix("RRULE:")
    if len(kept) > LONGEST_RULE:
        raise Unruly("it is too long")
    if not dates(kept, first, zone):
        raise Unruly("it never comes true")
    return kept


def begins(rule: str, first: datetime, zone: str) -> bool:
    """Whether a rule says its first date as well, which is there whatever it says."""
    if not rule:
        return True
    return next(iter(_parsed(_by_the_wall(rule, zone), first)), None) == first


def until(rule: str, zone: str) -> datetime | None:
    """Its last moment, by the wall of `zone`, where one is told."""
    found = _UNTIL.search(_by_the_wall(rule, zone))
    return datetime.strptime(found[1] + (found[2] or ""), "%Y%m%dT%H%M%S") if found else None


def _ruled(rule: str, first: datetime, zone: str, until: datetime) -> Iterable[datetime]:
    parsed = _parsed(_by_the_wall(rule, zone), first)
    # One that never comes true is followed to the end of time: so that is asked not far from it.
    # The calendar repeats itself every 400 years, with its weekdays.
    late = first.replace(year=first.year + (MAXYEAR - first.year) // A_CYCLE * A_CYCLE)
    if next(iter(parsed.replace(dtstart=late, count=None, until=None)), None) is None:
        raise Unruly("it never comes true")
    found = list(islice(takewhile(lambda one: one <= until, parsed), MOST_FOLLOWED + 1))
    if len(found) > MOST_FOLLOWED:
        raise Unruly("it goes back too far")
    return found


def _parsed(rule: str, first: datetime) -> rrule:
    try:
        parsed = rrulestr(rule, dtstart=first)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        raise Unruly("it is no rule") from error
    if not isinstance(parsed, rrule):
        raise Unruly("it is several rules")
    if parsed._freq not in FREQUENCIES or parsed._interval < 1:
        raise Unruly("it repeats within a day")
    within = (parsed._byhour, parsed._byminute, parsed._bysecond)
    if any(len(set(one or ())) > 1 for one in within):
        raise Unruly("it repeats within a day")
    return parsed


def _by_the_wall(rule: str, zone: str) -> str:
    """Its last moment, which is said in UTC, as the clock on the wall shows it. A last day counts
    to its end.
    """

    def told(found: re.Match[str]) -> str:
        day, time, is_utc = found.groups()
        if not time:
            return f"UNTIL={day}T235959"
        if not is_utc:
            return f"UNTIL={day}{time}"
        try:
            moment = datetime.strptime(f"{day}{time}", "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            return f"UNTIL={moment.astimezone(ZoneInfo(zone)):%Y%m%dT%H%M%S}"
        except (ValueError, OverflowError) as error:
            raise Unruly("it is no rule") from error

    return _UNTIL.sub(told, rule)
