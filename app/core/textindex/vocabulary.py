"""The words that stand in texts: what a beginning leads to.

A database that is asked for a beginning gathers everything that holds any word begun so before it
gives the first, a million rows for three letters of a common word. Asked for the words themselves
it gives the newest and stops.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import TextClause, bindparam, func, literal, select, union_all

from app.core.db import db
from app.core.textindex.models import IndexedText, KnownWord
from app.core.textindex.questions import Term

# Of a beginning that many words have, so many are looked for: those that were said first.
MOST_BEGUN = 100
LAST_SIGN = "\U0010ffff"

# With them comes the newest number in the index, in a row without a word, where it is wanted.
_BEGUN = (
    select(KnownWord.word, literal(0).label("number"))
    .where(KnownWord.word >= bindparam("beginning"), KnownWord.word < bindparam("beyond"))
    .order_by(KnownWord.id)
    .limit(bindparam("most"))
    .subquery()
)
_NEWEST = select(literal("").label("word"), func.max(IndexedText.id).label("number"))
BEGUN, BOTH = select(_BEGUN), union_all(select(_BEGUN), _NEWEST)


class Understood(NamedTuple):
    """What somebody typed, and the newest number in the index if that matters."""

    terms: tuple[Term, ...]
    newest: int = 0


def expanded(terms: Sequence[Term], *, newest: bool) -> Understood:
    """What is only begun, with the words it may become: one query, or none."""
    beginning = next((term.beginning for term in terms if term.beginning), None)
    if not beginning and not (newest and terms):
        return Understood(tuple(terms))
    asked: dict[str, Any] = {"beginning": beginning or "", "beyond": f"{beginning}{LAST_SIGN}"}
    asked["most"] = MOST_BEGUN if beginning else 0
    rows = db.session.connection().execute(BOTH if newest else BEGUN, asked).all()
    begun = frozenset(word for word, _ in rows if word)
    told = (replace(term, begun=begun) if term.beginning else term for term in terms)
    return Understood(tuple(told), max((number or 0 for _, number in rows), default=0))


def learn(words: Collection[str], by: TextClause) -> None:
    """Know these words from now on, as this database is told; in one order, lest two who learn
    wait for each other. One statement, whatever the number of words.
    """
    if words:
        db.session.execute(by, {"words": json.dumps(sorted(words))})


def parts(words: Iterable[str], size: int) -> Iterator[list[str]]:
    rest = iter(words)
    while some := list(islice(rest, size)):
        yield some
