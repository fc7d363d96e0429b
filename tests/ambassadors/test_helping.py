"""Asking the nearest ambassador: who is asked, who reads it, and where it goes."""

from datetime import timedelta

import pytest

from app.ambassadors import errands, helping, queries
from app.ambassadors.models import HelpRequest, HelpState
from app.core import clock, outbox
from app.core.calendar import today
from app.core.db import db, writing
from app.people.models import Person, Role
from tests.ambassadors.test_nominating import told_of
from tests.conftest import at_once
from tests.factories import make_person, make_unit
from tests.factories.ambassadors import answer_help, ask_for_help, make_mandate, say_goodbye

NEED = "How do I tell somebody that we cannot pay?"


@pytest.fixture
def unit(app):
    return make_unit("Oficinas")


@pytest.fixture
def asker(unit):
    return make_person("Salma", unit_id=unit.id)


@pytest.fixture
def near(unit, nerea):
    """Who coaches the unit."""
    person = make_person("Koldo")
    make_mandate(person, by=nerea, coaches=[unit])
    return person


@pytest.fixture
def far(nerea):
    person = make_person("Leire")
    make_mandate(person, by=nerea)
    return person


def held(number):
    return db.session.get_one(HelpRequest, number)


def in_days(days):
    return clock.at(clock.now() + timedelta(days=days))


def test_it_reaches_the_nearest_and_nobody_else(client, asker, near, far, unit):
    client.sign_in(asker).post("/ambassadors/help", data={"need": NEED, "unit_id": unit.id})
    made = db.session.query(HelpRequest).one()
    assert (made.asked_id, made.state, made.asker_id) == (near.id, HelpState.ASKED, asker.id)
    assert told_of("HelpAsked") == [near.id]
    for who, status in ((asker, 200), (near, 200), (far, 404)):
        assert client.sign_in(who).get(f"/ambassadors/help/{made.id}").status_code == status


def test_somebody_may_be_asked_by_name(client, asker, near, far):
    page = client.sign_in(asker).get(f"/ambassadors/help/new?whom={far.id}").text
    assert "Leire" in page and "the ambassador you chose" in page
    client.post("/ambassadors/help", data={"need": NEED, "whom": far.id})
    assert db.session.query(HelpRequest.asked_id).scalar() == far.id


def test_with_no_ambassador_governance_is_asked_and_answers(client, asker, nerea):
    client.sign_in(asker).post("/ambassadors/help", data={"need": NEED})
    number = db.session.query(HelpRequest.id).scalar()
    assert held(number).asked_id is None and told_of("HelpAsked") == [nerea.id]
    client.sign_in(nerea).post(f"/ambassadors/help/{number}/answer", data={"answer": "Like this."})
    assert held(number).state is HelpState.ANSWERED and told_of("HelpAnswered") == [asker.id]


@pytest.mark.parametrize("need", ["", "Too short", "x" * 601])
def test_a_need_has_ten_to_six_hundred_letters(client, asker, need):
    answer = client.sign_in(asker).post("/ambassadors/help", data={"need": need})
    assert answer.status_code == 422 and need in answer.text


def test_it_asks_before_it_tells_who_a_customer_is(client, asker, near):
    need = "The customer 12345678Z is waiting at my desk."
    answer = client.sign_in(asker).post("/ambassadors/help", data={"need": need})
    assert answer.status_code == 422 and not db.session.query(HelpRequest).count()
    client.post("/ambassadors/help", data={"need": need, "discretion": "cover"})
    assert "12345678Z" not in db.session.query(HelpRequest.need).scalar()


def test_sent_twice_it_is_asked_once(client, asker, near):
    sent = {"need": NEED, "once": "a" * 32}
    client.sign_in(asker).post("/ambassadors/help", data=sent)
    client.post("/ambassadors/help", data=sent)
    assert db.session.query(HelpRequest).count() == 1


def test_taken_and_answered_its_asker_is_told(client, asker, near):
    number = ask_for_help(asker, whom=near.id).id
    client.sign_in(near).post(f"/ambassadors/help/{number}/acceptance")
    assert held(number).state is HelpState.TAKEN and told_of("HelpTaken") == [asker.id]
    client.post(f"/ambassadors/help/{number}/answer", data={"answer": "Begin with the good part."})
    assert told_of("HelpAnswered") == [asker.id]
    assert (
        "Begin with the good part." in client.sign_in(asker).get(f"/ambassadors/help/{number}").text
    )


def test_what_is_taken_back_at_once_was_never_told(client, asker, near):
    number = ask_for_help(asker, whom=near.id).id
    client.sign_in(near)
    for noun, sent in (("acceptance", {}), ("answer", {"answer": "Wait."})):
        client.post(f"/ambassadors/help/{number}/{noun}", data=sent)
        client.delete(f"/ambassadors/help/{number}/{noun}")
    assert held(number).answer == "" and held(number).state is HelpState.TAKEN
    assert told_of("HelpTaken") == told_of("HelpAnswered") == []


