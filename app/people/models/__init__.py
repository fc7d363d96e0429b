"""The tables of people, one file per noun."""

from app.people.models.address_change import AddressChange
from app.people.models.browser import Browser
from app.people.models.link import Link, Purpose
from app.people.models.location import Location
from app.people.models.name_word import NameWord
from app.people.models.person import Grant, Person, Theme
from app.people.models.proposal import Outcome, Proposal
from app.people.models.reader import Reader, Role, Stranger, Trusted
from app.people.models.sign_in import Failure, SignIn
from app.people.models.unit import BelowItself, Closed, Office, Unit

__all__ = [
    "AddressChange",
    "BelowItself",
    "Browser",
    "Closed",
    "Failure",
    "Grant",
    "Link",
    "Location",
    "NameWord",
    "Office",
    "Outcome",
    "Person",
    "Proposal",
    "Purpose",
    "Reader",
    "Role",
    "SignIn",
    "Stranger",
    "Theme",
    "Trusted",
    "Unit",
]
