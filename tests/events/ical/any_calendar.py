"""A calendar as programs write them: what no file in `calendars.py` says, some other does."""

from datetime import datetime, timedelta
from itertools import count

from hypothesis import strategies as st

from tests.events.ical.calendars import calendar

ZONES = ["Europe/Madrid", "America/New_York", "Atlantic/Canary", "Asia/Kolkata", "UTC", ""]
FREQUENCIES = [
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
    "FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=SU,WE",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU",
]
numbers = count()


@st.composite
def calendars(draw):
    """A calendar as programs write them, near the days on which the clock is changed."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        parts += draw(series())
    return calendar(*parts)


@st.composite
def series(draw):
    zone = draw(st.sampled_from(ZONES))
    is_day = draw(st.booleans()) and draw(st.booleans())
    day = datetime(2026, 10, 1) + timedelta(days=draw(st.integers(0, 180)))
    starts = day.replace(hour=draw(st.integers(0, 23)), minute=draw(st.sampled_from([0, 30])))
    lasts = timedelta(minutes=draw(st.sampled_from([0, 30, 60, 90, 600])))
    if is_day:
        starts, lasts = day, timedelta(days=draw(st.integers(1, 4)))

    def told(name, *walls):
        if is_day:
            return f"{name};VALUE=DATE:" + ",".join(f"{one:%Y%m%d}" for one in walls)
        values = ",".join(f"{one:%Y%m%dT%H%M%S}{'Z' * (zone == 'UTC')}" for one in walls)
        return f"{name}{f';TZID={zone}' if zone not in ('', 'UTC') else ''}:{values}"

    uid = f"UID:{next(numbers)}@example.org"
    lines = [uid, "SUMMARY:Algo", told("DTSTART", starts)]
    hours = f"PT{int(lasts.total_seconds()) // 60}M"
    lines.append(
        told("DTEND", starts + lasts) if is_day or draw(st.booleans()) else f"DURATION:{hours}"
    )
    parts, dates = [lines], [starts]
    if draw(st.booleans()) or draw(st.booleans()):
        rule = draw(st.sampled_from(FREQUENCIES))
        times = draw(st.integers(1, 12))
        lines.append(f"RRULE:{rule};COUNT={times}")
        dates = _dates(rule, starts, times)
        if len(dates) > 2:
            if draw(st.booleans()):
                lines.append(told("EXDATE", dates[1]))
            if draw(st.booleans()):
                moved = dates[2] + timedelta(days=draw(st.sampled_from([0, 1, 5])))
                moved += timedelta(0) if is_day else timedelta(hours=1)
                parts.append(
                    [
                        uid,
                        "SUMMARY:Otro",
                        told("RECURRENCE-ID", dates[2]),
                        told("DTSTART", moved),
                        told("DTEND", moved + max(lasts, timedelta(minutes=15))),
                        *draw(st.sampled_from([[], ["STATUS:CANCELLED"], ["LOCATION:Allí"]])),
                    ]
                )
        if draw(st.booleans()):
            lines.append(told("RDATE", starts + timedelta(days=draw(st.integers(1, 40)))))
    return ["\n".join(part) for part in parts]


def _dates(rule, starts, times):
    from dateutil.rrule import rrulestr

    return sorted({starts, *rrulestr(f"{rule};COUNT={times}", dtstart=starts)})
