"""What can happen to the people of the community."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.imports.models import Import
    from app.people.models import Person, Role

ROLES = {
    "ambassador": N_("Ambassador"),
    "governance": N_("CX governance"),
    "listener": N_("Listening team"),
    "hr": N_("HR"),
    "admin": N_("Administration"),
}


@dataclass(frozen=True, kw_only=True)
class PersonJoined(Fact):
    says = N_("%(title)s has joined WOWista")
    audited = True

    person: "Person"


@dataclass(frozen=True, kw_only=True)
class RoleGranted(Fact):
    says = N_("%(title)s now has a role: %(role)s")
    words = {"role": ROLES}
    audited = True
    news = False

    person: "Person"
    role: "Role"


@dataclass(frozen=True, kw_only=True)
class RoleWithdrawn(Fact):
    says = N_("%(title)s no longer has a role: %(role)s")
    words = {"role": ROLES}
    audited = True
    news = False
    undoes = RoleGranted

    person: "Person"
    role: "Role"


@dataclass(frozen=True, kw_only=True)
class RoleProposed(Fact):
    says = N_("%(title)s is proposed for a role: %(role)s")
    words = {"role": ROLES}
    audited = True
    news = False

    person: "Person"
    role: "Role"


@dataclass(frozen=True, kw_only=True)
class ProposalDeclined(Fact):
    says = N_("%(title)s does not get a role they were proposed for: %(role)s")
    words = {"role": ROLES}
    audited = True
    news = False

    person: "Person"
    role: "Role"


@dataclass(frozen=True, kw_only=True)
class ProposalTakenBack(Fact):
    says = N_("%(title)s is no longer proposed for a role: %(role)s")
    words = {"role": ROLES}
    audited = True
    news = False
    undoes = RoleProposed

    person: "Person"
    role: "Role"


@dataclass(frozen=True, kw_only=True)
class PersonCorrected(Fact):
    """`changed` names the fields for the books; what stood in them stays out."""

    says = N_("The administration has corrected the account of %(title)s")
    audited = True
    news = False

    person: "Person"
    changed: str


@dataclass(frozen=True, kw_only=True)
class EverySessionEnded(Fact):
    says = N_("%(title)s was signed out everywhere")
    audited = True
    news = False

    person: "Person"


@dataclass(frozen=True, kw_only=True)
class PersonDisabled(Fact):
    says = N_("The account of %(title)s is closed")
    audited = True
    news = False

    person: "Person"


@dataclass(frozen=True, kw_only=True)
class PersonEnabled(Fact):
    says = N_("The account of %(title)s is open again")
    audited = True
    news = False
    undoes = PersonDisabled

    person: "Person"


@dataclass(frozen=True, kw_only=True)
class SignedIn(Fact):
    """`agent` is coarse (`people/devices.py`); `sign_in` the hash the new sign-in is known by."""

    says = N_("%(title)s signed in: %(agent)s")
    audited = True
    news = False

    person: "Person"
    agent: str
    sign_in: str = ""


@dataclass(frozen=True, kw_only=True)
class SignedOut(Fact):
    says = N_("%(title)s signed out")
    audited = True
    news = False

    person: "Person"


@dataclass(frozen=True, kw_only=True)
class SessionsEnded(Fact):
    """Signed out from afar: somewhere else than where it was done."""

    says = N_("%(title)s ended sessions elsewhere: %(sessions)s")
    audited = True
    news = False

    person: "Person"
    sessions: int


@dataclass(frozen=True, kw_only=True)
class PersonInvited(Fact):
    says = N_("%(title)s has been invited")
    audited = True
    news = False

    person: "Person"


@dataclass(frozen=True, kw_only=True)
class ResetOffered(Fact):
    says = N_("%(title)s was sent a link for another password")
    audited = True
    news = False

    person: "Person"


@dataclass(frozen=True, kw_only=True)
class PasswordChosen(Fact):
    says = N_("%(title)s has a first password")
    audited = True
    news = False

    person: "Person"


@dataclass(frozen=True, kw_only=True)
class PasswordChanged(Fact):
    says = N_("The password of %(title)s is another one")
    audited = True
    news = False

    person: "Person"


@dataclass(frozen=True, kw_only=True)
class AddressChangeAsked(Fact):
    says = N_("Another address was asked for: %(title)s")
    audited = True
    news = False

    person: "Person"


@dataclass(frozen=True, kw_only=True)
class AddressChangeStopped(Fact):
    says = N_("The change of address of %(title)s was stopped")
    audited = True
    news = False

    person: "Person"


@dataclass(frozen=True, kw_only=True)
class AddressChanged(Fact):
    says = N_("%(title)s has another address")
    audited = True
    news = False

    person: "Person"


@dataclass(frozen=True, kw_only=True)
class PeopleImported(Fact):
    says = N_(
        "%(actor)s brought people in from %(title)s:"
        " %(joined)s new, %(changed)s changed, %(closed)s closed"
    )
    says_you = N_(
        "You brought people in from %(title)s:"
        " %(joined)s new, %(changed)s changed, %(closed)s closed"
    )
    audited = True
    news = False

    source: "Import"
    joined: int
    changed: int
    closed: int


@dataclass(frozen=True, kw_only=True)
class PeopleImportTakenBack(Fact):
    says = N_("%(actor)s took back the people from %(title)s: %(people)s")
    says_you = N_("You took back the people from %(title)s: %(people)s")
    audited = True
    news = False
    undoes = PeopleImported

    source: "Import"
    people: int


@dataclass(frozen=True, kw_only=True)
class PeopleExported(Fact):
    says = N_("%(title)s took the list of people out: %(people)s")
    audited = True
    news = False

    person: "Person"
    people: int
