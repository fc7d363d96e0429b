"""A tsvector and two GIN indexes, of things and of what is said: what PostgreSQL generates from
`text_index`.

Its weights tell title from text; whether a word is a stem, it says itself. Two words are added:
the kind of the thing (`qkpost`), and the block of 8,192 ids it stands in (`qb7`). With them the
index alone finds the newest of a million texts that hold a common word: the newest block is asked
first, and the older ones only while too few were found.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    cast,
    literal,
    literal_column,
    select,
    text,
    union_all,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from app.core.statements import AS_IT_IS
from app.core.textindex.models import IndexedText
from app.core.textindex.questions import Question, Term, by
from app.core.textindex.seeing import Among, everything, met_as

VECTOR: ColumnElement[Any] = literal_column("text_index.vector")
LOOKS_BACK = True  # from the newest number in the index
LEARN = text(
    "INSERT INTO text_index_words (word)"
    " SELECT value FROM jsonb_array_elements_text(CAST(:words AS jsonb)) AS value"
    " WHERE NOT EXISTS (SELECT 1 FROM text_index_words WHERE word = value) ORDER BY value"
    " ON CONFLICT DO NOTHING"
)
BLOCK = 8_192  # ids, as the generated column counts them
STRETCHES = (1, 3, 9, 27)  # blocks: how far back it looks before it looks at everything


def expression(asked: Question, *, in_title: bool = False) -> str:
    """The question as a tsquery: each word stands in quotes, and holds none."""
    weight = ":AB" if in_title else ""
    parts = [f"({' | '.join(_ways(term, weight))})" for term in asked.terms]
    if asked.kinds:
        kinds = " | ".join(f"'qk{kind}'" for kind in sorted(asked.kinds))
        parts.append(f"({kinds})")
    if asked.author is not None:
        parts.append(f"'{by(asked.author)}'")
    return " & ".join(parts)


def _ways(term: Term, weight: str) -> Iterable[str]:
    yield from (f"'{word}'{weight}" for word in sorted(term.exact | term.begun))
    yield from (f"'{stem}'{weight}" for stem in sorted(term.stems))


def matching(asked: Question, *, in_title: bool = False) -> Select:
    """The ids of the texts that answer."""
    holds = _holds(expression(asked, in_title=in_title))
    return select(IndexedText.id).where(holds, _in_its_index(asked))


def newest(asked: Question, among: Among = everything, *, most: int) -> Select:
    """The ids of the newest texts that answer, `most` of them at most.

    Of every stretch of blocks all matches are fetched first and then put in order, and only as
    many as are wanted are held against `among`: asked for it at once, the planner would walk
    through the table backwards, or ask of every match who may see it. `among` is said once for
    all stretches, for it is long, and planning it takes longer than asking it.
    """
    question = expression(asked)
    arms = [_arm(asked, _holds(question + blocks), floor) for blocks, floor in _stretches(asked)]
    found = (union_all(*arms) if len(arms) > 1 else arms[0]).subquery()
    every = select(found).offset(AS_IT_IS).subquery()
    # Asked of one row, and then of the next: of ninety thousand that might be asked about, the
    # planner would first gather all that may be seen.
    one = select(*every.c).correlate(every).subquery("one")
    seen = select(one.c.id).where(among(met_as("one"))).offset(AS_IT_IS).exists()
    return select(every.c.id).where(seen).limit(most)


def _arm(asked: Question, holds: ColumnElement[bool], below: int | None) -> Select:
    found = select(IndexedText.id, IndexedText.kind, IndexedText.number, IndexedText.at)
    found = found.where(holds, _in_its_index(asked))
    if below is not None:
        # A sum no index knows: where the planner expects very many (`plan_for_what_is_asked`), it
        # would read all of them one by one by their ids.
        found = found.where(IndexedText.id + AS_IT_IS < below)
    at_once = found.cte().prefix_with("MATERIALIZED")
    return select(at_once).order_by(at_once.c.id.desc()).offset(AS_IT_IS)


def _stretches(asked: Question) -> Iterable[tuple[str, int | None]]:
    """The newest block, some more, and all that is older."""
    top = above = asked.newest // BLOCK
    floor = None
    for far in STRETCHES:
        if top <= far:
            break
        yield _blocks(above, top - far), floor
        above, floor = top - far, (top - far + 1) * BLOCK
    yield "", floor


def _blocks(first: int, end: int) -> str:
    blocks = " | ".join(f"'qb{block}'" for block in range(first, end, -1))
    return f" & ({blocks})"


def _in_its_index(asked: Question) -> ColumnElement[bool]:
    """Said as each index is declared, so that the planner knows which."""
    is_said: ColumnElement[bool] = IndexedText.is_said.expression
    return is_said if asked.is_said else ~is_said


def _holds(expression: str) -> ColumnElement[bool]:
    return VECTOR.op("@@", is_comparison=True)(cast(literal(expression), TSQUERY))
