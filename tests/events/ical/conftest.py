"""Somebody who brings calendars in, on the day the files of `calendars.py` are about."""

import pytest

from app.core import clock
from tests.events.ical.calendars import TODAY
from tests.factories import make_person


@pytest.fixture
def today(app):
    with clock.at(TODAY):
        yield


@pytest.fixture
def leire():
    return make_person("Leire", "ambassador")
