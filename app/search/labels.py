"""The tags and terms that a question names: each has a page, which is shown above the results."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Row

from app.catalogue.queries import offered
from app.catalogue.speaking import NAMES, ONE, told
from app.core.fields import slug
from app.core.fragments import rows
from app.core.i18n import N_
from app.search.narrowing import Narrowing

MOST_WORDS = 10  # of a question
MOST_SHOWN = 4
LONGEST_SLUG = 60
TAG = N_("Tag")


class Label(NamedTuple):
    kind: str
    number: int
    name: str
    language: str | None
    sort: str  # what one of its kind is called, a message id


class Named(NamedTuple):
    """What the words may be the names of; whether its things may be seen is not asked yet."""

    slugs: list[str]  # of every stretch of the question, the longest first
    terms: dict[int, Row]


NOTHING_NAMED = Named([], {})


def named(wanted: Narrowing) -> Named:
    """At most one query; none if nothing has been decided since the last."""
    if wanted != Narrowing(words=wanted.words, order=wanted.order):
        return NOTHING_NAMED  # whoever narrows or turns pages has seen them
    parts = [part for part in map(slug, wanted.words.split()[:MOST_WORDS]) if part]
    slugs = list(_stretches(parts))
    known = rows("search.terms", read=_terms) if slugs else {}
    return Named(slugs, {row.id: row for one in slugs for row in known.get(one, ())})


def labels(found: Iterable[tuple[str, int]], named: Named, titles: dict) -> list[Label]:
    """Of what was found, the longest names first."""
    told = [_term(named.terms[number]) for kind, number in found if kind == "term"]
    told += [
        Label(kind, number, titles[kind, number], None, TAG)
        for kind, number in found
        if (kind, number) in titles and kind == "tag"
    ]
    return sorted(told, key=lambda label: -len(label.name))[:MOST_SHOWN]


def _stretches(parts: list[str]) -> Iterable[str]:
    for length in range(len(parts), 0, -1):
        for begin in range(len(parts) - length + 1):
            yield "-".join(parts[begin : begin + length])


def _terms() -> dict[str, list[Row]]:
    """By what they are called, in any language."""
    known: dict[str, list[Any]] = defaultdict(list)
    for row in offered():
        for name in {slug(getattr(row, column), LONGEST_SLUG) for column in NAMES} - {""}:
            known[name].append(row)
    return dict(known)


def _term(row: Row) -> Label:
    term = told(row)
    return Label("term", term.id, term.name.text, term.name.language, ONE[term.kind])
