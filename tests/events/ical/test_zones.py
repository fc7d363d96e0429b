"""The clock of a zone as it is described, read by `dateutil`, against the one of the system."""

import io
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.tz import tzical

from app.events.ical import zones

SINCE, UNTIL = datetime(2026, 1, 10), datetime(2027, 6, 1)
EVERYWHERE = [
    *("Europe/Madrid", "Atlantic/Canary", "Europe/London", "Europe/Dublin", "America/New_York"),
    *("America/Mexico_City", "America/Sao_Paulo", "America/Bogota", "Asia/Kolkata"),
    *("Australia/Lord_Howe", "Pacific/Auckland", "Africa/Casablanca", "Asia/Jerusalem"),
    *("Africa/Cairo", "America/Havana", "Asia/Gaza", "Antarctica/Troll", "Pacific/Chatham"),
]


def described(zone):
    calendar = icalendar.Calendar()
    calendar.add_component(zones.described(zone, SINCE, UNTIL))
    return calendar


@pytest.mark.parametrize("zone", EVERYWHERE)
def test_it_is_the_clock_there_to_the_minute(zone):
    text = described(zone).to_ical().decode()
    read = tzical(io.StringIO(text)).get(zone)
    step, moments = timedelta(hours=11), []
    at = SINCE
    while at < datetime(2031, 1, 1):
        moments.append(at)
        at += step
    for change in zones.changes(zone, 2026, 2030):
        there = change.wall - change.before
        moments += [there + timedelta(minutes=minutes) for minutes in (-1, 0, 1, 59, 61)]
    for moment in moments:
        if moment < SINCE:
            continue
        aware = moment.replace(tzinfo=UTC)
        expected = aware.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        assert aware.astimezone(read).replace(tzinfo=None) == expected, moment


def test_a_sunday_of_every_year_is_a_rule_that_outlook_reads():
    text = described("Europe/Madrid").to_ical().decode()
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in text
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in text
    assert "RDATE" not in text and text.count("BEGIN:STANDARD") == 1
    assert "BYDAY=2SU" in described("America/New_York").to_ical().decode()


def test_a_clock_that_is_never_changed_is_described_in_one_line():
    text = described("America/Bogota").to_ical().decode()
    assert text.count("TZOFFSETTO") == 1 and "TZOFFSETTO:-0500" in text and "DAYLIGHT" not in text
