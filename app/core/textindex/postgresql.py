"""A tsvector and its GIN index: what PostgreSQL generates from a row of `text_index`.

Its four weights are our four columns: A the words of the title, B their stems, C the words of
the text, D their stems.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Float,
    Select,
    cast,
    func,
    literal,
    literal_column,
    select,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from app.core.textindex.models import IndexedText
from app.core.textindex.questions import Term

VECTOR: ColumnElement[Any] = literal_column("text_index.vector")
WEIGHTS: ColumnElement[Any] = literal_column("'{0.12, 0.25, 0.6, 1.0}'::real[]")  # D, C, B, A
BY_LENGTH = 1  # divides by 1 + the logarithm of how many words there are


def expression(terms: Iterable[Term], *, in_title: bool = False) -> str:
    """The question as a tsquery: each word stands in quotes, and holds none."""
    words, stems = ("A", "B") if in_title else ("AC", "BD")
    return " & ".join(f"({' | '.join(_ways(term, words, stems))})" for term in terms)


def _ways(term: Term, words: str, stems: str) -> Iterable[str]:
    yield from (f"'{word}':{words}" for word in sorted(term.exact))
    if term.beginning:
        yield f"'{term.beginning}':*{words}"
    yield from (f"'{stem}':{stems}" for stem in sorted(term.stems))


def matching(asked: str, *narrowed: ColumnElement[bool]) -> Select:
    """The ids of the texts that answer."""
    return select(IndexedText.id).where(VECTOR.op("@@")(_query(asked)), *narrowed)


def newest(asked: str, *narrowed: ColumnElement[bool], most: int) -> Select:
    """The ids of the newest texts that answer, `most` of them at most.

    All are fetched first: asked for the newest ones the planner would walk through the table
    backwards and read vector after vector.
    """
    found = matching(asked, *narrowed).cte().prefix_with("MATERIALIZED")
    return select(found.c.id).order_by(found.c.id.desc()).limit(most)


def relevant(
    asked: str, *narrowed: ColumnElement[bool], worth: ColumnElement[Any], most: int
) -> Select:
    """(kind, number, worth, relevance) of the newest texts that answer; relevance is above 0."""
    found = newest(asked, *narrowed, most=most).subquery()
    relevance = func.ts_rank(WEIGHTS, VECTOR, _query(asked), BY_LENGTH, type_=Float)
    return select(
        IndexedText.kind, IndexedText.number, worth.label("worth"), relevance.label("relevance")
    ).join(found, found.c.id == IndexedText.id)


def _query(asked: str) -> ColumnElement[Any]:
    return cast(literal(asked), TSQUERY)
