"""Calendars that nobody has written yet, whole and broken, come in."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.db import db, writing
from app.events.ical.writing import document
from app.events.models import Event
from app.imports.models import Outcome
from tests.events.ical.any_calendar import calendars
from tests.events.ical.calendars import NAMES, computed, file
from tests.events.ical.coming_in import come_in, moments

pytestmark = pytest.mark.usefixtures("today")


@given(calendars())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_calendar_falls_on_the_days_that_another_library_computes(leire, data):
    """As it comes in, and as it is served back."""
    with writing():
        for one in db.session.query(Event):
            one.take_back()
    results = come_in(data, leire)
    assert {one.outcome for one in results} <= {Outcome.BROUGHT_IN, Outcome.REMARK}
    expected = computed(data)
    assert moments() == expected
    assert computed(document(db.session.query(Event).all())) == expected


@given(st.randoms(use_true_random=False), st.sampled_from(NAMES))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_was_understood_of_a_broken_file_can_come_in(leire, chance, name):
    lines = file(name).decode().split("\r\n")
    times = [place for place, one in enumerate(lines) if re.match("(DT|EX|RDATE|RRULE|REC)", one)]
    for _ in range(3):
        place = chance.choice(times)
        lines[place] = lines[place].partition(":")[0] + ":" + chance.choice(lines).partition(":")[2]
    with writing():
        for one in db.session.query(Event):
            one.take_back()
    come_in("\r\n".join(lines).encode(), leire)
    assert all(one.occurrences for one in db.session.query(Event))
