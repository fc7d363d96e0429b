"""Who has a seat, who waits for one, and who moves up. In `writing()`, the date held: see
`queries.held`. Seats are given one by one, and nobody passes whoever waits before them.
"""

from datetime import timedelta

from app.core import clock, settings
from app.core.db import db
from app.core.i18n import N_
from app.events import queries
from app.events.models import (
    MOST_SEATS,
    Answer,
    Event,
    Occurrence,
    Reply,
    Seat,
    SeriesAnswer,
)
from app.facts import record
from app.facts.events import (
    EventJoined,
    EventLeft,
    PlaceInLineGiven,
    SeatAsked,
    SeatFreed,
    SeatGiven,
    SeatRefused,
    SeriesAnswered,
)
from app.people.models import Person

settings.declare(
    "events.last_hours",
    int,
    3,
    N_("Hours before an event in which nobody moves up"),
    family=N_("Events"),
    help=N_(
        "Who waits moves up by itself until so long before it begins, so that they hear of it in"
        " time to say no. After that a free seat is for whoever takes it."
    ),
    least=0,
    most=72,
)


class Full(ValueError):
    """There is no seat for so many."""


def answer(occurrence: Occurrence, reply: Reply, *, by: Person, guests: int = 0) -> Answer:
    """What somebody says to one date, and of it alone. Raises Full where they have a seat and want
    more than there are.
    """
    given = _answered(occurrence, by.id)
    given.with_series = False
    _say(occurrence, given, reply, guests, by)
    _settle(occurrence)
    return given


def answer_series(event: Event, reply: Reply, *, by: Person, guests: int = 0) -> None:
    """What somebody says to all of a series, from now on. A date of which they said something of
    its own keeps that. As many statements for a hundred dates as for one. Raises Full.
    """
    said = queries.series_answer_of(by.id, event.id)
    if said is None:
        said = SeriesAnswer(event_id=event.id, person_id=by.id)
        db.session.add(said)
    said.reply, said.guests = reply, guests if reply is Reply.YES else 0
    dates = [one for one in queries.held_series(event.id) if not one.is_off]
    given = queries.answers_of(by.id, event.id)
    asks = []
    for one in dates:
        answer = given.get(one.id) or _begin(one, by.id, with_series=True)
        was = answer.seat
        if answer.with_series:
            _seat(one, answer, reply, guests)
        if answer.seat is Seat.ASKED and was is not Seat.ASKED:
            asks.append(one)
    _settle_all(dates)
    record(SeriesAnswered(actor=by, event=event))
    if asks:  # one letter says so, of however many dates
        record(SeatAsked(actor=by, occurrence=asks[0]))


def take_over(event: Event, dates: list[Occurrence]) -> None:
    """Dates that have come to a series: whoever answered to all of it has answered to them, each
    in the order of their numbers. Counted once, at the end.
    """
    ahead = [one for one in dates if not one.has_begun]
    answers = queries.answers_to(event) if ahead and event.is_series else []
    for one in ahead if answers else ():
        one.taken = one.waiting = one.maybe = one.asking = one.turns = 0
        for said in answers:
            given = _begin(one, said.person_id, with_series=True)
            _seat(one, given, said.reply, min(said.guests, (one.capacity or MOST_SEATS) - 1))
            one.taken += given.seats if given.seat is Seat.GOING else 0
            one.waiting += given.seats if given.seat is Seat.WAITING else 0
    if answers:
        _count(*ahead)


def accept(occurrence: Occurrence, given: Answer, *, by: Person) -> None:
    """Somebody who asked may come: they have a seat, or wait for one. Raises Full."""
    if given.seat not in (Seat.ASKED, Seat.REFUSED):
        return

    _take(occurrence, given, given.guests)
    _settle(occurrence)
    told = SeatGiven if given.seat is Seat.GOING else PlaceInLineGiven
    record(told(actor=by, occurrence=occurrence, person=given.person))


def refuse(occurrence: Occurrence, given: Answer, *, by: Person) -> None:
    if given.reply is not Reply.YES or given.seat is Seat.REFUSED:
        return

    given.seat = Seat.REFUSED
    _settle(occurrence)
    record(SeatRefused(actor=by, occurrence=occurrence, person=given.person))


