"""Naming somebody an ambassador: their term, the role, and what they were put forward with.

The role may come and go elsewhere as well, where people are trusted with things. Then the listener
calls `opened` and `closed`, and the term follows it. Whichever way it went, there is one term.
"""

from collections.abc import Iterable
from datetime import date

from app.ambassadors import queries, terms
from app.ambassadors.models import Mandate, Nomination
from app.core import outbox
from app.facts import record
from app.facts.ambassadors import AmbassadorNamed
from app.people.models import Person, Role, Unit
from app.people.queries import holders

FULFILLED = "ambassadors.fulfilled"


def put_forward(person: Person, why: str, *, by: Person) -> Nomination | None:
    """Nothing where they are an ambassador, or were put forward already. In `writing()`."""
    if not queries.may_be_put_forward(person.id):
        return None
    return Nomination.make(person, why, by=by, told=tuple(holders(Role.GOVERNANCE)))


def name(
    person: Person,
    *,
    until: date,
    units: Iterable[Unit] = (),
    by: Person,
    nomination: Nomination | None = None,
) -> Mandate:
    """The one whom `nomination` puts forward, or anybody. In `writing()`."""
    mandate = queries.open_mandate_of(person.id)
    is_new = mandate is None
    if mandate is None:
        mandate = Mandate.open(person, until=until, by=by)
        people = nomination.people if nomination else (person.id,)
        if nomination:
            nomination.be_named(mandate, by=by)
        person.grant(Role.AMBASSADOR, by=by)
        record(AmbassadorNamed(actor=by, mandate=mandate, people=people))
    for unit in units:
        mandate.coach(unit, by=by, is_first=is_new)
    return mandate


def reopen(nomination: Nomination, *, by: Person) -> bool:
    """Take back a no, unless another way was found meanwhile. In `writing()`."""
    if not queries.may_be_put_forward(nomination.person_id):
        return False
    nomination.reopen(by=by)
    return True


def opened(person: Person, *, by: Person | None) -> None:
    """The role has come, whichever way: there is a term, and nothing waits to be decided. Whoever
    waited hears of it later, by the worker.
    """
    mandate = queries.open_mandate_of(person.id)
    if mandate is None and (mandate := queries.ended_today(person.id)):
        mandate.reopen()
    if mandate is None:
        mandate = Mandate.open(person, until=terms.usual_end(), by=by)
    if nomination := queries.open_nomination_of(person.id):
        nomination.be_named(mandate, by=by)
        number = nomination.id
        outbox.put(FULFILLED, {"nomination": number}, key=f"{FULFILLED}:{number}")


def closed(person: Person, *, by: Person | None) -> None:
    """The role has gone, whichever way."""
    if mandate := queries.open_mandate_of(person.id):
        mandate.close(by=by)
