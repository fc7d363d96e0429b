"""What a person is trusted with, and the light row that walks through every request."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from flask_login import AnonymousUserMixin, UserMixin


class Role(StrEnum):
    AMBASSADOR = "ambassador"
    GOVERNANCE = "governance"
    LISTENER = "listener"
    HR = "hr"
    ADMIN = "admin"


# What people confide in somebody, or the keys of the house. Whoever holds one of these is signed
# out after hours, not weeks, and nobody gives them another address without their old one's yes.
STRICT = frozenset({Role.LISTENER, Role.HR, Role.ADMIN})


class Trusted:
    """What a rule may ask of a person, be it the entity or the light row."""

    if TYPE_CHECKING:

        @property
        def roles(self) -> frozenset[Role]: ...

    @property
    def is_ambassador(self) -> bool:
        return Role.AMBASSADOR in self.roles

    @property
    def is_governance(self) -> bool:
        return Role.GOVERNANCE in self.roles

    @property
    def is_listener(self) -> bool:
        return Role.LISTENER in self.roles

    @property
    def is_hr(self) -> bool:
        return Role.HR in self.roles

    @property
    def is_admin(self) -> bool:
        return Role.ADMIN in self.roles


@dataclass(frozen=True, slots=True)
class Reader(Trusted, UserMixin):
    id: int
    name: str
    roles: frozenset[Role] = frozenset()
    language: str = ""
    theme: str = "system"
    time_zone: str = ""
    unit_id: int | None = None
    note: str = ""  # what stands under the name: the unit
    picture: str | None = None
    sign_in: str = ""  # the hash its sign-in is known by
    verified_at: datetime | None = None
    data_version: int = 0
    stamps: str = ""  # which decision last wrote to which table: see `core/stamps.py`
    settings: tuple = ()  # what the settings were like as this request began
    has: frozenset[str] = frozenset()  # what features asked of them along the way
    counts: tuple[tuple[str, int], ...] = ()  # what features counted of theirs along the way
    circles: frozenset[int] = frozenset()  # the spaces they are in that not everybody sees into
    numbers: tuple[tuple[str, int], ...] = ()  # what features had found of theirs along the way

    def count(self, name: str) -> int:
        """How many there are of what a feature had counted under that name."""
        return dict(self.counts)[name]

    def number(self, name: str) -> int:
        """What a feature had found under that name; 0 for nothing."""
        return dict(self.numbers)[name]

    @property
    def version(self) -> tuple:
        """What was decided in the house, and what came to them alone: a page is as old as both."""
        return (self.data_version, self.counts)

    @property
    def made_of(self) -> tuple:
        """Everything about its reader that a page may show."""
        return (
            self.id,
            self.sign_in,
            self.version,
            sorted(self.roles),
            self.theme,
            self.time_zone,
        )


class Stranger(AnonymousUserMixin):
    """Whoever has not signed in."""

    id = None
    name = ""
    roles: frozenset[Role] = frozenset()
    language = ""
    theme = "system"
    time_zone = ""
    picture = None
    note = ""
    sign_in = ""
