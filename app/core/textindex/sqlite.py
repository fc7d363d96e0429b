"""FTS5: the index of SQLite, kept by triggers on `text_index`."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Float, Select, func, literal, literal_column, select
from sqlalchemy.sql.expression import column, table

from app.core.textindex.models import IndexedText
from app.core.textindex.questions import Term

FTS = table("text_index_fts", column("rowid"))
NAME: ColumnElement[Any] = literal_column("text_index_fts")

# The weights: title, its stems, text, its stems. bm25 is better the more negative it is.
RELEVANCE = -func.bm25(NAME, 8.0, 5.0, 2.0, 1.0, type_=Float)


def expression(terms: Iterable[Term], *, in_title: bool = False) -> str:
    """The question in FTS5's language: each word stands in quotes, and holds none."""
    words, stems = (
        ("{title}", "{title_stems}") if in_title else ("{title text}", "{title_stems text_stems}")
    )
    return " AND ".join(f"({' OR '.join(_ways(term, words, stems))})" for term in terms)


def _ways(term: Term, words: str, stems: str) -> Iterable[str]:
    yield from (f'{words} : "{word}"' for word in sorted(term.exact))
    if term.beginning:
        yield f'{words} : "{term.beginning}" *'
    yield from (f'{stems} : "{stem}"' for stem in sorted(term.stems))


def matching(asked: str, *narrowed: ColumnElement[bool]) -> Select:
    """The ids of the texts that answer; FTS5 gives the newest first without sorting."""
    return _answers(FTS.c.rowid.label("id"), asked=asked, narrowed=narrowed)


def newest(asked: str, *narrowed: ColumnElement[bool], most: int) -> Select:
    """The ids of the newest texts that answer, `most` of them at most."""
    return matching(asked, *narrowed).order_by(FTS.c.rowid.desc()).limit(most)


def relevant(
    asked: str, *narrowed: ColumnElement[bool], worth: ColumnElement[Any], most: int
) -> Select:
    """(kind, number, worth, relevance) of the newest texts that answer; relevance is above 0."""
    rows = _answers(
        IndexedText.kind,
        IndexedText.number,
        worth.label("worth"),
        RELEVANCE.label("relevance"),
        asked=asked,
        narrowed=narrowed,
    )
    return rows.order_by(FTS.c.rowid.desc()).limit(most)


def _answers(*columns: Any, asked: str, narrowed: Iterable[ColumnElement[bool]]) -> Select:
    texts = FTS.join(IndexedText, IndexedText.id == FTS.c.rowid)
    return select(*columns).select_from(texts).where(NAME.op("MATCH")(literal(asked)), *narrowed)
