"""Finding who helps: the nearest ambassador first, then the next, and governance when nobody is
left.
"""

from datetime import date

from app.ambassadors import queries
from app.ambassadors.models import HelpRequest
from app.ambassadors.models.help import LONGEST_TITLE
from app.ambassadors.nearest import nearest
from app.ambassadors.patience import last_day
from app.core.calendar import today
from app.core.db import db
from app.core.fields import line
from app.facts import record
from app.facts.ambassadors import HelpAsked
from app.people.models import Person, Role
from app.people.queries import holders


class NotInOffice(Exception):
    """Whoever was chosen is an ambassador no more; what was meant for them goes to nobody else."""


def ask(
    need: str,
    *,
    by: Person,
    unit_id: int | None = None,
    tag_id: int | None = None,
    term_id: int | None = None,
    whom: int | None = None,
) -> HelpRequest:
    """`whom` is an ambassador who is asked by name; else it is the nearest. In `writing()`."""
    if whom and (whom == by.id or not queries.is_in_office(whom)):
        raise NotInOffice
    request = HelpRequest(
        asker=by, need=need, title=_begins(need), unit_id=unit_id, tag_id=tag_id, term_id=term_id
    )
    first = whom or _next(request)
    request.be_put_to(first, _due(first))
    db.session.add(request)
    record(HelpAsked(actor=by, request=request, people=_told(first, request)))
    return request


def take(request: HelpRequest, *, by: Person) -> None:
    request.take(due_on=last_day(today()), by=by)


def take_back_answer(request: HelpRequest, *, by: Person) -> None:
    request.take_back_answer(due_on=last_day(today()), by=by)


def reopen(request: HelpRequest, *, by: Person) -> None:
    """Of whoever was asked; where they are gone, of the next, unless there is an answer already."""
    whom = request.asked_id
    stays = whom is None or queries.may_answer(whom)
    if stays or request.answer:
        told = _told(whom, request) if stays else ()
    else:
        whom = _next(request)
        told = _told(whom, request)
    request.reopen(whom, _due(whom), told=told, by=by)


def pass_on(request: HelpRequest, *, by: Person | None) -> None:
    """To the next nearest of those who had no turn; by whoever was asked, or by the clock."""
    following = _next(request)
    told = _told(following, request)
    request.go_on_to(following, _due(following), told=told, by=by)


def _next(request: HelpRequest) -> int | None:
    whoever_asks = queries.asker(request.asker, request.unit_id)
    return nearest(whoever_asks, queries.candidates(), but=request.had_a_turn)


def _due(person_id: int | None) -> date | None:
    return last_day(today()) if person_id else None


def _told(person_id: int | None, request: HelpRequest) -> tuple[int, ...]:
    if person_id:
        return (person_id,)
    return tuple(holders(Role.GOVERNANCE, but=[request.asker.id]))


def _begins(need: str) -> str:
    """On one line, and no longer than a title; whole words where there are any."""
    said = line(need)
    if len(said) <= LONGEST_TITLE:
        return said
    short = said[: LONGEST_TITLE - 1]
    return f"{short.rpartition(' ')[0] or short}…"
