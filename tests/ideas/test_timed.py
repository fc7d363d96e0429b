"""The clock of an idea, which runs against whoever is to answer."""

from datetime import date, datetime, timedelta

import pytest

from app.core import clock, settings
from app.core.db import db, writing
from app.ideas.models import Decision, Idea, Verdict
from app.people.models import Person
from tests.factories import decide, make_idea, make_term
from tests.factories.catalogue import Kind

# A Wednesday in the house. Ten working days later is the 18th, thirty are over on 20 April: the
# 19th of March and three days of Easter are holidays of the Basque Country.
BEGAN = datetime(2026, 3, 4, 9)


@pytest.fixture
def idea(ane):
    with clock.at(BEGAN):
        return make_idea(ane)


def do(idea, verb, *said, by, at):
    """A verb on it, on a day at nine."""
    number, who = idea.id, by.id
    with clock.at(datetime.combine(at, BEGAN.time())), writing():
        found = db.session.get_one(Idea, number)
        getattr(found, verb)(*said, by=db.session.get_one(Person, who))
    return db.session.get_one(Idea, number)


def at(day, verdict, idea, by, **said):
    with clock.at(datetime.combine(day, BEGAN.time())):
        return decide(idea, by, verdict, **said)


def test_an_answer_is_promised_with_the_idea(idea):
    assert (idea.since, idea.due_on, idea.days_left) == (BEGAN, date(2026, 3, 18), None)
    assert idea.first_decided_at is None


def test_the_day_is_the_one_on_the_wall_of_the_house(ane):
    with clock.at(datetime(2026, 3, 3, 23, 30)):  # half past midnight, in Madrid
        assert make_idea(ane).due_on == date(2026, 3, 18)


def test_each_verdict_has_a_promise_of_its_own(idea, nerea):
    found = at(date(2026, 3, 5), Verdict.ANALYSE, idea, nerea)
    assert found.due_on == date(2026, 4, 22)
    found = at(date(2026, 3, 6), Verdict.IN_PROGRESS, idea, nerea)
    assert found.due_on > date(2026, 7, 1)
    found = at(date(2026, 3, 9), Verdict.DONE, idea, nerea)
    assert (found.due_on, found.days_left) == (None, None)


def test_another_area_for_the_same_verdict_wins_no_time(idea, nerea):
    before = at(date(2026, 3, 5), Verdict.ANALYSE, idea, nerea).due_on
    area = make_term("Calidad", kind=Kind.AREAS).id
    assert at(date(2026, 3, 25), Verdict.ANALYSE, idea, nerea, area_id=area).due_on == before


@pytest.mark.parametrize(
    ("day", "days", "in_time"),
    [(date(2026, 3, 4), 0, True), (date(2026, 3, 18), 10, True), (date(2026, 3, 20), 11, False)],
)
def test_the_first_answer_is_remembered_with_whether_it_came_in_time(
    idea, nerea, day, days, in_time
):
    found = at(day, Verdict.ANALYSE, idea, nerea)
    assert (found.first_days, found.first_in_time) == (days, in_time)

    again = at(date(2026, 5, 4), Verdict.DECLINED, idea, nerea)
    assert (again.first_days, again.first_in_time) == (days, in_time)


def test_undone_at_once_the_clock_runs_as_before(idea, nerea):
    number, who = idea.id, nerea.id
    at(date(2026, 3, 20), Verdict.DECLINED, idea, nerea)
    found = do(idea, "undo_decision", by=db.session.get_one(Person, who), at=date(2026, 3, 20))

    assert found.id == number and found.is_new
    assert found.due_on == date(2026, 3, 18) and found.since == found.created_at
    assert (found.first_decided_at, found.first_days, found.first_in_time) == (None, None, None)


def test_undone_at_once_what_was_answered_first_stays(idea, nerea):
    who = nerea.id
    at(date(2026, 3, 5), Verdict.ANALYSE, idea, nerea)
    at(date(2026, 3, 20), Verdict.DONE, idea, nerea)
    found = do(idea, "undo_decision", by=db.session.get_one(Person, who), at=date(2026, 3, 20))
    assert (found.due_on, found.first_days) == (date(2026, 4, 22), 1)


def test_the_clock_rests_while_a_detail_is_missing(idea, ane, nerea):
    author = ane.id
    found = do(idea, "ask", "How many?", by=nerea, at=date(2026, 3, 6))
    assert (found.due_on, found.days_left) == (None, 8)

    found = do(
        found, "complete", "203.", by=db.session.get_one(Person, author), at=date(2026, 4, 1)
    )
    assert (found.due_on, found.days_left) == (date(2026, 4, 16), None)

    found = at(date(2026, 4, 7), Verdict.ANALYSE, found, db.session.get_one(Person, nerea.id))
    assert (found.first_days, found.first_in_time) == (3, True)


