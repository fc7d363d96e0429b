"""Who may do what to whom. Nobody grants anything to themselves.

The administration grants governance and admin, and proposes for the two roles that see what
people confide; governance names ambassadors.
"""

from typing import Protocol

from app.people.models import Person, Reader, Role

SECONDED = frozenset({Role.HR, Role.LISTENER})  # they take a second person who agrees
BY_ADMIN = frozenset(Role) - {Role.AMBASSADOR}


class Known(Protocol):
    """Of somebody else: the entity, or a row of their page."""

    @property
    def id(self) -> int: ...
    @property
    def is_active(self) -> bool: ...


class Proposed(Protocol):
    @property
    def person_id(self) -> int: ...
    @property
    def proposed_by(self) -> int: ...
    @property
    def role(self) -> Role: ...


def administer(person: Person | Reader) -> bool:
    """Open accounts, correct and close them."""
    return person.is_admin and person.is_active


def look_after(person: Person | Reader) -> bool:
    """See people in order to trust them with something."""
    return administer(person) or _names_ambassadors(person)


def look_at(person: Person | Reader, other: Known) -> bool:
    """What somebody is trusted with; one's own, in order to lay it down."""
    return look_after(person) or (person.id == other.id and bool(person.roles))


def grant(person: Person | Reader, other: Known, role: Role) -> bool:
    """At once, and alone: `hr` and `listener` are proposed instead."""
    if person.id == other.id or not other.is_active or role in SECONDED:
        return False
    return _names_ambassadors(person) if role is Role.AMBASSADOR else administer(person)


def propose(person: Person | Reader, other: Known, role: Role) -> bool:
    is_for_another = person.id != other.id and other.is_active
    return is_for_another and role in SECONDED and administer(person)


def settle(person: Person | Reader, proposal: Proposed, is_held: bool) -> bool:
    """Agree to a proposal or decline it: whoever holds the role and did not propose.

    `is_held` says whether anybody does, but for those two; of the first holder it is a second
    administrator who decides.
    """
    if person.id in (proposal.person_id, proposal.proposed_by) or not person.is_active:
        return False
    return proposal.role in person.roles if is_held else person.is_admin


def take_back(person: Person | Reader, proposal: Proposed) -> bool:
    return person.id == proposal.proposed_by and person.is_active


def withdraw(person: Person | Reader, other: Known, role: Role, is_last_admin: bool) -> bool:
    """Everybody may lay their own down. A house is never left without an administrator."""
    if role is Role.ADMIN and is_last_admin:
        return False
    if person.id == other.id:
        return person.is_active
    return administer(person) if role in BY_ADMIN else _names_ambassadors(person)


def close(person: Person | Reader, other: Known) -> bool:
    """One's own account is closed by another, so that one administrator is always left."""
    return administer(person) and person.id != other.id


def _names_ambassadors(person: Person | Reader) -> bool:
    return person.is_governance and person.is_active
