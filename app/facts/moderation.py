"""What can happen to what somebody thinks should not stand here."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.moderation.models import Case


@dataclass(frozen=True, kw_only=True)
class ThingReported(Fact):
    """Who reported stands with the report, and nowhere the author of the thing may look."""

    says = N_("Something was reported: %(title)s")
    audited = True
    news = False

    case: "Case"


@dataclass(frozen=True, kw_only=True)
class ReportDismissed(Fact):
    says = N_("%(actor)s found nothing wrong with what was reported: %(title)s")
    says_you = N_("You found nothing wrong with what was reported: %(title)s")
    audited = True
    news = False

    case: "Case"


@dataclass(frozen=True, kw_only=True)
class ThingHidden(Fact):
    says = N_("%(actor)s hid something, and says why: %(title)s")
    says_you = N_("You hid something, and say why: %(title)s")
    audited = True
    news = False

    case: "Case"


@dataclass(frozen=True, kw_only=True)
class DecisionTakenBack(Fact):
    says = N_("%(actor)s took back what was decided about a report: %(title)s")
    says_you = N_("You took back what was decided about a report: %(title)s")
    audited = True
    news = False

    case: "Case"


@dataclass(frozen=True, kw_only=True)
class HidingAppealed(Fact):
    says = N_("%(actor)s asks for a second look at what was hidden: %(title)s")
    says_you = N_("You ask for a second look at what was hidden: %(title)s")
    audited = True
    news = False

    case: "Case"


@dataclass(frozen=True, kw_only=True)
class HidingUpheld(Fact):
    says = N_("%(actor)s looked again, and it stays hidden: %(title)s")
    says_you = N_("You looked again, and it stays hidden: %(title)s")
    audited = True
    news = False

    case: "Case"


@dataclass(frozen=True, kw_only=True)
class ThingShownAgain(Fact):
    says = N_("%(actor)s looked again, and everybody reads it: %(title)s")
    says_you = N_("You looked again, and everybody reads it: %(title)s")
    audited = True
    news = False

    case: "Case"
