"""Calendar files of our own making, and what another library computes from them."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

from app.events.ical.found import Found
from app.events.ical.reading import read
from tests.factories.events import MADRID

FILES = Path(__file__).parent / "files"
NAMES = sorted(path.stem for path in FILES.glob("*.ics"))
TODAY = datetime(2026, 10, 1)
SPAN = (datetime(2026, 9, 1, tzinfo=UTC), datetime(2028, 9, 1, tzinfo=UTC))

EVENT = "UID:one@example.org\nSUMMARY:Uno\nDTSTART:20261020T100000\nDTEND:20261020T110000\n"


def file(name):
    return (FILES / f"{name}.ics").read_bytes()


def calendar(*events, more="", end="END:VCALENDAR\n"):
    """A file of these events, each the lines between its BEGIN and its END."""
    parts = [f"BEGIN:VEVENT\n{one.strip()}\nEND:VEVENT\n" for one in events]
    text = "".join(["BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//\n", more, *parts, end])
    return text.replace("\n", "\r\n").encode()


def found(data, **given):
    return read(data, zone=MADRID, **given)


def only(data) -> Found:
    """The one event of a file, understood."""
    (one,) = found(data)
    assert isinstance(one, Found), one
    return one


def why(data):
    """The reasons for what was not understood."""
    return [one.reason.words for one in found(data) if not isinstance(one, Found)]


def computed(data, zone=MADRID):
    """When its events begin and end, by another library: UTC, naive, without what is off."""
    events = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(*SPAN)
    return sorted(
        (_utc(one.start, zone), _utc(one.end, zone))
        for one in events
        if str(one.get("STATUS", "")).upper() != "CANCELLED"
        and str(one.get("CLASS", "")).upper() != "PRIVATE"
    )


def computed_otherwise(data, zone=MADRID):
    """The same, by a third one."""
    timeline = IcsCalendarStream.calendar_from_ics(data.decode()).timeline_tz(ZoneInfo(zone))
    return sorted(
        (_utc(one.dtstart, zone), _utc(one.end, zone))
        for one in timeline.overlapping(*SPAN)
        if one.status != "CANCELLED" and one.classification != "PRIVATE"
    )


def _utc(when, zone):
    if isinstance(when, date) and not isinstance(when, datetime):
        when = datetime.combine(when, time())
    if when.tzinfo is None:
        when = when.replace(tzinfo=ZoneInfo(zone))
    return when.astimezone(UTC).replace(tzinfo=None)


def within(moments):
    """Those of some moments that lie in the span."""
    begins, ends = (one.replace(tzinfo=None) for one in SPAN)
    return sorted(one for one in moments if one[1] > begins and one[0] < ends)


def days(number):
    return timedelta(days=number)
