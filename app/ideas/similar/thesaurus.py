"""What words of this trade mean the same, in one language and across the four.

The groups are written down in `thesaurus/*.yaml`, a file for each part of the trade:

    refund:
      es: devolver, devolución, reembolso, recuperar el dinero
      eu: itzuli, itzulketa
      en: refund, money back
      pt: reembolso, devolver
      near: [money, charge]

A word may stand in several groups, and a phrase be one. What is `near` is another thing, but
whoever speaks of the one often means the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from app.core.textindex.stems import LANGUAGES, stems
from app.core.textindex.stop_words import STOP_WORDS
from app.core.textindex.words import Word, words

FOLDER = Path(__file__).parent / "thesaurus"
MOST_KEPT = 50_000  # words whose meaning was looked up
LITTLE = "little"  # the group of words that say little
# Little words that phrases need: «no coge» is not «coge».
KEPT = {"no", "se", "me", "nos", "sin", "ez", "not", "without", "sem", "nao", "nem"}
DROPPED = STOP_WORDS - KEPT

Concepts = tuple[str, ...]


class Thesaurus:
    """Concepts by the words and phrases that stand for them, each as written and by its stem."""

    def __init__(self, groups: dict[str, dict[str, Any]]) -> None:
        self.near = {name: tuple(group.get("near", ())) for name, group in groups.items()}
        self._words: dict[str, dict[str, list[str]]] = {one: {} for one in LANGUAGES}
        self._stems: dict[str, list[str]] = {}
        # By their first two words: what follows, and what it means.
        self._phrases: dict[tuple[str, str], list[tuple[list[str], str]]] = defaultdict(list)
        self._of_word: dict[tuple[str, str], Concepts] = {}
        little = groups.get(LITTLE, {})
        self.little = {word.plain for one in LANGUAGES for word in words(little.get(one, ""))}
        for name, group in groups.items():
            if name != LITTLE:
                for language in LANGUAGES:
                    self._learn(name, group[language].split(","), language)

    @property
    def vocabulary(self) -> set[str]:
        """All words it knows, to find those that are meant by a slip of the finger."""
        return {word for known in self._words.values() for word in known}

    def of_word(self, plain: str, language: str) -> Concepts:
        """What a word of a text means, whose language is known."""
        known = self._of_word.get((plain, language))
        if known is None:
            if len(self._of_word) > MOST_KEPT:
                self._of_word.clear()
            known = self._of_word[plain, language] = self._meant(plain, language)
        return known

    def of_any(self, word: Word, likely: str) -> Concepts:
        """What a word may mean: in the likely language if it stands there, else in any other."""
        if found := self._words[likely].get(word.plain):
            return tuple(found)
        exact = [name for one in LANGUAGES for name in self._words[one].get(word.plain, ())]
        if exact:
            return tuple(dict.fromkeys(exact))
        likely_stems = [name for stem in stems(word, likely) for name in self._stems.get(stem, ())]
        if likely_stems:
            return tuple(dict.fromkeys(likely_stems))
        others = (stem for one in LANGUAGES for stem in stems(word, one))
        return tuple(dict.fromkeys(name for stem in others for name in self._stems.get(stem, ())))

    def phrases(self, said: Sequence[str], languages: Iterable[str]) -> Iterator[str]:
        """The concepts of the phrases that stand in a row of words."""
        heard = [word for word in said if word not in DROPPED]
        for language in languages:
            row = [_form(word, language) for word in heard]
            for start, pair in enumerate(pairwise(row)):
                for rest, name in self._phrases.get(pair, ()):
                    if row[start + 2 : start + 2 + len(rest)] == rest:
                        yield name

    def _meant(self, plain: str, language: str) -> Concepts:
        known = self._words[language].get(plain)
        if known is None:
            found = (self._stems.get(stem, ()) for stem in stems(Word(plain, plain), language))
            known = list(dict.fromkeys(name for names in found for name in names))
        if not known:  # words that are at home everywhere: app, chatbot, wifi
            known = [name for one in LANGUAGES for name in self._words[one].get(plain, ())]
        return tuple(dict.fromkeys(known))

    def _learn(self, name: str, entries: Iterable[str], language: str) -> None:
        for entry in entries:
            said = [word for word in words(entry) if word.plain not in DROPPED]
            if len(said) == 1 and said[0].plain not in self.little:
                self._know(name, said[0], language)
            elif len(said) > 1:
                first, second, *rest = (_form(word.plain, language) for word in said)
                self._phrases[first, second].append((rest, name))

    def _know(self, name: str, word: Word, language: str) -> None:
        of_word = self._words[language].setdefault(word.plain, [])
        for known in (of_word, *(self._stems.setdefault(one, []) for one in stems(word, language))):
            if name not in known:
                known.append(name)


@lru_cache(maxsize=32_768)
def _form(plain: str, language: str) -> str:
    """A word of a phrase, by its stem; what has none stands for itself."""
    return next(iter(stems(Word(plain, plain), language)), plain)


@cache
def thesaurus() -> Thesaurus:
    """Read once for the life of the process."""
    groups: dict[str, dict[str, Any]] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        groups |= yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return Thesaurus(groups)
