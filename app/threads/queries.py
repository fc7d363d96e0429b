"""What hangs together with a thing, as far as its reader may see both ends of every tie."""

from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Integer,
    Row,
    Select,
    String,
    and_,
    bindparam,
    case,
    cast,
    literal,
    or_,
    select,
    tuple_,
    union,
)

from app.core import textindex
from app.core.db import db
from app.facts import subjects
from app.facts.subjects import Subject
from app.people.models import Person, Reader
from app.people.sight import Whoever, sight
from app.threads.models import Tie

FURTHEST = 4  # ties from the thing one looks at
MOST = 60  # of them told
FOUND = 10  # things offered to whoever looks for one
KIND, NUMBER = bindparam("kind", type_=String), bindparam("number", type_=Integer)


def visible_to(person: Person | Reader) -> Select[Tie]:
    """Both ends of it are seen."""
    return (
        select(Tie)
        .where(
            subjects.seen_by(person, Tie.from_kind, Tie.from_id),
            subjects.seen_by(person, Tie.to_kind, Tie.to_id),
        )
        .params(sight(person))
    )


def between(one: tuple[str, int], other: tuple[str, int]) -> Tie | None:
    """The tie of two things, whichever of them comes first."""
    (kind, number), (other_kind, other_number) = one, other
    ahead = and_(
        Tie.from_kind == kind,
        Tie.from_id == number,
        Tie.to_kind == other_kind,
        Tie.to_id == other_number,
    )
    back = and_(
        Tie.to_kind == kind,
        Tie.to_id == number,
        Tie.from_kind == other_kind,
        Tie.from_id == other_number,
    )
    return db.session.scalar(select(Tie).where(or_(ahead, back)))


def is_tied(kind: str, number: int) -> bool:
    """Whether anything at all hangs on a thing or on what was said on it, whoever may see it."""
    staged = tuple(subject for subject in subjects.registered() if subject.stage)
    asked = {"kind": kind, "number": number}
    return bool(db.session.connection().execute(_tied(staged), asked).scalar())


@lru_cache(maxsize=4)
def _tied(staged: tuple[Subject, ...]) -> Select:
    on_it = [
        select(Tie.id).where(Tie.from_kind == KIND, Tie.from_id == NUMBER).exists(),
        select(Tie.id).where(Tie.to_kind == KIND, Tie.to_id == NUMBER).exists(),
    ]
    on_what_was_said = [
        _tied_on(subject).exists() for subject in staged if subject.is_said and subject.on
    ]
    return select(or_(*on_it, *on_what_was_said))


def hanging_together(reader: Reader, kind: str, number: int) -> list[Row]:
    """The ties within reach of a thing and of what was said on it, with the titles of their ends:
    one query.

    Rows of (id, from_kind, from_id, to_kind, to_id, relation, by_id, from_here, to_here,
    from_title, to_title). `here` is the thing itself or what was said on it. An end that the reader
    does not see has no title: of such a tie nothing is told.
    """
    staged = tuple(subject for subject in subjects.registered() if subject.stage)
    wanted = _hanging_together(staged, Whoever(reader.roles))
    asked = {**sight(reader), "kind": kind, "number": number}
    return list(db.session.connection().execute(wanted, asked))


@lru_cache(maxsize=64)
def _hanging_together(staged: tuple[Subject, ...], whoever: Whoever) -> Select:
    begun = [select(cast(KIND, String(40)).label("kind"), cast(NUMBER, Integer).label("number"))]
    begun += [_tied_on(subject) for subject in staged if subject.is_said and subject.on]
    first = union(*begun).subquery()
    reached = select(first, literal(0).label("away")).cte("reached", recursive=True)
    ahead = and_(Tie.from_kind == reached.c.kind, Tie.from_id == reached.c.number)
    back = and_(Tie.to_kind == reached.c.kind, Tie.to_id == reached.c.number)
    reached = reached.union(
        select(
            case((ahead, Tie.to_kind), else_=Tie.from_kind),
            case((ahead, Tie.to_id), else_=Tie.from_id),
            reached.c.away + 1,
        )
        .select_from(reached)
        .join(Tie, or_(ahead, back))
        .where(reached.c.away < FURTHEST)
    )
    there = select(reached.c.kind, reached.c.number)
    here = there.where(reached.c.away == 0)
    return (
        select(
            Tie.id,
            Tie.from_kind,
            Tie.from_id,
            Tie.to_kind,
            Tie.to_id,
            Tie.relation,
            Tie.by_id,
            tuple_(Tie.from_kind, Tie.from_id).in_(here).label("from_here"),
            tuple_(Tie.to_kind, Tie.to_id).in_(here).label("to_here"),
            _title(staged, whoever, Tie.from_kind, Tie.from_id).label("from_title"),
            _title(staged, whoever, Tie.to_kind, Tie.to_id).label("to_title"),
        )
        .where(
            tuple_(Tie.from_kind, Tie.from_id).in_(there),
            tuple_(Tie.to_kind, Tie.to_id).in_(there),
        )
        .order_by(Tie.id)
        .limit(MOST)
    )


def _tied_on(said: Subject) -> Select:
    """What was said on the thing and is tied to something."""
    assert said.on is not None
    kind, number = said.on
    tied = or_(
        and_(Tie.from_kind == said.kind, Tie.from_id == said.model.id),
        and_(Tie.to_kind == said.kind, Tie.to_id == said.model.id),
    )
    return (
        select(literal(said.kind).label("kind"), said.model.id.label("number"))
        .where(kind == KIND, number == NUMBER, select(Tie.id).where(tied).exists())
        .correlate(None)
    )


def _title(staged: tuple[Subject, ...], whoever: Whoever, kind: Any, number: Any) -> Any:
    """What a thing is called, by those who see it."""
    titles = {
        subject.kind: subject.visible_to(whoever)
        .with_only_columns(subject.title)
        .where(subject.model.id == number)
        .correlate(Tie)
        .scalar_subquery()
        for subject in staged
    }
    return case(titles, value=kind)


def holding(reader: Reader, words: str) -> list[tuple[str, int]]:
    """The things that can be tied and hold these words, best first: (kind, number)."""
    kinds = [s.kind for s in subjects.registered() if s.stage and s.text is not None]
    found = textindex.matches(
        words,
        kinds=kinds,
        among=lambda text: subjects.seen_by(reader, text.kind, text.number),
        most=FOUND,
        limit=FOUND,
    )
    rows = select(found.c.kind, found.c.number).order_by(found.c.rank.desc()).limit(FOUND)
    return [(row.kind, row.number) for row in db.session.execute(rows, sight(reader))]


def tied(kind: str, numbers: list[int]) -> set[int]:
    """Those of these things that hang together with another."""
    ends = ((Tie.from_kind, Tie.from_id), (Tie.to_kind, Tie.to_id))
    asked = [select(number).where(of == kind, number.in_(numbers)) for of, number in ends]
    return set(db.session.scalars(union(*asked)))
