"""The clock of a time zone as a calendar has to be told of it: VTIMEZONE of RFC 5545.

Written here: that of `icalendar` puts the clock forward an hour late in spring, and names each day
on which one is changed, which Outlook does not read. Nearly everywhere it is the same Sunday every
year, and a rule says that.
"""

from calendar import monthrange
from collections import defaultdict
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from app.events.models.when import on_the_wall
from app.events.repeating import DAYS

FOLLOWED = 12  # years in which a clock is changed by a rule, until it is believed to be one
A_DAY, A_SECOND = timedelta(days=1), timedelta(seconds=1)


class Change(NamedTuple):
    """A clock is put forward, or back."""

    wall: datetime  # what it shows as that happens
    before: timedelta  # from UTC
    after: timedelta
    name: str  # of the time since: CEST

    @property
    def nth(self) -> int:
        """The how-manieth of its weekday in its month."""
        return (self.wall.day - 1) // 7 + 1

    @property
    def is_last(self) -> bool:
        return self.wall.day + 7 > monthrange(self.wall.year, self.wall.month)[1]


def described(zone: str, since: datetime, until: datetime) -> Any:
    """An `icalendar.Timezone` that is right from `since` on, and by its rule for good."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    first, last = since.year - 1, until.year + FOLLOWED
    found = changes(zone, first, last)
    described = Timezone()
    described.add("TZID", zone)
    if not found or found[0].wall >= since:
        begins = datetime(first, 1, 1)
        offset = _offset(zone, begins)
        found = (Change(begins, offset, offset, _name(zone, begins)), *found)

    alike = defaultdict(list)
    for one in found:
        alike[one.before, one.after, one.name].append(one)
    for same in alike.values():
        begun = same[0]
        kind = TimezoneDaylight if begun.after > begun.before else TimezoneStandard
        observed = kind()
        observed.add("DTSTART", begun.wall)
        observed.add("TZOFFSETFROM", begun.before)
        observed.add("TZOFFSETTO", begun.after)
        observed.add("TZNAME", begun.name)
        if rule := _rule(same, last):
            observed.add("RRULE", rule)
        elif same[1:]:
            observed.add("RDATE", [one.wall for one in same[1:]])
        described.add_component(observed)
    return described


@lru_cache(maxsize=256)
def changes(zone: str, first: int, last: int) -> tuple[Change, ...]:
    """How its clock is changed in these years."""
    found = []
    moment, end = datetime(first, 1, 1), datetime(last + 1, 1, 1)
    before = _offset(zone, moment)
    while moment < end:
        if _offset(zone, moment + A_DAY) != before:
            at = _when(zone, moment, before)
            after = _offset(zone, at)
            found.append(Change(at + before, before, after, _name(zone, at)))
            before = _offset(zone, moment + A_DAY)
        moment += A_DAY
    return tuple(found)


def _rule(same: list[Change], last: int) -> dict[str, Any] | None:
    """The day of the year on which it happens, where it is one, every year."""
    years = [one.wall.year for one in same]
    days = {(one.wall.month, one.wall.weekday(), one.wall.time()) for one in same}
    nths = {one.nth for one in same}
    is_last = all(one.is_last for one in same)
    is_yearly = len(same) > 2 and years == list(range(years[0], last + 1))
    if not is_yearly or len(days) > 1 or (len(nths) > 1 and not is_last):
        return None
    nth = -1 if is_last else nths.pop()
    begun = same[0].wall
    return {"FREQ": "YEARLY", "BYMONTH": begun.month, "BYDAY": f"{nth}{DAYS[begun.weekday()]}"}


def _when(zone: str, moment: datetime, before: timedelta) -> datetime:
    """The second of the day from `moment` on in which the clock is changed, UTC."""
    low, high = moment, moment + A_DAY
    while high - low > A_SECOND:
        middle = low + timedelta(seconds=(high - low).total_seconds() // 2)
        low, high = (middle, high) if _offset(zone, middle) == before else (low, middle)
    return high


def _offset(zone: str, moment: datetime) -> timedelta:
    return on_the_wall(moment, zone) - moment


def _name(zone: str, moment: datetime) -> str:
    """What the time is called then, and there."""
    there = moment.replace(tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(zone))
    return there.tzname() or zone
