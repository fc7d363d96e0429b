"""Finding the ideas that say something like this."""

import threading
from heapq import nlargest
from typing import NamedTuple

from flask import current_app

from app.core.textindex import language_of
from app.ideas.models import Idea
from app.ideas.similar.meaning import Term, as_slip, terms_of
from app.ideas.similar.shelf import Shelf
from app.ideas.similar.thesaurus import thesaurus

LONGEST_TITLE, LONGEST_TEXT = 300, 2_000  # characters that are looked at
MOST_OF_TITLE, MOST_OF_TEXT = 16, 10  # words of each
OF_TEXT = 0.4  # how much a word of the text counts, beside one of the title
LEAST = 0.2  # likeness; below it two ideas merely share a word
LEAST_SHARE = 0.45  # of the likeness of the best: beside it the others are no answer
MOST_SLIPS = 8  # words that are looked up as slips

_building = threading.Lock()


class Likeness(NamedTuple):
    number: int
    likeness: float


def similar(
    title: str,
    text: str = "",
    *,
    besides: int | None = None,
    least: float = LEAST,
    limit: int = 5,
) -> list[Likeness]:
    """The listed ideas that are most like one that says this, best first.

    Their numbers alone: what of them may be shown is whoever shows them to ask.
    """
    shelf = _shelf()
    with shelf.lock:
        shelf.refresh()
        scores = shelf.score(_asked(shelf, title[:LONGEST_TITLE], text[:LONGEST_TEXT]))
    scores.pop(besides or 0, None)
    least = max(least, LEAST_SHARE * max(scores.values(), default=0.0))
    likely = (Likeness(*one) for one in scores.items() if one[1] >= least)
    return nlargest(limit, likely, key=lambda one: (one.likeness, one.number))


def alike(idea: Idea, limit: int = 5) -> list[Likeness]:
    """The same of an idea that stands already."""
    return similar(idea.title, idea.problem, besides=idea.id, limit=limit)


def _asked(shelf: Shelf, title: str, text: str) -> list[Term]:
    likely = language_of(f"{title} {text}", "es")
    of_title = terms_of(title, likely, shelf.known, MOST_OF_TITLE)
    of_text = [
        Term(term.ways, term.weight * OF_TEXT, term.unknown)
        for term in terms_of(text, likely, shelf.known, MOST_OF_TEXT)
    ]
    slips = 0
    asked = []
    for term in of_title + of_text:
        if term.unknown and slips < MOST_SLIPS and not shelf.knows(term):
            slips += 1
            if meant := shelf.vocabulary.meant(term.unknown):
                term = as_slip(term, meant, likely, shelf.known)
        asked.append(term)
    return asked


def _shelf() -> Shelf:
    """This process' own, filled by the first question; two at once fill the same."""
    with _building:
        shelf: Shelf | None = current_app.extensions.get("ideas.similar")
        if shelf is None:
            shelf = current_app.extensions["ideas.similar"] = Shelf(thesaurus())
    return shelf
