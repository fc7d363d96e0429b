"""What can happen with a sitting of the committee."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.committee.models import Sitting


@dataclass(frozen=True, kw_only=True)
class SittingCalled(Fact):
    says = N_("%(actor)s called the triage session %(title)s")
    says_you = N_("You called the triage session %(title)s")
    audited = False
    news = False

    sitting: "Sitting"


@dataclass(frozen=True, kw_only=True)
class SittingCancelled(Fact):
    says = N_("%(actor)s cancelled the triage session %(title)s")
    says_you = N_("You cancelled the triage session %(title)s")
    audited = True
    news = False
    undoes = SittingCalled

    sitting: "Sitting"


@dataclass(frozen=True, kw_only=True)
class SittingOpened(Fact):
    says = N_("%(actor)s opened the triage session %(title)s")
    says_you = N_("You opened the triage session %(title)s")
    audited = True
    news = False

    sitting: "Sitting"

    @property
    def addressees(self) -> list[int]:
        return [one.person_id for one in self.sitting.attendees]


@dataclass(frozen=True, kw_only=True)
class SittingClosed(Fact):
    """Whoever was there hears that its minutes can be read."""

    says = N_("The minutes of %(title)s can be read")
    audited = True
    news = False

    sitting: "Sitting"

    @property
    def addressees(self) -> list[int]:
        return [one.person_id for one in self.sitting.attendees]
