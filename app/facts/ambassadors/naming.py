"""How somebody becomes an ambassador, stays one, and is said goodbye to."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.ambassadors.models import Mandate, Nomination
    from app.people.models import Unit


@dataclass(frozen=True, kw_only=True)
class Nominated(Fact):
    """`people` are those who decide, and whoever is put forward where it was not themself."""

    says = N_("%(actor)s puts somebody forward as ambassador: %(title)s")
    says_you = N_("You put somebody forward as ambassador: %(title)s")
    audited = False
    news = False

    nomination: "Nomination"
    people: tuple[int, ...]

    @property
    def addressees(self) -> tuple[int, ...]:
        return self.people


@dataclass(frozen=True, kw_only=True)
class NominationTakenBack(Fact):
    says = N_("%(actor)s takes back the nomination of %(title)s")
    says_you = N_("You took back the nomination of %(title)s")
    audited = False
    news = False
    undoes = Nominated

    nomination: "Nomination"


@dataclass(frozen=True, kw_only=True)
class NominationDeclined(Fact):
    says = N_("%(actor)s declined the nomination of %(title)s, and says why")
    says_you = N_("You declined the nomination of %(title)s, and say why")
    audited = True
    news = False

    nomination: "Nomination"

    @property
    def addressees(self) -> tuple[int, ...]:
        return self.nomination.people


@dataclass(frozen=True, kw_only=True)
class NominationReopened(Fact):
    says = N_("%(actor)s took back a no: the nomination of %(title)s waits again")
    says_you = N_("You took back a no: the nomination of %(title)s waits again")
    audited = True
    news = False
    undoes = NominationDeclined

    nomination: "Nomination"

    @property
    def addressees(self) -> tuple[int, ...]:
        return self.nomination.people


@dataclass(frozen=True, kw_only=True)
class AmbassadorNamed(Fact):
    """`people` are the ambassador and whoever put them forward."""

    says = N_("%(actor)s named an ambassador: %(title)s")
    says_you = N_("You named an ambassador: %(title)s")
    audited = True

    mandate: "Mandate"
    people: tuple[int, ...]

    @property
    def addressees(self) -> tuple[int, ...]:
        return self.people


@dataclass(frozen=True, kw_only=True)
class NominationFulfilled(Fact):
    """The role came another way while somebody waited for it. That it came is told elsewhere."""

    says = N_("%(title)s, who was put forward, is an ambassador now")
    audited = False
    news = False

    nomination: "Nomination"

    @property
    def addressees(self) -> tuple[int, ...]:
        return self.nomination.people


@dataclass(frozen=True, kw_only=True)
class MandateRenewed(Fact):
    says = N_("%(actor)s renewed the term of an ambassador: %(title)s, until %(until)s")
    says_you = N_("You renewed the term of an ambassador: %(title)s, until %(until)s")
    audited = True
    news = False

    mandate: "Mandate"
    until: str

    @property
    def addressees(self) -> tuple[int, ...]:
        return (self.mandate.person_id,)


@dataclass(frozen=True, kw_only=True)
class RenewalTakenBack(Fact):
    says = N_("%(actor)s took back the renewal of a term: %(title)s, until %(until)s")
    says_you = N_("You took back the renewal of a term: %(title)s, until %(until)s")
    audited = True
    news = False
    undoes = MandateRenewed

    mandate: "Mandate"
    until: str

    @property
    def addressees(self) -> tuple[int, ...]:
        return (self.mandate.person_id,)


@dataclass(frozen=True, kw_only=True)
class MandateRunsOut(Fact):
    """By the clock, once. Nothing more happens by itself."""

    says = N_("The term of an ambassador is nearly over: %(title)s")
    audited = False
    news = False

    mandate: "Mandate"
    people: tuple[int, ...]

    @property
    def addressees(self) -> tuple[int, ...]:
        return self.people


@dataclass(frozen=True, kw_only=True)
class FarewellSaid(Fact):
    says = N_("%(actor)s says goodbye to an ambassador, and thanks them: %(title)s")
    says_you = N_("You said goodbye to an ambassador, and thanked them: %(title)s")
    audited = True

    mandate: "Mandate"

    @property
    def addressees(self) -> tuple[int, ...]:
        return (self.mandate.person_id,)


@dataclass(frozen=True, kw_only=True)
class FarewellTakenBack(Fact):
    says = N_("%(actor)s took back a goodbye: %(title)s is an ambassador still")
    says_you = N_("You took back a goodbye: %(title)s is an ambassador still")
    audited = True
    undoes = FarewellSaid

    mandate: "Mandate"

    @property
    def addressees(self) -> tuple[int, ...]:
        return (self.mandate.person_id,)


@dataclass(frozen=True, kw_only=True)
class UnitCoached(Fact):
    """Told, unless they begin with it: then their naming is told."""

    says = N_("%(title)s coaches a unit: %(unit_name)s")
    audited = False
    news = False

    mandate: "Mandate"
    unit: "Unit"
    unit_name: str
    is_first: bool = False

    @property
    def addressees(self) -> tuple[int, ...]:
        return () if self.is_first else (self.mandate.person_id,)


@dataclass(frozen=True, kw_only=True)
class UnitNoLongerCoached(Fact):
    says = N_("%(title)s no longer coaches a unit: %(unit_name)s")
    audited = False
    news = False
    undoes = UnitCoached

    mandate: "Mandate"
    unit: "Unit"
    unit_name: str

    @property
    def addressees(self) -> tuple[int, ...]:
        return (self.mandate.person_id,)
