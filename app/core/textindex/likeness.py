"""How much the title of one thing says what another says: pure, from 0 to 1."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from math import log

from app.core.textindex.questions import Term
from app.core.textindex.spelling import trigrams
from app.core.textindex.stems import stems_in_any
from app.core.textindex.stop_words import STOP_WORDS
from app.core.textindex.words import Word

# How much a word counts by where it was found.
AS_WRITTEN, ANOTHER_FORM, MISTYPED, ONLY_IN_THE_TEXT = 1.0, 0.9, 0.7, 0.3
# How much each likeness counts: of the title's words, of its letters, of the text's words.
OF_WORDS, OF_LETTERS, OF_TEXT = 0.65, 0.2, 0.15


@dataclass(frozen=True)
class Sought:
    """A word, and the words of known titles it may be a typing error of."""

    word: Word
    near: frozenset[str] = frozenset()

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(stems_in_any(self.word))

    @cached_property
    def term(self) -> Term:
        near = (stems_in_any(Word(word, word)) for word in self.near)
        return Term(self.near | {self.word.plain}, self.stems.union(*near))

    def found_in(self, title: set[str], stems: set[str]) -> float:
        if self.word.plain in title:
            return AS_WRITTEN
        if self.stems & stems:
            return ANOTHER_FORM
        if self.near & title or self.term.stems & stems:
            return MISTYPED
        return ONLY_IN_THE_TEXT


@dataclass
class Candidate:
    """A thing that holds some of the words, and the title it is known by in the index."""

    number: int
    title: str
    title_stems: str
    holds: set[Sought]  # anywhere, title or text


def rarity(holders: int, most: int) -> float:
    """What a word tells: much if few hold it, next to nothing if `most` or more do.

    The usual inverse document frequency, log(1 + N/n), over the things that were looked at.
    """
    return log(1 + most / max(1, holders))


def likeness(
    candidate: Candidate,
    of_title: Collection[Sought],
    of_text: Collection[Sought],
    rarities: dict[Sought, float],
) -> float:
    """0 for nothing in common; 1 for the same title and all the words of the text."""
    title, stems = set(candidate.title.split()), set(candidate.title_stems.split())
    telling_title = title - STOP_WORDS
    found = {one: one.found_in(title, stems) for one in of_title if one in candidate.holds}
    parts = [
        (OF_WORDS, _share(found, of_title, rarities)),
        (OF_LETTERS, _alike((one.word.plain for one in of_title), telling_title)),
    ]
    if of_text:
        told = dict.fromkeys((one for one in of_text if one in candidate.holds), 1.0)
        parts.append((OF_TEXT, _share(told, of_text, rarities)))
    return sum(weight * part for weight, part in parts) / sum(weight for weight, _ in parts)


def _share(
    found: dict[Sought, float], sought: Iterable[Sought], rarities: dict[Sought, float]
) -> float:
    """How much of what was sought was found, the telling words counting more."""
    said = sum(rarities[one] * weight for one, weight in found.items())
    return said / sum(rarities[one] for one in sought)


def _alike(words: Iterable[str], others: Iterable[str]) -> float:
    """Sørensen and Dice's coefficient of the trigrams of two titles."""
    ours, theirs = _letters(words), _letters(others)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


def _letters(words: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*(trigrams(word) for word in words))
