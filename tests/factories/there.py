"""Events that have begun, and what people do there and afterwards."""

from datetime import timedelta

from werkzeug.datastructures import FileStorage

from app.attachments.receiving import keep, receive
from app.core import clock, outbox
from app.core.db import db, writing
from app.core.markdown import render
from app.events import album, attending, queries
from app.events.models import Feedback, Minutes, Occurrence
from app.events.models.when import on_the_wall
from app.notifications.models import Delivery, Notification
from app.people.models import Person
from tests.factories.attachments import picture_file
from tests.factories.events import MADRID, date_of, make_event


def make_begun(author=None, ago=timedelta(minutes=30), lasts=timedelta(hours=2), **given):
    """The date of an event that began a while ago; by habit it still goes on."""
    starts = on_the_wall(clock.now() - ago, MADRID)
    return date_of(make_event(author, starts=starts, lasts=lasts, **given))


def make_over(author=None, **given):
    """The date of one that ended two hours ago."""
    return make_begun(author, ago=timedelta(hours=3), lasts=timedelta(hours=1), **given)


def come(occurrence, person, by=None):
    """They were counted, by an organiser or by themselves."""
    number, who, whose = occurrence.id, person.id, (by or person).id
    with writing():
        held = queries.held(number)
        given = attending.count_in(
            held, db.session.get_one(Person, who), by=db.session.get_one(Person, whose)
        )
        return given.id


def hang_poster(occurrence) -> str:
    """The code on it."""
    number = occurrence.id
    with writing():
        held = queries.held(number)
        attending.renew_code(held)
        return held.code


def write_minutes(occurrence, by, text="We knit on *Fridays*.", reached=None, changed=""):
    number, who = occurrence.id, by.id
    with writing():
        held = queries.held(number)
        minutes = queries.minutes_of(number) or Minutes.begin(held)
        minutes.write(
            text,
            render(text),
            reached=reached,
            changed=changed,
            by=db.session.get_one(Person, who),
        )
        return minutes.id


def add_photo(occurrence, by, alt="A table full of wool"):
    number, who = occurrence.id, by.id
    file, name = picture_file()
    received = receive(FileStorage(file, name), by=by)
    with writing():
        by = db.session.get_one(Person, who)
        key = keep(received, alt=alt, by=by).key
        return album.add(queries.held(number), key, alt, by=by).id


def say_how_it_was(occurrence, person, worth=4, words=""):
    with writing():
        db.session.add(
            Feedback(occurrence_id=occurrence.id, person_id=person.id, worth=worth, words=words)
        )


def once_more(occurrence) -> Occurrence:
    """As it is now."""
    db.session.rollback()
    return db.session.get_one(Occurrence, occurrence.id)


def heard(fact, occurrence) -> list[int]:
    """The numbers of those who were told that of a date, once for each time."""
    outbox.drain()
    db.session.rollback()
    rows = db.session.query(Notification.person_id).join(
        Delivery, Delivery.id == Notification.delivery_id
    )
    told = rows.filter(Delivery.fact == fact.__name__, Delivery.subject_id == occurrence.id)
    return sorted(number for (number,) in told)
