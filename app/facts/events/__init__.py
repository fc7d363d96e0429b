"""What can happen to an event of the calendar."""

from app.facts.events.afterwards import (
    EventComesUp,
    EventIsOver,
    MinutesRestored,
    MinutesWithdrawn,
    MinutesWritten,
    ParticipantsExported,
)
from app.facts.events.announcing import (
    EventAnnounced,
    EventCancelled,
    EventMoved,
    EventRestored,
    OccurrenceCancelled,
    OccurrenceMoved,
    OccurrenceRestored,
    OrganiserNamed,
    OrganiserReleased,
    RegistrationClosed,
    RegistrationOpened,
)
from app.facts.events.files import (
    EventsImported,
    EventsImportTakenBack,
)
from app.facts.events.seats import (
    EventJoined,
    EventLeft,
    PlaceInLineGiven,
    SeatAsked,
    SeatFreed,
    SeatGiven,
    SeatRefused,
    SeriesAnswered,
)

__all__ = [
    "EventAnnounced",
    "EventCancelled",
    "EventComesUp",
    "EventIsOver",
    "EventJoined",
    "EventLeft",
    "EventMoved",
    "EventRestored",
    "EventsImportTakenBack",
    "EventsImported",
    "MinutesRestored",
    "MinutesWithdrawn",
    "MinutesWritten",
    "OccurrenceCancelled",
    "OccurrenceMoved",
    "OccurrenceRestored",
    "OrganiserNamed",
    "OrganiserReleased",
    "ParticipantsExported",
    "PlaceInLineGiven",
    "RegistrationClosed",
    "RegistrationOpened",
    "SeatAsked",
    "SeatFreed",
    "SeatGiven",
    "SeatRefused",
    "SeriesAnswered",
]