def resettle(event: Event) -> None:
    """There are more seats than before, or fewer: whoever waits moves up, and nobody loses one."""
    _settle_all(queries.held_series(event.id))


def moves_up(occurrence: Occurrence) -> bool:
    """Whether there is still time enough for somebody to hear of it, and to say no."""
    hours = timedelta(hours=settings.get("events.last_hours"))
    return clock.now() < occurrence.starts_at - hours


def _answered(occurrence: Occurrence, person_id: int) -> Answer:
    return queries.answer_of(person_id, occurrence.id) or _begin(occurrence, person_id)


def _begin(occurrence: Occurrence, person_id: int, *, with_series: bool = False) -> Answer:
    """They have said nothing yet, which is as good as a no."""
    given = Answer(
        occurrence_id=occurrence.id,
        person_id=person_id,
        reply=Reply.NO,
        seat=Seat.NONE,
        guests=0,
        with_series=with_series,
    )
    db.session.add(given)
    return given


def _say(occurrence: Occurrence, given: Answer, reply: Reply, guests: int, by: Person) -> None:
    was = given.seat
    _seat(occurrence, given, reply, guests)
    _count(occurrence)
    if given.seat is was:
        return
    if given.seat is Seat.ASKED:
        record(SeatAsked(actor=by, occurrence=occurrence))
    elif given.seat is Seat.GOING:
        record(EventJoined(actor=by, occurrence=occurrence))
    elif was is Seat.GOING:
        record(EventLeft(actor=by, occurrence=occurrence))


def _seat(occurrence: Occurrence, given: Answer, reply: Reply, guests: int) -> None:
    guests = min(guests, occurrence.event.guests)
    if occurrence.event.needs_approval and given.seat is Seat.REFUSED:
        return  # asking again, and again, changes no mind
    if occurrence.event.needs_approval and given.seat in (Seat.GOING, Seat.WAITING):
        guests = min(guests, given.guests)  # more of them are to be asked for
    if reply is not Reply.YES:
        given.reply, given.seat = reply, Seat.NONE
        given.guests, given.moved_up_at = 0, None
    elif occurrence.event.needs_approval and given.seat not in (Seat.GOING, Seat.WAITING):
        given.reply, given.seat, given.guests = reply, Seat.ASKED, guests
    else:
        _take(occurrence, given, guests)


def _take(occurrence: Occurrence, given: Answer, guests: int) -> None:
    """A seat, if there are as many as they want and nobody stands before them; else a turn."""
    if occurrence.capacity is not None and 1 + guests > occurrence.capacity:
        raise Full
    has = given.seats if given.seat is Seat.GOING else 0
    enough = occurrence.free is None or occurrence.free + has >= 1 + guests
    if has and not enough:
        raise Full
    if has or (enough and not (occurrence.waiting and moves_up(occurrence))):
        seat = Seat.GOING
    else:
        seat = Seat.WAITING
    if seat is Seat.WAITING and given.seat is not Seat.WAITING:
        occurrence.turns += 1
        given.turn = occurrence.turns
    given.reply, given.seat, given.guests = Reply.YES, seat, guests


def _settle(occurrence: Occurrence) -> None:
    """Count, and let those move up for whom there is room."""
    _count(occurrence)
    _move_up(occurrence)


def _settle_all(dates: list[Occurrence]) -> None:
    _count(*dates)
    for one in dates:
        _move_up(one)


def _move_up(occurrence: Occurrence) -> None:
    if occurrence.is_off or not occurrence.waiting or not moves_up(occurrence):
        return
    for given in queries.waiting(occurrence.id):
        if occurrence.capacity is not None and given.seats > occurrence.capacity:
            continue  # there will never be room for so many: they stop nobody
        if occurrence.free is not None and occurrence.free < given.seats:
            break  # whoever waits longest is not passed by somebody who needs less
        given.seat, given.moved_up_at = Seat.GOING, clock.now()
        _count(occurrence)
        record(SeatFreed(actor=None, occurrence=occurrence, person=given.person))


def _count(*dates: Occurrence) -> None:
    db.session.flush()
    counted = queries.counted(one.id for one in dates)
    for one in dates:
        one.taken, one.waiting, one.maybe, one.asking = counted[one.id]
