"""Who carries an idea, and until when. In `writing()`."""

from datetime import date

from app.core.db import db
from app.facts import record
from app.facts.ideas import OwnerNamed, OwnerReleased
from app.ideas.models import Idea, Step, StepKind
from app.people.models import Person


def name_owner(idea: Idea, person: Person, *, by: Person) -> None:
    """They answer for it from now on; whoever did before does no longer."""
    if idea.owner_id == person.id:
        return
    _release(idea, by)
    idea.owner_id = person.id
    idea.steps.append(Step(by_id=by.id, kind=StepKind.OWNED, person_id=person.id))
    record(OwnerNamed(actor=by, idea=idea, person=person))


def release_owner(idea: Idea, *, by: Person) -> None:
    if idea.owner_id is None:
        return
    _release(idea, by)
    idea.steps.append(Step(by_id=by.id, kind=StepKind.OWNED, person_id=None))


def aim(idea: Idea, day: date | None) -> None:
    """When its owner means to have it done. A plan is no promise, and no news."""
    idea.target_on = day


def _release(idea: Idea, by: Person) -> None:
    person = db.session.get(Person, idea.owner_id) if idea.owner_id else None
    if person is not None:
        idea.owner_id = None
        record(OwnerReleased(actor=by, idea=idea, person=person))
