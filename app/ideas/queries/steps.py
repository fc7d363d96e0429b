"""The whole history of an idea, as everybody reads it."""

from sqlalchemy import Integer, Row, and_, bindparam, select
from sqlalchemy.orm import aliased

from app.catalogue.models import Term
from app.core.db import db
from app.ideas.models import Idea, Standing, Step, StepKind
from app.people.models import Person

BY, WHOM = aliased(Person, name="step_by"), aliased(Person, name="step_whom")
AREA, REASON = aliased(Term, name="step_area"), aliased(Term, name="step_reason")
OTHER = aliased(Idea, name="step_other")

HISTORY = (
    select(
        Step.id,
        Step.kind,
        Step.created_at,
        Step.verdict,
        Step.target,
        Step.words,
        BY.name.label("by"),
        WHOM.name.label("whom"),
        *(getattr(AREA, f"name{end}").label(f"area{end}") for end in ("", "_eu", "_en", "_pt")),
        *(getattr(REASON, f"name{end}").label(f"name{end}") for end in ("", "_eu", "_en", "_pt")),
        OTHER.id.label("other_id"),
        OTHER.title.label("other"),
        OTHER.language.label("other_language"),
    )
    .outerjoin(BY, BY.id == Step.by_id)
    .outerjoin(WHOM, WHOM.id == Step.person_id)
    .outerjoin(AREA, AREA.id == Step.area_id)
    .outerjoin(REASON, REASON.id == Step.reason_id)
    # What nobody else reads is not named here either.
    .outerjoin(OTHER, and_(OTHER.id == Step.other_id, OTHER.standing == Standing.SHOWN))
    .where(Step.idea_id == bindparam("idea", type_=Integer))
    .order_by(Step.id.desc())
)


def history(number: int) -> list[Row]:
    """The latest step first. One query; what was undone is gone."""
    return list(db.session.execute(HISTORY, {"idea": number}))


def decision_in(history: list[Row]) -> Row | None:
    """The decision that stands, if one was taken since it came or was reopened."""
    wanted = (StepKind.DECIDED, StepKind.REOPENED)
    last = next((step for step in history if step.kind in wanted), None)
    return last if last and last.kind is StepKind.DECIDED else None
