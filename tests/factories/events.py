from datetime import datetime, time, timedelta

from app.catalogue.categories import Category
from app.core import clock
from app.core.db import db, writing
from app.core.markdown import render
from app.events import announcing, queries, seating
from app.events.announcing import Manuscript
from app.events.models import Answer, Event, Occurrence, Reply, When
from app.people.models import Person
from tests.factories.people import make_person

MADRID = "Europe/Madrid"


def tomorrow(hour=10, days=1) -> datetime:
    """On a wall, so many days from now."""
    day = (clock.now() + timedelta(days=days)).date()
    return datetime.combine(day, time(hour))


def make_event(
    author=None,
    title="Blankets for the shelter",
    text="Bring *wool*, needles or a wish to.",
    starts=None,
    lasts=timedelta(hours=1),
    zone=MADRID,
    all_day=False,
    rule="",
    **given,
):
    """An event announced through the verb; `given` overrides what its manuscript says."""
    number = (author or make_person("Leire", "ambassador")).id
    starts = starts or tomorrow()
    manuscript = Manuscript(
        **{
            "title": title,
            "category": Category.GIVING_BACK,
            "when": When(starts, starts + lasts, zone, all_day),
            "rule": rule,
            "text": text,
            "rendered": render(text),
            "language": "en",
            "place": "Bilbao",
            "call_url": "",
            "capacity": None,
            "guests": 0,
            "needs_approval": False,
        }
        | given
    )
    with writing():
        return announcing.announce(manuscript, by=db.session.get_one(Person, number))


def date_of(event, place=0) -> Occurrence:
    """One of the dates of an event, the first unless said otherwise."""
    found = db.session.get_one(Event, event.id).occurrences
    return sorted(found, key=lambda one: one.starts_at)[place]


def answer(occurrence, person, reply=Reply.YES, guests=0) -> Answer:
    number, who = occurrence.id, person.id
    with writing():
        held = queries.held(number)
        return seating.answer(held, reply, by=db.session.get_one(Person, who), guests=guests)


def answer_series(event, person, reply=Reply.YES, guests=0) -> None:
    number, who = event.id, person.id
    with writing():
        held = db.session.get_one(Event, number)
        seating.answer_series(held, reply, by=db.session.get_one(Person, who), guests=guests)


def cancel_event(event, by, reason="The room has no light."):
    number, who = event.id, by.id
    with writing():
        db.session.get_one(Event, number).cancel(reason, by=db.session.get_one(Person, who))


def seats(occurrence) -> list[tuple[int, str]]:
    """Who has which seat, by the numbers of people."""
    rows = db.session.query(Answer.person_id, Answer.seat).filter_by(occurrence_id=occurrence.id)
    return [(person, seat.value) for person, seat in rows.order_by(Answer.turn, Answer.id)]
