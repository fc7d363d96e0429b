"""Which terms, nominations and requests somebody sees: every other statement stands on these."""

from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from app.ambassadors.models import HelpRequest, HelpState, Mandate, Nomination
from app.people.models import Person, Reader
from app.people.sight import IS_GOVERNANCE, READER, sight

# What a term and a nomination are called: the name that the person has today.
MANDATE_TITLE: Any = (
    select(Person.name).where(Person.id == Mandate.person_id).correlate(Mandate).scalar_subquery()
)
NOMINATION_TITLE: Any = (
    select(Person.name)
    .where(Person.id == Nomination.person_id)
    .correlate(Nomination)
    .scalar_subquery()
)

# A nomination stays between whoever it is about, whoever made it, and governance.
NOMINATION_SEEN = or_(
    Nomination.person_id == READER, Nomination.nominated_by == READER, IS_GOVERNANCE
)
# A request: whoever asks, whoever is asked now and no longer those before, and governance. Taken
# back, it is nobody else's any more.
ASKED_OF_ME = (HelpRequest.asked_id == READER) & (HelpRequest.state != HelpState.TAKEN_BACK)
HELP_SEEN = or_(HelpRequest.asker_id == READER, ASKED_OF_ME, IS_GOVERNANCE)


def visible_to(person: Person | Reader) -> Select[Mandate]:
    """Who is an ambassador, and who was, everybody may know."""
    return select(Mandate)


def whole(person: Person | Reader) -> Select[Mandate]:
    """A term with its person."""
    return visible_to(person).options(joinedload(Mandate.person).lazyload(Person.grants))


def nominations_visible_to(person: Person | Reader) -> Select[Nomination]:
    return select(Nomination).where(NOMINATION_SEEN).params(sight(person))


def whole_nomination(person: Person | Reader) -> Select[Nomination]:
    """A nomination with the people it names."""
    people = (Nomination.person, Nomination.nominator, Nomination.decider)
    return nominations_visible_to(person).options(
        *(joinedload(one).lazyload(Person.grants) for one in people)
    )


def nominations_theirs(person: Any) -> list[Select]:
    """The nominations that somebody sees and others with the same roles do not."""
    return [
        select(Nomination.id).where(Nomination.person_id == person),
        select(Nomination.id).where(Nomination.nominated_by == person),
    ]


def help_visible_to(person: Person | Reader) -> Select[HelpRequest]:
    return select(HelpRequest).where(HELP_SEEN).params(sight(person))


def whole_help(person: Person | Reader) -> Select[HelpRequest]:
    """A request with the people and the words it names."""
    people = (HelpRequest.asker, HelpRequest.asked)
    words = (HelpRequest.unit, HelpRequest.tag, HelpRequest.term)
    return help_visible_to(person).options(
        *(joinedload(one).lazyload(Person.grants) for one in people),
        *(joinedload(one) for one in words),
    )


def help_theirs(person: Any) -> list[Select]:
    return [
        select(HelpRequest.id).where(HelpRequest.asker_id == person),
        select(HelpRequest.id).where(
            HelpRequest.asked_id == person, HelpRequest.state != HelpState.TAKEN_BACK
        ),
    ]
