"""What can happen to an event of the calendar."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.events.models import Event, Occurrence
    from app.imports.models import Import
    from app.people.models import Person


class _OfADate:
    """Whoever follows the event wants to know of its dates."""

    occurrence: "Occurrence"

    @property
    def thread(self) -> "Event":
        return self.occurrence.event


@dataclass(frozen=True, kw_only=True)
class EventAnnounced(Fact):
    says = N_("%(actor)s announced %(title)s")
    says_you = N_("You announced %(title)s")
    audited = False

    event: "Event"


@dataclass(frozen=True, kw_only=True)
class EventMoved(Fact):
    """Another time or another place, all of it."""

    says = N_("%(title)s has a new date or place")
    audited = False

    event: "Event"


@dataclass(frozen=True, kw_only=True)
class EventCancelled(Fact):
    says = N_("%(title)s is off: %(reason)s")
    audited = True

    event: "Event"
    reason: str


@dataclass(frozen=True, kw_only=True)
class EventRestored(Fact):
    says = N_("%(title)s takes place after all")
    audited = True
    undoes = EventCancelled

    event: "Event"


@dataclass(frozen=True, kw_only=True)
class RegistrationClosed(Fact):
    says = N_("%(actor)s closed registration for %(title)s")
    says_you = N_("You closed registration for %(title)s")
    audited = False
    news = False

    event: "Event"


@dataclass(frozen=True, kw_only=True)
class RegistrationOpened(Fact):
    says = N_("%(actor)s opened registration for %(title)s again")
    says_you = N_("You opened registration for %(title)s again")
    audited = False
    news = False
    undoes = RegistrationClosed

    event: "Event"


@dataclass(frozen=True, kw_only=True)
class OrganiserNamed(Fact):
    says = N_("%(actor)s asked somebody to organise %(title)s")
    says_you = N_("You asked somebody to organise %(title)s")
    audited = False
    news = False

    event: "Event"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class OrganiserReleased(Fact):
    says = N_("%(actor)s asked somebody to organise %(title)s no longer")
    says_you = N_("You asked somebody to organise %(title)s no longer")
    audited = False
    news = False
    undoes = OrganiserNamed

    event: "Event"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class OccurrenceMoved(_OfADate, Fact):
    says = N_("One date of %(title)s has moved")
    audited = False

    occurrence: "Occurrence"


@dataclass(frozen=True, kw_only=True)
class OccurrenceCancelled(_OfADate, Fact):
    says = N_("One date of %(title)s is off: %(reason)s")
    audited = True

    occurrence: "Occurrence"
    reason: str


@dataclass(frozen=True, kw_only=True)
class OccurrenceRestored(_OfADate, Fact):
    says = N_("One date of %(title)s takes place after all")
    audited = True
    undoes = OccurrenceCancelled

    occurrence: "Occurrence"


@dataclass(frozen=True, kw_only=True)
class EventJoined(_OfADate, Fact):
    says = N_("%(actor)s comes to %(title)s")
    says_you = N_("You come to %(title)s")
    audited = False
    news = False

    occurrence: "Occurrence"


@dataclass(frozen=True, kw_only=True)
class EventLeft(_OfADate, Fact):
    says = N_("%(actor)s does not come to %(title)s any more")
    says_you = N_("You do not come to %(title)s any more")
    audited = False
    news = False
    undoes = EventJoined
    ones_own = True

    occurrence: "Occurrence"


@dataclass(frozen=True, kw_only=True)
class SeriesAnswered(Fact):
    """Whether they come, to all of its dates."""

    says = N_("%(actor)s answered for all dates of %(title)s")
    says_you = N_("You answered for all dates of %(title)s")
    audited = False
    news = False

    event: "Event"


@dataclass(frozen=True, kw_only=True)
class SeatAsked(_OfADate, Fact):
    """Its organisers say whether."""

    says = N_("%(actor)s asks to come to %(title)s")
    says_you = N_("You asked to come to %(title)s")
    audited = False
    news = False

    occurrence: "Occurrence"

    @property
    def addressees(self) -> list[int]:
        return self.occurrence.event.made_by


@dataclass(frozen=True, kw_only=True)
class SeatGiven(_OfADate, Fact):
    says = N_("%(actor)s said yes: somebody comes to %(title)s")
    says_you = N_("You said yes: somebody comes to %(title)s")
    audited = False
    news = False

    occurrence: "Occurrence"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class SeatRefused(_OfADate, Fact):
    says = N_("%(actor)s said no: somebody does not come to %(title)s")
    says_you = N_("You said no: somebody does not come to %(title)s")
    audited = False
    news = False

    occurrence: "Occurrence"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class SeatFreed(_OfADate, Fact):
    """By itself: it is the turn of whoever waited longest."""

    says = N_("Somebody moved up from the waiting list of %(title)s")
    audited = False
    news = False

    occurrence: "Occurrence"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class EventComesUp(_OfADate, Fact):
    """By the clock, to whoever comes."""

    says = N_("%(title)s is soon")
    audited = False
    news = False

    occurrence: "Occurrence"


@dataclass(frozen=True, kw_only=True)
class EventIsOver(_OfADate, Fact):
    """By the clock, to whoever was there."""

    says = N_("%(title)s is over: how was it?")
    audited = False
    news = False

    occurrence: "Occurrence"


@dataclass(frozen=True, kw_only=True)
class MinutesWritten(_OfADate, Fact):
    """Once: who was there hears of it, and of no better words later."""

    says = N_("%(actor)s wrote the minutes of %(title)s")
    says_you = N_("You wrote the minutes of %(title)s")
    audited = False

    occurrence: "Occurrence"


@dataclass(frozen=True, kw_only=True)
class MinutesWithdrawn(_OfADate, Fact):
    says = N_("%(actor)s took the minutes of %(title)s away")
    says_you = N_("You took the minutes of %(title)s away")
    audited = False
    news = False
    undoes = MinutesWritten

    occurrence: "Occurrence"


@dataclass(frozen=True, kw_only=True)
class MinutesRestored(_OfADate, Fact):
    says = N_("%(actor)s put the minutes of %(title)s back")
    says_you = N_("You put the minutes of %(title)s back")
    audited = False

    occurrence: "Occurrence"


@dataclass(frozen=True, kw_only=True)
class ParticipantsExported(_OfADate, Fact):
    says = N_("%(actor)s took out the list of who takes part in %(title)s: %(people)s")
    says_you = N_("You took out the list of who takes part in %(title)s: %(people)s")
    audited = True
    news = False

    occurrence: "Occurrence"
    people: int


@dataclass(frozen=True, kw_only=True)
class EventsImported(Fact):
    says = N_("%(actor)s brought events in from %(title)s: %(events)s")
    says_you = N_("You brought events in from %(title)s: %(events)s")
    audited = True
    news = False

    source: "Import"
    events: int


@dataclass(frozen=True, kw_only=True)
class EventsImportTakenBack(Fact):
    says = N_("%(actor)s took back the events from %(title)s: %(events)s")
    says_you = N_("You took back the events from %(title)s: %(events)s")
    audited = True
    news = False
    undoes = EventsImported

    source: "Import"
    events: int
