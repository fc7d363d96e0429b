"""Sittings in lists: those to come, the one that is on, and those that are over, side by side."""

from typing import Any

from sqlalchemy import Row, Select, bindparam, case, exists, func, or_, select

from app.committee.models import Attendee, Item, Sitting
from app.committee.queries.seeing import SEEN
from app.core.db import db
from app.core.paging import Page, page
from app.ideas.models import Idea, Step, StepKind, Verdict
from app.ideas.queries import SEEN as SEES
from app.people.models import Person, Reader
from app.people.sight import sight

PAGE = 25
MOST = 1000  # in a file: twenty years of them

_present = (
    select(func.count())
    .where(Attendee.sitting_id == Sitting.id)
    .correlate(Sitting)
    .scalar_subquery()
)
_items = (
    select(
        Item.sitting_id,
        func.count().label("ideas"),
        func.sum(case((Item.seen_at.is_not(None), 1), else_=0)).label("seen"),
        func.sum(Item.seconds).label("seconds"),
        func.sum(case((Step.kind == StepKind.ASKED, 1), else_=0)).label("asked"),
        func.sum(case(((Item.parked_at.is_not(None)) & Item.step_id.is_(None), 1), else_=0)).label(
            "parked"
        ),
        *(
            func.sum(
                case(((Step.kind == StepKind.DECIDED) & (Step.verdict == one), 1), else_=0)
            ).label(one.name.lower())
            for one in Verdict
        ),
    )
    .outerjoin(Step, Step.id == Item.step_id)
    .group_by(Item.sitting_id)
)


MEASURES = [str(one.key) for one in _items.selected_columns][1:]  # all but whose they are


def _rows() -> Select:
    items = _items.where(Item.sitting_id.in_(bindparam("numbers", expanding=True))).subquery()
    return (
        select(
            Sitting.id,
            Sitting.title,
            Sitting.held_on,
            Sitting.quorum,
            Sitting.opened_at,
            Sitting.closed_at,
            _present.label("present"),
            *(items.c[name] for name in MEASURES),
        )
        .outerjoin(items, items.c.sitting_id == Sitting.id)
        .where(Sitting.id.in_(bindparam("numbers", expanding=True)))
        .order_by(Sitting.held_on.desc(), Sitting.id.desc())
    )


ROWS = _rows()
SEEN_ONES = select(Sitting.id, Sitting.held_on, Sitting.title).where(SEEN)
OVER = SEEN_ONES.where(Sitting.closed_at.is_not(None)).order_by(
    Sitting.held_on.desc(), Sitting.id.desc()
)
TO_COME = SEEN_ONES.where(Sitting.closed_at.is_(None)).order_by(Sitting.held_on, Sitting.id)


def held(reader: Person | Reader, *, words: str = "", before: Any = None) -> Page[Row]:
    """Those that are over, the latest first; `words` are of their names or of their ideas'.
    `before` is the day and the number of the last one on the page before.
    """
    wanted = OVER
    if words:
        wanted = wanted.where(_named(words))
    if before:
        day, number = before
        wanted = wanted.where(
            or_(
                Sitting.held_on < day,
                (Sitting.held_on == day) & (Sitting.id < number),
            )
        )
    rows = db.session.execute(wanted.limit(PAGE + 1), sight(reader)).all()
    found = page(rows, size=PAGE)
    return Page(_of([row.id for row in found.rows]), found.more)


def all_held(reader: Person | Reader) -> list[Row]:
    """The latest of them, as many as a table that is looked at holds."""
    wanted = OVER.limit(MOST)
    return _of([row.id for row in db.session.execute(wanted, sight(reader))])


def upcoming(reader: Person | Reader) -> list[Row]:
    """What is planned, and what is on, the next first."""
    numbers = [row.id for row in next_ones(reader, PAGE)]
    return list(reversed(_of(numbers)))


def next_ones(reader: Person | Reader, most: int) -> list[Row]:
    """The first that are not over: number, day and name."""
    return list(db.session.execute(TO_COME.limit(most), sight(reader)))


def _of(numbers: list[int]) -> list[Row]:
    return list(db.session.execute(ROWS, {"numbers": numbers})) if numbers else []


def _named(words: str) -> Any:
    return or_(
        Sitting.title.icontains(words, autoescape=True),
        exists()
        .where(Item.sitting_id == Sitting.id, Item.idea_id == Idea.id)
        .where(SEES, Idea.title.icontains(words, autoescape=True))
        .correlate(Sitting),
    )
