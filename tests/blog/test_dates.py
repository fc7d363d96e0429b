"""Dates, as people write them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blog.dates import moment

MADRID = ZoneInfo("Europe/Madrid")
MIDNIGHT = datetime(2019, 4, 30, 22)  # of the first of May, in Madrid


@pytest.mark.parametrize(
    "words",
    [
        "2019-05-01",
        "2019/5/1",
        "2019.05.01",
        "20190501",
        "01/05/2019",
        "1.5.2019",
        "1-5-2019",
        "May 1, 2019",
        "May 1st, 2019",
        "1 May 2019",
        "1 de mayo de 2019",
        "1 de maio de 2019",
        "Wed, 01 May 2019",
        "2019-05",
        "2019-05-01 00:00:00 +0200",
        "2019-05-01T00:00:00+02:00",
        "2019-04-30T22:00:00Z",
        "2019-04-30 22:00:00.000000000 +0000 UTC"[:33],
        "2019-05-01 12:00 AM",
        "2019-05-01 00:00 CEST",
        "1556661600",
    ],
)
def test_the_first_of_may(words):
    assert moment(words, MADRID) == MIDNIGHT


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("2019-05-01 10:15", datetime(2019, 5, 1, 8, 15)),
        ("2019-05-01 3:04 PM", datetime(2019, 5, 1, 13, 4)),
        ("2019-05-01 12:04 p.m.", datetime(2019, 5, 1, 10, 4)),
        ("2019-05-01T10:00:00.123456789Z", datetime(2019, 5, 1, 10, 0, 0, 123456)),
        ("2019-05-01 10:00 -0730", datetime(2019, 5, 1, 17, 30)),
        ("2019-05-01 10:00 -7", datetime(2019, 5, 1, 17)),
        ("05/25/2019", datetime(2019, 5, 24, 22)),
        ("maiatzak 3, 2020", datetime(2020, 5, 2, 22)),
    ],
)
def test_clocks_and_zones(words, there):
    assert moment(words, MADRID) == there


@pytest.mark.parametrize(
    "words",
    [
        *("", "soon", "5", "2019-13-45", "2019-02-30", "0001-01-01", "9999-12-31"),
        *("2019-05-01 25:00", "2019-05-01" + " " * 40_000 + "x", "1 " * 40_000),
    ],
)
def test_no_date(words):
    assert moment(words, MADRID) is None


@given(st.text(max_size=60))
def test_whatever_it_says_it_is_a_moment_or_none(words):
    assert isinstance(moment(words, MADRID), (datetime, type(None)))


@given(
    st.datetimes(datetime(1960, 1, 1), datetime(2150, 1, 1)),
    st.sampled_from(["%Y-%m-%d %H:%M:%S.%f+00:00", "%Y-%m-%dT%H:%M:%S.%fZ"]),
)
def test_a_moment_written_down_comes_back(then, shape):
    assert moment(then.strftime(shape), MADRID) == then
