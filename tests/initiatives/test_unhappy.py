"""What goes wrong between several people and the clock, and is put right."""

from datetime import timedelta

import pytest

from app.catalogue.categories import Category
from app.core import clock, outbox
from app.core.calendar import today
from app.core.db import db, writing
from app.initiatives import errands
from app.initiatives.models import Change, Initiative, Review, Standing
from app.notifications.models import Delivery, Notification
from tests.factories import make_person
from tests.factories.initiatives import ask_change, ended, make_initiative, with_update


@pytest.fixture
def leire(app):
    return make_person("Leire", "ambassador")


def told(fact):
    outbox.drain()
    rows = (
        db.session.query(Notification.person_id)
        .join(Delivery, Delivery.id == Notification.delivery_id)
        .filter(Delivery.fact == fact)
    )
    return sorted(number for (number,) in rows)


def in_days(days):
    return clock.at(clock.now() + timedelta(days=days))


def deliveries(fact):
    return db.session.query(Delivery).filter_by(fact=fact).count()


def form(initiative, **said):
    return {
        "title": initiative.title,
        "category": initiative.category.value,
        "starts_on": initiative.starts_on.isoformat(),
        "ends_on": initiative.ends_on.isoformat() if initiative.ends_on else "",
        "unit_id": "",
        "language": "en",
        "version": str(initiative.version),
    } | said


def again(initiative):
    return db.session.get_one(Initiative, initiative.id)


def test_a_reason_never_confirms(client, leire, nerea):
    """As the key Enter in it might."""
    made = make_initiative(leire)
    client.sign_in(nerea)
    said = {"reason": "In which office?"}
    assert client.post(f"/initiatives/{made.id}/review", data=said).status_code == 422
    said |= {"numbers": [made.id]}
    assert client.post("/initiatives/reviews", data=said).status_code == 422
    assert again(made).review is Review.OPEN


def test_a_category_that_is_not_offered_stays(client, leire):
    made = make_initiative(leire, category=Category.COMMITTEE)
    client.sign_in(leire)
    path = f"/initiatives/{made.id}"
    assert 'value="committee"' in client.get(f"{path}/edit").text
    assert client.put(path, data=form(made, category="")).status_code == 422
    client.put(path, data=form(made, title="The table of ideas"))
    assert again(made).category is Category.COMMITTEE


def test_what_was_hidden_while_it_was_withdrawn_is_not_put_back(client, leire, nerea):
    made = make_initiative(leire)
    with writing():
        again(made).withdraw(by=leire)
        again(made).hide(by=nerea)
    back = f"/initiatives/{made.id}/withdrawal?_method=DELETE"
    assert client.sign_in(leire).post(back).status_code == 403
    with writing():
        again(made).unhide()
    assert again(made).standing is Standing.WITHDRAWN


def test_who_is_named_in_an_update_hears_of_it_and_who_is_named_above_it_does_not(
    client, leire, ane, jon
):
    text = f"With [@{jon.name}](/people/{jon.id})."
    made = make_initiative(leire, text=text)
    outbox.drain()
    words = f"Ask [@{ane.name}](/people/{ane.id})."
    client.sign_in(leire).post(f"/initiatives/{made.id}/updates", data={"text": words})
    assert told("UpdateWritten") == [ane.id]


def test_who_is_named_in_its_text_later_hears_of_it_once(client, leire, ane):
    made = make_initiative(leire)
    client.sign_in(leire)
    text = f"With [@{ane.name}](/people/{ane.id})."
    client.put(f"/initiatives/{made.id}", data=form(made, text=text))
    client.put(f"/initiatives/{made.id}", data=form(again(made), text=f"{text} And wool."))
    assert told("InitiativeEdited") == [ane.id]


