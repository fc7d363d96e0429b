"""The role and the term go together, whichever way the role came or went."""

from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta

from app.ambassadors import queries
from app.ambassadors.models import Mandate, Nomination, Outcome
from app.core import clock, settings
from app.core.calendar import today
from app.core.db import db, writing
from app.people.models import Person
from tests.ambassadors.test_nominating import told_of
from tests.factories import make_person
from tests.factories.ambassadors import make_mandate, nominate


@pytest.fixture
def governing(client, nerea):
    return client.sign_in(nerea)


def role_of(person):
    return f"/admin/people/{person.id}/roles/ambassador"


def terms_of(person):
    rows = db.session.query(Mandate).filter_by(person_id=person.id).order_by(Mandate.id)
    return [(one.since, one.until, one.ended_on) for one in rows]


def test_the_role_that_is_granted_elsewhere_opens_a_term_of_the_usual_length(governing, ane, nerea):
    with writing():
        settings.put("ambassadors.months", 6)
    governing.post(role_of(ane))
    assert terms_of(ane) == [(today(), today() + relativedelta(months=6), None)]
    assert db.session.query(Mandate.named_by).scalar() == nerea.id


def test_the_role_that_is_withdrawn_elsewhere_ends_the_term(governing, ane, nerea):
    make_mandate(ane, by=nerea)
    governing.delete(role_of(ane))
    assert [ended for *_, ended in terms_of(ane)] == [today()]
    assert queries.open_mandate_of(ane.id) is None


def test_withdrawn_by_mistake_the_same_term_goes_on(governing, ane, nerea):
    until = make_mandate(ane, by=nerea, until=today() + timedelta(days=40)).until
    governing.delete(role_of(ane))
    governing.post(role_of(ane))
    assert terms_of(ane) == [(today(), until, None)]


def test_granted_on_another_day_it_is_another_term(governing, ane, nerea):
    make_mandate(ane, by=nerea)
    governing.delete(role_of(ane))
    with clock.at(clock.now() + timedelta(days=9)):
        client = governing.sign_in(nerea)
        client.post(role_of(ane))
        assert len(terms_of(ane)) == 2


def test_whoever_lays_it_down_is_an_ambassador_no_more(client, ane, nerea):
    make_mandate(ane, by=nerea)
    client.sign_in(ane).delete(role_of(ane))
    assert queries.open_mandate_of(ane.id) is None


def test_naming_opens_one_term_and_grants_the_role_once(ane, nerea):
    make_mandate(ane, by=nerea)
    make_mandate(ane, by=nerea)
    assert len(terms_of(ane)) == 1
    assert db.session.get_one(Person, ane.id).is_ambassador


def test_a_nomination_ends_where_the_role_comes_another_way(governing, ane, jon):
    number = nominate(ane, by=jon).id
    governing.post(role_of(ane))
    nomination = db.session.get_one(Nomination, number)
    assert nomination.outcome is Outcome.NAMED
    assert nomination.mandate_id == queries.open_mandate_of(ane.id).id


def test_and_whoever_put_them_forward_hears_of_it_once(governing, ane, jon):
    nominate(ane, by=jon)
    governing.post(role_of(ane))
    assert told_of("NominationFulfilled") == sorted([ane.id, jon.id])
    governing.delete(role_of(ane))
    governing.post(role_of(ane))
    assert told_of("NominationFulfilled") == sorted([ane.id, jon.id])


def test_another_role_opens_none(governing, ane, iker, client):
    client.sign_in(iker).post(f"/admin/people/{ane.id}/roles/governance")
    assert terms_of(ane) == []


def test_what_others_reckon_with_is_who_is_here_today(ane, nerea):
    gone = make_person("Gone")
    for one in (ane, gone):
        make_mandate(one, by=nerea)
    number = gone.id
    with writing():
        db.session.get_one(Person, number).disable(by=None)
    assert [row.person_id for row in db.session.execute(queries.in_office())] == [ane.id]
    assert [row.since for row in queries.terms(number)] == [today()]
