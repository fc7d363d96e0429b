"""The place in a text where the words of a question stand, in plain pieces."""

import unicodedata
from functools import cache

from app.core.fields import folded
from app.core.textindex.questions import Term, terms
from app.core.textindex.words import WORD, words

LONGEST_TEXT = 100_000  # characters that are looked at
DOTS = "…"

Piece = tuple[str, bool]  # some of the text as it was written, and whether it was looked for


def snippet(text: str, question: str, *, longest: int = 200) -> list[Piece]:
    """About `longest` characters of a text round the first words of a question.

    Pieces in their order, each plain text with whether it matches; escaping and marking is the
    template's. A text without any of the words gives its beginning; no text gives nothing.
    Letters with accents come back composed (NFC).
    """
    text = unicodedata.normalize("NFC", text[:LONGEST_TEXT])
    places = _places(text, terms(question))
    start = _start(text, places[0][0] if places else 0, longest)
    end = _end(text, start + longest)

    pieces, here = [(DOTS, False)] if start else [], start
    for begin, stop in places:
        if begin < here or stop > end:
            continue
        pieces += [(text[here:begin], False), (text[begin:stop], True)]
        here = stop
    pieces += [(text[here:end], False), (DOTS if end < len(text) else "", False)]
    return _whole([piece for piece in pieces if piece[0]])


def _places(text: str, asked: list[Term]) -> list[tuple[int, int]]:
    """Where the words stand that were looked for."""
    begun = {word[:2] for term in asked for word in term.exact}

    @cache
    def fits(written: str) -> bool:
        if folded(written[:2])[:2] not in begun:
            return False  # forms of a word begin alike, so most words need no second look
        return any(term.fits(word) for word in words(written) for term in asked)

    return [found.span() for found in WORD.finditer(text) if fits(found[0])] if asked else []


def _start(text: str, first: int, longest: int) -> int:
    """A quarter of the way before the first match, at the beginning of a word."""
    if first <= longest // 2:
        return 0
    wanted = first - longest // 4
    return text.find(" ", wanted, first) + 1 or wanted


def _end(text: str, wanted: int) -> int:
    """At the end of a word, unless the word is longer than anybody reads."""
    if wanted >= len(text):
        return len(text)
    space = text.rfind(" ", wanted - 40, wanted + 1)
    return space if space > 0 else wanted


def _whole(pieces: list[Piece]) -> list[Piece]:
    """Neighbours that match alike are one piece."""
    joined: list[Piece] = []
    for words_, matches in pieces:
        if joined and joined[-1][1] == matches:
            words_, _ = joined.pop()[0] + words_, matches
        joined.append((words_, matches))
    return joined
