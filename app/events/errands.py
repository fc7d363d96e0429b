"""What the clock does with events: reminds whoever comes, asks how it was, and goes on with what
has no end. Each date in a transaction of its own, looked at again inside: killed anywhere, nobody
hears of it twice.
"""

from datetime import timedelta

from app.core import clock, jobs, outbox, settings
from app.core.db import leave, writing
from app.core.i18n import N_
from app.events import queries, scheduling, seating
from app.events.models import Reply
from app.facts import record
from app.facts.events import EventComesUp, EventIsOver
from app.people.queries import person

AFTERWARDS = timedelta(hours=1)  # until somebody is asked how it was
ASKED_WITHIN = timedelta(days=3)  # of its end; after that nobody asks
AHEAD = timedelta(days=400)  # how far a series without an end is laid out at least

LEAVING = "events.leaving"

settings.declare(
    "events.reminder_hours",
    int,
    24,
    N_("Hours before an event in which whoever comes is reminded"),
    family=N_("Events"),
    help=N_("With 0, nobody is reminded."),
    least=0,
    most=168,
)


@jobs.every(minutes=5, words=N_("Remind whoever comes to an event"))
def remind() -> None:
    hours = settings.get("events.reminder_hours")
    now = clock.now()
    due = queries.to_remind(now, now + timedelta(hours=hours)) if hours else []
    leave()
    for number in due:
        with writing(shown=False):
            occurrence = queries.held(number)
            if occurrence.reminded_at or occurrence.is_off or occurrence.has_begun:
                continue
            occurrence.reminded_at = clock.now()
            record(EventComesUp(actor=None, occurrence=occurrence))


@jobs.every(minutes=15, words=N_("Ask how an event was"))
def ask() -> None:
    now = clock.now()
    due = queries.to_ask(now - ASKED_WITHIN, now - AFTERWARDS)
    leave()
    for number in due:
        with writing(shown=False):
            occurrence = queries.held(number)
            if occurrence.asked_at or occurrence.is_off:
                continue
            occurrence.asked_at = clock.now()
            record(EventIsOver(actor=None, occurrence=occurrence))


@jobs.every(minutes=24 * 60, words=N_("Go on with series that have no end"))
def extend() -> None:
    """Or whose end is further away than was laid out."""
    going_on = queries.going_on(clock.now(), clock.now() + AHEAD)
    due = [event.id for event in going_on if scheduling.goes_on(event)]
    leave()
    for number in due:
        with writing():
            scheduling.lay_out(queries.held_event(number))


@outbox.handles(LEAVING, N_("Freeing the seats of whoever is gone"))
def free_seats(errand: outbox.Errand) -> None:
    """Of dates to come that they do not see any more; of all of them, where their account is
    closed. Each in a transaction of its own.
    """
    number = errand.payload["person"]
    dates = queries.to_leave(person(number))
    leave()
    for date in dates:
        with writing():
            seating.answer(queries.held(date), Reply.NO, by=person(number))
