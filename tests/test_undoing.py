"""What a toast offers to take back, it takes back: by the address that stands in it."""

import html
import re
from pathlib import Path

import pytest
from sqlalchemy import select

import app as house
from app.core.db import db
from app.core.hypermedia import undoing
from app.ideas.models import Evaluator, Idea
from tests.factories import make_idea
from tests.factories.ideas import ask_evaluator, make_group

TOAST = re.compile(r'<form[^>]*action="([^"]*_method=[^"]*)"[^>]*>')


def test_the_address_says_by_which_method(app):
    assert undoing("ideas.withdrawal.destroy", number=7).endswith("/withdrawal?_method=DELETE")
    named = undoing("ideas.owner.update", method="PUT", number=7, person=3)
    assert named.endswith("?person=3&_method=PUT")
    assert undoing("ideas.decision.destroy", number=7, step=2).endswith("?step=2&_method=DELETE")


def test_nobody_mistakes_what_chooses_a_rule_for_it():
    """`url_for(…, _method=…)` leaves no trace in an address: the toast would do it once more."""
    sources = Path(house.__file__).parent.rglob("*.py")
    assert [str(one) for one in sources if '_method="' in one.read_text()] == []


@pytest.fixture
def at_work(client, nerea):
    return client.sign_in(nerea)


def taken_back(client, answer):
    """Press the button of the toast on the page an answer leads to."""
    page = client.get(answer.location).text.partition('id="toasts"')[2]
    return client.post(html.unescape(TOAST.search(page)[1]))


def test_an_idea_that_was_withdrawn(client, ane):
    idea = make_idea(ane)
    client.sign_in(ane)
    taken_back(client, client.post(f"/ideas/{idea.id}/withdrawal"))
    assert db.session.get_one(Idea, idea.id).is_shown


def test_an_idea_that_was_merged(at_work, ane):
    one, other = make_idea(ane), make_idea(ane)
    taken_back(at_work, at_work.post(f"/ideas/{one.id}/merging", data={"to": other.id}))
    assert db.session.get_one(Idea, one.id).merged_into_id is None


def test_an_owner_who_was_released(at_work, ane):
    number = make_idea(ane, owner_id=ane.id).id
    taken_back(at_work, at_work.delete(f"/ideas/{number}/owner"))
    assert db.session.get_one(Idea, number).owner_id == ane.id


def test_an_evaluator_who_was_released(at_work, ane, jon, nerea):
    idea = make_idea(ane)
    ask_evaluator(idea, jon, by=nerea)
    taken_back(at_work, at_work.delete(f"/ideas/{idea.id}/evaluators/{jon.id}"))
    assert db.session.scalars(select(Evaluator.person_id)).all() == [jon.id]


def test_an_idea_that_was_taken_out_of_a_group(at_work, ane, nerea):
    idea = make_idea(ane)
    group = make_group(idea, by=nerea).id
    taken_back(at_work, at_work.delete(f"/ideas/groups/{group}/ideas/{idea.id}"))
    assert db.session.get_one(Idea, idea.id).group_id == group
