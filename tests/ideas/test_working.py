"""Who carries an idea, until when, and what the house answers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import outbox
from app.core.db import db
from app.ideas import scoring
from app.ideas.models import Idea, StepKind
from app.notifications.models import Delivery, Notification
from tests.conftest import at_once
from tests.factories import make_idea, make_person
from tests.factories.ideas import ask_evaluator

places = st.integers(1, 5)
RATED = {"value": "5", "reach": "4", "effort": "3"}


def told(fact, number):
    rows = (
        db.select(Notification.person_id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .where(Delivery.fact == fact, Delivery.subject_id == number)
    )
    return set(db.session.scalars(rows))


@pytest.mark.parametrize(
    ("value", "reach", "effort", "worth"),
    [(1, 1, 5, 0.2), (5, 5, 1, 25.0), (3, 3, 3, 3.0), (5, 4, 3, 6.7), (2, 1, 3, 0.7)],
)
def test_a_score_is_value_times_reach_by_effort(value, reach, effort, worth):
    assert scoring.score(value=value, reach=reach, effort=effort) == worth


@given(value=places, reach=places, effort=places)
def test_more_value_or_reach_is_never_worth_less_nor_more_effort_worth_more(value, reach, effort):
    worth = scoring.score(value=value, reach=reach, effort=effort)
    assert scoring.LOWEST <= worth <= scoring.HIGHEST
    assert scoring.score(value=min(value + 1, 5), reach=reach, effort=effort) >= worth
    assert scoring.score(value=value, reach=min(reach + 1, 5), effort=effort) >= worth
    assert scoring.score(value=value, reach=reach, effort=min(effort + 1, 5)) <= worth


def test_governance_and_evaluators_score_and_overtake_nobody(client, ane, jon, nerea):
    idea = make_idea()
    ask_evaluator(idea, jon, by=nerea)
    before = db.session.get_one(Idea, idea.id).version
    for person, status in ((ane, 404), (jon, 303), (nerea, 303)):
        client.sign_in(person)
        assert client.put(f"/ideas/{idea.id}/score", data=RATED).status_code == status
    found = db.session.get_one(Idea, idea.id)
    assert (found.score, found.version) == (6.7, before)
    assert "6.7" in client.get(f"/ideas/{idea.id}").text


@pytest.mark.parametrize("wrong", [{"value": "6"}, {"reach": ""}, {"effort": "0"}, {"value": "x"}])
def test_a_score_has_all_three_and_no_other_place(client, nerea, wrong):
    idea = make_idea()
    answer = client.sign_in(nerea).put(f"/ideas/{idea.id}/score", data=RATED | wrong)
    assert answer.status_code == 422
    assert db.session.get_one(Idea, idea.id).score is None


def test_an_owner_is_named_told_and_released(client, ane, nerea):
    idea = make_idea()
    client.sign_in(nerea)
    assert ane.name in client.get(f"/ideas/{idea.id}/desk?q=ane").text
    assert client.put(f"/ideas/{idea.id}/owner?person={ane.id}").status_code == 303
    outbox.drain()
    assert told("OwnerNamed", idea.id) == {ane.id}
    found = db.session.get_one(Idea, idea.id)
    assert found.owner_id == ane.id and found.steps[-1].person_id == ane.id

    client.delete(f"/ideas/{idea.id}/owner")
    found = db.session.get_one(Idea, idea.id)
    assert found.owner_id is None
    assert [step.kind for step in found.steps] == [StepKind.OWNED, StepKind.OWNED]


def test_somebody_is_asked_told_and_released(client, ane, nerea):
    idea = make_idea()
    client.sign_in(nerea)
    client.put(f"/ideas/{idea.id}/evaluators/{ane.id}")
    outbox.drain()
    assert told("EvaluatorAsked", idea.id) == {ane.id}
    assert "has still to say it" in client.get(f"/ideas/{idea.id}").text
    assert client.delete(f"/ideas/{idea.id}/evaluators/{ane.id}").status_code == 303
    assert told("EvaluatorAsked", idea.id) == set()
    assert "has still to say it" not in client.get(f"/ideas/{idea.id}").text


def test_who_left_carries_nothing(client, nerea):
    gone = make_person("Gone", disabled_at=date(2020, 1, 1))
    idea = make_idea()
    client.sign_in(nerea)
    assert client.put(f"/ideas/{idea.id}/owner?person={gone.id}").status_code == 404
    assert client.put(f"/ideas/{idea.id}/evaluators/{gone.id}").status_code == 404


@pytest.mark.parametrize("day", ["", "soon", "2001-01-01"])
def test_a_date_is_still_to_come(client, nerea, day):
    idea = make_idea()
    answer = client.sign_in(nerea).put(f"/ideas/{idea.id}/target", data={"target_on": day})
    assert answer.status_code == 422 and "target_on-error" in answer.text


def test_a_date_is_set_shown_and_taken_away(client, nerea):
    idea = make_idea()
    client.sign_in(nerea)
    client.put(f"/ideas/{idea.id}/target", data={"target_on": "2100-03-02"})
    assert db.session.get_one(Idea, idea.id).target_on == date(2100, 3, 2)
    assert 'datetime="2100-03-02"' in client.get(f"/ideas/{idea.id}").text
    client.delete(f"/ideas/{idea.id}/target")
    assert db.session.get_one(Idea, idea.id).target_on is None


def test_the_answer_stands_on_top_and_is_told_once(client, ane, jon, nerea):
    idea = make_idea(ane)
    client.sign_in(nerea)
    said = {"answer": "We *start* in March.", "version": idea.version}
    assert client.put(f"/ideas/{idea.id}/answer", data=said).status_code == 303
    outbox.drain()
    assert told("IdeaAnswered", idea.id) == {ane.id}
    now = db.session.get_one(Idea, idea.id)
    better = {"answer": "We *start* in April.", "version": now.version}
    client.put(f"/ideas/{idea.id}/answer", data=better)

    client.sign_in(jon)
    page = client.get(f"/ideas/{idea.id}").text
    assert "We <em>start</em> in April." in page and "March" not in page
    outbox.drain()
    deliveries = db.select(Delivery).where(Delivery.fact == "IdeaAnswered")
    assert len(db.session.scalars(deliveries).all()) == 1


def test_of_two_who_answer_at_once_the_second_sees_both(app, nerea):
    idea = make_idea()
    number, version = idea.id, idea.version
    other = make_person("Garazi", "governance")

    answers = at_once(
        app,
        *(
            (who, f"/ideas/{number}/answer?_method=PUT", {"answer": said, "version": version})
            for who, said in ((nerea, "We say yes"), (other, "We say no"))
        ),
    )

    assert [answer.status_code for answer in answers] == [303, 409]
    assert "We say yes" in answers[1].text and "We say no" in answers[1].text


def test_an_answer_that_seems_to_tell_of_a_customer_is_asked_about(client, nerea):
    idea = make_idea()
    said = {"answer": "Call 600 123 456 and say so.", "version": idea.version}
    answer = client.sign_in(nerea).put(f"/ideas/{idea.id}/answer", data=said)
    assert answer.status_code == 422 and "600 123 456" in answer.text
