"""Finding what holds all the words of a question, best first."""

from collections.abc import Collection
from types import ModuleType
from typing import Any

from sqlalchemy import ColumnElement, Float, Select, Subquery, case, false, literal, select

from app.core.db import db
from app.core.textindex import postgresql, sqlite
from app.core.textindex.models import IndexedText
from app.core.textindex.questions import Term, terms

# What a word of the question is worth in a title.
AS_ASKED, ANOTHER_FORM, BEGINS_SO, NOT_IN_TITLE = 3.0, 2.0, 1.0, 0.0
MOST_RANKED = 1_000  # matches: of a word that everybody uses, the newest are ranked

KIND = IndexedText.kind
NUMBER = IndexedText.number


def matches(
    words: str,
    *,
    kinds: Collection[str] | None = None,
    among: ColumnElement[bool] | None = None,
    limit: int = 200,
) -> Subquery:
    """What holds all these words: columns `kind`, `number` and `rank`, to join with.

    `among` narrows what is looked at, in terms of KIND and NUMBER, before anything is cut
    off: pass what the reader may see (`subjects.seen_by(reader, KIND, NUMBER)`), or of a very
    common word only the newest matches of others may be left. Order by rank, descending, then
    by number: a subquery has no order of its own. At most `limit` rows.
    """
    narrowed = [] if among is None else [among]
    if kinds is not None:
        narrowed.append(KIND.in_(kinds))

    if not (asked := terms(words)):
        return _nothing().subquery()
    engine = dialect()
    found = engine.relevant(
        engine.expression(asked), *narrowed, worth=_worth(asked), most=MOST_RANKED
    ).subquery()
    rank = found.c.worth + found.c.relevance / (1 + found.c.relevance)
    best = select(found.c.kind, found.c.number, rank.label("rank"))
    return best.order_by(rank.desc(), found.c.number.desc()).limit(limit).subquery()


def _worth(asked: Collection[Term]) -> ColumnElement[Any]:
    """What the title is worth: the mean of its words', so that no text outweighs a title.

    Each database has its own measure of relevance; it only decides among titles worth alike.
    """
    words = " " + IndexedText.title + " "
    stems = " " + IndexedText.title_stems + " "
    parts = []
    for term in asked:
        ways = [(words.contains(f" {word} "), AS_ASKED) for word in sorted(term.exact)]
        ways += [(stems.contains(f" {stem} "), ANOTHER_FORM) for stem in sorted(term.stems)]
        if term.beginning:
            ways.append((words.contains(f" {term.beginning}"), BEGINS_SO))
        parts.append(case(*ways, else_=NOT_IN_TITLE))
    return sum(parts[1:], parts[0]) / float(len(parts))


def dialect() -> ModuleType:
    """How the database at hand is asked: both modules answer to the same names."""
    return {"sqlite": sqlite, "postgresql": postgresql}[db.engine.dialect.name]


def _nothing() -> Select:
    return select(KIND, NUMBER, literal(0.0, Float).label("rank")).where(false())
