"""Which known word a hurried hand meant: by how it sounds, then by letters that slipped."""

import re
from array import array
from collections import Counter
from functools import lru_cache

from app.core.textindex.spelling import EDGE, distance

# Letters people exchange because they sound alike, in Spanish, Basque and Portuguese. In order.
SOUNDS = (
    (re.compile("ph"), "f"),
    (re.compile("ch|tx|tz|ts"), "x"),
    (re.compile("h"), ""),
    (re.compile("[vw]"), "b"),
    (re.compile("ll|y"), "i"),
    (re.compile("qu(?=[ei])|q"), "k"),
    (re.compile("c(?=[ei])|z|ss"), "s"),
    (re.compile("g(?=[ei])"), "j"),
    (re.compile("gu(?=[ei])"), "g"),
    (re.compile("c"), "k"),
    (re.compile("n(?=[bp])"), "m"),
    (re.compile(r"(.)\1+"), r"\1"),
)
SHORT, LONG = 4, 7  # letters of a sound: shorter has no slips; as long may have two
MOST_LOOKED_AT = 30  # words that share most pairs of letters with the one typed
MOST = 3  # words that may have been meant


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """«vaja» sounds as «baja», «hetxe» as «etxe»."""
    for letters, instead in SOUNDS:
        word = letters.sub(instead, word)
    return word


class Vocabulary:
    """Known words by their sound, and by pieces of it. It only grows.

    Short words are looked for by pairs of letters, as a slip leaves no three in a row; long ones
    by threes, of which each stands in fewer words.
    """

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._sounds: list[str] = []
        self._spelt: dict[str, list[str]] = {}  # by sound
        self._having: dict[tuple[str, int], array[int]] = {}  # a piece, in sounds of a length

    def learn(self, words: set[str]) -> None:
        for word in words - self._known:
            self._known.add(word)
            if word.isdigit():
                continue
            heard = sound(word)
            if heard in self._spelt:
                self._spelt[heard].append(word)
                continue
            self._spelt[heard] = [word]
            length = len(heard)
            for size in (2,) if length < 5 else (2, 3) if length <= LONG else (3,):
                for piece in _pieces(heard, size):
                    self._having.setdefault((piece, length), array("I")).append(len(self._sounds))
            self._sounds.append(heard)

    def meant(self, word: str) -> list[str]:
        """The words it may be a slip of, the likeliest first; none if it is short, or far off."""
        heard = sound(word)
        alike = [one for one in self._spelt.get(heard, ()) if one != word]
        if alike or len(heard) < SHORT:
            return alike[:MOST]
        size, allowed = (2, 1) if len(heard) < LONG else (3, 2)
        pieces = _pieces(heard, size)
        lengths = range(max(SHORT, len(heard) - allowed), len(heard) + allowed + 1)
        shared = Counter[int]()
        for length in lengths:
            for piece in pieces:
                shared.update(self._having.get((piece, length), ()))
        near = []
        for place, count in shared.most_common(MOST_LOOKED_AT):
            other = self._sounds[place]
            if 0 < (off := distance(heard, other)) <= allowed:
                near.append((off, heard[0] != other[0], -count, other))
        near.sort()
        nearest = [other for off, *_, other in near if off == near[0][0]]
        return [spelt for other in nearest for spelt in self._spelt[other]][:MOST]


def _pieces(heard: str, size: int) -> set[str]:
    edged = f"{EDGE}{heard}{EDGE}"
    return {edged[start : start + size] for start in range(len(edged) - size + 1)}
