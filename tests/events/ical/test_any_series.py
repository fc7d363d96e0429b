"""Whatever repeats, wherever, and whatever became of it: other programs show what we keep."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core import clock
from app.core.db import db, writing
from app.events import queries, scheduling
from app.events.ical.writing import document
from app.events.models import Event, When
from app.events.repeating import Repeats, rule
from tests.events.ical import is_read_as_kept
from tests.factories.events import make_event

pytestmark = pytest.mark.alone  # it says nothing of a database

NOW = datetime(2026, 9, 1, 9)
ZONES = [
    *("Europe/Madrid", "Atlantic/Canary", "America/New_York", "America/Mexico_City"),
    *("Australia/Lord_Howe", "Asia/Kolkata", "UTC"),
]
days = st.dates(datetime(2026, 9, 2).date(), datetime(2027, 4, 10).date())
hours = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30]))
lengths = st.sampled_from([0, 15, 60, 90, 240, 60 * 23, 60 * 26]).map(
    lambda m: timedelta(minutes=m)
)
ways = st.sampled_from([one for one in Repeats if one not in (Repeats.NO, Repeats.AS_IT_IS)])
of_others = st.sampled_from(
    [
        *("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH", "FREQ=MONTHLY;BYDAY=MO,WE;BYSETPOS=-1"),
        *("FREQ=DAILY;INTERVAL=2;COUNT=40", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=WEEKLY;COUNT=20"),
        *("FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=SU,MO;UNTIL=20270401", "FREQ=YEARLY"),
    ]
)
# Which date, how many hours later, and how long; None is off.
fates = st.lists(
    st.tuples(st.integers(0, 30), st.none() | st.integers(-200, 200), lengths), max_size=4
)


@given(
    day=days,
    hour=hours,
    lasts=lengths,
    zone=st.sampled_from(ZONES),
    is_all_day=st.booleans(),
    way=st.one_of(ways, of_others),
    goes_on=st.integers(5, 400),
    fates=fates,
    more=st.lists(st.tuples(st.integers(0, 60), hours), max_size=2),
    skipped=st.lists(st.integers(0, 10), max_size=2),
    moved=st.none() | st.tuples(st.integers(1, 90), st.integers(1, 48)),
)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_what_is_read_is_what_is_kept(
    ane, day, hour, lasts, zone, is_all_day, way, goes_on, fates, more, skipped, moved
):
    if is_all_day:
        hour, lasts = time(), timedelta(days=1 + int(lasts > timedelta(hours=20)))
    first = datetime.combine(day, hour)
    repeats = way
    if isinstance(way, Repeats):
        repeats = rule(way, day, zone, until=day + timedelta(days=goes_on))
    with clock.at(NOW):
        event = make_event(
            ane, starts=first, lasts=lasts, zone=zone, all_day=is_all_day, rule=repeats
        )
        with writing():
            held = db.session.get_one(Event, event.id)
            walls = [one.original for one in held.occurrences]
            held.more_dates = [_at(first, hours, by, is_all_day).isoformat() for hours, by in more]
            held.skipped = [walls[which].isoformat() for which in skipped if which < len(walls) - 1]
            scheduling.lay_out(held)
        for which, hours, lasts_now in fates:
            _befall(event, which, hours, lasts_now, is_all_day)
    if moved:
        _move_all(event, *moved, is_all_day)
    with clock.at(NOW):
        read = document([db.session.get_one(Event, event.id)])
        # Noon: a day that begins at the border of what is asked is in it for one program alone.
        is_read_as_kept(read, event, until=datetime(2028, 1, 1, 12))


def _at(first, days, by, is_all_day):
    return datetime.combine(first.date() + timedelta(days=days), time() if is_all_day else by)


def _befall(event, which, hours, lasts, is_all_day):
    """One date moves, or is off."""
    with writing():
        found = db.session.get_one(Event, event.id).occurrences
        one = queries.held(found[which % len(found)].id)
        if hours is None:
            one.cancel("", by=None)
            return
        by = timedelta(days=hours // 24) if is_all_day else timedelta(hours=hours)
        starts = one.original + by
        ends = starts + (timedelta(days=1) if is_all_day else lasts)
        one.move(When(starts, ends, one.zone, is_all_day), place="Gasteiz", call_url="", by=None)


def _move_all(event, days_later, hours_later, is_all_day):
    """The whole series, some days after it began, with what has been left where it was."""
    with clock.at(NOW + timedelta(days=days_later)), writing():
        held = db.session.get_one(Event, event.id)
        starts = held.starts + timedelta(days=days_later)
        if not is_all_day:
            starts += timedelta(hours=hours_later)
        held.stand_at(held.when.on(starts), rule=held.rule)
        scheduling.lay_out(held)
