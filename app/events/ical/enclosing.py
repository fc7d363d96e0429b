"""The file that goes with a letter about an event: opened, it puts a calendar right.

What is new, or over, comes without: nobody wants in their calendar what they have not joined.
"""

from app.core.mail import Enclosure
from app.events import queries
from app.events.ical import MIME, writing
from app.facts.events import (
    EventCancelled,
    EventComesUp,
    EventMoved,
    EventRestored,
    OccurrenceCancelled,
    OccurrenceMoved,
    OccurrenceRestored,
    SeatFreed,
    SeatGiven,
)

CARRYING = {
    fact.__name__
    for fact in (
        *(EventMoved, EventCancelled, EventRestored),
        *(OccurrenceMoved, OccurrenceCancelled, OccurrenceRestored),
        *(SeatGiven, SeatFreed, EventComesUp),
    )
}


def with_event(fact: str, number: int) -> list[Enclosure]:
    """All the dates of an event, as they are now."""
    event = queries.to_write(number) if fact in CARRYING else None
    return [_file(writing.document([event]))] if event else []


def with_date(fact: str, number: int) -> list[Enclosure]:
    """One date."""
    occurrence = queries.date_to_write(number) if fact in CARRYING else None
    return [_file(writing.dates([occurrence]))] if occurrence else []


def _file(document: bytes) -> Enclosure:
    # The method of the header is the one of the document (RFC 6047): it is told, and asks nothing.
    params = {"method": "PUBLISH", "charset": "utf-8"}
    return Enclosure(name="event.ics", kind=MIME, content=document, params=params)
