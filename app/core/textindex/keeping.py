"""Putting texts into the index and taking them out, inside `writing()`."""

from collections.abc import Iterable

from sqlalchemy import delete, exists, literal, select, union_all
from sqlalchemy.dialects import postgresql, sqlite

from app.core.db import Base, db, is_writing
from app.core.textindex.finding import dialect
from app.core.textindex.models import IndexedText, Trigram
from app.core.textindex.questions import Term
from app.core.textindex.spelling import trigrams
from app.core.textindex.stems import stems
from app.core.textindex.words import Word, bounded

THING = ("kind", "number")


def put(kind: str, number: int, *, title: str, text: str, language: str) -> None:
    """Let a thing be found by these words; those it was found by before are forgotten.

    `text` is plain text or Markdown, never HTML. Of very long texts the beginning is kept.
    Raises RuntimeError outside `writing()`.
    """
    before = _title_of(kind, number)
    in_title, in_text = list(bounded(title)), list(bounded(text))
    row = {
        "kind": kind,
        "number": number,
        "title": _joined(word.plain for word in in_title),
        "title_stems": _stems(in_title, language),
        "text": _joined(word.plain for word in in_text),
        "text_stems": _stems(in_text, language),
    }
    insert = _insert(IndexedText).values(row)
    changes = {name: insert.excluded[name] for name in row if name not in THING}
    db.session.execute(insert.on_conflict_do_update(index_elements=THING, set_=changes))
    now = {word.plain for word in in_title}
    _learn(now - before)
    _forget(before - now)


def remove(kind: str, number: int) -> None:
    """Let a thing be found no more. Raises RuntimeError outside `writing()`."""
    before = _title_of(kind, number)
    db.session.execute(
        delete(IndexedText).where(IndexedText.kind == kind, IndexedText.number == number)
    )
    _forget(before)


def _title_of(kind: str, number: int) -> set[str]:
    if not is_writing():
        raise RuntimeError("the text index was changed outside writing()")
    found = select(IndexedText.title).where(IndexedText.kind == kind, IndexedText.number == number)
    return set((db.session.scalar(found) or "").split())


def _learn(words: set[str]) -> None:
    """Know these words by their trigrams; in one order, lest two who learn wait for each other."""
    rows = sorted((trigram, word) for word in words for trigram in trigrams(word))
    if rows:
        known = _insert(Trigram).on_conflict_do_nothing()
        db.session.execute(known, [{"trigram": letters, "word": word} for letters, word in rows])


def _forget(words: set[str]) -> None:
    """What stands in no title any more must not be kept: it may be the name of somebody erased.

    On PostgreSQL somebody may put such a word into another title at this very moment; it is
    then found as it is written, but not mistyped, until it is put again.
    """
    if not words:
        return
    engine = dialect()
    unused = [
        select(literal(word).label("word")).where(
            ~exists(
                engine.matching(
                    engine.expression([Term(frozenset({word}), frozenset())], in_title=True)
                )
            )
        )
        for word in sorted(words)
    ]
    gone = list(db.session.scalars(union_all(*unused)))
    if gone:
        db.session.execute(delete(Trigram).where(Trigram.word.in_(gone)))


def _insert(model: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """INSERT … ON CONFLICT, which both databases know and SQLAlchemy spells once for each."""
    spoken = sqlite if db.engine.dialect.name == "sqlite" else postgresql
    return spoken.insert(model.__table__)


def _stems(words: Iterable[Word], language: str) -> str:
    return _joined(stem for word in words for stem in stems(word, language))


def _joined(words: Iterable[str]) -> str:
    return " ".join(words)
