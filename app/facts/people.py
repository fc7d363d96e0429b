"""What can happen to the people of the community."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
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
