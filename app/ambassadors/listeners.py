"""The term follows the role, whichever way the role came or went; and whoever is gone leaves nobody
waiting.
"""

from app.ambassadors import naming
from app.ambassadors.errands import LEAVING
from app.core import clock, outbox
from app.facts import on
from app.facts.people import PersonDisabled, RoleGranted, RoleWithdrawn
from app.people.models import Role


@on(RoleGranted)
def whoever_has_the_role_has_a_term(fact: RoleGranted) -> None:
    if fact.role is Role.AMBASSADOR:
        naming.opened(fact.person, by=fact.actor)


@on(RoleWithdrawn)
def whoever_has_no_role_has_no_term(fact: RoleWithdrawn) -> None:
    if fact.role is Role.AMBASSADOR:
        naming.closed(fact.person, by=fact.actor)


@on(PersonDisabled, RoleWithdrawn)
def whoever_is_gone_leaves_nobody_waiting(fact: PersonDisabled | RoleWithdrawn) -> None:
    """Later, by the worker, which looks again at who is there then."""
    if isinstance(fact, RoleWithdrawn) and fact.role is not Role.AMBASSADOR:
        return
    number = fact.person.id
    outbox.put(LEAVING, {"person": number}, key=f"{LEAVING}:{number}:{clock.now().isoformat()}")
