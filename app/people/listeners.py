"""Whom something happens to is told, in the transaction in which it does."""

from app.facts import on
from app.facts.people import RoleGranted, RoleWithdrawn


@on(RoleGranted, RoleWithdrawn)
def whoever_is_trusted_is_told(fact: RoleGranted | RoleWithdrawn) -> None:
    """Not of what they do themself, nor of what the terminal does when a house is founded."""
    if fact.actor is None or fact.actor.id == fact.person.id:
        return
    what = "role-granted" if isinstance(fact, RoleGranted) else "role-withdrawn"
    fact.person.tell(what, role=fact.role.value)
