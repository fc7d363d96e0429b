"""A goodbye is taken back where one was said, to somebody who is still here."""

import pytest

from app.core.db import db, writing
from app.people.models import Person, Role
from tests.factories.ambassadors import make_mandate, say_goodbye


@pytest.fixture
def mandate(ane, nerea):
    return make_mandate(ane, by=nerea)


def test_whoever_laid_the_role_down_does_not_get_it_back_unasked(client, mandate, ane, nerea):
    page, number = f"/ambassadors/{mandate.id}", ane.id
    with writing():
        person = db.session.get_one(Person, number)
        person.withdraw(Role.AMBASSADOR, by=person)
    client.sign_in(nerea)
    assert "Take the goodbye back" not in client.get(page).text
    assert client.delete(f"{page}/farewell").status_code == 403
    assert not db.session.get_one(Person, number).is_ambassador


def test_whoever_left_the_house_does_not_come_back_into_office(client, mandate, ane, nerea):
    page, number = f"/ambassadors/{mandate.id}", ane.id
    say_goodbye(mandate, nerea)
    client.sign_in(nerea)
    assert "Take the goodbye back" in client.get(page).text
    with writing():
        db.session.get_one(Person, number).disable(by=None)
    assert "Take the goodbye back" not in client.get(page).text
    assert client.delete(f"{page}/farewell").status_code == 403
    assert not db.session.get_one(Person, number).is_ambassador
