"""Things that may be the same as one about to be written: other forms, other spellings."""

from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Select, func, literal, select, union_all

from app.core.db import db
from app.core.textindex.finding import dialect
from app.core.textindex.likeness import Candidate, Sought, likeness, rarity
from app.core.textindex.models import IndexedText, Trigram
from app.core.textindex.questions import Question, telling, tells
from app.core.textindex.seeing import Among, everything
from app.core.textindex.spelling import LEAST_SHARE, is_a_slip_of, slips, trigrams
from app.core.textindex.words import Word, words

LONGEST_TITLE = 500  # characters
MOST_WORDS = 12  # of a title
MOST_TEXT_WORDS = 8
MOST_TEXT = 20_000  # characters
MOST_HOLDERS = 200  # newest things looked at for each word
LEAST = 0.3  # likeness; below it two things merely share a word


class Similar(NamedTuple):
    number: int
    likeness: float  # 0 to 1


def similar(
    title: str,
    text: str = "",
    *,
    kind: str,
    among: Among = everything,
    limit: int = 5,
) -> list[Similar]:
    """Things of a kind whose title says something like this, best first.

    Tolerates other forms of a word, in any of the four languages, and typing errors in either
    title. `among` narrows what is looked at, as in `matches`: pass what the reader may see.
    Two queries, whatever the number of things.
    """
    said = [word for word in telling(title[:LONGEST_TITLE]) if tells(word)][:MOST_WORDS]
    if not said:
        return []
    of_title = _with_slips(said)
    of_text = [Sought(word) for word in _most_said(text, besides=said)]
    sought = of_title + of_text
    candidates = _holders(sought, kind, among)

    holders = Counter(one for candidate in candidates for one in candidate.holds)
    rarities = {one: rarity(holders[one], MOST_HOLDERS) for one in sought}
    found = [
        Similar(candidate.number, likeness(candidate, of_title, of_text, rarities))
        for candidate in candidates
    ]
    found.sort(key=lambda one: (-one.likeness, -one.number))
    return [one for one in found if one.likeness >= LEAST][:limit]


def _most_said(text: str, *, besides: Collection[Word]) -> list[Word]:
    """The words a text says most often, the longer first, that its title has not said already."""
    text = text[:MOST_TEXT]
    times = Counter(words(text))
    others = [word for word in telling(text) if word not in besides]
    return sorted(others, key=lambda word: (-times[word], -len(word.plain)))[:MOST_TEXT_WORDS]


def corrected(question: str) -> str | None:
    """The question with each word that may be mistyped as the titles know it; None if none is.

    Titles one may not see are among them: say it only once it has found something.
    """
    said = list(words(question[:LONGEST_TITLE]))[:MOST_WORDS]
    near = {one.word.plain: one.near for one in _with_slips(said)}
    known = set(db.session.scalars(select(Trigram.word).where(Trigram.word.in_(near))))
    better = [_likest(word.plain, near[word.plain] - {word.plain}, known) for word in said]
    mended = " ".join(better)
    return mended if better != [word.plain for word in said] else None


def _likest(word: str, near: frozenset[str], known: set[str]) -> str:
    if word in known or not near:
        return word
    shared = trigrams(word)
    return max(sorted(near), key=lambda one: len(trigrams(one) & shared))


def _with_slips(sought: list[Word]) -> list[Sought]:
    """Each word with those of known titles it may be a typing error of, by one query."""
    near: dict[str, set[str]] = {word.plain: set() for word in sought}
    if asked := [_sharing_trigrams(word) for word in near if slips(word)]:
        for word, known in db.session.execute(union_all(*asked)):
            if known != word and is_a_slip_of(word, known):
                near[word].add(known)
    return [Sought(word, frozenset(near[word.plain])) for word in sought]


def _sharing_trigrams(word: str) -> Select:
    """Known words of about its length that share enough trigrams (Sørensen and Dice)."""
    letters, may_differ = trigrams(word), slips(word)
    length = func.length(Trigram.word)
    return (
        select(literal(word).label("word"), Trigram.word.label("known"))
        .where(
            Trigram.trigram.in_(letters),
            length.between(len(word) - may_differ, len(word) + may_differ),
        )
        .group_by(Trigram.word)
        .having(2 * func.count() >= LEAST_SHARE * (len(letters) + length))
    )


def _holders(sought: list[Sought], kind: str, among: Among) -> list[Candidate]:
    """The newest things that hold each of these words, by one query."""
    engine = dialect()
    parts = []
    for position, one in enumerate(sought):
        asked = Question((one.term,), (kind,))
        holding = engine.newest(asked, among, most=MOST_HOLDERS)
        parts.append(select(literal(position).label("position"), holding.subquery().c.id))
    held = union_all(*parts).subquery()
    rows = select(
        held.c.position, IndexedText.number, IndexedText.title, IndexedText.title_stems
    ).join(held, held.c.id == IndexedText.id)

    candidates: dict[int, Candidate] = {}
    for position, number, title, title_stems in db.session.execute(rows):
        candidate = candidates.setdefault(number, Candidate(number, title, title_stems, set()))
        candidate.holds.add(sought[position])
    return list(candidates.values())
