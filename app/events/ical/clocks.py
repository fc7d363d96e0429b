"""By which clock a time of a calendar goes: the names that programs give to time zones, and the
rules that stand in a file beside them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import islice, takewhile
from zoneinfo import ZoneInfo, available_timezones

from dateutil.rrule import YEARLY, rrule, rrulestr

from app.events.ical.lines import Component
from app.events.ical.values import YEARS, Wrong, moment

OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?")
UTC_OFFSET = re.compile(r"^\((?:UTC|GMT)[^)]*\)\s*")
MOST_RULES = 100  # of a zone
COMPARED = 3  # years in which two zones have to agree
MOST_TURNS = 700  # of a rule of a zone
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Clock:
    """A zone of the house's, or the offsets that stand in a file."""

    name: str = ""
    turns: tuple[tuple[datetime, timedelta], ...] = ()  # from when (UTC) it is how far from UTC
    before: timedelta = timedelta(0)

    def utc(self, wall: datetime) -> datetime:
        """The moment (UTC, naive) at which it shows this."""
        if self.name:
            return wall.replace(tzinfo=ZoneInfo(self.name)).astimezone(UTC).replace(tzinfo=None)
        before, after = self.offset(wall - DAY), self.offset(wall + DAY)
        is_after = self.offset(wall - before) == after == self.offset(wall - after)
        return wall - (after if is_after else before)

    def offset(self, at: datetime) -> timedelta:
        """How far from UTC it is at a moment (UTC, naive)."""
        if self.name:
            found = at.replace(tzinfo=UTC).astimezone(ZoneInfo(self.name)).utcoffset()
            return found or timedelta(0)
        place = bisect_right(self.turns, at, key=lambda turn: turn[0])
        return self.turns[place - 1][1] if place else self.before

    def agrees_with(self, other: "Clock", near: int) -> bool:
        """Whether both show the same, from that year on."""
        return _seen(self, near) == _seen(other, near)


@dataclass
class Zones:
    """Those of one file. `house` is the zone of times that name none."""

    house: str
    written: dict[str, Component] = field(default_factory=dict)  # VTIMEZONE, by TZID
    found: dict[tuple[str, int], Clock | None] = field(default_factory=dict)
    read: dict[str, Clock | None] = field(default_factory=dict)

    def clock(self, name: str, near: int) -> Clock | None:
        """What goes by this name; it may be one without a name of ours, or none at all."""
        key = (name, near)
        if key not in self.found:
            self.found[key] = self._clock(name, near)
        return self.found[key]

    def _clock(self, name: str, near: int) -> Clock | None:
        if exact := _exact(name):
            return Clock(exact)
        written = self.written.get(name)
        if called := _called(name) or (_called(written.text("X-LIC-LOCATION")) if written else ""):
            return self._at_home(Clock(called), near)
        if written and name not in self.read:
            self.read[name] = _written(written)
        clock = self.read.get(name)
        return self._at_home(clock, near) if clock else None

    def _at_home(self, clock: Clock, near: int) -> Clock:
        """The house's own name for it, if its clock shows the same; else any that does."""
        if clock.agrees_with(Clock(self.house), near):
            return Clock(self.house)
        if clock.name:
            return clock
        same = (Clock(one) for one in _places() if clock.agrees_with(Clock(one), near))
        return next(same, clock)


def offset(raw: str) -> timedelta:
    """«+0100». Raises Wrong."""
    found = OFFSET.fullmatch(raw.strip())
    if not found:
        raise Wrong
    sign, hours, minutes, seconds = found.groups()
    lasts = timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds or 0))
    if lasts > timedelta(hours=24):
        raise Wrong
    return -lasts if sign == "-" else lasts


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """Zones by their names in small letters."""
    return {name.casefold(): name for name in available_timezones() if name != "localtime"}


@lru_cache(maxsize=1)
def _places() -> list[str]:
    return sorted(name for name in available_timezones() if "/" in name and name[0].isupper())


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    return {name.rpartition("/")[2].replace("_", " ").casefold(): name for name in _places()}


@lru_cache(maxsize=1)
def _of_windows() -> dict[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return {name.casefold(): zone for name, zone in WINDOWS_TO_OLSON.items()}


def _exact(name: str) -> str:
    """A name as it is known here, or at the end of a path: «/mozilla.org/2005_1/Europe/Paris»."""
    parts = name.strip().strip('"').casefold().split("/")
    tries = ("/".join(parts[-count:]) for count in (len(parts), 3, 2, 1) if count <= len(parts))
    return next((_known()[one] for one in tries if one in _known()), "")


def _called(name: str) -> str:
    """What Windows and Outlook call it: «Romance Standard Time», «(UTC+01:00) Brussels, Madrid»."""
    if not name:
        return ""
    if exact := _exact(name):
        return exact
    plain = UTC_OFFSET.sub("", name.strip().strip('"')).casefold()
    if plain in _of_windows():
        return _of_windows()[plain]
    american = re.sub(r" time( \(.*\))?$", " standard time", plain)
    if american in _of_windows():
        return _of_windows()[american]
    cities = (part.strip() for part in plain.split(","))
    return next((_cities()[city] for city in cities if city in _cities()), "")


def _written(zone: Component) -> Clock | None:
    """By the offsets that stand in a file; None where they say nothing."""
    turns: dict[datetime, timedelta] = {}
    before: tuple[datetime, timedelta] | None = None
    for rule in zone.inside[:MOST_RULES]:
        if rule.name not in ("STANDARD", "DAYLIGHT"):
            continue
        try:
            since, until = offset(rule.text("TZOFFSETFROM")), offset(rule.text("TZOFFSETTO"))
            walls = list(_turns(rule))
        except Wrong:
            continue
        for wall in walls:
            turns[wall - since] = until
            if before is None or wall - since < before[0]:
                before = (wall - since, since)
    if before is None:
        return None
    return Clock(turns=tuple(sorted(turns.items())), before=before[1])


def _turns(rule: Component) -> Iterable[datetime]:
    """When the clock is put forward or back, by the wall before it. Raises Wrong."""
    first = moment(rule.text("DTSTART")).wall
    yield first
    for more in rule.all("RDATE"):
        yield from (moment(raw).wall for raw in more.raw.split(","))
    if text := rule.text("RRULE"):
        try:
            parsed = rrulestr(re.sub(r"(UNTIL=\d{8}T\d{6})Z", r"\1", text), dtstart=first)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
            raise Wrong from error
        if not isinstance(parsed, rrule) or parsed._freq != YEARLY or not parsed._bymonth:
            raise Wrong
        if len(text) > 120 or first.year not in YEARS:
            raise Wrong
        yield from takewhile(lambda one: one.year in YEARS, islice(parsed, MOST_TURNS))


@lru_cache(maxsize=8192)
def _seen(clock: Clock, near: int) -> tuple[timedelta, ...]:
    """How far from UTC it is on some days of a few years."""
    days = (
        datetime(year, month, day)
        for year in range(near, near + COMPARED)
        for month in range(1, 13)
        for day in (1, 15)
    )
    return tuple(clock.offset(day) for day in days)
