"""Asking the index what the reader may see of it."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    DateTime,
    Row,
    Select,
    and_,
    bindparam,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)

from app.catalogue.models import Tag, Term
from app.catalogue.queries import carries, seen_tags, seen_terms
from app.core import textindex
from app.core.db import db, plan_for_what_is_asked
from app.core.statements import worded
from app.facts import subjects
from app.facts.subjects import Subject
from app.people.models import Person, Reader
from app.people.sight import Whoever, sight
from app.search.labels import NOTHING_NAMED, Named
from app.search.narrowing import Narrowing

FACES = select(Person.id, Person.name, Person.picture).where(
    Person.id.in_(bindparam("numbers", expanding=True))
)
Sort = tuple[Subject, ...]  # what is looked for at once
LABEL = -1  # the sort of tags and terms
MOST = 250  # of each sort that are ranked; whoever has more is told that there are more


class Found(NamedTuple):
    """What answers, in no order: rows of (kind, number, at, authors, rank)."""

    rows: list[Row]
    capped: frozenset[str]  # kinds of which there are more
    labels: list[tuple[str, int]]  # tags and terms with a name that was asked for


def found(wanted: Narrowing, reader: Reader, named: Named = NOTHING_NAMED) -> Found:
    """All that holds the words and the reader may see, the newest of what is too much: one query.

    What is said on things is looked for apart from the things, and a kind that was chosen apart
    from all others: what there is most of leaves room for the rest.
    """
    arms, words, whoever = [], textindex.understood(wanted.words), Whoever(reader.roles)
    sorts = [sort for sort in _sorts(wanted.kind) if sort]
    for number, sort in enumerate(sorts):
        best = textindex.matches(
            words,
            kinds=_named(sort),
            said=sort[0].is_said,
            author=wanted.author,
            among=_among(sort, whoever, wanted),
            most=MOST + 1,
            limit=MOST + 1,
        )
        arms.append(select(best, literal(number).label("sort")))
    arms += _labelled(named, whoever)
    plan_for_what_is_asked()
    answers = list(db.session.connection().execute(union_all(*arms), sight(reader)))
    rows = [row for row in answers if row.sort != LABEL]
    labels = [(row.kind, row.number) for row in answers if row.sort == LABEL]
    many = [sort for n, sort in enumerate(sorts) if sum(row.sort == n for row in rows) > MOST]
    return Found(rows, frozenset(subject.kind for sort in many for subject in sort), labels)


def _labelled(named: Named, whoever: Whoever) -> Iterable[Select]:
    """Tags and terms of these names that carry something this reader sees."""
    if named.slugs:
        speaks = func.coalesce(Tag.survivor_id, Tag.id)
        tags = seen_tags(whoever).where(Tag.slug.in_(named.slugs))
        yield _label("tag", tags.with_only_columns(speaks.label("id")).distinct())
    if named.terms:
        terms = seen_terms(whoever).where(Term.id.in_(named.terms))
        yield _label("term", terms.with_only_columns(Term.id))


def _label(kind: str, numbers: Select) -> Select:
    """As one more sort of what was found."""
    found = numbers.subquery()
    return select(
        literal(kind).label("kind"),
        found.c.id.label("number"),
        cast(null(), DateTime).label("at"),
        literal("").label("authors"),
        literal(0.0).label("rank"),
        literal(LABEL).label("sort"),
    )


def _sorts(chosen: str) -> Iterable[Sort]:
    others = [subject for subject in _searched() if subject.kind != chosen]
    yield tuple(subject for subject in others if not subject.is_said)
    yield tuple(subject for subject in others if subject.is_said)
    yield tuple(subject for subject in _searched() if subject.kind == chosen)


def _searched() -> list[Subject]:
    return [subject for subject in subjects.registered() if subject.text is not None]


def _named(sort: Sort) -> list[str] | None:
    """The kinds that the index is asked for; none where nothing else is kept beside them."""
    beside = [subject for subject in _searched() if subject.is_said is sort[0].is_said]
    return None if len(beside) == len(sort) else [subject.kind for subject in sort]


def _among(sort: Sort, whoever: Whoever, wanted: Narrowing) -> textindex.Among:
    def among(text: textindex.Met) -> ColumnElement[bool]:
        seen = worded(_seen(whoever, sort, text), db.engine.dialect.name)
        return and_(seen, *_narrowed(text, wanted))

    return among


@lru_cache(maxsize=64)
def _seen(whoever: Whoever, sort: Sort, text: textindex.Met) -> ColumnElement[bool]:
    """Built once for whoever has the same roles: building takes longer than asking."""
    kinds = {subject.kind for subject in sort}
    return subjects.seen_by(whoever, text.kind, text.number, kinds=kinds)


def _narrowed(text: textindex.Met, wanted: Narrowing) -> Iterable[ColumnElement[bool]]:
    if wanted.tag:
        yield carries(wanted.tag, text.kind, text.number)
    if wanted.since:
        yield text.at >= wanted.since
    if wanted.until:
        yield text.at < wanted.until


def some_of(subject: Subject, after: int, most: int) -> Select:
    """The next things of a kind, whoever may see them: for the index, not for people."""
    model = subject.model
    return select(model).where(model.id > after).order_by(model.id).limit(most)


def faces(numbers: Iterable[int]) -> dict[int, Row]:
    """What these people are called and look like, whether they are still here or not."""
    wanted = sorted(set(numbers))
    rows = db.session.execute(FACES, {"numbers": wanted}) if wanted else ()
    return {row.id: row for row in rows}
