"""The file that goes with a letter, read by the parser of the standard library."""

from datetime import timedelta

import pytest

from app.core import clock, outbox
from app.core.db import db, writing
from app.events import errands as by_the_clock
from app.events import queries, seating
from app.events.models import Event, Reply, When
from app.notifications import errands
from app.people.models import Person
from tests.events.ical import components
from tests.factories import make_space
from tests.factories.events import (
    answer,
    answer_series,
    cancel_event,
    date_of,
    make_event,
    tomorrow,
)

SOON = timedelta(minutes=11)


@pytest.fixture
def letters(mailbox):
    def open_():
        outbox.drain()
        with clock.at(clock.now() + SOON):
            errands.gather()
            return mailbox.open()

    return open_


def to(letters, person):
    return [one for one in letters if one["To"].addresses[0].addr_spec == person.email]


def enclosed(letter):
    """The parts of every file it carries."""
    assert not letter.defects
    files = list(letter.iter_attachments())
    for file in files:
        assert file.get_content_type() == "text/calendar"
        assert file.get_param("method") == "PUBLISH" and file.get_content_charset() == "utf-8"
        assert b"METHOD:PUBLISH\r\n" in file.get_payload(decode=True)
    return [components(file.get_payload(decode=True)) for file in files]


def move(occurrence, by, hours=3):
    number, who = occurrence.id, by.id
    with writing():
        held = queries.held(number)
        starts = held.starts + timedelta(hours=hours)
        when = When(starts, starts + timedelta(hours=1), held.zone)
        held.move(when, place="Gasteiz", call_url="", by=db.session.get_one(Person, who))


def test_what_is_off_comes_as_a_file_that_says_so(letters, ane, jon):
    event = make_event(jon, title="A ñandú, and more", starts=tomorrow(days=9))
    answer(date_of(event), ane)
    letters()
    cancel_event(event, by=jon)
    (letter,) = to(letters(), ane)
    (file,) = letter.iter_attachments()
    assert file.get_filename() == "event.ics"
    ((part,),) = enclosed(letter)
    assert part["STATUS"] == "CANCELLED" and part["SEQUENCE"] == 1
    assert part["SUMMARY"] == "A ñandú, and more" and part["UID"] == event.uid
    assert letter["Content-Language"] and letter.get_body(["html"]) and letter.get_body(["plain"])


def test_a_date_that_moved_comes_as_that_date(letters, ane, jon):
    event = make_event(jon, starts=tomorrow(days=9), rule="FREQ=WEEKLY;COUNT=4")
    answer_series(event, ane)
    letters()
    second = date_of(event, 1)
    wall = second.original
    move(second, by=jon)
    (letter,) = to(letters(), ane)
    ((part,),) = enclosed(letter)
    assert part["RECURRENCE-ID"].dt.replace(tzinfo=None) == wall
    assert part["DTSTART"].dt.replace(tzinfo=None) == wall + timedelta(hours=3)
    assert part["LOCATION"] == "Gasteiz" and part["SEQUENCE"] == 1


def test_two_changes_of_one_event_are_one_file_as_it_is_now(letters, ane, jon):
    event = make_event(jon, starts=tomorrow(days=9))
    answer(date_of(event), ane)
    letters()
    with writing():
        held, by = db.session.get_one(Event, event.id), db.session.get_one(Person, jon.id)
        held.change()
        held.tell_of_move(by=by)
    cancel_event(event, by=jon)
    (letter,) = to(letters(), ane)
    ((part,),) = enclosed(letter)
    assert part["STATUS"] == "CANCELLED" and part["SEQUENCE"] == 2


def test_files_of_several_events_have_names_of_their_own_and_are_not_too_many(letters, ane, jon):
    events = [make_event(jon, title=f"Event {n}", starts=tomorrow(days=9)) for n in range(7)]
    for event in events:
        answer(date_of(event), ane)
    letters()
    for event in events:
        cancel_event(event, by=jon)
    (letter,) = to(letters(), ane)
    names = [file.get_filename() for file in letter.iter_attachments()]
    assert names == ["event.ics", *(f"event-{n}.ics" for n in range(2, 6))]
    assert [str(part["SUMMARY"]) for (part,) in enclosed(letter)] == [
        f"Event {n}" for n in (6, 5, 4, 3, 2)
    ]


def test_a_seat_comes_with_its_date(letters, ane, jon):
    event = make_event(jon, starts=tomorrow(days=9), needs_approval=True)
    given = answer(date_of(event), ane)
    letters()
    number, who, whose = given.occurrence_id, jon.id, ane.id
    with writing():
        held = queries.held(number)
        seating.accept(held, queries.answer_of(whose, number), by=db.session.get_one(Person, who))
    (letter,) = to(letters(), ane)
    ((part,),) = enclosed(letter)
    assert part["STATUS"] == "CONFIRMED"


def test_a_reminder_comes_with_its_date_and_the_question_how_it_was_without(letters, ane, jon):
    event = make_event(jon, starts=tomorrow(days=9))
    answer(date_of(event), ane)
    letters()
    begins = date_of(event).starts_at
    with clock.at(begins - timedelta(hours=5)):
        by_the_clock.remind()
        (letter,) = to(letters(), ane)
        assert len(enclosed(letter)) == 1
    with clock.at(begins + timedelta(hours=5)):
        by_the_clock.ask()
        (letter,) = to(letters(), ane)
        assert enclosed(letter) == []


def test_what_is_announced_comes_without_a_file(letters, ane, jon):
    make_event(jon, text=f"[@Ane](/people/{ane.id})")
    (letter,) = to(letters(), ane)
    assert enclosed(letter) == []


def test_who_sees_it_no_longer_gets_no_file(letters, client, ane, jon):
    space = make_space(jon, visibility="hidden", members=[ane])
    event = make_event(jon, space=space.id, starts=tomorrow(days=9))
    other = make_event(jon, title="Open", starts=tomorrow(days=9))
    for one in (event, other):
        answer(date_of(one), ane, Reply.MAYBE)
    letters()
    for one in (event, other):
        cancel_event(one, by=jon)
    outbox.drain()
    assert client.sign_in(ane).delete(f"/spaces/{space.id}/membership").status_code in (200, 303)
    (letter,) = to(letters(), ane)
    assert [str(part["SUMMARY"]) for (part,) in enclosed(letter)] == ["Open"]
