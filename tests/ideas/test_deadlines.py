"""Working days, against somebody who counts them one by one."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.ideas.calendar import REGIONS, holidays_of
from app.ideas.deadlines import after, between, is_worked, none

DAYS = st.dates(date(2019, 1, 1), date(2031, 12, 31))
PLACES = st.sampled_from(["ES-PV", "ES-MD", "ES-CN", "PT", "none"])


def counted(start, end, holidays):
    days = (start + timedelta(days=ahead) for ahead in range(1, (end - start).days + 1))
    return sum(day.weekday() < 5 and day not in holidays(day.year) for day in days)


@settings(max_examples=150, deadline=None)
@given(DAYS, st.integers(0, 500), PLACES)
def test_as_many_as_one_counts_day_by_day(start, ahead, place):
    end, holidays = start + timedelta(days=ahead), holidays_of(place)
    assert between(start, end, holidays) == counted(start, end, holidays)
    assert between(end, start, holidays) == -counted(start, end, holidays)


@settings(max_examples=150, deadline=None)
@given(DAYS, DAYS, DAYS, PLACES)
def test_two_stretches_are_as_long_as_both_together(one, two, three, place):
    holidays = holidays_of(place)
    together = between(one, two, holidays) + between(two, three, holidays)
    assert between(one, three, holidays) == together


@settings(max_examples=150, deadline=None)
@given(DAYS, st.integers(1, 250), PLACES)
def test_the_day_on_which_they_are_over_is_the_first_such_day(start, days, place):
    holidays = holidays_of(place)
    end = after(start, days, holidays)
    assert counted(start, end, holidays) == days
    assert is_worked(end, holidays)


@settings(max_examples=150, deadline=None)
@given(DAYS, st.integers(-120, -1), PLACES)
def test_what_was_late_by_so_many_days_is_late_by_as_many(start, days, place):
    holidays = holidays_of(place)
    end = after(start, days, holidays)
    assert between(start, end, holidays) == days
    assert is_worked(end, holidays)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 3, 4), 10, date(2026, 3, 18)),  # two weeks of any spring
        (date(2026, 3, 31), 1, date(2026, 4, 1)),
        (date(2026, 4, 1), 1, date(2026, 4, 7)),  # Thursday, Friday and Monday of Easter are free
        (date(2026, 12, 23), 2, date(2026, 12, 28)),
        (date(2026, 7, 4), 0, date(2026, 7, 6)),  # a Saturday has the Monday
        (date(2026, 7, 6), 0, date(2026, 7, 6)),
    ],
)
def test_in_the_basque_country(start, days, end):
    assert after(start, days, holidays_of("ES-PV")) == end


@pytest.mark.parametrize(
    ("place", "free", "worked"),
    [
        ("ES-PV", [date(2026, 3, 19), date(2026, 4, 2), date(2026, 4, 6)], [date(2026, 11, 2)]),
        ("ES-MD", [date(2026, 4, 2), date(2026, 11, 2)], [date(2026, 4, 6)]),
        ("ES", [date(2026, 1, 6), date(2026, 10, 12)], [date(2026, 4, 6)]),
        ("PT", [date(2026, 6, 10), date(2026, 12, 1)], [date(2026, 10, 12), date(2026, 1, 6)]),
        ("none", [], [date(2026, 1, 1), date(2026, 12, 25)]),
    ],
)
def test_each_place_keeps_its_own_days(place, free, worked):
    holidays = holidays_of(place)
    assert not [day for day in free if is_worked(day, holidays)]
    assert all(is_worked(day, holidays) for day in worked)


@pytest.mark.parametrize("place", REGIONS)
def test_every_place_that_may_be_chosen_is_known(place):
    assert place == "none" or holidays_of(place)(2027)


def test_where_there_are_no_holidays_there_are_five_days_in_a_week():
    assert between(date(2026, 1, 1), date(2026, 12, 31), none) == 260
