"""Finding what holds all the words of a question, best first."""

from collections.abc import Collection, Iterable
from functools import lru_cache, reduce
from types import ModuleType
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Float,
    Label,
    Select,
    String,
    Subquery,
    case,
    cast,
    false,
    func,
    literal,
    literal_column,
    select,
)

from app.core.db import db
from app.core.statements import AS_IT_IS, size
from app.core.textindex import postgresql, sqlite
from app.core.textindex.models import IndexedText
from app.core.textindex.questions import Question, Term, terms
from app.core.textindex.seeing import Among, everything
from app.core.textindex.vocabulary import Understood, expanded

# What a word of the question is worth in a title.
AS_ASKED, ANOTHER_FORM, BEGINS_SO, NOT_IN_TITLE = 3.0, 2.0, 1.0, 0.0
MOST_RANKED = 1_000  # matches: of a word that everybody uses, the newest are ranked
FOUND = (IndexedText.kind, IndexedText.number, IndexedText.at, IndexedText.authors)
# What is looked at of a text, with an edge around each word; and by which names, once it is read.
READ = [
    (" " + column + " ").label(f"edged_{column.key}")
    for column in (
        IndexedText.title,
        IndexedText.title_stems,
        IndexedText.text,
        IndexedText.text_stems,
    )
]
TITLE, TITLE_STEMS, TEXT, TEXT_STEMS = (literal_column(f"texts.{one.name}", String) for one in READ)
USUAL_LENGTH = 3_600.0  # the `size` of stems; in a longer text a word must be said more often


def matches(
    words: str | Understood,
    *,
    kinds: Collection[str] | None = None,
    author: int | None = None,
    among: Among = everything,
    most: int | None = None,
    limit: int = 200,
    said: bool = False,
) -> Subquery:
    """What holds all these words, to join with: `kind`, `number`, `at`, `authors` and `rank`.

    `among` narrows what is looked at before anything is cut off: a function of the index's row,
    which has `kind`, `number` and `at`. Pass what the reader may see, or of a very common word
    only the newest matches of others may be left. Order by rank, descending, then by number: a
    subquery has no order of its own. At most `limit` rows, of the newest `most` that answer.

    Things are found, or what is `said` on them; who asks for both passes the words `understood`.
    """
    known = understood(words) if isinstance(words, str) else words
    asked = Question(known.terms, tuple(kinds or ()), author, said, known.newest)
    if not asked.terms or (kinds is not None and not kinds):
        return _nothing().subquery()
    found = dialect().newest(asked, among, most=most or MOST_RANKED).subquery()
    # Each text is fetched and edged once, however many words are then looked for in it.
    read = select(*FOUND, *READ).join(found, found.c.id == IndexedText.id).offset(AS_IT_IS)
    texts = read.subquery("texts")
    rank = _rank(asked.terms)
    return (
        select(*(texts.c[one.key] for one in FOUND), rank)
        .order_by(rank.desc(), texts.c.number.desc())
        .limit(limit)
        .subquery()
    )


def understood(words: str) -> Understood:
    """What is looked for, with the words that the last one may become: one query at most."""
    return expanded(terms(words), newest=dialect().LOOKS_BACK)


@lru_cache(maxsize=16)
def _rank(asked: tuple[Term, ...]) -> Label[Any]:
    """Of things and of what is said on them alike, so it is built once for both."""
    return (_worth(asked) + _relevance(asked)).label("rank")


def _worth(asked: Collection[Term]) -> ColumnElement[Any]:
    """What the title is worth: the mean of its words', so that no text outweighs a title."""
    parts = []
    for term in asked:
        ways = [(TITLE.contains(f" {word} "), AS_ASKED) for word in sorted(term.exact)]
        ways += [(TITLE_STEMS.contains(f" {stem} "), ANOTHER_FORM) for stem in sorted(term.stems)]
        if term.beginning:
            ways.append((TITLE.contains(f" {term.beginning}"), BEGINS_SO))
        parts.append(case(*ways, else_=NOT_IN_TITLE))
    return _sum(parts) / float(len(parts))


def _relevance(asked: Collection[Term]) -> ColumnElement[Any]:
    """How often the text says it, for its length: from 0 to 1, so that it decides among titles
    worth alike. The databases' own measures look at every text there is, and differ.
    """
    said = _sum(
        _times(TEXT_STEMS if term.stems else TEXT, stem)
        for term in asked
        for stem in sorted(term.stems or term.exact)
    )
    enough = 1.0 + size(TEXT_STEMS) / USUAL_LENGTH
    return 1.0 - enough / (said + enough)  # which counts once, unlike said / (said + enough)


def _times(text: ColumnElement[str], word: str) -> ColumnElement[Any]:
    shorter = size(text) - size(func.replace(text, f" {word} ", " "))
    return cast(shorter, Float) / size(literal(f" {word}"))


def _sum(parts: Iterable[ColumnElement[Any]]) -> ColumnElement[Any]:
    return reduce(lambda one, other: one + other, parts)


def dialect() -> ModuleType:
    """How the database at hand is asked: both modules answer to the same names."""
    return {"sqlite": sqlite, "postgresql": postgresql}[db.engine.dialect.name]


def _nothing() -> Select:
    return select(
        *FOUND,
        literal(0.0, Float).label("rank"),
    ).where(false())
