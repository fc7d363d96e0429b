"""What is announced, moved and called off."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact
from app.facts.events.dates import OfADate

if TYPE_CHECKING:
    from app.events.models import Event, Occurrence
    from app.people.models import Person


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
class OccurrenceMoved(OfADate, Fact):
    says = N_("One date of %(title)s has moved")
    audited = False

    occurrence: "Occurrence"


@dataclass(frozen=True, kw_only=True)
class OccurrenceCancelled(OfADate, Fact):
    says = N_("One date of %(title)s is off: %(reason)s")
    audited = True

    occurrence: "Occurrence"
    reason: str


@dataclass(frozen=True, kw_only=True)
class OccurrenceRestored(OfADate, Fact):
    says = N_("One date of %(title)s takes place after all")
    audited = True
    undoes = OccurrenceCancelled

    occurrence: "Occurrence"


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
