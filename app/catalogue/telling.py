"""What carries a word, as a page lists it: each thing by the card of its own kind."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from app.catalogue import narrowing, queries
from app.catalogue.models import Tag, Tagging, Term, TermTagging
from app.catalogue.narrowing import After
from app.facts import subjects
from app.people.models import Reader


@dataclass(frozen=True)
class Shown:
    """A thing of a list: the template of its kind, and the row it draws."""

    kind: str
    number: int
    card: Any
    template: str


@dataclass(frozen=True)
class About:
    things: list[Shown]
    older: str  # where the next page begins, or nothing


def about(reader: Reader, word: Tag | Term, after: After) -> About:
    """The things, the newest first: one query for which, and one for each kind among them.

    A kind says what its cards are made of; what has no card today, because it was withdrawn, say,
    is left out.
    """
    links = Tagging if isinstance(word, Tag) else TermTagging
    page = queries.carrying(reader, links, word.id, after)
    numbers = defaultdict(list)
    for row in page.rows:
        numbers[row.kind].append(row.number)
    cards: dict[tuple[str, int], Any] = {}
    for kind, wanted in numbers.items():
        subject = subjects.named(kind)
        if subject.cards:
            cards |= {(kind, row.id): row for row in subject.cards(reader, wanted)}
    shown = [
        Shown(row.kind, row.number, card, subjects.named(row.kind).card)
        for row in page.rows
        if (card := cards.get((row.kind, row.number)))
    ]
    return About(shown, narrowing.after(page.rows[-1]) if page.more else "")
