"""What is decided of an idea, and undone."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.core import clock, outbox
from app.core.db import db, writing
from app.ideas.models import Decision, Idea, Lacking, StepKind, TooLate, Verdict
from app.notifications.models import Delivery, Notification
from app.people.models import Person
from tests.factories import decide, make_idea


def test_a_decision_stands_with_who_and_when(nerea):
    idea = make_idea()

    decide(idea, by=nerea, verdict=Verdict.ANALYSE, target=2027, words="We look at it.")

    found = db.session.get_one(Idea, idea.id)
    assert (found.verdict, found.target, found.words) == (Verdict.ANALYSE, 2027, "We look at it.")
    assert [(step.kind, step.by_id) for step in found.steps] == [(StepKind.DECIDED, nerea.id)]


@pytest.mark.parametrize(
    ("verdict", "missing"), [(Verdict.DECLINED, "reason_id"), (Verdict.DONE, "result")]
)
def test_what_ends_an_idea_says_why_or_what_came_of_it(nerea, verdict, missing):
    idea, who = make_idea(), nerea.id
    with pytest.raises(Lacking, match=missing), writing():
        db.session.get_one(Idea, idea.id).decide(
            Decision(verdict=verdict), by=db.session.get_one(Person, who)
        )
    assert db.session.get_one(Idea, idea.id).is_new


def test_undone_at_once_the_decision_before_it_stands_again(nerea):
    idea, who = make_idea(), nerea.id
    decide(idea, by=nerea, verdict=Verdict.ANALYSE)
    decide(idea, by=nerea, verdict=Verdict.DONE)

    with writing():
        db.session.get_one(Idea, idea.id).undo_decision(by=db.session.get_one(Person, who))

    found = db.session.get_one(Idea, idea.id)
    assert found.verdict is Verdict.ANALYSE
    assert found.result == ""


def test_what_was_decided_long_ago_is_not_undone(nerea, monkeypatch):
    idea, who = make_idea(), nerea.id
    decide(idea, by=nerea)
    later = clock.now() + timedelta(minutes=11)
    monkeypatch.setattr(clock, "now", lambda: later)

    with pytest.raises(TooLate), writing():
        db.session.get_one(Idea, idea.id).undo_decision(by=db.session.get_one(Person, who))
    assert db.session.get_one(Idea, idea.id).verdict is Verdict.IN_PROGRESS


def test_with_new_evidence_what_was_ended_waits_again(nerea):
    idea, who = make_idea(), nerea.id
    decide(idea, by=nerea, verdict=Verdict.DECLINED)

    with writing():
        db.session.get_one(Idea, idea.id).reopen("Now we may.", by=db.session.get_one(Person, who))

    found = db.session.get_one(Idea, idea.id)
    assert found.is_new and found.reason_id is None
    assert found.steps[-1].words == "Now we may."


def test_what_is_missing_is_asked_and_given(ane, nerea):
    idea, author, who = make_idea(ane), ane.id, nerea.id
    with writing():
        db.session.get_one(Idea, idea.id).ask("How many?", by=db.session.get_one(Person, who))
    assert db.session.get_one(Idea, idea.id).lacks_information

    with writing():
        db.session.get_one(Idea, idea.id).complete("203.", by=db.session.get_one(Person, author))

    found = db.session.get_one(Idea, idea.id)
    assert not found.lacks_information
    assert [step.kind for step in found.steps] == [StepKind.ASKED, StepKind.COMPLETED]


def test_what_is_undone_at_once_was_never_told(ane, nerea):
    """The last decision alone: whoever was told of the one before keeps that."""
    idea, who = make_idea(ane), nerea.id
    decide(idea, by=nerea, verdict=Verdict.ANALYSE)
    decide(idea, by=nerea, verdict=Verdict.IN_PROGRESS)
    outbox.drain()
    assert [told.fact for told in db.session.scalars(select(Delivery))].count("IdeaDecided") == 2

    with writing():
        db.session.get_one(Idea, idea.id).undo_decision(by=db.session.get_one(Person, who))

    told = select(func.count(Notification.id)).where(Notification.person_id == ane.id)
    assert [told.fact for told in db.session.scalars(select(Delivery))].count("IdeaDecided") == 1
    assert db.session.scalar(told) == 1
