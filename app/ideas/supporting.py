"""Standing behind an idea, as everybody may, and sponsoring it, as ambassadors do. In `writing()`,
the idea held: see `merging.held`. The count is kept by `merging.count_supporters`, which is no new
version of the idea: nobody who edits it is overtaken by a supporter.
"""

from app.core.db import db
from app.facts import record
from app.facts.ideas import (
    IdeaNoLongerSponsored,
    IdeaNoLongerSupported,
    IdeaSponsored,
    IdeaSupported,
)
from app.ideas import queries
from app.ideas.merging import count_supporters
from app.ideas.models import Idea, Support
from app.people.models import Person


def support(idea: Idea, *, by: Person) -> None:
    """Once for each person, whichever of those it speaks for they supported before."""
    if queries.supports_of(idea, by):
        return

    _give(idea, by)
    record(IdeaSupported(actor=by, idea=idea))


def withdraw_support(idea: Idea, *, by: Person) -> None:
    """From it and from all that it speaks for. A sponsor is none any more either."""
    given = queries.supports_of(idea, by)
    if not given:
        return

    stop_sponsoring(idea, by=by)
    for one in given:
        db.session.delete(one)
    _count(idea)
    record(IdeaNoLongerSupported(actor=by, idea=idea))


def sponsor(idea: Idea, *, by: Person) -> None:
    """With one's name on it; whoever sponsors it supports it."""
    given = queries.supports_of(idea, by)
    if any(one.is_sponsor for one in given):
        return

    one = given[0] if given else _give(idea, by)
    one.is_sponsor = True
    record(IdeaSponsored(actor=by, idea=idea))


def stop_sponsoring(idea: Idea, *, by: Person) -> None:
    """One's support stays."""
    given = [one for one in queries.supports_of(idea, by) if one.is_sponsor]
    if not given:
        return

    for one in given:
        one.is_sponsor = False
    record(IdeaNoLongerSponsored(actor=by, idea=idea))


def _give(idea: Idea, by: Person) -> Support:
    given = Support(given_id=idea.id, idea_id=idea.id, person_id=by.id)
    db.session.add(given)
    _count(idea)
    return given


def _count(idea: Idea) -> None:
    db.session.flush()
    count_supporters(idea.id)
    db.session.expire(idea, ["supporters"])
