"""Stems: what the forms of a word have in common, in each of the four languages.

A stem carries its language («qescancion»), so that a Basque stem never meets a Spanish one
that is spelt alike by chance, nor any stem a word: none begins with such letters. A word with
accents has up to two: of what was written, and of what people type without them.
"""

import threading
from functools import lru_cache

import snowballstemmer

from app.core.fields import folded
from app.core.textindex import basque
from app.core.textindex.words import LONGEST_WORD, Word

SNOWBALL = {"es": "spanish", "en": "english", "pt": "portuguese"}
# Snowball leaves these plurals of Portuguese alone, and people write them without accents.
PLURALS = {"oes": "ao", "aes": "ao", "ais": "al", "eis": "el", "ois": "ol", "ens": "em"}
SHORTEST_PLURAL = 6  # letters: «mais» and «pais» are none

LANGUAGES = ("es", "eu", "en", "pt")


class _Stemmers(threading.local):
    """Snowball's stemmers keep the word they work on: one of each for every thread."""

    def __init__(self) -> None:
        self.by_language = {
            language: snowballstemmer.stemmer(name) for language, name in SNOWBALL.items()
        }


_stemmers = _Stemmers()


@lru_cache(maxsize=65_536)
def stems(word: Word, language: str) -> tuple[str, ...]:
    """The stems of a word in a language, tagged with it; none where we know no stemmer."""
    if language not in LANGUAGES or not word.plain.isalpha():
        return ()  # a number has no forms
    spellings = (word.plain,) if word.written == word.plain else (word.written, word.plain)
    found = {folded(_stem(spelling, language)) for spelling in spellings}
    return tuple(sorted(f"q{language}{stem[:LONGEST_WORD]}" for stem in found if stem))


def stems_in_any(word: Word) -> set[str]:
    """The stems a word could have: in a question nobody says which language they mean."""
    return {stem for language in LANGUAGES for stem in stems(word, language)}


def _stem(spelling: str, language: str) -> str:
    if language == "eu":
        return basque.stem(folded(spelling))
    if language == "pt":
        spelling = _singular(spelling)
    return _stemmers.by_language[language].stemWord(spelling)


def _singular(spelling: str) -> str:
    """«reuniões» as «reuniao», «hospitais» as «hospital»."""
    singular = PLURALS.get(folded(spelling[-3:]))
    return spelling[:-3] + singular if singular and len(spelling) >= SHORTEST_PLURAL else spelling
