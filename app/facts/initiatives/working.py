"""Who works on it, and how it goes."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.initiatives.models import Initiative, Milestone, Update
    from app.people.models import Person


@dataclass(frozen=True, kw_only=True)
class TeammateNamed(Fact):
    says = N_("%(actor)s asked somebody to work on %(title)s")
    says_you = N_("You asked somebody to work on %(title)s")
    audited = False
    news = False

    initiative: "Initiative"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class TeammateReleased(Fact):
    says = N_("%(actor)s asked somebody to work on %(title)s no longer")
    says_you = N_("You asked somebody to work on %(title)s no longer")
    audited = False
    news = False
    undoes = TeammateNamed

    initiative: "Initiative"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class InitiativeHandedOver(Fact):
    """Somebody else looks after it from now on."""

    says = N_("%(actor)s put the initiative %(title)s in other hands")
    says_you = N_("You put the initiative %(title)s in other hands")
    audited = True
    news = False

    initiative: "Initiative"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class MilestoneReached(Fact):
    says = N_("%(title)s has reached a milestone")
    audited = False

    initiative: "Initiative"
    milestone: "Milestone"


@dataclass(frozen=True, kw_only=True)
class MilestoneMissed(Fact):
    """It was ticked too early."""

    says = N_("%(title)s has not reached that milestone yet")
    audited = False
    news = False
    undoes = MilestoneReached

    initiative: "Initiative"
    milestone: "Milestone"

    @property
    def said_at(self) -> datetime | None:
        return self.milestone.reached_at


@dataclass(frozen=True, kw_only=True)
class UpdateWritten(Fact):
    says = N_("%(actor)s told how %(title)s goes")
    says_you = N_("You told how %(title)s goes")
    audited = False

    initiative: "Initiative"
    update: "Update"

    @property
    def written(self) -> str:
        return self.update.html


@dataclass(frozen=True, kw_only=True)
class UpdateRemoved(Fact):
    says = N_("%(actor)s took back how %(title)s goes")
    says_you = N_("You took back how %(title)s goes")
    audited = False
    news = False
    undoes = UpdateWritten

    initiative: "Initiative"
    update: "Update"

    @property
    def said_at(self) -> datetime | None:
        return self.update.created_at


@dataclass(frozen=True, kw_only=True)
class UpdateRestored(Fact):
    """What was told of it once is not told again."""

    says = N_("%(actor)s put back how %(title)s goes")
    says_you = N_("You put back how %(title)s goes")
    audited = False
    news = False
    undoes = UpdateRemoved

    initiative: "Initiative"
    update: "Update"

    @property
    def written(self) -> str:
        return self.update.html
