"""Who may do what with ambassadors. Nobody decides about themself. What one sees is a query.

Of a request it is asked whose it is: what stands in its way otherwise the verb knows, so a second
press does nothing, and is no offence.
"""

from datetime import date
from typing import Protocol

from app.ambassadors.models import HelpRequest, HelpState, Nomination, Outcome
from app.people.models import Person, Reader


class Office(Protocol):
    """A term: the entity, or a row of its page."""

    @property
    def person_id(self) -> int: ...
    @property
    def is_open(self) -> bool: ...
    @property
    def ended_on(self) -> date | None: ...
    @property
    def before_renewal(self) -> date | None: ...
    @property
    def renewed_on(self) -> date | None: ...
    @property
    def farewell(self) -> str: ...
    @property
    def is_here(self) -> bool: ...


def govern(person: Person | Reader) -> bool:
    """Name ambassadors, decline, renew, say goodbye."""
    return person.is_governance


def edit(person: Person | Reader, mandate: Office) -> bool:
    """Say what an ambassador knows, and which units they coach: themself, and governance."""
    return mandate.is_open and (person.id == mandate.person_id or govern(person))


def renew(person: Person | Reader, mandate: Office) -> bool:
    return mandate.is_open and _decides_about(person, mandate.person_id)


def take_back_renewal(person: Person | Reader, mandate: Office, today: date) -> bool:
    """On the same day. Later they have planned with it."""
    is_fresh = mandate.before_renewal is not None and mandate.renewed_on == today
    return is_fresh and renew(person, mandate)


def say_goodbye(person: Person | Reader, mandate: Office) -> bool:
    return mandate.is_open and _decides_about(person, mandate.person_id)


def take_back_farewell(person: Person | Reader, mandate: Office, today: date) -> bool:
    """On the same day. Later it would be another term: they are nominated again. So are those who
    laid the role down: nobody said goodbye to them.
    """
    was_said = mandate.farewell != "" and mandate.ended_on == today
    return was_said and mandate.is_here and _decides_about(person, mandate.person_id)


def decide(person: Person | Reader, nomination: Nomination) -> bool:
    """Name whoever is put forward, or decline. What was decided meanwhile stays so."""
    return _decides_about(person, nomination.person_id)


def reopen(person: Person | Reader, nomination: Nomination) -> bool:
    return nomination.outcome is Outcome.DECLINED and decide(person, nomination)


def take_back(person: Person | Reader, nomination: Nomination) -> bool:
    """Whoever put somebody forward; and who was, for nobody has to be an ambassador."""
    return nomination.is_open and person.id in nomination.people


def take(person: Person | Reader, request: HelpRequest) -> bool:
    return _is_asked(person, request)


def give_back(person: Person | Reader, request: HelpRequest) -> bool:
    return person.id == request.asked_id


def reply(person: Person | Reader, request: HelpRequest) -> bool:
    return request.waits and _is_asked(person, request)


def take_back_answer(person: Person | Reader, request: HelpRequest) -> bool:
    return request.state is HelpState.ANSWERED and person.id == request.asked_id


def pass_on(person: Person | Reader, request: HelpRequest) -> bool:
    return person.id == request.asked_id


def solve(person: Person | Reader, request: HelpRequest) -> bool:
    return person.id == request.asker_id


def reopen_help(person: Person | Reader, request: HelpRequest) -> bool:
    return person.id == request.asker_id


def take_back_help(person: Person | Reader, request: HelpRequest) -> bool:
    return person.id == request.asker_id


def _decides_about(person: Person | Reader, whom: int) -> bool:
    return govern(person) and person.id != whom


def _is_asked(person: Person | Reader, request: HelpRequest) -> bool:
    """Governance where no ambassador is left. Nobody answers themself."""
    if person.id == request.asker_id:
        return False
    return person.id == request.asked_id or (request.is_for_governance and govern(person))
