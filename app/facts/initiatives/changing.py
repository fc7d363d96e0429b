"""What is asked some time after the end: what has changed?"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.initiatives.models import Change, Initiative


class OfAnInitiative:
    """What happens to a change happens in the thread of its initiative."""

    change: "Change"

    @property
    def thread(self) -> "Initiative":
        return self.change.initiative


@dataclass(frozen=True, kw_only=True)
class ChangeAsked(Fact):
    """By the clock, thirty and ninety days after the end."""

    says = N_("It is time to tell what has changed: %(title)s")
    audited = False
    news = False

    initiative: "Initiative"

    @property
    def addressees(self) -> list[int]:
        """Its owner; where they are gone, those who worked on it with them."""
        owner, others = self.initiative.owner_id, self.initiative.made_by[1:]
        return [owner] if self.initiative.owner.is_active else others


@dataclass(frozen=True, kw_only=True)
class ChangeTold(OfAnInitiative, Fact):
    says = N_("%(actor)s told what has changed: %(title)s")
    says_you = N_("You told what has changed: %(title)s")
    audited = False

    change: "Change"


@dataclass(frozen=True, kw_only=True)
class ChangeTakenBack(OfAnInitiative, Fact):
    says = N_("%(actor)s took back what had changed: %(title)s")
    says_you = N_("You took back what had changed: %(title)s")
    audited = False
    news = False
    undoes = ChangeTold

    change: "Change"
