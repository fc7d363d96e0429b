"""What waits for longer than promised, and who hears of it."""

from datetime import date, datetime

import pytest

from app.core import clock, outbox, settings
from app.core.db import db, writing
from app.ideas.errands import watch
from app.ideas.models import Evaluator, Idea, StepKind, Verdict
from app.ideas.queries import waiting
from app.ideas.wording import age_of
from app.notifications.models import Addressee, Delivery, Notification
from tests.factories import decide, make_idea, make_person, make_term, make_unit, withdraw_idea
from tests.factories.catalogue import Kind

BEGAN = datetime(2026, 3, 4, 9)  # due on the 18th
LATE = datetime(2026, 3, 20, 9)  # a Friday; the 19th is a holiday
LATER = datetime(2026, 4, 7, 9)  # ten working days after the 18th


def wait(moment):
    with clock.at(moment):
        watch()
    db.session.rollback()


def told(fact="IdeaLate"):
    """Who hears of it, a list for each time it was told."""
    deliveries = db.session.query(Delivery).filter_by(fact=fact).order_by(Delivery.id)
    return [
        sorted(one.person_id for one in db.session.query(Addressee).filter_by(delivery_id=row.id))
        for row in deliveries
    ]


def steps(idea):
    return [step.kind for step in db.session.get_one(Idea, idea.id).steps]


def change(idea, **columns):
    with writing():
        found = db.session.get_one(Idea, idea.id)
        for column, value in columns.items():
            setattr(found, column, value)


@pytest.fixture
def idea(ane):
    with clock.at(BEGAN):
        return make_idea(ane)


def test_on_its_day_it_is_not_late_yet(idea, nerea):
    wait(datetime(2026, 3, 18, 21))
    assert told() == [] and steps(idea) == []


def test_whoever_decides_hears_once_of_what_nobody_has_in_hand(idea, nerea, jon):
    for moment in (LATE, LATE.replace(hour=10), datetime(2026, 3, 23, 9)):
        wait(moment)
    assert told() == [[nerea.id]]
    assert steps(idea) == [StepKind.LATE]


def test_those_who_have_it_in_hand_hear_and_nobody_else(idea, nerea, jon, rosa, maider):
    owner, asked, done = jon.id, rosa.id, maider.id
    change(idea, owner_id=owner)
    with writing():
        for person, moment in ((asked, None), (done, BEGAN)):
            db.session.add(
                Evaluator(idea_id=idea.id, person_id=person, asked_by=owner, done_at=moment)
            )
    wait(LATE)
    assert told() == [sorted([owner, asked])]


@pytest.mark.parametrize(
    "moment",
    [datetime(2026, 3, 21, 9), datetime(2026, 3, 19, 9), datetime(2026, 3, 20, 6)],
    ids=["a Saturday", "a holiday", "seven in the morning"],
)
def test_nobody_is_told_when_nobody_works(idea, nerea, moment):
    wait(moment)
    assert told() == []


def test_what_waits_for_its_author_or_is_gone_is_not_late(ane, nerea):
    with clock.at(BEGAN):
        gone, asked, ended = make_idea(ane), make_idea(ane), make_idea(ane)
        withdraw_idea(gone, ane)
        with writing():
            db.session.merge(asked).ask("How many?", by=db.session.merge(nerea))
        decide(ended, nerea, Verdict.DONE)
    wait(LATER)
    assert told() == [] and told("IdeaEscalated") == []


def test_an_idea_is_told_of_again_where_it_waits_in_another_verdict(idea, nerea):
    wait(LATE)
    with clock.at(LATE):
        decide(idea, nerea, Verdict.ANALYSE)
    wait(datetime(2026, 6, 1, 9))
    assert told() == [[nerea.id], [nerea.id]]


def test_undone_it_is_not_told_of_once_more(idea, nerea):
    number, who = idea.id, nerea.id
    wait(LATE)
    with clock.at(LATE):
        decide(idea, nerea, Verdict.ANALYSE)
        with writing():
            waiting.held(number).undo_decision(by=db.session.get_one(type(nerea), who))
    wait(datetime(2026, 3, 23, 9))
    assert told() == [[who]]


def test_later_the_ambassadors_of_its_area_hear_of_it(nerea):
    offices = make_unit("Oficinas")
    theirs = make_person("Jon", "ambassador", unit_id=make_unit("Bilbao", parent=offices).id).id
    make_person("Rosa", "ambassador")
    make_person("Ane", unit_id=offices.id)
    area = make_term("Oficinas", kind=Kind.AREAS, by=nerea, unit_id=offices.id).id
    with clock.at(BEGAN):
        idea = make_idea()
    change(idea, area_id=area)

    wait(LATE)
    wait(datetime(2026, 4, 1, 9))
    assert told("IdeaEscalated") == []
    wait(LATER)
    wait(LATER.replace(day=8))
    assert told("IdeaEscalated") == [[theirs]]
    assert steps(idea) == [StepKind.LATE, StepKind.ESCALATED]


