"""Who is meant by the letters after an @: colleagues of one's own unit first."""

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Integer,
    Row,
    String,
    bindparam,
    exists,
    literal,
    select,
    union_all,
)
from sqlalchemy.orm import aliased

from app.core.db import db
from app.core.fields import folded
from app.people.models import NameWord, Person, Reader, Unit
from app.people.models.name_word import words_of

MOST = 8
MORE = 2  # words beside the longest one
LAST = "\U0010ffff"  # comes after every word that begins alike

_UNIT = bindparam("unit", type_=Integer)


def _has_a_word(low: str, high: str) -> ColumnElement[bool]:
    """That begins so, besides the one by which they were found."""
    word = aliased(NameWord)
    stretch = word.word.between(bindparam(low, type_=String), bindparam(high, type_=String))
    return exists().where(word.person_id == Person.id, stretch).correlate(Person)


_BEGINS = NameWord.word.between(bindparam("low", type_=String), bindparam("high", type_=String))
_SHOWN = (Person.id, Person.name, Person.picture, Person.job, Unit.name.label("unit"))


def _asked(more: int) -> CompoundSelect:
    """For one word and so many more: each further one is looked up, not guessed away."""
    others = (
        Person.disabled_at.is_(None),
        Person.id != bindparam("reader", type_=Integer),
        *(_has_a_word(f"low_{nth}", f"high_{nth}") for nth in range(more)),
    )
    near = (
        select(*_SHOWN)
        .join(Unit, Unit.id == Person.unit_id)
        .where(
            Person.unit_id == _UNIT,
            *others,
            exists().where(NameWord.person_id == Person.id, _BEGINS),
        )
        .order_by(Person.sort_name, Person.id)
        .limit(MOST)
        .subquery()
    )
    far = (
        select(*_SHOWN)
        .select_from(NameWord)
        .join(Person, Person.id == NameWord.person_id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(_BEGINS, *others)
        .order_by(NameWord.word, NameWord.person_id)
        .limit(2 * MOST)  # one with two such words comes twice
        .subquery()
    )
    return union_all(select(near, literal(0).label("far")), select(far, literal(1)))


MEANT = [_asked(more) for more in range(MORE + 1)]


def meant(typed: str, reader: Reader) -> list[Row]:
    """At most MOST people whose names hold words that begin so; of one's own unit without any."""
    words = sorted(words_of(typed), key=len, reverse=True)[: 1 + MORE]
    if folded(typed).strip() and not words:
        return []  # signs alone begin nobody's name
    first, *others = words or [""]
    asked = {"unit": reader.unit_id, "reader": reader.id, "low": first, "high": first + LAST}
    for nth, word in enumerate(others):
        asked |= {f"low_{nth}": word, f"high_{nth}": word + LAST}
    rows = db.session.connection().execute(MEANT[len(others)], asked).all()
    found: dict[int, Row] = {}
    for row in sorted(rows, key=lambda row: row.far):
        if words or not row.far:
            found.setdefault(row.id, row)
    return list(found.values())[:MOST]
