"""Reading a document of ours back, by two programs that are not ours."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

from app.core.db import db
from app.events.models import Event
from tests.factories.events import MADRID

Instance = tuple[datetime, datetime, str, str]  # from, to (UTC), what, and whether it takes place


def moment(read: date | datetime, zone: str = MADRID) -> datetime:
    """UTC, naive, as the database has it. A day begins at its midnight there."""
    if not isinstance(read, datetime):
        read = datetime.combine(read, time(), ZoneInfo(zone))
    return read.astimezone(UTC).replace(tzinfo=None)


def components(document: bytes) -> list:
    return icalendar.Calendar.from_ical(document).walk("VEVENT")


def by_ical(document: bytes, since: datetime, until: datetime, zone: str = MADRID) -> list:
    """What `ical`, which Home Assistant reads calendars with, shows of a document."""
    calendar = IcsCalendarStream.calendar_from_ics(document.decode())
    there = ZoneInfo(zone)
    span = (since.replace(tzinfo=UTC), until.replace(tzinfo=UTC))
    found = [
        (moment(one.dtstart, zone), moment(one.end, zone), one.summary, str(one.status.value))
        for one in calendar.timeline_tz(there).overlapping(*span)
    ]
    return sorted(one for one in found if since <= one[0] < until)


def by_recurring(document: bytes, since: datetime, until: datetime, zone: str = MADRID) -> list:
    """What `recurring_ical_events` says."""
    span = (since.replace(tzinfo=UTC), until.replace(tzinfo=UTC))
    read = recurring_ical_events.of(icalendar.Calendar.from_ical(document)).between(*span)
    found = [
        (moment(one.start, zone), moment(one.end, zone), str(one["SUMMARY"]), str(one["STATUS"]))
        for one in read
    ]
    return sorted(one for one in found if since <= one[0] < until)


def kept(event, since: datetime, until: datetime) -> list:
    """What the house says."""
    event = db.session.get_one(Event, event.id)
    return sorted(
        (
            one.starts_at,
            max(one.starts_at, one.ends_at),
            one.title,
            "CANCELLED" if one.is_off else "CONFIRMED",
        )
        for one in event.occurrences
        if since <= one.starts_at < until
    )


def is_read_as_kept(document: bytes, event, since=None, until=None) -> list:
    """The instances of an event, which everybody agrees on."""
    since = since or datetime(2020, 1, 1)
    until = until or datetime(2027, 12, 31, 12)
    zone = db.session.get_one(Event, event.id).zone
    expected = kept(event, since, until)
    if zone != "UTC":  # where `ical` takes an exception for one more date
        assert by_ical(document, since, until, zone) == expected
    assert by_recurring(document, since, until, zone) == expected
    return expected


A_DAY = timedelta(days=1)
