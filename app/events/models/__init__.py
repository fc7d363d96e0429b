"""Events, the dates they fall on, and who comes."""

from app.events.models.answer import Answer, Reply, Seat, SeriesAnswer
from app.events.models.attendance import Attendance
from app.events.models.event import (
    LONGEST_PLACE,
    LONGEST_REASON,
    LONGEST_TITLE,
    LONGEST_URL,
    MOST_GUESTS,
    MOST_SEATS,
    Event,
    Invited,
    Organiser,
)
from app.events.models.feedback import LEAST_WORTH, LONGEST_FEEDBACK, MOST_WORTH, Feedback
from app.events.models.minutes import LONGEST_CHANGE, MOST_REACHED, Minutes, MinutesRevision
from app.events.models.occurrence import Occurrence
from app.events.models.photo import Photo
from app.events.models.when import LASTS_AT_MOST, When

__all__ = [
    "LASTS_AT_MOST",
    "LEAST_WORTH",
    "LONGEST_CHANGE",
    "LONGEST_FEEDBACK",
    "LONGEST_PLACE",
    "LONGEST_REASON",
    "LONGEST_TITLE",
    "LONGEST_URL",
    "MOST_GUESTS",
    "MOST_REACHED",
    "MOST_SEATS",
    "MOST_WORTH",
    "Answer",
    "Attendance",
    "Event",
    "Feedback",
    "Invited",
    "Minutes",
    "MinutesRevision",
    "Occurrence",
    "Organiser",
    "Photo",
    "Reply",
    "Seat",
    "SeriesAnswer",
    "When",
]
