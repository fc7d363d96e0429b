"""Putting texts into the index and taking them out, inside `writing()`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, delete, exists, literal, select, union_all

from app.core import inserting
from app.core.db import db, is_writing
from app.core.textindex import vocabulary
from app.core.textindex.finding import dialect
from app.core.textindex.models import IndexedText, KnownWord, Trigram
from app.core.textindex.questions import Question, Term, by
from app.core.textindex.spelling import trigrams
from app.core.textindex.stems import stems
from app.core.textindex.words import Word, bounded

THING = ("kind", "number")
CHANGING = ("title", "title_stems", "text", "text_stems", "authors", "at")  # what it is, remains
AT_ONCE = 100  # words that are asked about in one statement


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A thing as it is found: by these words, in this language, by whom, and of when.

    `text` is plain text or Markdown, never HTML. Of very long texts the beginning is kept. What
    `is_said` on things is looked for apart from them; of a kind, all of it is, or nothing.
    """

    kind: str
    number: int
    title: str
    text: str
    language: str
    authors: Sequence[int] = ()
    at: datetime | None = None
    is_said: bool = False


def put(
    kind: str,
    number: int,
    *,
    title: str,
    text: str,
    language: str,
    authors: Sequence[int] = (),
    at: datetime | None = None,
    is_new: bool = False,
    is_said: bool = False,
) -> None:
    """Let a thing be found by these words; those it was found by before are forgotten. What
    `is_new` was found by none.

    Raises RuntimeError outside `writing()`.
    """
    told: dict[str, Any] = {"title": title, "text": text, "language": language}
    told |= {"authors": authors, "at": at, "is_said": is_said}
    put_many([Entry(kind=kind, number=number, **told)], are_new=is_new)


def put_many(entries: Iterable[Entry], *, are_new: bool = False) -> None:
    """The same for hundreds, each thing once: as many statements as for one."""
    entries = list(entries)
    before = _words_of([] if are_new else [(entry.kind, entry.number) for entry in entries])
    if not entries:
        return
    rows = [_row(entry) for entry in entries]
    db.session.execute(inserting.anew(IndexedText, THING, CHANGING), rows)
    now = _Words.of((row["title"], row["text"]) for row in rows)
    _learn(now - before)
    _forget(before - now)


def remove(kind: str, number: int) -> None:
    """Let a thing be found no more. Raises RuntimeError outside `writing()`."""
    remove_many(kind, [number])


def remove_many(kind: str, numbers: Iterable[int]) -> None:
    gone = list(numbers)
    before = _words_of((kind, number) for number in gone)
    db.session.execute(
        delete(IndexedText).where(IndexedText.kind == kind, IndexedText.number.in_(gone))
    )
    _forget(before)


def _row(entry: Entry) -> dict[str, Any]:
    in_title, in_text = list(bounded(entry.title)), list(bounded(entry.text))
    return {
        "kind": entry.kind,
        "number": entry.number,
        "title": _joined(word.plain for word in in_title),
        "title_stems": _stems(in_title, entry.language),
        "text": _joined(word.plain for word in in_text),
        "text_stems": _stems(in_text, entry.language),
        "authors": _joined(by(number) for number in entry.authors),
        "at": entry.at,
        "is_said": entry.is_said,
    }


class _Words(NamedTuple):
    """What somebody may mistype, and all that can be found."""

    in_titles: set[str]
    anywhere: set[str]

    @classmethod
    def of(cls, texts: Iterable[Sequence[str]]) -> "_Words":
        """Of pairs of a title and a text."""
        words = cls(set(), set())
        for title, text in texts:
            words.in_titles.update(title.split())
            words.anywhere.update(title.split(), text.split())
        return words

    def __sub__(self, others: "_Words") -> "_Words":
        return _Words(self.in_titles - others.in_titles, self.anywhere - others.anywhere)


def _words_of(things: Iterable[tuple[str, int]]) -> _Words:
    """What these things are known by."""
    if not is_writing():
        raise RuntimeError("the text index was changed outside writing()")
    numbers = defaultdict(list)
    for kind, number in things:
        numbers[kind].append(number)
    texts: list[Any] = []
    for kind, some in numbers.items():
        known = select(IndexedText.title, IndexedText.text).where(
            IndexedText.kind == kind, IndexedText.number.in_(some)
        )
        texts += db.session.execute(known)
    return _Words.of(texts)


def _learn(words: _Words) -> None:
    """Know these words; in one order, lest two who learn wait for each other."""
    vocabulary.learn(words.anywhere, dialect().LEARN)
    rows = sorted((trigram, word) for word in words.in_titles for trigram in trigrams(word))
    if rows:
        known = [{"trigram": letters, "word": word} for letters, word in rows]
        db.session.execute(inserting.once(Trigram), known)


def _forget(words: _Words) -> None:
    """What stands in no title, or nowhere, must not be kept: it may be the name of somebody erased.

    On PostgreSQL somebody may put such a word into another text at this very moment; it is then
    found as it is written, but neither mistyped nor by its beginning, until it is put again.
    """
    if gone := _unused(words.in_titles, in_title=True):
        db.session.execute(delete(Trigram).where(Trigram.word.in_(gone)))
    if gone := _unused(words.anywhere):
        db.session.execute(delete(KnownWord).where(KnownWord.word.in_(gone)))


def _unused(words: set[str], *, in_title: bool = False) -> list[str]:
    gone: list[str] = []
    for some in vocabulary.parts(sorted(words), AT_ONCE):
        unused = [
            select(literal(word).label("word")).where(
                *(~exists(holds) for holds in _holding(word, in_title))
            )
            for word in some
        ]
        gone += db.session.scalars(union_all(*unused))
    return gone


def _holding(word: str, in_title: bool) -> Iterator[Select]:
    """The things that hold it, and, as that has no title, what is said on them."""
    term = Term(frozenset({word}), frozenset())
    yield dialect().matching(Question((term,)), in_title=in_title)
    if not in_title:
        yield dialect().matching(Question((term,), is_said=True))


def _stems(words: Iterable[Word], language: str) -> str:
    return _joined(stem for word in words for stem in stems(word, language))


def _joined(words: Iterable[str]) -> str:
    return " ".join(words)