def test_what_was_late_when_a_detail_was_asked_for_is_as_late_when_it_comes(idea, ane, nerea):
    author = ane.id
    found = do(idea, "ask", "How many?", by=nerea, at=date(2026, 3, 24))
    assert found.days_left == -3
    found = do(
        found, "complete", "203.", by=db.session.get_one(Person, author), at=date(2026, 4, 14)
    )
    assert found.due_on == date(2026, 4, 9) and found.is_late


def test_asking_after_the_day_saves_no_promise(idea, nerea):
    found = do(idea, "ask", "How many?", by=nerea, at=date(2026, 3, 24))
    found = at(date(2026, 3, 25), Verdict.ANALYSE, found, db.session.get_one(Person, nerea.id))
    assert (found.first_days, found.first_in_time) == (13, False)


def test_reopened_it_waits_for_an_answer_anew(idea, nerea):
    who = nerea.id
    at(date(2026, 3, 5), Verdict.DECLINED, idea, nerea)
    found = do(
        idea, "reopen", "Now we may.", by=db.session.get_one(Person, who), at=date(2026, 7, 6)
    )
    assert found.due_on == date(2026, 7, 20)
    assert found.first_days == 1


def test_what_is_withdrawn_has_no_clock_and_comes_back_with_the_days_it_had_left(idea, ane):
    author = ane.id
    found = do(idea, "withdraw", by=ane, at=date(2026, 3, 6))
    assert (found.due_on, found.days_left) == (None, None)

    found = do(found, "restore", by=db.session.get_one(Person, author), at=date(2026, 7, 6))
    assert found.due_on == date(2026, 7, 16)


def test_what_is_hidden_waits_for_nobody(idea, nerea):
    number, who = idea.id, nerea.id
    with clock.at(datetime(2026, 3, 6, 9)), writing():
        db.session.get_one(Idea, number).hide(by=db.session.get_one(Person, who))
    assert db.session.get_one(Idea, number).due_on is None
    with clock.at(datetime(2026, 3, 9, 9)), writing():
        db.session.get_one(Idea, number).unhide()
    assert db.session.get_one(Idea, number).due_on == date(2026, 3, 20)  # the 19th is a holiday


def test_nothing_is_promised_where_the_house_promises_nothing(ane, nerea):
    with writing():
        settings.put("ideas.days_new", 0)
    with clock.at(BEGAN):
        idea = make_idea(ane)
    assert (idea.due_on, idea.days_left) == (None, None)
    assert at(date(2026, 9, 1), Verdict.ANALYSE, idea, nerea).first_in_time is None


def test_other_holidays_make_another_day(ane):
    with writing():
        settings.put("ideas.region", "PT")
    with clock.at(datetime(2026, 6, 9, 9)):
        assert make_idea(ane).due_on == date(2026, 6, 24)  # the 10th is Portugal's own


def test_two_who_propose_at_other_hours_have_clocks_of_their_own(ane, jon, nerea):
    author, decider = ane.id, nerea.id
    with clock.at(BEGAN):
        one = make_idea(ane).id
    with clock.at(datetime(2026, 3, 10, 9)):
        other = make_idea(jon).id
    with clock.at(datetime(2026, 3, 12, 9)), writing():
        who = db.session.get_one(Person, decider)
        db.session.get_one(Idea, one).ask("How many?", by=who)
        db.session.get_one(Idea, other).decide(Decision(verdict=Verdict.ANALYSE), by=who)
    with clock.at(datetime(2026, 3, 16, 9)), writing():
        db.session.get_one(Idea, one).complete("3", by=db.session.get_one(Person, author))

    assert db.session.get_one(Idea, one).due_on == date(2026, 3, 23)
    assert db.session.get_one(Idea, other).first_days == 2


def test_undone_at_once_what_was_asked_is_asked_still(idea, ane, nerea):
    do(idea, "ask", "How many?", by=nerea, at=date(2026, 3, 6))
    asked = do(idea, "ask", "How many a month?", by=nerea, at=date(2026, 3, 9))
    before = (asked.question, asked.asked_at, asked.rested, asked.due_on, asked.days_left)
    at(date(2026, 3, 20), Verdict.DECLINED, idea, nerea)
    who = nerea.id
    found = do(idea, "undo_decision", by=db.session.get_one(Person, who), at=date(2026, 3, 20))
    now = (found.question, found.asked_at, found.rested, found.due_on, found.days_left)
    assert now == before and found.lacks_information
    told = do(idea, "complete", "Forty.", by=ane, at=date(2026, 3, 23))
    assert told.rested == asked_of_the_house(date(2026, 3, 6), date(2026, 3, 23))


def asked_of_the_house(begins, ends):
    """Working days between, 19 March being a holiday."""
    days = (begins + timedelta(days=nth) for nth in range(1, (ends - begins).days + 1))
    return sum(day.weekday() < 5 and day != date(2026, 3, 19) for day in days)
