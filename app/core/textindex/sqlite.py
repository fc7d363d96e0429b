"""FTS5: two indexes of SQLite, kept by triggers on `text_index`: of things, and of what is said."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, TableClause, literal, literal_column, select, text
from sqlalchemy.sql.expression import column, table

from app.core.textindex.models import IndexedText
from app.core.textindex.questions import Question, Term, by
from app.core.textindex.seeing import Among, everything, met_as

THINGS = table("text_index_fts", column("rowid"))
SAID = table("text_index_said_fts", column("rowid"))
LOOKS_BACK = False  # from the newest number: rows come newest first
LEARN = text(
    "INSERT INTO text_index_words (word) SELECT value FROM json_each(:words)"
    " WHERE NOT EXISTS (SELECT 1 FROM text_index_words WHERE word = value) ORDER BY value"
    " ON CONFLICT DO NOTHING"
)


def expression(asked: Question, *, in_title: bool = False) -> str:
    """The question in FTS5's language: each word stands in quotes, and holds none."""
    words, stems = (
        ("{title}", "{title_stems}") if in_title else ("{title text}", "{title_stems text_stems}")
    )
    parts = [f"({' OR '.join(_ways(term, words, stems))})" for term in asked.terms]
    if asked.kinds:
        kinds = " OR ".join(f'{{kind}} : "{kind}"' for kind in sorted(asked.kinds))
        parts.append(f"({kinds})")
    if asked.author is not None:
        parts.append(f'({{authors}} : "{by(asked.author)}")')
    return " AND ".join(parts)


def _ways(term: Term, words: str, stems: str) -> Iterable[str]:
    yield from (f'{words} : "{word}"' for word in sorted(term.exact | term.begun))
    yield from (f'{stems} : "{stem}"' for stem in sorted(term.stems))


def matching(asked: Question, *, in_title: bool = False) -> Select:
    """The ids of the texts that answer."""
    index = _index(asked)
    holds = _holds(index, expression(asked, in_title=in_title))
    return select(index.c.rowid.label("id")).where(holds)


def newest(asked: Question, among: Among = everything, *, most: int) -> Select:
    """The ids of the newest texts that answer, `most` of them at most.

    FTS5 gives the newest first without sorting, and nobody asks it for more than are wanted.
    """
    index = _index(asked)
    texts = index.join(IndexedText, IndexedText.id == index.c.rowid)
    return (
        select(index.c.rowid.label("id"))
        .select_from(texts)
        .where(_holds(index, expression(asked)), among(met_as(IndexedText.__tablename__)))
        .order_by(index.c.rowid.desc())
        .limit(most)
    )


def _index(asked: Question) -> TableClause:
    return SAID if asked.is_said else THINGS


def _holds(index: TableClause, expression: str) -> ColumnElement[bool]:
    name: ColumnElement[Any] = literal_column(index.name)
    return name.op("MATCH", is_comparison=True)(literal(expression))
