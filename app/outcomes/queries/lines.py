"""What was done with ideas beyond their own result: the initiatives that carry them out, and what
was seen to change. One statement for a page of them.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, or_, select

from app.core.db import db
from app.ideas.models import Idea, Standing
from app.initiatives.models import Change, Initiative
from app.initiatives.queries.seeing import LISTED
from app.threads.models import Relation, Tie

NUMBERS: Any = bindparam("numbers", expanding=True)
# What was tied to an idea that was merged since hangs on the one it lives on in.
SPEAKER = func.coalesce(Idea.survivor_id, Idea.id)
CARRIED = (
    select(
        SPEAKER.label("idea_id"),
        Initiative.id,
        Initiative.title,
        Initiative.language,
        Change.after,
        Change.outcome,
        Change.summary,
    )
    .select_from(Tie)
    .join(Idea, and_(Tie.from_kind == "idea", Tie.from_id == Idea.id))
    .join(Initiative, and_(Tie.to_kind == "initiative", Tie.to_id == Initiative.id))
    .outerjoin(Change, and_(Change.initiative_id == Initiative.id, Change.told_at.is_not(None)))
    .where(
        Tie.relation == Relation.CARRIED_OUT,
        or_(Idea.id.in_(NUMBERS), Idea.survivor_id.in_(NUMBERS)),
        Idea.standing == Standing.SHOWN,
        LISTED,
    )
    .order_by(Initiative.starts_on, Initiative.id, Change.after)
)


@dataclass
class Carried:
    """An initiative, and what was told of it afterwards."""

    id: int
    title: str
    language: str
    changes: list[Row] = field(default_factory=list)


@dataclass
class Line:
    """An idea that was done: what was said, and what was done."""

    idea: Row
    carried: list[Carried]


def lines(ideas: Sequence[Row]) -> list[Line]:
    """Of initiatives that everybody sees."""
    found: dict[int, dict[int, Carried]] = defaultdict(dict)
    if ideas:
        asked = {"numbers": [idea.id for idea in ideas]}
        for row in db.session.execute(CARRIED, asked):
            one = found[row.idea_id].setdefault(row.id, Carried(row.id, row.title, row.language))
            if row.outcome is not None:
                one.changes.append(row)
    return [Line(idea, list(found[idea.id].values())) for idea in ideas]
