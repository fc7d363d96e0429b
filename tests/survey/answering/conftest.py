"""A house of 26 people, a wave that is open, and Ane, who is asked."""

import pytest

from tests.factories import make_person, make_unit
from tests.factories.survey import open_wave
from tests.survey.answering import miren


@pytest.fixture
def house(app):
    """Everything → {Clinics 15, Offices 11}; Miren of the clinics runs waves."""
    top = make_unit("Everything")
    clinics, offices = make_unit("Clinics", top), make_unit("Offices", top)
    for unit, people in ((clinics, 14), (offices, 11)):
        for _ in range(people):
            make_person(unit_id=unit.id)
    make_person("Miren", "hr", unit_id=clinics.id)
    return offices


@pytest.fixture
def ane(house):
    return make_person("Ane", unit_id=house.id)


@pytest.fixture
def wave(ane):
    return open_wave(by=miren())


@pytest.fixture
def page(client, ane, wave):
    return client.sign_in(ane)
