"""The initiatives of a list, newest first; and of an address that narrows it."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, Date, Row, Select, and_, bindparam, exists, func, or_, select

from app.core import textindex
from app.core.db import db
from app.core.paging import Page, page
from app.initiatives.models import Change, Initiative, Review, Standing
from app.initiatives.narrowing import After, Narrowing, State
from app.initiatives.queries.seeing import COUNTED, LISTED
from app.people.models import Person, Reader, Unit
from app.people.queries import unit_and_below
from app.people.sight import sight

PAGE = 24
TODAY = bindparam("today", type_=Date)

UNANSWERED = (
    exists()
    .where(Change.initiative_id == Initiative.id, Change.told_at.is_(None))
    .correlate(Initiative)
)
CARD = (
    select(
        Initiative.id,
        Initiative.title,
        Initiative.excerpt,
        Initiative.language,
        Initiative.category,
        Initiative.starts_on,
        Initiative.ends_on,
        Initiative.reached,
        Initiative.hours,
        Initiative.result,
        Initiative.review,
        Initiative.created_at,
        Initiative.owner_id,
        Person.name.label("owner"),
        Person.picture,
        Unit.name.label("unit"),
        UNANSWERED.label("is_unanswered"),
    )
    .join(Person, Person.id == Initiative.owner_id)
    .outerjoin(Unit, Unit.id == Initiative.unit_id)
)
IN_FILES = (Initiative.text, Initiative.unit_id, Person.email, Person.disabled_at)
CARDS_OF = CARD.where(LISTED, Initiative.id.in_(bindparam("numbers", expanding=True)))


def cards_of(person: Person | Reader, numbers: list[int]) -> list[Row]:
    """The cards of these initiatives, where another list has chosen them."""
    return list(db.session.execute(CARDS_OF, {**sight(person), "numbers": numbers}))


def cards(wanted: Narrowing, today: date, last: After | None = None) -> Page[Row]:
    rows = _narrowed(CARD.where(_among(wanted)), wanted)
    if last is not None:
        same = and_(Initiative.starts_on == last.starts_on, Initiative.id < last.number)
        rows = rows.where(or_(Initiative.starts_on < last.starts_on, same))
    rows = rows.order_by(Initiative.starts_on.desc(), Initiative.id.desc()).limit(PAGE + 1)
    return page(db.session.execute(rows, {"today": today}).all(), size=PAGE)


def count(wanted: Narrowing, today: date) -> int:
    rows = _narrowed(select(func.count(Initiative.id)).where(_among(wanted)), wanted)
    return db.session.scalar(rows, {"today": today}) or 0


def all_of(wanted: Narrowing, today: date) -> Iterator[Row]:
    """Every row of the list, for a file, with all it says."""
    rows = _narrowed(CARD.add_columns(*IN_FILES).where(_among(wanted)), wanted)
    rows = rows.order_by(Initiative.starts_on.desc(), Initiative.id.desc())
    yield from db.session.execute(rows.execution_options(yield_per=500), {"today": today})


def of_owner(person_id: int, *, limit: int) -> list[Row]:
    """The latest somebody looks after, for their page."""
    wanted = CARD.where(LISTED, Initiative.owner_id == bindparam("owner"))
    wanted = wanted.order_by(Initiative.starts_on.desc(), Initiative.id.desc()).limit(limit)
    return list(db.session.execute(wanted, {"owner": person_id}))


def to_review() -> int:
    """How many nobody has looked at yet."""
    wanted = select(func.count(Initiative.id)).where(LISTED, Initiative.review == Review.OPEN)
    return db.session.scalar(wanted) or 0


def last_logged(person_id: int) -> Initiative | None:
    """What somebody logged before, for whoever does the same again."""
    wanted = select(Initiative).where(
        Initiative.author_id == person_id,
        Initiative.owner_id == person_id,
        Initiative.standing == Standing.SHOWN,
        Initiative.digest == "",
    )
    return db.session.scalars(wanted.order_by(Initiative.id.desc()).limit(1)).first()


def _among(wanted: Narrowing) -> ColumnElement[bool]:
    return and_(COUNTED, Initiative.starts_on <= TODAY) if wanted.is_counted else LISTED


def _listed(text: textindex.Met) -> ColumnElement[bool]:
    return select(Initiative.id).where(LISTED, Initiative.id == text.number).exists()


def _narrowed(rows: Select, wanted: Narrowing) -> Select:
    if wanted.words:
        found = textindex.matches(
            wanted.words, kinds={"initiative"}, among=_listed, limit=textindex.MOST_RANKED
        )
        rows = rows.where(Initiative.id.in_(select(found.c.number)))
    if wanted.category is not None:
        rows = rows.where(Initiative.category == wanted.category)
    if wanted.unit_id is not None:
        rows = rows.where(Initiative.unit_id.in_(unit_and_below(wanted.unit_id)))
    if wanted.owner_id is not None:
        rows = rows.where(Initiative.owner_id == wanted.owner_id)
    if wanted.review is not None:
        rows = rows.where(Initiative.review == wanted.review)
    if (period := wanted.period) is not None:
        begun = (Initiative.starts_on >= period.first, Initiative.starts_on < period.beyond)
        rows = rows.where(*begun)
    if wanted.state is State.RUNNING:
        rows = rows.where(or_(Initiative.ends_on.is_(None), Initiative.ends_on > TODAY))
    if wanted.state is State.ENDED:
        rows = rows.where(Initiative.ends_on <= TODAY)
    if wanted.state is State.UNANSWERED:
        rows = rows.where(UNANSWERED)
    return rows
