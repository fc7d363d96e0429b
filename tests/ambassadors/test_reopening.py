"""A request that is open again reaches somebody; and a second press is no offence."""

import pytest

from app.ambassadors.models import HelpRequest, HelpState
from app.core.db import db, writing
from app.people.models import Person
from tests.ambassadors.test_nominating import told_of
from tests.factories import make_person
from tests.factories.ambassadors import answer_help, ask_for_help, make_mandate


@pytest.fixture
def asked(ane, nerea):
    make_mandate(ane, by=nerea)
    return ane


@pytest.fixture
def next_one(nerea, asked):
    return make_mandate(make_person("Leire"), by=nerea).person_id


@pytest.fixture
def request_of_rosa(rosa, asked):
    return ask_for_help(rosa, whom=asked.id).id


def held(number):
    return db.session.get_one(HelpRequest, number)


def leave(person):
    number = person.id
    with writing():
        db.session.get_one(Person, number).disable(by=None)


def closed_and_opened(client, rosa, number, meanwhile):
    client.sign_in(rosa).post(f"/ambassadors/help/{number}/closing")
    meanwhile()
    client.sign_in(rosa).delete(f"/ambassadors/help/{number}/closing")


def test_opened_again_it_goes_to_the_next_where_whoever_was_asked_has_left(
    client, request_of_rosa, asked, next_one, rosa
):
    closed_and_opened(client, rosa, request_of_rosa, lambda: leave(asked))
    assert (held(request_of_rosa).asked_id, held(request_of_rosa).state) == (next_one, "asked")
    assert told_of("HelpReopened") == [next_one]


def test_and_to_governance_where_nobody_is_left(client, request_of_rosa, asked, nerea, rosa):
    closed_and_opened(client, rosa, request_of_rosa, lambda: leave(asked))
    assert held(request_of_rosa).is_for_governance and held(request_of_rosa).due_on is None
    assert told_of("HelpReopened") == [nerea.id]


def test_an_answer_stays_whose_it_is(client, request_of_rosa, asked, next_one, rosa):
    answer_help(held(request_of_rosa), asked)
    closed_and_opened(client, rosa, request_of_rosa, lambda: leave(asked))
    assert (held(request_of_rosa).asked_id, held(request_of_rosa).state) == (asked.id, "answered")
    assert told_of("HelpReopened") == []


@pytest.mark.parametrize("noun", ["acceptance", "passing"])
def test_whoever_is_asked_may_press_twice(client, request_of_rosa, asked, next_one, noun):
    client.sign_in(asked)
    page = f"/ambassadors/help/{request_of_rosa}/{noun}"
    assert [client.post(page).status_code for _ in range(2)] == [303, 303]
    who, state = {"acceptance": (asked.id, "taken"), "passing": (next_one, "asked")}[noun]
    assert (held(request_of_rosa).asked_id, held(request_of_rosa).state) == (who, state)


def test_whoever_asked_may_press_twice(client, request_of_rosa, rosa):
    client.sign_in(rosa)
    page = f"/ambassadors/help/{request_of_rosa}"
    assert [client.post(f"{page}/closing").status_code for _ in range(2)] == [303, 303]
    assert [client.delete(f"{page}/closing").status_code for _ in range(2)] == [303, 303]
    assert [client.delete(page).status_code for _ in range(2)] == [303, 303]
    assert held(request_of_rosa).state is HelpState.TAKEN_BACK
    client.post(f"{page}/closing")
    assert held(request_of_rosa).state is HelpState.TAKEN_BACK
