"""What can happen to where people work: the units of the house and its locations."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.people.models import Location, Unit

OFFICES = {
    "front": N_("front office"),
    "middle": N_("middle office"),
    "back": N_("back office"),
}


@dataclass(frozen=True, kw_only=True)
class UnitOpened(Fact):
    says = N_("The unit %(title)s is open")
    audited = True
    news = False

    unit: "Unit"


@dataclass(frozen=True, kw_only=True)
class UnitRenamed(Fact):
    says = N_("The unit %(title)s has a new name: %(now)s (before: %(before)s)")
    audited = True
    news = False

    unit: "Unit"
    before: str
    now: str


@dataclass(frozen=True, kw_only=True)
class UnitOfficeChanged(Fact):
    says = N_("The unit %(title)s belongs elsewhere: %(now)s (before: %(before)s)")
    words = {"before": OFFICES, "now": OFFICES}
    audited = True
    news = False

    unit: "Unit"
    before: str
    now: str


@dataclass(frozen=True, kw_only=True)
class UnitMoved(Fact):
    """`before` and `now` are the names of what it was and is part of, as they were that day."""

    says = N_("The unit %(title)s was moved: now below %(now)s (before: %(before)s)")
    audited = True
    news = False

    unit: "Unit"
    before: str
    now: str


@dataclass(frozen=True, kw_only=True)
class UnitsMerged(Fact):
    says = N_(
        "The unit %(title)s was merged into %(survivor)s. People: %(people)s; units: %(units)s"
    )
    audited = True
    news = False

    unit: "Unit"
    survivor: str  # the name it had that day
    people: int
    units: int


@dataclass(frozen=True, kw_only=True)
class UnitClosed(Fact):
    says = N_("The unit %(title)s is closed. People moved: %(people)s; units moved: %(units)s")
    audited = True
    news = False

    unit: "Unit"
    people: int
    units: int


@dataclass(frozen=True, kw_only=True)
class UnitReopened(Fact):
    says = N_("The unit %(title)s is open again")
    audited = True
    news = False
    undoes = UnitClosed

    unit: "Unit"


@dataclass(frozen=True, kw_only=True)
class LocationOpened(Fact):
    says = N_("The location %(title)s is open")
    audited = True
    news = False

    location: "Location"


@dataclass(frozen=True, kw_only=True)
class LocationRenamed(Fact):
    says = N_("The location %(title)s has a new name: %(now)s (before: %(before)s)")
    audited = True
    news = False

    location: "Location"
    before: str
    now: str


@dataclass(frozen=True, kw_only=True)
class LocationsMerged(Fact):
    says = N_("The location %(title)s was merged into %(survivor)s. People: %(people)s")
    audited = True
    news = False

    location: "Location"
    survivor: str
    people: int


@dataclass(frozen=True, kw_only=True)
class LocationClosed(Fact):
    says = N_("The location %(title)s is closed")
    audited = True
    news = False

    location: "Location"


@dataclass(frozen=True, kw_only=True)
class LocationReopened(Fact):
    says = N_("The location %(title)s is open again")
    audited = True
    news = False
    undoes = LocationClosed

    location: "Location"
