"""Who answered what to a date, and how many seats that takes."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, Select, case, func, or_, select

from app.core import clock
from app.core.db import db
from app.core.paging import Page, page
from app.events.models import Answer, Event, Occurrence, Reply, Seat, SeriesAnswer
from app.events.queries.presence import were_expected_or_there, were_there
from app.events.queries.seeing import dates_visible_to
from app.facts.events import EventComesUp, EventIsOver, MinutesRestored, MinutesWritten
from app.people.models import Person, Reader, Unit
from app.people.queries import by_name

FEW = 12  # faces beside a date
PAGE = 48


class Counted(NamedTuple):
    """Seats taken and waited for, and people who may come or ask to."""

    taken: int
    waiting: int
    maybe: int
    asking: int


def held(number: int) -> Occurrence:
    """A date, held with its event until what is written is in: seats are given one by one."""
    event = select(Occurrence.event_id).where(Occurrence.id == number).scalar_subquery()
    db.session.execute(select(Event).where(Event.id == event).with_for_update(key_share=True))
    return db.session.scalars(
        select(Occurrence).where(Occurrence.id == number).with_for_update(key_share=True)
    ).one()


def held_for(person: Person | Reader, number: int) -> Occurrence:
    """The same, as far as the person sees it, or a 404 that does not say it exists. The event
    first and then the date, as everybody does: whoever took them the other way round would wait
    for somebody who waits for them.
    """
    wanted = dates_visible_to(person).with_only_columns(Occurrence.id)
    db.first_or_404(wanted.where(Occurrence.id == number))
    return held(number)


def held_series(number: int) -> list[Occurrence]:
    """The dates of an event that have not begun, held in one order whoever asks."""
    db.session.execute(select(Event).where(Event.id == number).with_for_update(key_share=True))
    ahead = select(Occurrence).where(
        Occurrence.event_id == number, Occurrence.starts_at > clock.now()
    )
    rows = ahead.order_by(Occurrence.id).with_for_update(key_share=True)
    return list(db.session.scalars(rows))


_SEATS = 1 + Answer.guests


def _total(which: ColumnElement[bool], value: Any) -> Any:
    return func.coalesce(func.sum(case((which, value), else_=0)), 0)


COUNTED = select(
    Answer.occurrence_id,
    _total(Answer.seat == Seat.GOING, _SEATS),
    _total(Answer.seat == Seat.WAITING, _SEATS),
    _total(Answer.reply == Reply.MAYBE, 1),
    _total(Answer.seat == Seat.ASKED, 1),
).group_by(Answer.occurrence_id)


def counted(numbers: Iterable[int]) -> dict[int, Counted]:
    """Of these dates, by their numbers. One query."""
    wanted = dict.fromkeys(numbers, Counted(0, 0, 0, 0))
    rows = db.session.execute(COUNTED.where(Answer.occurrence_id.in_(list(wanted))))
    return wanted | {number: Counted(*totals) for number, *totals in rows}


def answer_of(person_id: int, number: int) -> Answer | None:
    return db.session.scalar(
        select(Answer).where(Answer.occurrence_id == number, Answer.person_id == person_id)
    )


def answers_of(person_id: int, number: int) -> dict[int, Answer]:
    """What somebody answered to each date of an event, by the numbers of the dates."""
    rows = (
        select(Answer)
        .join(Occurrence, Occurrence.id == Answer.occurrence_id)
        .where(Occurrence.event_id == number, Answer.person_id == person_id)
    )
    return {one.occurrence_id: one for one in db.session.scalars(rows)}


def series_answer_of(person_id: int, number: int) -> SeriesAnswer | None:
    return db.session.get(SeriesAnswer, (number, person_id))


def answers_to(event: Event) -> list[SeriesAnswer]:
    """What people said to all of a series, but for those who are gone."""
    wanted = (
        select(SeriesAnswer)
        .join(Person, Person.id == SeriesAnswer.person_id)
        .where(SeriesAnswer.event_id == event.id, Person.disabled_at.is_(None))
        .order_by(SeriesAnswer.person_id)
    )
    return list(db.session.scalars(wanted))


def waiting(number: int) -> list[Answer]:
    """Whoever waits for a seat and is still here, in their order."""
    wanted = (
        select(Answer)
        .join(Person, Person.id == Answer.person_id)
        .where(
            Answer.occurrence_id == number,
            Answer.seat == Seat.WAITING,
            Person.disabled_at.is_(None),
        )
    )
    return list(db.session.scalars(wanted.order_by(Answer.turn, Answer.id)))


def turn_of(answer: Answer) -> int:
    """How many stand before somebody in the line, and themselves."""
    ahead = select(func.count()).where(
        Answer.occurrence_id == answer.occurrence_id,
        Answer.seat == Seat.WAITING,
        Answer.turn <= answer.turn,
    )
    return db.session.scalar(ahead) or 0


def faces(number: int) -> list[Row]:
    """A few of those who come."""
    wanted = (
        select(Person.id, Person.name, Person.picture)
        .join(Answer, Answer.person_id == Person.id)
        .where(Answer.occurrence_id == number, Answer.seat == Seat.GOING)
        .order_by(Answer.id)
        .limit(FEW)
    )
    return list(db.session.execute(wanted))


PEOPLE = (
    select(
        Person.id,
        Person.name,
        Person.sort_name,
        Person.picture,
        Person.job,
        Unit.name.label("unit"),
        Answer.reply,
        Answer.seat,
        Answer.guests,
        Answer.turn,
        Answer.created_at.label("since"),
    )
    .join(Answer, Answer.person_id == Person.id)
    .outerjoin(Unit, Unit.id == Person.unit_id)
)


def people_by_name(number: int, seat: Seat, *, after: int | None = None) -> Page[Row]:
    wanted = PEOPLE.where(Answer.occurrence_id == number, Answer.seat == seat)
    return page(db.session.execute(by_name(wanted, after=after).limit(PAGE + 1)).all(), size=PAGE)


_COME = [Seat.GOING, Seat.WAITING, Seat.ASKED]


def concerned(fact: str, number: int) -> Select[int]:
    """The numbers of those whom a fact of a date concerns: whoever comes, waits, asks to come or
    may come. That it is soon concerns whoever has a seat; that it is over, whoever was there; its
    minutes, both.
    """
    if fact == EventIsOver.__name__:
        return were_there(number)
    if fact in (MinutesWritten.__name__, MinutesRestored.__name__):
        return were_expected_or_there(number)
    if fact == EventComesUp.__name__:
        wanted = Answer.seat == Seat.GOING
    else:
        wanted = or_(Answer.reply == Reply.MAYBE, Answer.seat.in_(_COME))
    return select(Answer.person_id).where(Answer.occurrence_id == number, wanted)


def concerned_by_all(fact: str, number: int) -> Select[int]:
    """The same of any date of an event that is still to come."""
    return (
        select(Answer.person_id)
        .join(Occurrence, Occurrence.id == Answer.occurrence_id)
        .where(
            Occurrence.event_id == number,
            Occurrence.ends_at > clock.now(),
            or_(Answer.reply == Reply.MAYBE, Answer.seat.in_(_COME)),
        )
        .distinct()
    )
