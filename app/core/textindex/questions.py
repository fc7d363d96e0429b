"""What somebody typed, understood: words to look for, and no syntax of any kind.

Nothing people type is an operator. Quotes, stars, minus signs and NEAR are punctuation or
plain words, so no question can break the query a database is asked.
"""

from dataclasses import dataclass

from app.core.textindex.stems import stems_in_any
from app.core.textindex.stop_words import STOP_WORDS
from app.core.textindex.words import Word, words

LONGEST_QUESTION = 500  # characters
MOST_WORDS = 10
SHORTEST_BEGINNING = 3  # letters from which the last word stands for all that begin with it


@dataclass(frozen=True)
class Term:
    """One word looked for: as it is, by its stems, and, while it is typed, by its beginning:
    by the known words that begin so.
    """

    exact: frozenset[str]
    stems: frozenset[str]
    beginning: str = ""
    begun: frozenset[str] = frozenset()

    @classmethod
    def of(cls, word: Word, *, typing: bool = False) -> "Term":
        begun = typing and len(word.plain) >= SHORTEST_BEGINNING
        stems = frozenset(stems_in_any(word))
        return cls(frozenset({word.plain}), stems, word.plain if begun else "")

    def fits(self, word: Word) -> bool:
        """Whether a word of a text, in whatever language, is one of those looked for."""
        if word.plain in self.exact or (self.beginning and word.plain.startswith(self.beginning)):
            return True
        return not self.stems.isdisjoint(stems_in_any(word))


@dataclass(frozen=True)
class Question:
    """What must be found: all of these words, in a thing of one of these kinds, by this person."""

    terms: tuple[Term, ...]
    kinds: tuple[str, ...] = ()  # none: of whatever kind
    author: int | None = None
    is_said: bool = False  # on things, and not things themselves
    newest: int = 0  # number in the index, where that helps to begin with the newest


def by(number: int) -> str:
    """Somebody as a word of the index. No word of a text begins so."""
    return f"qa{number}"


def tells(word: Word) -> bool:
    """Whether a word says anything of what a text is about."""
    return word.plain not in STOP_WORDS and (len(word.plain) > 1 or word.plain.isdigit())


def telling(text: str) -> list[Word]:
    """The words of a text that say what it is about, each once; all if it has only others."""
    said = list(dict.fromkeys(words(text)))
    return [word for word in said if tells(word)] or said


def terms(question: str) -> list[Term]:
    """All of these must be found. No terms: nothing was asked, and nothing answers."""
    asked = question[:LONGEST_QUESTION]
    *_, last = [None, *words(asked)]
    return [Term.of(word, typing=word == last) for word in telling(asked)[:MOST_WORDS]]
