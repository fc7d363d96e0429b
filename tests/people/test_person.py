"""The verbs of a person, and what they leave in the books."""

import pytest

from app.core.db import writing
from app.facts import Fact, on
from app.facts.people import PersonDisabled, PersonEnabled, PersonJoined, RoleGranted
from app.people import queries
from app.people.models import Person, Role

_heard = []
on(Fact)(_heard.append)


@pytest.fixture
def heard():
    _heard.clear()
    return _heard


def test_closing_and_opening_an_account_is_written_down_with_who_did_it(ane, iker, heard):
    with writing():
        person, admin = queries.person(ane.id), queries.person(iker.id)
        person.disable(by=admin)
        person.disable(by=admin)
        person.enable(by=admin)
        person.enable(by=admin)

        assert [type(fact) for fact in heard] == [PersonDisabled, PersonEnabled]
        assert heard[0].actor is admin and heard[0].subject is person
    assert PersonDisabled.audited and PersonEnabled.undoes is PersonDisabled


def test_whoever_joins_is_announced_and_filed_without_accents(app, heard):
    with writing():
        person = Person.join("Íñigo Ñíguez", "INIGO@example.com", by=None)
        person.grant(Role.HR, by=None)
        person.grant(Role.HR, by=None)

    assert [type(fact) for fact in heard] == [PersonJoined, RoleGranted]
    assert (person.sort_name, person.email) == ("inigo niguez", "inigo@example.com")


def test_letters_that_grow_when_they_are_folded_still_fit(app):
    with writing():
        person = Person.join("ﷺ" * 120, "long@example.com", by=None)

    assert len(person.sort_name) == 120


def test_a_role_is_trusted_as_soon_as_it_is_granted(ane):
    with writing():
        person = queries.person(ane.id)
        assert not person.is_hr and not person.is_admin and not person.is_listener
        for role in Role:
            person.grant(role, by=None)
        assert person.is_ambassador and person.is_governance and person.is_listener
        assert person.is_hr and person.is_admin
