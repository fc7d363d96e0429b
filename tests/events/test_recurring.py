from datetime import datetime

import pytest

from app.core import clock
from app.events.recurring import Unruly, checked, dates
from tests.factories.events import MADRID

FIRST = datetime(2026, 10, 20, 10)  # a Tuesday, five days before the clock goes back


@pytest.fixture(autouse=True)
def today():
    with clock.at(datetime(2026, 10, 1)):
        yield


def test_without_a_rule_there_is_one_date():
    assert dates("", FIRST, MADRID) == [FIRST]


def test_every_tuesday_at_ten_is_at_ten_in_summer_and_in_winter():
    found = dates("FREQ=WEEKLY;BYDAY=TU;COUNT=3", FIRST, MADRID)
    assert found == [datetime(2026, 10, day, 10) for day in (20, 27)] + [datetime(2026, 11, 3, 10)]


def test_a_last_moment_in_utc_is_read_by_the_wall():
    """23:30 in Madrid is 22:30 by the sun on the 27th of October: that date still counts."""
    late = FIRST.replace(hour=23, minute=30)
    found = dates("FREQ=WEEKLY;UNTIL=20261027T223000Z", late, MADRID)
    assert len(found) == 2
    assert len(dates("FREQ=WEEKLY;UNTIL=20261027T222900Z", late, MADRID)) == 1


def test_a_last_day_counts_to_its_end():
    assert len(dates("FREQ=WEEKLY;UNTIL=20261027", FIRST, MADRID)) == 2


def test_dates_are_added_and_taken_out():
    found = dates(
        "FREQ=WEEKLY;COUNT=3",
        FIRST,
        MADRID,
        more=[datetime(2026, 10, 22, 9)],
        but=[datetime(2026, 10, 27, 10)],
    )
    assert found == [FIRST, datetime(2026, 10, 22, 9), datetime(2026, 11, 3, 10)]


def test_one_without_an_end_is_laid_out_for_two_years():
    found = dates("FREQ=MONTHLY;BYDAY=-1FR", datetime(2026, 10, 30, 9), MADRID)
    assert 24 <= len(found) <= 26
    assert all(day.weekday() == 4 and day.month != (day.replace(day=28)).month + 1 for day in found)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=HOURLY",
        "FREQ=SECONDLY;COUNT=3",
        "FREQ=DAILY;BYHOUR=9,17",
        "FREQ=DAILY;BYSECOND=" + ",".join(map(str, range(60))),
        "FREQ=SOMETIMES",
        "once in a while",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;UNTIL=20269999T000000Z",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
        "FREQ=WEEKLY;" + "BYDAY=MO;" * 60,
        "FREQ=WEEKLY;BYSETPOS=400",
        "",
    ],
)
@pytest.mark.timeout(5)
def test_what_is_no_rule_of_ours_is_refused_at_once(rule):
    if rule:
        with pytest.raises(Unruly):
            checked(rule, FIRST, MADRID)
    else:
        assert checked(rule, FIRST, MADRID) == ""


@pytest.mark.timeout(5)
def test_one_that_begins_centuries_ago_is_followed_for_so_long_and_no_longer():
    assert len(dates("FREQ=YEARLY", datetime(1604, 5, 1), MADRID)) > 400
    with pytest.raises(Unruly):
        dates("FREQ=DAILY", datetime(1604, 5, 1), MADRID)
