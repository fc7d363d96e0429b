"""What the clock does with ambassadors: says that a term is nearly over, and passes on what nobody
answers. Each in a transaction of its own, looked at again inside: killed anywhere, nobody hears of
it twice.
"""

from app.ambassadors import helping, queries
from app.ambassadors.naming import FULFILLED
from app.ambassadors.terms import BEFORE
from app.core import clock, jobs, outbox
from app.core.calendar import today
from app.core.db import leave, writing
from app.core.i18n import N_
from app.facts import record
from app.facts.ambassadors import MandateRunsOut
from app.people.models import Role
from app.people.queries import holders, person

LEAVING = "ambassadors.leaving"


@jobs.every(minutes=60, words=N_("Say which ambassadors’ terms are nearly over"))
def remind() -> None:
    """The ambassador, and those who may renew it. Nothing else happens by itself."""
    until = today() + BEFORE
    due = queries.running_out(until)
    leave()
    for number in due:
        with writing(shown=False):
            mandate = queries.held(number)
            if mandate.reminded_at or not mandate.is_open or mandate.until > until:
                continue
            mandate.reminded_at = clock.now()
            people = tuple(dict.fromkeys([mandate.person_id, *holders(Role.GOVERNANCE)]))
            record(MandateRunsOut(actor=None, mandate=mandate, people=people))


@jobs.every(minutes=60, words=N_("Pass on requests for help that nobody answers"))
def pass_on() -> None:
    day = today()
    due = queries.overdue(day)
    leave()
    for number in due:
        with writing():
            request = queries.held_help(number)
            if request.waits and request.due_on and request.due_on < day:
                helping.pass_on(request, by=None)


@outbox.handles(FULFILLED, N_("Telling whoever put an ambassador forward"))
def fulfil(errand: outbox.Errand) -> None:
    with writing(shown=False):
        queries.held_nomination(errand.payload["nomination"]).be_fulfilled()


@outbox.handles(LEAVING, N_("Passing on what an ambassador who is gone was asked"))
def hand_over(errand: outbox.Errand) -> None:
    """And taking back what they asked themself, and that they were put forward, where their account
    is closed. Whoever is in office again keeps what is theirs.
    """
    number = errand.payload["person"]
    waiting, is_here = queries.left_behind(number), person(number).is_active
    stays, nomination = queries.is_in_office(number), queries.open_nomination_of(number)
    put_forward = nomination.id if nomination and not is_here else None
    leave()
    if put_forward:
        with writing():
            queries.held_nomination(put_forward).take_back(by=None)
    for request_number in waiting:
        with writing():
            request = queries.held_help(request_number)
            if request.asker_id == number and not is_here:
                request.take_back(by=request.asker)
            elif request.asked_id == number and request.waits and not stays:
                helping.pass_on(request, by=None)
