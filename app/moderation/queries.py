"""Finding cases, and what they are about."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, Select, exists, func, select, true

from app.core.db import db
from app.facts import subjects
from app.moderation.models import UNSEEN, WAITING, Case, CaseState, Maker, Report
from app.people.models import Person, Reader
from app.people.sight import IS_GOVERNANCE, READER, Whoever, sight

TOLD = Case.state.in_([*UNSEEN, CaseState.RESTORED])  # its author knows of it
MOST = 50  # cases on the page


MINE = exists().where(Maker.case_id == Case.id, Maker.person_id == READER).correlate(Case)


def _keeps() -> Any:
    """Governance, and whoever runs the space. Made when it is asked: spaces register later."""
    runs = subjects.runs(READER)
    return IS_GOVERNANCE if runs is None else IS_GOVERNANCE | Case.space_id.in_(runs)


def visible_to(person: Person | Reader | Whoever) -> Select[Case]:
    """Whoever keeps order where the thing stands; and its author, once it was hidden."""
    return select(Case).where(_keeps() | (MINE & TOLD)).params(sight(person))


def spaces_run_by(person: Person | Reader) -> frozenset[int]:
    run_by = subjects.runs(person.id)
    return frozenset(db.session.scalars(run_by)) if run_by is not None else frozenset()


def case_about(kind: str, number: int) -> Case | None:
    return db.session.scalar(
        select(Case).where(Case.subject_kind == kind, Case.subject_id == number)
    )


def theirs(person: Any) -> list[Select]:
    """The cases that somebody sees and others with the same roles do not."""
    return [select(Maker.case_id).where(Maker.person_id == person)]


def seen_about(person: Reader, kind: str, number: int) -> Case | None:
    return db.session.scalar(
        visible_to(person).where(Case.subject_kind == kind, Case.subject_id == number)
    )


REPORTS = select(func.count()).where(Report.case_id == Case.id).correlate(Case).scalar_subquery()


def cases(person: Reader, runs: Collection[int], *, waiting: bool) -> list[Row]:
    """Those that wait, the oldest first; or those that were decided, the latest first."""
    keeps = true() if person.is_governance else Case.space_id.in_(runs)
    rows = select(
        Case.id,
        Case.subject_kind,
        Case.subject_id,
        Case.state,
        Case.because,
        Case.created_at,
        Case.decided_at,
        REPORTS.label("reports"),
    ).where(keeps, Case.state.in_(WAITING) if waiting else Case.state.not_in(WAITING))
    ordered = rows.order_by(Case.id if waiting else Case.decided_at.desc())
    return list(db.session.execute(ordered.limit(MOST)))


def things(person: Reader, about: Collection[tuple[str, int]]) -> dict[tuple[str, int], Row]:
    """What the cases are about, hidden things included, as far as the reader may look at them."""
    return subjects.sketches(Whoever(person.roles), about, sight(person), kept=True)


def waiting(person: Reader) -> int:
    """How many wait for somebody who keeps order."""
    return len(cases(person, spaces_run_by(person), waiting=True))


def reports(case: Case) -> list[Row]:
    """Who reported it and why, the first one first."""
    return list(
        db.session.execute(
            select(Report.reason, Report.words, Report.created_at, Person.id, Person.name)
            .join(Person, Person.id == Report.person_id)
            .where(Report.case_id == case.id)
            .order_by(Report.created_at, Person.id)
        )
    )


def named(numbers: Collection[int]) -> dict[int, str]:
    rows = db.session.execute(select(Person.id, Person.name).where(Person.id.in_(numbers)))
    return {row.id: row.name for row in rows}
