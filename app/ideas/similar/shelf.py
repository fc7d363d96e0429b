"""Every listed idea by what it is about, in the memory of each process.

It holds numbers and features, never a text, and says nothing to anybody: whoever shows an idea
reads it again, with what the reader may see. Before each question it is brought up to date by
one statement, and by the words of those ideas that have changed.
"""

import threading
from array import array
from bisect import bisect_left
from collections import defaultdict
from datetime import datetime
from heapq import nlargest
from math import log
from typing import NamedTuple

from app.ideas.queries import likeness
from app.ideas.similar.meaning import Term, features_of
from app.ideas.similar.slips import Vocabulary
from app.ideas.similar.thesaurus import Thesaurus

# How much it counts where an idea says something, in tenths.
IN_TITLE, IN_TEXT, IN_BOTH = 10, 6, 12
WEIGHT_BITS = 4
WEIGHT = (1 << WEIGHT_BITS) - 1
GONE = 0  # the number of a place whose idea is there no more, or stands elsewhere now
LENGTH_COUNTS = 0.25  # how much a long idea must say more to be as like
FEW = 100  # among fewer ideas a word is as rare as among so many
MOST_LOOKED_AT = 12_000  # postings of one question
MOST_LIKELY = 250  # ideas that are looked at whole
SAID_TWICE = 0.35  # of a word that means what another has said already


class _Asked(NamedTuple):
    """A word that was typed: where its ways stand and what each is worth; the most it can be."""

    ways: "list[tuple[array[int], float]]"
    most: float

    def said(self) -> dict[int, float]:
        """The best way in which each idea says it."""
        best: dict[int, float] = {}
        for postings, worth in self.ways:
            for posting in postings:
                place, said = posting >> WEIGHT_BITS, worth * (posting & WEIGHT)
                if said > best.get(place, 0.0):
                    best[place] = said
        return best

    def said_at(self, place: int) -> float:
        """The same of one place: they are filled in their order, so it is found by halves."""
        best, wanted = 0.0, place << WEIGHT_BITS
        for postings, worth in self.ways:
            at = bisect_left(postings, wanted)
            if at < len(postings) and postings[at] >> WEIGHT_BITS == place:
                best = max(best, worth * (postings[at] & WEIGHT))
        return best


class Shelf:
    """Places in the order in which they were filled; for each feature, the places that have it."""

    def __init__(self, known: Thesaurus) -> None:
        self.known = known
        self.vocabulary = Vocabulary()
        self.vocabulary.learn(known.vocabulary)
        self.lock = threading.RLock()
        self._empty()

    def _empty(self) -> None:
        self._state: tuple = ()
        self._stands: dict[int, tuple[int, datetime]] = {}  # an idea, and of which version it is
        self._place: dict[int, int] = {}
        self._numbers = array("l")
        self._lengths = array("H")
        self._postings: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._gone = 0
        self._usual = 1.0  # features of an idea

    def refresh(self) -> None:
        """As the ideas are now. Whoever calls holds the lock."""
        state = likeness.state_of_words()
        if state == self._state:
            return
        now = likeness.versions_of_words()
        stale = [number for number, stood in self._stands.items() if now.get(number) != stood]
        if self._gone + len(stale) > len(now) // 3 + 30:  # so many holes: begin again
            self._empty()
            stale = []
        for number in stale:
            self._forget(number)
        fresh = [number for number in now if number not in self._stands]
        for row in likeness.words_of(fresh):
            self._put(*row)
            self._stands[row.number] = now[row.number]
        self._usual = max(1.0, sum(self._lengths) / max(1, len(self._lengths)))
        self._state = state

    def score(self, terms: list[Term]) -> dict[int, float]:
        """How much each idea says of what was typed, from 0 to about 1.

        What is worth most is looked up first. Once enough places were looked at, the rest is
        asked of the likeliest alone, so that a question costs much the same in any house.
        """
        asked = self._worth(terms)
        total = sum(one.most for one in asked)
        scores: dict[int, float] = defaultdict(float)
        looked_at, rest = 0, []
        for one in sorted(asked, key=lambda one: -one.most):
            size = sum(len(postings) for postings, _ in one.ways)
            if looked_at and looked_at + size > MOST_LOOKED_AT:
                rest.append(one)
                continue
            looked_at += size
            for place, said in one.said().items():
                scores[place] += said
        scores = {place: score for place, score in scores.items() if self._numbers[place] != GONE}
        if rest:
            least = max(scores.values(), default=0.0) / 4
            likely = [place for place, score in scores.items() if score >= least]
            likeliest = nlargest(MOST_LIKELY, likely, key=scores.__getitem__)
            scores = {
                place: scores[place] + sum(one.said_at(place) for one in rest)
                for place in likeliest
            }
        return {
            self._numbers[place]: score / total / self._longness(place)
            for place, score in scores.items()
        }

    def knows(self, term: Term) -> bool:
        """Whether any idea has something of it."""
        return any(way in self._postings for way, _ in term.ways)

    def _worth(self, terms: list[Term]) -> list["_Asked"]:
        asked, told = [], set[str]()
        for term in terms:
            meant = term.concept
            weight = term.weight * (SAID_TWICE if meant in told else 1.0)
            told.add(meant)
            ways = [
                (postings, weight * sureness * self._rarity(len(postings)) / IN_TITLE)
                for way, sureness in term.ways
                if (postings := self._postings.get(way))
            ]
            most = max((worth * IN_TITLE for _, worth in ways), default=0.0)
            asked.append(_Asked(ways, most or weight * self._rarity(1) / 2))
        return asked

    def _rarity(self, holders: int) -> float:
        """The inverse document frequency of BM25 (Robertson and Zaragoza, 2009)."""
        count = max(len(self._numbers), FEW)
        return log(1 + (count - holders + 0.5) / (holders + 0.5))

    def _longness(self, place: int) -> float:
        return 1 - LENGTH_COUNTS + LENGTH_COUNTS * self._lengths[place] / self._usual

    def _put(
        self, number: int, language: str, title: str, title_stems: str, text: str, text_stems: str
    ) -> None:
        in_title = features_of(title, title_stems, language, self.known)
        in_text = features_of(text, text_stems, language, self.known)
        place = len(self._numbers)
        self._numbers.append(number)
        self._lengths.append(min(len(in_title | in_text), 65_535))
        self._place[number] = place
        for feature in in_title | in_text:
            both = feature in in_title and feature in in_text
            weight = IN_BOTH if both else IN_TITLE if feature in in_title else IN_TEXT
            self._postings[feature].append(place << WEIGHT_BITS | weight)
        self.vocabulary.learn({*title.split(), *text.split()})

    def _forget(self, number: int) -> None:
        self._numbers[self._place.pop(number)] = GONE
        del self._stands[number]
        self._gone += 1
