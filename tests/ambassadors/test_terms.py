"""A term: reminded of once, renewed, and ended with words of thanks."""

from datetime import timedelta

import pytest

from app.ambassadors import errands, queries, terms
from app.ambassadors.models import Mandate
from app.core import clock
from app.core.calendar import today
from app.core.db import db, writing
from app.people.models import Person
from tests.ambassadors.test_nominating import told_of
from tests.factories import make_person
from tests.factories.ambassadors import make_mandate, say_goodbye


@pytest.fixture
def mandate(ane, nerea):
    return make_mandate(ane, by=nerea, until=today() + timedelta(days=100))


def held(mandate_number):
    return db.session.get_one(Mandate, mandate_number)


def in_days(days):
    return clock.at(clock.now() + timedelta(days=days))


def test_thirty_days_before_the_ambassador_and_governance_hear_of_it_once(mandate, ane, nerea):
    with in_days(69):
        errands.remind()
        assert told_of("MandateRunsOut") == []
    for days in (70, 71, 99, 130):
        with in_days(days):
            errands.remind()
    assert told_of("MandateRunsOut") == sorted([ane.id, nerea.id])


def test_killed_after_one_of_them_the_others_hear_of_it_and_nobody_twice(
    mandate, nerea, monkeypatch
):
    make_mandate(make_person("Jon"), by=nerea, until=today() + timedelta(days=101))

    def killed_at_the_second(number, real=queries.held, seen=[]):  # noqa: B006 (it counts)
        seen.append(number)
        if len(seen) == 2:
            raise KeyboardInterrupt
        return real(number)

    with in_days(90):
        with monkeypatch.context() as patch:
            patch.setattr(queries, "held", killed_at_the_second)
            with pytest.raises(KeyboardInterrupt):
                errands.remind()
        errands.remind()
        errands.remind()
    assert len(told_of("MandateRunsOut")) == 4  # two ambassadors, and governance twice


def test_of_what_ended_and_of_whoever_left_nobody_is_reminded(mandate, ane, nerea):
    number, jon = ane.id, make_person("Jon")
    say_goodbye(make_mandate(jon, by=nerea, until=today() + timedelta(days=100)), nerea)
    with writing():
        db.session.get_one(Person, number).disable(by=None)
    with in_days(90):
        errands.remind()
    assert told_of("MandateRunsOut") == []


def test_it_shows_as_run_out_and_nothing_else_happens(client, mandate, ane):
    with in_days(101):
        client.sign_in(ane)
        for page in (f"/ambassadors/{mandate.id}", "/ambassadors", f"/people/{ane.id}"):
            assert "run out" in client.get(page).text or "ran out" in client.get(page).text
        assert held(mandate.id).is_open and db.session.get_one(Person, ane.id).is_ambassador


def test_renewed_it_is_reminded_of_again(client, mandate, ane, nerea):
    number, later = mandate.id, today() + timedelta(days=400)
    with in_days(80):
        errands.remind()
        client.sign_in(nerea).post(
            f"/ambassadors/{number}/renewal", data={"until": later.isoformat()}
        )
        assert held(number).until == later
    with in_days(380):
        errands.remind()
    assert told_of("MandateRunsOut") == sorted([ane.id, nerea.id] * 2)


def test_an_end_that_was_told_is_not_told_again_where_its_renewal_is_undone(client, mandate, nerea):
    number, later = mandate.id, today() + timedelta(days=400)
    with in_days(80):
        errands.remind()
        client.sign_in(nerea)
        client.post(f"/ambassadors/{number}/renewal", data={"until": later.isoformat()})
        client.delete(f"/ambassadors/{number}/renewal")
        errands.remind()
    assert len(told_of("MandateRunsOut")) == 2  # the ambassador and governance, each once


def test_a_renewal_is_told_and_can_be_taken_back(client, mandate, ane, nerea):
    number, before = mandate.id, mandate.until
    client.sign_in(nerea)
    for sent in (before.isoformat(), "2199-01-01", ""):
        answer = client.post(f"/ambassadors/{number}/renewal", data={"until": sent})
        assert answer.status_code == 422
    later = before + timedelta(days=200)
    client.post(f"/ambassadors/{number}/renewal", data={"until": later.isoformat()})
    assert held(number).until == later
    client.delete(f"/ambassadors/{number}/renewal")
    assert held(number).until == before
    assert told_of("MandateRenewed") == []


def test_the_longest_term_is_renewed_by_the_day_that_is_offered(client, ane, nerea):
    number = make_mandate(ane, by=nerea, until=terms.latest_end()).id
    client.sign_in(nerea)
    offered = terms.usual_end(terms.latest_end()).isoformat()
    assert f'value="{offered}"' in client.get(f"/ambassadors/{number}/renewal/new").text
    answer = client.post(f"/ambassadors/{number}/renewal", data={"until": offered})
    assert answer.status_code == 303 and held(number).until.isoformat() == offered


def test_a_goodbye_has_words_that_everybody_reads_with_the_term(client, mandate, ane, nerea, rosa):
    number = mandate.id
    words = "Thank you for a year of Thursdays."
    client.sign_in(nerea)
    assert client.post(f"/ambassadors/{number}/farewell").status_code == 422
    client.post(f"/ambassadors/{number}/farewell", data={"farewell": words})

    assert (held(number).ended_on, held(number).ended_by) == (today(), nerea.id)
    assert not db.session.get_one(Person, ane.id).is_ambassador
    assert told_of("FarewellSaid") == [ane.id]
    client.sign_in(rosa)
    for page in (f"/ambassadors/{number}", f"/people/{ane.id}"):
        assert words in client.get(page).text
    assert "Ane" not in client.get("/ambassadors").text
    assert "says goodbye to an ambassador" in client.get("/activity").text


def test_a_goodbye_is_taken_back_on_the_same_day_alone(client, mandate, ane, nerea):
    say_goodbye(mandate, nerea)
    number = mandate.id
    with in_days(2):
        assert client.sign_in(nerea).delete(f"/ambassadors/{number}/farewell").status_code == 403
    client.sign_in(nerea).delete(f"/ambassadors/{number}/farewell")
    assert held(number).is_open and held(number).farewell == ""
    assert db.session.get_one(Person, ane.id).is_ambassador
    assert told_of("FarewellSaid") == []
    assert len(queries.terms(ane.id)) == 1


def test_nobody_says_goodbye_to_themself_nor_renews_their_own_term(client, nerea):
    number = make_mandate(nerea, by=make_person("Garazi", "governance")).id
    client.sign_in(nerea)
    for noun in ("farewell", "renewal"):
        assert client.get(f"/ambassadors/{number}/{noun}/new").status_code == 403
        assert client.post(f"/ambassadors/{number}/{noun}").status_code == 403


def test_terms_of_before_are_kept_and_shown(client, mandate, ane, nerea, rosa):
    say_goodbye(mandate, nerea, words="The first goodbye.")
    with in_days(30):
        later = make_mandate(ane, by=nerea)
        page = client.sign_in(rosa).get(f"/ambassadors/{later.id}").text
        assert "Other terms" in page and "The first goodbye." in page
