"""What was done with an idea, a step at a time."""

from sqlalchemy import Integer, Row, bindparam, select

from app.catalogue.models import Term
from app.core.db import db
from app.ideas.models import Step, StepKind
from app.people.models import Person

STEPS = (
    select(
        Step.id,
        Step.kind,
        Step.created_at,
        Person.name.label("by"),
        Term.name,  # of the reason, if it is a no
        Term.name_eu,
        Term.name_en,
        Term.name_pt,
    )
    .outerjoin(Person, Person.id == Step.by_id)
    .outerjoin(Term, Term.id == Step.reason_id)
    .where(Step.idea_id == bindparam("idea", type_=Integer))
    .order_by(Step.id.desc())
    .limit(1)
)
DECISIONS = STEPS.where(Step.kind.in_([StepKind.DECIDED, StepKind.REOPENED]))


def last_step(number: int) -> Row | None:
    """Who touched it last, and when."""
    return db.session.execute(STEPS, {"idea": number}).first()


def last_decision(number: int) -> Row | None:
    """Who decided it as it stands, if anybody did since it came or was reopened."""
    found = db.session.execute(DECISIONS, {"idea": number}).first()
    return found if found and found.kind is StepKind.DECIDED else None
