"""What somebody is trusted with, and what whoever looks may change of it."""

from dataclasses import dataclass

from sqlalchemy import Row

from app.admin import queries
from app.people import policy
from app.people.models import Reader, Role


@dataclass(frozen=True)
class Standing:
    """One role of one person. A grant says since when and thanks to whom, a proposal waits."""

    role: Role
    grant: Row | None
    proposal: Row | None
    may_grant: bool
    may_propose: bool
    may_withdraw: bool
    is_last_admin: bool


def standing(reader: Reader, person: Row) -> list[Standing]:
    """Every role for the administration; for governance the one it names people for.

    Of themself everybody sees what they hold.
    """
    grants = queries.grants(person.id)
    waiting = {row.role: row for row in queries.waiting(reader, number=person.id)}
    is_last = Role.ADMIN in grants and queries.is_last_admin(person.id)
    return [
        Standing(
            role=role,
            grant=grants.get(role),
            proposal=waiting.get(role),
            may_grant=role not in grants and policy.grant(reader, person, role),
            may_propose=role not in grants
            and role not in waiting
            and policy.propose(reader, person, role),
            may_withdraw=role in grants and policy.withdraw(reader, person, role, is_last),
            is_last_admin=role is Role.ADMIN and is_last,
        )
        for role in Role
        if reader.is_admin
        or (reader.is_governance and role is Role.AMBASSADOR)
        or (reader.id == person.id and role in grants)
    ]
