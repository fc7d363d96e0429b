"""Whoever holds a delicate role hears who joins them, who leaves, and who is proposed."""

from app.admin.letters import News, tell_of
from app.facts import on
from app.facts.people import RoleGranted, RoleProposed, RoleWithdrawn
from app.people import queries
from app.people.models import Role
from app.people.policy import SECONDED

TOLD = SECONDED | {Role.ADMIN}


@on(RoleGranted, RoleWithdrawn)
def its_holders_are_told(fact: RoleGranted | RoleWithdrawn) -> None:
    """Not of what the terminal does: whoever sits there runs the machine, and a house is planted
    with its first holders.
    """
    if fact.actor is None or fact.role not in TOLD:
        return
    news = News.GRANTED if isinstance(fact, RoleGranted) else News.WITHDRAWN
    told = queries.holders(fact.role, but=[fact.person.id, fact.actor.id])
    tell_of(news, fact.person, fact.role, by=fact.actor, to=told)


@on(RoleProposed)
def whoever_may_agree_is_asked(fact: RoleProposed) -> None:
    if fact.actor is None:
        return
    between = [fact.person.id, fact.actor.id]
    told = queries.holders(fact.role, but=between) or queries.holders(Role.ADMIN, but=between)
    tell_of(News.PROPOSED, fact.person, fact.role, by=fact.actor, to=told)