@pytest.mark.parametrize("unit", [True, False])
def test_where_nobody_is_of_its_area_whoever_decides_hears(idea, nerea, unit):
    at = make_unit("Oficinas").id if unit else None
    change(idea, area_id=make_term("CXE", kind=Kind.AREAS, by=nerea, unit_id=at).id)
    wait(LATE)
    wait(LATER)
    assert told("IdeaEscalated") == [[nerea.id]]


def test_nobody_else_is_told_where_the_house_does_not_wish_it(idea, nerea):
    with writing():
        settings.put("ideas.days_escalation", 0)
    wait(LATE)
    wait(datetime(2027, 3, 1, 9))
    assert told("IdeaEscalated") == []


def test_nothing_ever_ends_because_it_is_late(idea, nerea):
    for moment in (LATE, LATER, datetime(2031, 3, 3, 9)):
        wait(moment)
    found = db.session.get_one(Idea, idea.id)
    assert found.is_new and found.is_open


def test_it_comes_to_the_bell(idea, client, nerea):
    wait(LATE)
    with clock.at(LATE):
        outbox.drain()
    assert db.session.query(Notification).one().person_id == nerea.id
    page = client.sign_in(nerea).get("/notifications").text
    assert "has waited longer than promised" in page


def test_where_the_promise_changes_each_idea_has_another_day(idea, ane, nerea):
    with clock.at(datetime(2026, 3, 6, 9)):
        with writing():
            db.session.merge(idea).ask("How many?", by=db.session.merge(nerea))
        other = make_idea(ane)
    version = db.session.get_one(Idea, other.id).version
    with writing():
        settings.put("ideas.days_new", 3)
        settings.put("ideas.region", "none")
    wait(datetime(2026, 3, 9, 5))

    assert db.session.get_one(Idea, idea.id).days_left == 1
    found = db.session.get_one(Idea, other.id)
    assert found.due_on == date(2026, 3, 11)
    assert found.version == version  # whoever looks at it is overtaken by nobody


def test_what_was_decided_meanwhile_keeps_its_clock(idea, nerea):
    seen = db.session.get_one(Idea, idea.id).version
    with clock.at(LATE):
        due = decide(idea, nerea, Verdict.ANALYSE).due_on
    stale = {"number": idea.id, "seen": seen, "day": date(2026, 3, 18), "left": None}
    with writing():
        waiting.set_clocks([stale])
    assert db.session.get_one(Idea, idea.id).due_on == due


def test_however_many_wait_they_are_reckoned_in_as_many_statements(ane, queries):
    def asked():
        queries.clear()
        wait(datetime(2026, 3, 9, 5))
        return len(queries)

    with clock.at(BEGAN):
        make_idea(ane)
    with writing():
        settings.put("ideas.days_new", 3)
    one = asked()
    with clock.at(BEGAN):
        for _ in range(5):
            make_idea(ane)
    with writing():
        settings.put("ideas.days_new", 4)
    assert asked() == one


@pytest.mark.parametrize(
    ("moment", "words", "is_late"),
    [
        (BEGAN, "Here since today", False),
        (datetime(2026, 3, 5, 0, 30), "1 day without a look", False),
        (datetime(2026, 3, 18, 9), "14 days without a look", False),
        (datetime(2026, 3, 25, 9), "21 days without a look", True),
        (datetime(2031, 3, 5, 9), "5 years without a move", True),
    ],
)
def test_its_age_is_told_and_when_that_is_too_much(idea, moment, words, is_late):
    with clock.at(moment):
        assert age_of(db.session.get_one(Idea, idea.id)) == (words, is_late)


def test_what_waits_for_its_author_says_so(idea, nerea):
    change(idea, asked_at=BEGAN)
    with clock.at(datetime(2031, 3, 5, 9)):
        assert age_of(db.session.get_one(Idea, idea.id)) == ("Waits for its author", False)


def test_being_worked_on_has_an_age_of_its_own(idea, nerea):
    with clock.at(BEGAN):
        found = decide(idea, nerea, Verdict.ANALYSE)
    with clock.at(datetime(2026, 3, 10, 9)):
        assert age_of(found) == ("6 days being analysed", False)
    with clock.at(datetime(2026, 6, 2, 9)):
        assert age_of(found) == ("90 days without a move", True)
    with clock.at(BEGAN):
        assert age_of(decide(found, nerea, Verdict.DECLINED)) is None


def test_lists_and_its_page_say_that_it_is_late(idea, client, ane, nerea):
    change(idea, due_on=date(2026, 3, 18))
    for place in ("/ideas", f"/ideas/{idea.id}"):
        page = client.sign_in(ane).get(place).text
        assert 'data-age="late"' in page and "longer than promised" in page
