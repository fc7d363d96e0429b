"""Months and weeks: every day once, and what goes on on each of its days."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.events import grid
from app.events.models import When

DAYS = st.dates(grid.FIRST, grid.LAST)
ZONES = st.sampled_from(
    [
        "Europe/Madrid",
        "America/Havana",  # its clocks go forward at midnight
        "Asia/Beirut",
        "Atlantic/Azores",
        "Pacific/Apia",  # where a day was once left out
        "Asia/Kathmandu",
        "UTC",
    ]
)


def thing(when, number=1):
    return SimpleNamespace(
        id=number,
        starts=when.starts,
        ends=when.ends,
        starts_at=when.starts_at,
        ends_at=when.ends_at,
        is_all_day=when.is_all_day,
    )


def seen(moment, zone):
    """The day it is there."""
    return moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).date()


def days_with(found, days):
    return [day for day, things in zip(days, found, strict=True) if things]


@given(DAYS)
def test_a_month_has_each_of_its_days_once_in_whole_weeks(day):
    weeks = grid.month_of(day)
    days = [one for week in weeks for one in week]

    assert all(len(week) == 7 and week[0].weekday() == 0 for week in weeks)
    assert days == [days[0] + grid.A_DAY * nth for nth in range(len(days))]
    ours = [one for one in days if (one.year, one.month) == (day.year, day.month)]
    assert [one.day for one in ours] == list(range(1, len(ours) + 1))
    assert (ours[-1] + grid.A_DAY).month != day.month
    assert any(day in week for week in (weeks[0], weeks[-1], ours)) and len(weeks) in (4, 5, 6)


@given(DAYS)
def test_a_week_has_seven_days_from_monday_and_the_one_asked_for(day):
    week = grid.week_of(day)

    assert week == [week[0] + grid.A_DAY * nth for nth in range(7)]
    assert week[0].weekday() == 0 and day in week


@given(DAYS, st.integers(-30, 30))
def test_so_many_months_on_and_back_is_the_same_month(day, count):
    there = grid.months_on(day, count)

    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == count
    assert there.day <= day.day
    back = grid.months_on(there, -count)
    assert (back.year, back.month) == (day.year, day.month)


@pytest.mark.parametrize(
    "day, count, there",
    [
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 1, 31), -1, date(2025, 12, 31)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 3, 31), -1, date(2028, 2, 29)),
    ],
)
def test_over_the_turn_of_a_year_and_into_short_months(day, count, there):
    assert grid.months_on(day, count) == there


@settings(max_examples=300, deadline=None)
@given(
    ZONES,
    st.datetimes(datetime(2024, 1, 1), datetime(2027, 12, 31)),
    st.integers(0, 31 * 24 * 60),
)
def test_an_event_stands_on_each_of_its_days_and_on_no_other(zone, starts, minutes):
    when = When(starts, starts + timedelta(minutes=minutes), zone)
    if not when.is_possible:
        return
    event = thing(when)
    first = seen(event.starts_at, zone)
    last = seen(max(event.starts_at, event.ends_at - timedelta(microseconds=1)), zone)
    days = [one for week in grid.month_of(starts.date()) for one in week]

    found = grid.on_days([event], days, zone)

    assert days_with(found, days) == [day for day in days if first <= day <= last]


@given(ZONES, st.dates(date(2024, 1, 1), date(2027, 1, 1)), st.integers(1, 31))
@settings(deadline=None)
def test_what_takes_all_day_takes_the_same_days_wherever_one_reads(zone, day, lasts):
    starts = datetime.combine(day, datetime.min.time())
    event = thing(When(starts, starts + grid.A_DAY * lasts, "Asia/Tokyo", is_all_day=True))
    days = [one for week in grid.month_of(day) for one in week]

    found = days_with(grid.on_days([event], days, zone), days)

    assert found == [one for one in days if day <= one < day + grid.A_DAY * lasts]


@pytest.mark.parametrize(
    "starts, lasts, days",
    [
        (datetime(2026, 3, 28, 23), timedelta(hours=2), [28, 29]),  # into the short day
        (datetime(2026, 3, 29, 1), timedelta(hours=1), [29]),
        (datetime(2026, 3, 29, 23), timedelta(minutes=59), [29]),
        (datetime(2026, 3, 28, 23), timedelta(hours=1), [28]),  # until midnight is not the next day
        (datetime(2026, 3, 29), timedelta(0), [29]),  # at midnight, and no longer
        (datetime(2026, 3, 27), timedelta(days=3), [27, 28, 29]),
    ],
)
def test_on_the_day_the_clock_is_put_forward(starts, lasts, days):
    week = grid.week_of(date(2026, 3, 29))
    event = thing(When(starts, starts + lasts, "Europe/Madrid"))

    found = grid.on_days([event], week, "Europe/Madrid")

    assert [day.day for day in days_with(found, week)] == days


def test_what_takes_all_day_stands_before_what_has_an_hour():
    day = datetime(2026, 11, 24)
    early = thing(When(day, day + timedelta(hours=1), "Europe/Madrid"), 1)
    all_day = thing(When(day, day + grid.A_DAY, "Europe/Madrid", is_all_day=True), 2)
    week = grid.week_of(day.date())

    found = grid.on_days([early, all_day], week, "Europe/Madrid")

    assert [one.id for one in found[1]] == [2, 1]


@given(st.lists(st.integers(1, 30), unique=True), st.sets(st.integers(1, 40)), st.integers(1, 5))
def test_of_a_long_day_ones_own_are_in_sight(others, own, most):
    """And nothing stands there twice, nor is lost from the count."""
    day = date(2026, 11, 24)
    everything = [SimpleNamespace(id=one) for one in sorted(set(others) | own)]
    theirs = [one for one in everything if one.id in own]

    [shown] = grid.theirs_first(grid.cut([day], [everything], most), [theirs], most)

    numbers = [one.id for one in shown.shown]
    assert len(numbers) == len(set(numbers)) == min(most, len(everything))
    assert set(numbers) <= own or own <= set(numbers)
    assert shown.total == len(everything) and shown.more == len(everything) - len(numbers)
