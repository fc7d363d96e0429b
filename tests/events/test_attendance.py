"""Who came: counted by its organisers, or by themselves at the door."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from app.core import clock
from app.core.db import db, writing
from app.events import queries
from app.events.models import Attendance, Occurrence, Reply
from app.facts import record
from app.facts.events import EventIsOver
from tests.conftest import at_once
from tests.factories import make_person, make_unit
from tests.factories.events import answer, date_of, make_event
from tests.factories.there import come, heard, make_begun, make_over


@pytest.fixture
def date(jon, ane):
    """It goes on, and Ane had said yes to Jon."""
    date = make_begun(jon)
    answer(date, ane)
    return date


def there(date):
    """By whom each was counted. How many they are is kept with the date, and stays right."""
    db.session.expire_all()
    rows = db.session.query(Attendance).filter_by(occurrence_id=date.id).all()
    assert db.session.get_one(Occurrence, date.id).came == len(rows)
    return {one.person_id: one.by_id for one in rows}


def test_an_organiser_counts_who_is_there_and_takes_it_back_without_a_script(
    client, date, ane, jon
):
    client.sign_in(jon)
    place = f"/events/on/{date.id}/attendance/{ane.id}"
    assert client.post(place).status_code == 303
    assert there(date) == {ane.id: jon.id}
    assert client.post(f"{place}?_method=DELETE").status_code == 303
    assert there(date) == {}


def test_nobody_else_counts(client, date, ane):
    client.sign_in(ane)
    assert client.post(f"/events/on/{date.id}/attendance/{ane.id}").status_code == 403
    assert client.get(f"/events/on/{date.id}/attendance").status_code == 403


def test_a_switch_answers_with_the_list_alone(client, date, ane, jon):
    answered = client.sign_in(jon).post(f"/events/on/{date.id}/attendance/{ane.id}", htmx=True)
    assert answered.text.lstrip().startswith("<div") and 'aria-pressed="true"' in answered.text


def test_who_came_without_saying_so_is_found_by_name_and_counted(client, date, ane, jon):
    maite = make_person("Maite Ugarte")
    client.sign_in(jon)
    found = client.get(f"/events/on/{date.id}/attendance?q=ugarte")
    assert f"/attendance/{maite.id}" in found.text
    client.post(f"/events/on/{date.id}/attendance/{maite.id}")
    page = client.get(f"/events/on/{date.id}/attendance?who=unannounced").text
    assert "Maite Ugarte" in page and "Came without saying so" in page
    missing = client.get(f"/events/on/{date.id}/attendance?who=missing").text
    assert "Ane" in missing and "Maite Ugarte" not in missing


def test_who_came_differs_from_who_said_yes(client, date, ane, jon):
    maite, peru = make_person("Maite"), make_person("Peru")
    answer(date, peru)
    come(date, peru, by=jon)
    come(date, maite, by=jon)
    tally = queries.tally(date.id)
    assert (tally.said, tally.came, tally.unannounced, tally.missing) == (2, 2, 1, 1)
    page = client.sign_in(jon).get(f"/events/on/{date.id}").text
    assert "2 came, 2 had said yes" in page
    assert "2 had said yes" not in client.sign_in(ane).get(f"/events/on/{date.id}").text


def test_a_no_that_came_is_one_who_came_without_saying_so(date, ane, jon):
    answer(date, ane, Reply.NO)
    come(date, ane, by=jon)
    assert queries.tally(date.id).unannounced == 1
    listed = queries.counted_by_name(date.id, queries.Who.UNANNOUNCED).rows
    assert [one.id for one in listed] == [ane.id]


def test_nobody_is_counted_before_the_doors_open(client, ane, jon):
    date = make_begun(jon, ago=timedelta(minutes=-90))
    client.sign_in(jon)
    assert client.post(f"/events/on/{date.id}/attendance/{ane.id}").status_code == 403
    with clock.at(date.starts_at - timedelta(minutes=59)):
        assert date.has_opened


def test_organisers_who_count_at_once_make_one_row(app, date, ane, jon, nerea):
    path = f"/events/on/{date.id}/attendance/{ane.id}"
    answers = at_once(app, (jon, path, {}), (nerea, path, {}))
    assert [one.status_code for one in answers] == [303, 303]
    assert len(there(date)) == 1


def test_whose_account_is_closed_is_counted_only_if_they_had_answered(client, date, ane, jon):
    maite = make_person("Maite", disabled_at=clock.now())
    with writing():
        db.session.get_one(type(ane), ane.id).disabled_at = clock.now()
    client.sign_in(jon)
    assert client.post(f"/events/on/{date.id}/attendance/{maite.id}").status_code == 404
    assert client.post(f"/events/on/{date.id}/attendance/{ane.id}").status_code == 303


def test_the_database_counts_nobody_twice(date, ane):
    come(date, ane)
    with pytest.raises(IntegrityError), writing():
        db.session.add(Attendance(occurrence_id=date.id, person_id=ane.id))


def test_the_list_asks_as_much_for_many_as_for_few(client, date, jon, queries):
    client.sign_in(jon)

    def asked():
        client.get(f"/events/on/{date.id}/attendance")
        queries.clear()
        client.get(f"/events/on/{date.id}/attendance")
        return len(queries)

    few = asked()
    unit = make_unit("Bilbao")
    for name in ("Maite", "Peru", "Itziar", "Koldo"):
        come(date, make_person(name, unit_id=unit.id), by=jon)
    assert asked() == few


def told(date):
    number = date.id
    with writing():
        record(EventIsOver(actor=None, occurrence=db.session.get_one(Occurrence, number)))
    return heard(EventIsOver, date)


def test_whoever_came_is_asked_how_it_was(jon, ane):
    date, maite = make_over(jon), make_person("Maite")
    answer(date, ane)
    come(date, maite, by=jon)
    assert told(date) == [maite.id]


def test_where_nobody_was_counted_whoever_had_a_seat_is_asked(jon, ane):
    date = make_over(jon)
    answer(date, ane)
    answer(date, make_person("Maite"), Reply.MAYBE)
    assert told(date) == [ane.id]


def test_an_event_to_come_says_nothing_of_who_came(client, jon):
    date = date_of(make_event(jon))
    page = client.sign_in(jon).get(f"/events/on/{date.id}").text
    assert "Count who comes" in page and "Who came" not in page
