"""That an event is soon, or over, and what is left of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact
from app.facts.events.dates import OfADate

if TYPE_CHECKING:
    from app.events.models import Occurrence


@dataclass(frozen=True, kw_only=True)
class EventComesUp(OfADate, Fact):
    """By the clock, to whoever comes."""

    says = N_("%(title)s is soon")
    audited = False
    news = False

    occurrence: "Occurrence"


@dataclass(frozen=True, kw_only=True)
class EventIsOver(OfADate, Fact):
    """By the clock, to whoever was there."""

    says = N_("%(title)s is over: how was it?")
    audited = False
    news = False

    occurrence: "Occurrence"


@dataclass(frozen=True, kw_only=True)
class MinutesWritten(OfADate, Fact):
    """Once: who was there hears of it, and of no better words later."""

    says = N_("%(actor)s wrote the minutes of %(title)s")
    says_you = N_("You wrote the minutes of %(title)s")
    audited = False

    occurrence: "Occurrence"


@dataclass(frozen=True, kw_only=True)
class MinutesWithdrawn(OfADate, Fact):
    says = N_("%(actor)s took the minutes of %(title)s away")
    says_you = N_("You took the minutes of %(title)s away")
    audited = False
    news = False
    undoes = MinutesWritten

    occurrence: "Occurrence"


@dataclass(frozen=True, kw_only=True)
class MinutesRestored(OfADate, Fact):
    says = N_("%(actor)s put the minutes of %(title)s back")
    says_you = N_("You put the minutes of %(title)s back")
    audited = False

    occurrence: "Occurrence"


@dataclass(frozen=True, kw_only=True)
class ParticipantsExported(OfADate, Fact):
    says = N_("%(actor)s took out the list of who takes part in %(title)s: %(people)s")
    says_you = N_("You took out the list of who takes part in %(title)s: %(people)s")
    audited = True
    news = False

    occurrence: "Occurrence"
    people: int
