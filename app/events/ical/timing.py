"""When an event of a calendar file takes place, by the wall of one zone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from app.core.i18n import N_
from app.core.remarks import Remark, remark
from app.events import recurring
from app.events.ical.clocks import Clock, Zones
from app.events.ical.lines import Component, Property
from app.events.ical.values import Moment, Wrong, duration, moment
from app.events.models import LASTS_AT_MOST, When
from app.events.models.when import on_the_wall

A_DAY = timedelta(days=1)
MIDNIGHT = time()
MOST_LISTED = 5_000  # dates that were added, or taken out

ENDS_FIRST = N_("It ends before it begins.")
TOO_LONG = N_("It goes on for more than %(days)s days.")
NO_END = N_("We do not understand when it ends.")
UNKNOWN_ZONE = N_("We know no time zone called %(zone)s: its times are those of %(house)s.")
OWN_CLOCK = N_("The time zone %(zone)s is only in its file: its times are those of %(house)s.")
ALL_DAY_HERE = N_("A date of it is all day, and the others are not: it has its hours here.")

UNTIL = re.compile(r"UNTIL=(\d{8}T\d{6})Z")


class Untimely(ValueError):
    """It cannot take place then; the remark says why."""

    def __init__(self, reason: Remark) -> None:
        super().__init__(reason.words)
        self.reason = reason


@dataclass
class Times:
    """How the times of an event are read: all by the wall of `zone`. `clock` is one that stands
    only in the file, where its series goes by it.
    """

    zones: Zones
    zone: str
    is_all_day: bool
    own: Clock  # of times that name no other
    clock: Clock | None = None
    remarks: list[Remark] = field(default_factory=list)

    @classmethod
    def of(cls, master: Component, zones: Zones, *, own: Clock | None, house: str) -> "Times":
        """Raises Wrong."""
        said = master.one("DTSTART")
        assert said
        first = moment(said.raw)
        default = own or Clock(house)
        times = cls(zones, default.name, first.is_day, default)
        is_series = bool(master.one("RRULE") or master.one("RDATE"))
        name = said.params.get("TZID", "")
        if first.is_day:
            return times
        if first.is_utc:
            times.zone = "UTC" if is_series and own is None else default.name
        elif name:
            clock = zones.clock(name, first.wall.year)
            if clock is None:
                times.remarks.append(remark(UNKNOWN_ZONE, zone=name, house=default.name))
            elif clock.name:
                times.zone = clock.name
            else:
                times.clock = clock
                times.remarks.append(remark(OWN_CLOCK, zone=name, house=default.name))
        times.is_all_day = times._is_all_day(master, first)
        return times

    def when(self, part: Component) -> When:
        """Raises Wrong, Untimely."""
        said = part.one("DTSTART")
        assert said
        starts = self.wall(said)
        if self.is_all_day:
            starts = datetime.combine(starts, MIDNIGHT)
        ends = self._ends(part, starts)
        if self.is_all_day:
            until = datetime.combine(ends, MIDNIGHT)
            ends = until + A_DAY if until < ends or until == starts else until
        return _possible(When(starts, ends, self.zone, self.is_all_day))

    def of_date(self, part: Component, usual: When) -> When:
        """When one date of a series takes place that says so itself. Raises Wrong, Untimely."""
        said = part.one("DTSTART")
        assert said
        starts = self.wall(said)
        lasts = usual.lasts
        if part.one("DTEND") or part.one("DURATION") or moment(said.raw).is_day:
            lasts = self._ends(part, starts) - starts
        if self.is_all_day:
            whole = max(A_DAY, timedelta(days=-(-lasts // A_DAY)))
            starts, lasts = datetime.combine(starts, MIDNIGHT), whole
        elif moment(said.raw).is_day and remark(ALL_DAY_HERE) not in self.remarks:
            self.remarks.append(remark(ALL_DAY_HERE))
        return _possible(When(starts, starts + lasts, self.zone, self.is_all_day))

    def original(self, part: Component, first: datetime) -> datetime:
        """Which date of its series it is. Raises Wrong."""
        said = part.one("RECURRENCE-ID")
        assert said
        return self._at(said, said.raw, first)

    def listed(self, part: Component, name: str, when: When) -> Iterator[datetime]:
        """Dates that were added to a series, or taken out of it. What is none is passed over."""
        count = 0
        for said in part.all(name):
            for raw in said.raw.split(","):
                count += 1
                if count > MOST_LISTED:
                    return
                try:
                    yield self._at(said, raw.partition("/")[0], when.starts)
                except (Wrong, OverflowError):
                    continue

    def dates(self, rule: str, when: When) -> Iterable[datetime]:
        """The dates of a rule that goes by a clock of the file's own. Raises recurring.Unruly."""
        if self.clock is None:
            return recurring.dates(rule, when.starts, when.zone)
        clock = self.clock
        there = when.starts_at + clock.offset(when.starts_at)

        def told(found: re.Match[str]) -> str:
            at = datetime.strptime(found[1], "%Y%m%dT%H%M%S")
            return f"UNTIL={at + clock.offset(at):%Y%m%dT%H%M%S}"

        walls = recurring.dates(UNTIL.sub(told, rule), there, "UTC")
        return [on_the_wall(clock.utc(wall), self.zone) for wall in walls]

    def wall(self, said: Property) -> datetime:
        """What the wall of the zone shows at a time of the file. Raises Wrong."""
        return self._wall(moment(said.raw), said.params.get("TZID", ""))

    def _wall(self, found: Moment, name: str) -> datetime:
        if found.is_day:
            return found.wall
        if found.is_utc:
            return on_the_wall(found.wall, self.zone)
        if name:
            clock = self.zones.clock(name, found.wall.year) or self.own
        else:  # some name it once, where it begins
            clock = self.clock or Clock(self.zone)
        if clock.name == self.zone:
            return found.wall
        return on_the_wall(clock.utc(found.wall), self.zone)

    def _at(self, said: Property, raw: str, first: datetime) -> datetime:
        """A date of the series: one that is said without its hour has that of the others."""
        found = moment(raw)
        if self.is_all_day:
            return datetime.combine(self._day(found), MIDNIGHT)
        if found.is_day:
            return datetime.combine(found.wall, first.time())
        return self._wall(found, said.params.get("TZID", ""))

    def _day(self, found: Moment) -> datetime:
        return on_the_wall(found.wall, self.zone) if found.is_utc else found.wall

    def _ends(self, part: Component, starts: datetime) -> datetime:
        first = part.one("DTSTART")
        assert first
        is_day = moment(first.raw).is_day
        try:
            if said := part.one("DTEND"):
                return self.wall(said)
            if said := part.one("DURATION"):
                return starts + duration(said.raw)
        except (Wrong, OverflowError):
            raise Untimely(remark(NO_END)) from None
        return starts + A_DAY if is_day else starts

    def _is_all_day(self, part: Component, first: Moment) -> bool:
        """Outlook gives its whole days hours: from midnight to midnight."""
        if part.text("X-MICROSOFT-CDO-ALLDAYEVENT").upper() != "TRUE":
            return False
        said = part.one("DTSTART")
        assert said
        starts = self.wall(said)
        ends = self._ends(part, starts)
        return starts.time() == MIDNIGHT == ends.time() and ends > starts


def _possible(when: When) -> When:
    if when.lasts > LASTS_AT_MOST:
        raise Untimely(remark(TOO_LONG, days=LASTS_AT_MOST.days))
    if not when.is_possible:
        raise Untimely(remark(ENDS_FIRST))
    return when
