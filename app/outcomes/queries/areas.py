"""The areas, and which ideas are of one of them."""

from collections import defaultdict
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from app.catalogue.models import Kind, Term
from app.core.db import db
from app.ideas.models import Idea
from app.outcomes.narrowing import NO_AREA

ALL = (
    select(Term.id, Term.survivor_id, Term.name, Term.name_eu, Term.name_en, Term.name_pt)
    .where(Term.kind == Kind.AREAS)
    .order_by(Term.position, Term.id)
)


class Areas:
    """All there are and were: what was merged speaks as its survivor."""

    def __init__(self, rows: list[Row]) -> None:
        self.speaks = {row.id: row.survivor_id or row.id for row in rows}
        self.terms: dict[int, Any] = {row.id: row for row in rows if not row.survivor_id}
        self._family: dict[int, list[int]] = defaultdict(list)
        for number, speaker in self.speaks.items():
            self._family[speaker].append(number)

    def of(self, number: int | None) -> int:
        """The one that speaks for it; NO_AREA where there is none."""
        return self.speaks.get(number, NO_AREA) if number else NO_AREA

    def __contains__(self, number: int) -> bool:
        return number == NO_AREA or number in self.speaks

    def within(self, number: int | None) -> list[ColumnElement[bool]]:
        """Ideas of that area, however it was called then; with none, all."""
        if number is None:
            return []
        if number == NO_AREA:
            return [Idea.area_id.is_(None)]
        return [Idea.area_id.in_(self._family[self.of(number)])]


def areas() -> Areas:
    return Areas(list(db.session.execute(ALL)))
