"""Who comes, waits, or asks to."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact
from app.facts.events.dates import OfADate

if TYPE_CHECKING:
    from app.events.models import Event, Occurrence
    from app.people.models import Person


@dataclass(frozen=True, kw_only=True)
class EventJoined(OfADate, Fact):
    says = N_("%(actor)s comes to %(title)s")
    says_you = N_("You come to %(title)s")
    audited = False
    news = False

    occurrence: "Occurrence"


@dataclass(frozen=True, kw_only=True)
class EventLeft(OfADate, Fact):
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
class SeatAsked(OfADate, Fact):
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
class SeatGiven(OfADate, Fact):
    says = N_("%(actor)s said yes: somebody comes to %(title)s")
    says_you = N_("You said yes: somebody comes to %(title)s")
    audited = False
    news = False

    occurrence: "Occurrence"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class PlaceInLineGiven(OfADate, Fact):
    says = N_("%(actor)s said yes: somebody waits for a seat in %(title)s")
    says_you = N_("You said yes: somebody waits for a seat in %(title)s")
    audited = False
    news = False

    occurrence: "Occurrence"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class SeatRefused(OfADate, Fact):
    says = N_("%(actor)s said no: somebody does not come to %(title)s")
    says_you = N_("You said no: somebody does not come to %(title)s")
    audited = False
    news = False

    occurrence: "Occurrence"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class SeatFreed(OfADate, Fact):
    """By itself: it is the turn of whoever waited longest."""

    says = N_("Somebody moved up from the waiting list of %(title)s")
    audited = False
    news = False

    occurrence: "Occurrence"
    person: "Person"
