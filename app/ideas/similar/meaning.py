"""What a text is about, as features an index can hold: stems of its words, and concepts."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.core.textindex.questions import tells
from app.core.textindex.stems import LANGUAGES, stems_in_any
from app.core.textindex.words import Word, words
from app.ideas.similar.thesaurus import Thesaurus

# How much it counts that a word was found as another form of it, as a word that means the same,
# or as one that is near; and what a word counts that was taken for a slip of another.
AS_A_STEM, AS_A_CONCEPT, AS_NEAR, AS_A_SLIP = 1.0, 0.85, 0.3, 0.8
LITTLE = 0.15  # of a word that says little
CONCEPT = "="  # no stem begins with it


@dataclass
class Term:
    """One word or phrase that was typed: what it may be found by, the surest first."""

    ways: list[tuple[str, float]]
    weight: float = 1.0
    unknown: str = ""  # as it was typed, if nothing is known of it

    @property
    def concept(self) -> str:
        """What it means, or its surest way to be found."""
        found = (way for way, _ in self.ways if way.startswith(CONCEPT))
        return next(found, self.ways[0][0] if self.ways else "")


def concept(name: str) -> str:
    return CONCEPT + name


def features_of(said: str, stemmed: str, language: str, known: Thesaurus) -> set[str]:
    """What an idea is found by: `said` are its words in their order, as the text index keeps
    them, and `stemmed` their stems.
    """
    in_order = said.split()
    language = language if language in LANGUAGES else LANGUAGES[0]
    found = set(stemmed.split())
    found.update(word for word in in_order if word.isdigit())
    meant = (name for word in set(in_order) for name in known.of_word(word, language))
    found.update(concept(name) for name in meant)
    found.update(concept(name) for name in known.phrases(in_order, (language,)))
    return found


def terms_of(text: str, likely: str, known: Thesaurus, most: int) -> list[Term]:
    """What was typed, in whatever language; each concept once, however often it is said."""
    said = list(words(text))
    terms = [_phrase(name, known) for name in _once(known.phrases(_plain(said), LANGUAGES))]
    terms += [_term(word, likely, known) for word in dict.fromkeys(said) if tells(word)]
    # The first are what it is about, but not «when one has to».
    return sorted(terms, key=lambda term: -term.weight)[:most]


def as_slip(term: Term, meant: Iterable[str], likely: str, known: Thesaurus) -> Term:
    """The same word, by what it was meant to be."""
    ways: dict[str, float] = {}
    for plain in meant:
        for feature, weight in _term(Word(plain, plain), likely, known).ways:
            ways[feature] = max(ways.get(feature, 0), weight * AS_A_SLIP)
    return Term(_surest_first(ways), term.weight)


def _term(word: Word, likely: str, known: Thesaurus) -> Term:
    if word.plain.isdigit():
        return Term([(word.plain, AS_A_STEM)])
    ways = dict.fromkeys(stems_in_any(word), AS_A_STEM)
    if word.plain in known.little:
        return Term(_surest_first(ways), LITTLE)
    meant = known.of_any(word, likely)
    share = 1 / max(1, len(meant)) ** 0.25  # what may mean many things says less
    _mean(ways, meant, share, known)
    return Term(_surest_first(ways), unknown="" if meant else word.plain)


def _phrase(name: str, known: Thesaurus) -> Term:
    ways: dict[str, float] = {}
    _mean(ways, (name,), 1.0, known)
    return Term(_surest_first(ways))


def _mean(ways: dict[str, float], meant: Iterable[str], share: float, known: Thesaurus) -> None:
    for name in meant:
        ways[concept(name)] = AS_A_CONCEPT * share
    for name in meant:
        for other in known.near[name]:
            ways.setdefault(concept(other), AS_NEAR * share)


def _surest_first(ways: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(ways.items(), key=lambda way: (-way[1], way[0]))


def _plain(said: Iterable[Word]) -> list[str]:
    return [word.plain for word in said]


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
