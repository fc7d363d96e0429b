"""The tables of people, one file per noun."""

from app.people.models.person import Grant, Person, Theme
from app.people.models.proposal import Outcome, Proposal
from app.people.models.reader import Reader, Role, Stranger, Trusted
from app.people.models.sign_in import Failure, SignIn
from app.people.models.unit import Location, Office, Unit

__all__ = [
    "Failure",
    "Grant",
    "Location",
    "Office",
    "Outcome",
    "Person",
    "Proposal",
    "Reader",
    "Role",
    "SignIn",
    "Stranger",
    "Theme",
    "Trusted",
    "Unit",
]
