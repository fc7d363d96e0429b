"""What governance says of what was logged."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.initiatives.models import Initiative


class ToItsOwner:
    initiative: "Initiative"

    @property
    def addressees(self) -> list[int]:
        return [self.initiative.owner_id]


@dataclass(frozen=True, kw_only=True)
class InitiativeConfirmed(ToItsOwner, Fact):
    says = N_("%(actor)s confirmed the initiative %(title)s")
    says_you = N_("You confirmed the initiative %(title)s")
    audited = True
    news = False

    initiative: "Initiative"


@dataclass(frozen=True, kw_only=True)
class InitiativeReturned(ToItsOwner, Fact):
    """Why stands on the initiative, for those who work on it."""

    says = N_("%(actor)s sent the initiative %(title)s back")
    says_you = N_("You sent the initiative %(title)s back")
    audited = True
    news = False

    initiative: "Initiative"


@dataclass(frozen=True, kw_only=True)
class ReviewTakenBack(Fact):
    says = N_("%(actor)s took back what was said of the initiative %(title)s")
    says_you = N_("You took back what you said of the initiative %(title)s")
    audited = True
    news = False

    initiative: "Initiative"