def test_passed_on_it_goes_to_each_once_and_then_to_governance(client, asker, near, far, nerea):
    number = ask_for_help(asker, unit_id=asker.unit_id).id
    client.sign_in(near).post(f"/ambassadors/help/{number}/passing")
    assert held(number).asked_id == far.id
    assert client.get(f"/ambassadors/help/{number}").status_code == 404
    assert told_of("HelpAsked") == []  # whoever passed it on has nothing to open
    client.sign_in(far).post(f"/ambassadors/help/{number}/passing")
    assert held(number).asked_id is None and held(number).due_on is None
    assert told_of("HelpPassedOn") == [nerea.id]


def test_after_five_working_days_it_is_passed_on_by_itself_once(asker, near, far):
    number = ask_for_help(asker, unit_id=asker.unit_id).id
    due = held(number).due_on
    days = (due - today()).days
    with in_days(days):
        errands.pass_on()
        assert held(number).asked_id == near.id  # it may still be answered on that day
    with in_days(days + 1):
        for _ in range(3):
            errands.pass_on()
        assert held(number).asked_id == far.id
        assert told_of("HelpPassedOn") == [far.id]


def test_killed_in_the_middle_each_is_passed_on_once(asker, near, far, monkeypatch):
    numbers = [ask_for_help(asker, unit_id=asker.unit_id).id for _ in range(3)]

    def killed_at_the_second(request, real=helping.pass_on, seen=[], **how):  # noqa: B006
        seen.append(request.id)
        real(request, **how)
        if len(seen) == 2:
            raise KeyboardInterrupt  # all but committed

    with in_days(20):
        with monkeypatch.context() as patch:
            patch.setattr(helping, "pass_on", killed_at_the_second)
            with pytest.raises(KeyboardInterrupt):
                errands.pass_on()
        errands.pass_on()
        errands.pass_on()
        assert {held(number).asked_id for number in numbers} == {far.id}
        assert told_of("HelpPassedOn") == [far.id] * 3


def test_taking_it_gives_time_anew_and_answered_it_stays(asker, near, far):
    taken, answered = (ask_for_help(asker, whom=near.id).id for _ in range(2))
    answer_help(held(answered), near)
    who = near.id
    with in_days(5), writing():
        helping.take(held(taken), by=db.session.get_one(Person, who))
    with in_days(9):
        errands.pass_on()
    assert held(taken).asked_id == held(answered).asked_id == near.id
    with in_days(40):
        errands.pass_on()
    assert held(taken).asked_id == far.id and held(answered).asked_id == near.id


def test_answering_and_passing_on_at_once_do_one_of_both(app, asker, near, far):
    number = ask_for_help(asker, whom=near.id).id
    at_once(
        app,
        (near, f"/ambassadors/help/{number}/answer", {"answer": "Like this."}),
        (near, f"/ambassadors/help/{number}/passing", {}),
    )
    after = held(number)
    if after.asked_id == far.id:
        assert (after.state, after.answer) == (HelpState.ASKED, "")
    else:
        assert (after.state, after.answer) == (HelpState.ANSWERED, "Like this.")


def test_its_asker_closes_it_opens_it_again_or_takes_it_back(client, asker, near, nerea):
    number = ask_for_help(asker, whom=near.id).id
    client.sign_in(asker).post(f"/ambassadors/help/{number}/closing")
    assert held(number).state is HelpState.SOLVED
    client.delete(f"/ambassadors/help/{number}/closing")
    assert (held(number).state, held(number).asked_id) == (HelpState.ASKED, near.id)
    client.delete(f"/ambassadors/help/{number}")
    for who, status in ((asker, 200), (nerea, 200), (near, 404)):
        assert client.sign_in(who).get(f"/ambassadors/help/{number}").status_code == status
    assert told_of("HelpAsked") == []


def test_nobody_waits_for_an_ambassador_who_is_gone(asker, near, far, nerea):
    by_role, by_account = (ask_for_help(asker, whom=near.id).id for _ in range(2))
    say_goodbye(queries.open_mandate_of(near.id), nerea)
    outbox.drain()
    assert held(by_role).asked_id == far.id
    number = far.id
    with writing():
        db.session.get_one(Person, number).disable(by=None)
    outbox.drain()
    assert held(by_account).asked_id is None


def test_whoever_is_back_in_office_by_then_keeps_what_was_asked(asker, near, far):
    number, who = ask_for_help(asker, whom=near.id).id, near.id
    for verb in ("withdraw", "grant"):
        with writing():
            getattr(db.session.get_one(Person, who), verb)(Role.AMBASSADOR, by=None)
    outbox.drain()
    assert held(number).asked_id == near.id


def test_what_somebody_asked_who_is_gone_waits_for_nobody(asker, near):
    number, who = ask_for_help(asker, whom=near.id).id, asker.id
    with writing():
        db.session.get_one(Person, who).disable(by=None)
    outbox.drain()
    assert held(number).state is HelpState.TAKEN_BACK


def test_each_tab_shows_what_is_ones_own(client, asker, near, far, nerea):
    ask_for_help(asker, whom=near.id)
    for who, tab, shown in (
        (asker, "mine", True),
        (near, "asked", True),
        (near, "mine", False),
        (far, "asked", False),
        (nerea, "waiting", True),
    ):
        page = client.sign_in(who).get(f"/ambassadors/help?tab={tab}").text
        assert ("How do I tell somebody" in page) is shown, (who.name, tab)
    assert client.sign_in(far).get("/ambassadors/help?tab=waiting").status_code == 403