def test_an_end_is_told_when_it_comes_and_once(client, leire, ane):
    made = make_initiative(leire, ends_on=None)
    client.sign_in(ane).post(f"/following/initiative/{made.id}")
    client.sign_in(leire)
    day = today() + timedelta(days=5)
    client.put(f"/initiatives/{made.id}", data=form(made, ends_on=day.isoformat()))
    errands.end()
    assert deliveries("InitiativeEnded") == 0
    for days in (5, 6, 5):
        with in_days(days):
            errands.end()
    assert deliveries("InitiativeEnded") == 1


def test_a_day_more_takes_no_question_away_that_has_come_due(leire):
    made = make_initiative(leire, **ended(60))
    ask_change(made)
    with writing():
        one = again(made)
        one.last(one.starts_on, one.ends_on + timedelta(days=1), by=leire)
    assert db.session.query(Change).count() == 1
    with writing():
        one = again(made)
        one.last(one.starts_on, today(), by=leire)
    assert db.session.query(Change).count() == 0


def test_an_old_update_that_is_taken_back_silences_no_new_one(client, leire):
    made = make_initiative(leire)
    with clock.at(clock.now() - timedelta(days=3)):
        old = with_update(made, "We begin.", by=leire).id
    with_update(made, "It goes.", by=leire)
    before = deliveries("UpdateWritten")
    client.sign_in(leire).delete(f"/initiatives/{made.id}/updates/{old}")
    assert deliveries("UpdateWritten") == before
    assert "told how" in client.get("/activity").text


def test_what_governance_took_out_its_writer_does_not_put_back(client, leire, nerea, ane):
    made = make_initiative(leire)
    with writing():
        again(made).name_teammate(ane, by=leire)
    update = with_update(made, "We begin.", by=ane).id
    path = f"/initiatives/{made.id}/updates/{update}"
    client.sign_in(nerea).delete(path)
    assert client.sign_in(ane).put(path).status_code == 403
    client.sign_in(nerea).put(path)
    assert "We begin." in client.get(f"/initiatives/{made.id}").text
    assert deliveries("UpdateWritten") <= 1


def test_whoever_works_on_it_does_not_review_it(client, leire, nerea):
    made = make_initiative(leire)
    with writing():
        again(made).name_teammate(nerea, by=leire)
    assert client.sign_in(nerea).post(f"/initiatives/{made.id}/review").status_code == 403
    client.post("/initiatives/reviews", data={"numbers": [made.id]})
    assert again(made).review is Review.OPEN


def test_other_figures_are_not_what_was_confirmed(client, leire, nerea):
    made = make_initiative(leire, reached=10)
    client.sign_in(nerea).post(f"/initiatives/{made.id}/review")
    client.sign_in(leire).put(f"/initiatives/{made.id}", data=form(again(made), reached="10000"))
    assert again(made).review is Review.OPEN


def test_the_team_is_asked_where_its_owner_is_gone(leire, ane, nerea):
    made = make_initiative(leire)
    with writing():
        again(made).name_teammate(ane, by=leire)
    with writing():
        db.session.get_one(type(leire), leire.id).disable(by=nerea)
    with in_days(30):
        errands.ask()
    assert told("ChangeAsked") == [ane.id]


def test_what_was_sent_back_is_looked_for_by_governance_alone(client, leire, nerea, ane):
    made = make_initiative(leire, title="Without an office")
    make_initiative(leire, title="Complete")
    with writing():
        again(made).send_back("Where?", by=nerea)
    assert ">Complete<" in client.sign_in(ane).get("/initiatives?review=returned").text
    assert ">Complete<" not in client.sign_in(nerea).get("/initiatives?review=returned").text


def test_a_table_says_no_address_of_who_has_left(client, leire, nerea):
    made = make_initiative(leire)
    with writing():
        db.session.get_one(type(leire), leire.id).disable(by=nerea)
    address = made.owner.email
    other = make_person("Koldo", "ambassador")
    assert address not in client.sign_in(other).get("/initiatives/export?as=csv").text
    assert address in client.sign_in(nerea).get("/initiatives/export?as=csv").text
