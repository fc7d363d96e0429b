"""Events, the dates they fall on, and who comes."""

from app.events.models.answer import Answer, Reply, Seat, SeriesAnswer
from app.events.models.event import (
    LONGEST_PLACE,
    LONGEST_REASON,
    LONGEST_TITLE,
    LONGEST_URL,
    MOST_GUESTS,
    MOST_SEATS,
    Category,
    Event,
    Invited,
    Organiser,
)
from app.events.models.occurrence import Occurrence
from app.events.models.when import LASTS_AT_MOST, When

__all__ = [
    "LASTS_AT_MOST",
    "LONGEST_PLACE",
    "LONGEST_REASON",
    "LONGEST_TITLE",
    "LONGEST_URL",
    "MOST_GUESTS",
    "MOST_SEATS",
    "Answer",
    "Category",
    "Event",
    "Invited",
    "Occurrence",
    "Organiser",
    "Reply",
    "Seat",
    "SeriesAnswer",
    "When",
]
